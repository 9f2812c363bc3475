package slack

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"time"

	"github.com/gorilla/websocket"
	"golang.org/x/sync/errgroup"
)

// Socket Mode (https://docs.slack.dev/apis/events-api/using-socket-mode) over
// slack-go's apps.connections.open. The loop is our own because slack-go's closes
// the old connection before it opens the new one, reconnects without pause when
// Slack disconnects it right after hello, keeps the reason for itself, and leaves
// envelopes that it cannot parse unacknowledged.
const (
	pingEvery = 15 * time.Second // keeps middleboxes from closing an idle connection
	silence   = 45 * time.Second // without a frame, a ping or a pong the connection is dead
	writeTime = 5 * time.Second

	// linger is how long a connection that Slack is about to close still listens.
	// Slack warns about 10 s ahead.
	linger = 15 * time.Second

	// settled is how old a connection must be for its end to be ordinary; after a
	// shorter life the next attempt waits, longer each time.
	settled = time.Minute
)

// A frame is what Slack sends over the connection.
type frame struct {
	Type       string          `json:"type"`
	EnvelopeID string          `json:"envelope_id"`
	Reason     string          `json:"reason"` // with disconnect
	Payload    json.RawMessage `json:"payload"`
}

// envelopeID finds what to acknowledge in a frame that is no JSON.
var envelopeID = regexp.MustCompile(`"envelope_id"\s*:\s*"([^"\\]+)"`)

// disconnects explains why Slack ended a connection. What is not listed is
// Slack's own upkeep.
var disconnects = map[string]string{
	"link_disabled":       `Socket Mode is switched off for the app: switch it on under "Socket Mode" on the app's page`,
	"too_many_websockets": "the app has more than 10 connections open: stop other processes that use its token",
}

// runSockets keeps the configured number of connections until the context ends
// or Slack refuses the token for good.
func (a *Adapter) runSockets(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	for range a.config.Connections {
		group.Go(func() error { return a.keepConnected(ctx) })
	}
	return group.Wait()
}

// keepConnected is one connection after the other. The next one is opened as soon
// as Slack announces the end of the last, which goes on listening meanwhile.
func (a *Adapter) keepConnected(ctx context.Context) error {
	var wait backoff
	for {
		conn, err := a.connect(ctx)
		switch {
		case ctx.Err() != nil:
			if err == nil {
				conn.Close()
			}
			return ctx.Err()
		case refused(err):
			return explain("apps.connections.open", err)
		case err != nil:
			a.log.Warn("not connected to Slack; trying again", "cause", explain("apps.connections.open", err).Error())
			if err := wait.sleep(ctx, retryAfter(err)); err != nil {
				return err
			}
			continue
		}
		opened := time.Now()
		leaving := make(chan string, 1)
		go a.listen(ctx, conn, leaving)
		reason := <-leaving
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if advice := disconnects[reason]; advice != "" {
			a.log.Error("Slack ended the connection", "reason", reason, "cause", advice)
		} else {
			a.log.Info("connection to Slack ends; opening another", "reason", reason)
		}
		if time.Since(opened) >= settled {
			wait.reset()
		} else if err := wait.sleep(ctx, 0); err != nil {
			return err
		}
	}
}

// connect asks for an address, which serves once, and dials it.
func (a *Adapter) connect(ctx context.Context) (*websocket.Conn, error) {
	_, address, err := a.api.StartSocketModeContext(ctx)
	if err != nil {
		return nil, err
	}
	dialer := websocket.Dialer{Proxy: http.ProxyFromEnvironment, HandshakeTimeout: apiTimeout}
	conn, response, err := dialer.DialContext(ctx, address, nil)
	if err != nil {
		return nil, fmt.Errorf("dialling the address that Slack gave: %w", err)
	}
	response.Body.Close()
	conn.SetReadLimit(maxBody)
	return conn, nil
}

// listen reads a connection to its end. It sends one reason when the end is
// announced or has come, and nothing more.
func (a *Adapter) listen(ctx context.Context, conn *websocket.Conn, leaving chan<- string) {
	defer conn.Close()
	stopClosing := context.AfterFunc(ctx, func() {
		bye := websocket.FormatCloseMessage(websocket.CloseNormalClosure, "")
		conn.WriteControl(websocket.CloseMessage, bye, time.Now().Add(writeTime))
		conn.Close()
	})
	defer stopClosing()
	done := make(chan struct{})
	defer close(done)
	go keepAlive(conn, done)

	announced := false
	leave := func(reason string) {
		if !announced {
			announced = true
			leaving <- reason
		}
	}
	alive := func() {
		if !announced {
			conn.SetReadDeadline(time.Now().Add(silence))
		}
	}
	answerPing := conn.PingHandler()
	conn.SetPingHandler(func(data string) error { alive(); return answerPing(data) })
	conn.SetPongHandler(func(string) error { alive(); return nil })

	for alive(); ; alive() {
		_, raw, err := conn.ReadMessage()
		if err != nil {
			leave("connection lost: " + err.Error())
			return
		}
		f := decode(raw)
		if f.Type == "disconnect" {
			conn.SetReadDeadline(time.Now().Add(linger))
			leave(f.Reason)
		}
		if err := a.receive(conn, f); err != nil {
			leave("connection lost: " + err.Error())
			return
		}
	}
}

// keepAlive pings until done; a ping that fails shows in reading too.
func keepAlive(conn *websocket.Conn, done <-chan struct{}) {
	ticker := time.NewTicker(pingEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			conn.WriteControl(websocket.PingMessage, nil, time.Now().Add(writeTime))
		case <-done:
			return
		}
	}
}

// decode reads a frame. Of one that is no JSON only the envelope's id is kept, so
// that Slack does not deliver it three times more.
func decode(raw []byte) frame {
	var f frame
	if err := json.Unmarshal(raw, &f); err != nil {
		f = frame{}
		if id := envelopeID.FindSubmatch(raw); id != nil {
			f.EnvelopeID = string(id[1])
		}
	}
	return f
}

// receive acknowledges an envelope, whether or not it is understood, and begins
// its task. When nothing can be taken on it is not acknowledged, and Slack
// delivers it again. The error is that of writing to the connection; the task is
// begun all the same, and a second delivery is known by its keys.
func (a *Adapter) receive(conn *websocket.Conn, f frame) error {
	if f.EnvelopeID == "" {
		return nil // hello, disconnect
	}
	begin := func(task) {}
	t, err := a.enveloped(f)
	if err != nil {
		a.log.Warn("envelope ignored: it cannot be read", "detail", fmt.Sprintf("%T", err))
	}
	if t != nil {
		var ok bool
		if begin, ok = a.work.admit(); !ok {
			return nil
		}
	}
	conn.SetWriteDeadline(time.Now().Add(writeTime))
	err = conn.WriteJSON(map[string]string{"envelope_id": f.EnvelopeID})
	begin(t)
	return err
}

// enveloped returns what an envelope asks for, or nil.
func (a *Adapter) enveloped(f frame) (task, error) {
	switch f.Type {
	case "events_api":
		var d delivery
		if err := json.Unmarshal(f.Payload, &d); err != nil {
			return nil, err
		}
		return a.delivered(d), nil
	case "slash_commands":
		var c slashCommand
		if err := json.Unmarshal(f.Payload, &c); err != nil {
			return nil, err
		}
		return a.command(c), nil
	case "interactive":
		var i interaction
		if err := json.Unmarshal(f.Payload, &i); err != nil {
			return nil, err
		}
		return a.interact(i), nil
	}
	return nil, nil
}
