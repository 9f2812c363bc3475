package answers

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
)

// planVerdict gives both sides and no verdict.
func (c *composition) planVerdict() {
	if reason, ok := c.unknown(); ok && reason == "abstain.name" {
		c.abstain(reason)
		return
	}
	if c.offSubject() {
		c.abstain("abstain.subject")
		return
	}
	if len(c.r.accused) == 0 && c.otherWay() {
		return
	}
	if remark := c.tellingRemark(); remark != nil && !c.r.leans && len(c.r.figures) > 0 && !slices.ContainsFunc(c.e.index.Figure(c.r.figures[0]), func(n int32) bool { return c.e.corpus.Claims[n].Stance == corpus.Alleges }) {
		c.leadRemark(remark) // "the caption says 7 barges, is that right?": what we say of that
		return
	}
	if c.clearedOf() {
		return
	}
	var accusation *corpus.Claim
	particular := false // the question is about one accusation, and not about all
	if c.r.specific() && !(c.r.leans && len(c.r.focus) > 0 && !c.r.ownContent()) {
		found := c.e.choose(c.r, choice{stances: accusing, anyDate: true, keep: c.r.concerns})
		c.weighed = found
		if len(found) > 0 && (found[0].fit >= 0.4 || found[0].named && len(c.r.names) > 0) && (found[0].hit && found[0].words > 2.5 || len(c.r.names)+len(c.r.figures) > 0) {
			accusation = found[0].claim
			particular = c.ownNames()+len(c.r.figures) > 0 || c.r.known() > 1
		}
	}
	if accusation == nil && c.r.leans && len(c.r.focus) > 0 {
		for _, claim := range c.r.focus {
			if claim.Stance == corpus.Alleges && accusation == nil {
				accusation = claim
			}
		}
	}
	if accusation == nil {
		accusation = c.standing().principal
	}
	if accusation == nil {
		c.abstain("abstain.subject")
		return
	}
	accused := c.e.composer.Name(accusation.Report().Accused)
	id, basis := "verdict", accusation
	if c.e.replyTo(accusation).denial == nil {
		id = "verdict.open"
	}
	text := c.say(id, "accused", accused)
	if remark := c.e.lacking(accusation.Report()); remark != nil && particular {
		text, basis = strings.TrimSuffix(text, ".")+"; "+c.e.composer.Fill("verdict.lacking.too"), remark // the accusation is the second sentence
	} else if remark != nil {
		text, basis = text+" "+c.say("verdict.lacking"), remark
	} else if c.r.facet == corpus.FacetAdmission && len(c.e.choose(c.r, choice{keep: func(claim *corpus.Claim) bool { return c.tells(claim, c.r.facet) }})) == 0 {
		text += " " + c.say("verdict.admission", "accused", accused)
	}
	c.why = c.say("why.verdict")
	c.leadText(text, basis)
	if particular {
		c.b.Claim(compose.Lead, accusation)
	} else {
		c.b.Claim(compose.Allegation, accusation)
	}
	c.led = []*corpus.Claim{accusation}
	if r := c.e.replyTo(accusation); r.denial != nil {
		note := &aside{denial: r.denial, older: r.older}
		if !r.direct {
			note.claims = []*corpus.Claim{accusation}
			c.label("role.denial.other", r.denial)
		}
		c.addDenial(note)
	}
	c.b.SpareDenial = true
	if r := c.e.replyTo(accusation); r.direct && accusation != c.standing().principal {
		return // the other denials answer something else
	}
	for _, d := range c.e.occasions([]string{accusation.Report().Accused}) {
		if !c.deniedAlready(d) && len(c.b.Statements) < 4 {
			c.b.Claim(compose.Denial, d)
		}
	}
}

// otherWay gives no verdict on those whom the accused accuses in turn, when the
// question is about them.
func (c *composition) otherWay() bool {
	plain := *c.r
	plain.terms = slices.Clone(c.r.terms)
	for i := range plain.terms {
		plain.terms[i].Asked = plain.terms[i].Asked && !plain.terms[i].Known // "hacker" chooses among the words used
	}
	at := slices.IndexFunc(c.r.names, func(n name) bool { return n.from >= 0 && c.blamed(&n) })
	if at < 0 {
		return false
	}
	n := c.r.names[at]
	found := c.e.choose(&plain, choice{stances: []corpus.Stance{corpus.Counters}, keep: func(claim *corpus.Claim) bool {
		return slices.ContainsFunc(claim.Actor, func(id string) bool { return slices.Contains(n.ids, id) })
	}})
	if len(found) == 0 {
		return false
	}
	claim := found[0].claim
	c.weighed = found
	c.why = c.say("why.verdict")
	c.leadText(c.say("verdict.other", "accused", c.e.composer.Name(claim.Report().Accused), "name", c.bare(n.ids[0])), claim)
	c.b.Claim(compose.Counter, claim)
	c.led = []*corpus.Claim{claim}
	c.counter = claim
	c.denyBeside(claim)
	return true
}

