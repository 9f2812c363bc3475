package answers

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// What matters how much when claims are weighed. A word weighs by its rarity in
// the corpus; these scale it.
const (
	conceptFactor   = 0.85 // a word found by another word of its group
	strayFactor     = 0.34 // an English word that neither the corpus nor the lexicon's groups know
	strangerFactor  = 1.3  // a word that nobody knows
	entityFactor    = 1.8  // a name
	inheritedFactor = 0.5  // of a name that the thread brings, in how much of the question is explained
	lightFactor     = 0.48 // a word that narrows little in any question
	aroundFactor    = 0.75 // the owner of what was named
	figureWeight    = 4.5
	quoteWeight     = 3.5 // words that the question quotes
	dateWeight      = 3.0
	facetWeight     = 1.6
	commonest       = 4000 // postings beyond which a word tells too little to be worth reading
	considered      = 32   // claims looked at closely
)

// A scored claim, and how much of the question it explains.
type scored struct {
	claim  *corpus.Claim
	n      int32
	score  float64 // matched weight with preferences applied
	fit    float64 // share of the question's weight that it explains, 0 to 1
	raw    float64
	words  float64  // matched weight of content words alone
	lacks  []string // what of the question it does not carry, for the trace
	facet  bool     // it has the kind of fact that was asked for
	figure bool     // it carries the figure asked about
	dated  bool     // it covers the date asked about
	spoken bool     // the speaker asked about says it
	named  bool     // every name asked about is in it
	hit    bool     // at least one content word is in it
}

// choice narrows which claims may be chosen.
type choice struct {
	stances []corpus.Stance // empty: all but remarks
	exclude []string        // claim keys
	keep    func(*corpus.Claim) bool
	facet   corpus.Facet // overrides the request's
	anyDate bool         // dates neither help nor hurt
}

// choose returns the claims that the request leads to, the best first.
func (e *Engine) choose(r *request, c choice) []scored {
	t := e.tallies.Get().(*tally)
	defer func() { t.reset(); e.tallies.Put(t) }()
	total := 0.0
	for i := range r.terms {
		total += e.addTerm(t, &r.terms[i])
	}
	for i := range r.names {
		weight := e.addName(t, &r.names[i])
		if r.names[i].from < 0 {
			weight *= inheritedFactor
		}
		total += weight
	}
	if len(r.figures) > 0 {
		total += figureWeight * float64(len(r.figures))
		e.addFigures(t, r)
	}
	e.addReports(t, r)
	if len(r.dates) > 0 && !c.anyDate {
		total += dateWeight
		if len(t.touched) == 0 || !r.specific() {
			e.addDates(t, r)
		}
	}
	if len(t.touched) == 0 || !r.hasContent() {
		e.addEverything(t)
	}
	return e.weigh(r, c, t, total)
}

type rank struct {
	n     int32
	score float64
}

func (a rank) before(b rank) bool {
	return a.score > b.score || a.score == b.score && a.n < b.n
}

// weigh applies preferences to the most promising claims and sorts them.
func (e *Engine) weigh(r *request, c choice, t *tally, total float64) []scored {
	ranks := make([]rank, 0, considered+1)
	for _, n := range t.touched {
		next := rank{n, t.score[n]}
		if len(ranks) == considered && !next.before(ranks[considered-1]) || !e.admits(r, c, e.corpus.Claims[n]) {
			continue
		}
		at := len(ranks)
		for at > 0 && next.before(ranks[at-1]) {
			at--
		}
		ranks = slices.Insert(ranks, at, next)
		ranks = ranks[:min(len(ranks), considered)]
	}
	found := make([]scored, len(ranks))
	for i, candidate := range ranks {
		n := candidate.n
		found[i] = scored{claim: e.corpus.Claims[n], n: n, score: candidate.score, raw: candidate.score - t.bonus[n], hit: t.words[n] > 0, words: t.worded[n]}
	}
	byScore := func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.fit, a.fit), cmp.Compare(a.n, b.n))
	}
	for i := range found {
		matter := e.onMatter(r, &found[i])
		found[i].score += matter
		found[i].raw += matter
		e.prefer(r, c, &found[i], total)
	}
	slices.SortStableFunc(found, byScore)
	return found
}

func (e *Engine) admits(r *request, c choice, claim *corpus.Claim) bool {
	if len(c.stances) > 0 {
		if !slices.Contains(c.stances, claim.Stance) {
			return false
		}
		if claim.Stance == corpus.Denies && !slices.Contains(c.stances, corpus.Alleges) && !e.denies(claim) {
			return false // the words of the accused are looked for
		}
	} else if claim.Stance == corpus.Remark {
		return false
	}
	if slices.Contains(c.exclude, claim.Key()) {
		return false
	}
	if len(r.except) > 0 && e.index.Relation(e.index.Number(claim), r.except)&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsTarget|corpus.AsActor) != 0 {
		return false
	}
	return c.keep == nil || c.keep(claim)
}

// asideOf tells whether a claim is about what the question leaves aside.
func (e *Engine) asideOf(r *request, claim *corpus.Claim) bool {
	has, n := 0, e.index.Number(claim)
	for _, t := range r.aside {
		has += boolInt(e.has(n, t) && e.tellsOf(claim, t)) // not where "beyond money" merely leads to it
	}
	return 3*has >= 2*len(r.aside)
}

