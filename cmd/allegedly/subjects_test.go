package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"allegedly/answers/corpus"
	"allegedly/answers/data"
	"allegedly/answers/language"
)

// Neither the program nor its words and rules name anything that the reports are
// about: a report on something else needs YAML alone.
func TestProgramNamesNoSubject(t *testing.T) {
	lexicon, err := language.LoadLexicon(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	loaded, _ := corpus.Load(data.FS)
	var names []string
	for _, e := range loaded.Entities {
		for _, name := range append([]string{e.Name, e.Label}, e.Aliases...) {
			if telling(lexicon, name) {
				names = append(names, regexp.QuoteMeta(name))
			}
		}
	}
	pattern := regexp.MustCompile(`\b(?:` + strings.Join(names, "|") + `)\b`)
	root := filepath.FromSlash("../..")
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		rel = filepath.ToSlash(rel)
		if d.IsDir() {
			if d.Name() == "testdata" || d.Name() == ".git" {
				return filepath.SkipDir
			}
			return nil
		}
		// Adapters know no answer, and name languages; eval names currencies.
		program := strings.HasSuffix(rel, ".go") && !strings.HasSuffix(rel, "_test.go") && !strings.HasPrefix(rel, "adapters/") && !strings.HasPrefix(rel, "answers/eval/")
		words := slices.ContainsFunc([]string{"editorial/", "rules/", "phrasing/"}, func(dir string) bool { return strings.HasPrefix(rel, "answers/data/"+dir) })
		if !program && !words {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for n, line := range strings.Split(string(content), "\n") {
			if program {
				line, _, _ = strings.Cut(line, "//") // an example in a comment decides nothing
			}
			if m := pattern.FindString(line); m != "" {
				t.Errorf("%s:%d: %q is what reports are about", rel, n+1, m)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(names) < 50 {
		t.Errorf("only %d names to look for", len(names))
	}
}

// telling tells whether a name can be nothing but that name.
func telling(lexicon *language.Lexicon, name string) bool {
	const least = 5 // letters
	if len(name) < least || name == strings.ToLower(name) {
		return false
	}
	for _, token := range language.Split(name) {
		if token.Caps && !lexicon.Knows(token.Word) {
			return true
		}
	}
	return false
}
