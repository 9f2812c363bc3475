package answers

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// leadRemark leads with a remark of ours and shows what it is about.
func (c *composition) leadRemark(remark *corpus.Claim) {
	c.why = c.say("why.remark")
	about := c.e.corpus.AboutOf(remark)
	text := c.e.composer.Sentence(remark)
	if !c.hedged(text) {
		text = c.say("remark.by_reports", "remark", text)
	}
	c.leadText(text, append([]*corpus.Claim{remark}, about...)...)
	for _, claim := range about {
		if len(c.b.Statements) < 3 {
			c.b.Claim(c.roleOf(claim), claim)
		}
	}
}

// hedged tells whether a remark says of itself that it tells what others say.
func (c *composition) hedged(text string) bool {
	return c.e.index.Mentions(text, c.e.lexicon.Concept("hedging-word"))
}

// speakersNamed counts the accusers that the question itself names.
func (c *composition) speakersNamed() int {
	n := 0
	for i := range c.r.names {
		n += boolInt(c.r.names[i].from >= 0 && !c.r.names[i].weak && c.e.accuses[c.r.names[i].ids[0]])
	}
	return n
}

// planRemark answers what is odd, missing or alike in the reports.
func (c *composition) planRemark() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if c.ofTheTwo() {
		return
	}
	if c.r.intent == "same" && len(c.r.quotes)+len(c.r.figures) >= 2 && !c.repeated() && len(c.sides()) >= 2 {
		c.planCompare()
		return
	}
	if c.r.intent == "discrepancy" && len(c.r.reports) == 0 && c.speakersNamed() >= 2 {
		c.planCompare()
		return
	}
	if len(c.r.dates) >= 2 && (len(c.r.names) > 0 || c.asks("deny") || c.asks("reply")) && len(c.sides()) >= 2 {
		c.planCompare()
		return
	}
	if c.r.aspect == "hedged" || c.r.intent == "discrepancy" && !slices.ContainsFunc(c.r.terms, func(t term) bool { return !t.Asked && !t.light && t.Known }) {
		for i := range c.r.terms {
			c.r.terms[i].Asked = false // how the article puts it is what to look for
		}
	}
	if c.r.intent == "same" && len(c.r.reports) >= 2 && (c.r.facet == corpus.FacetPurpose || c.r.facet == corpus.FacetMethod || c.r.facet == corpus.FacetTarget || c.r.facet == corpus.FacetReason) && len(c.sides()) >= 2 {
		c.planCompare() // "do the two give the same purpose?"
		return
	}
	if len(c.r.figures) > 0 && c.r.intent == "same" && c.leadTwin() {
		return
	}
	if len(c.r.parties()) == 0 && len(c.e.parties) > 1 {
		c.r.party = c.affairOfBest()
	}
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Remark}, anyDate: true, keep: func(claim *corpus.Claim) bool {
		if len(c.r.reports) >= 2 { // of two articles: the remark on both
			return !slices.ContainsFunc(c.r.reports, func(id string) bool {
				return claim.Report().ID != id && !slices.ContainsFunc(c.e.corpus.AboutOf(claim), func(about *corpus.Claim) bool { return about.Report().ID == id })
			})
		}
		if c.asks("headline-word") && !c.ofHeadline(claim) {
			return false
		}
		return c.r.concerns(claim) && (c.inScope(claim) || slices.ContainsFunc(c.e.corpus.AboutOf(claim), c.inScope))
	}})
	if len(found) > 0 && (found[0].fit >= 0.35 || c.r.intent == "same" && len(c.r.reports) >= 2 && len(c.r.names) == 0 || len(c.r.reports) >= 2 && found[0].fit >= 0.15 || c.r.leans && found[0].fit >= 0.2) {
		c.weighed = found
		best := found[0]
		for _, s := range found {
			if s.score >= 0.99*best.score && len(s.claim.About) > len(best.claim.About) {
				best = s // of as good remarks, the one on most claims
			}
		}
		for _, s := range found {
			if c.asks("missing-word") && s.score >= 0.4*best.score && c.inScope(s.claim) && slices.ContainsFunc(c.e.corpus.AboutOf(s.claim), gapped) {
				best = s // which figure is missing, and where
				break
			}
			if c.r.intent == "same" && (s.score >= 0.45*best.score || !best.named) && s.named && c.e.index.Mentions(s.claim.Says, c.e.lexicon.Concept("one-same")) {
				best = s
				break
			}
		}
		fitting := func(s scored) bool {
			if c.r.facet == corpus.FacetAmount && len(s.claim.About) > 3 && len(c.sideAmounts()) == 2 {
				return false // of the two that are named, and not of all
			}
			return c.ofBoth(s.claim) && c.onSameness(s.claim) && s.score >= 0.4*found[0].score
		}
		if at := slices.IndexFunc(found, fitting); c.r.intent == "same" && !fitting(best) && at >= 0 {
			best = found[at]
		}
		if c.r.intent != "same" || fitting(best) || len(c.sides()) < 2 {
			c.leadRemark(best.claim)
			return
		}
	}
	if c.r.intent == "same" && len(c.r.reports) == 0 && c.ownNames() >= 2 && len(c.sides()) >= 2 {
		c.planCompare()
		return
	}
	if c.asks("title-word") {
		for i := range c.r.terms {
			c.r.terms[i].Asked = false // "headline" is what to look for
		}
		found = c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Remark}, anyDate: true, keep: c.inScope})
		if len(found) > 0 && found[0].hit && found[0].fit >= 0.3 && c.ofHeadline(found[0].claim) {
			c.weighed = found
			c.leadRemark(found[0].claim)
			return
		}
	}
	if c.asks("headline-word") && len(c.r.reports) == 1 && c.r.intent == "discrepancy" {
		c.r.aspect = "title"
		c.imprint() // no remark sets it against the text
		return
	}
	if c.r.intent == "same" && len(c.r.reports) >= 2 && c.ownNames() == 1 {
		c.r.facet = corpus.FacetDefinition // "is it the same thing in both articles?": what each says that it is
		if len(c.sides()) >= 2 {
			c.planCompare()
			return
		}
	}
	c.planFact()
}

