package intent

import (
	"strings"
	"testing"

	"allegedly/answers/data"
	"allegedly/answers/language"
)

func TestParsePattern(t *testing.T) {
	lexicon, err := language.LoadLexicon(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	for source, want := range map[string]string{
		"who ~say that":        "",
		"^ =dogs? ** #year $":  "",
		"@speaker|@any a|b|~c": "no group",
		"":                     "empty",
		"   ":                  "empty",
		"~nothing-of-the-kind": "no group",
		"@planet":              "@planet is not one of",
		"#colour":              "#colour is not one of",
		"a||b":                 "an alternative is empty",
		"|":                    "an alternative is empty",
		"?":                    "an alternative is empty",
	} {
		_, err := newPatternReader(lexicon).pattern(source)
		switch {
		case want == "" && err != nil:
			t.Errorf("%q: %v", source, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%q: got the error %v, want one that says %q", source, err, want)
		}
	}
}

// Each element of the pattern language, over questions that it must and must
// not match.
func TestMatch(t *testing.T) {
	r, found := reader(t, "- id: any\n  intent: fact\n  weight: 1\n  patterns: [dog]\n  examples: [dog]\n  near: [cat]\n")
	if len(found) > 0 {
		t.Fatal(found)
	}
	for _, test := range []struct {
		pattern string
		yes, no []string
	}{
		{"dog", []string{"the dog", "two dogs", "Dogs!"}, []string{"hotdog", "cat", ""}},
		{"=dog", []string{"the dog"}, []string{"dogs"}},
		{"dog|cat bites", []string{"the cat bit... bites", "a dog bites"}, []string{"the bites of a cow"}},
		{"big? dog", []string{"a dog", "a big dog"}, []string{"a big cat"}},
		{"^ dog", []string{"dog eats", "please, the dog eats"}, []string{"who saw Ostmark's dog"}},
		{"dog $", []string{"where is the dog?", "a dog please"}, []string{"the dog eats shoes"}},
		{"dog * shoe", []string{"dog eats brown shoes", "dog shoes"}, []string{"dog eats seven pairs of brown leather shoes"}},
		{"dog ** shoe", []string{"the dog quickly eats seven brown leather shoes"}, []string{"shoe of a dog"}},
		{"dog ** shoe $", []string{"dog eats shoe and another shoe"}, []string{"dog eats shoe and leaves trousers"}},
		{"@accused", []string{"did Ostmark do it"}, []string{"the Tern Institute"}},
		{"@speaker dog", []string{"the Tern Institute's dog"}, []string{"Ostmark's dog", "dog of the Tern Institute"}},
		{"@body", []string{"the Tern Institute"}, []string{"Ostmark"}},
		{"@any and @any", []string{"Ostmark and the Tern Institute"}, []string{"Ostmark and others"}},
		{"#year", []string{"in 2019"}, []string{"in May", "for $2019"}},
		{"#money", []string{"about $5"}, []string{"5 dogs", "5%"}},
		{"#share", []string{"7%"}, []string{"$7"}},
		{"#count dog", []string{"12 dogs"}, []string{"$12 dogs"}},
	} {
		p, err := newPatternReader(r.lexicon).pattern(test.pattern)
		if err != nil {
			t.Errorf("%q: %v", test.pattern, err)
			continue
		}
		matches := func(text string) bool { return p.match(newFeatures(r.Read(text), r.index, r.lexicon)) != nil }
		for _, text := range test.yes {
			if !matches(text) {
				t.Errorf("%q does not match %q", test.pattern, text)
			}
		}
		for _, text := range test.no {
			if matches(text) {
				t.Errorf("%q matches %q", test.pattern, text)
			}
		}
	}
}

// The heaviest rule decides; a rule does not hold where its "unless" matches.
func TestRulesDecide(t *testing.T) {
	r, found := reader(t, `
- {id: dog, intent: fact, weight: 1, patterns: [dog], unless: [hot dog], examples: [dog], near: [cat]}
- {id: big-dog, intent: quote, weight: 2, patterns: [big dog], examples: [big dog], near: [dog]}
- {id: owner, slot: speaker, weight: 1, patterns: ["@any dog"], examples: ["{accuser} dog"], near: [dog]}
`)
	if len(found) > 0 {
		t.Fatal(found)
	}
	for text, want := range map[string]string{"the dog": "dog", "the big dog": "big-dog", "a hot dog": "", "a cat": "", "a big hot dog": ""} {
		q := r.Read(text)
		got := ""
		if q.Asks != nil {
			got = q.Asks.Rule.ID
		}
		if got != want {
			t.Errorf("%q is read by %q, want %q", text, got, want)
		}
	}
	q := r.Read("the Tern Institute's dog")
	if len(q.Slots) != 1 || len(q.Slots[0].Mentions) != 1 || q.Mentions[q.Slots[0].Mentions[0]].IDs[0] != "tern-institute" {
		t.Errorf("the speaker's slot holds %v", q.Slots)
	}
}

// Whatever an editor types as a pattern is either understood or refused in
// words, and matching it ends.
func FuzzPattern(f *testing.F) {
	for _, source := range []string{"who ~say|=said ** @any? $", "^ * #money", "a? b? c? d? e? f?", "** ** ** ** **", "~", "@", "#", "|||", "$ ^", "x?|y", "=?", "\xff", "** a? ** b? ** c? **"} {
		f.Add(source, "who said that Ostmark took $5 in 2019, a b c d?")
	}
	r, _ := reader(f, "- {id: dog, intent: fact, weight: 1, patterns: [dog], examples: [dog], near: [cat]}\n")
	f.Fuzz(func(t *testing.T, source, question string) {
		if len(source) > 60 || len(question) > 200 {
			return // rules are written by editors, a line at a time
		}
		p, err := newPatternReader(r.lexicon).pattern(source)
		if err != nil {
			return
		}
		q := r.Read(question)
		for _, i := range p.match(newFeatures(q, r.index, r.lexicon)) {
			if i >= len(q.Tokens) || -1-i >= len(q.Mentions) {
				t.Errorf("%q explains token %d of %d in %q", source, i, len(q.Tokens), question)
			}
		}
	})
}

// Reading a question with the shipped rules never fails, and every part of it
// lies where it says.
func FuzzQuery(f *testing.F) {
	for _, text := range []string{"who says so?", "How much did the Tern Institute say Ostmark took in 2019?", "ostmark ostmark ostmark", "and?", "\xff $ % 2019-09-01"} {
		f.Add(text)
	}
	base, _ := reader(f, "- {id: dog, intent: fact, weight: 1, patterns: [dog], examples: [dog], near: [cat]}\n")
	rules, found := LoadRules(data.FS, base.lexicon)
	if len(found) > 0 {
		f.Fatal(found)
	}
	r := NewReader(base.index, rules)
	f.Fuzz(func(t *testing.T, text string) {
		q := r.Read(text)
		for _, m := range q.Mentions {
			if m.From < 0 || m.To <= m.From || m.To > len(q.Tokens) {
				t.Fatalf("a name lies at [%d, %d) of %d", m.From, m.To, len(q.Tokens))
			}
		}
		last := 0
		for _, term := range q.Terms {
			if term.From < last || term.To <= term.From || term.To > len(q.Tokens) {
				t.Fatalf("a word lies at [%d, %d) of %d", term.From, term.To, len(q.Tokens))
			}
			last = term.To
		}
	})
}
