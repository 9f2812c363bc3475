package discordtest

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
)

// Operations of the gateway.
const (
	opDispatch       = 0
	opHeartbeat      = 1
	opIdentify       = 2
	opResume         = 6
	OpReconnect      = 7
	OpInvalidSession = 9
	opHello          = 10
	opAck            = 11
)

// A session is what survives connections: what was sent, to be sent again.
type session struct {
	id     string
	events []json.RawMessage // dispatches in order; the sequence number is the index from 1
	conn   *Conn             // nil while disconnected
}

// A Conn is one connection to the gateway, seen from Discord.
type Conn struct {
	server *Server
	socket *websocket.Conn
	writes sync.Mutex
	logins chan message
	gone   chan struct{}

	Mute atomic.Bool // do not acknowledge heartbeats
}

type message struct {
	Op   int             `json:"op"`
	Data json.RawMessage `json:"d"`
	Seq  int64           `json:"s,omitempty"`
	Type string          `json:"t,omitempty"`
}

// gateway takes a connection and plays it.
func (s *Server) gateway(w http.ResponseWriter, r *http.Request) {
	upgrader := websocket.Upgrader{}
	socket, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		s.t.Error(err)
		return
	}
	if v := r.URL.Query().Get("v"); v != "10" {
		s.t.Errorf("version %q of the gateway was asked for", v)
	}
	c := &Conn{server: s, socket: socket, logins: make(chan message, 1), gone: make(chan struct{})}
	s.mu.Lock()
	n := len(s.conns)
	s.conns = append(s.conns, c)
	s.mu.Unlock()
	go c.read()
	if s.Play != nil {
		s.Play(n, c)
	} else {
		c.Serve()
	}
	<-c.gone
}

// read takes what the client sends until it is gone.
func (c *Conn) read() {
	defer close(c.gone)
	defer c.socket.Close()
	for {
		_, body, err := c.socket.ReadMessage()
		if err != nil {
			if closed, ok := err.(*websocket.CloseError); ok {
				c.server.mu.Lock()
				c.server.closes = append(c.server.closes, closed.Code)
				c.server.mu.Unlock()
			}
			c.server.detach(c)
			return
		}
		var m message
		if err := json.Unmarshal(body, &m); err != nil {
			c.server.t.Errorf("the client sent %q", body)
			return
		}
		switch m.Op {
		case opHeartbeat:
			if !c.Mute.Load() {
				c.Send(opAck, nil)
			}
		case opIdentify, opResume:
			c.logins <- m
		}
	}
}

// detach notes that a session has no connection any more.
func (s *Server) detach(c *Conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, session := range s.sessions {
		if session.conn == c {
			session.conn = nil
		}
	}
}

// Serve plays an ordinary connection to its end.
func (c *Conn) Serve() {
	c.Hello()
	c.Login()
	<-c.gone
}

// Hello sends the first message.
func (c *Conn) Hello() {
	c.Send(opHello, map[string]any{"heartbeat_interval": c.server.Interval.Milliseconds()})
}

// Await waits for identify or resume, notes it and answers nothing.
func (c *Conn) Await() (Login, bool) {
	select {
	case m := <-c.logins:
		var body struct {
			Token   string `json:"token"`
			Session string `json:"session_id"`
			Seq     int64  `json:"seq"`
			Intents *int   `json:"intents"`
			Shard   [2]int `json:"shard"`
		}
		if err := json.Unmarshal(m.Data, &body); err != nil {
			c.server.t.Error(err)
		}
		if m.Op == opIdentify && (body.Intents == nil || *body.Intents != 0) {
			c.server.t.Errorf("intents %v were asked for", body.Intents)
		}
		login := Login{Op: m.Op, Session: body.Session, Seq: body.Seq, Shard: body.Shard}
		c.server.mu.Lock()
		c.server.logins = append(c.server.logins, login)
		c.server.mu.Unlock()
		if body.Token != "Bot "+Token && body.Token != Token {
			c.Close(4004)
			return login, false
		}
		return login, true
	case <-c.gone:
		return Login{}, false
	}
}

