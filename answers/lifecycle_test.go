package answers_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"allegedly/answers"
)

const velmar = "reports/velmar-2029.yaml"

// riverFiles returns the made-up corpus with something changed in its larger report.
func riverFiles(t testing.TB, old, with string) fstest.MapFS {
	t.Helper()
	files := shared(t)
	add(t, files, os.DirFS(filepath.Join("testdata", "subjects", "river")), ".")
	text := string(files[velmar].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("the report has no %q", old)
	}
	files[velmar] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, with, 1))}
	return files
}

// A claim that was withdrawn answers nothing any more; whoever asks for it is
// told so, and why, without its words.
func TestWithdrawnClaim(t *testing.T) {
	const samples = "    words: [evidence, proof, sample,"
	b, err := newBench(riverFiles(t, samples, "    status: withdrawn\n    withdrawn: {date: \"2029-06-02\", reason: The laboratory had mixed up two bottles.}\n"+samples), nil)
	if err != nil {
		t.Fatal(err)
	}
	a := b.ask(t, question("How much toluene did Brandt's samples hold?"))
	if a.Outcome != answers.NotReported || !strings.Contains(a.Text, "The laboratory had mixed up two bottles.") {
		t.Errorf("got %s: %s", a.Outcome, a.Text)
	}
	if strings.Contains(a.Text, "forty times") {
		t.Errorf("the withdrawn claim is told: %s", a.Text)
	}
	for _, e := range river {
		for _, s := range b.ask(t, question(strings.TrimPrefix(e.ask, "+"))).Statements {
			if strings.Contains(s.Text, "forty times") {
				t.Errorf("%q: the withdrawn claim is told: %s", e.ask, s.Text)
			}
		}
	}
}

// A report that is withdrawn, a draft or broken takes nothing away from the
// others, and never answers.
func TestReportsThatDoNotAnswer(t *testing.T) {
	for name, change := range map[string][2]string{
		"withdrawn": {"status: reviewed", "status: withdrawn\nwithdrawn: {date: \"2029-06-02\", reason: Settled out of court.}"},
		"a draft":   {"status: reviewed", "status: draft"},
		"broken":    {"stance: alleges", "stance: shouts"},
	} {
		t.Run(strings.ReplaceAll(name, " ", "-"), func(t *testing.T) {
			engine, _ := answers.New(riverFiles(t, change[0], change[1]))
			if engine == nil {
				t.Fatal("there is no engine over the other report")
			}
			for ask, want := range map[string]answers.Outcome{"how much waste per year did the union speak of": answers.Answered, "How long did the November leak last?": answers.NotReported} {
				a, err := engine.Answer(t.Context(), question(ask))
				if err != nil || a.Outcome != want {
					t.Errorf("%q: got %s, %v, want %s: %s", ask, a.Outcome, err, want, a.Text)
				}
			}
		})
	}
}
