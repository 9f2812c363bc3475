package weighing

import (
	"allegedly/answers/reading"
)

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
