package corpus

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// ReportSchema returns the JSON Schema of a report file, indented. Editors use
// it to complete and check keys while somebody types.
func ReportSchema() []byte {
	return schema("Report", "One file about one publication. FORMAT.md explains it.", reflect.TypeFor[Report]())
}

// EntitiesSchema returns the JSON Schema of an entity file, indented.
func EntitiesSchema() []byte {
	return schema("Entities", "A list of names that reports use. FORMAT.md explains it.", reflect.TypeFor[entityFile]())
}

// values are the closed sets of values, by their type.
var values = map[reflect.Type][]string{
	reflect.TypeFor[Status]():  words(statuses),
	reflect.TypeFor[Basis]():   words(bases),
	reflect.TypeFor[Kind]():    words(kinds),
	reflect.TypeFor[Stance]():  words(stances),
	reflect.TypeFor[Measure](): words(measures),
	reflect.TypeFor[Facet]():   words(facets),
}

func words[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, value := range list {
		out[i] = string(value)
	}
	return out
}

// forms are the patterns of text fields that have one; loading holds them to it too.
var forms = map[string]string{
	"Report.id":    idForm.String(),
	"Entity.id":    idForm.String(),
	"Claim.id":     claimForm.String(),
	"Text.sha256":  `^$|` + hashForm.String(),
	"Date.date":    dateForm,
	"Period.from":  dateForm,
	"Period.to":    dateForm,
	"Change.date":  `^\d{4}-\d{2}-\d{2}$`,
	"Report.title": `\S`,
	"Claim.says":   `\S`,
}

const dateForm = `^\d{4}(-\d{2}(-\d{2})?)?$`

func schema(title, about string, t reflect.Type) []byte {
	root := describe(t)
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = title
	root["description"] = about
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(root); err != nil {
		panic(err) // maps of strings always encode
	}
	return out.Bytes()
}

// describe returns the schema of a type of the format.
func describe(t reflect.Type) map[string]any {
	if enum := values[t]; enum != nil {
		return map[string]any{"enum": enum}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return describe(t.Elem())
	case reflect.Slice:
		return map[string]any{"type": "array", "items": describe(t.Elem())}
	case reflect.Struct:
		return describeStruct(t)
	case reflect.Int:
		return map[string]any{"type": "integer", "minimum": 1}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.String:
		return map[string]any{"type": "string"}
	}
	panic(fmt.Sprintf("the format has no values of type %s", t))
}

func describeStruct(t reflect.Type) map[string]any {
	properties, required := map[string]any{}, []string{}
	for _, field := range keysOf(t) {
		property := describe(field.typ)
		if field.doc != "" {
			property["description"] = field.doc
		}
		if form := forms[t.Name()+"."+field.key]; form != "" {
			property["pattern"] = form
		}
		properties[field.key] = property
		if !field.optional {
			required = append(required, field.key)
		}
	}
	return map[string]any{"type": "object", "additionalProperties": false, "properties": properties, "required": required}
}

// A key is one key of the format, as its struct declares it.
type key struct {
	key, doc string
	optional bool
	typ      reflect.Type
}

func keysOf(t reflect.Type) []key {
	var out []key
	for i := range t.NumField() {
		field := t.Field(i)
		name, options, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		if !field.IsExported() || name == "" {
			continue
		}
		out = append(out, key{name, field.Tag.Get("doc"), strings.Contains(options, "omitempty"), field.Type})
	}
	return out
}
