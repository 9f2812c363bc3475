package compose

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"allegedly/answers/corpus"
)

// A Builder collects the statements of one answer and numbers their sources.
// A statement that rests on claims carries their citations; there is no other
// way to say something about the subject.
type Builder struct {
	KeepLeads   bool // both leads are needed: two sides, or two figures
	KeepCaveat  bool // the first caveat is needed beside a second accusation
	SpareDenial bool // a second denial answers nothing that the answer alleges, and may go before an allegation

	c          *Composer
	Statements []Statement
	Sources    []Source
	reports    []string
	lines      map[string]string // how each report is written as a source
}

// NewBuilder starts an answer.
func (c *Composer) NewBuilder() *Builder {
	return &Builder{c: c, Statements: []Statement{}, Sources: []Source{}, lines: map[string]string{}}
}

// Plain adds a statement of ours that says nothing about the subject: an
// abstention, a greeting, a question back. It has no citation.
func (b *Builder) Plain(role Role, text string) {
	b.Statements = append(b.Statements, Statement{Role: role, Text: text, Claims: []string{}, Citations: []Citation{}})
}

// Add adds a statement that rests on the claims. Without claims it adds nothing.
func (b *Builder) Add(role Role, text string, claims ...*corpus.Claim) {
	if len(claims) == 0 || text == "" {
		return
	}
	s := Statement{Role: role, Text: text, Claims: make([]string, 0, len(claims)), Citations: make([]Citation, 0, 1)}
	for _, claim := range claims {
		if slices.Contains(s.Claims, claim.Key()) {
			continue
		}
		s.Claims = append(s.Claims, claim.Key())
		n := b.source(claim.Report())
		at := slices.IndexFunc(s.Citations, func(c Citation) bool { return c.Source == n })
		if at < 0 {
			s.Citations = append(s.Citations, Citation{Source: n})
			at = len(s.Citations) - 1
		}
		for _, line := range claim.Lines {
			if !slices.Contains(s.Citations[at].Lines, line) {
				s.Citations[at].Lines = append(s.Citations[at].Lines, line)
			}
		}
	}
	for i := range s.Citations {
		slices.Sort(s.Citations[i].Lines)
	}
	b.Statements = append(b.Statements, s)
}

// Claim adds a claim's own sentence.
func (b *Builder) Claim(role Role, claim *corpus.Claim) {
	b.Add(role, b.c.Sentence(claim), claim)
}

// Has tells whether the claim is already told: it has a sentence of its own.
func (b *Builder) Has(claim *corpus.Claim) bool {
	for _, s := range b.Statements {
		if len(s.Claims) == 1 && s.Claims[0] == claim.Key() {
			return true
		}
	}
	return false
}

// Rests tells whether any statement rests on the claim.
func (b *Builder) Rests(claim *corpus.Claim) bool {
	return slices.ContainsFunc(b.Statements, func(s Statement) bool { return slices.Contains(s.Claims, claim.Key()) })
}

func (b *Builder) source(r *corpus.Report) int {
	if n := slices.Index(b.reports, r.ID); n >= 0 {
		return n + 1
	}
	b.reports = append(b.reports, r.ID)
	b.Sources = append(b.Sources, SourceOf(r, len(b.reports)))
	return len(b.reports)
}

// SourceOf describes a report as source number n.
func SourceOf(r *corpus.Report, n int) Source {
	return Source{N: n, Report: r.ID, Title: r.Title, Publisher: r.Publisher, Published: r.Published.Date, PublishedBasis: string(r.Published.Basis), PublishedFrom: r.Published.From, URL: r.URL}
}

// Trim leaves out what dates are inferred from, and then what matters least, until the text has at most so many
// characters: never the lead, the reply or the sources of what stays.
func (b *Builder) Trim(limit int) {
	for i := len(b.Statements) - 1; i > 0 && b.size() > limit; i-- {
		b.shortenDates(&b.Statements[i])
	}
	for b.size() > limit && b.dropLast() {
		continue
	}
}

// shortenDates leaves out what dates are inferred from; that they are stays.
func (b *Builder) shortenDates(s *Statement) {
	for _, key := range s.Claims {
		claim := b.c.Corpus.Claim(key)
		if claim == nil {
			continue
		}
		for _, d := range []*corpus.Date{claim.Said, claim.Happened} {
			if d != nil && d.From != "" {
				bare := *d
				bare.From = ""
				s.Text = strings.ReplaceAll(s.Text, b.c.Date(d), b.c.Date(&bare))
			}
		}
	}
}

// Text writes the answer as plain text. Statements come in reading order, each
// with the numbers of its sources; suggestions follow as far as there is room
// within limit (0: all of them).
func (b *Builder) Text(suggestions []string, limit int) string {
	text := b.text()
	room := limit - utf8.RuneCountInString(text)
	for i, s := range suggestions {
		line := "\n- " + s
		if i == 0 {
			line = "\n\n" + b.c.Fill("suggestions") + line
		}
		if room -= utf8.RuneCountInString(line); limit > 0 && room < 0 {
			break
		}
		text += line
	}
	return text
}

