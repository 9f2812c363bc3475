package intent

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"allegedly/answers/corpus"
)

// Lint holds every rule to its own examples, with names of the corpus at hand
// for the placeholders in them. An example that the rule does not read, a near
// miss that it does, an example that a stronger rule takes away (hijacked), and
// a rule that none of its examples reaches are findings, at the rule's line.
// Examples whose placeholder the corpus has no name for are passed over.
func (r *Reader) Lint() corpus.Findings {
	var found corpus.Findings
	names := r.names()
	for _, rule := range r.rules.All {
		note := func(severity corpus.Severity, id, message string) {
			found = append(found, corpus.Finding{File: rule.file, Line: rule.line, Column: 1, Severity: severity, Rule: id, Message: fmt.Sprintf("rule %q: %s", rule.ID, message)})
		}
		tried, reached := 0, 0
		for _, example := range rule.Examples {
			text, ok := fill(example, names)
			if !ok {
				continue
			}
			tried++
			matched, first := r.reads(rule, text)
			switch {
			case !matched:
				note(corpus.Error, "rule-example", "it does not read its example "+asked(example, text))
			case !rule.agrees(first):
				note(corpus.Warning, "rule-hijacked", fmt.Sprintf("rule %q takes the example %s away; weigh them anew, or add an \"unless\"", first.ID, asked(example, text)))
			default:
				reached++
			}
		}
		for _, near := range rule.Near {
			if text, ok := fill(near, names); ok {
				if matched, _ := r.reads(rule, text); matched {
					note(corpus.Error, "rule-near", fmt.Sprintf("it reads %s, which it must not", asked(near, text)))
				}
			}
		}
		if tried > 0 && reached == 0 {
			note(corpus.Error, "rule-unreachable", "no example reaches it")
		}
	}
	return found
}

// asked writes an example, and with which name of the corpus it was asked: it may be the name
// that has a word of a rule, and wants another label.
func asked(example, text string) string {
	if example == text {
		return strconv.Quote(example)
	}
	return fmt.Sprintf("%q (asked as %q; if the name has a word of the rule, give it another label)", example, text)
}

// reads tells whether the rule reads the text, and which rule reads it first;
// for a rule that fills a slot that is the rule itself.
func (r *Reader) reads(rule *Rule, text string) (matched bool, first *Rule) {
	q := r.Read(text)
	list := q.Readings
	if rule.Slot != "" {
		list = q.Slots
	}
	for _, m := range list {
		if m.Rule == rule {
			matched = true
		}
	}
	if rule.Slot != "" {
		return matched, rule
	}
	if len(q.Readings) > 0 {
		first = q.Readings[0].Rule
	}
	return matched, first
}

// agrees tells whether the other rule reads a question as this one does.
func (rule *Rule) agrees(other *Rule) bool {
	return rule == other || rule.Intent == other.Intent && rule.Facet == other.Facet && rule.Aspect == other.Aspect
}

// names returns a name of the corpus for each placeholder: the one that most
// claims have in that part.
func (r *Reader) names() map[string]string {
	parts := map[string]map[string]int{"accuser": {}, "accused": {}, "incident": {}, "target": {}, "report": {}}
	for _, c := range r.index.Corpus.Claims {
		if c.Stance == corpus.Alleges {
			parts["accuser"][c.By]++
		}
		parts["accused"][c.Report().Accused]++
		parts["incident"][c.Incident]++
		for _, id := range c.Targets {
			parts["target"][id]++
		}
		parts["report"][c.Report().Publisher]++
	}
	names := map[string]string{}
	for part, counts := range parts {
		ids := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
			return cmp.Or(counts[b]-counts[a], strings.Compare(a, b))
		})
		for _, id := range ids {
			entity := r.index.Corpus.Entity(id)
			if entity != nil {
				names[part] = cmp.Or(entity.Label, entity.Name)
				break
			}
			if part == "report" && id != "" {
				names[part] = id
				break
			}
		}
	}
	return names
}

// fill puts names in place of an example's placeholders; false when there is
// none for one of them.
func fill(example string, names map[string]string) (string, bool) {
	for part, name := range names {
		example = strings.ReplaceAll(example, "{"+part+"}", name)
	}
	return example, !strings.Contains(example, "{")
}
