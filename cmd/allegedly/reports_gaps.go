package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"allegedly/answers/corpus"
	"allegedly/answers/drafting"
	"allegedly/bot/gaplog"

	"gopkg.in/yaml.v3"
)

// gapsCommand groups the questions that found no answer, and turns one into work.
func gapsCommand(_ context.Context, in invocation) error {
	set := in.flags("[OPTIONS] [FILE]", "Groups the questions in FILE that found no answer, or one that a reader disliked, by what they are about.\nWith --case N the Nth becomes an eval case that fails, and a claim to begin with where it names somebody.")
	number := set.Int("case", 0, "turn question `N` of the list into an eval case and a claim")
	asJSON := set.Bool("json", false, "print the groups as JSON")
	dir := corpusFlag(set)
	rest, err := in.parseAnywhere(set)
	if err != nil {
		return err
	}
	if len(rest) == 0 && in.getenv("ALLEGEDLY_GAPS") != "" {
		rest = []string{in.getenv("ALLEGEDLY_GAPS")}
	}
	if len(rest) != 1 {
		return misused("name the file of questions, or set ALLEGEDLY_GAPS to it")
	}
	gaps, err := readGaps(rest[0])
	if err != nil {
		return err
	}
	l, err := in.openLibrary(*dir)
	if err != nil {
		return err
	}
	_, files := l.load(in)
	drafter := drafting.New(l.linter, files)
	subjects := drafter.Subjects(gaps)
	switch {
	case *number != 0:
		return printCase(in, drafter, subjects, *number)
	case *asJSON:
		return writeJSON(in.stdout, subjects)
	}
	n := 0
	for _, s := range subjects {
		fmt.Fprintf(in.stdout, "%s (%d)\n", s.Name, len(s.Gaps))
		for _, gap := range s.Gaps {
			n++
			fmt.Fprintf(in.stdout, "  %3d  %s%s\n", n, gap.Question, dislike(gap))
		}
	}
	return nil
}

func dislike(gap drafting.Gap) string {
	switch {
	case gap.Reason != "":
		return " [answered, but disliked: " + gap.Reason + "]"
	case gap.Disliked:
		return " [answered, but disliked]"
	}
	return ""
}

// readGaps reads the questions of a file and of its predecessor, oldest first.
func readGaps(name string) ([]drafting.Gap, error) {
	var gaps []drafting.Gap
	for _, part := range []string{name + ".1", name} {
		file, err := os.Open(part)
		if errors.Is(err, fs.ErrNotExist) && part != name {
			continue
		}
		if err != nil {
			return nil, err
		}
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<20)
		for n := 1; lines.Scan(); n++ {
			var gap gaplog.Gap
			if len(lines.Bytes()) == 0 {
				continue
			}
			if err := json.Unmarshal(lines.Bytes(), &gap); err != nil {
				file.Close()
				return nil, fmt.Errorf("%s:%d:1: this is no line of a file of questions: %w", part, n, err)
			}
			gaps = append(gaps, drafting.Gap(gap))
		}
		err = errors.Join(lines.Err(), file.Close())
		if err != nil {
			return nil, fmt.Errorf("%s: %w", part, err)
		}
	}
	return gaps, nil
}

// printCase prints the nth question of the list as an eval case, and a claim.
func printCase(in invocation, drafter *drafting.Drafter, subjects []drafting.Subject, number int) error {
	n := 0
	for _, s := range subjects {
		for _, gap := range s.Gaps {
			n++
			if n != number {
				continue
			}
			stub, err := drafter.Stub(gap)
			if err != nil {
				return err
			}
			test, err := evalCase(gap)
			if err != nil {
				return err
			}
			fmt.Fprint(in.stdout, test)
			if stub != "" {
				fmt.Fprint(in.stdout, "---\n"+stub)
			}
			return nil
		}
	}
	return misused("there are %d questions; --case is between 1 and that", n)
}

// evalCase returns a case, as eval reads it, that fails until the question is
// answered, or answered better.
func evalCase(gap drafting.Gap) (string, error) {
	turn := struct {
		Category string   `yaml:"category"`
		Ask      string   `yaml:"ask"`
		Lead     []string `yaml:"lead,omitempty"`
	}{Category: "gaps", Ask: gap.Question}
	comment := "# A case for allegedly eval. It fails until a report answers the question.\n"
	if gap.Disliked {
		comment = "# A case for allegedly eval. Replace the TODO by what the answer must say first.\n"
		turn.Lead = []string{corpus.Todo + " what the answer must say first"}
	}
	text, err := yaml.Marshal([]any{turn})
	return comment + string(text), err
}
