package discord

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"allegedly/adapters/adaptertest"
	"allegedly/adapters/discord/discordtest"
	"allegedly/answers"
	"allegedly/bot"
)

var update = flag.Bool("update", false, "write the golden payloads anew")

// shown returns all text that people read in a message.
func shown(m message) string {
	var b strings.Builder
	var walk func([]component)
	walk = func(list []component) {
		for _, c := range list {
			if c.Content != "" {
				b.WriteString(c.Content + "\n")
			}
			walk(c.Components)
		}
	}
	walk(m.Components)
	return strings.TrimSuffix(b.String(), "\n")
}

// The conformance suite measures the text as it is sent; line breaks between
// components are no characters of the message.
func TestConformance(t *testing.T) {
	adaptertest.Run(t, adaptertest.Adapter{Render: func(question string, reply bot.Reply, limit int) []string {
		m := render(bot.Ask, plain(question, maxQuestion), reply.Answer, limit-4)
		if err := discordtest.CheckResponse(encode(show(m, false))); err != nil {
			t.Error(err)
		}
		return []string{strings.Trim(shown(m), "\n")}
	}})
}

// golden compares a payload with testdata/NAME.json and checks that Discord
// would take it.
func golden(t *testing.T, name string, payload []byte) {
	t.Helper()
	if err := discordtest.CheckResponse(payload); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	var b bytes.Buffer
	if err := json.Indent(&b, payload, "", "  "); err != nil {
		t.Fatal(err)
	}
	b.WriteByte('\n')
	path := filepath.Join("testdata", name+".json")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Errorf("%s differs from the golden payload (-update writes it anew):\n%s", name, b.String())
	}
}

func TestRenderCutsByPriority(t *testing.T) {
	a := adaptertest.Longest()
	for _, limit := range []int{1500, 2000, 3000, 4000} {
		m := render(bot.Ask, "Who accuses Veridia?", a, limit)
		v := shown(m)
		for _, text := range []string{a.Statements[0].Text, a.Statements[1].Text, a.Sources[0].URL, a.Sources[1].URL} {
			if !strings.Contains(v, text) {
				t.Errorf("at %d: lacks %q", limit, text)
			}
		}
		if body := string(encode(m)); !strings.Contains(body, askID(a.Suggestions[2])) {
			t.Errorf("at %d: lacks a button for the third suggestion", limit)
		}
	}
}

func TestRenderWithoutStatements(t *testing.T) {
	m := render(bot.Ask, "hello", answers.Answer{Text: "I answer questions about reports.", Outcome: answers.Guidance}, maxText)
	if err := discordtest.CheckResponse(encode(show(m, true))); err != nil {
		t.Error(err)
	}
	if !strings.Contains(shown(m), "I answer questions about reports.") {
		t.Error(shown(m))
	}
}

// Whatever the answer, what is sent is a message that Discord takes.
func FuzzRender(f *testing.F) {
	f.Add("Who?", "It said so.", "Title", "https://a.example/x(1)", 4000)
	f.Add(adaptertest.Hostile, "1. *x*\n- y", "[a](b)", "ftp://x", 2000)
	f.Add("", "", "", "", 0)
	f.Fuzz(func(t *testing.T, question, text, title, address string, limit int) {
		a := adaptertest.Answer()
		a.Statements[0].Text, a.Sources[0].Title, a.Sources[0].URL = text, title, address
		a.Suggestions = append(a.Suggestions[:0:0], text, title, question)
		m := render(bot.Ask, plain(question, maxQuestion), a, max(1500, limit))
		if err := discordtest.CheckResponse(encode(show(m, false))); err != nil {
			t.Error(err)
		}
	})
}
