package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// misdeed tells whether it is asked whether the accused did wrong with what the claim is
// about, in a word for wrongdoing that the claim has not ("did they cheat on the scales?"), or
// whether somebody was hit whom it gives as hit ("was the mill hit, too?").
func (c *Composition) misdeed(s *weighing.Scored) bool {
	if c.r.Intent != "verify" || !s.Hit && !(s.Named && c.ownNames() > 0) || s.Claim.Stance != corpus.Alleges {
		return false
	}
	group := "misdeed-word"
	if len(c.r.Accused) == 0 {
		group = "hit-word"
		if c.ownNames() == 0 || len(s.Claim.Targets) == 0 || !s.Named || slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
			return slices.Contains(s.Claim.Actor, n.IDs[0]) || c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Asset
		}) {
			return false // who acted with them was not hit
		}
	}
	return !slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		return t.Own() && !c.p.Has(s.N, t) && !c.ofGroup(t, group)
	})
}
