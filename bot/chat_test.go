package bot_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"allegedly/answers"
	"allegedly/bot"

	"github.com/prometheus/client_golang/prometheus"
)

// echo is an engine that answers with what it was asked and how many turns the
// thread had; what a test wants it to do beyond that is in on.
type echo struct {
	on func(ctx context.Context, q answers.Question) (answers.Answer, error)
}

func (e echo) Answer(ctx context.Context, q answers.Question) (answers.Answer, error) {
	if e.on != nil {
		return e.on(ctx, q)
	}
	a := answers.Answer{Question: q.Text, Outcome: answers.Answered, Intent: "echo", Text: fmt.Sprintf("%s after %d", q.Text, q.Thread.Turns)}
	if strings.Contains(q.Text, "unknown") {
		a.Outcome = answers.NotReported
	}
	a.Thread.Turns = q.Thread.Turns + 1
	return a, nil
}

func (echo) Questions() []string {
	return []string{"What does the Agency say about Freedonia?", "What does Freedonia reply?", "Who is the Agency's head?"}
}
func (echo) Names() []string { return []string{"Freedonia", "the Agency"} }
func (echo) Sources() []answers.Source {
	return []answers.Source{{N: 1, Report: "r1"}}
}
func (echo) CommandQuestion(command, about string) string { return command + " of " + about }

// ask handles a message and returns what the answer or notice says.
func ask(t *testing.T, b *bot.Bot, m bot.Message) string {
	t.Helper()
	reply, err := b.Handle(t.Context(), m)
	if err != nil {
		t.Fatalf("handling %+v: %v", m, err)
	}
	switch reply.Kind {
	case bot.Answer:
		return reply.Answer.Text
	case bot.Notice:
		return "notice: " + reply.Notice
	}
	return "duplicate"
}

// clock is a time that tests move.
type clock struct{ now atomic.Int64 }

func (c *clock) Now() time.Time       { return time.Unix(1e9, c.now.Load()) }
func (c *clock) pass(d time.Duration) { c.now.Add(int64(d)) }

func TestConversation(t *testing.T) {
	var c clock
	b := bot.New(echo{}, bot.Options{Now: c.Now})
	for _, step := range []struct {
		wait time.Duration
		m    bot.Message
		want string
	}{
		{0, bot.Message{Thread: "a", Text: "one"}, "one after 0"},
		{0, bot.Message{Thread: "a", Text: "two"}, "two after 1"},
		{0, bot.Message{Thread: "b", Text: "other"}, "other after 0"},
		{0, bot.Message{Thread: "a", Text: "aside", Stateless: true}, "aside after 0"},
		{0, bot.Message{Text: "nowhere"}, "nowhere after 0"},
		{0, bot.Message{Text: "nowhere"}, "nowhere after 0"},
		{9 * time.Minute, bot.Message{Thread: "a", Text: "three"}, "three after 2"},
		{9 * time.Minute, bot.Message{Thread: "a", Text: "four"}, "four after 3"},
		{11 * time.Minute, bot.Message{Thread: "a", Text: "later"}, "later after 0"},
		{0, bot.Message{Thread: "a", Command: bot.Denial, Text: " X "}, "denial of X after 1"},
		{0, bot.Message{Thread: "a", Command: bot.About}, "about of  after 2"},
		{0, bot.Message{Thread: "a", Command: bot.Reset}, "notice: Forgotten: the next question starts a new conversation."},
		{0, bot.Message{Thread: "a", Text: "new"}, "new after 0"},
	} {
		c.pass(step.wait)
		if got := ask(t, b, step.m); got != step.want {
			t.Errorf("%q was answered with %q, not %q", step.m.Text, got, step.want)
		}
	}
}

func TestEachDeliveryIsAnsweredOnce(t *testing.T) {
	var c clock
	var asked atomic.Int64
	b := bot.New(echo{on: func(context.Context, answers.Question) (answers.Answer, error) {
		asked.Add(1)
		return answers.Answer{}, nil
	}}, bot.Options{Now: c.Now})
	var duplicates atomic.Int64
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Go(func() { // each shares one key with every other
			if ask(t, b, bot.Message{Delivery: []string{fmt.Sprint("event", i), "message"}}) == "duplicate" {
				duplicates.Add(1)
			}
		})
	}
	wg.Wait()
	if asked.Load() != 1 || duplicates.Load() != 49 {
		t.Errorf("50 deliveries of one message gave %d answers and %d duplicates", asked.Load(), duplicates.Load())
	}
	c.pass(time.Hour)
	if got := ask(t, b, bot.Message{Delivery: []string{"message"}}); got != "duplicate" {
		t.Errorf("an hour later it is %q", got)
	}
}

