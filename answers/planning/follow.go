package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// pointsBack answers a follow-up about the very claim that was told, where that claim alone
// can tell it: whether it was of that country, in which countries, whether its speaker has a name.
func (c *Composition) pointsBack() bool {
	r := c.r
	if c.bothTogether() {
		return true
	}
	if !r.Leans || len(r.Focus) == 0 || len(r.Figures)+len(r.Reports)+len(r.Quotes)+len(r.Strangers) > 0 {
		return false
	}
	return c.repeats() || c.theirAim() || c.predicate() || c.identity() || c.countries() || c.saidToWhom() || c.ownVoiceOf() || c.openChoice()
}

// bothTogether sets the last two amounts side by side that were told, where their sum is asked for.
func (c *Composition) bothTogether() bool {
	if !c.asks("two-word") || !c.asks("additive") || c.r.Intent == "same" || c.r.Named() || slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		return t.Own() && t.Known && !c.ofGroup(t, "additive") && !c.ofGroup(t, "two-word")
	}) {
		return false
	}
	var told []*corpus.Claim
	for _, claim := range c.p.ClaimsByKey(slices.Concat(c.r.Thread.Claims, c.r.Thread.Earlier)) {
		if _, ok := c.p.Value(claim); ok && claim.Stance == corpus.Alleges && len(told) < 2 && !slices.Contains(told, claim) {
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
func (c *Composition) otherDate() {
	r := c.r
	if !r.Leans || len(r.Query.Dates) == 0 || len(r.Names) == 0 || r.Named() || len(r.Figures) > 0 || slices.ContainsFunc(r.Terms, reading.Term.Own) {
		return
	}
	alone := *r
	alone.Names, alone.Leans = nil, false
	before, found := c.p.Choose(r, weighing.Filter{}), c.p.Choose(&alone, weighing.Filter{})
	if len(before) > 0 && len(found) > 0 && !slices.ContainsFunc(before, func(s weighing.Scored) bool { return s.Named && s.Dated }) && found[0].Dated {
		c.r = &alone
	}
}

// repeats leads with the claims spoken of once more, where that is asked.
func (c *Composition) repeats() bool {
	if !c.asks("repeat-asking") || len(c.r.Query.Tokens) > 6 || c.r.Named() || slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return t.Own() && t.Known }) {
		return false
	}
	c.why = c.say("why.best")
	if focus := c.r.Focus[0]; focus.Stance == corpus.Remark {
		c.leadRemark(focus)
	} else {
		c.lead(focus)
	}
	return true
}

// theirAim tells what the accused says that the others are after, where a follow-up to a reply
// asks that of "them".
func (c *Composition) theirAim() bool {
	claim := c.r.Focus[0]
	if claim.Stance != corpus.Denies || c.r.Facet != corpus.FacetTarget || c.r.First().Word != "what" || !c.asks("they-word") || !c.asks("after-word") || c.r.Named() || len(c.r.Dates) > 0 {
		return false
	}
	c.r.Facet = corpus.FacetPurpose
	c.why = c.say("why.reply")
	c.lead(c.telling(claim))
	c.addAnswered(c.led[0])
	return true
}

// saidToWhom tells what a reply of the accused answered, where it is asked against or to whom
// that was said.
func (c *Composition) saidToWhom() bool {
	r, claim := c.r, c.r.Focus[0]
	if claim.Stance != corpus.Denies || r.Facet != corpus.FacetTarget || r.OwnContent() || len(claim.Targets)+len(claim.Actor) > 0 || len(c.p.Corpus.Answered(claim)) == 0 ||
		!slices.ContainsFunc(r.Query.Tokens, func(t language.Token) bool { return t.Word == "whom" || t.Word == "who" }) {
		return false
	}
	c.aimedAt(claim)
	return true
}

// ownVoiceOf answers who says what an article tells as background: it does itself.
func (c *Composition) ownVoiceOf() bool {
	claim := c.r.Focus[0]
	if c.r.Intent != "accuser" || claim.Stance != corpus.Context || claim.By != corpus.Article || c.r.Named() || len(c.r.Dates) > 0 {
		return false
	}
	c.why = c.say("why.best")
	text := c.p.Composer.Sentence(claim)
	if c.p.Composer.Has("accuser.own") {
		text += " " + c.say("accuser.own")
	}
	c.leadText(text, claim)
	return true
}

// openChoice leads with the remark that the line spoken of leaves open which of two things it
// means, where a follow-up offers them ("only from the mill, or from the others too?").
func (c *Composition) openChoice() bool {
	if c.r.Intent != "fact" && c.r.Intent != "verify" || !c.asks("alone-word") || !slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool { return t.Word == "or" }) {
		return false
	}
	if remark := c.leavesOpen(c.r.Focus[0]); remark != nil {
		c.leadRemark(remark)
		return true
	}
	return false
}

