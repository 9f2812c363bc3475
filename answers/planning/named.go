package planning

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// withoutListing is the request without the words that only ask for a list.
func (c *Composition) withoutListing() *reading.Request {
	sub := *c.r
	sub.Terms = slices.DeleteFunc(slices.Clone(c.r.Terms), func(t reading.Term) bool {
		return t.From != t.To && c.p.In(c.r.Query.Tokens[t.From], "list-asking")
	})
	return &sub
}

// listed leads with the first two claims of a list, and gives the others after the reply.
func (c *Composition) listed(claims []*corpus.Claim) {
	c.why = c.say("why.list")
	c.long = true
	c.lead(claims[:min(2, len(claims))]...)
	c.also(claims[min(2, len(claims)):]...)
}

// purposes bounds how many one sentence lists.
const purposes = 8 // of purposes, or of methods, that a lead lists

// purposeInEach leads with what the money is said to be for in each of two reports, or by each of two who speak, where
// it is asked whether they say the same of that: "do the Courier and the Gazette agree on what the grain was for?".
func (c *Composition) purposeInEach() bool {
	if c.r.Facet != corpus.FacetPurpose && !c.asks("purpose-asking") && !(c.asks("fund") && len(c.r.Figures) > 0) {
		return false
	}
	var sides []func(*corpus.Claim) bool
	for _, id := range c.r.Reports {
		sides = append(sides, func(claim *corpus.Claim) bool { return claim.Report().ID == id })
	}
	ask := *c.r
	ask.Reports = nil
	for _, n := range c.r.Names {
		if len(c.r.Reports) == 1 && n.From >= 0 && !n.Weak && n.Voice && c.p.Accuses[n.IDs[0]] {
			ask.Names = nil
			sides = append(sides, func(claim *corpus.Claim) bool {
				return c.p.Index.Relation(c.p.Index.Number(claim), n.IDs)&(corpus.AsSpeaker|corpus.AsOwner) != 0
			})
		}
	}
	if len(sides) != 2 || len(c.r.Reports) == 0 {
		return false
	}
	var told []*corpus.Claim
	for _, of := range sides {
		found := c.p.Choose(&ask, weighing.Filter{Stances: accusing, AnyDate: true, Keep: func(claim *corpus.Claim) bool { return of(claim) && len(claim.Purpose) > 0 }})
		if len(found) == 0 {
			return false
		}
		best := found[0].Claim
		for _, s := range found { // of claims that fit as well, the one that tells more ends
			if s.Score >= worthAdding*found[0].Score && len(s.Claim.Purpose) > len(best.Purpose) {
				best = s.Claim
			}
		}
		told = append(told, best)
	}
	c.why = c.say("why.compare")
	c.b.KeepLeads = true
	c.lead(told...)
	return true
}

// whyTheyDo lists what several accusers say it is for, where it is asked why the accused does what it is accused of,
// and nothing else: "why do they rob exchanges?".
func (c *Composition) whyTheyDo() bool {
	if !c.onlyDeeds(corpus.FacetReason) || c.r.First().Word != "why" {
		return false
	}
	ask := *c.r
	ask.Terms = slices.DeleteFunc(slices.Clone(ask.Terms), reading.Term.Own)
	ask.Names, ask.Facet = nil, corpus.FacetPurpose
	whole := c.r
	if c.r = &ask; c.eachPurpose() {
		c.sure = true
		return true
	}
	c.r = whole
	return false
}

