package planning

import (
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// misdatedSpeech tells that what the question puts at a date was said at another: an accusation, a reply or
// a counter-accusation. The date of a statement is when it was made, and no time that it speaks of.
func (c *Composition) misdatedSpeech() bool {
	r := c.r
	if len(r.Query.Dates) != 1 || len(r.Dates) != 1 || r.Leans || len(r.Reports)+len(r.Quotes) > 0 {
		return false
	}
	voice := r.Voice()
	switch d := r.Query.Dates[0]; {
	case r.Intent == "counter":
		return c.misdatedCounter(d)
	case r.Intent == "denial", r.Intent == "replied", r.Intent == "verify" && voice != nil && c.p.BelongsToAccused(voice.IDs):
		return c.misdatedReply(d, voice)
	case r.Intent == "verify", r.Intent == "fact", r.Intent == "total":
		return c.misdatedAccusation(d)
	}
	return false
}

// misdatedReply tells which replies there are, where the reports have none of the date of the question.
func (c *Composition) misdatedReply(d language.Date, voice *reading.Name) bool {
	if accuser := c.accuserNamed(); accuser >= 0 && c.r.Names[accuser].From < d.From || len(c.r.Figures) > 0 {
		return false // it may well be the date of what was replied to
	}
	if d.From == 0 || !c.p.In(c.r.Query.Tokens[d.From-1], "date-preposition") {
		return false // a year that a reply speaks of
	}
	if voice != nil && !c.p.BelongsToAccused(voice.IDs) {
		voice = nil
	}
	organ := voice != nil && !c.p.Accused[voice.IDs[0]]
	var theirs []weighing.Scored
	for _, s := range c.p.Choose(c.r, weighing.Filter{Stances: replying, AnyDate: true, Keep: c.r.Concerns}) {
		said := record.SaidOn(s.Claim)
		if d.Covers(language.ParseDate(said)) && said != "" {
			if organ && d.Year != 0 && !slices.Contains(voice.IDs, s.Claim.By) {
				continue // another of them spoke then
			}
			return false
		}
		if said != "" && (voice == nil || slices.Contains(voice.IDs, s.Claim.By)) {
			theirs = append(theirs, s)
		}
	}
	if len(theirs) == 0 {
		return false
	}
	c.why = c.say("why.premise")
	if organ {
		c.weighed = theirs
		c.redate(theirs[0].Claim)
		c.addAnswered(theirs[0].Claim)
		return true
	}
	occasions := c.p.Occasions(c.r.AboutAccused())
	var dates []string
	for _, o := range occasions {
		dates = append(dates, c.dateText(o, record.SaidOn(o)))
	}
	if len(dates) == 0 || slices.Contains(dates, "") || d.Year == 0 {
		return false
	}
	c.leadText(c.say("correct.replied", "date", compose.PlainDate(d.String()), "list", c.p.Composer.Join(dates)), occasions...)
	for _, o := range occasions {
		c.b.Claim(compose.Denial, o)
	}
	return true
}

// misdatedCounter leads with the counter-accusation that has the words of the question, and was made at another date.
func (c *Composition) misdatedCounter(d language.Date) bool {
	found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Counters}, AnyDate: true, Keep: c.r.Concerns})
	if len(found) == 0 || slices.ContainsFunc(found, func(s weighing.Scored) bool {
		said := record.SaidOn(s.Claim)
		return said != "" && d.Covers(language.ParseDate(said))
	}) {
		return false
	}
	best := found[0].Claim
	if record.SaidOn(best) == "" || !found[0].Named {
		return false
	}
	c.weighed, c.why, c.counter = found, c.say("why.premise"), best
	c.redate(best)
	return true
}

// misdatedAccusation leads with the accusation that the accuser whom the question names made, or that has its
// figure, where all of them that are dated have another date.
func (c *Composition) misdatedAccusation(d language.Date) bool {
	accuser := c.accuserNamed()
	if !c.datesSaying(d, accuser) {
		return false
	}
	var best *corpus.Claim
	found := c.p.Choose(c.r, weighing.Filter{Stances: accusing, AnyDate: true, Keep: c.r.Concerns})
	for _, s := range found {
		features := &c.p.Index.Features[s.N]
		if !s.Named || accuser >= 0 && c.p.Index.Relation(s.N, c.r.Names[accuser].IDs)&(corpus.AsSpeaker|corpus.AsOwner) == 0 ||
			slices.ContainsFunc(c.r.Figures, func(f language.Figure) bool { return !features.Has(f) }) {
			continue
		}
		if slices.ContainsFunc(features.Spans, func(span corpus.Span) bool { return span.Covers(d) }) || d.Covers(language.ParseDate(s.Claim.Report().Published.Date)) && record.SaidOn(s.Claim) == "" {
			return false
		}
		if best == nil && c.r.KnownWords() > 0 && s.WordFit(c.r) < 0.6 {
			return false // another may have said that, then
		}
		if best == nil && record.SaidOn(s.Claim) != "" {
			best, c.weighed = s.Claim, []weighing.Scored{s}
		}
	}
	if best == nil || slices.ContainsFunc(found, func(s weighing.Scored) bool { return s.Dated && s.WordWeight > c.weighed[0].WordWeight }) {
		return false // another said that, then
	}
	c.why = c.say("why.premise")
	c.leadText(c.say("correct.date")+" "+c.sentence(best), best)
	return true
}

// datesSaying tells whether the date is put to the saying, and not to what was said: "in 2031 the council
// said", "did the council speak in May?", "was the accusation made in 2031?"
func (c *Composition) datesSaying(d language.Date, accuser int) bool {
	if accuser < 0 && (len(c.r.Figures) == 0 || !c.asks("accusation-word")) || c.asks("deny") || c.asks("reply") {
		return false
	}
	if c.asks("speak-word") || c.asks("announce") || c.r.Intent == "verify" && c.asks("accusation-word") {
		return true
	}
	tokens := c.r.Query.Tokens
	for i, t := range tokens {
		if c.p.In(t, "accuse") && !c.p.In(t, "say") || c.p.In(t, "say") && (d.From < i || d.From <= i+2) {
			return true
		}
	}
	return d.From <= 4 && d.To < len(tokens) && tokens[d.To].Word == "that" // "was it in 2031 that ...?"
}
