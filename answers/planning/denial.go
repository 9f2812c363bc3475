package planning

import (
	"cmp"
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

var (
	denying  = []corpus.Stance{corpus.Denies}
	accusing = []corpus.Stance{corpus.Alleges}
	replying = []corpus.Stance{corpus.Denies, corpus.Counters}
)

// planDenial answers what the accused replied: to an accusation that the
// question names, in words that it asks for, or at all.
func (c *Composition) planDenial() {
	if c.abstainsUnknown() {
		return
	}
	if c.r.Aspect == "which" && c.eachAccuser() {
		return
	}
	if c.unknownReplier() || c.r.OthersReply && !c.r.AccusedSpeaks && c.retorted() {
		return
	}
	if c.r.OthersReply && !c.r.AccusedSpeaks && c.othersSilent() {
		return
	}
	if c.r.OthersReply && !c.r.AccusedSpeaks && (len(c.r.Accused) == 0 || !c.p.EverSpeaks(c.r.Replier)) {
		if !c.otherReply() && (len(c.r.Dates) == 0 || !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return c.p.Accuses[n.IDs[0]] })) {
			c.abstain("abstain.subject")
		}
		if c.outcome != Answered || len(c.b.Statements) > 0 {
			return
		}
	}
	if c.bystander() {
		c.abstain("abstain.subject")
		return
	}
	if c.unquoted() || c.misquoted() || c.eachAccused() || c.r.Intent == "replied" && c.eachAccuser() {
		return
	}
	if len(c.r.Reports) == 1 && !c.r.GivesName() && len(c.r.Figures) == 0 {
		if first := c.silent(c.r.Reports[0]); first != nil {
			c.noReplyIn([]*corpus.Claim{first})
			return
		}
	}
	if c.r.Aspect == "scope" && !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && !c.p.BelongsToAccused(n.IDs) }) {
		if d := c.datedOccasion(); d != nil {
			c.aimedAt(d)
			return
		}
		c.allReplies()
		return
	}
	if c.r.Aspect == "aimed" {
		if c.aimedThen() {
			return
		}
		if c.r.Leans && len(c.r.Focus) > 0 && c.r.Focus[0].Stance == corpus.Counters && c.tellsInterval(c.r.Focus[0]) && !c.r.OwnContent() {
			c.why = c.say("why.best")
			c.lead(c.r.Focus[0]) // after what it came is in its sentence
			return
		}
		defer c.aimed()
	}
	if c.olderOrNewer() {
		return
	}
	if c.r.Leans && len(c.r.Focus) > 0 && (len(c.r.Replier) == 0 || c.p.IsAccused(c.r.Replier) && c.r.Focus[0].Stance == corpus.Alleges && c.asks("thing-pronoun")) && (!c.r.OwnContent()) {
		c.replyToFocus()
		return
	}
	stances := replying
	if c.r.Intent == "replied" && c.asks("confirm-verb") {
		stances = denying // "did they confirm it?"
	}
	own := c.p.Choose(c.r, weighing.Filter{Stances: stances, Keep: c.r.Concerns})
	if len(c.r.Dates) > 0 && !c.r.GivesName() {
		slices.SortStableFunc(own, func(a, b weighing.Scored) int { return cmp.Compare(record.BoolInt(b.Dated), record.BoolInt(a.Dated)) })
	}
	c.plainFirst(own)
	c.dayFirst(own)
	c.weighed = own
	if c.asks("common-word") && c.eachYear(own) {
		return
	}
	if c.r.Leans && len(c.r.Dates) > 0 && len(own) > 0 && own[0].Dated && !c.r.GivesName() {
		c.leadDenials(own) // "how did they answer the one of that year?"
		return
	}
	if c.r.Intent == "verify" && c.r.Leans && len(own) > 0 && c.r.SameReply(own[0].Claim) && !c.r.GivesName() {
		c.leadDenials(own) // "do they recognise it?": of what they said then
		return
	}
	if len(c.r.Dates) >= 2 && len(own) > 0 && own[0].Hit && own[0].Fit >= enough && len(c.r.Names) == 0 {
		c.leadDenials(own) // "is that from the reply of one year or of the other?"
		return
	}
	if c.noReply() {
		return
	}
	if other := c.wordOfAnother(own); other != nil {
		c.notTheirs(other)
		c.addAnswered(other.Claim)
		return
	}
	if len(c.r.Names)+len(c.r.Figures)+len(c.r.Reports) == 0 && (c.r.Counts || c.r.KnownWords() == 0 && len(c.r.Dates) == 0 && !(len(own) > 0 && own[0].Hit && own[0].WordWeight > 0 && c.complete(&own[0]))) {
		c.allReplies()
		return
	}
	if c.r.Intent == "fact" && (c.r.Facet == corpus.FacetReason || c.r.Facet == corpus.FacetPurpose) && len(own) > 0 && own[0].Facet && own[0].Hit && own[0].Claim.Stance == corpus.Denies {
		c.leadDenials(own) // what they see in it, whichever accusation they answered
		return
	}
	accused := c.p.Choose(c.r, weighing.Filter{Stances: accusing, AnyDate: true})
	if len(own) > 0 && c.ownVoice(&own[0]) && own[0].WordWeight >= 4 && own[0].WordFit(c.r) >= 0.9 {
		c.leadDenials(own) // whatever it is thought to have answered, these were the words
		return
	}
	if len(own) > 0 && own[0].Claim.Stance == corpus.Counters && own[0].Hit && own[0].Named && own[0].Fit >= 0.7 && !c.asks("reply") && !c.asks("deny") {
		c.why = c.say("why.reply")
		c.lead(own[0].Claim) // "what does he say that she took?"
		c.counter = own[0].Claim
		return
	}
	if c.silentOn(own) {
		return
	}
	if aimed := c.aimedReply(own); aimed != nil {
		c.leadDenials(aimed)
		return
	}
	if open := c.openAccuser(accused); open != nil {
		c.leadReply(open)
		return
	}
	if open := c.openAmount(accused); open != nil {
		c.leadReply(open)
		return
	}
	if c.ownNames() > 0 && c.r.ForeignShare() > 0.3 && len(c.r.Figures)+len(c.r.Dates)+len(c.r.Quotes) == 0 {
		c.abstain("abstain.subject") // "how did he explain his resignation?", of which no report tells
		return
	}
	if len(own) > 0 && own[0].Fit >= 0.3 && c.ownVoice(&own[0]) {
		c.leadDenials(own)
		return
	}
	if len(own) > 0 && own[0].Named && own[0].Hit && own[0].WordWeight > 1 && own[0].WordFit(c.r) >= 0.8 {
		c.leadDenials(own)
		return
	}
	if len(own) > 0 && len(c.r.Reports) > 0 && own[0].Hit && c.inScope(own[0].Claim) && own[0].Fit >= enough {
		c.leadDenials(own) // "does the denial in that piece cover ...?"
		return
	}
	if c.asks("accept-word") {
		if at := slices.IndexFunc(own, func(s weighing.Scored) bool { return s.Named && c.prints(s.Claim, "accept-word") }); at >= 0 {
			weighing.ToFront(own, at)
			c.leadDenials(own) // "do they recognise the committee?"
			return
		}
	}
	targeted := c.targets(accused)
	if direct := c.answeredByName(accused); direct != nil && !c.surpasses(own, direct) {
		c.leadReply(direct)
		return
	}
	if len(own) > 0 && own[0].Named && len(c.r.Names) > 0 && len(accused) > 0 && own[0].Fit >= accused[0].Fit/2 {
		c.leadDenials(own)
		return
	}
	if len(own) > 0 && (own[0].Fit >= enough || len(c.r.Dates) > 0 && own[0].Dated) && (len(targeted) == 0 || own[0].Fit >= accused[0].Fit-0.05) {
		c.leadDenials(own)
		return
	}
	if len(own) > 0 && c.ownNames()+len(c.r.Figures) == 0 && (len(c.r.Dates) > 0 && own[0].Dated || len(c.r.Reports) == 1 && c.inScope(own[0].Claim)) {
		c.leadDenials(own) // "to what day do they date the reply of that year?": of no accusation is it asked
		return
	}
	if len(targeted) > 0 {
		c.leadReply(targeted)
		return
	}
	if len(own) > 0 && own[0].Fit >= 0.3 {
		c.leadDenials(own)
		return
	}
	if len(c.r.Names) == 0 && len(c.r.Strangers) == 0 && len(c.r.Accused) > 0 {
		if len(own) > 0 && len(c.r.Reports) == 1 && c.r.KnownWords() == 0 && c.inScope(own[0].Claim) {
			c.leadDenials(own) // what they say in that article
			return
		}
		c.allReplies()
		return
	}
	if len(own) > 0 && own[0].Hit && own[0].WordWeight > 1.5 && c.r.ForeignShare() == 0 && len(c.r.Names)+len(c.r.Figures) == 0 {
		c.leadDenials(own) // "which denial brings him in, the earlier or the later?"
		return
	}
	if len(own) > 0 && len(c.r.Reports) > 0 && c.inScope(own[0].Claim) && c.asks("deny") {
		c.leadDenials(own) // "whom does the denial in that piece contradict?"
		return
	}
	if len(own) > 0 && c.r.Facet == corpus.FacetAmount && own[0].Facet && c.asks("deny") && c.ownNames()+len(c.r.Figures)+len(c.r.Dates) == 0 {
		c.leadDenials(own) // "does any of the denials dispute an amount?": that which has one
		return
	}
	c.abstain("abstain.subject")
}

