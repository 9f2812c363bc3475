package record_test

import (
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"allegedly/answers/corpus"
	"allegedly/answers/data"
	"allegedly/answers/language"
	"allegedly/answers/record"
)

// river is a made-up affair with two occasions of replies, an accusation that has no date
// and none that any reply lists, and one that stands in two reports.
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
  - {id: mill, kind: company, name: the mill}
  - {id: watch, kind: body, name: the Watch}
  - {id: guild, kind: body, name: the Guild}
  - {id: angler, kind: person, name: the angler}
claims:
  - {id: dye, stance: alleges, by: watch, says: the mill let at least 40 tonnes of dye into the river, lines: [1], said: {date: "2031-05-02", basis: stated}, origin: dye, figures: [{text: at least 40 tonnes of dye, measures: total}]}
  - {id: fish, stance: alleges, by: angler, says: the mill killed the trout, lines: [2]}
  - {id: smell, stance: alleges, by: guild, says: the mill smelt of lye, lines: [3], said: {date: "2031-04-20", basis: stated}, figures: [{text: 12 tonnes, measures: part}]}
  - {id: first, stance: denies, by: mill, verb: said that, says: there was no dye, lines: [4], said: {date: "2031-01", basis: stated}, aimed_at: the first rumours}
  - {id: second, stance: denies, by: mill, verb: rejected, says: the accusation of the Watch, lines: [5], said: {date: "2031-05-03", basis: stated}, answers: [dye]}
`

// twin carries the accusation of the Watch once more, and no reply to it.
const twin = `
id: twin-2031
title: Watch blames mill
publisher: Hill Post
published: {date: "2031-06", basis: stated}
accused: mill
subject: the dye in the river
text: {file: twin.txt}
status: reviewed
claims:
  - {id: dye, stance: alleges, by: watch, says: the mill let at least 40 tonnes of dye into the river, lines: [1], origin: dye, figures: [{text: at least 40 tonnes of dye, measures: total}]}
`

func load(t *testing.T) *record.Record {
	t.Helper()
	lexicon, err := language.LoadLexicon(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	c, found := corpus.Load(fstest.MapFS{"reports/river-2031.yaml": {Data: []byte(river)}, "reports/twin-2031.yaml": {Data: []byte(twin)}})
	if errs := found.Errors(); len(errs) > 0 {
		t.Fatal(errs)
	}
	return record.New(c, lexicon, corpus.NewIndex(c, lexicon))
}

func TestReplyTo(t *testing.T) {
	rec := load(t)
	tests := []struct {
		accusation, denial string
		direct, older      bool
	}{
		{"river-2031/dye", "river-2031/second", true, false},
		{"twin-2031/dye", "river-2031/second", true, false},    // the same statement in another report
		{"river-2031/fish", "river-2031/second", false, false}, // undated: the last word of the report, not the first
		{"river-2031/smell", "river-2031/second", false, false},
	}
	for _, test := range tests {
		reply := rec.ReplyTo(rec.Corpus.Claim(test.accusation))
		if got := reply.Denial.Key(); got != test.denial || reply.Direct != test.direct || reply.Older != test.older {
			t.Errorf("beside %s stands %s (direct %v, older %v), want %s (%v, %v)", test.accusation, got, reply.Direct, reply.Older, test.denial, test.direct, test.older)
		}
	}
}

func TestStanding(t *testing.T) {
	rec := load(t)
	about := rec.About([]string{"mill"})
	keys := func(claims []*corpus.Claim) []string {
		var out []string
		for _, claim := range claims {
			out = append(out, claim.Key())
		}
		return out
	}
	tests := []struct {
		what string
		got  []string
		want []string
	}{
		{"who accuses", slices.Sorted(maps.Keys(rec.Accuses)), []string{"angler", "guild", "watch"}},
		{"the totals, one for each statement", keys(about.Totals), []string{"river-2031/dye"}},
		{"the amounts, the largest first", keys(about.Amounts["any"]), []string{"river-2031/dye", "river-2031/smell"}},
		{"the occasions of replies", keys(about.Occasions), []string{"river-2031/first", "river-2031/second"}},
		{"the accusations by date", keys(about.Said), []string{"river-2031/smell", "river-2031/dye"}},
		{"accusers without a reply", keys(about.Open), []string{"river-2031/fish", "river-2031/smell"}},
		{"the reports by date", []string{rec.ByDate[0].ID, rec.ByDate[1].ID}, []string{"river-2031", "twin-2031"}},
	}
	for _, test := range tests {
		if !slices.Equal(test.got, test.want) {
			t.Errorf("%s: %v, want %v", test.what, test.got, test.want)
		}
	}
}
