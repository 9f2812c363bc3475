package planning

import (
	"math"
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// fits tells whether the claim explains enough of the question.
func (c *Composition) fits(s *weighing.Scored) bool {
	if !c.r.HasContent() {
		return c.r.Concerns(s.Claim) && c.r.Facet != "" && s.Facet && (!c.r.Leans || c.touches(s))
	}
	if c.r.Facet == corpus.FacetAmount && s.Named && s.Hit && c.complete(s) && c.p.Index.Mentions(s.Claim.Says, c.p.Lexicon.Concept("negation-word")) {
		return true // "how much grain was taken?", where it is told that none was
	}
	if c.r.FiguresAlone() && slices.ContainsFunc(c.r.Figures, func(f language.Figure) bool { return c.p.Index.Features[s.N].Has(f) }) {
		return true // "was it 571 million or 2 billion?"
	}
	if len(c.r.Quotes) > 0 && !c.hard() && c.r.Concerns(s.Claim) && !slices.ContainsFunc(c.r.Quotes, func(q string) bool { return !c.saysQuote(s.Claim, q) }) {
		return true // its very words
	}
	if !c.relevant(s) {
		return false
	}
	if c.asksEmployer() && c.placesPerson(s.Claim) {
		return true
	}
	if s.Named && len(c.r.Names) > 0 && c.complete(s) && !c.hardMiss(s) && (s.Facet || c.r.Facet != corpus.FacetPlace && !(c.r.Facet == corpus.FacetReason && c.r.First().Word == "what")) && (len(c.r.Dates) == 0 || s.Dated || len(c.r.Figures) > 0) {
		return true // a name, and nothing said of it that the claim lacks
	}
	if len(c.r.Names) == 0 && len(c.r.Accused) > 0 && c.r.Facet == "" && c.r.Intent == "fact" && c.r.First().Word == "what" && s.Hit && c.complete(s) && c.r.KnownWords() == 1 && s.Claim == c.standing().Principal {
		return true // "what did they take?", of the accused and of what they are accused of
	}
	if c.r.Facet == corpus.FacetReason && s.Named && s.Spoken && c.r.Speaker() != nil && c.ownNames() >= 2 {
		return true // whatever it is thought that they gave a reason for
	}
	if c.unheardMoney() {
		return false // "who took the 4 million?", of which no report tells
	}
	if missing, _ := c.headless(s); missing && c.lacksWhich() {
		return false
	}
	return c.misdeed(s) || c.confidence(s) > 0
}

// relevant tells whether the claim is about what the question is about.
func (c *Composition) relevant(s *weighing.Scored) bool {
	if c.elsewhere(s) || !c.r.Concerns(s.Claim) || c.otherAffair(s) || c.ofAuthor(s) {
		return false
	}
	if len(c.r.Names) == 0 && !s.Hit && !(s.Figure && (c.r.TellingFigure() || c.counted(s))) && len(c.r.Dates) == 0 && len(c.r.Reports) == 0 {
		return false
	}
	if c.r.Facet == corpus.FacetReason && !s.Facet && !s.Named && c.ownNames() >= 2 {
		return false // "why did that country veto it?": it tells neither why nor of all that are named
	}
	if c.r.Intent == "verify" && c.ownNames() > 1 && slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.Located && n.From >= 0 && !n.Weak && c.p.Index.Relation(s.N, n.IDs)|c.p.Index.Relation(s.N, n.Around) == 0
	}) {
		return false // "is he in that town?": the claim tells of no such place
	}
	if c.r.Intent == "verify" && len(c.r.Figures)+len(c.r.Dates)+len(c.r.Quotes) == 0 && c.allUnknown() {
		return false // "is their leader married?"
	}
	if c.r.Intent == "verify" && c.r.Leans && !c.r.GivesName() && len(c.r.Figures)+len(c.r.Dates)+len(c.r.Quotes)+len(c.r.Reports) == 0 && c.opensWhether() && c.noneOfOwn(s) {
		return false // "was it insured?": whatever was told of it, this was not
	}
	if c.r.Leans && !c.touches(s) && (c.r.KnownWords() < 2 || s.WordFit(c.r) < 0.9) {
		return false // "who runs it?": whatever it is, this is not about it
	}
	if speaker := c.r.Speaker(); speaker != nil && !speaker.Weak && (speaker.Office || c.p.SaysThings(speaker.IDs[0])) && !s.Spoken && (s.Claim.By != corpus.Article || c.asks("say") && c.r.KnownWords() < 2 && !s.Facet) && len(c.r.Figures) == 0 && !c.p.EverSpeaks(speaker.IDs) {
		return false // who is asked about says nothing in the reports
	}
	if c.hard() && c.r.Leans && slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		return t.From > 0 && t.Foreign && !t.Known && c.p.In(c.r.Query.Tokens[t.From-1], "place-preposition")
	}) {
		return false // "and how many in that town?": of a place that no report knows
	}
	if !c.hard() || s.Named || len(c.r.Figures) > 0 {
		return true
	}
	if slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Party && c.p.Index.Relation(s.N, n.IDs)|c.p.Index.Relation(s.N, n.Around) == 0
	}) {
		return false // of that country another claim tells, and gives no number
	}
	return !c.unrelated(s) // not the number of somebody else
}

