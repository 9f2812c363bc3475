package repl

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"allegedly/bot"
)

// Plain is a conversation in lines of text, for pipes and files: a question in,
// an answer and an empty line out.
type Plain struct {
	Handler   bot.Handler
	Explain   bool // add how each answer came about
	Stateless bool // each line is a question of its own
}

// Run answers the lines of in until it ends or the context does.
func (p Plain) Run(ctx context.Context, in io.Reader, out io.Writer) error {
	lines := NewLines(in)
	for {
		line, err := lines.Next(ctx)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading questions: %w", err)
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		m := message(line)
		m.Explain, m.Stateless = p.Explain, p.Stateless
		reply, err := p.Handler.Handle(ctx, m)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintln(out, Text(reply)); err != nil {
			return fmt.Errorf("writing an answer: %w", err)
		}
	}
}

// Text returns a reply as plain text that ends in a line break. Nothing in it
// can steer a terminal.
func Text(reply bot.Reply) string {
	text := reply.Notice
	if reply.Kind == bot.Answer {
		text = strings.TrimRight(reply.Answer.Text, "\n")
		if trace := reply.Answer.Trace.Lines(); len(trace) > 0 {
			text += "\n\n" + strings.Join(trace, "\n")
		}
	}
	return Printable(text) + "\n"
}
