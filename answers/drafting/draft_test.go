package drafting

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"allegedly/answers/corpus"
	"allegedly/answers/data"
	"allegedly/answers/editorial"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what the tests get as what they want")

// newDrafter returns a drafter that knows the names of fsys, and its linter.
func newDrafter(t testing.TB, fsys fs.FS) (*Drafter, *editorial.Linter) {
	t.Helper()
	linter, found := editorial.New(data.FS)
	if len(found) > 0 {
		t.Fatal(found)
	}
	files, found := editorial.Read(fsys, nil)
	if len(found) > 0 {
		t.Fatal(found)
	}
	return New(linter, files), linter
}

// made returns the files of a made-up article.
func made(t testing.TB, name string) (*txtar.Archive, fstest.MapFS) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/" + name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return archive, files
}

func TestDraftOfMadeUpArticles(t *testing.T) {
	for name, options := range map[string]Options{
		"observatory": {URL: "https://gazette.example/2033/03/12/lenses", Accused: "halden-observatory", Today: "2033-04-01", Schema: "../schema/report.json"},
		"quarry":      {Today: "2032-10-06"},
		"museum":      {Today: "2031-05-10"},
		"orchard":     {Today: "2032-05-10"},
	} {
		t.Run(name, func(t *testing.T) {
			archive, files := made(t, name)
			drafter, _ := newDrafter(t, files)
			got, err := drafter.Draft("article.txt", files["article.txt"].Data, options).YAML()
			if err != nil {
				t.Fatal(err)
			}
			if *update {
				archive.Files[len(archive.Files)-1].Data = got
				if err := os.WriteFile("testdata/"+name+".txtar", txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(files["draft.yaml"].Data), string(got)); diff != "" {
				t.Errorf("the draft changed (-want +got):\n%s", diff)
			}
		})
	}
}

// A draft loads, never answers, and lint has nothing to say about it but what
// is left to do.
func TestDraftIsOnlyUnfinished(t *testing.T) {
	_, files := made(t, "observatory")
	drafter, linter := newDrafter(t, files)
	draft := drafter.Draft("article.txt", files["article.txt"].Data, Options{Today: "2033-04-01"})
	content, err := draft.YAML()
	if err != nil {
		t.Fatal(err)
	}
	files[draft.FileName()] = &fstest.MapFile{Data: content}
	read, decoding := editorial.Read(files, nil)
	found := linter.Lint(read, decoding, editorial.Options{})
	for _, f := range found {
		if f.Rule != "todo" || f.Severity != corpus.Warning {
			t.Errorf("not merely unfinished: %v", f)
		}
	}
	if len(found) == 0 {
		t.Error("lint finds nothing to do in a draft")
	}
	if loaded, _ := corpus.Load(files); len(loaded.Claims) > 0 {
		t.Error("a draft answers")
	}
}

// Nothing of the article is copied but names, figures and the first words that
// lead an editor to the line.
func TestDraftCopiesNoProse(t *testing.T) {
	_, files := made(t, "observatory")
	drafter, _ := newDrafter(t, files)
	text := string(files["article.txt"].Data)
	draft := drafter.Draft("article.txt", []byte(text), Options{})
	content, err := draft.YAML()
	if err != nil {
		t.Fatal(err)
	}
	const longest = 15 // words, as for a quotation
	words := strings.Fields(text)
	for i := 0; i+longest < len(words); i++ {
		if run := strings.Join(words[i:i+longest+1], " "); bytes.Contains(content, []byte(run)) {
			t.Errorf("the draft copies %q", run)
		}
	}
}

// Any text makes a draft that can be read again.
func FuzzDraft(f *testing.F) {
	_, files := made(f, "observatory")
	drafter, _ := newDrafter(f, files)
	f.Add(files["article.txt"].Data, "https://gazette.example/2033/03/12/")
	f.Add([]byte(""), "")
	f.Add([]byte("\x00\xff “ said"), "::")
	f.Add([]byte("said said said, said: \"said\" $ 5 % said by"), "http://[")
	f.Fuzz(func(t *testing.T, text []byte, address string) {
		stuck := time.AfterFunc(5*time.Second, func() { panic(fmt.Sprintf("drafting does not end: %q", text)) })
		defer stuck.Stop()
		draft := drafter.Draft("a.txt", text, Options{URL: address})
		content, err := draft.YAML()
		if err != nil {
			t.Fatal(err)
		}
		if _, found := corpus.Decode(draft.FileName(), content); len(found) > 0 {
			t.Errorf("the draft cannot be read: %v\n%s", found, content)
		}
	})
}
