package editorial

import (
	"fmt"

	"allegedly/answers/corpus"
)

// dates finds dates that cannot be in this order, that lie in the future, and
// words such as "last year" that no date explains (rule 14).
func dates(p *pass) {
	r := p.file.Report
	if r == nil {
		return
	}
	p.future(r.Published.Date, "published", "date")
	for i, change := range r.History {
		p.future(change.Date, "history", i, "date")
		if i > 0 && change.Date < r.History[i-1].Date {
			p.warn("date-order", fmt.Sprintf("the history is kept oldest first, and %s is before %s", change.Date, r.History[i-1].Date), "history", i, "date")
		}
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		at := func(path ...any) []any { return append([]any{"claims", i}, path...) }
		said, happened := dateOf(c.Said), dateOf(c.Happened)
		p.future(said, at("said", "date")...)
		p.future(happened, at("happened", "date")...)
		if later(said, r.Published.Date) {
			p.error("date-order", fmt.Sprintf("said on %s, but the report was published on %s", said, r.Published.Date), at("said", "date")...)
		}
		if later(happened, said) {
			p.error("date-order", fmt.Sprintf("happened on %s, but was said before that, on %s", happened, said), at("happened", "date")...)
		} else if later(happened, r.Published.Date) {
			p.error("date-order", fmt.Sprintf("happened on %s, but the report was published on %s", happened, r.Published.Date), at("happened", "date")...)
		}
		if c.Period != nil && later(c.Period.From, r.Published.Date) {
			p.error("date-order", fmt.Sprintf("the period begins in %s, but the report was published on %s", c.Period.From, r.Published.Date), at("period")...)
		}
		if c.Stance != corpus.Remark && c.Said == nil && c.Happened == nil && c.Period == nil {
			tokens := p.split(c.Says)
			if spans := unquoted(tokens, p.world.words.List("relative").Find(tokens)); len(spans) > 0 {
				p.warn("date-relative", fmt.Sprintf("%q means nothing to later readers; give \"said\", \"happened\" or \"period\" with its basis, and these words under \"stated\"", textOf(c.Says, tokens, spans[0])), at("says")...)
			}
		}
	}
}

func (p *pass) future(date string, at ...any) {
	if p.options.Today != "" && later(date, p.options.Today) {
		p.error("date-future", fmt.Sprintf("%s lies in the future; today is %s", date, p.options.Today), at...)
	}
}

func dateOf(d *corpus.Date) string {
	if d == nil {
		return ""
	}
	return d.Date
}

// later tells whether a is surely after b: as far as both are known.
func later(a, b string) bool {
	n := min(len(a), len(b))
	return n > 0 && a[:n] > b[:n]
}
