package discord

import (
	"fmt"
	"strings"

	"allegedly/answers"
	"allegedly/bot"
)

// What a person reads when there is no answer to show.
const (
	noticeFailed   = "Something went wrong here, and it was logged. Please try again."
	noticeNoText   = "That message has no text to ask about."
	noticeOldPress = "This button is from an older version. Please ask again with /ask."
	noticeUnknown  = "This command is not known here. Whoever runs the bot may have to register the commands again."
	noticeNoReport = "No report is on file."
	noticeOnItsOwn = "Without the conversation before it, the question reads like this:"
)

// notice returns a message of one sentence, for the person who acted alone.
func notice(sentence string) message {
	m := framed([]component{textOf(shorten(escape(sentence), maxText, "…"))})
	m.Flags |= flagEphemeral
	return m
}

// list returns a message that lists reports, as many as fit.
func list(reports []answers.Source) message {
	if len(reports) == 0 {
		return notice(noticeNoReport)
	}
	var b strings.Builder
	for i, s := range reports {
		line := "- " + reference(s) + "\n"
		if more := fmt.Sprintf("… and %d more", len(reports)-i); length(b.String()+line+more) > maxText {
			b.WriteString(more)
			break
		}
		b.WriteString(line)
	}
	return framed([]component{textOf(strings.TrimRight(b.String(), "\n"))})
}

// explain returns the message that tells how an answer came about.
func explain(command bot.Command, asked string, a answers.Answer, differs bool) message {
	v := view{command: command, asked: asked, echo: asked}
	var lines []string
	if differs {
		lines = append(lines, noticeOnItsOwn)
	}
	for _, line := range a.Trace.Lines() {
		indent := ""
		if strings.HasPrefix(line, " ") {
			indent = "- "
		}
		lines = append(lines, indent+escape(strings.TrimSpace(line)))
	}
	text := strings.Join(lines, "\n")
	if text == "" {
		text = escape(a.Text)
	}
	return framed([]component{textOf(v.quote()), textOf(shorten(text, maxText-length(v.quote()), "…"))})
}
