package weighing

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// onePart tells whether it is asked which part of a body somebody is: "which of the council's
// people said so", "the branch of the council that ...".
func (w *Weigher) onePart(r *reading.Request, n reading.Name) bool {
	tokens := r.Query.Tokens
	m := slices.IndexFunc(r.Query.Mentions, func(m corpus.Mention) bool { return m.From == n.From })
	if m < 0 {
		return false
	}
	from, to := n.From-1, r.Query.Mentions[m].To
	for from > 0 && (tokens[from].Word == "the" || tokens[from].Word == "of") {
		from--
	}
	return to < len(tokens) && w.In(tokens[to], "crew-word") || from >= 0 && from < n.From-1 && w.In(tokens[from], "crew-word")
}

// ofThem tells whether a question without names, that goes on from nothing, asks about
// "them": whatever they are, background that concerns nobody accused is not theirs.
func (w *Weigher) ofThem(r *reading.Request, s *Scored) bool {
	return s.Claim.Stance == corpus.Context && r.Thread.Turns == 0 && len(r.Names)+len(r.Accused) == 0 &&
		slices.ContainsFunc(r.Query.Tokens, func(t language.Token) bool { return t.Word == "they" || t.Word == "them" }) &&
		w.Index.Relation(s.N, []string{s.Claim.Report().Accused}) == 0
}

// shares counts the words of the question's own that the claim has.
func (w *Weigher) shares(r *reading.Request, s *Scored) int {
	n := 0
	for _, t := range r.Terms {
		n += record.BoolInt(t.Own() && w.Has(s.N, t))
	}
	return n
}
