// Package audit holds answers to the editorial rules from outside: it reads an
// answer's JSON, the corpus's YAML and, where they are at hand, the texts of the
// articles, and shares neither code nor word lists with the engine that it
// audits. What it cannot decide without understanding, it leaves alone.
package audit

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// An Auditor knows the corpus that answers must keep to. It does not change,
// and may be shared.
type Auditor struct {
	claims   map[string]*claim // by report/claim
	reports  map[string]*report
	entities map[string]entity
	named    []entity // the longest name first: one may stand within another
	denials  []*claim
	lines    map[string][]string // a report's text, if it is at hand; line 1 is at index 1
}

type report struct {
	ID        string   `yaml:"id"`
	Title     string   `yaml:"title"`
	Publisher string   `yaml:"publisher"`
	URL       string   `yaml:"url"`
	Published date     `yaml:"published"`
	Accused   string   `yaml:"accused"`
	Status    string   `yaml:"status"`
	Entities  []entity `yaml:"entities"`
	Claims    []*claim `yaml:"claims"`
	Text      struct {
		File string `yaml:"file"`
	} `yaml:"text"`
}

type entity struct {
	ID    string `yaml:"id"`
	Name  string `yaml:"name"`
	Label string `yaml:"label"`
	Is    string `yaml:"is"`
}

type date struct {
	Date  string `yaml:"date"`
	Basis string `yaml:"basis"`
	From  string `yaml:"from"`
}

type claim struct {
	ID       string   `yaml:"id"`
	Stance   string   `yaml:"stance"`
	By       string   `yaml:"by"`
	As       string   `yaml:"as"`
	Verb     string   `yaml:"verb"`
	Says     string   `yaml:"says"`
	Via      []string `yaml:"via"`
	Lines    []int    `yaml:"lines"`
	Said     date     `yaml:"said"`
	Happened date     `yaml:"happened"`
	Period   struct {
		Text string `yaml:"text"`
		From string `yaml:"from"`
		To   string `yaml:"to"`
	} `yaml:"period"`
	Figures []struct {
		Text      string `yaml:"text"`
		Measures  string `yaml:"measures"`
		Converted string `yaml:"converted"`
		Missing   bool   `yaml:"missing"`
	} `yaml:"figures"`
	Purpose  []string `yaml:"purpose"`
	Method   []string `yaml:"method"`
	Evidence []string `yaml:"evidence"`
	Reason   []string `yaml:"reason"`
	Place    []string `yaml:"place"`
	Incident string   `yaml:"incident"`
	Answers  []string `yaml:"answers"`
	AimedAt  string   `yaml:"aimed_at"`
	About    []string `yaml:"about"`
	Origin   string   `yaml:"origin"`
	Status   string   `yaml:"status"`

	key    string
	report *report
	says   string // in plain form
}

// beside returns what the claim records beside its words, and an answer may add to them.
func (cl *claim) beside() []string {
	var out []string
	for _, text := range slices.Concat(cl.Purpose, cl.Method, cl.Evidence, cl.Reason, cl.Place) {
		out = append(out, plain(text))
	}
	return out
}

// New reads entities/*.yaml and reports/*.yaml of corpus. texts holds the
// articles' texts by the file names that the reports give; it may be nil, and
// then nothing is compared with them. The error names the file that it lies in.
func New(corpus, texts fs.FS) (*Auditor, error) {
	a := &Auditor{claims: map[string]*claim{}, reports: map[string]*report{}, entities: map[string]entity{}, lines: map[string][]string{}}
	err := each(corpus, "entities/*.yaml", func() any { return &report{} }, func(file any) {
		a.learn(file.(*report).Entities)
	})
	if err != nil {
		return nil, err
	}
	err = each(corpus, "reports/*.yaml", func() any { return &report{} }, func(file any) {
		r := file.(*report)
		a.learn(r.Entities)
		if r.Status == "reviewed" {
			a.admit(r, texts)
		}
	})
	a.named = slices.SortedFunc(maps.Values(a.entities), func(x, y entity) int {
		return cmp.Or(cmp.Compare(len(y.Name), len(x.Name)), cmp.Compare(x.ID, y.ID))
	})
	return a, err
}

func each(fsys fs.FS, pattern string, blank func() any, use func(any)) error {
	names, err := fs.Glob(fsys, pattern)
	if err != nil {
		return err
	}
	for _, name := range names {
		content, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		into := blank()
		if err := yaml.Unmarshal(content, into); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		use(into)
	}
	return nil
}

func (a *Auditor) learn(list []entity) {
	for _, e := range list {
		a.entities[e.ID] = e
	}
}

// admit makes a report's claims citable, and reads its text if it is there.
func (a *Auditor) admit(r *report, texts fs.FS) {
	a.reports[r.ID] = r
	for _, cl := range r.Claims {
		if cl.Status != "" && cl.Status != "reviewed" {
			continue
		}
		cl.key, cl.report = r.ID+"/"+cl.ID, r
		cl.says = plain(strings.TrimRight(cl.Says, ". "))
		for i, id := range cl.Answers {
			if !strings.Contains(id, "/") {
				cl.Answers[i] = r.ID + "/" + id
			}
		}
		a.claims[cl.key] = cl
		if cl.Stance == "denies" {
			a.denials = append(a.denials, cl)
		}
	}
	if texts == nil || r.Text.File == "" {
		return
	}
	if content, err := fs.ReadFile(texts, r.Text.File); err == nil {
		lines := []string{""}
		for _, line := range strings.Split(string(content), "\n") {
			lines = append(lines, plain(line))
		}
		a.lines[r.ID] = lines
	}
}

// HasTexts tells whether the text of every report is at hand.
func (a *Auditor) HasTexts() bool { return len(a.lines) == len(a.reports) }

// names returns every form by which an answer may call whoever makes the claim.
func (a *Auditor) names(cl *claim) []string {
	var out []string
	for _, name := range []string{cl.As, a.entities[cl.By].Name, a.entities[cl.By].Label} {
		if name != "" {
			out = append(out, fold(name))
		}
	}
	if cl.By == "article" {
		out = append(out, fold(cl.report.Publisher+"'s article"))
	}
	return out
}

// answersDirectly tells whether a denial answers that very accusation, or
// another report's copy of it.
func (a *Auditor) answersDirectly(denial, accusation *claim) bool {
	for _, key := range denial.Answers {
		if key == accusation.key {
			return true
		}
		if other := a.claims[key]; other != nil && other.Origin != "" && other.Origin == accusation.Origin {
			return true
		}
	}
	return false
}
