package discord

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"allegedly/answers"
)

// sources returns the sources, one a line, with the lines that are cited.
func (v view) sources() string {
	var lines []string
	for _, s := range v.answer.Sources {
		lines = append(lines, fmt.Sprintf("[%d] %s%s", s.N, reference(s), at(citedLines(v.answer, s.N))))
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

// at returns the lines in words, runs joined: ", lines 3, 5–7".
func at(lines []int) string {
	if len(lines) == 0 {
		return ""
	}
	var runs []string
	for i := 0; i < len(lines); {
		j := i
		for j+1 < len(lines) && lines[j+1] == lines[j]+1 {
			j++
		}
		run := strconv.Itoa(lines[i])
		if j > i {
			run += "–" + strconv.Itoa(lines[j])
		}
		runs = append(runs, run)
		i = j + 1
	}
	if len(lines) == 1 {
		return ", line " + runs[0]
	}
	return ", lines " + strings.Join(runs, ", ")
}