// howTheyDo lists the methods that several accusers tell of, where it is asked how the accused does what it is accused
// of, and nothing else: "how do they rob exchanges?".
func (c *Composition) howTheyDo() bool {
	if !c.onlyDeeds(corpus.FacetMethod) {
		return false
	}
	ask := *c.r
	ask.Terms, ask.Names = nil, nil
	var told []*corpus.Claim
	for _, s := range weighing.Distinct(c.p.Choose(&ask, weighing.Filter{Stances: accusing, Keep: func(claim *corpus.Claim) bool { return len(claim.Method) > 0 && c.r.Concerns(claim) }})) {
		if len(told) < purposes {
			told = append(told, s.Claim)
		}
	}
	if len(told) < 3 {
		return false
	}
	items := make([]string, len(told))
	for i, claim := range told {
		items[i] = c.p.Composer.Amount(c.p.Composer.Join(claim.Method), c.whose(claim))
	}
	c.why, c.sure = c.say("why.list"), true
	c.leadText(c.say("list.methods", "list", c.p.Composer.Join(items)), told...)
	c.also(told[:2]...)
	return true
}

// onlyDeeds tells whether a question asks for the facet, and has no content but the accused and what it is accused of
// doing.
func (c *Composition) onlyDeeds(facet corpus.Facet) bool {
	r := c.r
	theirs := len(r.Accused) > 0 || facet == corpus.FacetMethod && len(c.p.AllAccused) == 1 && (c.asks("they-word") || c.asks("doer-noun"))
	rest := func(t reading.Term) bool {
		return t.Own() && !t.Framing && !slices.ContainsFunc([]string{"hack", "attack", "steal", "single-incident", "firm-word", "kind-company", "assets-word", "doer-noun"}, func(group string) bool { return c.ofGroup(t, group) })
	}
	return theirs && r.Intent == "fact" && r.Facet == facet && !r.Leans && !r.AccusedSpeaks &&
		!slices.ContainsFunc(r.Query.Tokens, func(t language.Token) bool { return t.Word == "so" }) && // "why are they so good?"
		len(r.Figures)+len(r.Dates)+len(r.Reports)+len(r.Quotes)+len(r.Strangers) == 0 && !slices.ContainsFunc(r.Terms, rest) &&
		!slices.ContainsFunc(r.Names, func(n reading.Name) bool {
			return c.p.Corpus.Entity(n.IDs[0]).Kind != corpus.Asset && !c.p.IsAccused(n.IDs)
		})
}

