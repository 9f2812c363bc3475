package discord

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"allegedly/adapters/adaptertest"
	"allegedly/adapters/discord/discordtest"
)

// A process is an adapter that runs against a small Discord.
type process struct {
	*discordtest.Server
	bot  *fakeBot
	log  *logBuffer
	stop context.CancelFunc
	done chan error
	t    testing.TB
}

// run starts an adapter; it is stopped and waited for when the test ends.
func run(t testing.TB, configure func(*discordtest.Server), change func(*Config, *Options)) *process {
	t.Helper()
	p := &process{Server: discordtest.NewServer(t, configure), bot: &fakeBot{}, log: &logBuffer{}, done: make(chan error, 1), t: t}
	config := Config{Token: discordtest.Token, URL: p.URL}
	options := Options{Log: slog.New(slog.NewTextHandler(p.log, nil)), Client: p.Client()}
	if change != nil {
		change(&config, &options)
	}
	a, err := New(config, p.bot, options)
	if err != nil {
		t.Fatal(err)
	}
	var ctx context.Context
	ctx, p.stop = context.WithCancel(context.Background())
	go func() {
		err := a.Run(ctx)
		p.done <- errors.Join(err, a.Close(context.Background()))
	}()
	t.Cleanup(func() {
		p.stop()
		if err := p.wait(); err != nil && !t.Failed() {
			t.Errorf("ended with: %v", err)
		}
		if problems := adaptertest.Leaks([]string{discordtest.Token, "interaction-token-"}, []string{p.log.String()}); problems != nil {
			t.Errorf("%v\n%s", problems, p.log)
		}
		if t.Failed() {
			t.Logf("the log:\n%s", p.log)
		}
	})
	return p
}

// wait returns what Run and Close returned.
func (p *process) wait() error {
	p.t.Helper()
	select {
	case err := <-p.done:
		p.done <- nil
		return err
	case <-time.After(20 * time.Second):
		p.t.Fatal("the adapter does not end")
		return nil
	}
}

// asks delivers a question and waits for its answer.
func (p *process) asks(question string) []byte {
	p.t.Helper()
	in := discordtest.Command("ask", "question", question)
	p.Deliver(in)
	return p.Response(in)
}

// ops returns how the connections began: 2 identify, 6 resume.
func (p *process) ops() (ops []int) {
	for _, l := range p.Logins() {
		ops = append(ops, l.Op)
	}
	return ops
}

func TestGatewayAnswers(t *testing.T) {
	t.Parallel()
	for name, configure := range map[string]func(*discordtest.Server){
		"plain": nil,
		"zlib":  func(s *discordtest.Server) { s.Compressed = true },
		"TLS":   func(s *discordtest.Server) { s.Secure = true },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := run(t, configure, nil)
			message, _ := messageIn(t, p.asks("Who accuses Veridia?"))
			press := discordtest.Press(message, "Sources")
			p.Deliver(press)
			p.Response(press)
			typed := discordtest.Autocomplete("ask", "question", "What")
			p.Deliver(typed)
			p.Response(typed)
		})
	}
}

