package planning

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// leadRemark leads with a remark of ours and shows what it is about.
func (c *Composition) leadRemark(remark *corpus.Claim) {
	c.why = c.say("why.remark")
	about := c.p.Corpus.AboutOf(remark)
	text := c.p.Composer.Sentence(remark)
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
func (c *Composition) hedged(text string) bool {
	return c.p.Index.Mentions(text, c.p.Lexicon.Concept("hedging-word"))
}

// speakersNamed counts the accusers that the question itself names.
func (c *Composition) speakersNamed() int {
	n := 0
	for i := range c.r.Names {
		n += record.BoolInt(c.r.Names[i].From >= 0 && !c.r.Names[i].Weak && c.p.Accuses[c.r.Names[i].IDs[0]])
	}
	return n
}

// planRemark answers what is odd, missing or alike in the reports.
func (c *Composition) planRemark() {
	if c.abstainsUnknown() {
		return
	}
	if c.ofTheTwo() {
		return
	}
	if c.r.Intent == "same" && len(c.r.Quotes)+len(c.r.Figures) >= 2 && !c.repeated() && len(c.sides()) >= 2 {
		c.planCompare()
		return
	}
	if c.r.Intent == "discrepancy" && len(c.r.Reports) == 0 && c.speakersNamed() >= 2 {
		c.planCompare()
		return
	}
	if len(c.r.Dates) >= 2 && (len(c.r.Names) > 0 || c.asks("deny") || c.asks("reply")) && len(c.sides()) >= 2 {
		c.planCompare()
		return
	}
	if c.r.Aspect == "hedged" || c.r.Intent == "discrepancy" && !slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return !t.Asked && !t.Light && t.Known }) {
		for i := range c.r.Terms {
			c.r.Terms[i].Asked = false // how the article puts it is what to look for
		}
	}
	if c.r.Intent == "same" && len(c.r.Reports) >= 2 && (c.r.Facet == corpus.FacetPurpose || c.r.Facet == corpus.FacetMethod || c.r.Facet == corpus.FacetTarget || c.r.Facet == corpus.FacetReason) && len(c.sides()) >= 2 {
		c.planCompare() // "do the two give the same purpose?"
		return
	}
	if len(c.r.Figures) > 0 && c.r.Intent == "same" && c.leadTwin() {
		return
	}
	if len(c.r.AboutAccused()) == 0 && len(c.p.AllAccused) > 1 {
		c.r.Affair = c.affairOfBest()
	}
	found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true, Keep: func(claim *corpus.Claim) bool {
		if len(c.r.Reports) >= 2 { // of two articles: the remark on both
			return !slices.ContainsFunc(c.r.Reports, func(id string) bool {
				return claim.Report().ID != id && !slices.ContainsFunc(c.p.Corpus.AboutOf(claim), func(about *corpus.Claim) bool { return about.Report().ID == id })
			})
		}
		if c.asks("headline-word") && !c.ofHeadline(claim) {
			return false
		}
		return c.r.Concerns(claim) && (c.inScope(claim) || slices.ContainsFunc(c.p.Corpus.AboutOf(claim), c.inScope))
	}})
	if len(found) > 0 && (found[0].Fit >= 0.35 || c.r.Intent == "same" && len(c.r.Reports) >= 2 && len(c.r.Names) == 0 || len(c.r.Reports) >= 2 && found[0].Fit >= 0.15 || c.r.Leans && found[0].Fit >= 0.2 || c.r.Intent == "same" && c.ownNames() == 1 && found[0].Named && c.p.Index.Mentions(found[0].Claim.Says, c.p.Lexicon.Concept("one-same"))) {
		c.weighed = found
		best := found[0]
		for _, s := range found {
			if s.Score >= 0.99*best.Score && len(s.Claim.About) > len(best.Claim.About) {
				best = s // of as good remarks, the one on most claims
			}
		}
		for _, s := range found {
			if c.asks("missing-word") && s.Score >= 0.4*best.Score && c.inScope(s.Claim) && slices.ContainsFunc(c.p.Corpus.AboutOf(s.Claim), weighing.Gapped) {
				best = s // which figure is missing, and where
				break
			}
			if c.r.Intent == "same" && (s.Score >= 0.45*best.Score || !best.Named) && s.Named && c.p.Index.Mentions(s.Claim.Says, c.p.Lexicon.Concept("one-same")) {
				best = s
				break
			}
		}
		fitting := func(s weighing.Scored) bool {
			if c.r.Facet == corpus.FacetAmount && len(s.Claim.About) > 3 && len(c.sideAmounts()) == 2 {
				return false // of the two that are named, and not of all
			}
			return c.ofBoth(s.Claim) && c.onSameness(s.Claim) && s.Score >= 0.4*found[0].Score
		}
		if at := slices.IndexFunc(found, fitting); c.r.Intent == "same" && !fitting(best) && at >= 0 {
			best = found[at]
		}
		if c.r.Intent != "same" || fitting(best) || len(c.sides()) < 2 {
			c.leadRemark(best.Claim)
			return
		}
	}
	if c.r.Intent == "same" && len(c.r.Reports) == 0 && c.ownNames() >= 2 && len(c.sides()) >= 2 {
		c.planCompare()
		return
	}
	if c.asks("title-word") {
		for i := range c.r.Terms {
			c.r.Terms[i].Asked = false // "headline" is what to look for
		}
		found = c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true, Keep: c.inScope})
		if len(found) > 0 && found[0].Hit && found[0].Fit >= 0.3 && c.ofHeadline(found[0].Claim) {
			c.weighed = found
			c.leadRemark(found[0].Claim)
			return
		}
	}
	if c.asks("headline-word") && len(c.r.Reports) == 1 && c.r.Intent == "discrepancy" {
		c.r.Aspect = "title"
		c.leadImprint() // no remark sets it against the text
		return
	}
	if c.r.Intent == "same" && len(c.r.Reports) >= 2 && c.ownNames() == 1 {
		c.r.Facet = corpus.FacetDefinition // "is it the same thing in both articles?": what each says that it is
		if len(c.sides()) >= 2 {
			c.planCompare()
			return
		}
	}
	c.planFact()
}

