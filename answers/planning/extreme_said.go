package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/record"
)

// ofStatements tells whether the first or the last is asked for of what was said: of accusations,
// estimates or those who spoke; and not of what happened.
func (c *Composition) ofStatements() bool {
	if c.asks("accusation-word") {
		return true
	}
	if (c.r.First().Word == "who" || c.r.First().Word == "whose") && (c.asks("say") || c.asks("accuse") || c.asks("accuser-word") || c.asks("speak-word")) {
		return true
	}
	return c.ofEstimates()
}

// ofEstimates tells whether it is of sums that somebody gave, and of no single event.
func (c *Composition) ofEstimates() bool {
	return (c.asks("whole-total") || c.asks("amount-word")) && !c.asks("single-incident") && len(c.r.Names)+len(c.r.Figures) == 0
}

// statements returns the dated accusations, in order; of estimates, those of a total.
func (c *Composition) statements() []*corpus.Claim {
	said := c.standing().Said
	if c.ofEstimates() {
		if totals := slices.DeleteFunc(slices.Clone(said), func(claim *corpus.Claim) bool { return !record.Measures(corpus.Total)(claim) }); len(totals) > 0 {
			return totals
		}
	}
	return said
}

// outermostOf answers which of all came first or last, where nothing is named that another could be set
// against: "which estimate came first?", "who was the first to accuse them?"
func (c *Composition) outermostOf() bool {
	first, last := c.asks("first-word"), c.asks("last-word")
	if first == last || c.asks("rank") || c.r.Facet != "" && c.r.Facet != corpus.FacetAmount || len(c.r.Figures)+len(c.r.Reports)+len(c.r.Quotes) > 0 || c.ownNames() > 1 || c.r.Leans {
		return false
	}
	if !c.ofStatements() && c.ownNames() == 0 {
		return false
	}
	c.r.Aspect = "first"
	if last {
		c.r.Aspect = "last"
	}
	c.extremeDate()
	return true
}
