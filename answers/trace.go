package answers

import (
	"fmt"
	"strings"
)

const shown = 5 // claims listed in a trace

// trace explains the answer in words that an ordinary user can follow.
func (e *Engine) trace(c *composition) *Trace {
	r := c.r
	t := &Trace{Reading: e.reading(r), Words: []TraceWord{}, Weighed: []TraceClaim{}, Decision: c.why}
	for _, token := range r.query.Tokens {
		if token.Repaired {
			t.Words = append(t.Words, TraceWord{printable(token.Text), "read as " + token.Word})
		}
	}
	for _, n := range r.names {
		var labels []string
		for _, id := range n.ids {
			labels = append(labels, e.composer.Label(id))
		}
		as := strings.Join(labels, " or ")
		if n.speaker {
			as += ", as the one who says it"
		}
		t.Words = append(t.Words, TraceWord{e.written(r, n), as})
	}
	for _, id := range r.accused {
		t.Words = append(t.Words, TraceWord{e.composer.Label(id), "the accused"})
	}
	for _, id := range r.reports {
		t.Words = append(t.Words, TraceWord{e.corpus.Report(id).Publisher, "the report " + id})
	}
	for _, f := range r.figures {
		t.Words = append(t.Words, TraceWord{spanOf(r, f.From, f.To), "a figure"})
	}
	for _, d := range r.dates {
		t.Words = append(t.Words, TraceWord{spanOf(r, d.From, d.To), "a date, " + d.String()})
	}
	for _, term := range r.terms {
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
	if r.query.Asks != nil {
		t.Rule = r.query.Asks.Rule.ID
	}
	if r.leans {
		var parts []string
		for _, id := range r.thread.Entities {
			parts = append(parts, e.composer.Label(id))
		}
		t.Thread = "we were talking about " + strings.Join(append(parts, r.thread.Claims...), ", ")
	}
	for i, s := range c.weighed {
		if i == shown {
			break
		}
		why := fmt.Sprintf("explains %.0f %% of the question", 100*s.fit)
		if len(s.lacks) > 0 {
			why += "; lacks " + strings.Join(s.lacks, ", ")
		}
		t.Weighed = append(t.Weighed, TraceClaim{s.claim.Key(), float64(int(s.score*100)) / 100, why})
	}
	return t
}

func (e *Engine) reading(r *request) string {
	text := "a question of the kind " + r.intent
	if r.aspect != "" {
		text += " (" + r.aspect + ")"
	}
	if r.facet != "" {
		text += " that asks for: " + string(r.facet)
	}
	return text
}

func (e *Engine) written(r *request, n name) string {
	if n.from < 0 {
		return "(from before)"
	}
	for _, m := range r.query.Mentions {
		if m.From == n.from {
			return spanOf(r, m.From, m.To)
		}
	}
	return ""
}

// spanOf returns tokens as written, without anything that a terminal or a chat
// would obey.
func spanOf(r *request, from, to int) string {
	var parts []string
	start := -1
	for _, token := range r.query.Tokens[from:min(to, len(r.query.Tokens))] {
		if token.Start == start {
			continue // "whats" is two words, and one to see
		}
		start = token.Start
		text := printable(token.Text)
		if text == "" {
			text = token.Word
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
}
