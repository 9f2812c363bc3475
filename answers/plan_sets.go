package answers

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// considerable bounds how many claims of a whole corpus a list is made from.
const considerable = 4000

// scope returns the claims that a question about many of them is about: those
// that fit its names and words, or all of the given ones.
func (c *composition) scope(all []*corpus.Claim, keep func(*corpus.Claim) bool) []*corpus.Claim {
	if c.r.specific() {
		found := c.e.choose(c.r, choice{keep: keep})
		c.weighed = found
		var out []*corpus.Claim
		for _, s := range distinct(found) {
			if s.fit >= 0.45 && (s.named || len(c.r.names) == 0) || c.r.intent == "timeline" && len(c.r.names) > 1 && c.e.touchesAny(c.r, s.n) {
				out = append(out, s.claim)
			}
		}
		if len(out) > 0 {
			return out
		}
		if len(c.r.names) > 0 {
			return nil
		}
	}
	return c.within(all)
}

// touchesAny tells whether the claim has one of the names that the question lists.
func (e *Engine) touchesAny(r *request, claim int32) bool {
	return slices.ContainsFunc(r.names, func(n name) bool {
		return e.index.Relation(claim, n.ids)&(corpus.AsIncident|corpus.AsTarget|corpus.AsSpeaker|corpus.AsActor) != 0
	})
}

// within keeps the claims of the reports asked about; all when none is named.
func (c *composition) within(claims []*corpus.Claim) []*corpus.Claim {
	if len(c.r.reports) == 0 {
		return slices.Clone(claims[:min(len(claims), considerable)])
	}
	var out []*corpus.Claim
	for _, claim := range claims {
		if c.inScope(claim) {
			out = append(out, claim)
		}
	}
	return out
}

func hasAmount(claim *corpus.Claim) bool {
	return claim.Stance == corpus.Alleges && amountOf(claim) != ""
}

func measures(m corpus.Measure) func(*corpus.Claim) bool {
	return func(claim *corpus.Claim) bool {
		return claim.Stance == corpus.Alleges && slices.ContainsFunc(claim.Figures, func(f corpus.Figure) bool { return f.Measures == m && !f.Missing })
	}
}

// planTotal sets amounts side by side. It never adds them up.
func (c *composition) planTotal() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if c.repeated() && c.leadTwin() {
		return
	}
	if !c.repeated() {
		if claims := c.sideAmounts(); len(claims) >= 2 {
			c.sideBySide(claims)
			return
		}
	}
	if len(c.r.figures) >= 2 && !c.r.money() && c.bothFigures() {
		return
	}
	if len(c.r.figures) >= 2 || len(c.r.names) > 0 {
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
		c.b.Claim(compose.Allegation, claim)
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
	for _, s := range c.e.choose(&sub, choice{stances: []corpus.Stance{corpus.Remark}, anyDate: true}) {
		if s.figure && c.e.index.Mentions(s.claim.Says, c.e.lexicon.Concept("one-same")) {
			c.leadRemark(s.claim)
			return true
		}
	}
	return false
}

