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
		if s.Role != compose.Denial || c.e.corpus.Claim(s.Claims[0]).Report().Accused != claims[0].Report().Accused {
			continue
		}
		note := c.asides[s.Claims[0]]
		if note == nil {
			note = &aside{base: s.Text}
		}
		note.open = claims
		c.note(s, note)
		return
	}
	c.b.Add(compose.Caveat, c.notThese(claims), claims...)
}

// An aside is what is said after a denial of accusations that it does not answer.
type aside struct {
	denial *corpus.Claim
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
		text += " " + c.notThese(open)
	}
	return text
}

func (c *composition) addDenial(note *aside) {
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

func (c *composition) notThese(claims []*corpus.Claim) string {
	if speakers := c.e.composer.Accusers(claims); len(speakers) <= 3 {
		return c.say("reply.not_these", "speakers", c.e.composer.Join(speakers))
	}
	return c.say("reply.not_others")
}

// aside says that a denial answered something else, or is older.
func (c *composition) aside(denial *corpus.Claim, claims []*corpus.Claim, older bool) string {
	id := "reply.other"
	if older {
		id = "reply.older"
	}
	if len(claims) > 1 {
		id += ".many"
	}
	return c.say(id, "aimed", c.aim(denial))
}

// aim says what a denial answered: in its own words, or by who is answered.
func (c *composition) aim(denial *corpus.Claim) string {
	if denial.AimedAt != "" {
		return denial.AimedAt
	}
	return c.say("reply.aim", "speakers", c.e.composer.Join(c.e.composer.Accusers(c.e.corpus.Answered(denial))))
}
