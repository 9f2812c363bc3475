package planning

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// planTotal sets amounts side by side. It never adds them up.
func (c *Composition) planTotal() {
	if c.abstainsUnknown() {
		return
	}
	if c.r.Aspect == "own" && c.ownSums() || c.r.Aspect == "traits" && c.byTrait() {
		return
	}
	if c.r.Aspect == "rest" {
		if !c.theRest() {
			c.r.Intent, c.r.Aspect = "fact", ""
			c.planFact() // "where did the rest of the crew go?": of no amount
		}
		return
	}
	if c.r.Aspect == "parts" && c.countedBy() {
		return
	}
	if whole := c.wholeAsked(); c.r.Aspect == "parts" && c.ownNames() == 1 && whole != nil {
		if parts := c.allParts(whole); len(parts) > 0 {
			c.why = c.say("why.total")
			c.leadParts(whole, parts) // "which thefts are part of the guild's 7 million?"
			return
		}
	}
	if whole := c.totalOfVoice(); whole != nil {
		c.why = c.say("why.total")
		c.lead(whole)
		return
	}
	if c.r.Aspect == "beyond" {
		if c.amountsBeyond() {
			return
		}
		if len(c.r.Names)+len(c.r.Figures) == 0 && !c.r.Leans {
			c.r.Intent, c.r.Aspect = "extreme", "largest" // larger than none: the largest
			if c.asks("less-word") {
				c.r.Aspect = "smallest"
			}
			c.planExtreme()
			return
		}
	}
	if c.r.Leans && !c.r.OwnContent() && len(c.r.Focus) > 0 && !c.asks("average-asking") && !c.asks("adding-word") {
		if totals := c.standing().TotalsBy[c.r.Focus[0].By]; len(totals) > 0 && (!slices.Contains(c.r.Focus, totals[0]) || c.r.Focus[0] != totals[0] && (c.r.First().Word == "of" || c.r.First().Word == "out")) {
			c.why = c.say("why.total")
			c.lead(totals[0]) // "and in total?": what the same accuser says
			c.also(c.r.Focus[0])
			return
		}
	}
	if c.r.Thread.Turns > 0 && len(c.r.Focus) > 0 && len(c.r.Names)+len(c.r.Figures)+len(c.r.Reports) == 0 && c.r.KnownWords() <= record.BoolInt(c.asks("how-much")) && c.amountOfFocus() {
		return
	}
	if len(c.r.Figures) == 0 && c.asks("count-asking") && slices.ContainsFunc(c.r.Head(c.p.Lexicon), func(t reading.Term) bool { return len(c.p.Counted[t.Stem]) > 0 }) {
		c.r.Facet, c.r.Counts = corpus.FacetCount, true // "how many boats in all": of boats, not of money
		c.planFact()
		return
	}
	if c.repeated() && c.leadTwin() {
		return
	}
	if !c.repeated() {
		if claims := c.sideAmounts(); len(claims) >= 2 {
			if len(c.r.Figures) == 1 { // "take these out of the total": the total, too
				for _, s := range c.p.Choose(c.r, weighing.Filter{Stances: accusing}) {
					if s.Figure && !slices.Contains(claims, s.Claim) {
						claims = append([]*corpus.Claim{s.Claim}, claims...)
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
	if len(c.r.Figures) >= 2 && !c.r.AmountOrShare() && c.bothFigures() {
		return
	}
	if len(c.r.Figures) >= 2 || len(c.r.Names) > 0 && len(c.scope(c.standing().Totals, hasAmount)) < 2 {
		found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}})
		if len(found) > 0 && found[0].Figure && len(c.p.Corpus.AboutOf(found[0].Claim)) >= 2 && c.p.Index.Mentions(found[0].Claim.Says, c.p.Lexicon.Concept("additive")) &&
			(len(c.r.Figures) >= 2 && found[0].Fit >= 0.4 || found[0].Named && found[0].Hit && found[0].Fit >= 0.6 && found[0].WordFit(c.r) >= 0.5) {
			c.leadRemark(found[0].Claim)
			return
		}
	}
	claims := c.scope(c.standing().Totals, hasAmount)
	if !c.r.Specific() || len(c.r.Names) == 0 && len(c.r.Figures) == 0 {
		claims = c.within(c.standing().Totals)
	}
	if len(claims) < 2 && c.r.Aspect == "figures" && c.amountsOn() {
		return
	}
	if len(claims) == 0 {
		c.planFact()
		return
	}
	if len(claims) == 1 {
		c.lead(claims[0])
		return
	}
	average := c.asks("average-asking") && len(c.r.Names)+len(c.r.Figures) == 0 // whatever it is wanted for
	if !average && (len(c.r.Names) == 0 && c.r.ForeignShare() > 0.3 || c.r.KnownWords() == 0 && slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return !t.Known && !t.Asked && !t.Light })) {
		c.planFact()
		return
	}
	c.why = c.say("why.total")
	claims = slices.Clone(claims[:min(len(claims), record.MostListed)])
	c.sortAsked(claims)
	if len(c.r.Names) > 0 && len(claims) > 3 {
		claims = claims[:3]
	}
	if len(c.r.Names) > 0 {
		text, rest := c.withRemark(c.say("total.named", "list", c.p.Composer.Join(c.amounts(claims))), claims)
		c.leadText(text, rest...)
		c.also(claims...)
		return
	}
	c.long = true
	c.leadText(c.say("total.all", "list", c.p.Composer.Join(c.amounts(claims))), claims...)
}