// bystander tells whether it is asked what a country does about a denial that neither makes it nor accuses
// anybody: "did Ostmark support their denial?"
func (c *Composition) bystander() bool {
	if !c.p.In(c.r.First(), "auxiliary") || c.r.Leans {
		return false
	}
	return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From == 1 && c.country(n.IDs[0]) && !c.p.BelongsToAccused(n.IDs) && !c.p.Accuses[n.IDs[0]] && !c.p.EverSpeaks(n.IDs)
	})
}

// plainFirst puts a denial before a counter-accusation that fits hardly better:
// it is the reply that was asked for.
func (c *Composition) plainFirst(own []weighing.Scored) {
	if len(own) == 0 || own[0].Claim.Stance != corpus.Counters || c.asks("call") || c.r.Intent == "fact" {
		return
	}
	for i, s := range own {
		if s.Claim.Stance == corpus.Denies && s.Score >= 0.6*own[0].Score && s.Named == own[0].Named && (s.Fit > own[0].Fit-0.15 || c.r.Leans || c.asks("reply") || c.asks("deny")) {
			copy(own[1:i+1], own[:i])
			own[0] = s
			return
		}
	}
}

// surpasses tells whether another reply than the direct ones has far more of
// what the question says.
func (c *Composition) surpasses(own, accused []weighing.Scored) bool {
	if len(own) == 0 || !own[0].Named {
		return false // what it accuses them of in turn is no reply to them
	}
	return !slices.ContainsFunc(own, func(s weighing.Scored) bool {
		return 1.5*s.Score > own[0].Score && slices.ContainsFunc(accused, func(a weighing.Scored) bool { return slices.Contains(c.p.DirectReplies(a.Claim), s.Claim) })
	})
}

