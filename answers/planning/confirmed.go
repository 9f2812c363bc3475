package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// unconfirmed says that the reports tell of no such thing, where it is asked whether one body confirmed what another
// says, and what fits best tells of a third that did, or of nobody: "did the council confirm the Courier's story?".
func (c *Composition) unconfirmed() bool {
	if c.r.Intent != "verify" && c.r.Intent != "verdict" && c.r.Intent != "fact" || c.r.Leans || !c.p.In(c.r.First(), "auxiliary") {
		return false
	}
	by := c.confirmer()
	if by == nil || c.p.BelongsToAccused(by.IDs) {
		return false
	}
	found := c.p.Choose(c.r, weighing.Filter{AnyDate: true})
	if len(found) == 0 || c.p.Index.Relation(found[0].N, by.IDs)&(corpus.AsSpeaker|corpus.AsOwner) != 0 && !c.ofAnother(by) || !c.p.HasGroup(found[0].N, "corroborate") || c.confirmsIn(found[0].Claim, by) {
		return false
	}
	c.weighed = found
	c.abstain("abstain.subject")
	return true
}

// confirmer returns who is asked to have confirmed something: whoever is named just before the word for it.
func (c *Composition) confirmer() *reading.Name {
	first := c.firstNamed()
	if first == nil {
		return nil
	}
	at := slices.IndexFunc(c.r.Query.Tokens, func(t language.Token) bool { return c.p.In(t, "confirm-verb") })
	for _, m := range c.r.Query.Mentions {
		if m.From == first.From && at >= m.To && at <= m.To+1 {
			return first
		}
	}
	return nil
}

// ofAnother tells whether the question names another who makes claims than the one given.
func (c *Composition) ofAnother(by *reading.Name) bool {
	return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From > by.From && n.Voice && !n.Weak })
}

// confirmsIn tells whether the claim has it that the one named bears something out: it prints the name before the
// word for it.
func (c *Composition) confirmsIn(claim *corpus.Claim, by *reading.Name) bool {
	tokens := language.Split(claim.Says)
	at := slices.IndexFunc(tokens, func(t language.Token) bool { return c.p.In(t, "corroborate") || c.p.In(t, "confirm-verb") })
	return slices.ContainsFunc(c.p.Index.Linker.LinkPrinted(tokens), func(m corpus.Mention) bool {
		return m.From < at && slices.ContainsFunc(m.IDs, func(id string) bool { return slices.Contains(by.IDs, id) })
	})
}

// atSecondHand answers whether a report's own writers saw what it tells of, by what it says from whom it has it.
func (c *Composition) atSecondHand() bool {
	if c.r.Intent != "verify" || c.r.Facet != corpus.FacetEvidence || len(c.r.Reports) != 1 || !c.asks("seeing-word") {
		return false
	}
	ask := *c.r
	ask.Facet = ""
	found := c.p.Choose(&ask, weighing.Filter{AnyDate: true, Keep: func(claim *corpus.Claim) bool {
		return claim.Report().ID == c.r.Reports[0] && len(claim.Via) > 0 && claim.Stance == corpus.Alleges
	}})
	if len(found) == 0 || !found[0].Hit {
		return false
	}
	c.weighed = found
	c.why = c.say("why.best")
	c.lead(found[0].Claim)
	return true
}