// sideAmounts returns the best amount of each thing that the question names.
func (c *composition) sideAmounts() []*corpus.Claim {
	if len(c.r.names) < 2 && len(c.r.figures) < 2 {
		return nil
	}
	var out []*corpus.Claim
	for _, side := range c.sides() {
		for i := range side.found {
			if claim := side.found[i].claim; hasAmount(claim) && !slices.Contains(out, claim) {
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
		whose := c.e.composer.Accusers([]*corpus.Claim{claim})[0]
		if claim.Period != nil {
			whose += ", " + claim.Period.Text
		}
		out = append(out, c.e.composer.Amount(amountOf(claim), whose))
	}
	return out
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

// amountsOf returns the accusations of an amount of that kind that have the names
// of the question, the largest first.
func (c *composition) amountsOf(kind string) []*corpus.Claim {
	if len(c.r.names)+len(c.r.reports) == 0 {
		all := c.standing().amounts[kind]
		return slices.DeleteFunc(slices.Clone(all[:min(len(all), considerable)]), func(claim *corpus.Claim) bool { return !c.apart(claim) })
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

// asks tells whether the question uses a word of the group.
func (c *composition) asks(group string) bool {
	return c.e.asks(c.r, group)
}

// narrow keeps the claims that have what the question says of them ("exchange"),
// in their order, if any has.
func (c *composition) narrow(claims []*corpus.Claim) []*corpus.Claim {
	if len(c.contentTerms()) == 0 {
		return claims
	}
	sub := *c.r
	sub.terms = slices.DeleteFunc(slices.Clone(c.r.terms), func(t term) bool { return c.e.frames(t) })
	among := make(map[*corpus.Claim]bool, len(claims))
	for _, claim := range claims {
		among[claim] = true
	}
	found := c.e.choose(&sub, choice{stances: accusing, keep: func(claim *corpus.Claim) bool { return among[claim] }})
	var kept []*corpus.Claim
	for _, claim := range claims {
		for i := range found {
			if found[i].claim == claim && found[i].hit && sub.wordFit(&found[i]) >= 0.4 {
				kept = append(kept, claim)
			}
		}
	}
	if len(kept) == 0 {
		return claims
	}
	return kept
}

// frames tells whether a word only says what kind of figure is looked for.
func (e *Engine) frames(t term) bool {
	for _, group := range []string{"single-incident", "whole-total", "amount-word", "accuser-word"} {
		if slices.Contains(t.Concepts, e.lexicon.Concept(group)) || slices.Contains(e.lexicon.Concepts("", t.Stem), e.lexicon.Concept(group)) {
			return true
		}
	}
	return t.light || t.stray
}

// scopeNamed keeps, of claims in some order, those that have the names of the
// question: words such as "theft" narrow nothing.
func (c *composition) scopeNamed(all []*corpus.Claim) []*corpus.Claim {
	var out []*corpus.Claim
	for _, claim := range all {
		if c.inScope(claim) && c.r.concerns(claim) && c.apart(claim) && (c.hasNames(claim) || c.r.enumerates() && c.e.touchesAny(c.r, c.e.index.Number(claim))) {
			out = append(out, claim)
		}
	}
	return out
}

// apart tells whether a claim is none of those that the question leaves aside.
func (c *composition) apart(claim *corpus.Claim) bool {
	return len(c.r.except) == 0 || c.e.index.Relation(c.e.index.Number(claim), c.r.except)&(corpus.AsSpeaker|corpus.AsOwner) == 0
}

// enumerates tells whether the question lists three names and more to choose from.
func (r *request) enumerates() bool {
	n := 0
	for i := range r.names {
		if r.names[i].from >= 0 {
			n++
		}
	}
	return n >= 3
}

func (c *composition) hasNames(claim *corpus.Claim) bool {
	for _, name := range c.r.names {
		if c.e.index.Relation(c.e.index.Number(claim), name.ids) == 0 {
			return false
		}
	}
	return true
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

// planList enumerates accusers, or the facts of the kind that was asked for.
func (c *composition) planList() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	switch {
	case c.r.aspect == "accusers":
		c.listAccusers(2 * most)
	case c.r.aspect == "accusations":
		c.listAccusations()
	case c.r.aspect == "figures":
		c.planTotal()
	case c.r.aspect == "reports":
		c.listReports(c.r.parties())
	case c.r.aspect == "denials":
		c.allReplies()
	default:
		c.listFacts()
	}
}

// listAccusers names those who accuse, at most so many.
func (c *composition) listAccusers(limit int) {
	firsts := c.accuserClaims()
	if len(firsts) == 0 {
		c.abstain("abstain.subject")
		return
	}
	id := "list.accusers"
	if len(firsts) > limit {
		id, firsts = "list.accusers.more", firsts[:limit]
	}
	c.why = c.say("why.list")
	c.long = true
	for _, group := range byAccused(firsts) {
		c.leadText(c.say(id, "accused", c.e.composer.Name(group[0].Report().Accused), "names", c.e.composer.Join(c.e.composer.Accusers(group))), group...)
	}
	c.also(firsts[:min(3, len(firsts))]...)
}

// goesOn tells whether content follows the words by which the question asks.
func (r *request) goesOn() bool {
	if r.query.Asks == nil || len(r.query.Asks.Explained) == 0 {
		return false
	}
	last := slices.Max(r.query.Asks.Explained)
	return slices.ContainsFunc(r.terms, func(t term) bool { return t.From > last && t.Known && !t.Asked && !t.light })
}

// byAccused groups claims by whom they are about, at most three groups, in order.
func byAccused(claims []*corpus.Claim) [][]*corpus.Claim {
	var out [][]*corpus.Claim
	for _, claim := range claims {
		at := slices.IndexFunc(out, func(g []*corpus.Claim) bool { return g[0].Report().Accused == claim.Report().Accused })
		switch {
		case at >= 0:
			out[at] = append(out[at], claim)
		case len(out) < 3:
			out = append(out, []*corpus.Claim{claim})
		}
	}
	return out
}

// listAccusations leads with the weightiest accusation, and names who else accuses.
func (c *composition) listAccusations() {
	if c.r.goesOn() || c.r.facet != "" && c.r.facet != corpus.FacetTarget {
		c.planFact() // "what is it accused of hiding?"
		return
	}
	firsts := c.accuserClaims()
	if len(firsts) == 0 {
		c.planFact()
		return
	}
	c.why = c.say("why.list")
	c.long = true
	c.lead(firsts[0])
	rest := firsts[1:min(len(firsts), 2*most)]
	if len(rest) == 0 {
		return
	}
	c.leadText(c.say("list.also", "names", c.e.composer.Join(c.e.composer.Accusers(rest))), rest...)
	c.also(rest[:min(3, len(rest))]...)
}

// accuserClaims returns the weightiest accusation of each accuser, of those that
// have the names of the question.
func (c *composition) accuserClaims() []*corpus.Claim {
	if len(c.r.names) == 0 && len(c.r.reports) == 0 {
		return c.scopeNamed(c.standing().accusers)
	}
	var claims []*corpus.Claim
	for _, s := range c.candidates() {
		if claim := c.e.corpus.Claims[s]; (claim.Stance == corpus.Alleges || claim.Stance == corpus.Counters) && c.e.corpus.Entity(claim.By) != nil {
			claims = append(claims, claim)
		}
	}
	claims = c.scopeNamed(claims)
	slices.SortStableFunc(claims, func(a, b *corpus.Claim) int { return cmp.Compare(prominence(b), prominence(a)) })
	var out []*corpus.Claim
	for _, claim := range claims {
		if !slices.ContainsFunc(out, func(f *corpus.Claim) bool { return f.By == claim.By }) {
			out = append(out, claim)
		}
	}
	return out
}

// candidates returns the claims, by number, that the rarest name of the question
// or its reports lead to.
func (c *composition) candidates() []int32 {
	var best []int32
	for i, name := range c.r.names {
		var mine []int32
		for _, id := range name.ids {
			for _, p := range c.e.index.Entity(id) {
				mine = append(mine, p.Claim)
			}
		}
		if i == 0 || len(mine) < len(best) {
			best = mine
		}
	}
	if len(c.r.names) == 0 {
		for _, id := range c.r.reports {
			best = append(best, c.e.index.InReport(id)...)
		}
	}
	slices.Sort(best)
	return slices.Compact(best)
}

// listReports names the reports, all of them or those about the accused given.
func (c *composition) listReports(accused []string) {
	var parts []string
	var claims []*corpus.Claim
	for _, r := range c.e.byDate {
		if len(c.e.index.InReport(r.ID)) == 0 || len(accused) > 0 && !slices.Contains(accused, r.Accused) {
			continue
		}
		parts = append(parts, c.say("report.named", "publisher", r.Publisher, "title", r.Title))
		claims = append(claims, c.e.front(r))
	}
	c.why = c.say("why.list")
	c.long = true
	id := "list.reports"
	if len(parts) < len(c.e.byDate) {
		id = "list.reports.on"
	}
	c.leadText(c.say(id, "reports", c.e.composer.Reports(len(parts)), "list", c.e.composer.Join(parts), "accused", c.e.composer.Name(claims[0].Report().Accused)), claims...)
}

// front returns the claim that a sentence about a report itself rests on:
// background where it has any, so that naming the report accuses nobody.
func (e *Engine) front(r *corpus.Report) *corpus.Claim {
	numbers := e.index.InReport(r.ID)
	best := e.corpus.Claims[numbers[0]]
	for _, n := range numbers {
		switch claim := e.corpus.Claims[n]; claim.Stance {
		case corpus.Context:
			return claim
		case corpus.Remark:
			best = claim
		}
	}
	return best
}

func (c *composition) listFacts() {
	facet := c.r.facet
	if c.r.leans && len(c.r.focus) > 0 && !c.r.ownContent() {
		c.listOfFocus()
		return
	}
	found := distinct(c.e.choose(c.r, choice{keep: func(claim *corpus.Claim) bool {
		return facet == "" || c.e.index.Features[c.e.index.Number(claim)].Facets[facet]
	}}))
	c.weighed = found
	var claims []*corpus.Claim
	for _, s := range found {
		if s.fit >= enough && s.named && s.score >= 0.5*found[0].score && len(claims) < 6 {
			claims = append(claims, s.claim)
		}
	}
	if len(claims) == 0 {
		c.planFact()
		return
	}
	c.why = c.say("why.list")
	c.long = true
	c.lead(claims[:min(2, len(claims))]...)
	c.also(claims[min(2, len(claims)):]...)
}

// listOfFocus answers "which ones?": by what the reports say of the last claim,
// or that they name none.
func (c *composition) listOfFocus() {
	focus := c.r.focus[0]
	if remarks := c.e.corpus.Remarks(focus); len(remarks) > 0 {
		c.leadRemark(remarks[0])
		return
	}
	found := c.e.choose(c.r, choice{exclude: c.r.thread.Claims, facet: corpus.FacetTarget, keep: func(claim *corpus.Claim) bool {
		return claim.Report() == focus.Report() && claim.By == focus.By && len(claim.Targets) > 0
	}})
	c.weighed = found
	if len(found) == 0 {
		c.abstain("abstain.unnamed")
		return
	}
	c.why = c.say("why.list")
	c.lead(found[0].claim)
}

// planTimeline tells what is said to have happened, and was said, in order.
func (c *composition) planTimeline() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	claims := c.scope(c.standing().dated, func(claim *corpus.Claim) bool { return eventDate(claim) != "" })
	if len(c.r.dates) > 0 && len(c.r.names) == 0 {
		claims = c.ofDates()
	}
	if len(claims) == 0 {
		c.planFact()
		return
	}
	if len(c.r.names) == 0 && (c.asks("deny") || c.asks("reply")) && !c.asks("accuse") {
		claims = slices.Clone(c.e.occasions(c.r.parties()))
	}
	if len(claims) == 0 {
		c.planFact()
		return
	}
	slices.SortStableFunc(claims, func(a, b *corpus.Claim) int { return cmp.Compare(eventDate(a), eventDate(b)) })
	claims = thin(claims, 10)
	c.why = c.say("why.timeline")
	c.long, c.ordered = true, true
	first, last := claims[0], claims[len(claims)-1]
	if eventDate(first) == eventDate(last) {
		c.leadText(c.say("timeline.one", "date", c.dateText(first, eventDate(first))), claims...)
	} else {
		c.leadText(c.say("timeline.lead", "from", c.dateText(first, eventDate(first)), "to", c.dateText(last, eventDate(last))), claims...)
	}
	for _, claim := range claims {
		c.b.Add(roleOf(claim), c.say("timeline.item", "date", c.dateText(claim, eventDate(claim)), "sentence", c.e.composer.Brief(claim)), claim)
	}
}

// ofDates returns the accusations and denials of the dates that the question gives.
func (c *composition) ofDates() []*corpus.Claim {
	var out []scored
	for _, d := range c.r.dates {
		numbers := c.e.index.InYear(d.Year)
		if d.Year == 0 {
			numbers = nil
			for _, claim := range c.standing().dated[:min(len(c.standing().dated), considerable)] {
				numbers = append(numbers, c.e.index.Number(claim))
			}
		}
		for _, n := range numbers {
			claim := c.e.corpus.Claims[n]
			if claim.Stance == corpus.Remark || claim.Stance == corpus.Context || !c.r.concerns(claim) || !c.inScope(claim) || len(out) == considerable {
				continue
			}
			event := language.ParseDate(eventDate(claim))
			if event.Year != 0 && d.Covers(event) && (event.Month != 0 || d.Month == 0) {
				out = append(out, scored{claim: claim, n: n})
			}
		}
	}
	return claimsOf(distinct(out))
}

// eventDate is when a claim's event happened, or else when it was said, or else
// when the time that it speaks of began.
func eventDate(claim *corpus.Claim) string {
	if claim.Happened != nil && claim.Happened.Date != "" {
		return claim.Happened.Date
	}
	if date := saidOn(claim); date != "" {
		return date
	}
	return happenedOn(claim)
}

// thin keeps at most n claims, in order: the weightiest, one of each date first.
func thin(claims []*corpus.Claim, n int) []*corpus.Claim {
	if len(claims) <= n {
		return claims
	}
	order := slices.Clone(claims)
	slices.SortStableFunc(order, func(a, b *corpus.Claim) int { return cmp.Compare(prominence(b), prominence(a)) })
	taken, dates := map[*corpus.Claim]bool{}, map[string]bool{}
	for _, fresh := range []bool{true, false} {
		for _, claim := range order {
			if len(taken) < n && !taken[claim] && (!fresh || !dates[eventDate(claim)]) {
				taken[claim], dates[eventDate(claim)] = true, true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(claims), func(claim *corpus.Claim) bool { return !taken[claim] })
}

// planMentions tells which reports speak of something.
func (c *composition) planMentions() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if c.r.aspect == "within" && c.mentionedIn() || c.asks("quote-word") && c.unquoted() {
		return
	}
	c.r.facet = ""
	if !c.r.specific() && c.r.leans && len(c.r.focus) > 0 {
		c.planSource()
		return
	}
	if !c.r.specific() {
		c.listReports(c.r.parties())
		return
	}
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Alleges, corpus.Denies, corpus.Counters, corpus.Context}})
	c.weighed = found
	var firsts []*corpus.Claim
	for _, s := range found {
		if !c.fits(&found[0]) || s.score < 0.6*found[0].score || len(c.r.names) > 0 && !s.named || len(c.r.figures) > 0 && !s.figure {
			continue
		}
		if !slices.ContainsFunc(firsts, func(f *corpus.Claim) bool { return f.Report() == s.claim.Report() }) {
			firsts = append(firsts, s.claim)
		}
	}
	if len(firsts) == 0 {
		c.planFact()
		return
	}
	var parts []string
	for _, claim := range firsts {
		parts = append(parts, c.say("report.named", "publisher", claim.Report().Publisher, "title", claim.Report().Title))
	}
	c.why = c.say("why.best")
	id := "mentions.one"
	if len(firsts) > 1 {
		id = "mentions.many"
	}
	c.leadText(c.say(id, "count", c.e.composer.Count(len(firsts)), "list", c.e.composer.Join(parts)), firsts...)
	if len(firsts) == 1 {
		c.b.Claim(compose.Lead, firsts[0]) // "does any report say that ...?"
		return
	}
	c.b.Claim(roleOf(firsts[0]), firsts[0])
	for _, claim := range firsts[1:min(len(firsts), 3)] {
		if claim.Stance == corpus.Alleges {
			c.also(claim)
		}
	}
}

// mentionedIn tells whether one report speaks of somebody or something, where
// nothing more is asked.
func (c *composition) mentionedIn() bool {
	if len(c.r.reports) != 1 || len(c.r.names) != 1 || len(c.r.figures)+c.r.known() > 0 {
		return false
	}
	report, name := c.e.corpus.Report(c.r.reports[0]), c.r.names[0]
	label := c.e.composer.Label(name.ids[0])
	c.why = c.say("why.best")
	var other *corpus.Claim
	for _, s := range c.e.choose(c.r, choice{keep: func(claim *corpus.Claim) bool {
		return claim.Stance != corpus.Remark && c.e.speaksOf(claim, name.ids)
	}}) {
		if s.claim.Report() == report {
			c.leadText(c.say("mentions.in", "publisher", report.Publisher, "name", label)+" "+c.e.composer.Sentence(s.claim), s.claim)
			return true
		}
		if other == nil {
			other = s.claim
		}
	}
	text, claims := c.say("mentions.not_in", "publisher", report.Publisher, "name", label), []*corpus.Claim{c.e.front(report)}
	if other != nil {
		text, claims = text+" "+c.e.composer.Sentence(other), append(claims, other)
	}
	c.leadText(text, claims...)
	return true
}

// speaksOf tells whether a claim has a part for one of the entities, or its own
// words name it; words by which a claim is merely found do not count.
func (e *Engine) speaksOf(claim *corpus.Claim, ids []string) bool {
	n := e.index.Number(claim)
	switch parts := e.index.Relation(n, ids); {
	case parts == 0:
		return false
	case parts != corpus.AsText && parts&corpus.AsIncident == 0:
		return true // an incident's own may be another report's that appears to be the same
	}
	return slices.ContainsFunc(ids, func(id string) bool {
		entity := e.corpus.Entity(id)
		return slices.ContainsFunc(append([]string{entity.Name, entity.Label}, entity.Aliases...), func(name string) bool {
			words := corpus.Joined(language.Split(name))
			return words != "" && strings.Contains(e.index.Features[n].Text, " "+words+" ")
		})
	})
}

// planOverview sums the reports up: who accuses, of what, and the reply.
func (c *composition) planOverview() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if len(c.r.reports) > 0 && (!c.r.specific() || len(c.r.names)+len(c.r.figures) == 0 && c.r.known() < 2) {
		c.planReport()
		return
	}
	if len(c.r.dates) > 0 && len(c.r.names) == 0 {
		c.r.intent = "timeline"
		c.planTimeline()
		return
	}
	reportWord := c.e.lexicon.Concept("report-word")
	if len(c.r.names)+len(c.r.figures) > 0 || slices.ContainsFunc(c.r.terms, func(t term) bool {
		return !t.Asked && !slices.Contains(c.e.lexicon.Concepts(c.r.query.Tokens[t.From].Word, t.Stem), reportWord)
	}) {
		c.planFact()
		if found := c.weighed; c.outcome == NotReported && c.r.speaker() != nil && c.r.foreign() == 0 && len(c.r.strangers) == 0 && len(found) > 0 && found[0].named && found[0].spoken {
			c.outcome = Answered // what somebody says in sum is what they say
			c.b = c.e.composer.NewBuilder()
			c.why = c.say("why.best")
			c.lead(found[0].claim)
		}
		return
	}
	if len(c.r.parties()) == 0 && len(c.e.parties) > 1 {
		c.listAffairs()
		return
	}
	c.listAccusers(most)
	c.long = false
}

// listAffairs names everyone whom the reports are about, with the accusation that
// stands for each of the first few.
func (c *composition) listAffairs() {
	var names []string
	var claims []*corpus.Claim
	for _, id := range c.e.parties[:min(most, len(c.e.parties))] {
		if claim := c.e.about([]string{id}).principal; claim != nil {
			names, claims = append(names, c.e.composer.Name(id)), append(claims, claim)
		}
	}
	if len(claims) == 0 {
		c.abstain("abstain.subject")
		return
	}
	c.why = c.say("why.list")
	c.long = true
	c.leadText(c.say("list.affairs", "names", c.e.composer.Join(names)), claims...)
	c.also(claims[:min(3, len(claims))]...)
}

// planReport sums one report up: its weightiest accusation, and what else it carries.
func (c *composition) planReport() {
	var claims []*corpus.Claim
	for _, id := range c.r.reports {
		for _, n := range c.e.index.InReport(id) {
			if claim := c.e.corpus.Claims[n]; claim.Stance == corpus.Alleges || claim.Stance == corpus.Counters || claim.Stance == corpus.Denies {
				claims = append(claims, claim)
			}
		}
	}
	if len(claims) == 0 {
		c.planFact()
		return
	}
	slices.SortStableFunc(claims, func(a, b *corpus.Claim) int { return cmp.Compare(prominence(b), prominence(a)) })
	c.why = c.say("why.list")
	c.lead(claims[0])
	for _, claim := range claims[1:] {
		if claim.By != claims[0].By && claim.Stance == corpus.Alleges && len(c.b.Statements) < 3 {
			c.also(claim)
		}
	}
}
