package answers

import (
	"cmp"
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// A reply is the denial that stands beside an accusation.
type reply struct {
	denial *corpus.Claim
	direct bool // it answers this very accusation
	older  bool // it was made before the accusation
}

// replyTo returns the denial to print beside the claim: one that answers it or
// another report's copy of it; else the nearest on record. Zero when the corpus
// holds no denial by that accused.
func (e *Engine) replyTo(claim *corpus.Claim) reply {
	return e.replies[claim]
}

// addReplies prints the replies that the answer's accusations call for: at most
// two denials by each accused, and only one that answers something else, for more
// would bury what was asked.
func (c *composition) addReplies() {
	c.backReply()
	accusations := c.accusations()
	if len(accusations) == 0 {
		c.besideContext()
	}
	type group struct {
		reply
		claims []*corpus.Claim
	}
	var groups []group
	for _, claim := range accusations {
		r := c.e.replyTo(claim)
		at := slices.IndexFunc(groups, func(g group) bool { return g.denial == r.denial && g.direct == r.direct })
		if at < 0 {
			groups = append(groups, group{reply: r})
			at = len(groups) - 1
		}
		groups[at].claims = append(groups[at].claims, claim)
		groups[at].older = groups[at].older && r.older
	}
	// Direct replies come first, then those beside a claim that is told in full.
	told := c.printed(corpus.Alleges)
	rank := func(g group) int {
		return 2*boolInt(g.direct) + boolInt(slices.ContainsFunc(g.claims, func(claim *corpus.Claim) bool { return slices.Contains(told, claim) }))
	}
	slices.SortStableFunc(groups, func(a, b group) int { return cmp.Compare(rank(b), rank(a)) })
	if len(groups) > 0 && groups[0].denial != nil && !groups[0].direct && len(c.printed(corpus.Denies)) == 0 {
		c.label("role.denial.other", groups[0].denial)
	}
	printed := map[string]int{}
	open := map[string][]*corpus.Claim{} // no reply of their own, beside a denial that is printed already
	for _, g := range groups {
		accused := g.claims[0].Report().Accused
		if g.denial == nil {
			c.b.Add(compose.Denial, c.say("reply.none", "accused", c.e.composer.Name(g.claims[0].Report().Accused)), g.claims[0])
			continue
		}
		if g.direct && c.answers(g.claims) {
			continue
		}
		if note := c.asides[g.denial.Key()]; note != nil && !slices.ContainsFunc(g.claims, func(claim *corpus.Claim) bool { return !slices.Contains(note.claims, claim) }) {
			continue // it is said beside the denial already
		}
		if printed[accused] == c.repliesTo() || c.b.Has(g.denial) || !g.direct && (printed[accused] > 0 || c.deniedAlready(g.denial)) {
			if !g.direct {
				open[accused] = append(open[accused], g.claims...)
			}
			continue
		}
		note := &aside{denial: g.denial, older: g.older}
		if !g.direct {
			note.claims = g.claims
		}
		c.addDenial(note)
		printed[accused]++
	}
	for _, accused := range c.e.parties {
		if claims := open[accused]; len(claims) > 0 {
			c.unanswered(claims)
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
		if retort := c.e.retortTo(claim); retort != nil && !c.b.Has(retort) || retort == nil && claim == c.counter {
			c.counterReply(claim)
		}
	}
}

// repliesTo returns how many denials by one accused an answer prints: more where a
// list was asked for, for each accuser named there is owed the reply.
func (c *composition) repliesTo() int {
	if c.long {
		return most
	}
	return 2
}

// label introduces the denials of the answer where they are not simply the reply
// to what leads.
func (c *composition) label(id string, denial *corpus.Claim) {
	c.replyLabel = c.say(id, "accused", c.e.composer.Name(denial.Report().Accused))
}

// answers tells whether a denial that the answer prints answers every claim.
func (c *composition) answers(claims []*corpus.Claim) bool {
	printed := c.printed(corpus.Denies)
	for _, claim := range claims {
		if !slices.ContainsFunc(c.e.directReplies(claim), func(d *corpus.Claim) bool { return slices.Contains(printed, d) }) {
			return false
		}
	}
	return true
}

// besideContext sets the reply beside background: it concerns the accused or
// those who accuse it, and the title of its report accuses by itself.
func (c *composition) besideContext() {
	if len(c.b.Statements) == 0 || len(c.b.Statements[0].Claims) == 0 {
		return
	}
	first := c.e.corpus.Claim(c.b.Statements[0].Claims[0])
	if first.Stance != corpus.Context && first.Stance != corpus.Remark {
		return
	}
	if charge := c.e.chargeBy(first); charge != nil {
		if r := c.e.replyTo(charge); r.denial != nil && !r.direct && !c.deniedAlready(r.denial) {
			c.label("role.denial.context", r.denial)
			c.addDenial(&aside{denial: r.denial, older: r.older, claims: []*corpus.Claim{charge}})
			return
		}
	}
	var best *corpus.Claim
	rank := func(d *corpus.Claim) int { return c.e.solid[d] + 100*boolInt(d.Report() == first.Report()) }
	for _, d := range c.e.near(first.Report(), nil) {
		if best == nil || rank(d) > rank(best) {
			best = d
		}
	}
	if best != nil && !c.deniedAlready(best) {
		c.label("role.denial.context", best)
		c.b.Add(compose.Denial, c.e.composer.Sentence(best)+" "+c.say("reply.aimed", "aimed", c.aim(best)), best)
	}
}

// chargeBy returns the accusation in the same report by the one who tells the
// background, if that is an accuser: what he rests it on, say.
func (e *Engine) chargeBy(background *corpus.Claim) *corpus.Claim {
	if e.corpus.Entity(background.By) == nil || !e.index.Features[e.index.Number(background)].Facets[corpus.FacetEvidence] {
		return nil
	}
	for _, n := range e.index.InReport(background.Report().ID) {
		if claim := e.corpus.Claims[n]; claim.Stance == corpus.Alleges && claim.By == background.By {
			return claim
		}
	}
	return nil
}

// backReply sets the plain denial of the occasion beside words of the accused
// that do not themselves deny.
func (c *composition) backReply() {
	if len(c.led) == 0 || c.led[0].Stance != corpus.Denies && c.led[0].Stance != corpus.Counters {
		return
	}
	led := c.led[0]
	if led.Stance == corpus.Denies && !c.e.denies(led) {
		c.label("role.denial.own", led)
		for _, accusation := range c.e.corpus.Answered(led) {
			c.also(accusation) // what it was said against
		}
		return
	}
	var best *corpus.Claim
	rank := func(d *corpus.Claim) int {
		return c.e.solid[d] + 500*boolInt(c.e.plainly(d)) + 50*boolInt(d.Report() == led.Report())
	}
	for _, d := range c.e.near(led.Report(), nil) {
		if sameOccasion(d, led) && !c.b.Has(d) && c.e.solid[d] >= firm && (best == nil || rank(d) > rank(best)) {
			best = d
		}
	}
	if led.Stance == corpus.Counters {
		c.label("role.denial.own", led)
	}
	switch {
	case best == nil || c.deniesPlainly():
	case led.Stance == corpus.Counters:
		c.b.Add(compose.Denial, c.e.composer.Sentence(best)+" "+c.say("reply.aimed", "aimed", c.aim(best)), best)
	case !c.e.plainly(led):
		c.label("role.denial.own", led) // no reply to what leads, which is the accused's too
		c.b.Claim(compose.Denial, best)
	}
}

// plainly tells whether the claim's own words deny or reject.
func (e *Engine) plainly(claim *corpus.Claim) bool { return e.plain[claim] }

// deniesPlainly tells whether the answer prints a reply that says so plainly.
func (c *composition) deniesPlainly() bool {
	return slices.ContainsFunc(c.printed(corpus.Denies), c.e.plainly)
}

// deniedAlready tells whether the answer already prints that denial, or leads
// with one by the same accused from the same occasion.
func (c *composition) deniedAlready(denial *corpus.Claim) bool {
	for _, printed := range c.printed(corpus.Denies) {
		if printed == denial || sameOccasion(printed, denial) && c.e.solid[printed] >= firm {
			return true
		}
	}
	return false
}

// printed returns the claims of the stance that have a sentence of their own; one
// that a remark or a list merely rests on is not told.
func (c *composition) printed(stance corpus.Stance) []*corpus.Claim {
	var out []*corpus.Claim
	for _, s := range c.b.Statements {
		if len(s.Claims) != 1 {
			continue
		}
		if claim := c.e.corpus.Claim(s.Claims[0]); claim != nil && claim.Stance == stance && (stance != corpus.Denies || c.e.denies(claim)) {
			out = append(out, claim)
		}
	}
	return out
}

func sameOccasion(a, b *corpus.Claim) bool {
	if a.Origin != "" && a.Origin == b.Origin {
		return true
	}
	if a.Said == nil || b.Said == nil || a.Said.Date == "" || b.Said.Date == "" {
		return a.Report() == b.Report()
	}
	x, y := language.ParseDate(a.Said.Date), language.ParseDate(b.Said.Date)
	return x.Year == y.Year && (x.Month == y.Month || x.Month == 0 || y.Month == 0)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func saidOn(claim *corpus.Claim) string {
	if claim.Said == nil {
		return ""
	}
	return claim.Said.Date
}