func TestFailedDeliveryMayComeAgain(t *testing.T) {
	fail := true
	b := bot.New(echo{on: func(context.Context, answers.Question) (answers.Answer, error) {
		if fail {
			return answers.Answer{}, errors.New("broken")
		}
		return answers.Answer{Text: "fine"}, nil
	}}, bot.Options{})
	m := bot.Message{Thread: "a", Delivery: []string{"d"}}
	if _, err := b.Handle(t.Context(), m); err == nil {
		t.Fatal("the engine's error is lost")
	}
	fail = false
	if got := ask(t, b, m); got != "fine" {
		t.Errorf("the second attempt is %q", got)
	}
}

func TestLimits(t *testing.T) {
	var c clock
	b := bot.New(echo{}, bot.Options{Now: c.Now, Rate: 1, Burst: 2})
	for i, want := range []string{"q", "q", "notice", "notice"} {
		if got := ask(t, b, bot.Message{Author: "zoe", Text: "q"}); !strings.HasPrefix(got, want) {
			t.Errorf("question %d got %q, not %s", i+1, got, want)
		}
	}
	if got := ask(t, b, bot.Message{Author: "max", Text: "q"}); !strings.HasPrefix(got, "q") {
		t.Errorf("another author got %q", got)
	}
	c.pass(time.Second)
	if got := ask(t, b, bot.Message{Author: "zoe", Text: "q"}); !strings.HasPrefix(got, "q") {
		t.Errorf("a second later the author got %q", got)
	}
	long := "  " + strings.Repeat("ü", 2000) + "  "
	if got := ask(t, b, bot.Message{Text: long}); !strings.Contains(got, "after 0") {
		t.Errorf("2,000 characters got %q", got)
	}
	if got := ask(t, b, bot.Message{Text: long + "ü"}); !strings.HasPrefix(got, "notice: That is 2003 characters") {
		t.Errorf("2,003 characters got %q", got)
	}
	if got := ask(t, bot.New(echo{}, bot.Options{MaxText: -1}), bot.Message{Text: long + "ü"}); !strings.Contains(got, "after 0") {
		t.Errorf("without a limit 2,003 characters got %q", got)
	}
}

func TestOneThreadInOrder(t *testing.T) {
	var mu sync.Mutex
	var order []string
	inside := map[string]bool{}
	started := make(chan struct{})
	release := make(chan struct{})
	b := bot.New(echo{on: func(_ context.Context, q answers.Question) (answers.Answer, error) {
		mu.Lock()
		thread := q.Text[:1]
		if inside[thread] {
			t.Errorf("two messages of thread %s at once", thread)
		}
		inside[thread] = true
		order = append(order, q.Text)
		mu.Unlock()
		if q.Text == "a0" {
			close(started)
			<-release
		}
		mu.Lock()
		inside[thread] = false
		mu.Unlock()
		return answers.Answer{}, nil
	}}, bot.Options{})

	var wg sync.WaitGroup
	send := func(text string) { wg.Go(func() { ask(t, b, bot.Message{Thread: text[:1], Text: text}) }) }
	send("a0")
	<-started
	gaveUp, giveUp := context.WithCancel(t.Context())
	wg.Go(func() {
		if _, err := b.Handle(gaveUp, bot.Message{Thread: "a", Text: "a1"}); !errors.Is(err, context.Canceled) {
			t.Errorf("whoever gave up waiting got %v", err)
		}
	})
	for i := 2; i < 6; i++ {
		time.Sleep(5 * time.Millisecond) // so that they arrive in this order
		send(fmt.Sprint("a", i))
	}
	ask(t, b, bot.Message{Thread: "b", Text: "b0"}) // is not held up by thread a
	giveUp()
	time.Sleep(5 * time.Millisecond)
	close(release)
	wg.Wait()
	if got, want := strings.Join(order, " "), "a0 b0 a2 a3 a4 a5"; got != want {
		t.Errorf("answered in the order %s, not %s", got, want)
	}
}

