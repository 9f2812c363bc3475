package reading

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
	"allegedly/answers/record"
)

// asYear takes "feb 22" for a month of 2022, where the reports tell of that month and of
// no such day.
func (rd *Reader) asYear(d language.Date) language.Date {
	year := 2000 + d.Day
	if d.Year == 0 && d.Month != 0 && d.Day >= 10 && rd.Months[fmt.Sprintf("%d-%02d", year, d.Month)] && !rd.MonthDays[fmt.Sprintf("%02d-%02d", d.Month, d.Day)] {
		d.Year, d.Day = year, 0
	}
	return d
}

func (rd *Reader) readTerms(r *Request) {
	lightWord, polarity := rd.Lexicon.Concept("light-word"), rd.Lexicon.Concept("polarity")
	slips := 0
	for _, t := range r.Query.Tokens {
		slips += record.BoolInt(t.Repaired || t.Slip || rd.Lexicon.Misspelt(t.Word))
	}
	end := len(r.Query.Tokens) // before "..., right?"
	for end > 4 && rd.In(r.Query.Tokens[end-1], "tag-word") {
		end--
	}
	if r.Intent == "" || r.Intent == "fact" {
		end = min(end, rd.spokenOf(r.Query.Tokens))
	}
	for _, t := range r.Query.Terms {
		if r.Facet == corpus.FacetReason && rd.In(r.Query.Tokens[t.From], "more-less") {
			t.Concepts = append(slices.Clone(t.Concepts), rd.Lexicon.Concept("more-less")) // "why is it bigger?": who says "higher" tells it
			t.Known = true
		}
		weight := 0.0
		df := len(rd.Index.Stem(t.Stem))
		for _, c := range t.Concepts {
			if n := len(rd.Index.Concept(c)); n > 0 && (df == 0 || n < df && len(rd.Index.Stem(t.Stem)) == 0) {
				df = n
			}
		}
		foreign, stray, light := false, false, false
		if rd.numberedName(r.Query, t) {
			r.Strangers = record.AppendNew(r.Strangers, r.Query.Tokens[t.From].Text+" "+r.Query.Tokens[t.To].Text)
		}
		switch {
		case df > 0 && rd.writtenAsName(r.Query, t):
			r.Strangers = record.AppendNew(r.Strangers, rd.FullName(r.Query, t.From)) // "is Tether involved?"
		case df > 0:
			weight = rd.Index.Rarity(df)
		case len(t.Concepts) > 0:
			weight = rd.Index.Rarity(1)
			foreign = true
		case t.Plain && !t.Asked && rd.In(r.Query.Tokens[t.From], "land-name"):
			r.Strangers = record.AppendNew(r.Strangers, r.Query.Tokens[t.From].Text) // a country that no report knows
		case t.Plain && !t.Asked && rd.namesIncident(r, t):
			weight, foreign = rd.Index.Rarity(1), true
		case t.Plain && !rd.looksLikeName(r.Query, t.From):
			weight, stray = rd.Index.Rarity(1)*strayFactor, true
		default:
			weight = rd.Index.Rarity(1) * strangerFactor
			foreign = true
			word := r.Query.Tokens[t.From]
			hit := t.To < len(r.Query.Tokens) && !word.Repaired && rd.In(r.Query.Tokens[t.To], "single-incident") // "coinhaven hack"
			switch {
			case word.Link && hit:
				r.Strangers = record.AppendNew(r.Strangers, word.Text)
			case t.Asked || word.Number || word.Quoted || word.Link && !word.Caps || len(word.Word) < 2 || len(word.Word) < 3 && !word.Upper || rd.In(word, "weekday-word"):
				weight, foreign = 0, false
			case word.Caps || hit:
				r.Strangers = record.AppendNew(r.Strangers, rd.FullName(r.Query, t.From))
			case slips >= 4, slips >= 2 && rd.Lexicon.NearEnglish(word.Word), verbShaped(word.Word):
				weight, foreign, stray = rd.Index.Rarity(1)*strayFactor, false, true // one more slip, most likely, or slang for something done
			default:
				r.UnknownWords = append(r.UnknownWords, word.Text)
			}
		}
		if t.To == t.From+1 && slices.Contains(rd.Lexicon.Concepts(r.Query.Tokens[t.From].Word, t.Stem), lightWord) {
			weight, foreign, stray, light = weight*lightFactor, false, true, true
		}
		concepts := rd.Lexicon.Concepts(r.Query.Tokens[t.From].Word, t.Stem)
		unit := r.Facet == corpus.FacetAmount && rd.counts(rd.Lexicon.Unit(r.Query.Tokens[t.From].Word)) // "in dollars": it is what amounts are given in
		opening := t.From < 2 && slices.ContainsFunc(rd.Lexicon.PhrasesAt(r.Query.Tokens, t.From), func(p language.PhraseMatch) bool {
			return p.To == t.To && rd.Lexicon.Asks(p.Concept) // "on what grounds"
		}) || t.To > t.From+1 && slices.ContainsFunc(rd.Lexicon.PhrasesAt(r.Query.Tokens, t.From), func(p language.PhraseMatch) bool {
			return p.To == t.To && p.Concept == rd.Lexicon.Concept("day-word") // "... to a particular day"
		})
		money := r.Facet == corpus.FacetPurpose && (r.Intent != "compare" && r.Intent != "mentions" || r.Aspect == "clauses") && t.To == t.From+1 && (rd.In(r.Query.Tokens[t.From], "mass-word") || rd.In(r.Query.Tokens[t.From], "money")) // what it is that pays for something
		who := t.From == 0 && t.To == 2 && r.Query.Tokens[0].Word == "who" && rd.In(r.Query.Tokens[1], "say")
		happening := (r.Facet == corpus.FacetWhen || r.Facet == corpus.FacetPlace || r.Intent == "verify") && slices.Contains(t.Concepts, rd.Lexicon.Concept("happen")) // "when did it take place?"
		t.Asked = t.Asked || happening || unit || opening || money || who || rd.wroteIt(r.Query, t) || slices.Contains(concepts, polarity) || t.From >= end && t.From < t.To
		framing := slices.Contains(concepts, rd.Lexicon.Concept("say")) || slices.Contains(concepts, rd.Lexicon.Concept("accusation-word"))
		r.Terms = append(r.Terms, Term{t, weight, foreign && !t.Asked, stray, framing, light})
	}
}

