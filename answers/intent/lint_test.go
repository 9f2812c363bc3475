package intent

import (
	"strings"
	"testing"
	"testing/fstest"

	"allegedly/answers/corpus"
	"allegedly/answers/data"
	"allegedly/answers/language"
)

// reader returns a reader of the given rules over a corpus of one claim.
func reader(t testing.TB, rules string) (*Reader, corpus.Findings) {
	t.Helper()
	lexicon, err := language.LoadLexicon(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{
		"rules/a.yaml": {Data: []byte(rules)},
		"entities/names.yaml": {Data: []byte("entities:\n  - {id: ostmark, kind: party, name: Ostmark}\n" +
			"  - {id: tern-institute, kind: body, name: the Tern Institute}\n")},
		"reports/dye.yaml": {Data: []byte("id: dye\ntitle: Dye\npublisher: Dockside Post\npublished: {basis: unknown}\naccused: ostmark\nsubject: dye\n" +
			"text: {file: dye.txt, sha256: \"\"}\nstatus: reviewed\nclaims:\n  - {id: D1, stance: alleges, by: tern-institute, says: there is dye, lines: [1]}\n")},
	}
	c, found := corpus.Load(files)
	if len(found) > 0 {
		t.Fatal(found)
	}
	loaded, found := LoadRules(files, lexicon)
	return NewReader(corpus.NewIndex(c, lexicon), loaded), found
}

func TestLintRules(t *testing.T) {
	const dog = "- id: dog\n  intent: fact\n  weight: 3\n  patterns: [=dog]\n  examples: [where is the dog, \"does {accuser} own a dog\"]\n  near: [where is the cat, \"who is {accused}\"]\n"
	for _, test := range []struct {
		name, rules string
		want        string // "rule line:" and a part of the message; empty for none
	}{
		{"fine", dog, ""},
		{"example not read", strings.Replace(dog, "where is the dog", "where is the hound", 1), `rule-example 1: rule "dog": it does not read its example "where is the hound"`},
		{"near miss read", strings.Replace(dog, "where is the cat", "a dog and a cat", 1), `rule-near 1: rule "dog": it reads "a dog and a cat"`},
		{"hijacked", dog + "- id: big-dog\n  intent: denial\n  weight: 9\n  patterns: [=where ** =dog]\n  examples: [where is the dog]\n  near: [a dog]\n", `rule-hijacked 1: rule "dog": rule "big-dog" takes`},
		{"unreachable", dog + "- id: small-dog\n  intent: denial\n  weight: 1\n  patterns: [=dog]\n  examples: [a dog]\n  near: [a cat]\n", `rule-unreachable 7: rule "small-dog": no example reaches it`},
		{"a placeholder without a name", strings.Replace(dog, "{accuser}", "{incident}", 1), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, found := reader(t, test.rules)
			if len(found) > 0 {
				t.Fatal(found)
			}
			var got []string
			for _, f := range r.Lint() {
				got = append(got, f.Rule+" "+strings.SplitN(f.String(), ":", 3)[1]+": "+f.Message)
			}
			all := strings.Join(got, "\n")
			if test.want == "" && all != "" || !strings.Contains(all, test.want) {
				t.Errorf("got %s\nwant %s", all, test.want)
			}
		})
	}
}

func TestRuleWithoutExamples(t *testing.T) {
	_, found := reader(t, "- id: dog\n  intent: fact\n  weight: 3\n  patterns: [=dog]\n  examples: []\n  near: []\n")
	if len(found) != 1 || found[0].Rule != "rule" || !strings.Contains(found[0].Message, "needs examples") {
		t.Errorf("got %v", found)
	}
}

// The shipped rules read their examples over the shipped corpus.
func TestShippedRules(t *testing.T) {
	lexicon, err := language.LoadLexicon(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	c, _ := corpus.Load(data.FS)
	rules, found := LoadRules(data.FS, lexicon)
	found = append(found, NewReader(corpus.NewIndex(c, lexicon), rules).Lint()...)
	for _, f := range found {
		t.Log(f)
	}
	if errors := found.Errors(); len(errors) > 0 {
		t.Errorf("%d rules do not read as they say", len(errors))
	}
}
