package corpus

import (
	"strings"

	"allegedly/answers/language"
)

// owning finds a name of several words whose apostrophe was not typed: "harbour watchs figure".
func (l *Linker) owning(m *Mention, tokens []language.Token, i int) {
	for _, a := range l.aliases[tokens[i].Word] {
		n := len(a.words)
		if n < 2 || n < m.To-i || a.needsCaps || len(tokens)-i < n {
			continue
		}
		if last, owner := strings.CutSuffix(tokens[i+n-1].Word, "s"); owner && last == a.words[n-1] && hasWords(tokens[i:], a.words[:n-1]) {
			if i+n > m.To {
				m.IDs, m.Reports = nil, nil
			}
			m.To = i + n
			m.include(a)
		}
	}
}

// slipped finds a name of several words of which one is mistyped.
func (l *Linker) slipped(m *Mention, tokens []language.Token, i int) {
	if i+1 >= len(tokens) {
		return
	}
	for _, list := range [][]alias{l.aliases[tokens[i].Word], l.seconds[tokens[i+1].Word]} {
		for _, a := range list {
			n := len(a.words)
			if n < 2 || n < m.To-i || a.needsCaps || len(tokens)-i < n {
				continue
			}
			slips := 0
			for k, word := range a.words {
				typed := tokens[i+k].Word
				if typed == word {
					continue
				}
				if original := language.Fold(tokens[i+k].Text); language.OneSlip(original, word) && !l.common(original) {
					slips++
				} else {
					slips = len(a.words)
				}
			}
			if slips == 1 {
				m.To = i + n
				m.include(a)
			}
		}
	}
}
