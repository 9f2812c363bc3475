package answers

import (
	"cmp"
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// answered adds the accusation that a denial answers.
func (c *composition) answered(denial *corpus.Claim) {
	list := c.e.corpus.Answered(denial)
	if len(list) == 0 {
		return
	}
	best := list[0]
	for _, claim := range list {
		if prominence(claim) > prominence(best) {
			best = claim
		}
	}
	c.also(best)
}

// prominence tells how well a claim stands for an accusation as a whole.
func prominence(claim *corpus.Claim) int {
	value := 0
	for _, f := range claim.Figures {
		switch f.Measures {
		case corpus.Total:
			value += 4
		case corpus.Single:
			value += 2
		}
	}
	if claim.By != corpus.Article && claim.By != corpus.Unnamed {
		value++
	}
	if claim.Origin != "" {
		value++
	}
	return value
}

// replied leads with the reply to the accusations, or says that there is none.
func (c *composition) replied(list []scored) {
	for _, s := range list {
		if direct := c.e.replyTo(s.claim); direct.direct {
			c.why = c.say("why.reply")
			c.lead(direct.denial)
			c.also(s.claim)
			return
		}
	}
	c.why = c.say("why.noreply")
	c.lacking(list[0].claim)
	c.b.Claim(compose.Allegation, list[0].claim)
}

// lacking says that no denial answers an accusation, and that the accused was silent on
// it where a remark tells so.
func (c *composition) lacking(claim *corpus.Claim) {
	text, claims := c.say("reply.lacking", "accused", c.e.composer.Name(claim.Report().Accused), "speaker", c.e.composer.Accusers([]*corpus.Claim{claim})[0]), []*corpus.Claim{claim}
	if remark := c.silence(claim); remark != nil {
		text, claims = text+" "+c.e.composer.Sentence(remark), append(claims, remark)
	}
	c.leadText(text, claims...)
}

// silence returns the remark that the accused said nothing to an accusation.
func (c *composition) silence(claim *corpus.Claim) *corpus.Claim {
	for _, remark := range c.e.corpus.Remarks(claim) {
		if len(remark.About) <= 2 && c.e.tellsSilence(remark) {
			return remark
		}
	}
	return nil
}

// tellsSilence tells whether a remark says that somebody did not reply.
func (e *Engine) tellsSilence(remark *corpus.Claim) bool { return e.silentFrom(remark) >= 0 }

// silentFrom returns the word of a remark at which it tells that somebody was silent; -1
// where it tells no such thing. "Gives no date of its denial" is none.
func (e *Engine) silentFrom(remark *corpus.Claim) int {
	const near = 5 // "not" and the words as far as the reply
	tokens := language.Split(remark.Says)
	for i, t := range tokens {
		if e.in(t, "silence-word") || e.in(t, "negation-word") && e.deniesReply(tokens[i+1:min(len(tokens), i+near)]) {
			return i
		}
	}
	return -1
}

// deniesReply tells whether the words behind a "not" are those for a reply, and not for
// something of it.
func (e *Engine) deniesReply(tokens []language.Token) bool {
	for _, t := range tokens {
		switch {
		case e.in(t, "reply"), e.in(t, "deny"), e.in(t, "statement"):
			return true
		case e.in(t, "part-of-word"):
			return false
		}
	}
	return false
}

// silentOn leads with the remark that whoever is named said nothing to what is asked about, where
// none of their replies has as much of it: "did she say anything about the payments?".
func (c *composition) silentOn(own []scored) bool {
	if c.ownNames() == 0 || c.r.aspect != "" || !c.asks("say") {
		return false
	}
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Remark}, keep: c.e.tellsSilence})
	if len(found) > 0 && c.ownNames() > 1 && found[0].named && len(own) > 0 && !own[0].named && c.complete(&found[0]) {
		c.weighed = found
		c.leadRemark(found[0].claim) // "what did she say about the sale?"
		return true
	}
	if len(found) == 0 || !found[0].hit || !found[0].named || c.r.wordFit(&found[0]) < 0.8 || len(own) > 0 && c.r.wordFit(&own[0]) > c.r.wordFit(&found[0])-0.2 {
		return false
	}
	c.weighed = found
	c.leadRemark(found[0].claim)
	return true
}