// ofTheTwo answers what the two have in common that were set side by side just now: by a remark
// on both, and by no other.
func (c *Composition) ofTheTwo() bool {
	r := c.r
	if r.Thread.Intent != "compare" || len(r.Focus) < 2 || !c.asks("two-word") || r.Named() || len(r.Figures)+len(r.Reports)+len(r.Dates)+len(r.Quotes) > 0 {
		return false
	}
	both := c.p.Corpus.Remarks(r.Focus[0])
	at := slices.IndexFunc(both, func(remark *corpus.Claim) bool {
		return slices.Contains(c.p.Corpus.Remarks(r.Focus[1]), remark) && slices.ContainsFunc(r.Terms, func(t reading.Term) bool { return t.Own() && c.p.Has(c.p.Index.Number(remark), t) })
	})
	if at < 0 {
		c.abstain("abstain.subject")
		return true
	}
	c.why = c.say("why.remark")
	c.leadText(c.p.Composer.Sentence(both[at]), both[at])
	c.also(r.Focus[:2]...)
	c.led = append(c.led, r.Focus[:2]...)
	return true
}

// whichCounted answers "which ones?" behind a claim that only counts them: that its article does not name them.
func (c *Composition) whichCounted() bool {
	r := c.r
	if !r.Leans || len(r.Focus) == 0 || !c.asks("which-ones") || r.KnownWords() > 0 || c.ownNames() > 0 {
		return false
	}
	told := r.Focus[0]
	counts := slices.ContainsFunc(told.Figures, func(f corpus.Figure) bool { return f.Measures == corpus.Count })
	if !counts || told.Stance != corpus.Alleges || slices.ContainsFunc(told.Targets, c.proper) {
		return false
	}
	c.why = c.say("why.best")
	if c.p.saysPhrase(told, "unlisted-phrase") {
		c.lead(told)
		return true
	}
	c.leadText(c.p.Composer.Sentence(told)+" "+c.say("target.unnamed", "publisher", told.Report().Publisher), told)
	return true
}

// whyThat answers a bare "why?" behind what the accused charges somebody with: with what the same report has it say
// of its grounds, or with the charge, and that no ground is told.
func (c *Composition) whyThat() bool {
	r := c.r
	if r.Leans && r.Facet == corpus.FacetReason && len(r.Query.Tokens) <= 2 && r.Thread.Intent == "unanswered" {
		c.abstain("abstain.subject") // why nothing was answered, no report tells
		return true
	}
	if !r.Leans || r.Facet != corpus.FacetReason || len(r.Query.Tokens) > 2 || len(r.Focus) == 0 || r.Focus[0].Stance != corpus.Counters {
		return false
	}
	charge := r.Focus[0]
	for _, n := range c.p.Index.InReport(charge.Report().ID) {
		if claim := c.p.Corpus.Claims[n]; claim.Stance == corpus.Counters && c.tells(claim, corpus.FacetEvidence) {
			c.why = c.say("why.best")
			c.lead(claim)
			c.also(charge)
			return true
		}
	}
	c.why = c.say("why.best")
	c.leadText(c.say("fact.untold")+" "+c.p.Composer.Sentence(charge), charge)
	return true
}

// predicate leads with the claim spoken of where it is asked whether it, he or they are
// somebody's or somewhere ("is it a northern one?"), and the claim has that name.
func (c *Composition) predicate() bool {
	r, focus := c.r, c.p.Index.Number(c.r.Focus[0])
	if !c.p.AsksPredicate(r) || len(r.Dates) > 0 || r.Focus[0].Stance == corpus.Remark {
		return false
	}
	if slices.ContainsFunc(r.Names, func(n reading.Name) bool { return n.From >= 0 && c.p.Index.Relation(focus, n.IDs) == 0 }) {
		if incident := r.Focus[0].Incident; incident == "" || !slices.ContainsFunc(c.p.Index.Entity(incident), func(p corpus.Posting) bool {
			return !slices.ContainsFunc(r.Names, func(n reading.Name) bool { return n.From >= 0 && c.p.Index.Relation(p.Claim, n.IDs) == 0 })
		}) {
			c.abstain("abstain.subject") // what else has that name is not what was spoken of
			return true
		}
		return false
	}
	if slices.ContainsFunc(r.Terms, func(t reading.Term) bool { return t.Own() && !c.p.Has(focus, t) }) {
		return false
	}
	c.why = c.say("why.best")
	c.lead(r.Focus[0])
	return true
}

