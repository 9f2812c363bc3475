package planning

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// planDefinition tells what something is.
func (c *Composition) planDefinition() {
	if c.abstainsUnknown() {
		return
	}
	var ids, before []string
	for _, n := range c.r.Names {
		if n.From >= 0 && n.Speaker && slices.ContainsFunc(c.r.Names, func(o reading.Name) bool { return o.From >= 0 && !o.Speaker && !o.Weak }) {
			continue // "what part does the mill play in the inspectors' account?"
		}
		if n.From >= 0 {
			ids = append(ids, n.IDs...)
		} else {
			before = append(before, n.IDs...)
		}
	}
	if ids = append(ids, c.r.Accused...); len(ids) == 0 {
		ids = before
	}
	either := slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool { return t.Word == "or" }) // "is it a ship or a firm?"
	if len(ids) == 0 || !either && c.r.Aspect != "origin" && !c.asks("abbreviation-word") && (c.r.ForeignShare() > 0.2 || len(c.contentTerms()) > 1) {
		c.planFact()
		return
	}
	found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Alleges, corpus.Context, corpus.Denies, corpus.Counters}, Keep: c.r.Concerns})
	c.weighed = found
	defines := func(claim *corpus.Claim) bool {
		return slices.ContainsFunc(claim.Defines, func(id string) bool { return slices.Contains(ids, id) })
	}
	for _, id := range ids {
		for _, p := range c.p.Index.Entity(id) {
			if p.Relation&corpus.AsDefined != 0 && !slices.ContainsFunc(found, func(s weighing.Scored) bool { return s.N == p.Claim }) {
				found = append(found, weighing.Scored{Claim: c.p.Corpus.Claims[p.Claim], N: p.Claim, Named: true})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b weighing.Scored) int {
		return cmp.Compare(record.BoolInt(defines(b.Claim)), record.BoolInt(defines(a.Claim)))
	})
	if len(found) == 0 {
		c.abstain("abstain.subject")
		return
	}
	if main := c.standing().Principal; main != nil && c.p.IsAccused(ids) && !defines(found[0].Claim) {
		found = append([]weighing.Scored{{Claim: main, N: c.p.Index.Number(main), Named: true}}, found...) // what they are best known for here
	}
	if c.asks("called-word") && !slices.ContainsFunc(ids, func(id string) bool { return reading.EndsInName(c.p.Corpus.Label(id)) }) {
		c.abstain("abstain.unnamed") // "what are those contractors called?"
		return
	}
	entity := c.p.Corpus.Entity(ids[0])
	is := entity.Is
	if is == "" && len(entity.Roles) > 0 && entity.Of != "" && !defines(found[0].Claim) && !strings.Contains(c.p.Corpus.Label(entity.ID), entity.Roles[0]) {
		is = c.p.Composer.Fill("definition.role", "role", entity.Roles[0], "owner", c.p.Corpus.Label(entity.Of))
	}
	c.why = c.say("why.definition")
	best := found[0].Claim
	if own := slices.IndexFunc(found, func(s weighing.Scored) bool { return s.Claim.By == entity.ID }); is == "" && own >= 0 && !defines(best) && entity.Kind == corpus.Person && len(strings.Fields(entity.Name)) > len(strings.Fields(c.p.Corpus.Label(entity.ID)))+1 {
		best = found[own].Claim // whoever speaks is called by the whole name where it is cited
		c.leadText(c.say("definition.named", "name", c.p.Corpus.Label(entity.ID), "whole", entity.Name)+" "+c.p.Composer.Sentence(best), best)
	} else if is != "" {
		c.leadText(c.say("definition.is", "name", c.p.Corpus.Label(entity.ID), "is", is)+" "+c.p.Composer.Sentence(best), best)
	} else if best.By == entity.ID && c.opening() == "who" {
		c.leadText(c.p.Composer.Sentence(best)+" "+c.say("target.unnamed", "publisher", best.Report().Publisher), best)
	} else {
		c.lead(best)
	}
	if at := slices.IndexFunc(found, func(s weighing.Scored) bool { return defines(s.Claim) && s.Claim.Report() != best.Report() }); (either || entity.Kind == corpus.Group) && at >= 0 {
		c.lead(found[at].Claim) // another describes it otherwise
	}
	if c.asks("accusation-word") || c.asks("say") { // "who is it, and what does it claim?"
		if own := slices.IndexFunc(found, func(s weighing.Scored) bool {
			return s.Claim.By == entity.ID && s.Claim.Stance == corpus.Alleges && s.Claim != best
		}); own >= 0 {
			c.also(found[own].Claim)
		}
	}
	for _, s := range found[1:] {
		if len(c.b.Statements) < 3 && s.Named && (defines(s.Claim) || s.Score >= worthAdding*found[0].Score) && (s.Claim.By != best.By || len(s.Claim.Figures) > 0) {
			c.also(s.Claim)
		}
	}
}
