package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"allegedly/answers/language"
)

// Todo begins every value of a draft that an editor still has to fill in.
const Todo = "TODO"

// A Verifier compares reports with the texts of their articles: what a claim
// prints as a figure, a year, a quotation or a name stands in the lines it cites.
// It remembers stems and names, and is for one goroutine.
type Verifier struct {
	corpus  *Corpus
	lexicon *language.Lexicon
	split   func(text string) []language.Token
	names   map[*Entity][]name
}

// NewVerifier returns a verifier that knows names by the corpus and figures by
// the lexicon.
func NewVerifier(c *Corpus, lexicon *language.Lexicon) *Verifier {
	return &Verifier{corpus: c, lexicon: lexicon, split: lexicon.Splitter(), names: map[*Entity][]name{}}
}

// A Verified is what verifying one claim found; nothing found means that its
// lines carry it.
type Verified struct {
	Claim string   // id of the claim; empty for the report as a whole
	Found Findings // places are those of the report's file
}

// Verify compares the report of a file with the article's text, as it was read:
// first the report as a whole (hash, title, author, credits), then its claims in
// the order of the file. The file must hold a report. Withdrawn claims are
// verified too: withdrawing is no licence to misquote.
func (v *Verifier) Verify(file *File, text []byte) []Verified {
	article := newArticle(v, text)
	out := []Verified{{Found: v.whole(file, article, text)}}
	for i := range file.Report.Claims {
		claim := file.Report.Claims[i]
		if strings.HasPrefix(claim.Says, Todo) {
			claim.Says = "" // a draft's: the line that it names is no figure
		}
		p := &proof{Verifier: v, file: file, claim: &claim, n: i, article: article}
		p.cited = article.at(p.claim.Lines)
		p.run()
		out = append(out, Verified{p.claim.ID, p.found})
	}
	return out
}

// whole verifies what a report says of itself.
func (v *Verifier) whole(file *File, article *article, text []byte) Findings {
	var found Findings
	r := file.Report
	problem := func(rule, message string, path ...any) {
		found = append(found, file.Finding(Error, rule, message, path...))
	}
	sum := sha256.Sum256(text)
	switch hash := hex.EncodeToString(sum[:]); r.Text.SHA256 {
	case hash:
	case "":
		problem("text-hash", fmt.Sprintf("the text's sha256 is %s; write it here once the lines are checked", hash), "text")
	default:
		problem("text-hash", fmt.Sprintf("this is not the text that the lines were counted in: its sha256 is %s", hash), "text", "sha256")
	}
	words := strings.Join(article.lines, "\n")
	everything := passage{plain: plain(words)}
	if len(r.Credits) > 0 {
		everything.tokens = v.split(words)
	}
	if !everything.says(r.Title) {
		problem("text-title", "the text has no such headline; give it as printed", "title")
	}
	if r.Author != "" && !everything.says(r.Author) {
		problem("text-author", "the text does not name this author; leave the author out if none is stated", "author")
	}
	for i, id := range r.Credits {
		if e := v.corpus.Entity(id); e != nil && !everything.named(v.namesOf(e)) {
			problem("text-credit", fmt.Sprintf("the text does not name %s", e.Name), "credits", i)
		}
	}
	return found
}

// A proof is the examination of one claim.
type proof struct {
	*Verifier
	file    *File
	claim   *Claim
	n       int
	article *article
	cited   passage
	found   Findings
}

func (p *proof) problem(rule, message string, path ...any) {
	p.found = append(p.found, p.file.Finding(Error, rule, message, append([]any{"claims", p.n}, path...)...))
}

func (p *proof) run() {
	for j, n := range p.claim.Lines {
		switch {
		case n < 1: // found at loading
		case n > len(p.article.lines):
			p.problem("text-line", fmt.Sprintf("the text has no line %d; it ends with line %d", n, len(p.article.lines)), "lines", j)
		case strings.TrimSpace(p.article.lines[n-1]) == "":
			p.problem("text-line", fmt.Sprintf("line %d of the text is blank", n), "lines", j)
		}
	}
	p.figures()
	p.years()
	p.quotations()
	p.statedWords()
	if p.claim.Stance != Remark { // a remark compares; it may name what its lines do not
		p.parties()
	}
}

