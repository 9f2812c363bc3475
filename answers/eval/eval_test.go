package eval

import (
	"context"
	"strings"
	"testing"

	"allegedly/answers"
	"allegedly/answers/compose"
	"allegedly/answers/data"
)

const marbles = `
- category: amount
  ask: How many marbles?
  figures: ["40 million", "1,200"]
  lead: [agency]
  all: [ministry]
  none: [league]
  never: [stole]
  claims: [marbles-2031/M1, marbles-2031/M2]
  reports: [marbles-2031]
  denial: [fairy]
- category: conversation
  turns:
    - ask: How many marbles?
      outcome: [answered, clarify]
    - ask: And then?
      lead: [second time]
- category: amount
  ask: Who won the cup?
  outcome: not_reported
`

// units returns the units of the shipped lexicon.
func units(t testing.TB) *Units {
	t.Helper()
	u, err := LoadUnits(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// marbleEngine answers every question alike, but tells how often it was asked.
type marbleEngine struct{ without string }

func (e marbleEngine) Answer(_ context.Context, q answers.Question) (answers.Answer, error) {
	if strings.Contains(q.Text, "cup") {
		return answers.Answer{Outcome: answers.NotReported, Text: "No."}, nil
	}
	lead := "The Agency said about 40 mn marbles, or 1 200 bags."
	if q.Thread.Turns > 0 {
		lead = "The second time."
	}
	denial := "The ministry called it a fairy tale."
	a := answers.Answer{
		Outcome:    answers.Answered,
		Statements: []answers.Statement{{Role: compose.Lead, Text: lead, Claims: []string{"marbles-2031/M2"}}, {Role: compose.Denial, Text: denial}},
		Sources:    []answers.Source{{Report: "marbles-2031"}},
		Text:       lead + " The league agrees. " + denial,
		Thread:     answers.Thread{Turns: q.Thread.Turns + 1},
	}
	for i := range a.Statements {
		a.Statements[i].Text = strings.ReplaceAll(a.Statements[i].Text, e.without, "")
	}
	a.Text = strings.ReplaceAll(a.Text, e.without, "")
	if e.without == "claim" {
		a.Statements[0].Claims = []string{"marbles-2031/M3"}
	}
	if e.without == "source" {
		a.Sources = nil
	}
	return a, nil
}

func TestRun(t *testing.T) {
	cases, err := Parse("marbles.yaml", []byte(marbles), units(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ without, wrong string }{
		{"nothing", ""},
		{"40", "the lead lacks 40 million"},
		{"1 200", "the lead lacks 1,200"},
		{"Agency", "the lead lacks /agency/"},
		{"ministry", "the answer lacks /ministry/"},
		{"fairy", "the reply lacks /fairy/"},
		{"claim", "the lead does not rest on marbles-2031/M1 or marbles-2031/M2"},
		{"source", "it does not cite marbles-2031"},
	} {
		result, err := Run(t.Context(), marbleEngine{test.without}, cases)
		if err != nil {
			t.Fatal(err)
		}
		var wrong []string
		for _, f := range result.Failures {
			wrong = append(wrong, f.Wrong...)
		}
		if got := strings.Join(wrong, "; "); got != test.wrong {
			t.Errorf("without %s: %q is wrong, not %q", test.without, got, test.wrong)
		}
		if failed := len(result.Failures); result.Total != 4 || result.Right != 4-failed {
			t.Errorf("without %s: %d of %d right, %d failures", test.without, result.Right, result.Total, failed)
		}
	}
}

// Who may say that it is not reported need cite nothing, nor carry a reply.
func TestNotReportedAsWell(t *testing.T) {
	for outcome, right := range map[string]int{"[answered, not_reported]": 1, "not_reported": 0} {
		cases, err := Parse("f", []byte("- {category: c, ask: who won the cup, outcome: "+outcome+", reports: [marbles-2031], denial: [fairy]}"), units(t))
		if err != nil {
			t.Fatal(err)
		}
		result, err := Run(t.Context(), marbleEngine{"-"}, cases)
		if err != nil {
			t.Fatal(err)
		}
		if result.Right != right {
			t.Errorf("of %s, %d are right: %v", outcome, result.Right, result.Failures)
		}
	}
}

func TestUnwanted(t *testing.T) {
	cases, err := Parse("f", []byte("- {category: c, ask: q, outcome: guidance, none: [agency], never: [league]}"), units(t))
	if err != nil {
		t.Fatal(err)
	}
	result, err := Run(t.Context(), marbleEngine{"-"}, cases)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := result.Print(&b); err != nil {
		t.Fatal(err)
	}
	want := `f:1: c, turn 1: "q": the outcome is answered, not [guidance]; the lead has /agency/; the answer has /league/

c                  0 of   1    0.0 %
all                0 of   1    0.0 %
`
	if b.String() != want {
		t.Errorf("printed\n%s\nnot\n%s", b.String(), want)
	}
}

func TestParseErrors(t *testing.T) {
	known := units(t)
	for _, test := range []struct{ content, want string }{
		{"", "f:1: there are no questions in it"},
		{"[]", "f:1: there are no questions in it"},
		{"# nothing\n", "f:1: there are no questions in it"},
		{"- category: c\n  ask: q\n  laed: [x]\n", "f:3: field laed not found"},
		{"- category: c\n  ask: q\n- category: c\n", "f:3: 'ask' is missing"},
		{"- ask: q\n", "f:1: 'category' is missing"},
		{"- {category: c, ask: q, outcome: maybe}\n", "f:1: there is no outcome \"maybe\""},
		{"- {category: c, ask: q, lead: ['(']}\n", "f:1: error parsing regexp"},
		{"- {category: c, ask: q, figures: [lots]}\n", "f:1: \"lots\" is no figure"},
		{"- {category: c, ask: q, figures: [$5 dollars]}\n", "f:1: \"$5 dollars\" is no figure"},
		{"- {category: c, ask: q, turns: [{ask: p}]}\n", "f:1: \"ask\" stands beside 'turns'"},
		{"- category: c\n  turns: [{ask: p}]\n  never: [x]\n", "f:3: \"never\" stands beside 'turns'"},
		{"- {category: c, turns: []}\n", "f:1: 'turns' has no question in it"},
		{"- category: c\n   ask: q\n", "f:2: "},
		{"{", "f:1: "},
	} {
		if _, err := Parse("f", []byte(test.content), known); err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%q gives the error %v, not %s", test.content, err, test.want)
		}
	}
}

func TestNothingAskedIsNothingRight(t *testing.T) {
	if p := (Count{}).Percent(); p != 0 {
		t.Errorf("%g %%", p)
	}
}

func TestFigures(t *testing.T) {
	known := units(t)
	for _, test := range []struct {
		figure, text string
		want         bool
	}{
		{"$1.2 billion", "about US$1.2bn", true},
		{"$1.2 billion", "1.20 billion dollars", true},
		{"$1.2 billion", "$11.2 billion", false},
		{"$1.2 billion", "$1.25 billion", false},
		{"$1.2 billion", "$1.2 million", false},
		{"$1.2 billion", "1.2 billion marbles", false},
		{"$1.2 billion", "€1.2 billion", false},
		{"1.5 trillion yen", "1.5 trillion Larnish silver yen", false},
		{"1.5 trillion yen", "1.5 trillion Larnish yen", true},
		{"1.5 trillion yen", "¥1.5tn", true},
		{"1.5 trillion yen", "JPY 1.5 trillion", true},
		{"1.5 trillion yen", "1.5 trillion", false},
		{"40 tonnes", "some 40 tons of dye", true},
		{"40 tonnes", "a 40-tonne load", true},
		{"40 tonnes", "40 barrels", false},
		{"40 kg", "40kg", true},
		{"40 kg", "40 kgs", false},
		{"$5 million", "A$5 million", false},
		{"40 tonnes", "140 tonnes", false},
		{"200,000", "200000 computers", true},
		{"200,000", "1,200,000", false},
		{"7%", "around 7 percent", true},
		{"30", "at least 30 \"elite\"", true},
		{"30", "300", false},
	} {
		pattern, err := known.pattern(test.figure)
		if err != nil {
			t.Fatal(err)
		}
		if pattern.MatchString(test.text) != test.want {
			t.Errorf("%s in %q: %v", test.figure, test.text, !test.want)
		}
	}
}

// FuzzParse holds that no file makes Parse panic, and that errors tell the file.
func FuzzParse(f *testing.F) {
	f.Add([]byte(marbles))
	known := units(f)
	f.Fuzz(func(t *testing.T, content []byte) {
		if _, err := Parse("file", content, known); err != nil && !strings.HasPrefix(err.Error(), "file:") {
			t.Errorf("the error tells no place: %v", err)
		}
	})
}
