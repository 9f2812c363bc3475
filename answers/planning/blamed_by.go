package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// blamedByOthers corrects a question that has somebody lay to a doer what others lay to one ("on what grounds did the
// union blame the crew for the fire?"): with the accusation of whoever does.
func (c *Composition) blamedByOthers() bool {
	speaker := c.r.Speaker()
	if speaker == nil || c.r.Leans || c.p.BelongsToAccused(speaker.IDs) || len(c.r.Figures)+len(c.r.Quotes)+len(c.r.Reports) > 0 || !c.asks("accuse") && !c.asks("blame") && !c.asks("attribute") {
		return false
	}
	at := slices.IndexFunc(c.r.Names, func(n reading.Name) bool {
		kind := c.p.Corpus.Entity(n.IDs[0]).Kind
		return n.From >= 0 && n.From != speaker.From && !n.Weak && !n.Speaker && (kind == corpus.Company || kind == corpus.Incident)
	})
	if at < 0 {
		return false
	}
	hit := c.r.Names[at]
	theirs := func(n int32) bool {
		return c.p.Index.Relation(n, speaker.IDs)&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) != 0
	}
	ask := *c.r
	ask.Names, ask.Facet = []reading.Name{hit}, ""
	found := c.p.Choose(&ask, weighing.Filter{Stances: accusing, AnyDate: true, Keep: func(claim *corpus.Claim) bool {
		return c.p.Index.Relation(c.p.Index.Number(claim), hit.IDs) != 0
	}})
	if len(found) == 0 || slices.ContainsFunc(found, func(s weighing.Scored) bool { return theirs(s.N) || s.Claim.SameAs != "" }) {
		return false // they do, or of what may be the same theft
	}
	c.weighed, c.why = found, c.say("why.premise")
	c.leadText(c.say("correct.accuser", "speaker", c.p.Corpus.Label(speaker.IDs[0]))+" "+c.p.Composer.Sentence(found[0].Claim), found[0].Claim)
	return true
}
