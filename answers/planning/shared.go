package planning

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// sharedFigures lists the amounts that stand in more than one report: "do any two of the
// reports give the same figure?".
func (c *Composition) sharedFigures() {
	type shared struct {
		value  float64
		claims []*corpus.Claim // one of each report
	}
	var all []shared
	for n, claim := range c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), reading.MostClaims)] {
		value := c.p.Values[n]
		if value == 0 || claim.Stance != corpus.Alleges || !c.r.Concerns(claim) {
			continue
		}
		at := slices.IndexFunc(all, func(s shared) bool {
			return s.value == value && s.claims[0].Report().Accused == claim.Report().Accused && record.Measures(corpus.Total)(s.claims[0]) == record.Measures(corpus.Total)(claim)
		})
		switch {
		case at < 0:
			all = append(all, shared{value, []*corpus.Claim{claim}})
		case !slices.ContainsFunc(all[at].claims, func(o *corpus.Claim) bool { return o.Report() == claim.Report() }):
			all[at].claims = append(all[at].claims, claim)
		}
	}
	all = slices.DeleteFunc(all, func(s shared) bool { return len(s.claims) < 2 })
	if len(all) == 0 {
		totals := c.within(c.standing().Totals)
		if len(totals) == 0 {
			c.planFact()
			return
		}
		c.why = c.say("why.list")
		c.leadText(c.say("list.figures.unshared"), totals[:min(len(totals), record.MostListed)]...)
		return
	}
	var items []string
	var claims []*corpus.Claim
	for _, s := range all[:min(len(all), record.MostListed)] {
		var each []string // each with its own qualifier
		for _, claim := range s.claims {
			each = append(each, c.p.Composer.Amount(amountOf(claim), c.whose(claim)+", "+claim.Report().Publisher))
		}
		items = append(items, c.p.Composer.Join(each))
		claims = append(claims, s.claims...)
	}
	c.why, c.long = c.say("why.list"), true
	c.leadText(c.say("list.figures.shared", "list", strings.Join(items, "; ")), claims...)
	c.also(claims[:min(3, len(claims))]...)
}
