package planning

import (
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// counterReply says whether those whom the accused accuses are heard.
func (c *Composition) counterReply(claim *corpus.Claim) {
	if retort := c.p.RetortTo(claim); retort != nil {
		id := "reply.retort"
		if answered := c.p.Corpus.Answered(retort); len(answered) > 0 && !slices.Contains(answered, claim) {
			id = "reply.retort.other"
		}
		c.b.Add(compose.Context, c.say(id, "sentence", c.p.Composer.Sentence(retort)), retort)
		c.b.Statements[len(c.b.Statements)-1].Owed = id == "reply.retort"
		return
	}
	if len(claim.Actor) > 0 {
		whom := claim.Actor[0]
		for _, owner := range c.p.Corpus.Owners(whom) {
			if c.p.Corpus.Entity(owner).Kind == corpus.Party {
				whom = owner // a body's state is whom the words are aimed at
			}
		}
		c.b.Add(compose.Caveat, c.say("counter.unanswered", "by", c.p.Corpus.Name(claim.Report().Accused), "accused", c.p.Corpus.Name(whom)), claim)
	}
}

// unheardParties says that the reports carry no reply by another state or side whom an
// accusation accuses beside the accused.
func (c *Composition) unheardParties(claim *corpus.Claim) {
	if claim.Stance != corpus.Alleges {
		return
	}
	var names []string
	for _, id := range claim.Actor {
		entity := c.p.Corpus.Entity(id)
		heard := slices.ContainsFunc(c.p.Corpus.Replies(claim), func(d *corpus.Claim) bool { return c.p.Corpus.BelongsTo(d.By, id) })
		if entity != nil && entity.Kind == corpus.Party && !c.p.Accused[id] && !heard {
			names = append(names, c.p.Corpus.Name(id))
		}
	}
	if len(names) > 0 {
		c.b.Add(compose.Caveat, c.say("reply.third", "names", c.p.Composer.Join(names)), claim)
		c.b.Statements[len(c.b.Statements)-1].Owed = true
	}
}

// retorted leads with the reply of those whom the accused accuses, if the question
// names them and the reports carry it; of one accusation that it names they may
// carry none.
func (c *Composition) retorted() bool {
	if c.r.KnownWords() > 0 {
		found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Counters}})
		if len(found) > 0 && found[0].Hit && c.p.RetortTo(found[0].Claim) != nil && !slices.ContainsFunc(c.p.Retorts, func(r *corpus.Claim) bool { return slices.Contains(c.p.Corpus.Answered(r), found[0].Claim) }) {
			c.why = c.say("why.noreply")
			c.lead(found[0].Claim)
			c.counter = found[0].Claim
			return true
		}
	}
	for _, retort := range c.p.Retorts {
		if slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
			return slices.ContainsFunc(n.IDs, func(id string) bool {
				return c.p.Corpus.BelongsTo(id, retort.By) || c.p.Corpus.BelongsTo(retort.By, id)
			})
		}) {
			c.why = c.say("why.reply")
			c.lead(retort)
			return true
		}
	}
	return false
}
