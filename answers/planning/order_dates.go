package planning

import (
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// comparedDates returns the dates by which two claims are put in order: when each was said, where it is
// what two speakers said that is asked about, or where nothing else settles it; else when what they tell
// of happened.
func (c *Composition) comparedDates(a, b *corpus.Claim) (first, second string) {
	first, second = record.EventDate(a), record.EventDate(b)
	saidA, saidB := record.SaidOn(a), record.SaidOn(b)
	if a.Stance != corpus.Alleges || b.Stance != corpus.Alleges {
		return saidA, saidB // what was said, not what it spoke of
	}
	if c.ofSpeakers(a, b) {
		return saidA, saidB
	}
	if saidA == "" || saidB == "" {
		return first, second
	}
	if !ordered(first, second) {
		return saidA, saidB
	}
	return first, second
}

// ordered tells whether one of the dates is before the other as far as both are known.
func ordered(a, b string) bool {
	return a != "" && b != "" && (record.Before(a, b) || record.Before(b, a))
}

// ofSpeakers tells whether it is the accusations themselves that are asked about: those who made them are
// named, or they are called accusations, and nothing that happened is named.
func (c *Composition) ofSpeakers(claims ...*corpus.Claim) bool {
	named := func(claim *corpus.Claim) bool {
		return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && slices.Contains(n.IDs, claim.By) })
	}
	if slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Incident
	}) {
		return false
	}
	return c.asks("accusation-word") || !slices.ContainsFunc(claims, func(claim *corpus.Claim) bool { return !named(claim) })
}

// afterWhatItAnswers tells that a reply came after the accusation that it answers, whatever the dates
// settle: it could not have come before.
func (c *Composition) afterWhatItAnswers(a, b *corpus.Claim) bool {
	reply, accusation := a, b
	if reply.Stance != corpus.Denies {
		reply, accusation = b, a
	}
	if reply.Stance != corpus.Denies || accusation.Stance == corpus.Denies || !c.answersThat(reply, accusation) {
		return false
	}
	reply = c.p.dated(reply)
	id, pairs := "order.reply", []string{"reply", c.event(reply, ""), "accusation", c.event(accusation, "")}
	if said := record.SaidOn(reply); said != "" {
		id, pairs = "order.reply.dated", append(pairs, "date", c.dateText(reply, said))
	}
	c.why = c.say("why.order")
	c.leadText(c.say(id, pairs...), accusation, reply)
	c.b.Claim(compose.Denial, reply)
	c.also(accusation)
	return true
}

// answersThat tells whether a reply, or another of its occasion, answers the accusation, or another copy
// of that.
func (c *Composition) answersThat(reply, accusation *corpus.Claim) bool {
	for _, d := range c.p.Denials {
		if d != reply && !(record.SaidOn(d) != "" && record.SaidOn(reply) != "" && d.Report() == reply.Report() && record.SameOccasion(d, reply)) {
			continue
		}
		if slices.ContainsFunc(c.p.Corpus.Answered(d), func(o *corpus.Claim) bool {
			return o == accusation || o.Origin != "" && o.Origin == accusation.Origin
		}) {
			return true
		}
	}
	return false
}

// answeredPair finds a reply and the accusation that it answers, of those that the question means: who
// asks which of a reply and an accusation came first means one to the other.
func (c *Composition) answeredPair(replies, accusations []weighing.Scored) (accusation, reply *corpus.Claim) {
	const near = 0.6 // of the best, what the question may mean as well
	accuser := c.accuserNamed()
	means := func(x weighing.Scored) bool {
		if accuser < 0 || len(c.r.Figures) > 0 {
			return x.Score >= near*accusations[0].Score
		}
		return c.p.Index.Relation(x.N, c.r.Names[accuser].IDs)&(corpus.AsSpeaker|corpus.AsOwner) != 0
	}
	for _, x := range accusations {
		for _, d := range replies {
			if means(x) && d.Score >= near*replies[0].Score && c.answersThat(d.Claim, x.Claim) {
				return x.Claim, d.Claim
			}
		}
	}
	return nil, nil
}

// accuserNamed returns the number of the name of the question that is an accuser's; -1 where there is none.
func (c *Composition) accuserNamed() int {
	return slices.IndexFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && c.p.Accuses[n.IDs[0]] && !c.p.BelongsToAccused(n.IDs)
	})
}

// event names what of a claim the date is of, in a sentence about order: its
// incident, or what was said.
func (c *Composition) event(claim *corpus.Claim, date string) string {
	speaker := c.p.Composer.ShortSpeaker(claim)
	if claim.Incident != "" && claim.Happened != nil && claim.Happened.Date == date && claim.Stance == corpus.Alleges {
		return c.p.Corpus.Label(claim.Incident)
	}
	id := "event.claim"
	switch {
	case claim.Stance == corpus.Denies:
		id = "event.denial"
	case claim.Happened != nil && claim.Happened.Date == date:
		id = "event.told"
	case len(c.r.Figures) > 1 && amountOf(claim) != "": // of two sums, each is told by its own
		return c.p.Composer.Fill("event.figure", "speaker", speaker, "figure", amountOf(claim))
	}
	return c.p.Composer.Fill(id, "speaker", speaker)
}

// untoldSpan tells of a reply what it answered, where it is asked how long after that it came, and the
// dates are not fine enough to tell.
func (c *Composition) untoldSpan(a, b *corpus.Claim) bool {
	if a.Stance == corpus.Denies {
		a, b = b, a
	}
	if b.Stance != corpus.Denies || a.Stance == corpus.Denies || !c.answersThat(b, a) || record.SaidOn(b) == "" {
		return false
	}
	b = c.p.dated(b)
	c.why = c.say("why.order")
	c.leadText(c.say("elapsed.untold", "reply", c.event(b, ""), "date", c.dateText(b, record.SaidOn(b)), "accusation", c.event(a, "")), a, b)
	c.b.Claim(compose.Denial, b)
	c.also(a)
	return true
}
