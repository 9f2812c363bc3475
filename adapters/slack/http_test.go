package slack

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"allegedly/adapters/slack/fakeslack"
)

// The example of Slack's documentation on verifying requests.
const (
	vectorSecret    = "8f742231b10e8888abcd99yyyzzz85a5"
	vectorTime      = 1531420618
	vectorSignature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
	vectorBody      = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
)

// TestSignatureVector moves the clock to the vector's time, and around it. The
// clock of a bubble starts in 2000 and only runs forwards.
func TestSignatureVector(t *testing.T) {
	for _, c := range []struct {
		name   string
		offset time.Duration
		secret string
		body   string
		signed bool
	}{
		{"on time", 0, vectorSecret, vectorBody, true},
		{"5 min later", 300 * time.Second, vectorSecret, vectorBody, true},
		{"5 min ahead", -300 * time.Second, vectorSecret, vectorBody, true},
		{"301 s later", 301 * time.Second, vectorSecret, vectorBody, false},
		{"301 s ahead", -301 * time.Second, vectorSecret, vectorBody, false},
		{"other body", 0, vectorSecret, vectorBody + "x", false},
		{"other secret", 0, strings.ToUpper(vectorSecret), vectorBody, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				time.Sleep(time.Until(time.Unix(vectorTime, 0).Add(c.offset)))
				r := newRig(t, fakeslack.New(), func(config *Config) { config.SigningSecret, config.Listen = c.secret, ":0" })
				request := httptest.NewRequest(http.MethodPost, pathCommands, strings.NewReader(c.body))
				request.Header.Set("X-Slack-Request-Timestamp", strconv.Itoa(vectorTime))
				request.Header.Set("X-Slack-Signature", vectorSignature)
				response := httptest.NewRecorder()
				r.routes().ServeHTTP(response, request)
				if signed := response.Code == http.StatusOK; signed != c.signed {
					t.Errorf("HTTP %d, accepted should be %t", response.Code, c.signed)
				}
				if !c.signed && !strings.Contains(r.notes.log(), "SLACK_SIGNING_SECRET") {
					t.Error("the log does not name the cause")
				}
				r.Close()
			})
		})
	}
}

func TestURLVerification(t *testing.T) {
	r := newRig(t, fakeslack.New(), nil)
	response := httptest.NewRecorder()
	r.routes().ServeHTTP(response, fakeslack.Signed(pathEvents, "application/json", []byte(`{"type":"url_verification","challenge":"3eZbrw1a"}`)))
	if response.Code != http.StatusOK || response.Body.String() != "3eZbrw1a" {
		t.Errorf("HTTP %d %q", response.Code, response.Body)
	}
}

// TestRefused holds what nobody at Slack sends.
func TestRefused(t *testing.T) {
	r := newRig(t, fakeslack.New(), nil)
	unsigned := httptest.NewRequest(http.MethodPost, pathEvents, strings.NewReader("{}"))
	large := fakeslack.Signed(pathEvents, "application/json", []byte(strings.Repeat(" ", maxBody+1)))
	for name, c := range map[string]struct {
		request *http.Request
		want    int
	}{
		"unsigned":  {unsigned, http.StatusUnauthorized},
		"too large": {large, http.StatusBadRequest},
		"a GET":     {httptest.NewRequest(http.MethodGet, pathEvents, nil), http.StatusMethodNotAllowed},
		"no JSON":   {fakeslack.Signed(pathEvents, "application/json", []byte("{")), http.StatusOK},
		"odd form":  {fakeslack.Signed(pathActions, "application/x-www-form-urlencoded", []byte("payload=%zz")), http.StatusOK},
		"health":    {httptest.NewRequest(http.MethodGet, pathHealth, nil), http.StatusOK},
	} {
		response := httptest.NewRecorder()
		r.routes().ServeHTTP(response, c.request)
		if response.Code != c.want {
			t.Errorf("%s: HTTP %d, want %d", name, response.Code, c.want)
		}
	}
	if calls := r.slack.Calls(""); len(calls) > 0 {
		t.Errorf("Slack was called: %v", calls)
	}
}

