package main

import (
	"context"
	"fmt"
	"strings"

	"allegedly/adapters/repl"
	"allegedly/bot"
)

// askCommand answers one question from the arguments, or one from each line of
// standard input, without a conversation.
func askCommand(ctx context.Context, in invocation) error {
	set := in.flags("[OPTIONS] QUESTION... | -", "Answers a question. With '-' every line of standard input is a question of its own; blank lines are passed over.")
	asJSON := set.Bool("json", false, "print one JSON object a line")
	explain := set.Bool("explain", false, "tell how each answer came about")
	dir := corpusFlag(set)
	if err := in.parse(set); err != nil {
		return err
	}
	words := set.Args()
	for _, word := range words[min(1, len(words)):] {
		if strings.HasPrefix(word, "--") {
			return misused("put %s before the question", word)
		}
	}
	question := strings.Join(words, " ")
	if strings.TrimSpace(question) == "" {
		return misused("there is no question; try: allegedly ask \"What can I ask?\"")
	}
	engine, err := strictEngine(*dir)
	if err != nil {
		return err
	}
	handler := bot.New(engine, bot.Options{MaxText: -1, Log: in.log})
	style := in.style()

	if question == "-" {
		if *asJSON {
			return repl.JSON{Handler: handler, Explain: *explain, Stateless: true}.Run(ctx, in.stdin, in.stdout)
		}
		conversation := &repl.Conversation{Handler: handler, Style: style, Explain: *explain, Stateless: true}
		return conversation.Run(ctx, in.stdin, in.stdout)
	}
	reply, err := handler.Handle(ctx, bot.Message{Text: question, Explain: *explain, Stateless: true})
	if err != nil {
		return err
	}
	if *asJSON {
		return repl.WriteJSON(in.stdout, reply.Answer)
	}
	_, err = fmt.Fprint(in.stdout, style.Answer(reply.Answer))
	return err
}
