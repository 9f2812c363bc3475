package planning

import (
	"cmp"
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// addAnswered adds the accusation that a denial answers.
func (c *Composition) addAnswered(denial *corpus.Claim) {
	list := c.p.Corpus.Answered(denial)
	if len(list) == 0 {
		return
	}
	best := list[0]
	for _, claim := range list {
		if record.Prominence(claim) > record.Prominence(best) {
			best = claim
		}
	}
	c.also(best)
}

// leadReply leads with the reply to the accusations, or says that there is none.
func (c *Composition) leadReply(list []weighing.Scored) {
	for _, s := range list {
		if direct := c.p.ReplyTo(s.Claim); direct.Direct {
			c.why = c.say("why.reply")
			c.lead(direct.Denial)
			c.also(s.Claim)
			return
		}
	}
	c.why = c.say("why.noreply")
	c.leadLacking(list[0].Claim)
	c.b.Claim(compose.Allegation, list[0].Claim)
}

// leadLacking says that no denial answers an accusation, and that the accused was silent on
// it where a remark tells so.
func (c *Composition) leadLacking(claim *corpus.Claim) {
	text, claims := c.say("reply.lacking", "accused", c.p.Corpus.Name(claim.Report().Accused), "speaker", c.p.Composer.ShortSpeaker(claim)), []*corpus.Claim{claim}
	if remark := c.silence(claim); remark != nil {
		text, claims = text+" "+c.p.Composer.Sentence(remark), append(claims, remark)
	}
	c.leadText(text, claims...)
}

// silence returns the remark that the accused said nothing to an accusation.
func (c *Composition) silence(claim *corpus.Claim) *corpus.Claim {
	for _, remark := range c.p.Corpus.Remarks(claim) {
		if len(remark.About) <= 2 && c.p.TellsSilence(remark) {
			return remark
		}
	}
	return nil
}

// silentOn leads with the remark that whoever is named said nothing to what is asked about, where
// none of their replies has as much of it: "did she say anything about the payments?".
func (c *Composition) silentOn(own []weighing.Scored) bool {
	if c.ownNames() == 0 || c.r.Aspect != "" && c.r.Aspect != "aimed" || len(c.r.Figures) > 0 || !c.asks("say") && !c.asks("reply") {
		return false
	}
	found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, Keep: c.p.TellsSilence})
	if len(found) > 0 && c.ownNames() > 1 && found[0].Named && len(own) > 0 && c.complete(&found[0]) && c.theirSilence(found[0].Claim) {
		c.weighed = found
		c.leadRemark(found[0].Claim) // "what did she say about the sale?"
		return true
	}
	if len(found) == 0 || !found[0].Named || found[0].WordFit(c.r) < 0.8 || !found[0].Hit && (c.r.KnownWords() > 0 || !c.theirSilence(found[0].Claim)) {
		return false
	}
	if len(own) > 0 && own[0].WordFit(c.r) > found[0].WordFit(c.r)-0.2 && c.hasNamesOf(found[0].Claim, own[0].Claim) {
		return false
	}
	c.weighed = found
	c.leadRemark(found[0].Claim)
	return true
}

// theirSilence tells whether a remark says of those who are asked about that they were silent, and on
// everything that the question names.
func (c *Composition) theirSilence(remark *corpus.Claim) bool {
	before := language.Split(remark.Says)[:c.p.SilentFrom(remark)]
	return slices.ContainsFunc(c.p.Index.Linker.LinkPrinted(before), func(m corpus.Mention) bool {
		speaker := c.r.Speaker()
		return len(m.IDs) > 0 && (c.p.IsAccused(m.IDs) || slices.Equal(c.r.Replier, m.IDs) || speaker != nil && slices.Equal(speaker.IDs, m.IDs))
	}) && !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && !c.p.SpeaksOf(remark, n.IDs) })
}

