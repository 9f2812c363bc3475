package editorial

import (
	"strings"
	"testing"
	"testing/fstest"

	"allegedly/answers/corpus"

	"github.com/google/go-cmp/cmp"
)

func TestBalance(t *testing.T) {
	files := base(t)
	second := string(files["reports/fish-2030.yaml"].Data)
	second += "  - {id: F2, stance: alleges, by: harbour-watch, says: the dye came from upstream, lines: [4], origin: watch-statement, said: {date: \"2030-02\", basis: stated}}\n"
	second = strings.Replace(second, "status: reviewed", "credits: [larn]\nstatus: reviewed", 1)
	files["reports/fish-2030.yaml"] = &fstest.MapFile{Data: []byte(second)}
	first := strings.Replace(string(files[dye].Data), "    targets: [larn]", "    origin: watch-statement\n    targets: [larn]", 1)
	first = strings.Replace(first, "status: reviewed", "credits: [larn]\nstatus: reviewed", 1)
	first += "  - {id: H5, stance: counters, by: ostmark, verb: accused, says: the Harbour Watch of greed, lines: [12], actor: [harbour-watch]}\n" +
		"  - {id: H6, stance: counters, by: ostmark, verb: accused, says: the Tern Institute of haste, lines: [12], actor: [tern-institute]}\n" +
		"  - {id: H7, stance: denies, by: tern-institute, verb: denied, says: that haste had anything to do with its findings, lines: [13], answers: [H6]}\n"
	files[dye] = &fstest.MapFile{Data: []byte(first)}
	c, found := corpus.Load(files)
	if len(found) > 0 {
		t.Fatal(found)
	}
	got := BalanceOf(c)
	want := Balance{
		Unrejected: []string{"dye-2031/H5"},
		Unanswered: []string{"fish-2030/F1"}, // F2 carries the statement that H2 answers
		Sides: []Side{
			{Report: "dye-2031", Accused: "ostmark", Published: "2031-05-04", Accusations: 1, First: "2031-05", Last: "2031-05", Denials: 1, Counters: 2, Reply: "2031-05-03"},
			{Report: "fish-2030", Accused: "ostmark", Published: "2030", Accusations: 2, First: "2030-02", Last: "2030-02"},
		},
		Origins:  []Shared{{"watch-statement", []string{"dye-2031/H1", "fish-2030/F2"}}},
		Agencies: []Shared{{"larn", []string{"dye-2031", "fish-2030"}}},
		Repeated: []Shared{{"watch-statement", []string{"dye-2031", "fish-2030"}}},
		Replies:  []Replied{{Denial: "dye-2031/H2", Said: "2031-05-03", Answers: []string{"H1"}}, {Denial: "dye-2031/H7", Answers: []string{"H6"}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDiff(t *testing.T) {
	before := decode(t, base(t)[dye].Data)
	for _, test := range []struct {
		name, old, new string
		want           []string
	}{
		{"nothing", "id: H3", "id: H3", nil},
		{"a field", "by: harbour-watch", "by: tern-institute", []string{"~ H1.by: harbour-watch -> tern-institute"}},
		{"a figure", "about 40,000 tonnes\"", "about 50,000 tonnes\"", []string{`~ H1.figures: [{text: 'about 40,000 tonnes', measures: total}] -> [{text: 'about 50,000 tonnes', measures: total}]`}},
		{"a report field", "publisher: Dockside Post", "publisher: Quay News", []string{"~ report.publisher: Dockside Post -> Quay News"}},
		{"a field more", "    lines: [11]", "    lines: [11]\n    origin: x", []string{"+ H3.origin: x"}},
		{"a claim gone and one new", "id: H3", "id: H9", []string{"- H3: the Larn has been dyed red four times", "+ H9: the Larn has been dyed red four times"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			after := decode(t, []byte(strings.Replace(string(base(t)[dye].Data), test.old, test.new, 1)))
			var got []string
			for _, change := range Diff(before, after) {
				got = append(got, change.String())
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestLapses(t *testing.T) {
	before := decode(t, base(t)[dye].Data)
	for _, test := range []struct {
		name, old, new string
		want           int
	}{
		{"nothing", "id: H3", "id: H3", 0},
		{"a change without history", "by: harbour-watch", "by: tern-institute", 1},
		{"a claim gone without history", "id: H3", "id: H9", 2},
		{"a new claim needs no history", "  - id: H3", "  - {id: H5, stance: context, by: article, says: it rained, lines: [3]}\n  - id: H3", 0},
		{"a change with history", "reason: Entered.}", "reason: Entered.}\n  - {date: \"2031-05-20\", reason: Other speaker.}", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			after := decode(t, []byte(strings.Replace(string(base(t)[dye].Data), test.old, test.new, 1)))
			if got := Lapses(before, after); len(got) != test.want {
				t.Errorf("got %q, want %d", got, test.want)
			}
		})
	}
}

func decode(t *testing.T, content []byte) *corpus.Report {
	t.Helper()
	file, found := corpus.Decode(dye, content)
	if len(found) > 0 {
		t.Fatal(found)
	}
	return file.Report
}
