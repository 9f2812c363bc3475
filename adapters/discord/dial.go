package discord

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"sync"

	"github.com/gorilla/websocket"
)

// A line holds the tap of the connection being made.
type line struct {
	lost chan struct{} // closed when the connection ended

	mu  sync.Mutex
	tap *tap
}

// dialer returns a dialer that taps its connection, and trusts whom the client
// trusts. It connects directly: through a proxy, the tap would see ciphertext.
func (l *line) dialer(ctx context.Context, client *http.Client, onReady func()) *websocket.Dialer {
	tapped := func(dial func(context.Context, string, string) (net.Conn, error)) func(context.Context, string, string) (net.Conn, error) {
		return func(_ context.Context, network, address string) (net.Conn, error) {
			soon, cancel := context.WithTimeout(ctx, openTime)
			defer cancel()
			conn, err := dial(soon, network, address)
			if err != nil {
				return nil, err
			}
			l.mu.Lock()
			l.tap = newTap(conn, onReady, l.lost)
			l.mu.Unlock()
			if ctx.Err() != nil { // who ended it found no tap to cut yet
				l.cut(&loss{reason: "shutting down"})
			}
			return l.tap, nil
		}
	}
	secure := &tls.Dialer{Config: new(tls.Config)}
	if transport, ok := client.Transport.(*http.Transport); ok && transport.TLSClientConfig != nil {
		secure.Config = transport.TLSClientConfig.Clone()
	}
	secure.Config.NextProtos = []string{"http/1.1"} // a WebSocket begins as one
	return &websocket.Dialer{
		NetDialContext:    tapped(new(net.Dialer).DialContext),
		NetDialTLSContext: tapped(secure.DialContext),
		HandshakeTimeout:  openTime,
	}
}

// cut ends the connection, if there is one.
func (l *line) cut(why *loss) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.tap != nil {
		l.tap.cut(why)
	}
}

// cause returns why the connection ended, or else what is known otherwise.
func (l *line) cause(otherwise error) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.tap != nil {
		if lost := l.tap.cause(); lost != nil {
			return lost
		}
	}
	var wrapped *url.Error
	if errors.As(otherwise, &wrapped) {
		return wrapped.Err
	}
	return otherwise
}

// redirect sends discordgo's requests, all of which go to its built-in address,
// to the configured API, and refuses any other.
type redirect struct {
	ctx  context.Context // ends requests under way; discordgo gives them none
	rest *rest
}

var builtIn = regexp.MustCompile(`^/api/v\d+(/gateway(?:/bot)?)$`)

// RoundTrip implements http.RoundTripper.
func (r redirect) RoundTrip(req *http.Request) (*http.Response, error) {
	path := builtIn.FindStringSubmatch(req.URL.Path)
	if path == nil || req.URL.Host != "discord.com" {
		return nil, errors.New("discordgo asked for an address that is not allowed")
	}
	target, err := url.Parse(r.rest.url + path[1])
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(req.Context())
	context.AfterFunc(r.ctx, cancel)
	req = req.Clone(ctx)
	req.URL, req.Host = target, ""
	transport := r.rest.client.Transport
	if transport == nil {
		transport = http.DefaultTransport
	}
	return transport.RoundTrip(req)
}
