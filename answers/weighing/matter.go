package weighing

import (
	"allegedly/answers/reading"
)

// onMatter is what the claim is worth more for those names that its whole report is about:
// one that leaves such a name out is about it all the same, and one that merely has it in
// a sentence is so no less.
func (w *Weigher) onMatter(r *reading.Request, s *Scored) float64 {
	sum := 0.0
	for i := range r.Names {
		if n := &r.Names[i]; w.IsMatter(n, s.Claim.Report()) {
			sum += n.Weight * max(0, reading.MatterFactor-w.Given(n, s.N))
		}
	}
	return sum
}

// ofMatter tells whether the claim leaves out what is named, and its whole report is about it.
func (w *Weigher) ofMatter(n *reading.Name, s *Scored) bool {
	return w.Index.Relation(s.N, n.IDs)|w.Index.Relation(s.N, n.Around) == 0 && w.IsMatter(n, s.Claim.Report())
}
