package planning

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// planVerdict gives both sides and no verdict.
func (c *Composition) planVerdict() {
	if reason, ok := c.unknown(); ok && reason == "abstain.name" && !c.inventors() {
		c.abstain(reason)
		return
	}
	if c.offSubject() {
		c.abstain("abstain.subject")
		return
	}
	if (len(c.r.Accused) == 0 || c.r.AccusedSpeaks) && c.r.Aspect != "motive" && c.otherWay() {
		return
	}
	if remark := c.tellingRemark(); remark != nil && !c.r.Leans && len(c.r.Figures) > 0 && !slices.ContainsFunc(c.p.Index.Figure(c.r.Figures[0]), func(n int32) bool { return c.p.Corpus.Claims[n].Stance == corpus.Alleges }) {
		c.leadRemark(remark) // "the caption says 7 barges, is that right?": what we say of that
		return
	}
	if c.clearedOf() {
		return
	}
	if remark := c.remarkOnFigures(); remark != nil {
		c.leadRemark(remark) // "one counts 30, another 7,000: which is right?"
		return
	}
	accusation := c.repliedTo()
	particular := accusation != nil // the question is about one accusation, and not about all
	if accusation == nil && c.r.Specific() && !(c.r.Leans && len(c.r.Focus) > 0 && !c.r.OwnContent()) {
		found := c.accusationsMeant()
		if len(found) > 0 && (found[0].Fit >= 0.4 || found[0].Named && len(c.r.Names) > 0) && (found[0].Hit && found[0].WordWeight > 2.5 || len(c.r.Names)+len(c.r.Figures) > 0) {
			accusation = found[0].Claim
			particular = c.ownNames()+len(c.r.Figures) > 0 || c.r.KnownWords() > 1
		}
	}
	if accusation == nil && c.r.Leans && len(c.r.Focus) > 0 {
		for _, claim := range c.r.Focus {
			if claim.Stance == corpus.Alleges && accusation == nil {
				accusation = claim
			}
		}
	}
	if accusation == nil {
		accusation = c.standing().Principal
	}
	if accusation == nil {
		c.abstain("abstain.subject")
		return
	}
	accused := c.p.Corpus.Name(accusation.Report().Accused)
	id, basis := "verdict", accusation
	if c.p.ReplyTo(accusation).Denial == nil {
		id = "verdict.open"
	}
	text := c.say(id, "accused", accused)
	if remark := c.p.LackRemark(accusation.Report()); remark != nil && particular {
		text, basis = strings.TrimSuffix(text, ".")+"; "+c.p.Composer.Fill("verdict.lacking.too"), remark // the accusation is the second sentence
	} else if remark != nil {
		text, basis = text+" "+c.say("verdict.lacking"), remark
	} else if c.r.Facet == corpus.FacetAdmission && len(c.p.Choose(c.r, weighing.Filter{Keep: func(claim *corpus.Claim) bool { return c.tells(claim, c.r.Facet) }})) == 0 {
		text += " " + c.say("verdict.admission", "accused", accused)
	}
	c.why = c.say("why.verdict")
	if len(c.r.Strangers) > 0 {
		text = c.say("abstain.name", "word", Printable(c.r.Strangers[0])) + " " + text
	}
	c.leadText(text, basis)
	totals := c.within(c.standing().Totals)
	if named := c.sideAmounts(); c.r.Intent == "verdict" && len(named) > 1 {
		totals, particular = named, false // "whose figure is right, hers or theirs?"
	}
	if !particular && !c.r.Leans && c.r.Intent == "verdict" && (c.asks("number-word") || len(c.r.Figures) > 1) && len(totals) > 1 {
		totals = totals[:min(len(totals), record.MostListed)] // "everybody has another number: who is right?"
		c.leadText(c.say("total.named", "list", c.p.Composer.Join(c.amounts(totals))), totals...)
		c.b.KeepLeads = true
	} else if particular {
		c.b.Claim(compose.Lead, accusation)
	} else {
		c.b.Claim(compose.Allegation, accusation)
	}
	c.led = []*corpus.Claim{accusation}
	if r := c.p.ReplyTo(accusation); r.Denial != nil {
		note := &sideNote{denial: r.Denial, older: r.Older}
		if !r.Direct {
			note.claims = []*corpus.Claim{accusation}
			c.label("role.denial.other", r.Denial)
		}
		c.addDenial(note)
	}
	c.b.SpareDenial = true
	if r := c.p.ReplyTo(accusation); r.Direct && accusation != c.standing().Principal {
		return // the other denials answer something else
	}
	for _, d := range c.p.Occasions([]string{accusation.Report().Accused}) {
		if !c.deniedAlready(d) && len(c.b.Statements) < 4 {
			c.b.Claim(compose.Denial, d)
		}
	}
}