// otherAffair tells whether a question that names nobody has more words that stand only
// in what is told of other accused than the claim's than it has words of the claim.
func (c *Composition) otherAffair(s *weighing.Scored) bool {
	if len(c.p.AllAccused) < 2 || len(c.r.Accused) > 0 || c.r.GivesName() {
		return false
	}
	accused := s.Claim.Report().Accused
	theirs := func(postings []corpus.Posting) bool {
		return len(postings) > record.MostPostings || slices.ContainsFunc(postings, func(p corpus.Posting) bool { return c.p.Corpus.Claims[p.Claim].Report().Accused == accused })
	}
	mine, others := 0.0, 0.0
	for _, t := range c.r.Terms {
		switch {
		case !t.Own() || t.Stray || !t.Known || slices.ContainsFunc(t.Concepts, c.p.Lexicon.Asks):
		case c.p.Has(s.N, t):
			mine += t.Weight
		case !theirs(c.p.Index.Stem(t.Stem)) && (len(c.p.Index.Stem(t.Stem)) > 0 || !slices.ContainsFunc(t.Concepts, func(k language.Concept) bool { return theirs(c.p.Index.Concept(k)) })):
			others += t.Weight
		}
	}
	return others > 0.8*mine
}

// noneOfOwn tells whether the claim has none of the words that the question itself adds to its conversation.
func (c *Composition) noneOfOwn(s *weighing.Scored) bool {
	own := func(t reading.Term) bool { return t.Own() && !t.Framing && !t.Stray }
	return slices.ContainsFunc(c.r.Terms, own) && !slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return own(t) && c.p.Has(s.N, t) })
}

