package intent

import (
	"fmt"
	"slices"
	"strings"

	"allegedly/answers/corpus"
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
//	^  $          the beginning, the end of the question
//
// Words that carry nothing may stand between any two elements.
type pattern struct {
	source   string
	elements []element
}

type element struct {
	alternatives []test
	optional     bool
	gap          int
	begin, end   bool
}

type test struct {
	kind    byte // 'w' stem, '=' word, '~' concept, '@' mention, '#' number
	value   string
	concept language.Concept
}

func parsePattern(source string, lexicon *language.Lexicon) (pattern, error) {
	p := pattern{source: source}
	for _, part := range strings.Fields(source) {
		switch part {
		case "^":
			p.elements = append(p.elements, element{begin: true})
			continue
		case "$":
			p.elements = append(p.elements, element{end: true})
			continue
		case "*":
			p.elements = append(p.elements, element{gap: 2})
			continue
		case "**":
			p.elements = append(p.elements, element{gap: 6})
			continue
		}
		var e element
		part, e.optional = strings.CutSuffix(part, "?")
		for _, word := range strings.Split(part, "|") {
			t, err := parseTest(word, lexicon)
			if err != nil {
				return p, fmt.Errorf("pattern %q: %w", source, err)
			}
			e.alternatives = append(e.alternatives, t)
		}
		p.elements = append(p.elements, e)
	}
	if len(p.elements) == 0 {
		return p, fmt.Errorf("the pattern is empty")
	}
	return p, nil
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
		return test{'~', value, concept}, nil
	case '@':
		if !contains(mentionTests, value) {
			return test{}, fmt.Errorf("@%s is not one of @%s", value, strings.Join(mentionTests, ", @"))
		}
		return test{'@', value, 0}, nil
	case '#':
		if !contains(numberTests, value) {
			return test{}, fmt.Errorf("#%s is not one of #%s", value, strings.Join(numberTests, ", #"))
		}
		return test{'#', value, 0}, nil
	case '=':
		return test{'=', value, 0}, nil
	}
	return test{'w', language.Stem(language.Fold(word)), 0}, nil
}

func contains(list []string, value string) bool {
	for _, v := range list {
		if v == value {
			return true
		}
	}
	return false
}

// features answers a pattern's tests about each token in constant time.
type features struct {
	query    *Query
	index    *corpus.Index
	mention  []int // number of the mention at the token, or -1
	figure   []int
	date     []int
	filler   []bool
	phrase   []*language.PhraseMatch  // the longest of several words that begins here
	phrases  [][]language.PhraseMatch // all that begin here
	inside   []bool                   // within such an expression, not at its beginning
	skip     []bool                   // carries nothing, and may be stepped over
	stems    map[string]bool
	groups   map[language.Concept]bool // of words and of expressions
	excusing bool                      // what is matched speaks against a rule
}