func TestClose(t *testing.T) {
	started, release := make(chan struct{}), make(chan struct{})
	b := bot.New(echo{on: func(context.Context, answers.Question) (answers.Answer, error) {
		close(started)
		<-release
		return answers.Answer{Text: "late"}, nil
	}}, bot.Options{})
	got := make(chan string)
	go func() { got <- ask(t, b, bot.Message{Text: "q"}) }()
	<-started
	short, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if err := b.Close(short); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("closing while an answer is under way returned %v", err)
	}
	if _, err := b.Handle(t.Context(), bot.Message{Text: "q"}); !errors.Is(err, bot.ErrClosed) {
		t.Errorf("after Close a message gets %v", err)
	}
	close(release)
	if text := <-got; text != "late" {
		t.Errorf("what was under way got %q", text)
	}
	if err := b.Close(t.Context()); err != nil {
		t.Errorf("closing an idle bot returned %v", err)
	}
}

func TestPanicIsAnErrorWithoutUserText(t *testing.T) {
	var log bytes.Buffer
	b := bot.New(echo{on: func(_ context.Context, q answers.Question) (answers.Answer, error) { panic(q.Text) }},
		bot.Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	_, err := b.Handle(t.Context(), bot.Message{Text: "my secret"})
	if err == nil {
		t.Fatal("a panic of the engine is no error")
	}
	if all := err.Error() + log.String(); strings.Contains(all, "secret") || !strings.Contains(all, "chat_test.go") {
		t.Errorf("the log should tell the place and not the question:\n%s", all)
	}
}

// gaps collects what is recorded.
type gaps struct{ unanswered []string }

func (g *gaps) Unanswered(question string)       { g.unanswered = append(g.unanswered, question) }
func (g *gaps) Disliked(question, reason string) {}

func TestGapsAndMetrics(t *testing.T) {
	var g gaps
	registry := prometheus.NewRegistry()
	b := bot.New(echo{}, bot.Options{Gaps: &g, Metrics: registry, MaxText: 20})
	ask(t, b, bot.Message{Text: "known"})
	ask(t, b, bot.Message{Text: "unknown", Author: "zoe"})
	ask(t, b, bot.Message{Text: strings.Repeat("x", 21)})
	if len(g.unanswered) != 1 || g.unanswered[0] != "unknown" {
		t.Errorf("recorded as unanswered: %q", g.unanswered)
	}
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range families {
		for _, m := range f.GetMetric() {
			fmt.Fprint(&all, f.GetName())
			for _, l := range m.GetLabel() {
				fmt.Fprint(&all, " ", l.GetValue())
			}
			fmt.Fprintln(&all, ":", m.GetCounter().GetValue()+float64(m.GetHistogram().GetSampleCount()))
		}
	}
	want := "allegedly_answer_seconds: 2\nallegedly_answers_total echo answered: 1\nallegedly_answers_total echo not_reported: 1\nallegedly_declined_total too_long: 1\n"
	if all.String() != want {
		t.Errorf("the metrics are\n%snot\n%s", all.String(), want)
	}
}

func TestComplete(t *testing.T) {
	b := bot.New(echo{}, bot.Options{})
	for _, test := range []struct {
		prefix string
		n      int
		want   string
	}{
		{"", 2, "What does the Agency say about Freedonia?|What does Freedonia reply?"},
		{"what  DOES f", 9, "What does Freedonia reply?|What does the Agency say about Freedonia?"},
		{"free", 9, "Freedonia|What does the Agency say about Freedonia?|What does Freedonia reply?"},
		{"head agency", 9, "Who is the Agency's head?"},
		{"zebra", 9, ""},
		{"what", 0, ""},
	} {
		if got := strings.Join(b.Complete(test.prefix, test.n), "|"); got != test.want {
			t.Errorf("Complete(%q, %d) = %s, not %s", test.prefix, test.n, got, test.want)
		}
	}
	if got := b.Reports(); len(got) != 1 || got[0].Report != "r1" {
		t.Errorf("Reports() = %v", got)
	}
}

// FuzzHandle holds that any message gets an answer or a notice, and no text of
// it is left in what the bot returns besides the engine's answer.
func FuzzHandle(f *testing.F) {
	f.Add("thread", "author", "", "how much?", false)
	f.Add("", "", "denial", "\xff\x00\x1b[31m", true)
	f.Add("t", "a", "no such command", strings.Repeat("long ", 500), false)
	b := bot.New(echo{}, bot.Options{Rate: 1e9})
	f.Fuzz(func(t *testing.T, thread, author, command, text string, stateless bool) {
		reply, err := b.Handle(t.Context(), bot.Message{Thread: thread, Author: author, Command: bot.Command(command), Text: text, Stateless: stateless})
		if err != nil {
			t.Fatal(err)
		}
		if (reply.Kind == bot.Notice) != (reply.Notice != "") {
			t.Errorf("reply of kind %d with the notice %q", reply.Kind, reply.Notice)
		}
	})
}
