package compose

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

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

var (
	slot = regexp.MustCompile(`\{[a-z_]+\}`)
	gaps = strings.NewReplacer(" ,", ",", " .", ".", " ;", ";", " :", ":", "( ", "(", " )", ")", "..", ".")
)

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

// Say returns the phrase with its slots filled from pairs of name and value.
// A slot without a value is dropped together with the space before it.
func (p *Phrasing) Say(id string, pairs ...string) string {
	text := p.phrases[id]
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{"+pairs[i]+"}", pairs[i+1])
	}
	if strings.Contains(text, "{") {
		text = slot.ReplaceAllString(text, "")
	}
	return upperFirst(tidy(text))
}

// Has tells whether there is such a phrase.
func (p *Phrasing) Has(id string) bool { return p.phrases[id] != "" }

// List returns a list of phrases.
func (p *Phrasing) List(id string) []string { return p.lists[id] }

// tidy joins what empty slots leave apart.
func tidy(text string) string {
	return gaps.Replace(strings.Join(strings.Fields(text), " "))
}

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
	if text == "" {
		return text
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

func lowerFirst(text string) string {
	for _, article := range []string{"The ", "A ", "An "} {
		if strings.HasPrefix(text, article) {
			return strings.ToLower(article) + text[len(article):]
		}
	}
	return text
}
