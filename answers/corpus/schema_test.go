package corpus

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"
)

// The schemas that editors use are written from the structs.
func TestSchemaFiles(t *testing.T) {
	for name, want := range map[string][]byte{"report": ReportSchema(), "entities": EntitiesSchema()} {
		path := "../data/schema/" + name + ".json"
		if *update {
			if err := os.WriteFile(path, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is out of step with the structs; run go test ./answers/corpus -run Schema -update", path)
		}
	}
}

// Every shipped file fits its schema, and its first line names that schema.
func TestShippedFilesFitTheirSchema(t *testing.T) {
	for dir, kind := range map[string]struct {
		schema []byte
		name   string
	}{"reports": {ReportSchema(), "report"}, "entities": {EntitiesSchema(), "entities"}} {
		files, err := filepath.Glob("../data/" + dir + "/*.yaml")
		if err != nil || len(files) == 0 {
			t.Fatalf("no files in %s: %v", dir, err)
		}
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			first, _, _ := strings.Cut(string(content), "\n")
			if want := "# yaml-language-server: $schema=../schema/" + kind.name + ".json"; first != want {
				t.Errorf("%s begins %q, want %q", file, first, want)
			}
			validate(t, kind.schema, file, content)
		}
	}
}

// A schema that takes anything would be worth nothing.
func TestSchemaRefuses(t *testing.T) {
	good := "id: a\ntitle: T\npublisher: P\npublished: {basis: unknown}\naccused: x\nsubject: s\ntext: {file: f, sha256: ''}\nstatus: draft\nclaims: []\n"
	if err := fits(t, ReportSchema(), []byte(good)); err != nil {
		t.Fatalf("the smallest draft does not fit: %v", err)
	}
	for name, bad := range map[string]string{
		"unknown key":   good + "tilte: T\n",
		"unknown value": strings.Replace(good, "draft", "ready", 1),
		"missing key":   strings.Replace(good, "publisher: P\n", "", 1),
		"bad id":        strings.Replace(good, "id: a", "id: A b", 1),
		"bad date":      strings.Replace(good, "{basis: unknown}", "{basis: stated, date: May 2031}", 1),
		"not a list":    strings.Replace(good, "claims: []", "claims: none", 1),
		"line zero":     strings.Replace(good, "claims: []", "claims: [{id: '1', stance: alleges, says: s, lines: [0]}]", 1),
	} {
		if fits(t, ReportSchema(), []byte(bad)) == nil {
			t.Errorf("%s: the schema takes it", name)
		}
	}
}

func validate(t *testing.T, schema []byte, name string, content []byte) {
	t.Helper()
	if err := fits(t, schema, content); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

func fits(t *testing.T, schema, content []byte) error {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var value any
	if err := yaml.Unmarshal(content, &value); err != nil {
		t.Fatal(err)
	}
	return compiled.Validate(value)
}
