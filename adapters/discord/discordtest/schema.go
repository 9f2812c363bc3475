package discordtest

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schema.json holds the schemas that Discord publishes; schema.NOTICE says which
// and under which licence.
//
//go:embed schema.json
var published []byte

// compiler returns a compiler of the published schemas with every object closed,
// so that a mistyped or misplaced key is an error as well. It is shared: loading
// takes longer than checking.
var compiler = sync.OnceValue(func() *jsonschema.Compiler {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(published))
	if err != nil {
		panic(err)
	}
	shut(document)
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("discord.json", document); err != nil {
		panic(err)
	}
	return c
})

// compiling guards the compiler, which is not safe for concurrent use.
var compiling sync.Mutex

// shut closes every object of a schema.
func shut(node any) {
	switch node := node.(type) {
	case map[string]any:
		_, has := node["properties"].(map[string]any)
		if _, open := node["additionalProperties"]; has && !open {
			node["additionalProperties"] = false
		}
		for _, child := range node {
			shut(child)
		}
	case []any:
		for _, child := range node {
			shut(child)
		}
	}
}

// Check tells what is wrong with a payload: against the named schema of
// Discord's specification, and against the rules that only its documentation
// has. A nil result is a payload that Discord takes.
func Check(schema string, payload []byte) error {
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(payload))
	if err != nil {
		return fmt.Errorf("not JSON: %w", err)
	}
	compiling.Lock()
	defer compiling.Unlock()
	compiled, err := compiler().Compile("discord.json#/components/schemas/" + schema)
	if err != nil {
		return err
	}
	if err := compiled.Validate(known(value)); err != nil {
		return fmt.Errorf("%s: %w", schema, err)
	}
	return rules(value)
}

// CheckResponse checks the first response to an interaction.
func CheckResponse(payload []byte) error {
	var head struct {
		Type int `json:"type"`
	}
	if err := json.Unmarshal(payload, &head); err != nil {
		return fmt.Errorf("not JSON: %w", err)
	}
	schema, ok := map[int]string{
		1: "PongInteractionCallbackRequest",
		4: "CreateMessageInteractionCallbackRequest", 5: "CreateMessageInteractionCallbackRequest",
		6: "UpdateMessageInteractionCallbackRequest", 7: "UpdateMessageInteractionCallbackRequest",
		8: "ApplicationCommandAutocompleteCallbackRequest",
		9: "ModalInteractionCallbackRequest",
	}[head.Type]
	if !ok {
		return fmt.Errorf("no response has type %d", head.Type)
	}
	return Check(schema, payload)
}

// known returns the value without what the published schemas get wrong: they
// lack nsfw, and have default_member_permissions as a number.
func known(value any) any {
	object, ok := value.(map[string]any)
	if !ok {
		return value
	}
	copied := map[string]any{}
	for key, field := range object {
		copied[key] = field
	}
	delete(copied, "nsfw")
	if text, ok := copied["default_member_permissions"].(string); ok {
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			copied["default_member_permissions"] = json.Number(strconv.FormatInt(n, 10))
		}
	}
	return copied
}
