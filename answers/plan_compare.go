package answers

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// quotesClaim tells whether the question quotes words that some claim has.
func (c *composition) quotesClaim() bool {
	if len(c.r.quotes) == 0 {
		return false
	}
	found := c.e.choose(c.r, choice{anyDate: true})
	return len(found) > 0 && slices.ContainsFunc(c.r.quotes, func(quote string) bool {
		return strings.Contains(c.e.index.Features[found[0].n].Text, " "+quote+" ")
	})
}

// planCompare sets the claims of each side beside each other.
func (c *composition) planCompare() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if len(c.r.quotes) < 2 && c.quotesClaim() {
		c.planFact() // of words that a claim quotes: the claim, and what is to be said of it
		return
	}
	if len(c.r.figures) == 1 && !c.asks("more-less") && slices.ContainsFunc(c.r.query.Tokens, func(t language.Token) bool { return t.Word == "or" }) {
		for i := range c.r.names {
			c.r.names[i].speaker = false
		}
		c.r.intent = "verify"
		c.r.joinAlternatives() // "is the figure A's or B's?"
		c.planFact()
		return
	}
	if (c.r.facet == corpus.FacetRanking || c.r.facet == corpus.FacetTarget) && c.asks("more-less") && (c.asks("amount-word") || slices.ContainsFunc(c.r.query.Tokens[:min(3, len(c.r.query.Tokens))], func(t language.Token) bool { return c.e.in(t, "more-less") })) {
		c.r.facet = corpus.FacetAmount // "is the figure in the ranking higher?"
	}
	if c.asks("older-word") && len(c.compared()) >= 2 && !c.asks("start") {
		c.planOrder()
		return
	}
	sides := c.sides()
	if c.r.aspect == "with-that" {
		sides = c.besideFocus(sides)
	}
	for i := range sides {
		if remark := c.leavesOpen(sides[i].best()); remark != nil {
			c.leadRemark(remark)
			return
		}
	}
	if len(sides) < 2 && c.r.aspect == "clauses" {
		c.r.intent, c.r.aspect = "fact", ""
		c.planDefault()
		return
	}
	if len(sides) < 2 {
		switch {
		case c.asks("deny"):
			c.allReplies()
		case c.r.facet == corpus.FacetPurpose && c.eachPurpose():
			c.long = true
		case len(c.r.names)+len(c.r.figures) == 0 && c.r.facet != "" && c.r.facet != corpus.FacetAmount:
			c.listFacts()
			c.long = false
		case len(c.r.names)+len(c.r.figures) == 0 && c.ofTheirOwn():
			c.planFact() // "do the two inspectors agree?": of them, not of all figures
		case len(c.r.names)+len(c.r.figures) == 0:
			c.planTotal()
		case c.remarkOnNames():
		default:
			c.planFact()
		}
		return
	}
	c.why = c.say("why.compare")
	c.b.KeepLeads = true
	c.preferStarts(sides)
	if text, claims := c.ahead(sides); text != "" {
		c.leadText(text, claims...)
		for _, s := range sides {
			c.also(s.best())
		}
		return
	}
	c.long = len(sides) > 2 // none that was asked for is left out
	for i := range sides {
		if i < 2 {
			c.lead(sides[i].best())
		} else {
			c.also(sides[i].best())
		}
	}
}

// besideFocus sets the amount that was told last beside that of whom the question
// names: "is theirs higher than that?".
func (c *composition) besideFocus(sides []side) []side {
	if len(sides) >= 2 || len(c.r.focus) == 0 {
		return sides
	}
	own := slices.DeleteFunc(slices.Clone(c.r.names), func(n name) bool { return n.from < 0 })
	at := slices.IndexFunc(c.r.focus, func(claim *corpus.Claim) bool { _, ok := c.e.value(claim); return ok })
	if len(own) != 1 || at < 0 {
		return sides
	}
	ask := *c.r
	ask.names, ask.facet, ask.leans = own, corpus.FacetAmount, false
	found := c.e.choose(&ask, choice{stances: accusing, keep: func(claim *corpus.Claim) bool {
		_, ok := c.e.value(claim)
		return ok && claim != c.r.focus[at] && c.e.index.Relation(c.e.index.Number(claim), own[0].ids) != 0
	}})
	if len(found) == 0 {
		return sides
	}
	told := scored{claim: c.r.focus[at], n: c.e.index.Number(c.r.focus[at]), fit: 1, named: true, facet: true}
	label := c.e.composer.Accusers([]*corpus.Claim{told.claim})[0]
	return []side{{label, []scored{told}}, {c.e.composer.Label(own[0].ids[0]), found}}
}

