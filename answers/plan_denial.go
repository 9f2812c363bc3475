package answers

import (
	"cmp"
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
)

var (
	denying  = []corpus.Stance{corpus.Denies}
	accusing = []corpus.Stance{corpus.Alleges}
	replying = []corpus.Stance{corpus.Denies, corpus.Counters}
)

// planDenial answers what the accused replied: to an accusation that the
// question names, in words that it asks for, or at all.
func (c *composition) planDenial() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if c.unknownReplier() || c.r.othersReply && !c.r.accusedSpeaks && c.retorted() {
		return
	}
	if c.r.othersReply && !c.r.accusedSpeaks && c.othersSilent() {
		return
	}
	if c.r.othersReply && !c.r.accusedSpeaks && (len(c.r.accused) == 0 || !c.e.everSpeaks(c.r.replier)) {
		if !c.otherReply() && (len(c.r.dates) == 0 || !slices.ContainsFunc(c.r.names, func(n name) bool { return c.e.accuses[n.ids[0]] })) {
			c.abstain("abstain.subject")
		}
		if c.outcome != Answered || len(c.b.Statements) > 0 {
			return
		}
	}
	if c.unquoted() || c.misquoted() || c.eachAccused() {
		return
	}
	if c.r.intent == "replied" && len(c.r.reports) == 1 && !slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 }) && len(c.r.figures) == 0 {
		if first := c.silent(c.r.reports[0]); first != nil {
			c.noReplyIn([]*corpus.Claim{first})
			return
		}
	}
	if c.r.aspect == "scope" && !slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 && !c.e.speaksForAccused(n.ids) }) {
		if d := c.datedOccasion(); d != nil {
			c.aimedAt(d)
			return
		}
		c.allReplies()
		return
	}
	if c.r.aspect == "aimed" {
		if c.aimedThen() {
			return
		}
		defer c.aimed()
	}
	if c.r.leans && len(c.r.focus) > 0 && c.asks("other-word") && c.otherOccasion() || c.olderOrNewer() {
		return
	}
	if c.r.leans && len(c.r.focus) > 0 && (len(c.r.replier) == 0 || c.e.isAccused(c.r.replier) && c.r.focus[0].Stance == corpus.Alleges && c.asks("thing-pronoun")) && (!c.r.ownContent() || c.asksFocus()) {
		c.replyToFocus()
		return
	}
	own := c.e.choose(c.r, choice{stances: replying, keep: c.r.concerns})
	if len(c.r.dates) > 0 && !slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 }) {
		slices.SortStableFunc(own, func(a, b scored) int { return cmp.Compare(boolInt(b.dated), boolInt(a.dated)) })
	}
	c.plainFirst(own)
	c.weighed = own
	if c.asks("common-word") && c.eachYear(own) {
		return
	}
	if c.r.leans && len(c.r.dates) > 0 && len(own) > 0 && own[0].dated && !slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 }) {
		c.leadDenials(own) // "how did they answer the one of that year?"
		return
	}
	if c.r.intent == "verify" && c.r.leans && len(own) > 0 && c.r.sameReply(own[0].claim) && !slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 }) {
		c.leadDenials(own) // "do they recognise it?": of what they said then
		return
	}
	if len(c.r.dates) >= 2 && len(own) > 0 && own[0].hit && own[0].fit >= enough && len(c.r.names) == 0 {
		c.leadDenials(own) // "is that from the reply of one year or of the other?"
		return
	}
	if c.noReply() {
		return
	}
	if len(c.r.names)+len(c.r.figures)+len(c.r.reports) == 0 && (c.r.counts || c.r.known() == 0 && len(c.r.dates) == 0 && !(len(own) > 0 && own[0].hit && own[0].words > 0 && c.complete(&own[0]))) {
		c.allReplies()
		return
	}
	if c.r.intent == "fact" && (c.r.facet == corpus.FacetReason || c.r.facet == corpus.FacetPurpose) && len(own) > 0 && own[0].facet && own[0].hit && own[0].claim.Stance == corpus.Denies {
		c.leadDenials(own) // what they see in it, whichever accusation they answered
		return
	}
	accused := c.e.choose(c.r, choice{stances: accusing, anyDate: true})
	if len(own) > 0 && c.ownVoice(&own[0]) && own[0].words >= 4 && c.r.wordFit(&own[0]) >= 0.9 {
		c.leadDenials(own) // whatever it is thought to have answered, these were the words
		return
	}
	if len(own) > 0 && own[0].claim.Stance == corpus.Counters && own[0].hit && own[0].named && own[0].fit >= 0.7 && !c.asks("reply") && !c.asks("deny") {
		c.why = c.say("why.reply")
		c.lead(own[0].claim) // "what does he say that she took?"
		c.counter = own[0].claim
		return
	}
	if aimed := c.aimedReply(own); aimed != nil {
		c.leadDenials(aimed)
		return
	}
	if open := c.openAccuser(accused); open != nil {
		c.replied(open)
		return
	}
	if open := c.openAmount(accused); open != nil {
		c.replied(open)
		return
	}
	if c.silentOn(own) {
		return
	}
	if c.ownNames() > 0 && c.r.known() == 0 && c.r.foreign() > 0.3 && len(c.r.figures)+len(c.r.dates)+len(c.r.quotes) == 0 {
		c.abstain("abstain.subject") // "how did he explain his resignation?", of which no report tells
		return
	}
	if len(own) > 0 && own[0].fit >= 0.3 && c.ownVoice(&own[0]) {
		c.leadDenials(own)
		return
	}
	if len(own) > 0 && own[0].named && own[0].hit && own[0].words > 1 && c.r.wordFit(&own[0]) >= 0.8 {
		c.leadDenials(own)
		return
	}
	if len(own) > 0 && len(c.r.reports) > 0 && own[0].hit && c.inScope(own[0].claim) && own[0].fit >= enough {
		c.leadDenials(own) // "does the denial in that piece cover ...?"
		return
	}
	targeted := c.targets(accused)
	if direct := c.answeredByName(accused); direct != nil && !c.surpasses(own, direct) {
		c.replied(direct)
		return
	}
	if len(own) > 0 && own[0].named && len(c.r.names) > 0 && len(accused) > 0 && own[0].fit >= accused[0].fit/2 {
		c.leadDenials(own)
		return
	}
	if len(own) > 0 && (own[0].fit >= enough || len(c.r.dates) > 0 && own[0].dated) && (len(targeted) == 0 || own[0].fit >= accused[0].fit-0.05) {
		c.leadDenials(own)
		return
	}
	if len(targeted) > 0 {
		c.replied(targeted)
		return
	}
	if len(own) > 0 && own[0].fit >= 0.3 {
		c.leadDenials(own)
		return
	}
	if len(c.r.names) == 0 && len(c.r.strangers) == 0 && len(c.r.accused) > 0 {
		c.allReplies()
		return
	}
	if len(own) > 0 && own[0].hit && own[0].words > 1.5 && c.r.foreign() == 0 && len(c.r.names)+len(c.r.figures) == 0 {
		c.leadDenials(own) // "which denial brings him in, the earlier or the later?"
		return
	}
	if len(own) > 0 && len(c.r.reports) > 0 && c.inScope(own[0].claim) && c.asks("deny") {
		c.leadDenials(own) // "whom does the denial in that piece contradict?"
		return
	}
	c.abstain("abstain.subject")
}

