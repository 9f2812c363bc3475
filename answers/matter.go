package answers

import (
	"slices"

	"allegedly/answers/corpus"
)

const (
	matterFactor = 0.8 // of the weight of a name that the claim's report is about, where the claim leaves it out
	matterClaims = 3   // claims of a report that have a name which it is about
)

// onMatter is the weight of those names that the claim itself leaves out, and that are
// nevertheless what it is about.
func (e *Engine) onMatter(r *request, s *scored) float64 {
	sum := 0.0
	for i := range r.names {
		if e.ofMatter(&r.names[i], s) {
			sum += r.names[i].weight * matterFactor
		}
	}
	return sum
}

// ofMatter tells whether the whole report of the claim is about what is named, and no
// report on anybody else is: who asks how the thieves got into the museums need not name
// the museums as each claim does. Of those who speak it says nothing, for each claim has
// its own speaker.
func (e *Engine) ofMatter(n *name, s *scored) bool {
	if len(e.parties) < 2 || e.speaks[n.ids[0]] || e.index.Relation(s.n, n.ids)|e.index.Relation(s.n, n.around) != 0 {
		return false
	}
	report := s.claim.Report()
	return slices.ContainsFunc(n.ids, func(id string) bool {
		return slices.Equal(e.affairs[id], []string{report.Accused}) && within(e.index.Entity(id), e.index.InReport(report.ID)) >= matterClaims
	})
}

// within counts the postings that lead to claims of one report, whose numbers are given.
func within(postings []corpus.Posting, numbers []int32) int {
	first := func(n int32) int {
		at, _ := slices.BinarySearchFunc(postings, n, func(p corpus.Posting, n int32) int { return int(p.Claim) - int(n) })
		return at
	}
	return first(numbers[len(numbers)-1]+1) - first(numbers[0])
}
