package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"allegedly/adapters/repl"
	"allegedly/bot"
)

var update = flag.Bool("update", false, "rewrite the conversation in README.md as it is today")

// TestReadme holds that the conversation in README.md is what the program says.
func TestReadme(t *testing.T) {
	const path = "../../README.md"
	readme, err := os.ReadFile(filepath.FromSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	block := regexp.MustCompile("(?s)```text\n(> .*?\n)```").FindSubmatchIndex(readme)
	if block == nil {
		t.Fatal("README.md shows no conversation")
	}
	shown := string(readme[block[2]:block[3]])
	engine, err := strictEngine("")
	if err != nil {
		t.Fatal(err)
	}
	conversation := &repl.Conversation{Handler: bot.New(engine, bot.Options{}), Style: repl.Style{Width: 96}}
	var real strings.Builder
	for line := range strings.Lines(shown) {
		if !strings.HasPrefix(line, "> ") {
			continue
		}
		var answer bytes.Buffer
		if err := conversation.Run(t.Context(), strings.NewReader(line[2:]), &answer); err != nil {
			t.Fatal(err)
		}
		real.WriteString(line + "\n" + answer.String())
	}
	want := strings.TrimRight(real.String(), "\n") + "\n"
	if *update && shown != want {
		fresh := string(readme[:block[2]]) + want + string(readme[block[3]:])
		if err := os.WriteFile(filepath.FromSlash(path), []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if shown != want {
		t.Errorf("README.md shows another conversation than the program gives today; 'go test ./cmd/allegedly -run Readme -update' renews it:\n%s", want)
	}
}
