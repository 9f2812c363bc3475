package corpus

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"allegedly/answers/language"
)

var update = flag.Bool("update", false, "rewrite generated files and goldens")

const formatFile = "../data/FORMAT.md"

var types = map[string]reflect.Type{
	"Report": reflect.TypeFor[Report](), "Text": reflect.TypeFor[Text](), "Change": reflect.TypeFor[Change](),
	"Claim": reflect.TypeFor[Claim](), "Figure": reflect.TypeFor[Figure](), "Date": reflect.TypeFor[Date](),
	"Period": reflect.TypeFor[Period](), "Entity": reflect.TypeFor[Entity](),
}

// The guide's tables of keys are written from the structs, so that no key is
// missing in it and none is invented.
func TestFormatHasTheKeys(t *testing.T) {
	guide := readFormat(t)
	table := regexp.MustCompile(`(?s)<!-- keys: (\w+) -->\n.*?<!-- end -->`)
	seen := map[string]bool{}
	want := table.ReplaceAllFunc(guide, func(old []byte) []byte {
		name := string(table.FindSubmatch(old)[1])
		typ := types[name]
		if typ == nil {
			t.Fatalf("FORMAT.md has a table of %s, which is no part of the format", name)
		}
		seen[name] = true
		var out bytes.Buffer
		fmt.Fprintf(&out, "<!-- keys: %s -->\n| key | needed | what it is |\n|---|---|---|\n", name)
		for _, key := range keysOf(typ) {
			needed := "yes"
			if key.optional {
				needed = ""
			}
			if key.doc == "" {
				t.Errorf("%s.%s has no doc tag", name, key.key)
			}
			fmt.Fprintf(&out, "| `%s` | %s | %s |\n", key.key, needed, key.doc)
		}
		out.WriteString("<!-- end -->")
		return out.Bytes()
	})
	for name := range types {
		if !seen[name] {
			t.Errorf("FORMAT.md has no table of the keys of %s", name)
		}
	}
	if *update {
		if err := os.WriteFile(formatFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	} else if !bytes.Equal(guide, want) {
		t.Error("FORMAT.md is out of step with the structs; run go test ./answers/corpus -run Format -update")
	}
}

// The tables of values are written by hand, and hold exactly the values there are.
func TestFormatHasTheValues(t *testing.T) {
	guide := string(readFormat(t))
	for field, want := range map[string][]string{"status": words(statuses), "stance": words(stances), "facets": words(facets),
		"measures": words(measures), "basis": words(bases), "kind": words(kinds)} {
		head := regexp.MustCompile("\n\\| `" + field + "` \\|.*\n\\|---.*\n").FindStringIndex(guide)
		if head == nil {
			t.Errorf("FORMAT.md has no table of the values of %q", field)
			continue
		}
		var got []string
		for _, line := range strings.Split(guide[head[1]:], "\n") {
			if !strings.HasPrefix(line, "| `") {
				break
			}
			got = append(got, line[3:3+strings.IndexByte(line[3:], '`')])
		}
		if !slices.Equal(got, want) {
			t.Errorf("values of %q in FORMAT.md: %v\nin the program: %v", field, got, want)
		}
	}
	for _, speaker := range []string{Article, Unnamed} {
		if !strings.Contains(guide, "`"+speaker+"`") {
			t.Errorf("FORMAT.md does not explain the speaker %q", speaker)
		}
	}
}

// Every constant of a closed set is in the list that checking goes by.
func TestListsHoldEveryConstant(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "report.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	lists := map[string][]string{}
	for typ, list := range values {
		lists[typ.Name()] = list
	}
	n := 0
	ast.Inspect(file, func(node ast.Node) bool {
		spec, ok := node.(*ast.ValueSpec)
		if !ok || spec.Type == nil || len(spec.Values) != 1 {
			return true
		}
		name := spec.Type.(*ast.Ident).Name
		value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		n++
		if !slices.Contains(lists[name], value) {
			t.Errorf("%s %q is in no list of check.go", name, value)
		}
		return true
	})
	if n < 30 {
		t.Errorf("only %d constants found in report.go", n)
	}
}

// The guide's example is a report that loads, fits its schema and is true to
// its text.
func TestFormatExample(t *testing.T) {
	guide := string(readFormat(t))
	report, text := block(t, guide, "```yaml\n"), block(t, guide, "```text\n")
	const name = "reports/larn-mill-2031.yaml"
	file, found := Decode(name, []byte(report))
	if len(found) > 0 {
		t.Fatal(found)
	}
	c, found := Build([]*File{file})
	if len(found) > 0 {
		t.Fatal(found)
	}
	if len(c.Claims) != 4 || len(c.Replies(c.Claim("larn-mill-2031/1"))) != 1 {
		t.Errorf("the example has %d claims and %d replies to the first", len(c.Claims), len(c.Replies(c.Claim("larn-mill-2031/1"))))
	}
	validate(t, ReportSchema(), name, []byte(report))
	for _, v := range NewVerifier(c, testLexicon(t)).Verify(file, []byte(text)) {
		if len(v.Found) > 0 {
			t.Errorf("claim %q: %v", v.Claim, v.Found)
		}
	}
}

func readFormat(t testing.TB) []byte {
	t.Helper()
	guide, err := os.ReadFile(formatFile)
	if err != nil {
		t.Fatal(err)
	}
	return guide
}

func block(t testing.TB, guide, fence string) string {
	t.Helper()
	_, rest, found := strings.Cut(guide, "\n"+fence)
	content, _, closed := strings.Cut(rest, "```")
	if !found || !closed {
		t.Fatalf("FORMAT.md has no block %s", strings.TrimSpace(fence))
	}
	return content
}

// testLexicon returns a lexicon of a few words with the shipped units, so that
// tests here do not hang on the wording of the shipped lexicon.
func testLexicon(t testing.TB) *language.Lexicon {
	t.Helper()
	units, err := os.ReadFile("../data/lexicon/units.yaml")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{
		"lexicon/units.yaml":     {Data: units},
		"lexicon/asking.yaml":    {Data: []byte("[]")},
		"lexicon/synonyms.yaml":  {Data: []byte("- {id: take, words: [take, carry off]}\n- {id: staff, words: [staff, crew]}")},
		"lexicon/ignorable.yaml": {Data: []byte("words: [the, a, an, of, us, who, it, in, is, to, did, what]\nphrases: [tell me]")},
		"lexicon/chat.yaml":      {Data: []byte("expand: {u: you}")},
		"lexicon/english.txt":    {Data: []byte("river\nship\n")},
	}
	lexicon, err := language.LoadLexicon(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return lexicon
}
