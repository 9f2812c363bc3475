package drafting

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// figures drafts the figures of a sentence, each with its qualifier and unit.
func (d *Drafter) figures(s sentence) []corpus.Figure {
	var out []corpus.Figure
	dates := d.lexicon.Dates(s.tokens)
	var before language.Figure
	for i, f := range d.lexicon.Figures(s.tokens, dates) {
		first, last := s.tokens[f.From], s.tokens[f.To-1]
		if !f.Money() && f.Unit != "%" && !first.Number || first.Start > 0 && s.text[first.Start-1] == '-' || !f.Money() && last.End < len(s.text) && s.text[last.End] == '-' {
			continue // "B-52", "a 90-page report"
		}
		if i > 0 && len(out) > 0 && f.Money() && before.Money() && f.From <= before.To+1 && strings.HasSuffix(strings.TrimRight(s.text[:first.Start], " "), "(") {
			out[len(out)-1].Converted = s.text[first.Start:last.End] // "40 million crowns ($3 million)"
			continue
		}
		before = f
		start, end := first.Start, last.End
		if q, ok := d.linter.Qualifier(s.tokens, f); ok {
			start = s.tokens[q.From].Start
		}
		if f.From > 0 && s.tokens[f.From-1].Word == "a" {
			start = min(start, s.tokens[f.From-1].Start) // "a third"
		}
		figure := corpus.Figure{Measures: corpus.Measure(todo("total, part or single?"))}
		switch {
		case f.Unit == "%":
			figure.Measures, figure.Of = corpus.Share, todo("a share of what?")
		case !f.Money():
			figure.Measures = corpus.Count
		}
		if f.Unit == "" {
			end = max(end, d.counted(s, f.To))
		}
		figure.Text = s.text[start:end]
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
		if strings.HasSuffix(s.tokens[i].Word, "s") {
			return s.tokens[i].End
		}
	}
	return 0
}

// when drafts the time that a sentence tells. Whether a date is that of the
// words or of the deed is for the editor to say.
func (d *Drafter) when(c *corpus.Claim, s sentence) {
	if span, ok := d.linter.Stretch(s.tokens); ok {
		c.Period = &corpus.Period{Text: s.text[s.tokens[span.From].Start:s.tokens[span.To-1].End]}
		var years []string
		for _, date := range d.lexicon.Dates(s.tokens[span.From:span.To]) {
			if date.Year != 0 {
				years = append(years, date.String())
			}
		}
		if len(years) > 0 {
			c.Period.From = years[0]
		}
		if len(years) > 1 {
			c.Period.To = years[len(years)-1]
		}
		return
	}
	if stated, exact := d.dateWords(s); stated != "" {
		c.Said = &corpus.Date{Stated: stated, Date: exact, Basis: corpus.Basis(todo("stated? Rename \"said\" to \"happened\" if this is the date of the deed"))}
		if exact == "" {
			c.Said.Date = todo("the date, if you can infer it; if not, leave it out and write basis: unknown")
			c.Said.Basis, c.Said.From = corpus.Inferred, todo("from what? Rename \"said\" to \"happened\" if this is the date of the deed")
		}
	}
}

// dateWords returns the words of the first date of a sentence, and the date
// itself where they tell its year.
func (d *Drafter) dateWords(s sentence) (stated, exact string) {
	if dates := d.lexicon.Dates(s.tokens); len(dates) > 0 {
		date := dates[0]
		if date.Year != 0 {
			exact = date.String()
		}
		return s.text[s.tokens[date.From].Start:s.tokens[date.To-1].End], exact
	}
	if spans := outside(s, d.words.List("relative").Find(s.tokens)); len(spans) > 0 {
		return s.text[s.tokens[spans[0].From].Start:s.tokens[spans[0].To-1].End], ""
	}
	return "", ""
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
	for _, date := range d.lexicon.Dates(s.tokens) {
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
