package planning

import (
	"cmp"
	"math"
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// ownSums sets beside each other the totals that one accuser gives, or those who belong to it: "which of the
// agency's two figures is larger?".
func (c *Composition) ownSums() bool {
	at := slices.IndexFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && c.p.EverSpeaks(n.IDs) && !c.p.BelongsToAccused(n.IDs) })
	if at < 0 {
		return false
	}
	id := c.r.Names[at].IDs[0]
	claims := slices.DeleteFunc(slices.Clone(c.standing().Totals), func(claim *corpus.Claim) bool {
		return c.p.Corpus.Entity(claim.By) == nil || claim.By != id && !c.p.Corpus.BelongsTo(claim.By, id) || amountOf(claim) == ""
	})
	if len(claims) < 2 {
		return false
	}
	claims = claims[:min(len(claims), record.MostListed)]
	c.why = c.say("why.total")
	text := c.say("total.own", "name", c.p.Corpus.Label(id), "list", c.p.Composer.Join(c.amounts(claims)))
	if x, y := claims[0], claims[1]; len(claims) == 2 && (c.asks("more-less") || c.asks("largest-word") || c.asks("smallest-word")) {
		id, label := "compare.larger", x
		if c.asks("less-word") || c.asks("smallest-word") {
			id, label = "compare.smaller", y
		}
		sums := c.amounts([]*corpus.Claim{x, y}) // the larger first, as totals stand
		text = c.say(id, "label", c.p.Composer.ShortSpeaker(label), "larger", sums[0], "smaller", sums[1])
	}
	if c.asks("changing-word") {
		text += " " + c.say("total.own.changed")
	}
	c.leadText(text, claims...)
	c.also(claims...)
	return true
}

// allParts returns the amounts that the accuser of a total gives within it.
func (c *Composition) allParts(whole *corpus.Claim) (parts []*corpus.Claim) {
	for _, n := range c.p.Index.InReport(whole.Report().ID) {
		if claim := c.p.Corpus.Claims[n]; claim != whole && amountOf(claim) != "" {
			if part, _ := partOf([]*corpus.Claim{claim, whole}); part == claim {
				parts = append(parts, claim)
			}
		}
	}
	return parts
}

// theRest answers what is left beside a part that the reports give: no report breaks it down.
func (c *Composition) theRest() bool {
	ask := *c.r
	ask.Facet, ask.Figures = "", nil
	part := func(claim *corpus.Claim) bool {
		return (c.tells(claim, corpus.FacetShare) || record.Measures(corpus.Part)(claim) || record.Measures(corpus.Single)(claim)) && !record.Measures(corpus.Total)(claim)
	}
	ask.Names = slices.Clone(c.r.Names)
	if len(ask.Names) == 0 && len(c.r.Except) > 0 {
		ask.Names = append(ask.Names, reading.Name{IDs: c.r.Except, Weight: 1})
	}
	if whole := c.wholeAsked(); whole != nil {
		if parts := c.allParts(whole); len(parts) > 0 {
			c.why = c.say("why.total")
			c.leadParts(whole, parts)
			c.leadText(c.say("total.rest.unnamed"), whole)
			return true
		}
	}
	if len(ask.Names) == 0 {
		return false
	}
	ask.Except = nil
	found := c.p.Choose(&ask, weighing.Filter{Stances: accusing, Keep: func(claim *corpus.Claim) bool { return c.r.Concerns(claim) && part(claim) }})
	if len(found) == 0 || !found[0].Named {
		return false
	}
	c.weighed = found
	c.why = c.say("why.best")
	c.leadText(c.say("total.rest")+" "+c.p.Composer.Sentence(found[0].Claim), found[0].Claim)
	return true
}

// wholeAsked returns the total of which the question gives the figure, or gives the accuser beside the parts; nil
// where it means no one total.
func (c *Composition) wholeAsked() *corpus.Claim {
	if len(c.r.Figures) == 1 {
		for _, n := range c.p.Index.Figure(c.r.Figures[0]) {
			if claim := c.p.Corpus.Claims[n]; hasAmount(claim) && record.Measures(corpus.Total)(claim) && c.r.Figures[0].Money() {
				return claim
			}
		}
	}
	for _, n := range c.r.Names {
		if totals := c.standing().TotalsBy[n.IDs[0]]; len(totals) == 1 && n.From >= 0 && c.ownNames() > 2 {
			return totals[0]
		}
	}
	return nil
}

