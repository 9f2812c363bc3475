package slack

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestUnmarked(t *testing.T) {
	for in, want := range map[string]string{
		"<@UBOT> who did it?":                           "who did it?",
		"hey <@UBOT>, who did it?":                      "hey , who did it?",
		"<@UBOT|allegedly>: how much &lt; 5 &amp; why?": "how much < 5 & why?",
		"ask <@U2> and <@U3|ann> in <#C1|general>":      "ask and ann in general",
		"see <https://x.example/a|the report>":          "see the report",
		"see <https://x.example/?a=1&amp;b=2>":          "see https://x.example/?a=1&b=2",
		"<mailto:a@b.example|a@b.example>":              "a@b.example",
		"<!here> *who* _did_ `it`?":                     "here who did it?",
		"the file_name and snake_case":                  "the file_name and snake_case",
		"~$600m?":                                       "~$600m?",
		"&amp;lt; stays":                                "&lt; stays",
		"two\n\nlines":                                  "two lines",
		"<@UBOT>":                                       "",
		"5 < 6 is fine":                                 "5 < 6 is fine",
	} {
		if got := unmarked(in, "UBOT"); got != want {
			t.Errorf("unmarked(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLink(t *testing.T) {
	for _, c := range [][3]string{
		{"https://x.example/?a=1&b=2", "A & B", "<https://x.example/?a=1&amp;b=2|A &amp; B>"},
		{"https://x.example/a|b>c", "a|b", "<https://x.example/a%7Cb%3Ec|a¦b>"},
		{"javascript:alert(1)", "<!here>", "&lt;!here&gt;"},
		{"", "plain", "plain"},
		{"/relative", "plain", "plain"},
	} {
		if got := link(c[0], c[1]); got != c[2] {
			t.Errorf("link(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func FuzzEscape(f *testing.F) {
	for _, s := range []string{"<!channel>", "@Here & @everyone", "<@U1|x>", "&lt;", "@@channel", "@\u2060here"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := escape(s)
		lower := strings.ToLower(got)
		if strings.ContainsAny(got, "<>") || strings.Contains(lower, "@here") && broadcast.MatchString(got) || broadcast.MatchString(got) {
			t.Errorf("escape(%q) = %q is live", s, got)
		}
		if back := unescaper.Replace(strings.ReplaceAll(got, wordJoiner, "")); back != strings.ReplaceAll(s, wordJoiner, "") {
			t.Errorf("escape(%q) = %q shows as %q", s, got, back)
		}
	})
}

func FuzzUnmarked(f *testing.F) {
	f.Add("<@UBOT> who &lt; *did* <https://x.example|it>?")
	f.Add("<<@UBOT>>")
	f.Fuzz(func(t *testing.T, s string) {
		if got := unmarked(s, "UBOT"); utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Errorf("unmarked(%q) = %q is not UTF-8", s, got)
		}
	})
}

func FuzzWrap(f *testing.F) {
	f.Add(strings.Repeat("&", 4_000), 3_000)
	f.Add("one two three", 5)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		if limit < 5*2*maxWord || limit > 10_000 {
			return
		}
		for _, line := range wrap(s, limit) {
			if length(line) > limit {
				t.Errorf("a line of %d characters, allowed are %d", length(line), limit)
			}
		}
	})
}