// toFront puts the i-th claim first and leaves the others in their order.
func toFront(found []scored, i int) {
	first := found[i]
	copy(found[1:i+1], found[:i])
	found[0] = first
}

// tellsOf tells whether the claim's own sentence, or a list of it, has the word or another
// of its group.
func (e *Engine) tellsOf(claim *corpus.Claim, t term) bool {
	for _, text := range slices.Concat([]string{claim.Says}, claim.Targets, claim.Purpose, claim.Method) {
		for _, token := range e.lexicon.Split(text) {
			if token.Stem == t.Stem || slices.ContainsFunc(e.lexicon.Concepts(token.Word, token.Stem), func(k language.Concept) bool { return slices.Contains(t.Concepts, k) }) {
				return true
			}
		}
	}
	return false
}

// concerns tells whether the claim is about the accused that the question names.
func (r *request) concerns(claim *corpus.Claim) bool {
	parties := r.parties()
	return len(parties) == 0 || slices.Contains(parties, claim.Report().Accused)
}

// parties returns the accused that the question names, or else those that the
// conversation or its other names are about. Empty when it may be anyone.
func (r *request) parties() []string {
	if len(r.accused) > 0 {
		return r.accused
	}
	return r.party
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

func (e *Engine) stanceFactor(r *request, claim *corpus.Claim) float64 {
	switch claim.Stance {
	case corpus.Denies, corpus.Counters:
		if claim.Stance == corpus.Denies && !e.denies(claim) && r.speaker() != nil && e.speaksForAccused(r.speaker().ids) {
			return 0.4 // the words of somebody else
		}
		if r.accusedSpeaks {
			return 1.5
		}
		if r.accusing {
			if e.asks(r, "accuse") {
				return 0.3
			}
			return 0.6
		}
		if r.facet == corpus.FacetEvidence && e.asks(r, "accusation-word") {
			return 0.6 // what accusations rest on
		}
		if r.intent == "accuser" {
			return 0.9 // "who says two billion": rather who alleges it than who denies it
		}
		if len(r.accused) > 0 && r.intent == "fact" {
			return 0.9 // what they did, not what they say
		}
	case corpus.Alleges:
		if r.accusedSpeaks {
			return 0.6
		}
	}
	return 1
}

func hasFigure(f *corpus.Features, figure language.Figure) bool {
	for _, has := range f.Figures {
		if has.Same(figure) {
			return true
		}
	}
	return false
}

// answersFigure tells whether a denial answers an accusation of that figure.
func (e *Engine) answersFigure(claim *corpus.Claim, figure language.Figure) bool {
	return claim.Stance == corpus.Denies && slices.ContainsFunc(e.corpus.Answered(claim), func(accusation *corpus.Claim) bool {
		return hasFigure(&e.index.Features[e.index.Number(accusation)], figure)
	})
}

// coverage tells how well the claim's dates fit the asked ones: 1 when a span
// of the same fineness covers one, less for a wide period or a coarser date, 0
// when none does. A claim without dates may fit if its report is of that year.
func (e *Engine) coverage(r *request, claim *corpus.Claim, f *corpus.Features) float64 {
	best := 0.0
	for _, d := range r.dates {
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
			if span.Said && (r.facet == corpus.FacetAmount || r.facet == corpus.FacetCount || r.facet == corpus.FacetShare) {
				value *= 0.5 // when it was said is not when it was taken
				if r.facet == corpus.FacetCount && slices.ContainsFunc(f.Spans, func(own corpus.Span) bool { return !own.Said && !own.Covers(d) }) && !e.asks(r, "say") {
					value = 0 // the claim says what time its number is of, and it is another
				}
			}
			if d.From > 0 && d.From < len(r.query.Tokens) && e.in(r.query.Tokens[d.From-1], "about-word") && (span.Said || span.From != span.To) {
				value *= 0.4 // "what do they say about that year"
			}
			best = max(best, value)
		}
	}
	return best
}

func claimsOf(list []scored) []*corpus.Claim {
	out := make([]*corpus.Claim, len(list))
	for i := range list {
		out[i] = list[i].claim
	}
	return out
}

// distinct drops claims that carry one and the same statement as an earlier one.
func distinct(list []scored) []scored {
	seen := map[string]bool{}
	out := list[:0:0]
	for _, s := range list {
		if origin := s.claim.Origin; origin != "" {
			key := origin + "\x00" + strings.ToLower(string(s.claim.Stance)) + amountsKey(s.claim)
			if seen[key] {
				continue
			}
			seen[key] = true
		}
		out = append(out, s)
	}
	return out
}

// amountsKey tells figures apart by their digits: "some $2 billion" is "$2 billion".
func amountsKey(claim *corpus.Claim) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '.' || r == 0 {
			return r
		}
		return -1
	}, figuresOf(claim))
}

func figuresOf(claim *corpus.Claim) string {
	var b strings.Builder
	for _, f := range claim.Figures {
		b.WriteString("\x00" + f.Text)
	}
	return b.String()
}
