package weighing

import (
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// tally adds up matched weight per claim without touching claims that nothing leads to.
type tally struct {
	score   []float64
	current []float64
	stamp   []int32
	words   []uint16  // how many content words matched
	worded  []float64 // the part of score that content words matched
	bonus   []float64 // the part of score for words that need not be found
	touched []int32
	unit    int32
}

func newTally(claims int) *tally {
	return &tally{score: make([]float64, claims), current: make([]float64, claims), stamp: make([]int32, claims), words: make([]uint16, claims), worded: make([]float64, claims), bonus: make([]float64, claims)}
}

func (t *tally) reset() {
	for _, n := range t.touched {
		t.score[n], t.current[n], t.stamp[n], t.words[n], t.worded[n], t.bonus[n] = 0, 0, 0, 0, 0, 0
	}
	t.touched, t.unit = t.touched[:0], 0
}

// add counts value for the claim once per unit: the best value of a unit stays.
func (t *tally) add(n int32, value float64, kind matched) {
	if t.stamp[n] == 0 {
		t.touched = append(t.touched, n)
	}
	if t.stamp[n] == t.unit {
		if value > t.current[n] {
			t.count(n, value-t.current[n], kind)
			t.current[n] = value
		}
		return
	}
	t.stamp[n], t.current[n] = t.unit, value
	t.count(n, value, kind)
	if kind == word {
		t.words[n]++
	}
}

func (t *tally) count(n int32, value float64, kind matched) {
	t.score[n] += value
	switch kind {
	case word:
		t.worded[n] += value
	case asked:
		t.bonus[n] += value
	}
}

// matched is what of a question a posting matches.
type matched int

const (
	thing matched = iota // a name, figure or report
	word                 // a content word
	asked                // a word that tells how the question is asked
)

func (w *Weigher) addTerm(t *tally, term *reading.Term) float64 {
	t.unit++
	if term.Asked {
		// What the rule read as the way of asking need not be in the claim; a
		// claim that has it all the same is a little better.
		w.spread(t, term, term.Weight*0.25)
		return 0
	}
	w.spread(t, term, term.Weight)
	return term.Weight
}

func (w *Weigher) spread(t *tally, term *reading.Term, weight float64) {
	kind := word
	if term.Asked {
		kind = asked
	}
	if postings := w.Index.Stem(term.Stem); len(postings) <= record.MostPostings {
		for _, p := range postings {
			t.add(p.Claim, weight*float64(p.Weight), kind)
		}
	}
	for _, concept := range term.Concepts {
		if postings := w.Index.Concept(concept); len(postings) <= record.MostPostings {
			value := min(weight, w.Index.Rarity(len(postings))*weight/max(term.Weight, 1e-9)) * conceptFactor
			for _, p := range postings {
				t.add(p.Claim, value*float64(p.Weight), kind)
			}
		}
	}
}

// addPairs prefers claims that say words of the question one after the other, as it does.
func (w *Weigher) addPairs(t *tally, r *reading.Request) {
	before := ""
	for i := range r.Query.Tokens {
		token := &r.Query.Tokens[i]
		switch {
		case w.Lexicon.Ignorable(token.Word):
			continue
		case r.Query.Mentioned(i):
			before = ""
			continue
		}
		if claims := w.Index.Pair(before, token.Stem); len(claims) > 0 {
			t.unit++
			for _, n := range claims {
				t.add(n, pairWeight, asked)
			}
		}
		before = token.Stem
	}
}

func (w *Weigher) addName(t *tally, name *reading.Name) float64 {
	t.unit++
	for _, id := range name.IDs {
		postings := w.Index.Entity(id)
		if len(postings) > record.MostPostings && len(t.touched) > 0 {
			continue
		}
		for _, p := range postings {
			t.add(p.Claim, name.Weight*float64(p.Weight)*partOf(name, p.Relation), thing)
		}
	}
	for _, id := range name.Around {
		for _, p := range w.Index.Entity(id) {
			t.add(p.Claim, name.Weight*float64(p.Weight)*partOf(name, p.Relation)*aroundFactor, thing)
		}
	}
	return name.Weight
}

func (w *Weigher) addFigures(t *tally, r *reading.Request) {
	for _, figure := range r.Figures {
		t.unit++
		for _, n := range w.Index.Figure(figure) {
			t.add(n, reading.FigureWeight, thing)
			if !w.replies(r) {
				continue
			}
			for _, reply := range w.DirectReplies(w.Corpus.Claims[n]) { // "what does the ministry say of the 40 tonnes?"
				t.add(w.Index.Number(reply), reading.FigureWeight*answeredFactor, thing)
			}
		}
	}
}

// replies tells whether it is asked for the words of somebody who speaks for the accused.
func (w *Weigher) replies(r *reading.Request) bool {
	speaker := r.Speaker()
	return r.AccusedSpeaks || speaker != nil && w.BelongsToAccused(speaker.IDs)
}

func (w *Weigher) addReports(t *tally, r *reading.Request) {
	if len(r.Reports) == 0 {
		return
	}
	t.unit++
	for _, id := range r.Reports {
		for _, n := range w.Index.InReport(id) {
			t.add(n, 0.5, thing)
		}
	}
}

func (w *Weigher) addDates(t *tally, r *reading.Request) {
	t.unit++
	for _, d := range r.Dates {
		for _, n := range w.Index.InYear(d.Year) {
			t.add(n, 0.01, thing)
		}
	}
}

// addEverything lets a question without content words reach every claim, in
// the order of the corpus, as far as anybody would look.
func (w *Weigher) addEverything(t *tally) {
	t.unit++
	for n := range min(len(w.Corpus.Claims), record.MostPostings) {
		t.add(int32(n), 0.01, thing)
	}
}
