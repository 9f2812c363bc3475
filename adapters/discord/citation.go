package discord

import (
	"fmt"
	"slices"
	"strings"

	"allegedly/answers"
)

// sources returns the sources, one a line, with the lines that are cited.
func (v view) sources() string {
	var lines []string
	for _, s := range v.answer.Sources {
		lines = append(lines, fmt.Sprintf("[%d] %s%s", s.N, reference(s), at(v.answer, s.N)))
	}
	return strings.Join(lines, "\n")
}

// reference returns title, publisher and date of a source, the title linked.
func reference(s answers.Source) string {
	text := link(s.Title, s.URL) + ", " + escape(s.Publisher)
	if s.Published == "" {
		return text + ", no date"
	}
	text += ", " + escape(s.Published)
	if basis := bases[s.PublishedBasis]; basis != "" {
		if s.PublishedFrom != "" {
			basis += ": " + escape(s.PublishedFrom)
		}
		text += " (" + basis + ")"
	}
	return text
}

// bases say how the date of a source is known, where the source does not state it.
var bases = map[string]string{
	"inferred": "date inferred",
	"address":  "date from its web address",
	"unknown":  "date uncertain",
}

// at returns where in source n the answer finds what it says: ", lines 3, 5–7".
func at(a answers.Answer, n int) string {
	place := answers.Citation{Lines: citedLines(a, n)}.Place()
	if place == "" {
		return ""
	}
	return ", " + place
}

// citedLines returns the lines of source n that the answer cites, sorted.
func citedLines(a answers.Answer, n int) (lines []int) {
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
