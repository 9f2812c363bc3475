package planning

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

const (
	enough      = 0.50 // share of a question that a claim must explain to answer it
	asGood      = 0.86 // of the best score: as good an answer as the best
	worthAdding = 0.70 // of the best score: worth mentioning beside it
)

// moveOn leaves behind whom the conversation was about, where a follow-up that names
// nobody has words enough of its own that a claim on something else has.
func (c *Composition) moveOn() {
	own := func(n reading.Name) bool { return n.From >= 0 }
	if c.r.Another || c.ofThat() || !slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return t.Own() && t.Known && !t.Framing }) {
		return // "said to whom?" has no words of its own
	}
	if c.r.Facet == corpus.FacetMethod {
		return // how it was done to whoever was spoken of, what was done to others does not tell
	}
	if !c.r.Leans || c.r.KnownWords() == 0 || len(c.r.Names) == 0 || len(c.r.Dates) > 0 || c.asks("person-pronoun") || slices.ContainsFunc(c.r.Names, own) {
		return
	}
	alone := *c.r
	alone.Names, alone.Leans = nil, false
	before, found := c.p.Choose(c.r, c.others()), c.p.Choose(&alone, c.others())
	if len(before) == 0 || len(found) == 0 || found[0].WordFit(&alone) < 0.75 || found[0].WordWeight < 1.8*before[0].WordWeight || found[0].Claim == before[0].Claim {
		return
	}
	kin := len(c.r.Focus) > 0 && found[0].Claim.Report() == c.r.Focus[0].Report() && c.kindred(found[0].Claim.By, c.r.Focus[0].By) // "are they looking into it?": another branch of them
	if few := c.r.KnownWords() < 2 || c.asks("they-word"); few && (before[0].WordWeight > 0 || !farAhead(found) && !kin || c.r.KnownWords() < 2 && (c.asks("they-word") || slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool { return t.Word == "it" })) && !kin) {
		return // one word may well be on what was spoken of
	}
	c.r = &alone
}

