package answers

import (
	"context"
	"io/fs"

	"allegedly/answers/corpus"
)

// An Engine answers questions over one corpus. It holds no conversation and
// does not change, so it may be shared.
type Engine struct {
	corpus *corpus.Corpus
}

// New loads the data files of fsys (reports, entities, lexicon, rules,
// phrasing) and prepares everything that answering needs. Findings are all
// defects of the files, warnings included. With an error among them the engine
// is nil unless every error lies in a report, and then it answers from the rest.
func New(fsys fs.FS) (*Engine, corpus.Findings) {
	c, found := corpus.Load(fsys)
	return &Engine{corpus: c}, found
}

// Answer answers one question. The error is the context's, or a broken
// invariant of the engine; "not in the reports" is an outcome.
func (e *Engine) Answer(ctx context.Context, q Question) (Answer, error) {
	if err := ctx.Err(); err != nil {
		return Answer{}, err
	}
	return Answer{Question: q.Text, Outcome: Clarify, Statements: []Statement{}, Sources: []Source{}, Suggestions: []string{}}, nil
}

// Questions returns questions that the engine answers, the most useful first.
func (e *Engine) Questions() []string { return nil }

// Names returns the names that people may ask about, sorted.
func (e *Engine) Names() []string { return nil }

// Sources returns the reports, by date.
func (e *Engine) Sources() []Source { return nil }

// CommandQuestion returns the question that a command of a platform stands for:
// command is denial, timeline, sources or about; about may be empty.
func (e *Engine) CommandQuestion(command, about string) string { return about }
