// Package adaptertest holds every chat adapter to the same promises: whatever
// limit a platform sets, an accusation, the reply to it and the sources arrive
// in one message; nobody is pinged; the question that is echoed cannot act as
// markup; no secret leaves. It is imported by tests only.
package adaptertest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"allegedly/answers"
	"allegedly/answers/compose"
	"allegedly/bot"
)

// An Adapter is what a suite needs to know of an adapter.
type Adapter struct {
	// Render returns the messages that the adapter would send for the reply to
	// the question, cut to limit characters each, in the order of sending. A
	// message is all its visible text, in the platform's own markup.
	Render func(question string, reply bot.Reply, limit int) []string

	// Limits are the lengths to hold, in characters; nil means Limits.
	Limits []int

	// Secrets are the tokens and keys that the adapter was set up with.
	Secrets []string
}

// Limits are the lengths that every adapter's answers survive: the shortest
// message of a supported platform, one of its cards, and all its cards together.
var Limits = []int{2000, 4096, 6000}

// Run runs the suite against the adapter.
func Run(t *testing.T, a Adapter) {
	t.Helper()
	limits := a.Limits
	if limits == nil {
		limits = Limits
	}
	for _, c := range Cases() {
		for _, limit := range limits {
			t.Run(fmt.Sprintf("%s/%d", c.Name, limit), func(t *testing.T) {
				messages := a.Render(c.Question, c.Reply, limit)
				if len(messages) == 0 {
					t.Fatal("nothing was rendered")
				}
				for _, problem := range slices.Concat(
					Long(messages, limit), OneSided(c, messages[0]), Mislabelled(c, messages[0]), Pings(messages), Leaks(a.Secrets, messages)) {
					t.Error(problem)
				}
			})
		}
	}
}

// Long tells which messages exceed limit characters.
func Long(messages []string, limit int) (problems []string) {
	for i, message := range messages {
		if n := utf8.RuneCountInString(message); n > limit {
			problems = append(problems, fmt.Sprintf("message %d has %d characters, the limit is %d", i+1, n, limit))
		}
	}
	return problems
}

// OneSided tells what the first message lacks of the lead, the denial and the
// sources that these two cite. In an oversized case their beginnings suffice.
func OneSided(c Case, first string) (problems []string) {
	lacks := func(what, text string) {
		if c.Oversized {
			text = beginning(text)
		}
		if !strings.Contains(first, text) {
			problems = append(problems, fmt.Sprintf("the first message lacks %s: %q", what, text))
		}
	}
	cited := map[int]bool{}
	for _, s := range c.Reply.Answer.Statements {
		if s.Role != compose.Lead && s.Role != compose.Denial {
			continue
		}
		lacks("the "+string(s.Role), s.Text)
		for _, citation := range s.Citations {
			cited[citation.Source] = true
		}
	}
	for _, s := range c.Reply.Answer.Sources {
		if cited[s.N] {
			lacks("the title of a source", beginning(s.Title))
			lacks("the publisher of a source", s.Publisher)
			lacks("the date of a source", s.Published)
			if s.URL != "" && !strings.Contains(first, s.URL) {
				problems = append(problems, fmt.Sprintf("the first message lacks the address of a source: %q", s.URL))
			}
		}
	}
	return problems
}

// Mislabelled tells what is wrong with how the first message introduces the
// statements that have a label: it stands once before those in a row that share
// it, and no role's own words ("The reply:") stand beside it.
func Mislabelled(c Case, first string) (problems []string) {
	before := ""
	for _, s := range c.Reply.Answer.Statements {
		if s.Label == "" || s.Label == before {
			before = s.Label
			continue
		}
		before = s.Label
		label := strings.TrimSuffix(s.Label, ":")
		if n := strings.Count(first, label); n != 1 {
			problems = append(problems, fmt.Sprintf("the label %q stands %d times", label, n))
		}
		if strings.Index(first, label) > strings.Index(first, s.Text) {
			problems = append(problems, fmt.Sprintf("the label %q stands after its statement", label))
		}
		if strings.Contains(strings.ToLower(first), "reply") {
			problems = append(problems, fmt.Sprintf("a statement labelled %q is introduced as a reply", label))
		}
	}
	return problems
}

// live are the strings that notify people, or act otherwise, on some platform,
// and the links that the suite's questions try to smuggle in. An adapter breaks
// each of them, whichever platform it is for.
var live = []string{"@everyone", "@here", "@channel", "<@", "<#", "<!", "</", "<t:", "](https://evil.example", "<https://evil.example"}

// Pings tells which messages would notify somebody or let the question act as
// markup.
func Pings(messages []string) (problems []string) {
	for _, message := range messages {
		for _, mark := range live {
			if strings.Contains(message, mark) {
				problems = append(problems, fmt.Sprintf("live markup %q is sent in %q", mark, message))
			}
		}
	}
	return problems
}

// Leaks tells which secrets occur in the texts: messages, logs, errors.
func Leaks(secrets, texts []string) (problems []string) {
	for _, secret := range secrets {
		for _, text := range texts {
			if secret != "" && strings.Contains(text, secret) {
				problems = append(problems, fmt.Sprintf("a secret of %d characters is sent or logged", len(secret)))
			}
		}
	}
	return problems
}

// beginning returns the first words of text, at most 30 characters.
func beginning(text string) string {
	runes := []rune(text)
	if len(runes) <= 30 {
		return text
	}
	head := string(runes[:30])
	return head[:strings.LastIndex(head, " ")]
}

// A Case is a question with the reply to render.
type Case struct {
	Name      string
	Question  string
	Reply     bot.Reply
	Oversized bool // the lead and the denial alone exceed a limit, so they may be shortened
}

func reply(a answers.Answer) bot.Reply { return bot.Reply{Kind: bot.Answer, Answer: a} }
