package planning

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

type kindGroup struct {
	group string
	kind  corpus.Kind
}

// kindGroups are the groups of words that ask for somebody by what they are, and the
// kinds of entities that each means.
var kindGroups = []kindGroup{
	{"kind-company", corpus.Company},
	{"kind-person", corpus.Person},
	{"kind-outlet", corpus.Outlet},
	{"kind-body", corpus.Body},
	{"kind-group", corpus.Group},
}

// planKinds lists those of one kind ("which companies accuse them", "which people are
// quoted") with what each says.
func (c *Composition) planKinds() {
	if c.asks("unnamed-word") && c.listUnnamed() {
		return
	}
	if c.sortedAccusers() {
		return
	}
	kinds := c.kindsAsked()
	if c.listFrom(kinds) {
		return
	}
	if len(kinds) == 0 {
		c.planFact()
		return
	}
	if len(kinds) > 1 && slices.Contains(kinds, corpus.Body) && c.accusersAsked() {
		c.listAccusers(2 * record.MostListed) // "which people and bodies": whoever it is
		return
	}
	if reason, unknown := c.unknown(); unknown {
		c.abstain(reason)
		return
	}
	who, firsts := c.ofKinds(kinds)
	if len(who) == 0 {
		c.planFact()
		return
	}
	c.why = c.say("why.list")
	if len(who) == 1 {
		c.lead(firsts[0])
		return
	}
	c.long = true
	if amounts := slices.DeleteFunc(slices.Clone(firsts), func(claim *corpus.Claim) bool { return amountOf(claim) == "" }); c.asks("amount-word") && len(amounts) > 1 {
		c.leadText(c.say("total.named", "list", c.p.Composer.Join(c.amounts(amounts))), amounts...)
		c.also(amounts[:min(3, len(amounts))]...)
		return
	}
	names := make([]string, len(who))
	for i, id := range who {
		names[i] = c.p.Corpus.Label(id)
	}
	id := "list.kind"
	if c.accusersAsked() && kinds[0] != corpus.Group {
		id = "list.accusers"
	}
	if id == "list.kind" && c.r.Counts {
		id = "list.kind.count"
	}
	if id == "list.kind" && c.asks("doer-noun") && !slices.ContainsFunc(c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)], func(claim *corpus.Claim) bool {
		return slices.ContainsFunc(claim.Actor, func(id string) bool {
			return c.p.Corpus.Entity(id) != nil && c.p.Corpus.Entity(id).Kind == corpus.Person
		})
	}) {
		id = "list.kind.groups"
	}
	c.leadText(c.say(id, "count", c.p.Composer.Count(len(names)), "names", c.p.Composer.Join(names), "accused", c.p.Corpus.Name(firsts[0].Report().Accused)), firsts...)
	c.also(firsts[:min(3, len(firsts))]...)
}

// listFrom names the accusers that belong to a country, or are said to be from there: "which of
// the accusers are northern?", "which northern firms ...?".
func (c *Composition) listFrom(kinds []corpus.Kind) bool {
	tokens := c.r.Query.Tokens
	at := slices.IndexFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && c.country(n.IDs[0]) && (len(kinds) == 0 || slices.ContainsFunc(kindGroups, func(k kindGroup) bool {
			return c.p.In(tokens[min(n.From+1, len(tokens)-1)], k.group)
		}))
	})
	if at < 0 {
		return false
	}
	land := c.r.Names[at].IDs
	var firsts []*corpus.Claim
	var names []string
	for _, claim := range c.accuserClaims() {
		by := c.p.Corpus.Entity(claim.By)
		if by == nil || !c.r.Concerns(claim) || len(kinds) > 0 && !slices.Contains(kinds, by.Kind) {
			continue
		}
		if c.p.Corpus.BelongsTo(by.ID, land[0]) || slices.ContainsFunc(c.mentioned(by.Is), func(m corpus.Mention) bool { return slices.Equal(m.IDs, land) }) || slices.ContainsFunc(c.mentioned(by.Name), func(m corpus.Mention) bool { return m.From <= 1 && slices.Equal(m.IDs, land) }) {
			firsts, names = append(firsts, claim), append(names, c.p.Corpus.Label(by.ID))
		}
	}
	if len(firsts) == 0 {
		c.abstain("abstain.subject")
		return true
	}
	c.why = c.say("why.list")
	c.long = true
	c.leadText(c.say("list.accusers", "accused", c.p.Corpus.Name(firsts[0].Report().Accused), "names", c.p.Composer.Join(names)), firsts...)
	c.also(firsts[:min(3, len(firsts))]...)
	return true
}