// What each way to lose a connection leads to. Every interaction is answered,
// those that came in between included.
func TestGatewayLoses(t *testing.T) {
	t.Parallel()
	login := func(c *discordtest.Conn) { c.Hello(); c.Login() }
	for _, c := range []struct {
		name string
		play func(first int, c *discordtest.Conn) // what the first connections do before all is well
		bad  int                                  // how many of them are bad
		ops  []int                                // identify or resume, in order
		log  string
	}{
		{"dropped", func(_ int, c *discordtest.Conn) { login(c); time.Sleep(50 * time.Millisecond); c.Drop() }, 1, []int{2, 6}, "connection was lost"},
		{"closed with 4000", func(_ int, c *discordtest.Conn) { login(c); c.Close(4000) }, 1, []int{2, 6}, "code 4000"},
		{"session timed out", func(_ int, c *discordtest.Conn) { login(c); c.Close(4009) }, 1, []int{2, 2}, "code 4009"},
		{"op 7", func(_ int, c *discordtest.Conn) { login(c); c.Send(discordtest.OpReconnect, nil) }, 1, []int{2, 6}, "asked to reconnect"},
		{"op 7 before hello", func(_ int, c *discordtest.Conn) { c.Send(discordtest.OpReconnect, nil) }, 1, []int{2}, "asked to reconnect"},
		{"op 7 before ready", func(_ int, c *discordtest.Conn) { c.Hello(); c.Await(); c.Send(discordtest.OpReconnect, nil) }, 1, []int{2, 2}, "asked to reconnect"},
		{"op 9 after ready", func(_ int, c *discordtest.Conn) { login(c); c.Send(discordtest.OpInvalidSession, false) }, 1, []int{2, 2}, "session invalid"},
		{"op 9, to be resumed", func(_ int, c *discordtest.Conn) { login(c); c.Send(discordtest.OpInvalidSession, true) }, 1, []int{2, 6}, "session invalid"},
		{"op 9 for identify", func(_ int, c *discordtest.Conn) { c.Hello(); c.Await(); c.Send(discordtest.OpInvalidSession, false) }, 1, []int{2, 2}, "session invalid"},
		{"op 9 for resume", func(n int, c *discordtest.Conn) {
			if n == 0 {
				login(c)
				c.Drop()
				return
			}
			c.Hello()
			c.Await()
			c.Send(discordtest.OpInvalidSession, false)
		}, 2, []int{2, 6, 2}, "session invalid"},
		{"op 7 for resume", func(n int, c *discordtest.Conn) {
			if n == 0 {
				login(c)
				c.Drop()
				return
			}
			c.Hello()
			c.Await()
			c.Send(discordtest.OpReconnect, nil)
		}, 2, []int{2, 6, 6}, "asked to reconnect"},
		{"no acknowledgements", func(_ int, c *discordtest.Conn) { c.Mute.Store(true); login(c) }, 1, []int{2, 6}, "did not acknowledge"},
		{"garbage", func(_ int, c *discordtest.Conn) {
			login(c)
			c.Send(discordtest.OpReconnect, strings.Repeat("x", 70000))
		}, 1, []int{2, 6}, "asked to reconnect"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := run(t, func(s *discordtest.Server) {
				s.Play = func(n int, conn *discordtest.Conn) {
					if n < c.bad {
						c.play(n, conn)
						conn.Wait()
						return
					}
					conn.Serve()
				}
			}, nil)
			p.Eventually("connection after the loss", func() bool { return len(p.ops()) == len(c.ops) })
			p.asks("Who accuses Veridia?")
			if got := p.ops(); !slices.Equal(got, c.ops) {
				t.Errorf("connections began with %v, want %v", got, c.ops)
			}
			if !strings.Contains(p.log.String(), c.log) {
				t.Errorf("the log does not say %q", c.log)
			}
		})
	}
}

// What came while the connection was lost is answered after the resume.
func TestGatewayMissesNothing(t *testing.T) {
	t.Parallel()
	p := run(t, nil, nil)
	p.asks("Who?")
	p.DropAll()
	p.Eventually("loss", func() bool { return strings.Contains(p.log.String(), "lost the connection") })
	p.asks("Who else?")
	if logins := p.Logins(); len(logins) != 2 || logins[1].Op != 6 || logins[1].Seq != 2 {
		t.Errorf("logins %+v, want an identify and a resume after 2 events", logins)
	}
}

func TestGatewaySilence(t *testing.T) {
	t.Parallel()
	p := run(t, func(s *discordtest.Server) {
		s.Play = func(_ int, c *discordtest.Conn) { c.Wait() }
	}, nil)
	p.Eventually("connection", func() bool { return p.Requests("GET /ws/") == 1 })
	started := time.Now()
	p.stop()
	if err := p.wait(); err != nil || time.Since(started) > 2*time.Second {
		t.Errorf("ended after %v with %v, although nothing was said yet", time.Since(started), err)
	}
}

