// Package reading turns an utterance, with what its conversation has left behind, into
// a request: what is asked for, and about which names, figures, dates and words.
package reading

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
	"allegedly/answers/record"
)

// How much the words and names of a question count. A word weighs by its rarity in
// the corpus; these scale it.
const (
	strayFactor    = 0.34 // an English word that neither the corpus nor the lexicon's groups know
	strangerFactor = 1.3  // a word that nobody knows
	lightFactor    = 0.48 // a word that narrows little in any question
	nameFactor     = 1.8  // a name
	FigureWeight   = 4.5
)

// A Reader reads what is asked, of one record.
type Reader struct {
	*record.Record
	questions  *intent.Reader
	CommonName float64 // weight below which a name narrows too little to be missed
}

// New returns a reader of questions about what is on record.
func New(rec *record.Record, rules *intent.Rules) *Reader {
	return &Reader{Record: rec, questions: intent.NewReader(rec.Index, rules), CommonName: rec.Index.Rarity(max(1, len(rec.Corpus.Claims)/5)) * nameFactor * 0.5}
}

// Read turns an utterance into a request.
func (rd *Reader) Read(q Question) *Request {
	query := rd.questions.Read(q.Text)
	r := &Request{Query: query, Thread: q.Thread, Figures: query.Figures, Dates: query.Dates}
	if query.Asks != nil {
		r.Intent, r.Aspect = query.Asks.Rule.Intent, query.Asks.Rule.Aspect
	}
	if Talk[r.Intent] && !rd.asksBot(r) && (len(query.Mentions) > 0 || len(query.Figures) > 0 || r.Intent == "greeting" && len(query.Tokens) > 5 && slices.ContainsFunc(query.Tokens, rd.OpensFact)) {
		// "hey, how much ...": what is asked beside the greeting
		r.Intent, r.Aspect = "", ""
		for _, reading := range query.Readings {
			if !Talk[reading.Rule.Intent] {
				r.Intent, r.Aspect = reading.Rule.Intent, reading.Rule.Aspect
				break
			}
		}
	}
	if len(query.Tokens) == 0 && r.Thread.Turns > 0 && !strings.Contains(q.Text, "?") {
		r.Intent, r.Aspect = "thanks", "nod" // a thumb up
	}
	if query.Facet != nil {
		r.Facet = query.Facet.Rule.Facet
		r.Counts = r.Facet == corpus.FacetCount && !rd.countsMoney(query.Tokens)
		if r.Facet == corpus.FacetCount && !r.Counts {
			r.Facet = corpus.FacetAmount
		}
	}
	r.Dates = slices.Clone(r.Dates)
	for i := range r.Dates {
		r.Dates[i] = rd.asYear(r.Dates[i])
	}
	if r.Quotes = rd.quoted(query.Tokens); len(r.Quotes) > 0 {
		r.Figures = slices.DeleteFunc(slices.Clone(r.Figures), func(f language.Figure) bool {
			return !f.Money() && query.Tokens[f.From].Quoted && !query.Tokens[f.From].Number
		})
	}
	r.Describes = rd.Asks(r, "describing-word")
	rd.readTerms(r)
	rd.readMentions(r)
	rd.leaveSetting(r)
	if speaker := r.Speaker(); r.Facet == corpus.FacetEvidence && r.Intent != "same" && speaker != nil && rd.BelongsToAccused(speaker.IDs) && !rd.Asks(r, "proof-word") {
		r.Intent, r.Facet, r.AccusedSpeaks = "denial", corpus.FacetReason, true // on what grounds they protest
	}
	if r.Intent == "denial" && r.Facet == corpus.FacetEvidence && (r.AccusedSpeaks || len(r.Accused) > 0 && r.Voice() == nil) {
		r.Facet = ""
		for i, t := range r.Terms { // "what do they say about the evidence?": its words are what is looked for
			r.Terms[i].Asked = t.Asked && !rd.In(r.Query.Tokens[t.From], "evidence")
		}
	}
	if r.Intent == "same" && r.Facet == corpus.FacetEvidence {
		r.Facet = "" // "do the two rest on one statement?"
	}
	for _, report := range rd.Corpus.Reports {
		for _, quote := range r.Quotes {
			if strings.Contains(rd.Titles[report.ID], " "+quote+" ") {
				r.Reports = record.AppendNew(r.Reports, report.ID)
			}
		}
	}
	rd.readTitles(r)
	rd.yearTitles(r)
	rd.titleFigure(r)
	rd.setAside(r)
	rd.dropGuess(r, q.Text)
	rd.dropCounts(r)
	rd.lean(r)
	if len(r.AboutAccused()) == 0 {
		if r.Affair = rd.affairOf(r); len(r.Affair) == 0 && !slices.ContainsFunc(r.Names, func(n Name) bool { return len(rd.Affairs[n.IDs[0]]) == 1 }) {
			r.Affair = rd.affairOfWords(r)
		}
	}
	if len(r.AboutAccused()) == 0 && len(rd.AllAccused) > 1 && len(r.Focus) > 0 && len(r.Names)+len(r.Reports) == 0 {
		r.Affair = []string{r.Focus[0].Report().Accused} // the conversation goes on about them
	}
	rd.theFirm(r)
	if r.Intent == "" {
		r.Intent = "fact"
	}
	if r.Intent == "fact" && !r.Leans && r.Facet == "" && len(r.Figures) == 1 && r.Figures[0].Unit == "%" && len(r.Dates) > 0 {
		r.Facet = corpus.FacetShare // "three quarters of it was in that year, right?"
	}
	return r
}
