package answers

import (
	"cmp"
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// planExtreme names the largest or smallest amount, or the earliest or latest date.
func (c *composition) planExtreme() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if c.besideReply() {
		return // "which is the newest?", of replies that were told
	}
	if c.r.aspect == "first" || c.r.aspect == "last" || c.r.facet == corpus.FacetWhen {
		c.extremeDate()
		return
	}
	if c.r.aspect != "largest" && c.r.aspect != "smallest" {
		c.planDefault() // taken over from the last question, which asked for more
		return
	}
	if c.extremeCount() {
		return
	}
	kind := "any"
	switch {
	case c.asks("whole-total"):
		kind = "total"
	case c.asks("single-incident"):
		kind = "single"
	}
	if c.nextAmount(kind) {
		return
	}
	claims := c.amountsOf(kind)
	if len(claims) == 0 {
		c.planFact()
		return
	}
	if c.r.aspect == "smallest" {
		slices.Reverse(claims)
	}
	outermost := claims[0]
	claims = c.narrow(claims)
	c.why = c.say("why.extreme")
	best, id := claims[0], "extreme."+c.r.aspect+"."+kind
	if best != outermost || len(c.r.names)+len(c.r.reports) > 0 || len(c.e.parties) > 1 && len(c.r.parties()) > 0 {
		id = "extreme.narrowed." + c.r.aspect // of what the question says, not of all
	}
	c.leadText(c.say(id, "figure", amountOf(best))+" "+c.e.composer.Sentence(best), best)
	switch {
	case best != outermost:
		c.also(outermost)
	case len(claims) > 1:
		c.also(claims[1])
	}
}

// extremeCount names the largest or the smallest number of what is counted: "the highest
// number of boxes that anyone mentions".
func (c *composition) extremeCount() bool {
	tokens := c.r.query.Tokens
	at := slices.IndexFunc(tokens, func(t language.Token) bool { return c.e.in(t, "number-word") })
	if at < 0 || at+2 >= len(tokens) || tokens[at+1].Word != "of" || slices.ContainsFunc(tokens[at+2:], func(t language.Token) bool { return t.Stem == c.currency() }) {
		return false // of what all amounts are in, they are in order already
	}
	var best *corpus.Claim
	most := 0.0
	for _, token := range tokens[at+2:] {
		for _, n := range c.e.counted[token.Stem] {
			claim, f := c.e.corpus.Claims[n], &c.e.index.Features[n]
			if claim.Stance != corpus.Alleges || !c.r.concerns(claim) || !c.inScope(claim) || !c.named(claim) {
				continue
			}
			for i, figure := range f.Figures {
				if f.Of[i] < 0 || claim.Figures[f.Of[i]].Measures != corpus.Count {
					continue
				}
				if better := figure.Value > most; best == nil || better == (c.r.aspect == "largest") && figure.Value != most {
					best, most = claim, figure.Value
				}
			}
		}
	}
	if best == nil {
		return false
	}
	c.why = c.say("why.extreme")
	c.lead(best)
	return true
}

// nextAmount names the amount that comes second or third, or next after the one that
// the question gives.
func (c *composition) nextAmount(kind string) bool {
	place := 0
	switch {
	case c.asks("second-word"):
		place = 1
	case c.asks("third-word"):
		place = 2
	default:
		return false
	}
	claims := slices.DeleteFunc(slices.Clone(c.within(c.standing().amounts[kind])), func(claim *corpus.Claim) bool { return !c.r.concerns(claim) })
	if c.r.aspect == "smallest" {
		slices.Reverse(claims)
	}
	claims = slices.CompactFunc(claims, func(a, b *corpus.Claim) bool {
		return c.e.values[c.e.index.Number(a)] == c.e.values[c.e.index.Number(b)]
	})
	if given := slices.IndexFunc(claims, func(claim *corpus.Claim) bool {
		return len(c.r.figures) > 0 && hasFigure(&c.e.index.Features[c.e.index.Number(claim)], c.r.figures[0])
	}); given >= 0 {
		place = given + 1
	}
	if place >= len(claims) {
		return false
	}
	before, claim := claims[place-1], claims[place]
	c.why = c.say("why.extreme")
	amounts := c.amounts([]*corpus.Claim{before, claim})
	c.leadText(c.say("extreme.next", "first", amounts[0], "next", amounts[1])+" "+c.e.composer.Sentence(claim), claim, before)
	c.also(before)
	return true
}

