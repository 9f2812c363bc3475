package planning

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/record"
)

// planTimeline tells what is said to have happened, and was said, in order.
func (c *Composition) planTimeline() {
	if c.abstainsUnknown() {
		return
	}
	claims := c.scope(c.standing().Dated, func(claim *corpus.Claim) bool { return record.EventDate(claim) != "" })
	if len(c.r.Dates) > 0 && len(c.r.Names) == 0 {
		claims = c.ofDates()
	}
	if len(claims) == 0 {
		c.planFact()
		return
	}
	if len(c.r.Names) == 0 && (c.asks("deny") || c.asks("reply")) && !c.asks("accuse") {
		claims = slices.Clone(c.p.Occasions(c.r.AboutAccused()))
	}
	if len(claims) == 0 {
		c.planFact()
		return
	}
	if c.accusersInOrder() {
		return
	}
	if incidents := c.incidentsInOrder(claims); len(incidents) > 1 {
		claims = incidents
	}
	if (c.asks("speak-word") || c.asks("say") || c.asks("accuse")) && c.inOrderOfSpeech() {
		return
	}
	slices.SortStableFunc(claims, func(a, b *corpus.Claim) int { return cmp.Compare(record.EventDate(a)+"~", record.EventDate(b)+"~") }) // a month after its days
	if c.onThatDay(claims) {
		return
	}
	claims = thin(claims, 10)
	c.why = c.say("why.timeline")
	c.long, c.ordered = true, true
	first, last := claims[0], claims[len(claims)-1]
	if list := c.inOrder(claims); list != "" {
		undated, names := c.undatedNames(claims)
		lead := c.say("timeline.order", "list", list)
		if len(names) > 0 {
			lead += " " + c.say("timeline.undated", "names", c.p.Composer.Join(names))
		}
		c.leadText(lead, append(slices.Clone(claims), undated...)...)
	} else if record.EventDate(first) == record.EventDate(last) {
		c.leadText(c.say("timeline.one", "date", c.dateText(first, record.EventDate(first)))+" "+c.p.Composer.Sentence(first), claims...)
		claims = claims[1:]
	} else {
		c.leadText(c.say("timeline.lead", "from", c.dateText(first, record.EventDate(first)), "to", c.dateText(last, record.EventDate(last)), "list", c.p.Composer.Join(c.heads(claims))), claims...)
	}
	for _, claim := range claims {
		sentence := c.p.Composer.Brief(claim)
		if said := record.SaidOn(claim); said != "" && !strings.HasPrefix(said, record.EventDate(claim)) && !strings.HasPrefix(record.EventDate(claim), said) {
			sentence = c.p.Composer.Sentence(claim) // it was said at another time than it tells of
		}
		c.b.Add(c.roleOf(claim), c.say("timeline.item", "date", c.dateText(claim, record.EventDate(claim)), "sentence", sentence), claim)
	}
}

// heads names each incident of the claims that has one date and each who speaks, once.
func (c *Composition) heads(claims []*corpus.Claim) []string {
	var heads []string
	for _, claim := range claims {
		head := c.p.Composer.ShortSpeaker(claim)
		if claim.Incident != "" && record.HappenedOn(claim) != "" && claim.Period == nil {
			head = c.p.Corpus.Label(claim.Incident)
		}
		heads = record.AppendNew(heads, head)
	}
	return heads
}

// onThatDay leads with what happened or was said on the one day, or in the one month, that a question gives.
func (c *Composition) onThatDay(claims []*corpus.Claim) bool {
	if len(c.r.Dates) != 1 || c.r.Dates[0].Month == 0 {
		return false
	}
	var mine []*corpus.Claim
	for _, claim := range claims {
		if event := language.ParseDate(record.EventDate(claim)); event.Day == c.r.Dates[0].Day && c.r.Dates[0].Covers(event) {
			mine = append(mine, claim)
		}
	}
	if len(mine) == 0 || len(mine) > 3 {
		return false
	}
	c.why = c.say("why.timeline")
	c.lead(mine[0])
	if mine[0].Stance == corpus.Denies {
		c.addAnswered(mine[0])
	}
	c.also(mine[1:]...)
	return true
}

