package weighing

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// onMatter is what the claim is worth more for those names that its whole report is about:
// one that leaves such a name out is about it all the same, and one that merely has it in
// a sentence is so no less.
func (w *Weigher) onMatter(r *reading.Request, s *Scored) float64 {
	sum := 0.0
	for i := range r.Names {
		if n := &r.Names[i]; w.isMatter(n, s.Claim.Report()) {
			sum += n.Weight * max(0, matterFactor-w.given(n, s.N))
		}
	}
	return sum
}

// ofMatter tells whether the claim leaves out what is named, and its whole report is about it.
func (w *Weigher) ofMatter(n *reading.Name, s *Scored) bool {
	return w.Index.Relation(s.N, n.IDs)|w.Index.Relation(s.N, n.Around) == 0 && w.isMatter(n, s.Claim.Report())
}

const (
	aroundFactor = 0.75 // of a name: the owner of what was named
	matterFactor = 0.8  // of the weight of a name that the claim's report is about, where the claim leaves it out
	matterClaims = 3    // claims of a report that have a name which it is about
)

// isMatter tells whether a whole report is about what is named, and no report on anybody
// else is: who asks how the thieves got into the museums need not name the museums as each
// claim does. Of those who speak it says nothing, for each claim has its own speaker.
func (w *Weigher) isMatter(n *reading.Name, report *corpus.Report) bool {
	if len(w.AllAccused) < 2 {
		return false
	}
	if n.Located && slices.ContainsFunc(n.IDs, func(id string) bool { return id != report.Accused && w.Corpus.BelongsTo(report.Accused, id) }) {
		return true // where the accused is at home, it is about what they are accused of there
	}
	if w.Speaks[n.IDs[0]] {
		return false
	}
	return slices.ContainsFunc(n.IDs, func(id string) bool {
		return slices.Equal(w.Affairs[id], []string{report.Accused}) && w.told(id, report) >= matterClaims
	})
}

// given is the share of a name's weight that a claim has by the part that it gives it.
func (w *Weigher) given(n *reading.Name, claim int32) float64 {
	best := 0.0
	look := func(ids []string, factor float64) {
		for _, id := range ids {
			postings := w.Index.Entity(id)
			if at, ok := slices.BinarySearchFunc(postings, claim, func(p corpus.Posting, n int32) int { return int(p.Claim) - int(n) }); ok {
				best = max(best, float64(postings[at].Weight)*partOf(n, postings[at].Relation)*factor)
			}
		}
	}
	look(n.IDs, 1)
	look(n.Around, aroundFactor)
	return best
}

// told counts the claims of a report that have the entity; our own remarks tell nothing of
// what it is about.
func (w *Weigher) told(id string, report *corpus.Report) int {
	postings, numbers := w.Index.Entity(id), w.Index.InReport(report.ID)
	first := func(n int32) int {
		at, _ := slices.BinarySearchFunc(postings, n, func(p corpus.Posting, n int32) int { return int(p.Claim) - int(n) })
		return at
	}
	count := 0
	for _, p := range postings[first(numbers[0]):first(numbers[len(numbers)-1]+1)] {
		count += record.BoolInt(w.Corpus.Claims[p.Claim].Stance != corpus.Remark)
	}
	return count
}
