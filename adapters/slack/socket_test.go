package slack

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"allegedly/adapters/slack/fakeslack"

	slackgo "github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"
)

const patience = 5 * time.Second

// running starts the adapter in Socket Mode, waits for its connections and
// returns how it is stopped; stop returns what Run returned.
func running(t testing.TB, r *rig) (stop func() error) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- r.Run(ctx) }()
	var err error
	stopped := false
	stop = func() error {
		if !stopped {
			stopped = true
			cancel()
			select {
			case err = <-ended:
			case <-time.After(defaultDrain + patience):
				t.Error("Run did not return")
			}
		}
		return err
	}
	t.Cleanup(func() { stop() })
	if err := r.slack.WaitLinks(r.config.Connections, patience); err != nil {
		t.Fatal(err)
	}
	return stop
}

func TestSocketMode(t *testing.T) {
	s := fakeslack.Start()
	defer s.Close()
	r := newRig(t, s, func(c *Config) { c.Pace = -1 })
	stop := running(t, r)
	for i, c := range []struct {
		kind    string
		payload any
		method  string
	}{
		{"events_api", fakeslack.Mention("E1", "C1", "1.1", "", "who?"), "chat.postMessage"},
		{"events_api", fakeslack.Message("E2", "im", "D1", "1.1", "", "who?"), "chat.postMessage"},
		{"slash_commands", map[string]any{"command": slashAsk, "text": "who?", "team_id": "T1", "channel_id": "C1", "user_id": "UASKER",
			"trigger_id": "t1", "response_url": s.ResponseURL("1")}, "response_url"},
		{"interactive", pressing(actionWhy, "0123456789\nwho?"), "chat.postEphemeral"},
	} {
		before := len(s.Calls(c.method))
		if n, err := s.Envelope(c.kind, c.payload, patience); err != nil || n != 1 {
			t.Fatalf("%d: %d deliveries, %v", i, n, err)
		}
		if _, err := s.Wait(c.method, before+1, patience); err != nil {
			t.Error(err)
		}
	}
	if err := stop(); err != nil {
		t.Errorf("Run() = %v", err)
	}
}

// TestOddEnvelopes holds that what cannot be read is acknowledged and ignored,
// and that one odd block does not cost the question.
func TestOddEnvelopes(t *testing.T) {
	s := fakeslack.Start()
	defer s.Close()
	r := newRig(t, s, nil)
	running(t, r)
	for id, text := range map[string]string{
		"unknown-kind":  `{"type":"brand_new","envelope_id":"unknown-kind","payload":{}}`,
		"unknown-event": `{"type":"events_api","envelope_id":"unknown-event","payload":{"type":"event_callback","event":{"type":"brand_new","user":{"id":1}}}}`,
		"wrong-types":   `{"type":"interactive","envelope_id":"wrong-types","payload":{"type":7}}`,
		"no-payload":    `{"type":"slash_commands","envelope_id":"no-payload"}`,
		"no-json":       `{"type":"events_api","envelope_id":"no-json","payload":{`,
	} {
		if err := s.Frame(id, text, patience); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
	s.Frame("", "rubbish", 0)
	mention := fakeslack.Mention("E1", "C1", "1.1", "", "who?")
	mention["event"].(map[string]any)["blocks"] = []any{map[string]any{"type": "section", "text": 7}}
	if _, err := s.Envelope("events_api", mention, patience); err != nil {
		t.Error(err)
	}
	if _, err := s.Wait("chat.postMessage", 1, patience); err != nil {
		t.Error(err)
	}
	if n := s.Opened(); n != defaultConnections {
		t.Errorf("%d connections were opened, want %d", n, defaultConnections)
	}
}

// TestRefresh announces the end of one connection, then of both, while questions
// keep coming: every one is answered, once.
func TestRefresh(t *testing.T) {
	t.Parallel()
	s := fakeslack.Start()
	defer s.Close()
	r := newRig(t, s, func(c *Config) { c.Pace = -1 })
	running(t, r)
	const questions = 60
	for i := range questions {
		switch i {
		case 20:
			s.DisconnectOne("warning", 10*time.Second)
		case 40:
			s.Disconnect("refresh_requested", 100*time.Millisecond)
		}
		// Slack redelivers what is not acknowledged within some 3 s.
		if _, err := s.Envelope("events_api", fakeslack.Mention(fmt.Sprint("E", i), fmt.Sprint("C", i), "1.1", "", "who?"), time.Second); err != nil {
			t.Fatal(i, err)
		}
	}
	if _, err := s.Wait("chat.postMessage", questions, patience); err != nil {
		t.Error(err)
	}
	time.Sleep(50 * time.Millisecond)
	if n := len(s.Calls("chat.postMessage")); n != questions {
		t.Errorf("%d answers to %d questions", n, questions)
	}
}

// TestOverlap holds that a connection whose end is announced still listens, with
// no other there to help, until the next one is open.
func TestOverlap(t *testing.T) {
	t.Parallel()
	s := fakeslack.Start()
	defer s.Close()
	running(t, newRig(t, s, func(c *Config) { c.Connections = 1 }))
	s.Announce("warning")
	if n, err := s.Envelope("events_api", fakeslack.Mention("E1", "C1", "1.1", "", "who?"), firstBackoff/2); err != nil || n != 1 {
		t.Errorf("%d deliveries, %v", n, err)
	}
	if err := s.WaitLinks(2, patience); err != nil {
		t.Error(err)
	}
	if len(s.Calls("chat.postMessage")) != 1 {
		t.Error("not answered")
	}
}

// TestNoReconnectStorm has every connection ended right after hello for 3 s.
func TestNoReconnectStorm(t *testing.T) {
	t.Parallel()
	s := fakeslack.Start()
	defer s.Close()
	s.RefuseLinks("too_many_websockets")
	r := newRig(t, s, func(c *Config) { c.Connections = 1 })
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- r.Run(ctx) }()
	time.Sleep(2500 * time.Millisecond)
	if n := s.Opened(); n > 3 {
		t.Errorf("%d connections within 2.5 s", n)
	}
	if !strings.Contains(r.notes.log(), "too_many_websockets") || !strings.Contains(r.notes.log(), "more than 10 connections") {
		t.Errorf("the log does not name the cause:\n%s", r.notes.log())
	}
	s.RefuseLinks("")
	if err := s.WaitLinks(1, 2*patience); err != nil {
		t.Error(err)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("Run() = %v", err)
	}
}

