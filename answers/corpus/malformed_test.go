package corpus

import (
	"strings"
	"testing"
)

// What no YAML library reads gets a place (the mark ▸) and advice that an editor
// can follow.
func TestMalformed(t *testing.T) {
	const before, after = "id: a\nclaims:\n  - id: A\n    words: [one, two,\n      three]\n", "    lines: [1]\n  - id: B\n    says: it rained\n"
	for _, test := range []struct{ line, advice string }{
		{"    says: ▸he said: no", "a colon with a space"},
		{"    says: ▸\"a fairy tale\" and more", "put the whole value into single marks"},
		{"    says: ▸'the union's figure", "an apostrophe is written twice"},
		{"    says: ▸\"a fairy tale", "is not closed"},
		{"    says: ▸'a fairy tale", "is not closed"},
		{"    says: ▸@home it rained", "none can begin with @"},
		{"    says: ▸*it rained", "none can begin with *"},
		{"    says: ▸- it rained", "on a line of its own"},
		{"    figures: ▸[{text: forty}", "is not closed"},
		{"    figures: [{text: ▸it is: so, of: x}]", "a colon with a space"},
		{"    figures: [{text: ▸\"forty\" lorries, of: x}]", "put the whole value into single marks"},
		{"    figures: [{text: ▸forty [sic] lorries}]", "needs quotation marks"},
		{"    words: [one,\n      ▸\"two\" three]", "put the whole value into single marks"},
		{"     ▸says: it rained", "begin in one column"},
		{"▸\t says: it rained", "spaces"},
		{"    says: Núñez said\n  ▸that it rained", "begin in one column"},
	} {
		broken, at := test.line, strings.Index(test.line, "▸")
		broken = strings.Replace(broken, "▸", "", 1)
		content := before + broken + "\n" + after
		line := strings.Count(before+test.line[:at], "\n") + 1
		column := len([]rune(test.line[strings.LastIndexByte(test.line[:at], '\n')+1:at])) + 1
		_, found := Decode("reports/a.yaml", []byte(content))
		if len(found) != 1 || found[0].Rule != "yaml" || found[0].Line != line || found[0].Column != column || !strings.Contains(found[0].Message, test.advice) {
			t.Errorf("%q: %v; want %d:%d %s", test.line, found, line, column, test.advice)
		}
	}
}

// A thousands comma between brackets cuts a value in two.
func TestCutByComma(t *testing.T) {
	for _, test := range []struct{ line, whole string }{
		{"    figures: [{text: ▸at least 4,300 tonnes, measures: total}]", `"at least 4,300 tonnes"`},
		{"    figures: [{text: ▸$1.2 billion (1,200 million), measures: total}]", `"$1.2 billion (1,200 million)"`},
		{"    words: [how much, ▸4,300 tonnes]", `"4,300 tonnes"`},
		{"    lines: [3, 4]", ""},
		{"    lines: [3,4]", ""},
		{"    words: [tonnes,4]", ""},
		{`    figures: [{text: "at least 4,300 tonnes", measures: total}]`, ""},
	} {
		content := "id: a\nclaims:\n  - id: A\n" + strings.Replace(test.line, "▸", "", 1) + "\n"
		_, found := Decode("reports/a.yaml", []byte(content))
		if test.whole == "" {
			if len(found) > 0 {
				t.Errorf("%q: %v", test.line, found)
			}
			continue
		}
		column := len([]rune(test.line[:strings.Index(test.line, "▸")])) + 1
		if len(found) != 1 || found[0].Line != 4 || found[0].Column != column || !strings.Contains(found[0].Message, test.whole) {
			t.Errorf("%q: %v; want %d:%d %s", test.line, found, 4, column, test.whole)
		}
	}
}
