package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"allegedly/answers/corpus"
	"allegedly/bot"
	"allegedly/bot/gaplog"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"golang.org/x/sync/errgroup"
	"golang.org/x/time/rate"
)

// A platform is a chat platform that a serving command connects the bot to.
type platform struct {
	name string

	// token is the environment variable without which the platform is not connected.
	token string

	// connect returns what runs the connection until the context ends and all
	// that was taken is answered. Its error tells what to set and where to find it.
	connect func(in invocation, h host) (run func(context.Context) error, err error)
}

// A host is what a platform is given.
type host struct {
	handler bot.Handler
	gaps    bot.Gaps      // nil: not kept
	drain   time.Duration // how long to wait, when told to stop, for answers under way
	log     *slog.Logger
}

// platforms are those that serve connects, where their tokens are set.
func platforms() []platform { return []platform{discordPlatform(""), slackPlatform("")} }

// serveCommand connects every platform whose token is set.
func serveCommand(ctx context.Context, in invocation) error {
	set := in.flags("[OPTIONS]", "Serves every chat platform whose token is set in the environment, with /healthz and /metrics beside them.\nSIGHUP reads the corpus anew. docs/operating.md lists the environment variables.")
	dir := corpusFlag(set)
	if err := in.parse(set); err != nil {
		return err
	}
	if set.NArg() > 0 {
		return misused("it takes no arguments, but got %q", set.Arg(0))
	}
	var chosen []platform
	var tokens []string
	for _, p := range platforms() {
		tokens = append(tokens, p.token)
		if in.getenv(p.token) != "" {
			chosen = append(chosen, p)
		}
	}
	if len(chosen) == 0 {
		return misused("no platform to connect to; set %s", strings.Join(tokens, " or "))
	}
	return in.serve(ctx, *dir, chosen...)
}

// serve connects the platforms to one bot over the corpus in dir, and serves
// the operators' page, until the context ends or one of them fails. Everything
// that was taken by then is answered.
func (in invocation) serve(ctx context.Context, dir string, connect ...platform) (err error) {
	s, err := in.readSettings()
	if err != nil {
		return err
	}
	log := in.logger(s)
	engine, err := startEngine(dir, log)
	if err != nil {
		return err
	}
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	options := bot.Options{
		Idle: s.Idle, Rate: rate.Limit(s.Rate / 60), Burst: s.Burst, Metrics: registry, Log: log,
	}
	if s.Gaps != "" {
		gaps, failed := gaplog.Open(s.Gaps, s.MaxGaps, log)
		if failed != nil {
			return failed
		}
		defer func() { err = errors.Join(err, gaps.Close()) }()
		options.Gaps = gaps
	}
	handler := bot.New(engine, options)
	defer func() {
		// What the platforms took, they have waited for; this is for what is left.
		drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.Drain)
		defer cancel()
		err = errors.Join(err, handler.Close(drain))
	}()

	runs := make([]func(context.Context) error, len(connect))
	for i, p := range connect {
		if runs[i], err = p.connect(in, host{handler: handler, gaps: options.Gaps, drain: s.Drain, log: log.With("platform", p.name)}); err != nil {
			return err
		}
	}
	group, ctx := errgroup.WithContext(ctx)
	for i, p := range connect {
		group.Go(func() error {
			if err := runs[i](ctx); err != nil && ctx.Err() == nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
			return nil
		})
	}
	group.Go(func() error { return serveOperators(ctx, s.Listen, engine, registry, log) })
	group.Go(func() error { reloadOnHangup(ctx, dir, engine, log); return nil })
	log.Info("serving", "version", version(), "reports", len(engine.Sources()), "platforms", len(connect))
	return group.Wait()
}

// startEngine builds the engine that serving begins with. A defect in a report
// is logged and costs that report only; without an engine there is an error.
func startEngine(dir string, log *slog.Logger) (*current, error) {
	engine, found, err := openEngine(dir)
	if err != nil {
		return nil, err
	}
	logErrors(log, found)
	if engine == nil {
		return nil, found.Errors()
	}
	c := &current{}
	c.engine.Store(engine)
	return c, nil
}

// logErrors logs the findings that are errors.
func logErrors(log *slog.Logger, found corpus.Findings) {
	for _, f := range found.Errors() {
		log.Error("corpus", "finding", f.String())
	}
}
