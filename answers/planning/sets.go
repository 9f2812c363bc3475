package planning

import (
	"cmp"
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// scope returns the claims that a question about many of them is about: those
// that fit its names and words, or all of the given ones.
func (c *Composition) scope(all []*corpus.Claim, keep func(*corpus.Claim) bool) []*corpus.Claim {
	if c.r.Specific() {
		found := c.p.Choose(c.r, weighing.Filter{Keep: keep})
		c.weighed = found
		var out []*corpus.Claim
		for _, s := range weighing.Distinct(found) {
			if s.Fit >= 0.45 && (s.Named || len(c.r.Names) == 0) || c.r.Intent == "timeline" && len(c.r.Names) > 1 && c.p.touchesAny(c.r, s.N) {
				out = append(out, s.Claim)
			}
		}
		if len(out) > 0 {
			return out
		}
		if len(c.r.Names) > 0 {
			return nil
		}
	}
	return c.within(all)
}

// touchesAny tells whether the claim has one of the names that the question lists.
func (p *Planner) touchesAny(r *reading.Request, claim int32) bool {
	return slices.ContainsFunc(r.Names, func(n reading.Name) bool {
		return p.Index.Relation(claim, n.IDs)&(corpus.AsIncident|corpus.AsTarget|corpus.AsSpeaker|corpus.AsActor) != 0
	})
}

// within keeps the claims of the reports asked about; all when none is named.
func (c *Composition) within(claims []*corpus.Claim) []*corpus.Claim {
	if len(c.r.Reports) == 0 {
		return slices.Clone(claims[:min(len(claims), record.MostClaims)])
	}
	var out []*corpus.Claim
	for _, claim := range claims {
		if c.inScope(claim) {
			out = append(out, claim)
		}
	}
	return out
}

// narrow keeps the claims that have what the question says of them ("exchange"),
// in their order, if any has.
func (c *Composition) narrow(claims []*corpus.Claim) []*corpus.Claim {
	if len(c.contentTerms()) == 0 {
		return claims
	}
	sub := *c.r
	sub.Terms = slices.DeleteFunc(slices.Clone(c.r.Terms), func(t reading.Term) bool { return c.p.onlyFrames(c.r, t) || t.Stem == c.unit() })
	among := make(map[*corpus.Claim]bool, len(claims))
	for _, claim := range claims {
		among[claim] = true
	}
	found := c.p.Choose(&sub, weighing.Filter{Stances: accusing, Keep: func(claim *corpus.Claim) bool { return among[claim] }})
	var kept []*corpus.Claim
	for _, claim := range claims {
		for i := range found {
			if found[i].Claim == claim && found[i].Hit && found[i].WordFit(&sub) >= 0.4 {
				kept = append(kept, claim)
			}
		}
	}
	if len(kept) == 0 {
		return claims
	}
	return kept
}

// onlyFrames tells whether a word only says what kind of figure is looked for.
func (p *Planner) onlyFrames(r *reading.Request, t reading.Term) bool {
	for _, group := range []string{"single-incident", "whole-total", "amount-word", "accuser-word", "blame", "attribute", "accuse", "bag-word"} {
		if p.OfGroup(r, t, group) {
			return true
		}
	}
	return t.Light || t.Stray
}

// scopeNamed keeps, of claims in some order, those that have the names of the
// question: words such as "theft" narrow nothing.
func (c *Composition) scopeNamed(all []*corpus.Claim) []*corpus.Claim {
	var out []*corpus.Claim
	for _, claim := range all {
		if c.inScope(claim) && c.r.Concerns(claim) && c.apart(claim) && (c.hasNames(claim) || c.r.Enumerates() && c.p.touchesAny(c.r, c.p.Index.Number(claim))) {
			out = append(out, claim)
		}
	}
	return out
}

// apart tells whether a claim is none of those that the question leaves aside.
func (c *Composition) apart(claim *corpus.Claim) bool {
	return len(c.r.Except) == 0 || c.p.Index.Relation(c.p.Index.Number(claim), c.r.Except)&(corpus.AsSpeaker|corpus.AsOwner) == 0
}

// planList enumerates accusers, or the facts of the kind that was asked for.
func (c *Composition) planList() {
	if c.abstainsUnknown() {
		return
	}
	switch {
	case (c.r.Aspect == "accusers" || c.r.Aspect == "kind") && c.asks("share-word") && c.accusersAsked() && c.leadShare():
	case c.r.Aspect == "accusations-without":
		if !c.accusationsWithout() {
			c.planFact()
		}
	case c.r.Aspect == "other-accused":
		if !c.otherAccused() {
			c.abstain("abstain.subject")
		}
	case c.r.Aspect == "quoted":
		if true {
			c.planFact()
		}
	case c.r.Aspect == "parts-played":
		if !c.partsPlayed() && !c.accusedAndHit() {
			c.planFact()
		}
	case c.r.Aspect == "accusers-with":
		if !c.accusersWith() {
			c.planFact()
		}
	case c.r.Aspect == "accusers":
		c.listAccusers(2 * record.MostListed)
	case c.r.Aspect == "accusations", c.r.Aspect == "" && c.r.Facet == "" && len(c.r.Accused) > 0 && !c.r.Specific() && len(c.r.Dates) == 0:
		c.listAccusations() // "and the mill?", after what another was accused of
	case c.r.Aspect == "figures" && c.r.Facet == corpus.FacetPurpose && c.eachPurpose():
	case c.r.Aspect == "figures" && c.r.Facet == corpus.FacetCount && c.asks("headcount-word"):
		c.planFact() // "what are the two headcounts?": of people, and not of money
	case c.r.Aspect == "figures", c.r.Aspect == "beyond", c.r.Aspect == "traits":
		c.planTotal()
	case c.r.Aspect == "reports" && c.r.Specific() && len(c.r.Figures) > 0:
		c.planMentions() // "in which report did the guild speak of 40 tonnes?"
	case c.r.Aspect == "reports":
		c.listReports(c.r.AboutAccused())
	case c.r.Aspect == "dates" && len(c.r.Dates) == 0 && c.reportsInOrder():
	case c.r.Aspect == "dates":
		c.datedReports()
	case c.r.Aspect == "kind":
		c.planKinds()
	case c.r.Aspect == "denials" && c.denialsWith():
	case c.r.Aspect == "denials":
		c.allReplies()
	default:
		c.listFacts()
	}
}

// leadShare leads with the accusation that gives the share of what is asked about: "which accuser
// says what fraction it pays for?"
func (c *Composition) leadShare() bool {
	alone := c.p.hasPhrase(c.r.Query.Tokens, "share-alone") // "who gives a share, and no sum?"
	found := c.p.Choose(c.r, weighing.Filter{Stances: accusing, Keep: func(claim *corpus.Claim) bool {
		return c.r.Concerns(claim) && c.tells(claim, corpus.FacetShare) && !(alone && slices.ContainsFunc(c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)], func(o *corpus.Claim) bool {
			return o.By == claim.By && amountOf(o) != ""
		}))
	}})
	if len(found) == 0 || !found[0].Hit && !alone {
		return false
	}
	c.weighed = found
	c.why = c.say("why.best")
	c.lead(found[0].Claim)
	return true
}

