package answers

import (
	"slices"

	"allegedly/answers/corpus"
)

// fragile are the intents whose words also stand in plain questions for a fact.
var fragile = map[string]bool{"extreme": true, "verdict": true, "lacks": true, "more": true, "discrepancy": true, "same": true, "source": true, "overview": true, "list": true, "quote": true, "insult": true, "greeting": true, "thanks": true, "help": true}

// talk are the intents that ask nothing about the reports.
var talk = map[string]bool{"greeting": true, "thanks": true, "help": true, "about": true, "insult": true}

// known counts the content words that lead somewhere.
func (r *request) known() int {
	n := 0
	for _, t := range r.terms {
		if t.Known && !t.Asked && !t.stray {
			n++
		}
	}
	return n
}

// overrules answers a question for one fact although a word in it would call
// for another plan: one claim explains nearly all of it, that word included.
func (c *composition) overrules() bool {
	e, r := c.e, c.r
	if !fragile[r.intent] || r.aspect == "retraction" || len(r.strangers) > 0 || r.intent == "source" && r.first().Word == "who" && (r.aspect == "author" || r.aspect == "publisher") || r.intent == "list" && (r.aspect != "" || r.leans && !c.withoutListing().ownContent()) || r.intent == "extreme" && (r.aspect == "largest" || r.aspect == "smallest") || talk[r.intent] && c.ownNames() == 0 && (r.known() < 2 || r.intent == "thanks" && !slices.ContainsFunc(r.query.Tokens, e.opens)) {
		return false
	}
	plain := *r
	plain.terms = slices.Clone(r.terms)
	content := 0
	var keywords []term
	for i := range plain.terms {
		t := &plain.terms[i]
		if t.Asked && t.weight > 0 && (t.Known || len(t.Concepts) > 0) {
			t.Asked = false
			keywords = append(keywords, *t)
		}
		if !t.Asked {
			content++
		}
	}
	if r.intent == "overview" && len(r.names)+len(r.figures)+len(r.dates) == 0 && !slices.ContainsFunc(r.terms, func(t term) bool { return !t.Asked && t.Known && !t.light }) {
		return false // some claim may well have "summary" among its words
	}
	if r.intent == "lacks" && c.asks("anybody-word") && len(e.choose(r, choice{keep: func(claim *corpus.Claim) bool { return r.concerns(claim) && c.tells(claim, r.facet) }})) > 0 && (r.facet == corpus.FacetArrest || r.facet == corpus.FacetConviction) {
		return false // a claim tells that very thing
	}
	if (r.intent == "verdict" || r.intent == "discrepancy" && len(r.reports) > 0 || r.intent == "extreme" || r.intent == "lacks" || r.intent == "source" && r.aspect != "") && r.known()+c.ownNames() < 2 {
		return false // whatever claim has that word, it is a verdict that was asked for
	}
	found := c.e.choose(&plain, choice{})
	plainly := c.plainly(found) // nobody would ask for a verdict so
	if content == 0 || len(found) == 0 || content < 2 && found[0].words < 2.5 || found[0].fit < 0.8 && !(found[0].fit >= 0.65 && ahead(found)) && !(plainly && found[0].fit >= enough) || !found[0].hit || !found[0].spoken || len(r.figures) > 0 && !found[0].figure {
		return false
	}
	if r.intent == "verdict" && (found[0].claim.Stance == corpus.Context || c.asks("odds-word")) {
		return false // background is no answer to whether they did it
	}
	for _, t := range keywords {
		if !t.stray && !e.has(found[0].n, t) && !plainly {
			return false
		}
	}
	c.r = &plain
	c.r.intent = "fact"
	c.planFact()
	return true
}

// ownNames counts the names that the question itself gives, the accused apart.
func (c *composition) ownNames() int {
	n := 0
	for i := range c.r.names {
		n += boolInt(c.r.names[i].from >= 0 && !c.r.names[i].weak)
	}
	return n
}

// plainly tells whether the question is for a fact whatever its words: it opens
// with "what", "which" or "how", or asks whether somebody other than the accused
// admitted something, and one claim is far ahead.
func (c *composition) plainly(found []scored) bool {
	r := c.r
	if len(found) == 0 || !found[0].named || !ahead(found) {
		return false
	}
	switch r.intent {
	case "verdict":
		return c.e.in(r.first(), "wh-word") || r.first().Word == "who" && len(r.query.Tokens) > 1 && (c.e.in(r.query.Tokens[1], "say") || c.e.in(r.query.Tokens[1], "accuse"))
	case "lacks":
		return r.facet == corpus.FacetAdmission && len(r.accused) == 0 && slices.ContainsFunc(r.names, func(n name) bool { return n.from >= 0 && n.voice })
	}
	return false
}
