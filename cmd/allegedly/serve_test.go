package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"allegedly/adapters/discord/discordtest"
	"allegedly/adapters/slack/fakeslack"
	"allegedly/bot"

	"github.com/prometheus/client_golang/prometheus"
)

// mill writes the example corpus to a folder of its own.
func mill(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "reports", "larn-mill-2031.yaml"), exampleReport(t))
	return dir
}

// secondReport returns another report with the same claims and no new entities.
func secondReport(t *testing.T) string {
	t.Helper()
	head, rest, _ := strings.Cut(exampleReport(t), "entities:")
	_, claims, ok := strings.Cut(rest, "claims:")
	if !ok {
		t.Fatal("the example report has other parts than it had")
	}
	return strings.Replace(head, "larn-mill-2031", "orrin-2032", 1) + "claims:" + claims
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(content), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// invoke returns an invocation with the environment, and what it logs.
func invoke(env map[string]string) (invocation, *buffer) {
	out := &buffer{}
	return invocation{
		name: "serve", stdin: strings.NewReader(""), stdout: io.Discard, stderr: out,
		getenv: func(key string) string { return env[key] },
		log:    slog.New(slog.NewTextHandler(out, nil)),
	}, out
}

func TestServe(t *testing.T) {
	gaps := filepath.Join(t.TempDir(), "gaps")
	in, out := invoke(map[string]string{"ALLEGEDLY_LISTEN": "127.0.0.1:0", "ALLEGEDLY_GAPS": gaps, "ALLEGEDLY_LOG": "json"})
	ctx, stop := context.WithCancel(t.Context())
	chat := platform{name: "chat", connect: func(_ invocation, h host) (func(context.Context) error, error) {
		return func(ctx context.Context) error {
			ask := func(text string) string {
				reply, err := h.handler.Handle(ctx, bot.Message{Author: "a", Text: text})
				if err != nil {
					t.Error(err)
				}
				return reply.Answer.Text
			}
			if got := ask("How much dye was it?"); !strings.Contains(got, "40 tonnes") {
				t.Errorf("the platform gets %q", got)
			}
			ask("Who won the football cup?")
			stop()
			<-ctx.Done()
			return ctx.Err()
		}, nil
	}}
	if err := in.serve(ctx, mill(t), chat); err != nil {
		t.Errorf("stopped by its context, serve returned %v", err)
	}
	if kept, err := os.ReadFile(gaps); err != nil || !strings.Contains(string(kept), "football") {
		t.Errorf("kept as unanswered: %q (%v)", kept, err)
	}
	if text := out.String(); !strings.Contains(text, `"reports":1`) || strings.Contains(text, "dye") || strings.Contains(text, "football") {
		t.Errorf("the log should tell of the start and not of questions:\n%s", text)
	}
}

// TestServeBoth serves Discord and Slack at once, as the real program does.
func TestServeBoth(t *testing.T) {
	aDiscord := discordtest.NewServer(t, nil)
	aSlack := fakeslack.Start()
	defer aSlack.Close()
	env := map[string]string{
		"DISCORD_TOKEN": discordtest.Token, "DISCORD_API_URL": aDiscord.URL,
		"SLACK_BOT_TOKEN": fakeslack.BotToken, "SLACK_APP_TOKEN": fakeslack.AppToken, "SLACK_API_URL": aSlack.APIURL(),
		"ALLEGEDLY_LISTEN": "127.0.0.1:0",
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var out, errs buffer
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, []string{"serve", "--corpus", mill(t)}, strings.NewReader(""), &out, &errs, func(key string) string { return env[key] })
	}()
	const patience = 20 * time.Second
	if err := aSlack.WaitLinks(2, patience); err != nil {
		t.Fatalf("%v\n%s", err, errs.String())
	}
	if _, err := aSlack.Envelope("events_api", fakeslack.Mention("E1", "C1", "1.1", "", "How much dye was it?"), patience); err != nil {
		t.Fatal(err)
	}
	if posted, err := aSlack.Wait("chat.postMessage", 1, patience); err != nil || !strings.Contains(fmt.Sprint(posted), "40 tonnes") {
		t.Errorf("on Slack: %v, %v", posted, err)
	}
	ask := discordtest.Command("ask", "question", "How much dye was it?")
	aDiscord.Deliver(ask)
	if answer := aDiscord.Response(ask); !strings.Contains(string(answer), "40 tonnes") {
		t.Errorf("on Discord: %s", answer)
	}
	tells := regexp.MustCompile(`health and metrics" address=(\S+)`)
	address := tells.FindStringSubmatch(errs.String())
	for end := time.Now().Add(patience); address == nil && time.Now().Before(end); address = tells.FindStringSubmatch(errs.String()) {
		time.Sleep(10 * time.Millisecond) // the platforms do not wait for the listener
	}
	if address == nil {
		t.Fatalf("the log does not tell the address of health and metrics:\n%s", errs.String())
	}
	response, err := http.Get("http://" + address[1] + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	metrics, err := io.ReadAll(response.Body)
	response.Body.Close()
	if want := `allegedly_answers_total{intent="amount",outcome="answered"} 2`; err != nil || !strings.Contains(string(metrics), want) {
		t.Errorf("the metrics (%v) lack %s:\n%s", err, want, metrics)
	}
	stop()
	if got := <-code; got != 0 {
		t.Errorf("exit code %d\n%s", got, errs.String())
	}
	for _, private := range []string{discordtest.Token, fakeslack.BotToken, fakeslack.AppToken, "dye"} {
		if strings.Contains(errs.String(), private) {
			t.Errorf("the log holds %q:\n%s", private, errs.String())
		}
	}
}

func TestServeEndsWithAPlatform(t *testing.T) {
	refused := errors.New("the token is refused")
	fails := func(message error) platform {
		return platform{name: "chat", connect: func(invocation, host) (func(context.Context) error, error) {
			return func(context.Context) error { return message }, nil
		}}
	}
	waits := platform{name: "other", connect: func(invocation, host) (func(context.Context) error, error) {
		return func(ctx context.Context) error { <-ctx.Done(); return nil }, nil
	}}
	in, _ := invoke(map[string]string{"ALLEGEDLY_LISTEN": "127.0.0.1:0"})
	if err := in.serve(t.Context(), mill(t), waits, fails(refused)); !errors.Is(err, refused) || !strings.HasPrefix(err.Error(), "chat: ") {
		t.Errorf("a platform failed, and serve returned %v", err)
	}
	unset := platform{name: "chat", connect: func(invocation, host) (func(context.Context) error, error) { return nil, refused }}
	if err := in.serve(t.Context(), mill(t), waits, unset); !errors.Is(err, refused) {
		t.Errorf("a platform was not set up, and serve returned %v", err)
	}
	in, _ = invoke(map[string]string{"ALLEGEDLY_LISTEN": "nowhere:at all"})
	if err := in.serve(t.Context(), mill(t), waits); err == nil || !strings.Contains(err.Error(), "ALLEGEDLY_LISTEN") {
		t.Errorf("an impossible address gives %v", err)
	}
}

func TestReload(t *testing.T) {
	dir := mill(t)
	logged := &buffer{}
	l := slog.New(slog.NewTextHandler(logged, nil))
	engine, err := startEngine(dir, l)
	if err != nil {
		t.Fatal(err)
	}
	first := filepath.Join(dir, "reports", "larn-mill-2031.yaml")
	second := filepath.Join(dir, "reports", "orrin-2032.yaml")
	good, other := exampleReport(t), secondReport(t)

	for _, step := range []struct {
		name    string
		first   string
		second  string
		reports int
		logs    string
	}{
		{"a second report", good, other, 2, "reports=2"},
		{"a broken second report", good, "id: [", 1, "orrin-2032.yaml:1:"},
		{"mended", good, other, 2, "reports=2"},
		{"nothing left that can answer", "id: [", "id: [", 2, "answers come from the one before"},
	} {
		write(t, first, step.first)
		write(t, second, step.second)
		before := len(logged.String())
		reload(dir, engine, l)
		if got := len(engine.Sources()); got != step.reports {
			t.Errorf("%s: %d reports, not %d", step.name, got, step.reports)
		}
		if text := logged.String()[before:]; !strings.Contains(text, step.logs) {
			t.Errorf("%s: logged\n%s", step.name, text)
		}
	}
	if _, err := startEngine(dir, l); err == nil || !strings.Contains(err.Error(), "larn-mill-2031.yaml:1:") {
		t.Errorf("starting with nothing that can answer gives %v", err)
	}
}

func TestOperatorPages(t *testing.T) {
	engine, err := startEngine(mill(t), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	registry := prometheus.NewRegistry()
	handler := bot.New(engine, bot.Options{Metrics: registry})
	if _, err := handler.Handle(t.Context(), bot.Message{Text: "How much dye was it?"}); err != nil {
		t.Fatal(err)
	}
	pages := operatorPages(engine, registry)
	for _, test := range []struct {
		method, path string
		code         int
		body         string
	}{
		{"GET", "/healthz", 200, `"reports":1`},
		{"GET", "/metrics", 200, `allegedly_answers_total{intent="amount",outcome="answered"} 1`},
		{"GET", "/", 404, ""},
		{"POST", "/healthz", 405, ""},
	} {
		response := httptest.NewRecorder()
		pages.ServeHTTP(response, httptest.NewRequest(test.method, test.path, http.NoBody))
		if response.Code != test.code || !strings.Contains(response.Body.String(), test.body) {
			t.Errorf("%s %s: %d\n%s", test.method, test.path, response.Code, response.Body)
		}
	}
}
