package answers

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// pointedNoun takes "that number" or "this claim" for what was told: no claim need have the word.
func (e *Engine) pointedNoun(r *request) {
	tokens := r.query.Tokens
	for i := 1; i < len(tokens); i++ {
		if tokens[i-1].Word != "that" && tokens[i-1].Word != "this" && !(tokens[i-1].Word == "the" && r.intent == "accuser" && i == len(tokens)-1) ||
			!e.in(tokens[i], "amount-word") && !e.in(tokens[i], "number-word") && !e.in(tokens[i], "accusation-noun") {
			continue
		}
		for k := range r.terms {
			r.terms[k].Asked = r.terms[k].Asked || r.terms[k].From == i && r.terms[k].To == i+1
		}
	}
}

// onThat tells whether it is asked what somebody says about the very thing that was told:
// "and what does the lawyer say on that?".
func (e *Engine) onThat(r *request) bool {
	tokens := r.query.Tokens
	n := len(tokens)
	return n > 2 && e.in(tokens[n-1], "thing-pronoun") && (e.in(tokens[n-2], "about-word") || tokens[n-2].Word == "on" || tokens[n-2].Word == "to") && r.known() == 0
}

// anotherVoice tells whether a follow-up asks for somebody else than who said what was told: "who
// else says so?", "does any lawyer say something about them?".
func (e *Engine) anotherVoice(r *request) bool {
	tokens := r.query.Tokens
	if r.intent != "verify" && r.intent != "accuser" && r.intent != "list" && r.intent != "more" && r.intent != "" || r.named() || len(r.figures)+len(r.reports)+len(r.dates) > 0 || len(tokens) < 3 {
		return false
	}
	says := slices.IndexFunc(tokens, func(t language.Token) bool {
		return e.in(t, "say") || e.in(t, "accuse") || e.in(t, "accuser-word") || e.in(t, "mentioning-verb")
	})
	if says < 2 {
		return false
	}
	for i := range tokens[:says] {
		if tokens[i].Word == "who" && tokens[i+1].Word == "else" {
			return true
		}
		if i > 0 && e.in(tokens[i-1], "auxiliary") && i+1 < says && says <= i+4 && (e.in(tokens[i], "some-word") || e.in(tokens[i], "anybody-word")) && (r.intent != "more" || e.asks(r, "anybody-word")) {
			return true
		}
	}
	return false
}

// saysSo tells whether it is asked for somebody who says the very same: "who else says so?".
func (c *composition) saysSo() bool {
	tokens := c.r.query.Tokens
	n := len(tokens)
	return n > 2 && (tokens[n-1].Word == "so" || c.e.in(tokens[n-1], "thing-pronoun")) && (c.e.in(tokens[n-2], "say") || c.e.in(tokens[n-2], "accuser-word"))
}

// alikeTold tells whether two claims are of the same incident, of the same statement or give the same figures.
func alikeTold(a, b *corpus.Claim) bool {
	return a.Incident != "" && a.Incident == b.Incident || a.Origin != "" && a.Origin == b.Origin || len(a.Figures) > 0 && amountsKey(a) == amountsKey(b)
}

// whole turns from one of those who belong to the accused to the accused itself, where a follow-up
// says no more: "no, not the crew, the whole country". What was asked is asked of it, of the report
// that was spoken of where that is one.
func (e *Engine) whole(r *request) bool {
	tokens := r.query.Tokens
	if r.facet != "" && r.facet != corpus.FacetAmount || r.intent != "" && r.intent != "total" || len(tokens) > 10 || len(r.focus) == 0 || len(r.figures)+len(r.dates)+len(r.quotes) > 0 {
		return false
	}
	accused := r.focus[0].Report().Accused
	named := slices.Contains(r.accused, accused)
	state := e.corpus.Entity(accused) != nil && e.corpus.Entity(accused).Kind == corpus.Party && slices.ContainsFunc(tokens, func(t language.Token) bool { return e.in(t, "state-noun") })
	dropped := func(n name) bool { return n.from > 0 && tokens[n.from-1].Word == "not" }
	contrast := e.asks(r, "whole-word") || slices.ContainsFunc(r.names, dropped) || len(r.except) > 0 && e.asks(r, "correcting-word")
	if !named && !state || !contrast || slices.ContainsFunc(r.names, func(n name) bool { return n.from >= 0 && !dropped(n) }) {
		return false
	}
	for _, n := range r.names {
		r.except = appendNew(r.except, n.ids...)
	}
	r.names, r.accused, r.party, r.leans = nil, []string{accused}, []string{accused}, true
	for k := range r.terms {
		r.terms[k].Asked = true
	}
	if t := r.thread; r.intent == "" || t.Facet == string(corpus.FacetAmount) {
		r.intent, r.facet = t.Intent, corpus.Facet(t.Facet)
	}
	if _, told := e.value(r.focus[0]); told && r.intent == "fact" && r.facet == "" {
		r.facet = corpus.FacetAmount
	}
	if report := r.focus[0].Report(); !slices.ContainsFunc(r.focus, func(claim *corpus.Claim) bool { return claim.Report() != report }) {
		r.reports = []string{report.ID}
	}
	r.focus, r.thread.Claims = nil, nil
	return true
}

