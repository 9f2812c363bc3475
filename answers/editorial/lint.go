package editorial

import (
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// A Linter holds a corpus to the rules. It does not change, and may be shared.
type Linter struct {
	words   *Words
	lexicon *language.Lexicon
}

// New returns a linter with the word lists and the lexicon of fsys
// (editorial/*.yaml and lexicon/*.yaml). Findings are defects of these files;
// with one the linter is nil.
func New(fsys fs.FS) (*Linter, corpus.Findings) {
	words, found := LoadWords(fsys)
	lexicon, err := language.LoadLexicon(fsys)
	if err != nil {
		found = append(found, corpus.Finding{File: "lexicon", Severity: corpus.Error, Rule: "lexicon", Message: err.Error()})
	}
	if len(found) > 0 {
		return nil, found
	}
	return &Linter{words: words, lexicon: lexicon}, nil
}

// Words returns the word lists.
func (l *Linter) Words() *Words { return l.words }

// Lexicon returns the lexicon that figures and names are read with.
func (l *Linter) Lexicon() *language.Lexicon { return l.lexicon }

// Options are what a run of the linter may know beside the corpus.
type Options struct {
	Texts    fs.FS                 // the articles' texts, by the file names of the reports; nil when there are none
	Today    string                // YYYY-MM-DD; dates after it are findings; empty when nobody knows
	Progress func(done, total int) // called after each report, from one goroutine at a time; may be nil
}

// Lint returns every finding of the files: those of loading, which keep a
// report from answering, and those of the editorial rules. decoding holds the
// findings of reading the files, as Read returns them.
func (l *Linter) Lint(files []*corpus.File, decoding corpus.Findings, o Options) corpus.Findings {
	built, found := corpus.Build(files)
	found = append(found, decoding...)
	world := newWorld(built, files, l)
	each := make([]corpus.Findings, len(files))
	parallel(len(files), o.Progress, func() func(int) {
		split := l.lexicon.Splitter()
		return func(i int) {
			p := &pass{file: files[i], world: world, options: o, splitter: split, read: map[string][]language.Token{}}
			for _, check := range checks {
				check(p)
			}
			each[i] = p.found
		}
	})
	found = append(found, slices.Concat(each...)...)
	found = append(found, world.names()...)
	found = append(found, world.origins()...)
	found = waive(files, replaceTodos(files, found), o.Texts != nil)
	found.Sort()
	return slices.Compact(found)
}

// checks look at one file each. Those that need the article's text do nothing
// without it.
var checks = []func(*pass){
	wording, verbs, quotations, figures, headline, dates, sides, lifecycle, againstText,
}

// A pass is one file under examination.
type pass struct {
	file    *corpus.File
	world   *world
	options Options
	found   corpus.Findings

	splitter func(text string) []language.Token
	read     map[string][]language.Token // texts that were split already
}

// split cuts a text into tokens, each text once.
func (p *pass) split(text string) []language.Token {
	tokens, ok := p.read[text]
	if !ok {
		tokens = p.splitter(text)
		p.read[text] = tokens
	}
	return tokens
}

func (p *pass) error(rule, message string, at ...any) {
	p.found = append(p.found, p.file.Finding(corpus.Error, rule, message, at...))
}

func (p *pass) warn(rule, message string, at ...any) {
	p.found = append(p.found, p.file.Finding(corpus.Warning, rule, message, at...))
}

// Read decodes entities/*.yaml and reports/*.yaml of fsys as corpus.ReadFiles
// does, on all processors, and tells progress.
func Read(fsys fs.FS, progress func(done, total int)) ([]*corpus.File, corpus.Findings) {
	var names []string
	for _, dir := range []string{"entities", "reports"} {
		matches, _ := fs.Glob(fsys, dir+"/*.yaml") // the pattern is well formed
		slices.Sort(matches)
		names = append(names, matches...)
	}
	return ReadNamed(fsys, names, progress)
}

// ReadNamed decodes the named files of fsys, in that order. Files that do not
// decode are left out, and are findings.
func ReadNamed(fsys fs.FS, names []string, progress func(done, total int)) ([]*corpus.File, corpus.Findings) {
	read := make([]*corpus.File, len(names))
	defects := make([]corpus.Findings, len(names))
	parallel(len(names), progress, func() func(int) {
		return func(i int) { read[i], defects[i] = corpus.ReadFile(fsys, path.Clean(names[i])) }
	})
	files := slices.DeleteFunc(read, func(f *corpus.File) bool { return f == nil })
	return files, slices.Concat(defects...)
}

// parallel calls work for 0..n-1 on all processors, and progress after each. A
// worker makes the work of one goroutine, with what that may keep for itself.
func parallel(n int, progress func(done, total int), worker func() (work func(i int))) {
	var next, done atomic.Int64
	var telling sync.Mutex
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		group.Go(func() {
			work := worker()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(i)
				now := int(done.Add(1))
				if progress != nil {
					telling.Lock()
					progress(now, n)
					telling.Unlock()
				}
			}
		})
	}
	group.Wait()
}

// replaceTodos turns whatever was found at a value that is still to be filled in
// into one finding that says so: "there is no entity TODO" helps nobody. In a
// draft that is a warning, in a report that answers it is an error.
func replaceTodos(files []*corpus.File, found corpus.Findings) corpus.Findings {
	type place struct {
		file         string
		line, column int
	}
	todo := map[place]bool{}
	var out corpus.Findings
	for _, file := range files {
		severity := corpus.Error
		if file.Report != nil && file.Report.Status == corpus.Draft {
			severity = corpus.Warning
		}
		for _, s := range file.Todos {
			todo[place{file.Name, s.Line, s.Column}] = true
			message := strings.TrimSpace(strings.TrimLeft(strings.TrimPrefix(s.Value, corpus.Todo), ": "))
			if message == "" {
				message = "fill this in"
			}
			out = append(out, corpus.Finding{File: file.Name, Line: s.Line, Column: s.Column, Severity: severity, Rule: "todo", Message: "still to do: " + message})
		}
	}
	for _, f := range found {
		if !todo[place{f.File, f.Line, f.Column}] {
			out = append(out, f)
		}
	}
	return out
}
