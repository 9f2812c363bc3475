package planning

import (
	"cmp"
	"slices"
	"time"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// planOrder tells which came first, or what came after the last reply.
func (c *Composition) planOrder() {
	if c.abstainsUnknown() {
		return
	}
	if c.ofAge() {
		c.abstain("abstain.subject")
		return
	}
	if c.r.Aspect == "after-reply" || c.r.Aspect == "before-reply" {
		c.aroundReply(c.r.Aspect == "after-reply")
		return
	}
	if c.nextTold() || c.besideReply() {
		return
	}
	if c.reportsInOrder() {
		return
	}
	if c.r.Aspect == "beside" {
		if !c.besideAnchor() {
			c.planFact()
		}
		return
	}
	if told := c.intervalTold(); told != nil && c.ownNames() > 1 {
		c.why = c.say("why.best")
		c.lead(told)
		return
	}
	a, b := c.lastTwoDated()
	if a == nil {
		a, b = c.twoEvents()
	}
	if a == nil || b == nil || a == b {
		if !c.outermostOf() {
			c.planFact()
		}
		return
	}
	if c.r.First().Word == "why" && c.asks("time-after") && (a.Stance == corpus.Denies || b.Stance == corpus.Denies) {
		c.planDenial() // the order is as they say: it is the reason that they ask for
		return
	}
	if c.afterWhatItAnswers(a, b) {
		return
	}
	dateA, dateB := c.comparedDates(a, b)
	switch {
	case !ordered(dateA, dateB):
		c.lead(a, b)
		c.caveat("order.unknown", a, b)
		return
	case record.Before(dateB, dateA):
		a, b, dateA, dateB = b, a, dateB, dateA
	}
	c.why = c.say("why.order")
	c.leadText(c.say("order.first", "first", c.event(a, dateA), "date", c.dateText(a, dateA), "second", c.event(b, dateB), "later", c.dateText(b, dateB)), a, b)
	c.also(a, b)
}

// nextTold leads with what the one who spoke last tells of a later time than what was told, where a
// follow-up asks what came after it: "and what came after the mills?".
func (c *Composition) nextTold() bool {
	r := c.r
	if !r.Leans || len(r.Focus) == 0 || r.Focus[0].Stance != corpus.Alleges || r.First().Word == "which" || r.Named() || r.KnownWords() == 0 || len(r.Figures)+len(r.Dates) > 0 || c.asks("deny") || c.asks("reply") || c.asks("accusation-word") {
		return false
	}
	focus, ask := r.Focus[0], *r
	ask.Facet, ask.Terms = "", slices.Clone(r.Terms)
	for k := range ask.Terms {
		ask.Terms[k].Asked = ask.Terms[k].From == ask.Terms[k].To
	}
	found := c.p.Choose(&ask, weighing.Filter{Exclude: r.Thread.Claims[:1], Keep: func(claim *corpus.Claim) bool {
		return claim.By == focus.By && claim.Report() == focus.Report() && claim.Stance == focus.Stance && c.p.HasGroup(c.p.Index.Number(claim), "newer-one")
	}})
	if len(found) == 0 || !found[0].Hit {
		return false
	}
	c.weighed, c.why = found, c.say("why.best")
	c.lead(found[0].Claim)
	return true
}

// lastTwoDated returns the two claims that a follow-up sets in order, for one that has no date another that tells
// the same and has one: "which of them is the more recent?"
func (c *Composition) lastTwoDated() (a, b *corpus.Claim) {
	if r := c.r; len(r.Focus) < 2 || r.GivesName() || len(r.Accused)+len(r.Figures)+len(r.Dates)+len(r.Reports) > 0 || c.asks("deny") || c.asks("reply") {
		return nil, nil
	}
	dated := func(told *corpus.Claim) *corpus.Claim {
		for _, claim := range append([]*corpus.Claim{told}, c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)]...) {
			if (claim == told || claim.Stance == told.Stance && record.AlikeTold(claim, told)) && record.SaidOn(claim) != "" {
				return claim
			}
		}
		return nil
	}
	if a, b = dated(c.r.Focus[0]), dated(c.r.Focus[1]); a == nil || b == nil || a == b {
		return nil, nil
	}
	return a, b
}