// totalOfVoice returns the one total of the one speaker whom the question names beside a group: "how much in all does
// the guild lay to the gang?"
func (c *Composition) totalOfVoice() *corpus.Claim {
	var whole *corpus.Claim
	group := false
	for _, n := range c.r.Names {
		if n.From < 0 {
			continue
		}
		switch totals := c.standing().TotalsBy[n.IDs[0]]; {
		case c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Group:
			group = true
		case len(totals) == 1 && whole == nil:
			whole = totals[0]
		case c.p.Corpus.Entity(n.IDs[0]).Kind != corpus.Asset:
			return nil
		}
	}
	if !group || len(c.r.Figures)+len(c.r.Dates)+len(c.r.Reports) > 0 || c.r.Aspect != "" || c.asks("average-asking") {
		return nil
	}
	return whole
}

// countedBy tells of a figure and of somebody's total that no report says whether the one is counted in the other,
// where another gives the figure: "does the guild's total include the 4 million?"
func (c *Composition) countedBy() bool {
	speaker := c.r.Speaker()
	if len(c.r.Figures) != 1 || c.ownNames() != 1 || !c.r.Figures[0].Money() {
		return false
	}
	if at := slices.IndexFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 }); speaker == nil {
		speaker = &c.r.Names[at]
	}
	totals := c.standing().TotalsBy[speaker.IDs[0]]
	if len(totals) == 0 || c.p.Index.FeaturesOf(totals[0]).Has(c.r.Figures[0]) {
		return false
	}
	for _, n := range c.p.Index.Figure(c.r.Figures[0]) {
		if claim := c.p.Corpus.Claims[n]; hasAmount(claim) && claim.Stance == corpus.Alleges && claim.By != totals[0].By {
			c.sideBySide([]*corpus.Claim{claim, totals[0]})
			return true
		}
	}
	return false
}

// amountOfFocus leads with what the same report says was taken in what was spoken of
// last, where the claim that told of it gave no amount: "four times, for how much?".
func (c *Composition) amountOfFocus() bool {
	focus := c.r.Focus[0]
	if _, told := c.p.Value(focus); told || focus.Stance != corpus.Alleges || len(focus.Targets) == 0 {
		return false
	}
	for _, n := range c.p.Index.InReport(focus.Report().ID) {
		claim := c.p.Corpus.Claims[n]
		if claim.Stance == corpus.Alleges && claim.By == focus.By && c.p.Values[n] > 0 && slices.ContainsFunc(claim.Targets, func(id string) bool { return slices.Contains(focus.Targets, id) }) {
			c.why = c.say("why.total")
			c.lead(claim)
			return true
		}
	}
	return false
}