func newFeatures(q *Query, index *corpus.Index, lexicon *language.Lexicon) *features {
	n := len(q.Tokens)
	f := &features{query: q, index: index,
		mention: make([]int, n), figure: make([]int, n), date: make([]int, n),
		filler: make([]bool, n), phrase: make([]*language.PhraseMatch, n), phrases: make([][]language.PhraseMatch, n), inside: make([]bool, n), skip: make([]bool, n)}
	f.stems, f.groups = make(map[string]bool, n), make(map[language.Concept]bool, 4*n)
	for i := range n {
		token := &q.Tokens[i]
		f.stems[token.Stem] = true
		for _, c := range lexicon.Concepts(token.Word, token.Stem) {
			f.groups[c] = true
		}
		f.mention[i], f.figure[i], f.date[i] = -1, -1, -1
		f.phrases[i] = lexicon.PhrasesAt(q.Tokens, i)
		for _, p := range f.phrases[i] {
			f.groups[p.Concept] = true
		}
	}
	for k, m := range q.Mentions {
		for i := m.From; i < m.To; i++ {
			f.mention[i] = k
		}
	}
	for k, d := range q.Dates {
		for i := d.From; i < d.To; i++ {
			f.date[i] = k
		}
	}
	for k, g := range q.Figures {
		for i := g.From; i < g.To; i++ {
			f.figure[i] = k
		}
	}
	phrases := lexicon.Phrases(q.Tokens)
	for k := range phrases {
		p := &phrases[k]
		clear := true
		for i := p.From; i < p.To; i++ {
			clear = clear && f.mention[i] < 0 && f.figure[i] < 0
		}
		if !clear {
			continue
		}
		if p.Concept == 0 {
			for i := p.From; i < p.To; i++ {
				f.filler[i] = true
			}
			continue
		}
		f.phrase[p.From] = p
		for i := p.From + 1; i < p.To; i++ {
			f.inside[i] = true
		}
	}
	for i, token := range q.Tokens {
		f.skip[i] = f.mention[i] < 0 && f.figure[i] < 0 && f.date[i] < 0 && f.phrase[i] == nil && !f.inside[i] &&
			(f.filler[i] || lexicon.Ignorable(token.Word))
	}
	return f
}

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
	for i := range p.elements {
		el := &p.elements[i]
		if el.optional || el.begin || el.end || el.gap > 0 {
			continue
		}
		found := false
		for _, t := range el.alternatives {
			switch t.kind {
			case 'w':
				found = f.stems[t.value]
			case '~':
				found = f.groups[t.concept]
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
		for ; i < len(f.query.Tokens); i++ {
			if !f.skip[i] {
				return nil, false
			}
		}
		return p.step(f, e+1, i, explained, false)
	case el.gap > 0:
		for skipped := 0; skipped <= el.gap && i <= len(f.query.Tokens); {
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

// after returns the token after the unit (name, figure, date, word) at i.
func (f *features) after(i int) int {
	switch {
	case i >= len(f.query.Tokens):
		return i + 1
	case f.mention[i] >= 0:
		return f.query.Mentions[f.mention[i]].To
	case f.figure[i] >= 0:
		return f.query.Figures[f.figure[i]].To
	case f.date[i] >= 0:
		return f.query.Dates[f.date[i]].To
	}
	return i + 1
}

// within tells whether the token lies in a name of several words. What a name
// says ("the theft from X") does not speak against a rule.
func (f *features) within(i int) bool {
	k := f.mention[i]
	return k >= 0 && !f.query.Mentions[k].Weak && f.query.Mentions[k].To-f.query.Mentions[k].From > 1
}

// names tells whether any of the tokens is part of a name that somebody entered.
func (f *features) names(tokens []int) bool {
	return slices.ContainsFunc(tokens, func(i int) bool {
		return i >= 0 && f.mention[i] >= 0 && !f.query.Mentions[f.mention[i]].Weak && len(f.query.Mentions[f.mention[i]].IDs) > 0
	})
}

// person tells whether the token is part of a person's name as it is written in
// full: nobody called Odd is asked for odds.
func (f *features) person(i int) bool {
	k := f.mention[i]
	if k < 0 || f.query.Mentions[k].Weak || !f.within(i) || len(f.query.Mentions[k].IDs) == 0 {
		return false
	}
	entity := f.index.Corpus.Entity(f.query.Mentions[k].IDs[0])
	m := f.query.Mentions[k]
	return entity != nil && entity.Kind == corpus.Person && !slices.ContainsFunc(f.query.Tokens[m.From:m.To], func(t language.Token) bool { return !t.Caps })
}

// test returns the token after what the test matched at i, or i.
func (f *features) test(t test, i int) int {
	token := &f.query.Tokens[i]
	if t.kind != '@' && (f.excusing && f.within(i) || f.person(i)) {
		return i
	}
	switch t.kind {
	case '=':
		if token.Word == t.value {
			return i + 1
		}
	case 'w':
		if token.Stem == t.value {
			return i + 1
		}
	case '~':
		for _, p := range f.phrases[i] {
			if p.Concept == t.concept {
				return p.To
			}
		}
		for _, c := range f.index.Lexicon.Concepts(token.Word, token.Stem) {
			if c == t.concept {
				return i + 1
			}
		}
	case '@':
		if k := f.mention[i]; k >= 0 && f.query.Mentions[k].From == i && f.is(f.query.Mentions[k], t.value) {
			return f.query.Mentions[k].To
		}
	case '#':
		return f.number(t.value, i)
	}
	return i
}

func (f *features) is(m corpus.Mention, kind string) bool {
	if kind == "any" || kind == "report" && len(m.Reports) > 0 {
		return true
	}
	for _, id := range m.IDs {
		entity := f.index.Corpus.Entity(id)
		switch kind {
		case "accused":
			for _, r := range f.index.Corpus.Reports {
				if f.index.Corpus.BelongsTo(id, r.Accused) {
					return true
				}
			}
		case "speaker":
			for _, p := range f.index.Entity(id) {
				if p.Relation&(corpus.AsSpeaker|corpus.AsOwner) != 0 {
					return true
				}
			}
		default:
			if entity != nil && string(entity.Kind) == kind {
				return true
			}
		}
	}
	return false
}

func (f *features) number(kind string, i int) int {
	if k := f.date[i]; k >= 0 && f.query.Dates[k].From == i {
		d := f.query.Dates[k]
		if kind == "date" || kind == "year" && d.Year != 0 || kind == "month" && d.Month != 0 {
			return d.To
		}
	}
	if k := f.figure[i]; k >= 0 && f.query.Figures[k].From == i {
		g := f.query.Figures[k]
		if kind == "figure" || kind == "money" && g.Money() || kind == "share" && g.Unit == "%" || kind == "count" && !g.Money() && g.Unit != "%" {
			return g.To
		}
	}
	return i
}
