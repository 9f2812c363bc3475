package slack

import (
	"context"
	"strings"

	"allegedly/bot"
)

// interact returns what a press, a shortcut or a modal asks for, or nil.
func (a *Adapter) interact(i interaction) task {
	switch i.Type {
	case "message_action":
		if i.CallbackID == shortcutID {
			return a.shortcut(i)
		}
	case "block_actions":
		if len(i.Actions) > 0 {
			return a.press(i, i.Actions[0].ActionID, i.Actions[0].Value)
		}
	case "view_submission", "view_closed":
		if i.View.CallbackID == reasonID {
			return a.reasonGiven(i)
		}
	}
	return nil
}

// press returns what a button asks for. Its question is asked without the
// thread's memory, so that it means the same to whoever presses it.
func (a *Adapter) press(i interaction, action, value string) task {
	q := ask{
		message: bot.Message{
			Delivery:  []string{triggerDelivery + i.TriggerID},
			Author:    i.Team.ID + ":" + i.User.ID,
			Text:      value,
			Stateless: true,
		},
		to: pressedAt(i),
	}
	switch {
	case action == actionFeedback:
		return a.judged(i, value)
	case value == "":
		return nil
	case action == actionSources:
		return func(ctx context.Context) { a.showSources(ctx, q.to, value) }
	case action == actionWhy:
		told, question, ok := strings.Cut(value, "\n")
		if !ok {
			return func(ctx context.Context) { a.report(a.sender.whisper(ctx, q.to, renderNotice(tooOld))) }
		}
		q.message.Text, q.message.Explain, q.explains = question, true, told
	case strings.HasPrefix(action, actionSuggest):
		q.echo = true
	default:
		return nil
	}
	return func(ctx context.Context) { a.answer(ctx, q) }
}

// showSources tells the one who pressed which reports the answer rests on.
func (a *Adapter) showSources(ctx context.Context, to place, value string) {
	m := renderNotice(tooOld)
	if answer := recalled(value, a.handler.Reports()); len(answer.Sources) > 0 {
		m = renderSources(answer)
	}
	a.report(a.sender.whisper(ctx, to, m))
}

// pressedAt returns where the answer to a press goes: under the message with the
// button, or, if only one person sees that message, to them.
func pressedAt(i interaction) place {
	to := place{channel: i.Channel.ID, thread: i.Container.ThreadTS, user: i.User.ID}
	if i.Container.Ephemeral {
		to.response = i.ResponseURL
		return to
	}
	to.fallback = i.ResponseURL
	if to.thread == "" && !to.direct() {
		to.thread, to.begins = i.Container.MessageTS, true
	}
	return to
}
