package bot

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"unicode/utf8"

	"allegedly/answers"

	"golang.org/x/time/rate"
)

// ErrClosed is returned by Handle after Close.
var ErrClosed = errors.New("the bot is shutting down")

// The notices: what is said to a person who gets no answer.
const (
	slowDown  = "That was a lot of questions in a short time. Please wait a few seconds and ask again."
	forgotten = "Forgotten: the next question starts a new conversation."
)

// A Bot is the Handler that every adapter shares. Nothing in it outlives the
// process, and nothing that a user wrote is kept.
type Bot struct {
	engine  Engine
	options Options
	metrics *metrics
	salt    [16]byte // makes the keys of one process useless to another
	queue   *queue   // one message of a thread at a time

	mu         sync.Mutex // guards what follows
	threads    *recent[answers.Thread]
	deliveries *recent[struct{}]
	authors    *recent[*rate.Limiter]
	closed     bool

	inFlight sync.WaitGroup
}

var _ Handler = (*Bot)(nil)

// key is a salted hash of an id of a platform, which itself is not kept.
type key [16]byte

// New returns a bot that answers from the engine.
func New(engine Engine, options Options) *Bot {
	options = options.orDefaults()
	b := &Bot{
		engine:     engine,
		options:    options,
		metrics:    newMetrics(options.Metrics),
		queue:      newQueue(),
		threads:    newRecent[answers.Thread](maxThreads, options.Idle),
		deliveries: newRecent[struct{}](maxDeliveries, deliveryLife),
		authors:    newRecent[*rate.Limiter](maxAuthors, 0),
	}
	rand.Read(b.salt[:]) // never fails
	return b
}

// Close refuses new messages and waits until those in flight are answered, or
// the context ends; then it returns the context's error.
func (b *Bot) Close(ctx context.Context) error {
	b.mu.Lock()
	b.closed = true
	b.mu.Unlock()
	drained := make(chan struct{})
	go func() {
		b.inFlight.Wait()
		close(drained)
	}()
	select {
	case <-drained:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Handle implements Handler.
func (b *Bot) Handle(ctx context.Context, m Message) (Reply, error) {
	notice, err := b.admit(m)
	if err != nil {
		return Reply{}, err
	}
	if notice != nil {
		return *notice, nil
	}
	defer b.inFlight.Done()
	reply, err := b.reply(ctx, m)
	if err != nil {
		b.metrics.decline(failed)
		b.forgetDelivery(m) // so that the platform's next attempt is answered
	}
	return reply, err
}

// Complete implements Handler.
func (b *Bot) Complete(prefix string, n int) []string {
	return complete(b.engine.Questions(), b.engine.Names(), prefix, n)
}

// Reports implements Handler.
func (b *Bot) Reports() []answers.Source { return b.engine.Sources() }

// admit decides whether a message is worked on: a reply means that it is not.
// An admitted message counts as in flight.
func (b *Bot) admit(m Message) (*Reply, error) {
	now := b.options.Now()
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return nil, ErrClosed
	}
	for _, d := range m.Delivery {
		if b.deliveries.has(b.key("delivery", d), now) {
			b.metrics.decline(duplicate)
			return &Reply{Kind: Duplicate}, nil
		}
	}
	for _, d := range m.Delivery {
		b.deliveries.put(b.key("delivery", d), struct{}{}, now)
	}
	if b.options.Rate > 0 && m.Author != "" {
		k := b.key("author", m.Author)
		limiter, ok := b.authors.get(k, now)
		if !ok {
			limiter = rate.NewLimiter(b.options.Rate, b.options.Burst)
			b.authors.put(k, limiter, now)
		}
		if !limiter.AllowN(now, 1) {
			b.metrics.decline(tooFast)
			return &Reply{Kind: Notice, Notice: slowDown}, nil
		}
	}
	if n := utf8.RuneCountInString(strings.TrimSpace(m.Text)); b.options.MaxText > 0 && n > b.options.MaxText {
		b.metrics.decline(tooLong)
		return &Reply{Kind: Notice, Notice: fmt.Sprintf("That is %d characters long; a question may have %d. Please ask it in a sentence or two.", n, b.options.MaxText)}, nil
	}
	b.inFlight.Add(1)
	return nil, nil
}

// reply answers an admitted message, in its turn within its thread.
func (b *Bot) reply(ctx context.Context, m Message) (Reply, error) {
	stateless := m.Stateless || m.Thread == ""
	thread := b.key("thread", m.Thread)
	if !stateless {
		leave, err := b.queue.enter(ctx, thread)
		if err != nil {
			return Reply{}, err
		}
		defer leave()
	}
	if m.Command == Reset {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.threads.drop(thread)
		return Reply{Kind: Notice, Notice: forgotten}, nil
	}

	question := answers.Question{Text: m.Text, Explain: m.Explain}
	if m.Command != Ask {
		question.Text = b.engine.CommandQuestion(string(m.Command), strings.TrimSpace(m.Text))
	}
	if !stateless {
		question.Thread = b.recall(thread)
	}
	started := b.options.Now()
	answer, err := b.ask(ctx, question)
	if err != nil {
		return Reply{}, err
	}
	b.metrics.answered(answer, b.options.Now().Sub(started))
	if !stateless {
		b.remember(thread, answer.Thread)
	}
	if b.options.Gaps != nil && answer.Outcome == answers.NotReported {
		b.options.Gaps.Unanswered(question.Text)
	}
	return Reply{Kind: Answer, Answer: answer}, nil
}

// ask asks the engine. A panic there is a defect that must not take the bot
// away from everybody else; its stack is logged, which holds no text of a user.
func (b *Bot) ask(ctx context.Context, q answers.Question) (a answers.Answer, err error) {
	defer func() {
		if r := recover(); r != nil {
			what := fmt.Sprintf("%T", r) // other values might quote the question
			if known, ok := r.(runtime.Error); ok {
				what = known.Error()
			}
			b.options.Log.Error("answering panicked", "panic", what, "stack", string(debug.Stack()))
			err = fmt.Errorf("answering panicked: %s", what)
		}
	}()
	return b.engine.Answer(ctx, q)
}

// recall returns what a thread has left behind.
func (b *Bot) recall(thread key) answers.Thread {
	b.mu.Lock()
	defer b.mu.Unlock()
	t, _ := b.threads.get(thread, b.options.Now())
	return t
}

// remember keeps what a thread leaves behind.
func (b *Bot) remember(thread key, t answers.Thread) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.threads.put(thread, t, b.options.Now())
}

// forgetDelivery lets a failed message be delivered again.
func (b *Bot) forgetDelivery(m Message) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, d := range m.Delivery {
		b.deliveries.drop(b.key("delivery", d))
	}
}

// key hashes an id of a platform; kind keeps equal ids of different kinds apart.
func (b *Bot) key(kind, id string) (k key) {
	h := sha256.New()
	h.Write(b.salt[:])
	h.Write([]byte(kind))
	h.Write([]byte{0})
	h.Write([]byte(id))
	copy(k[:], h.Sum(nil))
	return k
}
