package drafting

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
)

func gapDrafter(t *testing.T) *Drafter {
	_, files := made(t, "observatory")
	d, _ := newDrafter(t, fstest.MapFS{"entities/names.yaml": files["entities/names.yaml"]})
	return d
}

func TestSubjects(t *testing.T) {
	gaps := []Gap{
		{Question: "Did Halden repay the school?"},
		{Question: "is it going to rain"},
		{Question: "Who is Zorvath?"},
		{Question: "How many lenses has the observatory?", Disliked: true, Reason: "too long"},
		{Question: "what did zorvath buy?"},
		{Question: "the of"},
	}
	got := map[string]int{}
	for _, s := range gapDrafter(t).Subjects(gaps) {
		got[s.Name] = len(s.Gaps)
	}
	want := map[string]int{"the Halden Observatory": 2, "zorvath": 2, "rain": 1, "no subject": 1}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestStub(t *testing.T) {
	for _, test := range []struct {
		question string
		holds    []string // empty: no stub
	}{
		{"What did Jon Aske say about the crates?", []string{"by: jon-aske", "- crates", "TODO the lines"}},
		{"Did the Star Trust lie?", []string{"by: star-trust"}},
		{"what about Zorvath?", []string{"by: TODO", "- zorvath"}},
		{"is it going to rain", nil},
	} {
		stub, err := gapDrafter(t).Stub(Gap{Question: test.question})
		if err != nil {
			t.Fatal(err)
		}
		if (stub == "") != (len(test.holds) == 0) {
			t.Errorf("%q: got %q", test.question, stub)
		}
		for _, part := range test.holds {
			if !strings.Contains(stub, part) {
				t.Errorf("%q: %q is not in\n%s", test.question, part, stub)
			}
		}
	}
}

// Whatever a reader typed is grouped once, and makes a stub that can be read.
func FuzzGaps(f *testing.F) {
	_, files := made(f, "observatory")
	drafter, _ := newDrafter(f, fstest.MapFS{"entities/names.yaml": files["entities/names.yaml"]})
	for _, seed := range []string{"", "Did Halden repay?", "\x1b[2J: - {", "who is “Zorvath” & 'co'?", "- a: b\n#"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, question string) {
		gap := Gap{Question: question}
		if got := drafter.Subjects([]Gap{gap}); len(got) != 1 || got[0].Name == "" || len(got[0].Gaps) != 1 {
			t.Errorf("grouped as %+v", got)
		}
		stub, err := drafter.Stub(gap)
		if err != nil {
			t.Fatal(err)
		}
		var claims []map[string]any
		if err := yaml.Unmarshal([]byte(stub), &claims); err != nil {
			t.Errorf("the stub cannot be read: %v\n%s", err, stub)
		}
	})
}
