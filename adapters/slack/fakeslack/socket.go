package fakeslack

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// A link is one Socket Mode connection.
type link struct {
	conn *websocket.Conn
	mu   sync.Mutex // one writer at a time
}

func (l *link) write(v any) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.conn.WriteJSON(v)
}

// RefuseLinks makes every further connection end with the reason right after
// hello; an empty reason accepts them again.
func (s *Server) RefuseLinks(reason string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refusing = reason
}

func (s *Server) serveLink(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer conn.Close()
	l := &link{conn: conn}
	s.mu.Lock()
	s.opened++
	refusing := s.refusing
	s.mu.Unlock()
	l.write(map[string]any{"type": "hello", "num_connections": 1, "connection_info": map[string]string{"app_id": "A1"}})
	if refusing != "" {
		l.write(map[string]string{"type": "disconnect", "reason": refusing})
		return
	}
	s.mu.Lock()
	s.links = append(s.links, l)
	s.touch()
	s.mu.Unlock()
	done := make(chan struct{})
	defer close(done)
	go s.ping(l, done)
	for {
		var ack struct {
			EnvelopeID string `json:"envelope_id"`
		}
		if conn.ReadJSON(&ack) != nil {
			s.forget(l)
			return
		}
		s.mu.Lock()
		if acked := s.acks[ack.EnvelopeID]; acked != nil {
			close(acked)
			delete(s.acks, ack.EnvelopeID)
		}
		s.mu.Unlock()
	}
}

func (s *Server) ping(l *link, done <-chan struct{}) {
	ticker := time.NewTicker(s.Ping)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			l.conn.WriteControl(websocket.PingMessage, []byte("ping"), time.Now().Add(time.Second))
		case <-done:
			return
		}
	}
}

// forget takes a link off the list, whether or not it is still open.
func (s *Server) forget(l *link) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, other := range s.links {
		if other == l {
			s.links = append(s.links[:i:i], s.links[i+1:]...)
			s.touch()
			return
		}
	}
}

// Disconnect announces the end of every connection that is open now, and ends
// each after the grace. From the announcement on nothing is delivered to them.
func (s *Server) Disconnect(reason string, grace time.Duration) {
	s.mu.Lock()
	links := s.links
	s.links = nil
	s.mu.Unlock()
	for _, l := range links {
		l.write(map[string]string{"type": "disconnect", "reason": reason})
		time.AfterFunc(grace, func() { l.conn.Close() })
	}
}

// Announce announces the end of every connection, as Slack does some 10 s ahead,
// and goes on delivering to them.
func (s *Server) Announce(reason string) {
	s.mu.Lock()
	links := slices.Clone(s.links)
	s.mu.Unlock()
	for _, l := range links {
		l.write(map[string]string{"type": "disconnect", "reason": reason})
	}
}

// DisconnectOne is Disconnect for one connection.
func (s *Server) DisconnectOne(reason string, grace time.Duration) {
	s.mu.Lock()
	l := s.links[0]
	s.links = s.links[1:]
	s.mu.Unlock()
	l.write(map[string]string{"type": "disconnect", "reason": reason})
	time.AfterFunc(grace, func() { l.conn.Close() })
}

// errUnacked says that nobody acknowledged an envelope.
var errUnacked = errors.New("not acknowledged")

// Envelope delivers a payload in Socket Mode to one of the connections, and
// again, as Slack does, up to three times while none acknowledges it within the
// patience. It returns how many deliveries there were.
func (s *Server) Envelope(kind string, payload any, patience time.Duration) (int, error) {
	raw, err := json.Marshal(payload)
	if err != nil {
		return 0, err
	}
	for attempt := range 4 {
		s.mu.Lock()
		s.serial++
		id := fmt.Sprintf("envelope-%d", s.serial)
		s.mu.Unlock()
		err = s.Frame(id, fmt.Sprintf(`{"type":%q,"envelope_id":%q,"retry_attempt":%d,"payload":%s}`, kind, id, attempt, raw), patience)
		if err == nil {
			return attempt + 1, nil
		}
	}
	return 4, err
}

// Frame sends text as it is to one of the connections, and waits until the
// envelope is acknowledged.
func (s *Server) Frame(id, text string, patience time.Duration) error {
	deadline := time.NewTimer(patience)
	defer deadline.Stop()
	acked := make(chan struct{})
	s.mu.Lock()
	s.acks[id] = acked
	var l *link
	if len(s.links) > 0 {
		l = s.links[rand.N(len(s.links))]
	}
	s.mu.Unlock()
	if l != nil {
		l.mu.Lock()
		l.conn.WriteMessage(websocket.TextMessage, []byte(text))
		l.mu.Unlock()
	}
	select {
	case <-acked:
		return nil
	case <-deadline.C:
		return errUnacked
	}
}