// allUnknown tells whether the question has words of its own, and no report any
// of them.
func (c *Composition) allUnknown() bool {
	own := false
	for _, t := range c.r.Terms {
		if !t.Own() {
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
func (c *Composition) unrelated(s *weighing.Scored) bool {
	return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		kind := c.p.Corpus.Entity(n.IDs[0]).Kind
		return n.From >= 0 && !n.Weak && n.Either == nil && kind != corpus.Place && kind != corpus.Party && n.Weight >= c.p.CommonName && c.p.Index.Relation(s.N, n.IDs)|c.p.Index.Relation(s.N, n.Around) == 0 && s.Claim.By != corpus.Article
	})
}

// elsewhere tells whether the question is about something else altogether: it
// names no party, at most a place, and the claim lacks most of its words.
func (c *Composition) elsewhere(s *weighing.Scored) bool {
	if len(c.r.Accused)+len(c.r.Figures)+len(c.r.Reports) > 0 || c.r.Leans || len(c.r.Dates) > 0 && c.r.Facet != "" && s.Facet {
		return false
	}
	for _, n := range c.r.Names {
		if kind := c.p.Corpus.Entity(n.IDs[0]).Kind; kind != corpus.Place && kind != corpus.Party {
			return false
		}
	}
	has, all, unknown := 0, 0, 0
	for _, t := range c.r.Terms {
		if !t.Own() {
			continue
		}
		all++
		has += record.BoolInt(c.p.Has(s.N, t))
		unknown += record.BoolInt(!t.Known)
	}
	return unknown > 0 && 2*has < all
}

// touches tells whether the claim has any of the names that the conversation is
// about, where the question itself gives none.
func (c *Composition) touches(s *weighing.Scored) bool {
	inherited := false
	for _, n := range c.r.Names {
		if n.From < 0 && n.Weight < c.p.CommonName {
			continue // what nearly every claim is about
		}
		if n.From >= 0 || c.p.Index.Relation(s.N, n.IDs)|c.p.Index.Relation(s.N, n.Around) != 0 {
			return true
		}
		inherited = true
	}
	if len(c.r.Focus) > 0 && slices.ContainsFunc(s.Claim.Actor, func(id string) bool { return slices.Contains(c.r.Focus[0].Actor, id) }) {
		return true // "what else is laid to them?"
	}
	if !inherited && len(c.r.Focus) > 0 && !c.r.OwnContent() {
		return s.Claim.Report() == c.r.Focus[0].Report() && s.Claim.By == c.r.Focus[0].By
	}
	return !inherited
}

// complete tells whether the claim has every word of the question that says
// anything.
func (c *Composition) complete(s *weighing.Scored) bool {
	return !slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return t.Own() && !c.p.Has(s.N, t) })
}

// hardMiss tells whether the question asks for a number or a date that the
// claim does not give.
func (c *Composition) hardMiss(s *weighing.Scored) bool { return c.hard() && !s.Facet }

