package discord

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"allegedly/adapters/discord/discordtest"
)

// Messages that people point at contain whatever Discord invents next.
func TestUnknownComponents(t *testing.T) {
	e := newEndpoint(t, nil)
	for name, message := range map[string]map[string]any{
		"new type": {"content": "They say Veridia did it", "components": []any{map[string]any{"type": 99, "id": "x", "value": []int{1}}}},
		"nested":   {"components": []any{map[string]any{"type": 77, "components": []any{map[string]any{"type": 10, "content": "They say Veridia did it"}}}}},
		"odd type": {"content": "They say Veridia did it", "components": map[string]any{"type": "x"}, "embeds": 7},
		"embed":    {"embeds": []any{map[string]any{"description": "They say Veridia did it"}}},
		"forward":  {"message_snapshots": []any{map[string]any{"message": map[string]any{"content": "They say Veridia did it"}}}},
	} {
		e.answer(t, discordtest.MessageCommand(commandMessage, message))
		if got := e.bot.last(t).Text; got != "They say Veridia did it" {
			t.Errorf("%s: asked %q", name, got)
		}
	}
	_, m := messageIn(t, e.answer(t, discordtest.MessageCommand(commandMessage, map[string]any{"attachments": []any{}})))
	if !strings.Contains(shown(m), "no text") {
		t.Errorf("a message without text: %q", shown(m))
	}
}

// The decoder takes whatever is delivered without a panic, and what it accepts
// is answered with something that Discord takes.
func FuzzInteraction(f *testing.F) {
	f.Add(discordtest.Ping().JSON())
	f.Add(discordtest.Command("ask", "question", "Who?", "private", true).JSON())
	f.Add(discordtest.Autocomplete("denial", "about", "L").JSON())
	f.Add(discordtest.MessageCommand(commandMessage, map[string]any{"content": "x", "components": []any{map[string]any{"type": 99}}}).JSON())
	a, err := New(Config{Token: "t"}, &fakeBot{}, Options{})
	if err != nil {
		f.Fatal(err)
	}
	n := 0
	f.Fuzz(func(t *testing.T, body []byte) {
		in, err := decode(body)
		if err != nil {
			return
		}
		n++
		in.ID = fmt.Sprint(n)
		first, later := a.begin(context.Background(), in)
		if later != nil {
			later()
		}
		if first.Type == 0 {
			return
		}
		if err := discordtest.CheckResponse(encode(first)); err != nil {
			t.Error(err)
		}
	})
}
