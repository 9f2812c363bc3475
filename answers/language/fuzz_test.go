package language

import (
	"testing"
	"unicode/utf8"
)

func seeds(f *testing.F) {
	for _, text := range []string{"How much does the FBI say was stolen?", "<@U1> $1.5bn &amp; ₩2tn", "\xff\x00\u202e", "1 Sept 2019, mid-2021, 7%", "u.n. can't won't", "https://www.a.b/c?d", "ﬁ ½ ①", "’’“”'\"", "__a__", "a&#x1F600;b", ">", "1,,.,2bn"} {
		f.Add(text)
	}
}

// Cleaning keeps every offset: the result is as long as what was read of the
// utterance, valid, and clean already.
func FuzzClean(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		clean := Clean(text)
		if len(text) <= MaxUtterance && len(clean) != len(text) || len(clean) > MaxUtterance {
			t.Errorf("%d bytes became %d", len(text), len(clean))
		}
		if !utf8.ValidString(clean) {
			t.Errorf("invalid UTF-8: %q", clean)
		}
	})
}

// Reading never fails, and every token, figure and date lies where it says.
func FuzzRead(f *testing.F) {
	seeds(f)
	l := lexicon(f)
	speller := NewSpeller(nil, l.Words)
	f.Fuzz(func(t *testing.T, text string) {
		tokens := l.Read(text, func() *Speller { return speller }, nil)
		clean, last := Clean(text), 0
		for _, token := range tokens {
			if token.Start < last-len(token.Text) || token.End > len(clean) || token.Start >= token.End {
				t.Fatalf("the token %q lies at [%d, %d) of %d", token.Text, token.Start, token.End, len(clean))
			}
			if clean[token.Start:token.End] != token.Text {
				t.Fatalf("the token %q (%q) stands at %q", token.Text, token.Word, clean[token.Start:token.End])
			}
			last = token.End
		}
		dates := l.Dates(tokens)
		end := 0
		for _, d := range dates {
			if d.From < end || d.To <= d.From || d.To > len(tokens) || d.Month > 12 || d.Day > 31 {
				t.Fatalf("the date %v lies at [%d, %d) of %d", d, d.From, d.To, len(tokens))
			}
			end = d.To
		}
		end = 0
		for _, g := range l.Figures(tokens, dates) {
			if g.From < end || g.To <= g.From || g.To > len(tokens) {
				t.Fatalf("the figure %v lies at [%d, %d) of %d", g.Value, g.From, g.To, len(tokens))
			}
			end = g.To
		}
		for i := range tokens {
			l.PhrasesAt(tokens, i)
		}
		l.Phrases(tokens)
	})
}
