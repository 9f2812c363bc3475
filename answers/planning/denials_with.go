package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// denialsWith tells which of the replies on record have what the question says of both, or asks
// of either: "do both denials speak of the spy?", "which of the two denials mentions the guild?". It
// returns whether any has.
func (c *Composition) denialsWith() bool {
	names := slices.DeleteFunc(c.namesAsked(), func(n reading.Name) bool { return c.p.IsAccused(n.IDs) })
	terms := slices.DeleteFunc(slices.Clone(c.r.Terms), func(t reading.Term) bool {
		return !t.Own() || !t.Known || t.Framing || c.ofGroup(t, "deny") || c.ofGroup(t, "reply") || c.ofGroup(t, "mention-word") || c.ofGroup(t, "several-word") ||
			c.ofGroup(t, "accuser-word") || c.ofGroup(t, "accusation-word") || c.ofGroup(t, "report-word")
	})
	occasions := c.p.Occasions(c.r.AboutAccused())
	if len(occasions) < 2 || len(names)+len(terms) == 0 || len(c.r.Figures)+len(c.r.Dates) > 0 ||
		slices.ContainsFunc(names, func(n reading.Name) bool { return c.p.BelongsToAccused(n.IDs) }) { // who gave them, their sentences tell
		return false
	}
	has := func(claim *corpus.Claim) float64 {
		hits := 0
		for _, t := range terms {
			hits += record.BoolInt(c.says(claim, t))
		}
		for _, n := range names {
			hits += record.BoolInt(c.p.SpeaksOf(claim, n.IDs))
		}
		return float64(hits) / float64(len(terms)+len(names))
	}
	var with, without []*corpus.Claim
	for _, occasion := range occasions {
		best, most := occasion, 0.0
		for _, denial := range c.standing().Denials {
			if record.SameOccasion(denial, occasion) && c.p.Denies(denial) && has(denial) > most {
				best, most = denial, has(denial)
			}
		}
		if most >= 0.5 {
			with = append(with, best)
		} else {
			without = append(without, occasion)
		}
	}
	if len(with) == 0 {
		return false
	}
	c.why, c.long = c.say("why.reply"), true
	c.b.KeepLeads = true
	c.lead(with[:min(record.MostListed, len(with))]...)
	if len(without) > 0 {
		c.leadText(c.say("denials.without", "list", c.occasionsText(without)), without...)
	}
	c.addAnswered(with[0])
	return true
}
