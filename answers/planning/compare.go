package planning

import (
	"cmp"
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// quotesClaim tells whether the question quotes words that some claim has.
func (c *Composition) quotesClaim() bool {
	if len(c.r.Quotes) == 0 || c.asks("more-less") && c.speakersNamed() >= 2 { // "who has the larger 'at least'?"
		return false
	}
	found := c.p.Choose(c.r, weighing.Filter{AnyDate: true})
	return len(found) > 0 && slices.ContainsFunc(c.r.Quotes, func(quote string) bool {
		return c.p.Index.Features[found[0].N].Prints(quote)
	})
}

// ofThatYearsReports takes "the two reports of that year" for the two articles that are of it.
func (c *Composition) ofThatYearsReports() {
	if len(c.r.Query.Dates) != 1 || len(c.r.Reports)+c.ownNames() > 0 || !c.asks("report-word") || !c.asks("common-word") {
		return
	}
	var of []string
	for _, r := range c.p.ByDate {
		if language.ParseDate(r.Published.Date).Year == c.r.Query.Dates[0].Year {
			of = append(of, r.ID)
		}
	}
	if len(of) == 2 {
		c.r.Reports = of
	}
}

// planCompare sets the claims of each side beside each other.
func (c *Composition) planCompare() {
	if c.r.Aspect == "periods" && c.periodsBeside() {
		return
	}
	c.ofThatYearsReports()
	if c.r.Intent == "compare" && c.asks("common-word") && len(c.r.Reports) == 2 && len(c.r.Figures) == 0 && c.r.KnownWords() <= 1 {
		c.r.Intent = "same" // "what do the two articles have in common?": what is one and the same in both
		c.planRemark()
		return
	}
	if c.abstainsUnknown() || c.r.Aspect == "clauses" && c.mentionsEach() {
		return
	}
	if c.whichBelongs() {
		return
	}
	if c.r.Aspect == "why" {
		if !c.whyLarger() {
			c.r.Intent, c.r.Aspect = "fact", ""
			c.planFact()
		}
		return
	}
	if len(c.r.Quotes) < 2 && c.quotesClaim() {
		c.planFact() // of words that a claim quotes: the claim, and what is to be said of it
		return
	}
	if c.asks("headcount-word") || c.r.Counts && c.asks("report-word") && c.ownNames() == 0 {
		asked := c.r.Facet
		c.r.Facet = corpus.FacetCount
		if remark := c.countsBeside(c.p.Choose(c.r, weighing.Filter{})); remark != nil {
			c.leadRemark(remark) // "whose headcount is larger?"
			return
		}
		c.r.Facet = asked
	}
	if len(c.r.Figures) == 1 && !c.asks("more-less") && slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool { return t.Word == "or" }) {
		for i := range c.r.Names {
			c.r.Names[i].Speaker = false
		}
		c.r.Intent = "verify"
		c.r.JoinAlternatives() // "is the figure A's or B's?"
		c.planFact()
		return
	}
	if c.r.Facet == corpus.FacetWhen && c.asks("more-less") && c.asks("amount-word") && !c.asks("older-word") {
		c.r.Facet = corpus.FacetAmount // "both estimates date from then: whose is larger?"
	}
	if c.r.Facet == corpus.FacetTarget && c.asks("more-less") && slices.ContainsFunc(c.r.Query.Tokens[:min(3, len(c.r.Query.Tokens))], func(t language.Token) bool { return c.p.In(t, "more-less") }) {
		c.r.Facet = corpus.FacetAmount // "is the figure in the ranking higher?"
	}
	if c.asks("older-word") && len(c.compared()) >= 2 && !c.asks("start") {
		c.planOrder()
		return
	}
	if c.silentSides() {
		c.abstain("abstain.subject")
		return
	}
	sides := c.sides()
	if c.r.Aspect == "with-that" {
		sides = c.besideFocus(sides)
	}
	var open []*corpus.Claim
	for i := range sides {
		switch remark := c.leavesOpen(sides[i].best()); {
		case remark == nil || len(c.r.Figures) >= 2:
		case c.asks("more-less") && len(sides) == 2:
			open = append(open, remark) // which is larger is told, and what is open stands beside it
		default:
			c.leadRemark(remark)
			return
		}
	}
	if len(sides) < 2 && c.r.Aspect == "clauses" {
		c.r.Intent, c.r.Aspect = "fact", ""
		c.planDefault()
		return
	}
	if len(sides) < 2 {
		switch {
		case c.asks("deny"):
			c.allReplies()
		case c.r.Facet == corpus.FacetPurpose && c.eachPurpose():
			c.long = true
		case len(c.r.Names)+len(c.r.Figures) == 0 && c.r.Facet != "" && c.r.Facet != corpus.FacetAmount:
			c.listFacts()
			c.long = false
		case len(c.r.Names)+len(c.r.Figures) == 0:
			c.planTotal()
		default:
			c.planFact()
		}
		return
	}
	c.why = c.say("why.compare")
	c.b.KeepLeads = true
	c.preferStarts(sides)
	if text, claims := c.sayLarger(sides); text != "" {
		c.leadText(text, claims...)
		for _, s := range sides {
			c.also(s.best())
		}
		for _, remark := range open {
			c.b.Claim(compose.Caveat, remark)
		}
		return
	}
	if len(sides) > 2 && (c.r.Facet == "" || c.r.Facet == corpus.FacetAmount) && (c.asks("more-less") || c.asks("largest-word") || c.asks("smallest-word")) && c.rankSides(sides, c.asks("less-word") || c.asks("smallest-word")) {
		return
	}
	if name := c.lackingSide(sides); name != "" {
		c.leadText(c.say("compare.lacking", "name", name)+" "+c.p.Composer.Sentence(sides[0].best()), sides[0].best())
		c.lead(sides[1].best())
		return
	}
	c.long = len(sides) > 2 // none that was asked for is left out
	for i := range sides {
		if i < 2 {
			c.lead(sides[i].best())
		} else {
			c.also(sides[i].best())
		}
	}
}