// plainFirst puts a denial before a counter-accusation that fits hardly better:
// it is the reply that was asked for.
func (c *composition) plainFirst(own []scored) {
	if len(own) == 0 || own[0].claim.Stance != corpus.Counters || c.asks("call") || c.r.intent == "fact" {
		return
	}
	for i, s := range own {
		if s.claim.Stance == corpus.Denies && s.score >= 0.6*own[0].score && s.named == own[0].named && (s.fit > own[0].fit-0.35 || c.r.leans || c.asks("reply") || c.asks("deny")) {
			copy(own[1:i+1], own[:i])
			own[0] = s
			return
		}
	}
}

// surpasses tells whether another reply than the direct ones has far more of
// what the question says.
func (c *composition) surpasses(own, accused []scored) bool {
	if len(own) == 0 || !own[0].named || own[0].claim.Stance == corpus.Counters && (c.asks("reply") || c.asks("deny") || c.asks("accusation-noun")) {
		return false // what it accuses them of in turn is no reply to them
	}
	return !slices.ContainsFunc(own, func(s scored) bool {
		return 1.5*s.score > own[0].score && slices.ContainsFunc(accused, func(a scored) bool { return slices.Contains(c.e.directReplies(a.claim), s.claim) })
	})
}

// openAccuser returns accusations by an accuser whom the question names, when no
// denial answers anything that they said.
func (c *composition) openAccuser(accused []scored) []scored {
	for _, n := range c.r.names {
		if n.from < 0 || !c.e.accuses[n.ids[0]] || c.e.speaksForAccused(n.ids) {
			continue
		}
		var mine []scored
		for _, s := range accused {
			if c.e.index.Relation(s.n, n.ids)&(corpus.AsSpeaker|corpus.AsOwner) != 0 {
				if c.e.replyTo(s.claim).direct {
					return nil
				}
				mine = append(mine, s)
			}
		}
		if len(mine) > 0 {
			return mine
		}
	}
	return nil
}

// openAmount returns the accusations of the one amount that the question gives, where no
// denial answers any of them.
func (c *composition) openAmount(accused []scored) []scored {
	if len(c.r.figures) != 1 || !c.r.figures[0].Money() {
		return nil
	}
	of := slices.DeleteFunc(slices.Clone(accused), func(s scored) bool { return !s.figure })
	if len(of) == 0 || slices.ContainsFunc(of, func(s scored) bool { return c.e.replyTo(s.claim).direct }) {
		return nil
	}
	return of
}

