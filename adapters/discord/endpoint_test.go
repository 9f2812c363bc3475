package discord

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"allegedly/adapters/adaptertest"
	"allegedly/adapters/discord/discordtest"
)

// An endpoint is an adapter behind HTTP, with the key that Discord signs with.
type endpoint struct {
	adapter *Adapter
	server  *httptest.Server
	key     ed25519.PrivateKey
	bot     *fakeBot
	log     *logBuffer
}

func newEndpoint(t testing.TB, change func(*Config, *Options)) *endpoint {
	t.Helper()
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	e := &endpoint{key: private, bot: &fakeBot{}, log: &logBuffer{}}
	config := Config{Token: "token-of-the-bot", PublicKey: hex.EncodeToString(public), Listen: "127.0.0.1:0"}
	options := Options{Log: slog.New(slog.NewTextHandler(e.log, nil))}
	if change != nil {
		change(&config, &options)
	}
	if e.adapter, err = New(config, e.bot, options); err != nil {
		t.Fatal(err)
	}
	e.server = httptest.NewServer(e.adapter)
	t.Cleanup(e.server.Close)
	return e
}

// post delivers a signed body.
func (e *endpoint) post(t testing.TB, body []byte) (status int, answer []byte) {
	t.Helper()
	stamp := strconv.FormatInt(time.Now().Unix(), 10)
	return e.send(t, stamp, hex.EncodeToString(ed25519.Sign(e.key, append([]byte(stamp), body...))), body)
}

