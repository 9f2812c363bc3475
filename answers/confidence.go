package answers

import (
	"math"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// fits tells whether the claim explains enough of the question.
func (c *composition) fits(s *scored) bool {
	if !c.r.hasContent() {
		return c.r.concerns(s.claim) && c.r.facet != "" && s.facet && (!c.r.leans || c.touches(s))
	}
	if c.r.facet == corpus.FacetAmount && s.named && s.hit && c.complete(s) && c.e.index.Mentions(s.claim.Says, c.e.lexicon.Concept("negation-word")) {
		return true // "how much grain was taken?", where it is told that none was
	}
	if c.r.figuresAlone() && slices.ContainsFunc(c.r.figures, func(f language.Figure) bool { return hasFigure(&c.e.index.Features[s.n], f) }) {
		return true // "was it 571 million or 2 billion?"
	}
	if len(c.r.quotes) > 0 && !c.hard() && c.r.concerns(s.claim) && !slices.ContainsFunc(c.r.quotes, func(q string) bool { return !c.saysQuote(s.claim, q) }) {
		return true // its very words
	}
	if !c.relevant(s) {
		return false
	}
	if s.named && len(c.r.names) > 0 && c.complete(s) && !c.hardMiss(s) && (s.facet || c.r.facet != corpus.FacetPlace && !(c.r.facet == corpus.FacetReason && c.r.first().Word == "what")) && (len(c.r.dates) == 0 || s.dated || len(c.r.figures) > 0) {
		return true // a name, and nothing said of it that the claim lacks
	}
	if c.r.facet == corpus.FacetReason && s.named && s.spoken && c.r.speaker() != nil && c.ownNames() >= 2 {
		return true // whatever it is thought that they gave a reason for
	}
	return c.misdeed(s) || c.confidence(s) > 0
}

// misdeed tells whether it is asked whether the accused did wrong with what the claim is
// about, in a word for wrongdoing that the claim has not: "did they cheat on the scales?".
func (c *composition) misdeed(s *scored) bool {
	if c.r.intent != "verify" || len(c.r.accused) == 0 || !s.hit && !(s.named && c.ownNames() > 0) || s.claim.Stance != corpus.Alleges {
		return false
	}
	return !slices.ContainsFunc(c.r.terms, func(t term) bool {
		return t.own() && !c.e.has(s.n, t) && !c.ofGroup(t, "misdeed-word")
	})
}

// relevant tells whether the claim is about what the question is about.
func (c *composition) relevant(s *scored) bool {
	if c.besideName() || c.elsewhere(s) || !c.r.concerns(s.claim) || c.strayed(s) || c.otherAffair(s) || c.ofAuthor(s) {
		return false
	}
	if len(c.r.names) == 0 && !s.hit && !(s.figure && (c.r.tellingFigure() || c.counted(s))) && len(c.r.dates) == 0 && len(c.r.reports) == 0 {
		return false
	}
	if c.r.facet == corpus.FacetReason && !s.facet && !s.named && c.ownNames() >= 2 {
		return false // "why did that country veto it?": it tells neither why nor of all that are named
	}
	if c.r.intent == "verify" && c.ownNames() > 1 && slices.ContainsFunc(c.r.names, func(n name) bool {
		return n.located && n.from >= 0 && !n.weak && c.e.index.Relation(s.n, n.ids)|c.e.index.Relation(s.n, n.around) == 0
	}) {
		return false // "is he in that town?": the claim tells of no such place
	}
	if c.r.intent == "verify" && len(c.r.figures)+len(c.r.dates)+len(c.r.quotes) == 0 && c.allUnknown() {
		return false // "is their leader married?"
	}
	if c.r.leans && !c.touches(s) && (c.r.known() < 2 || c.r.wordFit(s) < 0.9) {
		return false // "who runs it?": whatever it is, this is not about it
	}
	if speaker := c.r.speaker(); speaker != nil && !speaker.weak && (speaker.office || c.e.canSpeak(speaker.ids[0])) && !s.spoken && (s.claim.By != corpus.Article || c.asks("say") && c.r.known() < 2 && !s.facet) && len(c.r.figures) == 0 && !c.e.everSpeaks(speaker.ids) {
		return false // who is asked about says nothing in the reports
	}
	if c.hard() && c.r.leans && slices.ContainsFunc(c.r.terms, func(t term) bool {
		return t.From > 0 && t.foreign && !t.Known && c.e.in(c.r.query.Tokens[t.From-1], "place-preposition")
	}) {
		return false // "and how many in that town?": of a place that no report knows
	}
	if !c.hard() || s.named || len(c.r.figures) > 0 {
		return true
	}
	if slices.ContainsFunc(c.r.names, func(n name) bool {
		return n.from >= 0 && c.e.corpus.Entity(n.ids[0]).Kind == corpus.Party && c.e.index.Relation(s.n, n.ids)|c.e.index.Relation(s.n, n.around) == 0
	}) && slices.ContainsFunc(c.weighed, func(o scored) bool { return o.named && o.spoken && !o.facet && o.score >= 0.5*s.score }) {
		return false // of that country another claim tells, and gives no number
	}
	return !c.unrelated(s) // not the number of somebody else
}

// otherAffair tells whether a question that names nobody has more words that stand only
// in what is told of other accused than the claim's than it has words of the claim.
func (c *composition) otherAffair(s *scored) bool {
	if len(c.e.parties) < 2 || len(c.r.accused) > 0 || slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 }) {
		return false
	}
	accused := s.claim.Report().Accused
	theirs := func(postings []corpus.Posting) bool {
		return len(postings) > commonest || slices.ContainsFunc(postings, func(p corpus.Posting) bool { return c.e.corpus.Claims[p.Claim].Report().Accused == accused })
	}
	mine, others := 0.0, 0.0
	for _, t := range c.r.terms {
		switch {
		case !t.own() || t.stray || !t.Known || slices.ContainsFunc(t.Concepts, c.e.lexicon.Asks):
		case c.e.has(s.n, t):
			mine += t.weight
		case !theirs(c.e.index.Stem(t.Stem)) && (len(c.e.index.Stem(t.Stem)) > 0 || !slices.ContainsFunc(t.Concepts, func(k language.Concept) bool { return theirs(c.e.index.Concept(k)) })):
			others += t.weight
		}
	}
	return others > 0.8*mine
}

