package planning

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// unnamedPerson tells whether a person is asked for who belongs to a body, a firm or a group of the question
// ("which official of the ministry", "the names of the gang's members"), and the reports name none and speak of
// none in that role.
func (c *Composition) unnamedPerson() bool {
	role, of := c.personOf()
	if of == nil {
		return false
	}
	byName := c.p.hasPhrase(c.r.Query.Tokens, "name-noun")
	for _, id := range of.IDs {
		for _, p := range c.p.Index.Entity(id) {
			claim := c.p.Corpus.Claims[p.Claim]
			if slices.ContainsFunc(append([]string{claim.By}, claim.Actor...), func(who string) bool {
				entity := c.p.Corpus.Entity(who)
				return entity != nil && entity.Kind == corpus.Person && c.p.Corpus.BelongsTo(who, id)
			}) || claim.Stance != corpus.Remark && c.namesLeader(claim) {
				return false
			}
			if !byName && p.Relation&corpus.AsSpeaker != 0 && slices.ContainsFunc(language.Split(c.p.Composer.Speaker(claim)), func(t language.Token) bool { return t.Stem == role.Stem }) {
				return false // "an official of the ministry": nobody is named, and the reports speak of one
			}
		}
	}
	return true
}

// personOf returns the noun or the verb that asks for a person of somebody, and whom it is of: "the boss of
// the guild", "the guild's boss", "guild members", "who belongs to the guild". Nil where none is asked for.
func (c *Composition) personOf() (language.Token, *corpus.Mention) {
	tokens := c.r.Query.Tokens
	for k := range c.r.Query.Mentions {
		m := &c.r.Query.Mentions[k]
		if len(m.IDs) == 0 || len(m.Reports) > 0 && c.r.Intent == "source" || !c.hasMembers(m.IDs[0]) {
			continue
		}
		for i, t := range tokens {
			led := c.p.In(t, "leads-verb") && c.p.Corpus.Entity(m.IDs[0]).Kind != corpus.Company && c.p.Corpus.Entity(m.IDs[0]).Kind != corpus.Body && m.From > i && m.From <= i+3 && c.p.In(tokens[m.From-1], "the-or-to") && m.To == len(tokens)
			if !c.p.In(t, "role-noun") && !led {
				continue
			}
			beside := m.To == i || m.To == i+1 && m.From < i || m.From > i && m.From <= i+4 && (c.p.In(tokens[i+1], "belonging-preposition") || c.p.In(tokens[m.From-1], "belonging-preposition"))
			if (beside || led) && c.asksWhichPerson(i, m.From) {
				return t, m
			}
		}
	}
	return language.Token{}, nil
}

// asksWhichPerson tells whether the question asks which person that is: "who is the boss", "which guild boss",
// "the name of the boss", "is the boss known".
func (c *Composition) asksWhichPerson(at ...int) bool {
	tokens := c.r.Query.Tokens
	if c.p.hasPhrase(tokens, "name-noun") || at[0]+1 < len(tokens) && tokens[at[0]+1].Stem == "name" || c.opening() == "who" && at[0] < 5 || c.p.hasPhrase(tokens, "which-person") || c.p.In(tokens[len(tokens)-1], "known-word") {
		return true
	}
	return slices.ContainsFunc(at, func(i int) bool { return i > 0 && c.p.In(tokens[i-1], "which-word") }) ||
		slices.ContainsFunc(tokens[max(0, at[0]-3):at[0]], func(t language.Token) bool { return c.p.In(t, "naming-verb") && !strings.HasSuffix(t.Word, "ed") }) // "does it name a member of the gang?"
}

// hasMembers tells whether persons belong to an entity of that kind.
func (c *Composition) hasMembers(id string) bool {
	switch c.p.Corpus.Entity(id).Kind {
	case corpus.Body, corpus.Company, corpus.Group, corpus.Outlet, corpus.Programme:
		return true
	}
	return false
}
