package answers_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"allegedly/answers"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the golden answers anew")

// Golden answers are txtar files in testdata/golden, one for each kind of
// question: a file "N.question" and its "N.answer" by turns. A question that
// begins with "+" goes on from the one before it. They decide nothing; they show
// in review what a change does to the wording.
func TestGolden(t *testing.T) {
	b := shippedBench(t)
	files, err := filepath.Glob(filepath.Join("testdata", "golden", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no golden answers: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			fresh := &txtar.Archive{Comment: archive.Comment}
			var thread answers.Thread
			for _, f := range archive.Files {
				number, isQuestion := strings.CutSuffix(f.Name, ".question")
				if !isQuestion {
					continue
				}
				text, goesOn := strings.CutPrefix(strings.TrimSpace(string(f.Data)), "+")
				if !goesOn {
					thread = answers.Thread{}
				}
				a := b.ask(t, answers.Question{Text: text, Thread: thread})
				thread = a.Thread
				fresh.Files = append(fresh.Files, f, txtar.File{Name: number + ".answer", Data: fmt.Appendf(nil, "%s, %s\n\n%s\n", a.Outcome, a.Intent, a.Text)})
			}
			got := string(txtar.Format(fresh))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(txtar.Format(archive)); got != want {
				t.Errorf("the answers differ; look at them, and run go test ./answers -run Golden -update if they are right.\n%s", firstDifference(want, got))
			}
		})
	}
}

// firstDifference shows the first lines that differ.
func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d was\n  %s\nand is\n  %s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines became %d", len(a), len(b))
}
