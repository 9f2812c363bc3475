package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
)

// onlySize tells whether a question has nothing but how much that is: "is that a lot?".
func (c *Composition) onlySize() bool {
	r := c.r
	return r.Intent == "verify" && r.Thread.Turns == 0 && c.asks("thing-pronoun") && !r.Named() && len(r.Figures)+len(r.Reports)+len(r.Dates) == 0 &&
		!slices.ContainsFunc(r.Terms, func(t reading.Term) bool { return t.Own() && !c.ofGroup(t, "many") && !c.ofGroup(t, "mere-size") })
}

// onlySays tells whether a question has nothing but that somebody said something, or
// hardly that: "what did they say?", "which report?".
func (c *Composition) onlySays() bool {
	r := c.r
	return r.Intent != "accuser" && !c.asks("accuse") && (c.asks("pronoun") || len(r.Query.Tokens) <= 3) && len(r.Names)+len(r.Figures)+len(r.Reports)+len(r.Dates)+len(r.Quotes)+len(r.Focus) == 0 &&
		!slices.ContainsFunc(r.Terms, func(t reading.Term) bool { return t.Own() && !t.Framing })
}

// comparesNothing tells whether a first question asks which of two is more, and does not say of
// which two: "which one is bigger?".
func (c *Composition) comparesNothing() bool {
	return c.r.Thread.Turns == 0 && c.asks("more-less") && len(c.r.Quotes) == 0 && c.onlyCompares()
}

// tooVague tells whether there is nothing to go by: no content, and no thread.
func (c *Composition) tooVague() bool {
	r := c.r
	if len(r.Strangers) > 0 || r.HasContent() && !c.onlySays() && !c.onlySize() && !c.otherOne() && !c.comparesNothing() || len(r.Accused) > 0 {
		return false
	}
	if r.Leans && len(r.Focus) > 0 {
		return false
	}
	if r.Facet == corpus.FacetWhen && c.asks("start") && c.asks("they-word") {
		return false // "since when are they doing this?"
	}
	if r.Facet == corpus.FacetCount && len(c.p.Counted[r.Counted]) > 0 {
		return false // "how many lorries?": somebody counts them
	}
	switch r.Facet {
	case corpus.FacetRanking, corpus.FacetPurpose, corpus.FacetMethod, corpus.FacetTarget, corpus.FacetEvidence, corpus.FacetActor:
		return false // "what do they spend it on?" is clear enough
	}
	switch r.Intent {
	case "verdict":
		return r.Aspect == "true" && r.Thread.Turns == 0 && !slices.ContainsFunc(r.Query.Tokens, func(t language.Token) bool { return t.Word == "it" || t.Word == "they" })
	case "fact", "verify", "accuser", "definition", "source", "more":
		return true
	case "list":
		return r.Aspect == ""
	case "compare", "order":
		return c.comparesNothing()
	}
	return r.Aspect == "meant" // "what do you mean?", and nothing was said
}

// onlyNumbers tells whether there is nothing but numbers: "2+2".
func (c *Composition) onlyNumbers() bool {
	return len(c.r.Query.Tokens) > 1 && !slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool { return !t.Number })
}

// otherOne tells whether a first question points at "the other one" or "the same", and
// says nothing else.
func (c *Composition) otherOne() bool {
	r := c.r
	return r.Thread.Turns == 0 && len(r.Query.Tokens) <= 7 && c.asks("pointing-word") && len(r.Names)+len(r.Figures)+len(r.Reports)+len(r.Dates)+len(r.Quotes) == 0 &&
		!slices.ContainsFunc(r.Terms, func(t reading.Term) bool { return t.Own() && !c.ofGroup(t, "pointing-word") })
}
