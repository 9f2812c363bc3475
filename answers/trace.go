package answers

import (
	"fmt"
	"strings"

	"allegedly/answers/planning"
	"allegedly/answers/reading"
)

const shown = 5 // claims listed in a trace

// trace explains the answer in words that an ordinary user can follow.
func (e *Engine) trace(c *planning.Composition) *Trace {
	r := c.Request()
	read := e.reading(r)
	if like := c.Like(); like != "" {
		read = fmt.Sprintf("worded like %q, a question that is known to be read well: %s", like, read)
	}
	t := &Trace{Reading: read, Words: []TraceWord{}, Weighed: []TraceClaim{}, Decision: c.Why()}
	for _, token := range r.Query.Tokens {
		if token.Repaired {
			t.Words = append(t.Words, TraceWord{planning.Printable(token.Text), "read as " + token.Word})
		}
	}
	for _, n := range r.Names {
		var labels []string
		for _, id := range n.IDs {
			labels = append(labels, e.planner.Corpus.Label(id))
		}
		as := strings.Join(labels, " or ")
		if n.Speaker {
			as += ", as the one who says it"
		}
		t.Words = append(t.Words, TraceWord{e.written(r, n), as})
	}
	for _, id := range r.Accused {
		t.Words = append(t.Words, TraceWord{e.planner.Corpus.Label(id), "the accused"})
	}
	for _, id := range r.Reports {
		t.Words = append(t.Words, TraceWord{e.planner.Corpus.Report(id).Publisher, "the report " + id})
	}
	for _, f := range r.Figures {
		t.Words = append(t.Words, TraceWord{spanOf(r, f.From, f.To), "a figure"})
	}
	for _, d := range r.Dates {
		t.Words = append(t.Words, TraceWord{spanOf(r, d.From, d.To), "a date, " + d.String()})
	}
	for _, term := range r.Terms {
		if term.From == term.To {
			continue
		}
		as := "looked for in the reports"
		switch {
		case term.Asked:
			as = "how the question is asked"
		case !term.Known:
			as = "found nowhere in the reports"
		}
		t.Words = append(t.Words, TraceWord{spanOf(r, term.From, term.To), as})
	}
	t.Rule = "none: looked for the claim that explains most of the question"
	if r.Query.Asks != nil {
		t.Rule = r.Query.Asks.Rule.ID
	}
	if r.Leans {
		var parts []string
		for _, id := range r.Thread.Entities {
			parts = append(parts, e.planner.Corpus.Label(id))
		}
		t.Thread = "we were talking about " + strings.Join(append(parts, r.Thread.Claims...), ", ")
	}
	for i, s := range c.Weighed() {
		if i == shown {
			break
		}
		why := fmt.Sprintf("explains %.0f %% of the question", 100*s.Fit)
		if len(s.Lacks) > 0 {
			why += "; lacks " + strings.Join(s.Lacks, ", ")
		}
		t.Weighed = append(t.Weighed, TraceClaim{s.Claim.Key(), float64(int(s.Score*100)) / 100, why})
	}
	return t
}

func (e *Engine) reading(r *reading.Request) string {
	text := "a question of the kind " + r.Intent
	if r.Aspect != "" {
		text += " (" + r.Aspect + ")"
	}
	if r.Facet != "" {
		text += " that asks for: " + string(r.Facet)
	}
	return text
}

func (e *Engine) written(r *reading.Request, n reading.Name) string {
	if n.From < 0 {
		return "(from before)"
	}
	for _, m := range r.Query.Mentions {
		if m.From == n.From {
			return spanOf(r, m.From, m.To)
		}
	}
	return ""
}

// spanOf returns tokens as written, without anything that a terminal or a chat
// would obey.
func spanOf(r *reading.Request, from, to int) string {
	var parts []string
	start := -1
	for _, token := range r.Query.Tokens[from:min(to, len(r.Query.Tokens))] {
		if token.Start == start {
			continue // "whats" is two words, and one to see
		}
		start = token.Start
		text := planning.Printable(token.Text)
		if text == "" {
			text = token.Word
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
}
