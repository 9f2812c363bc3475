package slack

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	slackgo "github.com/slack-go/slack"
)

// maxTries is how often a message is sent when Slack keeps answering 429.
const maxTries = 6

// A place is where an answer goes.
type place struct {
	channel  string
	thread   string // ts of the thread's first message; empty: not in a thread
	begins   bool   // the thread begins with the question, so nobody else is in it yet
	user     string // who asked
	response string // response_url, where Slack gave one; then channel and thread only serve the pace
	open     bool   // with response: the whole channel sees the answer
	fallback string // response_url for where the bot is no member: "/ask public" answers there, too
}

// direct tells whether only the asker reads the channel anyway.
func (p place) direct() bool { return p.channel != "" && p.channel[0] == 'D' }

// A sender posts messages, at Slack's pace.
type sender struct {
	api    *slackgo.Client
	client *http.Client // for response URLs, which slack-go does not send through api
	pace   *pace
	log    *slog.Logger
}

// send posts an answer where it belongs.
func (s *sender) send(ctx context.Context, to place, m message) error {
	switch {
	case to.response == "":
		err := s.orText(m, func(m message) error {
			return s.patiently(ctx, "chat.postMessage", to.channel, func(ctx context.Context) error {
				_, _, err := s.api.PostMessageContext(ctx, to.channel, options(m, to.thread)...)
				return err
			})
		})
		if to.fallback != "" && notMember(err) {
			to.response, to.open = to.fallback, true
			return s.send(ctx, to, m)
		}
		return err
	case to.open:
		return s.respond(ctx, to, m, slackgo.ResponseTypeInChannel)
	}
	return s.respond(ctx, to, m, slackgo.ResponseTypeEphemeral)
}

// whisper shows a message to the asker alone, where Slack can.
func (s *sender) whisper(ctx context.Context, to place, m message) error {
	if to.response != "" || to.direct() {
		to.open = false
		return s.send(ctx, to, m)
	}
	thread := to.thread
	if to.begins {
		thread = "" // an ephemeral message shows only in a thread that is already active
	}
	err := s.orText(m, func(m message) error {
		return s.patiently(ctx, "chat.postEphemeral", "", func(ctx context.Context) error {
			_, err := s.api.PostEphemeralContext(ctx, to.channel, to.user, options(m, thread)...)
			return err
		})
	})
	if to.fallback != "" && notMember(err) {
		to.response = to.fallback
		return s.whisper(ctx, to, m)
	}
	return err
}

func (s *sender) respond(ctx context.Context, to place, m message, visible string) error {
	channel, no := "", false
	if to.open {
		channel = to.channel
	}
	return s.patiently(ctx, "response_url", channel, func(ctx context.Context) error {
		return slackgo.PostWebhookCustomHTTPContext(ctx, to.response, s.client, &slackgo.WebhookMessage{
			Text: m.text, Blocks: blocksOf(m), ResponseType: visible, ThreadTimestamp: to.thread,
			UnfurlLinks: &no, UnfurlMedia: &no,
		})
	})
}

// patiently sends at the channel's pace (none for an empty channel), and again
// when Slack answers 429, which is the one failure after which nothing can have
// been posted: chat.postMessage has no idempotency key.
func (s *sender) patiently(ctx context.Context, method, channel string, send func(context.Context) error) error {
	var wait backoff
	for try := 1; ; try++ {
		if channel != "" {
			if err := s.pace.wait(ctx, channel); err != nil {
				return explain(method, err)
			}
		}
		err := send(ctx)
		if err == nil || !limited(err) || try == maxTries {
			return explain(method, err)
		}
		if channel != "" {
			s.pace.hold(channel, retryAfter(err))
		}
		if err := wait.sleep(ctx, retryAfter(err)); err != nil {
			return explain(method, errors.Join(errStillLimited, err))
		}
	}
}

// orText sends a message with its blocks, or with the text alone, which carries
// the whole answer, when Slack refuses the blocks: nothing was posted then. Only
// Slack knows every limit of blocks.
func (s *sender) orText(m message, send func(message) error) error {
	err := send(m)
	if !blocksRefused(err) || len(m.blocks) == 0 {
		return err
	}
	s.log.Error("sent as text alone", "cause", err.Error())
	return send(message{text: m.text})
}

func blocksOf(m message) *slackgo.Blocks {
	if len(m.blocks) == 0 {
		return nil
	}
	return &slackgo.Blocks{BlockSet: m.blocks}
}

func options(m message, thread string) []slackgo.MsgOption {
	all := []slackgo.MsgOption{
		slackgo.MsgOptionText(m.text, false), // escaped already
		slackgo.MsgOptionDisableLinkUnfurl(),
		slackgo.MsgOptionDisableMediaUnfurl(),
	}
	if len(m.blocks) > 0 {
		all = append(all, slackgo.MsgOptionBlocks(m.blocks...))
	}
	if thread != "" {
		all = append(all, slackgo.MsgOptionTS(thread))
	}
	return all
}

// limited tells whether Slack refused a call for coming too fast.
func limited(err error) bool {
	var late *slackgo.RateLimitedError
	var status slackgo.StatusCodeError // a 429 without Retry-After
	var refusal slackgo.SlackErrorResponse
	return errors.As(err, &late) ||
		errors.As(err, &status) && status.Code == http.StatusTooManyRequests ||
		errors.As(err, &refusal) && refusal.Err == "ratelimited"
}

// retryAfter returns how long Slack asks to wait, or 0.
func retryAfter(err error) time.Duration {
	var late *slackgo.RateLimitedError
	if errors.As(err, &late) {
		return late.RetryAfter
	}
	return 0
}
