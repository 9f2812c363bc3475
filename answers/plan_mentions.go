package answers

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// listReports names the reports, all of them or those about the accused given.
func (c *composition) listReports(accused []string) {
	var parts []string
	var claims []*corpus.Claim
	others := len(accused) > 0 && slices.ContainsFunc(c.r.query.Tokens, func(t language.Token) bool { return c.e.in(t, "contrast-word") })
	for _, r := range c.e.byDate {
		if len(c.e.index.InReport(r.ID)) == 0 || len(accused) > 0 && slices.Contains(accused, r.Accused) == others {
			continue
		}
		parts = append(parts, c.say("report.named", "publisher", r.Publisher, "title", r.Title))
		claims = append(claims, c.e.front(r))
	}
	if len(claims) == 0 {
		c.abstain("abstain.subject")
		return
	}
	c.why = c.say("why.list")
	c.long = true
	id := "list.reports"
	if len(parts) < len(c.e.byDate) {
		id = "list.reports.on"
	}
	c.leadText(c.say(id, "reports", c.e.composer.Reports(len(parts)), "list", c.e.composer.Join(parts), "accused", c.e.composer.Name(claims[0].Report().Accused)), claims...)
}

// datedReports names the reports from the oldest to the newest, with the date of
// each: which comes first is for the reader to see where dates are no finer.
func (c *composition) datedReports() {
	var parts []string
	var claims []*corpus.Claim
	year := 0
	if len(c.r.dates) == 1 {
		year = c.r.dates[0].Year // "how many are of that year?"
	}
	for _, r := range c.e.byDate {
		if year == 0 || language.ParseDate(r.Published.Date).Year == year {
			date := r.Published
			date.From = "" // what each is inferred from is for a question about that report
			parts = append(parts, c.say("report.dated", "publisher", r.Publisher, "date", cmp.Or(c.e.composer.Date(&date), c.say("undated"))))
			claims = append(claims, c.e.front(r))
		}
	}
	c.why = c.say("why.list")
	c.long = true
	if len(parts) == 0 {
		c.abstain("abstain.subject")
		return
	}
	if year != 0 {
		c.leadText(c.say("list.reports.year", "reports", c.e.composer.Reports(len(parts)), "year", strconv.Itoa(year), "list", c.e.composer.Join(parts)), claims...)
		return
	}
	c.leadText(c.say("list.reports.dated", "list", c.e.composer.Join(parts)), claims...)
}

// front returns the claim that a sentence about a report itself rests on:
// background where it has any, so that naming the report accuses nobody.
func (e *Engine) front(r *corpus.Report) *corpus.Claim {
	numbers := e.index.InReport(r.ID)
	best := e.corpus.Claims[numbers[0]]
	for _, n := range numbers {
		switch claim := e.corpus.Claims[n]; claim.Stance {
		case corpus.Context:
			return claim
		case corpus.Remark:
			best = claim
		}
	}
	return best
}

