package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"allegedly/adapters/repl"
	"allegedly/answers/data"
	"allegedly/answers/eval"
	"allegedly/bot"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestAnswersFollowTheSchema asks all shipped questions and holds each object
// that programs get to docs/answer.schema.json.
func TestAnswersFollowTheSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../../docs/answer.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(filepath.FromSlash("../../answers/data/questions/shipped.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	units, err := eval.LoadUnits(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	cases, err := eval.Parse("shipped.yaml", content, units)
	if err != nil {
		t.Fatal(err)
	}
	var in, out bytes.Buffer
	asked := 0
	for _, c := range cases {
		for _, turn := range c.Turns {
			in.WriteString(turn.Ask + "\n")
			asked++
		}
	}
	in.WriteString("\x00\xff\n/denial\n/timeline the UN\n/sources\n/about\n/unknown\n")
	asked += 6
	engine, err := strictEngine("")
	if err != nil {
		t.Fatal(err)
	}
	if err := (repl.JSON{Handler: bot.New(engine, bot.Options{}), Explain: true}).Run(t.Context(), &in, &out); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(out.String()) {
		asked--
		object, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		if err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		if err := schema.Validate(object); err != nil {
			t.Errorf("%v in %s", err, line)
		}
	}
	if asked != 0 {
		t.Errorf("%d questions got no object", asked)
	}
}
