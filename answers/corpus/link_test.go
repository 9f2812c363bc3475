package corpus

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"allegedly/answers/language"
)

// world is a made-up subject with the kinds of names that make trouble: one
// inside another, initials that are also words, roles, owners, misspellings.
const world = `
entities:
  - {id: larn, kind: party, name: Larn, aliases: [Larnish, Republic of Larn]}
  - {id: orr, kind: party, name: the United Shires, label: the US, aliases: [US, U.S., United Shires]}
  - {id: larn-ministry, kind: body, name: the Larn harbour ministry, roles: [harbour ministry, ministry], of: larn}
  - {id: orr-ministry, kind: body, name: the Shire ministry, roles: [ministry], of: orr}
  - {id: orr-watch, kind: body, name: the Coast Watch, label: the Watch, roles: [watch, coast guard, fleet of Larn], of: orr}
  - {id: gull, kind: group, name: the Gull Gang, label: the Gulls, aliases: [Gulls, Gull], spellings: [Gul Gang]}
  - {id: sea-gull, kind: company, name: Sea Gull, of: orr}
  - {id: bridge-theft, kind: incident, name: the bridge theft, aliases: [bridge heist], of: sea-gull}
`

func worldCorpus(t testing.TB, claims string) *Corpus {
	t.Helper()
	fsys := fstest.MapFS{"entities/world.yaml": {Data: []byte(world)}}
	if claims != "" {
		fsys["reports/tide-2031.yaml"] = &fstest.MapFile{Data: []byte(`
id: tide-2031
title: Tide takes a bridge
publisher: Tide Post
url: https://www.tide.example/2031/bridge
published: {date: "2031-05", basis: stated}
accused: larn
subject: a bridge
text: {file: tide.txt, sha256: ""}
status: reviewed
claims:
` + claims)}
	}
	c, found := Load(fsys)
	if len(found) > 0 {
		t.Fatal(found)
	}
	return c
}

func TestLink(t *testing.T) {
	lexicon := testLexicon(t)
	linker := NewLinker(worldCorpus(t, "  - {id: a, stance: context, by: article, says: a bridge fell, lines: [1]}\n"), lexicon)
	tests := []struct{ question, want string }{
		{"what did Larn say", "Larn=larn"},
		{"what did LARN's fleet do", "LARN's=larn"},
		{"the Republic of Larn", "Republic of Larn=larn"},
		{"did the Gull Gang sink Sea Gull", "Gull Gang=gull, Sea Gull=sea-gull"},
		{"the Gul Gang", "Gul Gang=gull"},
		{"seagull", "seagull=sea-gull"},
		{"the gang of Gull", "gang of Gull=gull"},
		{"what did the Gang Gull sink", "Gang Gull=gull"}, // the noun first
		{"did the US pay", "US=orr"},
		{"did it tell us", ""},
		{"the U.S. paid", "U.S=orr"},
		{"Larn's harbour ministry", "Larn's harbour ministry=larn-ministry"},
		{"the ministry of Larn", "ministry=larn-ministry, Larn=larn"},
		{"the United Shires' own ministry", "United Shires' own ministry=orr-ministry"},
		{"the ministry", ""}, // two have that role
		{"the coast guard", "coast guard=orr-watch?"},
		{"the fleet of Larn", "fleet of Larn=orr-watch?, Larn=larn"}, // a role that ends in a name
		{"the bridge heist", "bridge heist=bridge-theft"},
		{"who wrote the Tide Post piece", "Tide Post=report tide-2031"},
		{"is tide-2031 reliable", "tide-2031=report tide-2031"},
	}
	for _, test := range tests {
		tokens := language.Split(test.question)
		var got []string
		for _, m := range linker.Link(tokens) {
			to := strings.Join(m.IDs, "+")
			if len(m.Reports) > 0 {
				to = "report " + strings.Join(m.Reports, "+")
			}
			if m.Weak {
				to += "?"
			}
			got = append(got, fmt.Sprintf("%s=%s", test.question[tokens[m.From].Start:tokens[m.To-1].End], to))
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%q links %q, want %q", test.question, strings.Join(got, ", "), test.want)
		}
	}
}

func TestOwners(t *testing.T) {
	c := worldCorpus(t, "")
	if got := c.Owners("bridge-theft"); !slices.Equal(got, []string{"sea-gull", "orr"}) {
		t.Errorf("owners of the bridge theft: %v", got)
	}
	if !c.BelongsTo("bridge-theft", "orr") || c.BelongsTo("orr", "bridge-theft") || !c.BelongsTo("gull", "gull") {
		t.Error("belonging runs one way, and everything belongs to itself")
	}
}

func TestCalling(t *testing.T) {
	for _, test := range []struct {
		entity Entity
		want   string
	}{
		{Entity{Kind: Company, Name: "the security firm Tallow Point", Label: "Tallow Point"}, "security firm"},
		{Entity{Kind: Outlet, Name: "the newspaper Kuzey", Label: "Kuzey"}, "newspaper"},
		{Entity{Kind: Outlet, Name: "Orr's newspaper Kuzey", Label: "Kuzey"}, "newspaper"},
		{Entity{Kind: Company, Name: "Tallow Point", Label: "Tallow Point"}, ""},
		{Entity{Kind: Company, Name: "the security firm Tallow Point"}, ""},
		{Entity{Kind: Body, Name: "the harbour office Larn", Label: "Larn", Roles: []string{"office"}}, ""},
		{Entity{Kind: Incident, Name: "the bridge theft Larn", Label: "Larn"}, ""},
	} {
		if got := calling(&test.entity); got != test.want {
			t.Errorf("%q, labelled %q: got %q, want %q", test.entity.Name, test.entity.Label, got, test.want)
		}
	}
}
