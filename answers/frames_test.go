package answers_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"allegedly/answers"
)

// What frames a question changes nothing about its answer: for whom it is asked, that it is asked, that the reports
// are to answer it, thanks, a mention of the bot, markup.
func TestFramesChangeNothing(t *testing.T) {
	engine := shippedBench(t).engine
	files, err := filepath.Glob(filepath.Join("data", "questions", "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatal("no question files", err)
	}
	plain := regexp.MustCompile(`^(What|Who|Which|When|Where|How|Why|Did|Does|Is|Was|Has) [^?:,"'“]*\?$`)
	all := 0
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var cases []asked
		if err := yaml.Unmarshal(content, &cases); err != nil {
			t.Fatal(file, err)
		}
		for _, c := range cases {
			if !plain.MatchString(c.Ask) {
				continue
			}
			want, err := engine.Answer(context.Background(), answers.Question{Text: c.Ask})
			if err != nil {
				t.Fatal(c.Ask, err)
			}
			bare := strings.TrimSuffix(strings.ToLower(c.Ask[:1])+c.Ask[1:], "?")
			for _, frame := range []string{"Could you tell me %s?", "According to the reports, %s?", "Remind me, %s?", "For my thesis: %s?", "quick one: %s?", "hey, %s?", "%s thx", "<@U12345> %s?", "**%s?**"} {
				all++
				text := fmt.Sprintf(frame, bare)
				got, err := engine.Answer(context.Background(), answers.Question{Text: text})
				if err != nil || got.Text != want.Text {
					t.Errorf("%q: %v: %s\n%q has: %s", text, err, short(got.Text), c.Ask, short(want.Text))
				}
			}
		}
	}
	if all < 500 {
		t.Errorf("only %d framed questions", all)
	}
}
