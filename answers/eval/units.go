package eval

import (
	"cmp"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// Units are the ways of writing scales, shares, currencies and other units.
type Units struct {
	form   *regexp.Regexp    // of a figure in a file of questions
	scales map[string]string // patterns of all writings, by any of them
	units  map[string]string // likewise
}

// LoadUnits reads the units that the engine knows too: lexicon/units.yaml of fsys.
func LoadUnits(fsys fs.FS) (*Units, error) {
	const name = "lexicon/units.yaml"
	content, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	var known struct {
		Currencies map[string][]string
		Measures   map[string][]string
		Scales     map[string]struct{ Words []string }
		Percent    []string
	}
	if err := yaml.Unmarshal(content, &known); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	u := &Units{scales: map[string]string{}, units: map[string]string{}}
	for _, scale := range known.Scales {
		add(u.scales, scale.Words)
	}
	add(u.scales, append(known.Percent, "per cent"))
	for _, kind := range []map[string][]string{known.Currencies, known.Measures} {
		for _, words := range kind {
			add(u.units, words)
		}
	}
	u.form, err = regexp.Compile(`(?i)^(` + anyOf(u.units) + `)?\s?(\d[\d,]*(?:\.\d+)?)(?:\s?(` + anyOf(u.scales) + `))?(?:\s(` + anyOf(u.units) + `))?$`)
	return u, err
}

// add notes under each of the words the pattern of all of them.
func add(patterns map[string]string, words []string) {
	all := map[string]string{}
	for _, word := range words {
		all[word] = ""
	}
	pattern := anyOf(all)
	for _, word := range words {
		patterns[word] = pattern
	}
}

// anyOf returns a pattern of any of the words, the longest first.
func anyOf(words map[string]string) string {
	var all []string
	for word := range words {
		all = append(all, regexp.QuoteMeta(word))
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return strings.Join(all, "|")
}

// pattern returns a pattern for a figure in any usual writing. A unit that the
// figure has stands before the number or after it, there also as "US dollars".
func (u *Units) pattern(figure string) (*regexp.Regexp, error) {
	m := u.form.FindStringSubmatch(figure)
	if m == nil || m[1] != "" && m[4] != "" {
		return nil, fmt.Errorf("%q is no figure; write it like $1.2 billion, 40 tonnes, 200,000 or 7%%", figure)
	}
	number := strings.ReplaceAll(regexp.QuoteMeta(m[2]), ",", `[,\s]?`)
	if strings.Contains(m[2], ".") {
		number += "0*"
	}
	if scale := u.scales[strings.ToLower(m[3])]; scale != "" {
		number += `[\s-]?(?i:` + scale + `)`
	}
	const ends = `(?:$|[^\p{L}\d])`
	bare := `(?:^|[^\d.,])` + number
	unit := u.units[strings.ToLower(m[1]+m[4])]
	if unit == "" {
		return regexp.Compile(bare + ends)
	}
	unit = `(?i:` + unit + `)`
	return regexp.Compile(`(?:^|[^\p{L}])` + unit + `\s?` + number + ends + `|` + bare + `[\s-]?(?:\p{Lu}\S*\s){0,2}` + unit + ends)
}
