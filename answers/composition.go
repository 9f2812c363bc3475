package answers

import (
	"slices"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
)

// MaxText is how many characters an answer's text may have, unless a list was
// asked for: what a phone shows without scrolling twice.
const MaxText = 1200

// A composition is one answer in the making.
type composition struct {
	e       *Engine
	r       *request
	b       *compose.Builder
	outcome Outcome
	led     []*corpus.Claim   // what the answer leads with, for the thread
	long    bool              // a list was asked for
	ordered bool              // statements stay in the order they were added
	asides  map[string]*aside // by the key of the denial that they end

	replyLabel string        // introduces the denials where "The reply:" would mislead
	counter    *corpus.Claim // the counter-accusation that leads, to which others may have replied
	weighed    []scored
	why        string // the decision, for the trace
	ask        []string
}

func (e *Engine) compose(r *request) *composition {
	return &composition{e: e, r: r, b: e.composer.NewBuilder(), outcome: Answered}
}

func (c *composition) say(id string, pairs ...string) string {
	return c.e.composer.Say(id, pairs...)
}

// lead adds a claim that answers what was asked.
func (c *composition) lead(claims ...*corpus.Claim) {
	for _, claim := range claims {
		if !c.b.Has(claim) {
			c.b.Add(compose.Lead, c.sentence(claim), claim)
			c.led = append(c.led, claim)
		}
	}
}

// sentence writes a leading claim; when its date was asked and its words do not
// tell it, the date follows.
func (c *composition) sentence(claim *corpus.Claim) string {
	text := c.e.composer.Sentence(claim)
	if claim.Stance == corpus.Denies && !c.e.plainly(claim) && !slices.ContainsFunc(c.led, func(led *corpus.Claim) bool { return led.Stance == corpus.Denies }) {
		text = c.e.composer.Denying(claim)
	}
	if len(c.led) == 0 && c.unnamedTargets(claim) {
		return text + " " + c.say("target.unnamed", "publisher", claim.Report().Publisher)
	}
	if c.r.facet != corpus.FacetWhen || c.asks("announce") && claim.Said != nil && len(claim.Said.Date) > len("2006") {
		if len(c.led) == 0 {
			if detail := c.detail(claim); detail != "" {
				return text + " " + detail
			}
		}
		return text
	}
	if date := claim.Happened; date != nil && len(date.Date) >= 4 && !strings.Contains(claim.Says, date.Date[:4]) {
		text += " " + c.say("happened", "date", c.e.composer.Date(date))
	}
	if date := eventDate(claim); date != "" && (c.asks("month-word") && len(date) < 7 || c.asks("day-word") && len(date) < 10) {
		text += " " + c.say("when.coarser")
	}
	return text
}

// leadText adds a sentence of ours that answers what was asked, resting on claims.
func (c *composition) leadText(text string, claims ...*corpus.Claim) {
	c.b.Add(compose.Lead, text, claims...)
	for _, claim := range claims {
		if !slices.Contains(c.led, claim) {
			c.led = append(c.led, claim)
		}
	}
}

// also adds a claim beyond what was asked, in the role of its stance.
func (c *composition) also(claims ...*corpus.Claim) {
	for _, claim := range claims {
		if !c.b.Has(claim) {
			c.b.Claim(c.roleOf(claim), claim)
		}
	}
}

