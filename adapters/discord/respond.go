package discord

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"allegedly/bot"
)

// patience is how long an answer is waited for after the "thinking". The token
// that an answer is sent with lives for 15 minutes; nobody waits for so long.
const patience = 60 * time.Second

// begin answers an interaction. later, if not nil, has to be called after the
// response was delivered: it waits for an answer that takes long and edits it
// in. A response of type 0 is not to be sent: the delivery was answered before.
func (a *Adapter) begin(ctx context.Context, in interaction) (first response, later func()) {
	defer func() {
		if p := recover(); p != nil {
			a.panicked(in, p)
			first, later = show(notice(noticeFailed), true), nil
			if in.Type == interactionAutocomplete {
				first = response{responseAutocomplete, choices{[]choice{}}}
			}
		}
	}()
	if in.Type == interactionPing {
		return response{Type: responsePong}, nil
	}
	if in.Type == interactionAutocomplete {
		return response{responseAutocomplete, a.complete(in)}, nil
	}
	t := a.plan(in)
	if t.now != nil {
		return show(*t.now, true), nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	answered := make(chan *message, 1)
	go func() {
		defer cancel()
		answered <- a.answer(ctx, in, t)
	}()
	timer := time.NewTimer(a.patient)
	defer timer.Stop()
	select {
	case m := <-answered:
		if m == nil {
			return response{}, nil
		}
		return show(*m, t.private), nil
	case <-timer.C:
	}
	waiting := deferral{}
	if t.private {
		waiting.Flags = flagEphemeral
	}
	return response{responseDeferred, waiting}, func() {
		if m := <-answered; m != nil {
			a.edit(ctx, in, *m)
		}
	}
}

// show returns the response that shows a message.
func show(m message, private bool) response {
	if private {
		m.Flags |= flagEphemeral
	}
	return response{responseMessage, m}
}

// panicked logs a panic that was survived, as it would otherwise end the whole
// bot. Its value may quote the question; its type and the stack do not.
func (a *Adapter) panicked(in interaction, p any) {
	a.log.Error("answering a Discord interaction panicked", "interaction", in.ID, "panic", fmt.Sprintf("%T", p), "stack", string(debug.Stack()))
}

// answer asks the handler; nil if there is nothing to send.
func (a *Adapter) answer(ctx context.Context, in interaction, t task) (m *message) {
	failed := notice(noticeFailed)
	defer func() {
		if p := recover(); p != nil {
			a.panicked(in, p)
			m = &failed
		}
	}()
	reply, err := a.handler.Handle(ctx, t.ask)
	switch {
	case errors.Is(err, bot.ErrClosed):
		a.log.Warn("a Discord interaction came during shutdown", "interaction", in.ID)
		return &failed
	case err != nil:
		a.log.Error("a Discord interaction was not answered", "interaction", in.ID, "error", err)
		return &failed
	case reply.Kind == bot.Duplicate:
		a.log.Warn("a Discord interaction was delivered again; it was answered already", "interaction", in.ID)
		return nil
	case reply.Kind == bot.Notice:
		shown := notice(reply.Notice)
		return &shown
	}
	shown := t.show(reply)
	return &shown
}

// edit shows a message in the place of the "thinking". Who sees it was decided
// with that, and Discord takes no such flag here.
func (a *Adapter) edit(ctx context.Context, in interaction, m message) {
	m.Flags &^= flagEphemeral
	if err := a.rest.edit(context.WithoutCancel(ctx), in, m); err != nil {
		a.log.Error("a deferred answer was not delivered to Discord", "interaction", in.ID, "error", err)
	}
}
