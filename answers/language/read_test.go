package language

import (
	"slices"
	"strings"
	"testing"

	"allegedly/answers/data"
)

func lexicon(t testing.TB) *Lexicon {
	t.Helper()
	l, err := LoadLexicon(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// known are names for the reader to leave alone.
type known []string

func (k known) InName(word string) bool { return k.HasWord(word) }

func (k known) HasWord(word string) bool { return slices.Contains(k, word) }

func TestRead(t *testing.T) {
	l := lexicon(t)
	names := known{"lazarus", "ronin", "kimsuky", "kimin"}
	speller := NewSpeller(nil, slices.Values(names), l.Words)
	for _, test := range []struct{ name, in, want string }{
		{"plain", "Who said so?", "who said so"},
		{"a contraction", "they can't and won't", "they can not and will not"},
		{"a contraction and a possessive", "what's the mill's reply", "what is the mill reply"},
		{"an apostrophe set wrongly", "they did'nt, she is'nt", "they did not she is not"},
		{"a contraction mistyped", "it doens't say", "it does not say"},
		{"a chat spelling of two words", "w/o proof, used 2 be", "without proof used to be"},
		{"a number is no spelling", "they used 2 mills", "they used 2 mills"},
		{"a key and its value", "report:mill q:who", "report mill question who"},
		{"a short word drawn out", "sooo who", "so who"},
		{"a dropped g", "who is stealin", "who is stealing"},
		{"letters swapped", "who accuesd them", "who accused them"},
		{"a letter missing", "acording to whom", "according to whom"},
		{"a name is left alone", "ronin", "ronin"},
		{"a name mistyped", "lazarsu", "lazarus"},
		{"a stranger is left alone", "who is Bybit", "who is bybit"},
		{"a number is left alone", "571m", "571m"},
		{"initials that are a plain word", "what did the WHO say", "what did the w.h.o say"},
		{"a plain word in capitals", "THE WHO WHAT", "the who what"},
		{"letters drawn out", "heyyy whoooo", "hey who"},
		{"one of a pair missing", "folow", "follow"},
		{"neighbours swapped in a plain word", "tlaking", "talking"},
		{"a letter missing in a plain word", "what probem", "what problem"},
		{"a letter too many in a plain word", "was it spaared", "was it spared"},
		{"a month mistyped", "was it said in Febuary or in Setember", "was it said in february or in september"},
		{"a small stranger near a plain word", "binance", "binance"},
		{"a name like a dropped g", "lazarus kimin", "lazarus kimin"},
	} {
		t.Run(strings.ReplaceAll(test.name, " ", "-"), func(t *testing.T) {
			var words []string
			for _, token := range l.Read(test.in, func() *Speller { return speller }, names) {
				words = append(words, token.Word)
			}
			if got := strings.Join(words, " "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// A denial must stay one: polarity survives reading, in any spelling.
func TestPolarityStays(t *testing.T) {
	l := lexicon(t)
	for in, word := range map[string]string{"they did not do it": "not", "they didn't do it": "not", "they never did": "never", "who denied it": "denied", "no one said so": "no", "nobody said so": "nobody"} {
		var words []string
		for _, token := range l.Read(in, nil, nil) {
			words = append(words, token.Word)
		}
		if !slices.Contains(words, word) {
			t.Errorf("%q is read as %q: %q is gone", in, words, word)
		}
		if l.Ignorable(word) && len(l.Concepts(word, Stem(word))) == 0 {
			t.Errorf("%q carries nothing, by the lexicon", word)
		}
	}
}

func TestRepair(t *testing.T) {
	speller := NewSpeller(nil, slices.Values([]string{"chainalysis", "bithumb"}), slices.Values([]string{"hackers", "cause", "clause", "stolen", "form", "from", "hollow", "holbow"}))
	for word, want := range map[string]string{
		"bithmub": "bithumb", "chainalisis": "chainalysis", "chainalysys": "chainalysis", "hakcers": "hackers", "stoln": "stolen",
		"xhainalysis": "", // not in its first letter
		"dithumb":     "",
		"cuase":       "cause",
		"caluse":      "clause", // letters are swapped more often than added
		"holkow":      "",       // either of two
		"frm":         "",       // too short to tell
		"bit":         "",
		"b1thumb":     "",
		"":            "",
	} {
		got, ok := speller.Repair(word)
		if ok != (want != "") || ok && got != want {
			t.Errorf("Repair(%q) = %q, %v, want %q", word, got, ok, want)
		}
	}
}

// A run of words is read as chats spell it even where its words are mistyped themselves.
func TestSettle(t *testing.T) {
	l := lexicon(t)
	for in, want := range map[string]string{"how mcuh dose it cost": "how much does it cost", "were does it come form": "where does it come from", "a dose of it": "a dose of it"} {
		var words []string
		for _, token := range l.Read(in, nil, nil) {
			words = append(words, token.Word)
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%q is read as %q, want %q", in, got, want)
		}
	}
}

func TestNearEnglish(t *testing.T) {
	l := lexicon(t)
	for word, want := range map[string]bool{"reech": true, "infiltarte": true, "mtgox": false, "bitfinex": false, "zzz": false} {
		if got := l.NearEnglish(word); got != want {
			t.Errorf("NearEnglish(%q) = %v, want %v", word, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{{"ab", "ab", 0}, {"ab", "ba", 1}, {"ab", "abc", 1}, {"abc", "ac", 1}, {"abc", "axc", 1}, {"abcd", "badc", 2}, {"kitten", "sitting", 3}, {"", "abc", 3}} {
		for _, limit := range []int{1, 2, 3} {
			got := distance(test.a, test.b, limit)
			if test.want <= limit && got != test.want || test.want > limit && got <= limit {
				t.Errorf("distance(%q, %q, %d) = %d, want %d", test.a, test.b, limit, got, test.want)
			}
		}
	}
}
