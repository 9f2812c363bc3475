package drafting

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/editorial"
	"allegedly/answers/language"
)

// when drafts the time that a sentence tells: the date of the words beside their
// verb, that of the deed in what is said. Which it is, an editor confirms.
func (d *Drafter) when(c *corpus.Claim, s sentence, a attribution) {
	period, hasPeriod := d.linter.Stretch(s.tokens)
	if hasPeriod && !d.inRelative(s, period) {
		c.Period = d.period(s, period)
	}
	for _, w := range d.dateWords(s) {
		switch {
		case hasPeriod && w.From < period.To && period.From < w.To:
			continue
		case d.besideVerb(s, a, w.Span):
			if c.Said == nil {
				c.Said = w.date("stated, if the text tells the day, month or year of the words themselves")
			}
		case c.Happened == nil && c.Period == nil && !d.inRelative(s, w.Span):
			c.Happened = w.date("stated, if this is when it happened; if it is when it was said, rename \"happened\" to \"said\"")
		}
	}
}

// besideVerb tells whether a date is that of the words, because it stands with
// their verb and not in what is said.
func (d *Drafter) besideVerb(s sentence, a attribution, date editorial.Span) bool {
	const leastContent = 3 // words; with fewer behind the verb, what is said stands before it
	switch {
	case a.verb.To == 0 || a.class == "nobody" || d.inRelative(s, date):
		return false
	case date.From < a.verb.From:
		return len(s.tokens)-a.verb.To >= leastContent && date.To <= a.verb.From
	}
	for i := a.verb.To; i < date.From; i++ {
		clause := len(d.words.List("clause").Find(s.tokens[i:i+1])) > 0
		deed := i > a.verb.To && s.tokens[i-1].Word == "of" && strings.HasSuffix(s.tokens[i].Word, "ing") // "accused it of dumping"
		if clause || deed || strings.ContainsAny(s.text[s.tokens[i].End:s.tokens[i+1].Start], ",;:") {
			return false
		}
	}
	return true
}

// inRelative tells whether a span stands in a clause that only tells more of a
// name: "the sailor, who left in 2021, said".
func (d *Drafter) inRelative(s sentence, span editorial.Span) bool {
	for i := span.From - 1; i > 0; i-- {
		if strings.ContainsAny(s.text[s.tokens[i].End:s.tokens[i+1].Start], ",;") {
			return false
		}
		if len(d.words.List("relative-clause").Find(s.tokens[i:i+1])) > 0 {
			return true
		}
	}
	return false
}

// period drafts a period. Its ends are filled in as far as the words tell them.
func (d *Drafter) period(s sentence, span editorial.Span) *corpus.Period {
	p := &corpus.Period{Text: s.text[s.tokens[span.From].Start:s.tokens[span.To-1].End]}
	var years []string
	for _, date := range d.lexicon.Dates(s.tokens[span.From:span.To]) {
		if date.Year != 0 {
			years = append(years, date.String())
		}
	}
	if len(years) == 0 {
		return p
	}
	switch s.tokens[span.From].Word {
	case "since", "from":
		p.From = years[0]
		if len(years) > 1 {
			p.To = years[len(years)-1]
		}
	case "until", "by", "through":
		p.To = years[len(years)-1]
	default:
		p.From, p.To = years[0], years[len(years)-1]
	}
	return p
}

// A dated is some words for a date.
type dated struct {
	editorial.Span
	stated string
	exact  string // the date itself, where the words tell its year
}

// date drafts a date of the words; basis tells the editor what to decide.
func (w dated) date(basis string) *corpus.Date {
	if w.exact != "" {
		return &corpus.Date{Stated: w.stated, Date: w.exact, Basis: corpus.Basis(todo("%s", basis))}
	}
	return &corpus.Date{Stated: w.stated, Basis: corpus.Inferred,
		Date: todo("the date, if you can infer it; if not, leave it out and write basis: unknown"),
		From: todo("inferred from what? Rename \"said\" to \"happened\", or the other way, if this is the other date")}
}

// dateWords returns the words for dates of a sentence, in its order.
func (d *Drafter) dateWords(s sentence) []dated {
	var out []dated
	for _, date := range d.dates(s) {
		w := dated{Span: editorial.Span{From: date.From, To: date.To}, stated: s.text[s.tokens[date.From].Start:s.tokens[date.To-1].End]}
		if date.Year != 0 {
			w.exact = date.String()
		}
		out = append(out, w)
	}
	for _, span := range outside(s, d.words.List("relative").Find(s.tokens)) {
		if !slices.ContainsFunc(out, func(w dated) bool { return w.From < span.To && span.From < w.To }) {
			out = append(out, dated{Span: span, stated: s.text[s.tokens[span.From].Start:s.tokens[span.To-1].End]})
		}
	}
	slices.SortFunc(out, func(a, b dated) int { return a.From - b.From })
	return out
}

// dates returns the dates of a sentence. A month alone is one only where a word
// such as "in" or "last" leads to it: "Mar" is also a name, and "may" a verb.
func (d *Drafter) dates(s sentence) []language.Date {
	return slices.DeleteFunc(d.lexicon.Dates(s.tokens), func(date language.Date) bool {
		if date.Year != 0 || date.Day != 0 {
			return false
		}
		return date.From == 0 || len(d.words.List("before-month").Find(s.tokens[date.From-1:date.From])) == 0 ||
			date.To < len(s.tokens) && s.tokens[date.To].Caps && s.text[s.tokens[date.To-1].End:s.tokens[date.To].Start] == " "
	})
}
