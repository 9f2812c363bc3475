package answers

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// planTimeline tells what is said to have happened, and was said, in order.
func (c *composition) planTimeline() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	claims := c.scope(c.standing().dated, func(claim *corpus.Claim) bool { return eventDate(claim) != "" })
	if len(c.r.dates) > 0 && len(c.r.names) == 0 {
		claims = c.ofDates()
	}
	if len(claims) == 0 {
		c.planFact()
		return
	}
	if len(c.r.names) == 0 && (c.asks("deny") || c.asks("reply")) && !c.asks("accuse") {
		claims = slices.Clone(c.e.occasions(c.r.parties()))
	}
	if len(claims) == 0 {
		c.planFact()
		return
	}
	slices.SortStableFunc(claims, func(a, b *corpus.Claim) int { return cmp.Compare(eventDate(a)+"~", eventDate(b)+"~") }) // a month after its days
	if c.onThatDay(claims) {
		return
	}
	claims = thin(claims, 10)
	c.why = c.say("why.timeline")
	c.long, c.ordered = true, true
	first, last := claims[0], claims[len(claims)-1]
	if list := c.inOrder(claims); list != "" {
		c.leadText(c.say("timeline.order", "list", list), claims...)
	} else if eventDate(first) == eventDate(last) {
		c.leadText(c.say("timeline.one", "date", c.dateText(first, eventDate(first))), claims...)
	} else {
		c.leadText(c.say("timeline.lead", "from", c.dateText(first, eventDate(first)), "to", c.dateText(last, eventDate(last))), claims...)
	}
	for _, claim := range claims {
		sentence := c.e.composer.Brief(claim)
		if said := saidOn(claim); said != "" && !strings.HasPrefix(said, eventDate(claim)) && !strings.HasPrefix(eventDate(claim), said) {
			sentence = c.e.composer.Sentence(claim) // it was said at another time than it tells of
		}
		c.b.Add(c.roleOf(claim), c.say("timeline.item", "date", c.dateText(claim, eventDate(claim)), "sentence", sentence), claim)
	}
}

// onThatDay leads with what happened or was said on the one day that a question gives.
func (c *composition) onThatDay(claims []*corpus.Claim) bool {
	if len(c.r.dates) != 1 || c.r.dates[0].Day == 0 {
		return false
	}
	var mine []*corpus.Claim
	for _, claim := range claims {
		if event := language.ParseDate(eventDate(claim)); event.Day == c.r.dates[0].Day && c.r.dates[0].Covers(event) {
			mine = append(mine, claim)
		}
	}
	if len(mine) == 0 || len(mine) > 3 {
		return false
	}
	c.why = c.say("why.timeline")
	c.lead(mine[0])
	if mine[0].Stance == corpus.Denies {
		c.answered(mine[0])
	}
	c.also(mine[1:]...)
	return true
}

// inOrder lists the names that the question gives with the first date of each, where
// there are several: it is their order that was asked for.
func (c *composition) inOrder(claims []*corpus.Claim) string {
	var parts []string
	told := map[string]bool{}
	for _, claim := range claims {
		for _, n := range c.r.names {
			if n.from >= 0 && !told[n.ids[0]] && c.e.index.Relation(c.e.index.Number(claim), n.ids) != 0 {
				told[n.ids[0]] = true
				parts = append(parts, c.say("timeline.named", "name", c.bare(n.ids[0]), "date", c.dateText(claim, eventDate(claim))))
			}
		}
	}
	if len(parts) < 2 {
		return ""
	}
	return strings.Join(parts, "; ")
}

// ofDates returns the accusations and denials of the dates that the question gives.
func (c *composition) ofDates() []*corpus.Claim {
	var out []scored
	for _, d := range c.r.dates {
		numbers := c.e.index.InYear(d.Year)
		if d.Year == 0 {
			numbers = nil
			for _, claim := range c.standing().dated[:min(len(c.standing().dated), considerable)] {
				numbers = append(numbers, c.e.index.Number(claim))
			}
		}
		for _, n := range numbers {
			claim := c.e.corpus.Claims[n]
			if claim.Stance == corpus.Remark || claim.Stance == corpus.Context || !c.r.concerns(claim) || !c.inScope(claim) || len(out) == considerable {
				continue
			}
			event := language.ParseDate(eventDate(claim))
			if event.Year != 0 && d.Covers(event) && (event.Month != 0 || d.Month == 0) {
				out = append(out, scored{claim: claim, n: n})
			}
		}
	}
	return claimsOf(distinct(out))
}

// eventDate is when a claim's event happened, or else when it was said, or else
// when the time that it speaks of began.
func eventDate(claim *corpus.Claim) string {
	if claim.Happened != nil && claim.Happened.Date != "" {
		return claim.Happened.Date
	}
	if date := saidOn(claim); date != "" {
		return date
	}
	return happenedOn(claim)
}

// thin keeps at most n claims, in order: the weightiest, one of each date first.
func thin(claims []*corpus.Claim, n int) []*corpus.Claim {
	if len(claims) <= n {
		return claims
	}
	order := slices.Clone(claims)
	slices.SortStableFunc(order, func(a, b *corpus.Claim) int { return cmp.Compare(prominence(b), prominence(a)) })
	taken, dates := map[*corpus.Claim]bool{}, map[string]bool{}
	for _, fresh := range []bool{true, false} {
		for _, claim := range order {
			if len(taken) < n && !taken[claim] && (!fresh || !dates[eventDate(claim)]) {
				taken[claim], dates[eventDate(claim)] = true, true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(claims), func(claim *corpus.Claim) bool { return !taken[claim] })
}
