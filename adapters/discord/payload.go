package discord

import "encoding/json"

// Types of interactions, of responses to them and of components, as numbered by
// https://docs.discord.com/developers/interactions/receiving-and-responding and
// https://docs.discord.com/developers/components/reference.
const (
	interactionPing         = 1
	interactionCommand      = 2
	interactionComponent    = 3
	interactionAutocomplete = 4

	responsePong         = 1
	responseMessage      = 4
	responseDeferred     = 5
	responseAutocomplete = 8

	componentRow       = 1
	componentButton    = 2
	componentText      = 10
	componentSeparator = 14
	componentContainer = 17

	buttonSecondary = 2

	flagEphemeral    = 1 << 6
	flagComponentsV2 = 1 << 15
)

// Limits of a message and its parts, from the same pages.
const (
	maxText        = 4000 // characters in all text components of a message together
	maxLabel       = 80   // characters on a button
	maxCustomID    = 100  // characters
	maxChoices     = 25   // of an autocompletion
	maxChoice      = 100  // characters of a choice's name or value
	maxSuggestions = 3    // buttons that ask the next question; a choice of ours: one row that a phone can show
)

// The structs below are what is sent. discordgo has such types too, but they
// leave out keys that Discord needs and send some that its schema forbids.

// A response is the first answer to an interaction.
type response struct {
	Type int `json:"type"`
	Data any `json:"data,omitempty"` // message, deferral or choices, by type
}

// A message is what a response shows, or what a deferred one is edited to.
type message struct {
	Flags           int             `json:"flags"`
	AllowedMentions allowedMentions `json:"allowed_mentions"`
	Components      []component     `json:"components"`
}

// A deferral says who will see the message that follows. Discord takes no other
// flag here; that the message has components is said by the edit.
type deferral struct {
	Flags           int             `json:"flags,omitempty"`
	AllowedMentions allowedMentions `json:"allowed_mentions"`
}

// allowedMentions always says that nobody is notified: by default an
// interaction's response notifies every user that its text mentions.
type allowedMentions struct{}

// MarshalJSON writes the one form there is.
func (allowedMentions) MarshalJSON() ([]byte, error) { return []byte(`{"parse":[]}`), nil }

// A component is a part of a message; which fields count depends on its type.
type component struct {
	Type        int         `json:"type"`
	ID          int         `json:"id,omitempty"`
	Content     string      `json:"content,omitempty"`
	Style       int         `json:"style,omitempty"`
	Label       string      `json:"label,omitempty"`
	CustomID    string      `json:"custom_id,omitempty"`
	AccentColor int         `json:"accent_color,omitempty"`
	Components  []component `json:"components,omitempty"`
}

// choices are the proposals of an autocompletion; an empty list is sent as such,
// and people then read that no option matches.
type choices struct {
	Choices []choice `json:"choices"`
}

// A choice is one proposal. Some clients send back the name instead of the
// value, so the two are the same.
type choice struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

func textOf(content string) component { return component{Type: componentText, Content: content} }

func button(label, customID string) component {
	return component{Type: componentButton, Style: buttonSecondary, Label: shorten(label, maxLabel, "…"), CustomID: customID}
}

// encode returns v as JSON. Every payload here is a tree of structs, strings and
// numbers, so there is nothing that could fail.
func encode(v any) []byte {
	body, err := json.Marshal(v)
	if err != nil {
		panic("discord: a payload cannot be encoded: " + err.Error())
	}
	return body
}