// silentSides tells whether it is asked what several say, none of whom says anything in the reports: "what do the
// two cantons say about that?".
func (c *Composition) silentSides() bool {
	compared := c.compared()
	return c.r.Facet == "" && c.opening() == "what" && c.asks("say") && len(compared) >= 2 && c.r.Names[compared[0]].From == 2 && len(c.r.Figures)+len(c.r.Quotes) == 0 && !slices.ContainsFunc(compared, func(k int) bool {
		return c.p.EverSpeaks(c.r.Names[k].IDs) || c.p.BelongsToAccused(c.r.Names[k].IDs)
	})
}

// whichBelongs leads with what one of two says, where it is asked which of them belongs to a third: "who is of
// the ministry, the inspector or the clerk?".
func (c *Composition) whichBelongs() bool {
	if len(c.r.Names) != 3 || len(c.r.Figures)+len(c.r.Dates)+len(c.r.Reports) > 0 || c.opening() != "who" && c.opening() != "which" || !c.asks("employer-word") && !c.asks("belonging-word") && !c.asks("member") {
		return false
	}
	var found []weighing.Scored
	for i := range c.r.Names {
		person := c.p.Corpus.Entity(c.r.Names[i].IDs[0]).Kind == corpus.Person
		whole := slices.IndexFunc(c.r.Names, func(n reading.Name) bool { return c.p.Corpus.Entity(n.IDs[0]).Kind != corpus.Person })
		if !person || whole < 0 || !c.p.Corpus.BelongsTo(c.r.Names[i].IDs[0], c.r.Names[whole].IDs[0]) {
			continue
		}
		if len(found) > 0 {
			return false // both of them
		}
		ask := *c.r
		ask.Names, ask.Terms = c.r.Names[i:i+1], nil
		id := c.r.Names[i].IDs[0]
		found = c.p.Choose(&ask, weighing.Filter{Keep: func(claim *corpus.Claim) bool { return claim.By == id || slices.Contains(claim.Defines, id) }})
		slices.SortStableFunc(found, func(a, b weighing.Scored) int { // who he is, before what he says
			return record.BoolInt(slices.Contains(b.Claim.Defines, id)) - record.BoolInt(slices.Contains(a.Claim.Defines, id))
		})
	}
	if len(found) == 0 {
		return false
	}
	c.weighed, c.why = found, c.say("why.best")
	c.lead(found[0].Claim)
	return true
}

// besideFocus sets the amount that was told last beside that of whom the question
// names: "is theirs higher than that?".
func (c *Composition) besideFocus(sides []side) []side {
	if len(sides) >= 2 || len(c.r.Focus) == 0 {
		return sides
	}
	own := slices.DeleteFunc(slices.Clone(c.r.Names), func(n reading.Name) bool { return n.From < 0 })
	at := slices.IndexFunc(c.r.Focus, func(claim *corpus.Claim) bool { _, ok := c.p.Value(claim); return ok })
	if len(own) != 1 || at < 0 {
		return sides
	}
	ask := *c.r
	ask.Names, ask.Facet, ask.Leans = own, corpus.FacetAmount, false
	found := c.p.Choose(&ask, weighing.Filter{Stances: accusing, Keep: func(claim *corpus.Claim) bool {
		_, ok := c.p.Value(claim)
		return ok && claim != c.r.Focus[at] && c.p.Index.Relation(c.p.Index.Number(claim), own[0].IDs) != 0
	}})
	if len(found) == 0 {
		return sides
	}
	told := weighing.Scored{Claim: c.r.Focus[at], N: c.p.Index.Number(c.r.Focus[at]), Fit: 1, Named: true, Facet: true}
	label := c.p.Composer.ShortSpeaker(told.Claim)
	return []side{{label, []weighing.Scored{told}}, {c.p.Corpus.Label(own[0].IDs[0]), found}}
}

