package discordtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// name is what a slash command or an option may be called
// (https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming).
var name = regexp.MustCompile(`^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$`)

const flagComponentsV2 = 1 << 15

// rules checks what Discord's documentation demands and its schemas do not say.
func rules(value any) error {
	object, ok := value.(map[string]any)
	if !ok || len(object) == 1 && object["type"] != nil { // a bare response: pong, or an edit to come
		return nil
	}
	if data, ok := object["data"].(map[string]any); ok {
		if number(object["type"]) == 5 {
			if number(data["flags"])&^64 != 0 {
				return errors.New("a deferral takes no flag but EPHEMERAL")
			}
			return nil
		}
		return errors.Join(messageRules(data), choiceRules(data))
	}
	if _, ok := object["name"]; ok {
		return commandRules(object)
	}
	return messageRules(object)
}

// messageRules checks a message.
func messageRules(m map[string]any) error {
	if _, ok := m["choices"]; ok {
		return nil
	}
	var problems []error
	complain := func(format string, args ...any) { problems = append(problems, fmt.Errorf(format, args...)) }
	if mentions, _ := json.Marshal(m["allowed_mentions"]); string(mentions) != `{"parse":[]}` {
		complain(`allowed_mentions is %s, not {"parse":[]}`, mentions)
	}
	if number(m["flags"])&flagComponentsV2 != 0 {
		for _, key := range []string{"content", "embeds", "poll"} {
			if _, ok := m[key]; ok {
				complain("%s cannot stand beside the components flag", key)
			}
		}
	} else if m["components"] != nil {
		complain("the components need their flag")
	}
	count, characters, ids := 0, 0, map[string]bool{}
	visit(m["components"], func(c map[string]any) {
		count++
		content, _ := c["content"].(string)
		characters += utf8.RuneCountInString(content)
		id, has := c["custom_id"].(string)
		if has && ids[id] {
			complain("custom_id %q occurs twice", id)
		}
		ids[id] = true
		_, linked := c["url"]
		if number(c["type"]) == 2 && linked == has {
			complain("a button has either a url or a custom_id")
		}
		if number(c["type"]) == 1 && len(children(c)) > 5 {
			complain("a row has more than five buttons")
		}
	})
	if count > 40 {
		complain("%d components, the limit is 40", count)
	}
	if characters > 4000 {
		complain("%d characters of text, the limit is 4000", characters)
	}
	return errors.Join(problems...)
}

// choiceRules checks an autocompletion.
func choiceRules(data map[string]any) error {
	list, _ := data["choices"].([]any)
	for _, c := range list {
		if value, _ := c.(map[string]any)["value"].(string); utf8.RuneCountInString(value) > 100 {
			return errors.New("the value of a choice is longer than 100 characters")
		}
	}
	return nil
}

// commandRules checks an application command.
func commandRules(c map[string]any) error {
	var problems []error
	complain := func(format string, args ...any) { problems = append(problems, fmt.Errorf(format, args...)) }
	if kind := number(c["type"]); kind == 2 || kind == 3 {
		if c["description"] != nil || c["description_localizations"] != nil || c["options"] != nil {
			complain("a context menu command has neither description nor options")
		}
		return errors.Join(problems...)
	}
	named := func(o map[string]any) {
		for _, text := range append(texts(o["name_localizations"]), o["name"].(string)) {
			if !name.MatchString(text) || text != strings.ToLower(text) {
				complain("name %q is not allowed", text)
			}
		}
	}
	named(c)
	optional := false
	options, _ := c["options"].([]any)
	for _, option := range options {
		o := option.(map[string]any)
		named(o)
		required, _ := o["required"].(bool)
		if required && optional {
			complain("a required option follows an optional one")
		}
		optional = optional || !required
	}
	if n := longest(c); n > 8000 {
		complain("the command has %d characters, the limit is 8000", n)
	}
	return errors.Join(problems...)
}

// longest returns the characters of names and descriptions of a command, the
// longest translation of each counted.
func longest(c map[string]any) (n int) {
	for _, key := range []string{"name", "description"} {
		most := 0
		for _, text := range append(texts(c[key+"_localizations"]), fmt.Sprint(c[key])) {
			most = max(most, utf8.RuneCountInString(text))
		}
		n += most
	}
	options, _ := c["options"].([]any)
	for _, option := range options {
		n += longest(option.(map[string]any))
	}
	return n
}

// visit calls f for every component, nested ones included.
func visit(components any, f func(map[string]any)) {
	list, _ := components.([]any)
	for _, c := range list {
		if object, ok := c.(map[string]any); ok {
			f(object)
			visit(object["components"], f)
			visit([]any{object["accessory"]}, f)
		}
	}
}

func children(c map[string]any) []any {
	list, _ := c["components"].([]any)
	return list
}

// texts returns the values of an object of strings.
func texts(object any) (list []string) {
	fields, _ := object.(map[string]any)
	for _, field := range fields {
		list = append(list, fmt.Sprint(field))
	}
	return list
}

// number returns an integer of decoded JSON, or 0.
func number(value any) int64 {
	n, ok := value.(json.Number)
	if !ok {
		return 0
	}
	i, _ := n.Int64()
	return i
}
