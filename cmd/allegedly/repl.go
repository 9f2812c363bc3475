package main

import (
	"context"
	"flag"

	"allegedly/adapters/repl"
	"allegedly/bot"
)

// corpusFlag declares --corpus.
func corpusFlag(set *flag.FlagSet) *string {
	return set.String("corpus", "", "answer from the reports, entities, lexicon, rules and phrasing in `DIR` instead of the built-in ones")
}

// replCommand converses: with a person at a terminal, or line by line.
func replCommand(ctx context.Context, in invocation) error {
	set := in.flags("[OPTIONS]", "Converses in the terminal. Without a terminal it answers line by line.")
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
	return repl.Plain{Handler: handler, Explain: *explain}.Run(ctx, in.stdin, in.stdout)
}
