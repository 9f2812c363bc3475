package answers

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/corpus"
)

// planTotal sets amounts side by side. It never adds them up.
func (c *composition) planTotal() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if c.r.leans && !c.r.ownContent() && len(c.r.focus) > 0 {
		if totals := c.standing().totalsBy[c.r.focus[0].By]; len(totals) > 0 && !slices.Contains(c.r.focus, totals[0]) {
			c.why = c.say("why.total")
			c.lead(totals[0]) // "and in total?": what the same accuser says
			c.also(c.r.focus[0])
			return
		}
	}
	if len(c.r.figures) == 0 && c.asks("count-asking") && slices.ContainsFunc(c.r.head(c.e.lexicon), func(t term) bool { return len(c.e.counted[t.Stem]) > 0 }) {
		c.r.facet, c.r.counts = corpus.FacetCount, true // "how many boats in all": of boats, not of money
		c.planFact()
		return
	}
	if c.repeated() && c.leadTwin() {
		return
	}
	if !c.repeated() {
		if claims := c.sideAmounts(); len(claims) >= 2 {
			if len(c.r.figures) == 1 { // "take these out of the total": the total, too
				for _, s := range c.e.choose(c.r, choice{stances: accusing}) {
					if s.figure && !slices.Contains(claims, s.claim) {
						claims = append([]*corpus.Claim{s.claim}, claims...)
						break
					}
				}
			}
			c.sideBySide(claims)
			return
		}
	}
	if len(c.r.figures) >= 2 && !c.r.money() && c.bothFigures() {
		return
	}
	if len(c.r.figures) >= 2 || len(c.r.names) > 0 && len(c.scope(c.standing().totals, hasAmount)) < 2 {
		found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Remark}})
		if len(found) > 0 && found[0].figure && len(c.e.corpus.AboutOf(found[0].claim)) >= 2 && c.e.index.Mentions(found[0].claim.Says, c.e.lexicon.Concept("additive")) &&
			(len(c.r.figures) >= 2 && found[0].fit >= 0.4 || found[0].named && found[0].hit && found[0].fit >= 0.6 && c.r.wordFit(&found[0]) >= 0.5) {
			c.leadRemark(found[0].claim)
			return
		}
	}
	claims := c.scope(c.standing().totals, hasAmount)
	if !c.r.specific() || len(c.r.names) == 0 && len(c.r.figures) == 0 {
		claims = c.within(c.standing().totals)
	}
	if len(claims) == 0 || c.oneTotal() {
		c.planFact()
		return
	}
	if len(claims) == 1 {
		c.lead(claims[0])
		return
	}
	if c.r.foreign() > 0.3 || c.r.known() == 0 && slices.ContainsFunc(c.r.terms, func(t term) bool { return !t.Known && !t.Asked && !t.light }) {
		c.planFact()
		return
	}
	c.why = c.say("why.total")
	claims = claims[:min(len(claims), most)]
	if len(c.r.names) > 0 && len(claims) > 3 {
		claims = claims[:3]
	}
	if len(c.r.names) > 0 {
		c.leadText(c.say("total.named", "list", c.e.composer.Join(c.amounts(claims))), claims...)
		c.also(claims...)
		return
	}
	c.long = true
	c.leadText(c.say("total.all", "list", c.e.composer.Join(c.amounts(claims))), claims...)
}

// oneTotal tells whether a single claim explains what is asked and no other comes
// near: what is totalled is something that only it speaks of.
func (c *composition) oneTotal() bool {
	if c.r.known() == 0 || len(c.r.names) > 0 {
		return false
	}
	found := distinct(c.e.choose(c.r, choice{stances: accusing, keep: c.r.concerns}))
	return len(found) > 1 && found[0].fit >= 0.9 && found[0].hit && found[0].facet && found[1].score < 0.65*found[0].score
}

