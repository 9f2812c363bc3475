package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/editorial"
)

// A library is the corpus that an editor works on.
type library struct {
	fsys   corpusFiles
	linter *editorial.Linter
	bars   progress
}

// openLibrary opens the corpus in dir, or the built-in one if dir is empty, with
// the word lists that go with it.
func (in invocation) openLibrary(dir string) (*library, error) {
	fsys, err := openCorpus(dir)
	if err != nil {
		return nil, err
	}
	l := &library{fsys: fsys, bars: in.progress()}
	linter, found := editorial.New(l.fsys)
	if len(found) > 0 {
		return nil, l.named(found)
	}
	l.linter = linter
	return l, nil
}

// read decodes all files of the corpus, and those named by paths in their place
// where they have the same name. A path may also be the id of a report of the
// corpus. It returns what was named.
func (l *library) read(paths []string) (files []*corpus.File, found corpus.Findings, only *choice, err error) {
	files, found = editorial.Read(l.fsys, l.bars.show("reading"))
	if len(paths) == 0 {
		return files, found, nil, nil
	}
	only = &choice{}
	for _, p := range paths {
		if own := path.Join("reports", p+".yaml"); l.isReport(p, own) {
			only.ids = append(only.ids, own)
			continue
		}
		names, err := yamlFiles(p)
		if errors.Is(err, fs.ErrNotExist) && !strings.ContainsAny(p, "./\\") {
			return nil, nil, nil, fmt.Errorf("%s is neither a file nor a report of this corpus; 'allegedly reports list' lists them", p)
		}
		if err != nil {
			return nil, nil, nil, err
		}
		for _, name := range names {
			content, err := os.ReadFile(name)
			if err != nil {
				return nil, nil, nil, err
			}
			shown := filepath.ToSlash(name)
			file, defects := corpus.Decode(shown, content)
			files = slices.DeleteFunc(files, func(f *corpus.File) bool { return replaces(shown, f.Name) })
			found = slices.DeleteFunc(found, func(f corpus.Finding) bool { return replaces(shown, f.File) })
			if file != nil {
				files = append(files, file)
			}
			found = append(found, defects...)
			only.paths = append(only.paths, shown)
		}
	}
	return files, found, only, nil
}

// isReport tells whether a word that names no file is the id of a report, own its file.
func (l *library) isReport(word, own string) bool {
	if _, err := os.Stat(word); err == nil || !fs.ValidPath(own) {
		return false
	}
	_, err := fs.Stat(l.fsys, own)
	return err == nil
}

// A choice is what the user named of a corpus; nil is all of it.
type choice struct {
	paths []string // of files, as they were named
	ids   []string // files of the corpus, named by their reports' ids
}

// has tells whether a file was named.
func (c *choice) has(name string) bool {
	return c == nil || slices.Contains(c.paths, name) || slices.Contains(c.ids, name)
}

// of returns the findings of what was named, their files as the user knows them.
func (l *library) of(c *choice, found corpus.Findings) corpus.Findings {
	if c == nil {
		return l.named(found)
	}
	found = slices.DeleteFunc(found, func(f corpus.Finding) bool { return !c.has(f.File) })
	for i := range found {
		if slices.Contains(c.ids, found[i].File) {
			found[i].File = l.fsys.path(found[i].File)
		}
	}
	return found
}

// replaces tells whether a file named by the user stands for one of the corpus:
// same name, and both reports or both entities.
func replaces(name, own string) bool {
	entities := path.Base(path.Dir(name)) == "entities"
	return path.Base(name) == path.Base(own) && entities == strings.HasPrefix(own, "entities/")
}

// yamlFiles returns the file at a path, or the YAML files of a directory and its
// directories reports and entities.
func yamlFiles(name string) ([]string, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return []string{name}, nil
	}
	var names []string
	for _, pattern := range []string{"entities/*.yaml", "reports/*.yaml", "*.yaml"} {
		matches, err := filepath.Glob(filepath.Join(name, pattern))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		names = append(names, matches...)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: there is no YAML file in this directory", name)
	}
	return names, nil
}

// named tells the findings' files as the user knows them.
func (l *library) named(found corpus.Findings) corpus.Findings {
	for i := range found {
		found[i].File = l.fsys.path(found[i].File)
	}
	return found
}

// load reads and links the whole corpus, for commands that only look at it.
// Reports with defects are left out, and named on stderr.
func (l *library) load(in invocation) (*corpus.Corpus, []*corpus.File) {
	files, found := editorial.Read(l.fsys, l.bars.show("reading"))
	built, more := corpus.Build(files)
	for _, f := range l.named(append(found, more...).Errors()) {
		fmt.Fprintln(in.stderr, f)
	}
	return built, files
}
