package answers

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
)

// A side is one of the things that a question sets against another.
type side struct {
	label string
	found []scored
}

func (s *side) best() *corpus.Claim {
	if len(s.found) == 0 {
		return nil
	}
	return s.found[0].claim
}

// sides splits a question into the things it compares: names of one kind,
// figures, years of replies, or reports.
func (c *composition) sides() []side {
	var out []side
	try := func(label string, sub *request, ch choice) {
		found := c.e.choose(sub, ch)
		for i := range found {
			if sub.facet != "" && found[i].facet && found[i].score >= 0.25*found[0].score {
				found[0], found[i] = found[i], found[0]
				break
			}
			if sub.facet == "" || found[0].facet {
				break
			}
		}
		if len(found) > 0 && (found[0].fit >= 0.3 || ch.keep != nil) {
			out = append(out, side{label, found})
		}
	}
	compared := c.compared()
	switch {
	case len(c.r.figures) >= 2 && !c.repeated():
		for _, f := range c.r.figures {
			sub := *c.r
			sub.figures = []language.Figure{f}
			try("", &sub, choice{keep: func(claim *corpus.Claim) bool {
				return hasFigure(&c.e.index.Features[c.e.index.Number(claim)], f)
			}})
		}
	case len(compared) >= 2 && !(len(c.r.dates) >= 2 && c.oneName(compared)):
		for _, k := range compared {
			sub := *c.r
			sub.figures = nil
			sub.names = nil
			for j, n := range c.r.names {
				if j == k || !slices.Contains(compared, j) {
					sub.names = append(sub.names, n)
				}
			}
			mine := c.r.names[k]
			part := corpus.Relation(^corpus.Relation(0))
			if c.e.accuses[mine.ids[0]] && c.e.everSpeaks(mine.ids) {
				part = corpus.AsSpeaker | corpus.AsOwner // what it says, not what is said about it
			}
			try(c.e.composer.Label(mine.ids[0]), &sub, choice{keep: func(claim *corpus.Claim) bool {
				relation := c.e.index.Relation(c.e.index.Number(claim), mine.ids)
				return relation&part != 0 || relation != 0 && claim.By == corpus.Article && c.asks("start")
			}})
		}
	case len(c.r.names) == 1 && len(c.r.reports) == 1 && !c.told(c.r.names[0], c.r.reports[0]):
		byName, byReport := *c.r, *c.r
		byName.reports, byReport.names, byReport.figures, byReport.dates = nil, nil, nil, nil
		try("", &byName, choice{keep: c.hasNames})
		try("", &byReport, choice{keep: c.inScope})
	case len(c.r.dates) >= 2:
		for _, d := range c.r.dates {
			sub := *c.r
			sub.dates = []language.Date{d}
			stances := accusing
			if c.asks("deny") || c.asks("reply") {
				stances = denying
			}
			try(d.String(), &sub, choice{stances: stances, keep: func(claim *corpus.Claim) bool {
				return c.hasNames(claim) && slices.ContainsFunc(c.e.index.Features[c.e.index.Number(claim)].Spans, func(s corpus.Span) bool { return s.Covers(d) })
			}})
		}
	case len(c.r.reports) >= 2:
		for _, id := range c.r.reports {
			sub := *c.r
			sub.reports = []string{id}
			try(c.e.corpus.Report(id).Publisher, &sub, choice{keep: func(claim *corpus.Claim) bool { return claim.Report().ID == id }})
		}
	}
	return out
}

// told tells whether a report tells of the name.
func (c *composition) told(n name, report string) bool {
	return slices.ContainsFunc(c.e.index.InReport(report), func(claim int32) bool { return c.e.index.Relation(claim, n.ids) != 0 })
}

// compared returns the numbers of the names that stand side by side: those of
// one kind when a third gives the frame ("in the firm's data, A or B?").
func (c *composition) compared() []int {
	var all, speakers, others []int
	for i, n := range c.r.names {
		all = append(all, i)
		if c.e.speaks[n.ids[0]] {
			speakers = append(speakers, i)
		} else {
			others = append(others, i)
		}
	}
	switch {
	case len(others) >= 2:
		return others
	case len(speakers) >= 2:
		return speakers
	}
	return all
}

// oneName tells whether the names that are compared are all the same one: it is
// compared with itself at another time.
func (c *composition) oneName(compared []int) bool {
	return !slices.ContainsFunc(compared, func(k int) bool { return c.r.names[k].ids[0] != c.r.names[compared[0]].ids[0] })
}