// eachPurpose leads with what several accusers say the money is for, where the
// question fits none of them better than the others.
func (c *Composition) eachPurpose() bool {
	if len(c.r.AboutAccused()) == 0 {
		c.r.Affair = c.p.WordsOnly(c.r) // "what was the money from the mills for?", where one affair of all is about mills
	}
	ask := *c.r
	if c.r.Aspect == "figures" { // "weapons, missiles: what does each accuser say it pays for?"
		ask.Names = slices.DeleteFunc(slices.Clone(ask.Names), func(n reading.Name) bool { return c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Programme })
	}
	others := c.asks("other-word") && c.asks("accuser-noun") && len(ask.Figures)+len(ask.Reports) == 0 // "the clerk says that it went on ships: do other accusers name another use?"
	if others {
		ask.Names, ask.Terms = nil, nil
	}
	if len(ask.Names)+len(ask.Figures)+len(ask.Dates)+len(ask.Reports) > 0 || c.r.ForeignShare() > 0.3 && !others {
		return false
	}
	var claims []*corpus.Claim
	found := weighing.Distinct(c.p.Choose(&ask, weighing.Filter{Stances: accusing, Keep: func(claim *corpus.Claim) bool {
		return len(claim.Purpose)+len(claim.Reason) > 0 && c.tells(claim, corpus.FacetPurpose) && c.r.Concerns(claim) && !(others && c.hasNames(claim))
	}}))
	every := others || c.asks("various-word") && c.asks("accuser-word") // "what do the various accusers say it pays for?"
	for _, s := range found {
		if (every && len(s.Claim.Purpose) > 0 || !every && s.Score >= worthAdding*found[0].Score && s.Fit >= 0.2) && !slices.ContainsFunc(claims, func(claim *corpus.Claim) bool { return claim.By == s.Claim.By }) {
			claims = append(claims, s.Claim)
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
		items[i] = c.p.Composer.Amount(c.p.Composer.Join(claim.Purpose), c.whose(claim))
	}
	c.leadText(c.say("list.purposes", "list", c.p.Composer.Join(items)), told...)
	c.also(told[:2]...)
	return true
}

// otherPurpose leads with the claim that tells of several purposes, one of which the question leaves
// aside: "apart from the dam, what did the money pay for?"
func (c *Composition) otherPurpose() bool {
	if c.r.Facet != corpus.FacetPurpose || len(c.r.Except)+len(c.r.Aside) == 0 {
		return false
	}
	for _, s := range c.p.Choose(c.r, weighing.Filter{Stances: accusing, Keep: c.r.Concerns}) {
		aside := len(c.r.Except) > 0 && c.p.Index.Relation(s.N, c.r.Except) != 0 ||
			slices.ContainsFunc(c.r.Aside, func(t reading.Term) bool { return c.p.Has(s.N, t) })
		if aside && len(s.Claim.Purpose) > 1 {
			c.why = c.say("why.best")
			c.lead(s.Claim)
			return true
		}
	}
	return false
}

// namedTargets leads with the claims that name those who were hit, where nothing
// else narrows the question.
func (c *Composition) namedTargets() bool {
	if len(c.r.Figures)+len(c.r.Dates)+len(c.r.Reports) > 0 || c.r.Leans && !(c.whichFirms() && namedTarget(c.r)) || slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return c.p.Corpus.Entity(n.IDs[0]).Kind != corpus.Asset }) {
		return false
	}
	var claims []*corpus.Claim
	var told []string
	for _, s := range weighing.Distinct(c.p.Choose(c.r, weighing.Filter{Stances: accusing, Keep: func(claim *corpus.Claim) bool {
		return c.r.Concerns(claim) && slices.ContainsFunc(claim.Targets, c.proper)
	}})) {
		if missing, foreign := c.headless(&s); missing && !foreign {
			continue // "which mills": a barge is none
		}
		for _, id := range s.Claim.Targets {
			if c.proper(id) && !slices.Contains(told, id) && len(claims) < record.MostListed {
				told = append(told, id)
				if !slices.Contains(claims, s.Claim) {
					claims = append(claims, s.Claim)
				}
			}
		}
	}
	if len(claims) == 0 || len(claims) == 1 && !c.whichFirms() {
		return false
	}
	c.listed(claims)
	return true
}

// whichFirms tells whether it is asked which firms, "which mills?", and of them nothing that a claim would have to have.
func (c *Composition) whichFirms() bool {
	tokens := c.r.Query.Tokens
	at := slices.IndexFunc(tokens, func(t language.Token) bool { return c.p.In(t, "which-word") })
	return at >= 0 && at+1 < len(tokens) && c.p.In(tokens[at+1], "firm-word") && strings.HasSuffix(tokens[at+1].Word, "s") && !slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		return t.Own() && !t.Framing && !c.ofGroup(t, "report-word")
	})
}

