package answers

import (
	"context"

	"allegedly/answers/corpus"
)

// An Engine answers questions over one corpus. It holds no conversation and
// does not change, so it may be shared.
type Engine struct {
	corpus *corpus.Corpus
}

// Answer answers one question. The error is the context's, or a broken
// invariant of the engine; "not in the reports" is an outcome.
func (e *Engine) Answer(ctx context.Context, q Question) (Answer, error) {
	if err := ctx.Err(); err != nil {
		return Answer{}, err
	}
	return Answer{Question: q.Text, Outcome: Clarify, Statements: []Statement{}, Sources: []Source{}, Suggestions: []string{}}, nil
}
