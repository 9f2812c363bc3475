package answers

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

const (
	enough     = 0.50 // share of a question that a claim must explain to answer it
	leastWords = 0.33 // share of its content words that the claim must have
	close      = 0.86 // of the best score: as good an answer as the best
	near       = 0.70 // of the best score: worth mentioning beside it
)

// moveOn leaves behind whom the conversation was about, where a follow-up that names
// nobody has words enough of its own that a claim on something else has.
func (c *composition) moveOn() {
	own := func(n name) bool { return n.from >= 0 }
	if c.r.another || c.ofThat() || !slices.ContainsFunc(c.r.terms, func(t term) bool { return t.own() && t.Known && !t.framing }) {
		return // "said to whom?" has no words of its own
	}
	if c.r.facet == corpus.FacetMethod {
		return // how it was done to whoever was spoken of, what was done to others does not tell
	}
	if !c.r.leans || c.r.known() == 0 || len(c.r.names) == 0 || len(c.r.dates) > 0 || c.asks("person-pronoun") || slices.ContainsFunc(c.r.names, own) {
		return
	}
	alone := *c.r
	alone.names, alone.leans = nil, false
	before, found := c.e.choose(c.r, c.others()), c.e.choose(&alone, c.others())
	if len(before) == 0 || len(found) == 0 || alone.wordFit(&found[0]) < 0.75 || found[0].words < 1.8*before[0].words || alone.facet != "" && !found[0].facet || found[0].claim == before[0].claim {
		return
	}
	kin := len(c.r.focus) > 0 && found[0].claim.Report() == c.r.focus[0].Report() && c.kindred(found[0].claim.By, c.r.focus[0].By) // "are they looking into it?": another branch of them
	if few := c.r.known() < 2 || c.asks("they-word"); few && (before[0].words > 0 || !ahead(found) && !kin || c.r.known() < 2 && (c.asks("they-word") || slices.ContainsFunc(c.r.query.Tokens, func(t language.Token) bool { return t.Word == "it" })) && !kin) {
		return // one word may well be on what was spoken of
	}
	c.r = &alone
}

