// Package discordtest is a small Discord on loopback for tests: its REST API, its
// gateway, and Discord's published schemas, which every payload that the server
// receives has to satisfy.
package discordtest

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// Token is the token of the bot that the server knows.
const Token = "MTIz.known.token-of-the-bot"

// A Server is a small Discord. Its fields may be set until the first request.
type Server struct {
	URL string // of the API, to be configured as its address

	Shards     int           // to recommend; 0: 1
	Interval   time.Duration // between heartbeats; 0: 300 ms
	Compressed bool          // send messages as zlib
	Secure     bool          // serve https and wss; Client trusts it
	Remaining  int           // identifications left today
	Endpoint   string        // the application's Interactions Endpoint URL

	// Play is called for each connection to the gateway, numbered from 0; nil
	// means (*Conn).Serve for all.
	Play func(n int, c *Conn)

	// Fault is called before each REST request is served, with the number of
	// earlier requests to the same method and path; true if it answered.
	Fault func(w http.ResponseWriter, r *http.Request, n int) bool

	t    testing.TB
	http *httptest.Server

	mu        sync.Mutex
	requests  map[string]int
	responses map[string]chan []byte // first responses, by interaction id
	edits     map[string]chan []byte // by interaction token
	sound     map[string]bool        // responses that were checked
	conns     []*Conn
	logins    []Login
	closes    []int
	sessions  map[string]*session
	last      *session
	commands  map[string][]map[string]any // registered, by scope ("" or the server's id)
	Writes    int                         // requests that changed the commands; read after they ended
}

// A Login is what a connection began with.
type Login struct {
	Op      int // 2 identify, 6 resume
	Session string
	Seq     int64
	Shard   [2]int
}

// NewServer starts a server that ends with the test.
func NewServer(t testing.TB, configure func(*Server)) *Server {
	t.Helper()
	s := &Server{
		t: t, Interval: 300 * time.Millisecond, Remaining: 1000,
		requests: map[string]int{}, responses: map[string]chan []byte{}, edits: map[string]chan []byte{}, sound: map[string]bool{},
		sessions: map[string]*session{}, commands: map[string][]map[string]any{},
	}
	if configure != nil {
		configure(s)
	}
	s.http = httptest.NewUnstartedServer(http.HandlerFunc(s.serve))
	if s.Secure {
		s.http.StartTLS()
	} else {
		s.http.Start()
	}
	s.URL = s.http.URL + "/api/v10"
	t.Cleanup(func() {
		s.DropAll()
		s.http.Close()
	})
	return s
}

// Client returns a client that trusts the server.
func (s *Server) Client() *http.Client { return s.http.Client() }

// serve is the REST API.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	path := strings.TrimPrefix(r.URL.Path, "/api/v10")
	s.mu.Lock()
	n := s.requests[r.Method+" "+path]
	s.requests[r.Method+" "+path]++
	s.mu.Unlock()
	if s.Fault != nil && s.Fault(w, r, n) {
		return
	}
	body, _ := io.ReadAll(r.Body)
	parts := strings.Split(strings.Trim(path, "/"), "/")
	switch {
	case strings.TrimSuffix(path, "/") == "/ws":
		s.gateway(w, r)
	case strings.HasPrefix(path, "/interactions/") && r.Method == http.MethodPost && len(parts) == 4 && parts[3] == "callback":
		s.callback(w, parts[1], body)
	case strings.HasPrefix(path, "/webhooks/"+ApplicationID) && r.Method == http.MethodPatch && len(parts) == 5 && parts[4] == "@original":
		s.edit(w, parts[2], body)
	case r.Header.Get("Authorization") != "Bot "+Token:
		reply(w, http.StatusUnauthorized, map[string]any{"message": "401: Unauthorized", "code": 0})
	case path == "/gateway":
		reply(w, http.StatusOK, map[string]any{"url": s.socket()})
	case path == "/gateway/bot":
		reply(w, http.StatusOK, map[string]any{
			"url": s.socket(), "shards": max(1, s.Shards),
			"session_start_limit": map[string]any{"total": 1000, "remaining": s.Remaining, "reset_after": 14400000, "max_concurrency": max(1, s.Shards)},
		})
	case path == "/applications/@me":
		reply(w, http.StatusOK, map[string]any{"id": ApplicationID, "name": "allegedly", "interactions_endpoint_url": s.Endpoint})
	case strings.HasPrefix(path, "/applications/"+ApplicationID):
		s.registered(w, r, parts[2:], body)
	default:
		s.t.Errorf("the fake Discord has no %s %s", r.Method, path)
		reply(w, http.StatusNotFound, map[string]any{"message": "404: Not Found", "code": 0})
	}
}

// socket returns the gateway's address.
func (s *Server) socket() string {
	return "ws" + strings.TrimPrefix(s.http.URL, "http") + "/ws"
}

