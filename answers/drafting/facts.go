package drafting

import (
	"regexp"
	"slices"
	"strings"

	"allegedly/answers/corpus"
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
		if !f.Money() && f.Unit != "%" && !first.Number && !d.spelled(s, f) || first.Start > 0 && s.text[first.Start-1] == '-' || !f.Money() && last.End < len(s.text) && s.text[last.End] == '-' {
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
	if d.gap(s) {
		out = append(out, corpus.Figure{Text: todo("what is missing here? A figure seems to have dropped out of this line"), Measures: amount, Missing: true})
	}
	return out
}

// spelled tells whether a number in words counts something: "three employees", "about
// twenty men".
func (d *Drafter) spelled(s sentence, f language.Figure) bool {
	return f.Value >= 2 && f.Unit == "" && d.counted(s, f.To) > 0
}

// hole is where words have dropped out of a line: a gap that no sentence ends at.
var hole = regexp.MustCompile(`[\pL\d] {3,}[\pL\d]|, {3,}of |[\pL\d] {2,}(?:of|million|billion|per)\b`)

// gap tells whether a figure seems to be missing from the sentence: a hole in it, or
// "million" with no number before it.
func (d *Drafter) gap(s sentence) bool {
	if hole.MatchString(s.text) {
		return true
	}
	figures := d.lexicon.Figures(s.tokens, d.lexicon.Dates(s.tokens))
	for i := range s.tokens {
		if strings.HasSuffix(s.tokens[i].Word, "s") || slices.ContainsFunc(figures, func(f language.Figure) bool { return f.From <= i && i < f.To }) {
			continue // "millions of euros"
		}
		if len(s.tokens[i].Word) < 2 || i > 0 && len(d.words.List("indefinite").Find(s.tokens[i-1:i])) > 0 || s.tokens[i].Start > 0 && s.text[s.tokens[i].Start-1] == '-' {
			continue // "Plan B", "several million", "multi-million"
		}
		if d.lexicon.Scales(s.tokens[i].Word) {
			return true
		}
	}
	return false
}

// counted returns where the words for what a number counts end: a plural close
// behind it. 0 when there is none.
func (d *Drafter) counted(s sentence, from int) int {
	const near = 3
	for i := from; i < len(s.tokens) && i < from+near; i++ {
		if d.lexicon.In(s.tokens[i], "copula") || d.lexicon.In(s.tokens[i], "auxiliary") {
			return 0 // "one carton in six was spoilt"
		}
		if s.tokens[i].Quoted || s.text[s.tokens[i].Start-1] != ' ' || len(d.words.List("aim").Find(s.tokens[i:i+1])) > 0 {
			return 0
		}
		if strings.HasSuffix(s.tokens[i].Word, "s") || len(d.words.List("plural").Find(s.tokens[i:i+1])) > 0 {
			return s.tokens[i].End
		}
	}
	return 0
}

// targets drafts who or what is said to be hit: known names after the verb, and
// unknown ones after words such as "from" and "against".
func (d *Drafter) targets(c *corpus.Claim, s sentence, a attribution, accused string) {
	mentions := d.linker.LinkPrinted(s.tokens)
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
