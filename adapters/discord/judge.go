package discord

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"time"
)

// Frames of WebSocket (RFC 6455, section 5.2), and operations of the gateway.
const (
	frameContinuation, frameText, frameBinary, frameClose = 0, 1, 2, 8

	opDispatch, opReconnect, opInvalidSession, opHello, opAck = 0, 7, 9, 10, 11
)

// A loss is why a connection to the gateway ended.
type loss struct {
	reason  string
	code    int  // that Discord closed with; 0: it did not
	invalid bool // the session cannot be resumed
}

func (l *loss) Error() string {
	if l.code != 0 {
		return fmt.Sprintf("Discord closed the connection with code %d", l.code)
	}
	return l.reason
}

// judge returns the loss that a frame means, if it means one.
func (t *tap) judge(kind byte, last bool, payload []byte) error {
	switch kind {
	case frameClose:
		code := 1005 // none given
		if len(payload) >= 2 {
			code = int(binary.BigEndian.Uint16(payload))
		}
		return &loss{code: code, invalid: code == 1000 || code == 1001 || code == 4007 || code == 4009}
	case frameText, frameBinary:
		t.payload, t.zipped = nil, kind == frameBinary
		fallthrough
	case frameContinuation:
		t.payload = append(t.payload, payload...)
		if !last {
			return nil
		}
		message := t.payload
		t.payload = nil
		return t.message(message)
	}
	return nil // ping and pong
}

// message reads what a whole message of the gateway means for the connection.
func (t *tap) message(payload []byte) error {
	var m struct {
		Op   int             `json:"op"`
		Type string          `json:"t"`
		Data json.RawMessage `json:"d"`
	}
	if err := decodeEvent(payload, t.zipped, &m); err != nil {
		return &loss{reason: "the gateway sent what cannot be read"}
	}
	switch m.Op {
	case opReconnect:
		return &loss{reason: "Discord asked to reconnect"}
	case opInvalidSession:
		return &loss{reason: "Discord declared the session invalid", invalid: string(m.Data) != "true"}
	case opHello:
		var hello struct {
			Interval int64 `json:"heartbeat_interval"` // milliseconds
		}
		if json.Unmarshal(m.Data, &hello) != nil || hello.Interval <= 0 {
			return &loss{reason: "the gateway's hello has no heartbeat interval"}
		}
		t.interval = time.Duration(hello.Interval) * time.Millisecond
	case opAck:
		t.extend()
	case opDispatch:
		if m.Type == "READY" || m.Type == "RESUMED" {
			t.extend()
			t.onReady()
		}
	}
	return nil
}

// extend allows for two heartbeats, counted from the last one that was
// acknowledged: when the second is due without it, the connection is dead.
// https://docs.discord.com/developers/events/gateway#heartbeat-interval
func (t *tap) extend() {
	_ = t.Conn.SetReadDeadline(time.Now().Add(2 * t.interval))
}

// decodeEvent decodes a message of the gateway.
func decodeEvent(payload []byte, zipped bool, into any) error {
	if !zipped {
		return json.Unmarshal(payload, into)
	}
	z, err := zlib.NewReader(bytes.NewReader(payload))
	if err != nil {
		return err
	}
	defer z.Close()
	return json.NewDecoder(io.LimitReader(z, maxFrame)).Decode(into)
}
