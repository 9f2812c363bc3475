package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// leadGap leads with the remark on a figure that a copy lacks: "which number is missing from the article?"
func (c *Composition) leadGap() bool {
	c.weighed = c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true, Keep: func(claim *corpus.Claim) bool {
		return c.inScope(claim) && c.p.Index.Mentions(claim.Says, c.p.Lexicon.Concept("missing-word")) && slices.ContainsFunc(c.p.Corpus.AboutOf(claim), record.Gapped)
	}})
	if len(c.weighed) == 0 {
		return false
	}
	c.leadRemark(c.weighed[0].Claim)
	return true
}

// leadUnnamed leads with the remark on those whom a report does not name, where it is asked whether they are
// somebody whom the question does name: "is the unnamed mill the one at the weir?"
func (c *Composition) leadUnnamed() bool {
	c.weighed = c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true, Keep: func(claim *corpus.Claim) bool {
		return c.inScope(claim) && c.prints(claim, "unnaming-phrase") && c.hasNames(claim)
	}})
	if len(c.weighed) == 0 || c.ownNames() == 0 || !c.weighed[0].Hit {
		return false
	}
	c.leadRemark(c.weighed[0].Claim)
	return true
}
