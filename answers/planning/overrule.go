package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// fragile are the intents whose words also stand in plain questions for a fact.
var fragile = map[string]bool{"extreme": true, "verdict": true, "lacks": true, "more": true, "discrepancy": true, "same": true, "source": true, "overview": true, "list": true, "quote": true, "insult": true, "greeting": true, "thanks": true, "help": true}

// overrules answers a question for one fact although a word in it would call
// for another plan: one claim explains nearly all of it, that word included.
func (c *Composition) overrules() bool {
	r := c.r
	if !fragile[r.Intent] || r.Aspect == "retraction" || r.Aspect == "agreed" || len(r.Strangers) > 0 || r.Intent == "source" && r.First().Word == "who" && (r.Aspect == "author" || r.Aspect == "publisher") || r.Intent == "source" && r.Aspect == "credits" && len(r.Reports) > 0 && r.First().Word == "where" || r.Intent == "list" && (r.Aspect != "" || r.Leans && !c.withoutListing().OwnContent()) || r.Intent == "extreme" && (r.Aspect == "largest" || r.Aspect == "smallest") || reading.Talk[r.Intent] && c.ownNames() == 0 && (r.KnownWords() < 2 || r.Intent == "thanks" && !slices.ContainsFunc(r.Query.Tokens, c.p.Opens)) {
		return false
	}
	plain := *r
	plain.Terms = slices.Clone(r.Terms)
	content := 0
	var keywords []reading.Term
	for i := range plain.Terms {
		t := &plain.Terms[i]
		if t.Asked && t.Weight > 0 && (t.Known || len(t.Concepts) > 0) {
			t.Asked = false
			keywords = append(keywords, *t)
		}
		if !t.Asked {
			content++
		}
	}
	if r.Intent == "overview" && len(r.Names)+len(r.Figures)+len(r.Dates) == 0 && !slices.ContainsFunc(r.Terms, func(t reading.Term) bool { return !t.Asked && t.Known && !t.Light }) {
		return false // some claim may well have "summary" among its words
	}
	if r.Intent == "lacks" && c.asks("anybody-word") && len(c.p.Choose(r, weighing.Filter{Keep: func(claim *corpus.Claim) bool { return r.Concerns(claim) && c.tells(claim, r.Facet) }})) > 0 && (r.Facet == corpus.FacetArrest || r.Facet == corpus.FacetConviction) {
		return false // a claim tells that very thing
	}
	if r.Intent == "verdict" && (c.asks("trust") || c.asks("believe")) && slices.ContainsFunc(r.Query.Tokens, func(t language.Token) bool { return t.Word == "you" || t.Word == "i" }) {
		return false // "how far do you trust it?": we give no verdict
	}
	if r.Intent == "lacks" && r.Facet == corpus.FacetAdmission && slices.ContainsFunc(r.Names, func(n reading.Name) bool { return c.p.BelongsToAccused(n.IDs) && c.admits(n) }) {
		return false // "when did their agency apologise?": whatever else was not taken back
	}
	if r.Intent == "verdict" && c.asks("number-word") && c.ownNames() > 1 {
		return false // "whose figure is right, hers or theirs?"
	}
	if len(r.Reports) >= 2 || c.ownNames()+len(r.Figures)+len(r.Quotes) == 0 && c.asks("report-word") {
		return false // of several articles one claim, which is of one, tells nothing
	}
	if r.Intent == "overview" && len(r.Names)+len(r.Figures)+len(r.Dates) == 0 && r.KnownWords() < 2 {
		return false // a "quick" summary
	}
	if (r.Intent == "verdict" || r.Intent == "discrepancy" && len(r.Reports) > 0 || r.Intent == "extreme" || r.Intent == "lacks" || r.Intent == "source" && r.Aspect != "") && r.KnownWords()+c.ownNames() < 2 {
		return false // whatever claim has that word, it is a verdict that was asked for
	}
	if r.Intent == "extreme" && (r.Aspect == "first" || r.Aspect == "last") && c.asks("single-incident") && r.KnownWords() < 2 && len(r.Figures) == 0 {
		return false // of all attacks the last, and not one in a claim that has "last" among its words
	}
	found := c.p.Choose(&plain, weighing.Filter{})
	plainly := c.asksPlainly(found) // nobody would ask for a verdict so
	if content == 0 || len(found) == 0 || content < 2 && found[0].WordWeight < 2.5 || found[0].Fit < 0.8 && !(found[0].Fit >= 0.65 && farAhead(found)) && !(plainly && found[0].Fit >= enough) || !found[0].Hit || len(r.Figures) > 0 && !found[0].Figure {
		return false
	}
	if r.Intent == "verdict" && (found[0].Claim.Stance == corpus.Context || c.asks("odds-word")) {
		return false // background is no answer to whether they did it
	}
	for _, t := range keywords {
		if !t.Stray && !c.p.Has(found[0].N, t) && !plainly {
			return false
		}
	}
	c.r = &plain
	c.r.Intent = "fact"
	c.planFact()
	return true
}

// asksPlainly tells whether the question is for a fact whatever its words: it opens
// with "what", "which" or "how", or asks whether somebody other than the accused
// admitted something, and one claim is far ahead.
func (c *Composition) asksPlainly(found []weighing.Scored) bool {
	r := c.r
	if len(found) == 0 || !found[0].Named || !farAhead(found) {
		return false
	}
	switch r.Intent {
	case "verdict":
		return c.p.In(r.First(), "wh-word") || r.First().Word == "who" && len(r.Query.Tokens) > 1 && (c.p.In(r.Query.Tokens[1], "say") || c.p.In(r.Query.Tokens[1], "accuse"))
	case "lacks":
		return r.Facet == corpus.FacetAdmission && len(r.Accused) == 0 && slices.ContainsFunc(r.Names, func(n reading.Name) bool { return n.From >= 0 && n.Voice && c.admits(n) })
	}
	return false
}

// admits tells whether it is the one named who is asked to have admitted something, and not the one to whom
// it was admitted: "did the museum admit", "conceded by the museum", and not "did they confess to the museum".
func (c *Composition) admits(n reading.Name) bool {
	tokens := c.r.Query.Tokens
	if n.From > 0 && tokens[n.From-1].Word == "by" {
		return true
	}
	for _, m := range c.r.Query.Mentions {
		if m.From == n.From {
			return slices.ContainsFunc(tokens[m.To:min(m.To+3, len(tokens))], func(t language.Token) bool { return c.p.In(t, "admit-asking") })
		}
	}
	return false
}
