package corpus

import (
	"strings"
	"testing"
)

// Verifying finds each way in which a report can be untrue to its text.
func TestVerifyFinds(t *testing.T) {
	tests := []struct {
		name     string
		old, new string // the change to the example report
		claim    string // where the finding is
		want     string // part of the finding
	}{
		{"nothing", "Mill", "Mill", "", ""},
		{"wrong figure", "about 40 tonnes", "about 14 tonnes", "1", `52:16: error: the cited lines do not have "about 14 tonnes" [text-figure]`},
		{"figure only printed", "of dye into the river to", "of dye into the river on 12 nights to", "1", `"12" [text-figure]`},
		{"figure of another line", "    lines: [5]\n    said", "    lines: [3]\n    said", "1", `"about 40 tonnes" [text-figure]`},
		{"figure begins another", "about 40 tonnes", "about 4 tonnes", "1", `"about 4 tonnes"`},
		{"converted out of thin air", "measures: total", "converted: $12 million, measures: total", "1", `"$12 million" [text-figure]`},
		{"year not there", "into the river to save", "into the river in 2030 to save", "1", "year 2030"},
		{"year is not stated", "happened: {date: \"2031-05\"", "happened: {date: \"2030-05\"", "2", "not have the year 2030"},
		{"stated words", "stated: on Monday", "stated: on Tuesday", "1", `do not say "on Tuesday" [text-date]`},
		{"misquoted", "an insult to every honest dyer", "an insult to each honest dyer", "3", `71:11: error: these words do not stand in the cited lines: "an insult to each honest dyer" [text-quotation]`},
		{"quotation of another line", "lines: [7]", "lines: [5]", "3", "[text-quotation]"},
		{"speaker not there", "by: harbour-office", "by: larn-courier", "1", "do not name the Larn Courier"},
		{"link not there", "    lines: [5]\n    said", "    via: [larn-courier]\n    lines: [5]\n    said", "1", "do not name the Larn Courier"},
		{"target not there", "targets: [larn-river]", "targets: [mill-owner]", "1", `53:15: error: the cited lines do not name the owner of the Orrin Mill by any name the entity "mill-owner" has; line 7 does: add it to "lines" [text-name]`},
		{"line beyond the end", "lines: [3]", "lines: [3, 99]", "2", "61:16: error: the text has no line 99; it ends with line 7 [text-line]"},
		{"blank line", "lines: [3]", "lines: [3, 4]", "2", "line 4 of the text is blank"},
		{"headline", "title: Mill blamed for blue river", "title: Mill blamed for green river", "", "3:8: error: the text has no such headline"},
		{"author", "accused: orrin-mill", "author: A. Quill\naccused: orrin-mill", "", "does not name this author"},
		{"hash", "sha256: ", "sha256: 0000000000000000000000000000000000000000000000000000000000000000 #", "", "15:11: error: this is not the text that the lines were counted in"},
		{"remark may compare", "who measured the dye, or how", "who measured the 40 tonnes, or how, in two sentences", "4", ""},
		{"remark may quote what it compares", "who measured the dye, or how", "who measured the \"about 40 tonnes\"", "4", ""},
		{"remark may not quote anew", "who measured the dye, or how", "who measured the \"roughly 40 tonnes\"", "4", "[text-quotation]"},
		{"remark with a year", "who measured the dye, or how", "who measured the dye in 2029, or how", "4", "year 2029"},
		{"remark may not invent", "who measured the dye, or how", "who measured the 50 tonnes", "4", `"50 tonnes"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if !strings.Contains(mill(t), test.old) {
				t.Fatalf("the example has no %q", test.old)
			}
			found := verifyMill(t, strings.NewReplacer(test.old, test.new).Replace(mill(t)))
			got := found[test.claim].Error()
			if test.want == "" && got != "" || !strings.Contains(got, test.want) {
				t.Errorf("claim %q: found %q, want %q", test.claim, got, test.want)
			}
			for claim, others := range found {
				if claim != test.claim && len(others) > 0 {
					t.Errorf("the change to claim %q is found at claim %q too: %v", test.claim, claim, others)
				}
			}
		})
	}
}

// verifyMill verifies a changed example against the guide's article, by claim.
// A report with an error is held to its text like any other.
func TestVerifyBroken(t *testing.T) {
	broken := strings.NewReplacer("by: harbour-office", "by: harbour-master", "who measured the dye, or how", "who measured the dye in 2029, or how").Replace(mill(t))
	file, _ := Decode(millFile, []byte(broken))
	c, found := Build([]*File{file})
	if len(found) == 0 {
		t.Fatal("the report has no error")
	}
	var all Findings
	for _, v := range NewVerifier(c, testLexicon(t)).Verify(file, []byte(block(t, string(readFormat(t)), "```text\n"))) {
		all = append(all, v.Found...)
	}
	if !strings.Contains(all.Error(), "year 2029") {
		t.Errorf("found %q, want the year that no line has", all.Error())
	}
}

func verifyMill(t *testing.T, report string) map[string]Findings {
	t.Helper()
	file, found := Decode(millFile, []byte(report))
	if len(found) > 0 {
		t.Fatal(found)
	}
	c, found := Build([]*File{file})
	if len(found) > 0 {
		t.Fatal(found)
	}
	out := map[string]Findings{}
	for _, v := range NewVerifier(c, testLexicon(t)).Verify(file, []byte(block(t, string(readFormat(t)), "```text\n"))) {
		out[v.Claim] = v.Found
	}
	if len(out) != 5 {
		t.Errorf("%d results, want one for the report and one for each of four claims", len(out))
	}
	return out
}

// A figure may be written as anybody usually writes it; a longer number is not
// a shorter one.
func TestPassage(t *testing.T) {
	a := newArticle(NewVerifier(nil, testLexicon(t)), []byte("\ufeffThe U.N. told us “at least $1.59 billion” went; 150 won’t do.\r\n\r\nOne-third, or $1.2bn — 7,000 men.\n"))
	if len(a.lines) != 3 {
		t.Fatalf("%d lines, want 3", len(a.lines))
	}
	p := a.passage(strings.Join(a.lines, "\n"))
	for words, want := range map[string]bool{
		`"at least $1.59 billion"`: true, "at least $1.59": true, "at least $1.5": false, "$1": false, "50 won't": false,
		"150 won't do": true, "one-third": true, "7,000": true, "7": false, "000 men": false, "": false,
	} {
		if got := p.says(words); got != want {
			t.Errorf("says(%q) = %v, want %v", words, got, want)
		}
	}
	for text, want := range map[string]bool{
		"$1,590 million": true, "1.59bn dollars": true, "$1.5 billion": false, "$1.2 billion": true, "1.2 billion euros": false, "a third": true, "33%": true, "7000": true,
	} {
		figures := ParseFigures(a.lexicon, text)
		if len(figures) != 1 {
			t.Fatalf("%q has %d figures", text, len(figures))
		}
		if got := p.has(figures[0]); got != want {
			t.Errorf("has(%q) = %v, want %v", text, got, want)
		}
	}
	for name, want := range map[string]bool{"UN": true, "US": false, "the U.N.": true, "men": true, "man": false} {
		if got := p.named(a.namesOf(&Entity{Name: name})); got != want {
			t.Errorf("names(%q) = %v, want %v", name, got, want)
		}
	}
}

func TestQuoted(t *testing.T) {
	got := quoted(`called it “a game” and "the  King's lie", not 'this' or "open`)
	if want := []string{"a game", "the king's lie"}; strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("quoted = %q, want %q", got, want)
	}
}

// FuzzVerify: any text may be verified against.
func FuzzVerify(f *testing.F) {
	lexicon := testLexicon(f)
	file, _ := Decode(millFile, []byte(mill(f)))
	c, _ := Build([]*File{file})
	verifier := NewVerifier(c, lexicon)
	f.Add("a\r\nb\n\n“c”")
	f.Fuzz(func(t *testing.T, text string) {
		if got := verifier.Verify(file, []byte(text)); len(got) != 5 {
			t.Fatalf("%d results", len(got))
		}
	})
}
