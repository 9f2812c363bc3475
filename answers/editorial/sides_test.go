package editorial

import (
	"strings"
	"testing"
	"testing/fstest"
)

// Whom the accused accuses may deny that, itself or by whoever speaks for it.
func TestCounterAccusationHasAReply(t *testing.T) {
	for _, speaker := range []string{"tern-institute", "tern-director"} {
		files := base(t)
		claims := "  - {id: C1, stance: counters, by: ostmark, verb: accused, says: the Tern Institute of selling figures to whoever pays, actor: [tern-institute], lines: [9]}\n" +
			"  - {id: C2, stance: denies, by: " + speaker + ", verb: denied, says: that it had ever sold a figure to anybody at all, lines: [9], answers: [C1]}\n"
		files[dye] = &fstest.MapFile{Data: append(files[dye].Data, claims...)}
		names := strings.Replace(string(files[harbour].Data), "  - id: larn\n", "  - {id: tern-director, kind: person, name: the director Ada Tern, of: tern-institute}\n  - id: larn\n", 1)
		files[harbour] = &fstest.MapFile{Data: []byte(names)}
		read, decoding := Read(files, nil)
		if found := newLinter(t).Lint(read, decoding, Options{Today: "2031-07-01"}); len(found) > 0 {
			t.Errorf("by %s: %v", speaker, found)
		}
	}
}
