package slack

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"allegedly/adapters/slack/fakeslack"
	"allegedly/bot"
)

// bubble runs a test under a moved clock: the Slack and the adapter reach each
// other without a network, so that minutes pass at once.
func bubble(t *testing.T, s *fakeslack.Server, test func(t *testing.T, r *rig, web *http.Client)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, s, func(c *Config) { c.Listen = ":0" })
		if err := r.identify(context.Background()); err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		test(t, r, &http.Client{Transport: handlerTransport{r.routes()}})
	})
}

type handlerTransport struct{ handler http.Handler }

func (h handlerTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	recorder := httptest.NewRecorder()
	h.handler.ServeHTTP(recorder, r)
	return recorder.Result(), nil
}

const eventsURL = "http://allegedly.invalid" + pathEvents

// A panicking handler panics where an adapter may be hit: when it is asked, and
// where nobody is waiting for an answer.
type panicking struct{ bot.Handler }

func (panicking) Handle(context.Context, bot.Message) (bot.Reply, error) { panic("Norvania!") }
func (panicking) Complete(string, int) []string                          { panic("Norvania!") }

// TestPanic survives what would end the process, tells the asker, and logs it
// without the question.
func TestPanic(t *testing.T) {
	bubble(t, fakeslack.New(), func(t *testing.T, r *rig, web *http.Client) {
		r.handler = panicking{r.heard}
		for _, d := range []any{
			fakeslack.Mention("E1", "C1", "1.1", "", "who?"),
			fakeslack.Event("E2", map[string]any{"type": "app_home_opened", "user": "UASKER", "channel": "D1", "tab": "messages"}),
		} {
			if _, err := fakeslack.Deliver(web, eventsURL, d); err != nil {
				t.Fatal(err)
			}
			synctest.Wait()
		}
		if n := strings.Count(r.notes.log(), "answering panicked"); n != 2 || !strings.Contains(r.notes.log(), "faults_test.go") {
			t.Errorf("%d panics are logged:\n%s", n, r.notes.log())
		}
		if calls := r.slack.Calls("chat.postEphemeral"); len(calls) != 1 || !strings.Contains(calls[0].Form["text"], sorry) {
			t.Errorf("the asker was told: %v", calls)
		}
	})
}

// TestOneAnswer delivers one question in every way in which Slack may deliver it
// again.
func TestOneAnswer(t *testing.T) {
	mention := fakeslack.Mention("Ev1", "C1", "1.1", "", "who did it?")
	message := fakeslack.Message("Ev2", "mpim", "C1", "1.1", "", "<@UBOT> who did it?")
	sameID := fakeslack.Message("Ev1", "mpim", "C1", "1.1", "", "<@UBOT> who did it?")
	for name, c := range map[string]struct {
		deliveries []any
		apart      time.Duration
	}{
		"three times at once":     {[]any{mention, mention, mention}, 0},
		"retries over 6 minutes":  {[]any{mention, mention, mention, mention}, 2 * time.Minute},
		"retry after 6 minutes":   {[]any{mention, mention}, 6 * time.Minute},
		"retry after an hour":     {[]any{mention, mention}, time.Hour},
		"mention, then message":   {[]any{mention, message}, time.Second},
		"message, then mention":   {[]any{message, mention}, time.Second},
		"mention and message, id": {[]any{mention, sameID}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, fakeslack.New(), func(t *testing.T, r *rig, web *http.Client) {
				for _, d := range c.deliveries {
					if _, err := fakeslack.Deliver(web, eventsURL, d); err != nil {
						t.Error(err)
					}
					time.Sleep(c.apart)
				}
				synctest.Wait()
				if n := len(r.slack.Calls("chat.postMessage")); n != 1 {
					t.Errorf("%d answers", n)
				}
			})
		})
	}
}

