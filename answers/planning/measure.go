package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// otherMeasure corrects a question that gives a share, or a number of something, which the claim on just that tells
// otherwise. What is counted chooses the claim, and the number is only held against it: "were three quarters taken
// that year?", "does it have 15 boats?", where another claim has 15 of something else.
func (c *Composition) otherMeasure() bool {
	if c.r.Intent != "verify" || c.r.Leans || len(c.r.Query.Figures) != 1 || len(c.r.Quotes)+len(c.r.Reports)+len(c.r.Strangers) > 0 || c.r.Query.Figures[0].Money() {
		return false
	}
	given := c.r.Query.Figures[0]
	ask := *c.r
	ask.Figures, ask.Facet = nil, ""
	found := c.p.Choose(&ask, weighing.Filter{Stances: accusing, Keep: c.r.Concerns})
	measures := func(f corpus.Figure) bool { return f.Measures == corpus.Share && !f.Missing }
	if given.Unit != "%" {
		counted := c.countedTerms(given)
		measures = func(f corpus.Figure) bool {
			return f.Measures == corpus.Count && !f.Missing && slices.ContainsFunc(counted, func(t reading.Term) bool { return c.tellsOfTerm(f.Text+" "+f.Of, t) })
		}
	}
	at := slices.IndexFunc(found, func(s weighing.Scored) bool { return slices.ContainsFunc(s.Claim.Figures, measures) })
	if at < 0 || !found[at].Spoken || c.ownNames() > 0 && !found[at].Named || !found[at].Hit && c.r.KnownWords() > 0 || len(c.r.Dates) > 0 && !found[at].Dated || found[at].Score < 0.5*found[0].Score {
		return false
	}
	if c.p.Index.FeaturesOf(found[at].Claim).Has(given) {
		return false // it is as the question has it
	}
	c.weighed = found
	c.why = c.say("why.premise")
	c.correctFigure(&found[at], nil)
	return true
}

// countedTerms returns what the question gives a number of: the nouns after it, two at most.
func (c *Composition) countedTerms(given language.Figure) []reading.Term {
	return slices.DeleteFunc(slices.Clone(c.r.Terms), func(t reading.Term) bool {
		return t.From == t.To || t.From < given.To || !t.Known || c.named(t)
	})
}

// tellsOfTerm tells whether a text has the word, or one of its group.
func (c *Composition) tellsOfTerm(text string, t reading.Term) bool {
	return slices.ContainsFunc(language.Split(text), func(token language.Token) bool { return c.p.Lexicon.Stem(token.Word) == t.Stem }) ||
		slices.ContainsFunc(t.Concepts, func(concept language.Concept) bool { return c.p.Index.Mentions(text, concept) })
}