func (e *endpoint) send(t testing.TB, stamp, signature string, body []byte) (status int, answer []byte) {
	t.Helper()
	req, err := http.NewRequest(http.MethodPost, e.server.URL+"/interactions", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("X-Signature-Timestamp", stamp)
	req.Header.Set("X-Signature-Ed25519", signature)
	resp, err := e.server.Client().Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	answer, err = io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, answer
}

// answer delivers an interaction and returns the response.
func (e *endpoint) answer(t testing.TB, in discordtest.Interaction) []byte {
	t.Helper()
	status, body := e.post(t, in.JSON())
	if status != http.StatusOK {
		t.Fatalf("status %d: %s\n%s", status, body, e.log)
	}
	if err := discordtest.CheckResponse(body); err != nil {
		t.Errorf("%v\n%s", err, body)
	}
	return body
}

// A request that Discord did not sign just now is refused, and one that cannot
// be understood neither panics nor leaks.
func TestRefusals(t *testing.T) {
	e := newEndpoint(t, nil)
	const secret = "secret words of a person"
	command := func(change func(discordtest.Interaction)) []byte {
		in := discordtest.Command("ask", "question", secret)
		change(in)
		return in.JSON()
	}
	signed := func(stamp string, body []byte) string {
		return hex.EncodeToString(ed25519.Sign(e.key, append([]byte(stamp), body...)))
	}
	now := strconv.FormatInt(time.Now().Unix(), 10)
	old := strconv.FormatInt(time.Now().Add(-6*time.Minute).Unix(), 10)
	body := command(func(discordtest.Interaction) {})
	other := newEndpoint(t, nil)
	for _, c := range []struct {
		name, stamp, signature string
		body                   []byte
		status                 int
	}{
		{"no signature", now, "", body, 401},
		{"short signature", now, "abcd", body, 401},
		{"no hexadecimal", now, strings.Repeat("zz", 64), body, 401},
		{"no timestamp", "", signed("", body), body, 401},
		{"other key", now, hex.EncodeToString(ed25519.Sign(other.key, append([]byte(now), body...))), body, 401},
		{"tampered body", now, signed(now, body), append([]byte(" "), body...), 401},
		{"tampered time", now, signed(old, body), body, 401},
		{"replay", old, signed(old, body), body, 401},
		{"time in words", "now", signed("now", body), body, 401},
		{"1 MiB", now, signed(now, make([]byte, 1<<20)), make([]byte, 1<<20), 413},
		{"empty", now, signed(now, nil), nil, 400},
	} {
		if status, answer := e.send(t, c.stamp, c.signature, c.body); status != c.status {
			t.Errorf("%s: status %d, want %d: %s", c.name, status, c.status, answer)
		}
	}
	for name, change := range map[string]func(discordtest.Interaction){
		"unknown type":     func(in discordtest.Interaction) { in["type"] = 99 },
		"form":             func(in discordtest.Interaction) { in["type"] = 5 },
		"no type":          func(in discordtest.Interaction) { delete(in, "type") },
		"no id":            func(in discordtest.Interaction) { delete(in, "id") },
		"no token":         func(in discordtest.Interaction) { delete(in, "token") },
		"no application":   func(in discordtest.Interaction) { delete(in, "application_id") },
		"no data":          func(in discordtest.Interaction) { delete(in, "data") },
		"data of a number": func(in discordtest.Interaction) { in["data"] = 7 },
		"no name":          func(in discordtest.Interaction) { delete(in["data"].(map[string]any), "name") },
		"id of a number":   func(in discordtest.Interaction) { in["id"] = 7 },
		"token with path":  func(in discordtest.Interaction) { in["token"] = "../../x" },
	} {
		if status, answer := e.post(t, command(change)); status != http.StatusBadRequest {
			t.Errorf("%s: status %d: %s", name, status, answer)
		}
	}
	for name, change := range map[string]func(discordtest.Interaction){
		"unknown command": func(in discordtest.Interaction) { in["data"].(map[string]any)["name"] = "other" },
		"no options":      func(in discordtest.Interaction) { delete(in["data"].(map[string]any), "options") },
		"options of numbers": func(in discordtest.Interaction) {
			in["data"].(map[string]any)["options"] = []any{map[string]any{"name": "question", "value": 3}}
		},
		"nobody": func(in discordtest.Interaction) { delete(in, "member") },
	} {
		if status, answer := e.post(t, command(change)); status != http.StatusOK || discordtest.CheckResponse(answer) != nil {
			t.Errorf("%s: status %d: %s", name, status, answer)
		}
	}
	if problems := adaptertest.Leaks([]string{secret, "interaction-token-", "token-of-the-bot"}, []string{e.log.String()}); problems != nil {
		t.Errorf("%v\n%s", problems, e.log)
	}
	if n := strings.Count(e.log.String(), "refused a request"); n != 22 {
		t.Errorf("%d refusals were logged, want 22\n%s", n, e.log)
	}
}

func TestDeliveredTwice(t *testing.T) {
	e := newEndpoint(t, nil)
	body := discordtest.Command("ask", "question", "Who?").JSON()
	if status, _ := e.post(t, body); status != http.StatusOK {
		t.Fatal(status)
	}
	if status, _ := e.post(t, body); status != http.StatusConflict {
		t.Errorf("status %d, want 409", status)
	}
}

func TestFailuresAreSaid(t *testing.T) {
	e := newEndpoint(t, nil)
	for _, question := range []string{"panic", "fail"} {
		_, m := messageIn(t, e.answer(t, discordtest.Command("ask", "question", question+" with secret words")))
		if shown(m) != escape(noticeFailed) {
			t.Errorf("%s: %q", question, shown(m))
		}
	}
	if body := e.answer(t, discordtest.Autocomplete("ask", "question", "panic")); string(body) != `{"type":8,"data":{"choices":[]}}` {
		t.Errorf("autocompletion: %s", body)
	}
	if strings.Contains(e.log.String(), "secret words") {
		t.Errorf("the log quotes the question:\n%s", e.log)
	}
	if n := strings.Count(e.log.String(), "level=ERROR"); n != 3 {
		t.Errorf("%d errors logged, want 3\n%s", n, e.log)
	}
}

// A slow answer is announced in time; the edit that brings it may overtake the
// announcement, and is then tried again.
func TestEndpointDefers(t *testing.T) {
	t.Parallel()
	s := discordtest.NewServer(t, func(s *discordtest.Server) {
		s.Fault = func(w http.ResponseWriter, r *http.Request, n int) bool {
			switch n {
			case 0:
				http.Error(w, `{"code":10015}`, http.StatusNotFound)
			case 1:
				discordtest.TooMany(w, 100*time.Millisecond, false)
			}
			return n < 2
		}
	})
	e := newEndpoint(t, func(c *Config, o *Options) { c.URL, o.Defer = s.URL, 50*time.Millisecond })
	in := discordtest.Command("ask", "question", "slow one", "private", true)
	if body := e.answer(t, in); string(body) != `{"type":5,"data":{"flags":64,"allowed_mentions":{"parse":[]}}}` {
		t.Errorf("first response %s", body)
	}
	if edit := string(s.Edit(in)); !strings.Contains(edit, "Ostrav Cyber Agency") || !strings.Contains(edit, `"flags":32768`) {
		t.Errorf("edited to %s", edit)
	}
	if err := e.adapter.Close(context.Background()); err != nil {
		t.Error(err)
	}
}

func TestOtherRequests(t *testing.T) {
	e := newEndpoint(t, nil)
	for path, want := range map[string]int{"/healthz": 204, "/interactions": 405} {
		resp, err := e.server.Client().Get(e.server.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != want {
			t.Errorf("GET %s: status %d, want %d", path, resp.StatusCode, want)
		}
	}
	if err := e.adapter.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	if status, _ := e.post(t, discordtest.Command("ask", "question", "Who?").JSON()); status != http.StatusServiceUnavailable {
		t.Errorf("after Close: status %d, want 503", status)
	}
}