// planFact answers a question for one fact: the claim that explains most of it.
func (c *Composition) planFact() {
	c.moveOn()
	c.otherDate()
	found := weighing.Distinct(c.p.Choose(c.r, c.others()))
	if c.r.Intent == "accuser" && len(found) > 0 && found[0].Claim.Stance == corpus.Context && c.r.Voice() == nil {
		accusers := weighing.Distinct(c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Alleges}}))
		if len(accusers) > 0 && accusers[0].Named && accusers[0].Score >= 0.5*found[0].Score && c.fits(&accusers[0]) {
			found = accusers // "who is blamed for it?": background blames nobody
		}
	}
	if c.r.Facet == corpus.FacetEvidence && c.ofReckoning() {
		found = c.onFigures(found)
	}
	c.weighed = found
	if c.abstainsUnknown() {
		return
	}
	if c.asks("age-asking") && !slices.ContainsFunc(found, func(s weighing.Scored) bool { return s.Named && c.prints(s.Claim, "age-word") }) {
		c.abstain("abstain.subject")
		return
	}
	if c.blamedByOthers() || c.sharesBeside() || c.datedAs() || c.misquoted() || c.heardFrom() || c.mentionTold() || c.unmentioned() {
		return
	}
	if speaker := c.r.Speaker(); speaker != nil && c.r.Facet == "" && !c.p.EverSpeaks(speaker.IDs) && c.silentOn(nil) {
		return
	}
	if c.r.Facet == "" && c.asks("length-asking") {
		c.abstain("abstain.subject") // "how long is the report?"
		return
	}
	if c.r.Facet == corpus.FacetWhen && c.asks("to-come-asking") {
		found = slices.DeleteFunc(found, func(s weighing.Scored) bool {
			return !c.p.Index.Mentions(s.Claim.Says, c.p.Lexicon.Concept("to-come-word")) && !c.p.saysPhrase(s.Claim, "to-come-word")
		})
		c.weighed = found // "when will the next one be?": of what is past, it is not asked
	}
	c.promote(found)
	c.preferAllNames(found)
	c.preferSlot(found)
	c.preferIncident(found)
	c.preferSingle(found)
	c.preferSpokenOf(found)
	c.preferCurrency(found)
	c.preferPrinted(found)
	c.preferUntold(found)
	c.preferFigure(found)
	c.preferNamed(found)
	c.preferFirms(found)
	c.preferOwnRank(found)
	c.preferPeriod(found)
	c.preferLastPlace(found)
	c.preferPurpose(found)
	c.preferNamedPurpose(found)
	c.preferReason(found)
	c.preferDated(found)
	c.preferOwner(found)
	c.preferChain(found)
	if c.movedOn(found) || c.borneOut(found) || c.notStopped(found) || c.notWhole(found) || c.shareAcross() || c.sharePlaced(found) || c.shareSince(found) || c.unlikeAsked(found) && c.whySaid(found) {
		return
	}
	if len(found) > 0 && c.otherBody(&found[0]) {
		c.notTheirs(&found[0])
		return
	}
	if remark := c.countsBeside(found); remark != nil {
		c.leadRemark(remark)
		return
	}
	if c.notInThat(found) {
		return
	}
	if len(found) == 0 || !c.fits(&found[0]) {
		if len(found) > 0 && found[0].Named && len(c.r.Names) > 0 && c.r.ForeignShare() == 0 && (found[0].ContentFit(c.r) >= 0.7 || c.r.Voice() != nil && found[0].ContentFit(c.r) >= 0.6) && c.shareOf(found[0].Claim) {
			return
		}
		if len(found) > 0 && c.r.Facet == corpus.FacetCount && found[0].Named && found[0].Hit && found[0].Fit >= 0.9 && c.tells(found[0].Claim, corpus.FacetShare) {
			c.why = c.say("why.best")
			c.lead(found[0].Claim) // "how many of the boats were theirs?": a third were
			return
		}
		if c.sharesOf() {
			return
		}
		if c.whySaid(found) {
			return
		}
		if len(found) > 0 {
			if id := c.untold(&found[0]); id != "" {
				c.abstain(id)
				return
			}
		}
		if len(found) > 0 && c.r.Intent == "fact" {
			if other := c.othersWords(&found[0]); other != nil {
				c.notTheirs(other)
				return
			}
		}
		if remark := c.tellingRemark(); remark != nil {
			c.leadRemark(remark)
			return
		}
		if c.repeated() && c.leadTwin() {
			return
		}
		if !c.correct(found) && !(len(found) > 0 && (c.unconnected(found) || c.otherThan(found) || c.notAmong(&found[0]))) {
			c.abstain("abstain.subject")
		}
		return
	}
	if id := c.untold(&found[0]); id != "" {
		if !found[0].Figure || found[0].Named || c.ownNames() < 2 || !c.correct(found) { // "in which month did that mill lose the 4 million?": another lost them
			c.abstain(id)
		}
		return
	}
	if remark := c.leavesOpen(found[0].Claim); remark != nil {
		c.leadRemark(remark)
		return
	}
	if remark := c.betterRemark(&found[0]); remark != nil {
		c.leadRemark(remark)
		return
	}
	best := found[0]
	if other := c.otherSpeaker(&best, found); other != nil {
		c.why = c.say("why.premise")
		c.leadText(c.say("correct.accuser", "speaker", c.p.Corpus.Label(c.r.Speaker().IDs[0]))+" "+c.p.Composer.Sentence(other.Claim), other.Claim)
		c.also(best.Claim)
		return
	}
	if other := c.wordOfAnother(found); other != nil && best.Spoken {
		c.notTheirs(other)
		return
	}
	if other := c.othersWords(&best); other != nil {
		c.notTheirs(other)
		return
	}
	if c.repeated() && c.leadTwin() {
		return
	}
	if len(c.r.Figures) >= 2 && !best.Figure && c.bothFigures() {
		return
	}
	if c.conflicts(&best) && c.correct(found) {
		return
	}
	if (!best.Named && c.unconnected(found)) || (!best.Named || c.aroundOnly(&best, found)) && c.otherThan(found) {
		return
	}
	if c.aimedOnly(&best) || c.wholeAlone(&best) {
		return
	}
	if c.offTopic(&best) {
		c.why = c.say("why.best")
		c.leadText(c.say("fact.untold")+" "+c.sentence(best.Claim), best.Claim)
		return
	}
	c.why = c.say("why.best")
	if part := c.partOfDate(&best, found); part != nil {
		best = *part
	}
	if c.missing(best.Claim) || c.shareOf(best.Claim) || c.amountOfShare(best.Claim) {
		return
	}
	if c.r.Facet == corpus.FacetWhen && best.Claim.Happened == nil && best.Claim.Period == nil {
		best.Claim = c.p.dated(best.Claim)
	}
	if motive := c.motive(best.Claim); motive != nil {
		best.Claim = motive
	}
	if start := c.start(&best, found); start != nil {
		best = *start
	}
	if how := c.toldBeside(&best, found); how != nil {
		if other := c.otherBasis(how); other != nil {
			c.lead(how, other)
			c.also(best.Claim)
		} else {
			c.lead(how, best.Claim)
		}
	} else if told, bare := c.toldElsewhere(&best); told != nil {
		c.lead(told, best.Claim)
	} else if c.r.Facet == corpus.FacetEvidence && !best.Facet && c.asks("computing-word") && len(best.Claim.Via) == 0 {
		c.leadText(c.say("fact.untold")+" "+c.sentence(best.Claim), best.Claim)
	} else if bare || c.hardMiss(&best) || c.leavesOut(&best) {
		c.leadText(c.say("fact.untold")+" "+c.sentence(best.Claim), best.Claim)
	} else if c.misdated(&best) {
		c.redate(best.Claim)
	} else {
		c.lead(best.Claim)
		if other := c.otherBasis(best.Claim); other != nil {
			c.lead(other)
		}
	}
	c.beside(found)
	c.withRest(&best, found)
	if best.Claim.Stance == corpus.Counters {
		c.counter = best.Claim
	}
}

