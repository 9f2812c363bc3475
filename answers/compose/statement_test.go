package compose

import "testing"

func TestPlace(t *testing.T) {
	for _, test := range []struct {
		lines []int
		want  string
	}{
		{nil, ""},
		{[]int{7}, "line 7"},
		{[]int{7, 8}, "lines 7–8"},
		{[]int{3, 5, 6, 7, 12}, "lines 3, 5–7, 12"},
	} {
		if got := (Citation{Source: 1, Lines: test.lines}).Place(); got != test.want {
			t.Errorf("%v: got %q, want %q", test.lines, got, test.want)
		}
	}
}