// remarkOnFigures returns what we say of the two claims that have the figures of the question, or a figure and a name;
// nil where it is nothing: "one counts 30 agents, another 7,000 people".
func (c *Composition) remarkOnFigures() *corpus.Claim {
	if len(c.r.Figures) == 0 || len(c.r.Figures)+c.ownNames() != 2 {
		return nil
	}
	for _, n := range c.p.Index.Figure(c.r.Figures[0]) {
		for _, remark := range c.p.Corpus.Remarks(c.p.Corpus.Claims[n]) {
			about := c.p.Corpus.AboutOf(remark)
			without := func(has func(*corpus.Claim) bool) bool { return !slices.ContainsFunc(about, has) }
			if len(about) == 2 && !slices.ContainsFunc(c.r.Figures, func(f language.Figure) bool {
				return without(func(claim *corpus.Claim) bool { return c.p.Index.FeaturesOf(claim).Has(f) })
			}) && !slices.ContainsFunc(c.r.Names, func(name reading.Name) bool {
				return name.From >= 0 && without(func(claim *corpus.Claim) bool {
					return c.p.Index.Relation(c.p.Index.Number(claim), name.IDs) != 0 && !c.p.Index.FeaturesOf(claim).Has(c.r.Figures[0])
				})
			}) {
				return remark
			}
		}
	}
	return nil
}

// repliedTo returns what the reply answered whose words a question for a verdict takes up and no accusation has:
// "that 'spy novel' line is just a lie, no?"
func (c *Composition) repliedTo() *corpus.Claim {
	if c.ownNames()+len(c.r.Figures) > 0 || c.r.KnownWords() < 2 || c.r.Leans {
		return nil
	}
	found := c.p.Choose(c.r, weighing.Filter{Stances: denying, AnyDate: true, Keep: c.r.Concerns})
	if len(found) == 0 || !found[0].Hit || found[0].WordFit(c.r) < 0.9 {
		return nil
	}
	if others := c.p.Choose(c.r, weighing.Filter{Stances: accusing, AnyDate: true, Keep: c.r.Concerns}); len(others) > 0 && 2*others[0].WordWeight > found[0].WordWeight {
		return nil
	}
	var best *corpus.Claim
	for _, claim := range c.p.Corpus.Answered(found[0].Claim) {
		if claim.Stance == corpus.Alleges && (best == nil || record.Prominence(claim) > record.Prominence(best)) {
			best = claim
		}
	}
	return best
}

// inventors tells whether the stranger whom the question names is said to have made it all up: "they never took a
// crumb, the Guild invented that".
func (c *Composition) inventors() bool {
	tokens := c.r.Query.Tokens
	return len(c.r.Accused) > 0 && len(c.r.Strangers) == 1 && slices.ContainsFunc(tokens, func(t language.Token) bool { return t.Text == c.r.Strangers[0] }) &&
		slices.ContainsFunc(tokens, func(t language.Token) bool { return c.p.In(t, "invent-word") }) && c.r.Facet == "" && len(c.r.Reports) == 0
}

// otherWay gives no verdict on those whom the accused accuses in turn, when the
// question is about them.
func (c *Composition) otherWay() bool {
	plain := *c.r
	plain.Terms = slices.Clone(c.r.Terms)
	for i := range plain.Terms {
		plain.Terms[i].Asked = plain.Terms[i].Asked && !plain.Terms[i].Known // "hacker" chooses among the words used
	}
	at := slices.IndexFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && c.blamed(&n) })
	if at < 0 {
		return false
	}
	n := c.r.Names[at]
	found := c.p.Choose(&plain, weighing.Filter{Stances: []corpus.Stance{corpus.Counters}, Keep: func(claim *corpus.Claim) bool {
		return slices.ContainsFunc(claim.Actor, func(id string) bool { return c.p.Corpus.BelongsTo(id, n.IDs[0]) })
	}})
	if len(found) == 0 {
		return false
	}
	claim := found[0].Claim
	c.weighed = found
	c.why = c.say("why.verdict")
	c.leadText(c.say("verdict.other", "accused", c.p.Corpus.Name(claim.Report().Accused), "name", c.bare(n.IDs[0])), claim)
	c.b.Claim(compose.Counter, claim)
	c.led = []*corpus.Claim{claim}
	c.counter = claim
	c.denyBeside(claim)
	return true
}

