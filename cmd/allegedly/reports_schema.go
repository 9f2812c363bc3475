package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"allegedly/answers/corpus"
)

// schemaLine is where a report finds its schema, seen from the folder reports.
const schemaLine = "../schema/report.json"

// schemaCommand writes the JSON Schemas of the format beside a corpus.
func schemaCommand(_ context.Context, in invocation) error {
	set := in.flags("--corpus DIR", "Writes DIR/schema/report.json and entities.json, by which text editors complete and check keys. A report\nnames its schema in its first line: # yaml-language-server: $schema="+schemaLine)
	dir := corpusFlag(set)
	if rest, err := in.parseAnywhere(set); err != nil {
		return err
	} else if len(rest) > 0 || *dir == "" {
		return misused("beside which corpus? Add --corpus DIR")
	}
	if _, err := openCorpus(*dir); err != nil {
		return err
	}
	return in.writeSchemas(*dir)
}

// writeSchemas brings the schemas of the corpus in dir up to date, and tells
// which files it wrote.
func (in invocation) writeSchemas(dir string) error {
	for _, schema := range []struct {
		name    string
		content []byte
	}{{"report.json", corpus.ReportSchema()}, {"entities.json", corpus.EntitiesSchema()}} {
		name := filepath.Join(dir, "schema", schema.name)
		if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, schema.content) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, schema.content, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(in.stdout, "%s: the schema by which your text editor completes and checks keys\n", name)
	}
	return nil
}
