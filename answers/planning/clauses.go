package planning

import (
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// repeatedWeight is how much of a word's weight is left in a clause that does not
// repeat it.
const repeatedWeight = 0.4

// clauses asks each part of "who says this, who says that" by itself; a later part
// takes what it leaves out from the first.
func (c *Composition) clauses() []frame {
	tokens, starts := c.r.Query.Tokens, c.clauseStarts()
	among := weighing.Filter{Stances: accusing}
	if c.asks("reply") || c.asks("deny") {
		among.Stances = replying
	}
	var out []frame
	for k, from := range starts {
		to := len(tokens)
		if k+1 < len(starts) {
			to = starts[k+1]
		}
		ask := *c.r
		ask.Terms, ask.Names = nil, nil
		own := 0
		for _, t := range c.r.Terms {
			switch {
			case t.From >= from && t.From < to:
				own += record.BoolInt(!t.Asked && !t.Light)
			case k > 0 && t.From >= starts[0] && t.From < starts[1] && !t.Asked:
				t.Weight *= repeatedWeight
			default:
				continue
			}
			ask.Terms = append(ask.Terms, t)
		}
		for _, n := range c.r.Names {
			if n.From < 0 || n.From >= from && n.From < to {
				own += record.BoolInt(n.From >= 0)
				ask.Names = append(ask.Names, n)
			}
		}
		if len(c.r.Dates) == len(starts) {
			ask.Dates, own = c.r.Dates[k:k+1], own+1 // "who says in one year, who in another"
		}
		if own > 0 {
			out = append(out, frame{"", ask, among})
		}
	}
	return out
}

// clauseStarts returns where the clauses begin: at "who", "which" and the like, or at "one" and "the other"
// where it is asked which is which.
func (c *Composition) clauseStarts() []int {
	var starts []int
	pairs := c.asks("which-which")
	for i, t := range c.r.Query.Tokens {
		switch {
		case pairs && c.p.In(t, "pair-word"):
			starts = append(starts, i)
		case !pairs && (c.p.In(t, "wh-word") || c.p.In(t, "wh-alone")) && (len(starts) == 0 || i > starts[len(starts)-1]+1):
			starts = append(starts, i)
		}
	}
	return starts
}
