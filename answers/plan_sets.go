package answers

import (
	"cmp"
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
)

// considerable bounds how many claims of a whole corpus a list is made from.
const considerable = 4000

// scope returns the claims that a question about many of them is about: those
// that fit its names and words, or all of the given ones.
func (c *composition) scope(all []*corpus.Claim, keep func(*corpus.Claim) bool) []*corpus.Claim {
	if c.r.specific() {
		found := c.e.choose(c.r, choice{keep: keep})
		c.weighed = found
		var out []*corpus.Claim
		for _, s := range distinct(found) {
			if s.fit >= 0.45 && (s.named || len(c.r.names) == 0) || c.r.intent == "timeline" && len(c.r.names) > 1 && c.e.touchesAny(c.r, s.n) {
				out = append(out, s.claim)
			}
		}
		if len(out) > 0 {
			return out
		}
		if len(c.r.names) > 0 {
			return nil
		}
	}
	return c.within(all)
}

// touchesAny tells whether the claim has one of the names that the question lists.
func (e *Engine) touchesAny(r *request, claim int32) bool {
	return slices.ContainsFunc(r.names, func(n name) bool {
		return e.index.Relation(claim, n.ids)&(corpus.AsIncident|corpus.AsTarget|corpus.AsSpeaker|corpus.AsActor) != 0
	})
}

// within keeps the claims of the reports asked about; all when none is named.
func (c *composition) within(claims []*corpus.Claim) []*corpus.Claim {
	if len(c.r.reports) == 0 {
		return slices.Clone(claims[:min(len(claims), considerable)])
	}
	var out []*corpus.Claim
	for _, claim := range claims {
		if c.inScope(claim) {
			out = append(out, claim)
		}
	}
	return out
}

func hasAmount(claim *corpus.Claim) bool {
	return claim.Stance == corpus.Alleges && amountOf(claim) != ""
}

func measures(m corpus.Measure) func(*corpus.Claim) bool {
	return func(claim *corpus.Claim) bool {
		return claim.Stance == corpus.Alleges && slices.ContainsFunc(claim.Figures, func(f corpus.Figure) bool { return f.Measures == m && !f.Missing })
	}
}

// asks tells whether the question uses a word of the group.
func (c *composition) asks(group string) bool {
	return c.e.asks(c.r, group)
}

// narrow keeps the claims that have what the question says of them ("exchange"),
// in their order, if any has.
func (c *composition) narrow(claims []*corpus.Claim) []*corpus.Claim {
	if len(c.contentTerms()) == 0 {
		return claims
	}
	sub := *c.r
	sub.terms = slices.DeleteFunc(slices.Clone(c.r.terms), func(t term) bool { return c.e.frames(c.r, t) || t.Stem == c.currency() })
	among := make(map[*corpus.Claim]bool, len(claims))
	for _, claim := range claims {
		among[claim] = true
	}
	found := c.e.choose(&sub, choice{stances: accusing, keep: func(claim *corpus.Claim) bool { return among[claim] }})
	var kept []*corpus.Claim
	for _, claim := range claims {
		for i := range found {
			if found[i].claim == claim && found[i].hit && sub.wordFit(&found[i]) >= 0.4 {
				kept = append(kept, claim)
			}
		}
	}
	if len(kept) == 0 {
		return claims
	}
	return kept
}

// frames tells whether a word only says what kind of figure is looked for.
func (e *Engine) frames(r *request, t term) bool {
	for _, group := range []string{"single-incident", "whole-total", "amount-word", "accuser-word"} {
		if e.ofGroup(r, t, group) {
			return true
		}
	}
	return t.light || t.stray
}

// scopeNamed keeps, of claims in some order, those that have the names of the
// question: words such as "theft" narrow nothing.
func (c *composition) scopeNamed(all []*corpus.Claim) []*corpus.Claim {
	var out []*corpus.Claim
	for _, claim := range all {
		if c.inScope(claim) && c.r.concerns(claim) && c.apart(claim) && (c.hasNames(claim) || c.r.enumerates() && c.e.touchesAny(c.r, c.e.index.Number(claim))) {
			out = append(out, claim)
		}
	}
	return out
}

