package answers

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// planWithout tells which reports say nothing of whom or what the question names; where it
// is their accusations that are asked for, which carry none by them.
func (c *composition) planWithout() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	var ids, labels []string // "neither the council nor the guild": none of all that are named
	for _, n := range c.r.names {
		if n.from >= 0 && !n.weak {
			ids, labels = append(ids, n.ids...), append(labels, c.e.composer.Label(n.ids[0]))
		}
	}
	if len(ids) == 0 {
		if ids = slices.Concat(c.r.except, c.r.accused); len(ids) > 0 {
			labels = []string{c.e.composer.Label(ids[0])}
		}
	}
	if len(ids) == 0 || c.r.known() > 1 {
		c.planFact()
		return
	}
	accuses := c.asks("accusation-word") && c.e.accuses[ids[0]]
	var parts []string
	var claims, told []*corpus.Claim
	for _, r := range c.e.byDate {
		in := c.e.index.InReport(r.ID)
		if len(in) == 0 || !c.asksOf(r) {
			continue
		}
		at := slices.IndexFunc(in, func(n int32) bool {
			claim := c.e.corpus.Claims[n]
			if accuses {
				return claim.Stance == corpus.Alleges && c.e.index.Relation(n, ids)&(corpus.AsSpeaker|corpus.AsOwner) != 0
			}
			return claim.Stance != corpus.Remark && c.e.speaksOf(claim, ids)
		})
		if at >= 0 {
			told = append(told, c.e.corpus.Claims[in[at]])
			continue
		}
		parts = append(parts, c.say("report.named", "publisher", r.Publisher, "title", r.Title))
		claims = append(claims, c.e.front(r))
	}
	label := strings.Join(labels, " "+c.e.composer.Fill("or")+" ")
	c.why = c.say("why.list")
	if len(parts)+len(told) == 0 {
		c.abstain("abstain.subject")
		return
	}
	if len(parts) == 0 {
		c.leadText(c.say("mentions.all", "name", label), told...)
		return
	}
	id := "mentions.without"
	if accuses {
		id = "mentions.no_accusation"
	}
	c.leadText(c.say(id, "name", label, "list", c.e.composer.Join(parts)), claims...)
}

// asksOf tells whether the report is one of those that the question is about: by whom it
// accuses, by its name, or by the day it is dated.
func (c *composition) asksOf(r *corpus.Report) bool {
	dated := language.ParseDate(r.Published.Date)
	return (len(c.r.accused) > 0 && c.ownNames() == 0 || len(c.r.parties()) == 0 || slices.Contains(c.r.parties(), r.Accused)) && // of the accused themselves, every report is asked
		(len(c.r.reports) == 0 || slices.Contains(c.r.reports, r.ID)) &&
		!slices.ContainsFunc(c.r.dates, func(asked language.Date) bool { return !asked.Covers(dated) })
}
