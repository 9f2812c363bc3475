package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// floors are the packages from the ground up: each may import only what stands
// on a floor below its own. So imports run one way,
//
//	cmd -> adapters -> bot -> answers -> planning -> weighing -> reading -> {compose, intent, record} -> corpus -> language
//
// and neighbours, such as two adapters, know nothing of each other.
var floors = [][]string{
	{"answers/language", "answers/data", "answers/audit", "answers/precedent"},
	{"answers/corpus"},
	{"answers/compose", "answers/intent", "answers/editorial"},
	{"answers/drafting", "answers/record"},
	{"answers/reading"},
	{"answers/weighing"},
	{"answers/planning"},
	{"answers"},
	{"answers/eval", "bot"},
	{"bot/gaplog", "adapters/adaptertest", "adapters/discord/discordtest", "adapters/slack/fakeslack"},
	{"adapters/discord", "adapters/repl", "adapters/slack"},
	{"cmd/allegedly"},
}

// aPackage is what go list tells about one.
type aPackage struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

func packages(t *testing.T) []aPackage {
	t.Helper()
	list := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", "allegedly/...")
	out, err := list.Output()
	if errors.Is(err, exec.ErrNotFound) {
		t.Skip("there is no go command here to ask for the imports")
	}
	if err != nil {
		t.Fatal(err)
	}
	var all []aPackage
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p aPackage
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func TestImportsRunOneWay(t *testing.T) {
	floor := map[string]int{}
	for n, names := range floors {
		for _, name := range names {
			floor["allegedly/"+name] = n
		}
	}
	for _, p := range packages(t) {
		mine, placed := floor[p.ImportPath]
		if !placed {
			t.Errorf("%s stands on no floor; give it one", p.ImportPath)
			continue
		}
		for _, i := range p.Imports {
			if below, ours := floor[i]; ours && below >= mine {
				t.Errorf("%s may not import %s", p.ImportPath, i)
			}
			if i == "allegedly/answers/data" && p.ImportPath != "allegedly/cmd/allegedly" {
				t.Errorf("%s may not import the data; cmd passes it in", p.ImportPath)
			}
		}
	}
}

// TestAnswersKnowNoWorld holds that the engine and all below it touch neither
// the network nor the file system, and know no platform.
func TestAnswersKnowNoWorld(t *testing.T) {
	banned := []string{"os", "net", "net/http", "log", "allegedly/bot", "github.com/bwmarrin/discordgo", "github.com/slack-go/slack"}
	for _, p := range packages(t) {
		if p.ImportPath == "allegedly/answers/data" && !slices.Equal(p.Imports, []string{"embed"}) {
			t.Errorf("the data may import nothing but embed, and imports %v", p.Imports)
		}
		if !strings.HasPrefix(p.ImportPath, "allegedly/answers") {
			continue
		}
		for _, i := range p.Imports {
			if slices.Contains(banned, i) || strings.HasPrefix(i, "allegedly/adapters") {
				t.Errorf("%s may not import %s", p.ImportPath, i)
			}
		}
	}
}

// TestAdaptersKnowNoOther looks at the tests of adapters too.
func TestAdaptersKnowNoOther(t *testing.T) {
	adapter := func(path string) string {
		rest, ok := strings.CutPrefix(path, "allegedly/adapters/")
		name, _, _ := strings.Cut(rest, "/")
		if !ok || name == "adaptertest" {
			return ""
		}
		return name
	}
	for _, p := range packages(t) {
		mine := adapter(p.ImportPath)
		for _, i := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
			if other := adapter(i); mine != "" && other != "" && other != mine {
				t.Errorf("%s may not import %s", p.ImportPath, i)
			}
		}
	}
}
