package weighing

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// A Scored claim, and how much of the question it explains.
type Scored struct {
	Claim      *corpus.Claim
	N          int32
	Score      float64 // matched weight with preferences applied
	Fit        float64 // share of the question's weight that it explains, 0 to 1
	raw        float64
	WordWeight float64  // matched weight of content words alone
	Lacks      []string // what of the question it does not carry, for the trace
	Facet      bool     // it has the kind of fact that was asked for
	Figure     bool     // it carries the figure asked about
	Dated      bool     // it covers the date asked about
	Spoken     bool     // the speaker asked about says it
	Named      bool     // every name asked about is in it
	Hit        bool     // at least one content word is in it
}

// ToFront puts the i-th claim first and leaves the others in their order.
func ToFront(found []Scored, i int) {
	first := found[i]
	copy(found[1:i+1], found[:i])
	found[0] = first
}

// Distinct keeps the best of those that repeat one statement.
func Distinct(list []Scored) []Scored {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(list), func(s Scored) bool { return record.Repeats(s.Claim, seen) })
}

// ContentFit is the share of the question beside its speaker that a claim explains.
func (s *Scored) ContentFit(r *reading.Request) float64 {
	total := 0.0
	for _, t := range r.Terms {
		if !t.Asked {
			total += t.Weight
		}
	}
	for _, n := range r.Names {
		if !n.Speaker {
			total += n.Weight
		}
	}
	if total == 0 {
		return 0
	}
	return min(1, s.raw/total)
}

// WordFit is the share of the question's content words that the claim has.
func (s *Scored) WordFit(r *reading.Request) float64 {
	total := 0.0
	for _, t := range r.Terms {
		if !t.Asked && !t.Stray && t.From != t.To {
			total += t.Weight
		}
	}
	if total < 1.5 {
		return 1
	}
	return s.WordWeight / total
}