// allUnknown tells whether the question has words of its own, and no report any
// of them.
func (c *composition) allUnknown() bool {
	own := false
	for _, t := range c.r.terms {
		if !t.own() {
			continue
		}
		if t.Known {
			return false
		}
		own = true
	}
	return own
}

// unrelated tells whether the question names somebody or something particular
// that has no part in the claim.
func (c *composition) unrelated(s *scored) bool {
	return slices.ContainsFunc(c.r.names, func(n name) bool {
		kind := c.e.corpus.Entity(n.ids[0]).Kind
		return n.from >= 0 && !n.weak && n.either == nil && kind != corpus.Place && kind != corpus.Party && n.weight >= c.e.commonName && c.e.index.Relation(s.n, n.ids)|c.e.index.Relation(s.n, n.around) == 0 && s.claim.By != corpus.Article
	})
}

// strayed tells whether a follow-up asks for a number or a date of the very thing
// that was spoken of ("how much did that cost?"), and the claim is on another.
func (c *composition) strayed(s *scored) bool {
	if !c.r.leans || !c.hard() || len(c.r.focus) == 0 {
		return false
	}
	if focus := c.e.index.Number(c.r.focus[0]); s.n != focus && c.asks("these-word") && slices.ContainsFunc(c.r.terms, func(t term) bool {
		return t.From > 0 && t.From != t.To && t.Known && !t.Asked && c.e.in(c.r.query.Tokens[t.From-1], "these-word") && c.e.has(focus, t)
	}) {
		return true // "how much were those papers worth": of what was just told, another claim tells nothing
	}
	if c.r.focus[0].Incident == "" || !c.asks("thing-pronoun") {
		return false
	}
	if slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 }) {
		return false
	}
	focus := c.r.focus[0]
	return s.claim != focus && s.claim.Incident != focus.Incident && (focus.SameAs == "" || s.claim.Incident != focus.SameAs) && s.claim.SameAs != focus.Incident
}

