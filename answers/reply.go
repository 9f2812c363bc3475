package answers

import (
	"cmp"
	"slices"
	"strings"

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

func (e *Engine) findReply(claim *corpus.Claim) reply {
	var best reply
	rank := -1
	direct := e.directReplies(claim)
	for _, denial := range e.near(claim.Report(), direct) {
		r := reply{denial: denial, direct: slices.Contains(direct, denial), older: older(denial, claim)}
		value := e.solid[denial]
		if r.direct {
			value += 1000
		}
		if !r.direct {
			value += e.kinship(denial, claim)
		}
		if denial.Report() == claim.Report() {
			value += 100
		}
		if !r.direct && !r.older {
			value += 10
		}
		if value > rank {
			best, rank = r, value
		}
	}
	return best
}

// kinship tells how near what a denial answers is to another accusation, in points of
// solidity: by the words that only few claims share, and by who accuses.
func (e *Engine) kinship(denial, claim *corpus.Claim) int {
	best := 0.0
	answered := e.corpus.Answered(denial)
	if len(answered) == 0 && denial.Report() == claim.Report() {
		return closest // printed beside it, against accusations in general
	}
	for _, other := range answered[:min(len(answered), most)] {
		near := 0.0
		for stem := range e.index.Features[e.index.Number(claim)].Stems {
			if e.index.Features[e.index.Number(other)].Stems[stem] {
				near += max(0, e.index.Rarity(len(e.index.Stem(stem)))-commonStem)
			}
		}
		if other.By == claim.By && e.corpus.Entity(other.By) != nil {
			near += 1.5
		}
		best = max(best, near)
	}
	return int(min(closest, 40*best))
}

// closest is the kinship of a denial that might as well have been of this accusation.
const closest = 200

// commonStem is the rarity of a word that one claim in five has: it makes no two
// claims kin.
const commonStem = 1.8

// near returns the denials that may stand beside the claims of a report: those
// given, the report's own, and the firmest by the same accused, in corpus order.
func (e *Engine) near(report *corpus.Report, given []*corpus.Claim) []*corpus.Claim {
	out := slices.Clone(given)
	for _, n := range e.index.InReport(report.ID) {
		if claim := e.corpus.Claims[n]; e.denies(claim) && !slices.Contains(out, claim) {
			out = append(out, claim)
		}
	}
	if firmest := e.about([]string{report.Accused}).firmest; firmest != nil && !slices.Contains(out, firmest) {
		out = append(out, firmest)
	}
	for _, denial := range e.about([]string{report.Accused}).occasions {
		if len(out) < 64 && !slices.Contains(out, denial) {
			out = append(out, denial)
		}
	}
	slices.SortFunc(out, func(a, b *corpus.Claim) int { return cmp.Compare(e.index.Number(a), e.index.Number(b)) })
	return out
}

// directReplies returns the denials that answer the claim or another copy of
// the same statement.
func (e *Engine) directReplies(claim *corpus.Claim) []*corpus.Claim {
	out := slices.Clone(e.corpus.Replies(claim))
	if claim.Origin != "" {
		for _, twin := range e.origins[claim.Origin] {
			for _, denial := range e.corpus.Replies(twin) {
				if !slices.Contains(out, denial) {
					out = append(out, denial)
				}
			}
		}
	}
	return out
}

// firm is the solidity of a denial that is dated, and so can stand alone.
const firm = 400

// solidity tells how well a denial can stand alone: dated, with a speaker of
// its own, long enough to weigh as much as an accusation.
func solidity(denial *corpus.Claim) int {
	value := 0
	if denial.Said != nil && denial.Said.Date != "" {
		value += firm
	}
	if denial.By != corpus.Article && denial.By != corpus.Unnamed {
		value += 40
	}
	if len(strings.Fields(denial.Says)) >= 12 {
		value += 30
	}
	return value
}

// older tells whether a denial was made before the accusation, or at the latest
// before the report that carries an accusation without a date.
func older(denial, claim *corpus.Claim) bool {
	made, said := saidOn(denial), saidOn(claim)
	if said == "" {
		said = claim.Report().Published.Date
	}
	return made != "" && said != "" && before(made, said) && (saidOn(claim) != "" || denial.Report() != claim.Report())
}

// before compares dates as far as both are known: 2022 is not before 2022-04.
func before(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] < b[:n]
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
	if e.corpus.Entity(background.By) == nil {
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

// counterReply says whether those whom the accused accuses are heard.
func (c *composition) counterReply(claim *corpus.Claim) {
	if retort := c.e.retortTo(claim); retort != nil {
		id := "reply.retort"
		if answered := c.e.corpus.Answered(retort); len(answered) > 0 && !slices.Contains(answered, claim) {
			id = "reply.retort.other"
		}
		c.b.Add(compose.Context, c.say(id, "sentence", c.e.composer.Sentence(retort)), retort)
		c.b.Statements[len(c.b.Statements)-1].Owed = id == "reply.retort"
		return
	}
	if len(claim.Actor) > 0 {
		whom := claim.Actor[0]
		for _, owner := range c.e.corpus.Owners(whom) {
			if c.e.corpus.Entity(owner).Kind == corpus.Party {
				whom = owner // a body's state is whom the words are aimed at
			}
		}
		c.b.Add(compose.Caveat, c.say("counter.unanswered", "by", c.e.composer.Name(claim.Report().Accused), "accused", c.e.composer.Name(whom)), claim)
	}
}

// retortTo returns the reply to a counter-accusation by those whom it accuses, else
// one of theirs to another; nil when the reports carry none.
func (e *Engine) retortTo(claim *corpus.Claim) *corpus.Claim {
	var other *corpus.Claim
	for _, retort := range e.retorts {
		if slices.Contains(e.corpus.Answered(retort), claim) {
			return retort
		}
		if other == nil && slices.ContainsFunc(claim.Actor, func(id string) bool { return e.corpus.BelongsTo(retort.By, id) }) {
			other = retort
		}
	}
	return other
}
