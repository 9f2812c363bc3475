package reading

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// Head returns the content words that say what is asked for: those right after
// a question word ("which film"), after "what is the", and the verb of a
// question that asks whether somebody did something. Nil when a rule read them.
func (r *Request) Head(lexicon *language.Lexicon) []Term {
	tokens := r.Query.Tokens
	in := func(i int, group string) bool {
		return i < len(tokens) && lexicon.In(tokens[i], group)
	}
	for i := range tokens {
		switch {
		case in(i, "wh-word") || tokens[i].Word == "who" && in(i+1, "copula"):
			next := i + 1
			for in(next, "wh-word") || in(next, "size-word") {
				next++
			}
			for in(next, "copula") || next > i+1 && next < len(tokens) && lexicon.Ignorable(tokens[next].Word) && in(next-1, "copula") {
				next++
			}
			for _, m := range r.Query.Mentions {
				if m.From == next {
					next = m.To // "how many X customers"
				}
			}
			if head, asked := r.TermsFrom(next); len(head) > 0 || asked {
				bound := lexicon.Concept("at-least") // "how many boats at least"
				return slices.DeleteFunc(head, func(t Term) bool { return slices.Contains(t.Concepts, bound) })
			}
		case i == 0 && tokens[i].Word == "who" && !in(1, "auxiliary"):
			if head, asked := r.TermsFrom(1); len(head) > 0 && !asked {
				return head[:1] // "who runs it": the verb
			}
		case i == 0 && in(i, "auxiliary"):
			for _, m := range r.Query.Mentions {
				if head, asked := r.TermsFrom(m.To); len(head) > 0 || asked {
					return head
				}
			}
		}
	}
	return nil
}

// TermsFrom returns the content words that follow one another from the token on;
// asked tells that the first of them was read by a rule.
func (r *Request) TermsFrom(next int) (words []Term, asked bool) {
	for k := range r.Terms {
		if t := r.Terms[k]; t.From == next && t.To > t.From {
			if t.Asked && r.Facet != corpus.FacetTarget {
				return nil, true
			}
			words = append(words, t)
			next = t.To
		}
	}
	return words, false
}
