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

// withoutFrame drops what only asks whether the reports tell something, where a question follows: "do the
// reports say who leads it?" is answered as "who leads it?" is.
func (r *Reader) withoutFrame(tokens []language.Token) []language.Token {
	if len(tokens) < 5 || !r.in(tokens[0], "auxiliary") {
		return tokens
	}
	for i := 1; i < 7 && i+1 < len(tokens); i++ {
		switch {
		case r.in(tokens[i], "frame-verb") && i > 1:
			if r.in(tokens[i+1], "wh-word") || r.in(tokens[i+1], "wh-alone") {
				return tokens[i+1:]
			}
			return tokens
		case !r.in(tokens[i], "frame-subject"):
			return tokens
		}
	}
	return tokens
}

// withoutCall drops what only calls for attention before a question: "hey, who did it?" is answered as "who did it?" is.
func (r *Reader) withoutCall(tokens []language.Token) []language.Token {
	from := 0
	for from < 4 && from < len(tokens) && r.in(tokens[from], "call-word") {
		from++
	}
	if from == 0 || len(tokens) < from+3 || !r.in(tokens[from], "wh-word") && !r.in(tokens[from], "wh-alone") && !r.in(tokens[from], "auxiliary") && !r.in(tokens[from], "copula") {
		return tokens
	}
	return tokens[from:]
}

// withoutLead drops what only announces a question before a colon: "now the other side: who did it?" is answered as
// "who did it?" is. What has a name stays.
func (r *Reader) withoutLead(utterance string, tokens []language.Token) []language.Token {
	for i := 1; i < len(tokens)-2 && i <= 6; i++ {
		end, start := tokens[i-1].End, tokens[i].Start
		switch {
		case end > start || !strings.Contains(utterance[end:start], ":"):
		case r.asksSomething(tokens[i:i+1]) && r.uses(tokens[:i], "lead-in") && len(r.index.Linker.Link(tokens[:i])) == 0:
			return tokens[i:]
		default:
			return tokens
		}
	}
	return tokens
}

// countFirst puts "how many" first where it stands last: "their boats how many" asks what "how many their boats" does.
func (r *Reader) countFirst(tokens []language.Token) []language.Token {
	n := len(tokens)
	for n > 0 && r.lexicon.Ignorable(tokens[n-1].Word) && tokens[n-1].Word != "many" {
		n--
	}
	if n < 3 || n > 5 || tokens[n-2].Word != "how" || tokens[n-1].Word != "many" || slices.ContainsFunc(tokens[:n-2], func(t language.Token) bool {
		return r.in(t, "wh-word") || r.in(t, "wh-alone") || r.in(t, "auxiliary") || r.in(t, "copula") || r.in(t, "joining-word")
	}) {
		return tokens
	}
	return slices.Concat(tokens[n-2:n], tokens[:n-2])
}

// withoutThanks drops thanks behind a question: "who is he? thx" is answered as "who is he?" is.
func (r *Reader) withoutThanks(tokens []language.Token) []language.Token {
	n := len(tokens)
	for n > 0 && r.in(tokens[n-1], "thanks-word") {
		n--
	}
	if n == len(tokens) || n < 3 || !r.in(tokens[0], "wh-word") && !r.in(tokens[0], "wh-alone") && !r.in(tokens[0], "auxiliary") && !r.in(tokens[0], "copula") {
		return tokens
	}
	return tokens[:n]
}

// askedFirst puts what leads up to a question behind it: "in the clerk's account, who did it?" is read as "who did it
// in the clerk's account?" is.
func (r *Reader) askedFirst(utterance string, tokens []language.Token) []language.Token {
	if len(tokens) < 4 || !r.in(tokens[0], "leading-word") {
		return tokens
	}
	clauses := clausesOf(utterance, tokens)
	if len(clauses) != 2 || !strings.Contains(utterance[tokens[len(clauses[0])-1].End:clauses[1][0].Start], ",") || r.asksSomething(clauses[0]) || !r.tells(clauses[0]) {
		return tokens
	}
	first := clauses[1]
	if len(first) > 1 && r.in(first[0], "leading-word") {
		first = first[1:] // "for what"
	}
	if !r.in(first[0], "wh-word") && !r.in(first[0], "wh-alone") && !r.in(first[0], "auxiliary") && !r.in(first[0], "copula") {
		return tokens
	}
	return slices.Concat(clauses[1], clauses[0])
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
