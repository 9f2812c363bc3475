package answers

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
)

// A request is a question together with what the conversation adds to it: what
// is asked for, and about what.
type request struct {
	query   *intent.Query
	thread  Thread
	intent  string
	aspect  string
	facet   corpus.Facet
	terms   []term
	names   []name
	reports []string
	figures []language.Figure
	dates   []language.Date
	except  []string // entities that the question leaves aside
	aside   []term   // words of what it leaves aside: "besides a tip"
	quotes  []string // what it puts in quotation marks, folded

	party         []string // the accused whom the conversation is about
	accused       []string // accused parties that the question names
	accusedSpeaks bool     // asks what the accused says
	othersReply   bool     // asks what somebody other than the accused replies
	replier       []string // whose reply is asked for
	accusing      bool     // asks what others say of the accused
	counts        bool     // "how many"
	describes     bool     // asks how somebody describes something
	counted       string   // stem of the name that follows it, if a name does
	strangers     []string // words that look like names nobody entered
	unknownOrgan  bool     // an organ of a state is named of which no claim tells
	neverHit      bool     // asks whether somebody was hit whom no claim gives as hit
	lowers        []string // words in small letters that nobody knows: slang, or names typed in haste
	leans         bool     // taken together with the thread
	picked        bool     // asks about one of several that were told: "the smaller of them"
	another       bool     // asks for another than what was told
	otherVoice    bool     // asks what somebody else says than who said what was told
	focus         []*corpus.Claim
}

type term struct {
	intent.Term
	weight  float64
	foreign bool // a word with a meaning of its own that no claim has
	stray   bool // a plain word that narrows little, or means nothing to the lexicon and the corpus
	framing bool // "say", "accusation": it tells of speech, not of a matter
	light   bool // of these, one that narrows little in any question
}

// own tells whether the word says something of what is asked about: it stands in the
// question, no rule read it, and it is none that narrows little anywhere.
func (t term) own() bool { return !t.Asked && !t.light && t.From != t.To }

// A name is an entity, or several that share a name, that the question is about.
type name struct {
	ids     []string
	around  []string // owners, which are nearly as good
	weight  float64
	speaker bool     // asked about as the one who says it
	either  []string // where it is one of two joined by "or": the other
	target  bool     // asked about as the one accused of it
	office  bool     // a government, ministry or the like of it is what is meant
	located bool     // a place that something is said to come from or happen in
	person  bool     // a person who stands for the accused, in passing
	voice   bool     // a body, outlet or person that makes claims
	weak    bool     // found by role alone
	from    int      // first token; -1 when it comes from the thread
}

// part is how much a claim that gives the entity this part fits the question.
func (n *name) part(r corpus.Relation) float64 {
	best := 0.0
	for _, p := range n.parts() {
		if r&p.relation != 0 {
			best = max(best, p.value)
		}
	}
	return best
}

type part struct {
	relation corpus.Relation
	value    float64
}

var (
	speakerParts = []part{{corpus.AsSpeaker, 1}, {corpus.AsOwner, 0.9}, {corpus.AsLink, 0.8}, {corpus.AsDefined, 0.3}, {corpus.AsText | corpus.AsTarget | corpus.AsActor | corpus.AsIncident | corpus.AsAsset | corpus.AsPlace, 0.2}}
	targetParts  = []part{{corpus.AsTarget | corpus.AsActor, 1}, {corpus.AsIncident | corpus.AsText, 0.6}, {corpus.AsDefined, 0.3}, {corpus.AsSpeaker | corpus.AsOwner | corpus.AsLink, 0.1}}
	placeParts   = []part{{corpus.AsTarget | corpus.AsActor | corpus.AsPlace | corpus.AsIncident, 1}, {corpus.AsText, 0.8}, {corpus.AsDefined, 0.3}, {corpus.AsSpeaker | corpus.AsOwner | corpus.AsLink, 0.2}}
	anyParts     = []part{{corpus.AsSpeaker, 0.95}, {corpus.AsTarget | corpus.AsIncident | corpus.AsActor | corpus.AsDefined, 1}, {corpus.AsOwner, 0.75}, {corpus.AsLink, 0.7}, {corpus.AsAsset | corpus.AsPlace, 0.9}, {corpus.AsText, 0.7}}
)

func (n *name) parts() []part {
	switch {
	case n.speaker:
		return speakerParts
	case n.target:
		return targetParts
	case n.located:
		return placeParts
	}
	return anyParts
}

// specific tells whether the question is about something, beside how it asks.
func (r *request) specific() bool {
	for _, t := range r.terms {
		if !t.Asked {
			return true
		}
	}
	return len(r.names) > 0 || len(r.figures) > 0
}

func (r *request) hasContent() bool {
	return r.specific() || len(r.reports) > 0 || len(r.dates) > 0
}