// planFact answers a question for one fact: the claim that explains most of it.
func (c *composition) planFact() {
	c.moveOn()
	c.otherDate()
	found := distinct(c.e.choose(c.r, c.others()))
	if c.r.intent == "accuser" && len(found) > 0 && found[0].claim.Stance == corpus.Context && c.r.voice() == nil {
		accusers := distinct(c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Alleges}}))
		if len(accusers) > 0 && accusers[0].named && accusers[0].score >= 0.5*found[0].score && c.fits(&accusers[0]) {
			found = accusers // "who is blamed for it?": background blames nobody
		}
	}
	c.weighed = found
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if c.unitPrice() || c.asks("age-asking") && !slices.ContainsFunc(found, func(s scored) bool { return s.named && c.e.hasGroup(s.n, "age-word") }) {
		c.abstain("abstain.subject")
		return
	}
	if c.misquoted() || c.mentionTold() || c.unmentioned() {
		return
	}
	if c.r.facet == corpus.FacetWhen && c.asks("to-come-asking") {
		found = slices.DeleteFunc(found, func(s scored) bool {
			return !c.e.index.Mentions(s.claim.Says, c.e.lexicon.Concept("to-come-word")) && !c.e.saysPhrase(s.claim, "to-come-word")
		})
		c.weighed = found // "when will the next one be?": of what is past, it is not asked
	}
	c.promote(found)
	c.preferAllNames(found)
	c.preferIncident(found)
	c.preferUntold(found)
	c.preferFigure(found)
	c.preferNamed(found)
	c.preferPurpose(found)
	c.preferOwner(found)
	c.preferChain(found)
	if c.notStopped(found) || c.shareSince(found) || c.unlikeAsked(found) && c.whySaid(found) {
		return
	}
	if len(found) > 0 && c.otherBody(&found[0]) {
		c.notTheirs(&found[0])
		return
	}
	if len(found) == 0 || !c.fits(&found[0]) {
		if len(found) > 0 && found[0].named && len(c.r.names) > 0 && c.r.foreign() == 0 && (c.r.contentFit(&found[0]) >= 0.7 || c.r.voice() != nil && c.r.contentFit(&found[0]) >= 0.6) && c.shareOf(found[0].claim) {
			return
		}
		if c.partInstead() {
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
		if len(found) > 0 && c.r.intent == "fact" {
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
		if !c.correct(found) && !(len(found) > 0 && (c.unconnected(found) || c.otherThan(found))) {
			c.abstain("abstain.subject")
		}
		return
	}
	if id := c.untold(&found[0]); id != "" {
		c.abstain(id)
		return
	}
	if remark := c.leavesOpen(found[0].claim); remark != nil {
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
		c.leadText(c.say("correct.accuser", "speaker", c.e.composer.Label(c.r.speaker().ids[0]))+" "+c.e.composer.Sentence(other.claim), other.claim)
		c.also(best.claim)
		return
	}
	if other := c.othersWords(&best); other != nil {
		c.notTheirs(other)
		return
	}
	if c.repeated() && c.leadTwin() {
		return
	}
	if len(c.r.figures) >= 2 && !best.figure && c.bothFigures() {
		return
	}
	if c.conflicts(&best) && c.correct(found) {
		return
	}
	if !best.named && (c.unconnected(found) || c.otherThan(found)) {
		return
	}
	c.why = c.say("why.best")
	if part := c.partOfDate(&best, found); part != nil {
		best = *part
	}
	if c.missing(best.claim) || c.shareOf(best.claim) || c.amountOfShare(best.claim) {
		return
	}
	if c.r.facet == corpus.FacetWhen && best.claim.Happened == nil && best.claim.Period == nil {
		best.claim = c.e.dated(best.claim)
	}
	if motive := c.motive(best.claim); motive != nil {
		best.claim = motive
	}
	if start := c.start(&best, found); start != nil {
		best = *start
	}
	if how := c.toldBeside(&best, found); how != nil {
		c.lead(how, best.claim)
	} else if told, bare := c.toldElsewhere(&best); told != nil {
		c.lead(told, best.claim)
	} else if bare {
		c.leadText(c.say("fact.untold")+" "+c.sentence(best.claim), best.claim)
	} else {
		c.lead(best.claim)
	}
	c.beside(found)
	if best.claim.Stance == corpus.Counters {
		c.counter = best.claim
	}
}

// unitPrice tells whether the question is for the price of one of a kind of thing that
// was taken: the reports tell what all of it was worth.
func (c *composition) unitPrice() bool {
	return c.asks("price-word") && slices.ContainsFunc(c.r.names, func(n name) bool {
		if n.from < 0 || c.e.corpus.Entity(n.ids[0]).Kind != corpus.Asset {
			return false
		}
		if n.from == 0 {
			return len(c.r.query.Tokens) > 1 && c.e.in(c.r.query.Tokens[1], "price-word") // "gold price when the mill was robbed"
		}
		return c.e.in(c.r.query.Tokens[n.from-1], "one-word")
	})
}

// namesAnother tells whether the claim names somebody or something that the question
// does not: whose name may be the one asked for. An empty kind is any.
func (c *composition) namesAnother(claim *corpus.Claim, kind corpus.Kind) bool {
	return slices.ContainsFunc(c.e.index.Linker.LinkPrinted(language.Split(claim.Says)), func(m corpus.Mention) bool {
		return !m.Weak && slices.ContainsFunc(m.IDs, func(id string) bool {
			entity := c.e.corpus.Entity(id)
			return c.proper(id) && entity.Kind != corpus.Asset && (kind == "" || entity.Kind == kind) && !slices.Contains(c.r.accused, id) && !slices.ContainsFunc(c.r.names, func(n name) bool {
				if n.weak {
					return false // "the committee" is no name
				}
				return slices.Contains(n.ids, id) || slices.Contains(n.around, id)
			})
		})
	})
}

// proper tells whether an entity has a name of its own: "Russian contractors" are
// whoever they may be.
func (c *composition) proper(id string) bool {
	entity := c.e.corpus.Entity(id)
	if entity == nil || entity.Kind == corpus.Place || entity.Kind == corpus.Party || entity.Kind == corpus.Asset || entity.Kind == corpus.Topic {
		return false
	}
	return printsName(c.e.composer.Label(id))
}

// unnamedTargets tells whether the question asks which firms were meant, and
// neither the claim nor another of its report on this names one.
func (c *composition) unnamedTargets(claim *corpus.Claim) bool {
	if c.r.intent == "verify" && c.asks("named-word") && len(claim.Targets) > 0 && c.hasTarget(claim) {
		return true
	}
	if c.r.facet != corpus.FacetTarget || len(claim.Targets) == 0 || !c.whichOf(claim) && !slices.ContainsFunc(c.r.head(c.e.lexicon), func(t term) bool { return c.ofGroup(t, "firm-word") }) {
		return false
	}
	names := func(claim *corpus.Claim) bool { return slices.ContainsFunc(claim.Targets, c.proper) }
	return !names(claim) && !slices.ContainsFunc(c.weighed, func(s scored) bool {
		return s.claim.Report() == claim.Report() && s.named && names(s.claim)
	})
}

// hasTarget tells whether the question speaks of a target of the claim that has no
// name of its own.
func (c *composition) hasTarget(claim *corpus.Claim) bool {
	return slices.ContainsFunc(c.r.names, func(n name) bool {
		return n.from >= 0 && slices.Contains(claim.Targets, n.ids[0]) && c.e.corpus.Entity(n.ids[0]).Kind == corpus.Company && !c.proper(n.ids[0])
	})
}

// partOfDate returns the claim that tells what share of an accuser's total fell
// into the time asked about, where the best claim gives an amount for longer.
func (c *composition) partOfDate(best *scored, found []scored) *scored {
	if c.r.facet != corpus.FacetAmount || len(c.r.dates) == 0 || c.covers(best) >= 1 {
		return nil
	}
	for i := range found {
		s := &found[i]
		if (s.claim.By == best.claim.By || c.covers(best) < 0.3 && c.r.known() == 0) && s.score >= 0.5*best.score && c.covers(s) >= 1 && c.e.index.Features[s.n].Facets[corpus.FacetShare] && amountOf(s.claim) == "" {
			return s
		}
	}
	return nil
}

// covers tells how well the claim's own time fits the dates asked about; when it
// was said does not count.
func (c *composition) covers(s *scored) float64 {
	return c.e.coverage(c.r, s.claim, &c.e.index.Features[s.n])
}

// missing leads with the remark that a figure is missing from the copy, when
// that figure was asked for.
func (c *composition) missing(claim *corpus.Claim) bool {
	if c.r.facet != corpus.FacetAmount && c.r.facet != corpus.FacetCount || !gapped(claim) {
		return false
	}
	remarks := c.e.corpus.Remarks(claim)
	if len(remarks) == 0 {
		return false
	}
	c.leadRemark(remarks[0])
	return true
}

// beside adds other answers to the same question: a second accuser of equal
// rank leads too, further ones follow.
func (c *composition) beside(found []scored) {
	best := found[0]
	if c.r.facet == corpus.FacetEvidence && best.facet && best.claim.By != corpus.Article && len(c.led) == 1 {
		for _, s := range found[1:] { // all that one accuser rests on
			if s.facet && s.claim.By == best.claim.By && s.claim.Report() == best.claim.Report() && s.score >= 0.4*best.score {
				c.lead(s.claim)
				break
			}
		}
	}
	for _, s := range found[1:] {
		if len(c.b.Statements) >= 3 || s.score < near*best.score || s.fit < enough {
			return
		}
		if s.claim.Stance != best.claim.Stance || !s.facet || s.dated != best.dated || s.figure != best.figure || s.spoken != best.spoken || s.named != best.named || c.r.facet == "" && s.words < 0.8*best.words {
			continue
		}
		evidence := c.r.facet == corpus.FacetEvidence && s.claim.Report() == best.claim.Report()
		if sameFigures(s.claim, best.claim) && s.claim.By == best.claim.By && !evidence {
			continue
		}
		several := c.r.facet == corpus.FacetTarget && s.claim.By == best.claim.By && s.score >= 0.75*best.score && !slices.Equal(s.claim.Targets, best.claim.Targets)
		if (several || s.score >= close*best.score) && len(c.led) < 2 && (several || evidence || s.claim.By != best.claim.By || c.r.facet != "" && !sameFigures(s.claim, best.claim)) {
			c.lead(s.claim)
		} else if s.claim.Stance == corpus.Alleges {
			c.also(s.claim)
		}
	}
}

func sameFigures(a, b *corpus.Claim) bool { return figuresOf(a) == figuresOf(b) }

// promote puts a claim first that answers, where the one with the highest score
// does not: a name that it gives a lesser part may be outweighed by its words.
func (c *composition) promote(found []scored) {
	if len(found) == 0 || c.fits(&found[0]) && (found[0].hit || !c.r.leans || !c.r.ownContent()) {
		return
	}
	for i := 1; i < len(found) && i < 6 && found[i].score >= 0.55*found[0].score; i++ {
		if c.r.wordFit(&found[i]) > c.r.wordFit(&found[0]) && (found[i].named || !found[0].named) && found[i].claim.Report().Accused == found[0].claim.Report().Accused && c.sameNames(&found[0], &found[i]) && c.fits(&found[i]) {
			toFront(found, i)
			return
		}
	}
}

// preferChain puts the claim first that came by way of somebody, where a question for
// a news agency or a paper opens so ("through which paper did ...?"), or where it is asked
// to whom somebody told it.
func (c *composition) preferChain(found []scored) {
	if c.r.aspect == "channel" && c.asks("passing-on") && c.preferGiving(found) {
		return
	}
	agency := (c.asks("news-agency") || c.asks("media") || c.asks("publisher-word")) && c.asks("brought-word") && !c.e.in(c.r.first(), "auxiliary")
	if len(found) == 0 || len(found[0].claim.Via) > 0 || c.r.intent != "fact" || !agency && c.r.aspect != "channel" {
		return
	}
	for i := range found {
		if len(found[i].claim.Via) > 0 && found[i].named == found[0].named && found[i].score >= 0.7*found[0].score {
			toFront(found, i)
			return
		}
	}
}

// preferFigure puts the claim first that has the one figure that a question gives
// and nothing else that is particular.
func (c *composition) preferFigure(found []scored) {
	if given := c.r.query.Figures; len(c.r.figures) != 1 || len(given) != 1 || !given[0].Money() || c.r.leans || len(found) == 0 || found[0].figure || slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 }) {
		return
	}
	for i := range found {
		if found[i].figure && found[i].score >= 0.5*found[0].score {
			toFront(found, i)
			return
		}
	}
}
