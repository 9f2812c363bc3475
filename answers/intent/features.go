package intent

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// features answers a pattern's tests about each token in constant time.
type features struct {
	query      *Query
	index      *corpus.Index
	mention    []int // number of the mention at the token, or -1
	figure     []int
	date       []int
	filler     []bool
	phrase     []*language.PhraseMatch  // the longest of several words that begins here
	phrases    [][]language.PhraseMatch // all that begin here
	inside     []bool                   // within such an expression, not at its beginning
	skip       []bool                   // carries nothing, and may be stepped over
	stop       []bool                   // a sentence ended before the token
	clause     []bool                   // opens a clause, and asks nothing: "how does it look when ...?"
	apart      []bool                   // within words of somebody else's that the question quotes, or within a country's name
	candidates []uint64                 // numbers of patterns of which the question has a word
	end        int                      // where what is asked ends, and who says so may follow
	marks      marks                    // of its words, and of their groups and those of expressions
	excusing   bool                     // what is matched speaks against a rule
}

func newFeatures(q *Query, index *corpus.Index, lexicon *language.Lexicon) *features {
	n := len(q.Tokens)
	f := &features{query: q, index: index,
		mention: make([]int, n), figure: make([]int, n), date: make([]int, n),
		filler: make([]bool, n), phrase: make([]*language.PhraseMatch, n), phrases: make([][]language.PhraseMatch, n), inside: make([]bool, n), skip: make([]bool, n), apart: quotations(q.Tokens), stop: q.stops}
	for i := range n {
		token := &q.Tokens[i]
		f.marks.add(markOf('w', token.Stem))
		f.marks.add(markOf('=', token.Word))
		for _, c := range lexicon.Concepts(token.Word, token.Stem) {
			f.marks.add(groupMark(c))
			q.groups = append(q.groups, c)
		}
		f.mention[i], f.figure[i], f.date[i] = -1, -1, -1
		f.phrases[i] = lexicon.PhrasesAt(q.Tokens, i)
		for _, p := range f.phrases[i] {
			f.marks.add(groupMark(p.Concept))
			q.groups = append(q.groups, p.Concept)
		}
	}
	for k, m := range q.Mentions {
		for i := m.From; i < m.To; i++ {
			f.mention[i] = k
		}
	}
	for _, m := range q.Mentions {
		for i := m.From; i < m.To && m.To-m.From > 1; i++ {
			f.apart[i] = f.apart[i] || f.ofOwnName(m, q.Tokens[i].Word)
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
	f.clause, f.end = clauses(q, lexicon), beforeSource(q)
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

// beforeSource returns the end of what is asked: before "according to" and a name, where the
// question ends with them.
func beforeSource(q *Query) int {
	all := len(q.Tokens)
	if len(q.Mentions) == 0 || q.Mentions[len(q.Mentions)-1].To != all {
		return all
	}
	from := q.Mentions[len(q.Mentions)-1].From
	if from > 0 && q.Tokens[from-1].Word == "the" {
		from--
	}
	if from > 4 && q.Tokens[from-1].Word == "to" && q.Tokens[from-2].Word == "according" {
		return from - 2
	}
	return all
}

// clauses marks words that would ask at the beginning of a question and merely open a
// clause behind another such word: "who answered when it was accused?".
func clauses(q *Query, lexicon *language.Lexicon) []bool {
	marks, asked := make([]bool, len(q.Tokens)), false
	for i, token := range q.Tokens {
		if asked = asked && !q.stops[i]; asked && i+1 < len(q.Tokens) && lexicon.In(token, "clause-word") && !lexicon.In(q.Tokens[i-1], "clause-asked-after") {
			marks[i] = true
		}
		asked = asked || lexicon.In(token, "wh-word") || lexicon.In(token, "wh-alone")
	}
	return marks
}

// quotations marks the words of somebody else: three and more in quotation marks, in a
// question that has words of its own beside them.
func quotations(tokens []language.Token) []bool {
	marks, own := make([]bool, len(tokens)), 0
	for i, run := 0, 0; i < len(tokens); i += run {
		if run = 1; !tokens[i].Quoted {
			own++
			continue
		}
		for i+run < len(tokens) && tokens[i+run].Quoted {
			run++
		}
		for k := i; run >= leastQuoted && k < i+run; k++ {
			marks[k] = true
		}
	}
	if own < 2 {
		clear(marks)
	}
	return marks
}

// leastQuoted is how many words in quotation marks are a quotation and no name or term.
const leastQuoted = 3

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

// ofOwnName tells whether the word is part of the own name of a country, a place or a firm: the
// States state nothing, and Microsoft Word is no word.
func (f *features) ofOwnName(m corpus.Mention, word string) bool {
	if len(m.IDs) == 0 {
		return false
	}
	entity := f.index.Corpus.Entity(m.IDs[0])
	return entity != nil && (entity.Kind == corpus.Party || entity.Kind == corpus.Place || entity.Kind == corpus.Company) && slices.Contains(strings.Fields(language.Fold(entity.Name)), word)
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
	if t.kind != '@' && (f.excusing && f.within(i) || f.person(i) || f.apart[i] || f.clause[i] && !f.excusing) {
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
			if c == t.concept && !(f.index.Lexicon.Yields(token.Stem, c) && f.index.Told(token.Stem)) {
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
