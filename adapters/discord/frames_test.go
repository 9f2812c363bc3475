package discord

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"time"
)

const upgrade = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"

// frame returns a frame as a server sends it.
func frame(kind byte, last bool, payload string) string {
	if last {
		kind |= 0x80
	}
	head := []byte{kind}
	switch n := len(payload); {
	case n < 126:
		head = append(head, byte(n))
	case n < 1<<16:
		head = binary.BigEndian.AppendUint16(append(head, 126), uint16(n))
	default:
		head = binary.BigEndian.AppendUint64(append(head, 127), uint64(n))
	}
	return string(head) + payload
}

// A replay is a connection that says what it was given, then nothing more, and
// keeps what it is told.
type replay struct {
	net.Conn
	in     io.Reader
	out    bytes.Buffer
	closed bool
}

func (r *replay) Read(p []byte) (int, error)       { return r.in.Read(p) }
func (r *replay) Write(p []byte) (int, error)      { return r.out.Write(p) }
func (r *replay) Close() error                     { r.closed = true; return nil }
func (r *replay) SetReadDeadline(time.Time) error  { return nil }
func (r *replay) SetWriteDeadline(time.Time) error { return nil }

// through returns what passes the tap, how it ended, and the connection.
func through(in string) (passed string, ended *loss, conn *replay, ready bool) {
	conn = &replay{in: strings.NewReader(in)}
	t := newTap(conn, func() { ready = true }, make(chan struct{}))
	out, err := io.ReadAll(io.LimitReader(t, 64<<20))
	errors.As(err, &ended)
	return string(out), ended, conn, ready
}

func TestTap(t *testing.T) {
	hello := frame(frameText, true, `{"op":10,"d":{"heartbeat_interval":45000}}`)
	for _, c := range []struct {
		name, in, passed string
		reason           string
		invalid          bool
	}{
		{"end", hello, hello, "connection was lost", false},
		{"long message", hello + frame(frameText, true, `{"op":0,"t":"X","d":"`+strings.Repeat("x", 70000)+`"}`), "", "connection was lost", false},
		{"in pieces", frame(frameText, false, `{"op"`) + frame(9, true, "ping") + frame(frameContinuation, true, `:11}`), "", "connection was lost", false},
		{"op 7", hello + frame(frameText, true, `{"op":7,"d":null}`), hello, "asked to reconnect", false},
		{"op 7 in pieces", hello + frame(frameText, false, `{"d":null,`) + frame(frameContinuation, true, `"op":7}`), hello + frame(frameText, false, `{"d":null,`), "asked to reconnect", false},
		{"op 9", hello + frame(frameText, true, `{"op":9,"d":false}`), hello, "invalid", true},
		{"op 9, to be resumed", hello + frame(frameText, true, `{"op":9,"d":true}`), hello, "invalid", false},
		{"close", hello + frame(frameClose, true, "\x0f\xa4"), hello, "code 4004", false},
		{"close without a code", frame(frameClose, true, ""), "", "code 1005", false},
		{"close with 1000", frame(frameClose, true, "\x03\xe8"), "", "code 1000", true},
		{"no interval", frame(frameText, true, `{"op":10,"d":{}}`), "", "heartbeat interval", false},
		{"no JSON", frame(frameText, true, `{"op`), "", "cannot be read", false},
		{"no zlib", frame(frameBinary, true, `{"op":7}`), "", "cannot be read", false},
		{"masked", "\x81\x81\x00\x00\x00\x00x", "", "masked", false},
		{"too long", "\x81\x7f\x7f\xff\xff\xff\xff\xff\xff\xff", "", "too long", false},
		{"far too long", frame(frameText, false, "{") + "\x81\x7f\xff\xff\xff\xff\xff\xff\xff\xff", frame(frameText, false, "{"), "too long", false},
	} {
		passed, ended, conn, _ := through(upgrade + c.in)
		if c.passed == "" && c.reason == "connection was lost" {
			c.passed = c.in
		}
		if passed != upgrade+c.passed {
			t.Errorf("%s: %d bytes passed, want %d", c.name, len(passed), len(upgrade+c.passed))
		}
		if ended == nil || !strings.Contains(ended.Error(), c.reason) || ended.invalid != c.invalid {
			t.Errorf("%s: ended with %v", c.name, ended)
		}
		if !conn.closed {
			t.Errorf("%s: the connection is open", c.name)
		}
		if ended != nil && ended.code == 0 != (conn.out.Len() == 8) {
			t.Errorf("%s: wrote %q at the end", c.name, conn.out.String())
		}
	}
	if _, _, _, ready := through(upgrade + hello + frame(frameText, true, `{"op":0,"t":"RESUMED","s":3}`)); !ready {
		t.Error("ready was not noticed")
	}
}

// Whatever a server sends, the tap ends with a reason and passes nothing that
// was not sent.
func FuzzTap(f *testing.F) {
	f.Add([]byte(upgrade + frame(frameText, true, `{"op":10,"d":{"heartbeat_interval":1}}`) + frame(frameText, true, `{"op":7}`)))
	f.Add([]byte(upgrade + frame(frameBinary, false, "x\x9c") + frame(frameContinuation, true, "")))
	f.Add([]byte("HTTP/1.1 403 Forbidden\r\n\r\nno"))
	f.Fuzz(func(t *testing.T, in []byte) {
		if len(in) > 1<<16 {
			t.Skip("long enough")
		}
		passed, ended, _, _ := through(string(in))
		if ended == nil {
			t.Error("it does not end")
		}
		if !strings.HasPrefix(string(in), passed) {
			t.Error("what passed was not sent")
		}
	})
}
