package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"allegedly": main})
}

// TestScripts runs the real program as testdata/script/*.txtar tell. Each finds
// a small corpus in mill/ and odd questions in odd/.
func TestScripts(t *testing.T) {
	report := exampleReport(t)
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("ALLEGEDLY_HISTORY", "off")
			files := map[string]string{
				"mill/reports/larn-mill-2031.yaml": report,
				"odd/long":                         strings.Repeat("how much dye was it? ", 5000) + "\n",
				"odd/megabyte":                     strings.Repeat("x", 3<<20) + "\nhow much dye?\n",
				"odd/bytes":                        "how much \xff\xfe dye?\n\x00\x01\x1b[2Jhow much dye?\x1b]0;title\a\x9b\n",
			}
			for name, content := range files {
				path := filepath.Join(env.WorkDir, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					return err
				}
				if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
					return err
				}
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":   exits,
			"lines":   lines,
			"replace": replace,
			"clean":   clean,
		},
	})
}

// exampleReport returns the example of the format guide, so that the scripts
// run over what an editor would write.
func exampleReport(t *testing.T) string {
	t.Helper()
	guide, err := os.ReadFile(filepath.FromSlash("../../answers/data/FORMAT.md"))
	if err != nil {
		t.Fatal(err)
	}
	block := regexp.MustCompile("(?s)```yaml\n(# yaml-language-server[^\n]*\nid: larn-mill-2031\n.*?)```").FindSubmatch(guide)
	if block == nil {
		t.Fatal("FORMAT.md holds no report larn-mill-2031 any more; the scripts need one")
	}
	return string(block[1])
}

// exits runs a program and wants an exit code: exits CODE PROGRAM ARGS...
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	var failed *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &failed) {
		code = failed.ExitCode()
	} else {
		ts.Check(err)
	}
	if code != want {
		ts.Fatalf("exit code %d, not %d", code, want)
	}
}

// lines wants a number of lines in a file or in stdout: lines N FILE
func lines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: lines N FILE")
	}
	if got := fmt.Sprint(strings.Count(ts.ReadFile(args[1]), "\n")); got != args[0] {
		ts.Fatalf("%s has %s lines, not %s", args[1], got, args[0])
	}
}

// replace changes the first occurrence of a text in a file: replace FILE OLD NEW
func replace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	unescape := strings.NewReplacer(`\n`, "\n", `\t`, "\t")
	content, old := ts.ReadFile(args[0]), unescape.Replace(args[1])
	if !strings.Contains(content, old) {
		ts.Fatalf("%s does not hold %q", args[0], old)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(content, old, unescape.Replace(args[2]), 1)), 0o644))
}

// clean wants no control characters besides line breaks: clean FILE
func clean(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: clean FILE")
	}
	if i := bytes.IndexFunc([]byte(ts.ReadFile(args[0])), func(r rune) bool { return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 }); i >= 0 {
		ts.Fatalf("%s holds a control character at byte %d", args[0], i)
	}
}
