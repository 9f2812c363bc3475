package corpus

import (
	"maps"
	"math"
	"slices"
	"strings"
	"sync"

	"allegedly/answers/language"
)

// Relation is how a claim involves an entity: one part or several.
type Relation uint16

// The relations.
const (
	AsSpeaker  Relation = 1 << iota // says it
	AsOwner                         // the speaker belongs to it
	AsLink                          // a link of the reporting chain
	AsActor                         // is said to have acted
	AsTarget                        // is said to be hit, or owns what is hit
	AsIncident                      // is the incident, or appears to be
	AsAsset                         // is said to be taken
	AsPlace                         // where
	AsDefined                       // is what the claim defines
	AsText                          // is otherwise named in the claim
)

// A Posting is one claim that a word or name leads to.
type Posting struct {
	Claim    int32    // number in Corpus.Claims
	Weight   float32  // how strongly, up to 1
	Relation Relation // of an entity
}

// A Span is a stretch of time, in the notation of dates.
type Span struct {
	From, To string // YYYY, YYYY-MM or YYYY-MM-DD; either may be empty (open)
	Said     bool   // when it was said, not when it happened
}

// An Index leads from words, names, figures and dates to claims.
type Index struct {
	Corpus    *Corpus
	Lexicon   *language.Lexicon
	Linker    *Linker
	Features  []Features // by number of the claim
	byStem    map[string][]Posting
	told      map[string]bool // stems of what claims say, our own remarks apart
	byConcept map[language.Concept][]Posting
	byEntity  map[string][]Posting
	byReport  map[string][]int32
	split     func(string) []language.Token // while building
	inner     map[string][]string           // the entities within an entity's name, while building
	byFigure  map[int64][]int32
	byYear    map[int][]int32
	dated     []int32               // claims with any date
	words     map[string]bool       // as written in claims, folded
	byPair    map[[2]string][]int32 // by the stems of two content words that a claim says one after the other
}

// NewIndex reads every claim of the corpus once.
func NewIndex(c *Corpus, lexicon *language.Lexicon) *Index {
	x := &Index{
		Corpus:    c,
		Lexicon:   lexicon,
		Linker:    NewLinker(c, lexicon),
		Features:  make([]Features, len(c.Claims)),
		byStem:    map[string][]Posting{},
		told:      map[string]bool{},
		byConcept: map[language.Concept][]Posting{},
		byEntity:  map[string][]Posting{},
		byReport:  map[string][]int32{},
		split:     lexicon.Splitter(),
		inner:     map[string][]string{},
		byFigure:  map[int64][]int32{},
		byYear:    map[int][]int32{},
		words:     map[string]bool{},
		byPair:    map[[2]string][]int32{},
	}
	for i, claim := range c.Claims {
		x.byReport[claim.report.ID] = append(x.byReport[claim.report.ID], int32(i))
		x.Features[i] = features(claim, lexicon, x.split)
		for _, about := range c.AboutOf(claim) {
			f := features(about, lexicon, x.split)
			for _, figure := range f.Figures {
				x.Features[i].Figures = append(x.Features[i].Figures, figure)
				x.Features[i].Of = append(x.Features[i].Of, -1)
				x.Features[i].In = append(x.Features[i].In, figure.Unit)
			}
		}
		x.addFigures(int32(i))
		x.addYears(int32(i))
	}
	var words sync.WaitGroup
	words.Go(func() { // names and words take as long as each other, and share nothing
		split := lexicon.Splitter()
		for i, claim := range c.Claims {
			x.addWords(int32(i), claim, split)
		}
	})
	for i, claim := range c.Claims {
		x.addEntities(int32(i), claim)
	}
	words.Wait()
	x.dropPairs()
	x.split, x.inner = nil, nil
	return x
}

func (x *Index) addFigures(n int32) {
	for _, figure := range x.Features[n].Figures {
		key := figureKey(figure.Value)
		if list := x.byFigure[key]; len(list) == 0 || list[len(list)-1] != n {
			x.byFigure[key] = append(list, n)
		}
	}
}

func (x *Index) addYears(n int32) {
	if len(x.Features[n].Spans) > 0 {
		x.dated = append(x.dated, n)
	}
	for _, span := range x.Features[n].Spans {
		from, to := language.ParseDate(span.From).Year, language.ParseDate(span.To).Year
		if from == 0 {
			from = to
		}
		for year := from; year != 0 && year <= max(from, to); year++ {
			if list := x.byYear[year]; len(list) == 0 || list[len(list)-1] != n {
				x.byYear[year] = append(list, n)
			}
		}
	}
}

