package corpus

import (
	"slices"
	"strings"

	"allegedly/answers/language"
)

// An article is a text that reports are verified against.
type article struct {
	*Verifier
	lines []string // as counted from 1; a last line break begins no line
}

func newArticle(v *Verifier, text []byte) *article {
	content := strings.TrimSuffix(strings.TrimPrefix(string(text), "\ufeff"), "\n")
	lines := strings.Split(strings.ReplaceAll(content, "\r\n", "\n"), "\n")
	return &article{v, lines}
}

// A passage is some lines of an article, read once.
type passage struct {
	plain   string // see plain
	tokens  []language.Token
	figures []language.Figure
	years   map[int]bool
}

// at returns the passage of the given lines; lines that do not exist are left out.
func (a *article) at(lines []int) passage {
	var text []string
	for _, n := range lines {
		if n >= 1 && n <= len(a.lines) {
			text = append(text, a.lines[n-1])
		}
	}
	return a.passage(strings.Join(text, "\n"))
}

func (a *article) passage(text string) passage {
	p := passage{plain: plain(text), tokens: a.split(text), years: map[int]bool{}}
	dates := a.lexicon.Dates(p.tokens)
	p.figures = a.lexicon.Figures(p.tokens, dates)
	for _, d := range dates {
		p.years[d.Year] = true
	}
	return p
}

// sameMark writes typographic marks as a keyboard does.
var sameMark = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "‑", "-", "\u00a0", " ")

// plain brings two writings of the same words together: marks and dashes as a
// keyboard has them, single spaces, small letters.
func plain(text string) string {
	return strings.Join(strings.Fields(strings.ToLower(sameMark.Replace(text))), " ")
}

// says tells whether the words stand in the passage as they are written, not
// as part of longer words.
func (p passage) says(words string) bool {
	want := plain(words)
	if want == "" {
		return false
	}
	for from := 0; ; {
		at := strings.Index(p.plain[from:], want)
		if at < 0 {
			return false
		}
		at += from
		if boundary(p.plain, at-1, want[0], -1) && boundary(p.plain, at+len(want), want[len(want)-1], 1) {
			return true
		}
		from = at + 1
	}
}

// boundary tells whether a match that begins (step -1) or ends (step +1) beside
// its letter own does so at the edge of a word: i is where its neighbour stands.
// A digit has no edge at the point or comma of a longer number: "$1" is not in "$1.59".
func boundary(text string, i int, own byte, step int) bool {
	if i < 0 || i >= len(text) || !wordByte(own) {
		return true
	}
	if next := i + step; (text[i] == '.' || text[i] == ',') && digit(own) && next >= 0 && next < len(text) {
		return !digit(text[next])
	}
	return !wordByte(text[i])
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

func wordByte(b byte) bool {
	return b >= 'a' && b <= 'z' || digit(b) || b >= 0x80
}

// has tells whether the figure stands in the passage, in any writing.
func (p passage) has(f language.Figure) bool {
	return slices.ContainsFunc(p.figures, func(g language.Figure) bool { return g.Same(f) })
}

func (p passage) hasYear(year int) bool { return p.years[year] }

// A name is one of an entity's names as passages are searched for it.
type name struct {
	words    []string
	capitals bool // a short name in capitals counts only in capitals: "US" is not in "told us"
}

// namesOf returns the names of an entity.
func (v *Verifier) namesOf(e *Entity) []name {
	if names, ok := v.names[e]; ok {
		return names
	}
	var names []name
	for _, text := range slices.Concat([]string{e.Name, e.Label}, e.Aliases, e.Spellings) {
		words := foldedWords(text)
		for len(words) > 1 && (words[0] == "the" || words[0] == "a" || words[0] == "an") {
			words = words[1:]
		}
		if len(words) > 0 {
			names = append(names, name{words, len(words) == 1 && len(text) <= 4 && text == strings.ToUpper(text)})
		}
	}
	v.names[e] = names
	return names
}

// named tells whether the passage has any of the names.
func (p passage) named(names []name) bool {
	return slices.ContainsFunc(names, func(n name) bool {
		for i := range p.tokens {
			if hasWords(p.tokens[i:], n.words) && (!n.capitals || p.tokens[i].Upper || strings.Contains(p.tokens[i].Text, ".")) {
				return true
			}
		}
		return false
	})
}

// quoted returns what stands between double quotation marks.
func quoted(text string) []string {
	var out []string
	parts := strings.Split(plain(text), `"`)
	for i := 1; i+1 < len(parts); i += 2 {
		if part := strings.TrimSpace(parts[i]); part != "" {
			out = append(out, part)
		}
	}
	return out
}
