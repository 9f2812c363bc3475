// Package intent reads a question: which names, figures, dates and words it
// holds, and by rules, which are data, what it asks. It chooses no claims.
package intent

import (
	"slices"
	"strings"
	"sync"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// A Query is a question as read.
type Query struct {
	Tokens   []language.Token
	Mentions []corpus.Mention
	Figures  []language.Figure
	Dates    []language.Date
	Terms    []Term  // the words that carry content, in order
	Readings []Match // rules that matched, the best first
	Slots    []Match // rules that filled a slot
	Asks     *Match  // the reading that decides what is asked; nil when no rule matched
	Facet    *Match  // the reading that decides which kind of fact is asked for; may be Asks

	groups []language.Concept // of its words and expressions, those that tell how it is asked among them
	stops  []bool             // by token: a sentence ended before it
}

// A Term is one content word, or expression, of a question.
type Term struct {
	From, To int // tokens [From, To)
	Stem     string
	Concepts []language.Concept
	Asked    bool // a rule read it as part of what is asked, so it need not be found in a claim
	Known    bool // occurs somewhere in the corpus, itself or by another word of its group
	Plain    bool // an English word to the lexicon; otherwise probably a name nobody entered
}

// A Reader reads questions. It does not change, and may be shared.
type Reader struct {
	lexicon *language.Lexicon
	index   *corpus.Index
	speller func() *language.Speller // built when the first unknown word is met
	rules   *Rules
}

// NewReader returns a reader that knows the corpus's names and words.
func NewReader(index *corpus.Index, rules *Rules) *Reader {
	return &Reader{
		lexicon: index.Lexicon,
		index:   index,
		speller: sync.OnceValue(func() *language.Speller {
			return language.NewSpeller(func(a, b string) bool { return index.Linker.SameName(a, b) || sameGroup(index.Lexicon, a, b) }, index.Linker.Words, index.Words, index.Lexicon.Words)
		}),
		rules: rules,
	}
}

// sameGroup tells whether two words stand for the same: "begin" and "began".
func sameGroup(lexicon *language.Lexicon, a, b string) bool {
	other := lexicon.Concepts(b, lexicon.Stem(b))
	return slices.ContainsFunc(lexicon.Concepts(a, lexicon.Stem(a)), func(c language.Concept) bool { return slices.Contains(other, c) })
}

// Read reads one utterance.
func (r *Reader) Read(utterance string) *Query {
	q := &Query{Tokens: r.asked(utterance)}
	q.stops = stops(utterance, q.Tokens)
	q.Mentions = r.index.Linker.Link(q.Tokens)
	q.Dates = outside(q.Mentions, r.lexicon.Dates(q.Tokens))
	q.Figures = r.measures(q.Tokens, r.lexicon.Figures(q.Tokens, q.Dates))
	f := newFeatures(q, r.index, r.lexicon)
	matches := r.rules.match(f)
	for _, m := range matches {
		if m.Rule.Slot != "" {
			q.Slots = append(q.Slots, m)
		} else {
			q.Readings = append(q.Readings, m)
		}
	}
	for i := range q.Readings {
		if q.Asks == nil {
			q.Asks = &q.Readings[i]
		}
		if q.Facet == nil && q.Readings[i].Rule.Facet != "" {
			q.Facet = &q.Readings[i]
		}
	}
	q.Terms = r.terms(q, f)
	return q
}

// stops tells before which tokens a sentence ended. After a short word a full stop may be
// an abbreviation's ("Mr.", "vs."), and three are none.
func stops(utterance string, tokens []language.Token) []bool {
	out := make([]bool, len(tokens))
	for i := 1; i < len(tokens); i++ {
		if end, start := tokens[i-1].End, tokens[i].Start; end < start {
			rest := utterance[end:start]
			out[i] = rest[0] == '?' || rest[0] == '!' || rest[0] == '.' && len(tokens[i-1].Word) > 3 && !strings.HasPrefix(rest, "..")
		}
	}
	return out
}

// measures drops figures that only name the unit that something is priced in, where a claim
// tells of one: "what does one kilo cost?".
func (r *Reader) measures(tokens []language.Token, figures []language.Figure) []language.Figure {
	return slices.DeleteFunc(figures, func(f language.Figure) bool {
		unit := tokens[f.To-1]
		return f.Value == 1 && f.Unit != "" && f.Unit != "%" && !f.Scaled && len(r.index.Figure(f)) == 0 &&
			slices.ContainsFunc(r.index.Stem(unit.Stem), func(p corpus.Posting) bool { return r.index.PerUnit(p.Claim, unit.Word) })
	})
}

// Uses tells whether the question has a word or an expression of the group.
func (q *Query) Uses(group language.Concept) bool { return slices.Contains(q.groups, group) }

// Mentioned tells whether the token is part of a name.
func (q *Query) Mentioned(token int) bool {
	return slices.ContainsFunc(q.Mentions, func(m corpus.Mention) bool { return m.From <= token && token < m.To })
}

// LastSentence returns where the last sentence of several begins; 0 where there is one.
func (q *Query) LastSentence() int {
	for i := len(q.stops) - 1; i > 0; i-- {
		if q.stops[i] {
			return i
		}
	}
	return 0
}

// outside drops dates that lie within a name.
func outside(mentions []corpus.Mention, dates []language.Date) []language.Date {
	kept := dates[:0]
	for _, d := range dates {
		inside := false
		for _, m := range mentions {
			inside = inside || d.From >= m.From && d.To <= m.To
		}
		if !inside {
			kept = append(kept, d)
		}
	}
	return kept
}

// terms lists what the question is about beside names, figures and dates.
func (r *Reader) terms(q *Query, f *features) []Term {
	var out []Term
	asked := make([]bool, len(q.Tokens))
	mark := func(m *Match) {
		if m != nil {
			for _, i := range m.Explained {
				asked[i] = true
			}
		}
	}
	mark(q.Asks)
	mark(q.Facet)
	readToo := make([]bool, len(q.Tokens)) // by other patterns of the rules that decide
	if q.Asks != nil {
		q.Asks.Rule.readsToo(f, readToo)
	}
	if q.Facet != nil && q.Facet != q.Asks {
		q.Facet.Rule.readsToo(f, readToo)
	}
	for i := range q.Slots {
		mark(&q.Slots[i])
	}
	for i := 0; i < len(q.Tokens); i++ {
		token := q.Tokens[i]
		if f.mention[i] >= 0 || f.figure[i] >= 0 || f.date[i] >= 0 || f.filler[i] {
			continue
		}
		term := Term{From: i, To: i + 1, Stem: token.Stem, Asked: asked[i]}
		if p := f.phrase[i]; p != nil && !r.broken(p, f, asked) {
			term.To = p.To
			term.Concepts = []language.Concept{p.Concept}
			term.Stem = "" // an expression is more than its first word
			term.Asked = true
			for j := p.From; j < p.To; j++ {
				term.Asked = term.Asked && asked[j]
			}
			i = p.To - 1
		} else {
			if r.lexicon.Ignorable(token.Word) || len(token.Word) < 2 && !token.Number {
				continue
			}
			term.Concepts = r.content(token)
		}
		term.Plain = len(term.Concepts) > 0 || r.lexicon.Knows(token.Word)
		term.Known = len(r.index.Stem(term.Stem)) > 0
		for _, c := range term.Concepts {
			term.Known = term.Known || len(r.index.Concept(c)) > 0
		}
		term.Asked = term.Asked || !term.Known && readToo[term.From] && readToo[term.To-1] // no claim can be found by it
		out = append(out, term)
	}
	return out
}

// broken tells whether an expression is taken word by word: no claim has it, and each of its words
// is one that claims have.
func (r *Reader) broken(p *language.PhraseMatch, f *features, asked []bool) bool {
	if r.lexicon.Asks(p.Concept) || len(r.index.Concept(p.Concept)) > 0 {
		return false
	}
	content := false
	for i := p.From; i < p.To; i++ {
		if r.lexicon.Ignorable(f.query.Tokens[i].Word) {
			continue
		}
		content = true
		if asked[i] || len(r.index.Stem(f.query.Tokens[i].Stem)) == 0 {
			return false
		}
	}
	return content
}

// content returns the groups of a word that tell what is asked about.
func (r *Reader) content(token language.Token) []language.Concept {
	all := r.lexicon.Concepts(token.Word, token.Stem)
	kept := make([]language.Concept, 0, len(all))
	for _, c := range all {
		if !r.lexicon.Asks(c) {
			kept = append(kept, c)
		}
	}
	return kept
}
