package main

import (
	"fmt"
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
// where they have the same name. It returns the names of the latter's files.
func (l *library) read(paths []string) (files []*corpus.File, found corpus.Findings, only []string, err error) {
	files, found = editorial.Read(l.fsys, l.bars.show("reading"))
	if len(paths) == 0 {
		return files, found, nil, nil
	}
	for _, p := range paths {
		names, err := yamlFiles(p)
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
			only = append(only, shown)
		}
	}
	return files, found, only, nil
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
