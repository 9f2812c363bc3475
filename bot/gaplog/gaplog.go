// Package gaplog keeps the questions that the bot could not answer in a file of
// JSON lines, so that an editor can see what readers miss. It keeps text alone
// (no person, place or time, and no address or handle within the text), each
// question once, and a bounded number of them.
package gaplog

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// maxText is how much of a question or reason is kept, in characters.
const maxText = 500

// A Gap is one line of the file.
type Gap struct {
	Question string `json:"question"`
	Disliked bool   `json:"disliked,omitempty"` // it was answered, but a reader found the answer wanting
	Reason   string `json:"reason,omitempty"`   // why, in the reader's words
}

// A Log appends gaps to a file. When the file holds max of them it becomes
// FILE.1, in place of an older FILE.1, and a new one is begun; so at most twice
// max are kept. It is safe for concurrent use, and never holds up an answer:
// what cannot be written is logged, without its text, and dropped.
type Log struct {
	path string
	max  int
	log  *slog.Logger

	mu   sync.Mutex
	file *os.File
	n    int                 // gaps in file
	seen map[string]struct{} // folded gaps of file and FILE.1
}

// Open opens or creates the file at path for at most max gaps, and reads what
// it and its predecessor hold.
func Open(path string, max int, log *slog.Logger) (*Log, error) {
	l := &Log{path: path, max: max, log: log, seen: map[string]struct{}{}}
	if _, err := l.read(path + ".1"); err != nil {
		return nil, fmt.Errorf("the file of unanswered questions: %w", err)
	}
	n, err := l.read(path)
	if err == nil {
		l.n, err = n, l.open()
	}
	if err != nil {
		return nil, fmt.Errorf("the file of unanswered questions: %w", err)
	}
	return l, nil
}

// Unanswered implements bot.Gaps.
func (l *Log) Unanswered(question string) { l.add(Gap{Question: question}) }

// Disliked implements bot.Gaps.
func (l *Log) Disliked(question, reason string) {
	l.add(Gap{Question: question, Disliked: true, Reason: reason})
}

// Close closes the file.
func (l *Log) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.file.Close()
}

// add writes a gap, unless it is there already or says nothing.
func (l *Log) add(g Gap) {
	g.Question, g.Reason = clean(g.Question), clean(g.Reason)
	key := g.fold()
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, again := l.seen[key]; again || strings.TrimSpace(key) == "" {
		return
	}
	if err := l.write(g); err != nil {
		l.log.Error("an unanswered question was not kept", "error", err)
		return
	}
	l.seen[key] = struct{}{}
}

func (l *Log) write(g Gap) error {
	if l.n >= l.max {
		if err := l.rotate(); err != nil {
			return err
		}
	}
	line, err := json.Marshal(g)
	if err != nil {
		return err
	}
	if _, err := l.file.Write(append(line, '\n')); err != nil {
		return err
	}
	l.n++
	return nil
}

// rotate makes the full file the predecessor and begins a new one. The old one
// stays open until there is a new one, so that a failure is made good by the next
// attempt.
func (l *Log) rotate() error {
	err := os.Rename(l.path, l.path+".1")
	if err != nil && !errors.Is(err, fs.ErrNotExist) { // an attempt before may have come so far
		return err
	}
	full := l.file
	if err := l.open(); err != nil {
		return err
	}
	l.n = 0
	clear(l.seen)
	_, err = l.read(l.path + ".1")
	return errors.Join(err, full.Close())
}

// open opens the file for appending, after the end of a line.
func (l *Log) open() error {
	file, err := os.OpenFile(l.path, os.O_CREATE|os.O_RDWR|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	l.file = file
	last := make([]byte, 1)
	if info, err := file.Stat(); err == nil && info.Size() > 0 {
		if _, err := file.ReadAt(last, info.Size()-1); err == nil && last[0] != '\n' {
			_, err = file.Write([]byte("\n")) // a crash left half a line
			return err
		}
	}
	return nil
}

// read notes the gaps of a file, if there is one, and returns how many they are.
func (l *Log) read(path string) (n int, err error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var g Gap
		if json.Unmarshal(lines.Bytes(), &g) == nil {
			l.seen[g.fold()] = struct{}{}
			n++
		}
	}
	return n, lines.Err()
}

// fold returns what makes two gaps one: their letters and digits.
func (g Gap) fold() string {
	words := strings.FieldsFunc(strings.ToLower(g.Question+" "+g.Reason), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return strings.Join(words, " ")
}

// personal matches what may name a person: links, e-mail addresses, handles and
// mentions, and long numbers.
var personal = regexp.MustCompile(`https?://\S+|\S+@\S+|@\S+|<[^<>]*>|\+?\d[\d -]{8,}\d`)

// clean cuts and masks a text for keeping.
func clean(text string) string {
	text = strings.Join(strings.Fields(personal.ReplaceAllString(text, "…")), " ")
	if runes := []rune(text); len(runes) > maxText {
		text = string(runes[:maxText]) + "…"
	}
	return text
}
