package planning

import (
	"cmp"
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// planOverview sums the reports up: who accuses, of what, and the reply.
func (c *Composition) planOverview() {
	if c.abstainsUnknown() {
		return
	}
	if len(c.r.Reports) > 0 && (!c.r.Specific() || len(c.r.Names)+len(c.r.Figures) == 0 && c.r.KnownWords() < 2) {
		c.planReport()
		return
	}
	if len(c.r.Dates) > 0 && len(c.r.Names) == 0 {
		c.r.Intent = "timeline"
		c.planTimeline()
		return
	}
	reportWord := c.p.Lexicon.Concept("report-word")
	if len(c.r.Names)+len(c.r.Figures) > 0 || slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		return !t.Asked && !c.p.In(c.r.Query.Tokens[t.From], "brief-word") && !slices.Contains(c.p.Lexicon.Concepts(c.r.Query.Tokens[t.From].Word, t.Stem), reportWord)
	}) {
		c.planFact()
		if found := c.weighed; c.outcome == NotReported && c.r.Speaker() != nil && c.r.ForeignShare() == 0 && len(c.r.Strangers) == 0 && len(found) > 0 && found[0].Named && found[0].Spoken {
			c.outcome = Answered // what somebody says in sum is what they say
			c.b = c.p.Composer.NewBuilder()
			c.why = c.say("why.best")
			c.lead(found[0].Claim)
		}
		return
	}
	if len(c.r.AboutAccused()) == 0 && len(c.p.AllAccused) > 1 {
		c.listAffairs()
		return
	}
	c.listAccusers(record.MostListed)
	c.long = false
}

// listAffairs names everyone whom the reports are about, with the accusation that
// stands for each of the first few.
func (c *Composition) listAffairs() {
	var names []string
	var claims []*corpus.Claim
	for _, id := range c.p.AllAccused[:min(record.MostListed, len(c.p.AllAccused))] {
		if claim := c.p.About([]string{id}).Principal; claim != nil {
			names, claims = append(names, c.p.Corpus.Name(id)), append(claims, claim)
		}
	}
	if len(claims) == 0 {
		c.abstain("abstain.subject")
		return
	}
	c.why = c.say("why.list")
	c.long = true
	c.leadText(c.say("list.affairs", "names", c.p.Composer.Join(names)), claims...)
	c.also(claims[:min(3, len(claims))]...)
}

// planReport sums one report up: its weightiest accusation, and what else it carries.
func (c *Composition) planReport() {
	var claims []*corpus.Claim
	for _, id := range c.r.Reports {
		for _, n := range c.p.Index.InReport(id) {
			if claim := c.p.Corpus.Claims[n]; claim.Stance == corpus.Alleges || claim.Stance == corpus.Counters || claim.Stance == corpus.Denies {
				claims = append(claims, claim)
			}
		}
	}
	if len(claims) == 0 {
		c.planFact()
		return
	}
	slices.SortStableFunc(claims, func(a, b *corpus.Claim) int { return cmp.Compare(record.Prominence(b), record.Prominence(a)) })
	c.why = c.say("why.list")
	c.lead(claims[0])
	for _, claim := range claims[1:] {
		if claim.By != claims[0].By && claim.Stance == corpus.Alleges && len(c.b.Statements) < 3 {
			c.also(claim)
		}
	}
}

// theyAlone answers who accuses them, what they are accused of, or why they would do it, as a first question
// where the reports are about one accused: nobody else is meant.
func (c *Composition) theyAlone() bool {
	if len(c.p.AllAccused) != 1 || c.r.Thread.Turns > 0 || !c.asks("they-word") && !(c.r.Facet == corpus.FacetDuration && c.asks("thing-pronoun")) {
		return false
	}
	if c.r.Facet == corpus.FacetDuration && !slices.ContainsFunc(c.r.Terms, reading.Term.Own) {
		return c.sinceWhen() // "how long have they been at it?"
	}
	if c.r.First().Word == "why" && !slices.ContainsFunc(c.r.Terms, reading.Term.Own) {
		c.r.Facet = corpus.FacetPurpose // "why do they do it?"
		return c.eachPurpose()
	}
	if !c.asks("accuse") && !c.asks("blame") {
		return false
	}
	if c.r.First().Word == "who" {
		c.listAccusers(2 * record.MostListed)
	} else {
		c.listAccusations()
	}
	return true
}

// sinceWhen leads with the two weightiest accusations that tell over what time it all went on, and not how long one
// incident lasted.
func (c *Composition) sinceWhen() bool {
	found := c.p.Choose(c.r, weighing.Filter{Stances: accusing, Keep: func(claim *corpus.Claim) bool {
		return claim.Incident == "" && c.tells(claim, corpus.FacetDuration) && amountOf(claim) == "" // a sum is of its own period
	}})
	for _, s := range found {
		if len(c.led) < 2 && !slices.ContainsFunc(c.led, func(o *corpus.Claim) bool { return o.By == s.Claim.By }) {
			c.why = c.say("why.best")
			c.lead(s.Claim)
		}
	}
	return len(c.led) > 0
}
