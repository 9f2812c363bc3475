package adaptertest

import (
	"strings"
	"testing"

	"allegedly/bot"
)

// A suite that cannot fail proves nothing: each check is shown one that does.
func TestChecksFail(t *testing.T) {
	c := Cases()[0]
	labelled := Case{Reply: reply(Labelled())}
	denial := labelled.Reply.Answer.Statements[1]
	whole := "The Ostrav Cyber Agency"
	for name, problems := range map[string][]string{
		"too long":         Long([]string{"abc"}, 2),
		"no denial":        OneSided(c, c.Reply.Answer.Statements[0].Text),
		"no label":         Mislabelled(labelled, denial.Text),
		"label twice":      Mislabelled(labelled, denial.Label+denial.Label+denial.Text),
		"late label":       Mislabelled(labelled, denial.Text+denial.Label),
		"two labels":       Mislabelled(labelled, "Reply: "+denial.Label+denial.Text),
		"ping":             Pings([]string{"hello @everyone"}),
		"mention":          Pings([]string{"hello <@1>"}),
		"link of a person": Pings([]string{"[safe](https://evil.example/a)"}),
		"secret":           Leaks([]string{"s3cret"}, []string{whole + " s3cret"}),
	} {
		if len(problems) == 0 {
			t.Errorf("%s: not noticed", name)
		}
	}
}

func TestRunPasses(t *testing.T) {
	Run(t, Adapter{Limits: []int{20000}, Render: func(question string, reply bot.Reply, limit int) []string {
		var b strings.Builder
		for i, s := range reply.Answer.Statements {
			if i > 0 && s.Label != reply.Answer.Statements[i-1].Label {
				b.WriteString(s.Label + "\n")
			}
			b.WriteString(s.Text + "\n")
		}
		for _, s := range reply.Answer.Sources {
			b.WriteString(strings.Join([]string{s.Title, s.Publisher, s.Published, s.URL}, ", ") + "\n")
		}
		return []string{b.String()}
	}})
}
