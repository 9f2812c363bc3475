package drafting

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/editorial"
	"allegedly/answers/language"
)

// nearObject is how many words after an accusing verb may name the accused.
const nearObject = 4

// newNames proposes entities for whoever speaks or is accused in the article and
// has no entity yet. Their kind is a guess that only makes them known; an editor
// decides it.
func (d *Drafter) newNames(sentences []sentence) []corpus.Entity {
	var out []corpus.Entity
	add := func(s sentence, span editorial.Span) {
		name := d.nameIn(s, span)
		id := idOf(name, "")
		if name == "" || d.known.Entity(id) != nil || slices.ContainsFunc(out, func(e corpus.Entity) bool { return e.ID == id || shortOf(e.Name) == name }) {
			return
		}
		e := corpus.Entity{ID: id, Kind: corpus.Body, Name: name}
		if short := shortOf(name); short != "" && alone(sentences, name, short) {
			e.Aliases = []string{short}
		}
		out = append(out, e)
	}
	for _, s := range sentences {
		a := d.attribute(s)
		if a.class == "accuse" {
			object := d.after(s, a.verb.To)
			add(s, editorial.Span{From: object.From, To: min(object.To, object.From+nearObject)})
		}
		add(s, a.speaker)
		add(s, a.source)
	}
	return slices.DeleteFunc(out, func(e corpus.Entity) bool {
		return slices.ContainsFunc(out, func(other corpus.Entity) bool { return slices.Contains(other.Aliases, e.Name) })
	})
}

// nameIn returns the longest run of capitals in a span that the corpus does not
// know: "union secretary Per Lund" holds "Per Lund".
func (d *Drafter) nameIn(s sentence, span editorial.Span) string {
	best := ""
	date := make([]bool, len(s.tokens))
	for _, r := range d.words.List("relative").Find(s.tokens) {
		for i := r.From; i < r.To; i++ {
			date[i] = true
		}
	}
	for i := span.From; i < span.To; i++ {
		end := i
		for end < span.To && s.tokens[end].Caps && !date[end] && !d.isDate(s, end) && (end > i || d.beginsName(s, i)) {
			end++
			if owner := s.tokens[end-1]; possessive(owner) && (end == span.To || !s.tokens[end].Caps || !d.lexicon.Knows(owner.Word)) {
				break // "Halden's Dalby plant" names Halden, "Seamen's Union" a union
			}
		}
		if end == i {
			continue
		}
		name := strings.TrimSuffix(strings.TrimSuffix(s.text[s.tokens[i].Start:s.tokens[end-1].End], "'s"), "’s")
		if len(name) > len(best) && len(d.linker.Link(s.tokens[i:end])) == 0 && (i > 0 || end-i > 1 || !d.lexicon.Knows(s.tokens[i].Word)) {
			best = name
		}
		i = end
	}
	return best
}

func possessive(t language.Token) bool {
	return strings.HasSuffix(t.Text, "'s") || strings.HasSuffix(t.Text, "’s")
}

// beginsName tells whether a capital begins a name: an everyday word does so only
// before another capital ("Per Lund"), an article never.
func (d *Drafter) beginsName(s sentence, i int) bool {
	switch s.tokens[i].Word {
	case "the", "a", "an":
		return false
	}
	return !d.lexicon.Ignorable(s.tokens[i].Word) || i > 0 && i+1 < len(s.tokens) && s.tokens[i+1].Caps
}

// shortOf returns the first word of a name of several, if it may stand for it.
func shortOf(name string) string {
	const least = 4 // letters; shorter words are initials and titles
	first, _, several := strings.Cut(name, " ")
	if !several || len(first) < least || strings.HasSuffix(first, "'s") || strings.HasSuffix(first, "’s") {
		return ""
	}
	return first
}

// alone tells whether the short form stands without the rest of the name.
func alone(sentences []sentence, name, short string) bool {
	for _, s := range sentences {
		if rest := strings.ReplaceAll(s.text, name, ""); slices.ContainsFunc(strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(" ,.'’", r) }), func(word string) bool { return word == short }) {
			return true
		}
	}
	return false
}

// knowing returns a drafter that knows the entities too.
func (d *Drafter) knowing(entities []corpus.Entity) *Drafter {
	return New(d.linter, append(slices.Clone(d.files), &corpus.File{Name: "draft", Entities: slices.Clone(entities)}))
}
