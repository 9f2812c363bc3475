package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/editorial"
)

// diffReportsCommand tells how two versions of a report, or of all reports in
// two directories, differ.
func diffReportsCommand(_ context.Context, in invocation) error {
	set := in.flags("[OPTIONS] OLD NEW", "Tells how the report in the file NEW differs from the one in OLD, claim by claim and field by field.\nTwo directories are compared report by report. With a difference the exit code is 1.")
	asJSON := set.Bool("json", false, "print the changes as JSON")
	rest, err := in.parseAnywhere(set)
	if err != nil {
		return err
	}
	if len(rest) != 2 {
		return misused("name two files or two directories")
	}
	before, err := reportsAt(rest[0])
	if err != nil {
		return err
	}
	after, err := reportsAt(rest[1])
	if err != nil {
		return err
	}
	changes := diffAll(before, after)
	for _, pair := range pairs(before, after) {
		for _, lapse := range editorial.Lapses(pair[0], pair[1]) {
			fmt.Fprintf(in.stderr, "%s: %s\n", pair[1].ID, lapse)
		}
	}
	if *asJSON {
		err = writeJSON(in.stdout, changes)
	} else {
		for _, c := range changes {
			fmt.Fprintln(in.stdout, c)
		}
	}
	if err == nil && len(changes) > 0 {
		return errSilent
	}
	return err
}

// pairs returns the reports that both sides have, by id; two single reports are a
// pair whatever their ids.
func pairs(before, after []*corpus.Report) [][2]*corpus.Report {
	if len(before) == 1 && len(after) == 1 {
		return [][2]*corpus.Report{{before[0], after[0]}}
	}
	var out [][2]*corpus.Report
	for _, r := range before {
		if at := slices.IndexFunc(after, func(other *corpus.Report) bool { return other.ID == r.ID }); at >= 0 {
			out = append(out, [2]*corpus.Report{r, after[at]})
		}
	}
	return out
}

// diffAll returns the changes of all pairs, then reports that are gone or new.
func diffAll(before, after []*corpus.Report) []editorial.Change {
	changes := []editorial.Change{}
	both := pairs(before, after)
	paired := map[*corpus.Report]bool{}
	for _, pair := range both {
		paired[pair[0]], paired[pair[1]] = true, true
		for _, c := range editorial.Diff(pair[0], pair[1]) {
			if len(before) > 1 || len(after) > 1 {
				c.Claim = strings.TrimSuffix(pair[0].ID+"/"+c.Claim, "/")
			}
			changes = append(changes, c)
		}
	}
	for _, r := range before {
		if !paired[r] {
			changes = append(changes, editorial.Change{Claim: r.ID, Before: r.Title})
		}
	}
	for _, r := range after {
		if !paired[r] {
			changes = append(changes, editorial.Change{Claim: r.ID, After: r.Title})
		}
	}
	return changes
}

// reportsAt reads the report in a file, or the reports in a directory.
func reportsAt(name string) ([]*corpus.Report, error) {
	names, err := yamlFiles(name)
	if err != nil {
		return nil, err
	}
	var reports []*corpus.Report
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		file, found := corpus.Decode(name, content)
		if len(found) > 0 {
			return nil, found
		}
		if file.Report != nil {
			reports = append(reports, file.Report)
		}
	}
	return reports, nil
}
