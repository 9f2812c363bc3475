package language

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"plain", "who said so?", "who said so?"},
		{"a mention", "<@U012AB> who?", "who?"},
		{"a channel", "in <#C01|general> who?", "in who?"},
		{"an emoji", "who <:thinking:1234> said :wave: so", "who said so"},
		{"markup", "<b>who</b> said", "who said"},
		{"a broadcast", "@everyone who", "who"},
		{"an address keeps its host", "see https://www.example.com/a?b=c now", "see example.com now"},
		{"entities, their length made up by blanks", "R&amp;D &lt;3 &#36;5", "R& D <3 $ 5"},
		{"broken UTF-8", "a\xffb", "a b"},
		{"control and invisible characters", "a\x00b\u200bc", "a b c"},
		{"not a mention", "a < b and c > d", "a < b and c > d"},
		{"a time is no emoji", "at 10:30:15", "at 10:30:15"},
	} {
		t.Run(strings.ReplaceAll(test.name, " ", "-"), func(t *testing.T) {
			clean := Clean(test.in)
			if got := strings.Join(strings.Fields(clean), " "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if len(clean) != len(test.in) {
				t.Errorf("%d bytes became %d: spans no longer fit", len(test.in), len(clean))
			}
		})
	}
}

func TestCleanBounds(t *testing.T) {
	for _, in := range []string{strings.Repeat("a", 3*MaxUtterance), strings.Repeat("é", 3*MaxUtterance), strings.Repeat("a", MaxUtterance-1) + "한국"} {
		if clean := Clean(in); len(clean) > MaxUtterance || !utf8.ValidString(clean) {
			t.Errorf("%d bytes are left, valid: %v", len(clean), utf8.ValidString(clean))
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Who": "who", "KCNA's": "kcna", "hackers'": "hackers", "U.N.": "un", "D.P.R.K": "dprk", "3.5": "3.5",
		"Luc’s": "luc", "Ｗｈｏ": "who", "Siobhán": "siobhan", "Großmühle": "grossmuhle", "Tıraş": "tiras", "Łódź": "lodz", "Sørensen": "sorensen", "ﬁgure": "figure", "": "",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSplit(t *testing.T) {
	for _, test := range []struct {
		in   string
		want []string
	}{
		{"What's 1,200.50 worth?", []string{"what", "1,200.50", "worth"}},
		{"$2bn (about €5)", []string{"$", "2bn", "about", "€", "5"}},
		{"7% or ½", []string{"7", "%", "or", "½"}},
		{"snake_case and mid-2021", []string{"snake", "case", "and", "mid", "2021"}},
		{"Seoul's spies", []string{"seoul", "spies"}},
		{"", nil},
		{"🤷 ?!", nil},
	} {
		var got []string
		for _, token := range Split(test.in) {
			got = append(got, token.Word)
			if test.in[token.Start:token.End] != token.Text {
				t.Errorf("%q: the span of %q is %q", test.in, token.Text, test.in[token.Start:token.End])
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("Split(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestQuoted(t *testing.T) {
	for _, test := range []struct{ in, word string }{
		{`he said "nasty game" to them`, "nasty"}, {"he said “nasty game” to them", "game"}, {"> an old line\nand mine", "old"}, {"the 'nasty game' line", "nasty"},
	} {
		for _, token := range Split(test.in) {
			if inside := strings.Contains("nasty game an old line", token.Word) && token.Word != "a"; token.Quoted != inside && token.Word == test.word {
				t.Errorf("%q: %q is quoted: %v", test.in, token.Word, token.Quoted)
			}
			if (token.Word == "he" || token.Word == "them" || token.Word == "mine") && token.Quoted {
				t.Errorf("%q: %q is quoted", test.in, token.Word)
			}
		}
	}
}

func TestStemIrregular(t *testing.T) {
	for form, verb := range map[string]string{"stole": "steal", "stolen": "steal", "underpaid": "underpay", "broke": "break", "wrote": "writing", "kept": "keeps"} {
		if Stem(form) != Stem(verb) {
			t.Errorf("%q has the stem %q, %q has %q", form, Stem(form), verb, Stem(verb))
		}
	}
	for _, word := range []string{"won", "found", "led", "bit", "left"} { // units, nouns and other verbs
		if Irregular(word) {
			t.Errorf("%q is read as a form of another verb", word)
		}
	}
}

func TestStemWordsOfTheirOwn(t *testing.T) {
	for _, pair := range [][2]string{{"authorities", "author"}, {"authorised", "author"}, {"objective", "objected"},
		{"executives", "executed"}, {"several", "severe"}, {"responsible", "response"}, {"organised", "organ"}} {
		if Stem(pair[0]) == Stem(pair[1]) {
			t.Errorf("%q and %q have one stem, %q", pair[0], pair[1], Stem(pair[0]))
		}
	}
	for _, pair := range [][2]string{{"authorities", "authority"}, {"authorised", "authorizes"}, {"objectives", "objective"}, {"executives", "executive"}} {
		if Stem(pair[0]) != Stem(pair[1]) {
			t.Errorf("%q has the stem %q, %q has %q", pair[0], Stem(pair[0]), pair[1], Stem(pair[1]))
		}
	}
}