// dropLast removes the statement that matters least: background, caveats and
// accusations beyond the first, then those, and at last a second lead. The
// sources that only it cited go too.
func (b *Builder) dropLast() bool {
	for _, step := range []struct {
		role Role
		keep int
		held bool
	}{
		{Context, 0, false}, {Caveat, 1, false}, {Allegation, 1, false}, {Caveat, 0, b.KeepCaveat},
		{Denial, 1, !b.SpareDenial}, {Allegation, 0, false}, {Caveat, 0, false}, {Lead, 1, b.KeepLeads},
	} {
		if step.held || b.count(step.role) <= step.keep {
			continue
		}
		for i := len(b.Statements) - 1; i > 0; i-- {
			if b.Statements[i].Role == step.role && !b.Statements[i].Owed {
				b.Statements = slices.Delete(b.Statements, i, i+1)
				b.Renumber()
				return true
			}
		}
	}
	return false
}

func (b *Builder) count(role Role) int {
	n := 0
	for _, s := range b.Statements {
		if s.Role == role {
			n++
		}
	}
	return n
}

// Renumber numbers the sources in the order in which they are cited, and drops
// those that nothing cites any more.
func (b *Builder) Renumber() {
	old := b.Sources
	b.Sources, b.reports = []Source{}, nil
	for i := range b.Statements {
		for j := range b.Statements[i].Citations {
			cite := &b.Statements[i].Citations[j]
			source := old[cite.Source-1]
			n := slices.Index(b.reports, source.Report)
			if n < 0 {
				b.reports = append(b.reports, source.Report)
				n = len(b.reports) - 1
				source.N = n + 1
				b.Sources = append(b.Sources, source)
			}
			cite.Source = n + 1
		}
		slices.SortFunc(b.Statements[i].Citations, func(x, y Citation) int { return cmp.Compare(x.Source, y.Source) })
	}
}

func (b *Builder) text() string {
	var out strings.Builder
	out.Grow(2048)
	b.write(&out)
	return out.String()
}

// size returns how many characters the text has.
func (b *Builder) size() int {
	var n counter
	b.write(&n)
	return int(n)
}

type counter int

func (n *counter) WriteString(s string) (int, error) {
	*n += counter(utf8.RuneCountInString(s))
	return len(s), nil
}

// write writes the statements and the sources, each statement with the numbers
// of its sources, each source with the lines that are cited.
func (b *Builder) write(out io.StringWriter) {
	var last Role
	for i, s := range b.Statements {
		switch {
		case i == 0:
		case s.Role == last && s.Role == Lead:
			out.WriteString(" ")
		case s.Role == last:
			out.WriteString("\n")
		default:
			out.WriteString("\n\n")
		}
		if label := b.label(s); label != "" && s.Role != last {
			out.WriteString(label)
			out.WriteString(" ")
		}
		out.WriteString(s.Text)
		for _, cite := range s.Citations {
			out.WriteString(" [")
			out.WriteString(strconv.Itoa(cite.Source))
			out.WriteString("]")
		}
		last = s.Role
	}
	if len(b.Sources) > 0 {
		out.WriteString("\n\n")
		out.WriteString(b.c.Fill("sources"))
		for _, s := range b.Sources {
			if b.lines[s.Report] == "" {
				b.lines[s.Report] = b.c.sourceText(s)
			}
			out.WriteString("\n[")
			out.WriteString(strconv.Itoa(s.N))
			out.WriteString("] ")
			out.WriteString(b.lines[s.Report])
			out.WriteString(", ")
			out.WriteString(b.cited(s.N).Place())
		}
	}
}

// cited returns all that the answer cites of source n.
func (b *Builder) cited(n int) Citation {
	all := Citation{Source: n}
	for _, s := range b.Statements {
		for _, cite := range s.Citations {
			if cite.Source == n {
				all.Lines = append(all.Lines, cite.Lines...)
			}
		}
	}
	slices.Sort(all.Lines)
	all.Lines = slices.Compact(all.Lines)
	return all
}

// label returns the phrase that introduces a statement, if there is one.
func (b *Builder) label(s Statement) string {
	if s.Label != "" {
		return s.Label
	}
	return b.c.Fill("role." + string(s.Role))
}

// sourceText writes a source: publisher, title, date and its basis.
func (c *Composer) sourceText(s Source) string {
	date := c.Fill("undated")
	if s.Published != "" {
		date = c.Date(&corpus.Date{Date: s.Published, Basis: corpus.Basis(s.PublishedBasis)})
	}
	return c.Fill("source.line", "publisher", s.Publisher, "title", s.Title, "date", date)
}