// largestBy returns the largest total that somebody gives, or else the largest amount.
func (c *Composition) largestBy(id string) *corpus.Claim {
	var best *corpus.Claim
	rank := func(claim *corpus.Claim) (bool, float64) {
		value, _ := c.p.Value(claim)
		return record.Measures(corpus.Total)(claim), value
	}
	postings := c.p.Index.Entity(id)
	for _, p := range postings[:min(len(postings), record.MostClaims)] {
		claim := c.p.Corpus.Claims[p.Claim]
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

// sideBySide leads with the amounts of several claims, which nobody adds up.
func (c *Composition) sideBySide(claims []*corpus.Claim) {
	c.sortAsked(claims)
	c.why = c.say("why.total")
	if part, whole := partOf(claims); part != nil && (len(claims) == 2 || len(c.r.Figures) == 1 && c.p.Index.FeaturesOf(whole).Has(c.r.Figures[0])) {
		if parts := c.partsIn(whole); len(parts) > 1 {
			c.leadParts(whole, parts)
			return
		}
		c.lead(part, whole) // the one is counted in the other
		return
	}
	if _, whole := partOf(claims); whole != nil && len(claims) > 2 {
		parts := slices.DeleteFunc(slices.Clone(claims), func(claim *corpus.Claim) bool { return claim == whole })
		if !slices.ContainsFunc(parts, func(claim *corpus.Claim) bool { part, _ := partOf([]*corpus.Claim{claim, whole}); return part == nil }) {
			c.leadParts(whole, parts)
			return
		}
	}
	id := "total.named"
	if c.r.Aspect == "parts" {
		claims = c.onceEach(claims)
		if len(claims) == 2 && claims[0].By != claims[1].By {
			id = "total.unsaid"
		}
	}
	text, rest := c.withRemark(c.say(id, "list", c.p.Composer.Join(c.amounts(claims))), claims)
	c.leadText(text, rest...)
	if by := claims[0].By; !slices.ContainsFunc(claims, func(claim *corpus.Claim) bool { return claim.By != by }) {
		for _, total := range c.standing().TotalsBy[by] {
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

// withRemark adds to a sentence on two amounts what is to be said of both, where it is asked why they differ.
func (c *Composition) withRemark(text string, claims []*corpus.Claim) (string, []*corpus.Claim) {
	if len(claims) != 2 || c.r.Facet != corpus.FacetReason && !c.asks("differ") && !c.asks("discrepancy-word") {
		return text, claims
	}
	for _, remark := range c.p.Corpus.Remarks(claims[0]) {
		if slices.Contains(c.p.Corpus.Remarks(claims[1]), remark) {
			return text + " " + c.p.Composer.Sentence(remark), append(slices.Clone(claims), c.withAbout(remark)...)
		}
	}
	return text, claims
}

// leadParts leads with a total and the parts of it.
func (c *Composition) leadParts(whole *corpus.Claim, parts []*corpus.Claim) {
	claims := append([]*corpus.Claim{whole}, parts...)
	c.leadText(c.say("total.parts", "whole", c.amounts(claims[:1])[0], "parts", c.p.Composer.Join(c.amountsLost(parts))), claims...)
	c.also(claims...)
}

// onceEach keeps one claim for each amount, that of a named accuser where one gives it.
func (c *Composition) onceEach(claims []*corpus.Claim) []*corpus.Claim {
	var out []*corpus.Claim
	for _, claim := range claims {
		value := c.p.Values[c.p.Index.Number(claim)]
		at := slices.IndexFunc(out, func(o *corpus.Claim) bool { return value > 0 && c.p.Values[c.p.Index.Number(o)] == value })
		switch {
		case at < 0:
			out = append(out, claim)
		case c.p.Corpus.Entity(out[at].By) == nil:
			out[at] = claim
		}
	}
	return out
}

// partsIn returns the amounts that an accuser gives within a total: those that the question
// names, or all where it asks whether they make up the whole.
func (c *Composition) partsIn(whole *corpus.Claim) []*corpus.Claim {
	var parts []*corpus.Claim
	for _, n := range c.p.Index.InReport(whole.Report().ID) {
		claim := c.p.Corpus.Claims[n]
		if part, _ := partOf([]*corpus.Claim{claim, whole}); part == claim && c.p.Corpus.Entity(claim.By) != nil && (c.asks("two-word") || slices.ContainsFunc(c.r.Names, func(m reading.Name) bool {
			return m.From >= 0 && !m.Speaker && c.p.Index.Relation(n, m.IDs)&(corpus.AsTarget|corpus.AsIncident|corpus.AsAsset) != 0
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
			if part.By == whole.By && part.Report() == whole.Report() && !record.Measures(corpus.Total)(part) && record.Measures(corpus.Total)(whole) && (record.Measures(corpus.Part)(part) || part.Incident != "") {
				return part, whole
			}
		}
	}
	return nil, nil
}

// repeated tells whether the question gives one figure twice, or doubled.
func (c *Composition) repeated() bool {
	for i, f := range c.r.Figures {
		for _, g := range c.r.Figures[i+1:] {
			if f.Money() && (f.Same(g) || 2*f.Value == g.Value && f.Unit == g.Unit) {
				return true
			}
		}
	}
	return false
}

// leadTwin leads with the remark that two claims of one figure are one and the
// same, or appear to be.
func (c *Composition) leadTwin() bool {
	sub := *c.r
	sub.Figures = sub.Figures[:1]
	var twin *corpus.Claim
	for _, s := range c.p.Choose(&sub, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true}) {
		if !s.Figure || !c.p.Index.Mentions(s.Claim.Says, c.p.Lexicon.Concept("one-same")) {
			continue
		}
		if tells := strings.ContainsAny(s.Claim.Says, "0123456789"); twin == nil || tells {
			twin = s.Claim
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