// read turns an utterance into a request.
func (e *Engine) read(q Question) *request {
	query := e.reader.Read(q.Text)
	r := &request{query: query, thread: q.Thread, figures: query.Figures, dates: query.Dates}
	if query.Asks != nil {
		r.intent, r.aspect = query.Asks.Rule.Intent, query.Asks.Rule.Aspect
	}
	if talk[r.intent] && !e.asksBot(r) && (len(query.Mentions) > 0 || len(query.Figures) > 0 || r.intent == "greeting" && len(query.Tokens) > 5 && slices.ContainsFunc(query.Tokens, e.opensFact)) {
		// "hey, how much ...": what is asked beside the greeting
		r.intent, r.aspect = "", ""
		for _, reading := range query.Readings {
			if !talk[reading.Rule.Intent] {
				r.intent, r.aspect = reading.Rule.Intent, reading.Rule.Aspect
				break
			}
		}
	}
	if len(query.Tokens) == 0 && r.thread.Turns > 0 && !strings.Contains(q.Text, "?") {
		r.intent, r.aspect = "thanks", "nod" // a thumb up
	}
	if query.Facet != nil {
		r.facet = query.Facet.Rule.Facet
		r.counts = r.facet == corpus.FacetCount && !e.countsMoney(query.Tokens)
		if r.facet == corpus.FacetCount && !r.counts {
			r.facet = corpus.FacetAmount
		}
	}
	r.dates = slices.Clone(r.dates)
	for i := range r.dates {
		r.dates[i] = e.asYear(r.dates[i])
	}
	if r.quotes = e.quoted(query.Tokens); len(r.quotes) > 0 {
		r.figures = slices.DeleteFunc(slices.Clone(r.figures), func(f language.Figure) bool {
			return !f.Money() && query.Tokens[f.From].Quoted && !query.Tokens[f.From].Number
		})
	}
	r.describes = e.asks(r, "describing-word")
	e.readTerms(r)
	e.readMentions(r)
	e.leaveSetting(r)
	if speaker := r.speaker(); r.facet == corpus.FacetEvidence && speaker != nil && e.speaksForAccused(speaker.ids) && !e.asks(r, "proof-word") {
		r.intent, r.facet, r.accusedSpeaks = "denial", corpus.FacetReason, true // on what grounds they protest
	}
	for _, report := range e.corpus.Reports {
		for _, quote := range r.quotes {
			if strings.Contains(e.titles[report.ID], " "+quote+" ") {
				r.reports = appendNew(r.reports, report.ID)
			}
		}
	}
	e.readTitles(r)
	e.titleFigure(r)
	e.setAside(r)
	e.dropGuess(r, q.Text)
	e.dropCounts(r)
	e.lean(r)
	if len(r.parties()) == 0 {
		if r.party = e.affairOf(r); len(r.party) == 0 && !slices.ContainsFunc(r.names, func(n name) bool { return len(e.affairs[n.ids[0]]) == 1 }) {
			r.party = e.affairOfWords(r)
		}
	}
	if len(r.parties()) == 0 && len(e.parties) > 1 && len(r.focus) > 0 && len(r.names)+len(r.reports) == 0 {
		r.party = []string{r.focus[0].Report().Accused} // the conversation goes on about them
	}
	e.theFirm(r)
	if r.intent == "" {
		r.intent = "fact"
	}
	return r
}

// countsMoney tells whether it is asked how many there are of a currency: "how many quid?".
func (e *Engine) countsMoney(tokens []language.Token) bool {
	for i := 1; i < len(tokens); i++ {
		if code := e.lexicon.Unit(tokens[i].Word); tokens[i-1].Word == "many" && code != "" && !e.lexicon.Measures(code) {
			return true
		}
	}
	return false
}

// leaveSetting drops whom and what a sentence before the question names, where the question
// is for a fact that somebody of its own tells: "One speaks of weapons. What does the other
// say that it is for?"
func (e *Engine) leaveSetting(r *request) {
	last := r.query.LastSentence()
	if last == 0 || r.facet == "" || r.intent != "" && r.intent != "fact" || !e.opens(r.query.Tokens[last]) || !slices.ContainsFunc(r.names, func(n name) bool { return n.speaker && n.from >= last }) {
		return
	}
	r.names = slices.DeleteFunc(r.names, func(n name) bool { return n.from < last })
}

// wordFit is the share of the question's content words that the claim has.
func (r *request) wordFit(s *scored) float64 {
	total := 0.0
	for _, t := range r.terms {
		if !t.Asked && !t.stray && t.From != t.To {
			total += t.weight
		}
	}
	if total < 1.5 {
		return 1
	}
	return s.words / total
}

