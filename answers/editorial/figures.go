package editorial

import (
	"fmt"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// figures holds the figures of each claim to rule 18: each that "says" prints is
// listed with what it measures, keeps its qualifier, and has its period.
func figures(p *pass) {
	if p.file.Report == nil {
		return
	}
	for i := range p.file.Report.Claims {
		c := &p.file.Report.Claims[i]
		if c.Stance == corpus.Remark || strings.HasPrefix(c.Says, corpus.Todo) {
			continue
		}
		tokens := p.split(c.Says)
		for j, f := range c.Figures {
			at := []any{"claims", i, "figures", j, "text"}
			start := strings.Index(c.Says, f.Text)
			switch {
			case f.Missing || f.Text == "":
			case start < 0:
				p.error("figure-text", fmt.Sprintf("%q does not stand in \"says\" in these words", f.Text), at...)
			default:
				if before := p.qualifierBefore(tokens, start); before != "" {
					p.error("figure-qualifier", fmt.Sprintf("\"says\" has %q before this figure; the qualifier belongs into \"text\"", before), at...)
				}
			}
			if f.Converted != "" && !strings.Contains(c.Says, f.Converted) {
				p.error("figure-text", fmt.Sprintf("%q does not stand in \"says\" in these words", f.Converted), "claims", i, "figures", j, "converted")
			}
		}
		p.unlisted(c, i, tokens)
		p.period(c, i, tokens)
	}
}

// qualifierBefore returns the qualifier that ends right before byte start.
func (p *pass) qualifierBefore(tokens []language.Token, start int) string {
	for _, s := range p.world.words.List("qualifier").Find(tokens) {
		last := tokens[s.To-1]
		if p.world.linter.during(tokens, s) {
			continue
		}
		if last.End < start && s.To < len(tokens) && tokens[s.To].End > start {
			return last.Text
		}
	}
	return ""
}

// unlisted finds amounts, shares and numbers in "says" that no figure lists.
func (p *pass) unlisted(c *corpus.Claim, i int, tokens []language.Token) {
	var listed [][2]int
	for _, f := range c.Figures {
		for _, text := range []string{f.Text, f.Converted} {
			for from := 0; text != ""; {
				at := strings.Index(c.Says[from:], text)
				if at < 0 {
					break
				}
				listed = append(listed, [2]int{from + at, from + at + len(text)})
				from += at + len(text)
			}
		}
	}
	for _, f := range p.world.lexicon.Figures(tokens, p.world.lexicon.Dates(tokens)) {
		first, last := tokens[f.From], tokens[f.To-1]
		if !f.Money() && f.Unit != "%" && !(first.Number && plainNumber(first.Text)) || first.Quoted || first.Start > 0 && c.Says[first.Start-1] == '-' {
			continue // a quoted number is somebody's words, and the one in "B-52" is part of a name
		}
		covered := false
		for _, span := range listed {
			covered = covered || first.Start < span[1] && last.End > span[0]
		}
		if !covered {
			p.warn("figure-unlisted", fmt.Sprintf("%q stands in \"says\" but not under \"figures\", so nobody who asks for it finds it", c.Says[first.Start:last.End]), "claims", i, "says")
		}
	}
}

// plainNumber tells "7,000" from "2FA" and "5G".
func plainNumber(text string) bool {
	return strings.Trim(text, "0123456789.,") == ""
}

// period finds totals whose sentence tells a stretch of time that the claim has
// not under "period", "happened" or "said".
func (p *pass) period(c *corpus.Claim, i int, tokens []language.Token) {
	if c.Period != nil || c.Happened != nil || c.Said != nil {
		return
	}
	for j, f := range c.Figures {
		if f.Measures != corpus.Total && f.Measures != corpus.Part {
			continue
		}
		if words := p.stretch(tokens); words != "" {
			p.warn("figure-period", fmt.Sprintf("the figure belongs to a time (%q in \"says\"); put it under \"period\"", words), "claims", i, "figures", j)
		}
		return
	}
}

// stretch returns the words of the tokens that tell a stretch of time, or "".
func (p *pass) stretch(tokens []language.Token) string {
	s, ok := p.world.linter.Stretch(tokens)
	if !ok {
		return ""
	}
	return joined(tokens[s.From:s.To])
}

// Stretch finds a stretch of time: a period word with a year behind it or with a
// number of years, or an expression that is enough alone.
func (l *Linter) Stretch(tokens []language.Token) (Span, bool) {
	dates := l.lexicon.Dates(tokens)
	for _, s := range l.words.List("period").Find(tokens) {
		if s.To-s.From > 1 {
			to := min(s.To+1, len(tokens))
			for to < len(tokens) && to < s.To+3 && l.lexicon.Ignorable(tokens[to-1].Word) {
				to++ // "by the end of the year"
			}
			return Span{s.From, to}, true
		}
		to, behind := 0, s.To
		if q := l.words.List("qualifier").Find(tokens[s.To:min(s.To+3, len(tokens))]); len(q) > 0 && q[0].From == 0 {
			behind += q[0].To // "since at least 2021"
		}
		for _, d := range dates {
			if d.Year != 0 && (to == 0 && d.From >= s.To && d.From <= behind+1 || to > 0 && d.From <= to+2) {
				to = d.To // and on to the other end: "between 2029 and 2031"
			}
		}
		if to > 0 {
			return Span{s.From, to}, true
		}
		near := tokens[s.To:min(s.To+4, len(tokens))]
		if units := l.words.List("stretch").Find(near); len(units) > 0 {
			return Span{s.From, s.To + units[0].To}, true
		}
	}
	return Span{}, false
}

// Qualifier finds the qualifier that stands right before the figure, or before
// its article ("about a third").
func (l *Linter) Qualifier(tokens []language.Token, f language.Figure) (Span, bool) {
	from := f.From
	if from > 0 && (tokens[from-1].Word == "a" || tokens[from-1].Word == "an") {
		from--
	}
	for _, s := range l.words.List("qualifier").Find(tokens) {
		if l.during(tokens, s) {
			continue
		}
		if s.To == f.From || s.To == from {
			return s, true
		}
	}
	return Span{}, false
}

// during tells whether a qualifier may as well begin a stretch of time: "over ten
// years" is "more than ten years" to one reader, and "in the course of them" to
// another.
func (l *Linter) during(tokens []language.Token, s Span) bool {
	const near = 3 // words, the number among them
	behind := tokens[s.To:min(s.To+near, len(tokens))]
	return s.To-s.From == 1 && len(l.words.List("period").Find(tokens[s.From:s.To])) > 0 && len(l.words.List("stretch").Find(behind)) > 0
}

func joined(tokens []language.Token) string {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.Text
	}
	return strings.Join(words, " ")
}
