package discord

import (
	"encoding/json"
	"strings"
	"testing"

	"allegedly/adapters/adaptertest"
	"allegedly/adapters/discord/discordtest"
	"allegedly/answers"
	"allegedly/bot"
)

// messageIn returns the message of a response.
func messageIn(t testing.TB, body []byte) (raw json.RawMessage, m message) {
	t.Helper()
	var r struct{ Data json.RawMessage }
	if err := json.Unmarshal(body, &r); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(r.Data, &m); err != nil {
		t.Fatal(err)
	}
	return r.Data, m
}

func (*allowedMentions) UnmarshalJSON([]byte) error { return nil } // for messageIn; the schema check reads it

func TestGoldenPayloads(t *testing.T) {
	e := newEndpoint(t, nil)
	const question = "Who accuses Veridia of the Lantern breach?"
	answered := e.answer(t, discordtest.Command("ask", "question", question))
	message, _ := messageIn(t, answered)
	for _, c := range []struct {
		name string
		in   discordtest.Interaction
	}{
		{"ping", discordtest.Ping()},
		{"abstention", discordtest.Command("ask", "question", "Who won the Lantern cup?")},
		{"clarification", discordtest.Command("ask", "question", "how much")},
		{"longest", discordtest.Command("ask", "question", "Tell me everything")},
		{"private", discordtest.Command("ask", "question", question, "private", true)},
		{"denial", discordtest.Command("denial", "about", "Lantern")},
		{"timeline", discordtest.Command("timeline")},
		{"list", discordtest.Command("reports")},
		{"notice", discordtest.Command("ask", "question", "notice")},
		{"hostile", discordtest.Command("ask", "question", adaptertest.Hostile)},
		{"message", discordtest.MessageCommand(commandMessage, map[string]any{"content": "They say **Veridia** did it, <@12345678901234567>"})},
		{"press_sources", discordtest.Press(message, "Sources")},
		{"press_why", discordtest.Press(message, "Why this answer?")},
		{"press_suggestion", discordtest.Press(message, "What does Veridia reply?")},
		{"autocomplete_none", discordtest.Autocomplete("ask", "question", "nothing begins so")},
		{"autocomplete_25", discordtest.Autocomplete("ask", "question", "What did")},
		{"autocomplete_names", discordtest.Autocomplete("denial", "about", "")},
	} {
		t.Run(c.name, func(t *testing.T) {
			golden(t, c.name, e.answer(t, c.in))
		})
	}
	golden(t, "answer", answered)
}

// What a press asks is what the message quotes, by whomever it is pressed, and
// it leaves no thread behind.
func TestPress(t *testing.T) {
	e := newEndpoint(t, nil)
	question := `Who says that *Veridia* did "it" -- or [not](x) \ so?`
	for _, c := range []struct {
		in    discordtest.Interaction
		label string
		want  bot.Message
	}{
		{discordtest.Command("ask", "question", question), "Why this answer?", bot.Message{Text: question, Explain: true}},
		{discordtest.Command("ask", "question", question), "What does Veridia reply?", bot.Message{Text: "What does Veridia reply?"}},
		{discordtest.Command("denial", "about", "Lantern_x"), "Why this answer?", bot.Message{Command: bot.Denial, Text: "Lantern_x", Explain: true}},
		{discordtest.Command("timeline"), "Why this answer?", bot.Message{Command: bot.Timeline, Explain: true}},
	} {
		message, _ := messageIn(t, e.answer(t, c.in))
		_, shown := messageIn(t, e.answer(t, discordtest.Press(message, c.label).By("99")))
		got := e.bot.last(t)
		if got.Text != c.want.Text || got.Command != c.want.Command || got.Explain != c.want.Explain || !got.Stateless {
			t.Errorf("%s: asked %+v, want %+v", c.label, got, c.want)
		}
		if shown.Flags&flagEphemeral == 0 {
			t.Errorf("%s: a press answers everybody", c.label)
		}
	}
}

func TestThreadIsChannelAndPerson(t *testing.T) {
	e := newEndpoint(t, nil)
	threads := map[string]bool{}
	for _, user := range []string{"1", "2", "1"} {
		e.answer(t, discordtest.Command("ask", "question", "Who?").By(user))
		threads[e.bot.last(t).Thread] = true
	}
	if len(threads) != 2 {
		t.Errorf("threads %v, want one for each person", threads)
	}
}

// What a message's menu asks is another person's text: it neither leans on the
// asker's conversation nor changes it.
func TestMessageCommandStandsAlone(t *testing.T) {
	e := newEndpoint(t, nil)
	e.answer(t, discordtest.MessageCommand(commandMessage, map[string]any{"content": "and when?"}))
	if got := e.bot.last(t); got.Text != "and when?" || !got.Stateless {
		t.Errorf("asked %+v", got)
	}
	e.answer(t, discordtest.Command("ask", "question", "and when?"))
	if e.bot.last(t).Stateless {
		t.Error("a question of one's own has no conversation")
	}
}

func TestButtons(t *testing.T) {
	for _, question := range []string{"Who?", longQuestion, strings.Repeat("ü", 90), strings.Repeat("ü", 94)} {
		id := askID(question)
		if n := len([]rune(id)); n > maxCustomID {
			t.Errorf("custom_id has %d characters", n)
		}
		p, ok := parsePress(id)
		if !ok || p.kind == pressAsk && p.args != question || p.kind == pressFind && question == longQuestion && p.find(&fakeBot{}) != question {
			t.Errorf("%q came back as %+v", question, p)
		}
	}
	for _, id := range []string{"", "1", "1:", "2:ask:x", "1:other:x", "ask:x"} {
		if p, ok := parsePress(id); ok {
			t.Errorf("%q was read as %+v", id, p)
		}
	}
	sources := adaptertest.Longest().Sources
	for range 4 {
		sources = append(sources, sources...)
	}
	if id := sourcesID(sources); len(id) > maxCustomID {
		t.Errorf("custom_id has %d characters", len(id))
	}
}

// An explanation of a follow-up says that it reads the question on its own.
func TestExplainOnItsOwn(t *testing.T) {
	a := adaptertest.Answer()
	a.Trace = &answers.Trace{Reading: "when", Rule: "date", Decision: "Asked back."}
	for _, differs := range []bool{true, false} {
		text := shown(explain(bot.Ask, "and when?", a, differs))
		if strings.Contains(text, noticeOnItsOwn) != differs || !strings.Contains(text, "Asked back.") {
			t.Errorf("differs %v: %q", differs, text)
		}
	}
}
