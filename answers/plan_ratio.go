package answers

import (
	"fmt"
	"slices"
	"strconv"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// planRatio calculates an average from a claim that gives a total and a count.
func (c *composition) planRatio() {
	if len(c.r.names) >= 2 {
		c.planTotal()
		return
	}
	found := distinct(c.e.choose(c.r, choice{stances: accusing}))
	c.weighed = found
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	for _, s := range found {
		currency := c.e.currencyOf(s.claim)
		if !c.e.composer.Has("currency." + currency) {
			break // what is counted in tonnes or people has no sign to write it with
		}
		f := &c.e.index.Features[s.n]
		var total, count float64
		totalText, countText := "", ""
		for i, figure := range f.Figures {
			switch d := s.claim.Figures[f.Of[i]]; {
			case d.Measures == corpus.Total && figure.Unit == currency && totalText == "":
				total, totalText = figure.Value, d.Text
			case d.Measures == corpus.Count && figure.Value > 1 && countText == "":
				count, countText = figure.Value, d.Text
			}
		}
		if totalText != "" && countText != "" && s.score >= near*found[0].score && s.fit >= 0.3 {
			c.why = c.say("why.ratio")
			c.leadText(c.e.composer.Sentence(s.claim)+" "+c.say("ratio", "average", amountIn(c.e, currency, total/count), "total", totalText, "count", countText), s.claim)
			return
		}
	}
	c.planFact()
}

// amountIn writes an amount in a currency, rounded.
func amountIn(e *Engine, currency string, value float64) string {
	sign := e.composer.Say("currency." + currency)
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
func (c *composition) shareOf(part *corpus.Claim) bool {
	if c.r.facet != corpus.FacetShare || c.tells(part, corpus.FacetShare) {
		return false
	}
	amount, ok := c.e.value(part)
	if !ok {
		return false
	}
	for _, claim := range c.e.about([]string{part.Report().Accused}).totalsBy[part.By] {
		if total, ok := c.e.value(claim); ok && claim != part && total > amount {
			c.why = c.say("why.ratio")
			c.leadText(c.e.composer.Sentence(part)+" "+c.say("ratio.share", "share", fmt.Sprintf("%.0f %%", 100*amount/total), "part", amountOf(part), "total", amountOf(claim)), part, claim)
			return true
		}
	}
	return false
}

// shareSince answers how much it was before a year, by an accuser who gives no sum for that, with
// the share that they give for the year itself.
func (c *composition) shareSince(found []scored) bool {
	if c.r.facet != corpus.FacetAmount || len(c.r.dates) != 1 || c.r.voice() == nil || !c.asks("before-word") {
		return false
	}
	at := slices.IndexFunc(found, func(s scored) bool {
		return s.spoken && s.dated && c.tells(s.claim, corpus.FacetShare) && s.claim.Period != nil
	})
	if at < 0 {
		return false
	}
	year := strconv.Itoa(c.r.dates[0].Year)
	if slices.ContainsFunc(found, func(s scored) bool {
		return s.spoken && amountOf(s.claim) != "" && s.claim.Period != nil && s.claim.Period.To != "" && s.claim.Period.To < year
	}) {
		return false // they give a sum for the time before
	}
	totals := c.standing().totalsBy[c.r.voice().ids[0]]
	c.why = c.say("why.best")
	c.leadText(c.say("fact.untold")+" "+c.e.composer.Sentence(found[at].claim), found[at].claim)
	c.also(totals[:min(1, len(totals))]...)
	return true
}

// amountOfShare calculates what a share comes to, when an amount was asked and
// the claim gives only the share of its accuser's total.
func (c *composition) amountOfShare(claim *corpus.Claim) bool {
	f := &c.e.index.Features[c.e.index.Number(claim)]
	if c.r.facet != corpus.FacetAmount && !c.asks("how-much") || f.Facets[corpus.FacetAmount] || !f.Facets[corpus.FacetShare] {
		return false
	}
	share, text, of := 0.0, "", ""
	for i, figure := range f.Figures {
		if figure.Unit == "%" && share == 0 && f.Of[i] >= 0 {
			share, text, of = figure.Value, claim.Figures[f.Of[i]].Text, claim.Figures[f.Of[i]].Of
		}
	}
	if !c.e.composer.Has("currency." + c.e.currencyOf(claim)) {
		return false
	}
	for _, whole := range c.e.about([]string{claim.Report().Accused}).totalsBy[claim.By] {
		if total, ok := c.e.value(whole); ok && share > 0 && c.e.isWhole(whole, of) {
			c.why = c.say("why.ratio")
			c.leadText(c.e.composer.Sentence(claim)+" "+c.say("ratio.of", "amount", amountIn(c.e, c.e.currencyOf(claim), share*total), "share", text, "total", amountOf(whole)), claim, whole)
			return true
		}
	}
	return false
}

// isWhole tells whether the claim's total is what a share is said to be a share of: it
// has most of those words. "42 % of all traced fees" is no share of the fees that
// went to the hotel.
func (e *Engine) isWhole(whole *corpus.Claim, of string) bool {
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
		if !e.lexicon.Ignorable(token.Word) {
			all++
			shared += boolInt(stems[token.Stem])
		}
	}
	return all > 0 && 5*shared >= 3*all
}

// remainder calculates what the parts that an accuser names leave of its own total,
// where it is asked for: that is no sum of different accusers' figures.
func (c *composition) remainder(claims []*corpus.Claim) bool {
	if !c.asks("remainder-word") || len(claims) < 2 || !c.e.composer.Has("currency."+c.e.currencyOf(claims[0])) {
		return false
	}
	whole := claims[0]
	for _, claim := range claims {
		if a, _ := c.e.value(claim); a > 0 {
			if b, _ := c.e.value(whole); a > b {
				whole = claim
			}
		}
	}
	rest, ok := c.e.value(whole)
	if !ok || !measures(corpus.Total)(whole) {
		return false
	}
	var parts []string
	for _, claim := range claims {
		value, ok := c.e.value(claim)
		if claim == whole {
			continue
		}
		if !ok || claim.By != whole.By || claim.Report() != whole.Report() || measures(corpus.Total)(claim) {
			return false
		}
		rest -= value
		parts = append(parts, amountOf(claim))
	}
	if rest <= 0 {
		return false
	}
	c.why = c.say("why.ratio")
	c.leadText(c.e.composer.Sentence(whole)+" "+c.say("ratio.rest", "rest", amountIn(c.e, c.e.currencyOf(whole), rest), "parts", c.e.composer.Join(parts), "total", amountOf(whole)), claims...)
	c.also(claims...)
	return true
}

// partInstead answers what part of a whole it was by a part that is given as an amount, where
// no report gives it as a share.
func (c *composition) partInstead() bool {
	if c.r.facet != corpus.FacetShare {
		return false
	}
	asked, amount := c.r, *c.r
	amount.facet = corpus.FacetAmount
	found := c.e.choose(&amount, choice{keep: measures(corpus.Part)})
	c.r = &amount
	if len(found) == 0 || !found[0].named || !c.fits(&found[0]) && (c.ownNames() == 0 || found[0].fit < enough || c.r.foreign() > 0) {
		c.r = asked
		return false
	}
	c.weighed = found
	c.why = c.say("why.best")
	c.lead(found[0].claim)
	return true
}
