package planning

import (
	"slices"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/precedent"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// MaxText is how many characters an answer's text may have, unless a list was
// asked for: what a phone shows without scrolling twice.
const MaxText = 1200

// A Planner composes the answers to questions.
type Planner struct {
	*weighing.Weigher
	Composer   *compose.Composer
	precedents *precedent.Index
}

// New returns a planner that writes its answers in the given phrasing, with
// precedents to hold questions against.
func New(weigher *weighing.Weigher, phrasing *compose.Phrasing, precedents *precedent.Index) *Planner {
	return &Planner{Weigher: weigher, Composer: &compose.Composer{Corpus: weigher.Corpus, Phrasing: phrasing}, precedents: precedents}
}

// Compose returns the answer to a question, whole but for what it suggests to ask next.
func (p *Planner) Compose(q reading.Question) *Composition {
	c := p.planned(q)
	if other := p.byPrecedent(q, c); other != nil {
		c = other
	}
	c.finish()
	return c
}

// planned returns the composition of a question as it is read by itself, with no more than
// its leads.
func (p *Planner) planned(q reading.Question) *Composition {
	r := p.Read(q)
	c := p.newComposition(r)
	c.plan()
	if both := p.inParts(q, c); both != nil {
		c = both
		c.parted = true
	}
	c.intent = r.Intent
	if (c.intent == "fact" || c.intent == "verify") && r.Facet != "" {
		c.intent = string(r.Facet)
	}
	return c
}

func (p *Planner) newComposition(r *reading.Request) *Composition {
	return &Composition{p: p, r: r, b: p.Composer.NewBuilder(), outcome: Answered}
}

// A Composition is one answer in the making.
type Composition struct {
	p       *Planner
	r       *reading.Request
	b       *compose.Builder
	intent  string // what was asked for, though a plan may have read it otherwise since
	outcome Outcome
	led     []*corpus.Claim      // what the answer leads with, for the thread
	long    bool                 // a list was asked for
	parted  bool                 // it answers a question of two parts
	sure    bool                 // the question has nothing else that a precedent could be of
	ordered bool                 // statements stay in the order they were added
	asides  map[string]*sideNote // by the key of the denial that they end

	replyLabel string        // introduces the denials where "The reply:" would mislead
	counter    *corpus.Claim // the counter-accusation that leads, to which others may have replied
	weighed    []weighing.Scored
	why        string // the decision, for the trace
	like       string // the precedent that was followed
	choices    []string
}

// Request returns what was asked.
func (c *Composition) Request() *reading.Request { return c.r }

// Intent returns what is asked for: of a plain question, the kind of fact.
func (c *Composition) Intent() string { return c.intent }

// Outcome returns how the question ended.
func (c *Composition) Outcome() Outcome { return c.outcome }

// Led returns the claims that the answer leads with.
func (c *Composition) Led() []*corpus.Claim { return c.led }

// Weighed returns the claims that were considered, the best first.
func (c *Composition) Weighed() []weighing.Scored { return c.weighed }

// Like returns the precedent that was followed; empty where the question was read by itself.
func (c *Composition) Like() string { return c.like }

// Why tells in a sentence why the answer is what it is.
func (c *Composition) Why() string { return c.why }

// Choices returns the questions that the answer itself offers, untried.
func (c *Composition) Choices() []string { return c.choices }

// Statements returns what the answer says, and its sources.
func (c *Composition) Statements() ([]compose.Statement, []compose.Source) {
	return c.b.Statements, c.b.Sources
}

// Write drops what is too much for a chat, unless a list was asked for, and returns the
// answer as text that ends with the suggestions.
func (c *Composition) Write(suggestions []string) string {
	limit := MaxText
	if c.long {
		limit = 0
	} else {
		c.settle(limit)
	}
	return c.b.Text(suggestions, limit)
}

func (c *Composition) say(id string, pairs ...string) string {
	return c.p.Composer.Say(id, pairs...)
}

// lead adds a claim that answers what was asked.
func (c *Composition) lead(claims ...*corpus.Claim) {
	for _, claim := range claims {
		if !c.b.Has(claim) {
			c.b.Add(compose.Lead, c.sentence(claim), claim)
			c.led = append(c.led, claim)
		}
	}
}

// sentence writes a leading claim; when its date was asked and its words do not
// tell it, the date follows.
func (c *Composition) sentence(claim *corpus.Claim) string {
	text := c.p.Composer.Sentence(claim)
	if claim.Stance == corpus.Denies && !c.p.deniesInWords(claim) && !slices.ContainsFunc(c.led, func(led *corpus.Claim) bool { return led.Stance == corpus.Denies }) {
		text = c.p.Composer.Denying(claim)
	}
	if len(c.led) == 0 && (c.unnamedTargets(claim) || c.unlisted(claim)) {
		return text + " " + c.say("target.unnamed", "publisher", claim.Report().Publisher)
	}
	if c.r.Facet != corpus.FacetWhen || c.asks("announce") && claim.Said != nil && len(claim.Said.Date) > len("2006") {
		if len(c.led) == 0 {
		}
		return text
	}
	if date := claim.Happened; date != nil && len(date.Date) >= 4 && !strings.Contains(claim.Says, date.Date[:4]) {
		text += " " + c.say("happened", "date", c.p.Composer.Date(date))
	}
	if date := record.EventDate(claim); date != "" && (c.asks("month-word") && len(date) < 7 || c.asks("day-word") && len(date) < 10) {
		text += " " + c.say("when.coarser")
	}
	return text
}

// leadText adds a sentence of ours that answers what was asked, resting on claims.
func (c *Composition) leadText(text string, claims ...*corpus.Claim) {
	c.b.Add(compose.Lead, text, claims...)
	for _, claim := range claims {
		if !slices.Contains(c.led, claim) {
			c.led = append(c.led, claim)
		}
	}
}

// also adds a claim beyond what was asked, in the role of its stance.
func (c *Composition) also(claims ...*corpus.Claim) {
	for _, claim := range claims {
		if !c.b.Has(claim) {
			c.b.Claim(c.roleOf(claim), claim)
		}
	}
}

func (c *Composition) roleOf(claim *corpus.Claim) compose.Role {
	switch {
	case c.p.Denies(claim):
		return compose.Denial
	case claim.Stance == corpus.Counters:
		return compose.Counter
	case claim.Stance == corpus.Context, claim.Stance == corpus.Denies:
		return compose.Context
	case claim.Stance == corpus.Remark:
		return compose.Caveat
	}
	return compose.Allegation
}

func (c *Composition) caveat(id string, claims ...*corpus.Claim) {
	c.b.Add(compose.Caveat, c.say(id), claims...)
}

// used returns the claims that the answer rests on so far, by stance.
func (c *Composition) used(stance corpus.Stance) []*corpus.Claim {
	var out []*corpus.Claim
	for _, s := range c.b.Statements {
		for _, key := range s.Claims {
			if claim := c.p.Corpus.Claim(key); claim != nil && claim.Stance == stance && !slices.Contains(out, claim) {
				out = append(out, claim)
			}
		}
	}
	return out
}

// accusations returns the accusing claims of the answer, and those that its
// remarks are about.
func (c *Composition) accusations() []*corpus.Claim {
	out := c.used(corpus.Alleges)
	for _, remark := range c.used(corpus.Remark) {
		for _, claim := range c.p.Corpus.AboutOf(remark) {
			if claim.Stance == corpus.Alleges && !slices.Contains(out, claim) {
				out = append(out, claim)
			}
		}
	}
	return out
}

// finish adds what every answer owes: the reply to each accusation, what a
// reader must know to weigh it, and the order in which to read it.
func (c *Composition) finish() {
	if c.outcome == Answered {
		c.addReplies()
		c.addCaveats()
	}
	if c.ordered && c.replyLabel == "" && len(c.led) > 0 {
		c.label("role.denial.own", c.led[0]) // what stands before it need not be what it replies to
	}
	for i := range c.b.Statements {
		if s := &c.b.Statements[i]; s.Role == compose.Denial {
			s.Label = c.replyLabel
		}
	}
	if !c.ordered {
		slices.SortStableFunc(c.b.Statements, func(a, b compose.Statement) int { return printOrder[a.Role] - printOrder[b.Role] })
	}
	c.b.Renumber()
}

// printOrder is the order in which the roles of an answer are read.
var printOrder = map[compose.Role]int{compose.Lead: 0, compose.Denial: 1, compose.Allegation: 2, compose.Counter: 3, compose.Context: 4, compose.Caveat: 5}

func (c *Composition) addCaveats() {
	if claims := c.differing(); len(claims) > 1 && !c.long {
		c.caveat("caveat.differ", claims...)
		c.b.KeepCaveat = true
	}
	room := 2
	for _, claim := range c.led {
		for _, remark := range c.p.Corpus.Remarks(claim) {
			if told := claim.Stance == corpus.Counters && c.p.TellsSilence(remark); room > 0 && !told && !c.b.Rests(remark) && !c.farFetched(remark) && !c.saidOfReply(remark) {
				c.b.Add(compose.Caveat, c.p.Composer.Sentence(remark), c.withAbout(remark)...)
				room--
			}
		}
	}
}

// farFetched tells of a remark of a report that is not cited, setting many
// claims side by side, that the answer has but one of them.
func (c *Composition) farFetched(remark *corpus.Claim) bool {
	about := c.p.Corpus.AboutOf(remark)
	told := 0
	for _, claim := range about {
		told += record.BoolInt(c.b.Rests(claim))
	}
	cited := slices.ContainsFunc(c.b.Sources, func(s compose.Source) bool { return s.Report == remark.Report().ID })
	return !cited && len(about) > 2 && told < 2
}

// saidOfReply tells of a remark on what a denial does not answer, where the
// answer says so beside the denial already.
func (c *Composition) saidOfReply(remark *corpus.Claim) bool {
	return len(c.asides) > 0 && c.p.OnReplies[remark]
}

// settle fits the answer into so many characters, and takes back what it said
// of statements that had to go.
func (c *Composition) settle(limit int) {
	differ := c.say("caveat.differ")
	for n := -1; n != len(c.b.Statements); {
		n = len(c.b.Statements)
		if len(c.differing()) < 2 {
			c.b.Statements = slices.DeleteFunc(c.b.Statements, func(s compose.Statement) bool {
				return s.Role == compose.Caveat && s.Text == differ
			})
		}
		told := c.used(corpus.Alleges)
		c.b.Statements = slices.DeleteFunc(c.b.Statements, func(s compose.Statement) bool {
			return s.Role == compose.Denial && c.asides[s.Claims[0]] != nil && len(told) > 0 && !slices.ContainsFunc(told, func(claim *corpus.Claim) bool {
				return claim.Report().Accused == c.p.Corpus.Claim(s.Claims[0]).Report().Accused
			})
		})
		for i := range c.b.Statements {
			s := &c.b.Statements[i]
			if s.Role == compose.Denial && c.asides[s.Claims[0]] != nil {
				s.Text = c.asides[s.Claims[0]].text(c, told)
			}
		}
		c.b.Trim(limit)
		c.b.Statements = slices.DeleteFunc(c.b.Statements, func(s compose.Statement) bool {
			if !s.Owed {
				return false
			}
			if s.Role == compose.Caveat {
				return !slices.ContainsFunc(c.b.Statements, func(o compose.Statement) bool {
					return o.Role != compose.Caveat && slices.Contains(o.Claims, s.Claims[0])
				})
			}
			answered := c.p.Corpus.Answered(c.p.Corpus.Claim(s.Claims[0]))
			return len(answered) > 0 && !slices.ContainsFunc(answered, c.b.Rests) // what it replies to had to go
		})
	}
	c.b.Renumber()
}

// differing returns the claims of the answer whose amounts come from different
// accusers, or nil when there is nothing to set side by side.
func (c *Composition) differing() []*corpus.Claim {
	var out []*corpus.Claim
	speakers := map[string]bool{}
	for _, claim := range c.printed(corpus.Alleges) {
		if amountOf(claim) != "" {
			out = append(out, claim)
			speaker := claim.By
			if c.p.Corpus.Entity(speaker) == nil {
				speaker += claim.As // unnamed ones are told apart by what they are called
			}
			speakers[speaker] = true
		}
	}
	if len(speakers) < 2 {
		return nil
	}
	return out
}

// dateText writes a date of the claim with how it is known.
func (c *Composition) dateText(claim *corpus.Claim, date string) string {
	for _, d := range []*corpus.Date{claim.Happened, claim.Said} {
		if d != nil && d.Date == date {
			return c.p.Composer.Date(d)
		}
	}
	return compose.PlainDate(date)
}

// withAbout returns a remark and, where it prints a figure, the claims that it
// is about: the figure stands in their lines.
func (c *Composition) withAbout(remark *corpus.Claim) []*corpus.Claim {
	if !c.p.Index.FeaturesOf(remark).Figured {
		return []*corpus.Claim{remark}
	}
	return append([]*corpus.Claim{remark}, c.p.Corpus.AboutOf(remark)...)
}
