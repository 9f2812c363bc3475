package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// amountsBeyond lists the amounts above, below or between those that the question gives, or the conversation
// has come to; where there is none, it says so, with the one that comes next.
func (c *Composition) amountsBeyond() bool {
	kind := "any"
	switch {
	case c.asks("single-incident") && !c.asks("whole-total"):
		kind = "single"
	case c.asks("whole-total") || c.asks("accuser-word") || c.asks("accusation-word"):
		kind = "total"
	}
	all := slices.DeleteFunc(slices.Clone(c.within(c.standing().Amounts[kind])), func(claim *corpus.Claim) bool { return !c.r.Concerns(claim) || !c.apart(claim) })
	if len(c.r.Figures) > 0 {
		all = slices.DeleteFunc(all, func(claim *corpus.Claim) bool { return !c.hasGivenNames(claim) })
	}
	if low, high, ok := c.twoBounds(); ok {
		return c.listBeyond(slices.DeleteFunc(all, func(claim *corpus.Claim) bool {
			value, _ := c.p.Value(claim)
			return value < low || value > high
		}), "bound.none.between", all)
	}
	bound, than, ok := c.bound()
	if !ok {
		return false
	}
	if than != nil {
		all = slices.DeleteFunc(all, func(claim *corpus.Claim) bool { // "does anybody put the crew's takings higher than the clerk does?": of that crew
			return slices.ContainsFunc(c.namesAsked(), func(n reading.Name) bool {
				return !n.Voice && c.p.Index.Relation(c.p.Index.Number(than), n.IDs) != 0 && c.p.Index.Relation(c.p.Index.Number(claim), n.IDs) == 0
			})
		})
	}
	below := c.asks("below-word") || c.asks("less-word")
	if len(c.r.Figures) == 1 {
		if over, under := c.bounds(c.r.Figures[0]); over || under {
			below = under
		}
	}
	claims := slices.DeleteFunc(slices.Clone(all), func(claim *corpus.Claim) bool {
		value := c.p.Values[c.p.Index.Number(claim)]
		return value == bound || (value < bound) != below
	})
	id := "bound.none.above"
	if below {
		id = "bound.none.below"
		slices.Reverse(all)
	}
	if len(c.r.Figures) == 0 {
		id = ""
	}
	if !c.listBeyond(claims, id, all) {
		return false
	}
	if than != nil && !c.b.Has(than) {
		c.also(than)
	}
	return true
}

// listBeyond lists the claims that fit; where none does, it says so, with the first of all.
func (c *Composition) listBeyond(claims []*corpus.Claim, none string, all []*corpus.Claim) bool {
	if len(claims) == 0 && (none == "" || len(all) == 0) {
		return false
	}
	c.why = c.say("why.list")
	if len(claims) == 0 {
		c.leadText(c.say(none, "figure", c.amounts(all[:1])[0]), all[0])
		c.also(all[0])
		return true
	}
	c.long = true
	claims = onceAnIncident(claims, record.MostListed)
	id := "list.beyond"
	if c.asks("count-asking") {
		id = "list.beyond.count"
	}
	c.leadText(c.say(id, "count", c.p.Composer.Count(len(claims)), "list", c.p.Composer.Join(c.amounts(claims))), claims...)
	c.also(claims[:min(3, len(claims))]...)
	return true
}

// twoBounds returns the two amounts between which others are asked for: "between 1 and 2 million", "from 1 to 2
// million".
func (c *Composition) twoBounds() (low, high float64, ok bool) {
	f := c.r.Query.Figures
	if len(f) != 2 || f[0].From < 1 || !c.asks("between-word") || !f[1].Money() || f[1].Unit != "" && f[1].Unit != c.unit() {
		return 0, 0, false
	}
	low, high = f[0].Value, f[1].Value
	if !f[0].Scaled && f[1].Scaled && low < 1000 {
		for _, scale := range []float64{1e12, 1e9, 1e6, 1e3} { // "1" of "1 and 2 million" is a million
			if high >= scale {
				low *= scale
				break
			}
		}
	}
	return low, high, low < high
}

// bound returns the amount that others are to exceed, and whose claim that is: the question's own, which is
// nobody's, that of whom it names, or the one spoken of last.
func (c *Composition) bound() (float64, *corpus.Claim, bool) {
	if len(c.r.Figures) > 0 {
		f := c.r.Figures[0]
		return f.Value, nil, len(c.r.Figures) == 1 && (f.Unit == "" || f.Unit == c.unit())
	}
	for _, n := range c.r.Names {
		if n.From < 0 {
			continue
		}
		if best := c.largestBy(n.IDs[0]); best != nil {
			value, ok := c.p.Value(best)
			return value, best, ok
		}
	}
	if c.r.Leans && len(c.r.Focus) > 0 {
		value, ok := c.p.Value(c.r.Focus[0])
		return value, c.r.Focus[0], ok
	}
	return 0, nil, false
}
