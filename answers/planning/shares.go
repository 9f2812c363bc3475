package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// sharesBeside tells which of two shares of one total is the larger, that of a year or that of a place: "which is
// the bigger slice, what was taken in 2031 or what was taken in the north?".
func (c *Composition) sharesBeside() bool {
	if !c.asks("more-less") || len(c.r.Dates) != 1 || c.r.Dates[0].Year == 0 || c.r.Leans || !slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool { return t.Word == "or" }) {
		return false
	}
	at := slices.IndexFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && n.Located })
	if at < 0 {
		return false
	}
	var of, then *corpus.Claim
	for _, claim := range c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)] {
		if claim.Stance != corpus.Alleges || !c.r.Concerns(claim) || !c.inScope(claim) {
			continue
		}
		switch _, _, told := c.p.givenShare(claim); {
		case !told:
		case slices.Contains(claim.Place, c.r.Names[at].IDs[0]):
			of = claim
		case claim.Period != nil && c.p.Coverage(c.r, claim) > 0:
			then = claim
		}
	}
	if of == nil || then == nil || of.By != then.By {
		return false
	}
	large, x, _ := c.p.givenShare(of)
	small, y, _ := c.p.givenShare(then)
	if x < y {
		of, then, large, small = then, of, small, large
	}
	c.why = c.say("why.compare")
	c.leadText(c.say("compare.shares", "larger", large, "smaller", small, "speaker", c.p.Composer.ShortSpeaker(of)), of, then)
	c.lead(of)
	c.also(then)
	return true
}

// givenShare returns the share that a claim gives, in its own words and as a number; false where it gives none.
func (p *Planner) givenShare(claim *corpus.Claim) (text string, value float64, ok bool) {
	f := p.Index.FeaturesOf(claim)
	for i, figure := range f.Figures {
		if f.Of[i] >= 0 && claim.Figures[f.Of[i]].Measures == corpus.Share {
			return claim.Figures[f.Of[i]].Text, figure.Value, true
		}
	}
	return "", 0, false
}

// sharePlaced leads with the share that the speaker gives of a place, where it is asked what part came from there and
// the best claim gives none: "did most of it come from the north?".
func (c *Composition) sharePlaced(found []weighing.Scored) bool {
	if c.r.Facet != corpus.FacetShare || len(found) == 0 || found[0].Facet {
		return false
	}
	at := slices.IndexFunc(found, func(s weighing.Scored) bool {
		return s.Facet && s.Spoken && s.Score >= enough*found[0].Score && slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
			return n.From >= 0 && n.Located && slices.Contains(s.Claim.Place, n.IDs[0])
		})
	})
	if at < 0 {
		return false
	}
	c.why = c.say("why.best")
	c.lead(found[at].Claim)
	return true
}