// othersSilent leads with the remark that somebody else than the accused, whom the
// question names, did not reply; it returns whether there is one.
func (c *Composition) othersSilent() bool {
	found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, Keep: c.p.TellsSilence})
	at := slices.IndexFunc(found, func(s weighing.Scored) bool {
		silent, tokens := c.p.SilentFrom(s.Claim), language.Split(s.Claim.Says)
		return slices.ContainsFunc(c.p.Index.Linker.LinkPrinted(tokens), func(m corpus.Mention) bool {
			if m.To > silent || !slices.Equal(c.r.Replier, m.IDs) {
				return false
			}
			return !slices.ContainsFunc(tokens[m.To:silent], func(t language.Token) bool { return !c.p.In(t, "auxiliary") && !c.p.In(t, "made-word") })
		})
	})
	if at < 0 {
		return false
	}
	c.weighed = found
	c.leadRemark(found[at].Claim)
	return true
}

// eachAccused leads with the reply of each of those accused that the question names side by side:
// "did both the mill and the mine deny it?".
func (c *Composition) eachAccused() bool {
	if len(c.r.Accused) < 2 || c.r.KnownWords() > 0 || len(c.r.Figures)+len(c.r.Dates)+len(c.r.Reports) > 0 || !c.sideBySideAccused() || slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && !c.p.IsAccused(n.IDs) }) {
		return false
	}
	for _, id := range c.r.Accused[:min(3, len(c.r.Accused))] {
		switch about := c.p.About([]string{id}); {
		case about.Firmest != nil:
			c.lead(about.Firmest)
			c.addAnswered(about.Firmest)
		case about.Principal != nil:
			c.leadLacking(about.Principal)
			c.also(about.Principal)
		}
	}
	c.why = c.say("why.reply")
	c.b.KeepLeads = true
	return len(c.b.Statements) > 0
}

// sideBySideAccused tells whether two of those accused are joined: "the mill and the mine".
func (c *Composition) sideBySideAccused() bool {
	before := -1
	for _, m := range c.r.Query.Mentions {
		if !c.p.IsAccused(m.IDs) {
			continue
		}
		if before >= 0 && slices.ContainsFunc(c.r.Query.Tokens[before:m.From], func(t language.Token) bool { return c.p.In(t, "joining-word") }) && m.From-before <= 2 {
			return true
		}
		before = m.To
	}
	return false
}

func (c *Composition) replyToFocus() {
	if c.r.Focus[0].Stance == corpus.Counters {
		for _, retort := range c.p.Retorts { // what those replied whom the accused accuses
			if slices.Contains(c.p.Corpus.Answered(retort), c.r.Focus[0]) {
				c.why = c.say("why.reply")
				c.lead(retort)
				return
			}
		}
	}
	for _, claim := range c.r.Focus {
		if claim.Stance == corpus.Denies {
			claim = c.telling(claim)
			c.why = c.say("why.reply")
			c.lead(claim)
			c.addAnswered(claim)
			return
		}
	}
	claim := c.r.Focus[0]
	if claim.Stance != corpus.Alleges {
		c.allReplies()
		return
	}
	r := c.p.ReplyTo(claim)
	c.why = c.say("why.reply")
	switch {
	case r.Denial == nil:
		c.leadText(c.say("reply.none", "accused", c.p.Corpus.Name(claim.Report().Accused)), claim)
	case r.Direct:
		c.lead(r.Denial)
		c.also(claim)
	default:
		c.leadLacking(claim)
		c.also(claim)
	}
}

// repliesToBoth leads with the reply to each of the two accusations that were told, where both are asked about.
func (c *Composition) repliesToBoth() bool {
	if c.r.Intent != "replied" && c.r.Intent != "denial" || !c.r.Leans || len(c.r.Focus) != 2 || !c.asks("two-word") || c.r.GivesName() {
		return false
	}
	var direct []*corpus.Claim
	for _, claim := range c.r.Focus {
		if r := c.p.ReplyTo(claim); claim.Stance == corpus.Alleges && r.Direct {
			direct = record.AppendNew(direct, r.Denial)
		}
	}
	if len(direct) != 2 {
		return false
	}
	c.why = c.say("why.reply")
	c.b.KeepLeads = true
	c.lead(direct...)
	c.also(c.r.Focus...)
	return true
}

// hasNamesOf tells whether a claim has every name of the question that another has.
func (c *Composition) hasNamesOf(a, b *corpus.Claim) bool {
	return !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && c.p.Index.Relation(c.p.Index.Number(a), n.IDs) != 0 && c.p.Index.Relation(c.p.Index.Number(b), n.IDs) == 0
	})
}

