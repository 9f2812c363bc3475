package repl

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"allegedly/answers"
	"allegedly/answers/compose"
	"allegedly/bot"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// freedonia is an answer with every part, about nobody who exists.
func freedonia() answers.Answer {
	return answers.Answer{
		Outcome: answers.Answered,
		Intent:  "amount",
		Statements: []answers.Statement{
			{Role: compose.Lead, Text: "In May 2031, the Agency said that Freedonia took about 40 million marbles over two years, as reported by The Sylvanian.", Citations: []answers.Citation{{Source: 1, Lines: []int{4, 5}}}},
			{Role: compose.Denial, Text: "Freedonia's ministry denied it on 3 May 2031: the count is \"a fairy tale\", and it will not overlook such words.", Citations: []answers.Citation{{Source: 1, Lines: []int{9}}}},
			{Role: compose.Allegation, Text: "A second accuser, the League, counted at least 12 million.", Citations: []answers.Citation{{Source: 2, Lines: []int{7}}}},
			{Role: compose.Caveat, Text: "The two figures cover different years and are not added up."},
		},
		Sources: []answers.Source{
			{N: 1, Report: "marbles-2031", Title: "Marbles gone", Publisher: "The Sylvanian", Published: "2031-05", PublishedBasis: "inferred", URL: "https://sylvanian.example/marbles-and-a-very-long-address-that-no-line-can-hold-in-one-piece"},
			{N: 2, Report: "league", Title: "League counts", Publisher: "Gazette"},
		},
		Suggestions: []string{"Who is the Agency?", "What does Freedonia reply?"},
		Text:        "The whole answer as plain text.\nIn two lines.\n",
		Trace: &answers.Trace{
			Reading: "how much the Agency says Freedonia took", Rule: "amount",
			Words: []answers.TraceWord{{Text: "agency", As: "the Agency"}}, Decision: "One claim fits.",
		},
	}
}

// fake answers everything alike, and says in the question what it was asked.
type fake struct{ err error }

func (f fake) Handle(_ context.Context, m bot.Message) (bot.Reply, error) {
	if m.Command == bot.Reset {
		return bot.Reply{Kind: bot.Notice, Notice: "Forgotten."}, nil
	}
	a := freedonia()
	a.Question = fmt.Sprintf("%s %s stateless=%v", m.Command, m.Text, m.Stateless)
	if !m.Explain {
		a.Trace = nil
	}
	return bot.Reply{Answer: a}, f.err
}

func (fake) Complete(prefix string, n int) []string {
	return []string{"What does Freedonia reply?", "Who is the Agency?", "Freedonia", "Fredonia\x1b[2J", "the Agency"}
}
func (fake) Reports() []answers.Source { return nil }

