package repl

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// prompt stands before what is typed.
const prompt = "> "

// Widest is the greatest width in columns that text is set; longer lines are hard to read.
const Widest = 100

// Terminal converses with a person at a terminal: with line editing, history,
// completion by Tab, and text wrapped to the width that the window has at the
// time. Ctrl-C clears the line, or leaves when it is empty; Ctrl-D leaves. The
// terminal is as it was when Run returns or panics.
type Terminal struct {
	Conversation *Conversation
	In, Out      *os.File // the terminal
	History      *History
	Greeting     string // printed first
}

// Run converses until the person leaves or the context ends.
func (t Terminal) Run(ctx context.Context) error {
	before, err := term.MakeRaw(int(t.In.Fd()))
	if err != nil {
		return fmt.Errorf("the terminal cannot be set up for line editing: %w", err)
	}
	defer term.Restore(int(t.In.Fd()), before)

	keys := &keyboard{in: t.In}
	screen := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{keys, t.Out}, prompt)
	screen.History = t.History
	tab := &completer{handler: t.Conversation.Handler}
	screen.AutoCompleteCallback = func(line string, cursor int, key rune) (string, int, bool) {
		switch key {
		case interruption:
			keys.closed = line == ""
			return "", 0, true
		case '\t':
			return tab.complete(line, cursor)
		}
		return line, cursor, false
	}
	t.fit(screen)
	if _, err := io.WriteString(screen, t.Conversation.Style.note(t.Greeting)+"\n"); err != nil {
		return err
	}
	for {
		line, err := t.read(ctx, screen)
		if errors.Is(err, io.EOF) {
			_, err = io.WriteString(screen, "\n")
			return err
		}
		if err != nil {
			return err
		}
		t.fit(screen)
		text, err := t.Conversation.reply(ctx, line)
		if errors.Is(err, errQuit) {
			return nil
		}
		if err != nil {
			return err
		}
		if text != "" {
			text = "\n" + text + "\n"
		}
		if _, err := io.WriteString(screen, text); err != nil {
			return err
		}
	}
}

// read returns the next line typed. A terminal cannot be read with a deadline,
// so a context that ends leaves the reading behind.
func (t Terminal) read(ctx context.Context, screen *term.Terminal) (string, error) {
	type result struct {
		line string
		err  error
	}
	read := make(chan result, 1)
	go func() {
		line, err := screen.ReadLine()
		if errors.Is(err, term.ErrPasteIndicator) {
			err = nil
		}
		read <- result{line, err}
	}()
	select {
	case r := <-read:
		return r.line, r.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// fit adapts to the size of the window.
func (t Terminal) fit(screen *term.Terminal) {
	columns, rows, err := term.GetSize(int(t.Out.Fd()))
	if err != nil || columns <= 0 || rows <= 0 {
		columns, rows = 80, 24
	}
	screen.SetSize(columns, rows) // its error is that of redrawing, which the next write meets too
	t.Conversation.Style.Width = min(columns, Widest)
}

// interruption is the key that stands for Ctrl-C: term.Terminal ends for good on
// the real one, but hands this one, of the private use area, to the completion.
const interruption = '\uf003'

// A keyboard passes keys on, with Ctrl-C disguised as interruption, until closed.
type keyboard struct {
	in     io.Reader
	closed bool
	left   []byte // read but not yet passed on
}

// Read implements io.Reader; it returns io.EOF once closed.
func (k *keyboard) Read(p []byte) (int, error) {
	if k.closed {
		return 0, io.EOF
	}
	if len(k.left) == 0 {
		typed := make([]byte, len(p))
		n, err := k.in.Read(typed)
		if err != nil {
			return 0, err
		}
		k.left = bytes.ReplaceAll(typed[:n], []byte{3}, []byte(string(interruption)))
	}
	n := copy(p, k.left)
	k.left = k.left[n:]
	return n, nil
}
