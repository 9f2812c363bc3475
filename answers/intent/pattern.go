package intent

import (
	"fmt"
	"slices"
	"strings"

	"allegedly/answers/language"
)

// A pattern is a sequence of elements over the tokens of a question:
//
//	word          the word, in any inflection
//	=word         the word exactly as written here
//	~group        any word or expression of a group of the lexicon
//	@kind         a mention of an entity of that kind; @any, @report, @accused, @speaker
//	#money #count #share #figure #year #month #date
//	*  **         up to two, up to six words, names or figures of any kind
//	a|b|~c        one of these
//	x?            x or nothing
//	^  $          the beginning, the end of the question (before "according to ..." too)
//
// Words that carry nothing may stand between any two elements.
type pattern struct {
	source   string
	elements []element
	number   int // among those of all rules, from 1; 0: not looked up by its words
}

type element struct {
	alternatives []test
	words        *marks // of the alternatives, where they are many and all words or groups
	gap          uint8
	optional     bool
	begin, end   bool
}

type test struct {
	kind    byte // 'w' stem, '=' word, '~' concept, '@' mention, '#' number
	value   string
	concept language.Concept
	mark    uint16 // of a word or a group, among those that a question has
}

// A patternReader reads patterns. Rules have many elements in common, which it reads once.
type patternReader struct {
	lexicon *language.Lexicon
	read    map[string]element // as written
}

func newPatternReader(lexicon *language.Lexicon) *patternReader {
	return &patternReader{lexicon: lexicon, read: map[string]element{
		"^":  {begin: true},
		"$":  {end: true},
		"*":  {gap: 2},
		"**": {gap: 6},
	}}
}

func (r *patternReader) pattern(source string) (pattern, error) {
	p := pattern{source: source, elements: make([]element, 0, strings.Count(source, " ")+1)}
	for part := range strings.FieldsSeq(source) {
		e, err := r.element(part)
		if err != nil {
			return p, fmt.Errorf("pattern %q: %w", source, err)
		}
		p.elements = append(p.elements, e)
	}
	if len(p.elements) == 0 {
		return p, fmt.Errorf("the pattern is empty")
	}
	return p, nil
}

func (r *patternReader) element(source string) (element, error) {
	if e, ok := r.read[source]; ok {
		return e, nil
	}
	var e element
	words, optional := strings.CutSuffix(source, "?")
	e.optional = optional
	e.alternatives = make([]test, 0, strings.Count(words, "|")+1)
	for word := range strings.SplitSeq(words, "|") {
		t, err := parseTest(word, r.lexicon)
		if err != nil {
			return e, err
		}
		e.alternatives = append(e.alternatives, t)
	}
	e.words = marksOf(e.alternatives)
	r.read[source] = e
	return e, nil
}

var (
	mentionTests = []string{"any", "report", "accused", "speaker", "party", "body", "person", "group", "company", "outlet", "place", "incident", "asset", "programme", "topic"}
	numberTests  = []string{"money", "count", "share", "figure", "year", "month", "date"}
)

func parseTest(word string, lexicon *language.Lexicon) (test, error) {
	if word == "" {
		return test{}, fmt.Errorf("an alternative is empty")
	}
	value := word[1:]
	switch word[0] {
	case '~':
		concept := lexicon.Concept(value)
		if concept == 0 {
			return test{}, fmt.Errorf("the lexicon has no group %q", value)
		}
		return test{'~', value, concept, groupMark(concept)}, nil
	case '@':
		if !contains(mentionTests, value) {
			return test{}, fmt.Errorf("@%s is not one of @%s", value, strings.Join(mentionTests, ", @"))
		}
		return test{'@', value, 0, 0}, nil
	case '#':
		if !contains(numberTests, value) {
			return test{}, fmt.Errorf("#%s is not one of #%s", value, strings.Join(numberTests, ", #"))
		}
		return test{'#', value, 0, 0}, nil
	case '=':
		return test{'=', value, 0, markOf('=', value)}, nil
	}
	if word = language.Fold(word); language.Irregular(word) {
		return test{'=', word, 0, markOf('=', word)}, nil // "wrote" is no "write"
	}
	stem := lexicon.Stem(word)
	return test{'w', stem, 0, markOf('w', stem)}, nil
}

func contains(list []string, value string) bool {
	for _, v := range list {
		if v == value {
			return true
		}
	}
	return false
}

// marks are the words and groups that a question has, each by a number below 1,024 that
// a few others share: whether a pattern can match at all is asked of thousands.
type marks [16]uint64

func (m *marks) add(mark uint16)      { m[mark>>6] |= 1 << (mark & 63) }
func (m *marks) has(mark uint16) bool { return m[mark>>6]&(1<<(mark&63)) != 0 }