// planCompare sets the claims of each side beside each other.
func (c *composition) planCompare() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if c.asks("older-word") && len(c.compared()) >= 2 && !c.asks("start") {
		c.planOrder()
		return
	}
	sides := c.sides()
	if len(sides) < 2 {
		switch {
		case c.asks("deny"):
			c.allReplies()
		case len(c.r.names)+len(c.r.figures) == 0 && c.r.facet != "" && c.r.facet != corpus.FacetAmount:
			c.listFacts()
			c.long = false
		case len(c.r.names)+len(c.r.figures) == 0:
			c.planTotal()
		default:
			c.planFact()
		}
		return
	}
	c.why = c.say("why.compare")
	c.b.KeepLeads = true
	c.preferStarts(sides)
	if text, claims := c.ahead(sides); text != "" {
		c.leadText(text, claims...)
		for _, s := range sides {
			c.also(s.best())
		}
		return
	}
	for i := range sides {
		if i < 2 {
			c.lead(sides[i].best())
		} else {
			c.also(sides[i].best())
		}
	}
}

// preferStarts puts the claims first that tell when something began, if that is
// what is compared.
func (c *composition) preferStarts(sides []side) {
	if !c.asks("start") {
		return
	}
	began := term{Term: intent.Term{Concepts: []language.Concept{c.e.lexicon.Concept("start")}}}
	dates := func(s scored) int {
		from := s.claim.Happened != nil || s.claim.Period != nil && s.claim.Period.From != ""
		return boolInt(s.facet && c.e.has(s.n, began)) * (1 + boolInt(from))
	}
	for _, s := range sides {
		slices.SortStableFunc(s.found, func(a, b scored) int { return cmp.Compare(dates(b), dates(a)) })
	}
}

// ahead says which side has the larger amount or the earlier date, when that
// was asked and the reports give both.
func (c *composition) ahead(sides []side) (string, []*corpus.Claim) {
	if len(sides) != 2 || sides[0].label == "" || c.r.facet != "" && c.r.facet != corpus.FacetAmount {
		return "", nil
	}
	a, b := c.comparable(&sides[0]), c.comparable(&sides[1])
	if a == nil || b == nil {
		return "", nil
	}
	if c.asks("more-less") || c.r.aspect == "largest" || c.r.aspect == "smallest" {
		x, okX := c.e.value(a)
		y, okY := c.e.value(b)
		if !okX || !okY || x == y {
			return "", nil
		}
		large, small, label := a, b, sides[0].label
		if y > x {
			large, small, label = b, a, sides[1].label
		}
		return c.say("compare.larger", "label", label, "larger", c.amounts([]*corpus.Claim{large})[0], "smaller", c.amounts([]*corpus.Claim{small})[0]), []*corpus.Claim{large, small}
	}
	return "", nil
}

// comparable returns the side's best claim that carries an amount.
func (c *composition) comparable(s *side) *corpus.Claim {
	for i := range s.found {
		if _, ok := c.e.value(s.found[i].claim); ok && s.found[i].fit >= 0.3 {
			s.found[0], s.found[i] = s.found[i], s.found[0]
			return s.found[0].claim
		}
	}
	return nil
}

// planOrder tells which came first, or what came after the last reply.
func (c *composition) planOrder() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if c.r.aspect == "after-reply" || c.r.aspect == "before-reply" {
		c.aroundReply(c.r.aspect == "after-reply")
		return
	}
	a, b := c.twoEvents()
	if a == nil || b == nil || a == b {
		c.planFact()
		return
	}
	dateA, dateB := eventDate(a), eventDate(b)
	if a.Stance != corpus.Alleges || b.Stance != corpus.Alleges {
		dateA, dateB = saidOn(a), saidOn(b) // what was said, not what it spoke of
	}
	switch {
	case dateA == "" || dateB == "" || !before(dateA, dateB) && !before(dateB, dateA):
		c.lead(a, b)
		c.caveat("order.unknown", a, b)
		return
	case before(dateB, dateA):
		a, b, dateA, dateB = b, a, dateB, dateA
	}
	c.why = c.say("why.order")
	c.leadText(c.say("order.first", "first", c.event(a, dateA), "date", c.dateText(a, dateA), "second", c.event(b, dateB), "later", c.dateText(b, dateB)), a, b)
	c.also(a, b)
}

