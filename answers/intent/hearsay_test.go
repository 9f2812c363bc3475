package intent

import (
	"strings"
	"testing"

	"allegedly/answers/language"
)

// From whom somebody has it is no part of what is asked, unless a report may name them.
func TestHearsay(t *testing.T) {
	r := shippedReader(t)
	for text, want := range map[string]string{
		"My boss says the mill let dye into the river. Is he right?": "the mill let dye into the river",
		"A friend told me that the mill paid a fine, is that true?":  "the mill paid a fine",
		"I read on twitter that the mill paid a fine":                "the mill paid a fine",
		"fact check: the mill paid a fine":                           "the mill paid a fine",
		"my boss says the mill paid a fine. how much was it?":        "my boss says the mill paid a fine how much was it",
		"the mill says it paid a fine. is that true?":                "the mill says it paid a fine is that true",
		"who is the friend of the mill?":                             "who is the friend of the mill",
		"Our draft says \"the mill paid a fine\". Is that accurate?": "the mill paid a fine",
		"wikipedia says so":                                          "wikipedia says so",
	} {
		var words []string
		for _, token := range r.withoutHearsay(text, language.Split(text)) {
			words = append(words, strings.ToLower(token.Text))
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}