// apart tells whether a claim is none of those that the question leaves aside.
func (c *composition) apart(claim *corpus.Claim) bool {
	return len(c.r.except) == 0 || c.e.index.Relation(c.e.index.Number(claim), c.r.except)&(corpus.AsSpeaker|corpus.AsOwner) == 0
}

// enumerates tells whether the question lists three names and more to choose from.
func (r *request) enumerates() bool {
	n := 0
	for i := range r.names {
		if r.names[i].from >= 0 {
			n++
		}
	}
	return n >= 3
}

func (c *composition) hasNames(claim *corpus.Claim) bool {
	for _, name := range c.r.names {
		if c.e.index.Relation(c.e.index.Number(claim), name.ids) == 0 {
			return false
		}
	}
	return true
}

// planList enumerates accusers, or the facts of the kind that was asked for.
func (c *composition) planList() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	switch {
	case c.r.aspect == "accusers":
		c.listAccusers(2 * most)
	case c.r.aspect == "accusations", c.r.aspect == "" && c.r.facet == "" && len(c.r.accused) > 0 && !c.r.specific() && len(c.r.dates) == 0:
		c.listAccusations() // "and the mill?", after what another was accused of
	case c.r.aspect == "figures" && c.r.facet == corpus.FacetPurpose && c.eachPurpose():
	case c.r.aspect == "figures", c.r.aspect == "beyond":
		c.planTotal()
	case c.r.aspect == "reports" && c.r.specific() && len(c.r.figures) > 0:
		c.planMentions() // "in which report did the guild speak of 40 tonnes?"
	case c.r.aspect == "reports":
		c.listReports(c.r.parties())
	case c.r.aspect == "dates":
		c.datedReports()
	case c.r.aspect == "kind":
		c.planKinds()
	case c.r.aspect == "denials":
		c.allReplies()
	default:
		c.listFacts()
	}
}

// listAccusers names those who accuse, at most so many.
func (c *composition) listAccusers(limit int) {
	firsts := c.accuserClaims()
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
		c.leadText(c.say(id, "accused", c.e.composer.Name(group[0].Report().Accused), "names", c.e.composer.Join(c.e.composer.Accusers(group))), group...)
	}
	c.also(firsts[:min(3, len(firsts))]...)
}

