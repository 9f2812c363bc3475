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
	return c.lacksMethod(best) || c.lacksRoute(best) || c.lacksFate(best) || c.lacksCause(best) || c.lacksOffice(best) || c.lacksReaction(best) || c.lacksCountry(best) || c.lacksChange(best)
}

// whyNone tells whether it is asked why there is none of what the reports were just said to lack: "why not?"
func (c *Composition) whyNone() bool {
	tokens := c.r.Query.Tokens
	return c.r.Thread.Intent == "lacks" && len(tokens) == 2 && tokens[0].Word == "why" && tokens[1].Word == "not"
}

// lacksMethod tells whether it is asked how something was done to somebody, and no claim on them tells more than
// that it was: "how was the mill robbed?"
func (c *Composition) lacksMethod(best *weighing.Scored) bool {
	if c.r.Facet == corpus.FacetMethod && !best.Facet && c.r.Intent == "fact" && c.opening() == "how" && len(c.r.Dates) == 0 && c.ownNames() <= 1 && best.Fit >= 0.9 && !c.asks("manner-word") && !c.r.Leans && !slices.ContainsFunc(c.weighed, func(s weighing.Scored) bool {
		return s.Facet && s.Hit && s.Fit >= 0.4 && s.Claim.Report() == best.Claim.Report()
	}) {
		return true // what they did, the claim tells, and not how
	}
	if c.r.Facet != corpus.FacetMethod || c.r.Intent != "fact" || c.opening() != "how" || c.r.Speaker() != nil || len(c.r.Figures) > 0 {
		return false
	}
	return best.Claim.Incident != "" && best.Claim.Stance == corpus.Alleges && best.Named && !slices.ContainsFunc(c.weighed, func(s weighing.Scored) bool { return s.Named && s.Facet })
}

// lacksRoute tells whether it is asked how, through whom or to whom what was taken was passed on ("how was
// it laundered?", "to whom did they sell it?"), and the claim tells no way of that.
func (c *Composition) lacksRoute(best *weighing.Scored) bool {
	if !c.asks("sale-word") && !c.asks("money") {
		return false
	}
	told := c.p.Index.Mentions(best.Claim.Says, c.p.Lexicon.Concept("sale-word"))
	if c.r.Intent == "verify" {
		return c.asks("sale-word") && c.ownNames() > 0 && !told && !c.complete(best)
	}
	way := c.r.Facet == corpus.FacetMethod && !c.asks("manner-word") && c.asks("sale-word") || c.p.hasPhrase(c.r.Query.Tokens, "through-whom")
	return c.r.Intent == "fact" && way && !(best.Facet && len(best.Claim.Method) > 0 && told)
}

// lacksFate tells whether it is asked what became of what was taken, who has it, or who got it back, and the
// claim tells no more than that it was taken.
func (c *Composition) lacksFate(best *weighing.Scored) bool {
	if c.r.Intent != "fact" && c.r.Intent != "verify" || c.p.HasGroup(best.N, "recover") || len(best.Claim.Purpose) > 0 {
		return false
	}
	tokens := c.r.Query.Tokens
	if c.r.Intent == "verify" && len(c.r.Figures) > 0 && c.opensWhether() && c.asks("recover") {
		return true // "was any of the forty million recovered?"
	}
	if c.p.hasPhrase(tokens, "back-phrase") || len(tokens) > 0 && tokens[len(tokens)-1].Word == "back" && slices.ContainsFunc(tokens, func(t language.Token) bool { return c.p.In(t, "get-word") }) {
		return true
	}
	return c.p.hasPhrase(c.r.Query.Tokens, "fate-phrase") && (len(c.r.Figures) > 0 || c.asks("money") || c.asks("assets-word") || len(c.r.Names) > 0) && !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return c.p.Corpus.Entity(n.IDs[0]).Kind != corpus.Asset })
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
	return best.Fit >= 0.9
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
	if c.r.Intent != "fact" && c.r.Intent != "verify" || !c.asks("say") && !c.asks("do-word") || len(c.r.Figures) > 0 {
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
		if (c.p.hasPhrase(tokens, group) || slices.ContainsFunc(tokens, func(t language.Token) bool { return c.p.In(t, group) })) && !c.prints(best.Claim, group) {
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

// lacksChange tells whether it is asked how far something rose or fell, and the claim speaks of no change.
func (c *Composition) lacksChange(best *weighing.Scored) bool {
	switch c.r.Facet {
	case corpus.FacetAmount, corpus.FacetShare, corpus.FacetCount:
		tokens := c.r.Query.Tokens
		changed := slices.ContainsFunc(tokens, func(t language.Token) bool { return c.p.In(t, "change-verb") }) || c.p.hasPhrase(tokens, "change-verb")
		return changed && !c.p.hasPhrase(tokens, "fell-upon") && !c.prints(best.Claim, "change-verb")
	}
	return false
}

// unlisted tells whether the question asks which they are that the claim only counts ("list the four fires"), or
// who they are whom it only calls by what they are.
func (c *Composition) unlisted(claim *corpus.Claim) bool {
	tokens := c.r.Query.Tokens
	if len(tokens) < 2 || c.r.Intent != "fact" && c.r.Intent != "list" || c.r.Facet == corpus.FacetCount || !c.p.In(tokens[0], "which-word") && !c.asks("list-asking") {
		return false
	}
	counted := slices.ContainsFunc(c.r.Figures, func(f language.Figure) bool {
		return slices.ContainsFunc(claim.Figures, func(own corpus.Figure) bool { return own.Measures == corpus.Count }) && f.Unit == "" && !f.Scaled && slices.Contains(c.p.Index.Figure(f), c.p.Index.Number(claim))
	})
	nameless := slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From > 0 && n.From <= 2 && slices.Contains(n.IDs, claim.By) && !reading.EndsInName(c.p.Corpus.Label(claim.By))
	})
	return (counted || nameless) && !c.p.saysPhrase(claim, "unlisted-phrase") && !slices.ContainsFunc(claim.Targets, c.proper)
}
