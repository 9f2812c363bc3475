package answers

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// pointsBack answers a follow-up about the very claim that was told, where that claim alone
// can tell it: whether it was of that country, in which countries, whether its speaker has a name.
func (c *composition) pointsBack() bool {
	r := c.r
	if c.bothTogether() {
		return true
	}
	if !r.leans || len(r.focus) == 0 || len(r.figures)+len(r.reports)+len(r.quotes)+len(r.strangers) > 0 {
		return false
	}
	return c.repeats() || c.theirAim() || c.predicate() || c.identity() || c.countries() || c.saidToWhom() || c.ownVoiceOf() || c.openChoice()
}

// bothTogether sets the last two amounts side by side that were told, where their sum is asked for.
func (c *composition) bothTogether() bool {
	if !c.asks("two-word") || !c.asks("additive") || c.r.intent == "same" || c.r.named() || slices.ContainsFunc(c.r.terms, func(t term) bool {
		return t.own() && t.Known && !c.ofGroup(t, "additive") && !c.ofGroup(t, "two-word")
	}) {
		return false
	}
	var told []*corpus.Claim
	for _, claim := range c.e.keyed(slices.Concat(c.r.thread.Claims, c.r.thread.Earlier)) {
		if _, ok := c.e.value(claim); ok && claim.Stance == corpus.Alleges && len(told) < 2 && !slices.Contains(told, claim) {
			told = append(told, claim)
		}
	}
	if len(told) < 2 {
		return false
	}
	c.why = c.say("why.total")
	c.sideBySide(told)
	return true
}

// otherDate leaves behind whom the conversation was about, where a follow-up gives nothing but a
// date, and of that date the reports tell only of others: "and in the year after?".
func (c *composition) otherDate() {
	r := c.r
	if !r.leans || len(r.query.Dates) == 0 || len(r.names) == 0 || r.named() || len(r.figures) > 0 || slices.ContainsFunc(r.terms, term.own) {
		return
	}
	alone := *r
	alone.names, alone.leans = nil, false
	before, found := c.e.choose(r, choice{}), c.e.choose(&alone, choice{})
	if len(before) > 0 && len(found) > 0 && !slices.ContainsFunc(before, func(s scored) bool { return s.named && s.dated }) && found[0].dated {
		c.r = &alone
	}
}

// repeats leads with the claims spoken of once more, where that is asked.
func (c *composition) repeats() bool {
	if !c.asks("repeat-asking") || len(c.r.query.Tokens) > 6 || c.r.named() || slices.ContainsFunc(c.r.terms, func(t term) bool { return t.own() && t.Known }) {
		return false
	}
	c.why = c.say("why.best")
	if focus := c.r.focus[0]; focus.Stance == corpus.Remark {
		c.leadRemark(focus)
	} else {
		c.lead(focus)
	}
	return true
}

// theirAim tells what the accused says that the others are after, where a follow-up to a reply
// asks that of "them".
func (c *composition) theirAim() bool {
	claim := c.r.focus[0]
	if claim.Stance != corpus.Denies || c.r.facet != corpus.FacetTarget || c.r.first().Word != "what" || !c.asks("they-word") || !c.asks("after-word") || c.r.named() || len(c.r.dates) > 0 {
		return false
	}
	c.r.facet = corpus.FacetPurpose
	c.why = c.say("why.reply")
	c.lead(c.telling(claim))
	c.answered(c.led[0])
	return true
}

// saidToWhom tells what a reply of the accused answered, where it is asked against or to whom
// that was said.
func (c *composition) saidToWhom() bool {
	r, claim := c.r, c.r.focus[0]
	if claim.Stance != corpus.Denies || r.facet != corpus.FacetTarget || r.ownContent() || len(claim.Targets)+len(claim.Actor) > 0 || len(c.e.corpus.Answered(claim)) == 0 ||
		!slices.ContainsFunc(r.query.Tokens, func(t language.Token) bool { return t.Word == "whom" || t.Word == "who" }) {
		return false
	}
	c.aimedAt(claim)
	return true
}

