package planning

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/weighing"
)

// misdated tells whether the question puts what the claim tells into another year than the
// claim does: that of what happened, or of a reply that in which it was given.
func (c *Composition) misdated(s *weighing.Scored) bool {
	own := s.Claim.Happened
	if own == nil && s.Claim.Stance == corpus.Denies {
		own = s.Claim.Said
	}
	if own == nil || own.Date == "" || s.Dated || len(c.r.Query.Dates) == 0 {
		return false
	}
	told := []int{language.ParseDate(own.Date).Year, language.ParseDate(s.Claim.Report().Published.Date).Year}
	return !slices.ContainsFunc(c.r.Query.Dates, func(d language.Date) bool { return d.Year == 0 || slices.Contains(told, d.Year) })
}

// redate leads with the claim, and says that its date is not that of the question.
func (c *Composition) redate(claim *corpus.Claim) {
	text := c.say("correct.date") + " " + c.sentence(claim)
	if claim.Happened != nil && c.r.Facet != corpus.FacetWhen {
		text += " " + c.say("happened", "date", c.p.Composer.Date(claim.Happened))
	}
	c.leadText(text, claim)
}

// datedAs leads with the claim whose date an article puts in the words that the question gives, where
// it is asked which year that was: "which year is meant by 'last May'?"
func (c *Composition) datedAs() bool {
	tokens := c.r.Query.Tokens
	if c.r.Facet != corpus.FacetWhen || !c.asks("year-word") || len(c.r.Query.Dates) != 1 || c.r.Query.Dates[0].Year != 0 || c.r.Query.Dates[0].From == 0 {
		return false
	}
	d := c.r.Query.Dates[0]
	words := strings.ToLower(tokens[d.From-1].Word + " " + tokens[d.From].Word)
	for _, claim := range c.within(c.p.Corpus.Claims) {
		for _, date := range []*corpus.Date{claim.Said, claim.Happened} {
			if date != nil && len(date.Date) >= len("2006") && strings.Contains(strings.ToLower(date.Stated), words) {
				c.why = c.say("why.best")
				c.lead(claim)
				return true
			}
		}
	}
	return false
}