// listAccusers names those who accuse, at most so many.
func (c *Composition) listAccusers(limit int) {
	firsts := c.accuserClaims()
	if len(firsts) == 0 && len(c.r.Names) > 0 {
		c.r.Intent, c.r.Aspect = "accuser", "" // of what was told before, by an article in its own voice
		c.planFact()
		return
	}
	if len(firsts) == 0 {
		c.abstain("abstain.subject")
		return
	}
	id := "list.accusers"
	if len(firsts) > limit {
		id, firsts = "list.accusers.more", firsts[:limit]
	}
	c.why = c.say("why.list")
	c.long = true
	for _, group := range byAccused(firsts) {
		text := c.say(id, "accused", c.p.Corpus.Name(group[0].Report().Accused), "names", c.p.Composer.Join(c.p.Composer.Speakers(group)))
		if named, unnamed := apartUnnamed(group); id == "list.accusers" && len(named) > 1 && len(unnamed) > 1 {
			text = c.say(id, "accused", c.p.Corpus.Name(group[0].Report().Accused), "names", c.p.Composer.Join(c.p.Composer.Speakers(named))) +
				" " + c.say("list.accusers.unnamed", "names", c.p.Composer.Join(c.p.Composer.Speakers(unnamed)))
		}
		c.leadText(text, group...)
	}
	c.also(firsts[:min(3, len(firsts))]...)
}

