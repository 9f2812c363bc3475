package planning

import (
	"cmp"
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

func amountOf(claim *corpus.Claim) string {
	for _, f := range claim.Figures {
		switch f.Measures {
		case corpus.Total, corpus.Part, corpus.Single:
			if f.Missing {
				continue
			}
			if f.Converted != "" {
				return f.Text + " (" + f.Converted + ")"
			}
			return f.Text
		}
	}
	return ""
}

func hasAmount(claim *corpus.Claim) bool {
	return claim.Stance == corpus.Alleges && amountOf(claim) != ""
}

// unit returns the unit of most amounts that whom the question is about is accused of.
func (c *Composition) unit() string {
	if parties := c.r.AboutAccused(); len(parties) == 1 {
		return c.p.Units[parties[0]]
	}
	return c.p.Units[""]
}

// sideAmounts returns the best amount of each thing that the question names.
func (c *Composition) sideAmounts() []*corpus.Claim {
	if len(c.r.Names) < 2 && len(c.r.Figures) < 2 && (len(c.r.Names) == 0 || len(c.r.Dates) < 2) {
		return nil
	}
	var out []*corpus.Claim
	for _, side := range c.sides() {
		for i := range side.found {
			claim := side.found[i].Claim
			given := claim.Stance == corpus.Context && side.found[i].Figure && len(c.r.Figures) > 0
			told := slices.ContainsFunc(out, func(o *corpus.Claim) bool {
				return o == claim || o.Origin != "" && o.Origin == claim.Origin && record.DigitsKey(o) == record.DigitsKey(claim)
			})
			if (hasAmount(claim) || given) && !told {
				out = append(out, claim)
				break
			}
		}
	}
	return out
}

// sortAsked puts amounts in the order of their size, where that is asked and each has one.
func (c *Composition) sortAsked(claims []*corpus.Claim) {
	if !c.asks("sorting-word") || slices.ContainsFunc(claims, func(claim *corpus.Claim) bool { _, ok := c.p.Value(claim); return !ok }) {
		return
	}
	c.byValue(claims, c.asks("ascending-word"))
}

// byValue puts claims in the order of their amounts, the largest first, or the smallest.
func (c *Composition) byValue(claims []*corpus.Claim, smallest bool) {
	slices.SortStableFunc(claims, func(a, b *corpus.Claim) int {
		x, _ := c.p.Value(a)
		y, _ := c.p.Value(b)
		if smallest {
			x, y = y, x
		}
		return cmp.Compare(y, x)
	})
}

// amounts lists "at least 40 tonnes (the harbour office)" for each claim.
func (c *Composition) amounts(claims []*corpus.Claim) []string {
	var out []string
	for _, claim := range claims {
		out = append(out, c.p.Composer.Amount(amountOf(claim), c.whose(claim)))
	}
	return out
}

// amountsLost lists "12 tonnes (the mill)", of what was taken from whom.
func (c *Composition) amountsLost(claims []*corpus.Claim) []string {
	var out []string
	for _, claim := range claims {
		of := c.whose(claim)
		if at := slices.IndexFunc(claim.Targets, c.proper); at >= 0 {
			of = c.p.Corpus.Label(claim.Targets[at])
			if claim.Period != nil {
				of += ", " + claim.Period.Text
			}
		}
		out = append(out, c.p.Composer.Amount(amountOf(claim), of))
	}
	return out
}

// whose tells who gives a figure, and of what time.
func (c *Composition) whose(claim *corpus.Claim) string {
	whose := c.p.Composer.ShortSpeaker(claim)
	if claim.Period != nil {
		whose += ", " + claim.Period.Text
	}
	return whose
}

// amountsOn lists the amounts that are given for what the question names, where there are
// several and none is a total: "both sums for the mill".
func (c *Composition) amountsOn() bool {
	if !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && !n.Weak }) {
		return false
	}
	var claims []*corpus.Claim
	for _, s := range weighing.Distinct(c.p.Choose(c.r, weighing.Filter{Stances: accusing, Facet: corpus.FacetAmount})) {
		if s.Named && s.Facet && amountOf(s.Claim) != "" && len(claims) < record.MostListed {
			claims = append(claims, s.Claim)
		}
	}
	if len(claims) < 2 {
		return false
	}
	c.listed(claims)
	return true
}
