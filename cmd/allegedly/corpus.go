package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"allegedly/answers/data"
	"allegedly/answers/precedent"
)

// embedded is where the files of the built-in corpus stand in the source tree.
const embedded = "answers/data"

// subject are the folders that are about a subject. With --corpus they come from
// there or not at all; every other folder (words, rules, wording) that a corpus
// does not bring comes from the built-in one.
var subject = []string{"reports", "entities", "precedents"}

// corpusFiles are the files of a corpus.
type corpusFiles struct {
	dir string // "" for the built-in corpus
	own fs.FS

	unprecedented bool // without precedents
}

// openCorpus returns the files of the corpus in dir, or the built-in ones if
// dir is empty.
func openCorpus(dir string) (corpusFiles, error) {
	if dir == "" {
		return corpusFiles{own: data.FS}, nil
	}
	if info, err := os.Stat(filepath.Join(dir, "reports")); err != nil {
		return corpusFiles{}, fmt.Errorf("--corpus: a corpus has a folder 'reports': %w", err)
	} else if !info.IsDir() {
		return corpusFiles{}, fmt.Errorf("--corpus: %s is no folder", filepath.Join(dir, "reports"))
	}
	return corpusFiles{dir: dir, own: os.DirFS(dir)}, nil
}

// Open implements fs.FS.
func (c corpusFiles) Open(name string) (fs.File, error) {
	if c.unprecedented && strings.HasPrefix(name, precedent.Folder+"/") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if c.brings(name) {
		return c.own.Open(name)
	}
	return data.FS.Open(name)
}

// path returns the path of a file as the user knows it.
func (c corpusFiles) path(name string) string {
	if c.dir != "" && c.brings(name) {
		return filepath.Join(c.dir, filepath.FromSlash(name))
	}
	return path.Join(embedded, name)
}

// brings tells whether the folder that name is in comes from the corpus itself.
func (c corpusFiles) brings(name string) bool {
	folder, _, _ := strings.Cut(name, "/")
	if c.dir == "" || folder == "." || slices.Contains(subject, folder) {
		return true
	}
	_, err := fs.Stat(c.own, folder)
	return err == nil
}