// hard tells whether the question asks for a number or a date.
func (c *Composition) hard() bool {
	switch c.r.Facet {
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
func (c *Composition) confidence(s *weighing.Scored) float64 {
	r, words := c.r, c.wordsOf(s)
	rare := c.p.Index.Rarity(1) / 5 // weights of words grow with the corpus; here they are as in the shipped one
	missing, foreign := c.headless(s)
	first := r.First()
	particular := first.Word != "why" && first.Word != "whose" && (c.p.In(first, "wh-word") || c.p.In(first, "wh-alone"))
	signs := [...]struct{ weight, value float64 }{
		// How much of the question the claim has.
		{3.8, s.Fit * s.Fit},
		{0.65, math.Log1p(s.WordWeight / rare)},
		{0.75, math.Log1p(words.has)},
		{-1, whether(s.Hit)},
		{-0.14, words.lacks / rare}, // words that other claims have
		{-5.3, r.ForeignShare()},    // and that none has
		{-1.1, whether(missing)},
		{-0.6, whether(foreign)},
		{-3, whether(len(r.Quotes) > 0 && !c.quotes(s.Claim))},
		// How far it is ahead of the other claims.
		{1, math.Log(c.aheadOfOthers(s))},
		{1.1, c.nextBest(s)},
		// How the question is put. One that asks for something particular may well be
		// about what no claim has; of a long one a part is enough.
		{-2.4, whether(particular)},
		{0.4, whether(particular) * min(3, words.missing)},
		{0.7, whether(first.Word == "which")},
		{-0.7, whether((first.Word == "what" || first.Word == "which") && r.Facet == "")},
		{2, whether(first.Word == "why")},
		{-1.1, whether(c.p.In(first, "auxiliary"))},
		{-0.8, whether(r.Intent == "verify")},
		{1.8, math.Log(float64(max(1, len(r.Query.Tokens))))},
		{1.1, whether(r.Leans)},
		{1.8, whether(len(r.Reports) > 0)},
		{1, whether(len(r.Figures) > 0 && (!c.hardMiss(s) || r.Facet == corpus.FacetAmount))}, // right or wrong, a figure of the corpus means the corpus
		// What is said, by whom and when.
		{1.5, whether(r.Speaker() != nil && s.Spoken)},
		{0.9, whether(s.Claim.Stance == corpus.Denies || s.Claim.Stance == corpus.Counters)},
		{0.5, whether(s.Claim.Stance == corpus.Context)},
		{0.7, whether(len(r.Dates) > 0 && s.Dated)},
		{-2.8, whether(len(r.Dates) > 0 && !s.Dated)},
		// The kind of fact.
		{0.9, whether(r.Facet != "" && s.Facet)},
		{-4.7, whether(c.hardMiss(s))},
		{3.5, whether(r.Facet == corpus.FacetShare)}, // what a share is of, few questions tell in full
		{-2.9, whether(r.Facet == corpus.FacetShare && s.Facet)},
		{-1.1, whether(r.Facet == corpus.FacetTarget)}, // nearly every claim has one
		{-1.7, whether(r.Facet == corpus.FacetQuote)},
	}
	value := -4.7
	for _, sign := range signs {
		value += sign.weight * sign.value
	}
	return value
}

// quotes tells whether the claim has any of the words that the question quotes.
func (c *Composition) quotes(claim *corpus.Claim) bool {
	return slices.ContainsFunc(c.r.Quotes, func(q string) bool { return c.saysQuote(claim, q) })
}

func (c *Composition) saysQuote(claim *corpus.Claim, quote string) bool {
	return c.p.Index.FeaturesOf(claim).Prints(quote)
}

func whether(holds bool) float64 { return float64(record.BoolInt(holds)) }

// wordCounts counts the words of a question, those apart that narrow little: how many a
// claim has, how many it has not, and the weight of those that only others have.
type wordCounts struct{ has, missing, lacks float64 }

func (c *Composition) wordsOf(s *weighing.Scored) wordCounts {
	var w wordCounts
	for _, t := range c.r.Terms {
		switch {
		case !t.Own():
		case c.p.Has(s.N, t):
			w.has++
		default:
			w.missing++
			if t.Known && !t.Stray {
				w.lacks += t.Weight
			}
		}
	}
	return w
}

// nextBest is the score of the best other claim as a share of this one's: where it is
// high, the question is about what the reports are about.
func (c *Composition) nextBest(s *weighing.Scored) float64 {
	for i := range c.weighed {
		if c.weighed[i].Claim != s.Claim {
			return c.weighed[i].Score / max(0.01, s.Score)
		}
	}
	return 0
}

// aheadOfOthers is how far the claim is ahead of the best claim of any other report on the
// same accused, at most four times.
func (c *Composition) aheadOfOthers(s *weighing.Scored) float64 {
	for i := range c.weighed {
		if other := &c.weighed[i]; other.Claim.Report() != s.Claim.Report() && other.Claim.Report().Accused == s.Claim.Report().Accused {
			return max(0.25, min(4, s.Score/max(0.01, other.Score)))
		}
	}
	switch {
	case len(c.p.AllAccused) > 1 && len(c.r.AboutAccused()) == 0:
		for i := range c.weighed { // which affair is meant is open, too
			if other := &c.weighed[i]; other.Claim.Report().Accused != s.Claim.Report().Accused {
				return max(0.25, min(1, s.Score/max(0.01, 1.5*other.Score)))
			}
		}
		return 1
	case len(c.p.AllAccused) > 1:
		return 1 // no other report on them, so that being ahead says nothing
	case len(c.r.Names) > 0:
		return 3
	}
	return 1.5
}

// counted tells whether the question gives a number of something, and the claim has both:
// "what about 17 countries".
func (c *Composition) counted(s *weighing.Scored) bool {
	return slices.ContainsFunc(c.r.Figures, func(f language.Figure) bool {
		return c.p.Index.Features[s.N].Has(f) && slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return t.From == f.To && t.To > t.From && c.p.Has(s.N, t) })
	})
}

// headless tells whether the claim lacks the very thing that was asked for: the
// noun after "which", "what" or "how many"; foreign, that no claim has it.
func (c *Composition) headless(s *weighing.Scored) (missing, foreign bool) {
	head := c.r.Head(c.p.Lexicon)
	if len(head) == 0 || slices.ContainsFunc(head, func(t reading.Term) bool { return c.p.Has(s.N, t) }) {
		return false, false
	}
	return true, !slices.ContainsFunc(head, func(t reading.Term) bool { return t.Known })
}
