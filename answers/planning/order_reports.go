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

// byArticles orders two statements of which the reports do not date both by the
// dates of the articles that carry them.
func (c *Composition) byArticles() bool {
	sides := c.sides()
	if len(sides) < 2 {
		return false
	}
	a, b := sides[0].best(), sides[1].best()
	if c.halfDated(a, b) {
		return true
	}
	dateA, dateB := a.Report().Published, b.Report().Published
	switch {
	case a.Stance == corpus.Context || b.Stance == corpus.Context || a.Stance == corpus.Remark || b.Stance == corpus.Remark:
		return false
	case record.Before(dateB.Date, dateA.Date):
		a, b, dateA, dateB = b, a, dateB, dateA
	case !record.Before(dateA.Date, dateB.Date):
		return false
	}
	c.why = c.say("why.order")
	c.leadText(c.say("order.articles", "first", c.event(a, ""), "date", c.p.Composer.Date(&dateA), "second", c.event(b, ""), "later", c.p.Composer.Date(&dateB)), a, b)
	c.also(a, b)
	return true
}