// tellingFigure tells whether the question gives a figure by which alone a claim
// may be known.
func (r *request) tellingFigure() bool {
	return r.money() || slices.ContainsFunc(r.figures, func(f language.Figure) bool { return f.Scaled || f.Value >= 1000 })
}

// figuresAlone tells whether the question says nothing but amounts or other telling
// figures.
func (r *request) figuresAlone() bool {
	return r.tellingFigure() && len(r.names)+len(r.dates) == 0 && !slices.ContainsFunc(r.terms, func(t term) bool { return t.own() })
}

// money tells whether the question gives an amount or a share.
func (r *request) money() bool {
	return slices.ContainsFunc(r.figures, func(f language.Figure) bool { return f.Money() || f.Unit == "%" })
}

// foreign is the share of the question's own words that mean something no
// report speaks of.
func (r *request) foreign() float64 {
	total, foreign := 0.0, 0.0
	for _, t := range r.terms {
		if t.Asked {
			continue
		}
		total += t.weight
		if t.foreign {
			foreign += t.weight
		}
	}
	for _, n := range r.names {
		if n.from >= 0 {
			total += n.weight
		}
	}
	total += figureWeight * float64(len(r.figures))
	if total == 0 {
		return 0
	}
	return foreign / total
}

// asksBot tells whether the bot itself is spoken to, whomever else the question names: "are
// you a propaganda bot of theirs?"
func (e *Engine) asksBot(r *request) bool {
	tokens := r.query.Tokens
	return r.intent == "about" && slices.ContainsFunc(tokens[:min(3, len(tokens))], func(t language.Token) bool { return e.in(t, "you-word") })
}

// opens tells whether a question begins at the token.
func (e *Engine) opens(token language.Token) bool {
	return e.in(token, "wh-word") || e.in(token, "wh-alone") || e.in(token, "auxiliary")
}

// first returns the first word of the question; an empty one if it has none.
func (r *request) first() language.Token {
	if len(r.query.Tokens) == 0 {
		return language.Token{}
	}
	return r.query.Tokens[0]
}

// opensFact tells whether a question for a fact begins at the token: "which", "how".
func (e *Engine) opensFact(token language.Token) bool { return e.in(token, "wh-word") }

// in tells whether a word belongs to a group of the lexicon.
func (e *Engine) in(token language.Token, group string) bool {
	return e.lexicon.In(token, group)
}

// dropCounts forgets small plain numbers that count our own things ("the five
// reports", "two denials") and that no claim carries.
func (e *Engine) dropCounts(r *request) {
	r.figures = slices.Clone(r.figures)
	for i, f := range r.figures {
		if f.Unit != "" || f.Scaled || len(e.index.Figure(f)) > 0 {
			continue
		}
		for _, factor := range []float64{1e6, 1e9, 1e12} { // "571" for 571 million
			if g := f; f.Value > 10 || f.Value != float64(int(f.Value)) {
				g.Value, g.Scaled = f.Value*factor, true
				if len(e.index.Figure(g)) > 0 {
					r.figures[i] = g
				}
			}
		}
	}
	r.figures = slices.DeleteFunc(r.figures, func(f language.Figure) bool {
		if r.intent == "verdict" && f.Unit == "%" && f.Value == 1 {
			return true // "100 % sure"
		}
		return !f.Money() && f.Unit != "%" && !(f.Scaled && f.Value >= 1e6) && (f.Value <= 10 || len(e.index.Figure(f)) == 0)
	})
}

func appendNew[T comparable](list []T, more ...T) []T {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// asks tells whether the question uses a word or expression of the group.
func (e *Engine) asks(r *request, group string) bool {
	return r.query.Uses(e.lexicon.Concept(group))
}

// ofGroup tells whether a word of the question is of the group.
func (e *Engine) ofGroup(r *request, t term, group string) bool {
	concept, word := e.lexicon.Concept(group), ""
	if t.To == t.From+1 {
		word = r.query.Tokens[t.From].Word
	}
	return slices.Contains(t.Concepts, concept) || slices.Contains(e.lexicon.Concepts(word, t.Stem), concept)
}

func (c *composition) ofGroup(t term, group string) bool { return c.e.ofGroup(c.r, t, group) }

// quoted returns the runs of two words and more that stand in quotation marks.
func (e *Engine) quoted(tokens []language.Token) []string {
	var out []string
	for i := 0; i < len(tokens); i++ {
		if !tokens[i].Quoted {
			continue
		}
		from := i
		for i < len(tokens) && tokens[i].Quoted {
			i++
		}
		for i-from > 3 && e.in(tokens[from], "pronoun") {
			from++ // "they go where ...": whom it was said of, a claim says in its own words
		}
		if i-from >= 2 && i-from <= 40 {
			out = append(out, corpus.Joined(tokens[from:i]))
		}
	}
	return out
}