// ofBoth tells whether a remark is on claims about, or by, each of those whom the question
// asks to be the same.
func (c *composition) ofBoth(remark *corpus.Claim) bool {
	about := append(c.e.corpus.AboutOf(remark), remark)
	return !slices.ContainsFunc(c.r.names, func(n name) bool {
		return n.from >= 0 && !n.weak && !slices.ContainsFunc(about, func(claim *corpus.Claim) bool {
			return c.e.index.Relation(c.e.index.Number(claim), n.ids)|c.e.index.Relation(c.e.index.Number(claim), n.around) != 0
		})
	})
}

// onSameness tells whether a remark says that things are the same or differ.
func (c *composition) onSameness(remark *corpus.Claim) bool {
	return c.e.index.Mentions(remark.Says, c.e.lexicon.Concept("one-same")) || c.e.index.Mentions(remark.Says, c.e.lexicon.Concept("differ")) || len(c.r.figures)+len(c.r.quotes) > 0
}

// ofHeadline tells whether a remark may be on the headline that is asked about: where one
// report is named, it must speak of one.
func (c *composition) ofHeadline(remark *corpus.Claim) bool {
	return len(c.r.reports) != 1 || c.e.index.Mentions(remark.Says, c.e.lexicon.Concept("headline-word"))
}

// affairOfBest returns the accused of the claim that a question leads to, where those on
// others are far behind.
func (c *composition) affairOfBest() []string {
	found := c.e.choose(c.r, choice{anyDate: true})
	if len(found) == 0 || !found[0].hit {
		return nil
	}
	accused := found[0].claim.Report().Accused
	for _, s := range found {
		if s.claim.Report().Accused != accused && s.score > 0.75*found[0].score {
			return nil
		}
	}
	return []string{accused}
}

