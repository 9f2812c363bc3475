package corpus_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"allegedly/answers"
	"allegedly/answers/compose"
)

// The shares that the shipped words must reach. What is above them is the
// engine's to win; what is below is mostly a word that stands in the wrong claim.
const (
	leastFound     = 80 // percent of the questions led by a claim that was asked for
	leastAbstained = 55 // percent of the questions that no claim answers
)

// TestRecall asks for each claim as strangers would, and for what the reports do
// not carry. Run it with -v to see which questions go astray.
func TestRecall(t *testing.T) {
	engine, findings := answers.New(os.DirFS("../data"))
	if engine == nil {
		t.Skipf("needs a complete engine: %v", findings)
	}
	content, err := os.ReadFile("testdata/asked.txt")
	if err != nil {
		t.Fatal(err)
	}
	found, asked, abstained, none := 0, 0, 0, 0
	for _, line := range strings.Split(string(content), "\n") {
		keys, question, ok := strings.Cut(line, " | ")
		if !ok {
			continue
		}
		answer, err := engine.Answer(context.Background(), answers.Question{Text: question})
		if err != nil {
			t.Fatalf("%q: %v", question, err)
		}
		var lead []string
		for _, s := range answer.Statements {
			if s.Role == compose.Lead {
				lead = append(lead, s.Claims...)
			}
		}
		switch {
		case keys == "none":
			none++
			if answer.Outcome != answers.Answered {
				abstained++
			} else {
				t.Logf("%q is answered with %v", question, lead)
			}
		default:
			asked++
			if slices.ContainsFunc(strings.Fields(keys), func(key string) bool { return slices.Contains(lead, key) }) {
				found++
			} else {
				t.Logf("%q asks for %s and leads with %v (%s)", question, keys, lead, answer.Outcome)
			}
		}
	}
	t.Logf("found %d of %d, abstained from %d of %d", found, asked, abstained, none)
	if asked < 1500 || found*100 < leastFound*asked {
		t.Errorf("%d of %d questions find their claim, want %d %%", found, asked, leastFound)
	}
	if none < 250 || abstained*100 < leastAbstained*none {
		t.Errorf("%d of %d questions that nothing answers are left unanswered, want %d %%", abstained, none, leastAbstained)
	}
}
