// Package discord brings the bot to Discord: slash commands, a command on
// messages and buttons, delivered over the gateway (a connection that the bot
// keeps, so it needs no public address) or to an HTTP endpoint (which keeps
// nothing and can stand behind a load balancer).
//
// Answers are Components V2, not embeds. The text of an embed disappears for
// everybody who turned embeds and link previews off, and only its first 4,096
// characters can hold running text; a container keeps the accusation, the reply
// to it, the sources and the buttons in one frame that everybody sees, and it
// is what Discord advises for new work. Its price is a limit of 4,000
// characters for all text of a message, which package bot's Fit cuts to.
//
// discordgo keeps the gateway's protocol; shard.go and frames.go supervise it,
// and say why. What is sent to Discord's REST API is built and sent here.
package discord

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"allegedly/bot"
)

// Version is the version of Discord's API that everything here speaks.
const Version = "10"

// DefaultURL is the address of Discord's API.
const DefaultURL = "https://discord.com/api/v" + Version

// Options are what an Adapter is given beside its configuration. The zero value
// works.
type Options struct {
	Log    *slog.Logger     // nil: silent; never gets a user's text or a token
	Client *http.Client     // for Discord's API; nil: one of its own
	Now    func() time.Time // nil: time.Now
	Defer  time.Duration    // how long an answer may take before a "thinking" stands in for it; 0: 1.5 s of the 3 s that Discord waits
}

// An Adapter answers Discord's interactions with a bot.Handler.
type Adapter struct {
	config  Config
	handler bot.Handler
	rest    *rest
	log     *slog.Logger
	now     func() time.Time
	patient time.Duration // Options.Defer
	work    work
}

// New returns an adapter for the configuration; the error is a ConfigError.
func New(config Config, handler bot.Handler, options Options) (*Adapter, error) {
	config, err := config.checked()
	if err != nil {
		return nil, err
	}
	if options.Log == nil {
		options.Log = slog.New(slog.DiscardHandler)
	}
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.Defer == 0 {
		options.Defer = 1500 * time.Millisecond
	}
	return &Adapter{
		config:  config,
		handler: handler,
		rest:    newREST(config, options.Client),
		log:     options.Log,
		now:     options.Now,
		patient: options.Defer,
	}, nil
}

// Run answers interactions until the context ends, and then returns nil; Close
// waits for what is still being answered. Any other return is an error that a
// person has to mend: a token that Discord refuses, an address that is taken.
func (a *Adapter) Run(ctx context.Context) error {
	if a.config.Listen != "" {
		return a.listen(ctx)
	}
	return a.runGateway(ctx)
}

// Close waits until every interaction that was taken is answered, and takes no
// more. It returns the context's error if that ends first.
func (a *Adapter) Close(ctx context.Context) error {
	return a.work.close(ctx)
}

// listen serves the endpoint at the configured address.
func (a *Adapter) listen(ctx context.Context) error {
	listener, err := net.Listen("tcp", a.config.Listen)
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler:           a,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    16 << 10,
	}
	a.log.Info("listening for Discord's interactions", "address", listener.Addr().String())
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	return server.Shutdown(drain)
}

// work keeps count of the interactions being answered.
type work struct {
	mu     sync.Mutex
	closed bool
	wg     sync.WaitGroup
}

// start runs f on its own, or returns false after close.
func (w *work) start(f func()) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return false
	}
	w.wg.Go(f)
	return true
}

// close refuses further work and waits for what was started.
func (w *work) close(ctx context.Context) error {
	w.mu.Lock()
	w.closed = true
	w.mu.Unlock()
	done := make(chan struct{})
	go func() { w.wg.Wait(); close(done) }()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return errors.New("discord: not every interaction was answered before the time to shut down was over")
	}
}