// ownVoiceOf answers who says what an article tells as background: it does itself.
func (c *composition) ownVoiceOf() bool {
	claim := c.r.focus[0]
	if c.r.intent != "accuser" || claim.Stance != corpus.Context || claim.By != corpus.Article || c.r.named() || len(c.r.dates) > 0 {
		return false
	}
	c.why = c.say("why.best")
	text := c.e.composer.Sentence(claim)
	if c.e.composer.Has("accuser.own") {
		text += " " + c.say("accuser.own")
	}
	c.leadText(text, claim)
	return true
}

// openChoice leads with the remark that the line spoken of leaves open which of two things it
// means, where a follow-up offers them ("only from the mill, or from the others too?").
func (c *composition) openChoice() bool {
	if c.r.intent != "fact" && c.r.intent != "verify" || !c.asks("alone-word") || !slices.ContainsFunc(c.r.query.Tokens, func(t language.Token) bool { return t.Word == "or" }) {
		return false
	}
	if remark := c.leavesOpen(c.r.focus[0]); remark != nil {
		c.leadRemark(remark)
		return true
	}
	return false
}

// ofTheTwo answers what the two have in common that were set side by side just now: by a remark
// on both, and by no other.
func (c *composition) ofTheTwo() bool {
	r := c.r
	if r.thread.Intent != "compare" || len(r.focus) < 2 || !c.asks("two-word") || r.named() || len(r.figures)+len(r.reports)+len(r.dates)+len(r.quotes) > 0 {
		return false
	}
	both := c.e.corpus.Remarks(r.focus[0])
	at := slices.IndexFunc(both, func(remark *corpus.Claim) bool {
		return slices.Contains(c.e.corpus.Remarks(r.focus[1]), remark) && slices.ContainsFunc(r.terms, func(t term) bool { return t.own() && c.e.has(c.e.index.Number(remark), t) })
	})
	if at < 0 {
		c.abstain("abstain.subject")
		return true
	}
	c.why = c.say("why.remark")
	c.leadText(c.e.composer.Sentence(both[at]), both[at])
	c.also(r.focus[:2]...)
	c.led = append(c.led, r.focus[:2]...)
	return true
}

// predicate leads with the claim spoken of where it is asked whether it, he or they are
// somebody's or somewhere ("is it a northern one?"), and the claim has that name.
func (c *composition) predicate() bool {
	r, focus := c.r, c.e.index.Number(c.r.focus[0])
	if !c.e.ofIt(r) || len(r.dates) > 0 || r.focus[0].Stance == corpus.Remark {
		return false
	}
	if slices.ContainsFunc(r.names, func(n name) bool { return n.from >= 0 && c.e.index.Relation(focus, n.ids) == 0 }) {
		if incident := r.focus[0].Incident; incident == "" || !slices.ContainsFunc(c.e.index.Entity(incident), func(p corpus.Posting) bool {
			return !slices.ContainsFunc(r.names, func(n name) bool { return n.from >= 0 && c.e.index.Relation(p.Claim, n.ids) == 0 })
		}) {
			c.abstain("abstain.subject") // what else has that name is not what was spoken of
			return true
		}
		return false
	}
	if slices.ContainsFunc(r.terms, func(t term) bool { return t.own() && !c.e.has(focus, t) }) {
		return false
	}
	c.why = c.say("why.best")
	c.lead(r.focus[0])
	return true
}

