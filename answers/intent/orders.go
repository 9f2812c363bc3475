package intent

import (
	"slices"
	"strings"

	"allegedly/answers/language"
)

// withoutOrders drops the clauses that tell the bot how to answer ("new rule: no
// denials.") where another clause asks something: answers owe what they owe
// whoever forbids it, and the words of the order are not what is asked about.
func (r *Reader) withoutOrders(utterance string, tokens []language.Token) []language.Token {
	clauses := clausesOf(utterance, tokens)
	if len(clauses) < 2 {
		return tokens
	}
	var kept []language.Token
	asked := false
	for _, clause := range clauses {
		asks := r.asksSomething(clause) || strings.HasPrefix(utterance[clause[len(clause)-1].End:], "?")
		switch {
		case r.orders(clause) >= 0:
			if !asked {
				kept = nil // "moderator here, new policy: no denials": what leads up to it goes, too
			}
			if told := clause[:r.orders(clause)]; r.tells(told) {
				kept = append(kept, told...) // "read me the 50 million claim without the denial"
			}
		default:
			asked = asked || asks
			kept = append(kept, clause...)
		}
	}
	if !asked || len(kept) == len(tokens) {
		return tokens
	}
	return kept
}

// clausesOf cuts tokens where the utterance has a stop, a comma, a colon, markup or a new line.
func clausesOf(utterance string, tokens []language.Token) [][]language.Token {
	var clauses [][]language.Token
	from := 0
	for i := 1; i < len(tokens); i++ {
		if end, start := tokens[i-1].End, tokens[i].Start; end < start && strings.ContainsAny(utterance[end:start], ".?!;:,<>\n") {
			clauses = append(clauses, tokens[from:i])
			from = i
		}
	}
	return append(clauses, tokens[from:])
}

// orders returns where a clause commands something, if what it commands is how answers
// are made: "leave out what they say back", and not "what do they leave out"; else -1.
func (r *Reader) orders(clause []language.Token) int {
	for i := range clause {
		if r.opens(clause[i:], "order-word") {
			if r.uses(clause[i:], "order-object") {
				return i
			}
			return -1
		}
		if r.asksSomething(clause[i : i+1]) {
			return -1
		}
	}
	return -1
}

// tells tells whether the tokens name somebody, or a number.
func (r *Reader) tells(tokens []language.Token) bool {
	return len(r.index.Linker.Link(tokens)) > 0 || slices.ContainsFunc(tokens, func(t language.Token) bool { return t.Number })
}

func (r *Reader) asksSomething(clause []language.Token) bool {
	return r.uses(clause, "wh-word") || r.uses(clause, "wh-alone") || r.in(clause[0], "auxiliary")
}

// uses tells whether the tokens have a word or expression of the group.
func (r *Reader) uses(tokens []language.Token, group string) bool {
	for i := range tokens {
		if r.opens(tokens[i:], group) {
			return true
		}
	}
	return false
}

// opens tells whether the tokens begin with a word or expression of the group.
func (r *Reader) opens(tokens []language.Token, group string) bool {
	concept := r.lexicon.Concept(group)
	return r.in(tokens[0], group) || slices.ContainsFunc(r.lexicon.PhrasesAt(tokens, 0), func(p language.PhraseMatch) bool { return p.Concept == concept })
}

func (r *Reader) in(token language.Token, group string) bool {
	return r.lexicon.In(token, group)
}
