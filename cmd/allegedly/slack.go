package main

import (
	"context"
	"errors"
	"fmt"

	"allegedly/adapters/slack"
)

// slackSettings are what the environment tells about Slack. docs/slack.md says
// where to find each.
type slackSettings struct {
	BotToken      string `env:"SLACK_BOT_TOKEN"`
	AppToken      string `env:"SLACK_APP_TOKEN"`
	SigningSecret string `env:"SLACK_SIGNING_SECRET"`
	APIURL        string `env:"SLACK_API_URL"`
	Listen        string `env:"SLACK_LISTEN"`
	Connections   int    `env:"SLACK_CONNECTIONS" envDefault:"2"`
	FollowUps     bool   `env:"SLACK_FOLLOW_UPS"`
	Feedback      bool   `env:"SLACK_FEEDBACK" envDefault:"true"`
}

// slackPlatform connects Slack, where SLACK_BOT_TOKEN is set: in Socket Mode, or
// over the Events API if listen or else SLACK_LISTEN is an address.
func slackPlatform(listen string) platform {
	return platform{name: "slack", token: "SLACK_BOT_TOKEN", connect: func(in invocation, h host) (func(context.Context) error, error) {
		var s slackSettings
		if err := in.environment(&s); err != nil {
			return nil, err
		}
		if listen != "" {
			s.Listen = listen
		}
		var feedback slack.Feedback // must stay nil where nothing is kept
		if h.gaps != nil {
			feedback = h.gaps
		}
		adapter, err := slack.New(slack.Config{
			BotToken: s.BotToken, AppToken: s.AppToken, SigningSecret: s.SigningSecret, APIURL: s.APIURL,
			Listen: s.Listen, Connections: s.Connections, FollowUps: s.FollowUps, NoFeedback: !s.Feedback, Drain: h.drain,
		}, h.handler, feedback, nil, h.log)
		var config slack.ConfigError
		if errors.As(err, &config) {
			return nil, usageError{config.Error()}
		}
		if err != nil {
			return nil, err
		}
		return adapter.Run, nil
	}}
}

// slackCommand answers on Slack, or prints an app manifest.
func slackCommand(ctx context.Context, in invocation) error {
	if len(in.args) > 0 && in.args[0] == "manifest" {
		in.name, in.args = "slack manifest", in.args[1:]
		return slackManifestCommand(in)
	}
	set := in.flags("[manifest] [OPTIONS]", "Answers on Slack in Socket Mode, which needs SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or over the Events API, which needs SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET.\n'allegedly slack manifest' prints what a new Slack app is made from. docs/slack.md begins at the beginning.")
	listen := set.String("http", "", "serve the Events API at this `address`, such as :8080, instead of Socket Mode")
	dir := corpusFlag(set)
	if err := in.parse(set); err != nil {
		return err
	}
	if set.NArg() > 0 {
		return misused("it takes manifest or options, but got %q", set.Arg(0))
	}
	return in.serve(ctx, *dir, slackPlatform(*listen))
}

// slackManifestCommand prints the manifest to standard output, and the link that
// makes the app with one click to standard error, so that each can be piped.
func slackManifestCommand(in invocation) error {
	set := in.flags("[OPTIONS]", "Prints the manifest of a Slack app, and a link that opens Slack with it filled in.")
	address := set.String("http", "", "have Slack deliver to this https `address` instead of Socket Mode")
	mentionOnly := set.Bool("mention-only", false, "leave out the permission to see channel messages that do not mention the bot")
	if err := in.parse(set); err != nil {
		return err
	}
	if set.NArg() > 0 {
		return misused("it takes no arguments, but got %q", set.Arg(0))
	}
	manifest, link, err := slack.Manifest(slack.ManifestOptions{HTTP: *address, MentionOnly: *mentionOnly})
	if err != nil {
		return usageError{"--http: " + err.Error()}
	}
	fmt.Fprint(in.stdout, manifest)
	fmt.Fprintf(in.stderr, "\nOpen this link to make the app with the manifest filled in:\n%s\n", link)
	return nil
}