func TestAnswerGolden(t *testing.T) {
	for name, style := range map[string]Style{
		"plain":  {},
		"wide":   {Width: 100},
		"narrow": {Width: 44},
		"colour": {Width: 80, Colour: true},
	} {
		t.Run(name, func(t *testing.T) {
			got := style.Answer(freedonia())
			path := filepath.Join("testdata", name+".golden")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// A label takes the place of the role's own words, once for denials in a row.
func TestLabel(t *testing.T) {
	a := freedonia()
	second := a.Statements[1]
	second.Text = "Freedonia's envoy called it nonsense."
	a.Statements = slices.Insert(a.Statements, 2, second)
	a.Suggestions = nil
	for _, test := range []struct{ first, second, want string }{
		{"", "", "The reply: |"},
		{"The denial by Freedonia:", "The denial by Freedonia:", "The denial by Freedonia: |"},
		{"The denial by Freedonia:", "", "The denial by Freedonia: |The reply: "},
		{"The denial by A:", "The denial by B:", "The denial by A: |The denial by B: "},
	} {
		a.Statements[1].Label, a.Statements[2].Label = test.first, test.second
		text := Style{Width: 1000}.Answer(a)
		first, second, _ := strings.Cut(test.want, "|")
		for want, statement := range map[string]string{first: a.Statements[1].Text, second: a.Statements[2].Text} {
			if !strings.Contains(text, "\n"+want+statement) {
				t.Errorf("with %q and %q: lacks %q before %q:\n%s", test.first, test.second, want, statement, text)
			}
		}
	}
}

func TestNoSequenceReachesTheTerminal(t *testing.T) {
	for _, evil := range []string{"\x1b[2J", "\x1b]0;title\a", "\u009b31m", "\r", "\xff\x9b", "\u202e", "\b"} {
		a := freedonia()
		a.Text += evil
		a.Statements[0].Text += evil
		a.Sources[0].Title += evil
		a.Suggestions[0] += evil
		a.Trace.Reading += evil
		for _, style := range []Style{{}, {Width: 60}} {
			if got := style.Answer(a); strings.Contains(got, evil) || !utf8.ValidString(got) {
				t.Errorf("%q survives in %q", evil, got)
			}
		}
	}
}

func TestConversation(t *testing.T) {
	var out bytes.Buffer
	c := &Conversation{Handler: fake{}, Stateless: true}
	in := "/why\n\n  \nhow much?\r\n/why\n/nonsense x\n/reset\n/why\n/quit\nnever read\n"
	if err := c.Run(t.Context(), strings.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	plain := "The whole answer as plain text.\nIn two lines.\n"
	want := strings.Join([]string{
		"There is no answer yet to explain.\n",
		plain,
		"I read this as: how much the Agency says Freedonia took\n  \"agency\": the Agency\nRule: amount\nOne claim fits.\n",
		"There is no command /nonsense; /help lists them.\n",
		"Forgotten.\n",
		"There is no answer yet to explain.\n",
	}, "\n") + "\n"
	if out.String() != want {
		t.Errorf("printed\n%s\nnot\n%s", out.String(), want)
	}
}

func TestNumbersAskSuggestions(t *testing.T) {
	c := &Conversation{Handler: fake{}}
	for _, step := range []struct{ line, asked string }{
		{"2", " 2 stateless=false"}, // nothing was suggested yet
		{"2", " What does Freedonia reply? stateless=false"},
		{"3", " 3 stateless=false"},
		{"/denial the  marbles ", "denial the  marbles stateless=false"},
		{"/sources", "sources  stateless=false"},
		{"/reset", ""},
		{"1", " 1 stateless=false"},
	} {
		if _, err := c.reply(t.Context(), step.line); err != nil {
			t.Fatal(err)
		}
		if c.last.Question != step.asked {
			t.Errorf("%q asked %q, not %q", step.line, c.last.Question, step.asked)
		}
	}
}

func TestJSON(t *testing.T) {
	var out bytes.Buffer
	long := strings.Repeat("x", 3*MaxLine)
	in := "how <much>?\n/reset\n\n/denial it\n/help\n/reset it\n\xff\x00\n" + long + "\nlast"
	if err := (JSON{Handler: fake{}}).Run(t.Context(), strings.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	var asked []string
	for line := range strings.Lines(out.String()) {
		var a answers.Answer
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatalf("%v in %.100s", err, line)
		}
		asked = append(asked, strings.TrimSuffix(a.Question, " stateless=false"))
	}
	want := []string{" how <much>?", "denial it", " /help", " /reset it", " \ufffd\x00", " " + long[:MaxLine], " last"}
	if strings.Join(asked, "|") != strings.Join(want, "|") {
		t.Errorf("asked %.200q, not %.200q", asked, want)
	}
	if !strings.Contains(out.String(), "<much>") {
		t.Error("< and > are escaped")
	}
}

func TestJSONStaysInStepOnDefects(t *testing.T) {
	var out bytes.Buffer
	broken := errors.New("an invariant is broken")
	err := JSON{Handler: fake{broken}}.Run(t.Context(), strings.NewReader("a\nb\n"), &out)
	if !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
	if n := strings.Count(out.String(), `"outcome":"clarify"`); n != 2 || strings.Contains(out.String(), "invariant") {
		t.Errorf("two questions gave %s", out.String())
	}
}

func TestEndedContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	never, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := (&Conversation{Handler: fake{}}).Run(ctx, never, &bytes.Buffer{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a conversation whose context ended returned %v", err)
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		line    string
		columns int
		want    string
	}{
		{"short", 40, "short"},
		{"one two three four five six", 20, "one two three four|five six"},
		{"  indented words stay indented at first", 20, "  indented words|stay indented at|first"},
		{"a https://example.org/very/long/address b", 20, "a|https://example.org/very/long/address|b"},
		{"가나다라마바사 아자차카타파하", 20, "가나다라마바사|아자차카타파하"},
		{"any width at all below twenty columns", 19, "any width at all below twenty columns"},
	} {
		if got := strings.Join(wrap(test.line, test.columns), "|"); got != test.want {
			t.Errorf("wrap(%q, %d) = %s, not %s", test.line, test.columns, got, test.want)
		}
	}
}

func TestCompletion(t *testing.T) {
	for _, test := range []struct{ line, want string }{
		{"/de", "/denial"},
		{"/re", "/reset"},
		{"wh", "What does Freedonia reply?|Who is the Agency?|What does Freedonia reply?"},
		{"does fre", "does Freedonia|does Freedonia"},
		{"", "What does Freedonia reply?"},
		{"zzz", ""},
	} {
		c := &completer{handler: fake{}}
		line, cursor := test.line, len(test.line)
		for want := range strings.SplitSeq(test.want, "|") {
			got, at, ok := c.complete(line, cursor)
			if ok != (want != "") || ok && (got != want || at != len(want)) {
				t.Errorf("Tab after %q gives %q (%v), not %q", line, got, ok, want)
			}
			line, cursor = got, at
		}
	}
}

// Two terminals keep what is typed in either.
func TestHistoryOfTwoTerminals(t *testing.T) {
	path := filepath.Join(t.TempDir(), "history")
	one, err := OpenHistory(path)
	if err != nil {
		t.Fatal(err)
	}
	defer one.Close()
	one.Add("first of one")
	two, err := OpenHistory(path)
	if err != nil {
		t.Fatal(err)
	}
	defer two.Close()
	two.Add("of two")
	one.Add("second of one")
	two.Add("again of two")
	got, err := os.ReadFile(path)
	if want := "first of one\nof two\nsecond of one\nagain of two\n"; err != nil || string(got) != want {
		t.Errorf("the file holds %q, %v; want %q", got, err, want)
	}
}

func TestHistory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "history")
	h, err := OpenHistory(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range maxHistory + 10 {
		h.Add(fmt.Sprint("line ", i))
	}
	h.Add("  ")
	h.Add("evil \x1b[2J")
	h.Add("last")
	h.Add("last")
	h.Close()
	again, err := OpenHistory(path)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if again.Len() != maxHistory || again.At(0) != "last" || strings.Contains(again.At(1), "\x1b") || again.At(2) != fmt.Sprint("line ", maxHistory+9) {
		t.Errorf("%d lines, the last are %q, %q, %q", again.Len(), again.At(0), again.At(1), again.At(2))
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is open to others: %v %v", info.Mode(), err)
	}
	if h, err := OpenHistory(filepath.Join(path, "below a file")); err == nil || h == nil {
		t.Error("an unusable file should be an error with a working history")
	}
}

// FuzzPrintable holds that nothing which steers a terminal passes.
func FuzzPrintable(f *testing.F) {
	f.Add("plain\ttext\n\x1b[31m\x9b\xff\u202e")
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range Printable(s) {
			if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == '\u202e' {
				t.Errorf("%q passes", r)
			}
		}
	})
}

// FuzzLines holds that a stream gives as many lines as it has.
func FuzzLines(f *testing.F) {
	f.Add([]byte("a\r\n\nb"))
	f.Fuzz(func(t *testing.T, b []byte) {
		want := bytes.Count(b, []byte("\n"))
		if len(b) > 0 && b[len(b)-1] != '\n' {
			want++
		}
		lines, n := NewLines(bytes.NewReader(b)), 0
		for {
			line, err := lines.Next(t.Context())
			if err != nil {
				break
			}
			if n++; strings.Contains(line, "\n") {
				t.Errorf("%q is more than a line", line)
			}
		}
		if n != want {
			t.Errorf("%d lines of %d", n, want)
		}
	})
}

// FuzzJSON holds that each line that is neither blank nor /reset gives one object.
func FuzzJSON(f *testing.F) {
	f.Add("how much?\n/reset\n\n /reset \r\n/denial\n\x00\xff\n/reset x")
	f.Fuzz(func(t *testing.T, in string) {
		want := 0
		for line := range strings.Lines(in) {
			if line = strings.TrimSpace(line); line != "" && line != "/reset" {
				want++
			}
		}
		var out bytes.Buffer
		if err := (JSON{Handler: fake{}}).Run(t.Context(), strings.NewReader(in), &out); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(out.String(), "\n"); got != want {
			t.Errorf("%d objects for %d lines of %q", got, want, in)
		}
	})
}

// FuzzCompletion holds that Tab keeps what stands after the cursor, wherever it is.
func FuzzCompletion(f *testing.F) {
	f.Add("does fre and more", 8)
	f.Add("/de", 3)
	f.Fuzz(func(t *testing.T, line string, cursor int) {
		if cursor < 0 || cursor > len(line) {
			return
		}
		c := &completer{handler: fake{}}
		for range 3 {
			after := line[cursor:]
			line, cursor, _ = c.complete(line, cursor)
			if cursor < 0 || cursor > len(line) || line[cursor:] != after {
				t.Fatalf("cursor %d in %q, which should end in %q", cursor, line, after)
			}
		}
	})
}
