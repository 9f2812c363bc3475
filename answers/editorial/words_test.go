package editorial

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"allegedly/answers/data"
	"allegedly/answers/language"
)

func TestShippedWordLists(t *testing.T) {
	if _, found := LoadWords(data.FS); len(found) > 0 {
		t.Fatal(found)
	}
}

func TestWordListDefects(t *testing.T) {
	for _, test := range []struct{ name, yaml, want string }{
		{"no examples", "- {id: say, why: x, words: [said]}", "needs examples"},
		{"example misses", "- {id: say, why: x, words: [said], examples: [nothing], near: [x]}", "does not match"},
		{"near miss hits", "- {id: say, why: x, words: [said], examples: [he said], near: [she said]}", "matches at"},
		{"unknown field", "- {id: say, wrods: [said]}", "wrods"},
		{"missing list", "- {id: other, why: x, words: [said], examples: [he said], near: [x]}", "is missing"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, found := LoadWords(fstest.MapFS{"editorial/a.yaml": {Data: []byte(test.yaml)}})
			if !containsMessage(found, test.want) {
				t.Errorf("no finding says %q:\n%v", test.want, found)
			}
		})
	}
}

// The verbs that the guide recommends pass, whoever uses them.
func TestVerbsOfTheGuide(t *testing.T) {
	guide, err := os.ReadFile("../../docs/editing.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(guide), "| the claim | verbs |\n|---|---|\n")
	words, tried := newLinter(t).Words(), 0
	p := &pass{world: &world{words: words}}
	for line := range strings.Lines(table) {
		cells := strings.Split(line, "|")
		if len(cells) < 4 {
			break
		}
		for _, verb := range strings.Split(cells[2], ",") {
			verb, _, _ = strings.Cut(verb, "(")
			tokens := language.Split(verb)
			if !p.attributes(tokens) || len(words.List("uneven-accuser").Find(tokens))+len(words.List("uneven-accused").Find(tokens)) > 0 {
				t.Errorf("lint objects to %q", verb)
			}
			tried++
		}
	}
	if tried < 20 {
		t.Errorf("the guide has %d verbs", tried)
	}
}