func TestGatewayFatalCodes(t *testing.T) {
	t.Parallel()
	for code := range fatal {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			p := run(t, func(s *discordtest.Server) {
				s.Play = func(_ int, c *discordtest.Conn) { c.Hello(); c.Await(); c.Close(code); c.Wait() }
			}, nil)
			var config ConfigError
			if err := p.wait(); !errors.As(err, &config) || !strings.Contains(err.Error(), "Discord") {
				t.Errorf("code %d: ended with %v", code, err)
			}
			if len(p.ops()) != 1 {
				t.Errorf("code %d: tried %d times", code, len(p.ops()))
			}
		})
	}
}

// A code that comes later, when the token is reset while the bot runs, ends it
// just so.
func TestGatewayTokenReset(t *testing.T) {
	t.Parallel()
	p := run(t, func(s *discordtest.Server) {
		s.Play = func(_ int, c *discordtest.Conn) { c.Hello(); c.Login(); c.Close(4004); c.Wait() }
	}, nil)
	if err := p.wait(); err == nil || !strings.Contains(err.Error(), "DISCORD_TOKEN") {
		t.Errorf("ended with %v", err)
	}
}

func TestGatewayRefusedToken(t *testing.T) {
	t.Parallel()
	p := run(t, nil, func(c *Config, _ *Options) { c.Token = "another.token" })
	if err := p.wait(); err == nil || !strings.Contains(err.Error(), "DISCORD_TOKEN") {
		t.Errorf("ended with %v", err)
	}
}

// A clean shutdown ends the session with code 1000 and answers what was taken.
func TestGatewayShutdown(t *testing.T) {
	t.Parallel()
	p := run(t, nil, nil)
	p.asks("Who?")
	slow := discordtest.Command("ask", "question", "slow one")
	p.Deliver(slow)
	p.Eventually("question", func() bool { return p.bot.last(t).Text == "slow one" })
	p.stop()
	if err := p.wait(); err != nil {
		t.Error(err)
	}
	p.Response(slow)
	p.Eventually("close", func() bool { return slices.Equal(p.Closes(), []int{1000}) })
	if len(p.Logins()) != 1 {
		t.Errorf("connected again after the shutdown: %+v", p.Logins())
	}
}

// A slow answer is announced within the time Discord waits, and follows.
func TestGatewayDefers(t *testing.T) {
	t.Parallel()
	p := run(t, nil, func(_ *Config, o *Options) { o.Defer = 50 * time.Millisecond })
	for _, private := range []bool{false, true} {
		in := discordtest.Command("ask", "question", "slow one", "private", private)
		p.Deliver(in)
		if first := string(p.Response(in)); !strings.Contains(first, `"type":5`) || strings.Contains(first, `"flags":64`) != private {
			t.Errorf("private %v: first response %s", private, first)
		}
		if edit := string(p.Edit(in)); !strings.Contains(edit, "Ostrav Cyber Agency") {
			t.Errorf("edited to %s", edit)
		}
	}
}

