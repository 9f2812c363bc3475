package slack

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"time"

	slackgo "github.com/slack-go/slack"
)

// The paths under the address that the manifest is given.
const (
	pathEvents   = "/slack/events"
	pathActions  = "/slack/interactivity"
	pathCommands = "/slack/commands"
	pathHealth   = "/healthz" // for load balancers: 200 while deliveries are accepted, else 503
)

// maxBody bounds a delivery; Slack's are far below.
const maxBody = 1 << 20

// routes serves the Events API, interactivity and slash commands. It keeps no
// state that a request needs, so several processes may stand behind a load
// balancer.
func (a *Adapter) routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("POST "+pathEvents, a.signed(a.onEvent))
	mux.Handle("POST "+pathActions, a.signed(a.onAction))
	mux.Handle("POST "+pathCommands, a.signed(a.onCommand))
	mux.HandleFunc("GET "+pathHealth, func(w http.ResponseWriter, _ *http.Request) {
		if !a.work.accepting() {
			http.Error(w, "not accepting deliveries", http.StatusServiceUnavailable)
		}
	})
	return mux
}

// serveHTTP listens until the context ends, and lets requests finish.
func (a *Adapter) serveHTTP(ctx context.Context) error {
	listener, err := net.Listen("tcp", a.config.Listen)
	if err != nil {
		return fmt.Errorf("cannot listen for Slack's Events API: %w", err)
	}
	server := &http.Server{
		Handler:      a.routes(),
		ReadTimeout:  apiTimeout,
		WriteTimeout: apiTimeout,
		IdleTimeout:  time.Minute,
		ErrorLog:     slog.NewLogLogger(a.log.Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	a.log.Info("listening for Slack's Events API", "address", listener.Addr().String())
	select {
	case err := <-failed:
		return fmt.Errorf("serving Slack's Events API: %w", err)
	case <-ctx.Done():
	}
	a.work.stop() // from here on Slack is told to deliver again, to another process
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), a.config.Drain)
	defer cancel()
	return errors.Join(ctx.Err(), server.Shutdown(patience))
}

// signed lets only deliveries through that Slack signed, at most five minutes
// ago (https://docs.slack.dev/authentication/verifying-requests-from-slack), and
// passes on the raw body that the signature is over.
func (a *Adapter) signed(next func(http.ResponseWriter, []byte)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		if err != nil {
			http.Error(w, "the body is too large or broken off", http.StatusBadRequest)
			return
		}
		if err := verify(r.Header, body, a.config.SigningSecret); err != nil {
			a.log.Warn("delivery refused", "cause", "its signature is not Slack's: check SLACK_SIGNING_SECRET and this machine's clock", "detail", err.Error())
			http.Error(w, "bad signature", http.StatusUnauthorized)
			return
		}
		next(w, body)
	})
}

// verify returns why the body is not signed with the secret just now, or nil.
func verify(header http.Header, body []byte, secret string) error {
	verifier, err := slackgo.NewSecretsVerifier(header, secret)
	if err != nil {
		return err
	}
	verifier.Write(body) // a hash takes everything
	return verifier.Ensure()
}

func (a *Adapter) onEvent(w http.ResponseWriter, body []byte) {
	var d delivery
	if err := json.Unmarshal(body, &d); err != nil {
		a.unreadable(w, err)
		return
	}
	if d.Type == "url_verification" {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		io.WriteString(w, d.Challenge)
		return
	}
	a.accept(w, a.delivered(d))
}

func (a *Adapter) onAction(w http.ResponseWriter, body []byte) {
	var i interaction
	form, err := url.ParseQuery(string(body))
	if err == nil {
		err = json.Unmarshal([]byte(form.Get("payload")), &i)
	}
	if err != nil {
		a.unreadable(w, err)
		return
	}
	a.accept(w, a.interact(i))
}

func (a *Adapter) onCommand(w http.ResponseWriter, body []byte) {
	form, err := url.ParseQuery(string(body))
	if err != nil {
		a.unreadable(w, err)
		return
	}
	a.accept(w, a.command(slashFromForm(form)))
}

// accept acknowledges a delivery, then begins its task, if any. When nothing can
// be taken on, it is not acknowledged, and Slack delivers it again.
func (a *Adapter) accept(w http.ResponseWriter, t task) {
	if t == nil {
		w.WriteHeader(http.StatusOK)
		return
	}
	begin, ok := a.work.admit()
	if !ok {
		http.Error(w, "shutting down or overloaded: deliver again", http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Length", "0")
	w.WriteHeader(http.StatusOK)
	http.NewResponseController(w).Flush() // a writer that cannot flush acknowledges on return
	begin(t)
}

// unreadable acknowledges what can never be read: delivered again it would be no better.
func (a *Adapter) unreadable(w http.ResponseWriter, err error) {
	a.log.Warn("delivery ignored: it cannot be read", "detail", fmt.Sprintf("%T", err))
	w.WriteHeader(http.StatusOK)
}
