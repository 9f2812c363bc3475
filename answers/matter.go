package answers

import (
	"slices"

	"allegedly/answers/corpus"
)

const (
	matterFactor = 0.8 // of the weight of a name that the claim's report is about, where the claim leaves it out
	matterClaims = 3   // claims of a report that have a name which it is about
)

// onMatter is what the claim is worth more for those names that its whole report is about:
// one that leaves such a name out is about it all the same, and one that merely has it in
// a sentence is so no less.
func (e *Engine) onMatter(r *request, s *scored) float64 {
	sum := 0.0
	for i := range r.names {
		if n := &r.names[i]; e.isMatter(n, s.claim.Report()) {
			sum += n.weight * max(0, matterFactor-e.given(n, s.n))
		}
	}
	return sum
}

// ofMatter tells whether the claim leaves out what is named, and its whole report is about it.
func (e *Engine) ofMatter(n *name, s *scored) bool {
	return e.index.Relation(s.n, n.ids)|e.index.Relation(s.n, n.around) == 0 && e.isMatter(n, s.claim.Report())
}

// isMatter tells whether a whole report is about what is named, and no report on anybody
// else is: who asks how the thieves got into the museums need not name the museums as each
// claim does. Of those who speak it says nothing, for each claim has its own speaker.
func (e *Engine) isMatter(n *name, report *corpus.Report) bool {
	if len(e.parties) < 2 || e.speaks[n.ids[0]] {
		return false
	}
	return slices.ContainsFunc(n.ids, func(id string) bool {
		return slices.Equal(e.affairs[id], []string{report.Accused}) && e.told(id, report) >= matterClaims
	})
}

// given is the share of a name's weight that a claim has by the part that it gives it.
func (e *Engine) given(n *name, claim int32) float64 {
	best := 0.0
	look := func(ids []string, factor float64) {
		for _, id := range ids {
			postings := e.index.Entity(id)
			if at, ok := slices.BinarySearchFunc(postings, claim, func(p corpus.Posting, n int32) int { return int(p.Claim) - int(n) }); ok {
				best = max(best, float64(postings[at].Weight)*n.part(postings[at].Relation)*factor)
			}
		}
	}
	look(n.ids, 1)
	look(n.around, aroundFactor)
	return best
}

// told counts the claims of a report that have the entity; our own remarks tell nothing of
// what it is about.
func (e *Engine) told(id string, report *corpus.Report) int {
	postings, numbers := e.index.Entity(id), e.index.InReport(report.ID)
	first := func(n int32) int {
		at, _ := slices.BinarySearchFunc(postings, n, func(p corpus.Posting, n int32) int { return int(p.Claim) - int(n) })
		return at
	}
	count := 0
	for _, p := range postings[first(numbers[0]):first(numbers[len(numbers)-1]+1)] {
		count += boolInt(e.corpus.Claims[p.Claim].Stance != corpus.Remark)
	}
	return count
}

// affairOfWords returns whom a question means that names nobody, by its words and figures; of
// one for a single fact by its figures too, as its words weigh among the claims anyhow.
func (e *Engine) affairOfWords(r *request) []string {
	fact := r.intent == "" || r.intent == "fact" || r.intent == "verify"
	if r.leans || fact && len(r.figures) == 0 {
		return nil
	}
	return e.wordsOnly(r)
}

// wordsOnly returns the accused in whose reports alone the words and figures of the
// question stand: who asks about the oil, where one report of all speaks of oil, means that
// one without naming anybody. Empty where they lead to several, or to none.
func (e *Engine) wordsOnly(r *request) []string {
	if len(e.parties) < 2 || len(r.strangers) > 0 {
		return nil
	}
	var out []string
	add := func(where []string) {
		if len(where) == 1 {
			out = appendNew(out, where[0])
		}
	}
	for _, t := range r.terms {
		if !t.own() || t.stray || t.framing || !t.Known || slices.ContainsFunc(t.Concepts, e.lexicon.Asks) {
			continue
		}
		where := e.accusedAt(nil, e.index.Stem(t.Stem))
		for i := 0; i < len(t.Concepts) && len(e.index.Stem(t.Stem)) == 0; i++ {
			where = e.accusedAt(where, e.index.Concept(t.Concepts[i]))
		}
		add(where)
	}
	for _, f := range r.figures {
		var where []string
		for _, n := range e.index.Figure(f) {
			where = appendNew(where, e.corpus.Claims[n].Report().Accused)
		}
		add(where)
	}
	if len(out) != 1 {
		return nil
	}
	return out
}

// accusedAt adds those whom the reports with these postings are about; of a word that
// nearly every claim has, it makes them all.
func (e *Engine) accusedAt(where []string, postings []corpus.Posting) []string {
	if len(postings) > considerable {
		return e.parties
	}
	for _, p := range postings {
		where = appendNew(where, e.corpus.Claims[p.Claim].Report().Accused)
	}
	return where
}
