package repl

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"
)

// MaxLine is how much of a line is read, in bytes. Nobody types a question that
// long; the rest of a longer line is passed over, so that it stays one line.
const MaxLine = 1 << 20

// Lines reads a stream line by line.
type Lines struct{ r *bufio.Reader }

// NewLines returns a reader of the lines of r.
func NewLines(r io.Reader) *Lines { return &Lines{bufio.NewReaderSize(r, 64<<10)} }

// Next returns the next line without its end (\n or \r\n), cut to MaxLine. The
// error is io.EOF after the last line, that of the stream, or the context's;
// after the latter, Lines is of no use any more.
func (l *Lines) Next(ctx context.Context) (string, error) {
	type result struct {
		line string
		err  error
	}
	read := make(chan result, 1) // a terminal cannot be read with a deadline
	go func() {
		line, err := l.next()
		read <- result{line, err}
	}()
	select {
	case r := <-read:
		return r.line, r.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func (l *Lines) next() (string, error) {
	var line []byte
	for {
		part, err := l.r.ReadSlice('\n')
		line = append(line, part[:min(len(part), MaxLine-len(line))]...)
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if err != nil && (len(line) == 0 || !errors.Is(err, io.EOF)) {
			return "", err
		}
		return strings.TrimSuffix(strings.TrimSuffix(string(line), "\n"), "\r"), nil
	}
}
