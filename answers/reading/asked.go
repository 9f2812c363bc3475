package reading

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/record"
)

// Concerns tells whether the claim is about the accused that the question names.
func (r *Request) Concerns(claim *corpus.Claim) bool {
	parties := r.AboutAccused()
	return len(parties) == 0 || slices.Contains(parties, claim.Report().Accused)
}

// AboutAccused returns the accused that the question names, or else those that the
// conversation or its other names are about. Empty when it may be anyone.
func (r *Request) AboutAccused() []string {
	if len(r.Accused) > 0 {
		return r.Accused
	}
	return r.Affair
}

// Talk are the intents that ask nothing about the reports.
var Talk = map[string]bool{"greeting": true, "thanks": true, "help": true, "about": true, "insult": true}

// KnownWords counts the content words that lead somewhere.
func (r *Request) KnownWords() int {
	n := 0
	for _, t := range r.Terms {
		if t.Known && !t.Asked && !t.Stray {
			n++
		}
	}
	return n
}

// OwnContent tells whether the question itself, without its thread, names
// anything that could be looked for.
func (r *Request) OwnContent() bool {
	for _, n := range r.Names {
		if n.From >= 0 {
			return true
		}
	}
	for i := range r.Terms {
		if t := &r.Terms[i]; !t.Asked && t.Known && t.From != t.To && !t.Framing {
			return true
		}
	}
	return len(r.Figures) > 0 || len(r.Dates) > 0 || len(r.Reports) > 0
}

// Enumerates tells whether the question lists three names and more to choose from.
func (r *Request) Enumerates() bool {
	n := 0
	for i := range r.Names {
		if r.Names[i].From >= 0 {
			n++
		}
	}
	return n >= 3
}

// GoesOn tells whether content follows the words by which the question asks.
func (r *Request) GoesOn() bool {
	if r.Query.Asks == nil || len(r.Query.Asks.Explained) == 0 {
		return false
	}
	last := slices.Max(r.Query.Asks.Explained)
	return slices.ContainsFunc(r.Terms, func(t Term) bool { return t.From > last && t.Known && !t.Asked && !t.Light })
}

// Keyword tells whether it is one of the words by which a rule read what is asked, and one
// that claims have.
func (r *Request) Keyword(t Term) bool {
	return t.Asked && t.Known && !t.Light && t.Stem != "" && r.Query.Asks != nil && slices.Contains(r.Query.Asks.Explained, t.From)
}

// SameReply tells whether the conversation is about what the accused said on some
// occasion, and the claim is of the same one.
func (r *Request) SameReply(claim *corpus.Claim) bool {
	theirs := func(c *corpus.Claim) bool { return c.Stance == corpus.Denies || c.Stance == corpus.Counters }
	return len(r.Focus) > 0 && theirs(claim) && theirs(r.Focus[0]) && claim.Report() == r.Focus[0].Report() && record.SameOccasion(claim, r.Focus[0])
}

// GivenVoice returns the first body or person that the question names.
func (r *Request) GivenVoice() *Name {
	for i := range r.Names {
		if r.Names[i].From >= 0 && r.Names[i].Voice {
			return &r.Names[i]
		}
	}
	return nil
}

// Speaker returns the name asked about as the one who says it, if there is one.
func (r *Request) Speaker() *Name {
	for i := range r.Names {
		if r.Names[i].Speaker && r.Names[i].From >= 0 {
			return &r.Names[i]
		}
	}
	return nil
}

// Voice returns the name asked about as the one who says it, else the one body or
// person named that makes claims.
func (r *Request) Voice() *Name {
	if speaker := r.Speaker(); speaker != nil {
		return speaker
	}
	return r.GivenVoice()
}

// GivesName tells whether the question itself names somebody or something, the accused apart.
func (r *Request) GivesName() bool {
	return slices.ContainsFunc(r.Names, func(n Name) bool { return n.From >= 0 })
}
