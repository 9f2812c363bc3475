package slack

import (
	"context"
	"maps"
	"math/rand/v2"
	"sync"
	"time"
)

// maxPaced is how many channels are remembered before those that may post again
// at once are forgotten.
const maxPaced = 1_000

// A pace spreads messages over time, channel by channel, in the order in which
// they came.
type pace struct {
	every time.Duration // at most 0: no spreading

	mu    sync.Mutex
	lanes map[string]lane
}

// A lane is when one channel may be posted to.
type lane struct {
	next   time.Time // the first turn that is not taken
	silent time.Time // until then Slack wants nothing, turn or not
}

func newPace(every time.Duration) *pace {
	return &pace{every: every, lanes: map[string]lane{}}
}

// wait takes the channel's next turn and returns when it has come, or the
// context's error. A turn that falls into a silence is given up for a later one.
func (p *pace) wait(ctx context.Context, channel string) error {
	for {
		if err := sleep(ctx, time.Until(p.reserve(channel, time.Now()))); err != nil {
			return err
		}
		if !p.silent(channel, time.Now()) {
			return nil
		}
	}
}

// reserve returns when the caller may post, and lets the next wait longer.
func (p *pace) reserve(channel string, now time.Time) time.Time {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.lanes) >= maxPaced {
		maps.DeleteFunc(p.lanes, func(_ string, l lane) bool { return !l.next.After(now) })
	}
	l := p.lanes[channel]
	turn := now
	if l.next.After(now) {
		turn = l.next
	}
	if p.every > 0 {
		l.next = turn.Add(p.every)
		p.lanes[channel] = l
	}
	return turn
}

// hold keeps the channel silent for at least that long: Slack asked for it.
func (p *pace) hold(channel string, d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	l, until := p.lanes[channel], time.Now().Add(d)
	if until.After(l.silent) {
		l.silent = until
	}
	if until.After(l.next) {
		l.next = until
	}
	p.lanes[channel] = l
}

func (p *pace) silent(channel string, now time.Time) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.lanes[channel].silent.After(now)
}

// sleep waits, or returns the context's error.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// The waits of a backoff.
const (
	firstBackoff = time.Second
	lastBackoff  = 30 * time.Second
)

// A backoff waits longer after each failure: 1 s, 2 s, 4 s … 30 s, each up to a
// quarter longer at random, so that many processes do not come back together.
type backoff struct{ last time.Duration }

// sleep waits for the next step, or for least if that is longer.
func (b *backoff) sleep(ctx context.Context, least time.Duration) error {
	b.last = min(max(firstBackoff, 2*b.last), lastBackoff)
	return sleep(ctx, max(least, b.last+rand.N(b.last/4)))
}

// reset starts over, after a success.
func (b *backoff) reset() { b.last = 0 }
