package corpus

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

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

// What the schema needs, loading needs too, and the other way round.
func TestSchemaNeedsWhatLoadingNeeds(t *testing.T) {
	const whole = `id: dye
title: T
publisher: P
published: {basis: unknown}
accused: ostmark
subject: s
text: {file: f.txt, sha256: "881f9b21a14f1e18467bade8eeba42f5b2404882de6ff481bcb4529bc24bcce7"}
status: reviewed
entities: [{id: ostmark, kind: party, name: Ostmark}]
claims: [{id: A, stance: alleges, by: unnamed, as: somebody, says: there is dye, lines: [1]}]
`
	for _, test := range []struct {
		without string
		needed  bool
	}{
		{"", false},
		{", lines: [1]", true},
		{"title: T\n", true},
		{"subject: s\n", true},
		{", says: there is dye", true},
		{", sha256: \"881f9b21a14f1e18467bade8eeba42f5b2404882de6ff481bcb4529bc24bcce7\"", false},
	} {
		report := strings.Replace(whole, test.without, "", 1)
		_, found := Load(fstest.MapFS{"reports/dye.yaml": {Data: []byte(report)}})
		if missing := len(found.Errors()) > 0; missing != test.needed {
			t.Errorf("without %q: loading finds %v", test.without, found)
		}
		if missing := fits(t, ReportSchema(), []byte(report)) != nil; missing != test.needed {
			t.Errorf("without %q: the schema refuses it: %v", test.without, missing)
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
