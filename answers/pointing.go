package answers

import (
	"slices"
	"strconv"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// wordsOf tells whether an entity is a document of those who make claims: who asks what "the audit"
// says asks no longer what another says.
func (e *Engine) wordsOf(id string) bool {
	entity := e.corpus.Entity(id)
	return entity.Kind == corpus.Topic && entity.Of != "" && e.speaks[entity.Of]
}

// lesserOf takes "the smaller of them" for the one of the claims spoken of that has the smaller
// amount, where something else than the amount is asked of it.
func (e *Engine) lesserOf(r *request) {
	tokens := r.query.Tokens
	if len(r.names)+len(r.accused)+len(r.figures)+len(r.reports) > 0 || r.facet == "" && r.intent != "accuser" || r.facet == corpus.FacetAmount {
		return
	}
	amounts := e.keyed(r.thread.Claims)
	if len(amounts) < 2 {
		amounts = append(amounts, e.keyed(r.thread.Earlier)...)
	}
	at := slices.IndexFunc(tokens, func(t language.Token) bool {
		return e.in(t, "more-less") || e.in(t, "largest-word") || e.in(t, "smallest-word")
	})
	if at < 1 || tokens[at-1].Word != "the" || at+1 < len(tokens) && tokens[at+1].Word != "of" && tokens[at+1].Word != "one" && !e.in(tokens[at+1], "amount-word") {
		return
	}
	less := e.in(tokens[at], "less-word") || e.in(tokens[at], "smallest-word")
	var best *corpus.Claim
	most, counted := 0.0, 0
	for _, claim := range amounts {
		value, ok := e.value(claim)
		if !ok || claim.Stance != corpus.Alleges {
			continue
		}
		if counted++; best == nil || less == (value < most) {
			best, most = claim, value
		}
	}
	if counted < 2 {
		return
	}
	r.focus, r.thread.Claims, r.picked = []*corpus.Claim{best}, []string{best.Key()}, true
	r.thread.Entities = e.entitiesOf(&request{}, r.focus)
	r.account(at)
}

// nameAt returns what a word that names nobody by itself stands for, as a name of the question.
func (e *Engine) nameAt(ids []string, from int) name {
	return name{ids: ids, around: e.around(ids), weight: e.index.Rarity(max(1, len(e.index.Entity(ids[0])))) * entityFactor, voice: e.speaks[ids[0]], from: from}
}

// account notes that the word at a token is understood, so that no claim need have it.
func (r *request) account(from int) {
	for k := range r.terms {
		r.terms[k].Asked = r.terms[k].Asked || r.terms[k].From == from
	}
}

// keyed returns the claims of the keys, as far as the corpus still has them.
func (e *Engine) keyed(keys []string) []*corpus.Claim {
	var out []*corpus.Claim
	for _, key := range keys {
		if claim := e.corpus.Claim(key); claim != nil {
			out = append(out, claim)
		}
	}
	return out
}

// anotherOne tells whether a follow-up asks for another than what was told, by a word that tells
// them apart: "and the northern one?".
func (e *Engine) anotherOne(r *request) bool {
	tokens := r.query.Tokens
	n := len(tokens)
	if n < 3 || n > 6 || tokens[n-1].Word != "one" && tokens[n-1].Word != "ones" || len(r.names)+len(r.accused)+len(r.figures)+len(r.dates) > 0 || r.intent != "" {
		return false
	}
	return tokens[n-3].Word == "the" && slices.ContainsFunc(r.terms, func(t term) bool { return t.own() && t.Known && t.From == n-2 })
}

// ofIt tells whether a question asks of what was spoken of whether it is somebody's or
// somewhere: "is it a northern one?", "was that in the harbour?".
func (e *Engine) ofIt(r *request) bool {
	tokens := r.query.Tokens
	return r.intent == "verify" && len(tokens) <= 7 && len(tokens) > 2 && e.in(tokens[0], "copula") && e.in(tokens[1], "pronoun") && len(r.accused) == 0 &&
		slices.ContainsFunc(r.names, func(n name) bool { return n.from > 1 })
}

// turnsAway tells whether the question begins by leaving what was spoken of: "to change the
// subject", "back to the mill". What somebody moved on to is no such thing.
func (e *Engine) turnsAway(r *request) bool {
	away := e.lexicon.Concept("back-to")
	for i, token := range r.query.Tokens[:min(5, len(r.query.Tokens))] {
		if e.opens(token) {
			return false
		}
		to := i + boolInt(e.in(token, "back-to"))
		for _, p := range e.lexicon.PhrasesAt(r.query.Tokens, i) {
			if p.Concept == away {
				to = max(to, p.To)
			}
		}
		for k := range r.terms { // these words turn away and say nothing of what to
			r.terms[k].Asked = r.terms[k].Asked || r.terms[k].From >= i && r.terms[k].To <= to && r.terms[k].From < r.terms[k].To
		}
		if to > i {
			return true
		}
	}
	return false
}

// kindOne takes "the group" or "the agency" for the one of that kind that the conversation
// is about, where it is about one alone.
func (e *Engine) kindOne(r *request) {
	tokens := r.query.Tokens
	for i := 1; i < len(tokens); i++ {
		if tokens[i-1].Word != "the" && tokens[i-1].Word != "that" && tokens[i-1].Word != "this" || i+1 < len(tokens) && (tokens[i+1].Word == "of" || !e.lexicon.Ignorable(tokens[i+1].Word) && !e.in(tokens[i+1], "auxiliary") && !e.in(tokens[i+1], "copula")) {
			continue
		}
		var kind corpus.Kind
		switch {
		case e.in(tokens[i], "group-noun"):
			kind = corpus.Group
		case e.in(tokens[i], "firm-word"):
			kind = corpus.Company
		case e.in(tokens[i], "body-noun"):
			kind = corpus.Body
		default:
			continue
		}
		var ids []string
		for _, id := range r.thread.Entities {
			if entity := e.corpus.Entity(id); entity != nil && entity.Kind == kind && !e.accused[id] {
				ids = append(ids, id)
			}
		}
		if len(ids) != 1 || len(r.focus) > 0 && e.corpus.Entity(r.focus[0].Report().Accused).Kind == kind {
			continue // which of them, or the accused itself
		}
		r.names = append(r.names, e.nameAt(ids, i))
		r.account(i)
		return
	}
}

// yearsOff takes "three years earlier" and "the year before" for the year that lies so far from
// the one which the conversation is about.
func (e *Engine) yearsOff(r *request) {
	tokens := r.query.Tokens
	if len(r.dates) > 0 || len(r.thread.Claims) == 0 || slices.ContainsFunc(tokens, e.opensFact) {
		return
	}
	for i := range tokens {
		if tokens[i].Word != "year" && tokens[i].Word != "years" || i+1 >= len(tokens) {
			continue
		}
		sign := 0
		switch {
		case e.in(tokens[i+1], "before-word"):
			sign = -1
		case e.in(tokens[i+1], "later-word"):
			sign = 1
		default:
			continue
		}
		count := 0
		if tokens[i].Word == "year" && i > 0 && (tokens[i-1].Word == "the" || tokens[i-1].Word == "a" || tokens[i-1].Word == "one") && i+2 >= len(tokens)-1 {
			count = 1
		}
		for _, f := range r.query.Figures {
			if f.From < i && f.To >= i && f.Value == float64(int(f.Value)) && f.Value <= 30 && !f.Money() {
				count = int(f.Value)
			}
		}
		base := language.Date{}
		if len(r.thread.Dates) > 0 {
			base = language.ParseDate(r.thread.Dates[0])
		} else if claim := e.corpus.Claim(r.thread.Claims[0]); claim != nil {
			base = language.ParseDate(eventDate(claim))
		}
		if year := base.Year + sign*count; count > 0 && base.Year != 0 && e.index.HasYear(year) {
			r.dates = append(r.dates, language.ParseDate(strconv.Itoa(year)))
			r.query.Dates = r.dates // as if it had been said
			if r.intent == "elapsed" {
				r.intent, r.facet = "", "" // what was then, not how long before
			}
			r.figures = slices.DeleteFunc(slices.Clone(r.figures), func(f language.Figure) bool { return f.From < i && f.To >= i })
			for k := range r.terms {
				r.terms[k].Asked = r.terms[k].Asked || r.terms[k].From >= i-1 && r.terms[k].To <= i+2
			}
		}
		return
	}
}

// backTo turns to what was spoken of before the last answer, where the question says that it
// goes back ("the first thing again, who said that?") and an earlier claim has its words.
func (e *Engine) backTo(r *request) bool {
	if e.personBefore(r) {
		return true
	}
	if !e.asks(r, "again-word") || len(r.names)+len(r.accused)+len(r.figures)+len(r.reports) > 0 || len(r.thread.Earlier) == 0 {
		return false
	}
	own := func(claim *corpus.Claim) float64 {
		has := 0.0
		for _, t := range r.terms {
			if (t.own() || t.Known && t.From != t.To && !t.light) && e.has(e.index.Number(claim), t) { // "do the inspectors you mentioned have names?"
				has += t.weight
			}
		}
		return has
	}
	var best *corpus.Claim
	most := 0.0
	for _, claim := range r.focus {
		most = max(most, own(claim)) // "who said that again?" goes back nowhere
	}
	earlier := e.keyed(r.thread.Earlier)
	for _, claim := range earlier {
		if has := own(claim); has > most {
			best, most = claim, has
		}
	}
	if most == 0 && len(earlier) > 0 && e.asks(r, "first-told") {
		best = earlier[len(earlier)-1]
		for k := range r.terms {
			r.terms[k].Asked = r.terms[k].Asked || e.ofGroup(r, r.terms[k], "first-word")
		}
	}
	if best == nil {
		return false
	}
	e.turnBack(r, best)
	return true
}

// personBefore turns to the last claim by a person where "he" or "she" is asked about and
// nobody was spoken of since.
func (e *Engine) personBefore(r *request) bool {
	if !e.asks(r, "person-pronoun") || r.named() || len(r.reports) > 0 {
		return false
	}
	person := func(id string) bool {
		entity := e.corpus.Entity(id)
		return entity != nil && entity.Kind == corpus.Person
	}
	if slices.ContainsFunc(r.thread.Entities, person) || slices.ContainsFunc(r.focus, func(claim *corpus.Claim) bool { return claim.Stance == corpus.Denies || claim.By == corpus.Unnamed }) {
		return false
	}
	for _, key := range r.thread.Earlier {
		if claim := e.corpus.Claim(key); claim != nil && person(claim.By) {
			e.turnBack(r, claim)
			return true
		}
	}
	return false
}

// turnBack makes the claim what the conversation is about.
func (e *Engine) turnBack(r *request, best *corpus.Claim) {
	r.focus, r.leans, r.picked, r.party = []*corpus.Claim{best}, true, true, []string{best.Report().Accused}
	r.thread.Claims, r.thread.Earlier = []string{best.Key()}, append(slices.Clone(r.thread.Claims), r.thread.Earlier...)
	r.thread.Entities = e.entitiesOf(&request{}, r.focus)
	for _, n := range e.remembered(r.thread) {
		if n.speaker {
			r.names = append(r.names, n)
		}
	}
}

// thatOne takes "that pact" or "the pact" for what the claims spoken of last call by a name that ends
// so: "the Eastern Gas Pact".
func (e *Engine) thatOne(r *request) {
	for i := 1; i < len(r.query.Tokens); i++ {
		token := r.query.Tokens[i]
		if !e.in(r.query.Tokens[i-1], "these-word") && !e.in(r.query.Tokens[i-1], "thing-pronoun") && r.query.Tokens[i-1].Word != "the" || e.lexicon.Ignorable(token.Word) || e.in(token, "report-word") {
			continue
		}
		for _, claim := range r.focus {
			words := language.Split(claim.Says)
			for _, m := range e.index.Linker.LinkPrinted(words) {
				if len(m.IDs) != 1 || m.Weak || m.To-m.From < 2 || words[m.To-1].Stem != token.Stem || e.isAccused(m.IDs) {
					continue
				}
				r.names = append(r.names, e.nameAt(m.IDs, i))
				r.account(i)
				if r.intent == "" && e.in(r.first(), "wh-word") && len(r.query.Tokens) <= 5 {
					r.intent = "definition"
				}
				return
			}
		}
	}
}

// ordinalOne leads with the claim that "the second one" means, of those that were listed
// last; where more were listed than are remembered, the sixth is as far as it goes.
func (c *composition) ordinalOne() bool {
	r, tokens, listed := c.r, c.r.query.Tokens, c.r.focus
	if len(listed) == 1 {
		listed = c.e.keyed(r.thread.Earlier) // "and the third one?", after the second
	}
	if r.intent != "" && r.intent != "fact" && r.intent != r.thread.Intent || len(listed) < 2 || len(tokens) > 5 || len(r.accused)+len(r.figures) > 0 || c.ownNames() > 0 {
		return false
	}
	at := slices.IndexFunc(tokens, func(t language.Token) bool { return c.e.lexicon.Ordinal(t.Word) > 0 })
	if at < 0 || at+1 >= len(tokens) || tokens[at+1].Word != "one" || c.e.lexicon.Ordinal(tokens[at].Word) > len(listed) {
		return false
	}
	c.why = c.say("why.best")
	c.lead(listed[c.e.lexicon.Ordinal(tokens[at].Word)-1])
	return true
}

// onlyNumbers tells whether there is nothing but numbers: "2+2".
func (c *composition) onlyNumbers() bool {
	return len(c.r.query.Tokens) > 1 && !slices.ContainsFunc(c.r.query.Tokens, func(t language.Token) bool { return !t.Number })
}

// otherOne tells whether a first question points at "the other one" or "the same", and
// says nothing else.
func (c *composition) otherOne() bool {
	r := c.r
	return r.thread.Turns == 0 && len(r.query.Tokens) <= 7 && c.asks("pointing-word") && len(r.names)+len(r.figures)+len(r.reports)+len(r.dates)+len(r.quotes) == 0 &&
		!slices.ContainsFunc(r.terms, func(t term) bool { return t.own() && !c.ofGroup(t, "pointing-word") })
}
