package editorial

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
)

// Used is an entity with where it is defined and how many claims use it.
type Used struct {
	corpus.Entity `json:"-"`
	ID            string      `json:"id"`
	Kind          corpus.Kind `json:"kind"`
	Of            string      `json:"of,omitempty"`
	Names         []string    `json:"names"` // the name first, each once
	File          string      `json:"file"`
	Line          int         `json:"line"`
	Claims        int         `json:"claims"`
}

// EntitiesOf returns the entities of the files by id, those of drafts too.
func EntitiesOf(files []*corpus.File) []Used {
	uses := map[string]int{}
	for _, file := range files {
		if file.Report == nil {
			continue
		}
		for _, c := range file.Report.Claims {
			ids := slices.Concat([]string{c.By, c.Incident, c.SameAs}, c.Via, c.Actor, c.Targets, c.Assets, c.Place, c.Defines)
			slices.Sort(ids)
			for _, id := range slices.Compact(ids) {
				uses[id]++
			}
		}
	}
	var out []Used
	for _, file := range files {
		for i, e := range entitiesOf(file) {
			used := Used{Entity: e, ID: e.ID, Kind: e.Kind, Of: e.Of, File: file.Name, Claims: uses[e.ID]}
			used.Line, _ = file.Place("entities", i)
			for _, name := range slices.Concat([]string{e.Name, e.Label}, e.Aliases, e.Spellings) {
				if name != "" {
					used.Names = appendNew(used.Names, name)
				}
			}
			out = append(out, used)
		}
	}
	slices.SortStableFunc(out, func(a, b Used) int { return strings.Compare(a.ID, b.ID) })
	return out
}
