package planning

import (
	"fmt"
	"slices"
	"strconv"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// planRatio calculates an average from a claim that gives a total and a count.
func (c *Composition) planRatio() {
	if c.r.Aspect == "rate" && c.conversion() {
		return
	}
	if len(c.r.Names) >= 2 {
		c.planTotal()
		return
	}
	found := weighing.Distinct(c.p.Choose(c.r, weighing.Filter{Stances: accusing}))
	c.weighed = found
	if c.abstainsUnknown() {
		return
	}
	for _, s := range found {
		currency := c.p.UnitOf(s.Claim)
		if !c.p.Composer.Has("currency." + currency) {
			break // what is counted in tonnes or people has no sign to write it with
		}
		f := &c.p.Index.Features[s.N]
		var total, count float64
		totalText, countText := "", ""
		for i, figure := range f.Figures {
			switch d := s.Claim.Figures[f.Of[i]]; {
			case d.Measures == corpus.Total && figure.Unit == currency && totalText == "":
				total, totalText = figure.Value, d.Text
			case d.Measures == corpus.Count && figure.Value > 1 && countText == "":
				count, countText = figure.Value, d.Text
			}
		}
		if totalText != "" && countText != "" && s.Score >= worthAdding*found[0].Score && s.Fit >= 0.3 {
			c.why = c.say("why.ratio")
			c.leadText(c.p.Composer.Sentence(s.Claim)+" "+c.say("ratio", "average", c.p.amountIn(currency, total/count), "total", totalText, "count", countText), s.Claim)
			return
		}
	}
	c.planFact()
}

// conversion calculates the rate at which a source gives one amount in two currencies: no source states it.
func (c *Composition) conversion() bool {
	found := c.p.Choose(c.r, weighing.Filter{Stances: accusing, Keep: func(claim *corpus.Claim) bool {
		return slices.ContainsFunc(claim.Figures, func(f corpus.Figure) bool { return f.Converted != "" && !f.Missing })
	}})
	for _, s := range found {
		f := &c.p.Index.Features[s.N]
		for i := 1; i < len(f.Figures); i++ {
			own, converted := f.Figures[i-1], f.Figures[i]
			if f.Of[i] < 0 || f.Of[i] != f.Of[i-1] || own.Unit == converted.Unit || converted.Value == 0 || own.Value == 0 {
				continue
			}
			rate := max(own.Value/converted.Value, converted.Value/own.Value)
			figure := s.Claim.Figures[f.Of[i]]
			c.weighed = found
			c.why = c.say("why.ratio")
			c.leadText(c.p.Composer.Sentence(s.Claim)+" "+c.say("ratio.rate", "rate", fmt.Sprintf("%.4g", rate), "own", figure.Text, "converted", figure.Converted), s.Claim)
			return true
		}
	}
	return false
}

// amountIn writes an amount in a currency, rounded.
func (p *Planner) amountIn(currency string, value float64) string {
	sign := p.Composer.Say("currency." + currency)
	switch {
	case value >= 1e9:
		return fmt.Sprintf("%s%.2f billion", sign, value/1e9)
	case value >= 1e6:
		return fmt.Sprintf("%s%.0f million", sign, value/1e6)
	}
	return fmt.Sprintf("%s%.0f", sign, value)
}

// shareOf calculates what share of its accuser's total a claim's amount is, when
// a share was asked and no claim gives it.
func (c *Composition) shareOf(part *corpus.Claim) bool {
	if c.r.Facet != corpus.FacetShare || c.tells(part, corpus.FacetShare) {
		return false
	}
	amount, ok := c.p.Value(part)
	if !ok {
		return false
	}
	for _, claim := range c.p.About([]string{part.Report().Accused}).TotalsBy[part.By] {
		if total, ok := c.p.Value(claim); ok && claim != part && total > amount {
			c.why = c.say("why.ratio")
			c.leadText(c.p.Composer.Sentence(part)+" "+c.say("ratio.share", "share", fmt.Sprintf("%.0f %%", 100*amount/total), "part", amountOf(part), "total", amountOf(claim)), part, claim)
			return true
		}
	}
	return false
}

// sharesOf answers what share several of the parts that somebody gives have of their total: with
// the parts beside it, for nobody adds them up.
func (c *Composition) sharesOf() bool {
	if c.r.Facet != corpus.FacetShare || c.ownNames() < 3 {
		return false
	}
	for _, n := range c.r.Names {
		for _, whole := range c.standing().TotalsBy[n.IDs[0]] {
			if parts := c.partsIn(whole); len(parts) > 1 {
				c.why = c.say("why.ratio")
				c.leadParts(whole, parts)
				return true
			}
		}
	}
	return false
}

// shareSince answers how much it was before a year, by an accuser who gives no sum for that, with
// the share that they give for the year itself.
func (c *Composition) shareSince(found []weighing.Scored) bool {
	if c.r.Facet != corpus.FacetAmount || len(c.r.Dates) != 1 || c.r.Voice() == nil || !c.asks("before-word") {
		return false
	}
	at := slices.IndexFunc(found, func(s weighing.Scored) bool {
		return s.Spoken && s.Dated && c.tells(s.Claim, corpus.FacetShare) && s.Claim.Period != nil
	})
	if at < 0 {
		return false
	}
	year := strconv.Itoa(c.r.Dates[0].Year)
	if slices.ContainsFunc(found, func(s weighing.Scored) bool {
		return s.Spoken && amountOf(s.Claim) != "" && s.Claim.Period != nil && s.Claim.Period.To != "" && s.Claim.Period.To < year
	}) {
		return false // they give a sum for the time before
	}
	totals := c.standing().TotalsBy[c.r.Voice().IDs[0]]
	c.why = c.say("why.best")
	c.leadText(c.say("fact.untold")+" "+c.p.Composer.Sentence(found[at].Claim), found[at].Claim)
	c.also(totals[:min(1, len(totals))]...)
	return true
}

// amountOfShare calculates what a share comes to, when an amount was asked and
// the claim gives only the share of its accuser's total.
func (c *Composition) amountOfShare(claim *corpus.Claim) bool {
	f := c.p.Index.FeaturesOf(claim)
	if c.r.Facet != corpus.FacetAmount && !c.asks("how-much") && !(c.r.Facet == corpus.FacetShare && c.asksInMoney()) || f.Facets[corpus.FacetAmount] || !f.Facets[corpus.FacetShare] {
		return false
	}
	share, text, of := 0.0, "", ""
	for i, figure := range f.Figures {
		if figure.Unit == "%" && share == 0 && f.Of[i] >= 0 {
			share, text, of = figure.Value, claim.Figures[f.Of[i]].Text, claim.Figures[f.Of[i]].Of
		}
	}
	if !c.p.Composer.Has("currency." + c.p.UnitOf(claim)) {
		return false
	}
	for _, whole := range c.p.About([]string{claim.Report().Accused}).TotalsBy[claim.By] {
		if total, ok := c.p.Value(whole); ok && share > 0 && c.p.isWhole(whole, of) {
			c.why = c.say("why.ratio")
			c.leadText(c.p.Composer.Sentence(claim)+" "+c.say("ratio.of", "amount", c.p.amountIn(c.p.UnitOf(claim), share*total), "share", text, "total", amountOf(whole)), claim, whole)
			return true
		}
	}
	return false
}

// amountOfYear calculates what an accuser's share of one year comes to, where it is asked for as a sum: "in
// crowns, what would the half of last year be?"
func (c *Composition) amountOfYear() bool {
	if len(c.r.Dates) != 1 || !c.asks("share-word") && !c.asks("fraction-word") || !c.asks("currency-word") && !c.asksInMoney() || c.r.Voice() == nil || c.asks("more-less") || slices.ContainsFunc(c.r.Figures, language.Figure.Money) {
		return false
	}
	ask := *c.r
	ask.Facet = corpus.FacetAmount
	found := c.p.Choose(&ask, weighing.Filter{Stances: accusing, Keep: func(claim *corpus.Claim) bool {
		return c.tells(claim, corpus.FacetShare) && amountOf(claim) == "" && claim.Period != nil && c.p.Coverage(c.r, claim) >= 1
	}})
	if len(found) == 0 || !found[0].Spoken {
		return false
	}
	c.r, c.weighed = &ask, found
	return c.amountOfShare(found[0].Claim)
}

// asksInMoney tells whether the question names a currency: "what would that half come to in dollars?"
func (c *Composition) asksInMoney() bool {
	return slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool { return c.p.Composer.Has("currency." + c.p.Lexicon.Unit(t.Word)) })
}

