package editorial

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"allegedly/answers/corpus"
	"allegedly/answers/data"
)

// base returns the small made-up corpus that the tests break in many ways.
func base(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS("testdata/base"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile("testdata/base/" + name)
		files[name] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// newLinter returns a linter over the shipped word lists and lexicon.
func newLinter(t testing.TB) *Linter {
	t.Helper()
	l, found := New(data.FS)
	if len(found) > 0 {
		t.Fatal(found)
	}
	return l
}

func lint(t testing.TB, fsys fs.FS, o Options) corpus.Findings {
	t.Helper()
	files, found := Read(fsys, nil)
	return newLinter(t).Lint(files, found, o)
}

func containsMessage(found corpus.Findings, part string) bool {
	for _, f := range found {
		if strings.Contains(f.Message, part) {
			return true
		}
	}
	return false
}

func TestBaseIsClean(t *testing.T) {
	if found := lint(t, base(t), Options{Today: "2031-07-01"}); len(found) > 0 {
		t.Error(found)
	}
}

// Events that nobody disputes are called what they are (rule 9).
func TestEventsAreNoVerdicts(t *testing.T) {
	for _, says := range []string{
		"Ostmark and the raid of 2029 stand in one sentence",
		"The headline speaks of Ostmark and one raid, the text of 4 raids",
		"Ostmark is accused of a raid; the accusation that it raided the mill is the ministry's",
	} {
		files := base(t)
		edited := strings.Replace(string(files[dye].Data), "The headline speaks of mills, the text of one mill", "\""+says+"\"", 1)
		files[dye] = &fstest.MapFile{Data: []byte(edited)}
		if found := lint(t, files, Options{}); len(found) > 0 {
			t.Errorf("%s: %v", says, found)
		}
	}
}