// twoEvents finds the two dated claims that a question of order or distance means.
func (c *Composition) twoEvents() (a, b *corpus.Claim) {
	dated := func(claim *corpus.Claim) bool { return record.EventDate(claim) != "" }
	if c.asks("accusation-word") && c.speakersNamed() >= 2 {
		dated = func(claim *corpus.Claim) bool { return record.SaidOn(claim) != "" }
	}
	if c.asks("deny") || c.asks("reply") && c.accuserNamed() >= 0 {
		if spoken := c.spokenAccusation(); spoken != nil && dated(spoken) {
			if replies := c.p.Choose(c.r, weighing.Filter{Stances: denying, Keep: dated}); len(replies) > 0 {
				return spoken, c.solidOccasion(replies)
			}
		}
		occasions := c.p.Occasions(c.r.AboutAccused())
		if len(c.r.Figures) == 0 && !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return !c.p.BelongsToAccused(n.IDs) }) { // one reply and another
			if len(occasions) >= 2 {
				return occasions[0], occasions[len(occasions)-1]
			}
			return nil, nil
		}
		replies := c.p.Choose(c.r, weighing.Filter{Stances: denying, Keep: dated})
		accusations := c.p.Choose(c.r, weighing.Filter{Stances: accusing, AnyDate: true, Keep: func(claim *corpus.Claim) bool { return record.SaidOn(claim) != "" }})
		if accusation, reply := c.answeredPair(replies, c.p.Choose(c.r, weighing.Filter{Stances: accusing, AnyDate: true})); reply != nil {
			return accusation, reply
		}
		accuser := c.accuserNamed()
		if accuser >= 0 && len(accusations) > 0 && c.p.Index.Relation(accusations[0].N, c.r.Names[accuser].IDs)&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) == 0 {
			return nil, nil // the date of what the one who is named said is not told
		}
		if len(replies) > 0 && len(accusations) > 0 {
			return accusations[0].Claim, c.solidOccasion(replies)
		}
		return nil, nil
	}
	if a, b := c.wordedEvent(); b != nil {
		return a, b
	}
	sides := c.sides()
	if len(sides) < 2 {
		return c.firstAndLast()
	}
	first := func(s *side) *corpus.Claim {
		figured := func(o weighing.Scored) bool {
			return dated(o.Claim) && o.Claim.Stance == corpus.Alleges && slices.ContainsFunc(c.r.Figures, func(f language.Figure) bool { return c.p.Index.Features[o.N].Has(f) })
		}
		any := !slices.ContainsFunc(s.found, figured)
		for i := range s.found {
			if any && dated(s.found[i].Claim) || figured(s.found[i]) {
				return s.found[i].Claim
			}
		}
		return nil
	}
	return first(&sides[0]), first(&sides[1])
}

// firstAndLast returns the first and the last dated accusation of the one accuser whom a question for the order of two
// names: "which of the guild's two accusations is older?"
func (c *Composition) firstAndLast() (a, b *corpus.Claim) {
	at := c.accuserNamed()
	if at < 0 || c.ownNames() != 1 || !c.asks("two-word") && !c.r.Counts && len(c.r.Query.Figures) == 0 {
		return nil, nil
	}
	for _, claim := range c.standing().Said {
		if claim.Stance != corpus.Alleges || c.p.Index.Relation(c.p.Index.Number(claim), c.r.Names[at].IDs)&(corpus.AsSpeaker|corpus.AsOwner) == 0 {
			continue
		}
		if a == nil || record.Before(record.SaidOn(claim), record.SaidOn(a)) {
			a = claim
		}
		if b == nil || record.Before(record.SaidOn(b), record.SaidOn(claim)) {
			b = claim
		}
	}
	return a, b
}

// spokenAccusation returns the accusation that was just told, where the question points back to it and names no
// other: "is the denial older than that?".
func (c *Composition) spokenAccusation() *corpus.Claim {
	if !c.r.Leans || len(c.r.Focus) == 0 || c.r.Focus[0].Stance != corpus.Alleges || !c.asks("thing-pronoun") || len(c.r.Figures)+len(c.r.Dates) > 0 {
		return nil
	}
	if slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && !c.p.BelongsToAccused(n.IDs) }) {
		return nil
	}
	return c.r.Focus[0]
}

