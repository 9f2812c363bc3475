package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"allegedly/answers/editorial"
)

// docs/editing.md is true: its article makes the draft that it shows, its report
// is clean and verified, and its question is answered as it says.
func TestEditingGuide(t *testing.T) {
	content, err := os.ReadFile(filepath.FromSlash("../../docs/editing.md"))
	if err != nil {
		t.Fatal(err)
	}
	guide := string(content)
	dir := t.TempDir()
	t.Chdir(dir)
	writeFile(t, "texts/northline.txt", block(t, guide, "text\n", "Union says"))
	if err := os.MkdirAll(filepath.FromSlash("corpus/reports"), 0o755); err != nil {
		t.Fatal(err)
	}

	transcript := consoles(t, guide)
	report := filepath.FromSlash("corpus/reports/northline-drills-2024.yaml")
	for _, step := range transcript {
		if step.args[0] == "reports" && step.args[1] == "gaps" {
			continue // needs a file that a bot wrote
		}
		got, _ := runHere(t, step.args...)
		if !strings.HasPrefix(basis.ReplaceAllString(got, ""), basis.ReplaceAllString(step.output, "")) {
			t.Errorf("allegedly %s prints\n%s\nand not\n%s", strings.Join(step.args, " "), got, step.output)
		}
		if step.args[1] == "new" {
			draft := readFile(t, report)
			if excerpt := block(t, guide, "yaml\n", "  # line 10:"); !strings.Contains(draft, excerpt) {
				t.Errorf("the draft has not the excerpt of the guide:\n%s", draft)
			}
			writeFile(t, report, block(t, guide, "yaml\n", "# yaml-language-server"))
		}
	}
	for _, rule := range editorial.Rules {
		if !strings.Contains(guide, "| `"+rule.ID+"` | "+rule.Summary) {
			t.Errorf("the guide does not explain the rule %s as it is: %s", rule.ID, rule.Summary)
		}
	}
}

// A step is a command of the guide with what it prints, as far as the guide shows it.
type step struct {
	args   []string
	output string
}

// basis is how an answer tells how a date is known; its wording is not the guide's.
var basis = regexp.MustCompile(` \(\w+ inferred\)`)

var argument = regexp.MustCompile(`"[^"]*"|\S+`)

// consoles returns the commands of the guide's console blocks, in order.
func consoles(t *testing.T, guide string) []step {
	var steps []step
	for _, m := range regexp.MustCompile("(?s)```console\n(.*?)```").FindAllStringSubmatch(guide, -1) {
		for line := range strings.Lines(m[1]) {
			rest, isCommand := strings.CutPrefix(line, "$ allegedly ")
			switch {
			case isCommand:
				var args []string
				for _, arg := range argument.FindAllString(rest, -1) {
					args = append(args, strings.Trim(arg, `"`))
				}
				steps = append(steps, step{args: args})
			case !strings.HasPrefix(line, "$ ") && len(steps) > 0:
				steps[len(steps)-1].output += line
			}
		}
	}
	if len(steps) < 4 {
		t.Fatalf("the guide has %d commands", len(steps))
	}
	return steps
}

// block returns the fenced block of a language that begins with the given text.
func block(t *testing.T, guide, language, begins string) string {
	t.Helper()
	_, after, ok := strings.Cut(guide, "```"+language+begins)
	if !ok {
		t.Fatalf("the guide has no block that begins with %q", begins)
	}
	content, _, _ := strings.Cut(after, "```")
	return begins + content
}

func writeFile(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// runHere runs the program within the test and returns what it printed.
func runHere(t *testing.T, args ...string) (stdout string, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(""), &out, &errs, func(string) string { return "" })
	if code == 2 {
		t.Fatalf("allegedly %s: wrong usage: %s", strings.Join(args, " "), &errs)
	}
	return out.String(), code
}
