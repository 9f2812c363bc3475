package answers

import (
	"cmp"
	"slices"

	"allegedly/answers/corpus"
)

// planOverview sums the reports up: who accuses, of what, and the reply.
func (c *composition) planOverview() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if len(c.r.reports) > 0 && (!c.r.specific() || len(c.r.names)+len(c.r.figures) == 0 && c.r.known() < 2) {
		c.planReport()
		return
	}
	if len(c.r.dates) > 0 && len(c.r.names) == 0 {
		c.r.intent = "timeline"
		c.planTimeline()
		return
	}
	reportWord := c.e.lexicon.Concept("report-word")
	if len(c.r.names)+len(c.r.figures) > 0 || slices.ContainsFunc(c.r.terms, func(t term) bool {
		return !t.Asked && !slices.Contains(c.e.lexicon.Concepts(c.r.query.Tokens[t.From].Word, t.Stem), reportWord)
	}) {
		c.planFact()
		if found := c.weighed; c.outcome == NotReported && c.r.speaker() != nil && c.r.foreign() == 0 && len(c.r.strangers) == 0 && len(found) > 0 && found[0].named && found[0].spoken {
			c.outcome = Answered // what somebody says in sum is what they say
			c.b = c.e.composer.NewBuilder()
			c.why = c.say("why.best")
			c.lead(found[0].claim)
		}
		return
	}
	if len(c.r.parties()) == 0 && len(c.e.parties) > 1 {
		c.listAffairs()
		return
	}
	c.listAccusers(most)
	c.long = false
}

// listAffairs names everyone whom the reports are about, with the accusation that
// stands for each of the first few.
func (c *composition) listAffairs() {
	var names []string
	var claims []*corpus.Claim
	for _, id := range c.e.parties[:min(most, len(c.e.parties))] {
		if claim := c.e.about([]string{id}).principal; claim != nil {
			names, claims = append(names, c.e.composer.Name(id)), append(claims, claim)
		}
	}
	if len(claims) == 0 {
		c.abstain("abstain.subject")
		return
	}
	c.why = c.say("why.list")
	c.long = true
	c.leadText(c.say("list.affairs", "names", c.e.composer.Join(names)), claims...)
	c.also(claims[:min(3, len(claims))]...)
}

// planReport sums one report up: its weightiest accusation, and what else it carries.
func (c *composition) planReport() {
	var claims []*corpus.Claim
	for _, id := range c.r.reports {
		for _, n := range c.e.index.InReport(id) {
			if claim := c.e.corpus.Claims[n]; claim.Stance == corpus.Alleges || claim.Stance == corpus.Counters || claim.Stance == corpus.Denies {
				claims = append(claims, claim)
			}
		}
	}
	if len(claims) == 0 {
		c.planFact()
		return
	}
	slices.SortStableFunc(claims, func(a, b *corpus.Claim) int { return cmp.Compare(prominence(b), prominence(a)) })
	c.why = c.say("why.list")
	c.lead(claims[0])
	for _, claim := range claims[1:] {
		if claim.By != claims[0].By && claim.Stance == corpus.Alleges && len(c.b.Statements) < 3 {
			c.also(claim)
		}
	}
}

// theyAlone answers who accuses them, or what they are accused of, as a first question
// where the reports are about one accused: nobody else is meant.
func (c *composition) theyAlone() bool {
	if len(c.e.parties) != 1 || c.r.thread.Turns > 0 || !c.asks("accuse") && !c.asks("blame") || !c.asks("they-word") {
		return false
	}
	if c.r.first().Word == "who" {
		c.listAccusers(2 * most)
	} else {
		c.listAccusations()
	}
	return true
}
