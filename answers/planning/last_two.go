package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// ofLastTwo answers a short follow-up on the last two things that were told one after the other: which of them is
// the larger, what they are together, how long lies between them.
func (c *Composition) ofLastTwo() bool {
	r := c.r
	if n := len(r.Thread.Claims); n < 1 || n > 2 || len(r.Query.Tokens) > 6 || r.GivesName() || len(r.Accused)+len(r.Figures)+len(r.Reports)+len(r.Dates)+len(r.Quotes) > 0 {
		return false
	}
	if slices.ContainsFunc(r.Terms, func(t reading.Term) bool {
		return t.Own() && t.Known && !c.ofGroup(t, "more-less") && !c.ofGroup(t, "largest-word") && !c.ofGroup(t, "additive") && !c.ofGroup(t, "sum-asking") && !c.ofGroup(t, "amount-word")
	}) {
		return false
	}
	told := c.lastTold()
	if len(told) < 2 {
		return false
	}
	first, last := told[1], told[0]
	x, okX := c.p.Value(first)
	y, okY := c.p.Value(last)
	says := func(word string) bool {
		return slices.ContainsFunc(r.Query.Tokens, func(t language.Token) bool { return t.Word == word })
	}
	switch {
	case okX && okY && x != y && c.asks("more-less") && !c.asks("newer-one") && !c.asks("older-one") && (says("which") || says("whose")):
		large, small := first, last
		if y > x {
			large, small = last, first
		}
		c.why = c.say("why.compare")
		c.leadText(c.say("compare.larger", "label", c.lostBy(large), "larger", c.amounts([]*corpus.Claim{large})[0], "smaller", c.amounts([]*corpus.Claim{small})[0]), large, small)
		c.also(large, small)
	case okX && okY && x != y && len(r.Query.Tokens) <= 4 && c.p.hasPhrase(r.Query.Tokens, "margin-asking"):
		c.sideBySide([]*corpus.Claim{first, last}) // "by how much?": what each of them is, for no report subtracts them
	case okX && okY && len(r.Query.Tokens) <= 4 && says("together"):
		c.sideBySide([]*corpus.Claim{first, last})
	default:
		return false
	}
	return true
}

// lastTold returns the two accusations that the conversation led with last, the latest first.
func (c *Composition) lastTold() []*corpus.Claim {
	var told []*corpus.Claim
	for _, claim := range c.p.ClaimsByKey(slices.Concat(c.r.Thread.Claims, c.r.Thread.Earlier)) {
		if claim.Stance == corpus.Alleges && len(told) < 2 {
			told = record.AppendNew(told, claim)
		}
	}
	return told
}

// lostBy names whom a claim gives as hit where it gives one, else who makes it.
func (c *Composition) lostBy(claim *corpus.Claim) string {
	if at := slices.IndexFunc(claim.Targets, c.proper); at >= 0 {
		return c.p.Corpus.Label(claim.Targets[at])
	}
	return c.p.Composer.ShortSpeaker(claim)
}