// Login answers identify with READY, and resume with what was missed and
// RESUMED, or with Invalid Session where it is not known.
func (c *Conn) Login() {
	login, ok := c.Await()
	if !ok {
		return
	}
	s := c.server
	s.mu.Lock()
	known := s.sessions[login.Session]
	if login.Op == opIdentify {
		known = &session{id: fmt.Sprintf("session-%d", len(s.sessions)+1)}
		s.sessions[known.id], s.last = known, known
		known.events = append(known.events, event(1, "READY", map[string]any{
			"v": 10, "session_id": known.id, "resume_gateway_url": s.socket(), "guilds": []any{}, "shard": login.Shard,
			"user": map[string]any{"id": "1", "username": "allegedly", "bot": true}, "application": map[string]any{"id": ApplicationID, "flags": 0},
		}))
	}
	if known == nil {
		s.mu.Unlock()
		c.Send(OpInvalidSession, false)
		return
	}
	missed := slices.Clone(known.events[login.Seq:])
	if login.Op == opResume {
		known.events = append(known.events, event(len(known.events)+1, "RESUMED", nil))
		missed = append(missed, known.events[len(known.events)-1])
	}
	known.conn = c
	c.writes.Lock() // before anybody can dispatch to the connection
	s.mu.Unlock()
	defer c.writes.Unlock()
	for _, raw := range missed {
		c.write(raw)
	}
}

// event returns a dispatch.
func event(seq int, kind string, data any) json.RawMessage {
	body, err := json.Marshal(data)
	if err != nil {
		panic(err)
	}
	raw, err := json.Marshal(message{Op: opDispatch, Seq: int64(seq), Type: kind, Data: body})
	if err != nil {
		panic(err)
	}
	return raw
}

// Deliver dispatches an interaction to the newest session; if that has no
// connection now, the next resume gets it.
func (s *Server) Deliver(in Interaction) { s.Dispatch("INTERACTION_CREATE", in) }

// Dispatch sends an event to the newest session, once there is one.
func (s *Server) Dispatch(kind string, data any) {
	s.t.Helper()
	s.Eventually("a session", func() bool { s.mu.Lock(); defer s.mu.Unlock(); return s.last != nil })
	s.mu.Lock()
	raw := event(len(s.last.events)+1, kind, data)
	s.last.events = append(s.last.events, raw)
	c := s.last.conn
	if c == nil {
		s.mu.Unlock()
		return
	}
	c.writes.Lock()
	s.mu.Unlock()
	defer c.writes.Unlock()
	c.write(raw)
}

// Send sends an operation.
func (c *Conn) Send(op int, data any) {
	body, _ := json.Marshal(data)
	raw, _ := json.Marshal(message{Op: op, Data: body})
	c.writes.Lock()
	defer c.writes.Unlock()
	c.write(raw)
}

// write sends a message, compressed if the server says so.
func (c *Conn) write(raw []byte) {
	_ = c.socket.SetWriteDeadline(time.Now().Add(5 * time.Second))
	if !c.server.Compressed {
		_ = c.socket.WriteMessage(websocket.TextMessage, raw)
		return
	}
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write(raw)
	_ = z.Close()
	_ = c.socket.WriteMessage(websocket.BinaryMessage, b.Bytes())
}

// Close closes the connection with a code.
func (c *Conn) Close(code int) {
	c.writes.Lock()
	defer c.writes.Unlock()
	_ = c.socket.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, ""), time.Now().Add(time.Second))
}

// Drop ends the connection without a word.
func (c *Conn) Drop() { _ = c.socket.NetConn().Close() }

// Wait returns when the client is gone.
func (c *Conn) Wait() { <-c.gone }

// DropAll drops every connection.
func (s *Server) DropAll() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.conns {
		c.Drop()
	}
}

// Logins returns what the connections began with so far.
func (s *Server) Logins() []Login {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.logins)
}

// Closes returns the codes that the client closed with so far.
func (s *Server) Closes() []int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.closes)
}

// Eventually waits until the condition holds.
func (s *Server) Eventually(what string, holds func() bool) {
	s.t.Helper()
	for range 1500 {
		if holds() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	s.t.Fatalf("no %s after 15 seconds", what)
}
