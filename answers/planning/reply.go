package planning

import (
	"cmp"
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/record"
)

// addReplies prints the replies that the answer's accusations call for: at most
// two denials by each accused, and only one that answers something else, for more
// would bury what was asked.
func (c *Composition) addReplies() {
	c.backReply()
	accusations := c.accusations()
	if len(accusations) == 0 {
		c.besideContext()
	}
	type group struct {
		record.Reply
		claims []*corpus.Claim
	}
	var groups []group
	for _, claim := range accusations {
		r := c.p.ReplyTo(claim)
		at := slices.IndexFunc(groups, func(g group) bool { return g.Denial == r.Denial && g.Direct == r.Direct })
		if at < 0 {
			groups = append(groups, group{Reply: r})
			at = len(groups) - 1
		}
		groups[at].claims = append(groups[at].claims, claim)
		groups[at].Older = groups[at].Older && r.Older
	}
	// Direct replies come first, then those beside a claim that is told in full.
	told := c.printed(corpus.Alleges)
	rank := func(g group) int {
		return 2*record.BoolInt(g.Direct) + record.BoolInt(slices.ContainsFunc(g.claims, func(claim *corpus.Claim) bool { return slices.Contains(told, claim) }))
	}
	slices.SortStableFunc(groups, func(a, b group) int { return cmp.Compare(rank(b), rank(a)) })
	if len(groups) > 0 && groups[0].Denial != nil && !groups[0].Direct && len(c.printed(corpus.Denies)) == 0 {
		c.label("role.denial.other", groups[0].Denial)
	}
	printed := map[string]int{}
	open := map[string][]*corpus.Claim{} // no reply of their own, beside a denial that is printed already
	for _, g := range groups {
		accused := g.claims[0].Report().Accused
		if g.Denial == nil {
			c.b.Add(compose.Denial, c.say("reply.none", "accused", c.p.Corpus.Name(g.claims[0].Report().Accused)), g.claims[0])
			continue
		}
		if g.Direct && c.allAnswered(g.claims) {
			continue
		}
		if note := c.asides[g.Denial.Key()]; note != nil && !slices.ContainsFunc(g.claims, func(claim *corpus.Claim) bool { return !slices.Contains(note.claims, claim) }) {
			continue // it is said beside the denial already
		}
		if printed[accused] == c.repliesTo() || c.b.Has(g.Denial) || !g.Direct && (printed[accused] > 0 || c.deniedAlready(g.Denial)) {
			if !g.Direct {
				open[accused] = append(open[accused], g.claims...)
			}
			continue
		}
		note := &sideNote{denial: g.Denial, older: g.Older}
		if !g.Direct {
			note.claims = g.claims
		}
		c.addDenial(note)
		printed[accused]++
	}
	for _, accused := range c.p.AllAccused {
		if claims := open[accused]; len(claims) > 0 {
			c.addUnanswered(claims)
		}
	}
	for _, claim := range c.led {
		c.unheardParties(claim)
	}
	var counters []*corpus.Claim
	for _, claim := range append(c.printed(corpus.Counters), c.counter) {
		if claim == nil || slices.Contains(counters, claim) {
			continue
		}
		counters = append(counters, claim)
		if retort := c.p.RetortTo(claim); retort != nil && !c.b.Has(retort) || retort == nil && claim == c.counter {
			c.counterReply(claim)
		}
	}
}

// repliesTo returns how many denials by one accused an answer prints: more where a
// list was asked for, for each accuser named there is owed the reply.
func (c *Composition) repliesTo() int {
	if c.long {
		return record.MostListed
	}
	return 2
}

// label introduces the denials of the answer where they are not simply the reply
// to what leads.
func (c *Composition) label(id string, denial *corpus.Claim) {
	c.replyLabel = c.say(id, "accused", c.p.Corpus.Name(denial.Report().Accused))
}

// allAnswered tells whether a denial that the answer prints answers every claim.
func (c *Composition) allAnswered(claims []*corpus.Claim) bool {
	printed := c.printed(corpus.Denies)
	for _, claim := range claims {
		if !slices.ContainsFunc(c.p.DirectReplies(claim), func(d *corpus.Claim) bool { return slices.Contains(printed, d) }) {
			return false
		}
	}
	return true
}

