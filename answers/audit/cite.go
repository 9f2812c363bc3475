package audit

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxText is how many characters an answer's text may have, unless it lists.
const MaxText = 1200

var lists = []string{"list", "timeline", "total", "unanswered", "order"}

// whole checks what holds for the answer as an object: the sources stand in the
// corpus as it has them, and the plain text says all that the statements say.
func (c *check) whole() {
	for i, src := range c.answer.Sources {
		r := c.auditor.reports[src.Report]
		switch {
		case src.N != i+1:
			c.breach("sources", "source %d bears the number %d", i+1, src.N)
		case r == nil:
			c.breach("sources", "there is no reviewed report %q", src.Report)
		case src.Title != r.Title || src.Publisher != r.Publisher || src.URL != r.URL || src.Published != r.Published.Date || src.PublishedBasis != r.Published.Basis:
			c.breach("sources", "source %d differs from report %s in the corpus", src.N, src.Report)
		case !strings.Contains(c.answer.Text, src.Title) || !strings.Contains(c.answer.Text, src.Publisher):
			c.breach("sources", "the text lacks source %d", src.N)
		}
	}
	if len(c.answer.Statements) == 0 {
		c.breach("text", "the answer states nothing")
	}
	rest, seen := c.answer.Text, map[string]bool{}
	for _, s := range c.answer.Statements {
		if seen[s.Text] {
			c.breach("twice", "this stands twice: %s", s.Text)
		}
		seen[s.Text] = true
		at := strings.Index(rest, s.Text)
		if at < 0 {
			c.breach("text", "the text lacks, or has out of order: %s", s.Text)
			continue
		}
		rest = rest[at+len(s.Text):]
	}
	if n := utf8.RuneCountInString(c.answer.Text); n > MaxText && !slices.Contains(lists, c.answer.Intent) {
		c.breach("length", "%d characters, with intent %s", n, c.answer.Intent)
	}
}

// citations checks that every statement is cited, by exactly the lines on which
// its claims rest.
func (c *check) citations() {
	cited := map[int]bool{}
	for i := range c.parts {
		p := &c.parts[i]
		if len(p.Claims) == 0 || len(p.Citations) == 0 {
			c.breach("citation", "no citation for: %s", p.Text)
			continue
		}
		want := map[string][]int{}
		for _, key := range p.Claims {
			cl := c.auditor.claims[key]
			if cl == nil {
				c.breach("citation", "there is no reviewed claim %q", key)
				continue
			}
			want[cl.report.ID] = append(want[cl.report.ID], cl.Lines...)
		}
		for _, cite := range p.Citations {
			if cite.Source < 1 || cite.Source > len(c.answer.Sources) {
				c.breach("citation", "there is no source %d", cite.Source)
				continue
			}
			cited[cite.Source] = true
			id := c.answer.Sources[cite.Source-1].Report
			lines := slices.Compact(slices.Sorted(slices.Values(want[id])))
			if !slices.Equal(lines, slices.Compact(slices.Sorted(slices.Values(cite.Lines)))) {
				c.breach("citation", "lines %v of %s are cited, but the claims rest on %v", cite.Lines, id, lines)
			}
			delete(want, id)
			if text := c.auditor.lines[id]; text != nil {
				for _, n := range cite.Lines {
					if n < 1 || n >= len(text) || strings.TrimSpace(text[n]) == "" {
						c.breach("citation", "line %d of %s is blank or does not exist", n, id)
					}
				}
			}
		}
		for id := range want {
			c.breach("citation", "a claim of %s is used without citing it", id)
		}
	}
	for _, src := range c.answer.Sources {
		if !cited[src.N] {
			c.breach("citation", "nothing cites source %d", src.N)
		}
	}
}