// elsewhere tells whether the question is about something else altogether: it
// names no party, at most a place, and the claim lacks most of its words.
func (c *composition) elsewhere(s *scored) bool {
	if len(c.r.accused)+len(c.r.figures)+len(c.r.reports) > 0 || c.r.leans || len(c.r.dates) > 0 && c.r.facet != "" && s.facet {
		return false
	}
	for _, n := range c.r.names {
		if kind := c.e.corpus.Entity(n.ids[0]).Kind; kind != corpus.Place && kind != corpus.Party {
			return false
		}
	}
	has, all, unknown := 0, 0, 0
	for _, t := range c.r.terms {
		if !t.own() {
			continue
		}
		all++
		has += boolInt(c.e.has(s.n, t))
		unknown += boolInt(!t.Known)
	}
	return unknown > 0 && 2*has < all
}

// touches tells whether the claim has any of the names that the conversation is
// about, where the question itself gives none.
func (c *composition) touches(s *scored) bool {
	inherited := false
	for _, n := range c.r.names {
		if n.from < 0 && n.weight < c.e.commonName {
			continue // what nearly every claim is about
		}
		if n.from >= 0 || c.e.index.Relation(s.n, n.ids)|c.e.index.Relation(s.n, n.around) != 0 {
			return true
		}
		inherited = true
	}
	if len(c.r.focus) > 0 && slices.ContainsFunc(s.claim.Actor, func(id string) bool { return slices.Contains(c.r.focus[0].Actor, id) }) {
		return true // "what else is laid to them?"
	}
	if !inherited && len(c.r.focus) > 0 && !c.r.ownContent() {
		return s.claim.Report() == c.r.focus[0].Report() && s.claim.By == c.r.focus[0].By
	}
	return !inherited
}

// complete tells whether the claim has every word of the question that says
// anything.
func (c *composition) complete(s *scored) bool {
	return !slices.ContainsFunc(c.r.terms, func(t term) bool { return t.own() && !c.e.has(s.n, t) })
}

// hardMiss tells whether the question asks for a number or a date that the
// claim does not give.
func (c *composition) hardMiss(s *scored) bool { return c.hard() && !s.facet }

// hard tells whether the question asks for a number or a date.
func (c *composition) hard() bool {
	switch c.r.facet {
	case corpus.FacetAmount, corpus.FacetWhen, corpus.FacetCount, corpus.FacetShare, corpus.FacetDuration:
		return true
	}
	return false
}

// confidence weighs whether the claim answers the question, above 0, or whether
// the reports had better be said not to tell. The weights come from a logistic
// regression over 6,600 questions, on these reports and on others, that were labelled
// by hand as answered or not reported; what speaks against an answer counts half as
// much again, because an answer to another question is worse than none.
func (c *composition) confidence(s *scored) float64 {
	r, words := c.r, c.wordsOf(s)
	rare := c.e.index.Rarity(1) / 5 // weights of words grow with the corpus; here they are as in the shipped one
	missing, foreign := c.headless(s)
	first := r.first()
	particular := first.Word != "why" && first.Word != "whose" && (c.e.in(first, "wh-word") || c.e.in(first, "wh-alone"))
	signs := [...]struct{ weight, value float64 }{
		// How much of the question the claim has.
		{3.8, s.fit * s.fit},
		{0.65, math.Log1p(s.words / rare)},
		{0.75, math.Log1p(words.has)},
		{-1, whether(s.hit)},
		{-0.14, words.lacks / rare}, // words that other claims have
		{-5.3, r.foreign()},         // and that none has
		{-1.1, whether(missing)},
		{-0.6, whether(foreign)},
		{-3, whether(len(r.quotes) > 0 && !c.quotes(s.claim))},
		// How far it is ahead of the other claims.
		{1, math.Log(c.aheadOfOthers(s))},
		{1.1, c.nextBest(s)},
		// How the question is put. One that asks for something particular may well be
		// about what no claim has; of a long one a part is enough.
		{-2.4, whether(particular)},
		{0.4, whether(particular) * min(3, words.missing)},
		{0.7, whether(first.Word == "which")},
		{-0.7, whether((first.Word == "what" || first.Word == "which") && r.facet == "")},
		{2, whether(first.Word == "why")},
		{-1.1, whether(c.e.in(first, "auxiliary"))},
		{-0.8, whether(r.intent == "verify")},
		{1.8, math.Log(float64(max(1, len(r.query.Tokens))))},
		{1.1, whether(r.leans)},
		{1.8, whether(len(r.reports) > 0)},
		{1, whether(len(r.figures) > 0 && (!c.hardMiss(s) || r.facet == corpus.FacetAmount))}, // right or wrong, a figure of the corpus means the corpus
		// What is said, by whom and when.
		{1.5, whether(r.speaker() != nil && s.spoken)},
		{0.9, whether(s.claim.Stance == corpus.Denies || s.claim.Stance == corpus.Counters)},
		{0.5, whether(s.claim.Stance == corpus.Context)},
		{0.7, whether(len(r.dates) > 0 && s.dated)},
		{-2.8, whether(len(r.dates) > 0 && !s.dated)},
		// The kind of fact.
		{0.9, whether(r.facet != "" && s.facet)},
		{-4.7, whether(c.hardMiss(s))},
		{3.5, whether(r.facet == corpus.FacetShare)}, // what a share is of, few questions tell in full
		{-2.9, whether(r.facet == corpus.FacetShare && s.facet)},
		{-1.1, whether(r.facet == corpus.FacetTarget)}, // nearly every claim has one
		{-1.7, whether(r.facet == corpus.FacetQuote)},
	}
	value := -4.7
	for _, sign := range signs {
		value += sign.weight * sign.value
	}
	return value
}

