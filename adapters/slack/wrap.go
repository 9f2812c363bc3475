package slack

import "strings"

// maxWord bounds one unbroken word: escaped it is at most five times as long,
// which still fits a section.
const maxWord = 500

// wrap escapes text and breaks it, between words, into lines of at most limit
// characters. Text that fits is one line.
func wrap(text string, limit int) []string {
	if escaped := escape(text); length(escaped) <= limit {
		return []string{escaped}
	}
	var lines []string
	var line strings.Builder
	used := 0 // length of line
	for _, word := range words(text) {
		escaped := escape(word)
		n := length(escaped)
		switch {
		case used == 0:
		case used+1+n > limit:
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		default:
			line.WriteByte(' ')
			used++
		}
		line.WriteString(escaped)
		used += n
	}
	return append(lines, line.String())
}

// words splits text at blanks, and words that are too long for any line further.
func words(text string) []string {
	var all []string
	for _, word := range strings.Fields(text) {
		runes := []rune(word)
		for len(runes) > maxWord {
			all = append(all, string(runes[:maxWord]))
			runes = runes[maxWord:]
		}
		all = append(all, string(runes))
	}
	return all
}

// pack joins lines with line breaks into texts of at most limit characters each.
// A line longer than the limit is a text of its own.
func pack(lines []string, limit int) []string {
	var texts []string
	for _, line := range lines {
		last := len(texts) - 1
		if last >= 0 && length(texts[last])+1+length(line) <= limit {
			texts[last] += "\n" + line
		} else {
			texts = append(texts, line)
		}
	}
	return texts
}
