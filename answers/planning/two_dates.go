package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/weighing"
)

// eachOfTwoDates leads with what holds at each of two dates that a question joins ("what sums did the council name in
// 1901 and in 1904?"). It returns whether both are told of.
func (c *Composition) eachOfTwoDates() bool {
	if c.r.Leans || c.r.Intent != "fact" || len(c.r.Dates) != 2 || len(c.r.Figures)+len(c.r.Quotes)+len(c.r.Reports) > 0 || !c.joined(c.r.Dates[0], c.r.Dates[1]) {
		return false
	}
	stances := accusing
	if c.r.AccusedSpeaks {
		stances = replying
	}
	var told []*corpus.Claim
	for _, d := range c.r.Dates {
		ask := *c.r
		ask.Dates = []language.Date{d}
		found := c.p.Choose(&ask, weighing.Filter{Stances: stances, Keep: func(claim *corpus.Claim) bool {
			_, sum := c.p.Value(claim)
			return c.r.Concerns(claim) && (sum || c.r.Facet != corpus.FacetAmount)
		}})
		at := slices.IndexFunc(found, func(s weighing.Scored) bool {
			return s.Dated && s.Named && (s.Facet || c.r.Facet == "") && !slices.Contains(told, s.Claim)
		})
		if at < 0 || found[at].Fit < 0.35 {
			return false
		}
		told = append(told, found[at].Claim)
	}
	c.why = c.say("why.compare")
	c.b.KeepLeads = true
	c.lead(told...)
	return true
}

// joined tells whether one date follows another with no more than "and again in" between them.
func (c *Composition) joined(a, b language.Date) bool {
	if a.To > b.From || b.From-a.To > 3 {
		return false
	}
	return slices.ContainsFunc(c.r.Query.Tokens[a.To:b.From], func(t language.Token) bool { return c.p.In(t, "joining-word") })
}
