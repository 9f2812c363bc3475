package answers

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// withoutListing is the request without the words that only ask for a list.
func (c *composition) withoutListing() *request {
	sub := *c.r
	sub.terms = slices.DeleteFunc(slices.Clone(c.r.terms), func(t term) bool {
		return t.From != t.To && c.e.in(c.r.query.Tokens[t.From], "list-asking")
	})
	return &sub
}

// listed leads with the first two claims of a list, and gives the others after the reply.
func (c *composition) listed(claims []*corpus.Claim) {
	c.why = c.say("why.list")
	c.long = true
	c.lead(claims[:min(2, len(claims))]...)
	c.also(claims[min(2, len(claims)):]...)
}

// purposes bounds how many one sentence lists.
const purposes = 8

// eachPurpose leads with what several accusers say the money is for, where the
// question fits none of them better than the others.
func (c *composition) eachPurpose() bool {
	if len(c.r.parties()) == 0 {
		c.r.party = c.e.wordsOnly(c.r) // "what was the money from the mills for?", where one affair of all is about mills
	}
	ask := *c.r
	if c.r.aspect == "figures" { // "weapons, missiles: what does each accuser say it pays for?"
		ask.names = slices.DeleteFunc(slices.Clone(ask.names), func(n name) bool { return c.e.corpus.Entity(n.ids[0]).Kind == corpus.Programme })
	}
	if len(ask.names)+len(ask.figures)+len(ask.dates)+len(ask.reports) > 0 || c.r.foreign() > 0.3 {
		return false
	}
	var claims []*corpus.Claim
	found := distinct(c.e.choose(&ask, choice{stances: accusing, keep: func(claim *corpus.Claim) bool {
		return c.tells(claim, corpus.FacetPurpose) && c.r.concerns(claim)
	}}))
	every := c.asks("various-word") && c.asks("accuser-word") // "what do the various accusers say it pays for?"
	for _, s := range found {
		if (every && len(s.claim.Purpose) > 0 || !every && s.score >= near*found[0].score && s.fit >= 0.2) && !slices.ContainsFunc(claims, func(claim *corpus.Claim) bool { return claim.By == s.claim.By }) {
			claims = append(claims, s.claim)
		}
	}
	if len(claims) < 3 {
		return false
	}
	c.weighed = found
	c.why = c.say("why.list")
	c.long = every || c.asks("list-asking")
	told := slices.DeleteFunc(slices.Clone(claims), func(claim *corpus.Claim) bool { return len(claim.Purpose) == 0 })
	if told = told[:min(len(told), purposes)]; len(told) < 3 {
		c.lead(claims[:2]...)
		c.also(claims[2:min(5, len(claims))]...)
		return true
	}
	items := make([]string, len(told))
	for i, claim := range told {
		items[i] = c.e.composer.Amount(c.e.composer.Join(claim.Purpose), c.whose(claim))
	}
	c.leadText(c.say("list.purposes", "list", c.e.composer.Join(items)), told...)
	c.also(told[:2]...)
	return true
}

// namedTargets leads with the claims that name those who were hit, where nothing
// else narrows the question.
func (c *composition) namedTargets() bool {
	if len(c.r.figures)+len(c.r.dates)+len(c.r.reports) > 0 || c.r.leans || slices.ContainsFunc(c.r.names, func(n name) bool { return c.e.corpus.Entity(n.ids[0]).Kind != corpus.Asset }) {
		return false
	}
	var claims []*corpus.Claim
	var told []string
	for _, s := range distinct(c.e.choose(c.r, choice{stances: accusing, keep: func(claim *corpus.Claim) bool {
		return c.r.concerns(claim) && slices.ContainsFunc(claim.Targets, c.proper)
	}})) {
		if missing, foreign := c.headless(&s); missing && !foreign {
			continue // "which mills": a barge is none
		}
		for _, id := range s.claim.Targets {
			if c.proper(id) && !slices.Contains(told, id) && len(claims) < most {
				told = append(told, id)
				if !slices.Contains(claims, s.claim) {
					claims = append(claims, s.claim)
				}
			}
		}
	}
	if len(claims) < 2 {
		return false
	}
	c.listed(claims)
	return true
}

// preferNamed puts the claim first that names whom it was done to, where just the names
// are asked for ("it mentions two mills: which ones?") and the best claim has none.
func (c *composition) preferNamed(found []scored) {
	names := func(s scored) bool { return slices.ContainsFunc(s.claim.Targets, c.proper) }
	byName := c.asks("named-word") || c.asks("list-asking") || c.asks("which-ones") || c.asks("mentioning-verb") || c.asks("example-word")
	firm := slices.ContainsFunc(c.r.query.Tokens, func(t language.Token) bool { return c.e.in(t, "firm-word") })
	if c.r.facet == corpus.FacetTarget && !byName && !(firm && c.e.in(c.r.first(), "which-word")) || c.r.facet != corpus.FacetTarget && !(c.r.facet == "" && firm && byName) || len(found) == 0 || names(found[0]) {
		return
	}
	for i := range found {
		s := found[i]
		told := s.named == found[0].named || !slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 && c.e.index.Relation(s.n, n.ids) == 0 })
		if names(s) && told && s.spoken == found[0].spoken && s.score >= 0.4*found[0].score && c.r.wordFit(&s) >= c.r.wordFit(&found[0])-0.01 && (byName && c.r.facet != "" || s.claim.By == found[0].claim.By && s.claim.Report() == found[0].claim.Report()) {
			found[i].named = true
			toFront(found, i)
			return
		}
	}
}

