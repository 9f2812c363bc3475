package slack

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"
)

// maxInFlight bounds what is acknowledged and not yet answered. Past it nothing
// is acknowledged, and Slack delivers again later.
const maxInFlight = 5_000

// work is what was acknowledged and is not yet answered. It is independent of
// the context that ends Run: what was acknowledged is still answered.
type work struct {
	ctx    context.Context
	cancel context.CancelFunc
	log    *slog.Logger

	mu       sync.Mutex
	closed   bool
	inFlight int
	idle     chan struct{} // closed once closed and nothing is in flight
}

// A task answers one delivery.
type task func(ctx context.Context)

func newWork(log *slog.Logger) *work {
	ctx, cancel := context.WithCancel(context.Background())
	return &work{ctx: ctx, cancel: cancel, log: log, idle: make(chan struct{})}
}

// admit takes a place for one task, before its delivery is acknowledged; false
// when shutting down or full, and then it must not be acknowledged. The caller
// must call begin once.
func (w *work) admit() (begin func(task), ok bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed || w.inFlight >= maxInFlight {
		return nil, false
	}
	w.inFlight++
	return func(t task) {
		go func() {
			defer w.done()
			defer survive(w.log, nil)
			ctx, cancel := context.WithTimeout(w.ctx, answerWithin)
			defer cancel()
			t(ctx)
		}()
	}, true
}

// survive, deferred, keeps a panic from ending the whole bot: it logs the panic
// and then does what is left to do, if anything. The panic's value may quote the
// question; its type and the stack do not.
func survive(log *slog.Logger, then func()) {
	p := recover()
	if p == nil {
		return
	}
	log.Error("answering panicked", "panic", fmt.Sprintf("%T", p), "stack", string(debug.Stack()))
	if then != nil {
		then()
	}
}

func (w *work) done() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.inFlight--
	w.settle()
}

// settle reports idleness; the lock must be held.
func (w *work) settle() {
	if !w.closed || w.inFlight > 0 {
		return
	}
	select {
	case <-w.idle:
	default:
		close(w.idle)
	}
}

// accepting tells whether a task would be admitted.
func (w *work) accepting() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return !w.closed && w.inFlight < maxInFlight
}

// stop admits nothing more.
func (w *work) stop() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.closed = true
	w.settle()
}

// drain stops, waits until nothing is in flight or the time has passed, cancels
// the rest and returns how many those are.
func (w *work) drain(limit time.Duration) (lost int) {
	w.stop()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case <-w.idle:
	case <-timer.C:
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.cancel()
	return w.inFlight
}
