package editorial

import (
	"fmt"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// spelled is one name of one entity, with its place.
type spelled struct {
	file *corpus.File
	id   string
	kind corpus.Kind
	path []any
}

// names finds aliases that hide one another: two entities that answer to the
// same name, a name that an entity has twice, and one that no question can hit.
func (w *world) names() corpus.Findings {
	var found corpus.Findings
	taken := map[string]spelled{}
	for _, file := range w.files {
		for i, e := range entitiesOf(file) {
			own := map[string]bool{}
			for _, field := range []struct {
				name   string
				values []string
			}{{"name", []string{e.Name}}, {"label", []string{e.Label}}, {"aliases", e.Aliases}, {"spellings", e.Spellings}} {
				for j, value := range field.values {
					folded := foldName(value)
					if folded == "" || strings.HasPrefix(value, corpus.Todo) {
						continue
					}
					at := []any{"entities", i, field.name}
					if field.name == "aliases" || field.name == "spellings" {
						at = append(at, j)
						if own[value] {
							found = append(found, file.Finding(corpus.Warning, "alias-repeated", fmt.Sprintf("%q stands here twice", value), at...))
						}
						own[value] = true
						if !strings.Contains(folded, " ") && value != strings.ToUpper(value) && w.lexicon.Ignorable(folded) {
							found = append(found, file.Finding(corpus.Warning, "alias-plain", fmt.Sprintf("%q is an everyday word and is never read as a name; write it in capitals or add a word", value), at...))
						}
					}
					other, ok := taken[folded]
					if ok && other.id != e.ID && !w.related(other.id, e.ID) {
						line, _ := other.file.Place(other.path...)
						found = append(found, file.Finding(corpus.Warning, "alias-shadow", fmt.Sprintf("%q also names %q (%s:%d); a question with it cannot tell them apart", value, other.id, other.file.Name, line), at...))
					}
					if !ok {
						taken[folded] = spelled{file, e.ID, e.Kind, at}
					}
				}
			}
		}
	}
	return found
}

// related tells whether a name that both entities share leads to both on purpose:
// one belongs to the other, or both are incidents of one owner.
func (w *world) related(a, b string) bool {
	if w.corpus.BelongsTo(a, b) || w.corpus.BelongsTo(b, a) {
		return true
	}
	x, y := w.corpus.Entity(a), w.corpus.Entity(b)
	return x != nil && y != nil && x.Kind == corpus.Incident && y.Kind == corpus.Incident && x.Of != "" && x.Of == y.Of
}

func foldName(name string) string {
	var words []string
	for _, t := range language.Split(name) {
		words = append(words, t.Word)
	}
	for len(words) > 1 && slices.Contains([]string{"the", "a", "an"}, words[0]) {
		words = words[1:]
	}
	folded := strings.Join(words, " ")
	if len(words) == 1 && len(name) <= 4 && name == strings.ToUpper(name) {
		return strings.ToUpper(folded) // capitals tell US from us
	}
	return folded
}