// event names what of a claim the date is of, in a sentence about order: its
// incident, or what was said.
func (c *composition) event(claim *corpus.Claim, date string) string {
	speaker := c.e.composer.Accusers([]*corpus.Claim{claim})[0]
	if claim.Incident != "" && claim.Happened != nil && claim.Happened.Date == date && claim.Stance == corpus.Alleges {
		return c.e.composer.Label(claim.Incident)
	}
	id := "event.claim"
	if claim.Stance == corpus.Denies {
		id = "event.denial"
	}
	return c.e.composer.Fill(id, "speaker", speaker)
}

// twoEvents finds the two dated claims that a question of order or distance means.
func (c *composition) twoEvents() (a, b *corpus.Claim) {
	dated := func(claim *corpus.Claim) bool { return eventDate(claim) != "" }
	denial := c.asks("deny")
	if denial {
		occasions := c.e.occasions(c.r.parties())
		if len(c.r.names) == 0 && len(c.r.figures) == 0 {
			if len(occasions) >= 2 {
				return occasions[0], occasions[len(occasions)-1]
			}
			return nil, nil
		}
		replies := c.e.choose(c.r, choice{stances: denying, keep: dated})
		accusations := c.e.choose(c.r, choice{stances: accusing, anyDate: true, keep: func(claim *corpus.Claim) bool { return saidOn(claim) != "" }})
		if len(replies) > 0 && len(accusations) > 0 {
			return accusations[0].claim, c.solidOccasion(replies)
		}
		return nil, nil
	}
	sides := c.sides()
	if len(sides) < 2 {
		return nil, nil
	}
	first := func(s *side) *corpus.Claim {
		for i := range s.found {
			if dated(s.found[i].claim) {
				return s.found[i].claim
			}
		}
		return nil
	}
	return first(&sides[0]), first(&sides[1])
}

// solidOccasion returns the full reply of the occasion that a question means.
func (c *composition) solidOccasion(replies []scored) *corpus.Claim {
	for _, d := range c.e.occasions(nil) {
		if sameOccasion(d, replies[0].claim) {
			return d
		}
	}
	return replies[0].claim
}

// aroundReply lists the accusations made after, or before, the last reply on record.
func (c *composition) aroundReply(after bool) {
	occasions := c.e.occasions(c.r.parties())
	if len(occasions) == 0 {
		c.planFact()
		return
	}
	last := occasions[len(occasions)-1]
	if c.asks("first-word") {
		last = occasions[0]
	}
	for _, d := range occasions {
		if len(c.r.dates) > 0 && language.ParseDate(saidOn(d)).Covers(c.r.dates[0]) {
			last = d
		}
	}
	var claims []*corpus.Claim
	for _, claim := range c.standing().said {
		if len(claims) == most || !c.inScope(claim) || !c.named(claim) {
			continue
		}
		if after && before(saidOn(last), saidOn(claim)) || !after && before(saidOn(claim), saidOn(last)) {
			if !slices.ContainsFunc(claims, func(o *corpus.Claim) bool { return o.By == claim.By && o.As == claim.As }) {
				claims = append(claims, claim)
			}
		}
	}
	if len(claims) == 0 {
		c.planFact()
		return
	}
	slices.SortStableFunc(claims, func(a, b *corpus.Claim) int { return cmp.Compare(saidOn(a), saidOn(b)) })
	id := "order.before_reply"
	if after {
		id = "order.after_reply"
	}
	var parts []string
	for _, claim := range claims {
		parts = append(parts, c.e.composer.Fill("order.item", "speaker", c.e.composer.Accusers([]*corpus.Claim{claim})[0], "date", c.dateText(claim, saidOn(claim))))
	}
	c.why = c.say("why.order")
	c.long = true
	c.leadText(c.say(id, "date", c.dateText(last, saidOn(last)), "list", c.e.composer.Join(parts)), append(claims, last)...)
	c.b.Claim(compose.Denial, last)
	c.also(claims[:min(3, len(claims))]...)
}

// named tells whether the claim has every name that the question itself gives.
func (c *composition) named(claim *corpus.Claim) bool {
	for _, n := range c.r.names {
		if n.from >= 0 && c.e.index.Relation(c.e.index.Number(claim), n.ids) == 0 {
			return false
		}
	}
	return true
}