// TestFaults lets the Web API fail in each way that it has. Either the answer is
// posted, once, or one line of the log names the cause.
func TestFaults(t *testing.T) {
	refuse := func(code, more string) func(int) *fakeslack.Answer {
		return func(int) *fakeslack.Answer {
			return &fakeslack.Answer{Body: fmt.Sprintf(`{"ok":false,"error":%q%s}`, code, more)}
		}
	}
	until := func(last int, answer fakeslack.Answer) func(int) *fakeslack.Answer {
		return func(n int) *fakeslack.Answer {
			if n > last {
				return nil
			}
			return &answer
		}
	}
	for name, c := range map[string]struct {
		fault    func(n int) *fakeslack.Answer
		attempts int
		after    time.Duration // at the earliest
		within   time.Duration
		log      []string // nothing: it is posted, and not a word is logged
	}{
		"429 with Retry-After":            {until(2, fakeslack.Answer{Status: 429, RetryAfter: "30"}), 3, 60 * time.Second, 90 * time.Second, nil},
		"429 without Retry-After":         {until(3, fakeslack.Answer{Status: 429}), 4, 7 * time.Second, 12 * time.Second, nil},
		"ratelimited in a 200":            {until(1, fakeslack.Answer{Body: `{"ok":false,"error":"ratelimited"}`}), 2, time.Second, 3 * time.Second, nil},
		"429 for ever":                    {until(99, fakeslack.Answer{Status: 429, RetryAfter: "5"}), 6, 25 * time.Second, 2 * time.Minute, []string{"chat.postMessage", "coming too fast"}},
		"429 for longer than it may take": {until(99, fakeslack.Answer{Status: 429, RetryAfter: "3600"}), 1, 0, answerWithin + time.Second, []string{"chat.postMessage", "429", "no time left"}},
		"missing_scope":                   {refuse("missing_scope", `,"needed":"chat:write","provided":"commands"`), 1, 0, 0, []string{"missing_scope", "needed is chat:write", "OAuth & Permissions"}},
		"not_in_channel":                  {refuse("not_in_channel", ""), 1, 0, 0, []string{"not_in_channel", "/invite"}},
		"unknown refusal":                 {refuse("brand_new_code", ""), 1, 0, 0, []string{"brand_new_code", "chat.postMessage"}},
		"HTTP 503":                        {until(99, fakeslack.Answer{Status: 503}), 1, 0, 0, []string{"HTTP 503", "chat.postMessage"}},
		"no JSON":                         {until(99, fakeslack.Answer{Body: "<html>"}), 1, 0, 0, []string{"chat.postMessage failed"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := fakeslack.New()
			s.Fault = func(method string, n int) *fakeslack.Answer {
				if method != "chat.postMessage" {
					return nil
				}
				return c.fault(n)
			}
			bubble(t, s, func(t *testing.T, r *rig, web *http.Client) {
				started := time.Now()
				if _, err := fakeslack.Deliver(web, eventsURL, fakeslack.Mention("Ev1", "C1", "1.1", "", "who?")); err != nil {
					t.Fatal(err)
				}
				time.Sleep(c.after - time.Nanosecond)
				synctest.Wait()
				if n := len(r.slack.Calls("chat.postMessage")); n != 0 {
					t.Errorf("posted before %s had passed", c.after)
				}
				time.Sleep(c.within - time.Since(started) + time.Nanosecond)
				synctest.Wait()
				posted, lines := len(r.slack.Calls("chat.postMessage")), strings.Count(r.notes.log(), "answer not posted")
				if want := len(c.log) == 0; (posted == 1) != want || (lines == 0) != want || posted > 1 || lines > 1 {
					t.Errorf("%d posts and %d lines:\n%s", posted, lines, r.notes.log())
				}
				for _, want := range c.log {
					if !strings.Contains(r.notes.log(), want) {
						t.Errorf("the log does not say %q:\n%s", want, r.notes.log())
					}
				}
				time.Sleep(10 * time.Minute)
				if n := r.slack.Attempts("chat.postMessage"); n != c.attempts {
					t.Errorf("%d attempts, want %d", n, c.attempts)
				}
			})
		})
	}
}

