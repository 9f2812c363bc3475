package fakeslack

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// ServeHTTP serves the Web API under /api/, response URLs under /response/ and
// Socket Mode connections under /link.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case strings.HasPrefix(r.URL.Path, "/api/"):
		s.webAPI(w, r, strings.TrimPrefix(r.URL.Path, "/api/"))
	case strings.HasPrefix(r.URL.Path, "/response/"):
		s.webAPI(w, r, "response_url")
	case r.URL.Path == "/link":
		s.serveLink(w, r)
	default:
		http.NotFound(w, r)
	}
}

func (s *Server) webAPI(w http.ResponseWriter, r *http.Request, method string) {
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	call, err := parse(method, r, raw)
	if err != nil {
		reply(w, map[string]any{"ok": false, "error": "invalid_form_data"})
		return
	}
	if fault := s.keep(call); fault != nil {
		if fault.RetryAfter != "" {
			w.Header().Set("Retry-After", fault.RetryAfter)
		}
		if fault.Status != 0 {
			w.WriteHeader(fault.Status)
		}
		io.WriteString(w, fault.Body)
		return
	}
	if want := tokenOf(method); want != "" && call.Form["token"] != want {
		reply(w, map[string]any{"ok": false, "error": "invalid_auth"})
		return
	}
	switch method {
	case "auth.test":
		reply(w, map[string]any{"ok": true, "user_id": BotUser, "team_id": Team, "user": "allegedly", "bot_id": "BBOT"})
	case "apps.connections.open":
		s.mu.Lock()
		s.serial++
		ticket := s.serial
		s.mu.Unlock()
		reply(w, map[string]any{"ok": true, "url": fmt.Sprintf("ws%s/link?ticket=%d", strings.TrimPrefix(s.Root(), "http"), ticket)})
	case "chat.postMessage":
		reply(w, map[string]any{"ok": true, "channel": call.Form["channel"], "ts": s.TS()})
	case "chat.postEphemeral":
		reply(w, map[string]any{"ok": true, "message_ts": s.TS()})
	case "views.open", "assistant.threads.setSuggestedPrompts":
		reply(w, map[string]any{"ok": true})
	case "response_url":
		io.WriteString(w, "ok")
	default:
		reply(w, map[string]any{"ok": false, "error": "unknown_method"})
	}
}

// keep records the call and returns the fault that it meets, if any.
func (s *Server) keep(call Call) *Answer {
	s.mu.Lock()
	s.counts[call.Method]++
	n := s.counts[call.Method]
	var fault *Answer
	if s.Fault != nil {
		fault = s.Fault(call.Method, n)
	}
	if fault == nil {
		s.calls = append(s.calls, call)
		s.served[call.Method]++
		s.touch()
	}
	s.mu.Unlock()
	return fault
}

// Attempts returns how often a method was called, failed calls included.
func (s *Server) Attempts(method string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.counts[method]
}

// parse reads a form or a JSON body into a call.
func parse(method string, r *http.Request, raw []byte) (Call, error) {
	call := Call{Method: method, Form: map[string]string{}, At: time.Now()}
	if bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		call.Form["token"] = bearer
	}
	if strings.HasPrefix(r.Header.Get("Content-Type"), "application/json") {
		var body map[string]json.RawMessage
		if len(raw) > 0 {
			if err := json.Unmarshal(raw, &body); err != nil {
				return call, err
			}
		}
		for key, value := range body {
			var text string
			if json.Unmarshal(value, &text) != nil {
				text = string(value)
			}
			call.Form[key] = text
		}
	} else {
		form, err := url.ParseQuery(string(raw))
		if err != nil {
			return call, err
		}
		for key := range form {
			call.Form[key] = form.Get(key)
		}
	}
	if blocks := call.Form["blocks"]; blocks != "" {
		call.Blocks = json.RawMessage(blocks)
	}
	return call, nil
}

// tokenOf returns the token that a method takes.
func tokenOf(method string) string {
	switch method {
	case "apps.connections.open":
		return AppToken
	case "response_url":
		return ""
	}
	return BotToken
}

// TS returns a new message timestamp, later than every one before it.
func (s *Server) TS() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.serial++
	return fmt.Sprintf("1700000000.%06d", s.serial)
}

func reply(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(v)
}