// shareAcross sets the amounts of two accusers beside each other, where it is asked what share of the
// one's total the other's is.
func (c *Composition) shareAcross() bool {
	if c.r.Facet != corpus.FacetShare || c.ownNames() < 2 || len(c.r.Figures) != 1 || !c.r.Figures[0].Money() {
		return false
	}
	whole := c.r
	ask := *c.r
	ask.Facet = corpus.FacetAmount
	c.r = &ask
	if claims := c.sideAmounts(); len(claims) >= 2 && claims[0].By != claims[1].By {
		c.sideBySide(claims)
		return true
	}
	c.r = whole
	return false
}

// isWhole tells whether the claim's total is what a share is said to be a share of: it
// has most of those words. "42 % of all traced fees" is no share of the fees that
// went to the hotel.
func (p *Planner) isWhole(whole *corpus.Claim, of string) bool {
	text := " " + whole.Says + " "
	for _, f := range whole.Figures {
		text += f.Of + " "
	}
	stems := map[string]bool{}
	for _, token := range language.Split(text) {
		stems[token.Stem] = true
	}
	shared, all := 0, 0
	for _, token := range language.Split(of) {
		if !p.Lexicon.Ignorable(token.Word) {
			all++
			shared += record.BoolInt(stems[token.Stem])
		}
	}
	return all > 0 && 5*shared >= 3*all
}

