package drafting

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/editorial"
	"allegedly/answers/language"
)

// A Drafter drafts reports. It does not change, and may be shared.
type Drafter struct {
	linter  *editorial.Linter
	words   *editorial.Words
	lexicon *language.Lexicon
	files   []*corpus.File
	known   *corpus.Corpus
	linker  *corpus.Linker
}

// New returns a drafter that knows the words of the linter and the names in the
// files of a corpus.
func New(linter *editorial.Linter, files []*corpus.File) *Drafter {
	known, _ := corpus.Build(files) // what is wrong with them is lint's to say
	return &Drafter{
		linter: linter, words: linter.Words(), lexicon: linter.Lexicon(), files: files, known: known,
		linker: corpus.NewLinker(known, linter.Lexicon()),
	}
}

// Options are what the editor knows about an article. All may be empty.
type Options struct {
	ID        string // of the report; made from the title if empty
	URL       string // where the article was found
	Publisher string
	Accused   string // id of an entity
	Subject   string
	Today     string // YYYY-MM-DD, for the history
	Schema    string // where the draft will find the schema of its format; no line names it if empty
}

// A Draft is a report that nobody has reviewed.
type Draft struct {
	Report corpus.Report
	notes  []string // beside each claim: where in the article it stands
	found  []string // what else was found, for the head of the file
	schema string
}

// Draft drafts a report of an article's text; file is the text's name.
func (d *Drafter) Draft(file string, content []byte, o Options) *Draft {
	o.URL = strings.Join(strings.Fields(strings.Map(printable, strings.ToValidUTF8(o.URL, " "))), "")
	a := readArticle(d.words, file, content)
	sentences := a.sentences(d.words)
	draft := &Draft{schema: o.Schema}
	r := &draft.Report
	r.Entities = d.newNames(sentences)
	if len(r.Entities) > 0 {
		d.knowing(r.Entities).withRoles(r.Entities, sentences)
		d = d.knowing(r.Entities)
	}
	for i := range r.Entities {
		r.Entities[i].Kind = corpus.Kind(todo("party, body, person, group, company, outlet or place?"))
	}
	r.Title = a.title
	if r.Title == "" {
		r.Title = todo("the headline as printed; none was found")
	}
	r.Text = corpus.Text{File: a.file, SHA256: a.sha256}
	r.Status = corpus.Draft
	r.URL = o.URL
	if o.URL != "" {
		r.URLBasis = todo("stated, if the copy carries it; \"matched by text\", if you compared texts")
	}
	d.publisher(draft, a, o)
	r.Author = a.byline()
	r.Published = d.published(a, sentences, o)
	accused := o.Accused
	if accused == "" {
		accused = d.guessAccused(a, sentences)
		r.Accused = todo("the id of the entity that is accused")
		if accused != "" {
			r.Accused = todo("%s? It is named most often", accused)
		}
	} else {
		r.Accused = accused
	}
	r.Subject = o.Subject
	if r.Subject == "" {
		r.Subject = todo("what the report is about, in a few words")
	}
	r.ID = o.ID
	if r.ID == "" {
		r.ID = idOf(r.Title, r.Published.Date)
	}
	if o.Today != "" {
		r.History = []corpus.Change{{Date: o.Today, Reason: "Drafted."}}
	}
	r.Claims, draft.notes = d.headline(a, sentences, strings.ToUpper(r.ID[:1])+"0")
	for _, c := range d.claims(sentences, accused, strings.ToUpper(r.ID[:1])) {
		r.Claims = append(r.Claims, c.claim)
		draft.notes = append(draft.notes, fmt.Sprintf("line %d: %s", c.claim.Lines[0], c.note))
	}
	draft.found = append(draft.found, d.datesFound(sentences)...)
	return draft
}

func (d *Drafter) publisher(draft *Draft, a *article, o Options) {
	name, how := a.publisher(o.URL)
	switch {
	case o.Publisher != "":
		draft.Report.Publisher = o.Publisher
	case name != "":
		draft.Report.Publisher = todo("%s? It is %s", name, how)
	default:
		draft.Report.Publisher = todo("who published the copy")
	}
	if a.credit != "" {
		draft.found = append(draft.found, "credit line: "+a.credit)
	}
}

