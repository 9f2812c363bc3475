package corpus

import (
	"testing"

	"allegedly/answers/language"
)

const bridgeClaims = `
  - id: a
    stance: alleges
    by: orr-watch
    says: the Gull Gang took about 40 tonnes of steel worth $2.5 million in the bridge theft
    lines: [1]
    said: {date: "2031-04", basis: stated}
    period: {text: from 2029 to 2031, from: "2029", to: "2031"}
    figures:
      - {text: about 40 tonnes, measures: count, of: steel}
      - {text: $2.5 million, measures: single}
    actor: [gull]
    incident: bridge-theft
    assets: [steel]
    purpose: [building boats for the Larnish fleet]
    words: [metal, girders, crew]
  - id: b
    stance: denies
    by: larn-ministry
    verb: denied
    says: that any steel had come to Larn, and called it "a tale"
    lines: [2]
    answers: [a]
  - id: c
    stance: remark
    says: The article does not weigh the steel
    lines: [1]
    about: [a]
  - {id: d, stance: alleges, by: article, says: the port is closed, lines: [3], status: draft}
`

func TestIndex(t *testing.T) {
	lexicon := testLexicon(t)
	c := worldCorpus(t, bridgeClaims)
	x := NewIndex(c, lexicon)
	if len(c.Claims) != 3 {
		t.Fatalf("%d claims answer, want 3: a draft does not", len(c.Claims))
	}
	first, denial := c.Claim("tide-2031/a"), c.Claim("tide-2031/b")
	if got := c.Replies(first); len(got) != 1 || got[0] != denial {
		t.Errorf("replies: %v", got)
	}
	if got := c.Remarks(first); len(got) != 1 || got[0].ID != "c" {
		t.Errorf("remarks: %v", got)
	}
	if got := c.Answered(denial); len(got) != 1 || got[0] != first {
		t.Errorf("answered: %v", got)
	}

	f := x.Features[x.Number(first)]
	for facet, want := range map[Facet]bool{FacetAmount: true, FacetCount: true, FacetWhen: true, FacetAsset: true, FacetActor: true, FacetPurpose: true, FacetShare: false, FacetMethod: false, FacetQuote: false} {
		if f.Facets[facet] != want {
			t.Errorf("facet %s: %v, want %v", facet, f.Facets[facet], want)
		}
	}
	if !x.Features[x.Number(denial)].Facets[FacetQuote] {
		t.Error("a quotation answers how something was put")
	}
	if len(f.Figures) != 2 || f.Figures[1].Value != 2.5e6 || f.Of[1] != 1 {
		t.Errorf("figures: %+v of %v", f.Figures, f.Of)
	}

	relations := map[string]Relation{"orr-watch": AsSpeaker, "orr": AsOwner, "gull": AsActor, "bridge-theft": AsIncident, "sea-gull": AsTarget, "larn": AsText}
	for id, want := range relations {
		found := false
		for _, posting := range x.Entity(id) {
			found = found || posting.Claim == x.Number(first) && posting.Relation&want != 0
		}
		if !found {
			t.Errorf("%s does not lead to the claim as %b: %+v", id, want, x.Entity(id))
		}
	}
	for word, want := range map[string]bool{"girders": true, "girder": true, "steel": true, "larnish": true, "tale": true, "submarine": false, "port": false} {
		if x.HasWord(word) != want {
			t.Errorf("HasWord(%q) = %v, want %v", word, !want, want)
		}
	}
	for year, want := range map[int]bool{2028: false, 2029: true, 2030: true, 2031: true, 2032: false} {
		if x.HasYear(year) != want {
			t.Errorf("HasYear(%d) = %v, want %v", year, !want, want)
		}
	}
	if got := x.Concept(lexicon.Concept("staff")); len(got) != 1 || got[0].Claim != x.Number(first) {
		t.Errorf("\"crew\" under words is found by its group: %v", got)
	}
	if got := x.InReport("tide-2031"); len(got) != 3 {
		t.Errorf("claims of the report: %v", got)
	}
}

func TestSpanCovers(t *testing.T) {
	for _, test := range []struct {
		from, to, date string
		want           bool
	}{
		{"2031-04", "2031-04", "2031", true},
		{"2031-04", "2031-04", "2031-04", true},
		{"2031-04", "2031-04", "2031-05", false},
		{"2031", "2031", "2031-05", true},
		{"2029", "2031", "2030", true},
		{"2029", "2031", "2032", false},
		{"2029", "", "2028", false},
		{"2029", "", "2029", true},
		{"", "2031", "2031", true},
		{"", "2031", "2033", false},
	} {
		if got := (Span{From: test.from, To: test.to}).Covers(language.ParseDate(test.date)); got != test.want {
			t.Errorf("%q to %q covers %s: %v, want %v", test.from, test.to, test.date, got, test.want)
		}
	}
}
