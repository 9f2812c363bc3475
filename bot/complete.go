package bot

import (
	"slices"
	"strings"
)

// complete returns up to n of the questions and names that continue prefix:
// questions that start with it, then names that start with it, then questions
// in which each of its words starts a word. Case and extra spaces do not matter.
func complete(questions, names []string, prefix string, n int) []string {
	typed := strings.Fields(strings.ToLower(prefix))
	start := strings.Join(typed, " ")
	var found []string
	add := func(candidates []string, fits func(candidate string) bool) {
		for _, c := range candidates {
			if len(found) >= n {
				return
			}
			if fits(strings.ToLower(c)) && !slices.Contains(found, c) {
				found = append(found, c)
			}
		}
	}
	continues := func(c string) bool { return strings.HasPrefix(c, start) }
	add(questions, continues)
	if start == "" {
		return found // names alone are nothing to start with
	}
	add(names, continues)
	add(questions, func(c string) bool {
		words := strings.FieldsFunc(c, func(r rune) bool { return strings.ContainsRune(" '’\"“”(),.?!", r) })
		for _, want := range typed {
			if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, want) }) {
				return false
			}
		}
		return true
	})
	return found
}