// spokenOf returns where a question ends by saying no more than that reports speak of what it asks about: "are
// mentioned", "is named in the articles", "do the reports mention"; the number of tokens where it does not.
func (rd *Reader) spokenOf(tokens []language.Token) int {
	end := len(tokens)
	at := func(i int, group string) bool { return i >= 0 && rd.In(tokens[i], group) }
	if at(end-1, "report-word") && at(end-2, "article-word") && at(end-3, "inside-word") {
		end -= 3
	}
	switch {
	case at(end-1, "mentioned-word") && at(end-2, "copula"):
		return end - 2
	case end == len(tokens) && at(end-1, "mention-verb") && at(end-2, "report-word") && at(end-3, "article-word") && at(end-4, "auxiliary"):
		return end - 4
	}
	return len(tokens)
}

// wroteIt tells whether the word is what an outlet does with anything that it tells: "what did the Courier write?"
func (rd *Reader) wroteIt(q *intent.Query, t intent.Term) bool {
	return t.To == t.From+1 && rd.In(q.Tokens[t.From], "telling-verb") && slices.ContainsFunc(q.Mentions, func(m corpus.Mention) bool {
		return m.To == t.From && len(m.IDs) > 0 && rd.Corpus.Entity(m.IDs[0]).Kind == corpus.Outlet
	})
}

// writtenAsName tells whether a plain word is written as names are, among small letters, and no report has the word
// itself: what it means is nothing that was asked for.
func (rd *Reader) writtenAsName(q *intent.Query, t intent.Term) bool {
	word := q.Tokens[t.From]
	if t.Asked || t.From == 0 || t.To != t.From+1 || !word.Caps || word.Upper || word.Repaired || word.Quoted || len(rd.Index.Stem(t.Stem)) > 0 || rd.Lexicon.Ignorable(word.Word) {
		return false
	}
	capitals := 0
	for _, other := range q.Tokens {
		capitals += record.BoolInt(other.Caps || other.Number)
	}
	return 3*capitals <= 2*len(q.Tokens) && !slices.ContainsFunc(rd.Lexicon.Concepts(word.Word, t.Stem), rd.Lexicon.Asks)
}

