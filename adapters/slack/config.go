package slack

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	slackgo "github.com/slack-go/slack"
)

// Config is what an operator sets. The zero value of each optional setting is
// its default.
type Config struct {
	BotToken      string // SLACK_BOT_TOKEN: xoxb-…
	AppToken      string // SLACK_APP_TOKEN: xapp-…; Socket Mode only
	SigningSecret string // SLACK_SIGNING_SECRET; Events API only
	APIURL        string // SLACK_API_URL: another Web API, for tests and proxies; empty: Slack's own

	Listen      string // address for the Events API, such as ":8080"; empty: Socket Mode
	Connections int    // Socket Mode connections; 0: 2, so that one refreshes while the other listens

	FollowUps  bool // answer replies in a channel's thread where the bot was asked, without a new mention
	NoFeedback bool // leave out the feedback buttons

	Pace  time.Duration // least time between two messages in a channel; 0: a second, as Slack asks; negative: none
	Drain time.Duration // how long shutdown waits for answers; 0: 25 s, within the 30 s that most supervisors grant
}

// The defaults, and Slack's own bounds.
const (
	defaultConnections = 2
	maxConnections     = 10          // https://docs.slack.dev/apis/events-api/using-socket-mode
	defaultPace        = time.Second // https://docs.slack.dev/apis/web-api/rate-limits, chat.postMessage
	defaultDrain       = 25 * time.Second
)

// Where the secrets are found, on https://api.slack.com/apps.
const (
	findBot    = `it starts with xoxb- and stands on your app's page under "OAuth & Permissions" once the app is installed`
	findApp    = `it starts with xapp- and is made on your app's page under "Basic Information", "App-Level Tokens", with the scope connections:write`
	findSecret = `it stands on your app's page under "Basic Information", "App Credentials"`
	botPrefix  = "xoxb-"
	appPrefix  = "xapp-"
)

// A ConfigError is one sentence that says what to set and where it is found.
type ConfigError string

func (e ConfigError) Error() string { return string(e) }

// Validate returns the first thing that must be set right before Slack can be
// reached, as a ConfigError, or nil.
func (c Config) Validate() error {
	switch {
	case c.BotToken == "":
		return ConfigError("SLACK_BOT_TOKEN is not set: " + findBot)
	case strings.HasPrefix(c.BotToken, appPrefix):
		return ConfigError("SLACK_BOT_TOKEN holds an app-level token (xapp-), which belongs in SLACK_APP_TOKEN; the bot token is another: " + findBot)
	case !strings.HasPrefix(c.BotToken, botPrefix):
		return ConfigError("SLACK_BOT_TOKEN is not a bot token: " + findBot)
	}
	if c.Listen == "" {
		switch {
		case c.AppToken == "":
			return ConfigError("SLACK_APP_TOKEN is not set, which Socket Mode needs: " + findApp)
		case strings.HasPrefix(c.AppToken, botPrefix):
			return ConfigError("SLACK_APP_TOKEN holds a bot token (xoxb-), which belongs in SLACK_BOT_TOKEN; the app-level token is another: " + findApp)
		case !strings.HasPrefix(c.AppToken, appPrefix):
			return ConfigError("SLACK_APP_TOKEN is not an app-level token: " + findApp)
		}
	} else {
		switch {
		case c.SigningSecret == "":
			return ConfigError("SLACK_SIGNING_SECRET is not set, which the Events API needs: " + findSecret)
		case strings.Contains(c.SigningSecret, "-"):
			return ConfigError("SLACK_SIGNING_SECRET holds a token, not the signing secret, which has letters and digits only: " + findSecret)
		}
	}
	if c.Connections < 0 || c.Connections > maxConnections {
		return ConfigError(fmt.Sprintf("SLACK_CONNECTIONS is %d: Slack allows an app 1 to %d connections", c.Connections, maxConnections))
	}
	if u, err := url.Parse(c.APIURL); c.APIURL != "" && (err != nil || u.Host == "") {
		return ConfigError("SLACK_API_URL is not an address: set it to one like https://proxy.example/api/, or unset it for Slack's own")
	}
	return nil
}

// orDefaults fills in what was left at zero.
func (c Config) orDefaults() Config {
	if c.APIURL == "" {
		c.APIURL = slackgo.APIURL
	}
	c.APIURL = methodBase(c.APIURL)
	if c.Connections == 0 {
		c.Connections = defaultConnections
	}
	if c.Pace == 0 {
		c.Pace = defaultPace
	}
	if c.Drain == 0 {
		c.Drain = defaultDrain
	}
	return c
}

// methodBase returns the address to which slack-go appends a method as it is: a
// bare origin gets Slack's own path.
func methodBase(address string) string {
	if u, err := url.Parse(address); err == nil && strings.Trim(u.Path, "/") == "" {
		return strings.TrimRight(address, "/") + "/api/"
	}
	return strings.TrimRight(address, "/") + "/"
}
