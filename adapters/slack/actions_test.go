package slack

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"allegedly/adapters/slack/fakeslack"
	"allegedly/answers"
)

// interactTo delivers an interaction payload; more overrides its members.
func interactTo(t *testing.T, web *http.Client, trigger string, more map[string]any) {
	t.Helper()
	payload := map[string]any{
		"trigger_id": trigger, "team": map[string]any{"id": "T1"}, "user": map[string]any{"id": "UASKER"},
		"channel": map[string]any{"id": "C1"}, "container": map[string]any{"message_ts": "5.5", "thread_ts": "1.1"},
		"response_url": "http://slack.invalid/response/" + trigger,
	}
	for key, value := range more {
		payload[key] = value
	}
	raw, err := json.Marshal(payload)
	if err != nil {
		t.Fatal(err)
	}
	status, err := fakeslack.Form(web, "http://allegedly.invalid"+pathActions, url.Values{"payload": {string(raw)}})
	if err != nil || status != http.StatusOK {
		t.Fatalf("HTTP %d, %v", status, err)
	}
	time.Sleep(defaultPace)
	synctest.Wait()
}

func pressing(action, value string) map[string]any {
	return map[string]any{"type": "block_actions", "actions": []any{map[string]any{"block_id": "b", "action_id": action, "value": value}}}
}

func TestButtons(t *testing.T) {
	bubble(t, fakeslack.New(), func(t *testing.T, r *rig, web *http.Client) {
		only := func(method string, n int) fakeslack.Call {
			t.Helper()
			calls := r.slack.Calls(method)
			if len(calls) != n {
				t.Fatalf("%d calls of %s, want %d", len(calls), method, n)
			}
			return calls[n-1]
		}
		interactTo(t, web, "t1", pressing(actionSources, resting(accusation())))
		if got := only("chat.postEphemeral", 1).Form; got["user"] != "UASKER" || got["thread_ts"] != "1.1" || !strings.Contains(got["text"], "lines 3–5, 9, 12") {
			t.Errorf("sources: %v", got)
		}
		interactTo(t, web, "t2", pressing(actionWhy, "0123456789\nwho?"))
		if got := only("chat.postEphemeral", 2).Form; !strings.Contains(got["text"], "I read this as") {
			t.Errorf("why: %v", got)
		}
		interactTo(t, web, "t3", pressing(actionSuggest+"0", "What does it reply?"))
		if got := only("chat.postMessage", 1).Form; got["thread_ts"] != "1.1" || !strings.Contains(got["blocks"], "Question: What does it reply?") {
			t.Errorf("suggestion: %v", got)
		}
		interactTo(t, web, "t3", pressing(actionSuggest+"0", "What does it reply?"))
		only("chat.postMessage", 1) // delivered again
		ephemeral := pressing(actionSuggest+"1", "And who else?")
		ephemeral["container"] = map[string]any{"is_ephemeral": true}
		interactTo(t, web, "t4", ephemeral)
		if got := only("response_url", 1).Form; got["response_type"] != "ephemeral" || got["replace_original"] != "false" {
			t.Errorf("suggestion under an ephemeral message: %v", got)
		}
		unthreaded := pressing(actionSuggest+"0", "And when?")
		unthreaded["container"] = map[string]any{"message_ts": "9.9"}
		interactTo(t, web, "t5", unthreaded)
		if got := only("chat.postMessage", 2).Form; got["thread_ts"] != "9.9" {
			t.Errorf("suggestion under a message of the channel: %v", got)
		}
		for i, m := range r.heard.messages {
			if !m.Stateless || m.Explain != (i == 0) || m.Author != "T1:UASKER" {
				t.Errorf("message %d: %+v", i, m)
			}
		}
		for i, odd := range []map[string]any{pressing("unknown", "x"), pressing(actionWhy, ""), {"type": "block_actions"}, {"type": "shortcut"}} {
			interactTo(t, web, "odd"+string(rune('a'+i)), odd)
		}
		only("chat.postMessage", 2)
	})
}

