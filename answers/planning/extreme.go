package planning

import (
	"cmp"
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// planExtreme names the largest or smallest amount, or the earliest or latest date.
func (c *Composition) planExtreme() {
	if c.abstainsUnknown() {
		return
	}
	if c.besideReply() {
		return // "which is the newest?", of replies that were told
	}
	if c.r.Aspect == "nearest" {
		if !c.nearestAmount() {
			c.r.Intent, c.r.Aspect = "fact", ""
			c.planFact()
		}
		return
	}
	if c.r.Aspect == "ends" {
		c.bothEnds()
		return
	}
	if c.r.Aspect == "first" || c.r.Aspect == "last" || c.r.Facet == corpus.FacetWhen {
		c.extremeDate()
		return
	}
	if c.r.Aspect != "largest" && c.r.Aspect != "smallest" {
		c.planDefault() // taken over from the last question, which asked for more
		return
	}
	if !c.asks("largest-word") && !c.asks("smallest-word") && c.howMany() == 0 && c.onlyCompares() {
		c.planClarify() // "which of the two is higher?", of two that nobody told
		return
	}
	if c.r.Facet == corpus.FacetTarget {
		c.whoLost()
		return
	}
	if c.listsNames() {
		if sides := c.sides(); len(sides) == len(c.compared()) && c.rankSides(sides, c.r.Aspect == "smallest") {
			return
		}
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
	if c.r.Aspect == "smallest" {
		slices.Reverse(claims)
	}
	outermost := claims[0]
	if claims = c.ofThatTime(claims); len(claims) == 0 {
		c.abstain("abstain.amount")
		return
	}
	claims = c.narrow(claims)
	if each := onceAnIncident(claims, c.howMany()); len(each) > 1 {
		claims = each
		c.why = c.say("why.extreme")
		c.long = true
		id := "extreme.several." + c.r.Aspect
		if c.asks("ranking-verb") || c.asks("list-asking") {
			id = "extreme.ranked"
		}
		c.leadText(c.say(id, "count", c.p.Composer.Count(len(claims)), "list", c.p.Composer.Join(c.amounts(claims))), claims...)
		c.also(claims[:min(len(claims), 3)]...)
		return
	}
	c.why = c.say("why.extreme")
	best, id := claims[0], "extreme."+c.r.Aspect+"."+kind
	if best != outermost || len(c.r.Names)+len(c.r.Reports) > 0 || len(c.p.AllAccused) > 1 && len(c.r.AboutAccused()) > 0 {
		id = "extreme.narrowed." + c.r.Aspect // of what the question says, not of all
	}
	c.leadText(c.say(id, "figure", amountOf(best))+" "+c.p.Composer.Sentence(best), best)
	switch {
	case best != outermost:
		c.also(outermost)
	case len(claims) > 1:
		c.also(claims[1])
	}
}

// ofThatTime keeps the claims that the dates of the question cover; all where it has none.
func (c *Composition) ofThatTime(claims []*corpus.Claim) []*corpus.Claim {
	if len(c.r.Query.Dates) == 0 {
		return claims
	}
	return slices.DeleteFunc(slices.Clone(claims), func(claim *corpus.Claim) bool { return c.p.Coverage(c.r, claim) == 0 })
}

// onceAnIncident returns the first so many claims, of those that are of one incident, or appear to be,
// the first alone.
func onceAnIncident(claims []*corpus.Claim, most int) []*corpus.Claim {
	var out []*corpus.Claim
	for _, claim := range claims {
		if len(out) == most {
			break
		}
		if !slices.ContainsFunc(out, func(o *corpus.Claim) bool {
			return claim.Incident != "" && (o.Incident == claim.Incident || o.SameAs == claim.Incident) || claim.SameAs != "" && o.Incident == claim.SameAs
		}) {
			out = append(out, claim)
		}
	}
	return out
}

// howMany returns how many of the largest or the smallest are asked for: "the three biggest sums";
// 0 where no number is given.
func (c *Composition) howMany() int {
	tokens := c.r.Query.Tokens
	if c.asks("ranking-verb") || c.asks("list-asking") {
		return record.MostListed // all of them, in order
	}
	for _, f := range c.r.Query.Figures {
		beside := func(i int) bool {
			return i >= 0 && i < len(tokens) && (c.p.In(tokens[i], "largest-word") || c.p.In(tokens[i], "smallest-word") || c.p.In(tokens[i], "top-word") || i == 0 && c.p.In(tokens[i], "which-word"))
		}
		if f.Unit == "" && f.Value >= 2 && f.Value <= record.MostListed && f.Value == float64(int(f.Value)) && (beside(f.To) || beside(f.From-1)) {
			return int(f.Value)
		}
	}
	return 0
}

// nextAmount names the amount that comes second or third, or next after the one that
// the question gives.
func (c *Composition) nextAmount(kind string) bool {
	place := 0
	switch {
	case c.asks("second-word"):
		place = 1
	case c.asks("third-word"):
		place = 2
	default:
		return false
	}
	claims := slices.DeleteFunc(slices.Clone(c.within(c.standing().Amounts[kind])), func(claim *corpus.Claim) bool { return !c.r.Concerns(claim) })
	if c.r.Aspect == "smallest" {
		slices.Reverse(claims)
	}
	claims = slices.CompactFunc(claims, func(a, b *corpus.Claim) bool {
		return c.p.Values[c.p.Index.Number(a)] == c.p.Values[c.p.Index.Number(b)]
	})
	if given := slices.IndexFunc(claims, func(claim *corpus.Claim) bool {
		return len(c.r.Figures) > 0 && c.p.Index.FeaturesOf(claim).Has(c.r.Figures[0])
	}); given >= 0 {
		place = given + 1
	}
	if place >= len(claims) {
		return false
	}
	before, claim := claims[place-1], claims[place]
	c.why = c.say("why.extreme")
	amounts := c.amounts([]*corpus.Claim{before, claim})
	c.leadText(c.say("extreme.next", "first", amounts[0], "next", amounts[1])+" "+c.p.Composer.Sentence(claim), claim, before)
	c.also(before)
	return true
}

// ofThose answers "which of the three is the highest?": of the amounts that the
// conversation has been about.
func (c *Composition) ofThose() bool {
	largest := c.asks("largest-word") || c.asks("more-less") && !c.asks("less-word")
	smallest := c.asks("smallest-word") || c.asks("less-word")
	if largest == smallest || !c.onlyCompares() {
		return false
	}
	claims := c.singlesOfVoice()
	listed := len(claims) > 1
	if !listed && (c.r.Picked || c.r.Intent == "more" || c.r.Aspect == "beyond" || !c.r.Leans && !c.asks("pronoun") && !c.asks("two-word") || c.r.Thread.Turns < 2) {
		return false
	}
	for _, key := range slices.Concat(c.r.Thread.Claims, c.r.Thread.Earlier) {
		if listed {
			break
		}
		claim := c.p.Corpus.Claim(key)
		if claim == nil || claim.Stance != corpus.Alleges || slices.ContainsFunc(claims, func(o *corpus.Claim) bool { return o.By == claim.By && sameFigures(o, claim) }) {
			continue
		}
		if _, ok := c.p.Value(claim); ok {
			claims = append(claims, claim)
		}
	}
	if len(claims) < 2 {
		return false
	}
	c.byValue(claims, smallest)
	id := "extreme.thread.largest"
	if smallest {
		id = "extreme.thread.smallest"
	}
	c.why = c.say("why.extreme")
	c.leadText(c.say(id, "figure", amountOf(claims[0]))+" "+c.p.Composer.Sentence(claims[0]), claims[0])
	c.also(claims[1:min(3, len(claims))]...)
	return true
}

// singlesOfVoice returns the single thefts of the one speaker whose list was told, where the largest or the smallest
// of them is asked for: "the biggest one?"
func (c *Composition) singlesOfVoice() []*corpus.Claim {
	by, listed := "", 0
	for _, claim := range c.r.Focus {
		switch {
		case amountOf(claim) == "":
		case by != "" && claim.By != by || c.p.Corpus.Entity(claim.By) == nil:
			return nil
		default:
			by, listed = claim.By, listed+1
		}
	}
	if by == "" || !c.asks("one-pronoun") && (c.r.Thread.Intent != "list" || listed < 2) {
		return nil
	}
	singles := c.standing().Amounts[string(corpus.Single)]
	return slices.DeleteFunc(slices.Clone(singles[:min(len(singles), record.MostClaims)]), func(claim *corpus.Claim) bool { return claim.By != by })
}

// onlyCompares tells whether the question has nothing of its own but the comparing.
func (c *Composition) onlyCompares() bool {
	if len(c.r.Figures)+len(c.r.Dates)+len(c.r.Reports)+len(c.r.Accused) > 0 || c.r.GivesName() {
		return false
	}
	return !slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		token := c.r.Query.Tokens[min(t.From, len(c.r.Query.Tokens)-1)]
		return t.From != t.To && !t.Light && !c.p.In(token, "more-less") && !c.p.In(token, "largest-word") && !c.p.In(token, "smallest-word") && !c.p.In(token, "amount-word")
	})
}

// amountsOf returns the accusations of an amount of that kind that have the names
// of the question, the largest first.
func (c *Composition) amountsOf(kind string) []*corpus.Claim {
	if len(c.r.Names)+len(c.r.Reports) == 0 {
		all := c.standing().Amounts[kind]
		return slices.DeleteFunc(slices.Clone(all[:min(len(all), record.MostClaims)]), func(claim *corpus.Claim) bool { return kind != string(corpus.Total) && !c.apart(claim) })
	}
	var mine []*corpus.Claim
	for _, n := range c.candidates() {
		claim := c.p.Corpus.Claims[n]
		if c.p.Values[n] > 0 && claim.Stance == corpus.Alleges && (kind == "any" || record.Measures(corpus.Measure(kind))(claim)) {
			mine = append(mine, claim)
		}
	}
	amount := func(claim *corpus.Claim) float64 { return c.p.Values[c.p.Index.Number(claim)] }
	slices.SortStableFunc(mine, func(a, b *corpus.Claim) int { return cmp.Compare(amount(b), amount(a)) })
	return c.scopeNamed(record.DistinctClaims(mine))
}