// sideBySide leads with the amounts of several claims, which nobody adds up.
func (c *composition) sideBySide(claims []*corpus.Claim) {
	c.why = c.say("why.total")
	c.leadText(c.say("total.named", "list", c.e.composer.Join(c.amounts(claims))), claims...)
	if by := claims[0].By; !slices.ContainsFunc(claims, func(claim *corpus.Claim) bool { return claim.By != by }) {
		for _, total := range c.standing().totalsBy[by] {
			if !slices.Contains(claims, total) {
				c.lead(total) // the accuser's own sum
				break
			}
		}
	}
	for _, claim := range claims {
		c.b.Claim(c.roleOf(claim), claim)
	}
}

// repeated tells whether the question gives one figure twice, or doubled.
func (c *composition) repeated() bool {
	for i, f := range c.r.figures {
		for _, g := range c.r.figures[i+1:] {
			if f.Money() && (f.Same(g) || 2*f.Value == g.Value && f.Unit == g.Unit) {
				return true
			}
		}
	}
	return false
}

// leadTwin leads with the remark that two claims of one figure are one and the
// same, or appear to be.
func (c *composition) leadTwin() bool {
	sub := *c.r
	sub.figures = sub.figures[:1]
	var twin *corpus.Claim
	for _, s := range c.e.choose(&sub, choice{stances: []corpus.Stance{corpus.Remark}, anyDate: true}) {
		if !s.figure || !c.e.index.Mentions(s.claim.Says, c.e.lexicon.Concept("one-same")) {
			continue
		}
		if tells := strings.ContainsAny(s.claim.Says, "0123456789"); twin == nil || tells {
			twin = s.claim
			if tells {
				break // the one that gives the figure, rather than what was said of it
			}
		}
	}
	if twin != nil {
		c.leadRemark(twin)
	}
	return twin != nil
}

// sideAmounts returns the best amount of each thing that the question names.
func (c *composition) sideAmounts() []*corpus.Claim {
	if len(c.r.names) < 2 && len(c.r.figures) < 2 {
		return nil
	}
	var out []*corpus.Claim
	for _, side := range c.sides() {
		for i := range side.found {
			claim := side.found[i].claim
			given := claim.Stance == corpus.Context && side.found[i].figure && len(c.r.figures) > 0
			if (hasAmount(claim) || given) && !slices.Contains(out, claim) {
				out = append(out, claim)
				break
			}
		}
	}
	return out
}

// amounts lists "at least 40 tonnes (the harbour office)" for each claim.
func (c *composition) amounts(claims []*corpus.Claim) []string {
	var out []string
	for _, claim := range claims {
		out = append(out, c.e.composer.Amount(amountOf(claim), c.whose(claim)))
	}
	return out
}

// whose tells who gives a figure, and of what time.
func (c *composition) whose(claim *corpus.Claim) string {
	whose := c.e.composer.Accusers([]*corpus.Claim{claim})[0]
	if claim.Period != nil {
		whose += ", " + claim.Period.Text
	}
	return whose
}

// planExtreme names the largest or smallest amount, or the earliest or latest date.
func (c *composition) planExtreme() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if c.r.aspect == "first" || c.r.aspect == "last" || c.r.facet == corpus.FacetWhen {
		c.extremeDate()
		return
	}
	if c.r.aspect != "largest" && c.r.aspect != "smallest" {
		c.planDefault() // taken over from the last question, which asked for more
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
	claims = c.narrow(claims)
	c.why = c.say("why.extreme")
	best := claims[0]
	c.leadText(c.say("extreme."+c.r.aspect+"."+kind, "figure", amountOf(best))+" "+c.e.composer.Sentence(best), best)
	if len(claims) > 1 {
		c.also(claims[1])
	}
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
	c.leadText(c.say("extreme.next", "figure", amountOf(claim), "first", amountOf(before))+" "+c.e.composer.Sentence(claim), claim, before)
	c.also(before)
	return true
}

// ofThose answers "which of the three is the highest?": of the amounts that the
// conversation has been about.
func (c *composition) ofThose() bool {
	largest := c.asks("largest-word") || c.asks("more-less") && !c.asks("less-word")
	smallest := c.asks("smallest-word") || c.asks("less-word")
	if !c.r.leans && !c.asks("pronoun") || c.r.thread.Turns < 2 || largest == smallest || !c.onlyCompares() {
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
	if c.asks("deny") || c.r.accusedSpeaks {
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
