package repl

import (
	"strings"
	"unicode"
)

// Printable returns s with everything that could steer a terminal or disguise
// text replaced by U+FFFD: control characters (ESC above all, but not line
// breaks and tabs), C1 codes, invalid UTF-8 and bidirectional overrides.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return r
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(s, string(unicode.ReplacementChar)))
}