// countries leads with the claim spoken of where the countries are asked for, and it names
// one in its own words that is neither the accused nor the home of who says it.
func (c *Composition) countries() bool {
	r, claim := c.r, c.r.Focus[0]
	if r.Facet != corpus.FacetPlace && r.Facet != corpus.FacetTarget || !c.asks("country-noun") || r.Intent != "fact" || r.OwnContent() || claim.Stance != corpus.Alleges || len(claim.Place) > 0 {
		return false
	}
	named := slices.ContainsFunc(c.p.Index.Linker.LinkPrinted(language.Split(claim.Says)), func(m corpus.Mention) bool {
		return !m.Weak && slices.ContainsFunc(m.IDs, func(id string) bool {
			return c.country(id) && !c.p.Accused[id] && !slices.Contains(claim.Actor, id)
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
func (c *Composition) identity() bool {
	r, claim := c.r, c.r.Focus[0]
	if r.Aspect != "identity" && !c.asksWhoSpoke() || slices.ContainsFunc(r.Names, func(n reading.Name) bool { return n.From >= 0 && !n.Weak }) {
		return false
	}
	speaker := c.p.Corpus.Entity(claim.By)
	if speaker != nil && reading.EndsInName(c.p.Corpus.Label(claim.By)) && claim.As == "" {
		c.why = c.say("why.best")
		if c.asks("they-word") && r.Thread.Facet == string(corpus.FacetTarget) && len(claim.Targets) > 0 && !slices.ContainsFunc(claim.Targets, c.proper) {
			c.leadText(c.p.Composer.Sentence(claim)+" "+c.say("target.unnamed", "publisher", claim.Report().Publisher), claim)
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
func (c *Composition) asksWhoSpoke() bool {
	tokens, claim := c.r.Query.Tokens, c.r.Focus[0]
	at := slices.IndexFunc(tokens, func(t language.Token) bool { return t.Word == "who" || t.Word == "whos" })
	if at < 0 || at > 1 || len(tokens) > at+4 || len(tokens) < at+2 || claim.As == "" || claim.Stance != corpus.Alleges || c.unnamedRemark(claim) == nil {
		return false
	}
	last := tokens[len(tokens)-1]
	return c.p.In(last, "official") || c.p.In(last, "expert") || c.p.In(last, "human-noun") || c.p.In(last, "person-pronoun")
}

// unnamedRemark returns the remark that the report does not name who says the claim.
func (c *Composition) unnamedRemark(claim *corpus.Claim) *corpus.Claim {
	for _, remark := range c.p.Corpus.Remarks(claim) {
		if n := c.p.Index.Number(remark); c.p.HasGroup(n, "unnamed-word") && len(c.p.Corpus.AboutOf(remark)) <= 2 {
			return remark
		}
	}
	return nil
}

// followsUp answers a short follow-up from the claim that the conversation is
// about, when that very claim tells what is asked.
func (c *Composition) followsUp() bool {
	r := c.r
	if speaker := r.Speaker(); r.Leans && len(r.Focus) > 0 && r.Focus[0].Stance == corpus.Counters && speaker != nil && !c.p.BelongsToAccused(speaker.IDs) && c.retorted() {
		return true // what those say whom the accused accuses
	}
	if r.Leans && len(r.Focus) > 0 && r.Focus[0].Stance == corpus.Counters && (c.asks("reply") || c.asks("deny")) && slices.ContainsFunc(r.Names, func(n reading.Name) bool { return n.From >= 0 && c.blames(r.Focus[0], &n) }) && c.retorted() {
		return true // "and what did the union answer?"
	}
	if r.Leans && len(r.Focus) > 0 && r.Focus[0].Stance == corpus.Denies && c.asks("possessive") && len(r.Query.Tokens) <= 5 {
		r.Intent, r.Aspect = "spokesperson", "name" // "what's his name?"
		c.planSpokesperson()
		return true
	}
	if len(r.Query.Tokens) <= 5 && r.Facet == "" && c.besideReply() {
		return true // "and the older one?"
	}
	if c.whyThat() || c.whichCounted() {
		return true
	}
	if !r.Leans || len(r.Focus) == 0 || r.OwnContent() || r.ForeignShare() > 0.5 || r.AccusedSpeaks && r.Focus[0].Stance == corpus.Alleges || c.asks("else-word") || r.Facet == corpus.FacetTarget && c.whichFirms() && namedTarget(r) {
		return false
	}
	if r.Focus[0].Stance == corpus.Counters && c.asks("they-word") && c.asks("say") && c.retorted() {
		return true // "and what do they say?": those whom it accuses
	}
	claim := r.Focus[0]
	facets := c.p.Index.FeaturesOf(claim).Facets
	totals := c.p.About([]string{claim.Report().Accused}).TotalsBy[claim.By]
	undated := r.Facet == corpus.FacetWhen && record.EventDate(claim) == "" && c.asks("start") // "more recently" is no beginning
	switch {
	case r.Facet == corpus.FacetTarget && c.p.In(r.First(), "which-word") && !slices.ContainsFunc(claim.Targets, c.proper) && c.namedBeside(claim):
		return true
	case r.Facet == corpus.FacetAmount && facets[corpus.FacetShare] && c.asks("whole-total") && len(totals) > 0:
		c.why = c.say("why.best")
		c.lead(totals[0]) // "what is that total?", of which a share was given
		return true
	case r.Intent == "accuser" && (claim.Stance != corpus.Context || len(r.Names) == 0) && (len(r.Dates) == 0 || c.p.Coverage(r, claim) > 0), r.Facet != "" && r.Facet != corpus.FacetRanking && r.Intent == "fact" && facets[r.Facet] && !undated && (r.Facet != corpus.FacetCount || c.p.CountsThat(r, c.p.Index.Number(claim), c.p.Index.FeaturesOf(claim))):
		if claim.Stance == corpus.Remark {
			c.leadRemark(claim)
			return true
		}
		c.why = c.say("why.best")
		if r.Facet == corpus.FacetWhen {
			claim = c.p.dated(claim)
		}
		c.lead(claim)
		return true
	case r.Intent == "fact" && (r.Facet == corpus.FacetEvidence || r.Facet == corpus.FacetReason) && claim.Stance == corpus.Alleges, r.Intent == "fact" && r.Facet == corpus.FacetEvidence && claim.Stance == corpus.Counters:
		return c.leadBasis(claim)
	case r.Intent == "fact" && (r.Facet == corpus.FacetReason || r.Facet == corpus.FacetPurpose) && claim.Stance == corpus.Denies && c.telling(claim) != claim:
		c.why = c.say("why.reply")
		c.lead(c.telling(claim)) // why, as they see it, they were accused
		c.addAnswered(claim)
		return true
	case (c.hard() || r.Facet == corpus.FacetPurpose) && r.Intent == "fact" && (!facets[r.Facet] || undated) && c.p.Corpus.Entity(claim.By) != nil:
		return c.sameVoice(claim)
	}
	return false
}

// namedTarget tells whether what was told last names whom it was done to: "and which mills?" asks for others.
func namedTarget(r *reading.Request) bool {
	return r.Thread.Facet == string(corpus.FacetTarget) && len(r.Focus) > 0 && len(r.Focus[0].Targets) > 0
}

// sameVoice leads with what those who spoke last tell, in the same report, of the
// number or the date that is now asked for.
func (c *Composition) sameVoice(focus *corpus.Claim) bool {
	found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{focus.Stance}, Keep: func(claim *corpus.Claim) bool {
		return claim.By == focus.By && claim.Report() == focus.Report() && (c.r.Facet != corpus.FacetWhen || record.EventDate(claim) != "")
	}})
	at := slices.IndexFunc(found, func(s weighing.Scored) bool { return s.Facet })
	if at < 0 {
		return false
	}
	c.weighed = found
	c.why = c.say("why.best")
	c.lead(found[at].Claim)
	return true
}

// ordinalOne leads with the claim that "the second one" means, of those that were listed
// last; where more were listed than are remembered, the sixth is as far as it goes.
func (c *Composition) ordinalOne() bool {
	r, tokens, listed := c.r, c.r.Query.Tokens, c.r.Focus
	if len(listed) == 1 {
		listed = c.p.ClaimsByKey(r.Thread.Earlier) // "and the third one?", after the second
	}
	if r.Intent != "" && r.Intent != "fact" && r.Intent != r.Thread.Intent || len(listed) < 2 || len(tokens) > 5 || len(r.Accused)+len(r.Figures) > 0 || c.ownNames() > 0 {
		return false
	}
	at := slices.IndexFunc(tokens, func(t language.Token) bool { return c.p.Lexicon.Ordinal(t.Word) > 0 })
	if at < 0 || at+1 >= len(tokens) || tokens[at+1].Word != "one" || c.p.Lexicon.Ordinal(tokens[at].Word) > len(listed) {
		return false
	}
	c.why = c.say("why.best")
	c.lead(listed[c.p.Lexicon.Ordinal(tokens[at].Word)-1])
	return true
}