// namesAnother tells whether the claim names somebody or something that the question
// does not: whose name may be the one asked for. An empty kind is any.
func (c *Composition) namesAnother(claim *corpus.Claim, kind corpus.Kind) bool {
	return slices.ContainsFunc(c.p.Index.Linker.LinkPrinted(language.Split(claim.Says)), func(m corpus.Mention) bool {
		return !m.Weak && slices.ContainsFunc(m.IDs, func(id string) bool {
			entity := c.p.Corpus.Entity(id)
			return c.proper(id) && entity.Kind != corpus.Asset && (kind == "" || entity.Kind == kind) && !slices.Contains(c.r.Accused, id) && !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
				if n.Weak {
					return false // "the committee" is no name
				}
				return slices.Contains(n.IDs, id) || slices.Contains(n.Around, id)
			})
		})
	})
}

// proper tells whether an entity has a name of its own: "Russian contractors" are
// whoever they may be.
func (c *Composition) proper(id string) bool {
	entity := c.p.Corpus.Entity(id)
	if entity == nil || entity.Kind == corpus.Place || entity.Kind == corpus.Party || entity.Kind == corpus.Asset || entity.Kind == corpus.Topic {
		return false
	}
	return reading.EndsInName(c.p.Corpus.Label(id))
}

// unnamedTargets tells whether the question asks which firms were meant, and
// neither the claim nor another of its report on this names one.
func (c *Composition) unnamedTargets(claim *corpus.Claim) bool {
	if c.r.Intent == "verify" && c.asks("named-word") && len(claim.Targets) > 0 && c.hasTarget(claim) {
		return true
	}
	if c.r.Facet != corpus.FacetTarget || len(claim.Targets) == 0 || !c.whichOf(claim) && !slices.ContainsFunc(c.r.Head(c.p.Lexicon), func(t reading.Term) bool { return c.ofGroup(t, "firm-word") }) {
		return false
	}
	names := func(claim *corpus.Claim) bool { return slices.ContainsFunc(claim.Targets, c.proper) }
	return !names(claim) && !slices.ContainsFunc(c.weighed, func(s weighing.Scored) bool {
		return s.Claim.Report() == claim.Report() && s.Named && names(s.Claim)
	})
}

// hasTarget tells whether the question speaks of a target of the claim that has no
// name of its own.
func (c *Composition) hasTarget(claim *corpus.Claim) bool {
	return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && slices.Contains(claim.Targets, n.IDs[0]) && c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Company && !c.proper(n.IDs[0])
	})
}

// partOfDate returns the claim that tells what share of an accuser's total fell
// into the time asked about, where the best claim gives an amount for longer.
func (c *Composition) partOfDate(best *weighing.Scored, found []weighing.Scored) *weighing.Scored {
	if c.r.Facet != corpus.FacetAmount || len(c.r.Dates) == 0 || c.covers(best) >= 1 {
		return nil
	}
	for i := range found {
		s := &found[i]
		if (s.Claim.By == best.Claim.By || c.covers(best) < 0.3 && c.r.KnownWords() == 0) && s.Score >= 0.5*best.Score && c.covers(s) >= 1 && c.p.Index.Features[s.N].Facets[corpus.FacetShare] && amountOf(s.Claim) == "" {
			return s
		}
	}
	return nil
}

// covers tells how well the claim's own time fits the dates asked about; when it
// was said does not count.
func (c *Composition) covers(s *weighing.Scored) float64 {
	return c.p.Coverage(c.r, s.Claim)
}

// missing leads with the remark that a figure is missing from the copy, when
// that figure was asked for.
func (c *Composition) missing(claim *corpus.Claim) bool {
	if c.r.Facet != corpus.FacetAmount && c.r.Facet != corpus.FacetCount || !record.Gapped(claim) {
		return false
	}
	remarks := c.p.Corpus.Remarks(claim)
	if len(remarks) == 0 {
		return false
	}
	c.leadRemark(remarks[0])
	return true
}

