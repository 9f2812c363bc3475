package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

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
