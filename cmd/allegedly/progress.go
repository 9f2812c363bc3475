package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"
)

// A progress draws a bar on a terminal; without one it draws nothing.
type progress struct {
	w io.Writer // nil: no terminal
}

// progress returns a progress on stderr.
func (in invocation) progress() progress {
	if file, ok := in.stderr.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		return progress{file}
	}
	return progress{}
}

const (
	barWidth    = 30
	barInterval = 100 * time.Millisecond
	barFrom     = 200 // fewer steps are over before anybody looks
)

// show returns a function that draws how many steps are done, and wipes the bar
// after the last one. It is nil, and so is never called, without a terminal.
func (p progress) show(label string) func(done, total int) {
	if p.w == nil {
		return nil
	}
	var last time.Time
	return func(done, total int) {
		if total < barFrom || done < total && time.Since(last) < barInterval {
			return
		}
		last = time.Now()
		if done == total {
			fmt.Fprint(p.w, "\r\x1b[K")
			return
		}
		full := barWidth * done / total
		fmt.Fprintf(p.w, "\r%s [%s%s] %d/%d", label, strings.Repeat("#", full), strings.Repeat(".", barWidth-full), done, total)
	}
}