// ofThose answers "which of the three is the highest?": of the amounts that the
// conversation has been about.
func (c *composition) ofThose() bool {
	largest := c.asks("largest-word") || c.asks("more-less") && !c.asks("less-word")
	smallest := c.asks("smallest-word") || c.asks("less-word")
	if c.r.picked || c.r.intent == "more" || c.r.aspect == "beyond" || !c.r.leans && !c.asks("pronoun") || c.r.thread.Turns < 2 || largest == smallest || !c.onlyCompares() {
		return false
	}
	var claims []*corpus.Claim
	for _, key := range slices.Concat(c.r.thread.Claims, c.r.thread.Earlier) {
		claim := c.e.corpus.Claim(key)
		if claim == nil || claim.Stance != corpus.Alleges || slices.ContainsFunc(claims, func(o *corpus.Claim) bool { return o.By == claim.By && sameFigures(o, claim) }) {
			continue
		}
		if _, ok := c.e.value(claim); ok {
			claims = append(claims, claim)
		}
	}
	if len(claims) < 2 {
		return false
	}
	slices.SortStableFunc(claims, func(a, b *corpus.Claim) int {
		x, _ := c.e.value(a)
		y, _ := c.e.value(b)
		if smallest {
			x, y = y, x
		}
		return cmp.Compare(y, x)
	})
	id := "extreme.thread.largest"
	if smallest {
		id = "extreme.thread.smallest"
	}
	c.why = c.say("why.extreme")
	c.leadText(c.say(id, "figure", amountOf(claims[0]))+" "+c.e.composer.Sentence(claims[0]), claims[0])
	c.also(claims[1:min(3, len(claims))]...)
	return true
}

// onlyCompares tells whether the question has nothing of its own but the comparing.
func (c *composition) onlyCompares() bool {
	if len(c.r.figures)+len(c.r.dates)+len(c.r.reports)+len(c.r.accused) > 0 || slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 }) {
		return false
	}
	return !slices.ContainsFunc(c.r.terms, func(t term) bool {
		token := c.r.query.Tokens[min(t.From, len(c.r.query.Tokens)-1)]
		return t.From != t.To && !t.Asked && !t.light && !c.e.in(token, "more-less") && !c.e.in(token, "largest-word") && !c.e.in(token, "smallest-word") && !c.e.in(token, "amount-word")
	})
}

// amountsOf returns the accusations of an amount of that kind that have the names
// of the question, the largest first.
func (c *composition) amountsOf(kind string) []*corpus.Claim {
	if len(c.r.names)+len(c.r.reports) == 0 {
		all := c.standing().amounts[kind]
		return slices.DeleteFunc(slices.Clone(all[:min(len(all), considerable)]), func(claim *corpus.Claim) bool { return kind != string(corpus.Total) && !c.apart(claim) })
	}
	var mine []scored
	for _, n := range c.candidates() {
		claim := c.e.corpus.Claims[n]
		if c.e.values[n] > 0 && claim.Stance == corpus.Alleges && (kind == "any" || measures(corpus.Measure(kind))(claim)) {
			mine = append(mine, scored{claim: claim, n: n})
		}
	}
	slices.SortStableFunc(mine, func(a, b scored) int { return cmp.Compare(c.e.values[b.n], c.e.values[a.n]) })
	return c.scopeNamed(claimsOf(distinct(mine)))
}

func (c *composition) extremeDate() {
	stances := accusing
	if c.asks("deny") || c.asks("reply") || c.r.accusedSpeaks {
		stances = denying
	}
	said := c.asks("accusation-word") || stances[0] == corpus.Denies
	dateOf := func(claim *corpus.Claim) string {
		if said {
			return saidOn(claim)
		}
		return happenedOn(claim)
	}
	base := c.standing().dated
	switch {
	case stances[0] == corpus.Denies:
		base = c.standing().denials
	case said:
		base = c.standing().said
	}
	claims := slices.DeleteFunc(c.scopeNamed(base), func(claim *corpus.Claim) bool {
		return !slices.Contains(stances, claim.Stance) || dateOf(claim) == ""
	})
	if len(claims) == 0 {
		c.planFact()
		return
	}
	slices.SortStableFunc(claims, func(a, b *corpus.Claim) int {
		if c.r.aspect == "last" || c.r.aspect == "largest" {
			return cmp.Compare(dateOf(b), dateOf(a))
		}
		return cmp.Compare(dateOf(a), dateOf(b))
	})
	c.why = c.say("why.extreme")
	best := claims[0]
	if best.Stance == corpus.Denies {
		for _, claim := range claims { // on the same occasion, the one that tells the day
			if sameOccasion(claim, best) && len(dateOf(claim)) > len(dateOf(best)) {
				best = claim
			}
		}
	}
	aspect := "first"
	if c.r.aspect == "last" || c.r.aspect == "largest" {
		aspect = "last"
	}
	c.leadText(c.say("extreme."+aspect, "date", c.dateText(best, dateOf(best)))+" "+c.e.composer.Sentence(best), best)
	if best.Stance == corpus.Denies {
		c.answered(best)
	}
	if len(claims) > 1 && best.Stance != corpus.Denies {
		c.also(claims[1])
	}
}

func happenedOn(claim *corpus.Claim) string {
	switch {
	case claim.Happened != nil && claim.Happened.Date != "":
		return claim.Happened.Date
	case claim.Period != nil:
		return claim.Period.From
	}
	return ""
}
