package drafting

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func gapDrafter(t *testing.T) *Drafter {
	_, files := made(t)
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
