package slack

import (
	"encoding/json"
	"errors"
	"strings"

	"allegedly/answers"
	"allegedly/bot"

	slackgo "github.com/slack-go/slack"
)

// errTooLong says that not even shortened sides and their sources fit: the titles
// of the sources are beyond reason.
var errTooLong = errors.New("the sources of the answer alone exceed what Slack takes in one message; shorten their titles in the reports")

// minSide is how short the lead or the denial may become, in characters, before
// an answer counts as impossible to show.
const minSide = 100

// renderAnswer returns the answer as a message, cut where it is too long: both
// sides and their sources stay together. The error is errTooLong.
func renderAnswer(a answers.Answer, s style) (message, error) {
	blocks, err := fitBlocks(a, s, maxTotal)
	if err != nil {
		return message{}, err
	}
	text, err := fitText(a, adviseText)
	if err != nil {
		text, err = fitText(a, maxText) // more than is advised, but Slack takes it
	}
	return message{blocks: blocks, text: text}, err
}

// fitBlocks returns the answer's blocks in at most limit characters. First goes
// the detail, then what stands around the statements.
func fitBlocks(a answers.Answer, s style, limit int) (blocks []slackgo.Block, err error) {
	measure := func(a answers.Answer) int {
		blocks = answerBlocks(a, s)
		return size(blocks)
	}
	if _, ok := bot.Fit(a, limit, measure); ok {
		return blocks, nil
	}
	s.bare = true
	err = fit(a, limit, measure)
	return blocks, err
}

// fitText returns the answer as text of at most limit characters.
func fitText(a answers.Answer, limit int) (text string, err error) {
	err = fit(a, limit, func(a answers.Answer) int {
		text = answerText(a)
		return length(text)
	})
	return text, err
}

// fit is bot.Fit, and shortens the lead and the denial, the longer one first,
// where they alone exceed the limit. What was measured last is what fits.
func fit(a answers.Answer, limit int, measure func(answers.Answer) int) error {
	cut, ok := bot.Fit(a, limit, measure)
	for !ok {
		longest := &answers.Statement{}
		for i := range cut.Statements {
			if length(cut.Statements[i].Text) > length(longest.Text) {
				longest = &cut.Statements[i]
			}
		}
		if length(longest.Text) <= minSide {
			return errTooLong
		}
		longest.Text = shorten(longest.Text, length(longest.Text)*9/10)
		ok = measure(cut) <= limit
	}
	return nil
}

// size measures blocks as maxTotal counts them; too many blocks are too large.
func size(blocks []slackgo.Block) int {
	raw, err := encode(blocks)
	if err != nil || len(blocks) > maxBlocks {
		return maxTotal + 1
	}
	return length(raw)
}

// unescapeHTML takes back what encoding/json does to <, > and &; a backslash that
// is escaped itself starts no sequence.
var unescapeHTML = strings.NewReplacer(`\\`, `\\`, `\u003c`, "<", `\u003e`, ">", `\u0026`, "&")

// encode returns the JSON of v as Slack counts it: < is one character.
func encode(v any) (string, error) {
	raw, err := json.Marshal(v)
	return unescapeHTML.Replace(string(raw)), err
}
