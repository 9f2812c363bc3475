package planning

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/record"
)

// accusersInOrder lists those who accuse by the date of the first statement of each, where it is the
// accusations of all that are asked for in order.
func (c *Composition) accusersInOrder() bool {
	if len(c.r.Names)+len(c.r.Dates)+len(c.r.Reports)+len(c.r.Figures) > 0 || !c.asks("accusation-word") && !c.asks("accuse") || c.asks("deny") || c.asks("reply") {
		return false
	}
	var firsts []*corpus.Claim
	for _, claim := range c.candidatesInTime(true) {
		if !slices.ContainsFunc(firsts, func(o *corpus.Claim) bool { return c.sameItem(o, claim, true) }) {
			firsts = append(firsts, claim)
		}
	}
	if len(firsts) < 2 || len(firsts) > 2*record.MostListed {
		return false
	}
	var parts []string
	for _, claim := range firsts {
		parts = append(parts, c.say("timeline.named", "name", c.p.Composer.ShortSpeaker(claim), "date", c.dateText(claim, record.SaidOn(claim))))
	}
	c.why = c.say("why.timeline")
	c.long, c.ordered = true, true
	c.leadText(c.say("timeline.order", "list", strings.Join(parts, "; ")), firsts...)
	c.also(firsts...)
	c.caveat("order.undated", firsts[0])
	return true
}

// incidentsInOrder returns of the dated claims one of each incident, where it is those that are asked for and
// none is named.
func (c *Composition) incidentsInOrder(claims []*corpus.Claim) []*corpus.Claim {
	if !c.asks("single-incident") || len(c.r.Names) > 0 || c.asks("say") || c.asks("accuse") {
		return nil
	}
	var out []*corpus.Claim
	for _, claim := range c.candidatesInTime(false) {
		if claim.Incident != "" && claim.Happened != nil && slices.Contains(claims, claim) && !slices.ContainsFunc(out, func(o *corpus.Claim) bool { return c.sameItem(o, claim, false) }) {
			out = append(out, claim)
		}
	}
	return out
}

// undatedNames returns which of the names of the question stand in no claim of the list, and a claim on each.
func (c *Composition) undatedNames(listed []*corpus.Claim) (claims []*corpus.Claim, names []string) {
	for _, n := range c.r.Names {
		if n.From < 0 || n.Weak || slices.ContainsFunc(listed, func(claim *corpus.Claim) bool { return c.p.Index.Relation(c.p.Index.Number(claim), n.IDs) != 0 }) {
			continue
		}
		for _, p := range c.p.Index.Entity(n.IDs[0]) {
			if claim := c.p.Corpus.Claims[p.Claim]; claim.Stance == corpus.Alleges && c.r.Concerns(claim) {
				claims, names = append(claims, claim), append(names, c.p.Corpus.Label(n.IDs[0]))
				break
			}
		}
	}
	return claims, names
}
