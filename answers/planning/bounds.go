package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// bounds tells whether the question sets a figure as a bound: "more than 40 tonnes", "under half".
func (c *Composition) bounds(f language.Figure) (above, below bool) {
	tokens, i := c.r.Query.Tokens, f.From-1
	for i > 0 && c.p.Lexicon.Ignorable(tokens[i].Word) && !c.p.In(tokens[i], "above-word") && !c.p.In(tokens[i], "below-word") && tokens[i].Word != "than" {
		i--
	}
	if i < 0 {
		return false, false
	}
	if tokens[i].Word == "than" && i > 0 {
		more := c.p.In(tokens[i-1], "more-less") && !(i > 1 && c.p.In(tokens[i-2], "negation-word"))
		return more && !c.p.In(tokens[i-1], "less-word"), more && c.p.In(tokens[i-1], "less-word")
	}
	return c.p.In(tokens[i], "above-word"), c.p.In(tokens[i], "below-word")
}

// overUnder answers whether something is above or below a bound ("did it hit more than 100 boats?") with the
// figure that the reports give for it. The bound itself stands in no report, and is looked for in none.
func (c *Composition) overUnder() bool {
	tokens := c.r.Query.Tokens
	if len(tokens) == 0 || len(c.r.Query.Figures) != 1 || c.r.AccusedSpeaks || c.asks("deny") || c.asks("reply") || c.r.Leans {
		return false
	}
	bound := c.r.Query.Figures[0]
	if above, below := c.bounds(bound); !above && !below || !c.p.In(tokens[0], "auxiliary") && !c.p.In(tokens[0], "copula") && bound.From > 2 {
		return false
	}
	known := len(c.p.Index.Figure(bound)) > 0
	if c.r.Intent == "compare" && known {
		return false // "is theirs above or below the 40 tonnes?": whose those are is part of it
	}
	if c.r.Intent == "verify" && bound.Money() && len(c.r.Names)+len(c.r.Dates)+len(c.r.Reports) == 0 && c.r.ForeignShare() == 0 {
		return c.amountsBeyond() // "did they take more than 40 tonnes?"
	}
	ask := *c.r
	ask.Intent, ask.Figures, ask.Facet, ask.Counts = "fact", nil, c.facetOf(bound), c.facetOf(bound) == corpus.FacetCount
	ask.Terms = slices.DeleteFunc(slices.Clone(c.r.Terms), func(t reading.Term) bool {
		return c.ofGroup(t, "more-less") || c.ofGroup(t, "above-word") || c.ofGroup(t, "below-word") || t.From >= bound.From && t.To <= bound.To
	})
	var noun language.Token
	if bound.Unit == "" && !bound.Scaled {
		if bound.To >= len(tokens) || c.p.Lexicon.Ignorable(tokens[bound.To].Word) {
			return false
		}
		noun = tokens[bound.To]
		ask.Terms = slices.DeleteFunc(ask.Terms, func(t reading.Term) bool { return t.From == bound.To }) // what is counted is seen to below
	} else if c.ownNames() == 0 {
		return false
	}
	found := c.p.Choose(&ask, weighing.Filter{Stances: accusing, Keep: func(claim *corpus.Claim) bool {
		_, _, ok := c.measured(claim, bound, noun)
		return ok && c.r.Concerns(claim)
	}})
	if len(found) == 0 || !found[0].Named || found[0].Fit < enough || len(c.r.Names) == 0 && !found[0].Hit {
		return false
	}
	best := found[0]
	for _, s := range found { // what somebody says in all, before a part of it
		if best.Spoken && noun.Word == "" && bound.Unit != "%" && !c.asks("single-incident") && s.Claim.By == best.Claim.By && record.Measures(corpus.Total)(s.Claim) && s.Score >= 0.5*best.Score {
			best = s
			break
		}
	}
	value, text, _ := c.measured(best.Claim, bound, noun)
	id := "bound.above"
	switch least := c.p.hasPhrase(language.Split(text), "floor-word") || c.p.In(language.Split(text)[0], "above-word") || c.p.hasPhrase(language.Split(text), "above-word"); {
	case value == bound.Value:
		return false // the very figure, which is told as it stands
	case value < bound.Value && least:
		id = "bound.least"
	case value < bound.Value:
		id = "bound.below"
	}
	c.weighed = found
	c.why = c.say("why.best")
	c.leadText(c.say(id)+" "+c.p.Composer.Sentence(best.Claim), best.Claim)
	return true
}

// facetOf returns the kind of fact that a figure is.
func (c *Composition) facetOf(f language.Figure) corpus.Facet {
	switch {
	case f.Unit == "%":
		return corpus.FacetShare
	case f.Money():
		return corpus.FacetAmount
	}
	return corpus.FacetCount
}

// measured returns the claim's figure that can be held against a bound: of its unit, or of what it counts.
func (c *Composition) measured(claim *corpus.Claim, bound language.Figure, noun language.Token) (value float64, text string, ok bool) {
	f := c.p.Index.FeaturesOf(claim)
	for i, figure := range f.Figures {
		if f.Of[i] < 0 || claim.Figures[f.Of[i]].Missing {
			continue
		}
		own := claim.Figures[f.Of[i]]
		switch {
		case noun.Word != "":
			ok = figure.Unit == "" && (slices.ContainsFunc(language.Split(own.Text), func(t language.Token) bool { return t.Stem == noun.Stem }) || c.countsPeople(noun) && c.counts(claim) && slices.ContainsFunc(language.Split(own.Text), func(t language.Token) bool { return c.countsPeople(t) }))
		case bound.Unit == "%":
			ok = figure.Unit == "%"
		default:
			ok = figure.Unit == bound.Unit || bound.Unit == "" && figure.Unit == c.p.UnitOf(claim)
		}
		if ok {
			return figure.Value, own.Text, true
		}
	}
	return 0, "", false
}

// countsPeople tells whether a noun is a word for people, or for those who work somewhere.
func (c *Composition) countsPeople(noun language.Token) bool {
	return slices.ContainsFunc(c.p.Lexicon.Concepts(noun.Word, noun.Stem), func(k language.Concept) bool {
		return k == c.p.Lexicon.Concept("people") || k == c.p.Lexicon.Concept("worker")
	})
}
