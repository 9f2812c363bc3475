package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// otherAccused names those who are accused of something beside the accused itself, with who accuses
// them: "who else is accused?", "which other state is blamed by the guild?". It returns whether any is.
func (c *Composition) otherAccused() bool {
	var who []string
	by := map[string][]*corpus.Claim{}
	for _, claim := range c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)] {
		n := c.p.Index.Number(claim)
		if claim.Stance != corpus.Alleges && claim.Stance != corpus.Counters || !c.inScope(claim) || !c.r.Concerns(claim) ||
			slices.ContainsFunc(c.namesAsked(), func(name reading.Name) bool {
				if c.p.Accuses[name.IDs[0]] {
					return c.p.Index.Relation(n, name.IDs)&(corpus.AsSpeaker|corpus.AsOwner) == 0
				}
				return !c.p.SpeaksOf(claim, name.IDs) // "who else is blamed for the fire?"
			}) {
			continue
		}
		for _, id := range claim.Actor {
			if c.p.Accused[id] || c.p.BelongsToAccused([]string{id}) || slices.Contains(c.r.Except, id) || c.asks("state-noun") && !c.country(id) {
				continue
			}
			if len(by[id]) == 0 {
				who = append(who, id)
			}
			by[id] = append(by[id], claim)
		}
	}
	who = slices.DeleteFunc(who, func(id string) bool { return c.ofGroupAccused(id) })
	if len(who) == 0 {
		return false
	}
	var items []string
	var claims []*corpus.Claim
	for _, id := range who[:min(len(who), record.MostListed)] {
		each := c.oneEach(by[id], nil)
		items = append(items, c.p.Composer.Fill("others.item", "name", c.p.Corpus.Label(id), "names", c.p.Composer.Join(c.p.Composer.Speakers(each))))
		for _, claim := range each {
			claims = record.AppendNew(claims, claim)
		}
	}
	c.why, c.long = c.say("why.list"), true
	c.leadText(c.say("others.accused", "accused", c.p.accusedNames(), "list", c.p.Composer.Join(items)), claims...)
	c.also(claims[:min(3, len(claims))]...)
	return true
}

// ofGroupAccused tells whether somebody is said to act for an accused: a group whose deeds are laid to it.
func (c *Composition) ofGroupAccused(id string) bool {
	entity := c.p.Corpus.Entity(id)
	return entity == nil || entity.Kind == corpus.Group || entity.Kind == corpus.Programme
}

// partsPlayed tells in which parts the reports bring somebody in, where it is asked which of them it
// is: "is the mayor an accuser, or accused?". It returns whether they do in any.
func (c *Composition) partsPlayed() bool {
	names := c.namesAsked()
	if len(names) == 0 || slices.ContainsFunc(names, func(n reading.Name) bool { return !slices.Equal(n.IDs, names[0].IDs) }) {
		return false
	}
	ids := names[0].IDs
	var accused, accuser, hit *corpus.Claim
	weightier := func(best **corpus.Claim, claim *corpus.Claim) {
		if *best == nil || record.Prominence(claim) > record.Prominence(*best) {
			*best = claim
		}
	}
	for n, claim := range c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)] {
		if claim.Stance != corpus.Alleges && claim.Stance != corpus.Counters {
			continue
		}
		switch parts := c.p.Index.Relation(int32(n), ids); {
		case slices.ContainsFunc(claim.Actor, func(id string) bool { return slices.Contains(ids, id) }):
			weightier(&accused, claim)
		case claim.Stance != corpus.Alleges:
		case parts&corpus.AsSpeaker != 0 || c.p.Corpus.BelongsTo(claim.By, ids[0]):
			weightier(&accuser, claim)
		case parts&corpus.AsTarget != 0:
			weightier(&hit, claim)
		}
	}
	c.why, c.b.KeepLeads = c.say("why.list"), true
	for _, claim := range []*corpus.Claim{accused, accuser, hit} {
		if claim != nil {
			c.lead(claim)
		}
	}
	if c.asks("report-word") {
		c.otherParts(ids)
	}
	return len(c.led) > 0
}

// otherParts leads with what else a report tells of somebody, for each report of which nothing was told yet.
func (c *Composition) otherParts(ids []string) {
	for _, report := range c.p.ByDate {
		var best *corpus.Claim
		for _, n := range c.p.Index.InReport(report.ID) {
			claim := c.p.Corpus.Claims[n]
			if claim.Stance != corpus.Remark && c.p.Index.Relation(n, ids) != 0 && (best == nil || record.Prominence(claim) > record.Prominence(best)) {
				best = claim
			}
		}
		told := func(led *corpus.Claim) bool { return led.Report() == report }
		if best != nil && len(c.led) < record.MostListed && !slices.ContainsFunc(c.led, told) {
			c.lead(best)
		}
	}
}

// accusedAndHit names those countries that are accused of something and said to be hit, too.
func (c *Composition) accusedAndHit() bool {
	var names []string
	var claims []*corpus.Claim
	acts := map[string]*corpus.Claim{}
	all := c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)]
	for _, claim := range all {
		for _, id := range claim.Actor {
			if (claim.Stance == corpus.Alleges || claim.Stance == corpus.Counters) && acts[id] == nil {
				acts[id] = claim
			}
		}
	}
	for _, claim := range all {
		for _, id := range claim.Targets {
			if name := c.p.Corpus.Label(id); claim.Stance == corpus.Alleges && c.p.Corpus.Entity(id) != nil && c.country(id) && acts[id] != nil && !c.p.Accused[id] && !slices.Contains(names, name) {
				names = append(names, name)
				claims = append(claims, acts[id], claim)
			}
		}
	}
	if len(names) == 0 {
		return false
	}
	c.why, c.long = c.say("why.list"), true
	c.leadText(c.say("others.both", "names", c.p.Composer.Join(names)), claims...)
	c.also(claims[:min(4, len(claims))]...)
	return true
}
