package discord

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// breaker is a zero-width space. Written after a character that would start a
// mention or a link, it keeps the text readable and its markup dead, also for
// clients that ignore backslashes.
const breaker = '\u200b'

// escape returns text so that Discord shows it as it is: no formatting, no
// mention, no link, no preview. unescape undoes it.
func escape(text string) string {
	var b strings.Builder
	b.Grow(len(text) + 16)
	for i, r := range text {
		live := false
		switch r {
		case '\\', '*', '_', '~', '`', '|', '[', ']', '<', '>', '#':
			live = true
		case '-', '+':
			live = startsLine(text, i)
		case '.':
			live = endsNumber(text, i)
		}
		if live {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		if r == '<' || r == '@' || r == ':' && strings.HasPrefix(text[i:], "://") {
			b.WriteRune(breaker)
		}
	}
	return b.String()
}

// startsLine tells whether position i is the first of a line of text.
func startsLine(text string, i int) bool {
	return strings.TrimLeft(text[strings.LastIndexByte(text[:i], '\n')+1:i], " ") == ""
}

// endsNumber tells whether only digits stand between the start of the line and
// position i, so that a dot there would begin a numbered list.
func endsNumber(text string, i int) bool {
	line := strings.TrimLeft(text[strings.LastIndexByte(text[:i], '\n')+1:i], " ")
	return line != "" && strings.Trim(line, "0123456789") == ""
}

// unescape returns the text that escape was given.
func unescape(text string) string {
	var b strings.Builder
	escaped := false
	for _, r := range text {
		if r == breaker || r == '\\' && !escaped {
			escaped = r == '\\'
			continue
		}
		b.WriteRune(r)
		escaped = false
	}
	return b.String()
}

// What people's clients write for mentions, custom emoji and timestamps
// (https://docs.discord.com/developers/reference#message-formatting), and the
// markdown that may surround words.
var (
	emoji    = regexp.MustCompile(`<a?:(\w{1,32}):\d{1,20}>`)
	mention  = regexp.MustCompile(`<(?:@[!&]?|#|t:|id:|/[^<>]{1,120}:)[^<>\s]{0,64}>`)
	masked   = regexp.MustCompile(`\[([^\[\]]{1,200})\]\(<?https?://[^\s()]{1,500}>?\)`)
	emphasis = regexp.MustCompile("[*~`|]{2,}|`")
)

// plain returns what a person typed on Discord as one line without markup,
// control characters or the invisible characters that hide or reverse text, at
// most limit characters of it, cut between words. escape can carry every string
// that plain returns.
func plain(text string, limit int) string {
	text = strings.ToValidUTF8(text, " ")
	text = emoji.ReplaceAllString(text, " $1 ")
	text = mention.ReplaceAllString(text, " ")
	text = masked.ReplaceAllString(text, "$1")
	text = emphasis.ReplaceAllString(text, "")
	text = strings.Map(visible, text)
	return shorten(strings.Join(strings.Fields(text), " "), limit, "")
}

// visible maps control characters to spaces and drops format characters, but
// keeps the joiners that some scripts and emoji are written with.
func visible(r rune) rune {
	const nonJoiner, joiner = '\u200c', '\u200d'
	switch {
	case r == joiner || r == nonJoiner:
		return r
	case unicode.Is(unicode.Cf, r):
		return -1
	case unicode.IsControl(r):
		return ' '
	}
	return r
}

// shorten returns text with at most limit characters, cut between words where
// one ends in the last third, and with end appended if it was cut.
func shorten(text string, limit int, end string) string {
	if utf8.RuneCountInString(text) <= limit {
		return text
	}
	runes := []rune(text)[:max(0, limit-utf8.RuneCountInString(end))]
	for i := len(runes) - 1; i > len(runes)*2/3; i-- {
		if runes[i] == ' ' {
			runes = runes[:i]
			break
		}
	}
	return strings.TrimRight(string(runes), " ") + end
}

// length returns the length of text as Discord may count it: in UTF-16 units,
// which are never fewer than characters.
func length(text string) (n int) {
	for _, r := range text {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}

// link returns a masked link, or the title alone where the address is not one
// that Discord links.
func link(title, address string) string {
	title = escape(title)
	if !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "http://") {
		return title
	}
	address = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return -1
		}
		return r
	}, address)
	return "[" + title + "](" + strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E").Replace(address) + ")"
}
