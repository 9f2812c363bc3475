package planning

import (
	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/weighing"
)

// preferLastPlace puts the claim first that names the most of a ranking, where it is asked who comes last in it: another
// may tell only who leads.
func (c *Composition) preferLastPlace(found []weighing.Scored) {
	if c.r.Facet != corpus.FacetRanking || !c.asks("last-place") || c.r.Leans || c.opening() != "who" && !c.p.In(c.r.First(), "which-word") && !c.p.In(c.r.First(), "last-place") {
		return
	}
	best, most := -1, 1
	for i, s := range found {
		if !c.tells(s.Claim, corpus.FacetRanking) || s.Claim.Stance != corpus.Alleges {
			continue
		}
		if named := len(c.p.Index.Linker.LinkPrinted(language.Split(s.Claim.Says))); named > most {
			best, most = i, named
		}
	}
	if best > 0 {
		weighing.ToFront(found, best)
	}
}