// figures holds every figure, listed or merely printed, to the lines.
func (p *proof) figures() {
	for j, f := range p.claim.Figures {
		if f.Missing {
			continue
		}
		for _, part := range []struct{ field, text string }{{"text", f.Text}, {"converted", f.Converted}} {
			if part.text != "" && !p.cited.says(part.text) && !p.carries(part.text) {
				p.problem("text-figure", fmt.Sprintf("the cited lines do not have %q", part.text), "figures", j, part.field)
			}
		}
	}
	for _, printed := range append(p.beside(), printed{[]any{"says"}, p.claim.Says}, printed{[]any{"period", "text"}, periodText(p.claim)}) {
		tokens := p.split(printed.text)
		for _, f := range p.lexicon.Figures(tokens, p.lexicon.Dates(tokens)) {
			if p.claim.Stance == Remark && !tokens[f.From].Number && !f.Money() {
				continue // "two reports": our own count, in a word
			}
			if !p.cited.has(f) && !p.elsewhere(f) && !p.cited.says(spanText(printed.text, tokens, f.From, f.To)) {
				p.problem("text-figure", fmt.Sprintf("the cited lines do not have %q", spanText(printed.text, tokens, f.From, f.To)), printed.field...)
			}
		}
	}
}

// A printed text is one of a claim that answers print, and where it stands.
type printed struct {
	field []any
	text  string
}

// beside returns what a claim records beside its words: an answer to a question for it
// adds it to them.
func (p *proof) beside() []printed {
	var out []printed
	for _, list := range []struct {
		field string
		texts []string
	}{{"purpose", p.claim.Purpose}, {"method", p.claim.Method}, {"evidence", p.claim.Evidence}, {"reason", p.claim.Reason}, {"place", p.claim.Place}} {
		for i, text := range list.texts {
			out = append(out, printed{[]any{list.field, i}, text})
		}
	}
	return out
}

// figureText tells whether a figure of the claim is written with these words.
func figureText(claim *Claim, words string) bool {
	padded := func(text string) string { return " " + Joined(language.Split(text)) + " " }
	return slices.ContainsFunc(claim.Figures, func(f Figure) bool { return strings.Contains(padded(f.Text), padded(words)) })
}

func periodText(claim *Claim) string {
	if claim.Period == nil {
		return ""
	}
	return claim.Period.Text
}

func spanText(text string, tokens []language.Token, from, to int) string {
	return text[tokens[from].Start:tokens[to-1].End]
}

// carries tells whether a figure's number stands in the lines in another writing.
func (p *proof) carries(text string) bool {
	figures := ParseFigures(p.lexicon, text)
	for _, f := range figures {
		if !p.cited.has(f) {
			return false
		}
	}
	return len(figures) > 0
}

// elsewhere tells whether a remark has the figure from the claims it is about,
// which are verified in their own place.
func (p *proof) elsewhere(f language.Figure) bool {
	for _, claim := range p.remarkedOn() {
		for _, g := range ParseFigures(p.lexicon, claim.Says) {
			if g.Same(f) {
				return true
			}
		}
	}
	return false
}

func (p *proof) remarkedOn() []*Claim {
	var out []*Claim
	for _, ref := range p.claim.About {
		key := ref
		if !strings.Contains(ref, "/") {
			key = p.file.Report.ID + "/" + ref
		}
		if claim := p.corpus.Claim(key); claim != nil {
			out = append(out, claim)
		}
	}
	return out
}

