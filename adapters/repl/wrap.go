package repl

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// narrowest is the width below which wrapping helps nobody.
const narrowest = 20

// wrap breaks a line at spaces into pieces of at most columns; a longer word,
// such as an address, stays whole. Leading spaces stay. Below narrowest the line
// is left as it is.
func wrap(line string, columns int) []string {
	if columns < narrowest || measure(line) <= columns {
		return []string{line}
	}
	var pieces []string
	piece := line[:len(line)-len(strings.TrimLeft(line, " "))]
	used, empty := measure(piece), true
	for word := range strings.FieldsSeq(line) {
		w := measure(word)
		if !empty && used+1+w > columns {
			pieces = append(pieces, piece)
			piece, used, empty = "", 0, true
		}
		if !empty {
			piece, used = piece+" ", used+1
		}
		piece, used, empty = piece+word, used+w, false
	}
	return append(pieces, piece)
}

// measure returns how many columns a terminal gives to s: two for East Asian
// wide characters and none for combining ones.
func measure(s string) (columns int) {
	for _, r := range s {
		switch kind := width.LookupRune(r).Kind(); {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case kind == width.EastAsianWide, kind == width.EastAsianFullwidth:
			columns += 2
		default:
			columns++
		}
	}
	return columns
}
