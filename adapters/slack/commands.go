package slack

import (
	"context"
	"strings"

	"allegedly/bot"
)

// Names that the manifest gives to Slack, and that come back from it.
const (
	slashAsk        = "/ask"
	shortcutID      = "what_do_the_reports_say"
	publicWord      = "public" // "/ask public QUESTION" answers for the whole channel
	triggerDelivery = "trigger:"
)

// command returns what a slash command asks for. Its conversation is one
// person's in one channel, since a slash command stands in no thread.
func (a *Adapter) command(c slashCommand) task {
	text, open := strings.TrimSpace(c.Text), false
	if first, rest, _ := strings.Cut(text, " "); strings.EqualFold(strings.TrimRight(first, ":,"), publicWord) {
		text, open = rest, true
	}
	q := ask{
		message: bot.Message{
			Delivery: []string{triggerDelivery + c.TriggerID},
			Thread:   threadKey(c.TeamID, c.ChannelID, "user "+c.UserID),
			Author:   c.TeamID + ":" + c.UserID,
			Text:     unmarked(text, a.self.user),
		},
		to:   place{channel: c.ChannelID, user: c.UserID, response: c.ResponseURL, open: open},
		echo: true,
	}
	return func(ctx context.Context) { a.answer(ctx, q) }
}

// shortcut returns what the message shortcut asks: what the reports say about a
// message, told to the one who asked.
func (a *Adapter) shortcut(i interaction) task {
	q := ask{
		message: bot.Message{
			Delivery:  []string{triggerDelivery + i.TriggerID},
			Author:    i.Team.ID + ":" + i.User.ID,
			Text:      unmarked(i.Message.Text, a.self.user),
			Stateless: true,
		},
		to:   place{channel: i.Channel.ID, user: i.User.ID, response: i.ResponseURL},
		echo: true,
	}
	return func(ctx context.Context) { a.answer(ctx, q) }
}