func (c *composition) roleOf(claim *corpus.Claim) compose.Role {
	switch {
	case c.e.denies(claim):
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

func (c *composition) caveat(id string, claims ...*corpus.Claim) {
	c.b.Add(compose.Caveat, c.say(id), claims...)
}

// used returns the claims that the answer rests on so far, by stance.
func (c *composition) used(stance corpus.Stance) []*corpus.Claim {
	var out []*corpus.Claim
	for _, s := range c.b.Statements {
		for _, key := range s.Claims {
			if claim := c.e.corpus.Claim(key); claim != nil && claim.Stance == stance && !slices.Contains(out, claim) {
				out = append(out, claim)
			}
		}
	}
	return out
}

// accusations returns the accusing claims of the answer, and those that its
// remarks are about.
func (c *composition) accusations() []*corpus.Claim {
	out := c.used(corpus.Alleges)
	for _, remark := range c.used(corpus.Remark) {
		for _, claim := range c.e.corpus.AboutOf(remark) {
			if claim.Stance == corpus.Alleges && !slices.Contains(out, claim) {
				out = append(out, claim)
			}
		}
	}
	return out
}

// finish adds what every answer owes: the reply to each accusation, what a
// reader must know to weigh it, and the order in which to read it.
func (c *composition) finish() {
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
		slices.SortStableFunc(c.b.Statements, func(a, b compose.Statement) int { return reading[a.Role] - reading[b.Role] })
	}
	c.b.Renumber()
}

var reading = map[compose.Role]int{compose.Lead: 0, compose.Denial: 1, compose.Allegation: 2, compose.Counter: 3, compose.Context: 4, compose.Caveat: 5}

func (c *composition) addCaveats() {
	if claims := c.differing(); len(claims) > 1 && !c.long {
		c.caveat("caveat.differ", claims...)
		c.b.KeepCaveat = true
	}
	room := 2
	for _, claim := range c.led {
		for _, remark := range c.e.corpus.Remarks(claim) {
			if told := claim.Stance == corpus.Counters && c.e.tellsSilence(remark); room > 0 && !told && !c.b.Rests(remark) && !c.farFetched(remark) && !c.saidOfReply(remark) {
				c.b.Add(compose.Caveat, c.e.composer.Sentence(remark), c.withAbout(remark)...)
				room--
			}
		}
	}
}

// farFetched tells of a remark of a report that is not cited, setting many
// claims side by side, that the answer has but one of them.
func (c *composition) farFetched(remark *corpus.Claim) bool {
	about := c.e.corpus.AboutOf(remark)
	told := 0
	for _, claim := range about {
		told += boolInt(c.b.Rests(claim))
	}
	cited := slices.ContainsFunc(c.b.Sources, func(s compose.Source) bool { return s.Report == remark.Report().ID })
	return !cited && len(about) > 2 && told < 2
}

// saidOfReply tells of a remark on what a denial does not answer, where the
// answer says so beside the denial already.
func (c *composition) saidOfReply(remark *corpus.Claim) bool {
	return len(c.asides) > 0 && c.e.onReplies[remark]
}

// settle fits the answer into so many characters, and takes back what it said
// of statements that had to go.
func (c *composition) settle(limit int) {
	for n := -1; n != len(c.b.Statements); {
		n = len(c.b.Statements)
		if len(c.differing()) < 2 {
			c.b.Statements = slices.DeleteFunc(c.b.Statements, func(s compose.Statement) bool {
				return s.Role == compose.Caveat && s.Text == c.say("caveat.differ")
			})
		}
		told := c.used(corpus.Alleges)
		c.b.Statements = slices.DeleteFunc(c.b.Statements, func(s compose.Statement) bool {
			return s.Role == compose.Denial && c.asides[s.Claims[0]] != nil && len(told) > 0 && !slices.ContainsFunc(told, func(claim *corpus.Claim) bool {
				return claim.Report().Accused == c.e.corpus.Claim(s.Claims[0]).Report().Accused
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
			answered := c.e.corpus.Answered(c.e.corpus.Claim(s.Claims[0]))
			return len(answered) > 0 && !slices.ContainsFunc(answered, c.b.Rests) // what it replies to had to go
		})
	}
	c.b.Renumber()
}

// differing returns the claims of the answer whose amounts come from different
// accusers, or nil when there is nothing to set side by side.
func (c *composition) differing() []*corpus.Claim {
	var out []*corpus.Claim
	speakers := map[string]bool{}
	for _, claim := range c.printed(corpus.Alleges) {
		if amountOf(claim) != "" {
			out = append(out, claim)
			speaker := claim.By
			if c.e.corpus.Entity(speaker) == nil {
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

func amountOf(claim *corpus.Claim) string {
	for _, f := range claim.Figures {
		switch f.Measures {
		case corpus.Total, corpus.Part, corpus.Single:
			if f.Missing {
				continue
			}
			if f.Converted != "" {
				return f.Text + " (" + f.Converted + ")"
			}
			return f.Text
		}
	}
	return ""
}

// dateText writes a date of the claim with how it is known.
func (c *composition) dateText(claim *corpus.Claim, date string) string {
	for _, d := range []*corpus.Date{claim.Happened, claim.Said} {
		if d != nil && d.Date == date {
			return c.e.composer.Date(d)
		}
	}
	return compose.PlainDate(date)
}

// withAbout returns a remark and, where it prints a figure, the claims that it
// is about: the figure stands in their lines.
func (c *composition) withAbout(remark *corpus.Claim) []*corpus.Claim {
	if !c.e.index.Features[c.e.index.Number(remark)].Figured {
		return []*corpus.Claim{remark}
	}
	return append([]*corpus.Claim{remark}, c.e.corpus.AboutOf(remark)...)
}
