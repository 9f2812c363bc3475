package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// ordinalOne leads with the claim that "the second one" means, of those that were listed
// last; where more were listed than are remembered, the sixth is as far as it goes.
func (c *Composition) ordinalOne() bool {
	r, tokens, listed := c.r, c.r.Query.Tokens, c.r.Focus
	if len(listed) == 1 {
		listed = c.p.ClaimsByKey(r.Thread.Earlier) // "and the third one?", after the second
	}
	if r.Intent != "" && r.Intent != "fact" && r.Intent != r.Thread.Intent || len(listed) < 2 || len(tokens) > 5 || len(r.Accused)+len(r.Figures) > 0 || c.ownNames() > 0 {
		return false
	}
	at := slices.IndexFunc(tokens, func(t language.Token) bool { return c.p.Lexicon.Ordinal(t.Word) > 0 })
	if at < 0 || at+1 >= len(tokens) || tokens[at+1].Word != "one" || c.p.Lexicon.Ordinal(tokens[at].Word) > len(listed) {
		return false
	}
	c.why = c.say("why.best")
	c.lead(listed[c.p.Lexicon.Ordinal(tokens[at].Word)-1])
	return true
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

// saysSo tells whether it is asked for somebody who says the very same: "who else says so?".
func (c *Composition) saysSo() bool {
	tokens := c.r.Query.Tokens
	n := len(tokens)
	return n > 2 && (tokens[n-1].Word == "so" || c.p.In(tokens[n-1], "thing-pronoun")) && (c.p.In(tokens[n-2], "say") || c.p.In(tokens[n-2], "accuser-word"))
}

// kindred tells whether one of two speakers belongs to the other.
func (c *Composition) kindred(a, b string) bool {
	return a != b && c.p.Corpus.Entity(a) != nil && c.p.Corpus.Entity(b) != nil && (c.p.Corpus.BelongsTo(a, b) || c.p.Corpus.BelongsTo(b, a))
}

// others leaves out what was said already when a follow-up asks for another, and what
// others say when it asks what "he" or "she" said.
func (c *Composition) others() weighing.Filter {
	if c.r.Leans && len(c.r.Focus) > 0 && c.asks("person-pronoun") && c.r.Speaker() == nil {
		if by := c.p.Corpus.Entity(c.r.Focus[0].By); by != nil && by.Kind == corpus.Person {
			theirs := weighing.Filter{Keep: func(claim *corpus.Claim) bool { return claim.By == by.ID }}
			if c.asks("more-asking") && !(c.r.Picked && c.asks("other-word")) {
				theirs.Exclude = c.r.Thread.Claims // "what else did she say?"
			}
			return theirs
		}
	}
	if c.ofThat() {
		report := c.r.Focus[0].Report()
		return weighing.Filter{Keep: func(claim *corpus.Claim) bool { return claim.Report() == report }}
	}
	if c.r.Another || c.r.Leans && (c.r.Facet == "" || c.asks("else-word")) && c.asks("more-asking") {
		return weighing.Filter{Exclude: c.r.Thread.Claims}
	}
	return weighing.Filter{}
}

// ofThat tells whether a follow-up asks something of the very thing that was told and names nothing
// else: "is that for one year?". What another report tells is no answer.
func (c *Composition) ofThat() bool {
	r := c.r
	tokens := r.Query.Tokens
	at := slices.IndexFunc(tokens[:min(2, len(tokens))], func(t language.Token) bool { return c.p.In(t, "copula") })
	return at >= 0 && at+1 < len(tokens) && r.Leans && r.Intent == "verify" && len(r.Focus) > 0 && c.p.In(tokens[at+1], "thing-pronoun") && len(r.Figures)+len(r.Reports)+len(r.Dates)+len(r.Quotes) == 0 && !r.Named()
}
