package slack

import (
	"strings"
	"testing"
)

func TestValidate(t *testing.T) {
	const bot, app, secret = "xoxb-1", "xapp-1", "0123456789abcdef"
	for _, c := range []struct {
		name   string
		config Config
		says   []string // nothing: valid
	}{
		{"socket mode", Config{BotToken: bot, AppToken: app}, nil},
		{"events api", Config{BotToken: bot, SigningSecret: secret, Listen: ":0"}, nil},
		{"no bot token", Config{AppToken: app}, []string{"SLACK_BOT_TOKEN is not set", "OAuth & Permissions"}},
		{"swapped", Config{BotToken: app, AppToken: bot}, []string{"SLACK_BOT_TOKEN holds an app-level token", "SLACK_APP_TOKEN", "OAuth & Permissions"}},
		{"user token", Config{BotToken: "xoxp-1", AppToken: app}, []string{"SLACK_BOT_TOKEN is not a bot token"}},
		{"no app token", Config{BotToken: bot}, []string{"SLACK_APP_TOKEN is not set", "App-Level Tokens", "connections:write"}},
		{"bot token twice", Config{BotToken: bot, AppToken: bot}, []string{"SLACK_APP_TOKEN holds a bot token", "App-Level Tokens"}},
		{"odd app token", Config{BotToken: bot, AppToken: "x"}, []string{"SLACK_APP_TOKEN is not an app-level token"}},
		{"no secret", Config{BotToken: bot, Listen: ":0"}, []string{"SLACK_SIGNING_SECRET is not set", "Basic Information"}},
		{"token as secret", Config{BotToken: bot, SigningSecret: bot, Listen: ":0"}, []string{"SLACK_SIGNING_SECRET holds a token", "Basic Information"}},
		{"connections", Config{BotToken: bot, AppToken: app, Connections: 11}, []string{"1 to 10"}},
		{"address", Config{BotToken: bot, AppToken: app, APIURL: "localhost"}, []string{"SLACK_API_URL"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := c.config.Validate()
			if (err == nil) != (c.says == nil) {
				t.Fatalf("Validate() = %v", err)
			}
			for _, want := range c.says {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%q does not say %q", err, want)
				}
			}
			if err != nil && (strings.Contains(err.Error(), bot) || strings.Contains(err.Error(), "\n")) {
				t.Errorf("%q holds a token or more than one line", err)
			}
		})
	}
}

func TestMethodBase(t *testing.T) {
	for in, want := range map[string]string{
		"http://127.0.0.1:8080":      "http://127.0.0.1:8080/api/",
		"http://127.0.0.1:8080/":     "http://127.0.0.1:8080/api/",
		"http://127.0.0.1:8080/api":  "http://127.0.0.1:8080/api/",
		"https://proxy.example/s/a/": "https://proxy.example/s/a/",
	} {
		if got := methodBase(in); got != want {
			t.Errorf("methodBase(%q) = %q, want %q", in, got, want)
		}
	}
}