// namedMembers leads with the claims on those that belong to what the question asks
// "which" of: "which metals were taken?"
func (c *composition) namedMembers() bool {
	if len(c.r.names) != 1 || len(c.r.figures)+len(c.r.dates)+len(c.r.reports) > 0 || c.r.leans {
		return false
	}
	n := c.r.names[0]
	if n.from < 1 || !c.e.opensFact(c.r.query.Tokens[n.from-1]) || c.e.corpus.Entity(n.ids[0]).Kind != corpus.Asset {
		return false
	}
	var claims []*corpus.Claim
	var told []string
	for _, s := range distinct(c.e.choose(c.r, choice{stances: accusing, keep: func(claim *corpus.Claim) bool {
		return c.r.concerns(claim) && slices.ContainsFunc(claim.Assets, func(id string) bool { return id != n.ids[0] && c.e.corpus.BelongsTo(id, n.ids[0]) })
	}})) {
		for _, id := range s.claim.Assets {
			if !slices.Contains(told, id) && len(claims) < most {
				told, claims = append(told, id), appendNew(claims, s.claim)
			}
		}
	}
	if len(claims) < 2 {
		return false
	}
	c.listed(claims)
	return true
}

// listOfFocus answers "which ones?": by what the reports say of the last claim,
// or that they name none.
func (c *composition) listOfFocus() {
	focus := c.r.focus[0]
	if c.asks("which-ones") {
		for _, claim := range c.r.focus { // of several that were told, the one that names them
			if claim.Stance == corpus.Alleges && (slices.ContainsFunc(claim.Targets, c.proper) || c.namedBeside(claim)) {
				if len(c.led) == 0 {
					c.why = c.say("why.list")
					c.lead(claim)
				}
				return
			}
		}
	}
	if remarks := c.e.corpus.Remarks(focus); len(remarks) > 0 {
		c.leadRemark(remarks[0])
		return
	}
	found := c.e.choose(c.r, choice{exclude: c.r.thread.Claims, facet: corpus.FacetTarget, keep: func(claim *corpus.Claim) bool {
		return claim.Report() == focus.Report() && claim.By == focus.By && len(claim.Targets) > 0
	}})
	c.weighed = found
	if len(found) == 0 {
		c.abstain("abstain.unnamed")
		return
	}
	c.why = c.say("why.list")
	c.lead(found[0].claim)
}

// preferAllNames puts the claim first that has all that are named, where it is asked why
// and the best tells neither that nor of all of them.
func (c *composition) preferAllNames(found []scored) {
	if c.r.facet != corpus.FacetReason || len(found) == 0 || found[0].facet || found[0].named || c.ownNames() < 2 {
		return
	}
	for i := range found {
		if s := found[i]; s.named && s.spoken && s.score >= 0.4*found[0].score {
			toFront(found, i)
			return
		}
	}
}

// preferIncident puts the claim first that is on the one incident which the question names,
// where the best has its other names: "why were these the main targets of that attack?".
func (c *composition) preferIncident(found []scored) {
	at := slices.IndexFunc(c.r.names, func(n name) bool {
		return n.from >= 0 && !n.weak && c.e.corpus.Entity(n.ids[0]).Kind == corpus.Incident
	})
	if at < 0 || len(found) == 0 || c.r.facet == "" || found[0].facet {
		return
	}
	for i := range found {
		if s := found[i]; s.facet && c.e.index.Relation(s.n, c.r.names[at].ids) != 0 && s.score >= 0.4*found[0].score && c.e.index.Relation(found[0].n, c.r.names[at].ids) == 0 {
			toFront(found, i)
			return
		}
	}
}

// sameNames tells whether the second claim has every name of the question that
// the first has.
func (c *composition) sameNames(a, b *scored) bool {
	return !slices.ContainsFunc(c.r.names, func(n name) bool {
		return n.from >= 0 && !n.weak && c.e.index.Relation(a.n, n.ids) != 0 && c.e.index.Relation(b.n, n.ids) == 0
	})
}

// whichOf tells whether the question asks which ones of a number of targets without
// names of their own were meant: "which northern mills".
func (c *composition) whichOf(claim *corpus.Claim) bool {
	return slices.ContainsFunc(c.r.names, func(n name) bool {
		return n.from > 0 && c.e.in(c.r.query.Tokens[n.from-1], "wh-word") && slices.Contains(claim.Targets, n.ids[0]) && !c.proper(n.ids[0]) && c.e.corpus.Entity(n.ids[0]).Kind == corpus.Company
	})
}

// preferOwner puts the claim first that tells whose something is, where it is asked who
// owns or runs it.
func (c *composition) preferOwner(found []scored) {
	if c.opening() != "who" || !c.asks("leader-word") {
		return
	}
	for i, s := range found {
		if c.ofOwner(s.claim) && s.score >= 0.6*found[0].score {
			toFront(found, i)
			return
		}
	}
}