// TestRefusedTokens holds that a token which Slack refuses ends Run with a
// sentence, and that everything else is waited out.
func TestRefusedTokens(t *testing.T) {
	for _, method := range []string{"auth.test", "apps.connections.open"} {
		for code, says := range map[string]string{
			"invalid_auth": "copy it again", "token_expired": "token rotation", "missing_scope": "OAuth & Permissions",
			"not_allowed_token_type": "xapp-", "account_inactive": "install the app again",
		} {
			s := fakeslack.Start()
			s.Fault = func(m string, _ int) *fakeslack.Answer {
				if m == method {
					return &fakeslack.Answer{Body: fmt.Sprintf(`{"ok":false,"error":%q}`, code)}
				}
				return nil
			}
			r := newRig(t, s, nil)
			ctx, cancel := context.WithTimeout(context.Background(), patience)
			err := r.Run(ctx)
			cancel()
			s.Close()
			if err == nil || !strings.Contains(err.Error(), method) || !strings.Contains(err.Error(), code) || !strings.Contains(err.Error(), says) {
				t.Errorf("%s %s: Run() = %v", method, code, err)
			}
		}
	}
}

// TestStopWhileAnswering ends Run in the middle of an answer.
func TestStopWhileAnswering(t *testing.T) {
	s := fakeslack.Start()
	defer s.Close()
	r := newRig(t, s, nil)
	r.engine.delay, r.engine.begun = 200*time.Millisecond, make(chan struct{}, 1)
	stop := running(t, r)
	if _, err := s.Envelope("events_api", fakeslack.Mention("E1", "C1", "1.1", "", "who?"), patience); err != nil {
		t.Fatal(err)
	}
	<-r.engine.begun
	if err := stop(); err != nil {
		t.Errorf("Run() = %v", err)
	}
	if n := len(s.Calls("chat.postMessage")); n != 1 {
		t.Errorf("%d answers", n)
	}
}

// TestFakeAgainstSlackGo proves the fake with another client than ours.
func TestFakeAgainstSlackGo(t *testing.T) {
	s := fakeslack.Start()
	defer s.Close()
	client := socketmode.New(slackgo.New(fakeslack.BotToken, slackgo.OptionAppLevelToken(fakeslack.AppToken), slackgo.OptionAPIURL(s.APIURL())))
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go client.RunContext(ctx)
	got := make(chan socketmode.Event, 1)
	go func() {
		for e := range client.Events {
			if e.Type == socketmode.EventTypeEventsAPI {
				client.AckCtx(ctx, e.Request.EnvelopeID, nil)
				got <- e
				return
			}
		}
	}()
	if err := s.WaitLinks(1, patience); err != nil {
		t.Fatal(err)
	}
	if n, err := s.Envelope("events_api", fakeslack.Mention("E1", "C1", "1.1", "", "who?"), patience); err != nil || n != 1 {
		t.Errorf("%d deliveries, %v", n, err)
	}
	<-got
	if _, _, err := client.PostMessage("C1", slackgo.MsgOptionText("hello", false)); err != nil {
		t.Error(err)
	}
}