// wordedEvent finds what happened to the one whom the question names, and what else happened that it only
// describes: "was the mill robbed before or after the tolls were raised?".
func (c *Composition) wordedEvent() (named, worded *corpus.Claim) {
	tokens := c.r.Query.Tokens
	at := slices.IndexFunc(tokens, func(t language.Token) bool { return t.Word == "before" || t.Word == "after" })
	last := at // the later word of "before or after"
	for i := range tokens {
		if tokens[i].Word == "before" || tokens[i].Word == "after" {
			last = i
		}
	}
	hit := slices.IndexFunc(c.r.Names, func(n reading.Name) bool {
		kind := c.p.Corpus.Entity(n.IDs[0]).Kind
		return n.From >= 0 && (kind == corpus.Incident || kind == corpus.Company)
	})
	if at < 0 || hit < 0 || c.r.Names[hit].From > at || slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From > last && c.p.connects(n.IDs[0]) && c.p.Corpus.Entity(n.IDs[0]).Kind != corpus.Body
	}) {
		return nil, nil
	}
	byName, byWords := *c.r, *c.r
	byName.Names, byName.Terms, byName.Facet = c.r.Names[hit:hit+1], nil, ""
	byWords.Names, byWords.Figures, byWords.Facet, byWords.Terms = nil, nil, "", nil
	for _, t := range c.r.Terms {
		if t.From > last && !t.Asked {
			byWords.Terms = append(byWords.Terms, t)
		}
	}
	happened := func(claim *corpus.Claim) bool { return claim.Happened != nil && c.r.Concerns(claim) }
	mine := c.p.Choose(&byName, weighing.Filter{Stances: accusing, Keep: func(claim *corpus.Claim) bool { return happened(claim) && c.hasNameAt(claim, hit) }})
	others := c.p.Choose(&byWords, weighing.Filter{AnyDate: true, Keep: func(claim *corpus.Claim) bool { return happened(claim) && !c.hasNameAt(claim, hit) }})
	if len(mine) == 0 || len(others) == 0 || byWords.KnownWords() < 2 || others[0].WordFit(&byWords) < 0.7 {
		return nil, nil
	}
	return mine[0].Claim, others[0].Claim
}

// hasNameAt tells whether the claim has that name of the question.
func (c *Composition) hasNameAt(claim *corpus.Claim, k int) bool {
	return c.p.Index.Relation(c.p.Index.Number(claim), c.r.Names[k].IDs) != 0
}

// solidOccasion returns the full reply of the occasion that a question means.
func (c *Composition) solidOccasion(replies []weighing.Scored) *corpus.Claim {
	for _, d := range c.p.Occasions(nil) {
		if record.SameOccasion(d, replies[0].Claim) {
			return d
		}
	}
	return replies[0].Claim
}

// aroundReply lists the accusations made after, or before, the last reply on record.
func (c *Composition) aroundReply(after bool) {
	occasions := c.p.Occasions(c.r.AboutAccused())
	if len(occasions) == 0 {
		c.planFact()
		return
	}
	last := occasions[len(occasions)-1]
	if c.asks("first-word") {
		last = occasions[0]
	}
	for _, d := range occasions {
		if len(c.r.Dates) > 0 && language.ParseDate(record.SaidOn(d)).Covers(c.r.Dates[0]) {
			last = d
		}
	}
	var claims []*corpus.Claim
	for _, claim := range c.standing().Said {
		if len(claims) == record.MostListed || !c.inScope(claim) || !c.hasGivenNames(claim) {
			continue
		}
		if after && record.Before(record.SaidOn(last), record.SaidOn(claim)) || !after && (record.Before(record.SaidOn(claim), record.SaidOn(last)) || c.answersThat(last, claim)) {
			if !slices.ContainsFunc(claims, func(o *corpus.Claim) bool {
				return o.By == claim.By && (o.As == claim.As || c.p.Corpus.Entity(o.By) != nil)
			}) {
				claims = append(claims, claim)
			}
		}
	}
	if len(claims) == 0 && len(c.r.Names) > 0 {
		c.planFact() // "what did the council do after the denial?"
		return
	}
	if len(claims) == 0 {
		id := "order.none_before"
		if after {
			id = "order.none_after"
		}
		c.why = c.say("why.order")
		c.leadText(c.say(id, "date", c.dateText(last, record.SaidOn(last))), last)
		c.b.Claim(compose.Denial, last)
		c.label("role.denial.own", last)
		return
	}
	slices.SortStableFunc(claims, func(a, b *corpus.Claim) int { return cmp.Compare(record.SaidOn(a), record.SaidOn(b)) })
	id := "order.before_reply"
	if after {
		id = "order.after_reply"
	}
	var parts []string
	for _, claim := range claims {
		parts = append(parts, c.p.Composer.Fill("order.item", "speaker", c.p.Composer.ShortSpeaker(claim), "date", c.dateText(claim, record.SaidOn(claim))))
	}
	c.why = c.say("why.order")
	c.long = true
	c.leadText(c.say(id, "date", c.dateText(last, record.SaidOn(last)), "list", c.p.Composer.Join(parts)), append(claims, last)...)
	c.b.Claim(compose.Denial, last)
	c.label("role.denial.own", last)
	c.also(claims[:min(3, len(claims))]...)
}

