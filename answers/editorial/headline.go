package editorial

import (
	"fmt"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// headline finds figures of the title that no claim of the report has: readers
// ask why the headline says so, and only a claim or a remark can tell them.
func headline(p *pass) {
	r := p.file.Report
	if r == nil || r.Status != corpus.Reviewed {
		return
	}
	lexicon := p.world.lexicon
	title := p.split(r.Title)
	for _, f := range lexicon.Figures(title, lexicon.Dates(title)) {
		first, last := title[f.From], title[f.To-1]
		if !f.Money() && f.Unit != "%" && !(first.Number && plainNumber(first.Text)) || first.Start > 0 && r.Title[first.Start-1] == '-' || p.told(f) {
			continue
		}
		p.warn("headline-figure", fmt.Sprintf("no claim has the headline's %q; say in a remark how the text differs", r.Title[first.Start:last.End]), "title")
	}
}

// told tells whether some claim of the report prints the figure.
func (p *pass) told(f language.Figure) bool {
	lexicon := p.world.lexicon
	for _, c := range p.file.Report.Claims {
		tokens := p.split(c.Says)
		for _, g := range lexicon.Figures(tokens, lexicon.Dates(tokens)) {
			if g.Same(f) {
				return true
			}
		}
	}
	return false
}
