package planning

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// planWithout tells which reports say nothing of whom or what the question names; where it
// is their accusations that are asked for, which carry none by them.
func (c *Composition) planWithout() {
	if c.abstainsUnknown() {
		return
	}
	if c.asks("own-side") && c.ownNames() == 0 {
		c.r.Aspect = "each" // "which articles leave out their side?"
		c.planEach()
		return
	}
	var ids, labels []string // "neither the council nor the guild": none of all that are named
	for _, n := range c.r.Names {
		if n.From >= 0 && !n.Weak {
			ids, labels = append(ids, n.IDs...), append(labels, c.p.Corpus.Label(n.IDs[0]))
		}
	}
	if len(ids) == 0 {
		if ids = slices.Concat(c.r.Except, c.r.Accused); len(ids) > 0 {
			labels = []string{c.p.Corpus.Label(ids[0])}
		}
	}
	if len(ids) == 0 || c.r.KnownWords() > 1 {
		c.planFact()
		return
	}
	accuses := c.asks("accusation-word") && c.p.Accuses[ids[0]]
	var parts []string
	var claims, told []*corpus.Claim
	for _, r := range c.p.ByDate {
		in := c.p.Index.InReport(r.ID)
		if len(in) == 0 || !c.asksOf(r) {
			continue
		}
		at := slices.IndexFunc(in, func(n int32) bool {
			claim := c.p.Corpus.Claims[n]
			if accuses {
				return claim.Stance == corpus.Alleges && c.p.Index.Relation(n, ids)&(corpus.AsSpeaker|corpus.AsOwner) != 0
			}
			return claim.Stance != corpus.Remark && c.p.SpeaksOf(claim, ids)
		})
		if at >= 0 {
			told = append(told, c.p.Corpus.Claims[in[at]])
			continue
		}
		parts = append(parts, c.say("report.named", "publisher", r.Publisher, "title", r.Title))
		claims = append(claims, c.p.front(r))
	}
	label := strings.Join(labels, " "+c.p.Composer.Fill("or")+" ")
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
	c.leadText(c.say(id, "name", label, "list", c.p.Composer.Join(parts)), claims...)
}

// asksOf tells whether the report is one of those that the question is about: by whom it
// accuses, by its name, or by the day it is dated.
func (c *Composition) asksOf(r *corpus.Report) bool {
	dated := language.ParseDate(r.Published.Date)
	return (len(c.r.Accused) > 0 && c.ownNames() == 0 || len(c.r.AboutAccused()) == 0 || slices.Contains(c.r.AboutAccused(), r.Accused)) && // of the accused themselves, every report is asked
		(len(c.r.Reports) == 0 || slices.Contains(c.r.Reports, r.ID)) &&
		!slices.ContainsFunc(c.r.Dates, func(asked language.Date) bool { return !asked.Covers(dated) })
}
