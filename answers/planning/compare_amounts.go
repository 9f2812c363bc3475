package planning

import (
	"cmp"
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// whyLarger answers why one's figure is larger than another's with both figures, the larger first whichever the
// question takes for it, and with the reports giving no reason: which period, scope and counting makes the
// difference nobody tells.
func (c *Composition) whyLarger() bool {
	for _, s := range c.p.Choose(c.r, weighing.Filter{}) { // who was named may have told why
		theirs := slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
			return c.p.Index.Relation(s.N, n.IDs)&(corpus.AsSpeaker|corpus.AsOwner) != 0
		})
		if theirs && c.tells(s.Claim, corpus.FacetReason) && slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
			t.Concepts = nil // the very word
			return (c.ofGroup(t, "more-less") || c.ofGroup(t, "differ")) && c.p.Has(s.N, t)
		}) {
			c.why = c.say("why.best")
			c.lead(s.Claim)
			return true
		}
	}
	if c.ownNames()+len(c.r.Figures)+len(c.r.Reports) < 2 {
		return false
	}
	if len(c.r.Reports) >= 2 && c.ownNames()+len(c.r.Figures) == 0 && !c.asks("amount-word") && c.r.KnownWords()+record.BoolInt(c.asks("speak-word")) > 0 {
		c.r.Intent, c.r.Aspect = "discrepancy", "" // "why do the two papers differ on who spoke?"
		c.planRemark()
		return true
	}
	ask := *c.r
	ask.Facet = corpus.FacetAmount
	whole := c.r
	c.r = &ask
	sides := c.sides()
	if len(sides) != 2 {
		c.r = whole
		return false
	}
	c.b.KeepLeads = true
	a, b := c.comparable(&sides[0]), c.comparable(&sides[1])
	if a == nil || b == nil || a == b {
		c.r = whole
		return false
	}
	x, _ := c.p.Value(a)
	y, _ := c.p.Value(b)
	if y > x {
		a, b, sides[0], sides[1] = b, a, sides[1], sides[0]
	}
	c.why = c.say("why.compare")
	text := c.say("compare.equal", "first", c.amounts([]*corpus.Claim{a})[0], "second", c.amounts([]*corpus.Claim{b})[0])
	if x != y {
		label := sides[0].label
		if label == "" {
			label = c.p.Composer.ShortSpeaker(a)
		}
		text = c.say("compare.larger", "label", label, "larger", c.amounts([]*corpus.Claim{a})[0], "smaller", c.amounts([]*corpus.Claim{b})[0])
	}
	c.leadText(text+" "+c.say("compare.unexplained"), a, b)
	c.also(a, b)
	return true
}

// listsNames tells whether the names of the question stand in a list: "the mill, the dam and the lock".
func (c *Composition) listsNames() bool {
	var own []reading.Name
	for _, n := range c.r.Names {
		if n.From >= 0 && !n.Weak {
			own = append(own, n)
		}
	}
	slices.SortFunc(own, func(a, b reading.Name) int { return cmp.Compare(a.From, b.From) })
	joined := false
	for i := 1; i < len(own); i++ {
		between := c.r.Query.Tokens[own[i-1].From:own[i].From]
		if len(between) > 5 {
			return false
		}
		for _, t := range between {
			joined = joined || c.p.In(t, "joining-word")
		}
	}
	return len(own) > 2 || len(own) == 2 && joined
}

// rankSides says which of several that the question lists has the largest, or the smallest, amount: each of them
// is weighed. False where fewer than two of them have one.
func (c *Composition) rankSides(sides []side, smallest bool) bool {
	var claims []*corpus.Claim
	labels := map[*corpus.Claim]string{}
	for i := range sides {
		claim := c.comparable(&sides[i])
		if claim == nil || slices.Contains(claims, claim) {
			return false
		}
		claims = append(claims, claim)
		labels[claim] = sides[i].label
		if labels[claim] == "" {
			labels[claim] = c.p.Composer.ShortSpeaker(claim)
		}
	}
	if len(claims) < 2 {
		return false
	}
	c.byValue(claims, smallest)
	amounts := c.amounts(claims)
	c.why = c.say("why.compare")
	c.b.KeepLeads = true
	id := "compare.largest"
	if smallest {
		id = "compare.smallest"
	}
	c.leadText(c.say(id, "label", labels[claims[0]], "first", amounts[0], "others", c.p.Composer.Join(amounts[1:])), claims...)
	c.long = len(claims) > 2 // none that was asked for is left out
	c.also(claims...)
	return true
}

// whoLost names the one of a kind from whom the most, or the least, was taken: "which exchange lost the most?". A
// kind of whom no claim gives an amount is not told.
func (c *Composition) whoLost() {
	if c.abstainsUnknown() {
		return
	}
	hit := func(claim *corpus.Claim) bool {
		return !record.Measures(corpus.Total)(claim) && slices.ContainsFunc(claim.Targets, c.proper)
	}
	claims := slices.DeleteFunc(c.amountsOf("any"), func(claim *corpus.Claim) bool { return !hit(claim) || !c.r.Concerns(claim) })
	kind := false
	for _, t := range c.r.Terms {
		if t.Light || t.Asked && !c.ofGroup(t, "firm-word") || c.ofGroup(t, "largest-word") || c.ofGroup(t, "smallest-word") || c.ofGroup(t, "victim") || c.ofGroup(t, "company-noun") || c.ofGroup(t, "loss") || c.ofGroup(t, "amount-word") || c.ofGroup(t, "money") || c.ofGroup(t, "single-incident") {
			continue
		}
		kind = true
		claims = slices.DeleteFunc(claims, func(claim *corpus.Claim) bool { return !c.p.Has(c.p.Index.Number(claim), t) })
	}
	dated := c.ofThatTime(claims)
	if len(dated) == 0 && (kind || len(claims) > 0) {
		c.abstain("abstain.subject")
		return
	}
	if claims = dated; len(claims) == 0 {
		c.planFact()
		return
	}
	id := "extreme.narrowed.largest"
	if c.r.Aspect == "smallest" {
		slices.Reverse(claims)
		id = "extreme.narrowed.smallest"
	}
	c.why = c.say("why.extreme")
	c.leadText(c.say(id, "figure", amountOf(claims[0]))+" "+c.p.Composer.Sentence(claims[0]), claims[0])
	c.also(claims[1:min(2, len(claims))]...)
}