// listUnnamed leads with what is said by those whom the reports leave unnamed.
func (c *Composition) listUnnamed() bool {
	var claims []*corpus.Claim
	for _, claim := range c.within(c.p.Corpus.Claims) {
		if claim.By == corpus.Unnamed && claim.Stance != corpus.Remark && !(c.asks("amount-word") && amountOf(claim) == "") && c.r.Concerns(claim) && c.hasThose(claim) && len(claims) < record.MostListed {
			claims = append(claims, claim)
		}
	}
	if len(claims) == 0 {
		return false
	}
	c.listed(claims)
	return true
}

// listShared names those of one kind whom more than one report speaks of: "which mill
// is named in two reports?"
func (c *Composition) listShared() bool {
	kind, victims := corpus.Company, c.asks("victim") || c.asks("target")
	switch {
	case slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool { return c.p.In(t, "firm-word") || c.p.In(t, "kind-company") }):
	case c.asks("kind-group") || c.asks("group-noun"):
		kind = corpus.Group
	case c.asks("kind-person"):
		kind = corpus.Person
	case c.r.Aspect == "shared":
		kind = "" // "which names turn up in more than one report?"
	default:
		return false
	}
	if slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && c.p.Corpus.Entity(n.IDs[0]).Kind != corpus.Asset }) {
		return false // of those named, it is asked where they stand
	}
	firsts := map[string][]*corpus.Claim{}
	var order []string
	for _, claim := range c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)] {
		if claim.Stance == corpus.Remark || !c.r.Concerns(claim) {
			continue
		}
		ids := slices.Clone(claim.Targets)
		if !victims {
			ids = append(append(ids, claim.Actor...), claim.By)
		}
		for _, id := range ids {
			entity := c.p.Corpus.Entity(id)
			if entity == nil || kind != "" && entity.Kind != kind || !c.proper(id) || c.p.Accused[id] || slices.ContainsFunc(firsts[id], func(o *corpus.Claim) bool { return o.Report() == claim.Report() }) {
				continue
			}
			if len(firsts[id]) == 0 {
				order = append(order, id)
			}
			firsts[id] = append(firsts[id], claim)
		}
	}
	order = slices.DeleteFunc(order, func(id string) bool { return len(firsts[id]) < 2 })
	if len(order) == 0 {
		return false
	}
	var parts []string
	var claims []*corpus.Claim
	for _, id := range order {
		var reports []string
		for _, claim := range firsts[id] {
			reports = append(reports, claim.Report().Publisher)
		}
		parts = append(parts, c.p.Composer.Fill("list.shared.item", "name", c.p.Corpus.Label(id), "reports", c.p.Composer.Join(reports)))
		claims = append(claims, firsts[id]...)
	}
	c.why = c.say("why.list")
	c.long = true
	c.leadText(c.say("list.shared", "list", c.p.Composer.Join(parts)), claims...)
	c.also(firsts[order[0]]...)
	return true
}

// kindsAsked returns the kinds that the question asks for: the first that it has a word
// for, and those that it joins to it. What comes after "rather than" is not asked for.
func (c *Composition) kindsAsked() (kinds []corpus.Kind) {
	if c.asks("doer-noun") && c.asks("naming-verb") {
		return []corpus.Kind{corpus.Group} // "is any of the hackers named?"
	}
	from := c.afterAside()
	for i, token := range c.r.Query.Tokens {
		if i < from {
			continue
		}
		if len(kinds) > 0 && c.p.In(token, "contrast-word") {
			break
		}
		if i > 0 && c.r.Query.Tokens[i-1].Word == "not" && len(kinds) == 0 && c.p.In(token, "kind-body") && c.accusersAsked() {
			return []corpus.Kind{corpus.Company, corpus.Person, corpus.Outlet} // "which accusers are not governments?"
		}
		for _, k := range kindGroups {
			if c.p.In(token, k.group) && (len(kinds) == 0 || c.p.In(c.r.Query.Tokens[i-1], "joining-word")) {
				kinds = record.AppendNew(kinds, k.kind)
			}
		}
	}
	if len(kinds) == 0 && c.asks("private") {
		return []corpus.Kind{corpus.Company} // "which accusers are private?"
	}
	return kinds
}

