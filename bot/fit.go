package bot

import (
	"slices"

	"allegedly/answers"
	"allegedly/answers/compose"
)

// Fit returns the answer cut so that size(answer) is at most limit, where size
// is the adapter's own measure of what it would send. Detail goes first: the
// suggestions, then context, further allegations, counter-accusations and
// caveats, each from the end. The lead, the denial and the sources that they
// cite always stay, so an accusation never arrives without the reply to it
// (docs/editorial.md, rule 24). ok is false when even these do not fit.
func Fit(a answers.Answer, limit int, size func(answers.Answer) int) (cut answers.Answer, ok bool) {
	a.Statements = slices.Clone(a.Statements)
	for size(a) > limit {
		if !dropDetail(&a) {
			return a, false
		}
	}
	return a, true
}

// dropDetail removes the least important part of the answer; false when only
// the lead, the denial and their sources are left.
func dropDetail(a *answers.Answer) bool {
	if n := len(a.Suggestions); n > 0 {
		a.Suggestions = a.Suggestions[:n-1]
		return true
	}
	for _, role := range []answers.Role{compose.Context, compose.Allegation, compose.Counter, compose.Caveat} {
		for i := len(a.Statements) - 1; i >= 0; i-- {
			if a.Statements[i].Role == role {
				a.Statements = slices.Delete(a.Statements, i, i+1)
				a.Sources = citedSources(a)
				return true
			}
		}
	}
	return false
}

// citedSources keeps the sources that a statement still cites, with their numbers.
func citedSources(a *answers.Answer) []answers.Source {
	cited := map[int]bool{}
	for _, s := range a.Statements {
		for _, c := range s.Citations {
			cited[c.Source] = true
		}
	}
	var kept []answers.Source
	for _, source := range a.Sources {
		if cited[source.N] {
			kept = append(kept, source)
		}
	}
	return kept
}