// openAccuser returns accusations by an accuser whom the question names, when no
// denial answers anything that they said.
func (c *Composition) openAccuser(accused []weighing.Scored) []weighing.Scored {
	for _, n := range c.r.Names {
		if n.From < 0 || !c.p.Accuses[n.IDs[0]] || c.p.BelongsToAccused(n.IDs) {
			continue
		}
		var mine []weighing.Scored
		for _, s := range accused {
			if c.p.Index.Relation(s.N, n.IDs)&(corpus.AsSpeaker|corpus.AsOwner) != 0 {
				if c.p.ReplyTo(s.Claim).Direct {
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
func (c *Composition) openAmount(accused []weighing.Scored) []weighing.Scored {
	if len(c.r.Figures) != 1 {
		return nil
	}
	of := slices.DeleteFunc(slices.Clone(accused), func(s weighing.Scored) bool { return !s.Figure })
	if len(of) == 0 || slices.ContainsFunc(of, func(s weighing.Scored) bool { return c.p.ReplyTo(s.Claim).Direct }) {
		return nil
	}
	return of
}

// answeredByName returns the accusations by an accuser whom the question names
// that a denial answers.
func (c *Composition) answeredByName(accused []weighing.Scored) []weighing.Scored {
	var out []weighing.Scored
	for _, n := range c.r.Names {
		if !c.p.Accuses[n.IDs[0]] {
			continue
		}
		for _, s := range accused {
			if c.p.Index.Relation(s.N, n.IDs)&corpus.AsSpeaker != 0 && c.p.ReplyTo(s.Claim).Direct && s.Figure && len(out) < 4 {
				out = append(out, s)
			}
		}
	}
	return out
}

// manySpeakers is by how many a thing is told before a question with no other word means none of them.
const manySpeakers = 4

// targets returns the accusations that the question means, by name or figure.
func (c *Composition) targets(accused []weighing.Scored) []weighing.Scored {
	if len(accused) == 0 || accused[0].Fit < 0.45 || !accused[0].Hit && len(c.r.Names) == 0 && len(c.r.Figures) == 0 {
		return nil
	}
	if c.meansMany(accused) {
		return nil // "how do they explain the thefts?"
	}
	var out []weighing.Scored
	for _, s := range accused {
		if s.Score >= asGood*accused[0].Score && s.Figure == accused[0].Figure && len(out) < 4 {
			out = append(out, s)
		}
	}
	return out
}

// meansMany tells whether the question has nothing but words that the accusations of many share.
func (c *Composition) meansMany(accused []weighing.Scored) bool {
	if c.ownNames()+len(c.r.Figures)+len(c.r.Dates)+len(c.r.Quotes)+len(c.r.Reports) > 0 || c.r.Leans {
		return false
	}
	var speakers []string
	for _, s := range accused {
		if s.Fit >= accused[0].Fit-0.01 {
			speakers = record.AppendNew(speakers, s.Claim.By)
		}
	}
	return len(speakers) >= manySpeakers
}

// leadDenials leads with the reply that fits best, and the accusation it answers.
func (c *Composition) leadDenials(own []weighing.Scored) {
	best := own[0].Claim
	if best.Stance == corpus.Denies && c.p.Firmness[best] < record.Firm {
		// An undated reply told by the article is backed by the one it tells of.
		for _, s := range own {
			if s.Claim.Stance == corpus.Denies && c.p.Firmness[s.Claim] >= record.Firm && s.Score >= worthAdding*own[0].Score {
				best = s.Claim
				break
			}
		}
	}
	switch c.r.Facet {
	case corpus.FacetWhen:
		best = c.p.dated(best)
	case corpus.FacetReason, corpus.FacetPurpose:
	}
	c.why = c.say("why.reply")
	if len(c.r.Dates) > 0 && !c.r.Leans && !own[0].Dated && record.SaidOn(best) != "" {
		c.redate(best)
	} else if c.offTopic(&own[0]) {
		c.leadText(c.say("fact.untold")+" "+c.sentence(best), best)
	} else if name := c.notMeant(&own[0]); name != "" {
		c.leadText(c.say("correct.unmentioned", "speaker", c.p.Composer.ShortSpeaker(best), "name", c.bare(name))+" "+c.sentence(best), best)
	} else {
		c.lead(best)
	}
	for _, s := range own[1:] {
		if s.Score >= worthAdding*own[0].Score && len(c.led) < 2 && s.Claim.Stance == best.Stance && (s.Claim.Report() == best.Report() || !record.SameOccasion(s.Claim, best)) {
			c.lead(s.Claim)
		}
	}
	if best.Stance != corpus.Denies {
		c.denyBeside(best)
	}
	c.addAnswered(best)
}

// denyBeside adds the denial made on the same occasion as a counter-accusation.
func (c *Composition) denyBeside(claim *corpus.Claim) {
	for _, d := range c.p.Occasions([]string{claim.Report().Accused}) {
		if record.SameOccasion(d, claim) {
			c.b.Claim(compose.Denial, d)
			return
		}
	}
}
