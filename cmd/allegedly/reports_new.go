package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"allegedly/answers/drafting"
)

// newReportCommand drafts a report from an article's text.
func newReportCommand(_ context.Context, in invocation) error {
	set := in.flags("--text FILE [OPTIONS]", "Drafts a report from the text of an article: title, publisher and dates with how they are known, and\nevery sentence that attributes something, gives a figure or accuses. What is not sure is a TODO, which\n'allegedly reports lint' lists. A draft never answers.")
	text := set.String("text", "", "the article's text is in `FILE`")
	out := set.String("out", "", "write to `FILE`, or to standard output with '-' (default: reports/ID.yaml in --corpus, or ID.yaml here)")
	var o drafting.Options
	set.StringVar(&o.URL, "url", "", "the article's address")
	set.StringVar(&o.ID, "id", "", "the report's id (default: made from the title)")
	set.StringVar(&o.Publisher, "publisher", "", "who published the copy")
	set.StringVar(&o.Accused, "accused", "", "the `entity` that is accused (default: a guess)")
	set.StringVar(&o.Subject, "subject", "", "what the report is about, in a few words")
	dir := corpusFlag(set)
	rest, err := in.parseAnywhere(set)
	if err != nil {
		return err
	}
	if *text == "" || len(rest) > 0 {
		return misused("where is the article's text? Add --text FILE")
	}
	content, err := os.ReadFile(*text)
	if err != nil {
		return err
	}
	l, err := in.openLibrary(*dir)
	if err != nil {
		return err
	}
	known, files := l.load(in)
	if o.Accused != "" && known.Entity(o.Accused) == nil {
		return misused("there is no entity %q; define it in a file under entities/, or leave --accused out", o.Accused)
	}
	o.Today = time.Now().Format(time.DateOnly)
	if *out == "" && *dir != "" {
		o.Schema = schemaLine
	}
	draft := drafting.New(l.linter, files).Draft(filepath.Base(*text), content, o)
	written, err := draft.YAML()
	if err != nil {
		return err
	}
	todos := bytes.Count(written, []byte("TODO")) - 1 // the head of the file explains the word
	if *out == "-" {
		_, err := in.stdout.Write(written)
		return err
	}
	name := *out
	switch {
	case name == "" && *dir != "":
		name = filepath.Join(*dir, filepath.FromSlash(draft.FileName()))
	case name == "":
		name = filepath.Base(draft.FileName())
	}
	if err := writeNew(name, written); err != nil {
		return err
	}
	fmt.Fprintf(in.stdout, "%s: a draft with %d claims and %d things to do\n", name, len(draft.Report.Claims), todos)
	if o.Schema != "" {
		return in.writeSchemas(*dir)
	}
	return nil
}

// writeNew writes a file that must not exist: a draft never takes the place of
// somebody's work.
func writeNew(name string, content []byte) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s exists; choose another name with --out, or another id with --id", name)
	}
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	return errors.Join(err, file.Close())
}