// othersSilent leads with the remark that somebody else than the accused, whom the
// question names, did not reply; it returns whether there is one.
func (c *composition) othersSilent() bool {
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Remark}, keep: c.e.tellsSilence})
	at := slices.IndexFunc(found, func(s scored) bool {
		silent, tokens := c.e.silentFrom(s.claim), language.Split(s.claim.Says)
		return slices.ContainsFunc(c.e.index.Linker.LinkPrinted(tokens), func(m corpus.Mention) bool {
			if m.To > silent || !slices.Equal(c.r.replier, m.IDs) {
				return false
			}
			return !slices.ContainsFunc(tokens[m.To:silent], func(t language.Token) bool { return !c.e.in(t, "auxiliary") && !c.e.in(t, "made-word") })
		})
	})
	if at < 0 {
		return false
	}
	c.weighed = found
	c.leadRemark(found[at].claim)
	return true
}

// eachAccused leads with the reply of each of those accused that the question names side by side:
// "did both the mill and the mine deny it?".
func (c *composition) eachAccused() bool {
	if len(c.r.accused) < 2 || c.r.known() > 0 || len(c.r.figures)+len(c.r.dates)+len(c.r.reports) > 0 || !c.sideBySideAccused() || slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 && !c.e.isAccused(n.ids) }) {
		return false
	}
	for _, id := range c.r.accused[:min(3, len(c.r.accused))] {
		switch about := c.e.about([]string{id}); {
		case about.firmest != nil:
			c.lead(about.firmest)
			c.answered(about.firmest)
		case about.principal != nil:
			c.lacking(about.principal)
			c.also(about.principal)
		}
	}
	c.why = c.say("why.reply")
	c.b.KeepLeads = true
	return len(c.b.Statements) > 0
}

// sideBySideAccused tells whether two of those accused are joined: "the mill and the mine".
func (c *composition) sideBySideAccused() bool {
	before := -1
	for _, m := range c.r.query.Mentions {
		if !c.e.isAccused(m.IDs) {
			continue
		}
		if before >= 0 && slices.ContainsFunc(c.r.query.Tokens[before:m.From], func(t language.Token) bool { return c.e.in(t, "joining-word") }) && m.From-before <= 2 {
			return true
		}
		before = m.To
	}
	return false
}

func (c *composition) replyToFocus() {
	if c.r.focus[0].Stance == corpus.Counters {
		for _, retort := range c.e.retorts { // what those replied whom the accused accuses
			if slices.Contains(c.e.corpus.Answered(retort), c.r.focus[0]) {
				c.why = c.say("why.reply")
				c.lead(retort)
				return
			}
		}
	}
	for _, claim := range c.r.focus {
		if claim.Stance == corpus.Denies {
			claim = c.telling(claim)
			c.why = c.say("why.reply")
			c.lead(claim)
			c.answered(claim)
			return
		}
	}
	claim := c.r.focus[0]
	if claim.Stance != corpus.Alleges {
		c.allReplies()
		return
	}
	r := c.e.replyTo(claim)
	c.why = c.say("why.reply")
	switch {
	case r.denial == nil:
		c.leadText(c.say("reply.none", "accused", c.e.composer.Name(claim.Report().Accused)), claim)
	case r.direct:
		c.lead(r.denial)
		c.also(claim)
	default:
		c.lacking(claim)
		c.also(claim)
	}
}

// hasNamesOf tells whether a claim has every name of the question that another has.
func (c *composition) hasNamesOf(a, b *corpus.Claim) bool {
	return !slices.ContainsFunc(c.r.names, func(n name) bool {
		return n.from >= 0 && c.e.index.Relation(c.e.index.Number(a), n.ids) != 0 && c.e.index.Relation(c.e.index.Number(b), n.ids) == 0
	})
}

