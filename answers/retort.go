package answers

import (
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
)

// counterReply says whether those whom the accused accuses are heard.
func (c *composition) counterReply(claim *corpus.Claim) {
	if retort := c.e.retortTo(claim); retort != nil {
		id := "reply.retort"
		if answered := c.e.corpus.Answered(retort); len(answered) > 0 && !slices.Contains(answered, claim) {
			id = "reply.retort.other"
		}
		c.b.Add(compose.Context, c.say(id, "sentence", c.e.composer.Sentence(retort)), retort)
		c.b.Statements[len(c.b.Statements)-1].Owed = id == "reply.retort"
		return
	}
	if len(claim.Actor) > 0 {
		whom := claim.Actor[0]
		for _, owner := range c.e.corpus.Owners(whom) {
			if c.e.corpus.Entity(owner).Kind == corpus.Party {
				whom = owner // a body's state is whom the words are aimed at
			}
		}
		c.b.Add(compose.Caveat, c.say("counter.unanswered", "by", c.e.composer.Name(claim.Report().Accused), "accused", c.e.composer.Name(whom)), claim)
	}
}

// unheardParties says that the reports carry no reply by another state or side whom an
// accusation accuses beside the accused.
func (c *composition) unheardParties(claim *corpus.Claim) {
	if claim.Stance != corpus.Alleges {
		return
	}
	var names []string
	for _, id := range claim.Actor {
		entity := c.e.corpus.Entity(id)
		heard := slices.ContainsFunc(c.e.corpus.Replies(claim), func(d *corpus.Claim) bool { return c.e.corpus.BelongsTo(d.By, id) })
		if entity != nil && entity.Kind == corpus.Party && !c.e.accused[id] && !heard {
			names = append(names, c.e.composer.Name(id))
		}
	}
	if len(names) > 0 {
		c.b.Add(compose.Caveat, c.say("reply.third", "names", c.e.composer.Join(names)), claim)
		c.b.Statements[len(c.b.Statements)-1].Owed = true
	}
}

// retortTo returns the reply to a counter-accusation by those whom it accuses, else
// one of theirs to another; nil when the reports carry none.
func (e *Engine) retortTo(claim *corpus.Claim) *corpus.Claim {
	var other *corpus.Claim
	for _, retort := range e.retorts {
		if slices.Contains(e.corpus.Answered(retort), claim) {
			return retort
		}
		if other == nil && slices.ContainsFunc(claim.Actor, func(id string) bool { return e.corpus.BelongsTo(retort.By, id) }) {
			other = retort
		}
	}
	return other
}

// denies tells whether the claim is a denial by the accused: not one by those whom
// the accused accuses in turn.
func (e *Engine) denies(claim *corpus.Claim) bool {
	return claim.Stance == corpus.Denies && !slices.Contains(e.retorts, claim)
}

// counterAccused tells whether a denial answers what the accused of its report
// accuses others of, or is by somebody whom it accuses.
func (e *Engine) counterAccused(denial *corpus.Claim) bool {
	if e.corpus.Entity(denial.By) == nil || e.corpus.BelongsTo(denial.By, denial.Report().Accused) {
		return false
	}
	if answered := e.corpus.Answered(denial); len(answered) > 0 {
		return !slices.ContainsFunc(answered, func(claim *corpus.Claim) bool { return claim.Stance != corpus.Counters })
	}
	for _, n := range e.index.InReport(denial.Report().ID) {
		counter := e.corpus.Claims[n]
		if counter.Stance == corpus.Counters && slices.ContainsFunc(counter.Actor, func(id string) bool { return e.corpus.BelongsTo(denial.By, id) }) {
			return true
		}
	}
	return false
}