// blamed tells whether the accused accuses whom the question names.
func (c *Composition) blamed(n *reading.Name) bool {
	return slices.ContainsFunc(c.standing().Counters, func(claim *corpus.Claim) bool { return c.blames(claim, n) })
}

// clearedOf leads with the claim or remark that somebody whom the question takes to have done it is
// accused of nothing.
func (c *Composition) clearedOf() bool {
	for _, n := range c.r.Names {
		if n.From < 0 || n.Weak || n.Voice || !c.proper(n.IDs[0]) {
			continue
		}
		for _, p := range c.p.Index.Entity(n.IDs[0]) {
			claim := c.p.Corpus.Claims[p.Claim]
			if (claim.Stance == corpus.Context || claim.Stance == corpus.Remark) && c.p.saysPhrase(claim, "cleared-phrase") {
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
func (c *Composition) offSubject() bool {
	if len(c.r.Names)+len(c.r.Accused)+len(c.r.Figures)+len(c.r.Reports) > 0 || c.r.Leans {
		return false
	}
	own, known := 0, 0
	for _, t := range c.r.Terms {
		if !t.Asked && !t.Light {
			known += record.BoolInt(t.Known)
			own += record.BoolInt(!t.Known)
		}
	}
	return own >= 2 && known <= 1
}

// planLacks answers whether the reports give an admission, an arrest, a
// conviction or proof.
func (c *Composition) planLacks() {
	if c.abstainsUnknown() {
		return
	}
	if c.r.Aspect == "retraction" {
		c.planRetraction()
		return
	}
	facet := c.r.Facet
	if facet == corpus.FacetAdmission && slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && c.p.BelongsToAccused(n.IDs) && c.p.EverSpeaks(n.IDs) }) {
		if own := c.p.Choose(c.r, weighing.Filter{Stances: denying}); len(own) > 0 && c.ownVoice(&own[0]) {
			c.leadDenials(own) // "why did the ministry admit to it?": what it said was that it did not
			return
		}
	}
	found := c.p.Choose(c.r, weighing.Filter{Keep: func(claim *corpus.Claim) bool { return c.tells(claim, facet) }})
	told := facet == corpus.FacetArrest || facet == corpus.FacetConviction // that there is none would be false
	if at := slices.IndexFunc(found, func(s weighing.Scored) bool {
		return len(c.r.Accused) > 0 && c.p.Index.Relation(s.N, c.r.Accused) != 0 && s.Score >= 0.6*found[0].Score
	}); at > 0 {
		found[0], found[at] = found[at], found[0] // "which of their people were arrested?": what is told of them
	}
	if len(found) > 0 && c.r.Concerns(found[0].Claim) && (told && (found[0].Named || c.ofTheirCase(found[0].Claim)) || found[0].Named && (len(c.r.Names)+len(c.r.AboutAccused()) > 0 || len(c.p.AllAccused) == 1) && (c.r.KnownWords() == 0 || found[0].Fit >= 0.45)) {
		if c.asks("name-asking") && !c.namesAnother(found[0].Claim, corpus.Person) {
			c.abstain("abstain.unnamed")
			return
		}
		c.why = c.say("why.best")
		if told {
			c.leadTold(found)
			return
		}
		c.lead(found[0].Claim)
		return
	}
	if facet == corpus.FacetProof && c.r.Aspect != "granted" && slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && n.Voice }) {
		// what proof somebody brings: what the reports tell of it
		grounds := c.grounds(corpus.FacetEvidence)
		if len(grounds) > 0 && grounds[0].Fit >= enough && grounds[0].Spoken {
			c.weighed = grounds
			c.why = c.say("why.best")
			c.lead(grounds[0].Claim)
			return
		}
	}
	if told && len(c.p.AllAccused) > 1 && len(c.r.Affair) == 1 && len(c.r.Accused)+len(c.r.Names) == 0 {
		var theirs []weighing.Scored // "and in the flour affair?": what is told there, in whatever words
		for n, claim := range c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)] {
			if claim.Stance != corpus.Remark && c.r.Concerns(claim) && c.tells(claim, facet) {
				theirs = append(theirs, weighing.Scored{Claim: claim, N: int32(n)})
			}
		}
		if len(theirs) > 0 {
			c.why = c.say("why.best")
			c.leadTold(theirs)
			return
		}
	}
	for n, claim := range c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)] {
		f := c.p.Index.Features[n].Facets
		if claim.Stance == corpus.Remark && c.r.Concerns(claim) && f[facet] && !f[corpus.FacetProof] && c.inScope(claim) && c.hasNames(claim) {
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
func (c *Composition) planRetraction() {
	found := c.p.Choose(c.r, weighing.Filter{Keep: c.r.Concerns, AnyDate: true})
	c.weighed = found
	if c.ofTheAccused() {
		c.planUpheld()
		return
	}
	if len(found) == 0 || !found[0].Named || len(c.r.Names)+len(c.r.Accused) == 0 && !c.r.Leans {
		c.abstain("abstain.subject")
		return
	}
	c.why = c.say("why.premise")
	theirs := slices.DeleteFunc(slices.Clone(found), func(s weighing.Scored) bool {
		return len(c.r.Names) == 0 || c.p.Index.Relation(s.N, c.r.Names[0].IDs)&(corpus.AsSpeaker|corpus.AsOwner) == 0
	})
	if len(theirs) == 0 && slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return c.p.BelongsToAccused(n.IDs) }) {
		c.planUpheld() // what one of theirs is not quoted with, they may have said
		return
	}
	for _, s := range theirs {
		if c.p.HasGroup(s.N, "relent") {
			c.lead(s.Claim)
			return
		}
	}
	best := append(theirs, found[0])[0].Claim
	c.leadText(c.say("lacks.retraction")+" "+c.p.Composer.Sentence(best), best)
}

