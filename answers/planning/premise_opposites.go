package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// opposites are the groups of words whose opposites a claim may tell: "why did it stop?", of what
// is said to have begun.
var opposites = [...]struct {
	group  string
	others []string
}{
	{"stop", []string{"start"}},
	{"fall", []string{"grow", "speed-up"}},
	{"slow-down", []string{"grow", "speed-up"}},
	{"grow", []string{"fall", "slow-down"}},
}

// notStopped corrects a question that takes for granted that something stopped, fell or grew,
// where a claim tells the opposite and none tells that.
func (c *Composition) notStopped(found []weighing.Scored) bool {
	if c.r.Facet != corpus.FacetReason && c.r.Facet != corpus.FacetWhen || c.r.Leans {
		return false
	}
	for _, o := range opposites {
		if slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return t.Own() && c.ofGroup(t, o.group) }) && c.tellsOpposite(found, o.group, o.others) {
			return true
		}
	}
	return false
}

func (c *Composition) tellsOpposite(found []weighing.Scored, group string, others []string) bool {
	tells := func(claim *corpus.Claim, group string) bool {
		return c.p.Index.Mentions(claim.Says, c.p.Lexicon.Concept(group)) || c.p.saysPhrase(claim, group)
	}
	for i, s := range found {
		if i > 4 || s.Claim.Stance == corpus.Alleges && tells(s.Claim, group) || s.Score < 0.5*found[0].Score {
			return false
		}
		if s.Claim.Stance == corpus.Alleges && s.Named && s.Fit >= 0.4 && slices.ContainsFunc(others, func(other string) bool { return tells(s.Claim, other) }) {
			c.why = c.say("why.premise")
			c.leadText(c.say("fact.untold")+" "+c.p.Composer.Sentence(s.Claim), s.Claim)
			if i > 0 && found[0].Claim.By == s.Claim.By && found[0].WordFit(c.r) >= 0.6 {
				c.lead(found[0].Claim) // and what is said to have come instead
			}
			return true
		}
	}
	return false
}