// planDefinition tells what something is.
func (c *composition) planDefinition() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if len(c.r.names) == 0 && len(c.r.reports) > 0 && c.outlet() {
		return
	}
	var ids, before []string
	for _, n := range c.r.names {
		if n.from >= 0 && n.speaker && slices.ContainsFunc(c.r.names, func(o name) bool { return o.from >= 0 && !o.speaker && !o.weak }) {
			continue // "what part does the mill play in the inspectors' account?"
		}
		if n.from >= 0 {
			ids = append(ids, n.ids...)
		} else {
			before = append(before, n.ids...)
		}
	}
	if ids = append(ids, c.r.accused...); len(ids) == 0 {
		ids = before
	}
	either := slices.ContainsFunc(c.r.query.Tokens, func(t language.Token) bool { return t.Word == "or" }) // "is it a ship or a firm?"
	if len(ids) == 0 || !either && c.r.aspect != "origin" && !c.asks("abbreviation-word") && (c.r.foreign() > 0.2 || len(c.contentTerms()) > 1) {
		c.planFact()
		return
	}
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Alleges, corpus.Context, corpus.Denies, corpus.Counters}, keep: c.r.concerns})
	c.weighed = found
	defines := func(claim *corpus.Claim) bool {
		return slices.ContainsFunc(claim.Defines, func(id string) bool { return slices.Contains(ids, id) })
	}
	for _, id := range ids {
		for _, p := range c.e.index.Entity(id) {
			if p.Relation&corpus.AsDefined != 0 && !slices.ContainsFunc(found, func(s scored) bool { return s.n == p.Claim }) {
				found = append(found, scored{claim: c.e.corpus.Claims[p.Claim], n: p.Claim, named: true})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b scored) int { return cmp.Compare(boolInt(defines(b.claim)), boolInt(defines(a.claim))) })
	if len(found) == 0 {
		c.abstain("abstain.subject")
		return
	}
	if main := c.standing().principal; main != nil && c.e.isAccused(ids) && !defines(found[0].claim) {
		found = append([]scored{{claim: main, n: c.e.index.Number(main), named: true}}, found...) // what they are best known for here
	}
	if c.asks("called-word") && !slices.ContainsFunc(ids, func(id string) bool { return printsName(c.e.composer.Label(id)) }) {
		c.abstain("abstain.unnamed") // "what are those contractors called?"
		return
	}
	entity := c.e.corpus.Entity(ids[0])
	is := entity.Is
	if is == "" && len(entity.Roles) > 0 && entity.Of != "" && !defines(found[0].claim) && !strings.Contains(c.e.composer.Label(entity.ID), entity.Roles[0]) {
		is = c.e.composer.Fill("definition.role", "role", entity.Roles[0], "owner", c.e.composer.Label(entity.Of))
	}
	c.why = c.say("why.definition")
	best := found[0].claim
	if own := slices.IndexFunc(found, func(s scored) bool { return s.claim.By == entity.ID }); is == "" && own >= 0 && !defines(best) && entity.Kind == corpus.Person && len(strings.Fields(entity.Name)) > len(strings.Fields(c.e.composer.Label(entity.ID)))+1 {
		best = found[own].claim // whoever speaks is called by the whole name where it is cited
		c.leadText(c.say("definition.named", "name", c.e.composer.Label(entity.ID), "whole", entity.Name)+" "+c.e.composer.Sentence(best), best)
	} else if is != "" {
		c.leadText(c.say("definition.is", "name", c.e.composer.Label(entity.ID), "is", is)+" "+c.e.composer.Sentence(best), best)
	} else {
		c.lead(best)
	}
	if at := slices.IndexFunc(found, func(s scored) bool { return defines(s.claim) && s.claim.Report() != best.Report() }); either && at >= 0 {
		c.lead(found[at].claim) // another calls it the other
	}
	if c.asks("accusation-word") || c.asks("say") { // "who is it, and what does it claim?"
		if own := slices.IndexFunc(found, func(s scored) bool {
			return s.claim.By == entity.ID && s.claim.Stance == corpus.Alleges && s.claim != best
		}); own >= 0 {
			c.also(found[own].claim)
		}
	}
	for _, s := range found[1:] {
		if len(c.b.Statements) < 3 && s.named && (defines(s.claim) || s.score >= near*found[0].score) && (s.claim.By != best.By || len(s.claim.Figures) > 0) {
			c.also(s.claim)
		}
	}
}

func (c *composition) contentTerms() []term {
	var out []term
	for _, t := range c.r.terms {
		if !t.Asked {
			out = append(out, t)
		}
	}
	return out
}

