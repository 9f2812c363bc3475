package planning

import (
	"cmp"
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/record"
)

// extremeDate names the earliest or the latest date of what is asked about.
func (c *Composition) extremeDate() {
	claims, dateOf := c.datedInOrder()
	if len(claims) == 0 {
		c.planFact()
		return
	}
	aspect := "first"
	if c.r.Aspect == "last" || c.r.Aspect == "largest" {
		aspect = "last"
		slices.SortStableFunc(claims, func(a, b *corpus.Claim) int { return cmp.Compare(dateOf(b), dateOf(a)) })
	}
	c.why = c.say("why.extreme")
	best := exactest(claims, claims[0], dateOf)
	c.leadText(c.say("extreme."+aspect, "date", c.dateText(best, dateOf(best)))+" "+c.p.Composer.Sentence(best), best)
	if best.Stance == corpus.Denies {
		c.addAnswered(best)
	}
	if len(claims) > 1 && best.Stance != corpus.Denies {
		c.also(claims[1])
	}
}

// datedInOrder returns the dated claims that a question for the first or the last of them is about, the
// oldest first, and by which date they are ordered: when it was said, or when it happened.
func (c *Composition) datedInOrder() (claims []*corpus.Claim, dateOf func(*corpus.Claim) string) {
	stances := accusing
	if c.asks("deny") || c.asks("reply") || c.r.AccusedSpeaks {
		stances = denying
	}
	said := c.ofStatements() || c.r.Aspect == "ends" && c.asks("accuse") || stances[0] == corpus.Denies
	dateOf = record.HappenedOn
	if said {
		dateOf = record.SaidOn
	}
	base := c.standing().Dated
	switch {
	case stances[0] == corpus.Denies:
		base = c.standing().Denials
	case said:
		base = c.statements()
	}
	claims = slices.DeleteFunc(c.scopeNamed(base), func(claim *corpus.Claim) bool {
		return !slices.Contains(stances, claim.Stance) || dateOf(claim) == ""
	})
	if c.asks("amount-word") && slices.ContainsFunc(claims, hasAmount) { // "the figure in the more recent one"
		claims = slices.DeleteFunc(claims, func(claim *corpus.Claim) bool { return !hasAmount(claim) })
	}
	if len(c.r.Query.Dates) == 1 { // "the first accusation of that year"
		then := slices.DeleteFunc(slices.Clone(claims), func(claim *corpus.Claim) bool { return !c.r.Query.Dates[0].Covers(language.ParseDate(dateOf(claim))) })
		if len(then) > 0 {
			claims = then
		}
	}
	slices.SortStableFunc(claims, func(a, b *corpus.Claim) int { return cmp.Compare(dateOf(a), dateOf(b)) })
	return claims, dateOf
}

// exactest returns, of denials on the same occasion, the one that tells the day.
func exactest(claims []*corpus.Claim, best *corpus.Claim, dateOf func(*corpus.Claim) string) *corpus.Claim {
	if best.Stance != corpus.Denies {
		return best
	}
	for _, claim := range claims {
		if record.SameOccasion(claim, best) && len(dateOf(claim)) > len(dateOf(best)) {
			best = claim
		}
	}
	return best
}
