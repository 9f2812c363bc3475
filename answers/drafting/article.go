// Package drafting reads an article and drafts a report of it: title, publisher
// and dates with how they are known, and by rule every sentence that attributes
// something, gives a figure or accuses. It guesses nothing silently: what is not
// sure is left as a value that begins with TODO, which lint reports. It copies
// none of the article's sentences.
package drafting

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"path"
	"regexp"
	"strings"
	"unicode"

	"allegedly/answers/editorial"
	"allegedly/answers/language"
)

// An article is a text as it was received, cut to what belongs to it.
type article struct {
	file   string
	sha256 string
	title  string
	credit string   // a line that tells where the article comes from
	author string   // from a line "By ..."
	outlet string   // from the same line, behind a comma
	head   []string // short lines beside the title that may name an outlet or an author
	titled int      // number of the title's line
	lines  []string // all of them; line n is lines[n-1]
	body   []int    // numbers of the lines that are the article's own sentences
}

// minTitle is how many words a headline has; shorter lines above it are labels.
const minTitle = 4

// minHeading is how many words a line without a full stop needs to be read as a
// sentence; shorter ones are headings.
const minHeading = 8

// readArticle finds the title and the body of a text. Menus, captions, links and
// all that follows the article's end are left out.
func readArticle(words *editorial.Words, file string, content []byte) *article {
	sum := sha256.Sum256(content)
	text := strings.ReplaceAll(strings.ToValidUTF8(string(content), " "), "\r\n", "\n")
	text = strings.Map(printable, text)
	a := &article{file: path.Base(file), sha256: hex.EncodeToString(sum[:]), lines: strings.Split(text, "\n")}
	for i, line := range a.lines {
		tokens := language.Split(line)
		switch {
		case len(tokens) == 0:
			continue
		case a.author == "" && len(a.body) == 0 && len(tokens) <= minHeading && tokens[0].Word == "by" && !closed(line):
			name, outlet, _ := strings.Cut(strings.TrimSpace(line)[len("by"):], ",")
			a.author, a.outlet = strings.TrimSpace(name), strings.TrimSpace(outlet)
			continue
		case begins(words.List("credit"), tokens) && a.title != "" && len(tokens) <= minHeading:
			a.credit = strings.TrimSpace(line)
			continue
		case len(a.body) > 0 && begins(words.List("end"), tokens) && !closed(line):
			return a
		case len(words.List("skip").Find(tokens)) > 0 && !closed(line), len(words.List("advert").Find(tokens)) > 0:
			continue
		case a.title == "":
			if len(tokens) >= minTitle && !closed(line) {
				a.title, a.titled = strings.TrimSpace(line), i+1
			} else if !closed(line) && titled(tokens) {
				a.head = append(a.head, strings.TrimSpace(line)) // above the title
			}
			if !closed(line) {
				continue
			}
		}
		if name, _, dated := strings.Cut(line, ","); len(a.body) == 0 && dated && year.MatchString(line[len(name):]) && !closed(line) && len(tokens) < 2*minHeading && titled(language.Split(name)) && a.outlet == "" {
			a.outlet = strings.TrimSpace(name) // "The Harbour Weekly, 3 May 2031"
			continue
		}
		if len(a.body) == 0 && !closed(line) && len(tokens) < minHeading && titled(tokens) && !strings.ContainsAny(line, "|0123456789") {
			a.head = append(a.head, strings.TrimSpace(line))
			continue
		}
		if !closed(line) && !a.goesOn(i) && (len(tokens) < minHeading || titled(tokens)) || strings.Contains(line, " | ") || strings.HasSuffix(strings.TrimSpace(line), "...") {
			continue
		}
		a.body = append(a.body, i+1)
	}
	return a
}

// goesOn tells whether a line, counted from 0, goes on with the sentence that the line right above it began.
func (a *article) goesOn(i int) bool {
	return len(a.body) > 0 && a.body[len(a.body)-1] == i && !closed(a.lines[i-1])
}

var year = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// printable blanks what no YAML file may hold.
func printable(r rune) rune {
	if r != '\n' && !unicode.IsPrint(r) {
		return ' '
	}
	return r
}

// begins tells whether a line starts with an entry of the list.
func begins(list *editorial.List, tokens []language.Token) bool {
	spans := list.Find(tokens)
	return len(spans) > 0 && spans[0].From == 0
}

// titled tells whether most words begin with a capital, as in a heading.
func titled(tokens []language.Token) bool {
	capitals := 0
	for _, t := range tokens {
		if t.Caps {
			capitals++
		}
	}
	return 3*capitals > 2*len(tokens)
}

