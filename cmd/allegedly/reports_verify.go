package main

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/editorial"
)

// A verifiedClaim is one line of verify's JSON.
type verifiedClaim struct {
	Claim    string          `json:"claim"` // report-id/claim-id, or the report's id for the report as a whole
	Lines    []int           `json:"lines,omitempty"`
	OK       bool            `json:"ok"`
	Findings corpus.Findings `json:"findings,omitempty"`
}

// verifyCommand compares the reports with their articles' texts, claim by claim.
func verifyCommand(_ context.Context, in invocation) error {
	set := in.flags("--texts DIR [OPTIONS] [PATH|ID...]", "Compares reports with the texts of their articles, claim by claim: the text's hash, the cited lines, and\neach figure, name, date and quotation in them. Without a name, all reports whose texts are in DIR are\ncompared, and the others are warned of. With a finding the exit code is 1.")
	texts := textsFlag(set)
	asJSON := set.Bool("json", false, "print the claims as JSON")
	all := set.Bool("all", false, "a text that is not in DIR is an error, whatever report it belongs to")
	quiet := set.Bool("quiet", false, "print findings alone, not the claims that are fine")
	dir := corpusFlag(set)
	paths, err := in.parseAnywhere(set)
	if err != nil {
		return err
	}
	if *texts == "" {
		return misused("where are the articles' texts? Add --texts DIR")
	}
	textsFS, err := textsIn(*texts)
	if err != nil {
		return err
	}
	l, err := in.openLibrary(*dir)
	if err != nil {
		return err
	}
	files, decoding, only, err := l.read(paths)
	if err != nil {
		return err
	}
	checked := l.linter.Verify(files, textsFS, l.bars.show("verifying"))
	checked = slices.DeleteFunc(checked, func(v editorial.Verification) bool { return !only.has(v.File.Name) })
	for i := range checked {
		checked[i].Found = l.of(only, slices.Clone(checked[i].Found)) // its claims hold the same findings
		for _, claim := range checked[i].Claims {
			l.of(only, claim.Found)
		}
	}
	decoding = l.of(only, decoding)
	failed := len(decoding)
	for _, f := range decoding {
		fmt.Fprintln(in.stderr, f)
	}
	if only == nil && !*all {
		checked, err = in.withTexts(checked, *texts)
		if err != nil {
			return err
		}
	}
	verified := []verifiedClaim{}
	for _, v := range checked {
		failed += len(v.Found)
		claims := claimsOf(v)
		verified = append(verified, claims...)
		if !*asJSON {
			printVerified(in, v.File.Report.ID, claims, *quiet)
		}
	}
	if *asJSON {
		if err := writeJSON(in.stdout, verified); err != nil {
			return err
		}
	}
	if failed > 0 {
		return errSilent
	}
	return nil
}

// withTexts keeps the reports whose texts are there, and warns of the others. It
// is an error when none is there.
func (in invocation) withTexts(checked []editorial.Verification, dir string) ([]editorial.Verification, error) {
	var kept []editorial.Verification
	for _, v := range checked {
		if len(v.Claims) > 0 {
			kept = append(kept, v)
			continue
		}
		for _, f := range v.Found {
			f.Severity = corpus.Warning
			fmt.Fprintln(in.stderr, f)
		}
	}
	if len(kept) == 0 && len(checked) > 0 {
		return nil, fmt.Errorf("--texts: %s has the text of none of the %d reports", dir, len(checked))
	}
	return kept, nil
}

// claimsOf lists what was verified of a report: itself, then its claims.
func claimsOf(v editorial.Verification) []verifiedClaim {
	id := v.File.Report.ID
	if len(v.Claims) == 0 {
		return []verifiedClaim{{Claim: id, Findings: v.Found}}
	}
	lines := map[string][]int{}
	for _, c := range v.File.Report.Claims {
		lines[c.ID] = c.Lines
	}
	var out []verifiedClaim
	for _, c := range v.Claims {
		out = append(out, verifiedClaim{Claim: path.Join(id, c.Claim), Lines: lines[c.Claim], OK: len(c.Found) == 0, Findings: c.Found})
	}
	return out
}

func printVerified(in invocation, report string, claims []verifiedClaim, quiet bool) {
	var b strings.Builder // one write for a report: there may be thousands
	fine := 0
	for _, c := range claims {
		if c.OK {
			fine++
			if !quiet {
				fmt.Fprintf(&b, "ok    %s%s\n", c.Claim, linesText(c.Lines))
			}
			continue
		}
		if !quiet {
			fmt.Fprintf(&b, "wrong %s%s\n", c.Claim, linesText(c.Lines))
		}
		for _, f := range c.Findings {
			fmt.Fprintln(&b, f)
		}
	}
	if !quiet {
		fmt.Fprintf(&b, "%s: %d of %d verified (the report itself and its claims)\n", report, fine, len(claims))
	}
	fmt.Fprint(in.stdout, b.String())
}

// linesText renders line numbers as ", line 4" or ", lines 4, 6".
func linesText(lines []int) string {
	if len(lines) == 0 {
		return ""
	}
	numbers := strings.Trim(strings.ReplaceAll(fmt.Sprint(lines), " ", ", "), "[]")
	if len(lines) == 1 {
		return ", line " + numbers
	}
	return ", lines " + numbers
}