// addWords records the words of the claim, each with its best weight.
func (x *Index) addWords(n int32, claim *Claim, split func(string) []language.Token) {
	stems := map[string]float32{}
	concepts := map[language.Concept]float32{}
	add := func(text string, w float32) {
		tokens := split(text)
		for _, token := range tokens {
			if x.Lexicon.Ignorable(token.Word) {
				continue
			}
			x.words[token.Word] = true
			stems[token.Stem] = max(stems[token.Stem], w)
			for _, c := range x.Lexicon.Concepts(token.Word, token.Stem) {
				concepts[c] = max(concepts[c], w)
			}
		}
		for _, phrase := range x.Lexicon.Phrases(tokens) {
			if phrase.Concept != 0 {
				concepts[phrase.Concept] = max(concepts[phrase.Concept], w)
			}
		}
	}
	add(claim.Says, 1)
	x.addPairs(n, split(claim.Says))
	if claim.Stance != Remark {
		for stem := range stems {
			x.told[stem] = true
		}
	}
	for _, text := range slices.Concat(claim.Words, claim.Purpose, claim.Method, claim.Evidence, claim.Reason) {
		add(text, 1)
	}
	for _, figure := range claim.Figures {
		add(figure.Of, 1)
	}
	add(claim.Verb, 0.8)
	add(claim.As, 0.8)
	add(claim.AimedAt, 0.5)
	for _, id := range slices.Concat([]string{claim.By, claim.Incident}, claim.Via, claim.Targets, claim.Assets, claim.Place, claim.Defines, claim.Actor) {
		if e := x.Corpus.Entity(id); e != nil {
			add(e.Is, 0.6) // its name is found by the linker
			for _, role := range e.Roles {
				add(role, 0.6)
			}
		} else {
			add(id, 1)
		}
	}
	if e := x.Corpus.Entity(claim.Incident); e != nil {
		add(e.Name, 0.6) // "the thefts from the museums": each claim on them need not repeat what it was
	}
	for _, stem := range slices.Sorted(maps.Keys(stems)) {
		x.byStem[stem] = append(x.byStem[stem], Posting{Claim: n, Weight: stems[stem]})
	}
	for _, c := range slices.Sorted(maps.Keys(concepts)) {
		x.byConcept[c] = append(x.byConcept[c], Posting{Claim: n, Weight: concepts[c]})
	}
}

// addPairs records which words the claim says one after the other.
func (x *Index) addPairs(n int32, tokens []language.Token) {
	before := ""
	for _, token := range tokens {
		if x.Lexicon.Ignorable(token.Word) {
			continue
		}
		pair := [2]string{before, token.Stem}
		if list := x.byPair[pair]; before != "" && len(list) <= rarePair && !slices.Contains(list, n) {
			x.byPair[pair] = append(list, n)
		}
		before = token.Stem
	}
}

// dropPairs drops the pairs that tell no claim from others, and those of a title, by which a
// whole report is named.
func (x *Index) dropPairs() {
	maps.DeleteFunc(x.byPair, func(_ [2]string, claims []int32) bool { return len(claims) > rarePair })
	for _, report := range x.Corpus.Reports {
		before := ""
		for _, token := range x.split(report.Title) {
			if !x.Lexicon.Ignorable(token.Word) {
				delete(x.byPair, [2]string{before, token.Stem})
				before = token.Stem
			}
		}
	}
}

// rarePair is how many claims may say two words one after the other, for these to tell them
// from others.
const rarePair = 2

// Pair returns the claims that say two words, given by their stems, one after the other; none
// where many do, or a title does.
func (x *Index) Pair(first, second string) []int32 { return x.byPair[[2]string{first, second}] }

// Told tells whether some claim, and no mere remark of ours, says a word of that stem.
func (x *Index) Told(stem string) bool { return x.told[stem] }

// Stem returns the claims that a word leads to.
func (x *Index) Stem(stem string) []Posting { return x.byStem[stem] }

// Concept returns the claims that a group of words leads to.
func (x *Index) Concept(c language.Concept) []Posting { return x.byConcept[c] }