// planElapsed calculates the time between two dated claims, and says so.
func (c *composition) planElapsed() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	a, b := c.twoEvents()
	if a == nil || b == nil {
		c.planFact()
		return
	}
	dateA, dateB := eventDate(a), eventDate(b)
	if said, other := saidOn(a), saidOn(b); said != "" && other != "" && (a.Stance != corpus.Alleges || b.Stance != corpus.Alleges || c.asks("accusation-word") || c.asks("say") || dateA[:min(4, len(dateA))] == dateB[:min(4, len(dateB))]) {
		dateA, dateB = said, other // what was said, not what it spoke of
	}
	if before(dateB, dateA) {
		a, b, dateA, dateB = b, a, dateB, dateA
	}
	if a == b || dateA == "" || dateB == "" || !before(dateA, dateB) {
		c.planFact()
		return
	}
	c.why = c.say("why.elapsed")
	c.leadText(c.say("elapsed", "span", c.span(dateA, dateB), "first", c.event(a, dateA), "date", c.dateText(a, dateA), "second", c.event(b, dateB), "later", c.dateText(b, dateB)), a, b)
	for _, claim := range []*corpus.Claim{a, b} {
		if claim.Stance == corpus.Denies {
			c.b.Claim(compose.Denial, claim)
		} else {
			c.also(claim)
		}
	}
}

// span writes the time between two dates in words, as finely as both are known.
func (c *composition) span(from, to string) string {
	a, b := language.ParseDate(from), language.ParseDate(to)
	if a.Month == 0 || b.Month == 0 {
		return c.units(b.Year-a.Year, "years")
	}
	months := (b.Year-a.Year)*12 + b.Month - a.Month
	if months >= 12 {
		text := c.units(months/12, "years")
		if rest := months % 12; rest > 0 {
			text += " " + c.e.composer.Fill("and") + " " + c.units(rest, "months")
		}
		return text
	}
	if a.Day != 0 && b.Day != 0 {
		x := time.Date(a.Year, time.Month(a.Month), a.Day, 0, 0, 0, 0, time.UTC)
		y := time.Date(b.Year, time.Month(b.Month), b.Day, 0, 0, 0, 0, time.UTC)
		return c.units(int(y.Sub(x).Hours()/24), "days")
	}
	return c.units(months, "months")
}

func (c *composition) units(n int, unit string) string {
	if n == 1 {
		return c.e.composer.Fill("one." + unit)
	}
	return c.e.composer.Fill("count."+unit, "count", c.e.composer.Count(n))
}

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
		if !c.e.composer.Has("currency." + c.e.currency) {
			break // what is counted in tonnes or people has no sign to write it with
		}
		f := &c.e.index.Features[s.n]
		var total, count float64
		totalText, countText := "", ""
		for i, figure := range f.Figures {
			switch d := s.claim.Figures[f.Of[i]]; {
			case d.Measures == corpus.Total && figure.Unit == c.e.currency && totalText == "":
				total, totalText = figure.Value, d.Text
			case d.Measures == corpus.Count && figure.Value > 1 && countText == "":
				count, countText = figure.Value, d.Text
			}
		}
		if totalText != "" && countText != "" && s.score >= near*found[0].score && s.fit >= 0.3 {
			c.why = c.say("why.ratio")
			c.leadText(c.e.composer.Sentence(s.claim)+" "+c.say("ratio", "average", amountIn(c.e, total/count), "total", totalText, "count", countText), s.claim)
			return
		}
	}
	c.planFact()
}

// amountIn writes an amount in the corpus's main currency, rounded.
func amountIn(e *Engine, value float64) string {
	sign := e.composer.Say("currency." + e.currency)
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
	if c.r.facet != corpus.FacetShare || c.e.index.Features[c.e.index.Number(part)].Facets[corpus.FacetShare] {
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

// amountOfShare calculates what a share comes to, when an amount was asked and
// the claim gives only the share of its accuser's total.
func (c *composition) amountOfShare(claim *corpus.Claim) bool {
	f := &c.e.index.Features[c.e.index.Number(claim)]
	if c.r.facet != corpus.FacetAmount && !c.asks("how-much") || f.Facets[corpus.FacetAmount] || !f.Facets[corpus.FacetShare] {
		return false
	}
	share, text := 0.0, ""
	for i, figure := range f.Figures {
		if figure.Unit == "%" && share == 0 && f.Of[i] >= 0 {
			share, text = figure.Value, claim.Figures[f.Of[i]].Text
		}
	}
	for _, whole := range c.e.about([]string{claim.Report().Accused}).totalsBy[claim.By] {
		if total, ok := c.e.value(whole); ok && share > 0 {
			c.why = c.say("why.ratio")
			c.leadText(c.e.composer.Sentence(claim)+" "+c.say("ratio.of", "amount", amountIn(c.e, share*total), "share", text, "total", amountOf(whole)), claim, whole)
			return true
		}
	}
	return false
}
