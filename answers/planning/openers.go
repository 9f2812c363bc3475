package planning

import (
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/record"
)

// Offer writes a suggested question about a name, singular or plural.
func (p *Planner) Offer(id string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == "name" {
			pairs = append(pairs, "does", p.Composer.Verb(pairs[i+1], "does", "do"), "is", p.Composer.Verb(pairs[i+1], "is", "are"))
			break
		}
	}
	return p.Composer.Say(id, pairs...)
}

// Openers returns questions to begin with, the most useful first, about the first
// of the accused given, or the one of the first report.
func (p *Planner) Openers(facet corpus.Facet, about []string) []string {
	if len(about) == 0 {
		about = []string{p.Corpus.Reports[0].Accused}
	}
	accused := p.Corpus.Label(about[0])
	var out []string
	if claim := p.About(about).Principal; claim != nil && p.Corpus.Entity(claim.By) != nil {
		name := p.Corpus.Label(claim.By)
		if facet == corpus.FacetAmount {
			for _, id := range p.amountSpeakers() {
				out = append(out, p.Offer("suggest.amount", "name", p.Corpus.Label(id), "accused", accused))
			}
		}
		out = append(out, p.Offer("suggest.says", "name", name, "accused", accused))
	}
	for _, text := range p.Composer.List("openers") {
		out = append(out, strings.ReplaceAll(text, "{accused}", accused))
	}
	return out
}

// amountSpeakers returns who gives a total, the largest first.
func (p *Planner) amountSpeakers() []string {
	var out []string
	for _, claim := range p.About(nil).Totals {
		if len(out) == 3 {
			break
		}
		if p.Corpus.Entity(claim.By) != nil {
			out = record.AppendNew(out, claim.By)
		}
	}
	return out
}
