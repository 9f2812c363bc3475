package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// counterGrounds answers on what the accused rests its own accusations of others: by what it cites, or that the
// reports tell of nothing. "What evidence does the guild offer against the ferrymen?"
func (c *Composition) counterGrounds() bool {
	if c.r.Leans || len(c.r.Figures)+len(c.r.Quotes) > 0 || len(c.r.AboutAccused()) > 1 || c.r.Facet != corpus.FacetEvidence && c.r.Facet != corpus.FacetProof && !c.asks("evidence-asking") && !c.asks("backing-word") {
		return false
	}
	counters := c.standing().Counters
	if len(counters) == 0 || !c.onCounter() {
		return false
	}
	if c.asks("prove-verb") && (c.p.In(c.r.First(), "auxiliary") || c.p.In(c.r.First(), "copula")) && c.otherWay() {
		return true
	}
	found := c.p.Choose(c.r, weighing.Filter{AnyDate: true, Stances: []corpus.Stance{corpus.Counters}, Keep: c.r.Concerns})
	c.weighed = found
	if at := slices.IndexFunc(found, func(s weighing.Scored) bool { return len(s.Claim.Evidence) > 0 }); at >= 0 {
		c.why = c.say("why.best")
		c.lead(found[at].Claim)
		c.also(counters[0])
		c.counter = found[at].Claim
		return true
	}
	if len(found) == 0 {
		return false
	}
	c.why = c.say("why.best")
	c.leadText(c.say("fact.untold")+" "+c.p.Composer.Sentence(found[0].Claim), found[0].Claim)
	c.counter = found[0].Claim
	return true
}

// onCounter tells whether the question is about an accusation by the accused: it names the accused first and then
// somebody whom it accuses, or them alone as those against whom there is evidence, or it has the words of one.
func (c *Composition) onCounter() bool {
	if len(c.r.Accused) == 0 {
		return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
			return n.From > 0 && c.blamed(&n) && slices.ContainsFunc(c.r.Query.Tokens[max(0, n.From-2):n.From], func(t language.Token) bool { return t.Word == "against" || t.Word == "that" })
		})
	}
	if culprit := c.culpritNamed(); culprit != nil {
		return c.blamed(culprit) && c.opensWithAccused()
	}
	if len(c.r.Names) > 0 || !c.opensWithAccused() {
		return false
	}
	found := c.p.Choose(c.r, weighing.Filter{AnyDate: true})
	return len(found) > 0 && found[0].Claim.Stance == corpus.Counters && found[0].Hit && found[0].WordFit(c.r) >= 0.6
}

// opensWithAccused tells whether the accused is the first that the question names.
func (c *Composition) opensWithAccused() bool {
	for _, m := range c.r.Query.Mentions {
		if len(m.IDs) > 0 {
			return c.p.BelongsToAccused(m.IDs)
		}
	}
	return false
}
