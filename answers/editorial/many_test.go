package editorial

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// many returns the base corpus with n reports more, each with its own speaker,
// figures, denial and entities, and the texts of those.
func many(t testing.TB, n int) (files, texts fstest.MapFS) {
	files, texts = base(t), fstest.MapFS{}
	template := string(files[dye].Data)
	for i := range n {
		id := fmt.Sprintf("made-%05d", i)
		own := []string{"40,000 tonnes", fmt.Sprintf("%d tonnes", 1000+i), "a picnic with bottles", fmt.Sprintf("picnic %d", i),
			"Larn has", fmt.Sprintf("Larn below mill-%d has", i)}
		text := strings.NewReplacer(own...).Replace(dyeText)
		texts[id+".txt"] = &fstest.MapFile{Data: []byte(text)}
		report := strings.NewReplacer(append(own,
			"dye-2031", id, "aa00000000000000000000000000000000000000000000000000000000000001", fmt.Sprintf("%x", sha256.Sum256([]byte(text))),
			"history:", fmt.Sprintf("entities:\n  - {id: mill-%d, kind: company, name: Mill %d, aliases: [mill no. %d], of: ostmark}\nhistory:", i, i, i),
		)...).Replace(template)
		files["reports/"+id+".yaml"] = &fstest.MapFile{Data: []byte(report)}
	}
	return files, texts
}

// Ten thousand reports are linted within ten seconds, and verified within ten
// more, and progress is told. A machine that is busy with other tests gets a
// fifth of them, unless ALLEGEDLY_FULL asks for all; the race detector would
// measure itself.
func TestManyReports(t *testing.T) {
	n, limit := 2_000, 10*time.Second
	if os.Getenv("ALLEGEDLY_FULL") != "" {
		n = 10_000
	}
	if testing.Short() || raceDetector {
		n = 500
	}
	files, texts := many(t, n)
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
		t.Errorf("linting took %v, more than %v", took, limit)
	}
	start, told = time.Now(), 0
	read, _ = Read(files, nil)
	verified := 0
	for _, v := range linter.Verify(read, texts, func(done, total int) { told = max(told, done) }) {
		if _, given := texts[v.File.Report.Text.File]; !given {
			continue
		}
		verified += len(v.Claims)
		if len(v.Found) > 0 {
			t.Fatalf("a report is not what its text says: %v", v.Found)
		}
	}
	took = time.Since(start)
	t.Logf("and verified in %v, %d claims", took.Round(time.Millisecond), verified)
	if verified < 5*n || told < n {
		t.Errorf("%d claims verified and %d reports told of %d", verified, told, n)
	}
	if took > limit {
		t.Errorf("verifying took %v, more than %v", took, limit)
	}
}
