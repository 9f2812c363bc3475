package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// unitPrice tells whether the question is for the price of one of a kind of thing that
// was taken: the reports tell what all of it was worth.
func (c *Composition) unitPrice() bool {
	if c.r.Intent == "verify" || c.r.Facet == corpus.FacetReason || c.asks("fall") || c.asks("grow") {
		return false // of prices in general something may be told
	}
	return (c.asks("price-word") || c.asks("market-price")) && slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		if n.From < 0 || c.p.Corpus.Entity(n.IDs[0]).Kind != corpus.Asset {
			return false
		}
		if n.From+1 < len(c.r.Query.Tokens) && c.p.In(c.r.Query.Tokens[n.From+1], "market-price") {
			return true // "how did the gold price react?"
		}
		if c.asks("market-price") && !c.asks("steal") && slices.ContainsFunc(c.r.Query.Tokens[max(0, n.From-3):min(n.From+4, len(c.r.Query.Tokens))], func(t language.Token) bool { return c.p.In(t, "price-word") || c.p.In(t, "market-price") }) {
			return true // "at what price was gold trading when they spoke?"
		}
		if n.From == 0 {
			return len(c.r.Query.Tokens) > 1 && c.p.In(c.r.Query.Tokens[1], "price-word") // "gold price when the mill was robbed"
		}
		return c.p.In(c.r.Query.Tokens[n.From-1], "one-word")
	})
}

// unknownSize tells whether it is asked how large a thing was of which no report speaks: "how large a
// bribe did they pay?".
func (c *Composition) unknownSize() bool {
	tokens := c.r.Query.Tokens
	return len(tokens) > 3 && tokens[0].Word == "how" && c.p.In(tokens[1], "size-word") && (tokens[2].Word == "a" || tokens[2].Word == "an") &&
		slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return t.From == 3 && t.Own() && !t.Known && !c.ofGroup(t, "amount-noun") })
}

// lacksPrice tells whether it is asked what one of a kind of thing costs ("how much is a barge?",
// "what does one ticket cost?"), and the claim gives what all of them are worth, or counts them.
func (c *Composition) lacksPrice(best *weighing.Scored) bool {
	tokens := c.r.Query.Tokens
	one := slices.IndexFunc(tokens, func(t language.Token) bool { return c.p.In(t, "one-word") })
	if one < 2 || one > 3 || one+1 == len(tokens) || c.r.Facet != corpus.FacetAmount || len(c.r.Figures) > 0 || !(c.p.In(tokens[one-1], "copula") || c.p.In(tokens[one-1], "auxiliary") && c.asks("price-word")) {
		return false
	}
	return !slices.ContainsFunc(best.Claim.Figures, func(f corpus.Figure) bool { return f.Measures == corpus.Single })
}