// TestEventsAPI runs the adapter with its own listener against a Slack on loopback.
func TestEventsAPI(t *testing.T) {
	s := fakeslack.Start()
	defer s.Close()
	r := newRig(t, s, nil)
	web := serve(t, r)

	if n, err := fakeslack.Deliver(http.DefaultClient, web+pathEvents, fakeslack.Mention("Ev1", "C1", "1.1", "", "who &lt;did&gt; it?")); err != nil || n != 1 {
		t.Fatalf("%d deliveries, %v", n, err)
	}
	calls, err := s.Wait("chat.postMessage", 1, 5*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	post := calls[0].Form
	for key, want := range map[string]string{"channel": "C1", "thread_ts": "1.1", "unfurl_links": "false", "unfurl_media": "false"} {
		if post[key] != want {
			t.Errorf("%s = %q, want %q", key, post[key], want)
		}
	}
	if post["text"] == "" || len(calls[0].Blocks) == 0 {
		t.Error("text and blocks must both be there")
	}
	if asked := r.engine.questions(); len(asked) != 1 || asked[0].Text != "who <did> it?" {
		t.Errorf("asked: %+v", asked)
	}
}

// serve identifies the adapter and serves its handler on loopback.
func serve(t testing.TB, r *rig) (address string) {
	t.Helper()
	if err := r.identify(context.Background()); err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(r.routes())
	t.Cleanup(func() { web.Close(); r.Close() })
	return web.URL
}

func TestSlashCommand(t *testing.T) {
	s := fakeslack.Start()
	defer s.Close()
	web := serve(t, newRig(t, s, nil))
	for i, c := range []struct{ text, visible, question string }{
		{"who did it?", "ephemeral", "who did it?"},
		{"public who did it?", "in_channel", "who did it?"},
		{"Public: who did it?", "in_channel", "who did it?"},
		{"publicly known?", "ephemeral", "publicly known?"},
		{"", "ephemeral", ""},
	} {
		status, err := fakeslack.Form(http.DefaultClient, web+pathCommands, url.Values{
			"command": {slashAsk}, "text": {c.text}, "team_id": {"T1"}, "channel_id": {"C" + strconv.Itoa(i)}, "user_id": {"UASKER"},
			"trigger_id": {"t" + strconv.Itoa(i)}, "response_url": {s.ResponseURL(strconv.Itoa(i))},
		})
		if err != nil || status != http.StatusOK {
			t.Fatalf("HTTP %d, %v", status, err)
		}
		calls, err := s.Wait("response_url", i+1, 5*time.Second)
		if err != nil {
			t.Fatal(err)
		}
		got := calls[i].Form
		if got["response_type"] != c.visible || got["unfurl_links"] != "false" || got["text"] == "" {
			t.Errorf("%q: %v", c.text, got)
		}
		if c.question != "" && !strings.Contains(got["blocks"], "Question: "+c.question) {
			t.Errorf("%q: the question is not shown", c.text)
		}
	}
}

// TestAckComesFirst holds the acknowledgement to 3 seconds when answering takes long.
func TestAckComesFirst(t *testing.T) {
	s := fakeslack.Start()
	defer s.Close()
	r := newRig(t, s, nil)
	r.engine.delay = 300 * time.Millisecond
	web := serve(t, r)
	started := time.Now()
	if _, err := fakeslack.Deliver(http.DefaultClient, web+pathEvents, fakeslack.Mention("Ev1", "C1", "1.1", "", "who?")); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(started); took > r.engine.delay {
		t.Errorf("acknowledged after %s, not before the answer", took)
	}
	if _, err := s.Wait("chat.postMessage", 1, 5*time.Second); err != nil {
		t.Error(err)
	}
}

// FuzzDeliveries sends anything, signed, to every endpoint.
func FuzzDeliveries(f *testing.F) {
	f.Add(`{"type":"event_callback","event_id":"E","team_id":"T","event":{"type":"app_mention","user":"U","ts":"1","channel":"C","text":"<@UBOT> x"}}`)
	f.Add(`payload=` + url.QueryEscape(`{"type":"block_actions","actions":[{"action_id":"feedback","value":"not helped: q"}],"trigger_id":"t"}`))
	f.Add(`payload=` + url.QueryEscape(`{"type":"view_submission","view":{"callback_id":"feedback_reason","private_metadata":"q"}}`))
	f.Add("command=%2Fask&text=public+who&channel_id=C")
	s := fakeslack.New()
	f.Fuzz(func(t *testing.T, body string) {
		r := newRig(t, s, func(c *Config) { c.Pace = -1 })
		r.notes = &notebook{}
		r.self = identity{user: fakeslack.BotUser}
		for _, path := range []string{pathEvents, pathActions, pathCommands} {
			response := httptest.NewRecorder()
			r.routes().ServeHTTP(response, fakeslack.Signed(path, "application/json", []byte(body)))
			if response.Code != http.StatusOK {
				got, _ := io.ReadAll(response.Body)
				t.Errorf("%s: HTTP %d %s", path, response.Code, got)
			}
			if _, err := r.enveloped(decode([]byte(body))); err != nil {
				_ = err // an unreadable payload is acknowledged all the same
			}
		}
		r.Close()
	})
}