// countries leads with the claim spoken of where the countries are asked for, and it names
// one in its own words that is neither the accused nor the home of who says it.
func (c *composition) countries() bool {
	r, claim := c.r, c.r.focus[0]
	if r.facet != corpus.FacetPlace && r.facet != corpus.FacetTarget || !c.asks("country-noun") || r.intent != "fact" || r.ownContent() || claim.Stance != corpus.Alleges || len(claim.Place) > 0 {
		return false
	}
	named := slices.ContainsFunc(c.e.index.Linker.LinkPrinted(language.Split(claim.Says)), func(m corpus.Mention) bool {
		return !m.Weak && slices.ContainsFunc(m.IDs, func(id string) bool {
			return c.country(id) && !c.e.accused[id] && !slices.Contains(claim.Actor, id)
		})
	})
	if !named {
		return false
	}
	c.why = c.say("why.best")
	c.lead(claim)
	return true
}

// identity answers whether somebody spoken of has a name: the claim does, or its speaker is
// told only by what he is.
func (c *composition) identity() bool {
	r, claim := c.r, c.r.focus[0]
	if r.aspect != "identity" && !c.asksWhoSpoke() || slices.ContainsFunc(r.names, func(n name) bool { return n.from >= 0 && !n.weak }) {
		return false
	}
	speaker := c.e.corpus.Entity(claim.By)
	if speaker != nil && printsName(c.e.composer.Label(claim.By)) && claim.As == "" {
		c.why = c.say("why.best")
		if c.asks("they-word") && r.thread.Facet == string(corpus.FacetTarget) && len(claim.Targets) > 0 && !slices.ContainsFunc(claim.Targets, c.proper) {
			c.leadText(c.e.composer.Sentence(claim)+" "+c.say("target.unnamed", "publisher", claim.Report().Publisher), claim)
			return true // those who were hit are meant
		}
		c.lead(claim)
		return true
	}
	if remark := c.unnamedRemark(claim); remark != nil {
		c.leadRemark(remark)
		return true
	}
	c.abstain("abstain.unnamed")
	return true
}

// asksWhoSpoke tells whether it is asked who the one is who was just quoted ("who is the
// official?"), and he is told only by what he is.
func (c *composition) asksWhoSpoke() bool {
	tokens, claim := c.r.query.Tokens, c.r.focus[0]
	at := slices.IndexFunc(tokens, func(t language.Token) bool { return t.Word == "who" || t.Word == "whos" })
	if at < 0 || at > 1 || len(tokens) > at+4 || len(tokens) < at+2 || claim.As == "" || claim.Stance != corpus.Alleges || c.unnamedRemark(claim) == nil {
		return false
	}
	last := tokens[len(tokens)-1]
	return c.e.in(last, "official") || c.e.in(last, "expert") || c.e.in(last, "human-noun") || c.e.in(last, "person-pronoun")
}

// unnamedRemark returns the remark that the report does not name who says the claim.
func (c *composition) unnamedRemark(claim *corpus.Claim) *corpus.Claim {
	for _, remark := range c.e.corpus.Remarks(claim) {
		if n := c.e.index.Number(remark); c.e.hasGroup(n, "unnamed-word") && len(c.e.corpus.AboutOf(remark)) <= 2 {
			return remark
		}
	}
	return nil
}

// preferUntold puts the next claim of the same speaker first, where a follow-up with a word of its
// own leads to the claim that was just told, and the next has that word too.
func (c *composition) preferUntold(found []scored) {
	if c.r.picked || c.r.intent != "fact" || c.r.facet != "" || !c.r.leans || len(c.r.focus) == 0 || len(found) == 0 || found[0].claim != c.r.focus[0] || c.asks("these-word") || c.r.first().Word == "whose" || c.r.named() || len(c.r.figures)+len(c.r.dates) > 0 ||
		!slices.ContainsFunc(c.r.terms, func(t term) bool { return t.own() && t.Known && !t.framing }) {
		return
	}
	for i := 1; i < len(found); i++ {
		s := found[i]
		if s.claim.By == found[0].claim.By && s.claim.Report() == found[0].claim.Report() && s.claim.Stance == found[0].claim.Stance && !slices.Contains(c.r.thread.Claims, s.claim.Key()) && c.complete(&s) {
			found[i].named = found[0].named
			toFront(found, i)
			return
		}
	}
}
