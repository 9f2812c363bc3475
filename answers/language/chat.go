package language

import (
	"cmp"
	"slices"
	"strings"
)

// A chatRun is a chat spelling of several words, and what it stands for.
type chatRun struct{ words, to []string }

// learnChat takes up chat spellings and what they stand for.
func (l *Lexicon) learnChat(expand map[string]string) {
	for word, meaning := range expand {
		if run := foldAll(word); len(run) > 1 {
			l.runs[run[0]] = append(l.runs[run[0]], chatRun{run, foldAll(meaning)})
		} else {
			l.expand[strings.ToLower(word)] = foldAll(meaning)
		}
		l.learn(meaning)
	}
	for _, runs := range l.runs { // the longest first, and always in the same order
		slices.SortFunc(runs, func(a, b chatRun) int {
			return cmp.Or(len(b.words)-len(a.words), slices.Compare(a.words, b.words))
		})
	}
}

// expanded returns the standard words for a token as it was written: "what's" is "what
// is", of which the folded word has no more than "what".
func (l *Lexicon) expanded(token Token) []string {
	if written := strings.ToLower(strings.ReplaceAll(token.Text, "’", "'")); strings.HasSuffix(written, "'s") && l.expand[written] != nil {
		return l.expand[written]
	}
	return l.expandToken(token.Word)
}

// expandToken returns the standard words for a chat spelling or a contraction,
// or nil when the word stands for itself.
func (l *Lexicon) expandToken(word string) []string {
	if to, ok := l.expand[word]; ok {
		return to
	}
	base, ok := strings.CutSuffix(word, "n't")
	if !ok {
		base, ok = strings.CutSuffix(word, "'nt") // "did'nt"
	}
	if ok && base != "" {
		switch base {
		case "ca":
			base = "can"
		case "wo":
			base = "will"
		}
		if to := l.expand[base]; len(to) == 1 {
			base = to[0] // "dosn't"
		}
		return []string{base, "not"}
	}
	for _, ending := range []string{"'re", "'ve", "'ll", "'d", "'m"} {
		if base, ok := strings.CutSuffix(word, ending); ok && base != "" {
			return []string{base}
		}
	}
	return nil
}

// respelled returns the standard words that a token, or a run of tokens put into one, stands for.
func (l *Lexicon) respelled(token Token, to []string) []Token {
	out := make([]Token, len(to))
	for k, word := range to {
		out[k] = token
		out[k].Word, out[k].Stem, out[k].Number = word, l.Stem(word), word[0] >= '0' && word[0] <= '9'
	}
	return out
}

// expandRun returns how many tokens make up a chat spelling of several words, and what it
// stands for. What is written in capitals as a name is stays a name.
func (l *Lexicon) expandRun(tokens []Token, names Names) (int, []string) {
	for _, run := range l.runs[tokens[0].Word] {
		if matches(tokens, run.words, func(t Token) string { return t.Word }) && !(names != nil && tokens[0].Upper && names.HasWord(tokens[0].Word)) {
			return len(run.words), run.to
		}
	}
	return 0, nil
}