// ofBoth tells whether a remark is on claims about, or by, each of those whom the question
// asks to be the same.
func (c *Composition) ofBoth(remark *corpus.Claim) bool {
	about := append(c.p.Corpus.AboutOf(remark), remark)
	return !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && !n.Weak && !slices.ContainsFunc(about, func(claim *corpus.Claim) bool {
			return c.p.Index.Relation(c.p.Index.Number(claim), n.IDs)|c.p.Index.Relation(c.p.Index.Number(claim), n.Around) != 0
		})
	})
}

// onSameness tells whether a remark says that things are the same or differ.
func (c *Composition) onSameness(remark *corpus.Claim) bool {
	return c.p.Index.Mentions(remark.Says, c.p.Lexicon.Concept("one-same")) || c.p.Index.Mentions(remark.Says, c.p.Lexicon.Concept("differ")) || len(c.r.Figures)+len(c.r.Quotes) > 0
}

// ofHeadline tells whether a remark may be on the headline that is asked about: where one
// report is named, it must speak of one.
func (c *Composition) ofHeadline(remark *corpus.Claim) bool {
	return len(c.r.Reports) != 1 || c.p.Index.Mentions(remark.Says, c.p.Lexicon.Concept("headline-word"))
}

// affairOfBest returns the accused of the claim that a question leads to, where those on
// others are far behind.
func (c *Composition) affairOfBest() []string {
	found := c.p.Choose(c.r, weighing.Filter{AnyDate: true})
	if len(found) == 0 || !found[0].Hit {
		return nil
	}
	accused := found[0].Claim.Report().Accused
	for _, s := range found {
		if s.Claim.Report().Accused != accused && s.Score > 0.75*found[0].Score {
			return nil
		}
	}
	return []string{accused}
}

