// Command allegedly answers questions about reports: who alleges what, on what
// basis, and what the accused replies. It runs as a conversation in the
// terminal, as a Discord bot and as a Slack bot, over one engine.
//
// Exit codes: 0 fine, 1 a finding or failure, 2 wrong usage.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"allegedly/answers/corpus"
)

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200) // what is loaded at start stays: collecting it often only delays the first answer
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv)
	stop()
	os.Exit(code)
}

// A command is one word of the command line.
type command struct {
	summary string
	run     func(ctx context.Context, in invocation) error
}

// commands are the words of the command line; repl is meant when none is given.
func commands() map[string]command {
	return map[string]command{
		"ask":     {"answer one question, or one on each line", askCommand},
		"discord": {"answer on Discord; register makes its commands known", discordCommand},
		"slack":   {"answer on Slack; manifest prints what its app is made from", slackCommand},
		"serve":   {"connect to Discord and Slack, as their tokens are set", serveCommand},
		"eval":    {"count the right answers to questions in files", evalCommand},
		"repl":    {"converse in the terminal (the default)", replCommand},
		"reports": {"draft, check and compare reports, for editors", reportsCommand},
		"version": {"print the version", versionCommand},
	}
}

// An invocation is everything that a command works with.
type invocation struct {
	name   string   // the command's word
	args   []string // what follows it
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	getenv func(string) string
	log    *slog.Logger // for those who operate the bot; writes to stderr
}

// run runs the command line in args and returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, getenv func(string) string) int {
	in := invocation{
		name: "repl", args: args, stdin: stdin, stdout: stdout, stderr: stderr, getenv: getenv,
		log: slog.New(slog.NewTextHandler(stderr, nil)),
	}
	if len(args) > 0 && slices.Contains([]string{"help", "-h", "-help", "--help"}, args[0]) {
		fmt.Fprint(stdout, usage())
		return 0
	}
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		in.name, in.args = args[0], args[1:]
	}
	c, known := commands()[in.name]
	if !known {
		fmt.Fprintf(stderr, "allegedly: there is no command %q; 'allegedly help' lists them, 'allegedly ask %s ...' asks a question\n", in.name, in.name)
		return 2
	}
	return in.exitCode(c.run(ctx, in))
}

// usage lists the commands.
func usage() string {
	var b strings.Builder
	b.WriteString("allegedly answers questions about reports: who alleges what, and what the accused replies.\n\nusage: allegedly [COMMAND] [OPTIONS]\n\n")
	all := commands()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		fmt.Fprintf(&b, "  %-9s %s\n", name, all[name].summary)
	}
	b.WriteString("\n'allegedly COMMAND -h' explains a command. README.md and docs/ tell the rest.\n")
	return b.String()
}

// A usageError is a mistake on the command line.
type usageError struct{ message string }

func (e usageError) Error() string { return e.message }

// misused returns a usageError.
func misused(format string, args ...any) error { return usageError{fmt.Sprintf(format, args...)} }

// errSilent makes the exit code 1 when everything was said already.
var errSilent = errors.New("already reported")

// exitCode prints the error of a command and returns the exit code for it.
func (in invocation) exitCode(err error) int {
	var wrong usageError
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case errors.Is(err, errSilent), errors.Is(err, context.Canceled):
		return 1
	case errors.As(err, &wrong):
		fmt.Fprintf(in.stderr, "allegedly %s: %s\n'allegedly %s -h' explains the command\n", in.name, wrong.message, in.name)
		return 2
	}
	var found corpus.Findings
	if errors.As(err, &found) {
		fmt.Fprintln(in.stderr, found) // each begins with its place, as editors expect
		return 1
	}
	fmt.Fprintf(in.stderr, "allegedly %s: %v\n", in.name, err)
	return 1
}

// flags returns the set that a command declares its options on; synopsis is
// what follows the command's word, about says what it does.
func (in invocation) flags(synopsis, about string) *flag.FlagSet {
	set := flag.NewFlagSet(in.name, flag.ContinueOnError)
	set.SetOutput(io.Discard) // parse prints
	set.Usage = func() {
		fmt.Fprintf(in.stdout, "usage: allegedly %s %s\n\n%s\n\n", in.name, synopsis, about)
		set.SetOutput(in.stdout)
		set.PrintDefaults()
	}
	return set
}

// parse reads the options. What is wrong with them is a usageError.
func (in invocation) parse(set *flag.FlagSet) error {
	usage := set.Usage
	set.Usage = func() {} // not on a mistake: one line says more than a page
	err := set.Parse(in.args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		usage()
		return err
	case err != nil:
		return usageError{err.Error()}
	}
	return nil
}
