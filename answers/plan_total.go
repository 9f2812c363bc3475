package answers

import (
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
	if c.r.aspect == "beyond" {
		if c.amountsBeyond() {
			return
		}
		if len(c.r.names)+len(c.r.figures) == 0 && !c.r.leans {
			c.r.intent, c.r.aspect = "extreme", "largest" // larger than none: the largest
			if c.asks("less-word") {
				c.r.aspect = "smallest"
			}
			c.planExtreme()
			return
		}
	}
	if c.r.leans && !c.r.ownContent() && len(c.r.focus) > 0 && !c.asks("average-asking") && !c.asks("adding-word") {
		if totals := c.standing().totalsBy[c.r.focus[0].By]; len(totals) > 0 && !slices.Contains(c.r.focus, totals[0]) {
			c.why = c.say("why.total")
			c.lead(totals[0]) // "and in total?": what the same accuser says
			c.also(c.r.focus[0])
			return
		}
	}
	if c.r.thread.Turns > 0 && len(c.r.focus) > 0 && len(c.r.names)+len(c.r.figures)+len(c.r.reports) == 0 && c.r.known() <= boolInt(c.asks("how-much")) && c.amountOfFocus() {
		return
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
			if !c.remainder(claims) {
				c.sideBySide(claims)
			}
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
	if len(claims) < 2 && c.r.aspect == "figures" && c.amountsOn() {
		return
	}
	if len(claims) == 0 || c.oneTotal() {
		c.planFact()
		return
	}
	if len(claims) == 1 {
		c.lead(claims[0])
		return
	}
	average := c.asks("average-asking") && len(c.r.names)+len(c.r.figures) == 0 // whatever it is wanted for
	if !average && (len(c.r.names) == 0 && c.r.foreign() > 0.3 || c.r.known() == 0 && slices.ContainsFunc(c.r.terms, func(t term) bool { return !t.Known && !t.Asked && !t.light })) {
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

// amountOfFocus leads with what the same report says was taken in what was spoken of
// last, where the claim that told of it gave no amount: "four times, for how much?".
func (c *composition) amountOfFocus() bool {
	focus := c.r.focus[0]
	if _, told := c.e.value(focus); told || focus.Stance != corpus.Alleges || len(focus.Targets) == 0 {
		return false
	}
	for _, n := range c.e.index.InReport(focus.Report().ID) {
		claim := c.e.corpus.Claims[n]
		if claim.Stance == corpus.Alleges && claim.By == focus.By && c.e.values[n] > 0 && slices.ContainsFunc(claim.Targets, func(id string) bool { return slices.Contains(focus.Targets, id) }) {
			c.why = c.say("why.total")
			c.lead(claim)
			return true
		}
	}
	return false
}

// amountsBeyond lists the amounts above or below the one that the question gives, or
// the conversation has come to.
func (c *composition) amountsBeyond() bool {
	bound, ok := c.bound()
	if !ok {
		return false
	}
	kind, below := "any", c.asks("below-word") || c.asks("less-word")
	if c.asks("whole-total") || c.asks("accuser-word") || c.asks("accusation-word") {
		kind = "total"
	}
	claims := slices.DeleteFunc(slices.Clone(c.within(c.standing().amounts[kind])), func(claim *corpus.Claim) bool {
		value := c.e.values[c.e.index.Number(claim)]
		return !c.r.concerns(claim) || value == bound || (value < bound) != below
	})
	if len(claims) == 0 {
		return false
	}
	c.why = c.say("why.list")
	c.long = true
	claims = claims[:min(len(claims), most)]
	c.leadText(c.say("list.beyond", "list", c.e.composer.Join(c.amounts(claims))), claims...)
	c.also(claims[:min(3, len(claims))]...)
	return true
}

// currency returns the unit of most amounts that whom the question is about is accused of.
func (c *composition) currency() string {
	if parties := c.r.parties(); len(parties) == 1 {
		return c.e.currencies[parties[0]]
	}
	return c.e.currencies[""]
}

// bound returns the amount that others are to exceed: the question's, that of whom it
// names, or the one spoken of last.
func (c *composition) bound() (float64, bool) {
	if len(c.r.figures) > 0 {
		f := c.r.figures[0]
		return f.Value, len(c.r.figures) == 1 && (f.Unit == "" || f.Unit == c.currency())
	}
	for _, n := range c.r.names {
		if n.from < 0 {
			continue
		}
		if best := c.largestBy(n.ids[0]); best != nil {
			return c.e.value(best)
		}
	}
	if c.r.leans && len(c.r.focus) > 0 {
		return c.e.value(c.r.focus[0])
	}
	return 0, false
}

// largestBy returns the largest total that somebody gives, or else the largest amount.
func (c *composition) largestBy(id string) *corpus.Claim {
	var best *corpus.Claim
	rank := func(claim *corpus.Claim) (bool, float64) {
		value, _ := c.e.value(claim)
		return measures(corpus.Total)(claim), value
	}
	postings := c.e.index.Entity(id)
	for _, p := range postings[:min(len(postings), considerable)] {
		claim := c.e.corpus.Claims[p.Claim]
		total, value := rank(claim)
		if value == 0 || claim.Stance != corpus.Alleges || p.Relation&(corpus.AsSpeaker|corpus.AsOwner) == 0 {
			continue
		}
		if best == nil {
			best = claim
			continue
		}
		if bestTotal, bestValue := rank(best); total && !bestTotal || total == bestTotal && value > bestValue {
			best = claim
		}
	}
	return best
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
	if part, whole := partOf(claims); part != nil && (len(claims) == 2 || len(c.r.figures) == 1 && hasFigure(&c.e.index.Features[c.e.index.Number(whole)], c.r.figures[0])) {
		if parts := c.partsIn(whole); len(parts) > 1 {
			claims = append([]*corpus.Claim{whole}, parts...)
			c.leadText(c.say("total.parts", "whole", c.amounts([]*corpus.Claim{whole})[0], "parts", c.e.composer.Join(c.amountsLost(parts))), claims...)
			c.also(claims...)
			return
		}
		c.lead(part, whole) // the one is counted in the other
		return
	}
	id := "total.named"
	if c.r.aspect == "parts" && len(claims) == 2 && claims[0].By != claims[1].By {
		id = "total.unsaid"
	}
	c.leadText(c.say(id, "list", c.e.composer.Join(c.amounts(claims))), claims...)
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

// partsIn returns the amounts that an accuser gives within a total: those that the question
// names, or all where it asks whether they make up the whole.
func (c *composition) partsIn(whole *corpus.Claim) []*corpus.Claim {
	var parts []*corpus.Claim
	for _, n := range c.e.index.InReport(whole.Report().ID) {
		claim := c.e.corpus.Claims[n]
		if part, _ := partOf([]*corpus.Claim{claim, whole}); part == claim && c.e.corpus.Entity(claim.By) != nil && (c.asks("two-word") || slices.ContainsFunc(c.r.names, func(m name) bool {
			return m.from >= 0 && !m.speaker && c.e.index.Relation(n, m.ids)&(corpus.AsTarget|corpus.AsIncident|corpus.AsAsset) != 0
		})) {
			parts = append(parts, claim)
		}
	}
	return parts
}

// partOf returns two amounts of which the accuser gives one as a part of the other.
func partOf(claims []*corpus.Claim) (part, whole *corpus.Claim) {
	for _, part := range claims {
		for _, whole := range claims {
			if part.By == whole.By && part.Report() == whole.Report() && !measures(corpus.Total)(part) && measures(corpus.Total)(whole) && (measures(corpus.Part)(part) || part.Incident != "") {
				return part, whole
			}
		}
	}
	return nil, nil
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
	if len(c.r.names) < 2 && len(c.r.figures) < 2 && (len(c.r.names) == 0 || len(c.r.dates) < 2) {
		return nil
	}
	var out []*corpus.Claim
	for _, side := range c.sides() {
		for i := range side.found {
			claim := side.found[i].claim
			given := claim.Stance == corpus.Context && side.found[i].figure && len(c.r.figures) > 0
			told := slices.ContainsFunc(out, func(o *corpus.Claim) bool {
				return o == claim || o.Origin != "" && o.Origin == claim.Origin && amountsKey(o) == amountsKey(claim)
			})
			if (hasAmount(claim) || given) && !told {
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

// amountsLost lists "12 tonnes (the mill)", of what was taken from whom.
func (c *composition) amountsLost(claims []*corpus.Claim) []string {
	var out []string
	for _, claim := range claims {
		of := c.whose(claim)
		if at := slices.IndexFunc(claim.Targets, c.proper); at >= 0 {
			of = c.e.composer.Label(claim.Targets[at])
			if claim.Period != nil {
				of += ", " + claim.Period.Text
			}
		}
		out = append(out, c.e.composer.Amount(amountOf(claim), of))
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

// amountsOn lists the amounts that are given for what the question names, where there are
// several and none is a total: "both sums for the mill".
func (c *composition) amountsOn() bool {
	if !slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 && !n.weak }) {
		return false
	}
	var claims []*corpus.Claim
	for _, s := range distinct(c.e.choose(c.r, choice{stances: accusing, facet: corpus.FacetAmount})) {
		if s.named && s.facet && amountOf(s.claim) != "" && len(claims) < most {
			claims = append(claims, s.claim)
		}
	}
	if len(claims) < 2 {
		return false
	}
	c.listed(claims)
	return true
}
