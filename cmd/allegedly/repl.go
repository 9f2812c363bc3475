package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"allegedly/adapters/repl"
	"allegedly/bot"

	"golang.org/x/term"
)

// corpusFlag declares --corpus.
func corpusFlag(set *flag.FlagSet) *string {
	return set.String("corpus", "", "answer from the reports, entities, precedents, lexicon, rules and phrasing in `DIR` instead of the built-in ones")
}

// replCommand converses: with a person at a terminal, or line by line.
func replCommand(ctx context.Context, in invocation) error {
	set := in.flags("[OPTIONS]", "Converses in the terminal. Without a terminal it answers line by line; /help lists what can be typed.")
	asJSON := set.Bool("json", false, "a line in, a JSON object out; /reset forgets the conversation")
	explain := set.Bool("explain", false, "tell how each answer came about")
	dir := corpusFlag(set)
	if err := in.parse(set); err != nil {
		return err
	}
	if set.NArg() > 0 {
		return misused("it takes no arguments; to ask a question: allegedly ask %s", set.Arg(0))
	}
	engine, err := strictEngine(*dir)
	if err != nil {
		return err
	}
	// Whoever sits at the terminal is alone with the bot: nothing to limit or to expire.
	handler := bot.New(engine, bot.Options{MaxText: -1, Idle: -1, Log: in.log})
	if *asJSON {
		return repl.JSON{Handler: handler, Explain: *explain}.Run(ctx, in.stdin, in.stdout)
	}
	conversation := &repl.Conversation{Handler: handler, Style: in.style(), Explain: *explain}
	keys, isTerminal := terminal(in.stdin)
	screen, alsoTerminal := terminal(in.stdout)
	if !isTerminal || !alsoTerminal || in.getenv("TERM") == "dumb" {
		return conversation.Run(ctx, in.stdin, in.stdout)
	}
	history, err := repl.OpenHistory(historyFile(in.getenv))
	if err != nil {
		fmt.Fprintln(in.stderr, "allegedly repl:", err) // no reason not to talk
	}
	defer history.Close()
	return repl.Terminal{
		Conversation: conversation,
		In:           keys,
		Out:          screen,
		History:      history,
		Greeting:     "Ask what is alleged, by whom, and what the accused replies. /help lists what can be typed.",
	}.Run(ctx)
}

// terminal returns the file behind a stream, and whether it is a terminal.
func terminal(stream any) (*os.File, bool) {
	file, ok := stream.(*os.File)
	return file, ok && term.IsTerminal(int(file.Fd()))
}

// style returns how answers look on standard output: plain unless it is a
// terminal, and without colour where NO_COLOR (no-color.org) asks for it.
func (in invocation) style() repl.Style {
	screen, ok := terminal(in.stdout)
	if !ok || in.getenv("TERM") == "dumb" {
		return repl.Style{}
	}
	columns, _, err := term.GetSize(int(screen.Fd()))
	if err != nil || columns <= 0 {
		columns = 80
	}
	return repl.Style{Width: min(columns, repl.Widest), Colour: in.getenv("NO_COLOR") == ""}
}

// historyFile returns where the terminal's history is kept: ALLEGEDLY_HISTORY,
// or the user's folder for state; "" keeps none, as ALLEGEDLY_HISTORY=off asks.
func historyFile(getenv func(string) string) string {
	switch path := getenv("ALLEGEDLY_HISTORY"); path {
	case "":
	case "off":
		return ""
	default:
		return path
	}
	dir := getenv("XDG_STATE_HOME")
	if dir == "" {
		var err error
		if dir, err = os.UserConfigDir(); err != nil {
			return ""
		}
	}
	return filepath.Join(dir, "allegedly", "history")
}
