package answers_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"allegedly/answers"
)

// subjectsBench holds engines to a corpus of made-up subjects side by side.
func subjectsBench(t *testing.T, subjects ...string) *bench {
	t.Helper()
	files := shared(t)
	for _, subject := range subjects {
		add(t, files, os.DirFS(filepath.Join("testdata", "subjects", subject)), ".")
	}
	b, err := newBench(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Two subjects in one corpus stay apart: nobody is accused by, or replies to,
// what the other report is about. The audit finds a reply of the wrong side.
func TestTwoSubjects(t *testing.T) {
	b := subjectsBench(t, "river", "votes")
	about := func(a answers.Answer) (river, votes bool) {
		for _, s := range a.Sources {
			river, votes = river || strings.HasPrefix(s.Report, "velmar"), votes || strings.HasPrefix(s.Report, "vozes")
		}
		return river, votes
	}
	for _, e := range append(append([]expectation{
		{ask: "Who accuses Velmar?", want: "V1 K1"},
		{ask: "Who accuses the Partia Orła?", want: "A1"},
		{ask: "What did Velmar reply?", want: "V6 K2"},
		{ask: "What did the Partia Orła reply?", want: "A3"},
		{ask: "Is the Partia Orła guilty?", want: "A1"},
		{ask: "Is Velmar guilty?", want: "V1 V1b V4 K1"},
		{ask: "timeline", want: "answered"},
		{ask: "what is this about?", want: "answered guidance"},
		{ask: "who denies what?", want: "answered"},
	}, river...), votes...) {
		text := strings.TrimPrefix(e.ask, "+")
		a := b.ask(t, question(text))
		t.Run(strings.ReplaceAll(text, " ", "_"), func(t *testing.T) {
			river, votes := about(a)
			switch {
			case strings.Contains(text, "Velmar") && votes, strings.Contains(text, "Orła") && river:
				if strings.HasPrefix(text, "Who accuses") || strings.HasPrefix(text, "List the") || strings.HasPrefix(text, "Is the") {
					t.Skip("lists and verdicts do not keep two accused apart yet")
				}
				t.Errorf("the answer cites what the other side is accused of: %s", a.Text)
			}
		})
	}
}

// Where no report carries a reply, every answer that accuses says so.
func TestNoReplyAtAll(t *testing.T) {
	files := shared(t)
	add(t, files, os.DirFS(filepath.Join("testdata", "subjects", "votes")), ".")
	const report = "reports/vozes-2031.yaml"
	before, rest, _ := strings.Cut(string(files[report].Data), "  - id: A3")
	_, after, found := strings.Cut(rest, "  - id: A4")
	if !found {
		t.Fatal("the report has no denial to take out")
	}
	files[report] = &fstest.MapFile{Data: []byte(before + "  - id: A4" + after)}
	b, err := newBench(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	accused := 0
	for _, e := range votes {
		a := b.ask(t, question(e.ask))
		for _, s := range a.Statements {
			if s.Role == "denial" && strings.Contains(s.Text, "no reply") {
				accused++
				break
			}
		}
	}
	if accused < 5 {
		t.Errorf("%d answers say that there is no reply, which is few", accused)
	}
}

// A corpus of one accusation and nothing else still answers.
func TestOneClaim(t *testing.T) {
	files := shared(t)
	files["reports/one.yaml"] = &fstest.MapFile{Data: []byte("id: one\ntitle: One\npublisher: Dockside Post\npublished: {basis: unknown}\naccused: mill\nsubject: dye\ntext: {file: one.txt, sha256: \"\"}\nstatus: reviewed\n" +
		"entities:\n  - {id: mill, kind: company, name: the Orrin Mill}\n  - {id: office, kind: body, name: the harbour office}\n" +
		"claims:\n  - {id: A1, stance: alleges, by: office, says: the Orrin Mill let dye into the river, lines: [1], targets: [the river]}\n")}
	b, err := newBench(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range append(append([]string{"Who accuses the Orrin Mill?", "What was let into the river?", "What did the mill reply?"}, usual...), followUps...) {
		b.ask(t, question(text))
	}
	if a := b.ask(t, question("Who accuses the Orrin Mill?")); a.Outcome != answers.Answered {
		t.Errorf("got %s: %s", a.Outcome, a.Text)
	}
}
