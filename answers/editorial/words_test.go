package editorial

import (
	"testing"
	"testing/fstest"

	"allegedly/answers/data"
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
