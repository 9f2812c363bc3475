package repl

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// maxHistory is how many lines are remembered.
const maxHistory = 500

// A History remembers what was typed, most recent first, for the arrow keys. It
// is what term.Terminal asks for.
type History struct {
	lines []string // oldest first
	file  *os.File // nil: not kept beyond the session
}

// OpenHistory reads the history in the file at path and keeps adding to it; the
// file and its folder are created for their owner alone. With an empty path
// nothing is kept. After an error the history still works, without a file.
func OpenHistory(path string) (*History, error) {
	h := &History{}
	if path == "" {
		return h, nil
	}
	old, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return h, fmt.Errorf("what you type is not remembered: %w", err)
	}
	for line := range strings.Lines(string(old)) {
		h.lines = append(h.lines, Printable(strings.TrimRight(line, "\r\n")))
	}
	h.trim()
	if err := h.create(path); err != nil {
		return h, fmt.Errorf("what you type is not remembered: %w", err)
	}
	return h, nil
}

// create writes the file anew, so that it stays bounded, and leaves it open for
// appending: other terminals may be adding to it too.
func (h *History) create(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	for _, line := range h.lines {
		if _, err := fmt.Fprintln(file, line); err != nil {
			return errors.Join(err, file.Close())
		}
	}
	h.file = file
	return nil
}

// Close closes the file.
func (h *History) Close() error {
	if h.file == nil {
		return nil
	}
	return h.file.Close()
}

// Add remembers a line, unless it is blank or the same as the one before.
func (h *History) Add(line string) {
	line = Printable(strings.TrimSpace(line))
	if line == "" || len(h.lines) > 0 && h.lines[len(h.lines)-1] == line {
		return
	}
	h.lines = append(h.lines, line)
	h.trim()
	if h.file != nil {
		fmt.Fprintln(h.file, line) // losing one is no reason to disturb a conversation
	}
}

// Len returns how many lines are remembered.
func (h *History) Len() int { return len(h.lines) }

// At returns a line; 0 is the most recent.
func (h *History) At(i int) string { return h.lines[len(h.lines)-1-i] }

func (h *History) trim() {
	if over := len(h.lines) - maxHistory; over > 0 {
		h.lines = slices.Delete(h.lines, 0, over)
	}
}
