package answers

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// betterRemark returns a remark that explains clearly more than the best claim.
func (c *composition) betterRemark(best *scored) *corpus.Claim {
	if !c.r.specific() {
		return nil
	}
	found := c.remarks()
	for _, s := range found {
		if !c.r.leans && !slices.ContainsFunc(c.r.query.Tokens[:min(2, len(c.r.query.Tokens))], c.e.opensFact) && slices.Contains(c.e.corpus.Remarks(best.claim), s.claim) && s.fit >= 0.6 && s.words > best.words+1 && s.score >= 0.9*best.score {
			return s.claim // what the question adds to the claim is what the remark is about
		}
	}
	if len(found) > 0 && found[0].hit && found[0].fit >= 0.6 && !c.hardMiss(&found[0]) && found[0].fit > best.fit+0.15 && found[0].score > 1.15*best.score {
		return found[0].claim
	}
	return nil
}

// remarks returns the remarks that the question leads to, but none on another affair than
// the one that its words are of.
func (c *composition) remarks() []scored {
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Remark}, anyDate: true})
	return slices.DeleteFunc(found, func(s scored) bool { return c.otherAffair(&s) })
}

// leavesOpen returns the remark that the claim's line leaves open which of several
// things is meant, where the question offers them ("the crew or the owners?"), or
// does not say whom it means, where that is asked.
func (c *composition) leavesOpen(best *corpus.Claim) *corpus.Claim {
	group, which := "open-word", false
	switch {
	case best == nil:
		return nil
	case c.r.facet == corpus.FacetTarget && c.e.in(c.r.first(), "which-word") && len(c.r.head(c.e.lexicon)) > 0 && slices.ContainsFunc(best.Targets, func(target string) bool {
		return c.e.corpus.Entity(target) == nil && slices.ContainsFunc(language.Split(target), func(t language.Token) bool { return t.Stem == c.r.head(c.e.lexicon)[0].Stem })
	}):
		group, which = "omit", true
	case c.r.intent == "verify" && c.asks("naming-word"):
		group = "omit" // "does it name them?"
	case c.r.facet == corpus.FacetTarget && c.e.opensFact(c.r.first()) && !slices.ContainsFunc(best.Targets, c.proper):
		group = "omit" // "what platforms?", where the copy has lost them
	case c.r.aspect == "meant":
		group = "omit" // "who is meant by that?"
	case !slices.ContainsFunc(c.r.query.Tokens, func(t language.Token) bool {
		return t.Word == "or" || c.e.in(t, "alone-word") && c.e.in(c.r.first(), "yes-no")
	}):
		return nil
	}
	for _, s := range c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Remark}, anyDate: true}) {
		if which && s.fit >= 0.6 && s.claim.Report() == best.Report() && c.e.hasGroup(s.n, group) && c.complete(&s) {
			return s.claim // "which mills exactly?", of which it is told that none is named
		}
		if s.fit >= 0.4 && slices.Contains(c.e.corpus.Remarks(best), s.claim) && c.e.hasGroup(s.n, group) {
			return s.claim
		}
	}
	return nil
}

// tellingRemark returns a remark that explains a question which no claim answers.
func (c *composition) tellingRemark() *corpus.Claim {
	if !c.r.specific() || c.r.intent == "accuser" {
		return nil // who says something is no matter of ours
	}
	found := c.remarks()
	if len(found) > 0 && (c.r.known() > 1 || c.ownNames()+len(c.r.figures)+len(c.r.reports) > 0) && (found[0].hit || c.r.figuresAlone() && found[0].figure) && found[0].fit >= 0.5 && found[0].named && !c.hardMiss(&found[0]) && c.r.concerns(found[0].claim) && c.r.wordFit(&found[0]) >= 0.6 && c.r.foreign() < 0.2 && (found[0].words >= 2.5 && c.r.intent != "verify" || !c.unknownWord()) {
		return found[0].claim
	}
	return nil
}

// unknownWord tells whether the question has a word of its own that no report has.
func (c *composition) unknownWord() bool {
	return slices.ContainsFunc(c.r.terms, func(t term) bool { return t.own() && !t.Known })
}
