package main

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"io"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"allegedly/adapters/discord/discordtest"
)

// A buffer may be written and read at once.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// discordEnv returns an environment that leads to a small Discord.
func discordEnv(s *discordtest.Server, more map[string]string) func(string) string {
	env := map[string]string{"DISCORD_TOKEN": discordtest.Token, "DISCORD_API_URL": s.URL, "ALLEGEDLY_LISTEN": "127.0.0.1:0"}
	for key, value := range more {
		env[key] = value
	}
	return func(key string) string { return env[key] }
}

// The whole program, against a small Discord: registered, asked, stopped.
func TestDiscord(t *testing.T) {
	s := discordtest.NewServer(t, nil)
	var out, errs buffer
	if code := run(context.Background(), []string{"discord", "register"}, strings.NewReader(""), &out, &errs, discordEnv(s, nil)); code != 0 || !strings.Contains(out.String(), "+ /ask") || s.Writes != 1 {
		t.Fatalf("register: exit code %d\n%s%s", code, out.String(), errs.String())
	}
	out = buffer{}
	if code := run(context.Background(), []string{"discord", "register", "--dry-run"}, strings.NewReader(""), &out, &errs, discordEnv(s, nil)); code != 0 || !strings.Contains(out.String(), "nothing was written") || s.Writes != 1 {
		t.Fatalf("register again: exit code %d\n%s%s", code, out.String(), errs.String())
	}

	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, []string{"discord"}, strings.NewReader(""), &out, &errs, discordEnv(s, nil))
	}()
	const secret = "who is called quidnunc"
	ask := discordtest.Command("ask", "question", secret)
	s.Deliver(ask)
	s.Response(ask)
	for _, name := range []string{"denial", "timeline", "sources", "reports", "about"} {
		in := discordtest.Command(name)
		s.Deliver(in)
		s.Response(in)
	}
	stop()
	select {
	case got := <-code:
		if got != 0 {
			t.Errorf("exit code %d", got)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("it does not stop")
	}
	for _, text := range []string{discordtest.Token, "quidnunc", "interaction-token"} {
		if strings.Contains(errs.String(), text) {
			t.Errorf("the log contains %q", text)
		}
	}
	if t.Failed() {
		t.Log(errs.String())
	}
}

// Bad configuration stops at start and says what to set.
func TestDiscordMisconfigured(t *testing.T) {
	s := discordtest.NewServer(t, nil)
	for _, c := range []struct {
		args []string
		env  map[string]string
		want string
	}{
		{[]string{"discord"}, map[string]string{"DISCORD_TOKEN": ""}, "DISCORD_TOKEN is not set"},
		{[]string{"discord"}, map[string]string{"DISCORD_TOKEN": "a b"}, "DISCORD_TOKEN contains a space"},
		{[]string{"discord"}, map[string]string{"DISCORD_TOKEN": "wrong.one"}, "Discord refuses the bot's token"},
		{[]string{"discord", "--http", "127.0.0.1:0"}, nil, "DISCORD_PUBLIC_KEY is not set"},
		{[]string{"discord", "--http", "127.0.0.1:0"}, map[string]string{"DISCORD_PUBLIC_KEY": "abc"}, "DISCORD_PUBLIC_KEY is not a public key"},
		{[]string{"discord"}, map[string]string{"DISCORD_SHARDS": "two"}, "DISCORD_SHARDS"},
		{[]string{"discord", "register"}, map[string]string{"DISCORD_TOKEN": ""}, "DISCORD_TOKEN is not set"},
		{[]string{"discord", "regster"}, nil, "regster"},
	} {
		var out, errs buffer
		code := run(context.Background(), c.args, strings.NewReader(""), &out, &errs, discordEnv(s, c.env))
		if code == 0 || !strings.Contains(errs.String(), c.want) {
			t.Errorf("%v %v: exit code %d\n%s", c.args, c.env, code, errs.String())
		}
	}
}

// The endpoint, as a process: it finds its own address taken, answers, drains.
func TestDiscordHTTP(t *testing.T) {
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	s := discordtest.NewServer(t, nil)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var out, errs buffer
	code := make(chan int, 1)
	env := discordEnv(s, map[string]string{"DISCORD_TOKEN": "", "DISCORD_PUBLIC_KEY": hex.EncodeToString(public)})
	go func() {
		code <- run(ctx, []string{"discord", "--http", "127.0.0.1:0"}, strings.NewReader(""), &out, &errs, env)
	}()
	listening := regexp.MustCompile(`listening for Discord's interactions" .*address=(\S+)`)
	s.Eventually("address", func() bool { return listening.MatchString(errs.String()) })
	address := listening.FindStringSubmatch(errs.String())[1]

	body := discordtest.Command("ask", "question", "who is called quidnunc").JSON()
	stamp := strconv.FormatInt(time.Now().Unix(), 10)
	req, err := http.NewRequest(http.MethodPost, "http://"+address+"/", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("X-Signature-Timestamp", stamp)
	req.Header.Set("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(private, append([]byte(stamp), body...))))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil || resp.StatusCode != http.StatusOK || discordtest.CheckResponse(answer) != nil {
		t.Errorf("status %d, %v: %s", resp.StatusCode, err, answer)
	}

	var taken buffer
	if code := run(context.Background(), []string{"discord", "--http", address}, strings.NewReader(""), &out, &taken, env); code != 1 || !strings.Contains(taken.String(), "in use") {
		t.Errorf("taken address: exit code %d\n%s", code, taken.String())
	}
	stop()
	if got := <-code; got != 0 {
		t.Errorf("exit code %d\n%s", got, errs.String())
	}
	if strings.Contains(errs.String(), "quidnunc") {
		t.Error("the log contains the question")
	}
}
