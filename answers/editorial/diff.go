package editorial

import (
	"fmt"
	"reflect"
	"strings"

	"allegedly/answers/corpus"

	"gopkg.in/yaml.v3"
)

// A Change is one difference between two versions of a report.
type Change struct {
	Claim  string `json:"claim,omitempty"` // empty: the report itself
	Field  string `json:"field,omitempty"` // empty: the whole claim
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// String renders the change as "+", "-" or "~", the claim, the field and both values.
func (c Change) String() string {
	what := c.Claim
	if what == "" {
		what = "report"
	}
	if c.Field != "" {
		what += "." + c.Field
	}
	switch {
	case c.Before == "":
		return fmt.Sprintf("+ %s: %s", what, c.After)
	case c.After == "":
		return fmt.Sprintf("- %s: %s", what, c.Before)
	}
	return fmt.Sprintf("~ %s: %s -> %s", what, c.Before, c.After)
}

// Diff returns how after differs from before, claim by claim and field by field,
// in the order of the format: first the report's own fields, then claims that
// changed or went, then new ones. Claims are the same if their ids are.
func Diff(before, after *corpus.Report) []Change {
	changes := fields("", *before, *after, "claims")
	old := map[string]corpus.Claim{}
	for _, claim := range before.Claims {
		old[claim.ID] = claim
	}
	now := map[string]corpus.Claim{}
	for _, claim := range after.Claims {
		now[claim.ID] = claim
	}
	for _, claim := range before.Claims {
		if other, ok := now[claim.ID]; ok {
			changes = append(changes, fields(claim.ID, claim, other)...)
		} else {
			changes = append(changes, Change{Claim: claim.ID, Before: claim.Says})
		}
	}
	for _, claim := range after.Claims {
		if _, ok := old[claim.ID]; !ok {
			changes = append(changes, Change{Claim: claim.ID, After: claim.Says})
		}
	}
	return changes
}

// Lapses tells what an edit of a reviewed report forgot: claims that are gone
// instead of withdrawn, and changed claims without a new entry in the history.
func Lapses(before, after *corpus.Report) []string {
	if before.Status == corpus.Draft {
		return nil
	}
	var lapses []string
	touched := false
	for _, c := range Diff(before, after) {
		touched = touched || c.Claim != "" && c.Before != ""
		if c.Claim != "" && c.Field == "" && c.After == "" {
			lapses = append(lapses, fmt.Sprintf("claim %s is gone; nothing is deleted, give it status: withdrawn and say why", c.Claim))
		}
	}
	if touched && len(after.History) <= len(before.History) {
		lapses = append(lapses, "claims changed, and the history has no new entry that says what and why")
	}
	return lapses
}

// fields compares two values of one struct, field by field, as YAML has them.
func fields(claim string, before, after any, except ...string) []Change {
	var changes []Change
	a, b := reflect.ValueOf(before), reflect.ValueOf(after)
	for i := range a.NumField() {
		name, _, _ := strings.Cut(a.Type().Field(i).Tag.Get("yaml"), ",")
		if name == "" || len(except) > 0 && name == except[0] {
			continue
		}
		if was, is := written(a.Field(i)), written(b.Field(i)); was != is {
			changes = append(changes, Change{claim, name, was, is})
		}
	}
	return changes
}

// written returns a value as YAML on one line; "" for nothing.
func written(value reflect.Value) string {
	if value.IsZero() {
		return ""
	}
	var node yaml.Node
	if err := node.Encode(value.Interface()); err != nil {
		return fmt.Sprint(value.Interface())
	}
	if node.Kind == yaml.ScalarNode {
		return node.Value
	}
	node.Style = yaml.FlowStyle
	text, err := yaml.Marshal(&node)
	if err != nil {
		return fmt.Sprint(value.Interface())
	}
	return strings.Join(strings.Fields(string(text)), " ")
}
