package discordtest

import (
	"encoding/json"
	"fmt"
	"sync/atomic"
)

// An Interaction is one that Discord delivers, shaped after the samples in
// https://docs.discord.com/developers/interactions/receiving-and-responding.
type Interaction map[string]any

// serial numbers interactions, so that each has its own id and token.
var serial atomic.Int64

// base returns what every interaction has: a person in a server's channel.
func base(kind int, data map[string]any) Interaction {
	n := serial.Add(1)
	return Interaction{
		"version":        1,
		"type":           kind,
		"id":             fmt.Sprint(786008729715212338 + n),
		"token":          fmt.Sprintf("interaction-token-%d", n),
		"application_id": ApplicationID,
		"channel_id":     "645027906669510667",
		"guild_id":       "290926798626357999",
		"locale":         "en-GB",
		"member": map[string]any{
			"user":        map[string]any{"id": "53908232506183680", "username": "Mason", "discriminator": "1337"},
			"roles":       []string{"539082325061836999"},
			"permissions": "2147483647",
		},
		"authorizing_integration_owners": map[string]string{"0": "290926798626357999"},
		"context":                        0,
		"entitlements":                   []any{},
		"data":                           data,
	}
}

// ApplicationID is the id of the application that everything here belongs to.
const ApplicationID = "775799577604522054"

// Ping returns Discord's question whether an endpoint works.
func Ping() Interaction { return base(1, nil) }

// Command returns a slash command; options are names and values in turn.
func Command(name string, options ...any) Interaction {
	var list []any
	for i := 0; i+1 < len(options); i += 2 {
		kind := 3
		if _, ok := options[i+1].(bool); ok {
			kind = 5
		}
		list = append(list, map[string]any{"type": kind, "name": options[i], "value": options[i+1]})
	}
	return base(2, map[string]any{"type": 1, "id": "771825006014889984", "name": name, "options": list})
}

// MessageCommand returns a command used on a message.
func MessageCommand(name string, message map[string]any) Interaction {
	message["id"] = "867793854505943041"
	return base(2, map[string]any{
		"type": 3, "id": "866818195033292850", "name": name, "target_id": "867793854505943041",
		"resolved": map[string]any{"messages": map[string]any{"867793854505943041": message}},
	})
}

// Autocomplete returns what is typed so far into an option of a command.
func Autocomplete(command, option, typed string) Interaction {
	return base(4, map[string]any{
		"type": 1, "id": "816437322781949972", "name": command,
		"options": []any{map[string]any{"type": 3, "name": option, "value": typed, "focused": true}},
	})
}

// Press returns a press of the button with the label in a message, as it was
// sent; nil if it has no such button.
func Press(message json.RawMessage, label string) Interaction {
	var sent map[string]any
	if err := json.Unmarshal(message, &sent); err != nil {
		return nil
	}
	var id any
	visit(sent["components"], func(c map[string]any) {
		if c["label"] == label {
			id = c["custom_id"]
		}
	})
	if id == nil {
		return nil
	}
	in := base(3, map[string]any{"component_type": 2, "custom_id": id})
	in["message"] = sent
	return in
}

// By returns the interaction as another person's.
func (in Interaction) By(user string) Interaction {
	in["member"].(map[string]any)["user"].(map[string]any)["id"] = user
	return in
}

// JSON returns the interaction as it is delivered.
func (in Interaction) JSON() []byte {
	body, err := json.Marshal(in)
	if err != nil {
		panic(err)
	}
	return body
}