// TestButtonsOfFollowUp presses buttons under an answer that another question
// gives when it is asked on its own.
func TestButtonsOfFollowUp(t *testing.T) {
	bubble(t, fakeslack.New(), func(t *testing.T, r *rig, web *http.Client) {
		told := accusation()
		told.Question, told.Thread.Claims = "and nothing else?", []string{"post-2031/a"} // on its own, an abstention without sources
		for i, test := range []struct {
			action string
			value  string
			want   []string
		}{
			{actionSources, resting(told), []string{"[1] ", "lines 3–5, 9, 12", "[2] ", "line 7"}},
			{actionWhy, reasoned(told), []string{onItsOwn}},
			{actionSources, "who took it?", []string{tooOld}},
			{actionSources, "1:gone-2031:3 x:y 2:gazette-2031:7", []string{"[2] ", "line 7"}},
			{actionWhy, "who took it?", []string{tooOld}},
		} {
			interactTo(t, web, fmt.Sprint("t", i), pressing(test.action, test.value))
			calls := r.slack.Calls("chat.postEphemeral")
			if len(calls) != i+1 {
				t.Fatalf("%s of %q: answered %d presses, want %d", test.action, test.value, len(calls), i+1)
			}
			for _, want := range test.want {
				if got := calls[i].Form["text"]; !strings.Contains(got, want) {
					t.Errorf("%s of %q: %q lacks %q", test.action, test.value, got, want)
				}
			}
		}
		if asked := r.engine.questions(); len(asked) != 1 || asked[0].Text != told.Question {
			t.Errorf("asked: %v", asked)
		}
	})
}

// TestWhyAgain explains the answer that was given without a word on it.
func TestWhyAgain(t *testing.T) {
	bubble(t, fakeslack.New(), func(t *testing.T, r *rig, web *http.Client) {
		told, err := r.engine.Answer(t.Context(), answers.Question{Text: "who?"})
		if err != nil {
			t.Fatal(err)
		}
		interactTo(t, web, "t1", pressing(actionWhy, reasoned(told)))
		calls := r.slack.Calls("chat.postEphemeral")
		if len(calls) != 1 || strings.Contains(calls[0].Form["text"], onItsOwn) {
			t.Errorf("answered: %v", calls)
		}
	})
}

// TestRestingFits carries as many sources as a button can.
func TestRestingFits(t *testing.T) {
	a := accusation()
	for n := 3; n < 200; n++ {
		a.Sources = append(a.Sources, answers.Source{N: n, Report: fmt.Sprint("gazette-of-the-harbour-", n)})
	}
	value := resting(a)
	if got := recalled(value, a.Sources); !askable(value) || len(got.Sources) < 50 || got.Sources[9] != a.Sources[9] {
		t.Errorf("%d characters, %d sources", length(value), len(got.Sources))
	}
}

// TestButtonsWhereNotMember presses buttons under an answer of "/ask public" in a
// channel that the bot is not in.
func TestButtonsWhereNotMember(t *testing.T) {
	s := fakeslack.New()
	s.Fault = func(method string, _ int) *fakeslack.Answer {
		if method == "chat.postMessage" || method == "chat.postEphemeral" {
			return &fakeslack.Answer{Body: `{"ok":false,"error":"not_in_channel"}`}
		}
		return nil
	}
	bubble(t, s, func(t *testing.T, r *rig, web *http.Client) {
		interactTo(t, web, "t1", pressing(actionSuggest+"0", "What does it reply?"))
		interactTo(t, web, "t2", pressing(actionWhy, "0123456789\nwho?"))
		calls := r.slack.Calls("response_url")
		if len(calls) != 2 || calls[0].Form["response_type"] != "in_channel" || calls[1].Form["response_type"] != "ephemeral" {
			t.Errorf("answered: %+v", calls)
		}
		if strings.Contains(r.notes.log(), "not posted") {
			t.Errorf("log:\n%s", r.notes.log())
		}
	})
}

func TestShortcut(t *testing.T) {
	bubble(t, fakeslack.New(), func(t *testing.T, r *rig, web *http.Client) {
		interactTo(t, web, "t1", map[string]any{"type": "message_action", "callback_id": shortcutID,
			"message": map[string]any{"text": "<@U2> says *they* took it &amp; ran", "blocks": []any{map[string]any{"type": 7}}}})
		calls := r.slack.Calls("response_url")
		if len(calls) != 1 || calls[0].Form["response_type"] != "ephemeral" {
			t.Fatalf("answered: %v", calls)
		}
		if m := r.heard.messages; len(m) != 1 || m[0].Text != "says they took it & ran" || !m[0].Stateless {
			t.Errorf("asked: %+v", m)
		}
	})
}