// callback takes a first response; each interaction takes one.
func (s *Server) callback(w http.ResponseWriter, id string, body []byte) {
	if err := s.check(body); err != nil {
		s.t.Errorf("response to %s: %v\n%s", id, err, body)
		reply(w, http.StatusBadRequest, map[string]any{"message": "Invalid Form Body", "code": 50035})
		return
	}
	select {
	case s.box(s.responses, id) <- body:
		w.WriteHeader(http.StatusNoContent) // without a content type, which some clients stumble over
	default:
		reply(w, http.StatusBadRequest, map[string]any{"message": "Interaction has already been acknowledged.", "code": 40060})
	}
}

// check checks a response, each different one once: a benchmark sends the same
// thing thousands of times, and would measure the check.
func (s *Server) check(body []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sound[string(body)] {
		return nil
	}
	err := CheckResponse(body)
	s.sound[string(body)] = err == nil
	return err
}

// edit takes the message of a deferred response.
func (s *Server) edit(w http.ResponseWriter, token string, body []byte) {
	if err := Check("IncomingWebhookUpdateRequestPartial", body); err != nil {
		s.t.Errorf("edit: %v\n%s", err, body)
		reply(w, http.StatusBadRequest, map[string]any{"message": "Invalid Form Body", "code": 50035})
		return
	}
	s.box(s.edits, token) <- body
	reply(w, http.StatusOK, map[string]any{"id": "1", "type": 20})
}

// box returns the place where what belongs to a key waits to be read.
func (s *Server) box(boxes map[string]chan []byte, key string) chan []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	if boxes[key] == nil {
		boxes[key] = make(chan []byte, 1)
	}
	return boxes[key]
}

// Response waits for the first response to an interaction.
func (s *Server) Response(in Interaction) []byte {
	s.t.Helper()
	return s.wait(s.box(s.responses, fmt.Sprint(in["id"])), "response")
}

// Edit waits for the message that takes the place of a deferred response.
func (s *Server) Edit(in Interaction) []byte {
	s.t.Helper()
	return s.wait(s.box(s.edits, fmt.Sprint(in["token"])), "edit")
}

func (s *Server) wait(box chan []byte, what string) []byte {
	s.t.Helper()
	select {
	case body := <-box:
		box <- body // for whoever asks again, and so that another one is refused
		return body
	case <-time.After(15 * time.Second):
		s.t.Fatalf("no %s after 15 seconds", what)
		return nil
	}
}

// Requests returns how often a method and path were requested.
func (s *Server) Requests(methodAndPath string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.requests[methodAndPath]
}

// registered keeps the commands of an application, of everybody or a server.
func (s *Server) registered(w http.ResponseWriter, r *http.Request, parts []string, body []byte) {
	scope := ""
	if len(parts) == 3 && parts[0] == "guilds" {
		scope, parts = parts[1], parts[2:]
	}
	if len(parts) != 1 || parts[0] != "commands" {
		reply(w, http.StatusNotFound, map[string]any{"code": 0})
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch r.Method {
	case http.MethodGet:
		reply(w, http.StatusOK, s.commands[scope])
	case http.MethodPut:
		var list []json.RawMessage
		if err := json.Unmarshal(body, &list); err != nil {
			s.t.Error(err)
		}
		s.commands[scope] = nil
		for i, raw := range list {
			if err := Check("ApplicationCommandUpdateRequest", raw); err != nil {
				s.t.Errorf("command %d: %v", i, err)
			}
			s.commands[scope] = append(s.commands[scope], stored(raw, i, scope))
		}
		s.Writes++
		reply(w, http.StatusOK, s.commands[scope])
	default:
		reply(w, http.StatusMethodNotAllowed, map[string]any{"code": 0})
	}
}

// stored returns a command as Discord gives it back: with what it adds.
func stored(raw json.RawMessage, i int, scope string) map[string]any {
	var c map[string]any
	_ = json.Unmarshal(raw, &c)
	for key, value := range map[string]any{
		"id": fmt.Sprint(1000 + i), "application_id": ApplicationID, "version": "1", "default_member_permissions": nil,
		"nsfw": false, "dm_permission": true, "name_localizations": nil, "description": "",
	} {
		if _, ok := c[key]; !ok {
			c[key] = value
		}
	}
	if scope != "" {
		c["guild_id"] = scope
	} else if c["contexts"] == nil {
		c["contexts"], c["integration_types"] = nil, []int{0}
	}
	return c
}

// reply answers a REST request.
func reply(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}

// TooMany answers with a rate limit, of one route or of the whole bot.
func TooMany(w http.ResponseWriter, after time.Duration, global bool) {
	w.Header().Set("Retry-After", fmt.Sprint(after.Seconds()))
	if global {
		w.Header().Set("X-RateLimit-Global", "true")
	} else {
		w.Header().Set("X-RateLimit-Reset-After", fmt.Sprint(after.Seconds()))
	}
	reply(w, http.StatusTooManyRequests, map[string]any{"message": "You are being rate limited.", "retry_after": after.Seconds(), "global": global})
}
