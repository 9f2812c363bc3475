package answers

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
)

// neverHit tells whether it is asked whether somebody was hit ("was the auditor robbed?")
// whom no report gives as hit: that its data or its words are about such deeds is no answer.
func (e *Engine) neverHit(r *request) bool {
	tokens := r.query.Tokens
	return slices.ContainsFunc(r.query.Mentions, func(m corpus.Mention) bool {
		if len(m.IDs) == 0 || m.Weak || m.To >= len(tokens) || len(m.Reports) > 0 {
			return false
		}
		switch e.corpus.Entity(m.IDs[0]).Kind {
		case corpus.Body, corpus.Company, corpus.Outlet, corpus.Person:
		default:
			return false
		}
		before := m.From - 1
		for before > 0 && tokens[before].Word == "the" {
			before--
		}
		verb := m.To
		for verb+1 < len(tokens) && (e.in(tokens[verb], "light-word") || e.in(tokens[verb], "get-word") || tokens[verb].Word == "been") {
			verb++ // "ever", "get"
		}
		if before != 0 || !e.in(tokens[before], "auxiliary") && !e.in(tokens[before], "be-word") || !strings.HasSuffix(tokens[verb].Word, "ed") && tokens[verb].Word != "hit" || !e.in(tokens[verb], "single-incident") && !e.in(tokens[verb], "misdeed-word") {
			return false
		}
		if !e.in(tokens[before], "be-word") && verb == m.To {
			return false // "has the auditor hacked them?"
		}
		return !slices.ContainsFunc(m.IDs, func(id string) bool {
			return slices.ContainsFunc(e.index.Entity(id), func(p corpus.Posting) bool { return p.Relation&(corpus.AsTarget|corpus.AsIncident) != 0 })
		})
	})
}

// ofAnotherName tells whether a plain word that no report has stands before what a role
// alone names, and a word for an incident after it: "the harmony bridge hack" is not about
// the one bridge that the reports have.
func (e *Engine) ofAnotherName(r *request, m corpus.Mention) bool {
	tokens := r.query.Tokens
	if !m.Weak || m.To-m.From != 1 || m.From == 0 || m.To >= len(tokens) || !e.in(tokens[m.To], "single-incident") {
		return false
	}
	word := tokens[m.From-1]
	if word.Number || word.Word == "the" || e.lexicon.Ignorable(word.Word) || len(e.lexicon.Concepts(word.Word, word.Stem)) > 0 || verbShaped(word.Word) || len(e.index.Stem(word.Stem)) > 0 {
		return false
	}
	return !slices.ContainsFunc(r.query.Mentions, func(o corpus.Mention) bool { return o.From < m.From && o.To == m.From })
}

// namesIncident tells whether a plain word that no report has stands where the name of an
// incident does: "the qubit hack". An adjective does not name it.
func (e *Engine) namesIncident(r *request, t intent.Term) bool {
	tokens := r.query.Tokens
	if t.To >= len(tokens) || t.To != t.From+1 || !e.in(tokens[t.To], "single-incident") || e.in(tokens[t.From], "light-word") {
		return false
	}
	if t.From > 1 || t.From == 1 && tokens[0].Word != "the" && !e.opens(tokens[0]) {
		return false
	}
	return !adjectival(tokens[t.From].Word)
}

// adjectival tells whether a word ends as adjectives and adverbs do.
func adjectival(word string) bool {
	return slices.ContainsFunc([]string{"ed", "ing", "ous", "ful", "al", "ive", "ic", "ish", "less", "able", "est", "ly", "ane", "er", "zy", "ty"}, func(ending string) bool { return strings.HasSuffix(word, ending) })
}

// besideName tells whether a question in keywords has a name and, for the rest, a plain
// noun that no report has: "the gang telegram".
func (c *composition) besideName() bool {
	r := c.r
	if r.query.Asks != nil || len(r.query.Tokens) > 5 || !r.named() || r.leans || len(r.figures)+len(r.dates)+len(r.quotes) > 0 || slices.ContainsFunc(r.query.Tokens, func(t language.Token) bool { return c.e.opens(t) || c.e.in(t, "be-word") }) {
		return false
	}
	nouns := 0
	for _, t := range r.terms {
		if !t.own() {
			continue
		}
		if t.Known || !t.stray || adjectival(r.query.Tokens[t.From].Word) || r.query.Tokens[t.From].Repaired {
			return false
		}
		nouns++
	}
	return nouns == 1
}

