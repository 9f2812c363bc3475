package editorial

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// many returns the base corpus with n reports more, each with its own speaker,
// figures, denial and entities.
func many(t testing.TB, n int) fstest.MapFS {
	files := base(t)
	template := string(files[dye].Data)
	for i := range n {
		id := fmt.Sprintf("made-%05d", i)
		report := strings.NewReplacer(
			"dye-2031", id, "40,000 tonnes", fmt.Sprintf("%d tonnes", 1000+i),
			"0000000001", fmt.Sprintf("%010d", 100+i), "the Larn has", fmt.Sprintf("the Larn below mill-%d has", i),
			"a picnic with bottles", fmt.Sprintf("picnic %d", i),
			"history:", fmt.Sprintf("entities:\n  - {id: mill-%d, kind: company, name: Mill %d, aliases: [mill no. %d], of: ostmark}\nhistory:", i, i, i),
		).Replace(template)
		files["reports/"+id+".yaml"] = &fstest.MapFile{Data: []byte(report)}
	}
	return files
}

// Ten thousand reports are linted within ten seconds, and progress is told. A
// machine that is busy with other tests gets a fifth of them, unless
// ALLEGEDLY_FULL asks for all; the race detector would measure itself.
func TestManyReports(t *testing.T) {
	n, limit := 2_000, 10*time.Second
	if os.Getenv("ALLEGEDLY_FULL") != "" {
		n = 10_000
	}
	if testing.Short() || raceDetector {
		n = 500
	}
	files := many(t, n)
	linter := newLinter(t)
	start := time.Now()
	told := 0
	read, decoding := Read(files, func(done, total int) { told = max(told, done) })
	found := linter.Lint(read, decoding, Options{Today: "2031-07-01"})
	took := time.Since(start)
	t.Logf("%d reports linted in %v", n, took.Round(time.Millisecond))
	if len(found) > 0 {
		t.Errorf("%d findings in a clean corpus, such as %v", len(found), found[0])
	}
	if told != len(read) {
		t.Errorf("progress ended at %d of %d files", told, len(read))
	}
	if took > limit {
		t.Errorf("it took %v, more than %v", took, limit)
	}
}