// beside adds other answers to the same question: a second accuser of equal
// rank leads too, further ones follow.
func (c *Composition) beside(found []weighing.Scored) {
	best := found[0]
	if c.r.Facet == corpus.FacetEvidence && best.Facet && best.Claim.By != corpus.Article && len(c.led) == 1 {
		for _, s := range found[1:] { // all that one accuser rests on
			if s.Facet && s.Claim.By == best.Claim.By && s.Claim.Report() == best.Claim.Report() && s.Score >= 0.4*best.Score {
				c.lead(s.Claim)
				break
			}
		}
	}
	for _, s := range found[1:] {
		if len(c.b.Statements) >= 3 || s.Score < worthAdding*best.Score || s.Fit < enough {
			return
		}
		if s.Claim.Stance != best.Claim.Stance || !s.Facet || s.Dated != best.Dated || s.Figure != best.Figure || s.Spoken != best.Spoken || s.Named != best.Named || c.r.Facet == "" && s.WordWeight < 0.8*best.WordWeight {
			continue
		}
		evidence := c.r.Facet == corpus.FacetEvidence && s.Claim.Report() == best.Claim.Report()
		if c.r.Facet == "" && len(c.led) == 1 && c.r.KnownWords() >= 2 && s.Score >= 0.99*best.Score && s.Fit >= 0.8 && s.Claim.By == best.Claim.By && s.Claim.Report() == best.Claim.Report() && slices.Equal(s.Claim.Lines, best.Claim.Lines) {
			c.lead(s.Claim) // one statement, of which two claims each tell a half
			continue
		}
		if sameFigures(s.Claim, best.Claim) && s.Claim.By == best.Claim.By && !evidence {
			continue
		}
		several := (c.r.Facet == corpus.FacetTarget || c.asksSeveral(s.Claim, best.Claim)) && s.Claim.By == best.Claim.By && s.Score >= 0.75*best.Score && !slices.Equal(s.Claim.Targets, best.Claim.Targets)
		if (several || s.Score >= asGood*best.Score) && len(c.led) < 2 && (several || evidence || s.Claim.By != best.Claim.By || c.r.Facet != "" && !sameFigures(s.Claim, best.Claim)) {
			c.lead(s.Claim)
		} else if s.Claim.Stance == corpus.Alleges {
			c.also(s.Claim)
		}
	}
}

// asksSeveral tells whether the question is for more than one of what two claims each tell one of: "which
// thefts does its data include?"
func (c *Composition) asksSeveral(a, b *corpus.Claim) bool {
	tokens := c.r.Query.Tokens
	at := slices.IndexFunc(tokens[:max(0, min(3, len(tokens)-1))], func(t language.Token) bool { return c.p.In(t, "which-word") })
	return at >= 0 && a.Incident != "" && b.Incident != "" && a.Incident != b.Incident && strings.HasSuffix(tokens[at+1].Word, "s") && c.p.In(tokens[at+1], "single-incident")
}

func sameFigures(a, b *corpus.Claim) bool { return record.FiguresOf(a) == record.FiguresOf(b) }

// kindred tells whether one of two speakers belongs to the other.
func (c *Composition) kindred(a, b string) bool {
	return a != b && c.p.Corpus.Entity(a) != nil && c.p.Corpus.Entity(b) != nil && (c.p.Corpus.BelongsTo(a, b) || c.p.Corpus.BelongsTo(b, a))
}

// others leaves out what was said already when a follow-up asks for another, and what
// others say when it asks what "he" or "she" said.
func (c *Composition) others() weighing.Filter {
	if c.r.Leans && len(c.r.Focus) > 0 && c.asks("person-pronoun") && c.r.Speaker() == nil {
		if by := c.p.Corpus.Entity(c.r.Focus[0].By); by != nil && by.Kind == corpus.Person {
			theirs := weighing.Filter{Keep: func(claim *corpus.Claim) bool { return claim.By == by.ID }}
			if c.asks("more-asking") && !(c.r.Picked && c.asks("other-word")) {
				theirs.Exclude = c.r.Thread.Claims // "what else did she say?"
			}
			return theirs
		}
	}
	if c.ofThat() {
		report := c.r.Focus[0].Report()
		return weighing.Filter{Keep: func(claim *corpus.Claim) bool { return claim.Report() == report }}
	}
	if c.r.Another || c.r.Leans && (c.r.Facet == "" || c.asks("else-word")) && c.asks("more-asking") {
		return weighing.Filter{Exclude: c.r.Thread.Claims}
	}
	return weighing.Filter{}
}

// ofThat tells whether a follow-up asks something of the very thing that was told and names nothing
// else: "is that for one year?". What another report tells is no answer.
func (c *Composition) ofThat() bool {
	r := c.r
	tokens := r.Query.Tokens
	at := slices.IndexFunc(tokens[:min(2, len(tokens))], func(t language.Token) bool { return c.p.In(t, "copula") })
	return at >= 0 && at+1 < len(tokens) && r.Leans && r.Intent == "verify" && len(r.Focus) > 0 && c.p.In(tokens[at+1], "thing-pronoun") && len(r.Figures)+len(r.Reports)+len(r.Dates)+len(r.Quotes) == 0 && !r.Named()
}
