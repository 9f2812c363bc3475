package answers

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// foreignWhole tells whether the share asked for is one of something that no
// report speaks of.
func (e *Engine) foreignWhole(r *request) bool {
	shares := e.lexicon.Concept("share-word")
	for i, token := range r.query.Tokens {
		if !slices.Contains(e.lexicon.Concepts(token.Word, token.Stem), shares) {
			continue
		}
		for _, t := range r.terms {
			if t.From > i && t.From <= i+5 && t.To > t.From && !t.Asked && !t.light {
				return !t.Known
			}
		}
	}
	return false
}

// countsThat tells whether one of the claim's counts counts what was asked.
func (e *Engine) countsThat(r *request, n int32, f *corpus.Features) bool {
	head := r.head(e.lexicon)
	if len(head) == 0 {
		counted := e.lexicon.Concepts("", r.counted)
		people := (slices.Contains(counted, e.lexicon.Concept("people")) || slices.Contains(counted, e.lexicon.Concept("man"))) && (f.Groups[e.lexicon.Concept("worker")] || f.Groups[e.lexicon.Concept("human-noun")])
		return r.counted == "" || people || f.Counted[r.counted] || slices.ContainsFunc(counted, func(c language.Concept) bool { return f.Groups[c] })
	}
	if last := head[len(head)-1]; !last.Known && !last.light {
		return false // "nuclear warheads": whatever is counted, it is not warheads
	}
	return slices.ContainsFunc(head, func(t term) bool {
		return t.stray || e.has(n, t) || f.Counted[t.Stem] || slices.ContainsFunc(t.Concepts, func(c language.Concept) bool { return f.Groups[c] })
	})
}

// countsElse tells whether the claim counts something else, and another claim on
// what the question names the very thing.
func (e *Engine) countsElse(r *request, f *corpus.Features) bool {
	head := r.head(e.lexicon)
	return !slices.ContainsFunc(head, func(t term) bool { return f.Counted[t.Stem] }) && slices.ContainsFunc(head, func(t term) bool {
		all := e.counted[t.Stem]
		return slices.ContainsFunc(all[:min(len(all), considerable)], func(other int32) bool { return e.hasOwnNames(r, other) })
	})
}

// hasOwnNames tells whether the claim has a part for every name that the question
// itself gives.
func (e *Engine) hasOwnNames(r *request, claim int32) bool {
	return r.concerns(e.corpus.Claims[claim]) && !slices.ContainsFunc(r.names, func(n name) bool {
		return n.from >= 0 && !n.weak && e.index.Relation(claim, n.ids)|e.index.Relation(claim, n.around) == 0
	})
}

// wholeness prefers the figure that stands for all that an accuser counts.
func wholeness(claim *corpus.Claim) float64 {
	best := 0.0
	for _, f := range claim.Figures {
		switch {
		case f.Missing:
		case f.Measures == corpus.Total:
			best = max(best, 1)
		case f.Measures == corpus.Single:
			best = max(best, 0.6)
		}
	}
	return best
}
