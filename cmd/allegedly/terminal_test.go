//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/term"
)

// session runs the real program at a pseudo-terminal.
type session struct {
	t      *testing.T
	typing *os.File
	tty    *os.File
	cmd    *exec.Cmd

	mu     sync.Mutex
	screen bytes.Buffer
}

// sitDown starts the program in a terminal of 60 columns.
func sitDown(t *testing.T, env ...string) *session {
	t.Helper()
	typing, tty, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo-terminal is to be had here: ", err)
	}
	if err := pty.Setsize(typing, &pty.Winsize{Rows: 50, Cols: 60}); err != nil {
		t.Fatal(err)
	}
	s := &session{t: t, typing: typing, tty: tty, cmd: exec.Command("allegedly")}
	s.cmd.Env = append(append(os.Environ(), "TERM=xterm", "NO_COLOR=", "XDG_STATE_HOME="+t.TempDir()), env...)
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = tty, tty, tty
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { // ends when the last of the other end is closed
		buffer := make([]byte, 4096)
		for {
			n, err := typing.Read(buffer)
			s.mu.Lock()
			s.screen.Write(buffer[:n])
			s.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() { s.cmd.Process.Kill(); tty.Close() })
	return s
}

func (s *session) types(keys string) {
	if _, err := io.WriteString(s.typing, keys); err != nil {
		s.t.Fatal(err)
	}
}

// sees waits until the screen has shown the text.
func (s *session) sees(want string) {
	s.t.Helper()
	var screen string
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		s.mu.Lock()
		screen = s.screen.String()
		s.mu.Unlock()
		if strings.Contains(screen, want) {
			return
		}
	}
	s.t.Fatalf("the screen does not show %q but\n%s", want, screen)
}

// leaves waits for the program's end and its exit code.
func (s *session) leaves(code int) {
	s.t.Helper()
	ended := make(chan struct{})
	go func() { s.cmd.Wait(); close(ended) }()
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		s.t.Fatal("the program does not end")
	}
	if got := s.cmd.ProcessState.ExitCode(); got != code {
		s.t.Errorf("exit code %d, not %d", got, code)
	}
}

func TestTerminal(t *testing.T) {
	state := t.TempDir()
	s := sitDown(t, "XDG_STATE_HOME="+state)
	before, err := term.GetState(int(s.tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	s.sees("> ")
	s.types("who is neil walsh?\r")
	s.sees("\x1b[1m")
	s.sees("Sources")
	s.types("how much did Group-\t say?\r")
	s.sees("how much did Group-IB say?")
	s.sees("$571 million")
	s.types("/why\r")
	s.sees("I read this as")
	s.types("/quit\r")
	s.leaves(0)

	after, err := term.GetState(int(s.tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	if *before != *after {
		t.Error("the terminal is not as it was before")
	}
	history, err := os.ReadFile(state + "/allegedly/history")
	if want := "who is neil walsh?\nhow much did Group-IB say?\n/why\n/quit\n"; err != nil || string(history) != want {
		t.Errorf("the history is %q (%v), not %q", history, err, want)
	}
}

func TestTerminalPlain(t *testing.T) {
	s := sitDown(t, "NO_COLOR=1", "ALLEGEDLY_HISTORY=off")
	s.sees("> ")
	s.types("who is neil walsh?\r")
	s.sees("Sources")
	s.types("\x04")
	s.leaves(0)
	s.mu.Lock()
	defer s.mu.Unlock()
	if strings.Contains(s.screen.String(), "\x1b[1m") {
		t.Error("NO_COLOR is set, and there is colour")
	}
}

func TestTerminalSurvivesSignals(t *testing.T) {
	s := sitDown(t)
	s.sees("> ")
	raw, err := term.GetState(int(s.tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	s.cmd.Process.Signal(syscall.SIGTERM)
	s.leaves(1)
	if after, err := term.GetState(int(s.tty.Fd())); err != nil || *after == *raw {
		t.Errorf("the terminal was left raw (%v)", err)
	}
}
