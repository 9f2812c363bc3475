package editorial

import (
	"strings"

	"allegedly/answers/language"
)

// Sentences cuts a line of an article into sentences. A full stop within a
// number, an initial or an abbreviation ends none.
func (w *Words) Sentences(line string) []string {
	var out []string
	start := 0
	runes := []rune(line)
	for i, r := range runes {
		if r != '.' && r != '!' && r != '?' {
			continue
		}
		end := i + 1
		for end < len(runes) && strings.ContainsRune("”’\"')]", runes[end]) {
			end++
		}
		if end < len(runes) && runes[end] != ' ' || r == '.' && w.abbreviated(string(runes[start:i])) {
			continue
		}
		if s := strings.TrimSpace(string(runes[start:end])); s != "" {
			out = append(out, s)
		}
		start = end
	}
	if s := strings.TrimSpace(string(runes[start:])); s != "" {
		out = append(out, s)
	}
	return out
}

// abbreviated tells whether the last word before a full stop is an initial or
// an abbreviation: "J.", "U.N.", "Mr.".
func (w *Words) abbreviated(before string) bool {
	word := before[strings.LastIndexByte(before, ' ')+1:]
	return len([]rune(word)) == 1 || strings.Contains(word, ".") || len(w.List("abbreviation").Find(language.Split(word))) > 0
}