// remarkOnNames leads with the remark on what the question names, where all that
// the reports tell of it is to be compared.
func (c *composition) remarkOnNames() bool {
	if c.asks("more-less") {
		return false // it is asked which of two it is
	}
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Remark}, anyDate: true, keep: func(claim *corpus.Claim) bool {
		return len(claim.About) > 1 && !slices.ContainsFunc(c.r.names, func(n name) bool {
			return c.e.index.Relation(c.e.index.Number(claim), n.ids)&corpus.AsText == 0
		})
	}})
	if len(found) == 0 || !found[0].named || found[0].fit < enough || len(c.r.figures) > 0 {
		return false
	}
	c.weighed = found
	c.leadRemark(found[0].claim)
	return true
}

// preferStarts puts the claims first that tell when something began, if that is
// what is compared.
func (c *composition) preferStarts(sides []side) {
	if !c.asks("start") {
		return
	}
	dates := func(s scored) int {
		from := s.claim.Happened != nil || s.claim.Period != nil && s.claim.Period.From != ""
		return boolInt(s.facet && c.e.hasGroup(s.n, "start")) * (1 + boolInt(from))
	}
	for _, s := range sides {
		slices.SortStableFunc(s.found, func(a, b scored) int { return cmp.Compare(dates(b), dates(a)) })
	}
}

// ahead says which side has the larger amount or the earlier date, when that
// was asked and the reports give both.
func (c *composition) ahead(sides []side) (string, []*corpus.Claim) {
	if len(sides) != 2 || sides[0].label == "" && len(c.r.figures) == 0 || c.r.facet != "" && c.r.facet != corpus.FacetAmount {
		return "", nil
	}
	if c.moreOf() != "" {
		return c.aheadInCount(sides)
	}
	a, b := c.comparable(&sides[0]), c.comparable(&sides[1])
	if a == nil || b == nil {
		return "", nil
	}
	if c.asks("more-less") || c.r.aspect == "largest" || c.r.aspect == "smallest" {
		x, okX := c.e.value(a)
		y, okY := c.e.value(b)
		if !okX || !okY || x == y {
			return "", nil
		}
		large, small, label := a, b, sides[0].label
		if y > x {
			large, small, label = b, a, sides[1].label
		}
		if label == "" {
			label = c.e.composer.Accusers([]*corpus.Claim{large})[0]
		}
		if c.asks("less-word") {
			label = c.e.composer.Accusers([]*corpus.Claim{small})[0]
			if s := sides[boolInt(large == a)]; s.label != "" {
				label = s.label
			}
			return c.say("compare.smaller", "label", label, "smaller", c.amounts([]*corpus.Claim{small})[0], "larger", c.amounts([]*corpus.Claim{large})[0]), []*corpus.Claim{small, large}
		}
		return c.say("compare.larger", "label", label, "larger", c.amounts([]*corpus.Claim{large})[0], "smaller", c.amounts([]*corpus.Claim{small})[0]), []*corpus.Claim{large, small}
	}
	return "", nil
}

// aheadInCount says of which side the reports count more, where both have a count of what is
// asked about.
func (c *composition) aheadInCount(sides []side) (string, []*corpus.Claim) {
	most, least := sides[0], sides[1]
	more, x := c.countOf(most.best(), c.moreOf())
	less, y := c.countOf(least.best(), c.moreOf())
	if y > x {
		most, least, more, less = least, most, less, more
	}
	if more == "" || less == "" || x == y || c.asks("less-word") {
		return "", nil
	}
	claims := []*corpus.Claim{most.best(), least.best()}
	return c.say("compare.larger", "label", most.label, "larger", c.e.composer.Amount(more, c.whose(claims[0])), "smaller", c.e.composer.Amount(less, c.whose(claims[1]))), claims
}

// countOf returns the figure by which the claim counts what has that stem; empty where it has none.
func (c *composition) countOf(claim *corpus.Claim, stem string) (text string, value float64) {
	f := &c.e.index.Features[c.e.index.Number(claim)]
	for i, figure := range f.Figures {
		if f.Of[i] < 0 || claim.Figures[f.Of[i]].Measures != corpus.Count {
			continue
		}
		if own := claim.Figures[f.Of[i]]; slices.ContainsFunc(language.Split(own.Text), func(t language.Token) bool { return t.Stem == stem }) {
			return own.Text, figure.Value
		}
	}
	return "", 0
}

// comparable returns the side's best claim that carries an amount.
func (c *composition) comparable(s *side) *corpus.Claim {
	for i := range s.found {
		if _, ok := c.e.value(s.found[i].claim); ok && s.found[i].fit >= 0.2 {
			s.found[0], s.found[i] = s.found[i], s.found[0]
			return s.found[0].claim
		}
	}
	return nil
}

// ofTheirOwn tells whether the question says of whom or what it asks whether they agree, and
// a claim that tells of a difference has all of it.
func (c *composition) ofTheirOwn() bool {
	if !slices.ContainsFunc(c.r.terms, term.own) {
		return false
	}
	for _, s := range c.e.choose(c.r, choice{}) {
		if c.complete(&s) && c.e.hasGroup(s.n, "differ") {
			return true
		}
	}
	return false
}
