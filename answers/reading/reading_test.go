package reading_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"allegedly/answers/corpus"
	"allegedly/answers/data"
	"allegedly/answers/intent"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// river is a made-up affair: a mill, those who blame it, and what it replies.
const river = `
id: river-2031
title: Mill blamed for blue river
publisher: Tide Post
published: {date: "2031-05", basis: stated}
accused: mill
subject: the dye in the river
text: {file: river.txt}
status: reviewed
entities:
  - {id: mill, kind: company, name: the Orrin Mill, label: the mill, aliases: [Orrin Mill]}
  - {id: owner, kind: person, name: mill owner Ada Tern, label: Tern, aliases: [Ada Tern], of: mill}
  - {id: watch, kind: body, name: the Harbour Watch, label: the Watch, aliases: [Harbour Watch]}
  - {id: guild, kind: body, name: the Anglers' Guild, label: the Guild, aliases: [Anglers Guild, the Guild]}
  - {id: larn, kind: place, name: the Larn, aliases: [Larn]}
claims:
  - {id: dye, stance: alleges, by: watch, says: the mill let at least 40 tonnes of dye into the Larn between 2029 and 2031, lines: [1], said: {date: "2031-05-02", basis: stated}, period: {text: between 2029 and 2031, from: "2029", to: "2031"}, figures: [{text: at least 40 tonnes of dye, measures: total}], place: [larn], method: [at night], words: [amount]}
  - {id: fish, stance: alleges, by: guild, says: the dye killed 300 trout, lines: [2], figures: [{text: 300 trout, measures: count}]}
  - {id: reply, stance: denies, by: owner, verb: called, says: the accusation "an insult", lines: [5], said: {date: "2031-05-03", basis: stated}, answers: [dye]}
`

func newReader(t testing.TB) *reading.Reader {
	t.Helper()
	lexicon, err := language.LoadLexicon(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	c, found := corpus.Load(fstest.MapFS{"reports/river-2031.yaml": {Data: []byte(river)}})
	if errs := found.Errors(); len(errs) > 0 {
		t.Fatal(errs)
	}
	rules, found := intent.LoadRules(data.FS, lexicon)
	if len(found) > 0 {
		t.Fatal(found)
	}
	return reading.New(record.New(c, lexicon, corpus.NewIndex(c, lexicon)), rules)
}

// told writes what a request asks for and about what, leaving out what is empty.
func told(r *reading.Request) string {
	out := []string{strings.Trim(r.Intent+"/"+string(r.Facet), "/")}
	for _, n := range r.Names {
		as := ""
		switch {
		case n.From < 0:
			as = " from before"
		case n.Speaker:
			as = " speaking"
		case n.Target:
			as = " hit"
		case n.Located:
			as = " there"
		}
		out = append(out, strings.Join(n.IDs, "|")+as)
	}
	for _, id := range r.Accused {
		out = append(out, "accused "+id)
	}
	for _, f := range r.Figures {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%v %s", f.Value, f.Unit)))
	}
	for _, d := range r.Dates {
		out = append(out, d.String())
	}
	for _, s := range r.Strangers {
		out = append(out, "stranger "+s)
	}
	for _, id := range r.Except {
		out = append(out, "except "+id)
	}
	for _, q := range r.Quotes {
		out = append(out, "quotes "+q)
	}
	return strings.Join(out, ", ")
}

func TestRead(t *testing.T) {
	rd := newReader(t)
	for _, test := range []struct{ question, want string }{
		{"How much dye does the Harbour Watch say the mill let out?", "fact/amount, watch speaking, accused mill"},
		{"how mcuh did the harbor watch say", "fact/amount, watch speaking"},
		{"When did Tern reply to the Guild?", "replied/when, owner, guild"},
		{"Did the mill let 40 tonnes into the Larn in 2030?", "verify, larn, accused mill, 40 TONNE, 2030"},
		{"How many trout died?", "fact/count"},
		{"What does the Velmar Institute say about the dye?", "fact, stranger Velmar Institute"},
		{"Who accuses the mill, apart from the Guild?", "list, accused mill, except guild"},
		{`Who said "an insult"?`, "accuser, quotes an insult"},
		{"Is the Guild's figure larger than the Watch's?", "compare, guild speaking, watch"},
		{"Who was hit in Larn?", "fact/target, larn there"},
		{"hello", "greeting"},
	} {
		if got := told(rd.Read(reading.Question{Text: test.question})); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.question, got, test.want)
		}
	}
}

// TestReadOn holds what a question takes from the conversation, and what it leaves there.
func TestReadOn(t *testing.T) {
	rd := newReader(t)
	thread := reading.Thread{Intent: "fact", Facet: "amount", Claims: []string{"river-2031/dye"}, Entities: []string{"watch", "larn"}, Turns: 1}
	for _, test := range []struct{ question, want string }{
		{"And when?", "fact/when, watch from before, larn from before"},
		{"and the Guild?", "fact/amount, guild, larn from before"},
		{"What did they reply to that?", "replied, watch from before, larn from before"},
		{"Who accuses the mill of killing the trout in 2031?", "list, accused mill, 2031"},
	} {
		if got := told(rd.Read(reading.Question{Text: test.question, Thread: thread})); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.question, got, test.want)
		}
	}
}