// years holds the years that a claim prints to the lines. A remark may also
// print a year that its report infers.
func (p *proof) years() {
	tokens := p.split(p.claim.Says)
	for _, d := range p.lexicon.Dates(tokens) {
		inferred := p.claim.Stance == Remark && p.infers(d.Year)
		if d.Year != 0 && !p.cited.hasYear(d.Year) && !inferred {
			p.problem("text-date", fmt.Sprintf("the cited lines do not have the year %d; an inferred date stands under \"said\" or \"happened\"", d.Year), "says")
		}
	}
	for _, date := range []struct {
		field string
		date  *Date
	}{{"said", p.claim.Said}, {"happened", p.claim.Happened}} {
		if date.date == nil || date.date.Basis != Stated || date.date.Date == "" {
			continue
		}
		if year := language.ParseDate(date.date.Date).Year; !p.cited.hasYear(year) {
			p.problem("text-date", fmt.Sprintf("the cited lines do not have the year %d, so it is not stated but inferred", year), date.field, "basis")
		}
	}
}

// infers tells whether the report, or any claim that the remark is about, has a
// date in that year.
func (p *proof) infers(year int) bool {
	dates := []*Date{&p.file.Report.Published}
	for _, claim := range append(p.remarkedOn(), p.claim) {
		if claim.Period != nil && (language.ParseDate(claim.Period.From).Year == year || language.ParseDate(claim.Period.To).Year == year) {
			return true
		}
		dates = append(dates, claim.Said, claim.Happened)
		if report := claim.Report(); report != nil { // nil where its report has an error
			dates = append(dates, &report.Published)
		}
	}
	for _, d := range dates {
		if d != nil && language.ParseDate(d.Date).Year == year {
			return true
		}
	}
	return false
}

// quotations holds what stands in quotation marks to the lines, letter for
// letter but for the kind of the marks, capitals and space.
func (p *proof) quotations() {
	for _, part := range append(p.beside(), printed{[]any{"says"}, p.claim.Says}, printed{[]any{"as"}, p.claim.As}) {
		for _, quote := range quoted(part.text) {
			if !p.cited.says(quote) && !slices.ContainsFunc(p.remarkedOn(), func(about *Claim) bool { return slices.Contains(quoted(about.Says), quote) || figureText(about, quote) }) {
				p.problem("text-quotation", fmt.Sprintf("these words do not stand in the cited lines: %q", quote), part.field...)
			}
		}
	}
}

// statedWords holds the report's own words for a date to the lines.
func (p *proof) statedWords() {
	for _, date := range []struct {
		field string
		date  *Date
	}{{"said", p.claim.Said}, {"happened", p.claim.Happened}} {
		if date.date != nil && date.date.Stated != "" && !p.cited.says(date.date.Stated) {
			p.problem("text-date", fmt.Sprintf("the cited lines do not say %q", date.date.Stated), date.field, "stated")
		}
	}
}

// parties holds the parties of a claim to the lines: by any of its names, each
// must be there.
func (p *proof) parties() {
	list := []struct {
		field string
		ids   []string
	}{{"by", []string{p.claim.By}}, {"via", p.claim.Via}, {"actor", p.claim.Actor}, {"targets", p.claim.Targets},
		{"assets", p.claim.Assets}, {"place", p.claim.Place}, {"defines", p.claim.Defines}}
	for _, part := range list {
		for j, id := range part.ids {
			e := p.corpus.Entity(id)
			if e == nil || p.cited.named(p.namesOf(e)) || part.field == "by" && p.cited.says(p.claim.As) {
				continue
			}
			path := []any{part.field}
			if part.field != "by" {
				path = append(path, j)
			}
			p.problem("text-name", fmt.Sprintf("the cited lines do not name %s by any name the entity %q has; %s", e.Name, id, p.named(e)), path...)
		}
	}
}

// named tells what an editor can do about a name that the cited lines lack.
func (p *proof) named(e *Entity) string {
	const most = 3 // lines that are told
	var at []string
	for i, line := range p.article.lines {
		if len(at) < most && p.article.passage(line).named(p.namesOf(e)) {
			at = append(at, strconv.Itoa(i+1))
		}
	}
	switch len(at) {
	case 0:
		return "no line of the text does: add the name that the text uses to its \"aliases\", or to its \"spellings\" if it is misspelt there"
	case 1:
		return fmt.Sprintf("line %s does: add it to \"lines\"", at[0])
	}
	return fmt.Sprintf("lines %s do: add one to \"lines\"", strings.Join(at, ", "))
}
