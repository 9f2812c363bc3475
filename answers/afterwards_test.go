package answers_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"gopkg.in/yaml.v3"

	"allegedly/answers"
)

// asked is what a question file holds of one case, as far as it matters here.
type asked struct {
	Ask   string
	Turns []struct{ Ask string }
}

// Whatever was asked before, an utterance of one word, or of none, is answered. What nobody asks alone ("?", "and")
// comes behind every kind of question sooner or later.
func TestHardlyAnythingAfterEverything(t *testing.T) {
	engine := shippedBench(t).engine
	files, err := filepath.Glob(filepath.Join("testdata", "kinds", "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatal("no question files", err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var cases []asked
		if err := yaml.Unmarshal(content, &cases); err != nil {
			t.Fatal(file, err)
		}
		if file == files[0] { // both broke on what comes behind them
			cases = append(cases, asked{Ask: "Give me a neutral summary of the dispute."}, asked{Ask: "which reports mention Kimsuky"})
		}
		for _, c := range cases {
			if c.Ask == "" && len(c.Turns) > 0 {
				c.Ask = c.Turns[0].Ask
			}
			first, err := engine.Answer(context.Background(), answers.Question{Text: c.Ask})
			if err != nil {
				t.Fatal(c.Ask, err)
			}
			for _, text := range []string{"?", "and", "why", "which", "the", "it", "no", "…", "second"} {
				if a, err := engine.Answer(context.Background(), answers.Question{Text: text, Thread: first.Thread}); err != nil || a.Text == "" {
					t.Errorf("%q, and then %q: %v", c.Ask, text, err)
				}
			}
		}
	}
}