// preferStarts puts the claims first that tell when something began, if that is
// what is compared.
func (c *Composition) preferStarts(sides []side) {
	if !c.asks("start") {
		return
	}
	dates := func(s weighing.Scored) int {
		from := s.Claim.Happened != nil || s.Claim.Period != nil && s.Claim.Period.From != ""
		return record.BoolInt(s.Facet && c.p.HasGroup(s.N, "start")) * (1 + record.BoolInt(from))
	}
	for _, s := range sides {
		slices.SortStableFunc(s.found, func(a, b weighing.Scored) int { return cmp.Compare(dates(b), dates(a)) })
	}
}

// sayLarger says which side has the larger amount or the earlier date, when that
// was asked and the reports give both.
func (c *Composition) sayLarger(sides []side) (string, []*corpus.Claim) {
	if len(sides) != 2 || sides[0].label == "" && len(c.r.Figures) == 0 || c.r.Facet != "" && c.r.Facet != corpus.FacetAmount {
		return "", nil
	}
	if c.moreOf() != "" {
		return c.sayMore(sides)
	}
	a, b := c.comparable(&sides[0]), c.comparable(&sides[1])
	if a == nil || b == nil {
		return "", nil
	}
	if c.asks("more-less") || c.asks("multiple-word") || c.r.Aspect == "largest" || c.r.Aspect == "smallest" {
		x, okX := c.p.Value(a)
		y, okY := c.p.Value(b)
		if !okX || !okY || x == y {
			return "", nil
		}
		large, small, label := a, b, sides[0].label
		if y > x {
			large, small, label = b, a, sides[1].label
		}
		if label == "" {
			label = c.p.Composer.ShortSpeaker(large)
		}
		if c.asks("less-word") {
			label = c.p.Composer.ShortSpeaker(small)
			if s := sides[record.BoolInt(large == a)]; s.label != "" {
				label = s.label
			}
			return c.say("compare.smaller", "label", label, "smaller", c.amounts([]*corpus.Claim{small})[0], "larger", c.amounts([]*corpus.Claim{large})[0]), []*corpus.Claim{small, large}
		}
		return c.say("compare.larger", "label", label, "larger", c.amounts([]*corpus.Claim{large})[0], "smaller", c.amounts([]*corpus.Claim{small})[0]), []*corpus.Claim{large, small}
	}
	return "", nil
}

// sayMore says of which side the reports count more, where both have a count of what is
// asked about.
func (c *Composition) sayMore(sides []side) (string, []*corpus.Claim) {
	most, least := sides[0], sides[1]
	more, x := c.countOf(most.best(), c.moreOf())
	less, y := c.countOf(least.best(), c.moreOf())
	if y > x {
		most, least, more, less = least, most, less, more
	}
	if more == "" || less == "" || x == y || c.asks("less-word") {
		return "", nil
	}
	claims := []*corpus.Claim{most.best(), least.best()}
	return c.say("compare.larger", "label", most.label, "larger", c.p.Composer.Amount(more, c.whose(claims[0])), "smaller", c.p.Composer.Amount(less, c.whose(claims[1]))), claims
}

// countOf returns the figure by which the claim counts what has that stem; empty where it has none.
func (c *Composition) countOf(claim *corpus.Claim, stem string) (text string, value float64) {
	f := c.p.Index.FeaturesOf(claim)
	for i, figure := range f.Figures {
		if f.Of[i] < 0 || claim.Figures[f.Of[i]].Measures != corpus.Count {
			continue
		}
		if own := claim.Figures[f.Of[i]]; slices.ContainsFunc(language.Split(own.Text), func(t language.Token) bool { return t.Stem == stem }) {
			return own.Text, figure.Value
		}
	}
	return "", 0
}

// comparable returns the side's best accusation that carries an amount; what a reply repeats is nobody's figure.
func (c *Composition) comparable(s *side) *corpus.Claim {
	for i := range s.found {
		if _, ok := c.p.Value(s.found[i].Claim); ok && s.found[i].Fit >= 0.2 && s.found[i].Claim.Stance == corpus.Alleges {
			s.found[0], s.found[i] = s.found[i], s.found[0]
			return s.found[0].Claim
		}
	}
	return nil
}