// TestLimitedChannel holds that while Slack limits a channel, nothing else is
// sent there either, and other channels go on.
func TestLimitedChannel(t *testing.T) {
	s := fakeslack.New()
	s.Fault = func(method string, n int) *fakeslack.Answer {
		if method == "chat.postMessage" && n == 1 {
			return &fakeslack.Answer{Status: 429, RetryAfter: "30"}
		}
		return nil
	}
	bubble(t, s, func(t *testing.T, r *rig, web *http.Client) {
		for i, channel := range []string{"C1", "C1", "C2"} {
			if _, err := fakeslack.Deliver(web, eventsURL, fakeslack.Mention(fmt.Sprint("Ev", i), channel, fmt.Sprint(i, ".1"), "", "who?")); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Duration(i) * time.Millisecond) // the first two at once
		}
		time.Sleep(29 * time.Second)
		if calls := r.slack.Calls("chat.postMessage"); len(calls) != 1 || calls[0].Form["channel"] != "C2" {
			t.Errorf("posted while limited: %d", len(calls))
		}
		time.Sleep(10 * time.Second)
		if n := len(r.slack.Calls("chat.postMessage")); n != 3 {
			t.Errorf("%d of 3 posted", n)
		}
	})
}

// TestRefusedBlocks holds that an answer whose blocks Slack does not take is sent
// as text, and that the log says so.
func TestRefusedBlocks(t *testing.T) {
	s := fakeslack.New()
	s.Fault = func(method string, n int) *fakeslack.Answer {
		if method == "chat.postMessage" && n == 1 {
			return &fakeslack.Answer{Body: `{"ok":false,"error":"msg_blocks_too_long"}`}
		}
		return nil
	}
	bubble(t, s, func(t *testing.T, r *rig, web *http.Client) {
		if _, err := fakeslack.Deliver(web, eventsURL, fakeslack.Mention("Ev1", "C1", "1.1", "", "who?")); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		calls := r.slack.Calls("chat.postMessage")
		if len(calls) != 1 || len(calls[0].Blocks) > 0 || !strings.Contains(calls[0].Form["text"], "*The reply*") {
			t.Errorf("posted: %+v", calls)
		}
		if !strings.Contains(r.notes.log(), "msg_blocks_too_long") {
			t.Errorf("log:\n%s", r.notes.log())
		}
	})
}

// TestDeadWebAPI has no Web API for a minute, at the start and later.
func TestDeadWebAPI(t *testing.T) {
	s := fakeslack.New()
	dead := false
	s.Fault = func(method string, n int) *fakeslack.Answer {
		if dead || method == "auth.test" && n <= 5 {
			return &fakeslack.Answer{Status: 502}
		}
		return nil
	}
	bubble(t, s, func(t *testing.T, r *rig, web *http.Client) {
		if n := strings.Count(r.notes.log(), "not signed in yet"); n != 5 {
			t.Errorf("%d lines about signing in, want 5:\n%s", n, r.notes.log())
		}
		for i := range 3 {
			dead = i == 1
			if _, err := fakeslack.Deliver(web, eventsURL, fakeslack.Mention(fmt.Sprint("Ev", i), "C1", fmt.Sprint(i, ".1"), "", "who?")); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Minute)
			synctest.Wait()
		}
		if n := len(r.slack.Calls("chat.postMessage")); n != 2 {
			t.Errorf("%d answers, want 2: before and after", n)
		}
		if n := strings.Count(r.notes.log(), "answer not posted"); n != 1 || !strings.Contains(r.notes.log(), "HTTP 502") {
			t.Errorf("want one line that names HTTP 502:\n%s", r.notes.log())
		}
	})
}

// TestPace asks ten questions in one channel and one in another.
func TestPace(t *testing.T) {
	bubble(t, fakeslack.New(), func(t *testing.T, r *rig, web *http.Client) {
		for i := range 10 {
			if _, err := fakeslack.Deliver(web, eventsURL, fakeslack.Mention(fmt.Sprint("Ev", i), "C1", fmt.Sprint(i, ".1"), "", "who?")); err != nil {
				t.Fatal(err)
			}
		}
		started := time.Now()
		if _, err := fakeslack.Deliver(web, eventsURL, fakeslack.Mention("Other", "C2", "1.1", "", "who?")); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		var last time.Time
		posted := 0
		for _, call := range r.slack.Calls("chat.postMessage") {
			if call.Form["channel"] == "C2" {
				if call.At.Sub(started) > time.Second/2 {
					t.Error("one channel waits for another")
				}
				continue
			}
			if apart := call.At.Sub(last); apart < time.Second {
				t.Errorf("two messages of a channel within %s", apart)
			}
			last = call.At
			posted++
		}
		if posted != 10 {
			t.Errorf("%d posted, want 10", posted)
		}
	})
}

