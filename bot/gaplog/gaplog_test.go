package gaplog_test

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"allegedly/bot"
	"allegedly/bot/gaplog"
)

var _ bot.Gaps = (*gaplog.Log)(nil)

func open(t *testing.T, path string, max int) *gaplog.Log {
	t.Helper()
	l, err := gaplog.Open(path, max, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func lines(t *testing.T, path string) []string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
}

func TestEachGapOnceAcrossRestarts(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gaps")
	first := open(t, path, 10)
	first.Unanswered("Who paid for it?")
	first.Unanswered("who PAID  for it")
	first.Unanswered("?!")
	first.Close()
	if err := os.WriteFile(path, append([]byte(strings.Join(lines(t, path), "\n")+"\n"), `{"question":"half a li`...), 0o600); err != nil {
		t.Fatal(err)
	}
	second := open(t, path, 10)
	second.Unanswered("Who paid for it?")
	second.Disliked("Who paid for it?", "too long")

	got := lines(t, path)
	want := []string{`{"question":"Who paid for it?"}`, `{"question":"half a li`, `{"question":"Who paid for it?","disliked":true,"reason":"too long"}`}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the file holds\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestBounded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gaps")
	l := open(t, path, 3)
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() { l.Unanswered(fmt.Sprint("question ", i)) })
	}
	wg.Wait()
	if now, before := len(lines(t, path)), len(lines(t, path+".1")); now != 2 || before != 3 {
		t.Errorf("of 20 questions the files hold %d and %d, not 2 and 3", now, before)
	}
}

// A file that cannot be moved away, or not be begun anew, is a fault for as long
// as its cause lasts, and no longer.
func TestRotationFails(t *testing.T) {
	for name, fault := range map[string]struct {
		begin, end func(t *testing.T, path string) error
	}{
		"not moved": {
			begin: func(_ *testing.T, path string) error {
				return os.MkdirAll(filepath.Join(path+".1", "in the way"), 0o700)
			},
			end: func(_ *testing.T, path string) error { return os.RemoveAll(path + ".1") },
		},
		"moved, and none begun": {
			begin: func(_ *testing.T, path string) error { // what an attempt leaves that came so far
				return errors.Join(os.Rename(path, path+".1"), os.Mkdir(path, 0o700))
			},
			end: func(_ *testing.T, path string) error { return os.RemoveAll(path) },
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "gaps")
			l := open(t, path, 1)
			l.Unanswered("one?")
			if err := fault.begin(t, path); err != nil {
				t.Fatal(err)
			}
			l.Unanswered("two?")
			if err := fault.end(t, path); err != nil {
				t.Fatal(err)
			}
			l.Unanswered("two?")
			if now, before := lines(t, path)[0], lines(t, path+".1")[0]; now != `{"question":"two?"}` || before != `{"question":"one?"}` {
				t.Errorf("the files hold %s and %s", now, before)
			}
		})
	}
}

func TestNobodyIsNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gaps")
	open(t, path, 3).Unanswered("ask <@U123> or @zoe or zoe@example.org, +31 6 1234 5678, https://example.org/zoe:\nwhy 2022 and $620 million? " + strings.Repeat("x", 1000))
	got := lines(t, path)[0]
	for _, private := range []string{"U123", "zoe", "1234 5678", "example"} {
		if strings.Contains(got, private) {
			t.Errorf("%q is kept in %s", private, got)
		}
	}
	if !strings.Contains(got, "why 2022 and $620 million?") || len(got) > 600 {
		t.Errorf("kept: %s", got)
	}
}

func TestUnusableFile(t *testing.T) {
	if _, err := gaplog.Open(t.TempDir(), 3, slog.New(slog.DiscardHandler)); err == nil || !strings.Contains(err.Error(), "unanswered questions") {
		t.Errorf("a directory as file gives the error %v", err)
	}
}
