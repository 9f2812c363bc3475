package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"allegedly/answers/eval"
)

// evalCommand asks the questions of files and counts the right answers.
func evalCommand(ctx context.Context, in invocation) error {
	set := in.flags("[OPTIONS] FILE...", "Asks the questions of the files and counts the right answers. docs/eval.md describes the files.")
	least := set.Float64("min", 0, "fail below this share of right answers, in `PERCENT`")
	asJSON := set.Bool("json", false, "print the result as one JSON object")
	dir := corpusFlag(set)
	if err := in.parse(set); err != nil {
		return err
	}
	if set.NArg() == 0 {
		return misused("name at least one file of questions")
	}
	files, err := openCorpus(*dir)
	if err != nil {
		return err
	}
	units, err := eval.LoadUnits(files)
	if err != nil {
		return err
	}
	var cases []eval.Case
	for _, file := range set.Args() {
		content, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		more, err := eval.Parse(file, content, units)
		if err != nil {
			return err
		}
		cases = append(cases, more...)
	}
	engine, err := strictEngine(*dir)
	if err != nil {
		return err
	}
	result, err := eval.Run(ctx, engine, cases)
	if err != nil {
		return err
	}
	if *asJSON {
		e := json.NewEncoder(in.stdout)
		e.SetEscapeHTML(false)
		err = e.Encode(result)
	} else {
		err = result.Print(in.stdout)
	}
	if err != nil {
		return err
	}
	if result.Percent() < *least {
		return fmt.Errorf("%.1f %% of the answers are right; at least %g %% must be", result.Percent(), *least)
	}
	return nil
}
