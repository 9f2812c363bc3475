package planning

import (
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/record"
)

// addUnanswered says that accusations have no reply of their own, where a denial
// that answers something else stands beside them already.
func (c *Composition) addUnanswered(claims []*corpus.Claim) {
	for i := range c.b.Statements {
		s := &c.b.Statements[i]
		if c.ordered || s.Role != compose.Denial || c.p.Corpus.Claim(s.Claims[0]).Report().Accused != claims[0].Report().Accused {
			continue
		}
		note := c.asides[s.Claims[0]]
		if note == nil {
			note = &sideNote{key: s.Claims[0], base: s.Text}
		}
		note.open = claims
		c.setNote(s, note)
		return
	}
	c.b.Add(compose.Caveat, c.notThese(nil, claims), claims...)
}

// A sideNote is what is said after a denial of accusations that it does not answer.
type sideNote struct {
	key    string          // of the denial
	denial *corpus.Claim   // nil where its sentence stands already
	base   string          // the denial's sentence, where it has no aside of its own
	claims []*corpus.Claim // beside which it stands though it answers something else
	older  bool
	open   []*corpus.Claim // further ones that no denial answers
}

// text writes the denial with what is to be said of the claims that are told.
func (a *sideNote) text(c *Composition, told []*corpus.Claim) string {
	kept := func(claims []*corpus.Claim) []*corpus.Claim {
		return slices.DeleteFunc(slices.Clone(claims), func(claim *corpus.Claim) bool { return told != nil && !slices.Contains(told, claim) })
	}
	text := a.base
	if a.denial != nil {
		text = c.p.Composer.Sentence(a.denial)
		if claims := kept(a.claims); len(claims) > 0 {
			open := kept(a.open)
			allOlder := a.older && !slices.ContainsFunc(open, func(claim *corpus.Claim) bool { return !record.Older(a.denial, claim) })
			return text + " " + c.noteText(a.denial, slices.Concat(claims, open), allOlder)
		}
	}
	if open := kept(a.open); len(open) > 0 {
		text += " " + c.notThese(c.p.Corpus.Claim(a.key), open)
	}
	return text
}

func (c *Composition) addDenial(note *sideNote) {
	note.key = note.denial.Key()
	c.b.Add(compose.Denial, "-", note.denial)
	c.setNote(&c.b.Statements[len(c.b.Statements)-1], note)
}

func (c *Composition) setNote(s *compose.Statement, note *sideNote) {
	if c.asides == nil {
		c.asides = map[string]*sideNote{}
	}
	s.Text = note.text(c, nil)
	c.asides[s.Claims[0]] = note
}

// notThese says that the denial, if there is one, does not answer these accusations,
// and no other does.
func (c *Composition) notThese(denial *corpus.Claim, claims []*corpus.Claim) string {
	if len(claims) == 1 && c.answeredElse(claims[0]) {
		id := "reply.not_other"
		if denial != nil && record.Older(denial, claims[0]) {
			id = "reply.not_later"
		}
		return c.say(id, "speakers", c.p.Composer.Speakers(claims)[0])
	}
	if speakers := c.p.Composer.Speakers(claims); len(speakers) <= 3 {
		return c.say("reply.not_these", "speakers", c.p.Composer.Join(speakers))
	}
	return c.say("reply.not_others")
}

// answeredElse tells whether the answer tells another accusation by the same
// accuser, and a denial answers that.
func (c *Composition) answeredElse(claim *corpus.Claim) bool {
	return slices.ContainsFunc(c.printed(corpus.Alleges), func(other *corpus.Claim) bool {
		same := other.By == claim.By || c.speaksOn(other.By, claim.By) || c.speaksOn(claim.By, other.By)
		return other != claim && same && c.p.ReplyTo(other).Direct
	})
}

// speaksOn tells whether a person speaks for a body: what he says is its accusation.
func (c *Composition) speaksOn(person, body string) bool {
	entity := c.p.Corpus.Entity(person)
	return entity != nil && entity.Kind == corpus.Person && c.p.Corpus.BelongsTo(person, body)
}

// noteText says that a denial answered something else, or is older.
func (c *Composition) noteText(denial *corpus.Claim, claims []*corpus.Claim, older bool) string {
	id := "reply.other"
	if older {
		id = "reply.older"
	}
	speakers := c.p.Composer.Speakers(claims)
	switch {
	case len(c.led) > 0 && len(speakers) <= 3 && !slices.ContainsFunc(claims, func(claim *corpus.Claim) bool { return slices.Contains(c.led, claim) }):
		id += ".by" // the accusation is told only after the denial
	case len(claims) > 1:
		id += ".many"
	}
	return c.say(id, "aimed", c.aim(denial), "speakers", c.p.Composer.Join(speakers))
}

// aim says what a denial answered: in its own words, or by who is answered.
func (c *Composition) aim(denial *corpus.Claim) string {
	if denial.AimedAt != "" {
		return denial.AimedAt
	}
	return c.say("reply.aim", "speakers", c.p.Composer.Join(c.p.Composer.Speakers(c.p.Corpus.Answered(denial))))
}