// inOrderOfSpeech puts those whom the question names in the order in which they spoke, by the first
// statement of each; it returns whether two of them made one that is dated.
func (c *Composition) inOrderOfSpeech() bool {
	var firsts []*corpus.Claim
	for _, n := range c.r.Names {
		if n.From < 0 || !n.Voice {
			continue
		}
		var first *corpus.Claim
		for _, claim := range c.standing().Said {
			if slices.Contains(n.IDs, claim.By) && (len(c.r.Dates) == 0 || c.p.Coverage(c.r, claim) > 0) {
				first = claim
				break
			}
		}
		if first != nil && !slices.Contains(firsts, first) {
			firsts = append(firsts, first)
		}
	}
	if len(firsts) < 2 {
		return false
	}
	slices.SortStableFunc(firsts, func(a, b *corpus.Claim) int { return cmp.Compare(record.SaidOn(a)+"~", record.SaidOn(b)+"~") })
	var parts []string
	for _, claim := range firsts {
		parts = append(parts, c.say("timeline.named", "name", c.bare(claim.By), "date", c.dateText(claim, record.SaidOn(claim))))
	}
	c.why = c.say("why.timeline")
	c.long, c.ordered = true, true
	c.leadText(c.say("timeline.order", "list", strings.Join(parts, "; ")), firsts...)
	c.also(firsts...)
	return true
}

// inOrder lists the names that the question gives with the first date of each, where
// there are several: it is their order that was asked for.
func (c *Composition) inOrder(claims []*corpus.Claim) string {
	var parts []string
	told := map[string]bool{}
	for _, claim := range claims {
		for _, n := range c.r.Names {
			if n.From >= 0 && !told[n.IDs[0]] && c.p.Index.Relation(c.p.Index.Number(claim), n.IDs) != 0 {
				told[n.IDs[0]] = true
				parts = append(parts, c.say("timeline.named", "name", c.bare(n.IDs[0]), "date", c.dateText(claim, record.EventDate(claim))))
			}
		}
	}
	if len(parts) < 2 {
		return ""
	}
	return strings.Join(parts, "; ")
}

// ofDates returns the accusations and denials of the dates that the question gives.
func (c *Composition) ofDates() []*corpus.Claim {
	var out []*corpus.Claim
	for _, d := range c.r.Dates {
		numbers := c.p.Index.InYear(d.Year)
		if d.Year == 0 {
			numbers = nil
			for _, claim := range c.standing().Dated[:min(len(c.standing().Dated), record.MostClaims)] {
				numbers = append(numbers, c.p.Index.Number(claim))
			}
		}
		for _, n := range numbers {
			claim := c.p.Corpus.Claims[n]
			if claim.Stance == corpus.Remark || claim.Stance == corpus.Context || !c.r.Concerns(claim) || !c.inScope(claim) || len(out) == record.MostClaims {
				continue
			}
			event := language.ParseDate(record.EventDate(claim))
			if event.Year != 0 && d.Covers(event) && (event.Month != 0 || d.Month == 0) {
				out = append(out, claim)
			}
		}
	}
	return record.DistinctClaims(out)
}

// thin keeps at most n claims, in order: the weightiest, one of each date first.
func thin(claims []*corpus.Claim, n int) []*corpus.Claim {
	if len(claims) <= n {
		return claims
	}
	order := slices.Clone(claims)
	slices.SortStableFunc(order, func(a, b *corpus.Claim) int { return cmp.Compare(record.Prominence(b), record.Prominence(a)) })
	taken, dates := map[*corpus.Claim]bool{}, map[string]bool{}
	for _, fresh := range []bool{true, false} {
		for _, claim := range order {
			if len(taken) < n && !taken[claim] && (!fresh || !dates[record.EventDate(claim)]) {
				taken[claim], dates[record.EventDate(claim)] = true, true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(claims), func(claim *corpus.Claim) bool { return !taken[claim] })
}