// planDefinition tells what something is.
func (c *Composition) planDefinition() {
	if c.abstainsUnknown() {
		return
	}
	if len(c.r.Names) == 0 && len(c.r.Reports) > 0 && c.leadOutlet() {
		return
	}
	var ids, before []string
	for _, n := range c.r.Names {
		if n.From >= 0 && n.Speaker && slices.ContainsFunc(c.r.Names, func(o reading.Name) bool { return o.From >= 0 && !o.Speaker && !o.Weak }) {
			continue // "what part does the mill play in the inspectors' account?"
		}
		if n.From >= 0 {
			ids = append(ids, n.IDs...)
		} else {
			before = append(before, n.IDs...)
		}
	}
	if ids = append(ids, c.r.Accused...); len(ids) == 0 {
		ids = before
	}
	either := slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool { return t.Word == "or" }) // "is it a ship or a firm?"
	if len(ids) == 0 || !either && c.r.Aspect != "origin" && !c.asks("abbreviation-word") && (c.r.ForeignShare() > 0.2 || len(c.contentTerms()) > 1) {
		c.planFact()
		return
	}
	found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Alleges, corpus.Context, corpus.Denies, corpus.Counters}, Keep: c.r.Concerns})
	c.weighed = found
	defines := func(claim *corpus.Claim) bool {
		return slices.ContainsFunc(claim.Defines, func(id string) bool { return slices.Contains(ids, id) })
	}
	for _, id := range ids {
		for _, p := range c.p.Index.Entity(id) {
			if p.Relation&corpus.AsDefined != 0 && !slices.ContainsFunc(found, func(s weighing.Scored) bool { return s.N == p.Claim }) {
				found = append(found, weighing.Scored{Claim: c.p.Corpus.Claims[p.Claim], N: p.Claim, Named: true})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b weighing.Scored) int {
		return cmp.Compare(record.BoolInt(defines(b.Claim)), record.BoolInt(defines(a.Claim)))
	})
	if len(found) == 0 {
		c.abstain("abstain.subject")
		return
	}
	if main := c.standing().Principal; main != nil && c.p.IsAccused(ids) && !defines(found[0].Claim) {
		found = append([]weighing.Scored{{Claim: main, N: c.p.Index.Number(main), Named: true}}, found...) // what they are best known for here
	}
	if c.asks("called-word") && !slices.ContainsFunc(ids, func(id string) bool { return reading.EndsInName(c.p.Corpus.Label(id)) }) {
		c.abstain("abstain.unnamed") // "what are those contractors called?"
		return
	}
	entity := c.p.Corpus.Entity(ids[0])
	is := entity.Is
	if is == "" && len(entity.Roles) > 0 && entity.Of != "" && !defines(found[0].Claim) && !strings.Contains(c.p.Corpus.Label(entity.ID), entity.Roles[0]) {
		is = c.p.Composer.Fill("definition.role", "role", entity.Roles[0], "owner", c.p.Corpus.Label(entity.Of))
	}
	c.why = c.say("why.definition")
	best := found[0].Claim
	if own := slices.IndexFunc(found, func(s weighing.Scored) bool { return s.Claim.By == entity.ID }); is == "" && own >= 0 && !defines(best) && entity.Kind == corpus.Person && len(strings.Fields(entity.Name)) > len(strings.Fields(c.p.Corpus.Label(entity.ID)))+1 {
		best = found[own].Claim // whoever speaks is called by the whole name where it is cited
		c.leadText(c.say("definition.named", "name", c.p.Corpus.Label(entity.ID), "whole", entity.Name)+" "+c.p.Composer.Sentence(best), best)
	} else if is != "" {
		c.leadText(c.say("definition.is", "name", c.p.Corpus.Label(entity.ID), "is", is)+" "+c.p.Composer.Sentence(best), best)
	} else {
		c.lead(best)
	}
	if at := slices.IndexFunc(found, func(s weighing.Scored) bool { return defines(s.Claim) && s.Claim.Report() != best.Report() }); either && at >= 0 {
		c.lead(found[at].Claim) // another calls it the other
	}
	if c.asks("accusation-word") || c.asks("say") { // "who is it, and what does it claim?"
		if own := slices.IndexFunc(found, func(s weighing.Scored) bool {
			return s.Claim.By == entity.ID && s.Claim.Stance == corpus.Alleges && s.Claim != best
		}); own >= 0 {
			c.also(found[own].Claim)
		}
	}
	for _, s := range found[1:] {
		if len(c.b.Statements) < 3 && s.Named && (defines(s.Claim) || s.Score >= worthAdding*found[0].Score) && (s.Claim.By != best.By || len(s.Claim.Figures) > 0) {
			c.also(s.Claim)
		}
	}
}

func (c *Composition) contentTerms() []reading.Term {
	var out []reading.Term
	for _, t := range c.r.Terms {
		if !t.Asked {
			out = append(out, t)
		}
	}
	return out
}

