// Package fakeslack is a small Slack for tests: the Web API methods that the
// adapter calls, Socket Mode with hello, pings, acknowledgements, refreshes and
// redelivery, and signed deliveries of the Events API with Slack's retries. It
// checks tokens and keeps what was posted. It is not part of the program.
package fakeslack

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// What the fake knows its bot by. The secrets are made up.
const (
	BotToken      = "xoxb-1-fake"
	AppToken      = "xapp-1-fake"
	SigningSecret = "0123456789abcdef0123456789abcdef"
	BotUser       = "UBOT"
	Team          = "T1"
)

// A Call is one call of the Web API or of a response URL, as it came.
type Call struct {
	Method string // such as chat.postMessage; response_url for a response URL
	Form   map[string]string
	Blocks json.RawMessage // of a message
	At     time.Time
}

// An Answer is what a Fault makes a call return.
type Answer struct {
	Status     int    // 0: 200
	RetryAfter string // header, if any
	Body       string // of a 200
}

// A Server is a Slack with one workspace and one app. Its zero value is not
// usable; see New.
type Server struct {
	// Fault may return an answer in place of the method's own; n counts the
	// method's calls from 1. It is set before the first call.
	Fault func(method string, n int) *Answer

	// Ping is how often connections are pinged.
	Ping time.Duration

	mu       sync.Mutex
	http     *httptest.Server
	calls    []Call
	counts   map[string]int // calls of each method, failed ones included
	served   map[string]int // calls of each method that met no fault
	changed  chan struct{}  // closed and replaced at each change
	links    []*link
	opened   int // connections so far
	refusing string
	acks     map[string]chan struct{} // by envelope id
	serial   int
}

// New returns a Slack that is not on the network; its Client reaches it.
func New() *Server {
	return &Server{
		Ping:    5 * time.Second,
		counts:  map[string]int{},
		served:  map[string]int{},
		changed: make(chan struct{}),
		acks:    map[string]chan struct{}{},
	}
}

// Start puts it on loopback. Close ends it.
func Start() *Server {
	s := New()
	s.http = httptest.NewServer(s)
	return s
}

// Close ends every connection.
func (s *Server) Close() {
	s.mu.Lock()
	links := s.links
	s.mu.Unlock()
	for _, l := range links {
		l.conn.Close()
	}
	s.http.Close()
}

// Root is the address without a path; empty when not on the network.
func (s *Server) Root() string {
	if s.http == nil {
		return "http://slack.invalid"
	}
	return s.http.URL
}

// APIURL is what SLACK_API_URL is set to.
func (s *Server) APIURL() string { return s.Root() + "/api/" }

// ResponseURL is a response_url of its own for each name.
func (s *Server) ResponseURL(name string) string { return s.Root() + "/response/" + name }

// Client returns a client whose calls reach the server without a network, so that
// they work under a moved clock.
func (s *Server) Client() *http.Client { return &http.Client{Transport: direct{s}} }

// direct is a transport that calls a handler.
type direct struct{ handler http.Handler }

func (d direct) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	recorder := httptest.NewRecorder()
	d.handler.ServeHTTP(recorder, r)
	return recorder.Result(), nil
}

// Calls returns what was called so far, of one method or (empty) of all.
func (s *Server) Calls(method string) []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	var found []Call
	for _, c := range s.calls {
		if method == "" || c.Method == method {
			found = append(found, c)
		}
	}
	return found
}

// Forget drops the calls so far, so that the next are counted from 1.
func (s *Server) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls, s.served = nil, map[string]int{}
}

// Wait returns the calls of a method once there are at least n, or an error when
// that takes longer than the limit.
func (s *Server) Wait(method string, n int, limit time.Duration) ([]Call, error) {
	timer := time.NewTimer(limit)
	defer timer.Stop()
	for {
		s.mu.Lock()
		changed, done := s.changed, s.served[method]
		s.mu.Unlock()
		if done >= n {
			return s.Calls(method), nil
		}
		select {
		case <-changed:
		case <-timer.C:
			return s.Calls(method), fmt.Errorf("%d calls of %s after %s, want %d", done, method, limit, n)
		}
	}
}

// Opened returns how many Socket Mode connections were made so far.
func (s *Server) Opened() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.opened
}

// WaitLinks waits until n connections are open at once.
func (s *Server) WaitLinks(n int, limit time.Duration) error {
	timer := time.NewTimer(limit)
	defer timer.Stop()
	for {
		s.mu.Lock()
		changed, open := s.changed, len(s.links)
		s.mu.Unlock()
		if open >= n {
			return nil
		}
		select {
		case <-changed:
		case <-timer.C:
			return fmt.Errorf("%d connections after %s, want %d", open, limit, n)
		}
	}
}

// touch tells those who wait that something changed; the lock must be held.
func (s *Server) touch() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// upgrader takes the Origin header of any client, as Slack does.
var upgrader = websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