// apartUnnamed sets the claims of those who have a name apart from those of others.
func apartUnnamed(claims []*corpus.Claim) (named, unnamed []*corpus.Claim) {
	for _, claim := range claims {
		if claim.By == corpus.Unnamed {
			unnamed = append(unnamed, claim)
		} else {
			named = append(named, claim)
		}
	}
	return named, unnamed
}

// byAccused groups claims by whom they are about, at most three groups, in order.
func byAccused(claims []*corpus.Claim) [][]*corpus.Claim {
	var out [][]*corpus.Claim
	for _, claim := range claims {
		at := slices.IndexFunc(out, func(g []*corpus.Claim) bool { return g[0].Report().Accused == claim.Report().Accused })
		switch {
		case at >= 0:
			out[at] = append(out[at], claim)
		case len(out) < 3:
			out = append(out, []*corpus.Claim{claim})
		}
	}
	return out
}

// listAccusations leads with the weightiest accusation, and names who else accuses.
func (c *Composition) listAccusations() {
	if c.r.GoesOn() || c.r.Facet != "" && c.r.Facet != corpus.FacetTarget {
		c.planFact() // "what is it accused of hiding?"
		return
	}
	firsts := c.accuserClaims()
	if len(firsts) == 0 {
		c.planFact()
		return
	}
	c.why = c.say("why.list")
	c.long = true
	c.lead(firsts[0])
	if rest := firsts[1:min(len(firsts), 2*record.MostListed)]; len(rest) > 0 {
		c.leadText(c.say("list.also", "names", c.p.Composer.Join(c.p.Composer.Speakers(rest))), rest...)
		c.also(rest[:min(3, len(rest))]...)
	}
	if c.asks("everything-word") {
		c.alsoEvery(firsts)
	}
}

// alsoEvery adds what else is alleged, as much as anybody reads, and tells how much more
// there is: few of many must not look like all.
func (c *Composition) alsoEvery(firsts []*corpus.Claim) {
	var more []*corpus.Claim
	for _, claim := range c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)] {
		if claim.Stance == corpus.Alleges && !slices.Contains(firsts, claim) {
			more = append(more, claim)
		}
	}
	all := append(slices.Clone(firsts), c.scopeNamed(record.DistinctClaims(more))...)
	shown := min(len(all), record.MostListed)
	c.also(all[:shown]...)
	if rest := all[shown:]; len(rest) > 0 {
		id := "list.rest"
		if len(c.p.Corpus.Claims) > record.MostClaims {
			id = "list.rest.uncounted"
		}
		c.b.Add(compose.Caveat, c.say(id, "count", c.p.Composer.Count(len(rest)), "shown", c.p.Composer.Count(shown)), rest...)
	}
}

// accuserClaims returns the weightiest accusation of each accuser, of those that
// have the names of the question.
func (c *Composition) accuserClaims() []*corpus.Claim {
	if len(c.r.Names) == 0 && len(c.r.Reports) == 0 {
		return c.scopeNamed(c.standing().Accusers)
	}
	var claims []*corpus.Claim
	home, at := c.homeOfAccusers()
	if home != "" {
		others, r := *c, *c.r
		r.Names = slices.Delete(slices.Clone(r.Names), at, at+1)
		others.r = &r
		claims = slices.DeleteFunc(others.scopeNamed(c.standing().Accusers), func(claim *corpus.Claim) bool { return !c.p.Corpus.BelongsTo(claim.By, home) })
	} else {
		claims = c.scopeNamed(c.accusationsNamed())
	}
	slices.SortStableFunc(claims, func(a, b *corpus.Claim) int { return cmp.Compare(record.Prominence(b), record.Prominence(a)) })
	var out []*corpus.Claim
	for _, claim := range claims {
		if !slices.ContainsFunc(out, func(f *corpus.Claim) bool { return f.By == claim.By }) {
			out = append(out, claim)
		}
	}
	return out
}