// afterAside returns where the question itself begins, behind what it leaves aside: "not counting
// the mills and the council, which firms ...?"; 0 where nothing is.
func (c *Composition) afterAside() int {
	except := c.p.Lexicon.Concept("except-word")
	aside := false
	for i, token := range c.r.Query.Tokens {
		aside = aside || token.Word == "aside" || c.p.In(token, "except-word") || slices.ContainsFunc(c.p.Lexicon.PhrasesAt(c.r.Query.Tokens, i), func(p language.PhraseMatch) bool { return p.Concept == except })
		if c.p.In(token, "wh-word") || c.p.In(token, "wh-alone") {
			if aside {
				return i
			}
			return 0
		}
	}
	return 0
}

// whoOf returns whom of that kind the claim brings in: groups as those said to have
// acted, outlets also as those that passed it on, others as those who say it.
func (c *Composition) whoOf(kind corpus.Kind, claim *corpus.Claim) []string {
	ids := []string{claim.By}
	switch kind {
	case corpus.Group:
		ids = claim.Actor
	case corpus.Outlet:
		ids = append(ids, claim.Via...)
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		entity := c.p.Corpus.Entity(id)
		return entity == nil || entity.Kind != kind || !c.proper(id)
	})
}

// hasThose tells whether the claim has the names of the question, those apart that it
// sets against what it asks for: "rather than from the council".
func (c *Composition) hasThose(claim *corpus.Claim) bool {
	end := slices.IndexFunc(c.r.Query.Tokens, func(t language.Token) bool { return c.p.In(t, "contrast-word") })
	from := c.afterAside()
	return !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= from && (end < 0 || n.From < end) && c.p.Index.Relation(c.p.Index.Number(claim), n.IDs) == 0
	})
}

// accusersAsked tells whether it is those who accuse that are asked for.
func (c *Composition) accusersAsked() bool {
	return c.asks("accuse") || c.asks("accusation-word") || c.asks("amount-word")
}

// ofKinds returns those of these kinds, and the weightiest claim of each; where accusers
// are asked for, of accusations alone.
func (c *Composition) ofKinds(kinds []corpus.Kind) (who []string, firsts []*corpus.Claim) {
	accusers := c.accusersAsked()
	all := slices.Clone(c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)])
	slices.SortStableFunc(all, func(a, b *corpus.Claim) int { return cmp.Compare(record.Prominence(b), record.Prominence(a)) })
	for _, claim := range all {
		if claim.Stance == corpus.Remark || accusers && claim.Stance != corpus.Alleges || !c.inScope(claim) || !c.r.Concerns(claim) || !c.hasThose(claim) {
			continue
		}
		for _, kind := range kinds {
			for _, id := range c.whoOf(kind, claim) {
				if !slices.Contains(who, id) {
					who = append(who, id)
					firsts = record.AppendNew(firsts, claim)
				}
			}
		}
	}
	return who, firsts
}

// sharedFigures lists the amounts that stand in more than one report: "do any two of the
// reports give the same figure?".
func (c *Composition) sharedFigures() {
	type shared struct {
		value  float64
		claims []*corpus.Claim // one of each report
	}
	var all []shared
	for n, claim := range c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)] {
		value := c.p.Values[n]
		if value == 0 || claim.Stance != corpus.Alleges || !c.r.Concerns(claim) {
			continue
		}
		at := slices.IndexFunc(all, func(s shared) bool {
			return s.value == value && s.claims[0].Report().Accused == claim.Report().Accused && record.Measures(corpus.Total)(s.claims[0]) == record.Measures(corpus.Total)(claim)
		})
		switch {
		case at < 0:
			all = append(all, shared{value, []*corpus.Claim{claim}})
		case !slices.ContainsFunc(all[at].claims, func(o *corpus.Claim) bool { return o.Report() == claim.Report() }):
			all[at].claims = append(all[at].claims, claim)
		}
	}
	all = slices.DeleteFunc(all, func(s shared) bool { return len(s.claims) < 2 })
	if len(all) == 0 {
		totals := c.within(c.standing().Totals)
		if len(totals) == 0 {
			c.planFact()
			return
		}
		c.why = c.say("why.list")
		c.leadText(c.say("list.figures.unshared"), totals[:min(len(totals), record.MostListed)]...)
		return
	}
	var items []string
	var claims []*corpus.Claim
	for _, s := range all[:min(len(all), record.MostListed)] {
		var each []string // each with its own qualifier
		for _, claim := range s.claims {
			each = append(each, c.p.Composer.Amount(amountOf(claim), c.whose(claim)+", "+claim.Report().Publisher))
		}
		items = append(items, c.p.Composer.Join(each))
		claims = append(claims, s.claims...)
	}
	c.why, c.long = c.say("why.list"), true
	c.leadText(c.say("list.figures.shared", "list", strings.Join(items, "; ")), claims...)
	c.also(claims[:min(3, len(claims))]...)
}