// marksOf returns the marks of alternatives, nil where they are few or some are names or numbers.
func marksOf(alternatives []test) *marks {
	if len(alternatives) < 4 {
		return nil
	}
	var all marks
	for _, t := range alternatives {
		if t.kind == '@' || t.kind == '#' {
			return nil
		}
		all.add(t.mark)
	}
	return &all
}

// meets tells whether the two share a mark.
func (m *marks) meets(o *marks) bool {
	for i := range m {
		if m[i]&o[i] != 0 {
			return true
		}
	}
	return false
}

func markOf(kind byte, value string) uint16 {
	hash := uint32(2166136261) ^ uint32(kind)
	for i := range len(value) {
		hash = (hash ^ uint32(value[i])) * 16777619
	}
	return uint16(hash>>16^hash) & 1023
}

func groupMark(c language.Concept) uint16 { return uint16(uint32(c) * 2654435761 >> 22) }

// match returns the tokens that the pattern explains when it matches anywhere;
// nil when it does not. A mention is what the question is about, not how it is
// asked: mention k is returned as -1-k.
func (p *pattern) match(f *features) []int {
	if !p.possible(f) {
		return nil
	}
	for start := range f.query.Tokens {
		if got, ok := p.at(f, start); ok {
			return got
		}
		if p.elements[0].begin {
			break
		}
	}
	return nil
}

// possible tells, from the words of the question alone, whether the pattern could
// match: each element that it needs must occur somewhere.
func (p *pattern) possible(f *features) bool {
	if p.number > 0 && f.candidates != nil && f.candidates[p.number>>6]&(1<<(p.number&63)) == 0 {
		return false
	}
	for i := range p.elements {
		el := &p.elements[i]
		if el.optional || el.begin || el.end || el.gap > 0 {
			continue
		}
		if el.words != nil {
			if !el.words.meets(&f.marks) {
				return false
			}
			continue
		}
		found := false
		for _, t := range el.alternatives {
			switch t.kind {
			case 'w', '~', '=':
				found = f.marks.has(t.mark)
			case '@':
				found = len(f.query.Mentions) > 0
			case '#':
				found = len(f.query.Figures)+len(f.query.Dates) > 0
			default:
				found = true
			}
			if found {
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// anchor returns the element that the pattern needs and that fewest words fit; nil where
// it needs none but names, numbers or places.
func (p *pattern) anchor() *element {
	var best *element
	for i := range p.elements {
		el := &p.elements[i]
		wordy := !el.optional && !el.begin && !el.end && el.gap == 0 && !slices.ContainsFunc(el.alternatives, func(t test) bool { return t.kind == '@' || t.kind == '#' })
		if wordy && (best == nil || len(el.alternatives) < len(best.alternatives)) {
			best = el
		}
	}
	return best
}

// at matches the pattern with its first element at token start exactly.
func (p *pattern) at(f *features, start int) ([]int, bool) {
	return p.step(f, 0, start, []int{}, true)
}

func (p *pattern) step(f *features, e, i int, explained []int, first bool) ([]int, bool) {
	if e == len(p.elements) {
		return explained, true
	}
	el := p.elements[e]
	switch {
	case el.begin:
		for j := 0; j <= len(f.query.Tokens); j++ {
			if got, ok := p.step(f, e+1, j, explained, false); ok {
				return got, true
			}
			if j == len(f.query.Tokens) || !f.skip[j] {
				return nil, false
			}
		}
		return nil, false
	case el.end:
		for ; i < f.end; i++ {
			if !f.skip[i] {
				return nil, false
			}
		}
		return p.step(f, e+1, len(f.query.Tokens), explained, false)
	case el.gap > 0:
		for skipped := uint8(0); skipped <= el.gap && i <= len(f.query.Tokens); {
			if got, ok := p.step(f, e+1, i, explained, false); ok {
				return got, true
			}
			if i >= len(f.query.Tokens) || !f.skip[i] && f.after(i) == i+1 {
				skipped++ // a name counts once, at its last word
			}
			i++
		}
		return nil, false
	}
	for j := i; j < len(f.query.Tokens); j++ {
		if !first && f.stop[j] && e > 0 && p.elements[e-1].gap == 0 && !p.elements[e-1].begin {
			break // what follows a stop does not go on from what stands before it
		}
		for _, t := range el.alternatives {
			if next := f.test(t, j); next > j {
				marked := explained
				switch t.kind {
				case '@':
					marked = append(marked, -1-f.mention[j])
				case '#':
				default:
					for k := j; k < next; k++ {
						marked = append(marked, k)
					}
				}
				if got, ok := p.step(f, e+1, next, marked, false); ok {
					return got, true
				}
			}
		}
		if first || !f.skip[j] {
			break
		}
	}
	if el.optional {
		return p.step(f, e+1, i, explained, false)
	}
	return nil, false
}
