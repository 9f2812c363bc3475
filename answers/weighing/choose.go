// Package weighing finds the claims that fit a request and puts them in order: how much
// of the question each explains, and what of it each lacks.
package weighing

import (
	"cmp"
	"slices"
	"sync"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// What matters how much when claims are weighed. A word weighs by its rarity in
// the corpus; these scale it.
const (
	conceptFactor   = 0.85 // a word found by another word of its group
	inheritedFactor = 0.5  // of a name that the thread brings, in how much of the question is explained
	quoteWeight     = 3.5  // words that the question quotes
	dateWeight      = 3.0
	answeredFactor  = 0.8 // of a figure: that of the accusation which a reply answers
	facetWeight     = 1.6
	pairWeight      = 0.8 // two words that a claim says one after the other, as the question does
	considered      = 32  // claims looked at closely
)

// A Weigher finds the claims that fit a request, best first.
type Weigher struct {
	*reading.Reader
	tallies sync.Pool // of *tally
}

// New returns a weigher of the claims on record.
func New(reader *reading.Reader) *Weigher {
	w := &Weigher{Reader: reader}
	w.tallies.New = func() any { return newTally(len(reader.Corpus.Claims)) }
	return w
}

// A Filter narrows which claims may be chosen.
type Filter struct {
	Stances []corpus.Stance // empty: all but remarks
	Exclude []string        // claim keys
	Keep    func(*corpus.Claim) bool
	Facet   corpus.Facet // overrides the request's
	AnyDate bool         // dates neither help nor hurt
}

// Choose returns the claims that the request leads to, the best first.
func (w *Weigher) Choose(r *reading.Request, c Filter) []Scored {
	t := w.tallies.Get().(*tally)
	defer func() { t.reset(); w.tallies.Put(t) }()
	total := 0.0
	for i := range r.Terms {
		total += w.addTerm(t, &r.Terms[i])
	}
	w.addPairs(t, r)
	for i := range r.Names {
		weight := w.addName(t, &r.Names[i])
		if r.Names[i].From < 0 {
			weight *= inheritedFactor
		}
		total += weight
	}
	if len(r.Figures) > 0 {
		total += reading.FigureWeight * float64(len(r.Figures))
		w.addFigures(t, r)
	}
	w.addReports(t, r)
	if len(r.Dates) > 0 && !c.AnyDate {
		total += dateWeight
		if len(t.touched) == 0 || !r.Specific() {
			w.addDates(t, r)
		}
	}
	if len(t.touched) == 0 || !r.HasContent() {
		w.addEverything(t)
	}
	return w.weigh(r, c, t, total)
}

type rank struct {
	n     int32
	score float64
}

func (a rank) before(b rank) bool {
	return a.score > b.score || a.score == b.score && a.n < b.n
}

// weigh applies preferences to the most promising claims and sorts them.
func (w *Weigher) weigh(r *reading.Request, c Filter, t *tally, total float64) []Scored {
	ranks := make([]rank, 0, considered+1)
	for _, n := range t.touched {
		next := rank{n, t.score[n]}
		if len(ranks) == considered && !next.before(ranks[considered-1]) || !w.admits(r, c, w.Corpus.Claims[n]) {
			continue
		}
		at := len(ranks)
		for at > 0 && next.before(ranks[at-1]) {
			at--
		}
		ranks = slices.Insert(ranks, at, next)
		ranks = ranks[:min(len(ranks), considered)]
	}
	found := make([]Scored, len(ranks))
	for i, candidate := range ranks {
		n := candidate.n
		found[i] = Scored{Claim: w.Corpus.Claims[n], N: n, Score: candidate.score, raw: candidate.score - t.bonus[n], Hit: t.words[n] > 0, WordWeight: t.worded[n]}
	}
	byScore := func(a, b Scored) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.Fit, a.Fit), cmp.Compare(a.N, b.N))
	}
	for i := range found {
		matter := w.onMatter(r, &found[i])
		found[i].Score += matter
		found[i].raw += matter
		w.prefer(r, c, &found[i], total)
	}
	slices.SortStableFunc(found, byScore)
	return found
}

func (w *Weigher) admits(r *reading.Request, c Filter, claim *corpus.Claim) bool {
	if len(c.Stances) > 0 {
		if !slices.Contains(c.Stances, claim.Stance) {
			return false
		}
		if claim.Stance == corpus.Denies && !slices.Contains(c.Stances, corpus.Alleges) && !w.Denies(claim) {
			return false // the words of the accused are looked for
		}
	} else if claim.Stance == corpus.Remark {
		return false
	}
	if slices.Contains(c.Exclude, claim.Key()) {
		return false
	}
	if len(r.Except) > 0 && w.Index.Relation(w.Index.Number(claim), r.Except)&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsTarget|corpus.AsActor) != 0 {
		return false
	}
	return c.Keep == nil || c.Keep(claim)
}