// planMore gives what else the reports say about what was last talked of.
func (c *Composition) planMore() {
	if !c.r.Leans || len(c.r.Focus) == 0 {
		if c.ownNames() > 0 {
			c.r.Intent = "fact" // "what else did the inspectors say about it?", as the first question
			c.planDefault()
			return
		}
		c.planClarify()
		return
	}
	stances := []corpus.Stance{corpus.Alleges, corpus.Context, corpus.Counters}
	if c.r.Focus[0].Stance == corpus.Denies || c.r.Focus[0].Stance == corpus.Counters {
		stances = replying
	}
	focus := c.r.Focus[0]
	if c.r.OtherVoice {
		stances = []corpus.Stance{corpus.Alleges, corpus.Context} // whom the accused accuses is not asked
	}
	if c.r.Facet == corpus.FacetAmount && corpus.Facet(c.r.Thread.Facet) == corpus.FacetCount {
		c.r.Facet = corpus.FacetCount // another figure for what was counted
	}
	others := c.asks("anybody-word") || c.r.OtherVoice // "does anyone give another figure?": not the same accuser
	if others {
		c.r.Names = slices.DeleteFunc(slices.Clone(c.r.Names), func(n reading.Name) bool { return slices.Contains(n.IDs, focus.By) })
	}
	told := slices.Concat(c.r.Thread.Claims, c.r.Thread.Earlier)
	found := weighing.Distinct(c.p.Choose(c.r, weighing.Filter{Exclude: told, Facet: c.r.Facet, Stances: stances, Keep: func(claim *corpus.Claim) bool { return !others || claim.By != focus.By }}))
	if c.hard() {
		found = slices.DeleteFunc(found, func(s weighing.Scored) bool { return !s.Facet })
	}
	if others && focus.Incident != "" {
		slices.SortStableFunc(found, func(a, b weighing.Scored) int {
			return cmp.Compare(record.BoolInt(b.Claim.Incident == focus.Incident), record.BoolInt(a.Claim.Incident == focus.Incident))
		})
	}
	c.weighed = slices.Clone(found)
	if c.r.OtherVoice && c.r.KnownWords() > 0 {
		found = slices.DeleteFunc(found, func(s weighing.Scored) bool { return !c.complete(&s) }) // "does any lawyer say so?": a lawyer
	}
	if c.r.OtherVoice && c.saysSo() {
		found = slices.DeleteFunc(found, func(s weighing.Scored) bool { return !reading.AlikeTold(s.Claim, focus) })
	}
	alike := func(s weighing.Scored) bool {
		return s.Claim.Report() == focus.Report() && s.Claim.Stance == focus.Stance
	}
	if len(c.r.Names) == 0 || focus.Stance != corpus.Alleges && slices.ContainsFunc(found, alike) {
		found = slices.DeleteFunc(found, func(s weighing.Scored) bool { return !alike(s) })
	} else {
		found = slices.DeleteFunc(found, func(s weighing.Scored) bool { return !s.Named })
	}
	if len(found) == 0 && focus.Stance == corpus.Alleges && !c.r.OtherVoice {
		found = c.sameActors(focus, told)
	}
	if len(found) == 0 {
		c.abstain("abstain.more")
		return
	}
	c.why = c.say("why.more")
	c.lead(found[0].Claim)
	if len(found) > 1 && found[1].Score >= worthAdding*found[0].Score {
		c.also(found[1].Claim)
	}
}

// sameActors returns what else than what was told is alleged of those whom a claim
// accuses, where it names more than the accused.
func (c *Composition) sameActors(focus *corpus.Claim, told []string) []weighing.Scored {
	ask := *c.r
	ask.Names = nil
	found := c.p.Choose(&ask, weighing.Filter{Exclude: told, Stances: accusing, AnyDate: true, Keep: func(claim *corpus.Claim) bool {
		return slices.ContainsFunc(claim.Actor, func(id string) bool { return slices.Contains(focus.Actor, id) && !c.p.IsAccused([]string{id}) })
	}})
	if len(c.r.Dates) > 0 { // "and the other one, in that year?"
		found = slices.DeleteFunc(found, func(s weighing.Scored) bool { return c.covers(&s) <= 0 })
	}
	return weighing.Distinct(found)
}

// planClarify asks back and offers choices.
func (c *Composition) planClarify() {
	c.outcome = Clarify
	c.why = c.say("why.clarify")
	id := "clarify"
	if c.r.Facet != "" && c.p.Composer.Has("clarify."+string(c.r.Facet)) {
		id = "clarify." + string(c.r.Facet)
	}
	c.b.Plain(compose.Lead, c.say(id, "accused", c.p.accusedNames()))
	c.choices = c.p.Openers(c.r.Facet, c.r.AboutAccused())
}

// planTalk answers what is not a question about the reports.
func (c *Composition) planTalk() {
	c.outcome = Guidance
	c.why = c.say("why.talk")
	id := "talk." + c.r.Intent
	if c.p.Composer.Has(id + "." + c.r.Aspect) {
		id += "." + c.r.Aspect
	}
	c.b.Plain(compose.Lead, c.say(id, "accused", c.p.accusedNames(), "reports", c.p.Composer.Reports(len(c.p.Corpus.Reports))))
	if c.r.Intent != "thanks" && c.r.Intent != "insult" {
		c.choices = c.p.Openers("", c.r.AboutAccused())
	}
}

// planAdvice declines to advise.
func (c *Composition) planAdvice() {
	c.abstain("abstain.advice")
}
