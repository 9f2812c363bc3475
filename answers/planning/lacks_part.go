package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// lacksPart tells whether a number is asked of less than the claim's number is of: what is
// earned from exports, how many countries there are besides those of one attack.
func (c *Composition) lacksPart(s *weighing.Scored) bool {
	tokens := c.r.Query.Tokens
	switch c.r.Facet {
	case corpus.FacetCount:
		if (c.asks("size-asking") || c.asks("human-noun")) && c.namesGroup() && !slices.ContainsFunc([]string{"worker", "human-noun", "people"}, func(group string) bool { return c.p.Index.Features[s.N].Groups[c.p.Lexicon.Concept(group)] }) {
			return true // how many they are themselves
		}
		return s.Claim.Incident != "" && slices.Contains(c.r.Except, s.Claim.Incident) || s.Claim.Incident != "" && slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
			return n.From > 0 && slices.Contains(n.IDs, s.Claim.Incident) && c.p.In(tokens[n.From-1], "besides-word")
		})
	case corpus.FacetShare:
		return c.lacksAfter(s, "share-word", "of")
	case corpus.FacetAmount, "":
		if c.r.Facet == "" && c.opening() != "what" || !c.asks("earn") && !c.asks("get-word") {
			return false
		}
		return c.lacksAfter(s, "earn", "from") || c.r.Facet == corpus.FacetAmount && c.plainCounts(s)
	}
	return false
}

// wholeAlone says that the reports do not tell how many of a number somebody or something is, where the claim
// has no more than that number: "how many of the forty can swim?"
func (c *Composition) wholeAlone(s *weighing.Scored) bool {
	tokens := c.r.Query.Tokens
	if c.r.Facet != corpus.FacetCount || len(tokens) < 5 || tokens[0].Word != "how" || tokens[1].Word != "many" || tokens[2].Word != "of" || len(c.r.Figures) != 1 || !s.Figure || len(s.Claim.Figures) != 1 || c.tells(s.Claim, corpus.FacetShare) {
		return false
	}
	c.why = c.say("why.best")
	c.leadText(c.say("fact.untold")+" "+c.sentence(s.Claim), s.Claim)
	return true
}

// lacksAfter tells whether the claim lacks the noun that stands after a word of the group and a preposition: "share
// of the harvest", "earn from tolls".
func (c *Composition) lacksAfter(s *weighing.Scored, group, preposition string) bool {
	tokens := c.r.Query.Tokens
	for i, t := range tokens {
		if !c.p.In(t, group) {
			continue
		}
		at := i + 1
		for at < len(tokens) && at < i+4 && tokens[at].Word != preposition {
			at++
		}
		if at >= len(tokens) || tokens[at].Word != preposition {
			continue
		}
		for at++; at < len(tokens) && c.p.Lexicon.Ignorable(tokens[at].Word); at++ {
		}
		nouns, _ := c.r.TermsFrom(at)
		return len(nouns) > 0 && !slices.ContainsFunc(nouns, func(t reading.Term) bool { return !t.Own() || c.p.Has(s.N, t) })
	}
	return false
}

// plainCounts tells whether the claim has figures, and all are of things or people: what somebody earned, they do not tell.
func (c *Composition) plainCounts(s *weighing.Scored) bool {
	figures := c.p.Index.Features[s.N].Figures
	return len(figures) > 0 && !slices.ContainsFunc(figures, func(f language.Figure) bool { return f.Unit != "" || f.Money() })
}
