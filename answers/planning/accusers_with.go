package planning

import (
	"cmp"
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// accusersWith tells who speaks of what the question names in an accusation: "which accusers mention
// the ferry?", "who besides the guild blames the crew?", "does everybody blame the crew?". It returns
// whether anything was asked of them that can be looked up.
func (c *Composition) accusersWith() bool {
	names := c.namesAsked()
	terms := slices.DeleteFunc(slices.Clone(c.r.Terms), func(t reading.Term) bool {
		return !t.Own() || !t.Known || t.Framing || t.Stray || c.ofGroup(t, "accuser-word") || c.ofGroup(t, "report-word") || c.ofGroup(t, "mention-word") || c.ofGroup(t, "everything-word")
	})
	kinds := c.kindsNamed()
	if len(kinds) > 0 {
		terms = nil // "no hacker group": somebody of that kind
	}
	except := c.r.Except
	if c.asks("agreeing-with") {
		names = slices.DeleteFunc(names, func(n reading.Name) bool {
			agreed := c.p.Accuses[n.IDs[0]]
			if agreed {
				except = slices.Concat(except, n.IDs) // "who agrees with the guild on that?"
			}
			return agreed
		})
	}
	amounts := c.asks("amount-word") && len(c.r.Figures) == 0
	victims := c.asks("victim") && len(names) == 0
	if amounts {
		terms = nil
	}
	if !victims && !amounts && len(kinds)+len(names)+len(terms)+len(c.r.Figures) == 0 {
		return false
	}
	has := func(claim *corpus.Claim) bool {
		n := c.p.Index.Number(claim)
		return !slices.ContainsFunc(names, func(n reading.Name) bool { return !c.p.SpeaksOf(claim, n.IDs) }) &&
			(victims || !slices.ContainsFunc(terms, func(t reading.Term) bool { return !c.p.Has(n, t) || !c.says(claim, t) })) &&
			!slices.ContainsFunc(c.r.Figures, func(f language.Figure) bool { return !c.p.Index.FeaturesOf(claim).Has(f) }) &&
			!slices.ContainsFunc(kinds, func(kind corpus.Kind) bool { return len(c.namedIn(kind, claim)) == 0 }) &&
			(!amounts || amountOf(claim) != "") &&
			(!victims || slices.ContainsFunc(claim.Targets, c.proper))
	}
	var with, rest, aside []*corpus.Claim // one of each who accuses, the weightiest first
	all := slices.Clone(c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)])
	slices.SortStableFunc(all, func(a, b *corpus.Claim) int { return cmp.Compare(record.Prominence(b), record.Prominence(a)) })
	for _, claim := range all {
		if claim.Stance != corpus.Alleges || !c.inScope(claim) || !c.r.Concerns(claim) {
			continue
		}
		left := len(except) > 0 && c.p.Index.Relation(c.p.Index.Number(claim), except)&(corpus.AsSpeaker|corpus.AsOwner) != 0
		switch holds := has(claim); {
		case left && holds:
			aside = append(aside, claim)
		case left:
		case holds:
			with = append(with, claim)
		default:
			rest = append(rest, claim)
		}
	}
	with = c.oneEach(with, nil)
	rest = slices.DeleteFunc(c.oneEach(rest, with), func(claim *corpus.Claim) bool { return claim.By == corpus.Article || claim.By == corpus.Unnamed })
	if len(with) == 0 && len(aside) > 0 {
		c.why = c.say("why.list")
		c.leadText(c.say("accusers.none_other", "what", c.mentionedName()), aside[0])
		c.also(aside[0])
		return true
	}
	if len(with) == 0 {
		return false
	}
	c.why, c.long = c.say("why.list"), true
	what := c.mentionedName()
	if amounts {
		what = c.p.Composer.Fill("accusers.amount")
	}
	text := c.say("accusers.with", "what", what, "names", c.p.Composer.Join(c.p.Composer.Speakers(with)))
	others := c.p.Composer.Speakers(rest)
	claims := with
	switch {
	case len(others) == 0:
	case c.asks("lacking-word"):
		text = c.say("accusers.lacking", "what", what, "names", c.p.Composer.Join(others))
		claims = rest
	case c.asks("everybody-word") || c.asks("everything-word"):
		text = c.say("accusers.not_all", "what", what, "names", c.p.Composer.Join(c.p.Composer.Speakers(with)), "others", c.p.Composer.Join(others))
		claims = slices.Concat(with, rest)
	}
	c.leadText(text, claims...)
	c.also(claims[:min(3, len(claims))]...)
	return true
}

// oneEach keeps the first claim of each speaker, an article's own voice by its report, and none of
// those who speak in other claims.
func (c *Composition) oneEach(claims, other []*corpus.Claim) (out []*corpus.Claim) {
	same := func(claim *corpus.Claim) func(o *corpus.Claim) bool {
		speaker := c.p.Composer.ShortSpeaker(claim)
		return func(o *corpus.Claim) bool {
			return c.p.Composer.ShortSpeaker(o) == speaker || o.By == claim.By && c.p.Corpus.Entity(o.By) != nil
		}
	}
	for _, claim := range claims {
		if !slices.ContainsFunc(out, same(claim)) && !slices.ContainsFunc(other, same(claim)) {
			out = append(out, claim)
		}
	}
	return out
}

// says tells whether a claim's own sentence, or what those are whom it says were hit, has the word or
// another of its group.
func (c *Composition) says(claim *corpus.Claim, t reading.Term) bool {
	text := claim.Says
	for _, id := range claim.Targets {
		if entity := c.p.Corpus.Entity(id); entity != nil {
			text += " " + entity.Is
		}
	}
	tokens := c.p.Lexicon.Split(text)
	for i, token := range tokens {
		if token.Stem == t.Stem || slices.ContainsFunc(c.p.Lexicon.Concepts(token.Word, token.Stem), func(k language.Concept) bool { return slices.Contains(t.Concepts, k) }) ||
			slices.ContainsFunc(c.p.Lexicon.PhrasesAt(tokens, i), func(p language.PhraseMatch) bool { return slices.Contains(t.Concepts, p.Concept) }) {
			return true
		}
	}
	return false
}
