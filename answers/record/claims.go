package record

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
)

// Prominence tells how well a claim stands for an accusation as a whole.
func Prominence(claim *corpus.Claim) int {
	value := 0
	for _, f := range claim.Figures {
		switch f.Measures {
		case corpus.Total:
			value += 4
		case corpus.Single:
			value += 2
		}
	}
	if claim.By != corpus.Article && claim.By != corpus.Unnamed {
		value++
	}
	if claim.Origin != "" {
		value++
	}
	return value
}

// Measures tells of accusations whether they give a figure of the sort.
func Measures(m corpus.Measure) func(*corpus.Claim) bool {
	return func(claim *corpus.Claim) bool {
		return claim.Stance == corpus.Alleges && slices.ContainsFunc(claim.Figures, func(f corpus.Figure) bool { return f.Measures == m && !f.Missing })
	}
}

// DistinctClaims keeps the first of those that repeat one statement.
func DistinctClaims(claims []*corpus.Claim) []*corpus.Claim {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(claims), func(claim *corpus.Claim) bool { return Repeats(claim, seen) })
}

// Repeats tells whether the claim gives a statement that was seen before, with the same
// figures, and remembers it.
func Repeats(claim *corpus.Claim, seen map[string]bool) bool {
	if claim.Origin == "" {
		return false
	}
	key := claim.Origin + "\x00" + strings.ToLower(string(claim.Stance)) + DigitsKey(claim)
	before := seen[key]
	seen[key] = true
	return before
}

// DigitsKey tells figures apart by their digits: "some $2 billion" is "$2 billion".
func DigitsKey(claim *corpus.Claim) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '.' || r == 0 {
			return r
		}
		return -1
	}, FiguresOf(claim))
}

// FiguresOf returns the figures of a claim as its report has them, each after a zero byte.
func FiguresOf(claim *corpus.Claim) string {
	var b strings.Builder
	for _, f := range claim.Figures {
		b.WriteString("\x00" + f.Text)
	}
	return b.String()
}

// Gapped tells whether a figure of the claim is missing from the copy of its report.
func Gapped(claim *corpus.Claim) bool {
	return slices.ContainsFunc(claim.Figures, func(f corpus.Figure) bool { return f.Missing })
}

// AlikeTold tells whether two claims are of the same incident, of the same statement or give the same figures.
func AlikeTold(a, b *corpus.Claim) bool {
	return a.Incident != "" && a.Incident == b.Incident || a.Origin != "" && a.Origin == b.Origin || len(a.Figures) > 0 && DigitsKey(a) == DigitsKey(b)
}
