package eval_test

import (
	"os"
	"testing"

	"allegedly/answers"
	"allegedly/answers/data"
	"allegedly/answers/eval"
)

// least is the share of right answers, in percent, below which the shipped
// engine must not fall; .ci/run asks for as many.
const least = 95

func TestShipped(t *testing.T) {
	const file = "../data/questions/shipped.yaml"
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	units, err := eval.LoadUnits(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	cases, err := eval.Parse(file, content, units)
	if err != nil {
		t.Fatal(err)
	}
	engine, found := answers.New(data.FS)
	if errs := found.Errors(); len(errs) > 0 {
		t.Fatal(errs)
	}
	result, err := eval.Run(t.Context(), engine, cases)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range result.Failures {
		t.Logf("%s: turn %d: %q: %v", f.Place, f.Turn, f.Question, f.Wrong)
	}
	if result.Percent() < least {
		t.Errorf("%d of %d answers are right, less than %d %%", result.Right, result.Total, least)
	}
}
