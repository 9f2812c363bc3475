package weighing

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// foreignWhole tells whether the share asked for is one of something that no
// report speaks of.
func (w *Weigher) foreignWhole(r *reading.Request) bool {
	shares := w.Lexicon.Concept("share-word")
	for i, token := range r.Query.Tokens {
		if !slices.Contains(w.Lexicon.Concepts(token.Word, token.Stem), shares) {
			continue
		}
		for _, t := range r.Terms {
			if t.From > i && t.From <= i+5 && t.To > t.From && !t.Asked && !t.Light {
				return !t.Known
			}
		}
	}
	return false
}

// CountsThat tells whether one of the claim's counts counts what was asked.
func (w *Weigher) CountsThat(r *reading.Request, n int32, f *corpus.Features) bool {
	head := r.Head(w.Lexicon)
	if len(head) == 0 {
		counted := w.Lexicon.Concepts("", r.Counted)
		people := (slices.Contains(counted, w.Lexicon.Concept("people")) || slices.Contains(counted, w.Lexicon.Concept("man"))) && (f.Groups[w.Lexicon.Concept("worker")] || f.Groups[w.Lexicon.Concept("human-noun")])
		return r.Counted == "" || people || f.Counted[r.Counted] || slices.ContainsFunc(counted, func(c language.Concept) bool { return f.Groups[c] })
	}
	if last := head[len(head)-1]; !last.Known && !last.Light {
		return false // "nuclear warheads": whatever is counted, it is not warheads
	}
	return slices.ContainsFunc(head, func(t reading.Term) bool {
		listed := t.To > t.From && slices.Contains(w.Corpus.Claims[n].Words, r.Query.Tokens[t.From].Word) // "devices": so an editor calls the computers that the claim counts
		return t.Stray || listed || f.Counted[t.Stem] || slices.ContainsFunc(t.Concepts, func(c language.Concept) bool { return f.Groups[c] })
	})
}

// countsElse tells whether the claim counts something else, and another claim on
// what the question names the very thing.
func (w *Weigher) countsElse(r *reading.Request, f *corpus.Features) bool {
	head := r.Head(w.Lexicon)
	return !slices.ContainsFunc(head, func(t reading.Term) bool { return f.Counted[t.Stem] }) && slices.ContainsFunc(head, func(t reading.Term) bool {
		all := w.Counted[t.Stem]
		return slices.ContainsFunc(all[:min(len(all), record.MostClaims)], func(other int32) bool { return w.OnAllGiven(r, other) })
	})
}

// OnAllGiven tells whether the claim has a part for every name that the question
// itself gives.
func (w *Weigher) OnAllGiven(r *reading.Request, claim int32) bool {
	return r.Concerns(w.Corpus.Claims[claim]) && !slices.ContainsFunc(r.Names, func(n reading.Name) bool {
		return n.From >= 0 && !n.Weak && w.Index.Relation(claim, n.IDs)|w.Index.Relation(claim, n.Around) == 0
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
