package planning

import (
	"slices"

	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// Remember returns what the conversation remembers after the answer; options are the
// questions that it offered.
func (c *Composition) Remember(options []string) reading.Thread {
	r, led := c.r, c.led
	if c.outcome == Guidance || c.outcome == NotReported {
		t := r.Thread
		t.Options = nil
		if c.outcome == NotReported && r.Leans && r.Intent == "fact" && r.Facet != "" {
			t.Intent, t.Facet = r.Intent, string(r.Facet) // "and the other one?" asks for the same, though of the first it was not told
		}
		if c.outcome == NotReported && r.Intent == "source" && len(r.Reports) > 0 {
			t.Intent, t.Facet, t.Aspect, t.Turns = r.Intent, string(r.Facet), r.Aspect, max(1, t.Turns)
		}
		if c.outcome == NotReported && t.Turns == 0 {
			t.Entities = c.p.EntitiesOf(r, nil)
			t.Turns = min(1, len(t.Entities))
		}
		return t
	}
	t := reading.Thread{Intent: r.Intent, Facet: string(r.Facet), Turns: r.Thread.Turns + 1}
	if t.Intent == "source" {
		t.Aspect = r.Aspect // "and the other article?"
	}
	if t.Intent == "total" && len(led) == 1 {
		t.Intent = "fact" // one figure was told: "and the other's?" asks for no sum
	}
	if c.outcome == Clarify {
		t.Options = options
		t.Entities, t.Claims, t.Topics = r.Thread.Entities, r.Thread.Claims, r.Thread.Topics
		return t
	}
	for _, claim := range led {
		if len(t.Claims) < reading.Remembered {
			t.Claims = append(t.Claims, claim.Key())
		}
	}
	if t.Turns > 1 {
		t.Earlier = record.AppendNew(slices.Clone(r.Thread.Claims), r.Thread.Earlier...)
		t.Earlier = t.Earlier[:min(len(t.Earlier), reading.Remembered)]
	}
	if r.Intent == "verdict" || r.Intent == "source" {
		led = nil // whoever is quoted beside it was not asked about
	}
	t.Entities = c.p.EntitiesOf(r, led)
	for _, d := range r.Dates {
		if d.Year != 0 {
			t.Dates = append(t.Dates, d.String())
		}
	}
	for _, term := range r.Terms {
		if !term.Asked && term.Known && len(term.Concepts) > 0 && len(t.Topics) < reading.Remembered {
			t.Topics = record.AppendNew(t.Topics, c.p.Lexicon.ConceptName(term.Concepts[0]))
		}
	}
	return t
}
