package slack

import (
	"encoding/json"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func manifestSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	file, err := os.Open("testdata/manifest.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	document, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.UseRegexpEngine(func(pattern string) (jsonschema.Regexp, error) {
		// Go knows no lookahead, which only the patterns of domain lists use, and
		// our manifest has none of those.
		return regexp.Compile(strings.Replace(pattern, `(?![\.\-])`, "", 1))
	})
	if err := compiler.AddResource("manifest.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestManifest(t *testing.T) {
	schema := manifestSchema(t)
	for name, o := range map[string]ManifestOptions{
		"socket mode":               {},
		"socket mode, mention only": {MentionOnly: true},
		"events api":                {HTTP: "https://bot.example/behind/"},
		"events api, mentions only": {HTTP: "https://bot.example", MentionOnly: true},
	} {
		t.Run(name, func(t *testing.T) {
			text, link, err := Manifest(o)
			if err != nil {
				t.Fatal(err)
			}
			document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(document); err != nil {
				t.Error(err)
			}
			u, err := url.Parse(link)
			if err != nil || u.Host != "api.slack.com" || u.Query().Get("new_app") != "1" {
				t.Fatalf("link %s, %v", link, err)
			}
			var fromText, fromLink manifest
			if json.Unmarshal([]byte(text), &fromText) != nil || json.Unmarshal([]byte(u.Query().Get("manifest_json")), &fromLink) != nil {
				t.Fatal("no JSON")
			}
			if mustJSON(fromText) != mustJSON(fromLink) {
				t.Error("the link holds another manifest")
			}
			seesAll := slices.Contains(fromText.OAuth.Scopes.Bot, "channels:history") || slices.Contains(fromText.Settings.Events.Bot, "message.channels")
			if seesAll == o.MentionOnly {
				t.Errorf("reads every message: %t", seesAll)
			}
			if socket := fromText.Settings.Socket; socket != (o.HTTP == "") {
				t.Errorf("Socket Mode: %t", socket)
			}
			if o.HTTP != "" && fromText.Settings.Events.URL != strings.TrimRight(o.HTTP, "/")+pathEvents {
				t.Errorf("events at %s", fromText.Settings.Events.URL)
			}
		})
	}
	for _, address := range []string{"http://bot.example", "bot.example", "https://", "https://bot.example/?a=1"} {
		if _, _, err := Manifest(ManifestOptions{HTTP: address}); err == nil {
			t.Errorf("%s was accepted", address)
		}
	}
}

// TestManifestSchemaBites holds that the schema refuses what Slack would.
func TestManifestSchemaBites(t *testing.T) {
	schema := manifestSchema(t)
	for name, spoil := range map[string]func(*manifest){
		"long name":        func(m *manifest) { m.Display.Name = strings.Repeat("x", 36) },
		"long shortcut":    func(m *manifest) { m.Features.Shortcuts[0].Name += "?" },
		"short long text":  func(m *manifest) { m.Display.Long = "short" },
		"unslashed":        func(m *manifest) { m.Features.Commands[0].Command = "ask" },
		"no address":       func(m *manifest) { m.Settings.Events.URL = "bot.example" },
		"long description": func(m *manifest) { m.Features.Agent.Description = strings.Repeat("x", 301) },
	} {
		m := describe("https://bot.example", false)
		spoil(&m)
		document, err := jsonschema.UnmarshalJSON(strings.NewReader(mustJSON(m)))
		if err != nil {
			t.Fatal(err)
		}
		if schema.Validate(document) == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}