// planMore gives what else the reports say about what was last talked of.
func (c *composition) planMore() {
	if !c.r.leans || len(c.r.focus) == 0 {
		if c.ownNames() > 0 {
			c.r.intent = "fact" // "what else did the inspectors say about it?", as the first question
			c.planDefault()
			return
		}
		c.planClarify()
		return
	}
	stances := []corpus.Stance{corpus.Alleges, corpus.Context, corpus.Counters}
	if c.r.focus[0].Stance == corpus.Denies || c.r.focus[0].Stance == corpus.Counters {
		stances = replying
	}
	focus := c.r.focus[0]
	if c.r.otherVoice {
		stances = []corpus.Stance{corpus.Alleges, corpus.Context} // whom the accused accuses is not asked
	}
	if c.r.facet == corpus.FacetAmount && corpus.Facet(c.r.thread.Facet) == corpus.FacetCount {
		c.r.facet = corpus.FacetCount // another figure for what was counted
	}
	others := c.asks("anybody-word") || c.r.otherVoice // "does anyone give another figure?": not the same accuser
	if others {
		c.r.names = slices.DeleteFunc(slices.Clone(c.r.names), func(n name) bool { return slices.Contains(n.ids, focus.By) })
	}
	told := slices.Concat(c.r.thread.Claims, c.r.thread.Earlier)
	found := distinct(c.e.choose(c.r, choice{exclude: told, facet: c.r.facet, stances: stances, keep: func(claim *corpus.Claim) bool { return !others || claim.By != focus.By }}))
	if c.hard() {
		found = slices.DeleteFunc(found, func(s scored) bool { return !s.facet })
	}
	if others && focus.Incident != "" {
		slices.SortStableFunc(found, func(a, b scored) int {
			return cmp.Compare(boolInt(b.claim.Incident == focus.Incident), boolInt(a.claim.Incident == focus.Incident))
		})
	}
	c.weighed = slices.Clone(found)
	if c.r.otherVoice && c.r.known() > 0 {
		found = slices.DeleteFunc(found, func(s scored) bool { return !c.complete(&s) }) // "does any lawyer say so?": a lawyer
	}
	if c.r.otherVoice && c.saysSo() {
		found = slices.DeleteFunc(found, func(s scored) bool { return !alikeTold(s.claim, focus) })
	}
	alike := func(s scored) bool { return s.claim.Report() == focus.Report() && s.claim.Stance == focus.Stance }
	if len(c.r.names) == 0 || focus.Stance != corpus.Alleges && slices.ContainsFunc(found, alike) {
		found = slices.DeleteFunc(found, func(s scored) bool { return !alike(s) })
	} else {
		found = slices.DeleteFunc(found, func(s scored) bool { return !s.named })
	}
	if len(found) == 0 && focus.Stance == corpus.Alleges && !c.r.otherVoice {
		found = c.sameActors(focus, told)
	}
	if len(found) == 0 {
		c.abstain("abstain.more")
		return
	}
	c.why = c.say("why.more")
	c.lead(found[0].claim)
	if len(found) > 1 && found[1].score >= near*found[0].score {
		c.also(found[1].claim)
	}
}

// sameActors returns what else than what was told is alleged of those whom a claim
// accuses, where it names more than the accused.
func (c *composition) sameActors(focus *corpus.Claim, told []string) []scored {
	ask := *c.r
	ask.names = nil
	found := c.e.choose(&ask, choice{exclude: told, stances: accusing, anyDate: true, keep: func(claim *corpus.Claim) bool {
		return slices.ContainsFunc(claim.Actor, func(id string) bool { return slices.Contains(focus.Actor, id) && !c.e.isAccused([]string{id}) })
	}})
	if len(c.r.dates) > 0 { // "and the other one, in that year?"
		found = slices.DeleteFunc(found, func(s scored) bool { return c.covers(&s) <= 0 })
	}
	return distinct(found)
}

// planClarify asks back and offers choices.
func (c *composition) planClarify() {
	c.outcome = Clarify
	c.why = c.say("why.clarify")
	id := "clarify"
	if c.r.facet != "" && c.e.composer.Has("clarify."+string(c.r.facet)) {
		id = "clarify." + string(c.r.facet)
	}
	c.b.Plain(compose.Lead, c.say(id, "accused", c.e.accusedNames()))
	c.ask = c.e.openers(c.r.facet, c.r.parties())
}

// planTalk answers what is not a question about the reports.
func (c *composition) planTalk() {
	c.outcome = Guidance
	c.why = c.say("why.talk")
	id := "talk." + c.r.intent
	if c.e.composer.Has(id + "." + c.r.aspect) {
		id += "." + c.r.aspect
	}
	c.b.Plain(compose.Lead, c.say(id, "accused", c.e.accusedNames(), "reports", c.e.composer.Reports(len(c.e.corpus.Reports))))
	if c.r.intent != "thanks" && c.r.intent != "insult" {
		c.ask = c.e.openers("", c.r.parties())
	}
}

// planAdvice declines to advise.
func (c *composition) planAdvice() {
	c.abstain("abstain.advice")
}