// definedPerson turns to the one whom the article has just told who he is: "what does he say?" asks
// for his own words.
func (e *Engine) definedPerson(r *request) {
	if len(r.focus) == 0 || r.focus[0].Stance != corpus.Context || !e.asks(r, "person-pronoun") || len(r.accused)+len(r.reports) > 0 || r.intent == "definition" || r.speaker() != nil {
		return
	}
	for _, id := range r.focus[0].Defines {
		if entity := e.corpus.Entity(id); entity == nil || entity.Kind != corpus.Person || !e.speaks[id] {
			continue
		}
		for _, p := range e.index.Entity(id) {
			if claim := e.corpus.Claims[p.Claim]; claim.By == id && claim.Report() == r.focus[0].Report() {
				r.focus, r.thread.Claims, r.thread.Entities = []*corpus.Claim{claim}, []string{claim.Key()}, []string{id}
				return
			}
		}
	}
}

// heSays takes "he" or "she" for the one who said what was told, where a follow-up names what it is
// about: "what does she say about the dye?".
func (e *Engine) heSays(r *request) {
	if len(r.focus) == 0 || !e.asks(r, "person-pronoun") || !e.asks(r, "say") && !e.asks(r, "mentioning-verb") && !e.asks(r, "think") || len(r.names) == 0 || len(r.accused) > 0 || r.speaker() != nil {
		return
	}
	by := e.corpus.Entity(r.focus[0].By)
	if by == nil || by.Kind != corpus.Person || slices.ContainsFunc(r.names, func(n name) bool { return e.corpus.Entity(n.ids[0]).Kind == corpus.Person }) {
		return
	}
	t := r.thread
	t.Entities = []string{by.ID}
	r.names, r.leans, r.party = append(r.names, e.remembered(t)...), true, []string{r.focus[0].Report().Accused}
}

// inThem tells whether a report that the question names tells of the entity.
func (e *Engine) inThem(r *request, id string) bool {
	return slices.ContainsFunc(e.index.Entity(id), func(p corpus.Posting) bool {
		return slices.Contains(r.reports, e.corpus.Claims[p.Claim].Report().ID)
	})
}

// kindred tells whether one of two speakers belongs to the other.
func (c *composition) kindred(a, b string) bool {
	return a != b && c.e.corpus.Entity(a) != nil && c.e.corpus.Entity(b) != nil && (c.e.corpus.BelongsTo(a, b) || c.e.corpus.BelongsTo(b, a))
}

// others leaves out what was said already when a follow-up asks for another, and what
// others say when it asks what "he" or "she" said.
func (c *composition) others() choice {
	if c.r.leans && len(c.r.focus) > 0 && c.asks("person-pronoun") && c.r.speaker() == nil {
		if by := c.e.corpus.Entity(c.r.focus[0].By); by != nil && by.Kind == corpus.Person {
			theirs := choice{keep: func(claim *corpus.Claim) bool { return claim.By == by.ID }}
			if c.asks("more-asking") && !(c.r.picked && c.asks("other-word")) {
				theirs.exclude = c.r.thread.Claims // "what else did she say?"
			}
			return theirs
		}
	}
	if c.ofThat() {
		report := c.r.focus[0].Report()
		return choice{keep: func(claim *corpus.Claim) bool { return claim.Report() == report }}
	}
	if c.r.another || c.r.leans && (c.r.facet == "" || c.asks("else-word")) && c.asks("more-asking") {
		return choice{exclude: c.r.thread.Claims}
	}
	return choice{}
}

// ofThat tells whether a follow-up asks something of the very thing that was told and names nothing
// else: "is that for one year?". What another report tells is no answer.
func (c *composition) ofThat() bool {
	r := c.r
	tokens := r.query.Tokens
	at := slices.IndexFunc(tokens[:min(2, len(tokens))], func(t language.Token) bool { return c.e.in(t, "copula") })
	return at >= 0 && at+1 < len(tokens) && r.leans && r.intent == "verify" && len(r.focus) > 0 && c.e.in(tokens[at+1], "thing-pronoun") && len(r.figures)+len(r.reports)+len(r.dates)+len(r.quotes) == 0 && !r.named()
}
