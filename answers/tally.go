package answers

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

func (e *Engine) addTerm(t *tally, term *term) float64 {
	t.unit++
	if term.Asked {
		// What the rule read as the way of asking need not be in the claim; a
		// claim that has it all the same is a little better.
		e.spread(t, term, term.weight*0.25)
		return 0
	}
	e.spread(t, term, term.weight)
	return term.weight
}

func (e *Engine) spread(t *tally, term *term, weight float64) {
	kind := word
	if term.Asked {
		kind = asked
	}
	if postings := e.index.Stem(term.Stem); len(postings) <= commonest {
		for _, p := range postings {
			t.add(p.Claim, weight*float64(p.Weight), kind)
		}
	}
	for _, concept := range term.Concepts {
		if postings := e.index.Concept(concept); len(postings) <= commonest {
			value := min(weight, e.index.Rarity(len(postings))*weight/max(term.weight, 1e-9)) * conceptFactor
			for _, p := range postings {
				t.add(p.Claim, value*float64(p.Weight), kind)
			}
		}
	}
}

func (e *Engine) addName(t *tally, name *name) float64 {
	t.unit++
	for _, id := range name.ids {
		postings := e.index.Entity(id)
		if len(postings) > commonest && len(t.touched) > 0 {
			continue
		}
		for _, p := range postings {
			t.add(p.Claim, name.weight*float64(p.Weight)*name.part(p.Relation), thing)
		}
	}
	for _, id := range name.around {
		for _, p := range e.index.Entity(id) {
			t.add(p.Claim, name.weight*float64(p.Weight)*name.part(p.Relation)*aroundFactor, thing)
		}
	}
	return name.weight
}

func (e *Engine) addFigures(t *tally, r *request) {
	for _, figure := range r.figures {
		t.unit++
		for _, n := range e.index.Figure(figure) {
			t.add(n, figureWeight, thing)
		}
	}
}

func (e *Engine) addReports(t *tally, r *request) {
	if len(r.reports) == 0 {
		return
	}
	t.unit++
	for _, id := range r.reports {
		for _, n := range e.index.InReport(id) {
			t.add(n, 0.5, thing)
		}
	}
}

func (e *Engine) addDates(t *tally, r *request) {
	t.unit++
	for _, d := range r.dates {
		for _, n := range e.index.InYear(d.Year) {
			t.add(n, 0.01, thing)
		}
	}
}

// addEverything lets a question without content words reach every claim, in
// the order of the corpus, as far as anybody would look.
func (e *Engine) addEverything(t *tally) {
	t.unit++
	for n := range min(len(e.corpus.Claims), commonest) {
		t.add(int32(n), 0.01, thing)
	}
}
