package slack

import (
	"context"
	"slices"

	"allegedly/bot"

	slackgo "github.com/slack-go/slack"
)

// maxPrompts is how many suggested prompts the agent view shows.
const maxPrompts = 4

// delivered returns what a delivery of the Events API asks for, or nil.
func (a *Adapter) delivered(d delivery) task {
	if d.Type == "app_rate_limited" {
		a.log.Warn("Slack is holding back events: the workspace sent over 30,000 in an hour")
	}
	e := d.Event
	switch e.Type {
	case "app_mention", "message":
		if !a.addressed(d.TeamID, e) {
			return nil
		}
		return func(ctx context.Context) { a.answer(ctx, a.question(d)) }
	case "app_home_opened":
		if e.Tab != "messages" {
			return nil
		}
		// In the agent view a thread_ts makes the call fail silently.
		return func(ctx context.Context) { a.suggest(ctx, e.Channel, "") }
	case "assistant_thread_started": // apps made before the agent view
		return func(ctx context.Context) { a.suggest(ctx, e.Assistant.Channel, e.Assistant.ThreadTS) }
	}
	return nil
}

// addressed tells whether a person is asking the bot: by a mention, in a direct
// message, or (a setting) in a thread where it was asked before. Bots, itself,
// edits and every kind of system message are not answered.
func (a *Adapter) addressed(team string, e event) bool {
	if e.User == "" || e.User == a.self.user || e.BotID != "" || e.Edited != nil || e.Hidden || e.TS == "" {
		return false
	}
	if !slices.Contains([]string{"", "file_share", "thread_broadcast"}, e.Subtype) {
		return false
	}
	switch {
	case e.Type == "app_mention", e.ChannelType == "im":
		return true
	case mentions(e.Text, a.self.user):
		// In channels the mention arrives as app_mention too; documentation does
		// not say so for group messages, so there both count and one is dropped.
		return e.ChannelType == "mpim"
	}
	return a.config.FollowUps && e.ThreadTS != "" && a.asked.has(threadKey(team, e.Channel, e.ThreadTS))
}

// question returns what a mention or message asks, and where the answer goes: in
// channels into the thread, in direct messages the way the question came.
func (a *Adapter) question(d delivery) ask {
	e := d.Event
	to := place{channel: e.Channel, thread: e.ThreadTS, user: e.User}
	if to.thread == "" && !to.direct() {
		to.thread, to.begins = e.TS, true
	}
	thread := threadKey(d.TeamID, to.channel, to.thread)
	if a.config.FollowUps && !to.direct() {
		a.asked.add(thread)
	}
	return ask{
		message: bot.Message{
			Delivery: []string{
				"event:" + d.EventID + ":" + e.Type,                  // the same delivery again
				"message:" + d.TeamID + ":" + e.Channel + ":" + e.TS, // the same message as another event
			},
			Thread: thread,
			Author: d.TeamID + ":" + e.User,
			Text:   unmarked(e.Text, a.self.user),
		},
		to: to,
	}
}

// threadKey names a conversation to bot.Handler.
func threadKey(team, channel, thread string) string { return team + ":" + channel + ":" + thread }

// suggest shows questions to start with in the agent view.
func (a *Adapter) suggest(ctx context.Context, channel, thread string) {
	prompts := slackgo.AssistantThreadsSetSuggestedPromptsParameters{ChannelID: channel, ThreadTS: thread}
	for _, question := range a.handler.Complete("", maxPrompts) {
		prompts.AddPrompt(shorten(question, maxButtonText), question)
	}
	if len(prompts.Prompts) == 0 {
		return
	}
	if err := a.api.SetAssistantThreadsSuggestedPromptsContext(ctx, prompts); err != nil {
		a.log.Warn("no suggested prompts shown", "cause", explain("assistant.threads.setSuggestedPrompts", err).Error())
	}
}
