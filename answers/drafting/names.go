package drafting

import (
	"slices"
	"strings"
	"unicode"

	"allegedly/answers/corpus"
	"allegedly/answers/editorial"
	"allegedly/answers/language"
)

// nearObject is how many words after an accusing verb may name the accused.
const nearObject = 4

// newNames proposes entities for whoever speaks or is accused in the article, and
// for whoever it names by several words, where the corpus has none yet. Their kind
// is a guess that only makes them known; an editor decides it.
func (d *Drafter) newNames(sentences []sentence) []corpus.Entity {
	var names []string
	add := func(s sentence, span editorial.Span, least int) {
		for _, name := range d.namesIn(s, span) {
			if strings.Count(name, " ")+1 >= least {
				names = appendNew(names, name)
			}
		}
	}
	for _, s := range sentences {
		a := d.attribute(s)
		if a.class == "accuse" {
			object := d.after(s, a.verb.To)
			to := min(object.To, object.From+nearObject)
			for to < object.To && s.tokens[to].Caps && s.tokens[to-1].Caps {
				to++ // do not cut a name
			}
			add(s, editorial.Span{From: object.From, To: to}, 1)
		}
		add(s, a.speaker, 1)
		add(s, a.source, 1)
		if d.wanted(s, a) {
			add(s, editorial.Span{From: 0, To: len(s.tokens)}, 2)
		}
	}
	var out []corpus.Entity
	for _, name := range names {
		if d.longer(names, name) != "" {
			continue // "Lund" is "Per Lund"
		}
		e := corpus.Entity{ID: idOf(name, ""), Kind: corpus.Body, Name: name}
		if d.known.Entity(e.ID) != nil || slices.ContainsFunc(out, func(other corpus.Entity) bool { return other.ID == e.ID }) {
			continue
		}
		for _, short := range parts(name) {
			if d.longer(names, short) == name && alone(sentences, name, short) {
				e.Aliases = append(e.Aliases, short)
			}
		}
		out = append(out, e)
	}
	return out
}

// parts returns the first and the last word of a name of several, as far as they
// may stand for it.
func parts(name string) []string {
	const least = 4 // letters; shorter words are initials and titles
	words := strings.Fields(name)
	if len(words) < 2 {
		return nil
	}
	return slices.DeleteFunc([]string{words[0], words[len(words)-1]}, func(word string) bool { return len([]rune(word)) < least || !unicode.IsUpper([]rune(word)[0]) })
}

// longer returns the one name of which the word is the first or last part; ""
// when there is none, or several.
func (d *Drafter) longer(names []string, word string) string {
	found := ""
	for _, name := range names {
		if name == word || !slices.Contains(parts(name), word) {
			continue
		}
		if found != "" {
			return ""
		}
		found = name
	}
	return found
}

// namesIn returns the names in a span that the corpus does not know: runs of
// capitals, with small words such as "de" between them. A name that only tells a
// place ("in Larn") is nobody.
func (d *Drafter) namesIn(s sentence, span editorial.Span) []string {
	var out []string
	date := make([]bool, len(s.tokens))
	for _, r := range d.words.List("relative").Find(s.tokens) {
		for i := r.From; i < r.To; i++ {
			date[i] = true
		}
	}
	for _, when := range d.dates(s) {
		for i := when.From; i < when.To; i++ {
			date[i] = true
		}
	}
	known := make([]bool, len(s.tokens))
	for _, m := range d.linker.LinkPrinted(s.tokens) {
		for i := m.From; i < m.To && len(m.IDs) > 0; i++ {
			known[i] = true
		}
	}
	apart := func(i int) bool { // something stands between a token and the one before it
		switch between := s.text[s.tokens[i-1].End:s.tokens[i].Start]; between {
		case " ", " & ":
			return false
		case "' ", "’ ":
			return !strings.HasSuffix(s.tokens[i-1].Word, "s") || !s.tokens[i].Caps // "the Householders' League"
		}
		return true
	}
	for i := span.From; i < span.To; i++ {
		if !s.tokens[i].Caps || date[i] || s.tokens[i].Quoted || !d.beginsName(s, i) {
			continue
		}
		end := i + 1
		for end < span.To && !date[end] {
			if s.text[s.tokens[end-1].End:s.tokens[end].Start] == "-" {
				end++ // "Ana-Maria", "Jae-min"
				continue
			}
			if apart(end) {
				break
			}
			if owner := s.tokens[end-1]; possessive(owner) && !(d.lexicon.Knows(owner.Word) && d.lexicon.Knows(s.tokens[end].Word)) {
				break // "Halden's Dalby plant" names Halden, "Seamen's Union" a union
			}
			if s.tokens[end].Caps {
				end++
			} else if (len(d.words.List("particle").Find(s.tokens[end:end+1])) > 0 || s.tokens[end].Word == "of" && len(d.words.List("institution").Find(s.tokens[end-1:end])) > 0) && end+1 < span.To && s.tokens[end+1].Caps && !apart(end+1) {
				end += 2
			} else {
				break
			}
		}
		if name := d.nameOf(s, i, end, span, known); name != "" {
			out = appendNew(out, name)
		}
		i = end - 1
	}
	return out
}

// nameOf returns the name in a run of capitals [from, to), or "" when it is known
// or none.
func (d *Drafter) nameOf(s sentence, from, to int, span editorial.Span, known []bool) string {
	for i := from; i < to; i++ {
		if known[i] {
			return ""
		}
	}
	if from > 0 && len(d.words.List("place-word").Find(s.tokens[from-1:from])) > 0 {
		return ""
	}
	if to-from == 1 {
		switch {
		case from == 0 && d.lexicon.Knows(s.tokens[from].Word):
			return ""
		case from == span.From && to < span.To && span.To-to < nearObject && !possessive(s.tokens[from]) && !d.anyKnown(known, span) && !d.goesOn(s, to, span.To):
			to = span.To // "Peruvian prosecutors": an adjective is nobody
		}
	}
	return strings.TrimSuffix(strings.TrimSuffix(s.text[s.tokens[from].Start:s.tokens[to-1].End], "'s"), "’s")
}

// goesOn tells whether a small word stands among the tokens, which ends a name:
// "Lund in turn", "Lund of setting the".
func (d *Drafter) goesOn(s sentence, from, to int) bool {
	return slices.ContainsFunc(s.tokens[from:to], func(t language.Token) bool { return d.lexicon.Ignorable(t.Word) })
}

func (d *Drafter) anyKnown(known []bool, span editorial.Span) bool {
	return slices.Contains(known[span.From:span.To], true)
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

// alone tells whether the short form stands without the rest of the name.
func alone(sentences []sentence, name, short string) bool {
	for _, s := range sentences {
		rest := strings.ReplaceAll(s.text, name, "")
		words := strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(" ,.'’“”\"", r) })
		if slices.Contains(words, short) {
			return true
		}
	}
	return false
}

// knowing returns a drafter that knows the entities too.
func (d *Drafter) knowing(entities []corpus.Entity) *Drafter {
	return New(d.linter, append(slices.Clone(d.files), &corpus.File{Name: "draft", Entities: slices.Clone(entities)}))
}
