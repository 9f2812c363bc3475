package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
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
	is := c.p.Corpus.Entity(ids[0]).Is
	if slices.ContainsFunc(c.mentioned(is), func(m corpus.Mention) bool { return c.country(m.IDs[0]) }) {
		c.planDefinition()
		return
	}
	c.abstain("abstain.subject")
}

// country tells whether an entity is a state or a place.
func (c *Composition) country(id string) bool {
	kind := c.p.Corpus.Entity(id).Kind
	return kind == corpus.Party || kind == corpus.Place
}

func (c *Composition) mentioned(text string) []corpus.Mention {
	return slices.DeleteFunc(c.p.Index.Linker.LinkPrinted(language.Split(text)), func(m corpus.Mention) bool { return len(m.IDs) == 0 })
}
