// Package slack brings the bot to Slack: mentions, threads, direct messages, the
// agent view, a slash command and a message shortcut, over Socket Mode or the
// Events API. It holds what is Slack's alone: how a question arrives, how an
// answer is drawn in Block Kit, and what Slack allows. What is answered is
// decided behind bot.Handler.
package slack

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"allegedly/bot"

	slackgo "github.com/slack-go/slack"
)

// Feedback keeps what people say about an answer, without who, where or when.
type Feedback interface {
	// Disliked records that the answer to a question did not help; the reason is
	// the reader's, and may be empty.
	Disliked(question, reason string)
}

const (
	// apiTimeout bounds one call of the Web API. Slack answers within a second or two.
	apiTimeout = 10 * time.Second

	// answerWithin bounds an answer from its acknowledgement on, waiting for
	// Slack's rate limits included.
	answerWithin = 5 * time.Minute

	// connsPerHost bounds the connections to the Web API and keeps them open between
	// bursts; net/http keeps only two and opens as many as are asked for.
	connsPerHost = 32
)

// An Adapter answers one workspace.
type Adapter struct {
	config   Config
	handler  bot.Handler
	feedback Feedback
	log      *slog.Logger

	api    *slackgo.Client
	sender *sender
	work   *work
	asked  *threads
	self   identity
}

// identity is who the bot is in its workspace.
type identity struct {
	user string // its user id, as mentions name it
	team string
}

// New returns an adapter that is not yet connected. The error is a
// ConfigError. With a nil feedback a thumbs-down leaves only its reason in the
// log; client may be nil, or carry a proxy or a transport of its own.
func New(config Config, handler bot.Handler, feedback Feedback, client *http.Client, log *slog.Logger) (*Adapter, error) {
	if err := config.Validate(); err != nil {
		return nil, err
	}
	if client == nil {
		transport := http.DefaultTransport.(*http.Transport).Clone()
		transport.MaxConnsPerHost, transport.MaxIdleConnsPerHost = connsPerHost, connsPerHost
		client = &http.Client{Timeout: apiTimeout, Transport: transport}
	}
	config = config.orDefaults()
	api := slackgo.New(config.BotToken,
		slackgo.OptionAppLevelToken(config.AppToken),
		slackgo.OptionAPIURL(config.APIURL),
		slackgo.OptionHTTPClient(client))
	return &Adapter{
		config:   config,
		handler:  handler,
		feedback: feedback,
		log:      log,
		api:      api,
		sender:   &sender{api: api, client: client, pace: newPace(config.Pace), log: log},
		work:     newWork(log),
		asked:    newThreads(),
	}, nil
}

// Run answers until the context ends, then finishes what was acknowledged, and
// returns nil. The error names what an operator must change (a token that Slack
// refuses, an address that cannot be listened on), or is that of Close.
func (a *Adapter) Run(ctx context.Context) error {
	err := a.identify(ctx)
	switch {
	case err != nil:
	case a.config.Listen != "":
		err = a.serveHTTP(ctx)
	default:
		err = a.runSockets(ctx)
	}
	return errors.Join(orderly(ctx, err), a.Close())
}

// orderly turns the error of an ended context into nil: that is how Run is stopped.
func orderly(ctx context.Context, err error) error {
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return nil
	}
	return err
}

// Close accepts nothing more, and waits until what was acknowledged is answered
// or Config.Drain has passed. It may be called more than once.
func (a *Adapter) Close() error {
	if lost := a.work.drain(a.config.Drain); lost > 0 {
		err := fmt.Errorf("shutdown: %d acknowledged messages were not answered within %s", lost, a.config.Drain)
		a.log.Error(err.Error())
		return err
	}
	return nil
}

// identify asks Slack who the bot is. While the Web API is away it keeps asking,
// since nothing can be answered before; a refusal is final.
func (a *Adapter) identify(ctx context.Context) error {
	var wait backoff
	for {
		who, err := a.api.AuthTestContext(ctx)
		if err == nil {
			a.self = identity{user: who.UserID, team: who.TeamID}
			a.log.Info("signed in to Slack")
			return nil
		}
		if refused(err) {
			return explain("auth.test", err)
		}
		a.log.Warn("not signed in yet; trying again", "cause", explain("auth.test", err).Error())
		if err := wait.sleep(ctx, retryAfter(err)); err != nil {
			return err
		}
	}
}