// dropGuess leaves out what a question offers as a guess: "what was his fix, ban it or
// something". Only what comes before is asked.
func (e *Engine) dropGuess(r *request, text string) {
	tokens := r.query.Tokens
	if len(tokens) < 6 || !e.in(tokens[0], "wh-word") && !e.in(tokens[0], "wh-alone") || tokens[len(tokens)-2].Word != "or" || !e.in(tokens[len(tokens)-1], "guess-word") {
		return
	}
	from := 0
	for i := 3; i < len(tokens)-2; i++ {
		if end, start := tokens[i-1].End, tokens[i].Start; end < start && strings.ContainsAny(text[end:start], ",?-;:") {
			from = i
		}
	}
	if from == 0 {
		return
	}
	for i := range r.terms {
		r.terms[i].Asked = r.terms[i].Asked || r.terms[i].From >= from
	}
	if kept := slices.DeleteFunc(slices.Clone(r.names), func(n name) bool { return n.from >= from }); len(kept) > 0 {
		r.names = kept
	}
}

// namePeople lets the name of a people ("the Larnians", "Larn's people") prefer claims that tell of people.
func (e *Engine) namePeople(r *request, m corpus.Mention) {
	last := r.query.Tokens[m.To-1].Word
	folk := m.To < len(r.query.Tokens) && e.in(r.query.Tokens[m.To], "people")
	kind := e.corpus.Entity(m.IDs[0]).Kind
	if kind != corpus.Party && kind != corpus.Place || !strings.HasSuffix(last, "ans") && !folk {
		return
	}
	people := e.lexicon.Concept("people")
	if n := len(e.index.Concept(people)); n > 0 {
		r.terms = append(r.terms, term{Term: intent.Term{From: m.From, To: m.To, Concepts: []language.Concept{people}, Asked: true, Known: true, Plain: true}, weight: e.index.Rarity(n)})
	}
}

// onePart tells whether it is asked which part of a body somebody is: "which of the council's
// people said so", "the branch of the council that ...".
func (e *Engine) onePart(r *request, n name) bool {
	tokens := r.query.Tokens
	m := slices.IndexFunc(r.query.Mentions, func(m corpus.Mention) bool { return m.From == n.from })
	if m < 0 {
		return false
	}
	from, to := n.from-1, r.query.Mentions[m].To
	for from > 0 && (tokens[from].Word == "the" || tokens[from].Word == "of") {
		from--
	}
	return to < len(tokens) && e.in(tokens[to], "crew-word") || from >= 0 && from < n.from-1 && e.in(tokens[from], "crew-word")
}

// ofThem tells whether a question without names, that goes on from nothing, asks about
// "them": whatever they are, background that concerns nobody accused is not theirs.
func (e *Engine) ofThem(r *request, s *scored) bool {
	return s.claim.Stance == corpus.Context && r.thread.Turns == 0 && len(r.names)+len(r.accused) == 0 &&
		slices.ContainsFunc(r.query.Tokens, func(t language.Token) bool { return t.Word == "they" || t.Word == "them" }) &&
		e.index.Relation(s.n, []string{s.claim.Report().Accused}) == 0
}

// preferGiving puts the claim first that tells that somebody handed something on, where it
// is asked to whom the named one did: another tells only what the named one says.
func (c *composition) preferGiving(found []scored) bool {
	if c.ownNames() == 0 {
		return false
	}
	for i := range found {
		if c.e.hasOwnNames(c.r, found[i].n) && c.e.index.Mentions(found[i].claim.Says, c.e.lexicon.Concept("passing-on")) {
			toFront(found, i)
			return true
		}
	}
	return false
}

// shares counts the words of the question's own that the claim has.
func (e *Engine) shares(r *request, s *scored) int {
	n := 0
	for _, t := range r.terms {
		n += boolInt(t.own() && e.has(s.n, t))
	}
	return n
}

// onlySize tells whether a question has nothing but how much that is: "is that a lot?".
func (c *composition) onlySize() bool {
	r := c.r
	return r.intent == "verify" && r.thread.Turns == 0 && c.asks("thing-pronoun") && !r.named() && len(r.figures)+len(r.reports)+len(r.dates) == 0 &&
		!slices.ContainsFunc(r.terms, func(t term) bool { return t.own() && !c.ofGroup(t, "many") && !c.ofGroup(t, "mere-size") })
}
