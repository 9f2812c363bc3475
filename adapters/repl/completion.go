package repl

import (
	"maps"
	"slices"
	"strings"

	"allegedly/bot"
)

// A completer continues what is being typed, and takes turns between the
// possibilities when asked again.
type completer struct {
	handler bot.Handler

	offered string   // the line up to the cursor as last completed
	choices []string // what it could have become
	next    int
}

// most is how many possibilities take turns.
const most = 10

// complete returns the line with what stands before the cursor (a byte offset)
// continued, and the new cursor; ok is false when nothing continues it.
func (c *completer) complete(line string, cursor int) (newLine string, newCursor int, ok bool) {
	before, after := line[:cursor], line[cursor:]
	if before != c.offered || len(c.choices) == 0 {
		c.choices, c.next = c.continuations(before), 0
	}
	if len(c.choices) == 0 {
		return line, cursor, false
	}
	c.offered = c.choices[c.next]
	c.next = (c.next + 1) % len(c.choices)
	return c.offered + after, len(c.offered), true
}

// continuations returns what the text may become: a slash command, a whole
// question, or the text with its last word continued to a name.
func (c *completer) continuations(text string) []string {
	if strings.HasPrefix(text, "/") && !strings.Contains(text, " ") {
		var found []string
		words := append(slices.Collect(maps.Keys(commands)), "/help", "/why", "/quit")
		slices.Sort(words)
		for _, word := range words {
			if strings.HasPrefix(word, text) {
				found = append(found, word)
			}
		}
		return found
	}
	found := keep(c.handler.Complete(text, most), text)
	start := strings.LastIndexAny(text, " ") + 1
	if last := text[start:]; start > 0 && last != "" {
		for _, name := range keep(c.handler.Complete(last, most), last) {
			if !strings.HasSuffix(name, "?") { // a name, for a question does not stand within another
				found = append(found, text[:start]+name)
			}
		}
	}
	return found
}

// keep returns the candidates that start with text, whatever their case.
func keep(candidates []string, text string) []string {
	return slices.DeleteFunc(slices.Clone(candidates), func(c string) bool {
		return len(c) < len(text) || !strings.EqualFold(c[:len(text)], text) || c != Printable(c)
	})
}
