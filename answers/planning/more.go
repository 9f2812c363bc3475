package planning

import (
	"cmp"
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// planMore gives what else the reports say about what was last talked of.
func (c *Composition) planMore() {
	if !c.r.Leans || len(c.r.Focus) == 0 {
		if c.ownNames() > 0 {
			c.r.Intent = "fact" // "what else did the inspectors say about it?", as the first question
			c.planDefault()
			return
		}
		c.planClarify()
		return
	}
	stances := []corpus.Stance{corpus.Alleges, corpus.Context, corpus.Counters}
	if c.r.Focus[0].Stance == corpus.Denies || c.r.Focus[0].Stance == corpus.Counters {
		stances = replying
	}
	focus := c.r.Focus[0]
	if c.r.Thread.Intent == "list" && focus.Stance == corpus.Alleges && c.opening() == "who" && c.r.KnownWords()+c.ownNames() == 0 {
		c.abstain("abstain.more") // "and who else?", after all of them
		return
	}
	if c.r.OtherVoice {
		stances = []corpus.Stance{corpus.Alleges, corpus.Context} // whom the accused accuses is not asked
	}
	if c.r.Facet == corpus.FacetAmount && corpus.Facet(c.r.Thread.Facet) == corpus.FacetCount {
		c.r.Facet = corpus.FacetCount // another figure for what was counted
	}
	others := c.asks("anybody-word") || c.r.OtherVoice // "does anyone give another figure?": not the same accuser
	if others {
		c.r.Names = slices.DeleteFunc(slices.Clone(c.r.Names), func(n reading.Name) bool { return slices.Contains(n.IDs, focus.By) })
	}
	told := slices.Concat(c.r.Thread.Claims, c.r.Thread.Earlier)
	found := weighing.Distinct(c.p.Choose(c.r, weighing.Filter{Exclude: told, Facet: c.r.Facet, Stances: stances, Keep: func(claim *corpus.Claim) bool { return !others || claim.By != focus.By }}))
	if c.hard() {
		found = slices.DeleteFunc(found, func(s weighing.Scored) bool { return !s.Facet })
	}
	if others && focus.Incident != "" {
		slices.SortStableFunc(found, func(a, b weighing.Scored) int {
			return cmp.Compare(record.BoolInt(b.Claim.Incident == focus.Incident), record.BoolInt(a.Claim.Incident == focus.Incident))
		})
	}
	c.weighed = slices.Clone(found)
	if c.r.OtherVoice && c.r.KnownWords() > 0 {
		found = slices.DeleteFunc(found, func(s weighing.Scored) bool { return !c.complete(&s) }) // "does any lawyer say so?": a lawyer
	}
	if c.r.OtherVoice && c.saysSo() {
		found = slices.DeleteFunc(found, func(s weighing.Scored) bool { return !record.AlikeTold(s.Claim, focus) })
	}
	alike := func(s weighing.Scored) bool {
		return s.Claim.Report() == focus.Report() && s.Claim.Stance == focus.Stance
	}
	if len(c.r.Names) == 0 || focus.Stance != corpus.Alleges && slices.ContainsFunc(found, alike) {
		found = slices.DeleteFunc(found, func(s weighing.Scored) bool { return !alike(s) })
	} else {
		found = slices.DeleteFunc(found, func(s weighing.Scored) bool { return !s.Named })
	}
	if len(found) == 0 && focus.Stance == corpus.Alleges && !c.r.OtherVoice {
		found = c.sameActors(focus, told)
	}
	if len(found) == 0 {
		c.abstain("abstain.more")
		return
	}
	c.why = c.say("why.more")
	c.lead(found[0].Claim)
	if len(found) > 1 && found[1].Score >= worthAdding*found[0].Score {
		c.also(found[1].Claim)
	}
}

// sameActors returns what else than what was told is alleged of those whom a claim
// accuses, where it names more than the accused.
func (c *Composition) sameActors(focus *corpus.Claim, told []string) []weighing.Scored {
	ask := *c.r
	ask.Names = nil
	found := c.p.Choose(&ask, weighing.Filter{Exclude: told, Stances: accusing, AnyDate: true, Keep: func(claim *corpus.Claim) bool {
		return slices.ContainsFunc(claim.Actor, func(id string) bool { return slices.Contains(focus.Actor, id) && !c.p.IsAccused([]string{id}) })
	}})
	if len(c.r.Dates) > 0 { // "and the other one, in that year?"
		found = slices.DeleteFunc(found, func(s weighing.Scored) bool { return c.covers(&s) <= 0 })
	}
	return weighing.Distinct(found)
}

// saysSo tells whether it is asked for somebody who says the very same: "who else says so?".
func (c *Composition) saysSo() bool {
	tokens := c.r.Query.Tokens
	n := len(tokens)
	return n > 2 && (tokens[n-1].Word == "so" || c.p.In(tokens[n-1], "thing-pronoun")) && (c.p.In(tokens[n-2], "say") || c.p.In(tokens[n-2], "accuser-word"))
}
