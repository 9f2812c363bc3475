package planning

import (
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// reaction answers what an accuser said to the accused's reply: by what is told of their
// standing by it, and else by saying that no answer of theirs is told. False where it is the
// accused who would have to answer.
func (c *Composition) reaction() bool {
	who := c.firstName(func(*reading.Name) bool { return true })
	if who == nil || c.p.BelongsToAccused(who.IDs) || c.blamed(who) || !c.p.Accuses[who.IDs[0]] && !c.p.EverSpeaks(who.IDs) {
		return false
	}
	if slices.ContainsFunc(c.p.Retorts, func(r *corpus.Claim) bool { return c.p.Corpus.BelongsTo(r.By, who.IDs[0]) }) {
		return false // they answer what the accused accuses them of
	}
	theirs := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Alleges, corpus.Context}, AnyDate: true, Keep: func(claim *corpus.Claim) bool {
		return c.r.Concerns(claim) && c.p.Index.Relation(c.p.Index.Number(claim), who.IDs)&(corpus.AsSpeaker|corpus.AsOwner) != 0
	}})
	if len(theirs) == 0 {
		return false
	}
	c.weighed = theirs
	if at := slices.IndexFunc(theirs, func(s weighing.Scored) bool { return c.p.HasGroup(s.N, "relent") }); at >= 0 {
		c.why = c.say("why.best")
		c.lead(theirs[at].Claim)
		return true
	}
	best := theirs[0].Claim
	c.why = c.say("why.noreply")
	c.leadText(c.say("reply.accuser_none", "name", c.p.Corpus.Label(who.IDs[0]), "accused", c.p.Corpus.Name(best.Report().Accused)), best)
	c.b.Claim(compose.Allegation, best)
	return true
}