// accusationsNamed returns what is alleged, by whoever has a name, of what the question names.
func (c *Composition) accusationsNamed() []*corpus.Claim {
	var claims []*corpus.Claim
	for _, s := range c.candidates() {
		if claim := c.p.Corpus.Claims[s]; (claim.Stance == corpus.Alleges || claim.Stance == corpus.Counters && (len(c.r.Accused) == 0 || c.r.AccusedSpeaks)) && c.p.Corpus.Entity(claim.By) != nil {
			claims = append(claims, claim)
		}
	}
	return claims
}

// homeOfAccusers returns the country whose agencies or officials are asked for ("which
// northern agencies accuse them?"), and which of the names that is; empty where none are.
func (c *Composition) homeOfAccusers() (string, int) {
	tokens := c.r.Query.Tokens
	for k, n := range c.r.Names {
		entity := c.p.Corpus.Entity(n.IDs[0])
		if n.From >= 0 && entity.Kind == corpus.Body && entity.Of != "" && !reading.EndsInName(c.p.Corpus.Label(entity.ID)) && !c.p.BelongsToAccused(n.IDs) {
			return entity.Of, k // "northern agencies" are any of them
		}
		if n.From < 0 || entity.Kind != corpus.Party && entity.Kind != corpus.Place || c.p.IsAccused(n.IDs) {
			continue
		}
		for _, t := range tokens[n.From+1 : min(len(tokens), n.From+4)] {
			if c.p.In(t, "official") || c.p.In(t, "agency") || c.p.In(t, "organisation") || c.p.In(t, "expert") || c.p.In(t, "accuser") {
				return n.IDs[0], k
			}
		}
	}
	return "", -1
}

// candidates returns the claims, by number, that the rarest name of the question
// or its reports lead to.
func (c *Composition) candidates() []int32 {
	var best []int32
	for i, name := range c.r.Names {
		var mine []int32
		for _, id := range name.IDs {
			for _, p := range c.p.Index.Entity(id) {
				mine = append(mine, p.Claim)
			}
		}
		if i == 0 || len(mine) < len(best) {
			best = mine
		}
	}
	if len(c.r.Names) == 0 {
		for _, id := range c.r.Reports {
			best = append(best, c.p.Index.InReport(id)...)
		}
	}
	slices.Sort(best)
	return slices.Compact(best)
}

func (c *Composition) listFacts() {
	facet := c.r.Facet
	if c.r.Leans && len(c.r.Focus) > 0 && !c.withoutListing().OwnContent() {
		c.listOfFocus()
		return
	}
	found := weighing.Distinct(c.p.Choose(c.r, weighing.Filter{Keep: func(claim *corpus.Claim) bool {
		return facet == "" || c.tells(claim, facet)
	}}))
	c.weighed = found
	replies := func(claim *corpus.Claim) bool {
		return claim.Stance == corpus.Denies || claim.Stance == corpus.Counters
	}
	var claims []*corpus.Claim
	for _, s := range found {
		if s.Fit >= enough && s.Named && s.Score >= 0.5*found[0].Score && len(claims) < 6 && replies(s.Claim) == replies(found[0].Claim) {
			claims = append(claims, s.Claim)
		}
	}
	if len(claims) == 0 {
		c.planFact()
		return
	}
	if remark := c.leavesOpen(claims[0]); remark != nil {
		c.leadRemark(remark) // "list the 17 villages", which the article does not
		return
	}
	c.listed(claims)
}