func TestFeedback(t *testing.T) {
	bubble(t, fakeslack.New(), func(t *testing.T, r *rig, web *http.Client) {
		interactTo(t, web, "t1", pressing(actionFeedback, helped))
		if n := len(r.slack.Calls("views.open")); n != 0 {
			t.Errorf("a thumbs-up opened %d dialogues", n)
		}
		interactTo(t, web, "t2", pressing(actionFeedback, notHelped+"who took it?"))
		calls := r.slack.Calls("views.open")
		if len(calls) != 1 || calls[0].Form["trigger_id"] != "t2" {
			t.Fatalf("dialogues: %v", calls)
		}
		var view struct {
			CallbackID string `json:"callback_id"`
			Private    string `json:"private_metadata"`
		}
		if err := json.Unmarshal([]byte(calls[0].Form["view"]), &view); err != nil || view.Private != "who took it?" {
			t.Fatalf("view %+v, %v", view, err)
		}
		sent := func(state any) map[string]any {
			return map[string]any{"callback_id": view.CallbackID, "private_metadata": view.Private, "state": state}
		}
		interactTo(t, web, "t3", map[string]any{"type": "view_submission", "view": sent(map[string]any{"values": map[string]any{
			reasonBlock:  map[string]any{reasonBlock: map[string]any{"type": "radio_buttons", "selected_option": map[string]any{"value": reasons[1]}}},
			commentBlock: map[string]any{commentBlock: map[string]any{"type": "plain_text_input", "value": " it was 30 \n"}},
		}})})
		interactTo(t, web, "t4", map[string]any{"type": "view_closed", "view": sent(nil)})
		want := [][2]string{{"who took it?", reasons[1] + ": it was 30"}, {"who took it?", ""}}
		if got := r.notes.disliked(); !reflect.DeepEqual(got, want) {
			t.Errorf("recorded %q, want %q", got, want)
		}
		if strings.Contains(r.notes.log(), "took") {
			t.Errorf("the question is in the log:\n%s", r.notes.log())
		}
	})
}

func TestFeedbackWithoutDialogue(t *testing.T) {
	s := fakeslack.New()
	s.Fault = func(method string, _ int) *fakeslack.Answer {
		if method == "views.open" {
			return &fakeslack.Answer{Body: `{"ok":false,"error":"expired_trigger_id"}`}
		}
		return nil
	}
	bubble(t, s, func(t *testing.T, r *rig, web *http.Client) {
		interactTo(t, web, "t1", pressing(actionFeedback, notHelped+"who took it?"))
		if got := r.notes.disliked(); len(got) != 1 || !strings.Contains(r.notes.log(), "3 seconds") {
			t.Errorf("recorded %q, log:\n%s", got, r.notes.log())
		}
	})
}

// TestConversation keeps the subject through a thread, and no further.
func TestConversation(t *testing.T) {
	bubble(t, fakeslack.New(), func(t *testing.T, r *rig, web *http.Client) {
		for _, d := range []any{
			fakeslack.Mention("E1", "C1", "1.1", "", "who?"),
			fakeslack.Mention("E2", "C1", "1.2", "1.1", "and when?"),
			fakeslack.Mention("E3", "C1", "1.3", "", "how much?"),
			fakeslack.Message("E4", "im", "D1", "2.1", "", "who?"),
			fakeslack.Message("E5", "im", "D1", "2.2", "", "and when?"),
			fakeslack.Message("E6", "im", "D1", "2.3", "2.0", "in the agent view?"),
			fakeslack.Message("E7", "channel", "C1", "1.4", "1.1", "not to the bot"),
		} {
			if _, err := fakeslack.Deliver(web, eventsURL, d); err != nil {
				t.Fatal(err)
			}
			synctest.Wait()
		}
		var turns []int
		for _, q := range r.engine.questions() {
			turns = append(turns, q.Thread.Turns)
		}
		if want := []int{0, 1, 0, 0, 1, 0}; !reflect.DeepEqual(turns, want) {
			t.Errorf("turns before each question %v, want %v", turns, want)
		}
	})
}

func TestSuggestedPrompts(t *testing.T) {
	bubble(t, fakeslack.New(), func(t *testing.T, r *rig, web *http.Client) {
		for i, inner := range []map[string]any{
			{"type": "app_home_opened", "user": "UASKER", "channel": "D1", "tab": "messages"},
			{"type": "app_home_opened", "user": "UASKER", "channel": "D1", "tab": "home"},
			{"type": "assistant_thread_started", "assistant_thread": map[string]any{"channel_id": "D1", "thread_ts": "3.3"}},
		} {
			if _, err := fakeslack.Deliver(web, eventsURL, fakeslack.Event("E"+string(rune('a'+i)), inner)); err != nil {
				t.Fatal(err)
			}
			synctest.Wait()
		}
		calls := r.slack.Calls("assistant.threads.setSuggestedPrompts")
		if len(calls) != 2 || calls[0].Form["thread_ts"] != "" || calls[1].Form["thread_ts"] != "3.3" {
			t.Fatalf("calls: %+v", calls)
		}
		if !strings.Contains(calls[0].Form["prompts"], "Who accuses Norvania?") {
			t.Errorf("prompts: %s", calls[0].Form["prompts"])
		}
	})
}
