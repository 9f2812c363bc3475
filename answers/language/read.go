package language

import (
	"slices"
	"strings"
)

// Names is what typing repair must know about names: which words occur in
// them. A word of a name is never repaired, and may be what a typo meant.
type Names interface {
	// HasWord tells whether the folded word occurs in a name or in the corpus.
	HasWord(word string) bool
	// InName tells whether the folded word occurs in a name.
	InName(word string) bool
}

// Read splits an utterance into tokens, resolves chat spellings and
// contractions, and repairs typing errors with the speller, which is asked for
// only when it is needed. speller and names may be nil.
func (l *Lexicon) Read(utterance string, speller func() *Speller, names Names) []Token {
	clean := Clean(utterance)
	raw := split(clean)
	capitals := 0
	for _, token := range raw {
		if token.Caps || token.Number {
			capitals++
		}
	}
	tokens := make([]Token, 0, len(raw)+4)
	for i := 0; i < len(raw); i++ {
		token := raw[i]
		if n, to := l.expandRun(raw[i:], names); n > 0 {
			whole := token
			whole.End = raw[i+n-1].End
			whole.Text = clean[whole.Start:whole.End]
			tokens = append(tokens, l.respelled(whole, to)...)
			i += n - 1
			continue
		}
		if to := l.expanded(token); to != nil && !(names != nil && (token.Upper || l.isEnglish(token.Word)) && names.HasWord(token.Word)) {
			token.Slip = misspelt(token.Word, to)
			tokens = append(tokens, l.respelled(token, to)...)
			continue
		}
		named := names != nil && names.HasWord(token.Word)
		if token.Upper && !named && i > 0 && raw[i-1].Text == "the" && l.Ignorable(token.Word) {
			token.Word = strings.Join(strings.Split(token.Word, ""), ".") // "the WHO" is nobody's who
			token.Stem = token.Word
			tokens = append(tokens, token)
			continue
		}
		if !named && strings.HasSuffix(token.Word, "in") && !l.Knows(token.Word) && (l.Knows(token.Word+"g") || l.isEnglish(strings.TrimSuffix(token.Word, "in"))) {
			token.Word, token.Repaired = token.Word+"g", true // "stealin"
		}
		if speller != nil && !token.Number && !l.Knows(token.Word) && !named {
			asName := i > 0 && token.Caps && !token.Upper && 2*capitals < len(raw)                                                             // written as a name is: it may be one that nobody entered
			if word, ok := speller().Repair(token.Word); ok && !(asName && names != nil && !names.InName(word) && l.units.Months[word] == 0) { // months are written as names are
				token.Word, token.Repaired = word, true
			} else if word := l.plainSlip(token.Word); word != "" && !asName {
				token.Word, token.Repaired = word, true
			}
		}
		if to := l.expandToken(token.Word); token.Repaired && to != nil { // "doens't"
			tokens = append(tokens, l.respelled(token, to)...)
			continue
		}
		token.Stem = l.Stem(token.Word)
		tokens = append(tokens, token)
	}
	tokens = l.settle(tokens, names)
	l.muchAsMany(tokens, names)
	return tokens
}

// plainSlip returns the plain English word that somebody wrote with letters drawn
// out ("heyyy"), two neighbours swapped ("tlaking") or one of a pair missing
// ("folow"); empty when there is none. Other slips may hide a name.
func (l *Lexicon) plainSlip(word string) string {
	if !letters(word) {
		return ""
	}
	for _, keep := range []int{2, 1} {
		if short := squeeze(word, keep); short != word && len(short) > 1 && l.Knows(short) {
			return short
		}
	}
	if n := len(word); n > 3 && word[n-1] == word[n-2] && l.Knows(word[:n-1]) {
		return word[:n-1] // "heyy"
	}
	if len(word) < 5 {
		return ""
	}
	for i := range len(word) - 1 {
		if swapped := word[:i] + word[i+1:i+2] + word[i:i+1] + word[i+2:]; swapped != word && l.isEnglish(swapped) {
			return swapped
		}
		if doubled := word[:i+1] + word[i:]; l.isEnglish(doubled) {
			return doubled
		}
	}
	return l.oneLetter(word)
}

// oneLetter returns the one plain English word that a longer word lacks a letter of ("probem"), or else has one too
// many for ("spaared"); empty when there is none, or more than one.
func (l *Lexicon) oneLetter(word string) string {
	if len(word) < 6 {
		return ""
	}
	var found []string
	try := func(other string) {
		if l.isEnglish(other) && !slices.ContainsFunc(found, func(o string) bool { return Stem(o) == Stem(other) }) {
			found = append(found, other)
		}
	}
	for i := range len(word) + 1 {
		for letter := 'a'; letter <= 'z'; letter++ {
			try(word[:i] + string(letter) + word[i:])
		}
	}
	for i := 0; i < len(word) && len(found) == 0; i++ {
		try(word[:i] + word[i+1:])
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// squeeze shortens every run of three letters or more to so many.
func squeeze(word string, keep int) string {
	var out []byte
	for i := 0; i < len(word); {
		j := i
		for j < len(word) && word[j] == word[i] {
			j++
		}
		n := j - i
		if n > 2 {
			n = keep
		}
		out = append(out, word[i:i+n]...)
		i = j
	}
	return string(out)
}

// Knows tells whether the folded word is plain English to the lexicon, in this
// or another inflection.
func (l *Lexicon) Knows(word string) bool {
	if l.known[word] || len(word) < 3 {
		return true
	}
	if _, ok := l.concepts[l.Stem(word)]; ok {
		return true
	}
	return l.isEnglish(word)
}

// Common tells whether the folded word is one that the lexicon itself uses, and
// not merely in the list of plain English words.
func (l *Lexicon) Common(word string) bool {
	if l.known[word] || len(word) < 3 {
		return true
	}
	_, ok := l.concepts[l.Stem(word)]
	return ok
}

// Words calls yield for every word of the lexicon, in no particular order.
func (l *Lexicon) Words(yield func(string) bool) {
	for word := range l.known {
		if !yield(word) {
			return
		}
	}
	for month := range l.units.Months {
		if len(month) > len("june") && !yield(month) { // of short ones and "sept" too much is one slip away
			return
		}
	}
}
