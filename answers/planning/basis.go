package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// start returns the claim of the same report that tells when it began, where that is
// asked for and the best claim does not tell.
func (c *Composition) start(best *weighing.Scored, found []weighing.Scored) *weighing.Scored {
	if c.r.Facet != corpus.FacetWhen || !c.asks("start") || record.HappenedOn(best.Claim) != "" {
		return nil
	}
	for i := range found {
		s := &found[i]
		if s.Claim.Report() == best.Claim.Report() && record.HappenedOn(s.Claim) != "" && c.p.HasGroup(s.N, "start") && s.Score >= 0.5*best.Score {
			return s
		}
	}
	return nil
}

// motive returns what was said on the same occasion of the accusers' motive, if that
// is asked of a denial.
func (c *Composition) motive(denial *corpus.Claim) *corpus.Claim {
	if denial.Stance != corpus.Denies || !c.asks("motive-word") {
		return nil
	}
	for _, d := range c.p.DenialsNear(denial.Report(), nil) {
		if record.SameOccasion(d, denial) && c.p.HasGroup(c.p.Index.Number(d), "motive-word") {
			return d
		}
	}
	return nil
}

// toldBeside returns the claim of the same accuser in the same report that tells how,
// why or on what evidence, where that is asked of an accusation that does not.
func (c *Composition) toldBeside(best *weighing.Scored, found []weighing.Scored) *corpus.Claim {
	switch c.r.Facet {
	case corpus.FacetMethod, corpus.FacetEvidence, corpus.FacetReason, corpus.FacetPurpose:
	default:
		return nil
	}
	if best.Facet || best.Claim.Stance != corpus.Alleges || c.r.Intent != "fact" {
		return nil
	}
	for i := range found {
		s := &found[i]
		if equal := s.Claim != best.Claim && s.Claim.By != best.Claim.By && s.Claim.Report() == best.Claim.Report() && s.Score >= 0.99*best.Score && s.Named == best.Named; equal && !s.Facet {
			alone := *s
			if how := c.toldBeside(&alone, found[i+1:]); how != nil {
				best.Claim = s.Claim // of two that fit as well, the one whose accuser tells more
				return how
			}
		}
		if s.Facet && s.Claim != best.Claim && s.Claim.By == best.Claim.By && s.Claim.Report() == best.Claim.Report() && s.Named == best.Named && s.Score >= 0.3*best.Score {
			return s.Claim
		}
	}
	if c.r.Facet == corpus.FacetReason || c.r.Facet == corpus.FacetPurpose {
		return c.onlyMotive(best.Claim)
	}
	return nil
}

// ofReckoning tells whether it is asked how somebody came to a figure.
func (c *Composition) ofReckoning() bool {
	return c.asks("computing-word") || c.asks("amount-noun") && c.r.Voice() != nil
}

// onFigures leaves out what somebody infers other than from data: how a figure was arrived at it does not tell.
func (c *Composition) onFigures(found []weighing.Scored) []weighing.Scored {
	return slices.DeleteFunc(found, func(s weighing.Scored) bool {
		if c.r.Voice() != nil && s.Claim.By == corpus.Article && s.Claim.Stance == corpus.Alleges {
			return true // what an article makes of it is not how its speaker got there
		}
		return len(s.Claim.Evidence) > 0 && amountOf(s.Claim) == "" && !slices.ContainsFunc(s.Claim.Evidence, func(evidence string) bool {
			return c.p.Index.Mentions(evidence, c.p.Lexicon.Concept("data"))
		})
	})
}

// borneOut leads with what a report says bears out an accusation of its own, where that is asked for.
func (c *Composition) borneOut(found []weighing.Scored) bool {
	if c.r.Facet != corpus.FacetEvidence || !c.asks("backing-word") || len(found) == 0 || found[0].Claim.Stance != corpus.Alleges || !found[0].Named || !found[0].Figure && !c.fits(&found[0]) {
		return false
	}
	for _, n := range c.p.Index.InReport(found[0].Claim.Report().ID) {
		if backs := c.p.Corpus.Claims[n]; backs.Stance == corpus.Alleges && c.tells(backs, corpus.FacetEvidence) && c.p.HasGroup(n, "corroborate") {
			c.why = c.say("why.best")
			c.lead(backs, found[0].Claim)
			return true
		}
	}
	return false
}