// planElapsed calculates the time between two dated claims, and says so.
func (c *Composition) planElapsed() {
	if c.abstainsUnknown() {
		return
	}
	if c.asks("deny") && len(c.r.Names)+len(c.r.Figures)+len(c.r.Dates) == 0 && len(c.p.Occasions(c.r.AboutAccused())) > 2 {
		c.allReplies() // which two of them is for the asker to say
		return
	}
	if c.r.Aspect == "back" && c.countBack() {
		return
	}
	if told := c.intervalTold(); told != nil {
		c.why = c.say("why.best")
		c.lead(told)
		return
	}
	if c.nextTold() || c.besideReply() {
		return
	}
	a, b := c.twoEvents()
	if told := c.lastTold(); (a == nil || b == nil) && len(told) == 2 && c.asks("they-word") && !c.r.GivesName() && len(c.r.Thread.Claims) == 1 && record.EventDate(told[0]) != "" && record.EventDate(told[1]) != "" {
		a, b = told[1], told[0] // "how long between them?"
	}
	if a == nil || b == nil {
		c.planFact()
		return
	}
	dateA, dateB := record.EventDate(a), record.EventDate(b)
	if said, other := record.SaidOn(a), record.SaidOn(b); said != "" && other != "" && (a.Stance != corpus.Alleges || b.Stance != corpus.Alleges || c.asks("accusation-word") || c.asks("say") || dateA[:min(4, len(dateA))] == dateB[:min(4, len(dateB))]) {
		dateA, dateB = said, other // what was said, not what it spoke of
	}
	if record.Before(dateB, dateA) {
		a, b, dateA, dateB = b, a, dateB, dateA
	}
	if a.Stance == corpus.Denies && c.asks("how-fast") && !c.asks("two-word") && !c.answersThat(a, b) {
		c.planDenial() // what was said before the accusation was no reply to it
		return
	}
	if a == b || dateA == "" || dateB == "" || !record.Before(dateA, dateB) {
		if a == b || !c.untoldSpan(a, b) {
			c.planFact()
		}
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

// intervalTold returns the claim that itself says how long after one thing the other came
// ("just days after ..."), where it has all the names of the question.
func (c *Composition) intervalTold() *corpus.Claim {
	found := c.p.Choose(c.r, weighing.Filter{Keep: func(claim *corpus.Claim) bool {
		return c.r.Concerns(claim) && c.hasNames(claim) && c.tellsInterval(claim) && !(c.asks("deny") && claim.Stance != corpus.Denies)
	}})
	if len(found) == 0 || c.ownNames() == 0 || !found[0].Dated {
		return nil
	}
	c.weighed = found
	return found[0].Claim
}

func (c *Composition) tellsInterval(claim *corpus.Claim) bool {
	return c.p.saysPhrase(claim, "interval-phrase")
}

// saysPhrase tells whether the claim has an expression of the group.
func (p *Planner) saysPhrase(claim *corpus.Claim, group string) bool {
	return p.hasPhrase(language.Split(claim.Says), group)
}

// hasPhrase tells whether an expression of several words of the group is among the words.
func (p *Planner) hasPhrase(words []language.Token, group string) bool {
	concept := p.Lexicon.Concept(group)
	for i := range words {
		if slices.ContainsFunc(p.Lexicon.PhrasesAt(words, i), func(p language.PhraseMatch) bool { return p.Concept == concept }) {
			return true
		}
	}
	return false
}

// span writes the time between two dates in words, as finely as both are known.
func (c *Composition) span(from, to string) string {
	a, b := language.ParseDate(from), language.ParseDate(to)
	if a.Month == 0 || b.Month == 0 {
		return c.units(b.Year-a.Year, "years")
	}
	months := (b.Year-a.Year)*12 + b.Month - a.Month
	if months >= 12 {
		text := c.units(months/12, "years")
		if rest := months % 12; rest > 0 {
			text += " " + c.p.Composer.Fill("and") + " " + c.units(rest, "months")
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

func (c *Composition) units(n int, unit string) string {
	if n == 1 {
		return c.p.Composer.Fill("one." + unit)
	}
	return c.p.Composer.Fill("count."+unit, "count", c.p.Composer.Count(n))
}
