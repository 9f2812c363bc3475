package planning

import (
	"slices"

	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// besideName tells whether a question in keywords has a name and, for the rest, a plain
// noun that no report has: "the gang telegram".
func (c *Composition) besideName() bool {
	r := c.r
	if r.Query.Asks != nil || len(r.Query.Tokens) > 5 || !r.Named() || r.Leans || len(r.Figures)+len(r.Dates)+len(r.Quotes) > 0 || slices.ContainsFunc(r.Query.Tokens, func(t language.Token) bool { return c.p.Opens(t) || c.p.In(t, "be-word") }) {
		return false
	}
	nouns := 0
	for _, t := range r.Terms {
		if !t.Own() {
			continue
		}
		if t.Known || !t.Stray || reading.Adjectival(r.Query.Tokens[t.From].Word) || r.Query.Tokens[t.From].Repaired {
			return false
		}
		nouns++
	}
	return nouns == 1
}

// preferGiving puts the claim first that tells that somebody handed something on, where it
// is asked to whom the named one did: another tells only what the named one says.
func (c *Composition) preferGiving(found []weighing.Scored) bool {
	if c.ownNames() == 0 {
		return false
	}
	for i := range found {
		if c.p.OnAllGiven(c.r, found[i].N) && c.p.Index.Mentions(found[i].Claim.Says, c.p.Lexicon.Concept("passing-on")) {
			weighing.ToFront(found, i)
			return true
		}
	}
	return false
}

// onlySize tells whether a question has nothing but how much that is: "is that a lot?".
func (c *Composition) onlySize() bool {
	r := c.r
	return r.Intent == "verify" && r.Thread.Turns == 0 && c.asks("thing-pronoun") && !r.Named() && len(r.Figures)+len(r.Reports)+len(r.Dates) == 0 &&
		!slices.ContainsFunc(r.Terms, func(t reading.Term) bool { return t.Own() && !c.ofGroup(t, "many") && !c.ofGroup(t, "mere-size") })
}