// quotes tells whether the claim has any of the words that the question quotes.
func (c *composition) quotes(claim *corpus.Claim) bool {
	return slices.ContainsFunc(c.r.quotes, func(q string) bool { return c.saysQuote(claim, q) })
}

func (c *composition) saysQuote(claim *corpus.Claim, quote string) bool {
	return strings.Contains(c.e.index.Features[c.e.index.Number(claim)].Text, " "+quote+" ")
}

func whether(holds bool) float64 { return float64(boolInt(holds)) }

// worded counts the words of a question, those apart that narrow little: how many a
// claim has, how many it has not, and the weight of those that only others have.
type worded struct{ has, missing, lacks float64 }

func (c *composition) wordsOf(s *scored) worded {
	var w worded
	for _, t := range c.r.terms {
		switch {
		case !t.own():
		case c.e.has(s.n, t):
			w.has++
		default:
			w.missing++
			if t.Known && !t.stray {
				w.lacks += t.weight
			}
		}
	}
	return w
}

// nextBest is the score of the best other claim as a share of this one's: where it is
// high, the question is about what the reports are about.
func (c *composition) nextBest(s *scored) float64 {
	for i := range c.weighed {
		if c.weighed[i].claim != s.claim {
			return c.weighed[i].score / max(0.01, s.score)
		}
	}
	return 0
}

// aheadOfOthers is how far the claim is ahead of the best claim of any other report on the
// same accused, at most four times.
func (c *composition) aheadOfOthers(s *scored) float64 {
	for i := range c.weighed {
		if other := &c.weighed[i]; other.claim.Report() != s.claim.Report() && other.claim.Report().Accused == s.claim.Report().Accused {
			return max(0.25, min(4, s.score/max(0.01, other.score)))
		}
	}
	switch {
	case len(c.e.parties) > 1 && len(c.r.parties()) == 0:
		for i := range c.weighed { // which affair is meant is open, too
			if other := &c.weighed[i]; other.claim.Report().Accused != s.claim.Report().Accused {
				return max(0.25, min(1, s.score/max(0.01, 1.5*other.score)))
			}
		}
		return 1
	case len(c.e.parties) > 1:
		return 1 // no other report on them, so that being ahead says nothing
	case len(c.r.names) > 0:
		return 3
	}
	return 1.5
}

// counted tells whether the question gives a number of something, and the claim has both:
// "what about 17 countries".
func (c *composition) counted(s *scored) bool {
	return slices.ContainsFunc(c.r.figures, func(f language.Figure) bool {
		return hasFigure(&c.e.index.Features[s.n], f) && slices.ContainsFunc(c.r.terms, func(t term) bool { return t.From == f.To && t.To > t.From && c.e.has(s.n, t) })
	})
}