// TestPaceAfterLimit limits a channel for which many messages wait already: still
// no two of them are sent within a second.
func TestPaceAfterLimit(t *testing.T) {
	s := fakeslack.New()
	s.Fault = func(method string, n int) *fakeslack.Answer {
		if method == "chat.postMessage" && n == 3 {
			return &fakeslack.Answer{Status: 429, RetryAfter: "7"}
		}
		return nil
	}
	bubble(t, s, func(t *testing.T, r *rig, web *http.Client) {
		for i := range 20 {
			if _, err := fakeslack.Deliver(web, eventsURL, fakeslack.Mention(fmt.Sprint("Ev", i), "C1", fmt.Sprint(i, ".1"), "", "who?")); err != nil {
				t.Fatal(err)
			}
		}
		time.Sleep(2 * time.Minute)
		var last time.Time
		calls := r.slack.Calls("chat.postMessage")
		for _, call := range calls {
			if apart := call.At.Sub(last); apart < time.Second {
				t.Errorf("two messages of a channel within %s", apart)
			}
			last = call.At
		}
		if len(calls) != 20 {
			t.Errorf("%d of 20 posted", len(calls))
		}
	})
}

// TestShutdown stops the adapter while it answers.
func TestShutdown(t *testing.T) {
	t.Run("what was acknowledged is answered", func(t *testing.T) {
		bubble(t, fakeslack.New(), func(t *testing.T, r *rig, web *http.Client) {
			r.engine.delay = 5 * time.Second
			for i := range 3 {
				if _, err := fakeslack.Deliver(web, eventsURL, fakeslack.Mention(fmt.Sprint("Ev", i), "C1", fmt.Sprint(i, ".1"), "", "who?")); err != nil {
					t.Fatal(err)
				}
			}
			if err := r.Close(); err != nil {
				t.Error(err)
			}
			if n := len(r.slack.Calls("chat.postMessage")); n != 3 {
				t.Errorf("%d of 3 answered", n)
			}
			response, err := web.Do(fakeslack.Signed(eventsURL, "application/json", []byte(mustJSON(fakeslack.Mention("Late", "C1", "9.1", "", "who?")))))
			if err != nil || response.StatusCode != http.StatusServiceUnavailable {
				t.Errorf("after shutdown: HTTP %d, want 503 so that Slack delivers again", response.StatusCode)
			}
		})
	})
	t.Run("not for ever", func(t *testing.T) {
		bubble(t, fakeslack.New(), func(t *testing.T, r *rig, web *http.Client) {
			r.engine.delay = time.Hour
			if _, err := fakeslack.Deliver(web, eventsURL, fakeslack.Mention("Ev1", "C1", "1.1", "", "who?")); err != nil {
				t.Fatal(err)
			}
			started := time.Now()
			if err := r.Close(); err == nil || !strings.Contains(err.Error(), "1 acknowledged") {
				t.Errorf("Close() = %v", err)
			}
			if took := time.Since(started); took != defaultDrain {
				t.Errorf("took %s, want %s", took, defaultDrain)
			}
			time.Sleep(time.Minute)
		})
	})
}

// TestEngineFault holds that a broken invariant is told, without the question.
func TestEngineFault(t *testing.T) {
	bubble(t, fakeslack.New(), func(t *testing.T, r *rig, web *http.Client) {
		for i, thread := range []string{"", "7.7"} {
			if _, err := fakeslack.Deliver(web, eventsURL, fakeslack.Mention(fmt.Sprint("Ev", i), "C1", fmt.Sprint(i, ".1"), thread, "a fault, please")); err != nil {
				t.Fatal(err)
			}
			synctest.Wait()
		}
		calls := r.slack.Calls("chat.postEphemeral")
		if len(calls) != 2 || calls[0].Form["user"] != "UASKER" || calls[0].Form["thread_ts"] != "" || calls[1].Form["thread_ts"] != "7.7" {
			t.Errorf("told: %+v", calls)
		}
		if n := strings.Count(r.notes.log(), "broken invariant"); n != 2 {
			t.Errorf("log:\n%s", r.notes.log())
		}
	})
}
