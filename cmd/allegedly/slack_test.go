package main

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"allegedly/adapters/slack/fakeslack"
)

// TestSlackProcess runs the real program against a small Slack: it is asked, then
// told to stop while an answer waits for Slack's rate limit, and still answers.
func TestSlackProcess(t *testing.T) {
	if os.Getenv("SLACK_TEST_IS_THE_PROGRAM") != "" {
		os.Args = []string{"allegedly", "slack"}
		main()
		return
	}
	s := fakeslack.Start()
	defer s.Close()
	limited := make(chan struct{})
	s.Fault = func(method string, n int) *fakeslack.Answer {
		if method != "chat.postMessage" || n != 2 {
			return nil
		}
		close(limited)
		return &fakeslack.Answer{Status: 429, RetryAfter: "1"}
	}
	var out buffer
	program := exec.Command(os.Args[0], "-test.run", "^TestSlackProcess$")
	program.Env = append(os.Environ(), "SLACK_TEST_IS_THE_PROGRAM=1", "ALLEGEDLY_LISTEN=127.0.0.1:0",
		"SLACK_API_URL="+s.APIURL(), "SLACK_BOT_TOKEN="+fakeslack.BotToken, "SLACK_APP_TOKEN="+fakeslack.AppToken)
	program.Stdout, program.Stderr = &out, &out
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	defer program.Process.Kill()
	const patience = 20 * time.Second
	if err := s.WaitLinks(2, patience); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	for i, question := range []string{"What does North Korea reply?", "Who is called quidnunc?"} {
		mention := fakeslack.Mention(strings.Repeat("E", i+1), "C1", strings.Repeat("1", i+1)+".1", "", question)
		if n, err := s.Envelope("events_api", mention, patience); err != nil || n != 1 {
			t.Fatalf("%d deliveries, %v\n%s", n, err, out.String())
		}
	}
	<-limited
	if err := program.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := program.Wait(); err != nil {
		t.Errorf("%v\n%s", err, out.String())
	}
	if n := len(s.Calls("chat.postMessage")); n != 2 {
		t.Errorf("%d answers to 2 questions\n%s", n, out.String())
	}
	for _, text := range []string{fakeslack.BotToken, fakeslack.AppToken, "quidnunc", "UASKER"} {
		if strings.Contains(out.String(), text) {
			t.Errorf("the log holds %q:\n%s", text, out.String())
		}
	}
}

func TestSlackMisconfigured(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		env  map[string]string
		says string
	}{
		"no token":       {[]string{"slack"}, nil, "SLACK_BOT_TOKEN is not set"},
		"swapped":        {[]string{"slack"}, map[string]string{"SLACK_BOT_TOKEN": "xapp-1", "SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_BOT_TOKEN holds an app-level token"},
		"no app token":   {[]string{"slack"}, map[string]string{"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN is not set"},
		"no secret":      {[]string{"slack", "--http", ":0"}, map[string]string{"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_SIGNING_SECRET is not set"},
		"connections":    {[]string{"slack"}, map[string]string{"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "SLACK_CONNECTIONS": "11"}, "SLACK_CONNECTIONS is 11"},
		"odd manifest":   {[]string{"slack", "manifest", "--http", "http://bot.example"}, nil, "over https"},
		"needless words": {[]string{"slack", "please"}, nil, "please"},
	} {
		t.Run(name, func(t *testing.T) {
			var out, errs buffer
			code := run(context.Background(), c.args, strings.NewReader(""), &out, &errs, func(key string) string { return c.env[key] })
			if code != 2 || !strings.Contains(errs.String(), c.says) {
				t.Errorf("exit code %d, said: %s", code, errs.String())
			}
		})
	}
}

func TestSlackManifest(t *testing.T) {
	var out, errs buffer
	if code := run(context.Background(), []string{"slack", "manifest", "--mention-only"}, strings.NewReader(""), &out, &errs, func(string) string { return "" }); code != 0 {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	if !json.Valid([]byte(out.String())) || strings.Contains(out.String(), "channels:history") {
		t.Errorf("manifest: %s", out.String())
	}
	if !strings.Contains(errs.String(), "https://api.slack.com/apps?new_app=1&manifest_json=%7B") {
		t.Errorf("link: %s", errs.String())
	}
}
