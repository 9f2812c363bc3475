package corpus_test

import (
	"os"
	"testing"
	"unicode/utf8"

	"allegedly/answers/corpus"
)

// The shipped reports are a test: they load without a single finding.
func TestShippedReportsLoad(t *testing.T) {
	c, found := corpus.Load(os.DirFS("../data"))
	if len(found) > 0 {
		t.Fatalf("the shipped data has findings:\n%s", found.Error())
	}
	if len(c.Reports) != 5 {
		t.Errorf("%d reports load, want 5", len(c.Reports))
	}
	for _, claim := range c.Claims {
		if n := utf8.RuneCountInString(claim.Says); n > 240 {
			t.Errorf("%s: says has %d characters; 240 is the most that reads well aloud", claim.Key(), n)
		}
	}
}
