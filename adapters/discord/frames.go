package discord

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"sync"
	"time"
)

// A tap is the network connection under discordgo's WebSocket. It reads along,
// frame by frame, and ends the connection, with a loss that says why, before
// discordgo gets to see what v0.29.0 mishandles:
//
//   - Reconnect (op 7) before READY makes it wait for itself for ever; Invalid
//     Session (op 9) makes it identify at once and without end, past the limit
//     of identifications, at whose end Discord resets the bot's token.
//   - It reads without a deadline, so a gateway that falls silent holds it for
//     ever, and one that acknowledges no heartbeat for five of them.
//   - It forgets the code that Discord closes with, and so tries again for ever
//     with a token that is refused.
//
// Everything else passes unchanged.
type tap struct {
	net.Conn
	in       *bufio.Reader
	upgraded bool   // the HTTP handshake is over, frames follow
	ready    []byte // read and judged, not yet handed on
	payload  []byte // of a message of several frames, so far
	zipped   bool   // that message is compressed
	interval time.Duration

	onReady func()

	ended chan<- struct{} // closed with the connection

	mu   sync.Mutex
	lost *loss // why the connection ended, as soon as that is known
}

const (
	openTime   = 20 * time.Second // from the connection to READY; Discord's own limit is not published
	maxFrame   = 16 << 20         // bytes of a message; READY of the largest shard is some 200 KB
	closeRetry = 4000             // a code of ours: any but 1000 and 1001 leaves the session to be resumed
)

// newTap returns a tap on conn. onReady is called when the session has started
// or was resumed; ended is closed when the connection is over.
func newTap(conn net.Conn, onReady func(), ended chan<- struct{}) *tap {
	_ = conn.SetReadDeadline(time.Now().Add(openTime))
	return &tap{Conn: conn, in: bufio.NewReader(conn), onReady: onReady, ended: ended}
}

// SetDeadline and SetReadDeadline are ignored for reading: the tap knows how
// long silence may last, and discordgo would lift the limit after the handshake.
func (t *tap) SetDeadline(d time.Time) error   { return t.Conn.SetWriteDeadline(d) }
func (t *tap) SetReadDeadline(time.Time) error { return nil }

// Read hands on what was judged harmless, a whole frame at a time.
func (t *tap) Read(p []byte) (int, error) {
	for len(t.ready) == 0 {
		next := t.frame
		if !t.upgraded {
			next = t.handshake
		}
		if err := next(); err != nil {
			return 0, t.end(err)
		}
	}
	n := copy(p, t.ready)
	t.ready = t.ready[n:]
	return n, nil
}

// Write never fails: a connection that cannot be written to is ended, which the
// reader notices. Were it told, discordgo's heartbeat would close its session at
// the same time as the reader does, and with bad luck the next connection.
func (t *tap) Write(p []byte) (int, error) {
	if _, err := t.Conn.Write(p); err != nil {
		t.cut(&loss{reason: "the connection was lost"})
	}
	return len(p), nil
}

// handshake reads the response to the upgrade.
func (t *tap) handshake() error {
	for {
		line, err := t.in.ReadSlice('\n')
		t.ready = append(t.ready, line...)
		if err != nil {
			return err
		}
		if len(t.ready) > 64<<10 {
			return &loss{reason: "the response to the upgrade does not end"}
		}
		if len(bytes.TrimRight(line, "\r\n")) == 0 {
			t.upgraded = true
			return nil
		}
	}
}

// frame reads one frame of the server, which never masks them.
func (t *tap) frame() error {
	var head [10]byte
	if _, err := io.ReadFull(t.in, head[:2]); err != nil {
		return err
	}
	size, length := 2, uint64(head[1]&0x7f)
	switch length {
	case 126:
		size = 4
	case 127:
		size = 10
	}
	if _, err := io.ReadFull(t.in, head[2:size]); err != nil {
		return err
	}
	switch size {
	case 4:
		length = uint64(binary.BigEndian.Uint16(head[2:]))
	case 10:
		length = binary.BigEndian.Uint64(head[2:])
	}
	if length > maxFrame || len(t.payload)+int(length) > maxFrame || head[1]&0x80 != 0 {
		return &loss{reason: "the gateway sent a frame that is too long or masked"}
	}
	whole := make([]byte, size+int(length))
	copy(whole, head[:size])
	if _, err := io.ReadFull(t.in, whole[size:]); err != nil {
		return err
	}
	if err := t.judge(head[0]&0x0f, head[0]&0x80 != 0, whole[size:]); err != nil {
		return err
	}
	t.ready = whole
	return nil
}

// end closes the connection, politely where somebody may listen, and notes why.
func (t *tap) end(err error) error {
	l := new(loss)
	var timeout net.Error
	switch {
	case errors.As(err, &l):
	case errors.As(err, &timeout) && timeout.Timeout():
		l = &loss{reason: "the gateway stayed silent, or did not acknowledge heartbeats"}
	default:
		l = &loss{reason: "the connection was lost"}
	}
	t.cut(l)
	return t.cause()
}

// cut ends the connection for a reason; only the first one counts. discordgo is
// not asked to close, as it would send code 1000, which ends the session too.
func (t *tap) cut(l *loss) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.lost != nil {
		return
	}
	t.lost = l
	if l.code == 0 {
		code := uint16(closeRetry)
		if l.invalid {
			code = 1000
		}
		_ = t.Conn.SetWriteDeadline(time.Now().Add(time.Second))
		// A close frame, masked with zeros as a client's must be.
		_, _ = t.Conn.Write(binary.BigEndian.AppendUint16([]byte{0x80 | frameClose, 0x82, 0, 0, 0, 0}, code))
	}
	_ = t.Conn.Close()
	close(t.ended)
}

// Close is discordgo's way out, once it noticed the end.
func (t *tap) Close() error {
	t.cut(&loss{reason: "the connection was lost"})
	return nil
}

// cause returns why the connection ended; nil while it lasts.
func (t *tap) cause() *loss {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.lost
}