// otherBasis returns the second claim on which the same accuser rests in the same report, where it is
// asked on what.
func (c *Composition) otherBasis(first *corpus.Claim) *corpus.Claim {
	if c.r.Facet != corpus.FacetEvidence || len(first.Evidence) == 0 {
		return nil
	}
	for _, n := range c.p.Index.InReport(first.Report().ID) {
		if other := c.p.Corpus.Claims[n]; other != first && other.By == first.By && other.Stance == first.Stance && len(other.Evidence) > 0 {
			return other
		}
	}
	return nil
}

// withRest leads with a second claim of the same speaker, where it is asked why, the first does not
// tell, and the second has a rare word of the question that the first lacks: "why did she go from the
// mills to the docks?"
func (c *Composition) withRest(best *weighing.Scored, found []weighing.Scored) {
	if len(c.led) != 1 || c.r.Facet != corpus.FacetReason || c.r.Voice() == nil || c.r.Leans || !best.Spoken {
		return
	}
	for _, s := range found {
		if s.Claim == c.led[0] || s.Claim.By != c.led[0].By || s.Claim.Report() != c.led[0].Report() || s.Claim.Stance != c.led[0].Stance || s.Score < 0.4*best.Score {
			continue
		}
		led := c.p.Index.Number(c.led[0])
		if slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
			return t.Own() && t.Known && !t.Light && !t.Stray && t.Weight >= c.p.Index.Rarity(10) && c.p.Has(s.N, t) && !c.p.Has(led, t)
		}) {
			c.lead(s.Claim)
			return
		}
	}
}