// ofTheAccused tells whether it is the accused's own word that is asked about.
func (c *Composition) ofTheAccused() bool {
	return len(c.r.Accused) > 0 && !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.Voice })
}

// planUpheld says of the accused's denials that no report says they were taken back, with
// the latest of those that are meant.
func (c *Composition) planUpheld() {
	meant := slices.DeleteFunc(slices.Clone(c.p.Occasions(c.r.AboutAccused())), func(d *corpus.Claim) bool {
		said := language.ParseDate(record.SaidOn(d))
		return slices.ContainsFunc(c.r.Dates, func(asked language.Date) bool { return !asked.Covers(said) })
	})
	if len(meant) == 0 {
		c.abstain("abstain.subject")
		return
	}
	latest := slices.MaxFunc(meant, func(a, b *corpus.Claim) int { return cmp.Compare(record.SaidOn(a), record.SaidOn(b)) })
	c.why = c.say("why.premise")
	c.leadText(c.say("lacks.retraction")+" "+c.p.Composer.Sentence(latest), latest)
	c.addAnswered(latest)
}

// ofTheirCase tells whether everything that the question names is in what the claim's
// report tells: then an arrest in it is one in that case.
func (c *Composition) ofTheirCase(claim *corpus.Claim) bool {
	return !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return !slices.ContainsFunc(c.p.Index.InReport(claim.Report().ID), func(k int32) bool {
			return c.p.Index.Relation(k, n.IDs)|c.p.Index.Relation(k, n.Around) != 0
		})
	})
}

// leadTold leads with what is told of arrests or convictions, that first which has the very
// word that is asked by: "who was arrested?" is not answered by who was not charged alone,
// nor, where no affair is named, by what is told in one of them.
func (c *Composition) leadTold(found []weighing.Scored) {
	best, open := found[0], len(c.r.AboutAccused()) == 0 && len(c.r.Names) == 0
	found = slices.DeleteFunc(slices.Clone(found), func(s weighing.Scored) bool {
		return s.Named != best.Named || s.Score < 0.4*best.Score || s.Claim.Stance != best.Claim.Stance || !open && s.Claim.Report() != best.Claim.Report()
	})
	slices.SortStableFunc(found, func(a, b weighing.Scored) int {
		return record.BoolInt(c.hasKeyword(b)) - record.BoolInt(c.hasKeyword(a))
	})
	for _, s := range found[:min(2, len(found))] {
		c.lead(s.Claim)
	}
}

// hasKeyword tells whether a claim has one of the very words by which it was read what is asked.
func (c *Composition) hasKeyword(s weighing.Scored) bool {
	return slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		return c.r.Keyword(t) && c.p.Has(s.N, reading.Term{Term: intent.Term{Stem: t.Stem}})
	})
}
