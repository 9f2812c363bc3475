package slack

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"allegedly/answers"
	"allegedly/answers/compose"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestGoldenBlocks(t *testing.T) {
	rendered := func(a answers.Answer, s style) message {
		m, err := renderAnswer(a, s)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	for name, m := range map[string]message{
		"answer":        rendered(accusation(), style{feedback: true}),
		"abstention":    rendered(abstention(), style{feedback: true, echo: true}),
		"clarification": rendered(clarification(), style{feedback: true}),
		"list":          rendered(list(), style{echo: true}),
		"longest":       rendered(longest(), style{feedback: true, echo: true}),
		"sources":       renderSources(accusation()),
		"why":           renderWhy(accusation(), false),
		"notice":        renderNotice("Please <wait> a few seconds & ask again."),
	} {
		t.Run(name, func(t *testing.T) {
			if err := checkMessage(m); err != nil {
				t.Error(err)
			}
			golden(t, filepath.Join("testdata", "blocks", name+".txtar"), m)
		})
	}
}

func golden(t *testing.T, file string, m message) {
	t.Helper()
	raw, err := encode(m.blocks)
	if err != nil {
		t.Fatal(err)
	}
	var blocks bytes.Buffer
	if err := json.Indent(&blocks, []byte(raw), "", "  "); err != nil {
		t.Fatal(err)
	}
	got := txtar.Format(&txtar.Archive{Files: []txtar.File{
		{Name: "blocks.json", Data: append(blocks.Bytes(), '\n')},
		{Name: "text", Data: []byte(m.text + "\n")},
	}})
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; look at the change and run go test -update.\ngot:\n%s", file, got)
	}
}

// checkSides holds a message to the editorial rules that a platform can break:
// the lead, the denial and their sources are there in full.
func checkSides(t *testing.T, a answers.Answer, m message) {
	t.Helper()
	raw, err := encode(m.blocks)
	if err != nil {
		t.Fatal(err)
	}
	shown := strings.NewReplacer(`\n`, " ", "\n", " ").Replace(raw)
	for name, text := range map[string]string{"blocks": shown, "text": m.text} {
		for _, s := range a.Statements {
			if s.Role != compose.Lead && s.Role != compose.Denial {
				continue
			}
			for _, word := range strings.Fields(s.Text) {
				if !strings.Contains(text, strings.Trim(mustJSON(escape(word)), `"`)) && !strings.Contains(text, escape(word)) {
					t.Errorf("%s: %q of the %s is missing", name, word, s.Role)
				}
			}
		}
	}
	for _, live := range []string{"<@", "<!", "<#", "@here", "@channel", "@everyone"} {
		if strings.Contains(visible(t, m), live) {
			t.Errorf("%q is live", live)
		}
	}
}

// visible returns what Slack would interpret: mrkdwn texts and the text.
func visible(t *testing.T, m message) string {
	t.Helper()
	raw, err := encode(m.blocks)
	if err != nil {
		t.Fatal(err)
	}
	var blocks any
	if err := json.Unmarshal([]byte(raw), &blocks); err != nil {
		t.Fatal(err)
	}
	var found []string
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			if v["type"] == "mrkdwn" {
				found = append(found, v["text"].(string))
				if v["verbatim"] != true {
					t.Error("a mrkdwn text without verbatim: Slack would look for links and mentions in it")
				}
			}
			for _, e := range v {
				walk(e)
			}
		}
	}
	walk(blocks)
	return strings.Join(append(found, m.text), "\n")
}

func mustJSON(v any) string {
	raw, err := encode(v)
	if err != nil {
		panic(err)
	}
	return raw
}

// TestBothSidesStay holds every answer to the lead, the denial and their sources
// in full, in the blocks and in the text.
func TestBothSidesStay(t *testing.T) {
	for name, a := range map[string]answers.Answer{"answer": accusation(), "list": list(), "longest": longest(), "abstention": abstention()} {
		t.Run(name, func(t *testing.T) {
			m, err := renderAnswer(a, style{echo: true, feedback: true})
			if err != nil {
				t.Fatal(err)
			}
			if name == "longest" { // its sides alone exceed the text that Slack advises
				m.text = answerText(a)
			}
			checkSides(t, a, m)
		})
	}
}

// TestSidesTooLong shortens the two sides where they alone are too long, and
// gives up only when the sources are.
func TestSidesTooLong(t *testing.T) {
	a := accusation()
	a.Statements[0].Text = "The agency: " + strings.Repeat("word ", 4_000)
	a.Statements[1].Text = "Norvania: " + strings.Repeat("reply ", 3_000)
	m, err := renderAnswer(a, style{echo: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := checkMessage(m); err != nil {
		t.Error(err)
	}
	for _, want := range []string{"The agency:", "Norvania:", "The Harbour Post", "Gazette"} {
		if !strings.Contains(visible(t, m), want) {
			t.Errorf("%q is missing", want)
		}
	}
	a = accusation() // thirty sources fit the blocks, but not the text that Slack advises
	for n := 3; n <= 30; n++ {
		a.Statements[0].Citations = append(a.Statements[0].Citations, answers.Citation{Source: n, Lines: []int{n}})
		a.Sources = append(a.Sources, answers.Source{N: n, Title: strings.Repeat("Title ", 20), Publisher: "Gazette", URL: "https://gazette.example/article"})
	}
	if m, err = renderAnswer(a, style{}); err != nil {
		t.Fatal(err)
	}
	checkSides(t, a, m)
	a.Sources[0].Title = strings.Repeat("title ", 3_000)
	if _, err := renderAnswer(a, style{}); err != errTooLong {
		t.Errorf("error %v, want %v", err, errTooLong)
	}
}

func FuzzRender(f *testing.F) {
	f.Add("Norvania took it", "It rejects <!channel> that", "Title | > <", "https://x.example/?a=1|b>c", 3)
	f.Add(strings.Repeat("&", 2_500), "@here", "", "http://[", 30)
	f.Add(" ", "\n", " ", "", 3)
	f.Fuzz(func(t *testing.T, lead, denial, title, address string, n int) {
		a := accusation()
		a.Question = title + lead
		a.Statements[0].Text, a.Statements[1].Text = lead, denial
		a.Sources[0].Title, a.Sources[0].URL = title, address
		for range min(max(n, 0), 20) {
			a.Statements = append(a.Statements, statement(compose.Context, denial, 1, 1))
			a.Suggestions = append(a.Suggestions, lead)
		}
		m, err := renderAnswer(a, style{echo: true, feedback: true})
		if err != nil {
			return
		}
		if err := checkMessage(m); err != nil {
			t.Error(err)
		}
		for _, live := range []string{"<@", "<!", "<#", "@here", "@channel", "@everyone"} {
			if strings.Contains(visible(t, m), live) {
				t.Errorf("%q is live", live)
			}
		}
	})
}