// goesOn tells whether content follows the words by which the question asks.
func (r *request) goesOn() bool {
	if r.query.Asks == nil || len(r.query.Asks.Explained) == 0 {
		return false
	}
	last := slices.Max(r.query.Asks.Explained)
	return slices.ContainsFunc(r.terms, func(t term) bool { return t.From > last && t.Known && !t.Asked && !t.light })
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
func (c *composition) listAccusations() {
	if c.r.goesOn() || c.r.facet != "" && c.r.facet != corpus.FacetTarget {
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
	if rest := firsts[1:min(len(firsts), 2*most)]; len(rest) > 0 {
		c.leadText(c.say("list.also", "names", c.e.composer.Join(c.e.composer.Accusers(rest))), rest...)
		c.also(rest[:min(3, len(rest))]...)
	}
	if c.asks("everything-word") {
		c.alsoEvery(firsts)
	}
}

// alsoEvery adds what else is alleged, as much as anybody reads, and tells how much more
// there is: few of many must not look like all.
func (c *composition) alsoEvery(firsts []*corpus.Claim) {
	var more []scored
	for n, claim := range c.e.corpus.Claims[:min(len(c.e.corpus.Claims), considerable)] {
		if claim.Stance == corpus.Alleges && !slices.Contains(firsts, claim) {
			more = append(more, scored{claim: claim, n: int32(n)})
		}
	}
	all := append(slices.Clone(firsts), c.scopeNamed(claimsOf(distinct(more)))...)
	shown := min(len(all), most)
	c.also(all[:shown]...)
	if rest := all[shown:]; len(rest) > 0 {
		id := "list.rest"
		if len(c.e.corpus.Claims) > considerable {
			id = "list.rest.uncounted"
		}
		c.b.Add(compose.Caveat, c.say(id, "count", c.e.composer.Count(len(rest)), "shown", c.e.composer.Count(shown)), rest...)
	}
}

// accuserClaims returns the weightiest accusation of each accuser, of those that
// have the names of the question.
func (c *composition) accuserClaims() []*corpus.Claim {
	if len(c.r.names) == 0 && len(c.r.reports) == 0 {
		return c.scopeNamed(c.standing().accusers)
	}
	var claims []*corpus.Claim
	home, at := c.homeOfAccusers()
	if home != "" {
		others, r := *c, *c.r
		r.names = slices.Delete(slices.Clone(r.names), at, at+1)
		others.r = &r
		claims = slices.DeleteFunc(others.scopeNamed(c.standing().accusers), func(claim *corpus.Claim) bool { return !c.e.corpus.BelongsTo(claim.By, home) })
	} else {
		claims = c.scopeNamed(c.accusationsNamed())
	}
	slices.SortStableFunc(claims, func(a, b *corpus.Claim) int { return cmp.Compare(prominence(b), prominence(a)) })
	var out []*corpus.Claim
	for _, claim := range claims {
		if !slices.ContainsFunc(out, func(f *corpus.Claim) bool { return f.By == claim.By }) {
			out = append(out, claim)
		}
	}
	return out
}

// accusationsNamed returns what is alleged, by whoever has a name, of what the question names.
func (c *composition) accusationsNamed() []*corpus.Claim {
	var claims []*corpus.Claim
	for _, s := range c.candidates() {
		if claim := c.e.corpus.Claims[s]; (claim.Stance == corpus.Alleges || claim.Stance == corpus.Counters && (len(c.r.accused) == 0 || c.r.accusedSpeaks)) && c.e.corpus.Entity(claim.By) != nil {
			claims = append(claims, claim)
		}
	}
	return claims
}

// homeOfAccusers returns the country whose agencies or officials are asked for ("which
// northern agencies accuse them?"), and which of the names that is; empty where none are.
func (c *composition) homeOfAccusers() (string, int) {
	tokens := c.r.query.Tokens
	for k, n := range c.r.names {
		entity := c.e.corpus.Entity(n.ids[0])
		if n.from >= 0 && entity.Kind == corpus.Body && entity.Of != "" && !printsName(c.e.composer.Label(entity.ID)) && !c.e.speaksForAccused(n.ids) {
			return entity.Of, k // "northern agencies" are any of them
		}
		if n.from < 0 || entity.Kind != corpus.Party && entity.Kind != corpus.Place || c.e.isAccused(n.ids) {
			continue
		}
		for _, t := range tokens[n.from+1 : min(len(tokens), n.from+4)] {
			if c.e.in(t, "official") || c.e.in(t, "agency") || c.e.in(t, "organisation") || c.e.in(t, "expert") || c.e.in(t, "accuser") {
				return n.ids[0], k
			}
		}
	}
	return "", -1
}

// candidates returns the claims, by number, that the rarest name of the question
// or its reports lead to.
func (c *composition) candidates() []int32 {
	var best []int32
	for i, name := range c.r.names {
		var mine []int32
		for _, id := range name.ids {
			for _, p := range c.e.index.Entity(id) {
				mine = append(mine, p.Claim)
			}
		}
		if i == 0 || len(mine) < len(best) {
			best = mine
		}
	}
	if len(c.r.names) == 0 {
		for _, id := range c.r.reports {
			best = append(best, c.e.index.InReport(id)...)
		}
	}
	slices.Sort(best)
	return slices.Compact(best)
}

func (c *composition) listFacts() {
	facet := c.r.facet
	if c.r.leans && len(c.r.focus) > 0 && !c.withoutListing().ownContent() {
		c.listOfFocus()
		return
	}
	found := distinct(c.e.choose(c.r, choice{keep: func(claim *corpus.Claim) bool {
		return facet == "" || c.tells(claim, facet)
	}}))
	c.weighed = found
	replies := func(claim *corpus.Claim) bool {
		return claim.Stance == corpus.Denies || claim.Stance == corpus.Counters
	}
	var claims []*corpus.Claim
	for _, s := range found {
		if s.fit >= enough && s.named && s.score >= 0.5*found[0].score && len(claims) < 6 && replies(s.claim) == replies(found[0].claim) {
			claims = append(claims, s.claim)
		}
	}
	if len(claims) == 0 {
		c.planFact()
		return
	}
	c.listed(claims)
}
