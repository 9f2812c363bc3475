package discord

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"allegedly/answers"
	"allegedly/bot"
)

// A button carries everything that a press needs in its custom_id, so that it
// works after a restart and on another machine. The first field is a version:
//
//	1:ask:QUESTION          ask this question
//	1:find:HASH:BEGINNING   ask the question that begins so and has this hash (it is too long to be carried)
//	1:why:COMMAND:INTENT    explain the answer to the question quoted in the message
//	1:sources:HASH.HASH     show these reports in full
const buttonVersion = "1"

// The kinds of buttons.
const (
	pressAsk     = "ask"
	pressFind    = "find"
	pressWhy     = "why"
	pressSources = "sources"
)

// A press is what a custom_id says.
type press struct {
	kind string
	args string
}

// parsePress reads a custom_id; false if it is none of this version's.
func parsePress(customID string) (press, bool) {
	version, rest, _ := strings.Cut(customID, ":")
	kind, args, ok := strings.Cut(rest, ":")
	if !ok || version != buttonVersion {
		return press{}, false
	}
	switch kind {
	case pressAsk, pressFind, pressWhy, pressSources:
		return press{kind, args}, true
	}
	return press{}, false
}

// customID returns the custom_id of a press.
func customID(kind, args string) string { return buttonVersion + ":" + kind + ":" + args }

// askID returns the custom_id of a button that asks the question.
func askID(question string) string {
	if id := customID(pressAsk, question); utf8.RuneCountInString(id) <= maxCustomID {
		return id
	}
	id := customID(pressFind, hash(question)+":")
	return id + string([]rune(question)[:maxCustomID-len(id)])
}

// find returns the question of a pressFind, which the handler still offers, or "".
func (p press) find(h bot.Handler) string {
	sum, beginning, _ := strings.Cut(p.args, ":")
	for _, question := range h.Complete(beginning, maxChoices) {
		if hash(question) == sum {
			return question
		}
	}
	return ""
}

// sourcesID returns the custom_id of a button that shows the sources; the last
// ones are left out where there are more than it can carry.
func sourcesID(sources []answers.Source) string {
	var hashes []string
	for _, s := range sources {
		id := customID(pressSources, strings.Join(append(hashes, hash(s.Report)), "."))
		if len(id) > maxCustomID {
			break
		}
		hashes = append(hashes, hash(s.Report))
	}
	return customID(pressSources, strings.Join(hashes, "."))
}

// pick returns those of the reports that a pressSources names.
func (p press) pick(reports []answers.Source) (picked []answers.Source) {
	for _, sum := range strings.Split(p.args, ".") {
		for _, s := range reports {
			if hash(s.Report) == sum {
				picked = append(picked, s)
			}
		}
	}
	return picked
}

// hash returns a short name for text. It only tells a few dozen known texts
// apart, so 40 bits are plenty.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:5])
}
