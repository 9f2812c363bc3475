package editorial

import (
	"strings"
	"testing"
	"testing/fstest"

	"allegedly/answers/corpus"
)

// A report that others lean on breaks, in the middle of being edited. The others
// go on answering.
func TestBrokenReportTakesNothingAway(t *testing.T) {
	leaning := func(t *testing.T) fstest.MapFS {
		files := base(t)
		first := strings.Replace(string(files[dye].Data), "claims:\n", "entities:\n  - {id: dye-mill, kind: company, name: the Dye Mill, of: ostmark}\nclaims:\n", 1)
		files[dye] = &fstest.MapFile{Data: []byte(first)}
		second := strings.Replace(string(files["reports/fish-2030.yaml"].Data), "    period:", "    targets: [dye-mill]\n    actor: [dye-mill]\n    period:", 1)
		second += "  - {id: F2, stance: remark, says: Both reports speak of one river, lines: [3], about: [F1, dye-2031/H1]}\n"
		files["reports/fish-2030.yaml"] = &fstest.MapFile{Data: []byte(second)}
		return files
	}
	for _, test := range []struct {
		name, old, new string
		answers        int // claims of the other report that still answer
	}{
		{"whole", "", "", 2},
		{"a claim without lines", "lines: [11]", "lines: []", 2},
		{"a speaker that is nobody", "by: harbour-watch", "by: nobody-at-all", 2},
		{"its claim is gone", "id: H1", "id: H7", 2},
		{"an unknown field", "subject:", "sbuject: x\nsubject:", 2},
		{"words for a line", "lines: [11]", "lines: [eleven]", 2},
		{"a draft again", "status: reviewed", "status: draft", 2},
		{"a draft with things to do", "status: reviewed\n", "status: draft\nnote: TODO\nauthor: TODO\n", 2},
		{"withdrawn", "status: reviewed\n", "status: withdrawn\nwithdrawn: {date: \"2031-06-02\", reason: Wrong river.}\n", 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := leaning(t)
			files[dye] = &fstest.MapFile{Data: []byte(strings.Replace(string(files[dye].Data), test.old, test.new, 1))}
			loaded, _ := corpus.Load(files)
			n := 0
			for _, c := range loaded.Claims {
				if c.Report().ID == "fish-2030" {
					n++
				}
			}
			if n != test.answers {
				t.Errorf("%d claims of the other report answer, want %d", n, test.answers)
			}
		})
	}
}

// A draft may not take an id from a report that answers, whatever its name.
func TestDraftTakesNoID(t *testing.T) {
	files := base(t)
	files["reports/a-draft.yaml"] = &fstest.MapFile{Data: []byte("id: a-draft\ntitle: T\npublisher: P\npublished: {basis: unknown}\naccused: ostmark\nsubject: s\nstatus: draft\ntext: {file: a.txt, sha256: \"\"}\n" +
		"entities:\n  - {id: dye-house, kind: company, name: a draft's name}\nclaims: []\n")}
	second := strings.Replace(string(files[dye].Data), "claims:\n", "entities:\n  - {id: dye-house, kind: company, name: the Dye House}\nclaims:\n", 1)
	files[dye] = &fstest.MapFile{Data: []byte(second)}
	loaded, found := corpus.Load(files)
	if loaded.Report("dye-2031") == nil {
		t.Fatalf("the draft took the report away: %v", found)
	}
	if name := loaded.Entity("dye-house").Name; name != "the Dye House" {
		t.Errorf("the name is the draft's: %q", name)
	}
	if errors := found.Errors(); len(errors) > 0 {
		t.Errorf("a draft makes errors: %v", errors)
	}
}
