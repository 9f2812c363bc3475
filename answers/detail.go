package answers

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// detail returns a sentence with what the claim records of the kind of fact that was
// asked for (its evidence, say) where its own words do not tell that. Empty where they
// do, or where nothing is recorded.
func (c *composition) detail(claim *corpus.Claim) string {
	if claim.Stance != corpus.Alleges && claim.Stance != corpus.Counters || c.r.intent != "fact" && c.r.intent != "verify" {
		return ""
	}
	var texts []string
	switch c.r.facet {
	case corpus.FacetEvidence:
		texts = claim.Evidence
	case corpus.FacetMethod:
		texts = claim.Method
	case corpus.FacetPurpose:
		texts = claim.Purpose
	case corpus.FacetReason:
		texts = claim.Reason
	case corpus.FacetPlace:
		texts = claim.Place
	case corpus.FacetTarget:
		texts = slices.DeleteFunc(slices.Clone(claim.Targets), func(id string) bool { return !c.proper(id) })
	}
	var told []string
	for _, text := range texts {
		if c.e.corpus.Entity(text) != nil {
			text = c.e.composer.Name(text)
		}
		if c.inSays(claim, text) {
			return ""
		}
		told = append(told, text)
	}
	if len(told) == 0 {
		return ""
	}
	return c.say("told."+string(c.r.facet), "list", c.e.composer.Join(told))
}

// inSays tells whether the claim's own words have at least half of those of a text.
func (c *composition) inSays(claim *corpus.Claim, text string) bool {
	stems := c.e.index.Features[c.e.index.Number(claim)].Stems
	has, all := 0, 0
	for _, token := range language.Split(text) {
		if c.e.lexicon.Ignorable(token.Word) {
			continue
		}
		all++
		has += boolInt(stems[token.Stem])
	}
	return 2*has >= all
}