// namedMembers leads with the claims on those that belong to what the question asks
// "which" of: "which metals were taken?"
func (c *Composition) namedMembers() bool {
	if len(c.r.Names) != 1 || len(c.r.Figures)+len(c.r.Dates)+len(c.r.Reports) > 0 || c.r.Leans {
		return false
	}
	n := c.r.Names[0]
	tokens := c.r.Query.Tokens
	if slices.ContainsFunc(c.r.Query.Mentions, func(m corpus.Mention) bool {
		noun := m.To+1 < len(tokens) && (c.p.In(tokens[m.To+1], "copula") || c.p.In(tokens[m.To+1], "auxiliary")) && !c.p.In(tokens[m.To], "assets-word")
		return m.From == n.From && m.To < len(tokens) && (noun || c.p.In(tokens[m.To], "firm-word") || c.p.In(tokens[m.To], "kind-company"))
	}) {
		return false // "which metal traders", "which metal saw was used": not of the metals
	}
	if n.From < 1 || !c.p.OpensFact(tokens[n.From-1]) || c.p.Corpus.Entity(n.IDs[0]).Kind != corpus.Asset {
		return false
	}
	if slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		return t.Own() && t.Known && !t.Framing && !slices.ContainsFunc([]string{"steal", "hack", "loss", "target", "attack", "happen"}, func(group string) bool { return c.ofGroup(t, group) })
	}) {
		return false // "which metal did they smelt?": not what they took
	}
	var claims []*corpus.Claim
	var told []string
	for _, s := range weighing.Distinct(c.p.Choose(c.r, weighing.Filter{Stances: accusing, Keep: func(claim *corpus.Claim) bool {
		return c.r.Concerns(claim) && slices.ContainsFunc(claim.Assets, func(id string) bool { return id != n.IDs[0] && c.p.Corpus.BelongsTo(id, n.IDs[0]) })
	}})) {
		for _, id := range s.Claim.Assets {
			if !slices.Contains(told, id) && len(claims) < record.MostListed {
				told, claims = append(told, id), record.AppendNew(claims, s.Claim)
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
func (c *Composition) listOfFocus() {
	focus := c.r.Focus[0]
	if c.asks("which-ones") {
		for _, claim := range c.r.Focus { // of several that were told, the one that names them
			if claim.Stance == corpus.Alleges && (slices.ContainsFunc(claim.Targets, c.proper) || c.namedBeside(claim)) {
				if len(c.led) == 0 {
					c.why = c.say("why.list")
					c.lead(claim)
				}
				return
			}
		}
	}
	for _, remark := range c.p.Corpus.Remarks(focus) {
		if n := c.p.Index.Number(remark); c.p.HasGroup(n, "omit") || c.p.HasGroup(n, "open-word") {
			c.leadRemark(remark) // that none is named
			return
		}
	}
	if c.asks("which-ones") {
		for _, n := range c.p.Index.InReport(focus.Report().ID) {
			if claim := c.p.Corpus.Claims[n]; claim != focus && claim.By == focus.By && claim.Stance == focus.Stance && slices.ContainsFunc(claim.Targets, func(id string) bool {
				return c.proper(id) && slices.ContainsFunc(focus.Targets, func(all string) bool { return c.oneOf(id, all) })
			}) {
				c.why = c.say("why.list")
				c.lead(claim)
				return
			}
		}
	}
	if remarks := c.p.Corpus.Remarks(focus); len(remarks) > 0 && !c.asks("which-ones") {
		c.leadRemark(remarks[0])
		return
	}
	found := c.p.Choose(c.r, weighing.Filter{Exclude: c.r.Thread.Claims, Facet: corpus.FacetTarget, Keep: func(claim *corpus.Claim) bool {
		return claim.Report() == focus.Report() && claim.By == focus.By && len(claim.Targets) > 0
	}})
	c.weighed = found
	if len(found) == 0 {
		c.abstain("abstain.unnamed")
		return
	}
	c.why = c.say("why.list")
	c.lead(found[0].Claim)
}

// oneOf tells whether an entity belongs to another, or is of the same kind and country: one of the
// northern mills.
func (c *Composition) oneOf(id, all string) bool {
	one, whole := c.p.Corpus.Entity(id), c.p.Corpus.Entity(all)
	return whole != nil && id != all && (c.p.Corpus.BelongsTo(id, all) || one.Kind == whole.Kind && one.Of != "" && one.Of == whole.Of)
}

// whichOf tells whether the question asks which ones of a number of targets without
// names of their own were meant: "which northern mills".
func (c *Composition) whichOf(claim *corpus.Claim) bool {
	return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From > 0 && c.p.In(c.r.Query.Tokens[n.From-1], "wh-word") && slices.Contains(claim.Targets, n.IDs[0]) && !c.proper(n.IDs[0]) && c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Company
	})
}
