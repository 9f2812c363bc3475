package slack

import (
	"context"

	"allegedly/answers"
	"allegedly/bot"
)

// sorry is said when answering itself failed; the cause is in the log.
const sorry = "This could not be answered because of a fault here. Please ask again in a moment."

// An ask is a question with where its answer goes and how much of it is shown.
type ask struct {
	message  bot.Message
	to       place
	echo     bool   // the channel has not seen the question
	explains string // fingerprint of the answer to be explained, to the asker alone; else empty
}

// answer asks the handler and posts what it returns. Failures end in one line of
// the log, which names the cause and holds nothing that a person wrote.
func (a *Adapter) answer(ctx context.Context, q ask) {
	defer survive(a.log, func() { a.report(a.sender.whisper(ctx, q.to, renderNotice(sorry))) })
	if q.message.Command == bot.Ask && q.message.Text == "" {
		q.message.Command = bot.About // a bare mention asks who this is
	}
	reply, err := a.handler.Handle(ctx, q.message)
	if err != nil {
		a.log.Error("not answered", "cause", err.Error())
		a.report(a.sender.whisper(ctx, q.to, renderNotice(sorry)))
		return
	}
	switch reply.Kind {
	case bot.Duplicate:
	case bot.Notice:
		a.report(a.sender.whisper(ctx, q.to, renderNotice(reply.Notice)))
	default:
		a.post(ctx, q, reply.Answer)
	}
}

// post draws the answer and sends it.
func (a *Adapter) post(ctx context.Context, q ask, answer answers.Answer) {
	if q.explains != "" {
		a.report(a.sender.whisper(ctx, q.to, renderWhy(answer, q.explains != fingerprint(answer))))
		return
	}
	m, err := renderAnswer(answer, style{echo: q.echo, feedback: !a.config.NoFeedback})
	if err != nil {
		a.log.Error("not answered", "cause", err.Error())
		a.report(a.sender.whisper(ctx, q.to, renderNotice(sorry)))
		return
	}
	a.report(a.sender.send(ctx, q.to, m))
}

// report logs why a message was not posted.
func (a *Adapter) report(err error) {
	if err != nil {
		a.log.Error("answer not posted", "cause", err.Error())
	}
}
