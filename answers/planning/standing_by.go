package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// standsBy answers how an accuser took the denial ("how did the council respond to the ministry's
// statement?"): with the claim that it stands by its accusation, or takes it back. It returns whether one does.
func (c *Composition) standsBy() bool {
	name := c.asksAccuserReply()
	if name == nil || len(c.r.Figures)+len(c.r.Reports)+len(c.r.Quotes) > 0 {
		return false
	}
	var told []weighing.Scored
	for _, s := range c.p.Choose(c.r, weighing.Filter{Stances: accusing, AnyDate: true}) {
		if c.ofSpeaker(s.N, name) && (c.p.saysPhrase(s.Claim, "standing-by") || c.p.Index.Mentions(s.Claim.Verb, c.p.Lexicon.Concept("standing-by"))) {
			told = append(told, s)
		}
	}
	if len(told) == 0 {
		return false
	}
	c.weighed = told
	c.why = c.say("why.best")
	c.lead(told[0].Claim)
	return true
}

// ofSpeaker tells whether somebody says a claim, or a body that belongs to them.
func (c *Composition) ofSpeaker(claim int32, n *reading.Name) bool {
	return c.p.Index.Relation(claim, n.IDs)&(corpus.AsSpeaker|corpus.AsOwner) != 0
}

// asksAccuserReply returns the accuser of whom it is asked what they answered to the denial; nil where none is.
// Who answers comes first: "how did the ministry answer the council?" asks for the ministry's reply.
func (c *Composition) asksAccuserReply() *reading.Name {
	tokens := c.r.Query.Tokens
	if c.r.Leans && len(c.r.Focus) > 0 && c.r.Focus[0].Stance != corpus.Denies || c.opening() != "how" && c.opening() != "what" || c.r.Facet == corpus.FacetAmount || len(tokens) < 4 {
		return nil
	}
	for i := range c.r.Names {
		n := &c.r.Names[i]
		if n.From < 2 || n.From > 5 || n.Weak || !c.p.Accuses[n.IDs[0]] || c.p.BelongsToAccused(n.IDs) {
			continue
		}
		for _, m := range c.r.Query.Mentions {
			switch {
			case m.From < n.From:
				return nil // somebody else stands first
			case m.From != n.From || m.To >= len(tokens):
			case c.p.In(tokens[m.To], "reply"):
				return n
			case c.p.In(tokens[m.To], "say") || tokens[m.To].Word == "do":
				for k, t := range tokens[m.To:] {
					if (t.Word == "when" || t.Word == "after" || t.Word == "to") && slices.ContainsFunc(tokens[m.To+k:], func(d language.Token) bool { return c.p.In(d, "deny") }) {
						return n
					}
				}
			}
		}
		return nil
	}
	return nil
}