// byTrait lists the amounts that are given in some way: of a single incident, as the least, in a currency, without a
// period.
func (c *Composition) byTrait() bool {
	kind, id := "any", ""
	var keep func(*corpus.Claim) bool
	switch unit := c.unitNamed(); {
	case c.asks("period-noun"):
		kind, id, keep = "total", "total.trait.period", func(claim *corpus.Claim) bool { return claim.Period == nil }
	case c.asks("floor-word"):
		id, keep = "total.trait.least", func(claim *corpus.Claim) bool {
			words := language.Split(amountOf(claim))
			return len(words) > 0 && (c.p.In(words[0], "above-word") || c.p.hasPhrase(words, "above-word") || c.p.hasPhrase(words, "floor-word"))
		}
	case unit != "":
		id, keep = "total.trait.unit", func(claim *corpus.Claim) bool {
			f := c.p.Index.FeaturesOf(claim)
			return slices.ContainsFunc(f.Figures, func(g language.Figure) bool { return g.Unit == unit })
		}
	case c.asks("single-incident"):
		kind, id = "single", "total.trait.single"
	default:
		return false
	}
	claims := slices.DeleteFunc(slices.Clone(c.within(c.standing().Amounts[kind])), func(claim *corpus.Claim) bool {
		return !c.r.Concerns(claim) || keep != nil && !keep(claim)
	})
	if len(claims) == 0 && c.unitNamed() != "" {
		c.abstain("abstain.amount")
		return true
	}
	if len(claims) == 0 {
		return false
	}
	claims = claims[:min(len(claims), record.MostListed)]
	c.why = c.say("why.list")
	c.long = true
	c.leadText(c.say(id, "list", c.p.Composer.Join(c.amounts(claims))), claims...)
	c.also(claims[:min(3, len(claims))]...)
	return true
}

// unitNamed returns the currency that the question names; empty where it names none.
func (c *Composition) unitNamed() string {
	for _, t := range c.r.Query.Tokens {
		if unit := c.p.Lexicon.Unit(t.Word); unit != "" && !c.p.Lexicon.Measures(unit) {
			return unit
		}
	}
	return ""
}

// nearestAmount names the total nearest to that of whom the question names, or to the figure that it gives; of two
// that it offers, the nearer one.
func (c *Composition) nearestAmount() bool {
	var named []*corpus.Claim
	if len(c.r.Figures) == 0 || len(c.r.Names) > 1 {
		for _, n := range c.r.Names {
			if n.From < 0 || n.Weak {
				continue
			}
			if best := c.largestBy(n.IDs[0]); best != nil && !slices.Contains(named, best) {
				named = append(named, best)
			}
		}
	}
	if len(c.r.Figures) == 1 && len(named) < 2 {
		for _, n := range c.p.Index.Figure(c.r.Figures[0]) {
			if claim := c.p.Corpus.Claims[n]; hasAmount(claim) {
				named = []*corpus.Claim{claim}
				break
			}
		}
	}
	if len(named) == 0 {
		return false
	}
	reference, others := named[0], named[1:]
	at, _ := c.p.Value(reference)
	offered := len(others) == 2
	if !offered {
		others = slices.DeleteFunc(slices.Clone(c.standing().Amounts["total"]), func(claim *corpus.Claim) bool {
			value, _ := c.p.Value(claim)
			over, under := c.asks("above-word"), c.asks("below-word")
			return !c.r.Concerns(claim) || value == at || over && !under && value < at || under && !over && value > at
		})
	}
	if at == 0 || len(others) == 0 {
		return false
	}
	slices.SortStableFunc(others, func(a, b *corpus.Claim) int {
		x, _ := c.p.Value(a)
		y, _ := c.p.Value(b)
		return cmp.Compare(math.Abs(x-at), math.Abs(y-at))
	})
	c.why = c.say("why.extreme")
	ref, amounts := c.amounts([]*corpus.Claim{reference})[0], c.amounts(others[:min(2, len(others))])
	if offered {
		c.leadText(c.say("extreme.nearer", "reference", ref, "nearest", amounts[0], "other", amounts[1]), others[0], reference, others[1])
	} else {
		c.leadText(c.say("extreme.nearest", "reference", ref, "nearest", amounts[0])+" "+c.p.Composer.Sentence(others[0]), others[0], reference)
	}
	c.also(reference)
	return true
}
