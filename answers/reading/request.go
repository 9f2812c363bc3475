package reading

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
)

// A Request is a question together with what the conversation adds to it: what
// is asked for, and about what.
type Request struct {
	Query   *intent.Query
	Thread  Thread
	Intent  string
	Aspect  string
	Facet   corpus.Facet
	Terms   []Term
	Names   []Name
	Reports []string
	Figures []language.Figure
	Dates   []language.Date
	Except  []string // entities that the question leaves aside
	Aside   []Term   // words of what it leaves aside: "besides a tip"
	Quotes  []string // what it puts in quotation marks, folded

	Affair        []string // the accused whom the conversation is about
	Accused       []string // accused parties that the question names
	AccusedSpeaks bool     // asks what the accused says
	OthersReply   bool     // asks what somebody other than the accused replies
	Replier       []string // whose reply is asked for
	Accusing      bool     // asks what others say of the accused
	Counts        bool     // "how many"
	Describes     bool     // asks how somebody describes something
	Counted       string   // stem of the name that follows it, if a name does
	Strangers     []string // words that look like names nobody entered
	UnknownOrgan  bool     // an organ of a state is named of which no claim tells
	NeverHit      bool     // asks whether somebody was hit whom no claim gives as hit
	UnknownWords  []string // words in small letters that nobody knows: slang, or names typed in haste
	Leans         bool     // taken together with the thread
	Picked        bool     // asks about one of several that were told: "the smaller of them"
	Another       bool     // asks for another than what was told
	OtherVoice    bool     // asks what somebody else says than who said what was told
	Focus         []*corpus.Claim
}

// A Term is a content word of the question, and what it is worth.
type Term struct {
	intent.Term
	Weight  float64
	Foreign bool // a word with a meaning of its own that no claim has
	Stray   bool // a plain word that narrows little, or means nothing to the lexicon and the corpus
	Framing bool // "say", "accusation": it tells of speech, not of a matter
	Light   bool // of these, one that narrows little in any question
}

// Own tells whether the word says something of what is asked about: it stands in the
// question, no rule read it, and it is none that narrows little anywhere.
func (t Term) Own() bool { return !t.Asked && !t.Light && t.From != t.To }

// A Name is an entity, or several that share a name, that the question is about.
type Name struct {
	IDs     []string
	Around  []string // owners, which are nearly as good
	Weight  float64
	Speaker bool     // asked about as the one who says it
	Either  []string // where it is one of two joined by "or": the other
	Target  bool     // asked about as the one accused of it
	Office  bool     // a government, ministry or the like of it is what is meant
	Located bool     // a place that something is said to come from or happen in
	Silent  bool     // a person who stands for the accused, in passing
	Voice   bool     // a body, outlet or person that makes claims
	Weak    bool     // found by role alone
	From    int      // first token; -1 when it comes from the thread
}

// Specific tells whether the question is about something, beside how it asks.
func (r *Request) Specific() bool {
	for _, t := range r.Terms {
		if !t.Asked {
			return true
		}
	}
	return len(r.Names) > 0 || len(r.Figures) > 0
}

// HasContent tells whether anything but how it asks stands in the question.
func (r *Request) HasContent() bool {
	return r.Specific() || len(r.Reports) > 0 || len(r.Dates) > 0
}

// countsMoney tells whether it is asked how many there are of a currency: "how many quid?".
func (rd *Reader) countsMoney(tokens []language.Token) bool {
	for i := 1; i < len(tokens); i++ {
		if tokens[i-1].Word != "many" {
			continue
		}
		scaled := rd.Lexicon.Scales(tokens[i].Word)
		if scaled && (i+1 == len(tokens) || rd.In(tokens[i+1], "auxiliary")) {
			return true // "how many millions did they take?"
		}
		if scaled {
			i++ // "how many billion crowns"
		}
		if code := rd.Lexicon.Unit(tokens[i].Word); code != "" && !rd.Lexicon.Measures(code) {
			return true
		}
	}
	return false
}

// leaveSetting drops whom and what a sentence before the question names, where the question
// is for a fact that somebody of its own tells: "One speaks of weapons. What does the other
// say that it is for?"
func (rd *Reader) leaveSetting(r *Request) {
	last := r.Query.LastSentence()
	if last == 0 || r.Facet == "" || r.Intent != "" && r.Intent != "fact" || !rd.Opens(r.Query.Tokens[last]) || !slices.ContainsFunc(r.Names, func(n Name) bool { return n.Speaker && n.From >= last }) {
		return
	}
	r.Names = slices.DeleteFunc(r.Names, func(n Name) bool { return n.From < last })
}

// TellingFigure tells whether the question gives a figure by which alone a claim
// may be known.
func (r *Request) TellingFigure() bool {
	return r.AmountOrShare() || slices.ContainsFunc(r.Figures, func(f language.Figure) bool { return f.Scaled || f.Value >= 1000 })
}

// FiguresAlone tells whether the question says nothing but amounts or other telling
// figures.
func (r *Request) FiguresAlone() bool {
	return r.TellingFigure() && len(r.Names)+len(r.Dates) == 0
}

// AmountOrShare tells whether the question gives an amount or a share.
func (r *Request) AmountOrShare() bool {
	return slices.ContainsFunc(r.Figures, func(f language.Figure) bool { return f.Money() || f.Unit == "%" })
}

