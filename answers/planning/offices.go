package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// unheardOffice tells whether it is asked what somebody of the accused's said of whom the reports have no word: its
// ambassador, its lawyer, a ministry of theirs that never spoke, or those themselves who are said to have done it.
func (c *Composition) unheardOffice() bool {
	if c.r.Leans || len(c.r.Quotes)+len(c.r.Strangers)+len(c.r.Reports) > 0 || !c.asks("say") && !c.asks("reply") && !c.asks("deny") && !c.asks("statement") {
		return false
	}
	if slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && !n.Weak && c.p.BelongsToAccused(n.IDs) && c.p.EverSpeaks(n.IDs)
	}) {
		return false // a body of theirs that did speak
	}
	tokens := c.r.Query.Tokens
	for i, t := range tokens {
		switch {
		case c.p.In(t, "speaking-office") && c.ofAccusedAt(i):
		case i+2 < len(tokens) && c.p.In(t, "body-noun") && tokens[i+1].Word == "of" && c.ofAccusedAt(i+2) && !c.p.In(tokens[i+2], "determiner"):
			i += 2 // "the ministry of fisheries"
		case c.p.In(t, "doer-noun") && c.ownNames() == 0 && i+1 < len(tokens) && (tokens[i+1].Word == "themselves" || c.p.In(tokens[i+1], "speaking-verb")) && c.p.In(c.r.First(), "auxiliary"):
			return true
		default:
			continue
		}
		if !c.everNamed(tokens[i]) {
			return true
		}
	}
	return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		if n.From < 1 || n.From > 2 || c.p.Corpus.Entity(n.IDs[0]).Kind != corpus.Group || c.p.EverSpeaks(n.IDs) || !c.p.In(c.r.First(), "auxiliary") {
			return false
		}
		at := c.afterName(&n)
		return at >= 0 && c.p.In(tokens[at], "speaking-verb")
	})
}

// ofAccusedAt tells whether the word at that place stands beside the name of the accused: "the guild's lawyer", "the
// embassy of the guild"; or whether nobody else is named whose it could be.
func (c *Composition) ofAccusedAt(at int) bool {
	for _, m := range c.r.Query.Mentions {
		if len(m.IDs) == 0 {
			continue
		}
		beside := m.To <= at && at-m.To <= 2 || m.From > at && m.From-at <= 3
		if theirs := c.p.BelongsToAccused(m.IDs); beside && theirs {
			return true
		}
	}
	return false
}

// everNamed tells whether a reply by the accused is given with that word for who speaks.
func (c *Composition) everNamed(t language.Token) bool {
	about := c.standing()
	replies := slices.Concat(about.Denials[:min(len(about.Denials), record.MostClaims)], about.Counters[:min(len(about.Counters), record.MostClaims)])
	return slices.ContainsFunc(replies, func(claim *corpus.Claim) bool {
		who := claim.As
		if entity := c.p.Corpus.Entity(claim.By); entity != nil {
			who += " " + entity.Name + " " + entity.Label
		}
		return slices.ContainsFunc(language.Split(who), func(o language.Token) bool { return o.Stem == t.Stem })
	})
}
