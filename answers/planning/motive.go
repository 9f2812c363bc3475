package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// accusationsMeant returns the accusations that a question for a verdict may be about. Where it asks after the accusers'
// motives, none is meant that only tells what was done to them: "did the West make it all up?".
func (c *Composition) accusationsMeant() []weighing.Scored {
	ask := *c.r
	if c.r.Aspect == "motive" {
		ask.Facet = "" // theirs, and not why the accused is said to have done it
	}
	c.weighed = c.p.Choose(&ask, weighing.Filter{Stances: accusing, AnyDate: true, Keep: c.r.Concerns})
	if c.r.Aspect == "motive" && !c.ofAccusers(c.weighed) {
		return nil
	}
	return c.weighed
}

// ofAccusers tells whether the best claim is made by whom the question takes to have made it up, or is on what it takes to be
// made up: on an incident, a group, a figure.
func (c *Composition) ofAccusers(found []weighing.Scored) bool {
	return len(found) > 0 && !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		kind := c.p.Corpus.Entity(n.IDs[0]).Kind
		return n.From >= 0 && (kind == corpus.Party || kind == corpus.Place || kind == corpus.Topic) && c.p.Index.Relation(found[0].N, n.IDs)&(corpus.AsSpeaker|corpus.AsOwner) == 0
	})
}
