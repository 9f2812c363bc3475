package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// planSilence answers a question that takes for granted that the accused said nothing to an
// accusation ("why did they stay silent on the 40 tonnes?"): by the reply to it where there
// is one, and else by saying that none is on record.
func (c *Composition) planSilence() {
	c.r.Facet = "" // why they were silent, nobody can tell where they were not
	if c.abstainsUnknown() {
		return
	}
	if later := c.repliesSince(); len(later) > 0 {
		c.leadDenials(later)
		return
	}
	found := c.p.Choose(c.r, weighing.Filter{Stances: accusing, AnyDate: true, Keep: c.r.Concerns})
	accuser := func(s weighing.Scored) bool {
		return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
			return n.From >= 0 && !c.p.BelongsToAccused(n.IDs) && c.p.Accuses[n.IDs[0]] && c.p.Index.Relation(s.N, n.IDs)&(corpus.AsSpeaker|corpus.AsOwner) != 0
		})
	}
	switch {
	case len(c.r.Figures) > 0 && slices.ContainsFunc(found, func(s weighing.Scored) bool { return s.Figure }):
		found = slices.DeleteFunc(found, func(s weighing.Scored) bool { return !s.Figure })
	case slices.ContainsFunc(found, accuser):
		found = slices.DeleteFunc(found, func(s weighing.Scored) bool { return !accuser(s) })
	case c.ownNames() > 0 && len(c.r.Dates) == 0 && len(found) > 0 && found[0].Named && found[0].WordFit(c.r) >= enough:
		found = slices.DeleteFunc(found, func(s weighing.Scored) bool { return !s.Named })
	default:
		c.planDenial()
		return
	}
	c.weighed = found
	c.leadReply(found)
}

// repliesSince returns the replies later than the one date of the question, where it asks for
// what was said since; those of the date itself where there is none later.
func (c *Composition) repliesSince() []weighing.Scored {
	if len(c.r.Dates) != 1 || !c.asks("after-word") || c.r.Dates[0].Year == 0 || len(c.r.Figures) > 0 {
		return nil
	}
	var later, then []weighing.Scored
	for _, d := range c.p.Occasions(c.r.AboutAccused()) {
		said := language.ParseDate(record.SaidOn(d))
		s := weighing.Scored{Claim: d, N: c.p.Index.Number(d), Dated: true}
		switch {
		case said.Year > c.r.Dates[0].Year:
			later = append(later, s)
		case c.r.Dates[0].Covers(said):
			then = append(then, s)
		}
	}
	if len(later) > 0 {
		return later
	}
	return then
}