// telling returns the denial of the same occasion that gives the kind of fact
// asked for; the denial itself where none does.
func (c *Composition) telling(denial *corpus.Claim) *corpus.Claim {
	has := func(d *corpus.Claim) bool {
		facets := c.p.Index.FeaturesOf(d).Facets
		return facets[c.r.Facet] || c.r.Facet == corpus.FacetPurpose && facets[corpus.FacetReason]
	}
	if c.r.Facet == "" || c.r.Facet != corpus.FacetPurpose && has(denial) {
		return denial
	}
	recorded := func(d *corpus.Claim) bool { return len(d.Reason)+len(d.Purpose) > 0 }
	if recorded(denial) {
		return denial
	}
	near := slices.DeleteFunc(c.p.DenialsNear(denial.Report(), nil), func(d *corpus.Claim) bool { return !record.SameOccasion(d, denial) || !has(d) })
	if at := slices.IndexFunc(near, recorded); at >= 0 && c.r.Facet == corpus.FacetPurpose {
		return near[at] // what they say that the others are after, before what merely may tell it
	}
	if has(denial) || len(near) == 0 {
		return denial
	}
	return near[0]
}

// allReplies leads with one reply for each occasion.
func (c *Composition) allReplies() {
	if c.eachAccused() {
		return
	}
	list := slices.Clone(c.p.Occasions(c.r.AboutAccused()))
	if len(list) == 0 {
		c.abstain("abstain.subject")
		return
	}
	c.why = c.say("why.reply")
	if c.r.Counts && c.r.Aspect == "report" {
		c.reportsWithReply()
		return
	}
	if c.r.Counts || len(list) > 2 && c.r.Aspect == "" && c.r.Facet == "" && !c.r.Leans {
		id := "reply.count"
		if len(list) == 1 {
			id = "reply.count.one"
		}
		text, claims := c.say(id, "count", c.p.Composer.Count(len(list)), "list", c.occasionsText(list)), list
		if open := c.open(); c.r.Aspect == "scope" && len(open) > 0 {
			text += " " + c.say("reply.rest", "others", c.p.Composer.Count(len(c.standing().Open)))
			claims = append(slices.Clone(list), open[:min(record.MostListed, len(open))]...)
		}
		c.leadText(text, claims...)
		for _, d := range list {
			c.b.Claim(compose.Denial, d)
		}
		return
	}
	slices.Reverse(list)
	if main := c.standing().Principal; main != nil {
		direct := c.p.DirectReplies(main)
		slices.SortStableFunc(list, func(a, b *corpus.Claim) int {
			return cmp.Compare(record.BoolInt(slices.Contains(direct, b)), record.BoolInt(slices.Contains(direct, a)))
		})
	}
	if c.r.Aspect == "denials" {
		c.long = true
		c.lead(list[:min(record.MostListed, len(list))]...)
		return
	}
	c.lead(list[:min(2, len(list))]...)
	c.addAnswered(list[0])
	if len(list) > 2 {
		c.also(list[2:min(record.MostListed, len(list))]...)
		c.b.SpareDenial = true // as many as there is room for
	}
}

func (c *Composition) occasionsText(list []*corpus.Claim) string {
	var parts []string
	for _, d := range list {
		id := "reply.occasion"
		switch len(record.SaidOn(d)) {
		case 0:
			id = "reply.occasion.undated"
		case len("2006-01-02"):
			id = "reply.occasion.day"
		}
		parts = append(parts, c.p.Composer.Fill(id, "date", c.dateText(d, record.SaidOn(d)), "aimed", c.aim(d)))
	}
	return c.p.Composer.Join(parts)
}

// ownVoice tells whether the question names somebody who speaks for the accused,
// and the reply is theirs.
func (c *Composition) ownVoice(s *weighing.Scored) bool {
	return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && c.p.BelongsToAccused(n.IDs) && !c.p.IsAccused(n.IDs) && c.p.Index.Relation(s.N, n.IDs)&(corpus.AsSpeaker|corpus.AsLink) != 0
	})
}