// Leads returns the numbers of the claims that a word leads to, by itself or by
// another word of its group.
func (x *Index) Leads(token language.Token) []int32 {
	claims := map[int32]bool{}
	for _, p := range x.byStem[token.Stem] {
		claims[p.Claim] = true
	}
	for _, c := range x.Lexicon.Concepts(token.Word, token.Stem) {
		if x.Lexicon.Asks(c) {
			continue // words by which people ask
		}
		for _, p := range x.byConcept[c] {
			claims[p.Claim] = true
		}
	}
	return slices.Sorted(maps.Keys(claims))
}

// Entity returns the claims that name an entity, with its parts.
func (x *Index) Entity(id string) []Posting { return x.byEntity[id] }

// InReport returns the numbers of a report's claims.
func (x *Index) InReport(id string) []int32 { return x.byReport[id] }

// Number returns the claim's number in Corpus.Claims.
func (x *Index) Number(claim *Claim) int32 { return claim.number }

// HasWord tells whether the folded word occurs in a name or in any claim.
func (x *Index) HasWord(word string) bool {
	if x.Linker.HasWord(word) {
		return true
	}
	_, ok := x.byStem[language.Stem(word)]
	return ok
}

// InName tells whether the folded word occurs in a name.
func (x *Index) InName(word string) bool { return x.Linker.HasWord(word) }

// HasYear tells whether any claim speaks of that year.
func (x *Index) HasYear(year int) bool { return len(x.byYear[year]) > 0 }

// Rarity is how much a word tells that df claims share: 0 when all share it.
func (x *Index) Rarity(df int) float64 {
	if df == 0 {
		return 0
	}
	return math.Log(1 + float64(len(x.Corpus.Claims))/float64(df))
}

// Covers tells whether the span contains the date, as far as both are known.
func (s Span) Covers(d language.Date) bool {
	from, to := language.ParseDate(s.From), language.ParseDate(s.To)
	if d.Year == 0 { // a month of any year
		return from.Month == d.Month && (d.Day == 0 || from.Day == 0 || from.Day == d.Day) || s.To != s.From && to.Month == d.Month
	}
	if from.Year != 0 && d.Year < from.Year || to.Year != 0 && d.Year > to.Year {
		return false
	}
	if s.From == s.To || to.Year == 0 && d.Year == from.Year {
		return from.Covers(d) || d.Covers(from)
	}
	return from.Year != 0 && to.Year != 0 || to.Year != 0 && d.Year == to.Year
}

// Words calls yield for every folded word of the corpus's claims.
func (x *Index) Words(yield func(string) bool) {
	for word := range x.words {
		if !yield(word) {
			return
		}
	}
}

// Figure returns the claims that carry the figure, by number.
func (x *Index) Figure(figure language.Figure) []int32 {
	var out []int32
	for _, at := range x.byFigure[figureKey(figure.Value)] {
		for _, f := range x.Features[at].Figures {
			if f.Same(figure) {
				out = append(out, at)
				break
			}
		}
	}
	return out
}

// FeaturesOf returns the features of a claim of the corpus.
func (x *Index) FeaturesOf(claim *Claim) *Features { return &x.Features[x.Number(claim)] }

// SameNumber returns the claims with a figure of that number in any unit.
func (x *Index) SameNumber(value float64) []int32 { return x.byFigure[figureKey(value)] }

// figureKey brings values that may be the same amount together: shares are
// written in many ways, so they are rounded.
func figureKey(value float64) int64 {
	if value < 1 {
		return -int64(math.Round(value * 10))
	}
	return int64(math.Round(value))
}

// InYear returns the claims that speak of the year; of any year when it is 0.
func (x *Index) InYear(year int) []int32 {
	if year == 0 {
		return x.dated
	}
	return x.byYear[year]
}

// Relation returns the parts that a claim gives to any of the entities.
func (x *Index) Relation(claim int32, ids []string) Relation {
	var all Relation
	for _, id := range ids {
		postings := x.byEntity[id]
		if at, ok := slices.BinarySearchFunc(postings, claim, func(p Posting, n int32) int { return int(p.Claim) - int(n) }); ok {
			all |= postings[at].Relation
		}
	}
	return all
}

// Mentions tells whether a text of ours has a word of the group.
func (x *Index) Mentions(text string, group language.Concept) bool {
	for _, token := range x.Lexicon.Split(text) {
		if slices.Contains(x.Lexicon.Concepts(token.Word, token.Stem), group) {
			return true
		}
	}
	return false
}

// Joined writes folded words with single spaces, to look quotations up in.
func Joined(tokens []language.Token) string {
	var b strings.Builder
	for i, token := range tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(token.Word)
	}
	return b.String()
}
