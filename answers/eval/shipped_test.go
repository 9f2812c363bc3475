package eval_test

import (
	"os"
	"path/filepath"
	"testing"

	"allegedly/answers"
	"allegedly/answers/data"
	"allegedly/answers/eval"
)

// TestShipped holds the shipped engine to a share of right answers, in percent, over the
// shipped questions, over the many of people who saw only the reports, and over those of
// kinds that are hard to answer; .ci/run asks for as many.
func TestShipped(t *testing.T) {
	units, err := eval.LoadUnits(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	engine, found := answers.New(data.FS)
	if errs := found.Errors(); len(errs) > 0 {
		t.Fatal(errs)
	}
	for _, test := range []struct {
		files string
		least float64
	}{
		{"../data/questions/*.yaml", 95},
		{"../testdata/questions/*.yaml", 95},
		{"../testdata/kinds/*.yaml", 85}, // gathered for what the engine once got wrong
	} {
		files, err := filepath.Glob(test.files)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: no files, %v", test.files, err)
		}
		var all []eval.Case
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			cases, err := eval.Parse(file, content, units)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, cases...)
		}
		result, err := eval.Run(t.Context(), engine, all)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range result.Failures {
			t.Logf("%s: turn %d: %q: %v", f.Place, f.Turn, f.Question, f.Wrong)
		}
		if result.Percent() < test.least {
			t.Errorf("%s: %d of %d answers are right, less than %v %%", test.files, result.Right, result.Total, test.least)
		}
	}
}
