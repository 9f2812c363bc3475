package repl

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"allegedly/answers"
	"allegedly/bot"
)

// JSON is a conversation in lines: a question in, an answer object out, written
// at once. The object is that of the answer schema.
//
// A blank line is passed over. "/reset" forgets the conversation and prints
// nothing. "/denial", "/timeline", "/sources" and "/about", alone or with what
// they are about, give the object of the question that they stand for. Every
// other line is a question, even if it starts with a slash.
type JSON struct {
	Handler   bot.Handler
	Explain   bool // add the trace
	Stateless bool // each line is a question of its own
}

// Run answers the lines of in until it ends or the context does. A question
// that the handler fails on still gives an object, so that the lines stay in
// step; the error tells of the first such failure, at the end.
func (j JSON) Run(ctx context.Context, in io.Reader, out io.Writer) error {
	var failure error
	lines := NewLines(in)
	for {
		line, err := lines.Next(ctx)
		if errors.Is(err, io.EOF) {
			return failure
		}
		if err != nil {
			return fmt.Errorf("reading questions: %w", err)
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		m := message(line)
		m.Explain, m.Stateless = j.Explain, j.Stateless && m.Command != bot.Reset
		reply, err := j.Handler.Handle(ctx, m)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			reply = bot.Reply{Kind: bot.Notice, Notice: "This question ran into a defect of the program; it is not answered."}
			if failure == nil {
				failure = err
			}
		}
		if m.Command == bot.Reset {
			continue
		}
		if err := WriteJSON(out, object(line, reply)); err != nil {
			return fmt.Errorf("writing an answer: %w", err)
		}
	}
}

// object returns the answer of a reply; a notice becomes an answer without
// statements that says it.
func object(line string, reply bot.Reply) answers.Answer {
	if reply.Kind == bot.Answer {
		return reply.Answer
	}
	return answers.Answer{
		Question:    line,
		Outcome:     answers.Clarify,
		Intent:      "notice",
		Statements:  []answers.Statement{},
		Sources:     []answers.Source{},
		Suggestions: []string{},
		Text:        reply.Notice,
	}
}

// WriteJSON writes an answer as one line, with <, > and & as they are.
func WriteJSON(out io.Writer, a answers.Answer) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	return e.Encode(a)
}
