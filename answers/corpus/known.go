package corpus

import (
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// formatFields are the fields of the format's types, by their keys.
var formatFields = fieldTable(map[reflect.Type]map[string]reflect.Type{}, reflect.TypeFor[Report](), reflect.TypeFor[entityFile]())

// fieldTable adds the fields of struct types, and of the types within them.
func fieldTable(table map[reflect.Type]map[string]reflect.Type, types ...reflect.Type) map[reflect.Type]map[string]reflect.Type {
	for _, t := range types {
		for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct || table[t] != nil {
			continue
		}
		table[t] = map[string]reflect.Type{}
		for i := range t.NumField() {
			if key, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ","); key != "" {
				table[t][key] = t.Field(i).Type
				fieldTable(table, t.Field(i).Type)
			}
		}
	}
	return table
}

// onlyKnown tells whether every key in the node is a field of its type. It is
// cheaper than decoding strictly, which parses the file once more; where it says
// no, that tells what is wrong.
func onlyKnown(node *yaml.Node, t reflect.Type) bool {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case node.Kind == yaml.AliasNode:
		return unaliased(node.Alias) && onlyKnown(node.Alias, t)
	case node.Kind == yaml.MappingNode && t.Kind() == reflect.Struct:
		for i := 0; i+1 < len(node.Content); i += 2 {
			field, known := formatFields[t][node.Content[i].Value]
			if !known || !onlyKnown(node.Content[i+1], field) {
				return false
			}
		}
	case node.Kind == yaml.SequenceNode && t.Kind() == reflect.Slice:
		for _, item := range node.Content {
			if !onlyKnown(item, t.Elem()) {
				return false
			}
		}
	}
	return true
}

// unaliased tells whether no alias stands within the node, which might be of itself.
func unaliased(node *yaml.Node) bool {
	return node.Kind != yaml.AliasNode && !slices.ContainsFunc(node.Content, func(item *yaml.Node) bool { return !unaliased(item) })
}