// asideOf tells whether a claim is about what the question leaves aside.
func (w *Weigher) asideOf(r *reading.Request, claim *corpus.Claim) bool {
	has, n := 0, w.Index.Number(claim)
	for _, t := range r.Aside {
		has += record.BoolInt(w.Has(n, t) && w.tellsOf(claim, t)) // not where "beyond money" merely leads to it
	}
	return 3*has >= 2*len(r.Aside)
}

// tellsOf tells whether the claim's own sentence, or a list of it, has the word or another
// of its group.
func (w *Weigher) tellsOf(claim *corpus.Claim, t reading.Term) bool {
	for _, text := range slices.Concat([]string{claim.Says}, claim.Targets, claim.Purpose, claim.Method) {
		for _, token := range w.Lexicon.Split(text) {
			if token.Stem == t.Stem || slices.ContainsFunc(w.Lexicon.Concepts(token.Word, token.Stem), func(k language.Concept) bool { return slices.Contains(t.Concepts, k) }) {
				return true
			}
		}
	}
	return false
}

// soft tells whether a kind of fact is told in so many ways that a claim may
// give it without saying so.
func soft(facet corpus.Facet) bool {
	switch facet {
	case corpus.FacetReason, corpus.FacetMethod, corpus.FacetEvidence, corpus.FacetPlace, corpus.FacetTarget:
		return true
	}
	return false
}

func (w *Weigher) stanceFactor(r *reading.Request, claim *corpus.Claim) float64 {
	switch claim.Stance {
	case corpus.Denies, corpus.Counters:
		if claim.Stance == corpus.Denies && !w.Denies(claim) && r.Speaker() != nil && w.BelongsToAccused(r.Speaker().IDs) {
			return 0.4 // the words of somebody else
		}
		if r.AccusedSpeaks {
			return 1.5
		}
		if r.Accusing {
			if w.Asks(r, "accuse") {
				return 0.3
			}
			return 0.6
		}
		if r.Facet == corpus.FacetEvidence && w.Asks(r, "accusation-word") {
			return 0.6 // what accusations rest on
		}
		if r.Intent == "accuser" {
			return 0.9 // "who says two billion": rather who alleges it than who denies it
		}
		if len(r.Accused) > 0 {
			return 0.9 // what they did, not what they say
		}
	case corpus.Alleges:
		if r.AccusedSpeaks {
			return 0.6
		}
	}
	return 1
}

// answersFigure tells whether a denial answers an accusation of that figure.
func (w *Weigher) answersFigure(claim *corpus.Claim, figure language.Figure) bool {
	return claim.Stance == corpus.Denies && slices.ContainsFunc(w.Corpus.Answered(claim), func(accusation *corpus.Claim) bool {
		return w.Index.FeaturesOf(accusation).Has(figure)
	})
}

// Coverage tells how well the claim's dates fit the asked ones: 1 when a span
// of the same fineness covers one, less for a wide period or a coarser date, 0
// when none does. A claim without dates may fit if its report is of that year.
func (w *Weigher) Coverage(r *reading.Request, claim *corpus.Claim) float64 {
	f := w.Index.FeaturesOf(claim)
	best := 0.0
	for _, d := range r.Dates {
		if published := claim.Report().Published.Date; len(f.Spans) == 0 && d.Month == 0 && language.ParseDate(published).Covers(language.Date{Year: d.Year}) {
			best = max(best, 0.3)
		}
		for _, span := range f.Spans {
			if !span.Covers(d) {
				continue
			}
			value := 1.0
			if span.From != span.To {
				value = 0.6 // a period holds the date, but is not it
			} else if from := language.ParseDate(span.From); d.Day != 0 && from.Day == 0 || d.Month != 0 && from.Month == 0 {
				value = 0.45 // the claim's date is coarser
			}
			if span.Said && (r.Facet == corpus.FacetAmount || r.Facet == corpus.FacetCount) {
				value *= 0.5 // when it was said is not when it was taken
				if r.Facet == corpus.FacetCount && slices.ContainsFunc(f.Spans, func(own corpus.Span) bool { return !own.Said && !own.Covers(d) }) && !w.Asks(r, "say") {
					value = 0 // the claim says what time its number is of, and it is another
				}
			}
			if d.From > 0 && d.From < len(r.Query.Tokens) && w.In(r.Query.Tokens[d.From-1], "about-word") && (span.Said || span.From != span.To) {
				value *= 0.4 // "what do they say about that year"
			}
			best = max(best, value)
		}
	}
	return best
}
