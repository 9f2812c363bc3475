// Package repl is the bot in a terminal: a conversation with line editing for
// people, in lines of text for pipes, and in JSON lines for programs. It holds
// layout and keys only; what is said comes from the bot.
package repl

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"allegedly/answers"
	"allegedly/bot"
)

// A Conversation answers lines of text. It is for one person, and not safe for
// concurrent use.
type Conversation struct {
	Handler   bot.Handler
	Style     Style
	Explain   bool // add to each answer how it came about
	Stateless bool // each line is a question of its own

	last answers.Answer // what /why and the numbers refer to
}

// help tells what can be typed.
const help = `Ask in your own words, in English. A follow-up may lean on the answer before it.
  1, 2, 3          ask the suggested question of that number
  /denial ABOUT    what the accused replies
  /timeline ABOUT  what is said to have happened when
  /sources ABOUT   which reports there are
  /why             how the last answer came about
  /reset           forget the conversation
  /about           what this is
  /quit            leave (so does Ctrl-D)`

// commands are the slash commands that stand for a command of the bot.
var commands = map[string]bot.Command{
	"/denial":   bot.Denial,
	"/timeline": bot.Timeline,
	"/sources":  bot.Sources,
	"/about":    bot.About,
	"/reset":    bot.Reset,
}

// errQuit ends a conversation.
var errQuit = errors.New("quit")

// Run answers the lines of in, one after the other, until it ends, the context
// does, or a line is /quit. Each answer is followed by an empty line.
func (c *Conversation) Run(ctx context.Context, in io.Reader, out io.Writer) error {
	lines := NewLines(in)
	for {
		line, err := lines.Next(ctx)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading questions: %w", err)
		}
		text, err := c.reply(ctx, line)
		if errors.Is(err, errQuit) {
			return nil
		}
		if err != nil {
			return err
		}
		if text == "" {
			continue
		}
		if _, err := fmt.Fprintln(out, text); err != nil {
			return fmt.Errorf("writing an answer: %w", err)
		}
	}
}

// reply returns what is printed for a line: nothing for a blank one, otherwise
// text that ends in a line break. The error is errQuit, the context's, or that
// of a defect.
func (c *Conversation) reply(ctx context.Context, line string) (string, error) {
	line = strings.TrimSpace(line)
	switch line {
	case "":
		return "", nil
	case "/quit", "/exit":
		return "", errQuit
	case "/help":
		return c.Style.note(help), nil
	case "/why":
		if c.last.Trace == nil {
			return c.Style.note("There is no answer yet to explain."), nil
		}
		return c.Style.trace(c.last.Trace), nil
	}
	chosen := ""
	if n, err := strconv.Atoi(line); err == nil && 1 <= n && n <= len(c.last.Suggestions) {
		line = c.last.Suggestions[n-1]
		chosen = c.Style.note(line) + "\n" // so that the answer stands below its question
	}
	m := message(line)
	if m.Command == bot.Ask && strings.HasPrefix(line, "/") {
		return c.Style.note(fmt.Sprintf("There is no command %s; /help lists them.", strings.Fields(line)[0])), nil
	}
	m.Explain, m.Stateless = true, c.Stateless
	reply, err := c.Handler.Handle(ctx, m)
	if err != nil {
		return "", err
	}
	if reply.Kind != bot.Answer {
		c.last = answers.Answer{}
		return c.Style.note(reply.Notice), nil
	}
	c.last = reply.Answer
	if !c.Explain {
		reply.Answer.Trace = nil // until /why
	}
	return chosen + c.Style.Answer(reply.Answer), nil
}

// message reads a line: a slash command that the bot knows, or a question.
func message(line string) bot.Message {
	m := bot.Message{Thread: "repl", Text: line}
	word, about, _ := strings.Cut(strings.TrimSpace(line), " ")
	about = strings.TrimSpace(about)
	if command, ok := commands[word]; ok && (command != bot.Reset || about == "") {
		m.Command, m.Text = command, about
	}
	return m
}
