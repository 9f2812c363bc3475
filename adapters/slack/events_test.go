package slack

import (
	"maps"
	"testing"

	"allegedly/adapters/slack/fakeslack"
)

// TestAddressed says who is answered: people who ask the bot, and nobody else.
func TestAddressed(t *testing.T) {
	mention := event{Type: "app_mention", User: "U1", TS: "2", Channel: "C1", Text: "<@UBOT> who?"}
	direct := event{Type: "message", ChannelType: "im", User: "U1", TS: "2", Channel: "D1", Text: "who?"}
	channel := event{Type: "message", ChannelType: "channel", User: "U1", TS: "2", Channel: "C1", Text: "who?"}
	with := func(e event, set func(*event)) event { set(&e); return e }

	for _, c := range []struct {
		name      string
		event     event
		want      bool
		followUps bool // the answer with the setting on, in a thread where the bot was asked
	}{
		{"mention", mention, true, true},
		{"mention in a thread", with(mention, func(e *event) { e.ThreadTS = "1" }), true, true},
		{"mention with a file", with(mention, func(e *event) { e.Subtype = "file_share" }), true, true},
		{"direct message", direct, true, true},
		{"direct message in a thread", with(direct, func(e *event) { e.ThreadTS = "1" }), true, true},
		{"channel message", channel, false, false},
		{"in the thread where it was asked", with(channel, func(e *event) { e.ThreadTS = "1" }), false, true},
		{"sent to the channel too", with(channel, func(e *event) { e.ThreadTS, e.Subtype = "1", "thread_broadcast" }), false, true},
		{"in another thread", with(channel, func(e *event) { e.ThreadTS = "9" }), false, false},
		{"same thread of another channel", with(channel, func(e *event) { e.ThreadTS, e.Channel = "1", "C2" }), false, false},
		{"channel message that mentions it", with(channel, func(e *event) { e.Text = "<@UBOT> who?" }), false, false},
		{"group message", with(channel, func(e *event) { e.ChannelType = "mpim" }), false, false},
		{"group message that mentions it", with(channel, func(e *event) { e.ChannelType, e.Text = "mpim", "<@UBOT> who?" }), true, true},
		{"a bot", with(mention, func(e *event) { e.BotID = "B1" }), false, false},
		{"itself", with(direct, func(e *event) { e.User = "UBOT" }), false, false},
		{"nobody", with(direct, func(e *event) { e.User = "" }), false, false},
		{"an edited mention", with(mention, func(e *event) { e.Edited = map[string]any{"user": "U1"} }), false, false},
		{"an edit", with(direct, func(e *event) { e.Subtype, e.Hidden = "message_changed", true }), false, false},
		{"a deletion", with(direct, func(e *event) { e.Subtype = "message_deleted" }), false, false},
		{"a bot's message", with(direct, func(e *event) { e.Subtype = "bot_message" }), false, false},
		{"somebody joining", with(mention, func(e *event) { e.Subtype = "channel_join" }), false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			for followUps, want := range map[bool]bool{false: c.want, true: c.followUps} {
				r := newRig(t, fakeslack.New(), func(config *Config) { config.FollowUps = followUps })
				r.self = identity{user: "UBOT", team: "T1"}
				r.question(delivery{TeamID: "T1", Event: event{Type: "app_mention", User: "U1", TS: "1", Channel: "C1"}})
				if got := r.delivered(delivery{Type: "event_callback", TeamID: "T1", Event: c.event}) != nil; got != want {
					t.Errorf("with FollowUps %t: answered %t, want %t", followUps, got, want)
				}
			}
		})
	}
}

// TestQuestionPlaces says where an answer goes and which memory it leans on.
func TestQuestionPlaces(t *testing.T) {
	r := newRig(t, fakeslack.New(), nil)
	for _, c := range []struct {
		name   string
		event  event
		to     place
		memory string
	}{
		{"mention", event{Type: "app_mention", User: "U1", Channel: "C1", TS: "5"},
			place{channel: "C1", thread: "5", begins: true, user: "U1"}, "T1:C1:5"},
		{"mention in a thread", event{Type: "app_mention", User: "U1", Channel: "C1", TS: "5", ThreadTS: "1"},
			place{channel: "C1", thread: "1", user: "U1"}, "T1:C1:1"},
		{"direct message", event{Type: "message", User: "U1", Channel: "D1", TS: "5"},
			place{channel: "D1", user: "U1"}, "T1:D1:"},
		{"agent view", event{Type: "message", User: "U1", Channel: "D1", TS: "5", ThreadTS: "1"},
			place{channel: "D1", thread: "1", user: "U1"}, "T1:D1:1"},
	} {
		q := r.question(delivery{TeamID: "T1", EventID: "E1", Event: c.event})
		if q.to != c.to || q.message.Thread != c.memory {
			t.Errorf("%s: to %+v, memory %q", c.name, q.to, q.message.Thread)
		}
	}
}

// TestDeliveryKeys holds that a retry, and a mention that comes as a message
// too, share a key, and that different messages share none.
func TestDeliveryKeys(t *testing.T) {
	r := newRig(t, fakeslack.New(), nil)
	keys := func(id, kind, ts string) map[string]bool {
		found := map[string]bool{}
		for _, k := range r.question(delivery{TeamID: "T1", EventID: id, Event: event{Type: kind, Channel: "C1", TS: ts}}).message.Delivery {
			found[k] = true
		}
		return found
	}
	first := keys("E1", "app_mention", "5")
	if want := map[string]bool{"event:E1:app_mention": true, "message:T1:C1:5": true}; !maps.Equal(first, want) {
		t.Errorf("keys %v, want %v", first, want)
	}
	for name, c := range map[string]struct {
		keys map[string]bool
		same bool
	}{
		"retry":                               {keys("E1", "app_mention", "5"), true},
		"as a message, own id":                {keys("E2", "message", "5"), true},
		"as a message, same id":               {keys("E1", "message", "5"), true},
		"another message":                     {keys("E3", "app_mention", "6"), false},
		"another message of another kind, id": {keys("E1", "message", "6"), false},
	} {
		shared := maps.Clone(first)
		maps.DeleteFunc(shared, func(k string, _ bool) bool { return !c.keys[k] })
		if (len(shared) > 0) != c.same {
			t.Errorf("%s: shared keys %v", name, shared)
		}
	}
}

func TestThreadsForget(t *testing.T) {
	threads := newThreads()
	threads.add("first")
	for i := range maxAsked {
		threads.add(string(rune(i)))
	}
	if threads.has("first") || !threads.has(string(rune(maxAsked-1))) {
		t.Error("the latest threads are kept, the first are forgotten")
	}
	if n := len(threads.young) + len(threads.old); n > maxAsked {
		t.Errorf("%d threads kept, at most %d", n, maxAsked)
	}
}