// besideContext sets the reply beside background: it concerns the accused or
// those who accuse it, and the title of its report accuses by itself.
func (c *Composition) besideContext() {
	if len(c.b.Statements) == 0 || len(c.b.Statements[0].Claims) == 0 {
		return
	}
	first := c.p.Corpus.Claim(c.b.Statements[0].Claims[0])
	if first.Stance != corpus.Context && first.Stance != corpus.Remark {
		return
	}
	if charge := c.p.chargeBy(first); charge != nil {
		if r := c.p.ReplyTo(charge); r.Denial != nil && !r.Direct && !c.deniedAlready(r.Denial) {
			c.label("role.denial.context", r.Denial)
			c.addDenial(&sideNote{denial: r.Denial, older: r.Older, claims: []*corpus.Claim{charge}})
			return
		}
	}
	var best *corpus.Claim
	rank := func(d *corpus.Claim) int { return c.p.Firmness[d] + 100*record.BoolInt(d.Report() == first.Report()) }
	for _, d := range c.p.DenialsNear(first.Report(), nil) {
		if best == nil || rank(d) > rank(best) {
			best = d
		}
	}
	if best != nil && !c.deniedAlready(best) {
		c.label("role.denial.context", best)
		c.b.Add(compose.Denial, c.p.Composer.Sentence(best)+" "+c.say("reply.aimed", "aimed", c.aim(best)), best)
	}
}

// chargeBy returns the accusation in the same report by the one who tells the
// background, if that is an accuser: what he rests it on, say.
func (p *Planner) chargeBy(background *corpus.Claim) *corpus.Claim {
	if p.Corpus.Entity(background.By) == nil || !p.Index.FeaturesOf(background).Facets[corpus.FacetEvidence] {
		return nil
	}
	for _, n := range p.Index.InReport(background.Report().ID) {
		if claim := p.Corpus.Claims[n]; claim.Stance == corpus.Alleges && claim.By == background.By {
			return claim
		}
	}
	return nil
}

// backReply sets the plain denial of the occasion beside words of the accused
// that do not themselves deny.
func (c *Composition) backReply() {
	if len(c.led) == 0 || c.led[0].Stance != corpus.Denies && c.led[0].Stance != corpus.Counters {
		return
	}
	led := c.led[0]
	if led.Stance == corpus.Denies && !c.p.Denies(led) {
		c.label("role.denial.own", led)
		for _, accusation := range c.p.Corpus.Answered(led) {
			c.also(accusation) // what it was said against
		}
		return
	}
	var best *corpus.Claim
	rank := func(d *corpus.Claim) int {
		return c.p.Firmness[d] + 500*record.BoolInt(c.p.deniesInWords(d)) + 50*record.BoolInt(d.Report() == led.Report())
	}
	for _, d := range c.p.DenialsNear(led.Report(), nil) {
		if record.SameOccasion(d, led) && !c.b.Has(d) && c.p.Firmness[d] >= record.Firm && (best == nil || rank(d) > rank(best)) {
			best = d
		}
	}
	if led.Stance == corpus.Counters {
		c.label("role.denial.own", led)
	}
	switch {
	case best == nil || c.deniesPlainly():
	case led.Stance == corpus.Counters:
		c.b.Add(compose.Denial, c.p.Composer.Sentence(best)+" "+c.say("reply.aimed", "aimed", c.aim(best)), best)
	case !c.p.deniesInWords(led):
		c.label("role.denial.own", led) // no reply to what leads, which is the accused's too
		c.b.Claim(compose.Denial, best)
	}
}

// deniesInWords tells whether the claim's own words deny or reject.
func (p *Planner) deniesInWords(claim *corpus.Claim) bool { return p.PlainDenials[claim] }

// deniesPlainly tells whether the answer prints a reply that says so plainly.
func (c *Composition) deniesPlainly() bool {
	return slices.ContainsFunc(c.printed(corpus.Denies), c.p.deniesInWords)
}

// deniedAlready tells whether the answer already prints that denial, or leads
// with one by the same accused from the same occasion.
func (c *Composition) deniedAlready(denial *corpus.Claim) bool {
	for _, printed := range c.printed(corpus.Denies) {
		if printed == denial || record.SameOccasion(printed, denial) && c.p.Firmness[printed] >= record.Firm {
			return true
		}
	}
	return false
}

// printed returns the claims of the stance that have a sentence of their own; one
// that a remark or a list merely rests on is not told.
func (c *Composition) printed(stance corpus.Stance) []*corpus.Claim {
	var out []*corpus.Claim
	for _, s := range c.b.Statements {
		if len(s.Claims) != 1 {
			continue
		}
		if claim := c.p.Corpus.Claim(s.Claims[0]); claim != nil && claim.Stance == stance && (stance != corpus.Denies || c.p.Denies(claim)) {
			out = append(out, claim)
		}
	}
	return out
}
