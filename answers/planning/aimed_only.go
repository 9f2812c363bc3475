package planning

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// aimedOnly says that the reports do not tell whether something was done, where the claim that has to do with
// it tells that it is tried or planned: "did they get hold of the plans?", of those who go after them.
func (c *Composition) aimedOnly(s *weighing.Scored) bool {
	if c.r.Intent != "verify" && c.r.Intent != "fact" || c.r.Leans || c.r.Facet != "" || !c.opensWhether() || s.Claim.Stance != corpus.Alleges || c.asks("aim-word") || c.asks("to-come-word") {
		return false
	}
	if !c.asks("done-word") || !c.prints(s.Claim, "aim-word") || c.prints(s.Claim, "done-word") {
		return false
	}
	c.why = c.say("why.best")
	c.leadText(c.say("fact.untold")+" "+c.sentence(s.Claim), s.Claim)
	return true
}

// notListed says that a country is not among those that a ranking names, where it is asked whether it is
// among them, or at what place: with those that it does name.
func (c *Composition) notListed() bool {
	if !c.asks("ranking-noun") || c.r.Leans || c.r.Intent != "fact" && c.r.Intent != "verify" && !(c.r.Intent == "list" && c.opensWhether()) {
		return false
	}
	if _, unknown := c.unknown(); unknown {
		return false
	}
	missing := -1
	for i, n := range c.r.Names {
		if n.From < 0 || n.Weak || !c.country(n.IDs[0]) {
			continue
		}
		if missing >= 0 {
			return false
		}
		missing = i
	}
	if missing < 0 || len(c.r.Accused) > 0 || c.r.KnownWords() > 3 {
		return false
	}
	ask := *c.r
	ask.Facet, ask.Names = corpus.FacetRanking, slices.Delete(slices.Clone(c.r.Names), missing, missing+1)
	found := c.p.Choose(&ask, weighing.Filter{Stances: accusing, Facet: corpus.FacetRanking, Keep: func(claim *corpus.Claim) bool { return c.tells(claim, corpus.FacetRanking) }})
	if len(found) == 0 || !found[0].Named {
		return false
	}
	listed := slices.DeleteFunc(found, func(s weighing.Scored) bool { return s.Claim.Report() != found[0].Claim.Report() })
	if slices.ContainsFunc(listed, func(s weighing.Scored) bool { return c.p.Index.Relation(s.N, c.r.Names[missing].IDs) != 0 }) {
		return false
	}
	best := listed[0] // the one that names most
	for _, s := range listed[1:] {
		if len(s.Claim.Actor) > len(best.Claim.Actor) {
			best = s
		}
	}
	c.weighed = listed
	c.why = c.say("why.premise")
	c.leadText(c.say("ranking.unlisted", "name", c.bare(c.r.Names[missing].IDs[0]))+" "+c.p.Composer.Sentence(best.Claim), best.Claim)
	return true
}

// lacksRelation tells whether it is asked how two stand to each other of whom no claim tells together, or who
// works with somebody, and the claim tells of nobody who does.
func (c *Composition) lacksRelation() bool {
	if c.r.Leans || c.r.Intent != "compare" && c.r.Intent != "fact" && c.r.Intent != "verify" || !c.asksBesideNames("link-noun") && !c.asks("relating-verb") {
		return false
	}
	var names []reading.Name
	for _, n := range c.r.Names {
		if kind := c.p.Corpus.Entity(n.IDs[0]).Kind; n.From >= 0 && !n.Weak && (kind == corpus.Group || kind == corpus.Company || kind == corpus.Incident || kind == corpus.Body) {
			names = append(names, n)
		}
	}
	return len(names) == 2 && len(c.r.Accused) == 0 && !c.p.together(names[0], names[1])
}

// ofAge tells whether it is asked which of two groups is older, of which no claim tells when it began: when somebody
// spoke of them says nothing of that.
func (c *Composition) ofAge() bool {
	groups := 0
	for _, n := range c.r.Names {
		if n.From >= 0 && c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Group {
			groups++
		}
	}
	return groups == 2 && len(c.r.Names) == 2 && slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool {
		return c.p.In(t, "age-comparing")
	})
}

// lackingSide returns the name of the one of two of which the reports give no amount, where it is asked of which
// there is more; empty where they give both or neither is asked.
func (c *Composition) lackingSide(sides []side) string {
	if len(sides) != 2 || c.r.Facet != "" && c.r.Facet != corpus.FacetAmount || !c.asks("more-less") || !c.asks("sum-word") || len(c.r.Figures)+len(c.r.Dates) > 0 {
		return ""
	}
	var lacking []string
	for i := range sides {
		if sides[i].label == "" {
			return ""
		}
		if c.comparable(&sides[i]) == nil && len(sides[i].best().Figures) == 0 {
			lacking = append(lacking, strings.ReplaceAll(sides[i].label, `"`, ""))
		}
	}
	return strings.Join(lacking, " "+c.p.Composer.Fill("or")+" ")
}
