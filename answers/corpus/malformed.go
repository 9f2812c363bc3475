package corpus

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// malformed tells where a text stops being YAML, and what to do about it as far
// as the line tells. The library's own places are those of the group that a
// defect stands in, and its words are for programmers.
func malformed(content []byte) (line, column int, advice string) {
	lines := bytes.SplitAfter(content, []byte("\n"))
	first := firstBad(lines)
	const reach = 10 // lines that one bracketed list may take
	for n := first; n <= min(first+reach, len(lines)); n++ {
		if column, advice := wrongIn(strings.TrimRight(string(lines[n-1]), "\r\n ")); advice != "" {
			return n, column, advice
		}
		if !bytes.ContainsAny(lines[first-1], "[{") {
			break
		}
	}
	text := strings.TrimRight(string(lines[first-1]), "\r\n")
	column = len(text) - len(strings.TrimLeft(text, " ")) + 1
	if opened := strings.IndexAny(text, "[{"); opened >= 0 {
		return first, columnAt(text, opened), fmt.Sprintf("the %q that opens here is not closed, or closed by another bracket", text[opened])
	}
	return first, column, "this line does not fit what stands above it; the fields of one group begin in one column, and a text that goes on in a second line is indented deeper than its field"
}

// firstBad returns the line, counted from 1, with which the text stops being YAML
// for good: what stands before it can be parsed, and no longer part can.
func firstBad(lines [][]byte) int {
	parses := func(n int) bool {
		return yaml.Unmarshal(bytes.Join(lines[:n], nil), new(yaml.Node)) == nil
	}
	const (
		reach = 12 // lines that a bracket or quotation mark may stay open
		most  = 4  // such groups that are looked past
	)
	good, bad := 0, len(lines)
	for range most {
		high := bad
		for good+1 < high {
			if middle := (good + high) / 2; parses(middle) {
				good = middle
			} else {
				high = middle
			}
		}
		further := 0
		for n := high + 1; n <= min(high+reach, len(lines)-1) && further == 0; n++ {
			if parses(n) {
				further = n // the group was only open
			}
		}
		if further == 0 {
			return max(high, 1)
		}
		good = further
	}
	return good + 1
}

var (
	fieldStart = regexp.MustCompile(`^\s*(?:- +)*(?:[A-Za-z_][A-Za-z0-9_]*:(?: +|$))?`)
	itemField  = regexp.MustCompile(`^\s*[A-Za-z_][A-Za-z0-9_]*: +`)
)

// wrongIn tells what is wrong in a line on its own; "" when nothing shows.
func wrongIn(line string) (column int, advice string) {
	if tab := strings.IndexByte(line, '\t'); tab >= 0 && strings.TrimLeft(line[:tab], " -") == "" {
		return columnAt(line, tab), "indent with spaces; YAML takes no tabs"
	}
	start := len(fieldStart.FindString(line))
	value := line[start:]
	switch {
	case value == "" || value[0] == '#':
		return 0, ""
	case value[0] == '{' || value[0] == '[':
		at, advice := wrongInside(value)
		return columnAt(line, start+at), advice
	}
	return columnAt(line, start), wrongValue(value)
}

// wrongInside looks through a bracketed group, item by item.
func wrongInside(group string) (at int, advice string) {
	const brackets = "between brackets a comma, a colon or another bracket needs quotation marks around its value: text: \"about 4,300 tonnes\""
	from := 0 // where the item begins
	var mark byte
	for i := 0; i <= len(group); i++ {
		end := i == len(group)
		switch {
		case !end && mark != 0:
			if group[i] == '\\' && mark == '"' {
				i++
			} else if group[i] == mark {
				mark = 0
			}
			continue
		case !end && (group[i] == '"' || group[i] == '\'') && strings.TrimSpace(itemField.ReplaceAllString(group[from:i], "")) == "":
			mark = group[i]
			continue
		case !end && !strings.ContainsRune(",[]{}", rune(group[i])):
			continue
		}
		item := group[from:i]
		start := len(itemField.FindString(item))
		start += len(item[start:]) - len(strings.TrimLeft(item[start:], " "))
		if value := strings.TrimRight(item[start:], " "); value != "" {
			if !end && (group[i] == '[' || group[i] == '{') {
				return from + start, brackets
			}
			if advice := wrongValue(value); advice != "" {
				return from + start, advice
			}
		}
		from = i + 1
	}
	return 0, ""
}

// wrongValue tells what is wrong with a single value; "" when nothing shows.
func wrongValue(value string) string {
	switch mark := value[0]; {
	case mark == '"' || mark == '\'':
		end := closing(value)
		if end < 0 {
			return fmt.Sprintf("the quotation mark %c that opens here is not closed", mark)
		}
		rest := strings.TrimSpace(value[end+1:])
		switch {
		case rest == "" || strings.HasPrefix(rest, "#"):
			return ""
		case mark == '\'':
			return "within single marks an apostrophe is written twice: 'the union''s figure'"
		}
		return "YAML takes these quotation marks for its own; put the whole value into single marks: '\"a fairy tale\", and more'"
	case strings.ContainsRune("@`%*&!|>", rune(mark)):
		return fmt.Sprintf("put quotation marks around the value; none can begin with %c", mark)
	case strings.HasPrefix(value, "- "):
		return "a list begins on a line of its own, below its field"
	case strings.Contains(value, ": ") || strings.HasSuffix(value, ":"):
		return "put quotation marks around the value; a colon with a space behind it begins a new field"
	}
	return ""
}

// closing returns where the mark that opens a value is closed; -1 if nowhere.
func closing(value string) int {
	mark := value[0]
	for i := 1; i < len(value); i++ {
		switch {
		case mark == '"' && value[i] == '\\', mark == '\'' && strings.HasPrefix(value[i:], "''"):
			i++
		case value[i] == mark:
			return i
		}
	}
	return -1
}

// columnAt returns the column, in characters from 1, of a byte of a line.
func columnAt(line string, at int) int {
	return utf8.RuneCountInString(line[:at]) + 1
}

// cutByComma finds the values of bracketed groups that a comma without a space
// behind it cut in two, as in {text: about 4,300 tonnes} and [4,300 tonnes].
func cutByComma(file string, root *yaml.Node) Findings {
	var found Findings
	var walk func(node *yaml.Node)
	walk = func(node *yaml.Node) {
		for i, child := range node.Content {
			walk(child)
			if i == 0 || node.Style&yaml.FlowStyle == 0 || node.Kind == yaml.MappingNode && i%2 == 1 {
				continue
			}
			before := node.Content[i-1]
			if !plainScalar(before) || !plainScalar(child) || child.Line != before.Line || !thousands(before.Value, child.Value) ||
				child.Column != before.Column+utf8.RuneCountInString(before.Value)+1 {
				continue
			}
			found = append(found, Finding{File: file, Line: before.Line, Column: before.Column, Severity: Error, Rule: "yaml",
				Message: fmt.Sprintf("the comma ends this value; put quotation marks around it: \"%s,%s\"", before.Value, child.Value)})
		}
	}
	walk(root)
	return found
}

func plainScalar(node *yaml.Node) bool { return node.Kind == yaml.ScalarNode && node.Style == 0 }

// thousandsGroup is the first group of digits behind a comma in a number.
var thousandsGroup = regexp.MustCompile(`^\d{3}(?:\D|$)`)

// thousands tells whether a comma between the two parts stood within a number.
// Two numbers alone may be a list of lines.
func thousands(before, after string) bool {
	alone := strings.Trim(before+after, "0123456789") == ""
	return !alone && before != "" && digit(before[len(before)-1]) && thousandsGroup.MatchString(after)
}
