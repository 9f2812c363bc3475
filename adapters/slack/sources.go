package slack

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"allegedly/answers"
)

// sourceLines returns a numbered line for each source: title (as a link where
// the report has an address), publisher and date.
func sourceLines(sources []answers.Source) []string {
	var lines []string
	for _, s := range sources {
		lines = append(lines, fmt.Sprintf("[%d] %s · %s · %s", s.N, link(s.URL, sourceTitle(s)), escape(oneLine(s.Publisher)), sourceDate(s)))
	}
	return lines
}

// renderSources returns the sources of an answer in full: with the lines of each
// report that the answer rests on.
func renderSources(a answers.Answer) message {
	var lines []string
	for i, line := range sourceLines(a.Sources) {
		if cited := citedLines(a, a.Sources[i].N); len(cited) > 0 {
			line += " · " + answers.Citation{Lines: cited}.Place()
		}
		lines = append(lines, line)
	}
	m := message{blocks: sections(lines), text: strings.Join(lines, "\n")}
	for size(m.blocks) > maxTotal { // some 40 reports; the answer itself names them all
		lines = lines[:len(lines)-1]
		m.blocks = sections(append(lines, "…"))
	}
	m.text = shorten(m.text, maxText)
	return m
}

// renderWhy returns how the answer came about, and says so if it differs from the
// one that was given. A trace too long for one message loses its later lines,
// never the decision at its end.
func renderWhy(a answers.Answer, differs bool) message {
	lines := a.Trace.Lines()
	if len(lines) == 0 {
		lines = []string{"No trace was kept of this answer."}
	}
	if differs {
		lines = slices.Insert(lines, 0, onItsOwn)
	}
	var escaped []string
	for _, line := range lines {
		escaped = append(escaped, wrap(line, maxSectionText-maxHeaderText)...)
	}
	blocks := sections(escaped)
	for size(blocks) > maxTotal && len(escaped) > 1 {
		escaped = slices.Delete(escaped, len(escaped)-2, len(escaped)-1)
		blocks = sections(escaped)
	}
	return message{blocks: blocks, text: shorten(strings.Join(escaped, "\n"), adviseText)}
}

func sourceTitle(s answers.Source) string {
	if title := oneLine(s.Title); title != "" {
		return title
	}
	return s.Report
}

// sourceDate returns the date with its basis, where it is not simply stated.
func sourceDate(s answers.Source) string {
	switch {
	case s.Published == "":
		return "undated"
	case s.PublishedBasis == "" || s.PublishedBasis == "stated":
		return escape(s.Published)
	}
	basis := s.PublishedBasis
	if s.PublishedFrom != "" {
		basis += ": " + s.PublishedFrom
	}
	return escape(s.Published + " (" + basis + ")")
}

// citationMark returns what a statement rests on, as [1, lines 3–5; 2, line 9].
func citationMark(citations []answers.Citation) string {
	var marks []string
	for _, c := range citations {
		mark := strconv.Itoa(c.Source)
		if len(c.Lines) > 0 {
			mark += ", " + c.Place()
		}
		marks = append(marks, mark)
	}
	if len(marks) == 0 {
		return ""
	}
	return "[" + strings.Join(marks, "; ") + "]"
}

// citedLines returns the lines of source n that any statement cites, ascending.
func citedLines(a answers.Answer, n int) []int {
	var lines []int
	for _, s := range a.Statements {
		for _, c := range s.Citations {
			if c.Source == n {
				lines = append(lines, c.Lines...)
			}
		}
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}
