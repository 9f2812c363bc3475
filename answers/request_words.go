package answers

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
)

// asYear takes "feb 22" for a month of 2022, where the reports tell of that month and of
// no such day.
func (e *Engine) asYear(d language.Date) language.Date {
	year := 2000 + d.Day
	if d.Year == 0 && d.Month != 0 && d.Day >= 10 && e.months[fmt.Sprintf("%d-%02d", year, d.Month)] && !e.monthDays[fmt.Sprintf("%02d-%02d", d.Month, d.Day)] {
		d.Year, d.Day = year, 0
	}
	return d
}

func (e *Engine) readTerms(r *request) {
	lightWord, polarity := e.lexicon.Concept("light-word"), e.lexicon.Concept("polarity")
	slips := 0
	for _, t := range r.query.Tokens {
		slips += boolInt(t.Repaired || t.Slip || e.lexicon.Misspelt(t.Word))
	}
	end := len(r.query.Tokens) // before "..., right?"
	for end > 4 && e.in(r.query.Tokens[end-1], "tag-word") {
		end--
	}
	for _, t := range r.query.Terms {
		if r.facet == corpus.FacetReason && e.in(r.query.Tokens[t.From], "more-less") {
			t.Concepts = append(slices.Clone(t.Concepts), e.lexicon.Concept("more-less")) // "why is it bigger?": who says "higher" tells it
			t.Known = true
		}
		weight := 0.0
		df := len(e.index.Stem(t.Stem))
		for _, c := range t.Concepts {
			if n := len(e.index.Concept(c)); n > 0 && (df == 0 || n < df && len(e.index.Stem(t.Stem)) == 0) {
				df = n
			}
		}
		foreign, stray, light := false, false, false
		if e.numberedName(r.query, t) {
			r.strangers = append(r.strangers, r.query.Tokens[t.From].Text+" "+r.query.Tokens[t.To].Text)
		}
		switch {
		case df > 0:
			weight = e.index.Rarity(df)
		case len(t.Concepts) > 0:
			weight = e.index.Rarity(1)
			foreign = true
		case t.Plain && !t.Asked && e.in(r.query.Tokens[t.From], "land-name"):
			r.strangers = append(r.strangers, r.query.Tokens[t.From].Text) // a country that no report knows
		case t.Plain && !t.Asked && e.namesIncident(r, t):
			weight, foreign = e.index.Rarity(1), true
		case t.Plain && !e.looksLikeName(r.query, t.From):
			weight, stray = e.index.Rarity(1)*strayFactor, true
		default:
			weight = e.index.Rarity(1) * strangerFactor
			foreign = true
			word := r.query.Tokens[t.From]
			hit := t.To < len(r.query.Tokens) && !word.Repaired && e.in(r.query.Tokens[t.To], "single-incident") // "coinhaven hack"
			switch {
			case word.Link && hit:
				r.strangers = append(r.strangers, word.Text)
			case t.Asked || word.Number || word.Quoted || word.Link && !word.Caps || len(word.Word) < 2 || len(word.Word) < 3 && !word.Upper || e.in(word, "weekday-word"):
				weight, foreign = 0, false
			case word.Caps || hit:
				r.strangers = append(r.strangers, e.fullName(r.query, t.From))
			case slips >= 4, slips >= 2 && e.lexicon.NearEnglish(word.Word), verbShaped(word.Word):
				weight, foreign, stray = e.index.Rarity(1)*strayFactor, false, true // one more slip, most likely, or slang for something done
			default:
				r.lowers = append(r.lowers, word.Text)
			}
		}
		if t.To == t.From+1 && slices.Contains(e.lexicon.Concepts(r.query.Tokens[t.From].Word, t.Stem), lightWord) {
			weight, foreign, stray, light = weight*lightFactor, false, true, true
		}
		concepts := e.lexicon.Concepts(r.query.Tokens[t.From].Word, t.Stem)
		if r.intent == "verify" && t.To == t.From+1 && slices.Contains(concepts, e.lexicon.Concept("misdeed-word")) {
			weight *= lightFactor // in whatever word it is put, it is asked whether they did it
		}
		unit := r.facet == corpus.FacetAmount && e.counts(e.lexicon.Unit(r.query.Tokens[t.From].Word)) // "in dollars": it is what amounts are given in
		t.Asked = t.Asked || unit || slices.Contains(concepts, polarity) || t.From >= end && t.From < t.To
		framing := slices.Contains(concepts, e.lexicon.Concept("say")) || slices.Contains(concepts, e.lexicon.Concept("accusation-word"))
		r.terms = append(r.terms, term{t, weight, foreign && !t.Asked, stray, framing, light})
	}
}