// blamed tells whether the accused accuses whom the question names.
func (c *composition) blamed(n *name) bool {
	return slices.ContainsFunc(c.standing().counters, func(claim *corpus.Claim) bool { return c.blames(claim, n) })
}

// clearedOf leads with the claim or remark that somebody whom the question takes to have done it is
// accused of nothing.
func (c *composition) clearedOf() bool {
	for _, n := range c.r.names {
		if n.from < 0 || n.weak || n.voice || !c.proper(n.ids[0]) {
			continue
		}
		for _, p := range c.e.index.Entity(n.ids[0]) {
			claim := c.e.corpus.Claims[p.Claim]
			if (claim.Stance == corpus.Context || claim.Stance == corpus.Remark) && c.e.saysPhrase(claim, "cleared-phrase") {
				c.why = c.say("why.premise")
				if claim.Stance == corpus.Remark {
					c.leadRemark(claim)
				} else {
					c.lead(claim)
				}
				return true
			}
		}
	}
	return false
}

// offSubject tells whether the question names nobody and nothing that the reports
// speak of, and has matters of its own.
func (c *composition) offSubject() bool {
	if len(c.r.names)+len(c.r.accused)+len(c.r.figures)+len(c.r.reports) > 0 || c.r.leans {
		return false
	}
	own, known := 0, 0
	for _, t := range c.r.terms {
		if !t.Asked && !t.light {
			known += boolInt(t.Known)
			own += boolInt(!t.Known)
		}
	}
	return own >= 2 && known <= 1
}

// planLacks answers whether the reports give an admission, an arrest, a
// conviction or proof.
func (c *composition) planLacks() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if c.r.aspect == "retraction" {
		c.planRetraction()
		return
	}
	facet := c.r.facet
	if facet == corpus.FacetAdmission && slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 && c.e.speaksForAccused(n.ids) && c.e.everSpeaks(n.ids) }) {
		if own := c.e.choose(c.r, choice{stances: denying}); len(own) > 0 && c.ownVoice(&own[0]) {
			c.leadDenials(own) // "why did the ministry admit to it?": what it said was that it did not
			return
		}
	}
	found := c.e.choose(c.r, choice{keep: func(claim *corpus.Claim) bool { return c.tells(claim, facet) }})
	told := facet == corpus.FacetArrest || facet == corpus.FacetConviction // that there is none would be false
	if at := slices.IndexFunc(found, func(s scored) bool {
		return len(c.r.accused) > 0 && c.e.index.Relation(s.n, c.r.accused) != 0 && s.score >= 0.6*found[0].score
	}); at > 0 {
		found[0], found[at] = found[at], found[0] // "which of their people were arrested?": what is told of them
	}
	if len(found) > 0 && c.r.concerns(found[0].claim) && (told && (found[0].named || c.ofTheirCase(found[0].claim)) || found[0].named && (len(c.r.names)+len(c.r.parties()) > 0 || len(c.e.parties) == 1) && (c.r.known() == 0 || found[0].fit >= 0.45)) {
		if c.asks("name-asking") && !c.namesAnother(found[0].claim, corpus.Person) {
			c.abstain("abstain.unnamed")
			return
		}
		c.why = c.say("why.best")
		if told {
			c.leadTold(found)
			return
		}
		c.lead(found[0].claim)
		return
	}
	if facet == corpus.FacetProof && slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 && n.voice }) {
		// what proof somebody brings: what the reports tell of it
		grounds := c.grounds(corpus.FacetEvidence)
		if len(grounds) > 0 && grounds[0].fit >= enough && grounds[0].spoken {
			c.weighed = grounds
			c.why = c.say("why.best")
			c.lead(grounds[0].claim)
			return
		}
	}
	if told && len(c.e.parties) > 1 && len(c.r.party) == 1 && len(c.r.accused)+len(c.r.names) == 0 {
		var theirs []scored // "and in the flour affair?": what is told there, in whatever words
		for n, claim := range c.e.corpus.Claims[:min(len(c.e.corpus.Claims), considerable)] {
			if claim.Stance != corpus.Remark && c.r.concerns(claim) && c.tells(claim, facet) {
				theirs = append(theirs, scored{claim: claim, n: int32(n)})
			}
		}
		if len(theirs) > 0 {
			c.why = c.say("why.best")
			c.leadTold(theirs)
			return
		}
	}
	if claim := c.worded(); claim != nil {
		c.why = c.say("why.best")
		c.lead(claim)
		return
	}
	for n, claim := range c.e.corpus.Claims[:min(len(c.e.corpus.Claims), considerable)] {
		f := c.e.index.Features[n].Facets
		if claim.Stance == corpus.Remark && c.r.concerns(claim) && f[facet] && !f[corpus.FacetProof] && c.inScope(claim) && (len(c.r.names) == 0 || c.hasNames(claim)) {
			c.leadRemark(claim)
			return
		}
	}
	if facet == corpus.FacetArrest || facet == corpus.FacetConviction {
		c.abstain("abstain." + string(facet))
		return
	}
	c.planVerdict()
}

