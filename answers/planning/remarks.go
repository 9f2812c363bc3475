package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// betterRemark returns a remark that explains clearly more than the best claim.
func (c *Composition) betterRemark(best *weighing.Scored) *corpus.Claim {
	if !c.r.Specific() {
		return nil
	}
	found := c.remarks()
	for _, s := range found {
		if !c.r.Leans && !slices.ContainsFunc(c.r.Query.Tokens[:min(2, len(c.r.Query.Tokens))], c.p.OpensFact) && slices.Contains(c.p.Corpus.Remarks(best.Claim), s.Claim) && s.Fit >= 0.6 && s.WordWeight > best.WordWeight+1 && s.Score >= 0.9*best.Score {
			return s.Claim // what the question adds to the claim is what the remark is about
		}
	}
	if len(found) > 0 && found[0].Hit && found[0].Fit >= 0.6 && !c.hardMiss(&found[0]) && found[0].Fit > best.Fit+0.15 && found[0].Score > 1.15*best.Score {
		return found[0].Claim
	}
	return nil
}

// remarks returns the remarks that the question leads to, but none on another affair than
// the one that its words are of.
func (c *Composition) remarks() []weighing.Scored {
	found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true})
	return slices.DeleteFunc(found, func(s weighing.Scored) bool { return c.otherAffair(&s) })
}

// leavesOpen returns the remark that the claim's line leaves open which of several
// things is meant, where the question offers them ("the crew or the owners?"), or
// does not say whom it means, where that is asked.
func (c *Composition) leavesOpen(best *corpus.Claim) *corpus.Claim {
	group, which := "open-word", false
	switch {
	case best == nil:
		return nil
	case c.r.Facet == corpus.FacetTarget && c.p.In(c.r.First(), "which-word") && len(c.r.Head(c.p.Lexicon)) > 0 && slices.ContainsFunc(best.Targets, func(target string) bool {
		return c.p.Corpus.Entity(target) == nil && slices.ContainsFunc(language.Split(target), func(t language.Token) bool { return t.Stem == c.r.Head(c.p.Lexicon)[0].Stem })
	}):
		group, which = "omit", true
	case c.r.Intent == "verify" && c.asks("naming-word"):
		group = "omit" // "does it name them?"
	case c.r.Facet == corpus.FacetTarget && c.p.OpensFact(c.r.First()) && !slices.ContainsFunc(best.Targets, c.proper):
		group = "omit" // "what platforms?", where the copy has lost them
	case c.r.Aspect == "meant":
		group = "omit" // "who is meant by that?"
	case !slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool {
		return t.Word == "or" || c.p.In(t, "alone-word") && c.p.In(c.r.First(), "yes-no")
	}):
		return nil
	}
	for _, s := range c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true}) {
		if which && s.Fit >= 0.6 && s.Claim.Report() == best.Report() && c.p.HasGroup(s.N, group) && c.complete(&s) {
			return s.Claim // "which mills exactly?", of which it is told that none is named
		}
		if s.Fit >= 0.4 && slices.Contains(c.p.Corpus.Remarks(best), s.Claim) && c.p.HasGroup(s.N, group) {
			return s.Claim
		}
	}
	return nil
}

// tellingRemark returns a remark that explains a question which no claim answers.
func (c *Composition) tellingRemark() *corpus.Claim {
	if !c.r.Specific() || c.r.Intent == "accuser" {
		return nil // who says something is no matter of ours
	}
	found := c.remarks()
	if len(found) > 0 && (c.r.KnownWords() > 1 || c.ownNames()+len(c.r.Figures)+len(c.r.Reports) > 0) && (found[0].Hit || c.r.FiguresAlone() && found[0].Figure) && found[0].Fit >= 0.5 && found[0].Named && !c.hardMiss(&found[0]) && c.r.Concerns(found[0].Claim) && found[0].WordFit(c.r) >= 0.6 && c.r.ForeignShare() < 0.2 && (found[0].WordWeight >= 2.5 && c.r.Intent != "verify" || !c.unknownWord()) {
		return found[0].Claim
	}
	return nil
}

// unknownWord tells whether the question has a word of its own that no report has.
func (c *Composition) unknownWord() bool {
	return slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return t.Own() && !t.Known })
}
