package planning

import (
	"allegedly/answers/corpus"
	"allegedly/answers/record"
)

// reportsInOrder tells which of two articles is the older, where it is they that are asked about and
// nothing in them: "is the Courier's piece older than the Post's?"
func (c *Composition) reportsInOrder() bool {
	if len(c.r.Reports) != 2 || c.ownNames()+len(c.r.Figures)+len(c.r.Quotes) > 0 || c.r.KnownWords() > 0 && !c.asks("report-word") || c.asks("deny") || c.asks("reply") || c.asks("accusation-word") {
		return false
	}
	a, b := c.p.Corpus.Report(c.r.Reports[0]), c.p.Corpus.Report(c.r.Reports[1])
	if a.Published.Date == "" || b.Published.Date == "" {
		return false
	}
	if record.Before(b.Published.Date, a.Published.Date) {
		a, b = b, a
	}
	id := "order.reports"
	if !ordered(a.Published.Date, b.Published.Date) {
		id = "order.reports.same"
	}
	date := func(r *corpus.Report) string {
		published := r.Published
		published.From = "" // what each is inferred from is for a question about that report
		return c.p.Composer.Date(&published)
	}
	c.why = c.say("why.order")
	c.leadText(c.say(id, "first", a.Publisher, "date", date(a), "second", b.Publisher, "later", date(b)), c.p.front(a), c.p.front(b))
	return true
}
