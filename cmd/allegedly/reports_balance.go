package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"

	"allegedly/answers/editorial"
)

// balanceCommand tells which side lacks what.
func balanceCommand(_ context.Context, in invocation) error {
	set := in.flags("[OPTIONS]", "Tells which accusations have no recorded reply, how old each side is, which claims rest on one origin\nand which reports repeat one agency's text.")
	asJSON := set.Bool("json", false, "print it as JSON")
	dir := corpusFlag(set)
	if rest, err := in.parseAnywhere(set); err != nil {
		return err
	} else if len(rest) > 0 {
		return misused("it takes no arguments")
	}
	l, err := in.openLibrary(*dir)
	if err != nil {
		return err
	}
	built, _ := l.load(in)
	b := editorial.BalanceOf(built)
	if *asJSON {
		return writeJSON(in.stdout, b)
	}
	table := tabwriter.NewWriter(in.stdout, 0, 4, 2, ' ', 0)
	fmt.Fprintln(table, "REPORT\tPUBLISHED\tACCUSATIONS\tMADE\tDENIALS\tCOUNTER\tLAST REPLY")
	for _, s := range b.Sides {
		fmt.Fprintf(table, "%s\t%s\t%d\t%s\t%d\t%d\t%s\n", s.Report, orUnknown(s.Published), s.Accusations, span(s.First, s.Last), s.Denials, s.Counters, orUnknown(s.Reply))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(in.stdout, "\nAccusations with no recorded reply: %d\n", len(b.Unanswered))
	for _, key := range b.Unanswered {
		fmt.Fprintln(in.stdout, "  "+key)
	}
	if len(b.Unrejected) > 0 {
		fmt.Fprintf(in.stdout, "\nCounter-accusations with no recorded reply: %d\n", len(b.Unrejected))
		for _, key := range b.Unrejected {
			fmt.Fprintln(in.stdout, "  "+key)
		}
	}
	fmt.Fprintln(in.stdout, "\nReplies, and what they answer:")
	for _, r := range b.Replies {
		note := ""
		if r.NewerOne {
			note = "; its report has a later accusation"
		}
		fmt.Fprintf(in.stdout, "  %s (%s) answers %s%s\n", r.Denial, orUnknown(r.Said), orNothing(strings.Join(r.Answers, ", ")), note)
	}
	printShared(in, "Claims that rest on one origin:", b.Origins)
	printShared(in, "Reports that repeat one statement, and count as one source for it:", b.Repeated)
	printShared(in, "Reports that draw on one outlet:", b.Agencies)
	return nil
}

func printShared(in invocation, title string, groups []editorial.Shared) {
	if len(groups) == 0 {
		return
	}
	fmt.Fprintln(in.stdout, "\n"+title)
	for _, g := range groups {
		fmt.Fprintf(in.stdout, "  %s: %s\n", g.Name, strings.Join(g.By, ", "))
	}
}

func span(from, to string) string {
	if from == to {
		return orUnknown(from)
	}
	return from + " to " + to
}

func orUnknown(date string) string {
	if date == "" {
		return "unknown"
	}
	return date
}

func orNothing(list string) string {
	if list == "" {
		return "no claim of the corpus"
	}
	return list
}
