// Package bot is the conversation, free of any platform: a message comes in, a
// reply goes out. It keeps each thread's memory, answers each delivery once,
// and limits how fast anybody may ask. Adapters call a Handler and render what
// it returns; they decide nothing about content.
package bot

import (
	"context"

	"allegedly/answers"
)

// A Handler answers messages. It is safe for concurrent use.
type Handler interface {
	// Handle answers one message. The error is ErrClosed after shutdown, the
	// context's error, or a broken invariant of the engine; what a user did
	// wrong is a Reply with a Notice.
	Handle(ctx context.Context, m Message) (Reply, error)

	// Complete returns up to n questions or names that continue the prefix, for
	// autocompletion; with an empty prefix, questions to start with. Each
	// question, asked, is answered.
	Complete(prefix string, n int) []string

	// Reports returns the reports that answers rest on, by date.
	Reports() []answers.Source
}

// Command says what a message wants, where the platform has commands of its own.
type Command string

// The commands. Text commands of the REPL and slash commands map to them.
const (
	Ask      Command = ""         // Text is a question
	Denial   Command = "denial"   // the accused's reply about Text (may be empty)
	Timeline Command = "timeline" // what happened when, about Text (may be empty)
	Sources  Command = "sources"  // the reports about Text (may be empty)
	About    Command = "about"    // what the bot is and does
	Reset    Command = "reset"    // forget the thread
)

// A Message is one thing said to the bot. Ids are opaque to this package; it
// keeps them only as salted hashes.
type Message struct {
	Delivery  []string // keys under which a platform may deliver it again; one that was seen makes it a duplicate
	Thread    string   // whose memory it leans on: a thread, a channel and person, a session
	Author    string   // for the rate limit; empty is not limited
	Command   Command
	Text      string // what was asked, with the platform's markup already undone
	Explain   bool   // ask for the trace
	Stateless bool   // neither read nor change the thread's memory (a button's question that must mean the same for everyone)
}

// A Reply is what to send back.
type Reply struct {
	Kind   ReplyKind
	Answer answers.Answer // with Kind Answer
	Notice string         // with Kind Notice: one sentence for the person who asked (slow down, question too long, forgotten)
}

// ReplyKind tells what to do with a Reply.
type ReplyKind int

// The kinds of replies.
const (
	Answer    ReplyKind = iota // render Answer
	Notice                     // show Notice, to the asker alone where the platform can
	Duplicate                  // send nothing: this delivery was answered already
)
