package drafting

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"

	"gopkg.in/yaml.v3"
)

// A Gap is a question that found no answer, or one that a reader disliked.
type Gap struct {
	Question string `json:"question"`
	Disliked bool   `json:"disliked,omitempty"`
	Reason   string `json:"reason,omitempty"` // why it was disliked, in the reader's words
}

// A Subject is what several gaps have in common.
type Subject struct {
	Name string `json:"name"` // of the entity that they name, or the word that tells most
	Gaps []Gap  `json:"gaps"` // in the order in which they came
}

// Subjects groups gaps by the first name that the corpus knows, else by the
// first word that is not plain English, else by the longest word. The largest
// group comes first.
func (d *Drafter) Subjects(gaps []Gap) []Subject {
	var out []Subject
	at := map[string]int{}
	for _, gap := range gaps {
		name := d.subjectOf(gap.Question)
		i, ok := at[name]
		if !ok {
			i = len(out)
			at[name] = i
			out = append(out, Subject{Name: name})
		}
		out[i].Gaps = append(out[i].Gaps, gap)
	}
	slices.SortStableFunc(out, func(a, b Subject) int {
		return cmp.Or(len(b.Gaps)-len(a.Gaps), strings.Compare(a.Name, b.Name))
	})
	return out
}

func (d *Drafter) subjectOf(question string) string {
	tokens := language.Split(question)
	for _, m := range d.linker.Link(tokens) {
		if len(m.IDs) > 0 {
			entity := d.known.Entity(m.IDs[0])
			return cmp.Or(entity.Label, entity.Name)
		}
	}
	longest := ""
	for _, t := range tokens {
		if d.lexicon.Ignorable(t.Word) || t.Number {
			continue
		}
		if !d.lexicon.Knows(t.Word) {
			return t.Word // probably a name that nobody entered
		}
		if len(t.Word) > len(longest) {
			longest = t.Word
		}
	}
	return cmp.Or(longest, "no subject")
}

// Stub returns a claim to begin with that would answer the gap, as YAML for a
// report's list of claims. What the question names and the corpus knows is
// filled in. It is empty when the question names nothing.
func (d *Drafter) Stub(gap Gap) (string, error) {
	tokens := language.Split(gap.Question)
	c := corpus.Claim{ID: todo("an id"), Stance: corpus.Stance(todo("alleges, denies, counters or context?")),
		By: todo("who says it?"), Says: todo("what does a report say that answers the question?"), Lines: []int{0}}
	named := 0
	for _, m := range d.linker.Link(tokens) {
		if len(m.IDs) == 0 {
			continue
		}
		named++
		entity := d.known.Entity(m.IDs[0])
		switch entity.Kind {
		case corpus.Incident:
			c.Incident = entity.ID
		case corpus.Asset:
			c.Assets = appendNew(c.Assets, entity.ID)
		case corpus.Company, corpus.Place:
			c.Targets = appendNew(c.Targets, entity.ID)
		case corpus.Body, corpus.Person, corpus.Outlet:
			c.By = entity.ID
		}
	}
	for _, t := range tokens {
		if !t.Number && !d.lexicon.Ignorable(t.Word) && len(t.Word) > 2 {
			c.Words = appendNew(c.Words, t.Word)
		}
		if t.Caps && t.Start > 0 && !d.lexicon.Knows(t.Word) {
			named++
		}
	}
	if named == 0 {
		return "", nil
	}
	node := new(yaml.Node)
	if err := node.Encode([]corpus.Claim{c}); err != nil {
		return "", err
	}
	node.HeadComment = "A claim to begin with, for a report's list of claims."
	text, err := yaml.Marshal(node)
	return strings.ReplaceAll(string(text), "lines: [0]", "lines: [] # "+corpus.Todo+" the lines that say so"), err
}
