package main

import (
	"context"
	"fmt"
	"os"
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

// diffAll compares reports by id; two single reports are compared whatever their ids.
func diffAll(before, after []*corpus.Report) []editorial.Change {
	changes := []editorial.Change{}
	if len(before) == 1 && len(after) == 1 {
		return append(changes, editorial.Diff(before[0], after[0])...)
	}
	byID := map[string]*corpus.Report{}
	for _, r := range after {
		byID[r.ID] = r
	}
	for _, r := range before {
		other := byID[r.ID]
		if other == nil {
			changes = append(changes, editorial.Change{Claim: r.ID, Before: r.Title})
			continue
		}
		delete(byID, r.ID)
		for _, c := range editorial.Diff(r, other) {
			c.Claim = strings.TrimSuffix(r.ID+"/"+c.Claim, "/")
			changes = append(changes, c)
		}
	}
	for _, r := range after {
		if byID[r.ID] != nil {
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