// telling returns the denial of the same occasion that gives the kind of fact
// asked for; the denial itself where none does.
func (c *composition) telling(denial *corpus.Claim) *corpus.Claim {
	has := func(d *corpus.Claim) bool {
		facets := c.e.index.Features[c.e.index.Number(d)].Facets
		return facets[c.r.facet] || c.r.facet == corpus.FacetPurpose && facets[corpus.FacetReason]
	}
	if c.r.facet == "" || c.r.facet != corpus.FacetPurpose && has(denial) {
		return denial
	}
	recorded := func(d *corpus.Claim) bool { return len(d.Reason)+len(d.Purpose) > 0 }
	if recorded(denial) {
		return denial
	}
	near := slices.DeleteFunc(c.e.near(denial.Report(), nil), func(d *corpus.Claim) bool { return !sameOccasion(d, denial) || !has(d) })
	if at := slices.IndexFunc(near, recorded); at >= 0 && c.r.facet == corpus.FacetPurpose {
		return near[at] // what they say that the others are after, before what merely may tell it
	}
	if has(denial) || len(near) == 0 {
		return denial
	}
	return near[0]
}

// allReplies leads with one reply for each occasion.
func (c *composition) allReplies() {
	if c.eachAccused() {
		return
	}
	list := slices.Clone(c.e.occasions(c.r.parties()))
	if len(list) == 0 {
		c.abstain("abstain.subject")
		return
	}
	c.why = c.say("why.reply")
	if c.r.counts && c.r.aspect == "report" {
		c.reportsWithReply()
		return
	}
	if c.r.counts || len(list) > 2 && c.r.aspect == "" && c.r.facet == "" && !c.r.leans {
		id := "reply.count"
		if len(list) == 1 {
			id = "reply.count.one"
		}
		text, claims := c.say(id, "count", c.e.composer.Count(len(list)), "list", c.occasionsText(list)), list
		if open := c.open(); c.r.aspect == "scope" && len(open) > 0 {
			text += " " + c.say("reply.rest", "others", c.e.composer.Count(len(c.standing().open)))
			claims = append(slices.Clone(list), open[:min(most, len(open))]...)
		}
		c.leadText(text, claims...)
		for _, d := range list {
			c.b.Claim(compose.Denial, d)
		}
		return
	}
	slices.Reverse(list)
	if main := c.standing().principal; main != nil {
		direct := c.e.directReplies(main)
		slices.SortStableFunc(list, func(a, b *corpus.Claim) int {
			return cmp.Compare(boolInt(slices.Contains(direct, b)), boolInt(slices.Contains(direct, a)))
		})
	}
	if c.r.aspect == "denials" {
		c.long = true
		c.lead(list[:min(most, len(list))]...)
		return
	}
	c.lead(list[:min(2, len(list))]...)
	c.answered(list[0])
	if len(list) > 2 {
		c.also(list[2:min(most, len(list))]...)
		c.b.SpareDenial = true // as many as there is room for
	}
}

func (c *composition) occasionsText(list []*corpus.Claim) string {
	var parts []string
	for _, d := range list {
		id := "reply.occasion"
		switch len(saidOn(d)) {
		case 0:
			id = "reply.occasion.undated"
		case len("2006-01-02"):
			id = "reply.occasion.day"
		}
		parts = append(parts, c.e.composer.Fill(id, "date", c.dateText(d, saidOn(d)), "aimed", c.aim(d)))
	}
	return c.e.composer.Join(parts)
}

// ownVoice tells whether the question names somebody who speaks for the accused,
// and the reply is theirs.
func (c *composition) ownVoice(s *scored) bool {
	return slices.ContainsFunc(c.r.names, func(n name) bool {
		return n.from >= 0 && c.e.speaksForAccused(n.ids) && !c.e.isAccused(n.ids) && c.e.index.Relation(s.n, n.ids)&(corpus.AsSpeaker|corpus.AsLink) != 0
	})
}
