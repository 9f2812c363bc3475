package corpus

import "allegedly/answers/language"

// reversed finds a name of two words that stands the other way round, as those write who
// put the noun first ("the House White"): both with capitals, so that no chance meeting of
// two words is taken for it.
func (l *Linker) reversed(m *Mention, tokens []language.Token, i int) {
	if i+2 < len(tokens) && tokens[i+1].Word == "of" { // "the Council of Security", "the bridge of Ronin"
		l.turned(m, tokens[i+2].Word, tokens[i].Word, i, 3)
		return
	}
	if i+1 >= len(tokens) || !tokens[i].Caps || !tokens[i+1].Caps || tokens[i].Upper && tokens[i+1].Upper || tokens[i+1].Start-tokens[i].End != 1 {
		return
	}
	l.turned(m, tokens[i+1].Word, tokens[i].Word, i, 2)
}

// turned takes so many tokens for the name of two words, if there is one.
func (l *Linker) turned(m *Mention, first, second string, from, size int) {
	for _, a := range l.aliases[first] {
		if len(a.words) == 2 && a.words[1] == second && a.report == "" && (size == 2 || l.corpus.Entity(a.entity).Kind != Incident) { // "the largest theft of" whom is any
			m.To = from + size
			m.include(a)
		}
	}
}
