// Package planning composes the answer to a request: which claims lead, what corrects
// the question's premise, whose reply stands beside them, and when to say that the
// reports do not tell.
package planning

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// plan composes the answer by what is asked. The set of plans is closed; which
// words call for which is data.
func (c *Composition) plan() {
	if c.otherOrgan() {
		return
	}
	if c.ofLastTwo() {
		return
	}
	if c.tooVague() {
		if c.onlyNumbers() {
			c.abstain("abstain.off")
		} else if !c.theyAlone() {
			c.planClarify()
		}
		return
	}
	if c.unnamedPerson() {
		c.abstain("abstain.unnamed")
		return
	}
	if c.gangSpeaks() {
		c.abstain("abstain.unquoted")
		return
	}
	if c.unitPrice() {
		c.abstain("abstain.subject")
		return
	}
	if c.notQuoted() || c.notListed() {
		return
	}
	if c.asksSlot() || c.lacksRelation() || c.whyNone() {
		c.abstain("abstain.subject")
		return
	}
	if c.r.Intent == "verify" && c.r.Aspect == "member" {
		if c.memberOf() {
			return
		}
		c.r.Aspect = ""
	}
	if c.strangerSays() || c.anothersPhrase() {
		return
	}
	if c.r.OtherVoice {
		c.planMore()
		return
	}
	if c.namedInReport() || c.groundsOfAnswered() || c.whyTheyDo() || c.howTheyDo() || c.repliesToBoth() || c.incidentsOf() || c.eachOfTwoDates() || c.misdatedSpeech() || c.madeFor() || c.otherPurpose() || c.ordinalOne() || c.pointsBack() || c.followsUp() || c.ofThose() || c.overrules() || c.theirReason() || c.overUnder() || c.spokenOf() || c.otherWayRound() || c.counterGrounds() || c.otherMeasure() || c.amountOfYear() {
		return
	}
	if c.purposeInEach() {
		return
	}
	switch c.r.Intent {
	case "greeting", "thanks", "help", "about", "insult":
		c.planTalk()
	case "definition":
		if c.r.Aspect == "origin" {
			c.planOrigin()
			return
		}
		if c.r.Aspect == "described" {
			c.described()
			return
		}
		c.planDefinition()
	case "denial", "replied":
		if c.r.Aspect == "silence" {
			c.planSilence()
			return
		}
		if c.r.Aspect == "accuser" {
			if c.reaction() {
				return
			}
			c.r.Aspect = ""
		}
		if speaker := c.r.Speaker(); speaker != nil && c.r.Intent == "denial" && c.p.Accuses[speaker.IDs[0]] && c.r.Facet == corpus.FacetAmount && c.asks("how-much") {
			c.planFact() // "leave out what they say: how much does ... claim?"
			return
		}
		if speaker := c.r.Speaker(); speaker != nil && c.r.Intent == "denial" && c.r.Facet == corpus.FacetReason && c.p.Accuses[speaker.IDs[0]] && !c.p.BelongsToAccused(speaker.IDs) && len(c.r.Accused) == 0 && c.ownNames() < 3 && !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && c.p.BelongsToAccused(n.IDs) }) {
			c.planFact() // "what does the inspector say is wrong with it?"
			return
		}
		if c.asks("complaint-word") && !c.asks("deny") && !c.asks("reply") && c.ownNames() > 0 && !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && c.p.BelongsToAccused(n.IDs) }) {
			c.planFact() // what an accuser holds against the accused is no reply
			return
		}
		c.planDenial()
	case "counter":
		c.planCounter()
	case "spokesperson":
		if (c.ofAccuser() || len(c.r.Figures) > 0 && len(c.r.Accused) == 0) && !c.asks("deny") && !c.asks("reply") {
			c.planFact() // "in which month did the harbour official speak?"
			return
		}
		c.planSpokesperson()
	case "quote":
		c.planQuote()
	case "extreme":
		c.planExtreme()
	case "compare":
		c.planCompare()
	case "total":
		c.planTotal()
	case "list":
		c.planList()
	case "timeline":
		c.planTimeline()
	case "mentions":
		if c.r.Aspect == "without" {
			c.planWithout()
			return
		}
		if c.r.Aspect == "each" {
			c.planEach()
			return
		}
		c.planMentions()
	case "unanswered":
		c.planUnanswered()
	case "order":
		c.planOrder()
	case "elapsed":
		c.planElapsed()
	case "ratio":
		c.planRatio()
	case "verdict":
		if len(c.r.Quotes) > 0 || c.r.Aspect == "true" && (c.r.KnownWords() >= 2 || c.ownNames()+len(c.r.Figures) > 0) {
			c.planFact() // "is it accurate that ...": the claim as it was made, and the reply
			if c.outcome == NotReported && c.r.Named() && len(c.r.Strangers) == 0 && c.r.ForeignShare() < 0.3 {
				c.outcome, c.b = Answered, c.p.Composer.NewBuilder()
				c.planVerdict()
			}
			return
		}
		c.planVerdict()
	case "lacks":
		c.planLacks()
	case "source":
		c.planSource()
	case "discrepancy", "same":
		if c.r.Aspect == "figures" {
			c.sharedFigures()
			return
		}
		c.planRemark()
	case "overview":
		c.planOverview()
	case "more":
		if len(c.r.Figures) > 0 && !c.r.AccusedSpeaks {
			c.r.Intent = "fact" // "but another report says 40 tonnes?"
			for k := range c.r.Terms {
				c.r.Terms[k].Asked = c.r.Terms[k].Asked || c.r.Terms[k].Framing || c.ofGroup(c.r.Terms[k], "report-word")
			}
			c.planDefault()
			return
		}
		c.planMore()
	case "advice":
		c.planAdvice()
	default:
		if c.p.joinedSpeakers(c.r) >= 2 {
			c.planCompare()
			return
		}
		c.planDefault()
	}
}

