package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestPrecedents holds that the built-in precedents are the kept questions as they are read
// today: what "allegedly eval --keep" writes.
func TestPrecedents(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("asks twelve thousand questions, which takes minutes under the race detector; it runs without")
	}
	dir := t.TempDir()
	arguments := []string{"eval", "--keep", dir}
	for _, pattern := range []string{"data/questions", "testdata/questions", "testdata/kinds"} {
		files, err := filepath.Glob(filepath.Join("..", "..", "answers", filepath.FromSlash(pattern), "*.yaml"))
		if err != nil || len(files) == 0 {
			t.Fatal("no questions in", pattern, err)
		}
		arguments = append(arguments, files...)
	}
	var out, complaints bytes.Buffer
	if code := run(t.Context(), arguments, nil, &out, &complaints, os.Getenv); code != 0 {
		t.Fatal(complaints.String())
	}
	for _, name := range []string{"questions.txt", "readings.txt"} {
		today, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		shipped, err := os.ReadFile(filepath.Join("..", "..", "answers", "data", "precedents", name))
		if err != nil {
			t.Fatal(err)
		}
		if string(today) != string(shipped) {
			t.Fatalf("answers/data/precedents/%s is not what the engine reads today; renew it:\n\tgo run ./cmd/allegedly eval --keep answers/data/precedents answers/data/questions/*.yaml answers/testdata/questions/*.yaml answers/testdata/kinds/*.yaml", name)
		}
	}
}
