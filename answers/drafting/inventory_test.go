package drafting

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"allegedly/answers/corpus"
	"allegedly/answers/data"
	"allegedly/answers/editorial"
)

// textsDir returns the folder with the five articles and their inventory.
func textsDir(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("ALLEGEDLY_TEXTS")
	if dir == "" {
		dir = filepath.FromSlash("../../../shared/reports")
	}
	if _, err := os.Stat(filepath.Join(dir, "README.md")); err != nil {
		t.Skip("the articles' texts are not part of the repository; set ALLEGEDLY_TEXTS to their folder")
	}
	return dir
}

// A row is one row of the inventory: what an attentive reader found in a report.
type row struct {
	id    string
	lines []int
	kind  string
}

// stanceOf returns the stance that the inventory's word for a row means.
func (r row) stanceOf() corpus.Stance {
	switch {
	case strings.HasPrefix(r.kind, "counter"):
		return corpus.Counters
	case strings.HasPrefix(r.kind, "accusation +"), r.kind == "denial":
		return corpus.Denies
	case strings.HasPrefix(r.kind, "accusation"):
		return corpus.Alleges
	}
	return corpus.Context
}

var fileRow = regexp.MustCompile("^\\| `([^`]+)` \\| (\\S+\\.txt) \\|")

// inventory reads the rows by report, and the file of each report.
func inventory(t *testing.T, dir string) (rows map[string][]row, files map[string]string) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	rows, files = map[string][]row{}, map[string]string{}
	section := ""
	for line := range strings.Lines(string(content)) {
		if name, ok := strings.CutPrefix(line, "## "); ok {
			section = strings.TrimSpace(name)
		}
		if m := fileRow.FindStringSubmatch(line); m != nil {
			files[m[1]] = m[2]
		}
		cells := strings.Split(line, "|")
		if files[section] == "" || len(cells) < 5 || !regexp.MustCompile(`^ [A-Z]\d+ $`).MatchString(cells[1]) {
			continue
		}
		r := row{id: strings.TrimSpace(cells[1]), kind: strings.TrimSpace(cells[3])}
		for _, part := range strings.Split(cells[2], ",") {
			if n, err := strconv.Atoi(strings.TrimSpace(part)); err == nil {
				r.lines = append(r.lines, n)
			}
		}
		rows[section] = append(rows[section], r)
	}
	return rows, files
}

// Drafting finds at least 80 % of the rows of the inventory, at least 80 % of
// their lines, and little that is none. All rows count, also the few whose lines
// carry neither an attribution nor a figure.
func TestDraftsFindTheInventory(t *testing.T) {
	dir := textsDir(t)
	rows, files := inventory(t, dir)
	linter, found := editorial.New(data.FS)
	if len(found) > 0 {
		t.Fatal(found)
	}
	known, _ := editorial.Read(data.FS, nil)
	drafter := New(linter, known)
	var all, hit, lines, hitLines, drafted, strange, stances, opens int
	for _, report := range slices.Sorted(maps.Keys(rows)) {
		content, err := os.ReadFile(filepath.Join(dir, files[report]))
		if err != nil {
			t.Fatal(err)
		}
		draft := drafter.Draft(files[report], content, Options{})
		got := map[int]bool{}
		for _, c := range draft.Report.Claims {
			got[c.Lines[0]] = true
		}
		listed := map[int]bool{}
		var missed []string
		for _, r := range rows[report] {
			all++
			some := false
			for _, n := range r.lines {
				some = some || got[n]
				listed[n] = true
			}
			right, open := false, false
			for _, c := range draft.Report.Claims {
				if slices.Contains(r.lines, c.Lines[0]) {
					right = right || c.Stance == r.stanceOf()
					open = open || strings.HasPrefix(string(c.Stance), corpus.Todo)
				}
			}
			switch {
			case right:
				stances++
			case open:
				opens++
			}
			if some {
				hit++
			} else {
				missed = append(missed, r.id)
			}
		}
		for n := range listed {
			lines++
			if got[n] {
				hitLines++
			}
		}
		for _, c := range draft.Report.Claims {
			drafted++
			if !listed[c.Lines[0]] {
				strange++
			}
		}
		t.Logf("%s: missed %v", report, missed)
	}
	t.Logf("rows found: %d of %d (%d %%); lines found: %d of %d (%d %%); claims drafted: %d, of which on lines outside the inventory: %d; rows whose stance was guessed: %d, left open: %d, wrong: %d",
		hit, all, 100*hit/all, hitLines, lines, 100*hitLines/lines, drafted, strange, stances, opens, hit-stances-opens)
	if 100*hit < 80*all || 100*hitLines < 80*lines {
		t.Error("less than 80 % found")
	}
}