// theirReason answers why, as the accused sees it, it is accused ("why would anyone make
// this up?"): by a reply that tells it.
func (c *Composition) theirReason() bool {
	r := c.r
	if r.Intent == "replied" || !r.AccusedSpeaks || r.Facet != corpus.FacetReason && r.Facet != corpus.FacetPurpose || r.Leans || r.KnownWords() > 0 || r.Speaker() != nil && !c.p.BelongsToAccused(r.Speaker().IDs) || len(r.Figures) > 0 {
		return false
	}
	found := c.p.Choose(r, weighing.Filter{Stances: denying, Keep: func(claim *corpus.Claim) bool {
		facets := c.p.Index.FeaturesOf(claim).Facets
		return r.Concerns(claim) && facets[corpus.FacetPurpose]
	}})
	if len(found) == 0 || len(r.Dates) > 0 && !found[0].Dated {
		return false
	}
	if !c.asks("deny") && !c.asks("reply") {
		slices.SortStableFunc(found, func(a, b weighing.Scored) int { // what the others are after, before what is wrong with what they say
			aims := func(s weighing.Scored) int { return record.BoolInt(c.tells(s.Claim, corpus.FacetPurpose)) }
			return aims(b) - aims(a)
		})
	}
	c.weighed = found
	c.why = c.say("why.reply")
	c.lead(found[0].Claim)
	c.addAnswered(found[0].Claim)
	return true
}

// ofAccuser tells whether the question names a body or person who makes claims, and
// nobody who speaks for the accused.
func (c *Composition) ofAccuser() bool {
	voices := 0
	for i := range c.r.Names {
		n := &c.r.Names[i]
		if n.From < 0 || n.Weak || !n.Voice {
			continue
		}
		if c.p.BelongsToAccused(n.IDs) {
			return false
		}
		voices += record.BoolInt(c.p.Corpus.Entity(n.IDs[0]).Kind != corpus.Outlet)
	}
	return voices > 0 && len(c.r.Accused) == 0
}

// joinedSpeakers counts the names asked about as those who say it, joined as a list is.
func (p *Planner) joinedSpeakers(r *reading.Request) int {
	n, last := 0, -1
	for i := range r.Names {
		if !r.Names[i].Speaker || r.Names[i].From < 0 {
			continue
		}
		joined := false
		for k := max(last, 0); last >= 0 && k < r.Names[i].From; k++ {
			joined = joined || p.In(r.Query.Tokens[k], "joining-word")
		}
		if n == 0 || joined {
			n++
		}
		last = r.Names[i].From
	}
	return n
}

