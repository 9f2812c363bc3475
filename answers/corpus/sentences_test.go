package corpus_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"testing"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
)

const sentencesFile = "testdata/sentences.txtar"

// The sentences of all shipped claims, to be read aloud after each change: one
// file of the archive for each report, one line for each claim.
func TestSentences(t *testing.T) {
	data := os.DirFS("../data")
	c, found := corpus.Load(data)
	if len(found) > 0 {
		t.Fatal(found)
	}
	phrasing, found := compose.LoadPhrasing(data, nil)
	if len(found) > 0 {
		t.Fatal(found)
	}
	composer := &compose.Composer{Corpus: c, Phrasing: phrasing}
	var got bytes.Buffer
	report := ""
	for _, claim := range c.Claims {
		if id := claim.Report().ID; id != report {
			report = id
			fmt.Fprintf(&got, "-- %s --\n", id)
		}
		fmt.Fprintf(&got, "%s %s: %s\n", claim.ID, claim.Stance, composer.Sentence(claim))
	}
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(sentencesFile, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(sentencesFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("the sentences differ from %s; read them aloud after go test ./answers/corpus -run Sentences -update", sentencesFile)
	}
}
