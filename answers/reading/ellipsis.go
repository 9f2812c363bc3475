package reading

import (
	"slices"

	"allegedly/answers/language"
)

// refers tells whether the question points back by a pronoun, or begins as one
// that goes on from another does.
func (rd *Reader) refers(r *Request) (pronoun, ellipsis bool) {
	back, on := rd.Lexicon.Concept("pronoun"), rd.Lexicon.Concept("going-on")
	for i, token := range r.Query.Tokens {
		concepts := rd.Lexicon.Concepts(token.Word, token.Stem)
		pronoun = pronoun || slices.Contains(concepts, back)
		ellipsis = ellipsis || i < 2 && slices.Contains(concepts, on)
	}
	for i := range r.Query.Tokens {
		for _, p := range rd.Lexicon.PhrasesAt(r.Query.Tokens, i) {
			pronoun = pronoun || p.Concept == back
			ellipsis = ellipsis || p.From < 3 && p.Concept == on
		}
	}
	return pronoun, ellipsis
}

// ownQuestion tells whether a follow-up that goes on from a verdict, a sum or a list asks
// something of its own: it has a question word and a word to look for, or two things to choose from.
func (rd *Reader) ownQuestion(r *Request) bool {
	switch r.Thread.Intent {
	case "verdict", "lacks", "total", "list", "definition", "compare", "same", "discrepancy", "overview", "timeline":
	default:
		return false
	}
	if tokens := r.Query.Tokens; r.Thread.Intent == "definition" && len(tokens) > 3 && rd.In(tokens[0], "wh-word") && rd.In(tokens[1], "auxiliary") && rd.In(tokens[2], "pronoun") {
		return true // "what did it do that year?" asks for no definition any more
	}
	if !slices.ContainsFunc(r.Terms, func(t Term) bool { return t.Own() && t.Known && !t.Framing }) {
		return len(r.Names) > 0 && rd.Asks(r, "alone-word") && slices.ContainsFunc(r.Query.Tokens, func(t language.Token) bool { return t.Word == "or" })
	}
	for i, token := range r.Query.Tokens[:max(0, len(r.Query.Tokens)-1)] {
		if (rd.In(token, "wh-word") || rd.In(token, "wh-alone")) && (rd.In(r.Query.Tokens[i+1], "auxiliary") || rd.In(r.Query.Tokens[i+1], "copula")) {
			return true
		}
	}
	return false
}