// planRetraction says of what is asked about as if it had been taken back that no report
// says so, or what the reports tell of its being upheld.
func (c *composition) planRetraction() {
	found := c.e.choose(c.r, choice{keep: c.r.concerns, anyDate: true})
	c.weighed = found
	if c.ofTheAccused() {
		c.planUpheld()
		return
	}
	if len(found) == 0 || !found[0].named || len(c.r.names)+len(c.r.accused) == 0 && !c.r.leans {
		c.abstain("abstain.subject")
		return
	}
	c.why = c.say("why.premise")
	theirs := slices.DeleteFunc(slices.Clone(found), func(s scored) bool {
		return len(c.r.names) == 0 || c.e.index.Relation(s.n, c.r.names[0].ids)&(corpus.AsSpeaker|corpus.AsOwner) == 0
	})
	if len(theirs) == 0 && slices.ContainsFunc(c.r.names, func(n name) bool { return c.e.speaksForAccused(n.ids) }) {
		c.planUpheld() // what one of theirs is not quoted with, they may have said
		return
	}
	for _, s := range theirs {
		if c.e.hasGroup(s.n, "relent") {
			c.lead(s.claim)
			return
		}
	}
	best := append(theirs, found[0])[0].claim
	c.leadText(c.say("lacks.retraction")+" "+c.e.composer.Sentence(best), best)
}

// ofTheAccused tells whether it is the accused's own word that is asked about.
func (c *composition) ofTheAccused() bool {
	return len(c.r.accused) > 0 && !slices.ContainsFunc(c.r.names, func(n name) bool { return n.voice })
}

// planUpheld says of the accused's denials that no report says they were taken back, with
// the latest of those that are meant.
func (c *composition) planUpheld() {
	meant := slices.DeleteFunc(slices.Clone(c.e.occasions(c.r.parties())), func(d *corpus.Claim) bool {
		said := language.ParseDate(saidOn(d))
		return slices.ContainsFunc(c.r.dates, func(asked language.Date) bool { return !asked.Covers(said) })
	})
	if len(meant) == 0 {
		c.abstain("abstain.subject")
		return
	}
	latest := slices.MaxFunc(meant, func(a, b *corpus.Claim) int { return cmp.Compare(saidOn(a), saidOn(b)) })
	c.why = c.say("why.premise")
	c.leadText(c.say("lacks.retraction")+" "+c.e.composer.Sentence(latest), latest)
	c.answered(latest)
}

// ofTheirCase tells whether everything that the question names is in what the claim's
// report tells: then an arrest in it is one in that case.
func (c *composition) ofTheirCase(claim *corpus.Claim) bool {
	return !slices.ContainsFunc(c.r.names, func(n name) bool {
		return !slices.ContainsFunc(c.e.index.InReport(claim.Report().ID), func(k int32) bool {
			return c.e.index.Relation(k, n.ids)|c.e.index.Relation(k, n.around) != 0
		})
	})
}

// leadTold leads with what is told of arrests or convictions, that first which has the very
// word that is asked by: "who was arrested?" is not answered by who was not charged alone,
// nor, where no affair is named, by what is told in one of them.
func (c *composition) leadTold(found []scored) {
	best, open := found[0], len(c.r.parties()) == 0 && len(c.r.names) == 0
	found = slices.DeleteFunc(slices.Clone(found), func(s scored) bool {
		return s.named != best.named || s.score < 0.4*best.score || s.claim.Stance != best.claim.Stance || !open && s.claim.Report() != best.claim.Report()
	})
	slices.SortStableFunc(found, func(a, b scored) int { return boolInt(c.hasKeyword(b)) - boolInt(c.hasKeyword(a)) })
	for _, s := range found[:min(2, len(found))] {
		c.lead(s.claim)
	}
}

// keyword tells whether it is one of the words by which a rule read what is asked, and one
// that claims have.
func (r *request) keyword(t term) bool {
	return t.Asked && t.Known && !t.light && t.Stem != "" && r.query.Asks != nil && slices.Contains(r.query.Asks.Explained, t.From)
}

// hasKeyword tells whether a claim has one of the very words by which it was read what is asked.
func (c *composition) hasKeyword(s scored) bool {
	return slices.ContainsFunc(c.r.terms, func(t term) bool {
		return c.r.keyword(t) && c.e.has(s.n, term{Term: intent.Term{Stem: t.Stem}})
	})
}

// worded returns the claim about whom or what the question names that has the
// very word it asks by: a hearing, a charge.
func (c *composition) worded() *corpus.Claim {
	if c.r.facet != corpus.FacetArrest && c.r.facet != corpus.FacetConviction || len(c.r.names)+len(c.r.accused)+len(c.r.party) == 0 {
		return nil
	}
	plain := *c.r
	plain.facet = ""
	plain.terms = slices.Clone(c.r.terms)
	for i, t := range plain.terms {
		plain.terms[i].Asked = t.Asked && !c.r.keyword(t) // they are looked for
	}
	for _, s := range c.e.choose(&plain, choice{stances: []corpus.Stance{corpus.Alleges, corpus.Context}, keep: c.r.concerns}) {
		if s.named && c.hasKeyword(s) {
			return s.claim
		}
	}
	return nil
}
