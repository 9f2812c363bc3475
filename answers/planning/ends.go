package planning

import (
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
)

// bothEnds names the largest and the smallest amount, or the earliest and the latest date: "who
// gives the highest total, and who the lowest?", "the first and the last denial", "what is the
// range of the estimates?".
func (c *Composition) bothEnds() {
	if c.asks("first-word") && c.asks("last-word") && !c.asks("largest-word") {
		c.datedEnds()
		return
	}
	kind := "any"
	switch {
	case c.asks("single-incident"):
		kind = "single"
	case c.asks("whole-total") || c.asks("accuser-word") || !c.asks("largest-word"):
		kind = "total"
	}
	claims := c.amountsOf(kind)
	if !c.asks("range-word") {
		claims = c.narrow(claims)
	}
	if len(claims) < 2 {
		c.planFact()
		return
	}
	c.why = c.say("why.extreme")
	ends := []*corpus.Claim{claims[0], claims[len(claims)-1]}
	amounts := c.amounts(ends)
	c.leadText(c.say("extreme.ends", "largest", amounts[0], "smallest", amounts[1]), ends...)
	c.also(ends...)
}

func (c *Composition) datedEnds() {
	claims, dateOf := c.datedInOrder()
	if len(claims) < 2 {
		c.planFact()
		return
	}
	first, last := exactest(claims, claims[0], dateOf), claims[len(claims)-1]
	if at := slices.IndexFunc(claims, func(claim *corpus.Claim) bool { return dateOf(claim) == dateOf(last) }); at > 0 {
		last = claims[at] // of those that share a date, the first told
	}
	last = exactest(claims, last, dateOf)
	c.why = c.say("why.extreme")
	c.b.KeepLeads = true
	c.leadText(c.say("extreme.ends.dates", "first", c.dateText(first, dateOf(first)), "last", c.dateText(last, dateOf(last))), first, last)
	for _, claim := range []*corpus.Claim{first, last} {
		c.b.Add(compose.Lead, c.p.Composer.Sentence(claim), claim)
		if claim.Stance == corpus.Denies {
			c.addAnswered(claim)
		}
	}
}
