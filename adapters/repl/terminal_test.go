//go:build unix

package repl

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/term"
)

// A person types at one end of a pseudo-terminal and sees what is on the screen.
type person struct {
	t    *testing.T
	hand *os.File
	mu   sync.Mutex
	seen strings.Builder
}

// sit opens a pseudo-terminal and returns its end for the program.
func sit(t *testing.T) (*person, *os.File) {
	t.Helper()
	hand, tty, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo-terminal is to be had here: ", err)
	}
	if err := pty.Setsize(hand, &pty.Winsize{Rows: 40, Cols: 60}); err != nil {
		t.Fatal(err)
	}
	p := &person{t: t, hand: hand}
	go func() { // ends when the other end is closed
		buffer := make([]byte, 4096)
		for {
			n, err := hand.Read(buffer)
			p.mu.Lock()
			p.seen.Write(buffer[:n])
			p.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() { tty.Close() })
	return p, tty
}

func (p *person) types(keys string) {
	if _, err := io.WriteString(p.hand, keys); err != nil {
		p.t.Fatal(err)
	}
}

// sees waits until the screen has shown the text since the last look.
func (p *person) sees(want string) {
	p.t.Helper()
	for deadline := time.Now().Add(5 * time.Second); ; time.Sleep(2 * time.Millisecond) {
		p.mu.Lock()
		seen := p.seen.String()
		if _, after, ok := strings.Cut(seen, want); ok {
			p.seen.Reset()
			p.seen.WriteString(after)
			p.mu.Unlock()
			return
		}
		p.mu.Unlock()
		if time.Now().After(deadline) {
			p.t.Fatalf("the screen does not show %q but %q", want, seen)
		}
	}
}

// start runs the terminal and returns how it ended.
func start(ctx context.Context, tty *os.File) <-chan error {
	ended := make(chan error, 1)
	go func() {
		ended <- Terminal{
			Conversation: &Conversation{Handler: fake{}, Style: Style{Width: 60, Colour: true}},
			In:           tty, Out: tty, History: &History{}, Greeting: "Hello.",
		}.Run(ctx)
	}()
	return ended
}

func ends(t *testing.T, ended <-chan error, want error) {
	t.Helper()
	select {
	case err := <-ended:
		if !errors.Is(err, want) {
			t.Errorf("it ended with %v, not %v", err, want)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("it does not end")
	}
}

func TestTerminalConversation(t *testing.T) {
	p, tty := sit(t)
	before, err := term.GetState(int(tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	ended := start(t.Context(), tty)
	p.sees("Hello.")
	p.sees("> ")
	p.types("how much?\r")
	p.sees("\x1b[1mIn May 2031")
	p.sees("\x1b[36mThe reply: Freedonia's ministry denied")
	p.sees("Sources")
	p.sees("Ask next")
	p.types("/wh\t\r") // Tab completes
	p.sees("I read this as")
	p.types("\x1b[A\x1b[A\r") // the arrow keys find the first question
	p.sees("how much?")
	p.sees("In May 2031")
	p.types("half a thought\x03")
	p.sees("half a thought")
	p.types("\x1b[99z/nope\r") // Ctrl-C cleared the line; the sequence is no text
	p.sees("There is no command /nope")
	p.types("\x04")
	ends(t, ended, nil)
	after, err := term.GetState(int(tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	if *before != *after {
		t.Error("the terminal is not as it was before")
	}
}

func TestTerminalLeaves(t *testing.T) {
	for name, keys := range map[string]string{"Ctrl-C on an empty line": "\x03", "Ctrl-C after a cleared line": "x\x03\x03", "quit": "/quit\r", "Ctrl-D": "\x04"} {
		t.Run(name, func(t *testing.T) {
			p, tty := sit(t)
			ended := start(t.Context(), tty)
			p.sees("> ")
			p.types(keys)
			ends(t, ended, nil)
		})
	}
	t.Run("a signal", func(t *testing.T) {
		p, tty := sit(t)
		ctx, cancel := context.WithCancel(t.Context())
		ended := start(ctx, tty)
		p.sees("> ")
		cancel()
		ends(t, ended, context.Canceled)
	})
}