// dated returns the copy of a statement, or the denial on the same occasion, that
// gives its date most exactly.
func (p *Planner) dated(claim *corpus.Claim) *corpus.Claim {
	best := claim
	consider := func(other *corpus.Claim) {
		if other.Stance == claim.Stance && strings.HasPrefix(record.SaidOn(other), record.SaidOn(claim)) && len(record.SaidOn(other)) > len(record.SaidOn(best)) {
			best = other
		}
	}
	for _, twin := range p.Origins[claim.Origin] {
		consider(twin)
	}
	if claim.Stance == corpus.Denies {
		for _, denial := range p.About([]string{claim.Report().Accused}).Occasions {
			if record.SameOccasion(denial, claim) {
				consider(denial)
			}
		}
	}
	return best
}

// farAhead tells whether the best claim is far ahead of those of other reports.
func farAhead(found []weighing.Scored) bool {
	for _, s := range found[1:] {
		if s.Claim.Report() != found[0].Claim.Report() {
			return found[0].Score >= 1.5*s.Score
		}
	}
	return true
}

// planDefault answers what no special plan is for.
func (c *Composition) planDefault() {
	r := c.r
	switch {
	case (c.asks("say") || c.asks("accusation-word") || c.asks("quote-word")) && c.unquoted():
	case r.Facet == corpus.FacetPlan:
		c.planNext()
	case r.AccusedSpeaks && r.Speaker() == nil:
		c.planDenial()
	case r.Facet == corpus.FacetAmount && !r.Specific() && len(r.Dates) == 0:
		c.planTotal()
	case r.Facet == corpus.FacetPurpose && !r.Leans && c.eachPurpose():
	case r.Leans && len(r.Dates) > 0 && r.Intent == "fact" && len(r.Focus) > 0 && r.Focus[0].Stance == corpus.Denies && len(r.Names)+len(r.Figures) == 0 && !slices.ContainsFunc(r.Terms, reading.Term.Own):
		if d := c.datedOccasion(); d != nil {
			c.leadDenials([]weighing.Scored{{Claim: d, N: c.p.Index.Number(d), Dated: true}}) // "and the one of that year?"
			return
		}
		c.planDenial()
	case r.Facet == corpus.FacetActor && c.whoDidIt():
		c.listAccusers(record.MostListed) // whom the reports accuse, and who does: no one claim is on all of it
	case r.Facet == "" && c.whatWasTaken():
		c.listAccusations()
	case r.Facet == corpus.FacetTarget && c.asks("several-word") && c.asks("report-word") && c.listShared():
	case r.Facet == corpus.FacetTarget && (c.asks("named-word") || c.asks("list-asking") || c.whichFirms()) && !c.asks("most-word") && c.namedTargets():
	case (r.Facet == "" || r.Facet == corpus.FacetTarget) && !c.asks("most-word") && c.namedMembers():
	case r.Facet == "" && r.Intent == "fact" && len(r.Dates) == 1 && len(r.Names)+len(r.Figures)+len(r.Reports)+len(r.Focus) == 0 && !c.asks("report-word") && !slices.ContainsFunc(r.Terms, reading.Term.Own):
		c.planOverview() // "anything from 2016?"
	case r.Facet == "" && r.Intent == "fact" && !r.Specific() && len(r.Accused) > 0 && len(r.Dates) == 0 && len(r.Reports) == 0:
		c.planOverview()
	default:
		c.planFact()
	}
}

// planNext tells what is proposed or expected.
func (c *Composition) planNext() {
	if c.abstainsUnknown() {
		return
	}
	found := weighing.Distinct(c.p.Choose(c.r, weighing.Filter{Keep: func(claim *corpus.Claim) bool { return c.r.Concerns(claim) && c.tells(claim, corpus.FacetPlan) }}))
	c.weighed = found
	if len(found) == 0 || c.r.KnownWords() > 0 && (!found[0].Hit || found[0].WordFit(c.r) < 0.6) || !c.r.HasContent() && len(c.r.AboutAccused()) == 0 && len(c.p.AllAccused) > 1 {
		c.abstain("abstain.subject")
		return
	}
	if len(c.r.Accused) > 0 {
		slices.SortStableFunc(found, func(a, b weighing.Scored) int { // what they themselves plan
			theirs := func(s weighing.Scored) int {
				return record.BoolInt(slices.ContainsFunc(c.r.Accused, func(id string) bool { return c.p.Corpus.BelongsTo(s.Claim.By, id) }))
			}
			return theirs(b) - theirs(a)
		})
	}
	c.why = c.say("why.best")
	c.lead(found[0].Claim)
}
