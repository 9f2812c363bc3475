package language

import (
	"bytes"
	"strings"
)

// misspelt tells whether a chat spelling is a word written wrongly ("contry"), rather than
// a short form or slang ("u", "gonna").
func misspelt(word string, to []string) bool {
	return len(to) == 1 && len(word) >= 3 && letters(word) && !strings.Contains(word, "'") && word[0] == to[0][0] && distance(word, to[0], 1) <= 1
}

// Misspelt tells whether a word is in the lexicon only for how people misspell: it belongs
// to a group and is no English.
func (l *Lexicon) Misspelt(word string) bool {
	return len(word) >= 5 && letters(word) && !l.isEnglish(word) && len(l.concepts[l.Stem(word)]) > 0 && l.NearEnglish(word)
}

// NearEnglish tells whether a word that is no English may be a slip for one that is: one
// letter away, two in a long word, the first in its place.
func (l *Lexicon) NearEnglish(word string) bool {
	if len(word) < 4 || !letters(word) {
		return false
	}
	limit := 1
	if len(word) >= 9 {
		limit = 2
	}
	at := bytes.Index(l.english, []byte{'\n', word[0]})
	for at >= 0 && at+1 < len(l.english) && l.english[at+1] == word[0] {
		line := l.english[at+1:]
		end := bytes.IndexByte(line, '\n')
		if end < 0 {
			end = len(line)
		}
		if n := end - len(word); n <= limit && -n <= limit && end > 2 && distance(word, string(line[:end]), limit) <= limit {
			return true
		}
		at += 1 + end
	}
	return false
}

// settle reads chat spellings of several words once more, for those that stand there only
// when each word by itself is put right: "mcuh dose".
func (l *Lexicon) settle(tokens []Token, names Names) []Token {
	for i := 0; i < len(tokens); i++ {
		n, to := l.expandRun(tokens[i:], names)
		if n == 0 || !rewritten(tokens[i:i+n]) {
			continue
		}
		whole := tokens[i]
		whole.End = tokens[i+n-1].End
		tokens = append(tokens[:i:i], append(l.respelled(whole, to), tokens[i+n:]...)...)
		i += len(to) - 1
	}
	return tokens
}

// muchAsMany reads "how much boats were lost" as "how many".
func (l *Lexicon) muchAsMany(tokens []Token, names Names) {
	for i := 0; i+2 < len(tokens); i++ {
		if tokens[i].Word == "how" && tokens[i+1].Word == "much" && l.countable(tokens[i+2]) && !(names != nil && names.HasWord(tokens[i+2].Word)) && (i+3 == len(tokens) || l.In(tokens[i+3], "be-word")) {
			tokens[i+1].Word, tokens[i+1].Stem = "many", l.Stem("many")
		}
	}
}

// countable tells whether a word is the plural of something that is counted, and not money
// or what stands for it.
func (l *Lexicon) countable(t Token) bool {
	one, plural := strings.CutSuffix(t.Word, "s")
	return plural && len(one) > 3 && !strings.HasSuffix(one, "s") && (l.isEnglish(one) || strings.HasSuffix(one, "ie")) && !l.Ignorable(t.Word) && !l.In(t, "mass-word") && !l.In(t, "money") && l.Unit(t.Word) == ""
}

// rewritten tells whether any of the words is not read as it was written.
func rewritten(tokens []Token) bool {
	for _, t := range tokens {
		if t.Repaired || !strings.EqualFold(t.Text, t.Word) {
			return true
		}
	}
	return false
}
