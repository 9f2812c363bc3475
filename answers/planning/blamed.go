package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// notBlamed corrects a question that has the accused accuse somebody whom it accuses of nothing in the reports
// ("did the guild blame the ferrymen?"), or of what it does not accuse them of: with what it does say of others.
func (c *Composition) notBlamed() bool {
	if !c.asks("accuse") && !c.asks("blame") && !c.asks("say") && !c.asks("claim") {
		return false // that they hit back at somebody may be a reply
	}
	if c.r.Leans || len(c.r.Accused) != 1 || len(c.r.Figures)+len(c.r.Quotes) > 0 || !c.p.In(c.r.First(), "auxiliary") && c.r.First().Word != "why" {
		return false
	}
	counters := c.standing().Counters
	culprit := c.culpritNamed()
	if culprit == nil || len(counters) == 0 {
		return false
	}
	theirs := c.p.Choose(c.r, weighing.Filter{AnyDate: true, Stances: []corpus.Stance{corpus.Counters, corpus.Denies}, Keep: func(claim *corpus.Claim) bool {
		return c.blames(claim, culprit) || slices.ContainsFunc(claim.Actor, func(id string) bool { return c.p.Corpus.BelongsTo(id, culprit.IDs[0]) }) ||
			c.p.Denies(claim) && c.p.SpeaksOf(claim, culprit.IDs)
	}})
	told := counters[0]
	switch {
	case len(theirs) == 0:
	case c.tellsOf(theirs, culprit):
		return false
	default:
		told = theirs[0].Claim
		if at := slices.IndexFunc(counters, func(claim *corpus.Claim) bool { return c.blames(claim, culprit) }); at >= 0 {
			told = counters[at]
		}
	}
	c.why = c.say("why.premise")
	c.leadText(c.say("counter.not", "accused", c.bare(c.r.Accused[0]), "name", c.bare(culprit.IDs[0]))+" "+c.p.Composer.Sentence(told), told)
	if told.Stance == corpus.Counters {
		c.counter = told
	}
	return true
}

// culpritNamed returns whom the accused is asked to have accused: the first name after its own, if it is that of
// somebody who can do something.
func (c *Composition) culpritNamed() *reading.Name {
	from := -1
	for _, m := range c.r.Query.Mentions {
		if len(m.IDs) > 0 && c.p.BelongsToAccused(m.IDs) {
			from = m.From
			break
		}
	}
	first := c.firstName(func(n *reading.Name) bool { return from >= 0 && n.From > from && !c.p.BelongsToAccused(n.IDs) })
	if first == nil || !slices.Contains([]corpus.Kind{corpus.Party, corpus.Place, corpus.Body, corpus.Company, corpus.Person, corpus.Group, corpus.Outlet}, c.p.Corpus.Entity(first.IDs[0]).Kind) {
		return nil
	}
	return first
}

// tellsOf tells whether what the accused says of somebody has what the question adds: the others that it names, and
// of its words the better part.
func (c *Composition) tellsOf(theirs []weighing.Scored, culprit *reading.Name) bool {
	return slices.ContainsFunc(theirs, func(s weighing.Scored) bool {
		had, all := 0.0, 0.0
		for _, t := range c.r.Terms {
			if t.Own() && !t.Framing && !c.named(t) {
				all += max(t.Weight, 1) // a word that nobody knows weighs as well
				if c.p.Has(s.N, t) {
					had += t.Weight
				}
			}
		}
		return 3*had >= all && !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
			kind := c.p.Corpus.Entity(n.IDs[0]).Kind
			return n.From > culprit.From && (kind == corpus.Incident || kind == corpus.Company) && c.p.Index.Relation(s.N, n.IDs) == 0
		})
	})
}

// otherWayRound corrects a question that gives somebody what the accused says: of those who are asked to have said
// it ("why did the inspectors accuse the guild of spying?"), or of those whom they are asked to have accused.
func (c *Composition) otherWayRound() bool {
	if c.r.Leans || len(c.r.Figures)+len(c.r.Quotes) > 0 || !c.asks("accuse") && !c.asks("call") && !c.asks("blame") || !c.p.In(c.r.First(), "auxiliary") && c.r.First().Word != "why" && c.r.First().Word != "when" {
		return false
	}
	speaker := c.firstNamed()
	if speaker == nil || c.p.BelongsToAccused(speaker.IDs) {
		return false
	}
	blamed := speaker
	if at := slices.IndexFunc(c.r.Names, func(n reading.Name) bool { return n.From > speaker.From && c.blamed(&n) }); at >= 0 && len(c.r.Accused) == 0 {
		blamed = &c.r.Names[at]
	} else if len(c.r.Accused) == 0 {
		return false
	}
	plain := *c.r
	plain.Terms = slices.Clone(c.r.Terms)
	for i := range plain.Terms {
		plain.Terms[i].Asked = plain.Terms[i].Asked && !plain.Terms[i].Known
	}
	plain.Facet, plain.Names = "", nil
	found := c.p.Choose(&plain, weighing.Filter{AnyDate: true, Stances: []corpus.Stance{corpus.Counters}, Keep: func(claim *corpus.Claim) bool { return c.blames(claim, blamed) }})
	rare := func(n int32, t reading.Term) bool {
		return t.From != t.To && t.Known && !t.Light && !t.Framing && !c.named(t) && !c.ofGroup(t, "call") && !c.ofGroup(t, "accuse") && !c.ofGroup(t, "blame") && c.p.Has(n, t)
	}
	if len(found) == 0 || !slices.ContainsFunc(plain.Terms, func(t reading.Term) bool {
		return rare(found[0].N, t) && !slices.ContainsFunc(c.p.Index.Entity(speaker.IDs[0]), func(p corpus.Posting) bool {
			claim := c.p.Corpus.Claims[p.Claim]
			return claim.Stance == corpus.Alleges && p.Relation&(corpus.AsSpeaker|corpus.AsOwner) != 0 && (blamed == speaker || c.blames(claim, blamed)) && c.p.Has(p.Claim, t)
		})
	}) {
		return false
	}
	c.weighed = found
	c.why = c.say("why.premise")
	c.leadText(c.say("correct.accuser", "speaker", c.p.Corpus.Label(speaker.IDs[0]))+" "+c.p.Composer.Sentence(found[0].Claim), found[0].Claim)
	c.counter = found[0].Claim
	return true
}

// firstNamed returns the name that the question gives first, after its opening words, if it is that of somebody who speaks.
func (c *Composition) firstNamed() *reading.Name {
	first := c.firstName(func(n *reading.Name) bool { return n.From <= 3 })
	for _, m := range c.r.Query.Mentions { // the accused are no names
		if first != nil && m.From < first.From && len(m.IDs) > 0 {
			return nil
		}
	}
	return first
}
