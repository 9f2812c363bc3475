package answers

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
)

// plan composes the answer by what is asked. The set of plans is closed; which
// words call for which is data.
func (c *composition) plan() {
	if c.tooVague() {
		if c.onlyNumbers() {
			c.abstain("abstain.off")
		} else if !c.theyAlone() {
			c.planClarify()
		}
		return
	}
	if c.unheard() {
		c.abstain("abstain.quote")
		return
	}
	if c.r.otherVoice {
		c.planMore()
		return
	}
	if c.ordinalOne() || c.pointsBack() || c.followsUp() || c.ofThose() || c.overrules() || c.theirReason() {
		return
	}
	switch c.r.intent {
	case "greeting", "thanks", "help", "about", "insult":
		c.planTalk()
	case "definition":
		if c.r.aspect == "origin" {
			c.planOrigin()
			return
		}
		c.planDefinition()
	case "denial", "replied":
		if speaker := c.r.speaker(); speaker != nil && c.r.intent == "denial" && c.e.accuses[speaker.ids[0]] && c.r.facet == corpus.FacetAmount && c.asks("how-much") {
			c.planFact() // "leave out what they say: how much does ... claim?"
			return
		}
		c.planDenial()
	case "counter":
		c.planCounter()
	case "spokesperson":
		if (c.ofAccuser() || len(c.r.figures) > 0 && len(c.r.accused) == 0) && !c.asks("deny") && !c.asks("reply") {
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
		if c.r.aspect == "without" {
			c.planWithout()
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
		if len(c.r.quotes) > 0 || c.r.aspect == "true" && (c.r.known() >= 2 || c.ownNames()+len(c.r.figures) > 0) {
			c.planFact() // "is it accurate that ...": the claim as it was made, and the reply
			if c.outcome == NotReported && c.r.named() && len(c.r.strangers) == 0 && c.r.foreign() < 0.3 {
				c.outcome, c.b = Answered, c.e.composer.NewBuilder()
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
		if c.r.aspect == "figures" {
			c.sharedFigures()
			return
		}
		c.planRemark()
	case "overview":
		c.planOverview()
	case "more":
		if len(c.r.figures) > 0 && !c.r.accusedSpeaks {
			c.r.intent = "fact" // "but another report says 40 tonnes?"
			for k := range c.r.terms {
				c.r.terms[k].Asked = c.r.terms[k].Asked || c.r.terms[k].framing || c.ofGroup(c.r.terms[k], "report-word")
			}
			c.planDefault()
			return
		}
		c.planMore()
	case "clarify":
		c.planClarify()
	case "advice":
		c.planAdvice()
	default:
		if c.e.speakers(c.r) >= 2 {
			c.planCompare()
			return
		}
		c.planDefault()
	}
}

// theirReason answers why, as the accused sees it, it is accused ("why would anyone make
// this up?"): by a reply that tells it.
func (c *composition) theirReason() bool {
	r := c.r
	if r.intent == "replied" || !r.accusedSpeaks || r.facet != corpus.FacetReason && r.facet != corpus.FacetPurpose || r.leans || r.known() > 0 || r.speaker() != nil && !c.e.speaksForAccused(r.speaker().ids) || len(r.figures) > 0 {
		return false
	}
	found := c.e.choose(r, choice{stances: denying, keep: func(claim *corpus.Claim) bool {
		facets := c.e.index.Features[c.e.index.Number(claim)].Facets
		return r.concerns(claim) && (facets[corpus.FacetReason] || facets[corpus.FacetPurpose])
	}})
	if len(found) == 0 || len(r.dates) > 0 && !found[0].dated {
		return false
	}
	c.weighed = found
	c.why = c.say("why.reply")
	c.lead(found[0].claim)
	c.answered(found[0].claim)
	return true
}

// ofAccuser tells whether the question names a body or person who makes claims, and
// nobody who speaks for the accused.
func (c *composition) ofAccuser() bool {
	voices := 0
	for i := range c.r.names {
		n := &c.r.names[i]
		if n.from < 0 || n.weak || !n.voice {
			continue
		}
		if c.e.speaksForAccused(n.ids) {
			return false
		}
		voices += boolInt(c.e.corpus.Entity(n.ids[0]).Kind != corpus.Outlet)
	}
	return voices > 0 && len(c.r.accused) == 0
}

// speakers counts the names asked about as those who say it, joined as a list is.
func (e *Engine) speakers(r *request) int {
	n, last := 0, -1
	for i := range r.names {
		if !r.names[i].speaker || r.names[i].from < 0 {
			continue
		}
		joined := false
		for k := max(last, 0); last >= 0 && k < r.names[i].from; k++ {
			joined = joined || e.in(r.query.Tokens[k], "joining-word")
		}
		if n == 0 || joined {
			n++
		}
		last = r.names[i].from
	}
	return n
}

// followsUp answers a short follow-up from the claim that the conversation is
// about, when that very claim tells what is asked.
func (c *composition) followsUp() bool {
	r := c.r
	if speaker := r.speaker(); r.leans && len(r.focus) > 0 && r.focus[0].Stance == corpus.Counters && speaker != nil && !c.e.speaksForAccused(speaker.ids) && c.retorted() {
		return true // what those say whom the accused accuses
	}
	if r.leans && len(r.focus) > 0 && r.focus[0].Stance == corpus.Counters && (c.asks("reply") || c.asks("deny")) && slices.ContainsFunc(r.names, func(n name) bool { return n.from >= 0 && c.blames(r.focus[0], &n) }) && c.retorted() {
		return true // "and what did the union answer?"
	}
	if r.leans && len(r.focus) > 0 && r.focus[0].Stance == corpus.Denies && c.asks("possessive") && len(r.query.Tokens) <= 5 && slices.ContainsFunc(r.query.Tokens, func(t language.Token) bool { return t.Word == "name" }) {
		r.intent, r.aspect = "spokesperson", "name" // "what's his name?"
		c.planSpokesperson()
		return true
	}
	if !r.leans || len(r.focus) == 0 || r.ownContent() || r.foreign() > 0.5 || r.accusedSpeaks && r.focus[0].Stance == corpus.Alleges || c.asks("else-word") {
		return false
	}
	if r.focus[0].Stance == corpus.Counters && c.asks("they-word") && c.asks("say") && c.retorted() {
		return true // "and what do they say?": those whom it accuses
	}
	claim := r.focus[0]
	facets := c.e.index.Features[c.e.index.Number(claim)].Facets
	totals := c.e.about([]string{claim.Report().Accused}).totalsBy[claim.By]
	undated := r.facet == corpus.FacetWhen && eventDate(claim) == "" && c.asks("start") // "more recently" is no beginning
	switch {
	case r.facet == corpus.FacetTarget && c.e.in(r.first(), "which-word") && !slices.ContainsFunc(claim.Targets, c.proper) && c.namedBeside(claim):
		return true
	case r.facet == corpus.FacetAmount && facets[corpus.FacetShare] && c.asks("whole-total") && len(totals) > 0:
		c.why = c.say("why.best")
		c.lead(totals[0]) // "what is that total?", of which a share was given
		return true
	case r.intent == "accuser" && (claim.Stance != corpus.Context || len(r.names) == 0) && (len(r.dates) == 0 || c.e.coverage(r, claim, &c.e.index.Features[c.e.index.Number(claim)]) > 0), r.facet != "" && r.facet != corpus.FacetRanking && r.intent == "fact" && facets[r.facet] && !undated && (r.facet != corpus.FacetCount || c.e.countsThat(r, c.e.index.Number(claim), &c.e.index.Features[c.e.index.Number(claim)])):
		if claim.Stance == corpus.Remark {
			c.leadRemark(claim)
			return true
		}
		c.why = c.say("why.best")
		if r.facet == corpus.FacetWhen {
			claim = c.e.dated(claim)
		}
		c.lead(claim)
		return true
	case r.intent == "fact" && (r.facet == corpus.FacetEvidence || r.facet == corpus.FacetReason) && claim.Stance == corpus.Alleges, r.intent == "fact" && r.facet == corpus.FacetEvidence && claim.Stance == corpus.Counters:
		return c.basis(claim)
	case r.intent == "fact" && (r.facet == corpus.FacetReason || r.facet == corpus.FacetPurpose) && claim.Stance == corpus.Denies && c.telling(claim) != claim:
		c.why = c.say("why.reply")
		c.lead(c.telling(claim)) // why, as they see it, they were accused
		c.answered(claim)
		return true
	case c.hard() && r.intent == "fact" && (!facets[r.facet] || undated) && c.e.corpus.Entity(claim.By) != nil:
		return c.sameVoice(claim)
	}
	return false
}

// sameVoice leads with what those who spoke last tell, in the same report, of the
// number or the date that is now asked for.
func (c *composition) sameVoice(focus *corpus.Claim) bool {
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{focus.Stance}, keep: func(claim *corpus.Claim) bool {
		return claim.By == focus.By && claim.Report() == focus.Report() && (c.r.facet != corpus.FacetWhen || eventDate(claim) != "")
	}})
	at := slices.IndexFunc(found, func(s scored) bool { return s.facet })
	if at < 0 {
		return false
	}
	c.weighed = found
	c.why = c.say("why.best")
	c.lead(found[at].claim)
	return true
}

// dated returns the copy of a statement, or the denial on the same occasion, that
// gives its date most exactly.
func (e *Engine) dated(claim *corpus.Claim) *corpus.Claim {
	best := claim
	consider := func(other *corpus.Claim) {
		if other.Stance == claim.Stance && strings.HasPrefix(saidOn(other), saidOn(claim)) && len(saidOn(other)) > len(saidOn(best)) {
			best = other
		}
	}
	for _, twin := range e.origins[claim.Origin] {
		consider(twin)
	}
	if claim.Stance == corpus.Denies {
		for _, denial := range e.about([]string{claim.Report().Accused}).occasions {
			if sameOccasion(denial, claim) {
				consider(denial)
			}
		}
	}
	return best
}

// has tells whether the claim has the word, or another of its group.
func (e *Engine) has(claim int32, t term) bool {
	in := func(postings []corpus.Posting) bool {
		_, ok := slices.BinarySearchFunc(postings, claim, func(p corpus.Posting, n int32) int { return int(p.Claim) - int(n) })
		return ok
	}
	return in(e.index.Stem(t.Stem)) || slices.ContainsFunc(t.Concepts, func(c language.Concept) bool { return in(e.index.Concept(c)) })
}

// hasGroup tells whether the claim has a word or expression of the group.
func (e *Engine) hasGroup(claim int32, group string) bool {
	return e.has(claim, term{Term: intent.Term{Concepts: []language.Concept{e.lexicon.Concept(group)}}})
}

// ahead tells whether the best claim is far ahead of those of other reports.
func ahead(found []scored) bool {
	for _, s := range found[1:] {
		if s.claim.Report() != found[0].claim.Report() {
			return found[0].score >= 1.5*s.score
		}
	}
	return true
}

// planDefault answers what no special plan is for.
func (c *composition) planDefault() {
	r := c.r
	switch {
	case (c.asks("say") || c.asks("accusation-word") || c.asks("quote-word")) && c.unquoted():
	case r.facet == corpus.FacetPlan:
		c.planNext()
	case r.accusedSpeaks && r.speaker() == nil:
		c.planDenial()
	case r.facet == corpus.FacetAmount && !r.specific() && len(r.dates) == 0:
		c.planTotal()
	case r.facet == corpus.FacetPurpose && !r.leans && c.eachPurpose():
	case r.leans && len(r.dates) > 0 && r.intent == "fact" && len(r.focus) > 0 && r.focus[0].Stance == corpus.Denies && len(r.names)+len(r.figures) == 0 && !slices.ContainsFunc(r.terms, term.own):
		if d := c.datedOccasion(); d != nil {
			c.leadDenials([]scored{{claim: d, n: c.e.index.Number(d), dated: true}}) // "and the one of that year?"
			return
		}
		c.planDenial()
	case r.facet == "" && c.accusedOf():
	case r.facet == corpus.FacetTarget && c.asks("several-word") && c.asks("report-word") && c.listShared():
	case r.facet == corpus.FacetTarget && (c.asks("named-word") || c.asks("list-asking")) && !c.asks("most-word") && c.namedTargets():
	case (r.facet == "" || r.facet == corpus.FacetTarget) && !c.asks("most-word") && c.namedMembers():
	case r.facet == "" && r.intent == "fact" && len(r.dates) == 1 && len(r.names)+len(r.figures)+len(r.reports)+len(r.focus) == 0 && !c.asks("report-word") && !slices.ContainsFunc(r.terms, term.own):
		c.planOverview() // "anything from 2016?"
	case r.facet == "" && r.intent == "fact" && !r.specific() && len(r.accused) > 0 && len(r.dates) == 0 && len(r.reports) == 0:
		c.planOverview()
	default:
		c.planFact()
	}
}

// planNext tells what is proposed or expected.
func (c *composition) planNext() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	found := distinct(c.e.choose(c.r, choice{keep: func(claim *corpus.Claim) bool { return c.r.concerns(claim) && c.tells(claim, corpus.FacetPlan) }}))
	c.weighed = found
	if len(found) == 0 || c.r.known() > 0 && (!found[0].hit || c.r.wordFit(&found[0]) < 0.6) || !c.r.hasContent() && len(c.r.parties()) == 0 && len(c.e.parties) > 1 {
		c.abstain("abstain.subject")
		return
	}
	if len(c.r.accused) > 0 {
		slices.SortStableFunc(found, func(a, b scored) int { // what they themselves plan
			theirs := func(s scored) int {
				return boolInt(slices.ContainsFunc(c.r.accused, func(id string) bool { return c.e.corpus.BelongsTo(s.claim.By, id) }))
			}
			return theirs(b) - theirs(a)
		})
	}
	c.why = c.say("why.best")
	c.lead(found[0].claim)
}

// onlySays tells whether a question has nothing but that somebody said something, or
// hardly that: "what did they say?", "which report?".
func (c *composition) onlySays() bool {
	r := c.r
	return r.intent != "accuser" && !c.asks("accuse") && (c.asks("pronoun") || len(r.query.Tokens) <= 3) && len(r.names)+len(r.figures)+len(r.reports)+len(r.dates)+len(r.quotes)+len(r.focus) == 0 &&
		!slices.ContainsFunc(r.terms, func(t term) bool { return t.own() && !t.framing })
}

// comparesNothing tells whether a first question asks which of two is more, and does not say of
// which two: "which one is bigger?".
func (c *composition) comparesNothing() bool {
	return c.r.thread.Turns == 0 && c.asks("more-less") && len(c.r.quotes) == 0 && c.onlyCompares()
}

// tooVague tells whether there is nothing to go by: no content, and no thread.
func (c *composition) tooVague() bool {
	r := c.r
	if len(r.strangers) > 0 || r.hasContent() && !c.onlySays() && !c.onlySize() && !c.otherOne() && !c.comparesNothing() || len(r.accused) > 0 {
		return false
	}
	if r.leans && len(r.focus) > 0 {
		return false
	}
	if r.facet == corpus.FacetCount && len(c.e.counted[r.counted]) > 0 {
		return false // "how many lorries?": somebody counts them
	}
	switch r.facet {
	case corpus.FacetRanking, corpus.FacetPurpose, corpus.FacetMethod, corpus.FacetTarget, corpus.FacetEvidence, corpus.FacetActor:
		return false // "what do they spend it on?" is clear enough
	}
	switch r.intent {
	case "verdict":
		return r.aspect == "true" && r.thread.Turns == 0 && !slices.ContainsFunc(r.query.Tokens, func(t language.Token) bool { return t.Word == "it" || t.Word == "they" })
	case "fact", "verify", "accuser", "definition", "source", "more":
		return true
	case "list":
		return r.aspect == ""
	case "compare", "order":
		return c.comparesNothing()
	}
	return r.aspect == "meant" // "what do you mean?", and nothing was said
}
