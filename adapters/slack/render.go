package slack

import (
	"strings"

	"allegedly/answers"
	"allegedly/answers/compose"

	slackgo "github.com/slack-go/slack"
)

// A message is what Slack is sent: blocks, and the same as plain mrkdwn text for
// notifications and screen readers.
type message struct {
	blocks []slackgo.Block
	text   string
}

// A style is what the place of an answer adds to it.
type style struct {
	echo     bool // show the question, where the channel has not seen it
	feedback bool // ask whether the answer helped
	bare     bool // neither question nor buttons: the two sides need the room
}

// heading returns what stands above a statement: its own label, or else its role's.
func heading(s answers.Statement) string {
	if label := strings.TrimSuffix(oneLine(s.Label), ":"); label != "" {
		return "*" + escape(label) + "*"
	}
	return roleLabels[s.Role]
}

// roleLabels head the statements of a role. The lead needs none.
var roleLabels = map[answers.Role]string{
	compose.Allegation: "*Also alleged*",
	compose.Denial:     "*The reply*",
	compose.Counter:    "*Counter-accusation*",
	compose.Context:    "*Background*",
	compose.Caveat:     "*Note*",
}

// answerBlocks draws the whole answer: the statements in their order, the sources
// in small print, then what can be pressed.
func answerBlocks(a answers.Answer, s style) []slackgo.Block {
	var blocks []slackgo.Block
	if s.echo && !s.bare && oneLine(a.Question) != "" {
		blocks = append(blocks, contextBlock([]string{"Question: " + escape(shorten(oneLine(a.Question), 500))}))
	}
	for _, group := range byRole(a.Statements) {
		blocks = append(blocks, sections(group)...)
	}
	if len(a.Sources) > 0 {
		blocks = append(blocks, contextBlock(sourceLines(a.Sources)))
	}
	if s.bare {
		return blocks
	}
	return append(blocks, buttons(a, s)...)
}

// byRole returns the statements as lines of mrkdwn, in their order, those of one
// role and label that follow each other together and under one heading.
func byRole(statements []answers.Statement) [][]string {
	var groups [][]string
	for i := 0; i < len(statements); {
		first, j := statements[i], i
		for j < len(statements) && statements[j].Role == first.Role && statements[j].Label == first.Label {
			j++
		}
		var lines []string
		if above := heading(first); above != "" {
			lines = append(lines, above)
		}
		for _, statement := range statements[i:j] {
			bullet := ""
			if j-i > 1 {
				bullet = "• "
			}
			lines = append(lines, statementLines(bullet, statement)...)
		}
		groups = append(groups, lines)
		i = j
	}
	return groups
}

// statementLines returns one statement with its citations; more than one line
// only where it is longer than a section may be.
func statementLines(bullet string, s answers.Statement) []string {
	text := strings.TrimSpace(s.Text + " " + citationMark(s.Citations))
	return wrap(bullet+text, maxSectionText-maxHeaderText)
}

// sections packs lines into as few section blocks as their limit allows.
func sections(lines []string) []slackgo.Block {
	var blocks []slackgo.Block
	for _, text := range pack(lines, maxSectionText) {
		blocks = append(blocks, slackgo.NewSectionBlock(mrkdwn(text), nil, nil))
	}
	return blocks
}

// contextBlock packs lines into one small-print block.
func contextBlock(lines []string) slackgo.Block {
	var elements []slackgo.MixedElement
	for _, text := range pack(lines, maxSectionText) {
		elements = append(elements, mrkdwn(text))
	}
	return slackgo.NewContextBlock("", elements...)
}

// mrkdwn returns a text object that Slack does not search for further links,
// channels and mentions.
func mrkdwn(text string) *slackgo.TextBlockObject {
	return slackgo.NewTextBlockObject(slackgo.MarkdownType, text, false, true)
}

func plainText(text string) *slackgo.TextBlockObject {
	return slackgo.NewTextBlockObject(slackgo.PlainTextType, text, false, false)
}

// answerText is the answer for where blocks are not shown: the statements, then
// the sources.
func answerText(a answers.Answer) string {
	var lines []string
	for _, group := range byRole(a.Statements) {
		lines = append(lines, group...)
	}
	return strings.Join(append(lines, sourceLines(a.Sources)...), "\n")
}

// renderNotice returns one sentence for the person who asked.
func renderNotice(notice string) message {
	text := escape(notice)
	return message{blocks: sections(wrap(notice, maxSectionText)), text: text}
}
