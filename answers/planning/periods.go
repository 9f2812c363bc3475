package planning

import (
	"cmp"
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
)

// periodsBeside tells which total is said of the longest or the shortest time, or of the longer or shorter one of
// two speakers: "whose estimate covers the longest period?". False where fewer than two are said of any.
func (c *Composition) periodsBeside() bool {
	own := slices.DeleteFunc(slices.Clone(c.r.Names), func(n reading.Name) bool { return n.From < 0 || !n.Voice })
	var told []*corpus.Claim
	for _, claim := range c.within(c.standing().Totals) {
		named := len(own) < 2 || slices.ContainsFunc(own, func(n reading.Name) bool {
			return c.p.Index.Relation(c.p.Index.Number(claim), n.IDs)&(corpus.AsSpeaker|corpus.AsOwner) != 0
		})
		if named && c.months(claim) > 0 {
			told = append(told, claim)
		}
	}
	if len(told) < 2 {
		return false
	}
	slices.SortStableFunc(told, func(a, b *corpus.Claim) int { return cmp.Compare(c.months(b), c.months(a)) })
	first, last, id := told[0], told[len(told)-1], "compare.period.longer"
	if slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool { return c.p.In(t, "shorter-word") }) {
		first, last, id = last, first, "compare.period.shorter"
	}
	if c.months(first) == c.months(last) {
		return false
	}
	c.why = c.say("why.compare")
	c.leadText(c.say(id, "first", first.Period.Text, "speaker", c.p.Composer.ShortSpeaker(first), "second", last.Period.Text, "other", c.p.Composer.ShortSpeaker(last)), first, last)
	c.also(first, last)
	return true
}

// months returns how long the time is that a claim's total is said of; 0 where it is of none or open at an end.
func (c *Composition) months(claim *corpus.Claim) int {
	if claim.Period == nil {
		return 0
	}
	tokens := language.Split(claim.Period.Text)
	for _, f := range c.p.Lexicon.Figures(tokens, nil) {
		if years := int(f.Value); f.To < len(tokens) && tokens[f.To].Stem == "year" && f.Value == float64(years) && years < 100 {
			return 12 * years // "over a five-year period"
		}
	}
	from, to := language.ParseDate(claim.Period.From), language.ParseDate(claim.Period.To)
	if from.Year == 0 || to.Year == 0 {
		return 0
	}
	return 12*(to.Year-from.Year) + cmp.Or(to.Month, 12) - cmp.Or(from.Month, 1) + 1
}
