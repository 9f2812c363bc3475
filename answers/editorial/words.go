// Package editorial holds reports to the editorial rules. It finds wording that
// convicts, figures that lost their qualifier, dates out of order, denials that
// answer nothing, and names that hide one another, each with its place in the
// file. It also tells how balanced a corpus is and how two versions of a report
// differ. Word lists are data; the package knows no subject.
package editorial

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"

	"gopkg.in/yaml.v3"
)

// A List is a group of words and expressions that a rule looks for.
type List struct {
	ID       string   `yaml:"id"`
	Why      string   `yaml:"why"`             // what it is for, for whoever edits it
	Words    []string `yaml:"words"`           // words, or expressions of several words
	Exact    bool     `yaml:"exact,omitempty"` // only as written; otherwise in any inflection
	Examples []string `yaml:"examples"`        // texts that it matches
	Near     []string `yaml:"near"`            // texts that it does not match

	entries map[string][][]string // by first word, longest first
}

// A Span is a run of tokens [From, To).
type Span struct{ From, To int }

// Words are the lists of editorial/*.yaml, by id.
type Words struct {
	lists map[string]*List
}

// The lists that the rules and drafting cannot do without.
var wanted = []string{"say", "accuse", "deny", "nobody", "guilt-verb", "guilt-noun", "agent", "label", "counted", "uneven-accuser",
	"uneven-accused", "hedge", "undercut", "qualifier", "relative", "period", "stretch", "attributing-noun",
	"abbreviation", "end", "skip", "credit", "pronoun", "source", "before-noun", "auxiliary", "clause", "aim",
	"advert", "passive", "verb", "relative-clause", "before-month",
	"plural", "place-word", "particle", "silent", "negation", "adverbial"}

// LoadWords reads editorial/*.yaml of fsys. The findings are all defects of the
// lists, among them examples that do not match; with one, Words is nil.
func LoadWords(fsys fs.FS) (*Words, corpus.Findings) {
	w := &Words{lists: map[string]*List{}}
	var found corpus.Findings
	names, _ := fs.Glob(fsys, "editorial/*.yaml") // the pattern is well formed
	slices.Sort(names)
	for _, name := range names {
		content, err := fs.ReadFile(fsys, name)
		if err != nil {
			found = append(found, corpus.Finding{File: name, Severity: corpus.Error, Rule: "read", Message: "cannot read the file: " + err.Error()})
			continue
		}
		var lists []*List
		decoder := yaml.NewDecoder(bytes.NewReader(content))
		decoder.KnownFields(true)
		if err := decoder.Decode(&lists); err != nil {
			found = append(found, corpus.Finding{File: name, Severity: corpus.Error, Rule: "yaml", Message: err.Error()})
			continue
		}
		for _, list := range lists {
			list.prepare()
			for _, problem := range list.problems() {
				found = append(found, corpus.Finding{File: name, Line: lineOf(content, list.ID), Severity: corpus.Error, Rule: "word-list", Message: fmt.Sprintf("list %q: %s", list.ID, problem)})
			}
			if w.lists[list.ID] != nil {
				found = append(found, corpus.Finding{File: name, Severity: corpus.Error, Rule: "word-list", Message: fmt.Sprintf("list %q stands twice", list.ID)})
			}
			w.lists[list.ID] = list
		}
	}
	for _, id := range wanted {
		if w.lists[id] == nil {
			found = append(found, corpus.Finding{File: "editorial", Severity: corpus.Error, Rule: "word-list", Message: fmt.Sprintf("the list %q is missing; lint cannot work without it", id)})
		}
	}
	if len(found) > 0 {
		return nil, found
	}
	return w, nil
}

// lineOf returns the line on which a list begins.
func lineOf(content []byte, id string) int {
	before, _, _ := bytes.Cut(content, []byte("id: "+id))
	return bytes.Count(before, []byte("\n")) + 1
}

func (l *List) prepare() {
	l.entries = map[string][][]string{}
	for _, entry := range l.Words {
		var words []string
		for _, token := range language.Split(entry) {
			words = append(words, l.form(token))
		}
		if len(words) > 0 {
			l.entries[words[0]] = append(l.entries[words[0]], words)
		}
	}
	for _, entries := range l.entries {
		slices.SortStableFunc(entries, func(a, b []string) int { return len(b) - len(a) })
	}
}

// problems tells what is wrong with the list by its own examples.
func (l *List) problems() []string {
	var out []string
	if len(l.Examples) == 0 || len(l.Near) == 0 {
		out = append(out, "needs examples that match and near misses that do not")
	}
	for _, text := range l.Examples {
		if len(l.Find(language.Split(text))) == 0 {
			out = append(out, fmt.Sprintf("the example %q does not match", text))
		}
	}
	for _, text := range l.Near {
		if tokens := language.Split(text); len(l.Find(tokens)) > 0 {
			out = append(out, fmt.Sprintf("the near miss %q matches at %q", text, textOf(text, tokens, l.Find(tokens)[0])))
		}
	}
	return out
}

func (l *List) form(t language.Token) string {
	if l.Exact {
		return t.Word
	}
	return t.Stem
}

// Find returns where the list's words stand among the tokens, the longest
// expression first where several begin at one token, none overlapping.
func (l *List) Find(tokens []language.Token) []Span {
	var out []Span
	for i := 0; i < len(tokens); i++ {
		if n := l.at(tokens[i:]); n > 0 {
			out = append(out, Span{i, i + n})
			i += n - 1
		}
	}
	return out
}

// at returns how many tokens an entry of the list covers at the first token.
func (l *List) at(tokens []language.Token) int {
	for _, words := range l.entries[l.form(tokens[0])] {
		if len(words) > len(tokens) {
			continue
		}
		matches := true
		for k, word := range words {
			matches = matches && l.form(tokens[k]) == word
		}
		if matches {
			return len(words)
		}
	}
	return 0
}

// List returns the list with that id. It is never nil for the ids that
// LoadWords demands.
func (w *Words) List(id string) *List { return w.lists[id] }

// textOf returns the span as it is written in text.
func textOf(text string, tokens []language.Token, s Span) string {
	return text[tokens[s.From].Start:tokens[s.To-1].End]
}
