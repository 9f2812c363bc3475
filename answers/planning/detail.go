package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/record"
)

// detail returns a sentence with what the claim records of the kind of fact that was
// asked for (its evidence, say) where its own words do not tell that. Empty where they
// do, or where nothing is recorded.
func (c *Composition) detail(claim *corpus.Claim) string {
	if claim.Stance != corpus.Alleges && claim.Stance != corpus.Counters || c.r.Intent != "fact" && c.r.Intent != "verify" {
		return ""
	}
	var texts []string
	switch c.r.Facet {
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
		if c.p.Corpus.Entity(text) != nil {
			text = c.p.Corpus.Name(text)
		}
		if c.inSays(claim, text) {
			return ""
		}
		told = append(told, text)
	}
	if len(told) == 0 {
		return ""
	}
	return c.say("told."+string(c.r.Facet), "list", c.p.Composer.Join(told))
}

// inSays tells whether the claim's own words have at least half of those of a text.
func (c *Composition) inSays(claim *corpus.Claim, text string) bool {
	stems := c.p.Index.FeaturesOf(claim).Stems
	has, all := 0, 0
	for _, token := range language.Split(text) {
		if c.p.Lexicon.Ignorable(token.Word) {
			continue
		}
		all++
		has += record.BoolInt(stems[token.Stem])
	}
	return 2*has >= all
}
