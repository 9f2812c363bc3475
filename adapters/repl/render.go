package repl

import (
	"fmt"
	"strings"

	"allegedly/answers"
	"allegedly/answers/compose"
	"allegedly/answers/corpus"
)

// A Style is how answers are laid out. The zero value is the engine's own plain
// text, as it is.
type Style struct {
	Width  int  // columns to wrap at; 0 leaves lines as they are
	Colour bool // paint by role
}

// paint is a sequence that sets how a terminal shows what follows it.
type paint string

// The paints: few, and from the sixteen that every terminal theme keeps legible.
const (
	normal paint = ""
	bold   paint = "\x1b[1m"
	cyan   paint = "\x1b[36m"
	yellow paint = "\x1b[33m"
	faint  paint = "\x1b[2m"
	reset        = "\x1b[0m"
)

// paints tell the two sides and the caveats apart at a glance.
var paints = map[answers.Role]paint{
	compose.Lead:   bold,
	compose.Denial: cyan,
	compose.Caveat: yellow,
}

// introduction returns what stands before a statement and those like it that
// follow: its own label, or else its role's.
func introduction(s answers.Statement) string {
	if s.Label != "" {
		return s.Label + " "
	}
	return labels[s.Role]
}

// labels stand before the first statement of a role, so that the sides can be
// told apart without colour too.
var labels = map[answers.Role]string{
	compose.Denial:  "The reply: ",
	compose.Counter: "The counter-accusation: ",
	compose.Caveat:  "Note: ",
}

// Answer returns an answer laid out: the statements in reading order, which puts
// what was asked first and the reply of the accused next, the sources with the
// numbers that stand behind the statements, suggestions with numbers to type,
// and the trace if the answer has one.
func (s Style) Answer(a answers.Answer) string {
	text := s.lines(normal, "", "", a.Text)
	if s != (Style{}) {
		text = s.structured(a)
	}
	if a.Trace != nil {
		text += "\n" + s.trace(a.Trace)
	}
	return text
}

// structured lays out an answer from its statements.
func (s Style) structured(a answers.Answer) string {
	var b strings.Builder
	if len(a.Statements) == 0 { // nothing with a role to paint
		b.WriteString(s.lines(normal, "", "", a.Text))
	}
	before := answers.Statement{Role: compose.Lead}
	for i, statement := range a.Statements {
		if i > 0 {
			b.WriteString("\n")
		}
		text := statement.Text + marks(statement)
		if statement.Role != before.Role || statement.Label != before.Label {
			text = introduction(statement) + text
		}
		before = statement
		b.WriteString(s.lines(paints[statement.Role], "", "", text))
	}
	if len(a.Sources) > 0 {
		b.WriteString("\n" + s.lines(faint, "", "", "Sources"))
		for _, source := range a.Sources {
			b.WriteString(s.lines(faint, fmt.Sprintf("[%d] ", source.N), "    ", describe(source)))
		}
	}
	if len(a.Suggestions) > 0 {
		b.WriteString("\n" + s.lines(faint, "", "", "Ask next"))
		for i, suggestion := range a.Suggestions {
			b.WriteString(s.lines(normal, fmt.Sprintf("  %d ", i+1), "    ", suggestion))
		}
	}
	return b.String()
}

// marks returns the citations of a statement: " [1, line 4] [2, lines 5–6]".
func marks(statement answers.Statement) string {
	var b strings.Builder
	for _, c := range statement.Citations {
		fmt.Fprintf(&b, " [%d, %s]", c.Source, c.Place())
	}
	return b.String()
}

// describe returns a source in one line: title, publisher, date and how the
// date is known, address.
func describe(source answers.Source) string {
	date := source.Published
	switch {
	case date == "":
		date = "date unknown"
	case source.PublishedBasis == string(corpus.Inferred):
		date += " (date inferred)"
		if source.PublishedFrom != "" {
			date = source.Published + " (date inferred: " + source.PublishedFrom + ")"
		}
	case source.PublishedBasis == string(corpus.Address):
		date += " (date from its address)"
	}
	text := fmt.Sprintf("%s. %s, %s.", source.Title, source.Publisher, date)
	if source.URL != "" {
		text += " " + source.URL
	}
	return text
}

// trace returns how an answer came about.
func (s Style) trace(t *answers.Trace) string {
	var b strings.Builder
	for _, line := range t.Lines() {
		indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
		b.WriteString(s.lines(faint, indent, indent+"  ", strings.TrimLeft(line, " ")))
	}
	return b.String()
}

// note returns a word of the program itself.
func (s Style) note(text string) string { return s.lines(faint, "", "", text) }

// lines lays a text out in lines that start with first and then with rest, and
// end in a line break. Nothing in the text can steer the terminal.
func (s Style) lines(p paint, first, rest, text string) string {
	var b strings.Builder
	indent := first
	for line := range strings.Lines(Printable(strings.TrimRight(text, "\n")) + "\n") {
		for _, piece := range wrap(strings.TrimSuffix(line, "\n"), s.Width-len(rest)) {
			if s.Colour && p != normal {
				piece = string(p) + piece + reset
			}
			b.WriteString(indent + piece + "\n")
			indent = rest
		}
	}
	return b.String()
}
