package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// planOrigin tells of which country somebody is, or that the reports do not tell.
func (c *Composition) planOrigin() {
	if c.abstainsUnknown() {
		return
	}
	at := slices.IndexFunc(c.r.Names, func(n reading.Name) bool { return !c.country(n.IDs[0]) })
	if at < 0 {
		c.r.Intent, c.r.Aspect = "fact", ""
		c.planDefault()
		return
	}
	ids := c.r.Names[at].IDs
	postings := c.p.Index.Entity(ids[0])
	for _, p := range postings[:min(len(postings), record.MostClaims)] {
		claim := c.p.Corpus.Claims[p.Claim]
		if claim.Stance != corpus.Remark && c.besideCountry(claim.Says, ids) {
			c.why = c.say("why.definition")
			c.lead(claim)
			return
		}
	}
	is := c.p.Corpus.Entity(ids[0]).Is
	if c.inSomePlace(is) || slices.ContainsFunc(c.mentioned(is), func(m corpus.Mention) bool { return c.country(m.IDs[0]) }) {
		c.planDefinition()
		return
	}
	c.abstain("abstain.subject")
}

// inSomePlace tells whether a text puts something in a place that it names: "a firm based in
// Rotterdam".
func (c *Composition) inSomePlace(text string) bool {
	tokens := language.Split(text)
	for i := 1; i < len(tokens); i++ {
		if tokens[i].Caps && c.p.In(tokens[i-1], "place-preposition") {
			return true
		}
	}
	return false
}

// country tells whether an entity is a state or a place.
func (c *Composition) country(id string) bool {
	kind := c.p.Corpus.Entity(id).Kind
	return kind == corpus.Party || kind == corpus.Place
}

func (c *Composition) mentioned(text string) []corpus.Mention {
	return slices.DeleteFunc(c.p.Index.Linker.LinkPrinted(language.Split(text)), func(m corpus.Mention) bool { return len(m.IDs) == 0 })
}

// besideCountry tells whether a text has the country of an entity with its name:
// "the American firm X", "Japan's X", "X of Japan".
func (c *Composition) besideCountry(text string, ids []string) bool {
	tokens := language.Split(text)
	mentions := c.mentioned(text)
	all := func(from, to int, group string) bool {
		return from <= to && !slices.ContainsFunc(tokens[from:to], func(t language.Token) bool { return !c.p.In(t, group) })
	}
	return slices.ContainsFunc(mentions, func(m corpus.Mention) bool {
		return slices.ContainsFunc(m.IDs, func(id string) bool { return slices.Contains(ids, id) }) && slices.ContainsFunc(mentions, func(place corpus.Mention) bool {
			return c.country(place.IDs[0]) && (all(place.To, m.From, "trade-word") || place.From == m.To+1 && all(m.To, place.From, "place-preposition"))
		})
	})
}
