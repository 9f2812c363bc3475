package drafting

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/editorial"
	"allegedly/answers/language"
)

// amount is the measure of an amount, which only the article tells.
var amount = corpus.Measure(todo("total, part or single?"))

// figures drafts the figures of a sentence, each with its qualifier and unit.
func (d *Drafter) figures(s sentence) []corpus.Figure {
	var out []corpus.Figure
	var before language.Figure
	period, hasPeriod := d.linter.Stretch(s.tokens)
	written := 0 // where the last figure's words end
	all := d.lexicon.Figures(s.tokens, d.lexicon.Dates(s.tokens))
	for i, f := range all {
		first, last := s.tokens[f.From], s.tokens[f.To-1]
		if !f.Money() && f.Unit != "%" && !first.Number || first.Start > 0 && s.text[first.Start-1] == '-' || !f.Money() && last.End < len(s.text) && s.text[last.End] == '-' {
			continue // "B-52", "a 90-page report"
		}
		if first.Start < written || hasPeriod && f.Unit == "%" && f.From >= period.From && f.To <= period.To {
			continue // "in the first half of 2025" is a time
		}
		start, end := first.Start, last.End
		if q, ok := d.linter.Qualifier(s.tokens, f); ok {
			start = s.tokens[q.From].Start
		}
		if len(out) > 0 && f.Money() && f.From <= before.To+3 && strings.HasSuffix(strings.TrimRight(s.text[:start], " "), "(") {
			out[len(out)-1].Converted = s.text[start:end] // "40 million crowns (about $3 million)"
			out[len(out)-1].Measures = amount
			continue
		}
		before = f
		if f.From > 0 && s.tokens[f.From-1].Word == "a" {
			start = min(start, s.tokens[f.From-1].Start) // "a third"
		}
		if i+1 < len(all) && f.From > 0 && s.tokens[f.From-1].Word == "between" && all[i+1].From == f.To+1 {
			start, f = s.tokens[f.From-1].Start, all[i+1] // "between 60 and 90 kilometres"
			end = s.tokens[f.To-1].End
		}
		figure := corpus.Figure{Measures: amount}
		switch {
		case f.Unit == "%":
			figure.Measures, figure.Of = corpus.Share, todo("a share of what?")
		case !f.Money():
			figure.Measures = corpus.Count
		}
		if f.Unit == "" {
			end = max(end, d.counted(s, f.To))
		}
		if f.To+1 < len(s.tokens) && s.tokens[f.To].Word == "per" {
			end = s.tokens[f.To+1].End
		}
		figure.Text, written = s.text[start:end], end
		out = append(out, figure)
	}
	return out
}

// counted returns where the words for what a number counts end: a plural close
// behind it. 0 when there is none.
func (d *Drafter) counted(s sentence, from int) int {
	const near = 3
	for i := from; i < len(s.tokens) && i < from+near; i++ {
		if s.tokens[i].Quoted || s.text[s.tokens[i].Start-1] != ' ' || len(d.words.List("aim").Find(s.tokens[i:i+1])) > 0 {
			return 0
		}
		if strings.HasSuffix(s.tokens[i].Word, "s") || len(d.words.List("plural").Find(s.tokens[i:i+1])) > 0 {
			return s.tokens[i].End
		}
	}
	return 0
}

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

// targets drafts who or what is said to be hit: known names after the verb, and
// unknown ones after words such as "from" and "against".
func (d *Drafter) targets(c *corpus.Claim, s sentence, a attribution, accused string) {
	mentions := d.linker.Link(s.tokens)
	covered := make([]bool, len(s.tokens))
	for _, m := range mentions {
		for i := m.From; i < m.To; i++ {
			covered[i] = true
		}
		if len(m.IDs) == 0 || m.From < a.verb.To || m.From >= a.speaker.From && m.From < a.speaker.To || m.From >= a.source.From && m.From < a.source.To {
			continue
		}
		id := m.IDs[0]
		entity := d.known.Entity(id)
		if id == d.speakerOf(*c) || entity == nil || accused != "" && d.known.BelongsTo(id, accused) {
			continue
		}
		switch entity.Kind {
		case corpus.Incident:
			if c.Incident == "" {
				c.Incident = id
			}
		case corpus.Asset:
			c.Assets = appendNew(c.Assets, id)
		case corpus.Company, corpus.Place, corpus.Party:
			if d.aimed(s, m.From) {
				c.Targets = appendNew(c.Targets, id)
			}
		}
	}
	for _, span := range d.words.List("relative").Find(s.tokens) {
		for i := span.From; i < span.To; i++ {
			covered[i] = true // "on Thursday" is nobody
		}
	}
	for i, token := range s.tokens {
		if covered[i] || !token.Caps || i == 0 || token.Quoted || i >= a.speaker.From && i < a.speaker.To || !d.aimed(s, i) || d.isDate(s, i) {
			continue
		}
		end := i
		for end+1 < len(s.tokens) && s.tokens[end+1].Caps && s.tokens[end+1].Start == s.tokens[end].End+1 {
			end++
			covered[end] = true
		}
		c.Targets = appendNew(c.Targets, todo("%s? Give an entity's id or plain words", s.text[token.Start:s.tokens[end].End]))
	}
}

// aimed tells whether a word such as "from" or "against" stands shortly before.
func (d *Drafter) aimed(s sentence, i int) bool {
	return len(d.words.List("aim").Find(s.tokens[max(0, i-3):i])) > 0
}

func (d *Drafter) isDate(s sentence, i int) bool {
	for _, date := range d.dates(s) {
		if i >= date.From && i < date.To {
			return true
		}
	}
	return false
}

func appendNew(list []string, value string) []string {
	if slices.Contains(list, value) {
		return list
	}
	return append(list, value)
}