// remainder calculates what the parts that an accuser names leave of its own total,
// where it is asked for: that is no sum of different accusers' figures.
func (c *Composition) remainder(claims []*corpus.Claim) bool {
	if !c.asks("remainder-word") || len(claims) < 2 || !c.p.Composer.Has("currency."+c.p.UnitOf(claims[0])) {
		return false
	}
	if by := c.p.About([]string{claims[0].Report().Accused}).TotalsBy[claims[0].By]; len(by) > 0 && !slices.ContainsFunc(claims, record.Measures(corpus.Total)) {
		claims = append([]*corpus.Claim{by[0]}, claims...) // of whose total they are parts
	}
	whole := claims[0]
	for _, claim := range claims {
		if a, _ := c.p.Value(claim); a > 0 {
			if b, _ := c.p.Value(whole); a > b {
				whole = claim
			}
		}
	}
	rest, ok := c.p.Value(whole)
	if !ok || !record.Measures(corpus.Total)(whole) {
		return false
	}
	var parts []string
	for _, claim := range claims {
		value, ok := c.p.Value(claim)
		if claim == whole {
			continue
		}
		if !ok || claim.By != whole.By || claim.Report() != whole.Report() || record.Measures(corpus.Total)(claim) {
			return false
		}
		rest -= value
		parts = append(parts, amountOf(claim))
	}
	if rest <= 0 {
		return false
	}
	c.why = c.say("why.ratio")
	c.leadText(c.p.Composer.Sentence(whole)+" "+c.say("ratio.rest", "rest", c.p.amountIn(c.p.UnitOf(whole), rest), "parts", c.p.Composer.Join(parts), "total", amountOf(whole)), claims...)
	c.also(claims...)
	return true
}