// onlyMotive returns the one claim of the same accuser in the same report that gives a
// reason or a purpose.
func (c *Composition) onlyMotive(claim *corpus.Claim) *corpus.Claim {
	var found *corpus.Claim
	for _, n := range c.p.Index.InReport(claim.Report().ID) {
		other := c.p.Corpus.Claims[n]
		if other.By != claim.By || c.p.Corpus.Entity(claim.By) == nil || other.Stance != corpus.Alleges || !c.tells(other, corpus.FacetReason) && !c.tells(other, corpus.FacetPurpose) {
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
func (c *Composition) toldElsewhere(s *weighing.Scored) (*corpus.Claim, bool) {
	if c.r.Intent != "fact" && c.r.Intent != "verify" || c.r.Facet != corpus.FacetEvidence && c.r.Facet != corpus.FacetPurpose || s.Facet || s.Claim.Stance != corpus.Alleges {
		return nil, false
	}
	if c.r.Facet == corpus.FacetEvidence && c.r.Voice() == nil && c.r.TellingFigure() && s.Figure && len(c.r.Names) == 0 && s.Claim.By != corpus.Article && !c.asks("computing-word") {
		basis := c.basis(s.Claim) // "what is the evidence for the 40 tonnes?"
		return basis, basis == nil
	}
	ofTheft := c.r.Facet == corpus.FacetPurpose && c.ownNames()+len(c.r.Figures) > 0 && !c.r.Leans // "what was the flour from the mill used for?"
	if !s.Named || c.r.Voice() == nil && !ofTheft && !(c.r.Leans && slices.Contains(c.r.Focus, s.Claim)) || slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		return t.Own() && !t.Framing && !(ofTheft && c.ofGroup(t, "steal")) && c.p.Has(s.N, t)
	}) {
		return nil, false
	}
	told := c.grounds(c.r.Facet)
	switch {
	case len(told) == 0:
		return nil, true
	case told[0].Claim.Report() != s.Claim.Report() && len(c.r.Figures) > 0 && s.Figure && !told[0].Figure:
		return nil, true // what another report tells of that accuser is not of this figure
	case told[0].Claim.Report() == s.Claim.Report():
		return told[0].Claim, false
	}
	return nil, false
}

// basis returns what a report tells of the grounds on which a claim's speaker rests; nil where it tells nothing.
func (c *Composition) basis(claim *corpus.Claim) *corpus.Claim {
	for _, n := range c.p.Index.InReport(claim.Report().ID) {
		if other := c.p.Corpus.Claims[n]; other.By == claim.By && other.Stance == claim.Stance && c.tells(other, corpus.FacetEvidence) {
			return other
		}
	}
	return nil
}

// leavesOut tells whether it is asked why, what was taken, or which years a figure covers, and an accusation or
// background does not tell that: "why does the inspector want the mills closed?", who wants them watched.
func (c *Composition) leavesOut(s *weighing.Scored) bool {
	if c.r.Intent == "fact" && c.r.Facet == corpus.FacetWhen && c.asks("period-asking") && len(c.r.Figures) > 0 {
		return s.Claim.Stance == corpus.Alleges && s.Claim.Period == nil // when it was said is another matter
	}
	if c.r.Intent != "fact" || c.r.Leans || s.Facet || s.Claim.Stance != corpus.Alleges && s.Claim.Stance != corpus.Context {
		return false
	}
	return c.r.Facet == corpus.FacetReason || c.r.Facet == corpus.FacetAsset && amountOf(s.Claim) == ""
}

// grounds returns the claims on the names asked about that tell a fact of that kind.
func (c *Composition) grounds(facet corpus.Facet) []weighing.Scored {
	told := c.p.Choose(c.r, weighing.Filter{Facet: facet, Stances: []corpus.Stance{corpus.Alleges, corpus.Context}, Keep: func(claim *corpus.Claim) bool {
		return c.hasNames(claim) && c.tells(claim, facet)
	}})
	if facet == corpus.FacetEvidence && c.ofReckoning() {
		told = c.onFigures(told)
	}
	return told
}

// tells reports whether the claim gives a fact of that kind.
func (c *Composition) tells(claim *corpus.Claim, facet corpus.Facet) bool {
	return c.p.Index.FeaturesOf(claim).Facets[facet]
}

// namedBeside leads with another claim of the same accuser in the same report that names
// who was hit: "which banks?".
func (c *Composition) namedBeside(focus *corpus.Claim) bool {
	for _, n := range c.p.Index.InReport(focus.Report().ID) {
		claim := c.p.Corpus.Claims[n]
		if claim != focus && claim.Stance == focus.Stance && claim.By == focus.By && c.p.Corpus.Entity(focus.By) != nil && slices.ContainsFunc(claim.Targets, c.proper) {
			c.why = c.say("why.best")
			c.lead(claim)
			return true
		}
	}
	return false
}

// groundsOfAnswered leads with what the accusation rests on that a reply answered, where the reply was told and the
// accusation is asked about: "on what does the accusation rest?"
func (c *Composition) groundsOfAnswered() bool {
	if c.r.Facet != corpus.FacetEvidence || !c.r.Leans || len(c.r.Focus) == 0 || c.r.Focus[0].Stance != corpus.Denies || !c.asks("accusation-word") || c.ownNames()+len(c.r.Figures) > 0 {
		return false
	}
	answered := c.p.Corpus.Answered(c.r.Focus[0])
	return len(answered) > 0 && c.leadBasis(answered[0])
}

// leadBasis leads with what the same report tells of the evidence or the reason that
// was asked for after an accusation.
func (c *Composition) leadBasis(claim *corpus.Claim) bool {
	var best *corpus.Claim
	most := 0
	for _, n := range c.p.Index.InReport(claim.Report().ID) {
		other, facets, value := c.p.Corpus.Claims[n], c.p.Index.Features[n].Facets, 0
		switch {
		case !facets[c.r.Facet] && !(c.r.Facet == corpus.FacetReason && facets[corpus.FacetPurpose]):
			continue // what it is for is a reason too
		case other.Stance == claim.Stance && other.By == claim.By:
			value = 5
		case other.Stance == corpus.Context && other.By == claim.By && c.p.Corpus.Entity(claim.By) != nil:
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
