package intent

import (
	"slices"
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

// What a rule names has to be something that the engine knows: a slip of the pen
// would otherwise do nothing, and nobody would learn of it.
func TestRuleNames(t *testing.T) {
	const rest = "  weight: 3\n  patterns: [=dog]\n  examples: [dog]\n  near: [cat]\n"
	for _, test := range []struct{ names, want string }{
		{"intent: fact", ""},
		{"intent: fact\n  facet: amount", ""},
		{"intent: extreme\n  aspect: largest", ""},
		{"slot: speaker", ""},
		{"intent: fcat", `intent "fcat" is not one of`},
		{"intent: fact\n  facet: amuont", `facet "amuont" is not one of amount`},
		{"intent: extreme\n  aspect: hugest", `aspect "hugest" is not one of ends first largest`},
		{"intent: counter\n  aspect: largest", `intent "counter" has no aspects`},
		{"slot: speeker", `slot "speeker" is not one of speaker`},
		{"slot: speaker\n  facet: amount", "a slot has neither"},
		{"slot: speaker\n  aspect: first", "a slot has neither"},
		{"intent: fact\n  slot: speaker", "either an intent or a slot"},
		{"unless: []", "either an intent or a slot"},
	} {
		_, found := reader(t, "- id: dog\n  "+test.names+"\n"+rest)
		if test.want == "" && len(found) > 0 || test.want != "" && (len(found) != 1 || found[0].Severity != corpus.Error || !strings.Contains(found[0].Message, test.want)) {
			t.Errorf("%q: found %v, want %q", test.names, found, test.want)
		}
	}
	for _, patterns := range []string{"", "  patterns: []\n"} {
		_, found := reader(t, "- id: dog\n  intent: fact\n"+strings.Replace(rest, "  patterns: [=dog]\n", patterns, 1))
		if len(found) != 1 || !strings.Contains(found[0].Message, "needs patterns") {
			t.Errorf("without patterns: found %v", found)
		}
	}
}

// What rules may name is what the shipped rules do name: a name that none has is
// one that no plan answers any longer. Only asking back is left to the rules of
// another corpus.
func TestNamesAreUsed(t *testing.T) {
	lexicon, err := language.LoadLexicon(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	rules, _ := LoadRules(data.FS, lexicon)
	used := map[string]bool{"clarify": true}
	for _, rule := range rules.All {
		used[rule.Intent], used[rule.Slot], used[rule.Intent+" "+rule.Aspect] = true, true, true
	}
	names := slices.Concat(Intents, Slots)
	for intent, aspects := range Aspects {
		for _, aspect := range aspects {
			names = append(names, intent+" "+aspect)
		}
	}
	for _, name := range names {
		if !used[name] {
			t.Errorf("no shipped rule names %q", name)
		}
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