// asksFocus tells whether it is asked whether somebody who speaks for the accused
// answered what the conversation is about: "did the ministry answer him?".
func (c *composition) asksFocus() bool {
	if c.r.intent != "replied" || c.r.focus[0].Stance != corpus.Alleges || c.r.known() > 0 || len(c.r.figures)+len(c.r.dates) > 0 || !c.asks("pronoun") {
		return false
	}
	return !slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 && !c.e.speaksForAccused(n.ids) })
}

// retorted leads with the reply of those whom the accused accuses, if the question
// names them and the reports carry it; of one accusation that it names they may
// carry none.
func (c *composition) retorted() bool {
	if c.r.known() > 0 {
		found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Counters}})
		if len(found) > 0 && found[0].hit && c.e.retortTo(found[0].claim) != nil && !slices.ContainsFunc(c.e.retorts, func(r *corpus.Claim) bool { return slices.Contains(c.e.corpus.Answered(r), found[0].claim) }) {
			c.why = c.say("why.noreply")
			c.lead(found[0].claim)
			c.counter = found[0].claim
			return true
		}
	}
	for _, retort := range c.e.retorts {
		if slices.ContainsFunc(c.r.names, func(n name) bool {
			return slices.ContainsFunc(n.ids, func(id string) bool {
				return c.e.corpus.BelongsTo(id, retort.By) || c.e.corpus.BelongsTo(retort.By, id)
			})
		}) {
			c.why = c.say("why.reply")
			c.lead(retort)
			return true
		}
	}
	return false
}

// otherReply answers what somebody else than the accused replied, if a claim
// by them tells it; it returns whether one does.
func (c *composition) otherReply() bool {
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Alleges, corpus.Context}})
	c.weighed = found
	if len(found) > 0 && found[0].hit && c.r.foreign() == 0 && (found[0].fit >= 0.75 && found[0].spoken || found[0].fit >= 0.9 && found[0].named && found[0].claim.By == corpus.Article) {
		c.lead(found[0].claim)
		return true
	}
	return false
}

// answeredByName returns the accusations by an accuser whom the question names
// that a denial answers.
func (c *composition) answeredByName(accused []scored) []scored {
	var out []scored
	for _, n := range c.r.names {
		if !c.e.accuses[n.ids[0]] {
			continue
		}
		for _, s := range accused {
			if c.e.index.Relation(s.n, n.ids)&corpus.AsSpeaker != 0 && c.e.replyTo(s.claim).direct && s.figure && len(out) < 4 {
				out = append(out, s)
			}
		}
	}
	return out
}

// ownContent tells whether the question itself, without its thread, names
// anything that could be looked for.
func (r *request) ownContent() bool {
	for _, n := range r.names {
		if n.from >= 0 {
			return true
		}
	}
	for i := range r.terms {
		if t := &r.terms[i]; !t.Asked && t.Known && t.From != t.To && !t.framing {
			return true
		}
	}
	return len(r.figures) > 0 || len(r.dates) > 0 || len(r.reports) > 0
}

// targets returns the accusations that the question means, by name or figure.
func (c *composition) targets(accused []scored) []scored {
	if len(accused) == 0 || accused[0].fit < 0.45 || !accused[0].hit && len(c.r.names) == 0 && len(c.r.figures) == 0 {
		return nil
	}
	var out []scored
	for _, s := range accused {
		if s.score >= close*accused[0].score && s.figure == accused[0].figure && len(out) < 4 {
			out = append(out, s)
		}
	}
	return out
}

// leadDenials leads with the reply that fits best, and the accusation it answers.
func (c *composition) leadDenials(own []scored) {
	best := own[0].claim
	if best.Stance == corpus.Denies && c.e.solid[best] < firm {
		// An undated reply told by the article is backed by the one it tells of.
		for _, s := range own {
			if s.claim.Stance == corpus.Denies && c.e.solid[s.claim] >= firm && s.score >= near*own[0].score {
				best = s.claim
				break
			}
		}
	}
	switch c.r.facet {
	case corpus.FacetWhen:
		best = c.e.dated(best)
	case corpus.FacetReason, corpus.FacetPurpose:
		if d := c.telling(best); c.hasNamesOf(best, d) {
			best = d // why they accuse us
		}
	}
	c.why = c.say("why.reply")
	if len(c.r.dates) > 0 && !c.r.leans && !own[0].dated && saidOn(best) != "" {
		c.leadText(c.say("correct.date")+" "+c.sentence(best), best)
	} else {
		c.lead(best)
	}
	for _, s := range own[1:] {
		if s.score >= near*own[0].score && len(c.led) < 2 && s.claim.Stance == best.Stance && (s.claim.Report() == best.Report() || !sameOccasion(s.claim, best)) {
			c.lead(s.claim)
		}
	}
	if best.Stance != corpus.Denies {
		c.denyBeside(best)
	}
	c.answered(best)
}

// denyBeside adds the denial made on the same occasion as a counter-accusation.
func (c *composition) denyBeside(claim *corpus.Claim) {
	for _, d := range c.e.occasions([]string{claim.Report().Accused}) {
		if sameOccasion(d, claim) {
			c.b.Claim(compose.Denial, d)
			return
		}
	}
}
