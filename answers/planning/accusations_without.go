package planning

import (
	"cmp"
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// accusationsWithout leads with accusations that have not what the question leaves aside: "which
// accusations give no figure?", "besides the theft of salt, what are they accused of?". It returns
// whether there are any.
func (c *Composition) accusationsWithout() bool {
	var speakers, absent []string
	for _, n := range c.namesAsked() {
		if c.p.Accuses[n.IDs[0]] && !c.asks("mention-word") {
			speakers = append(speakers, n.IDs...)
		} else {
			absent = append(absent, n.IDs...)
		}
	}
	absent = append(absent, c.r.Except...)
	terms := slices.Clone(c.r.Aside)
	for _, t := range c.r.Terms {
		if t.Own() && t.Known && !t.Framing && !c.ofGroup(t, "accuser-word") && !c.ofGroup(t, "accusation-word") && !c.ofGroup(t, "attack") {
			terms = append(terms, t)
		}
	}
	amounts := c.asks("amount-word") || slices.ContainsFunc(terms, func(t reading.Term) bool { return c.ofGroup(t, "amount-word") })
	money := c.asks("money") || slices.ContainsFunc(terms, func(t reading.Term) bool { return c.ofGroup(t, "money") || c.ofGroup(t, "revenue") })
	if len(absent)+len(terms) == 0 && !amounts {
		return false
	}
	all := slices.Clone(c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)])
	slices.SortStableFunc(all, func(a, b *corpus.Claim) int { return cmp.Compare(record.Prominence(b), record.Prominence(a)) })
	var without []*corpus.Claim
	for _, claim := range all {
		n := c.p.Index.Number(claim)
		entity := c.p.Corpus.Entity(claim.By)
		if claim.Stance != corpus.Alleges || !c.inScope(claim) || !c.r.Concerns(claim) || claim.By != corpus.Article && entity == nil ||
			len(speakers) > 0 && c.p.Index.Relation(n, speakers)&(corpus.AsSpeaker|corpus.AsOwner) == 0 ||
			slices.ContainsFunc(claim.Actor, func(id string) bool { return !c.p.Accused[id] && !c.ofGroupAccused(id) }) ||
			(c.asks("attack") || c.asks("event")) && claim.Incident == "" && len(claim.Method) == 0 ||
			money && c.gains(claim) ||
			len(claim.Targets)+len(claim.Actor)+len(claim.Method) == 0 || claim.Incident == "" && len(claim.Targets) == 0 && claim.By == corpus.Article {
			continue // what somebody is like, or may do, is no deed of which they are accused
		}
		if len(absent) > 0 && c.p.Index.Relation(n, absent) != 0 || amounts && (amountOf(claim) != "" || c.p.Values[n] > 0) ||
			slices.ContainsFunc(terms, func(t reading.Term) bool { return !c.ofGroup(t, "amount-word") && c.p.Has(n, t) }) {
			continue
		}
		without = append(without, claim)
	}
	without = c.oneEach(record.DistinctClaims(without), nil)
	if len(without) == 0 {
		return false
	}
	c.why, c.long = c.say("why.list"), true
	c.b.KeepLeads = true
	c.lead(without[:min(3, len(without))]...)
	if rest := without[min(3, len(without)):]; len(rest) > 0 {
		c.leadText(c.say("list.also", "names", c.p.Composer.Join(c.p.Composer.Speakers(rest))), rest...)
	}
	return true
}

// gains tells whether a claim speaks of money, or of what is worth it, that was made or taken.
func (c *Composition) gains(claim *corpus.Claim) bool {
	n := c.p.Index.Number(claim)
	return c.p.HasGroup(n, "money") || c.p.HasGroup(n, "revenue") || slices.ContainsFunc(claim.Assets, func(id string) bool {
		entity := c.p.Corpus.Entity(id)
		return entity != nil && entity.Kind == corpus.Asset
	})
}