// verbShaped tells whether a word that nobody knows ends as verbs do: "bonked" is slang
// sooner than a name.
func verbShaped(word string) bool {
	return len(word) >= 6 && (strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing"))
}

// counts tells whether most amounts on one of the accused are given in a unit.
func (e *Engine) counts(unit string) bool {
	for _, usual := range e.currencies {
		if unit != "" && unit == usual {
			return true
		}
	}
	return false
}

// numberedName tells whether a word is written as a name and followed by a number
// that no report has: "Bureau 121".
func (e *Engine) numberedName(q *intent.Query, t intent.Term) bool {
	if t.Asked || t.To != t.From+1 || t.To >= len(q.Tokens) || !q.Tokens[t.To].Number {
		return false
	}
	if written := t.From > 0 && q.Tokens[t.From].Caps && !q.Tokens[t.From].Upper; !written && !e.in(q.Tokens[t.From], "numbered-word") {
		return false
	}
	return !slices.ContainsFunc(q.Figures, func(f language.Figure) bool { return f.From == t.To && len(e.index.Figure(f)) > 0 }) &&
		!slices.ContainsFunc(q.Dates, func(d language.Date) bool { return d.From <= t.To && t.To < d.To })
}

// inEnglish tells whether at least half of the question's words are English, or
// names that the reports have.
func (e *Engine) inEnglish(q *intent.Query) bool {
	all, other := 0, 0
	for k, t := range q.Tokens {
		if t.Number || t.Link || t.Word == "" || len(t.Word) == 1 {
			continue
		}
		all++
		named := slices.ContainsFunc(q.Mentions, func(m corpus.Mention) bool { return m.From <= k && k < m.To })
		if !named && (t.Repaired || !e.lexicon.Knows(t.Word) || t.Word[0] >= utf8.RuneSelf) {
			other++
		}
	}
	return other < 2 && all > 1 || 2*other <= all
}

// setAside takes the words after "besides", "apart from" and the like, up to the
// question itself, for what it does not ask about.
func (e *Engine) setAside(r *request) {
	except := e.lexicon.Concept("except-word")
	start, from, to := -1, -1, len(r.query.Tokens)
	for i, token := range r.query.Tokens {
		if from >= 0 && i > from && e.opens(token) {
			to = i
			break
		}
		if from >= 0 {
			continue
		}
		if out := token.Word == "out"; out || e.in(token, "aside-word") {
			for k := range i {
				if e.in(r.query.Tokens[k], "aside-verb") {
					start, from, to = k+1, k+1, i // "leaving single thefts aside"
				}
			}
			if from < 0 && i > 0 && i <= 3 && !out {
				start, from, to = 0, 0, i // "weapons aside, what ..."
			}
			if from >= 0 {
				break
			}
		}
		if slices.Contains(e.lexicon.Concepts(token.Word, token.Stem), except) {
			start, from = i, i+1
		}
		for _, p := range e.lexicon.PhrasesAt(r.query.Tokens, i) {
			if p.Concept == except {
				start, from = i, p.To
			}
		}
	}
	if from < 0 || len(r.except) > 0 {
		return
	}
	if start > 0 && e.in(r.query.Tokens[start-1], "aside-verb") && to < len(r.query.Tokens) { // "leaving the mill aside"
		names := r.names[:0:0]
		for _, n := range r.names {
			if n.from >= from && n.from < to {
				r.except = append(r.except, n.ids...)
				continue
			}
			names = append(names, n)
		}
		r.names = names
	}
	kept := r.terms[:0:0]
	for _, t := range r.terms {
		switch {
		case t.From < start || t.From >= to || t.From == t.To:
			kept = append(kept, t)
		case t.From >= from && t.Known && !t.Asked:
			r.aside = append(r.aside, t)
		}
	}
	if len(kept) > 0 || len(r.names) > 0 {
		r.terms = kept
	}
}

// titleFigure takes a figure of "the headline" for that of the one report whose title has it.
func (e *Engine) titleFigure(r *request) {
	if len(r.figures) == 0 || len(r.reports) > 0 || !e.asks(r, "headline-word") {
		return
	}
	for _, report := range e.corpus.Reports {
		if slices.ContainsFunc(corpus.ParseFigures(e.lexicon, report.Title), r.figures[0].Same) {
			r.reports = appendNew(r.reports, report.ID)
		}
	}
}
