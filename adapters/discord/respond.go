package discord

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"time"

	"allegedly/answers"
	"allegedly/bot"
)

// patience is how long an answer is waited for after the "thinking". The token
// that an answer is sent with lives for 15 minutes; nobody waits for so long.
const patience = 60 * time.Second

// maxQuestion is how many characters of a question are taken: slash commands
// take no more, and of a message the beginning is what it is about. All of it is
// quoted in the answer, where a button press finds it again.
const maxQuestion = 500

// What a person reads when there is no answer to show.
const (
	noticeFailed   = "Something went wrong here, and it was logged. Please try again."
	noticeNoText   = "That message has no text to ask about."
	noticeOldPress = "This button is from an older version. Please ask again with /ask."
	noticeUnknown  = "This command is not known here. Whoever runs the bot may have to register the commands again."
	noticeNoReport = "No report is on file."
	noticeOnItsOwn = "Without the conversation before it, the question reads like this:"
)

// A task is what an interaction asks for: a message at once, or a question and
// how to show the reply to it.
type task struct {
	now     *message
	ask     bot.Message
	private bool // only the person who acted sees the answer
	show    func(bot.Reply) message
}

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

// plan reads what a command or a button press asks for.
func (a *Adapter) plan(in interaction) task {
	if in.Type == interactionComponent {
		return a.planPress(in)
	}
	private := in.data.flag(optionPrivate)
	switch name := in.data.Name; name {
	case commandAsk:
		return a.planAsk(in, bot.Ask, plain(in.data.text(optionQuestion), maxQuestion), private)
	case commandDenial, commandTimeline, commandSources, commandAbout:
		return a.planAsk(in, bot.Command(name), plain(in.data.text(optionAbout), maxQuestion), private)
	case commandMessage:
		text := plain(in.data.target(), maxQuestion)
		if text == "" {
			return say(notice(noticeNoText))
		}
		return a.planAsk(in, bot.Ask, text, true) // a person's message is not quoted in public by another's click
	case commandReports:
		return say(list(a.handler.Reports()))
	}
	a.log.Warn("Discord sent a command that is not known here; register the commands again", "interaction", in.ID)
	return say(notice(noticeUnknown))
}

// planAsk returns the task of a question.
func (a *Adapter) planAsk(in interaction, command bot.Command, text string, private bool) task {
	return task{
		ask:     in.asMessage(command, text),
		private: private,
		show:    func(r bot.Reply) message { return render(command, text, r.Answer, maxText) },
	}
}

// planPress returns the task of a button press. The answer is for the one who
// pressed: it may be somebody else's question, and the channel has seen it.
func (a *Adapter) planPress(in interaction) task {
	p, ok := parsePress(in.data.CustomID)
	if !ok {
		a.log.Warn("a button that is not known here was pressed on Discord", "interaction", in.ID)
		return say(notice(noticeOldPress))
	}
	switch p.kind {
	case pressSources:
		return say(list(p.pick(a.handler.Reports())))
	case pressWhy:
		name, intent, _ := strings.Cut(p.args, ":")
		return a.planWhy(in, bot.Command(name), intent)
	}
	question := p.args
	if p.kind == pressFind {
		question = p.find(a.handler)
	}
	if question == "" {
		return say(notice(noticeOldPress))
	}
	t := a.planAsk(in, bot.Ask, question, true)
	t.ask.Stateless = true
	return t
}

// planWhy returns the task of explaining the answer that the button stands under.
func (a *Adapter) planWhy(in interaction, command bot.Command, intent string) task {
	quote := in.message.part(fmt.Sprint(echoID))
	if quote == "" {
		return say(notice(noticeOldPress))
	}
	t := a.planAsk(in, command, quoted(command, quote), true)
	t.ask.Explain, t.ask.Stateless = true, true
	t.show = func(r bot.Reply) message {
		return explain(command, t.ask.Text, r.Answer, !strings.HasPrefix(r.Answer.Intent, intent))
	}
	return t
}

// say returns the task of a message that needs no question.
func say(m message) task { return task{now: &m, private: true} }

// asMessage returns the interaction as a message for the bot. A person's thread
// is theirs within a channel, so that two people do not mix their questions.
func (in interaction) asMessage(command bot.Command, text string) bot.Message {
	user := in.userID()
	return bot.Message{
		Delivery: []string{"discord/" + in.ID},
		Thread:   "discord/" + in.ChannelID + "/" + user,
		Author:   "discord/" + user,
		Command:  command,
		Text:     text,
	}
}

// complete proposes what may be asked. Proposals that cannot be carried whole
// are left out; people may type on regardless.
func (a *Adapter) complete(in interaction) choices {
	name, typed := in.data.focused()
	proposals := choices{Choices: []choice{}}
	for _, text := range a.handler.Complete(plain(typed, maxQuestion), 4*maxChoices) {
		isQuestion := strings.HasSuffix(text, "?")
		if name == optionAbout && isQuestion || length(text) > maxChoice || len(proposals.Choices) == maxChoices {
			continue
		}
		proposals.Choices = append(proposals.Choices, choice{Name: text, Value: text})
	}
	return proposals
}

// notice returns a message of one sentence.
func notice(sentence string) message {
	return framed([]component{textOf(shorten(escape(sentence), maxText, "…"))})
}

// list returns a message that lists reports, as many as fit.
func list(reports []answers.Source) message {
	if len(reports) == 0 {
		return notice(noticeNoReport)
	}
	var b strings.Builder
	for i, s := range reports {
		line := "- " + reference(s) + "\n"
		if more := fmt.Sprintf("… and %d more", len(reports)-i); length(b.String()+line+more) > maxText {
			b.WriteString(more)
			break
		}
		b.WriteString(line)
	}
	return framed([]component{textOf(strings.TrimRight(b.String(), "\n"))})
}

// explain returns the message that tells how an answer came about.
func explain(command bot.Command, asked string, a answers.Answer, differs bool) message {
	v := view{command: command, asked: asked, echo: asked}
	var lines []string
	if differs {
		lines = append(lines, noticeOnItsOwn)
	}
	for _, line := range a.Trace.Lines() {
		indent := ""
		if strings.HasPrefix(line, " ") {
			indent = "- "
		}
		lines = append(lines, indent+escape(strings.TrimSpace(line)))
	}
	text := strings.Join(lines, "\n")
	if text == "" {
		text = escape(a.Text)
	}
	return framed([]component{textOf(v.quote()), textOf(shorten(text, maxText-length(v.quote()), "…"))})
}

// edit shows a message in the place of the "thinking".
func (a *Adapter) edit(ctx context.Context, in interaction, m message) {
	if err := a.rest.edit(context.WithoutCancel(ctx), in, m); err != nil {
		a.log.Error("a deferred answer was not delivered to Discord", "interaction", in.ID, "error", err)
	}
}
