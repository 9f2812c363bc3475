package discord

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

// identifyEvery is how long Discord wants between two identifications of the
// same concurrency key.
// https://docs.discord.com/developers/events/gateway#rate-limiting
const identifyEvery = 5 * time.Second

// advice is what Discord says about connecting (GET /gateway/bot).
type advice struct {
	Shards int `json:"shards"`
	Limit  struct {
		Remaining   int   `json:"remaining"`
		ResetAfter  int64 `json:"reset_after"` // milliseconds
		Concurrency int   `json:"max_concurrency"`
	} `json:"session_start_limit"`
}

// runGateway keeps all shards connected until the context ends.
func (a *Adapter) runGateway(ctx context.Context) error {
	advised, err := a.advice(ctx)
	if err != nil {
		return fatalOr(ctx, err)
	}
	count := a.config.Shards
	if count == 0 {
		count = max(1, advised.Shards)
	}
	starts := newBudget(advised, a.advice, a.log)
	group, ctx := errgroup.WithContext(ctx)
	for id := range count {
		s := &shard{id: id, count: count, adapter: a, budget: starts}
		group.Go(func() error { return s.run(ctx) })
	}
	group.Go(func() error { a.warnOfEndpoint(ctx); return nil })
	return group.Wait()
}

// warnOfEndpoint tells the operator why nobody is answered, if the application
// has an endpoint: Discord then sends nothing over the gateway, without a word.
func (a *Adapter) warnOfEndpoint(ctx context.Context) {
	var me struct {
		Endpoint string `json:"interactions_endpoint_url"`
	}
	err := a.rest.do(ctx, call{method: http.MethodGet, path: "/applications/@me", asBot: true, into: &me, tries: 1, within: 10 * time.Second})
	if err == nil && me.Endpoint != "" {
		a.log.Warn("the application has an Interactions Endpoint URL, so Discord sends nothing here; empty it under General Information, or use --http")
	}
}

// advice asks Discord how to connect, for as long as it takes; the error is the
// context's, or that the token is refused.
func (a *Adapter) advice(ctx context.Context) (advised advice, err error) {
	for try := 1; ; try++ {
		err = a.rest.do(ctx, call{method: http.MethodGet, path: "/gateway/bot", asBot: true, into: &advised, tries: 3, within: 30 * time.Second})
		var refused *apiError
		switch {
		case err == nil:
			return advised, nil
		case errors.As(err, &refused) && refused.Status == http.StatusUnauthorized:
			return advised, ConfigError(fatal[4004])
		}
		wait := backoff(try, time.Second, time.Minute)
		a.log.Warn("Discord does not tell how to connect", "reason", err, "wait", wait.Round(time.Millisecond))
		if !sleep(ctx, wait) {
			return advised, ctx.Err()
		}
	}
}

// take answers an interaction that came over the gateway.
func (a *Adapter) take(raw json.RawMessage) {
	in, err := decode(raw)
	if err != nil {
		a.log.Warn("an interaction from Discord is not answered", "reason", err)
		return
	}
	in.received = time.Now()
	if !a.work.start(func() { a.reply(in) }) {
		a.log.Warn("a Discord interaction came during shutdown", "interaction", in.ID)
	}
}

// reply answers an interaction by calling Discord back.
func (a *Adapter) reply(in interaction) {
	ctx := context.Background() // an answer that was begun is delivered also during shutdown
	first, later := a.begin(ctx, in)
	if first.Type == 0 {
		return
	}
	if err := a.rest.callback(ctx, in, first); err != nil {
		a.log.Error("an answer was not delivered to Discord", "interaction", in.ID, "error", err)
		return
	}
	if later != nil {
		later()
	}
}

// A budget spaces identifications and stops before a day's number is used up,
// as Discord would then reset the bot's token.
type budget struct {
	ask func(context.Context) (advice, error)
	log *slog.Logger

	mu          sync.Mutex
	remaining   int
	resets      time.Time
	concurrency int
	next        map[int]time.Time // by concurrency key, when its next identification may happen
}

func newBudget(a advice, ask func(context.Context) (advice, error), log *slog.Logger) *budget {
	b := &budget{ask: ask, log: log, next: map[int]time.Time{}}
	b.learn(a)
	return b
}

// learn takes over what Discord says.
func (b *budget) learn(a advice) {
	b.remaining = a.Limit.Remaining
	b.resets = time.Now().Add(time.Duration(a.Limit.ResetAfter) * time.Millisecond)
	b.concurrency = max(1, a.Limit.Concurrency)
}

// take waits until the shard may identify. The error is the context's, or that
// Discord refuses the token.
func (b *budget) take(ctx context.Context, shard int) error {
	b.mu.Lock()
	for b.remaining <= 0 {
		wait := max(time.Until(b.resets), time.Second)
		b.mu.Unlock()
		b.log.Error("Discord allows no further connections for now; too many were made today", "wait", wait.Round(time.Second))
		if !sleep(ctx, wait) {
			return ctx.Err()
		}
		advised, err := b.ask(ctx)
		if err != nil {
			return err
		}
		b.mu.Lock()
		b.learn(advised)
	}
	b.remaining--
	key := shard % b.concurrency
	at := b.next[key]
	if now := time.Now(); at.Before(now) {
		at = now
	}
	b.next[key] = at.Add(identifyEvery)
	b.mu.Unlock()
	if !sleep(ctx, time.Until(at)) {
		return ctx.Err()
	}
	return nil
}

// giveBack returns an identification that was not made.
func (b *budget) giveBack() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.remaining++
}
