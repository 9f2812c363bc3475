package slack

import (
	"net/url"
	"regexp"
	"strings"
)

// wordJoiner (U+2060) is invisible and keeps "@here" from calling anybody.
const wordJoiner = "\u2060"

var (
	escaper   = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	unescaper = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")

	// Slack ends an address at the first | or >, whatever stands around it.
	addresses = strings.NewReplacer("|", "%7C", ">", "%3E", "<", "%3C", "&", "&amp;")

	broadcast  = regexp.MustCompile(`(?i)@(here|channel|everyone|group)\b`)
	reference  = regexp.MustCompile(`<([^<>]*)>`)
	emphasis   = regexp.MustCompile("[*`]+")
	underlined = regexp.MustCompile(`(^|[^\p{L}\p{N}_])_+|_+($|[^\p{L}\p{N}_])`)
)

// escape returns text as mrkdwn that shows exactly the text: control sequences
// (mentions, channels, links, Markdown's links too) are dead, and @here, @channel and @everyone call
// nobody (https://docs.slack.dev/messaging/formatting-message-text).
func escape(text string) string {
	text = strings.ReplaceAll(escaper.Replace(text), "](", "]"+wordJoiner+"(")
	if !strings.Contains(text, "@") {
		return text
	}
	return broadcast.ReplaceAllString(text, "@"+wordJoiner+"$1")
}

// link returns a mrkdwn link with the label, or the escaped label alone when the
// address is not one that a browser should follow.
func link(address, label string) string {
	label = escape(oneLine(label))
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return label
	}
	return "<" + addresses.Replace(u.String()) + "|" + strings.ReplaceAll(label, "|", "¦") + ">"
}

// oneLine folds every run of blanks and line breaks into one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// unmarked returns the question that a person typed: mentions of the bot are
// gone, other references are reduced to the name that Slack showed, emphasis is
// dropped and the three escaped characters are back.
func unmarked(text, botUser string) string {
	text = reference.ReplaceAllStringFunc(text, func(ref string) string {
		return referent(ref[1:len(ref)-1], botUser)
	})
	text = emphasis.ReplaceAllString(text, "")
	text = underlined.ReplaceAllString(text, "$1$2")
	return strings.TrimLeft(oneLine(unescaper.Replace(text)), " ,:;-–—")
}

// referent returns what a reference between < and > reads as.
func referent(ref, botUser string) string {
	target, label, labelled := strings.Cut(ref, "|")
	switch {
	case strings.HasPrefix(target, "@"):
		if target[1:] == botUser {
			return ""
		}
		return label // an id alone means nothing to a reader
	case strings.HasPrefix(target, "#"):
		return label
	case labelled:
		return label
	case strings.HasPrefix(target, "!"):
		return target[1:]
	}
	return strings.TrimPrefix(target, "mailto:")
}

// mentions tells whether the raw text of an event mentions the user.
func mentions(text, user string) bool {
	return strings.Contains(text, "<@"+user+">") || strings.Contains(text, "<@"+user+"|")
}
