package discord

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
)

// An interaction is what Discord delivers, over either transport: the parts
// that are used, decoded so that nothing unknown in the rest can fail.
type interaction struct {
	ID            string          `json:"id"`
	ApplicationID string          `json:"application_id"`
	Token         string          `json:"token"` // a secret: whoever has it may answer for 15 minutes
	Type          int             `json:"type"`
	ChannelID     string          `json:"channel_id"`
	GuildID       string          `json:"guild_id"`
	User          *user           `json:"user"`   // in direct messages
	Member        *member         `json:"member"` // in servers
	RawData       json.RawMessage `json:"data"`
	RawMessage    json.RawMessage `json:"message"` // under which a button was pressed

	received time.Time
	data     data
	message  clicked
}

type user struct {
	ID string `json:"id"`
}

type member struct {
	User user `json:"user"`
}

// data is the data of a command, an autocompletion or a button press.
type data struct {
	Name     string   `json:"name"`
	Options  []option `json:"options"`
	TargetID string   `json:"target_id"`
	CustomID string   `json:"custom_id"`
	Resolved struct {
		Messages map[string]json.RawMessage `json:"messages"`
	} `json:"resolved"`
}

type option struct {
	Name    string          `json:"name"`
	Value   json.RawMessage `json:"value"`
	Focused bool            `json:"focused"`
}

// A clicked message is one that a person chose or pressed a button under.
type clicked struct {
	Content string `json:"content"`
	Embeds  []struct {
		Title       string `json:"title"`
		Description string `json:"description"`
	} `json:"embeds"`
	Snapshots []struct {
		Message struct {
			Content string `json:"content"`
		} `json:"message"`
	} `json:"message_snapshots"` // of a forwarded message
	RawComponents json.RawMessage `json:"components"`
}

// A part is a component of a clicked message. Types that are not known yet are
// read like any other: what counts is their text and what is inside them.
type part struct {
	ID         json.RawMessage   `json:"id"`
	Content    string            `json:"content"`
	Components []json.RawMessage `json:"components"`
}

// errUnknownType is the error for an interaction of a type that this adapter
// does not answer, such as a submitted form.
var errUnknownType = errors.New("is of a type that is not answered here")

// decode reads an interaction. The error names the field that is missing or
// wrong and repeats nothing of the content.
func decode(raw []byte) (interaction, error) {
	var in interaction
	if err := json.Unmarshal(raw, &in); err != nil {
		return in, fmt.Errorf("interaction cannot be read: %w", place(err))
	}
	switch in.Type {
	case 0:
		return in, errors.New("interaction has no type")
	case interactionPing:
		return in, nil
	case interactionCommand, interactionAutocomplete, interactionComponent:
	default:
		return in, fmt.Errorf("interaction of type %d %w", in.Type, errUnknownType)
	}
	for _, field := range []struct{ name, value string }{{"id", in.ID}, {"application_id", in.ApplicationID}, {"token", in.Token}} {
		if field.value == "" {
			return in, fmt.Errorf("interaction has no %s", field.name)
		}
		if strings.ContainsAny(field.value, "/?#%\\ ") {
			return in, fmt.Errorf("interaction has a malformed %s", field.name)
		}
	}
	if len(in.RawData) == 0 {
		return in, errors.New("interaction has no data")
	}
	if err := json.Unmarshal(in.RawData, &in.data); err != nil {
		return in, fmt.Errorf("data of the interaction cannot be read: %w", place(err))
	}
	if in.Type == interactionComponent && in.data.CustomID == "" {
		return in, errors.New("interaction has no data.custom_id")
	}
	if in.Type != interactionComponent && in.data.Name == "" {
		return in, errors.New("interaction has no data.name")
	}
	in.message = decodeMessage(in.RawMessage)
	return in, nil
}

// decodeMessage reads as much of a message as can be read.
func decodeMessage(raw []byte) (m clicked) {
	_ = json.Unmarshal(raw, &m) // fields before and after a surprising one are filled all the same
	return m
}

// place returns what is wrong with JSON without the JSON itself.
func place(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind):
		return fmt.Errorf("field %q has the wrong type", kind.Field)
	case errors.As(err, &syntax):
		return fmt.Errorf("it is not JSON at byte %d", syntax.Offset)
	}
	return errors.New("it is not JSON")
}

// userID returns who acted, or "".
func (in interaction) userID() string {
	switch {
	case in.Member != nil && in.Member.User.ID != "":
		return in.Member.User.ID
	case in.User != nil:
		return in.User.ID
	}
	return ""
}

// text returns the value of a text option, or "".
func (d data) text(name string) (value string) {
	for _, o := range d.Options {
		if o.Name == name {
			_ = json.Unmarshal(o.Value, &value)
		}
	}
	return value
}

// flag returns the value of a yes-or-no option.
func (d data) flag(name string) (value bool) {
	for _, o := range d.Options {
		if o.Name == name {
			_ = json.Unmarshal(o.Value, &value)
		}
	}
	return value
}

// focused returns the name of the option that is being typed, and what was
// typed so far.
func (d data) focused() (name, typed string) {
	for _, o := range d.Options {
		if o.Focused {
			_ = json.Unmarshal(o.Value, &typed)
			return o.Name, typed
		}
	}
	return "", ""
}

// target returns the text of the message that a message command was used on.
func (d data) target() string {
	m := decodeMessage(d.Resolved.Messages[d.TargetID])
	texts := []string{m.Content}
	for _, e := range m.Embeds {
		texts = append(texts, e.Title, e.Description)
	}
	for _, s := range m.Snapshots {
		texts = append(texts, s.Message.Content)
	}
	m.walk(func(p part) { texts = append(texts, p.Content) })
	return strings.TrimSpace(strings.Join(texts, "\n"))
}

// part returns the content of the component with the id, or "".
func (m clicked) part(id string) (content string) {
	m.walk(func(p part) {
		if string(p.ID) == id {
			content = p.Content
		}
	})
	return content
}

// walk visits the components of the message. Nesting is bounded: Discord's own
// goes three deep.
func (m clicked) walk(visit func(part)) {
	var parts []json.RawMessage
	_ = json.Unmarshal(m.RawComponents, &parts)
	walk(parts, visit, 5)
}

func walk(parts []json.RawMessage, visit func(part), depth int) {
	if depth == 0 {
		return
	}
	for _, raw := range parts {
		var p part
		_ = json.Unmarshal(raw, &p)
		visit(p)
		walk(p.Components, visit, depth-1)
	}
}
