package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// leadGap leads with the remark on a figure that a copy lacks: "which number is missing from the article?"
func (c *Composition) leadGap() bool {
	c.weighed = c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true, Keep: func(claim *corpus.Claim) bool {
		return c.inScope(claim) && c.p.Index.Mentions(claim.Says, c.p.Lexicon.Concept("missing-word")) && slices.ContainsFunc(c.p.Corpus.AboutOf(claim), record.Gapped)
	}})
	if len(c.weighed) == 0 {
		return false
	}
	c.leadRemark(c.weighed[0].Claim)
	return true
}

// leadUnnamed leads with the remark on those whom a report does not name, where it is asked whether they are
// somebody whom the question does name: "is the unnamed mill the one at the weir?"
func (c *Composition) leadUnnamed() bool {
	c.weighed = c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true, Keep: func(claim *corpus.Claim) bool {
		return c.inScope(claim) && c.prints(claim, "unnaming-phrase") && c.hasNames(claim)
	}})
	if len(c.weighed) == 0 || c.ownNames() == 0 || !c.weighed[0].Hit {
		return false
	}
	c.leadRemark(c.weighed[0].Claim)
	return true
}

// reportsOfOutlets takes two outlets that one report each draws on for those two reports, where it is asked
// whether what they carry is the same: "is the note that the agency has the one in the Gazette?".
func (c *Composition) reportsOfOutlets() {
	var of, outlets []string
	for _, n := range c.r.Names {
		id := n.IDs[0]
		if n.From < 0 || c.p.Corpus.Entity(id).Kind != corpus.Outlet || c.p.BelongsToAccused(n.IDs) {
			continue
		}
		var draws []string
		for _, report := range c.p.ByDate {
			if slices.Contains(report.Credits, id) {
				draws = append(draws, report.ID)
			}
		}
		if len(draws) == 1 {
			of, outlets = record.AppendNew(of, draws[0]), append(outlets, id)
		}
	}
	if len(record.AppendNew(of, c.r.Reports...)) != 2 || len(outlets) == 0 {
		return
	}
	c.r.Reports = record.AppendNew(of, c.r.Reports...)
	c.r.Names = slices.DeleteFunc(slices.Clone(c.r.Names), func(n reading.Name) bool { return slices.Contains(outlets, n.IDs[0]) })
}