// closed tells whether a line ends as a sentence does.
func closed(line string) bool {
	trimmed := strings.TrimRight(strings.TrimSpace(line), "”’\"')]")
	return strings.HasSuffix(trimmed, ".") && !strings.HasSuffix(trimmed, "...") || strings.HasSuffix(trimmed, "!") || strings.HasSuffix(trimmed, "?") || strings.HasSuffix(trimmed, ":")
}

// dateline is where an agency's article says it was written: "LARN -", "LARN,
// March 3 -", "Larn (Harbour Wire) -".
var dateline = regexp.MustCompile(`^\s*(?:\p{Lu}[\p{Lu} .'/]+(?:, [^-–—.]{1,30}?)?(?: \([^)]{1,30}\))?|\p{Lu}[\p{L} .']{1,25}(?:, [^-–—.(]{1,30}?)? \([^)]{1,30}\)) [-–—]+ `)

// A sentence is one sentence of the body.
type sentence struct {
	text   string
	line   int // where it begins
	last   int // where it ends, if its lines are broken
	tokens []language.Token
	quoted bool // all of it is inside a quotation that began before or goes on
}

// broken tells whether the lines of the text are broken at a width: several go on in small letters on the next.
func (a *article) broken() bool {
	n := 0
	for k := 1; k < len(a.body); k++ {
		if line := strings.TrimLeft(a.lines[a.body[k]-1], " \t\"“‘'"); line != "" && a.body[k] == a.body[k-1]+1 && !closed(a.lines[a.body[k-1]-1]) && unicode.IsLower([]rune(line)[0]) {
			n++
		}
	}
	return n >= 2
}

// lines are the numbers of the lines that the sentence stands on.
func (s sentence) lines() []int {
	var out []int
	for n := s.line; n <= max(s.line, s.last); n++ {
		out = append(out, n)
	}
	return out
}

// sentences cuts the body into sentences, which may run over lines that are broken at a width.
func (a *article) sentences(words *editorial.Words) []sentence {
	var out []sentence
	broken := a.broken()
	for k := 0; k < len(a.body); {
		text, starts, first := "", []int(nil), a.body[k]
		for {
			line := a.lines[a.body[k]-1]
			if len(starts) == 0 {
				line = line[len(dateline.FindString(line)):]
			} else {
				text += " "
			}
			starts, text = append(starts, len(text)), text+strings.TrimRight(line, " ")
			k++
			if !broken || k == len(a.body) || a.body[k] != a.body[k-1]+1 || closed(line) {
				break
			}
		}
		lineAt := func(offset int) int {
			n := 0
			for n+1 < len(starts) && starts[n+1] <= offset {
				n++
			}
			return first + n
		}
		open := strings.HasPrefix(strings.TrimSpace(text), "“")
		at := 0
		for _, one := range words.Sentences(text) {
			if found := strings.Index(text[at:], one); found >= 0 {
				at += found
			}
			begins, ends := lineAt(at), lineAt(at+len(one)-1)
			at += len(one)
			tokens := language.Split(one)
			if len(tokens) < 3 {
				continue
			}
			// A paragraph of a longer quotation begins with a mark and need not end with one.
			inside := open && !strings.Contains(one, "”") || tokens[0].Quoted && tokens[len(tokens)-1].Quoted
			if strings.Contains(one, "”") {
				open = false
			}
			out = append(out, sentence{text: one, line: begins, last: ends, tokens: tokens, quoted: inside})
		}
	}
	return out
}

// byline returns who may have written the article: the author that a line "By ..."
// tells, or a name with a place behind it at the head of the text.
func (a *article) byline() string {
	if a.author != "" {
		return a.author
	}
	for _, line := range a.head {
		name, _, ok := strings.Cut(line, ",")
		if words := len(strings.Fields(name)); ok && words >= 2 && words <= 5 {
			return todo("%s? The head of the text has %q", name, line)
		}
	}
	return ""
}

// publisher returns who published the copy, as far as it or its address tells,
// and how that is known.
func (a *article) publisher(address string) (name, how string) {
	if a.outlet != "" {
		return a.outlet, "taken from the line of the author or of the date"
	}
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		host := strings.TrimPrefix(u.Hostname(), "www.")
		return host, "taken from the address; write the outlet's own name"
	}
	for _, line := range a.head {
		if !strings.Contains(line, ",") {
			return line, "a line of its own at the head of the text"
		}
	}
	if _, name, ok := strings.Cut(a.credit, ":"); ok && strings.TrimSpace(name) != "" {
		return strings.TrimSpace(name), "taken from the credit line"
	}
	return "", ""
}
