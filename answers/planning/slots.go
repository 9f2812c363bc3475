package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// unfilled tells whether the claim is on what the question names, and holds nothing of the kind that it asks for.
func (c *Composition) unfilled(best *weighing.Scored) bool {
	return c.lacksRoute(best) || c.lacksFate(best) || c.lacksCause(best) || c.lacksOffice(best) || c.lacksReaction(best) || c.lacksCountry(best)
}

// lacksCause tells whether it is asked why something was done that the claim tells whole, and no claim of the
// report tells why.
func (c *Composition) lacksCause(best *weighing.Scored) bool {
	if c.r.Facet != corpus.FacetReason || best.Facet || c.r.Intent != "fact" || c.opening() != "why" || c.r.Leans || best.Claim.Stance != corpus.Alleges || c.r.Speaker() != nil || len(c.r.Query.Tokens) < 3 || c.tellsWhy(best.Claim) {
		return false
	}
	if c.tells(best.Claim, corpus.FacetRanking) || c.asks("first-word") || c.asks("whole-word") || slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && c.p.Index.Relation(best.N, n.IDs)|c.p.Index.Relation(best.N, n.Around) == 0
	}) {
		return false // the question may be wrong in what it takes for granted
	}
	return best.Fit >= 0.9 && !slices.ContainsFunc(c.weighed, func(s weighing.Scored) bool {
		return s.Facet && s.Hit && s.Fit >= 0.4 && (s.Named || len(c.r.Names) == 0)
	})
}

// tellsWhy tells whether the claim's own words give a cause or an end: "because ...", "to deceive the inspectors".
func (c *Composition) tellsWhy(claim *corpus.Claim) bool {
	tokens := language.Split(claim.Says)
	for i, t := range tokens {
		if c.p.In(t, "cause-word") || t.Word == "to" && i+1 < len(tokens) && !tokens[i+1].Caps && !tokens[i+1].Number && !c.p.Lexicon.Ignorable(tokens[i+1].Word) {
			return true
		}
	}
	return false
}

// lacksOffice tells whether it is asked what an office of a country said or did ("what did the northern police
// say?"), and who speaks in the claim is another of that country.
func (c *Composition) lacksOffice(best *weighing.Scored) bool {
	if c.r.Intent != "fact" && c.r.Intent != "verify" || !c.asks("say") && !c.asks("do-word") {
		return false
	}
	tokens := c.r.Query.Tokens
	for i, t := range tokens {
		if !c.p.In(t, "named-office") {
			continue
		}
		beside := slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && n.Office && !c.r.AccusedSpeaks })
		if beside && !slices.ContainsFunc(language.Split(c.p.Composer.Speaker(best.Claim)+" "+best.Claim.Says), func(own language.Token) bool { return own.Stem == tokens[i].Stem }) {
			return true
		}
	}
	return false
}

// lacksReaction tells whether it is asked what was done about it all, and the claim speaks of no answer to it.
func (c *Composition) lacksReaction(best *weighing.Scored) bool {
	if c.r.Intent != "fact" && c.r.Intent != "verify" || c.asks("deny") || c.asks("reply") || c.r.AccusedSpeaks || slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && c.p.BelongsToAccused(n.IDs) }) {
		return false
	}
	tokens := c.r.Query.Tokens
	for _, group := range []string{"reaction-phrase", "penalty-word"} {
		concept := c.p.Lexicon.Concept(group)
		if (c.p.hasPhrase(tokens, group) || slices.ContainsFunc(tokens, func(t language.Token) bool { return c.p.In(t, group) })) && !c.p.Index.Mentions(best.Claim.Says, concept) && !c.p.saysPhrase(best.Claim, group) {
			return true
		}
	}
	return false
}

// lacksCountry tells whether it is asked how much or who was hit in a country of which the claim knows only that
// who speaks is from there.
func (c *Composition) lacksCountry(best *weighing.Scored) bool {
	switch c.r.Facet {
	case corpus.FacetAmount, corpus.FacetShare, corpus.FacetCount, corpus.FacetTarget:
	default:
		return false
	}
	if first := c.r.First(); c.r.Intent != "fact" || first.Word != "how" && !c.p.In(first, "which-word") || c.asks("say") || c.asks("accuse") || c.asks("accusation-word") || c.asks("estimate") {
		return false
	}
	return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		relation := c.p.Index.Relation(best.N, n.IDs)
		return n.From >= 0 && !n.Weak && !n.Speaker && !n.Office && c.country(n.IDs[0]) && !slices.Contains(c.r.Accused, n.IDs[0]) && relation != 0 && relation&^(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) == 0
	})
}
