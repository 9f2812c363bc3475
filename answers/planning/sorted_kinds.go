package planning

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// sortedAccusers names the accusers by what they are, where more than one kind is asked for apart from the others:
// "which accusers are public bodies, and which are firms?", "sort the accusers: agencies or people?". It returns
// whether that is asked.
func (c *Composition) sortedAccusers() bool {
	var kinds []corpus.Kind
	whichs := 0
	for _, t := range c.r.Query.Tokens {
		for _, k := range kindGroups {
			if c.p.In(t, k.group) {
				kinds = record.AppendNew(kinds, k.kind)
			}
		}
		whichs += record.BoolInt(c.p.In(t, "which-word") || t.Word == "who")
	}
	if len(kinds) < 2 || whichs < 2 && !c.asks("sorting-verb") {
		return false
	}
	plain := *c.r
	plain.Names = slices.DeleteFunc(slices.Clone(c.r.Names), func(n reading.Name) bool { return !c.proper(n.IDs[0]) }) // "government agencies" are whoever they may be
	c.r = &plain
	var items []string
	var claims []*corpus.Claim
	for _, kind := range kinds {
		var names []string
		who, firsts := c.ofKinds([]corpus.Kind{kind})
		for _, id := range who[:min(len(who), record.MostListed)] {
			names = append(names, c.p.Corpus.Label(id))
		}
		if len(names) == 0 {
			continue
		}
		items = append(items, c.p.Composer.Fill("by_kind."+string(kind), "names", c.p.Composer.Join(names)))
		claims = append(claims, firsts[:min(len(firsts), record.MostListed)]...)
	}
	if len(items) == 0 {
		return false
	}
	c.why, c.long = c.say("why.list"), true
	c.leadText(c.say("list.by_kind", "accused", c.p.Corpus.Name(claims[0].Report().Accused), "list", strings.Join(items, "; ")), claims...)
	c.also(claims[0])
	return true
}