// Each fault of the REST API, and what becomes of the answer.
func TestRESTFaults(t *testing.T) {
	t.Parallel()
	callback := func(fault func(w http.ResponseWriter, n int) bool) func(http.ResponseWriter, *http.Request, int) bool {
		return func(w http.ResponseWriter, r *http.Request, n int) bool {
			return strings.HasSuffix(r.URL.Path, "/callback") && fault(w, n)
		}
	}
	for _, c := range []struct {
		name  string
		fault func(http.ResponseWriter, *http.Request, int) bool
		lost  string // in the log, where the answer cannot be delivered
	}{
		{"429", callback(func(w http.ResponseWriter, n int) bool {
			if n == 0 {
				discordtest.TooMany(w, 300*time.Millisecond, false)
			}
			return n == 0
		}), ""},
		{"429 for all", callback(func(w http.ResponseWriter, n int) bool {
			if n == 0 {
				discordtest.TooMany(w, 300*time.Millisecond, true)
			}
			return n == 0
		}), ""},
		{"429 for longer than Discord waits", callback(func(w http.ResponseWriter, n int) bool {
			discordtest.TooMany(w, time.Minute, false)
			return true
		}), "status 429"},
		{"502", callback(func(w http.ResponseWriter, n int) bool {
			if n < 2 {
				w.WriteHeader(http.StatusBadGateway)
			}
			return n < 2
		}), ""},
		{"slow", callback(func(w http.ResponseWriter, n int) bool { time.Sleep(700 * time.Millisecond); return false }), ""},
		{"dead", callback(func(w http.ResponseWriter, n int) bool { panic(http.ErrAbortHandler) }), "did not reach"},
		{"unknown interaction", callback(func(w http.ResponseWriter, n int) bool {
			w.WriteHeader(http.StatusNotFound)
			_, _ = w.Write([]byte(`{"code":10062}`))
			return true
		}), "code 10062"},
		{"gateway address refused at first", func(w http.ResponseWriter, r *http.Request, n int) bool {
			if !strings.HasSuffix(r.URL.Path, "/gateway/bot") || n > 0 {
				return false
			}
			discordtest.TooMany(w, 300*time.Millisecond, true)
			return true
		}, ""},
		{"gateway address missing at first", func(w http.ResponseWriter, r *http.Request, n int) bool {
			if !strings.HasSuffix(r.URL.Path, "/gateway") || n > 0 {
				return false
			}
			w.WriteHeader(http.StatusServiceUnavailable)
			return true
		}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := run(t, func(s *discordtest.Server) { s.Fault = c.fault }, nil)
			in := discordtest.Command("ask", "question", "Who?")
			p.Deliver(in)
			if c.lost == "" {
				p.Response(in)
				return
			}
			p.Eventually("line in the log", func() bool {
				return strings.Contains(p.log.String(), "was not delivered") && strings.Contains(p.log.String(), c.lost)
			})
		})
	}
}

// Events that cannot be understood are logged and harm nothing.
func TestGatewayOddEvents(t *testing.T) {
	t.Parallel()
	p := run(t, nil, nil)
	for _, odd := range []any{
		map[string]any{}, 7, nil, map[string]any{"type": 99, "id": "1"}, map[string]any{"type": 2, "data": map[string]any{"components": []any{nil}}},
		discordtest.MessageCommand(commandMessage, map[string]any{"components": []any{map[string]any{"type": 99}, nil, 7}, "embeds": []any{nil}}),
	} {
		p.Dispatch("INTERACTION_CREATE", odd)
	}
	p.Dispatch("SOMETHING_NEW", map[string]any{"secret": "words"})
	p.asks("Who?")
	if n := strings.Count(p.log.String(), "level=WARN"); n != 5 {
		t.Errorf("%d lines about interactions that are not answered, want 5", n)
	}
}

func TestGatewayWarnsOfEndpoint(t *testing.T) {
	t.Parallel()
	p := run(t, func(s *discordtest.Server) { s.Endpoint = "https://bot.example/" }, nil)
	p.Eventually("warning", func() bool { return strings.Contains(p.log.String(), "Interactions Endpoint URL") })
}

func TestGatewayShards(t *testing.T) {
	t.Parallel()
	p := run(t, func(s *discordtest.Server) { s.Shards = 3 }, nil)
	p.Eventually("three shards", func() bool { return len(p.Logins()) == 3 })
	seen := map[[2]int]bool{}
	for _, l := range p.Logins() {
		seen[l.Shard] = true
	}
	if len(seen) != 3 || !seen[[2]int{2, 3}] {
		t.Errorf("shards %v", seen)
	}
	p.asks("Who?")
}
