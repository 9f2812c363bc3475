package corpus

import "allegedly/answers/language"

// reversed finds a name of two words that stands the other way round, as those write who
// put the noun first ("the House White"): both with capitals, so that no chance meeting of
// two words is taken for it.
func (l *Linker) reversed(m *Mention, tokens []language.Token, i int) {
	if i+1 >= len(tokens) || !tokens[i].Caps || !tokens[i+1].Caps || tokens[i].Upper && tokens[i+1].Upper || tokens[i+1].Start-tokens[i].End != 1 {
		return
	}
	for _, a := range l.aliases[tokens[i+1].Word] {
		if len(a.words) == 2 && a.words[1] == tokens[i].Word && a.report == "" {
			m.To = i + 2
			m.include(a)
		}
	}
}