// verbShaped tells whether a word that nobody knows ends as verbs do: "bonked" is slang
// sooner than a name.
func verbShaped(word string) bool {
	return len(word) >= 6 && (strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing"))
}

// counts tells whether most amounts on one of the accused are given in a unit.
func (rd *Reader) counts(unit string) bool {
	for _, usual := range rd.Units {
		if unit != "" && unit == usual {
			return true
		}
	}
	return false
}

// numberedName tells whether a word is written as a name and followed by a number
// that no report has: "Bureau 121".
func (rd *Reader) numberedName(q *intent.Query, t intent.Term) bool {
	if t.Asked || t.To != t.From+1 || t.To >= len(q.Tokens) || !q.Tokens[t.To].Number {
		return false
	}
	if written := t.From > 0 && q.Tokens[t.From].Caps && !q.Tokens[t.From].Upper; !written && !rd.In(q.Tokens[t.From], "numbered-word") {
		return false
	}
	return !slices.ContainsFunc(q.Figures, func(f language.Figure) bool { return f.From == t.To && len(rd.Index.Figure(f)) > 0 }) &&
		!slices.ContainsFunc(q.Dates, func(d language.Date) bool { return d.From <= t.To && t.To < d.To })
}

// InEnglish tells whether at least half of the question's words are English, or
// names that the reports have.
func (rd *Reader) InEnglish(q *intent.Query) bool {
	all, other := 0, 0
	for k, t := range q.Tokens {
		if t.Number || t.Link || t.Word == "" || len(t.Word) == 1 {
			continue
		}
		all++
		named := slices.ContainsFunc(q.Mentions, func(m corpus.Mention) bool { return m.From <= k && k < m.To })
		if !named && (t.Repaired || !rd.Lexicon.Knows(t.Word) || t.Word[0] >= utf8.RuneSelf) {
			other++
		}
	}
	return other < 2 && all > 1 || 2*other <= all
}

// setAside takes the words after "besides", "apart from" and the like, up to the
// question itself, for what it does not ask about.
func (rd *Reader) setAside(r *Request) {
	except := rd.Lexicon.Concept("except-word")
	start, from, to := -1, -1, len(r.Query.Tokens)
	for i, token := range r.Query.Tokens {
		if from >= 0 && i > from && rd.Opens(token) {
			to = i
			break
		}
		if from >= 0 {
			continue
		}
		if out := token.Word == "out"; out || rd.In(token, "aside-word") {
			for k := range i {
				if rd.In(r.Query.Tokens[k], "aside-verb") && (!out || r.Query.Tokens[k].Stem == "leav") { // "put it on those who carried it out" leaves out nothing
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
		if slices.Contains(rd.Lexicon.Concepts(token.Word, token.Stem), except) {
			start, from = i, i+1
		}
		for _, p := range rd.Lexicon.PhrasesAt(r.Query.Tokens, i) {
			if p.Concept == except && (token.Word != "enough" || i < 2) { // "they have not enough of it" leaves nothing aside
				start, from = i, p.To
			}
		}
	}
	if from < 0 || len(r.Except) > 0 || rd.Asks(r, "remainder-word") { // what is left of a whole without its parts is asked of both
		return
	}
	if start > 0 && rd.In(r.Query.Tokens[start-1], "aside-verb") && to < len(r.Query.Tokens) { // "leaving the mill aside"
		names := r.Names[:0:0]
		for _, n := range r.Names {
			if n.From >= from && n.From < to {
				r.Except = append(r.Except, n.IDs...)
				continue
			}
			names = append(names, n)
		}
		r.Names = names
	}
	kept := r.Terms[:0:0]
	for _, t := range r.Terms {
		switch {
		case t.From < start || t.From >= to || t.From == t.To:
			kept = append(kept, t)
		case t.From >= from && t.Known && !t.Asked:
			r.Aside = append(r.Aside, t)
		}
	}
	if len(kept) > 0 || len(r.Names) > 0 {
		r.Terms = kept
	}
}

// dropGuess leaves out what a question offers as a guess: "what was his fix, ban it or
// something". Only what comes before is asked.
func (rd *Reader) dropGuess(r *Request, text string) {
	tokens := r.Query.Tokens
	if len(tokens) < 6 || !rd.In(tokens[0], "wh-word") && !rd.In(tokens[0], "wh-alone") || tokens[len(tokens)-2].Word != "or" || !rd.In(tokens[len(tokens)-1], "guess-word") {
		return
	}
	from := 0
	for i := 3; i < len(tokens)-2; i++ {
		if end, start := tokens[i-1].End, tokens[i].Start; end < start && strings.ContainsAny(text[end:start], ",?-;:") {
			from = i
		}
	}
	if from == 0 {
		return
	}
	for i := range r.Terms {
		r.Terms[i].Asked = r.Terms[i].Asked || r.Terms[i].From >= from
	}
	if kept := slices.DeleteFunc(slices.Clone(r.Names), func(n Name) bool { return n.From >= from }); len(kept) > 0 {
		r.Names = kept
	}
}
