package discord

import (
	"strings"
	"testing"
	"unicode/utf8"

	"allegedly/adapters/adaptertest"
)

func TestPlain(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Who  accuses\nVeridia?", "Who accuses Veridia?"},
		{"<@123> who <#9> said <t:1:R> it <:lantern:12>?", "who said it lantern ?"},
		{"**Who** said ~~that~~ `now`?", "Who said that now?"},
		{"see [the report](https://a.example/x) please", "see the report please"},
		{"a\u202eb\u200bc\x00d", "abc d"},
		{"100 < 200 and 3 * 4", "100 < 200 and 3 * 4"},
		{"\xff\xfe", ""},
	} {
		if got := plain(c.in, 100); got != c.want {
			t.Errorf("plain(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	if got := plain(strings.Repeat("word ", 200), 50); utf8.RuneCountInString(got) > 50 || strings.HasSuffix(got, "wor") {
		t.Errorf("cut badly: %q", got)
	}
}

func TestEscape(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain text, 40% of $1.5 million.", "plain text, 40% of $1.5 million."},
		{"*a* _b_", `\*a\* \_b\_`},
		{"1. one", `1\. one`},
		{"- item", `\- item`},
		{"@everyone", "@\u200beveryone"},
		{"<@1>", "\\<\u200b@\u200b1\\>"},
		{"https://a.example", "https:\u200b//a.example"},
	} {
		if got := escape(c.in); got != c.want {
			t.Errorf("escape(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// What a person asks survives being quoted and read back, and nothing in the
// quotation is live.
func FuzzQuote(f *testing.F) {
	f.Add(adaptertest.Hostile)
	f.Add(`a\b\\c \@ :// 12. - <`)
	f.Fuzz(func(t *testing.T, text string) {
		text = plain(text, maxQuestion)
		if utf8.RuneCountInString(text) > maxQuestion || !utf8.ValidString(text) || strings.ContainsAny(text, "\n\r\x00") {
			t.Errorf("plain returned %q", text)
		}
		if got := unescape(escape(text)); got != text {
			t.Errorf("%q came back as %q", text, got)
		}
		if problems := adaptertest.Pings([]string{escape(text)}); problems != nil {
			t.Error(problems)
		}
	})
}
