package answers

import (
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
)

// unanswered says that accusations have no reply of their own, where a denial
// that answers something else stands beside them already.
func (c *composition) unanswered(claims []*corpus.Claim) {
	for i := range c.b.Statements {
		s := &c.b.Statements[i]
		if c.ordered || s.Role != compose.Denial || c.e.corpus.Claim(s.Claims[0]).Report().Accused != claims[0].Report().Accused {
			continue
		}
		note := c.asides[s.Claims[0]]
		if note == nil {
			note = &aside{key: s.Claims[0], base: s.Text}
		}
		note.open = claims
		c.note(s, note)
		return
	}
	c.b.Add(compose.Caveat, c.notThese(nil, claims), claims...)
}

// An aside is what is said after a denial of accusations that it does not answer.
type aside struct {
	key    string          // of the denial
	denial *corpus.Claim   // nil where its sentence stands already
	base   string          // the denial's sentence, where it has no aside of its own
	claims []*corpus.Claim // beside which it stands though it answers something else
	older  bool
	open   []*corpus.Claim // further ones that no denial answers
}

// text writes the denial with what is to be said of the claims that are told.
func (a *aside) text(c *composition, told []*corpus.Claim) string {
	kept := func(claims []*corpus.Claim) []*corpus.Claim {
		return slices.DeleteFunc(slices.Clone(claims), func(claim *corpus.Claim) bool { return told != nil && !slices.Contains(told, claim) })
	}
	text := a.base
	if a.denial != nil {
		text = c.e.composer.Sentence(a.denial)
		if claims := kept(a.claims); len(claims) > 0 {
			open := kept(a.open)
			allOlder := a.older && !slices.ContainsFunc(open, func(claim *corpus.Claim) bool { return !older(a.denial, claim) })
			return text + " " + c.aside(a.denial, slices.Concat(claims, open), allOlder)
		}
	}
	if open := kept(a.open); len(open) > 0 {
		text += " " + c.notThese(c.e.corpus.Claim(a.key), open)
	}
	return text
}

func (c *composition) addDenial(note *aside) {
	note.key = note.denial.Key()
	c.b.Add(compose.Denial, "-", note.denial)
	c.note(&c.b.Statements[len(c.b.Statements)-1], note)
}

func (c *composition) note(s *compose.Statement, note *aside) {
	if c.asides == nil {
		c.asides = map[string]*aside{}
	}
	s.Text = note.text(c, nil)
	c.asides[s.Claims[0]] = note
}

// notThese says that the denial, if there is one, does not answer these accusations,
// and no other does.
func (c *composition) notThese(denial *corpus.Claim, claims []*corpus.Claim) string {
	if len(claims) == 1 && c.answeredElse(claims[0]) {
		id := "reply.not_other"
		if denial != nil && older(denial, claims[0]) {
			id = "reply.not_later"
		}
		return c.say(id, "speakers", c.e.composer.Accusers(claims)[0])
	}
	if speakers := c.e.composer.Accusers(claims); len(speakers) <= 3 {
		return c.say("reply.not_these", "speakers", c.e.composer.Join(speakers))
	}
	return c.say("reply.not_others")
}

// answeredElse tells whether the answer tells another accusation by the same
// accuser, and a denial answers that.
func (c *composition) answeredElse(claim *corpus.Claim) bool {
	return slices.ContainsFunc(c.printed(corpus.Alleges), func(other *corpus.Claim) bool {
		same := other.By == claim.By || c.speaksOn(other.By, claim.By) || c.speaksOn(claim.By, other.By)
		return other != claim && same && c.e.replyTo(other).direct
	})
}

// speaksOn tells whether a person speaks for a body: what he says is its accusation.
func (c *composition) speaksOn(person, body string) bool {
	entity := c.e.corpus.Entity(person)
	return entity != nil && entity.Kind == corpus.Person && c.e.corpus.BelongsTo(person, body)
}

// aside says that a denial answered something else, or is older.
func (c *composition) aside(denial *corpus.Claim, claims []*corpus.Claim, older bool) string {
	id := "reply.other"
	if older {
		id = "reply.older"
	}
	speakers := c.e.composer.Accusers(claims)
	switch {
	case len(c.led) > 0 && len(speakers) <= 3 && !slices.ContainsFunc(claims, func(claim *corpus.Claim) bool { return slices.Contains(c.led, claim) }):
		id += ".by" // the accusation is told only after the denial
	case len(claims) > 1:
		id += ".many"
	}
	return c.say(id, "aimed", c.aim(denial), "speakers", c.e.composer.Join(speakers))
}

// aim says what a denial answered: in its own words, or by who is answered.
func (c *composition) aim(denial *corpus.Claim) string {
	if denial.AimedAt != "" {
		return denial.AimedAt
	}
	return c.say("reply.aim", "speakers", c.e.composer.Join(c.e.composer.Accusers(c.e.corpus.Answered(denial))))
}
