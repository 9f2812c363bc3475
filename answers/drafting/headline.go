package drafting

import (
	"fmt"
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// headline drafts a remark for each figure of the title that no sentence of the
// text has with the same qualifier: readers ask why the headline says so.
func (d *Drafter) headline(a *article, sentences []sentence, id string) ([]corpus.Claim, []string) {
	title := sentence{text: a.title, tokens: language.Split(a.title)}
	for _, f := range d.lexicon.Figures(title.tokens, d.lexicon.Dates(title.tokens)) {
		if !f.Money() && f.Unit != "%" && !title.tokens[f.From].Number {
			continue
		}
		_, qualified := d.linter.Qualifier(title.tokens, f)
		where, same := 0, false
		for _, s := range sentences {
			for _, g := range d.lexicon.Figures(s.tokens, d.lexicon.Dates(s.tokens)) {
				if g.Same(f) {
					_, other := d.linter.Qualifier(s.tokens, g)
					where, same = s.line, same || other == qualified
				}
			}
		}
		if same {
			continue
		}
		words := title.text[title.tokens[f.From].Start:title.tokens[f.To-1].End]
		c := corpus.Claim{ID: id, Stance: corpus.Remark, Lines: []int{a.titled}, About: []string{todo("the claims whose figures this is about")}}
		note := fmt.Sprintf("line %d, the headline", a.titled)
		if where == 0 {
			c.Says = todo("the headline gives %s, and no sentence of the text does; tell how they differ, or delete this", words)
		} else {
			c.Says = todo("the headline gives %s, and line %d has a qualifier with it; tell how they differ, or delete this", words, where)
			c.Lines = slices.Compact([]int{a.titled, where})
		}
		return []corpus.Claim{c}, []string{note}
	}
	return nil, nil
}