// ForeignShare is the share of the question's own words that mean something no
// report speaks of.
func (r *Request) ForeignShare() float64 {
	total, foreign := 0.0, 0.0
	for _, t := range r.Terms {
		if t.Asked {
			continue
		}
		total += t.Weight
		if t.Foreign {
			foreign += t.Weight
		}
	}
	for _, n := range r.Names {
		if n.From >= 0 {
			total += n.Weight
		}
	}
	total += FigureWeight * float64(len(r.Figures))
	if total == 0 {
		return 0
	}
	return foreign / total
}

// asksBot tells whether the bot itself is spoken to, whomever else the question names: "are
// you a propaganda bot of theirs?"
func (rd *Reader) asksBot(r *Request) bool {
	tokens := r.Query.Tokens
	return r.Intent == "about" && r.Aspect == "complaint" || r.Intent == "about" && slices.ContainsFunc(tokens[:min(3, len(tokens))], func(t language.Token) bool { return rd.In(t, "you-word") })
}

// Opens tells whether a question begins at the token.
func (rd *Reader) Opens(token language.Token) bool {
	return rd.In(token, "wh-word") || rd.In(token, "wh-alone") || rd.In(token, "auxiliary")
}

// First returns the first word of the question; an empty one if it has none.
func (r *Request) First() language.Token {
	if len(r.Query.Tokens) == 0 {
		return language.Token{}
	}
	return r.Query.Tokens[0]
}

// OpensFact tells whether a question for a fact begins at the token: "which", "how".
func (rd *Reader) OpensFact(token language.Token) bool { return rd.In(token, "wh-word") }

// In tells whether a word belongs to a group of the lexicon.
func (rd *Reader) In(token language.Token, group string) bool {
	return rd.Lexicon.In(token, group)
}

// dropCounts forgets small plain numbers that count our own things ("the five
// reports", "two denials") and that no claim carries.
func (rd *Reader) dropCounts(r *Request) {
	r.Figures = slices.Clone(r.Figures)
	r.Figures = slices.DeleteFunc(r.Figures, func(f language.Figure) bool {
		return r.Intent == "verdict" && f.Unit == "" && !f.Scaled && f.Value <= 100 // "from 0 to 100, how likely is it?"
	})
	for i, f := range r.Figures {
		if f.Unit != "" || f.Scaled || len(rd.Index.Figure(f)) > 0 {
			continue
		}
		for _, factor := range []float64{1e6, 1e9, 1e12} { // "571" for 571 million
			if g := f; f.Value > 10 || f.Value != float64(int(f.Value)) {
				g.Value, g.Scaled = f.Value*factor, true
				if len(rd.Index.Figure(g)) > 0 {
					r.Figures[i] = g
				}
			}
		}
	}
	r.Figures = slices.DeleteFunc(r.Figures, func(f language.Figure) bool {
		if f.Unit == "%" && f.Value >= 1 && (r.Intent == "verdict" || f.From == 0) && len(rd.Index.Figure(f)) == 0 {
			return true // "100 % sure", "1000 % they did it"
		}
		if tokens := r.Query.Tokens; f.Unit == "%" && f.Value == 0.5 && f.From > 0 && (tokens[f.From-1].Word == "and" || f.From > 1 && tokens[f.From-1].Word == "a" && tokens[f.From-2].Word == "and") {
			return true // "a year and a half"
		}
		if f.Money() && !f.Scaled && f.Value <= 10 && f.To < len(r.Query.Tokens) && rd.In(r.Query.Tokens[f.To], "amount-noun") {
			return true // "two dollar figures"
		}
		return !f.Money() && f.Unit != "%" && !(f.Scaled && f.Value >= 1e6) && (f.Value <= 10 || len(rd.Index.Figure(f)) == 0)
	})
}

// Asks tells whether the question uses a word or expression of the group.
func (rd *Reader) Asks(r *Request, group string) bool {
	return r.Query.Uses(rd.Lexicon.Concept(group))
}

// OfGroup tells whether a word of the question is of the group.
func (rd *Reader) OfGroup(r *Request, t Term, group string) bool {
	concept, word := rd.Lexicon.Concept(group), ""
	if t.To == t.From+1 {
		word = r.Query.Tokens[t.From].Word
	}
	return slices.Contains(t.Concepts, concept) || slices.Contains(rd.Lexicon.Concepts(word, t.Stem), concept)
}

// quoted returns the runs of two words and more that stand in quotation marks.
func (rd *Reader) quoted(tokens []language.Token) []string {
	var out []string
	for i := 0; i < len(tokens); i++ {
		if !tokens[i].Quoted {
			continue
		}
		from := i
		for i < len(tokens) && tokens[i].Quoted {
			i++
		}
		for i-from > 3 && rd.In(tokens[from], "pronoun") {
			from++ // "they go where ...": whom it was said of, a claim says in its own words
		}
		if i-from >= 2 && i-from <= 40 {
			out = append(out, corpus.Joined(tokens[from:i]))
		}
	}
	return out
}

// Has tells whether the claim has the word, or another of its group.
func (rd *Reader) Has(claim int32, t Term) bool {
	in := func(postings []corpus.Posting) bool {
		_, ok := slices.BinarySearchFunc(postings, claim, func(p corpus.Posting, n int32) int { return int(p.Claim) - int(n) })
		return ok
	}
	return in(rd.Index.Stem(t.Stem)) || slices.ContainsFunc(t.Concepts, func(c language.Concept) bool { return in(rd.Index.Concept(c)) })
}

// HasGroup tells whether the claim has a word or expression of the group.
func (rd *Reader) HasGroup(claim int32, group string) bool {
	return rd.Has(claim, Term{Term: intent.Term{Concepts: []language.Concept{rd.Lexicon.Concept(group)}}})
}