// inAddress finds a date in a web address: /2031/05/04/.
var inAddress = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d\d)(?:[/-](\d\d))?(?:/|-|$)`)

// published returns when the article was published: a full date near its head,
// a date in the address, or a TODO.
func (d *Drafter) published(a *article, sentences []sentence, o Options) corpus.Date {
	const head = 8 // lines that may carry a dateline
	for _, line := range a.lines[:min(head, len(a.lines))] {
		tokens := language.Split(line)
		for _, date := range d.lexicon.Dates(tokens) {
			if date.Day != 0 && date.Year != 0 && len(tokens) <= 2*head {
				return corpus.Date{Date: date.String(), Basis: corpus.Stated, Stated: line[tokens[date.From].Start:tokens[date.To-1].End]}
			}
		}
	}
	if m := inAddress.FindStringSubmatch(o.URL); m != nil {
		date := m[1] + "-" + m[2]
		if m[3] != "" {
			date += "-" + m[3]
		}
		return corpus.Date{Date: date, Basis: corpus.Address}
	}
	return corpus.Date{
		Date:  todo("the date; if nothing tells it, leave this and \"from\" out and write basis: unknown"),
		Basis: corpus.Inferred,
		From:  todo("inferred from what? The dates of the text stand at the head of this file"),
	}
}

// datesFound lists the words for dates in the text, with their lines.
func (d *Drafter) datesFound(sentences []sentence) []string {
	var out []string
	for _, s := range sentences {
		for _, w := range d.dateWords(s) {
			out = append(out, fmt.Sprintf("date in line %d: %s", s.line, w.stated))
		}
	}
	return out
}

// guessAccused returns the party, body, company, group or person that is named
// most often, itself or by what belongs to it; in the title and behind an
// accusing verb a name counts more, and what accuses counts against.
func (d *Drafter) guessAccused(a *article, sentences []sentence) string {
	const opening = 3 // sentences
	count := map[string]int{}
	add := func(tokens []language.Token, weight int) {
		for _, m := range d.linker.LinkPrinted(tokens) {
			if len(m.IDs) == 0 {
				continue
			}
			id := m.IDs[0]
			if owners := d.known.Owners(id); len(owners) > 0 {
				id = owners[len(owners)-1]
			}
			entity := d.known.Entity(id)
			if entity == nil || entity.Kind == corpus.Incident || entity.Kind == corpus.Asset || entity.Kind == corpus.Outlet || entity.Kind == corpus.Topic {
				continue
			}
			count[id] += weight
		}
	}
	add(language.Split(a.title), 3)
	for i, s := range sentences {
		add(s.tokens, 1)
		switch a := d.attribute(s); a.class {
		case "accuse":
			weight := 2
			if i < opening {
				weight = 5 // an article opens with what it is about
			}
			object := d.after(s, a.verb.To)
			add(s.tokens[object.From:min(object.To, object.From+8)], weight)
			add(s.tokens[a.speaker.From:a.speaker.To], -1)
		case "say":
			add(s.tokens[a.speaker.From:a.speaker.To], -1) // who is quoted most is mostly who accuses
		case "deny":
			add(s.tokens[a.speaker.From:a.speaker.To], 3)
		}
	}
	best := ""
	for id, n := range count {
		if n > 0 && (best == "" || n > count[best] || n == count[best] && id < best) {
			best = id
		}
	}
	return best
}

var apostrophes = strings.NewReplacer("'", "", "’", "")

var validYear = regexp.MustCompile(`^\d{4}$`)

var notInID = regexp.MustCompile(`[^a-z0-9]+`)

// fold writes a text in small letters without accents.
func fold(text string) string {
	words := strings.Fields(text)
	for i, word := range words {
		words[i] = language.Fold(word)
	}
	return strings.Join(words, " ")
}

// idOf makes a report id of the first words of a title and the year.
func idOf(title, published string) string {
	const words = 4
	if strings.HasPrefix(title, corpus.Todo) {
		title = "report"
	}
	parts := strings.Fields(notInID.ReplaceAllString(fold(apostrophes.Replace(title)), " "))
	if len(parts) > words {
		parts = parts[:words]
	}
	if year := published[:min(4, len(published))]; validYear.MatchString(year) {
		parts = append(parts, year)
	}
	if id := strings.Join(parts, "-"); id != "" {
		return id
	}
	return "report"
}

// FileName returns the name of the file that the draft belongs in.
func (d *Draft) FileName() string { return path.Join("reports", d.Report.ID+".yaml") }
