package answers

import (
	"slices"

	"allegedly/answers/corpus"
)

// start returns the claim of the same report that tells when it began, where that is
// asked for and the best claim does not tell.
func (c *composition) start(best *scored, found []scored) *scored {
	if c.r.facet != corpus.FacetWhen || !c.asks("start") || happenedOn(best.claim) != "" {
		return nil
	}
	for i := range found {
		s := &found[i]
		if s.claim.Report() == best.claim.Report() && happenedOn(s.claim) != "" && c.e.hasGroup(s.n, "start") && s.score >= 0.5*best.score {
			return s
		}
	}
	return nil
}

// motive returns what was said on the same occasion of the accusers' motive, if that
// is asked of a denial.
func (c *composition) motive(denial *corpus.Claim) *corpus.Claim {
	if denial.Stance != corpus.Denies || !c.asks("motive-word") {
		return nil
	}
	for _, d := range c.e.near(denial.Report(), nil) {
		if sameOccasion(d, denial) && c.e.hasGroup(c.e.index.Number(d), "motive-word") {
			return d
		}
	}
	return nil
}

// toldBeside returns the claim of the same accuser in the same report that tells how,
// why or on what evidence, where that is asked of an accusation that does not.
func (c *composition) toldBeside(best *scored, found []scored) *corpus.Claim {
	switch c.r.facet {
	case corpus.FacetMethod, corpus.FacetEvidence, corpus.FacetReason, corpus.FacetPurpose:
	default:
		return nil
	}
	if best.facet || best.claim.Stance != corpus.Alleges || c.r.intent != "fact" {
		return nil
	}
	if c.r.facet == corpus.FacetEvidence && c.asks("backing-word") {
		for _, n := range c.e.index.InReport(best.claim.Report().ID) { // what else bears it out
			if backs := c.e.corpus.Claims[n]; backs.Stance == corpus.Alleges && c.tells(backs, corpus.FacetEvidence) && c.e.hasGroup(n, "corroborate") {
				return backs
			}
		}
	}
	for i := range found {
		s := &found[i]
		if equal := s.claim != best.claim && s.claim.By != best.claim.By && s.claim.Report() == best.claim.Report() && s.score >= 0.99*best.score && s.named == best.named; equal && !s.facet {
			alone := *s
			if how := c.toldBeside(&alone, found[i+1:]); how != nil {
				best.claim = s.claim // of two that fit as well, the one whose accuser tells more
				return how
			}
		}
		if s.facet && s.claim != best.claim && s.claim.By == best.claim.By && s.claim.Report() == best.claim.Report() && s.named == best.named && s.score >= 0.3*best.score {
			return s.claim
		}
	}
	if c.r.facet == corpus.FacetReason || c.r.facet == corpus.FacetPurpose {
		return c.onlyMotive(best.claim)
	}
	return nil
}

// preferPurpose puts the claim first that tells what for, where that is asked and the best of the same
// accuser tells only why.
func (c *composition) preferPurpose(found []scored) {
	if c.r.facet != corpus.FacetPurpose || len(found) == 0 || len(found[0].claim.Purpose) > 0 {
		return
	}
	for i := range found {
		if s := found[i]; len(s.claim.Purpose) > 0 && s.claim.By == found[0].claim.By && s.claim.Report() == found[0].claim.Report() && s.named == found[0].named && s.score >= 0.7*found[0].score && c.r.wordFit(&s) >= c.r.wordFit(&found[0])-0.01 {
			toFront(found, i)
			return
		}
	}
}

// onlyMotive returns the one claim of the same accuser in the same report that gives a
// reason or a purpose.
func (c *composition) onlyMotive(claim *corpus.Claim) *corpus.Claim {
	var found *corpus.Claim
	for _, n := range c.e.index.InReport(claim.Report().ID) {
		other := c.e.corpus.Claims[n]
		if other.By != claim.By || c.e.corpus.Entity(claim.By) == nil || other.Stance != corpus.Alleges || !c.tells(other, corpus.FacetReason) && !c.tells(other, corpus.FacetPurpose) {
			continue
		}
		if found != nil {
			return nil
		}
		found = other
	}
	return found
}

// toldElsewhere tells whether the question asks what somebody's accusation rests on,
// or what it says the proceeds are for, and nothing else, and the accusation does
// not tell. It returns the claim on the same party that does, or nil where no
// report has one: the accusation is then given as all that there is.
func (c *composition) toldElsewhere(s *scored) (*corpus.Claim, bool) {
	if c.r.intent != "fact" && c.r.intent != "verify" || c.r.facet != corpus.FacetEvidence && c.r.facet != corpus.FacetPurpose || s.facet || s.claim.Stance != corpus.Alleges {
		return nil, false
	}
	if !s.named || c.r.voice() == nil && !(c.r.leans && slices.Contains(c.r.focus, s.claim)) || slices.ContainsFunc(c.r.terms, func(t term) bool { return t.own() && c.e.has(s.n, t) }) {
		return nil, false
	}
	told := c.grounds(c.r.facet)
	switch {
	case len(told) == 0:
		return nil, true
	case told[0].claim.Report() == s.claim.Report():
		return told[0].claim, false
	}
	return nil, false
}

// grounds returns the claims on the names asked about that tell a fact of that kind.
func (c *composition) grounds(facet corpus.Facet) []scored {
	return c.e.choose(c.r, choice{facet: facet, stances: []corpus.Stance{corpus.Alleges, corpus.Context}, keep: func(claim *corpus.Claim) bool {
		return c.hasNames(claim) && c.tells(claim, facet)
	}})
}

// tells reports whether the claim gives a fact of that kind.
func (c *composition) tells(claim *corpus.Claim, facet corpus.Facet) bool {
	return c.e.index.Features[c.e.index.Number(claim)].Facets[facet]
}

// namedBeside leads with another claim of the same accuser in the same report that names
// who was hit: "which banks?".
func (c *composition) namedBeside(focus *corpus.Claim) bool {
	for _, n := range c.e.index.InReport(focus.Report().ID) {
		claim := c.e.corpus.Claims[n]
		if claim != focus && claim.Stance == focus.Stance && claim.By == focus.By && c.e.corpus.Entity(focus.By) != nil && slices.ContainsFunc(claim.Targets, c.proper) {
			c.why = c.say("why.best")
			c.lead(claim)
			return true
		}
	}
	return false
}

// basis leads with what the same report tells of the evidence or the reason that
// was asked for after an accusation.
func (c *composition) basis(claim *corpus.Claim) bool {
	var best *corpus.Claim
	most := 0
	for _, n := range c.e.index.InReport(claim.Report().ID) {
		other, facets, value := c.e.corpus.Claims[n], c.e.index.Features[n].Facets, 0
		switch {
		case !facets[c.r.facet] && !(c.r.facet == corpus.FacetReason && facets[corpus.FacetPurpose]):
			continue // what it is for is a reason too
		case other.Stance == claim.Stance && other.By == claim.By:
			value = 5
		case other.Stance == corpus.Context && other.By == claim.By && c.e.corpus.Entity(claim.By) != nil:
			value = 4 // what the accuser shows for it
		case other.Stance == corpus.Alleges && len(other.Via) > 0 && slices.Equal(other.Via, claim.Via):
			value = 3
		case other.Stance == corpus.Context && slices.ContainsFunc(other.Targets, func(id string) bool { return slices.Contains(claim.Targets, id) }):
			value = 2
		case other.Stance == corpus.Context:
			value = 1
		}
		if value > most {
			best, most = other, value
		}
	}
	if best == nil {
		return false
	}
	c.why = c.say("why.best")
	c.lead(best)
	return true
}
