package compose

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"allegedly/answers/corpus"

	"gopkg.in/yaml.v3"
)

// Phrasing is every sentence of ours, as data. A phrase may hold {slots}.
type Phrasing struct {
	phrases map[string]string
	lists   map[string][]string
}

type phrasingFile struct {
	Phrases map[string]string   `yaml:"phrases"`
	Lists   map[string][]string `yaml:"lists"`
}

// LoadPhrasing reads phrasing/*.yaml of fsys. A phrase that stands twice and a
// required phrase that is missing are findings.
func LoadPhrasing(fsys fs.FS, required []string) (*Phrasing, corpus.Findings) {
	p := &Phrasing{phrases: map[string]string{}, lists: map[string][]string{}}
	var found corpus.Findings
	fault := func(file, format string, args ...any) {
		found = append(found, corpus.Finding{File: file, Severity: corpus.Error, Rule: "phrasing", Message: fmt.Sprintf(format, args...)})
	}
	names, _ := fs.Glob(fsys, "phrasing/*.yaml")
	slices.Sort(names)
	for _, name := range names {
		content, err := fs.ReadFile(fsys, name)
		if err != nil {
			fault(name, "cannot be read: %v", err)
			continue
		}
		var file phrasingFile
		decoder := yaml.NewDecoder(strings.NewReader(string(content)))
		decoder.KnownFields(true)
		if err := decoder.Decode(&file); err != nil {
			fault(name, "%v", err)
			continue
		}
		for _, id := range slices.Sorted(maps.Keys(file.Phrases)) {
			if _, twice := p.phrases[id]; twice {
				fault(name, "phrase %q stands twice", id)
			}
			p.phrases[id] = strings.TrimRight(file.Phrases[id], "\n")
		}
		maps.Copy(p.lists, file.Lists)
	}
	for _, id := range required {
		if p.phrases[id] == "" {
			fault("phrasing", "phrase %q is missing", id)
		}
	}
	return p, found
}

// Say returns the phrase as a sentence: filled as Fill does it, with a capital.
func (p *Phrasing) Say(id string, pairs ...string) string {
	return upperFirst(p.Fill(id, pairs...))
}

// Fill returns the phrase with its slots filled from pairs of name and value. A
// slot without a value disappears together with the space before it; the values
// themselves stay as they are, for they may quote.
func (p *Phrasing) Fill(id string, pairs ...string) string {
	text := p.phrases[id]
	if !strings.Contains(text, "{") {
		return text
	}
	value := func(slot string) string {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == slot {
				return pairs[i+1]
			}
		}
		return ""
	}
	out := make([]byte, 0, 256)
	ours := func(part string) {
		if bytes.HasSuffix(out, []byte(".")) {
			part = strings.TrimPrefix(part, ".") // one full stop ends a sentence
		}
		out = append(out, part...)
	}
	for {
		before, rest, open := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !open || !closed {
			ours(text)
			return string(out)
		}
		ours(before)
		filled := value(name)
		if filled == "" && (len(out) == 0 || out[len(out)-1] == ' ') {
			after = strings.TrimPrefix(after, " ")
		}
		out = append(out, filled...)
		text = after
	}
}

// Has tells whether there is such a phrase.
func (p *Phrasing) Has(id string) bool { return p.phrases[id] != "" }

// List returns a list of phrases.
func (p *Phrasing) List(id string) []string { return p.lists[id] }

// Join writes a list as a sentence does: "A", "A and B", "A, B and C".
func (p *Phrasing) Join(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	return strings.Join(items[:len(items)-1], ", ") + " " + p.phrases["and"] + " " + items[len(items)-1]
}

// Count writes a small number as a word, so that our own counts are never
// mistaken for a figure of a report.
func (p *Phrasing) Count(n int) string {
	words := p.lists["numbers"]
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return p.phrases["many"]
}

// Reports writes a number of reports: "one report", "five reports".
func (p *Phrasing) Reports(n int) string {
	if n == 1 {
		return p.phrases["one.report"]
	}
	return strings.ReplaceAll(p.phrases["some.reports"], "{count}", p.Count(n))
}

func upperFirst(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if first == utf8.RuneError {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

func lowerFirst(text string) string {
	for _, article := range []string{"The ", "A ", "An "} {
		if strings.HasPrefix(text, article) {
			return strings.ToLower(article) + text[len(article):]
		}
	}
	return text
}
