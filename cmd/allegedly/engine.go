package main

import (
	"context"
	"os"
	"runtime/debug"
	"sync/atomic"

	"allegedly/answers"
	"allegedly/answers/corpus"
)

// openEngine builds the engine over the corpus in dir, or over the built-in one
// if dir is empty. The findings tell their files as the user knows them. The
// engine is nil when the corpus cannot answer at all.
func openEngine(dir string) (*answers.Engine, corpus.Findings, error) {
	files, err := openCorpus(dir)
	if err != nil {
		return nil, nil, err
	}
	engine, found := engineOf(files)
	return engine, found, nil
}

func engineOf(files corpusFiles) (*answers.Engine, corpus.Findings) {
	engine, found := answers.New(files)
	for i := range found {
		found[i].File = files.path(found[i].File)
	}
	return engine, found
}

// strictEngine is openEngine for commands that answer only from a corpus
// without errors: they are returned, one a line.
func strictEngine(dir string) (*answers.Engine, error) {
	files, err := openCorpus(dir)
	if err != nil {
		return nil, err
	}
	return strictEngineOf(files)
}

func strictEngineOf(files corpusFiles) (*answers.Engine, error) {
	if files.dir == "" {
		defer collectLate()()
	}
	engine, found := engineOf(files)
	if errs := found.Errors(); len(errs) > 0 {
		return nil, errs
	}
	return engine, nil
}

// collectLate lets the built-in corpus be loaded in at most 27 MiB, which it needs, and
// collects nothing before: half of what loading allocates is never free again. It returns
// what goes back to the usual. Somebody who set GOGC or GOMEMLIMIT knows better.
func collectLate() (usual func()) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	percent, limit := debug.SetGCPercent(-1), debug.SetMemoryLimit(27<<20)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}

// A current engine can be replaced while it answers.
type current struct {
	engine atomic.Pointer[answers.Engine]
}

// Answer, Questions, Names, Sources and CommandQuestion ask the engine of the moment.
func (c *current) Answer(ctx context.Context, q answers.Question) (answers.Answer, error) {
	return c.engine.Load().Answer(ctx, q)
}
func (c *current) Questions() []string       { return c.engine.Load().Questions() }
func (c *current) Names() []string           { return c.engine.Load().Names() }
func (c *current) Sources() []answers.Source { return c.engine.Load().Sources() }
func (c *current) CommandQuestion(command, about string) string {
	return c.engine.Load().CommandQuestion(command, about)
}
