package main

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"time"

	"allegedly/answers/corpus"
	"allegedly/answers/editorial"
	"allegedly/answers/intent"
)

// lintCommand finds everything that is wrong with the corpus, or with some files
// of it.
func lintCommand(_ context.Context, in invocation) error {
	set := in.flags("[OPTIONS] [PATH|ID...]", "Finds what is wrong with all files of the corpus, or with the files, directories and reports named:\nform, references, wording, figures, dates, the two sides, names and the rules that read questions.\nA finding is file:line:column: severity: message [rule]; with one the exit code is 1.")
	asJSON := set.Bool("json", false, "print the findings as JSON")
	asSARIF := set.Bool("sarif", false, "print the findings as SARIF 2.1.0, for code hosts")
	texts := set.String("texts", "", "also compare the reports with the articles' texts in `DIR`, as verify does")
	dir := corpusFlag(set)
	paths, err := in.parseAnywhere(set)
	if err != nil {
		return err
	}
	if *asJSON && *asSARIF {
		return misused("choose --json or --sarif")
	}
	l, err := in.openLibrary(*dir)
	if err != nil {
		return err
	}
	files, decoding, only, err := l.read(paths)
	if err != nil {
		return err
	}
	options := editorial.Options{Today: time.Now().Format(time.DateOnly), Progress: l.bars.show("linting")}
	if *texts != "" {
		if options.Texts, err = textsIn(*texts); err != nil {
			return err
		}
	}
	found := l.linter.Lint(files, decoding, options)
	if options.Texts != nil {
		for _, v := range l.linter.Verify(files, options.Texts, l.bars.show("verifying")) {
			if len(v.Claims) > 0 { // a text that is not there is verify's to tell
				found = append(found, v.Found...)
			}
		}
	}
	if only == nil && l.fsys.brings("rules") { // built-in rules are not this editor's to mend
		found = append(found, l.readingRules(files)...)
	}
	found = l.of(only, found)
	found.Sort()
	switch {
	case *asJSON:
		if found == nil {
			found = corpus.Findings{}
		}
		err = writeJSON(in.stdout, found)
	case *asSARIF:
		err = writeJSON(in.stdout, sarif(found))
	default:
		if len(found) > 0 {
			_, err = fmt.Fprintln(in.stdout, found.Error())
		}
	}
	if err != nil {
		return err
	}
	if len(found) == 0 {
		hint := ""
		if options.Texts == nil {
			hint = "; --texts DIR holds them against the articles"
		}
		if only == nil && !*asJSON && !*asSARIF {
			fmt.Fprintf(in.stderr, "no findings in %d files%s\n", len(files), hint)
		}
		return nil
	}
	errors := len(found.Errors())
	fmt.Fprintf(in.stderr, "errors: %d, warnings: %d\n", errors, len(found)-errors)
	return errSilent
}

// textsFlag declares --texts.
func textsFlag(set *flag.FlagSet) *string {
	return set.String("texts", "", "the articles' texts are in `DIR`, under the file names that the reports give")
}

// textsIn returns the directory of the articles' texts.
func textsIn(dir string) (fs.FS, error) {
	if info, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("--texts: %w", err)
	} else if !info.IsDir() {
		return nil, fmt.Errorf("--texts: %s is no directory", dir)
	}
	return os.DirFS(dir), nil
}

// readingRules returns the findings of the rules that read questions, tried with
// names of this corpus.
func (l *library) readingRules(files []*corpus.File) corpus.Findings {
	rules, found := intent.LoadRules(l.fsys, l.linter.Lexicon())
	if len(found) > 0 {
		return found
	}
	built, _ := corpus.Build(files)
	return intent.NewReader(corpus.NewIndex(built, l.linter.Lexicon()), rules).Lint()
}
