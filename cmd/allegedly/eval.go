package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"

	"allegedly/answers"
	"allegedly/answers/eval"
	"allegedly/answers/precedent"
)

// evalCommand asks the questions of files and counts the right answers.
func evalCommand(ctx context.Context, in invocation) error {
	set := in.flags("[OPTIONS] FILE...", "Asks the questions of the files and counts the right answers. docs/eval.md describes the files.")
	least := set.Float64("min", 0, "fail below this share of right answers, in `PERCENT`")
	asJSON := set.Bool("json", false, "print the result as one JSON object")
	keep := set.String("keep", "", "write the questions whose answers are known as precedents into `DIR`")
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
	if *keep != "" {
		files.unprecedented = true // what a question is answered by itself
	}
	engine, err := strictEngineOf(files)
	if err != nil {
		return err
	}
	result, err := eval.Run(ctx, engine, cases)
	if err != nil {
		return err
	}
	if *keep != "" {
		if err := keepPrecedents(*keep, engine, result.Standing(cases)); err != nil {
			return err
		}
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

// keepPrecedents writes questions whose answers are known as precedents into a folder.
func keepPrecedents(dir string, engine *answers.Engine, questions []eval.Standing) error {
	var all []precedent.Precedent
	kept := map[string]bool{}
	for _, q := range questions {
		if p := engine.Precedent(q.Ask, q.Claims); len(p.Words) > 0 && !kept[p.Ask] {
			kept[p.Ask] = true
			all = append(all, p)
		}
	}
	var reports []string
	for _, s := range engine.Sources() {
		reports = append(reports, s.Report)
	}
	all, err := precedent.Distinct(all)
	if err != nil {
		return err
	}
	var asked, read bytes.Buffer
	if err := precedent.Write(&asked, &read, reports, all); err != nil {
		return err
	}
	for name, text := range map[string]*bytes.Buffer{precedent.Questions: &asked, precedent.Readings: &read} {
		if err := os.WriteFile(filepath.Join(dir, path.Base(name)), text.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}