// planMentions tells which reports speak of something.
func (c *composition) planMentions() {
	if (c.asks("deny") || c.asks("reply")) && c.r.aspect == "" && c.ownNames() > 0 && !slices.ContainsFunc(c.r.names, func(n name) bool { return c.e.speaksForAccused(n.ids) && !c.e.isAccused(n.ids) }) {
		c.r.intent = "replied" // "which reports say that they denied it?": whether any does
		c.planDenial()
		return
	}
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if c.r.aspect == "within" && c.mentionedIn() || c.asks("quote-word") && c.unquoted() {
		return
	}
	if c.asks("several-word") && c.listShared() {
		return
	}
	c.r.facet = ""
	var told []string // the reports that are left aside, where others are asked for
	figure := 0.0     // and the amount that is looked for in them
	if c.r.aspect == "others" {
		told, c.r.reports = c.r.reports, nil
		if len(told) == 0 && len(c.r.focus) > 0 {
			told = []string{c.r.focus[0].Report().ID}
			if c.asks("amount-word") && !c.r.named() {
				figure, _ = c.e.value(c.r.focus[0]) // "does any other report give that figure?"
			}
		}
	}
	if !c.r.specific() && c.r.leans && len(c.r.focus) > 0 {
		c.planSource()
		return
	}
	if !c.r.specific() {
		c.listReports(c.r.parties())
		return
	}
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Alleges, corpus.Denies, corpus.Counters, corpus.Context}, keep: func(claim *corpus.Claim) bool {
		return !slices.Contains(told, claim.Report().ID) && (figure == 0 || c.e.values[c.e.index.Number(claim)] == figure)
	}})
	c.weighed = found
	var firsts []*corpus.Claim
	for _, s := range found {
		if !c.fits(&found[0]) || s.score < 0.6*found[0].score || len(c.r.names) > 0 && !s.named || !c.r.concerns(s.claim) && c.e.index.Relation(s.n, c.r.parties()) == 0 || len(c.r.figures) > 0 && !s.figure {
			continue
		}
		if !slices.ContainsFunc(firsts, func(f *corpus.Claim) bool { return f.Report() == s.claim.Report() }) {
			firsts = append(firsts, s.claim)
		}
	}
	if len(firsts) == 0 && len(told) > 0 {
		c.why = c.say("why.list")
		c.leadText(c.say("mentions.none.other"), c.e.front(c.e.corpus.Report(told[0])))
		return
	}
	if len(firsts) == 0 {
		c.planFact()
		return
	}
	var parts []string
	for _, claim := range firsts {
		parts = append(parts, c.say("report.named", "publisher", claim.Report().Publisher, "title", claim.Report().Title))
	}
	c.why = c.say("why.best")
	id := "mentions.one"
	if len(firsts) > 1 {
		id = "mentions.many"
	}
	if len(told) > 0 {
		id += ".other"
	}
	c.leadText(c.say(id, "count", c.e.composer.Count(len(firsts)), "list", c.e.composer.Join(parts)), firsts...)
	if len(firsts) == 1 {
		c.b.Claim(compose.Lead, firsts[0]) // "does any report say that ...?"
		return
	}
	c.b.Claim(c.roleOf(firsts[0]), firsts[0])
	for _, claim := range firsts[1:min(len(firsts), 3)] {
		if claim.Stance == corpus.Alleges {
			c.also(claim)
		}
	}
}

// mentionedIn tells whether one report speaks of somebody or something, where
// nothing more is asked.
func (c *composition) mentionedIn() bool {
	if len(c.r.reports) != 1 || len(c.r.names) != 1 || len(c.r.figures)+c.r.known() > 0 {
		return false
	}
	report, name := c.e.corpus.Report(c.r.reports[0]), c.r.names[0]
	label := c.e.composer.Label(name.ids[0])
	c.why = c.say("why.best")
	var other *corpus.Claim
	for _, s := range c.e.choose(c.r, choice{keep: func(claim *corpus.Claim) bool {
		return claim.Stance != corpus.Remark && c.e.speaksOf(claim, name.ids)
	}}) {
		if s.claim.Report() == report {
			c.leadText(c.say("mentions.in", "publisher", report.Publisher, "name", label)+" "+c.e.composer.Sentence(s.claim), s.claim)
			return true
		}
		if other == nil {
			other = s.claim
		}
	}
	text, claims := c.say("mentions.not_in", "publisher", report.Publisher, "name", label), []*corpus.Claim{c.e.front(report)}
	if other != nil {
		text, claims = text+" "+c.e.composer.Sentence(other), append(claims, other)
	}
	c.leadText(text, claims...)
	return true
}

// speaksOf tells whether a claim has a part for one of the entities, or its own
// words name it; words by which a claim is merely found do not count.
func (e *Engine) speaksOf(claim *corpus.Claim, ids []string) bool {
	n := e.index.Number(claim)
	switch parts := e.index.Relation(n, ids); {
	case parts == 0:
		return false
	case parts != corpus.AsText && parts&corpus.AsIncident == 0:
		return true // an incident's own may be another report's that appears to be the same
	}
	return slices.ContainsFunc(ids, func(id string) bool {
		entity := e.corpus.Entity(id)
		return slices.ContainsFunc(append([]string{entity.Name, entity.Label}, entity.Aliases...), func(name string) bool {
			words := corpus.Joined(language.Split(name))
			return words != "" && strings.Contains(e.index.Features[n].Text, " "+words+" ")
		})
	})
}
