package discord

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"allegedly/adapters/adaptertest"
	"allegedly/answers"
	"allegedly/bot"
)

// A fakeBot answers with the fixtures of the conformance suite, chosen by words
// in the question, and remembers what it was asked.
type fakeBot struct {
	mu    sync.Mutex
	seen  map[string]bool
	asked []bot.Message
}

func (f *fakeBot) Handle(ctx context.Context, m bot.Message) (bot.Reply, error) {
	f.mu.Lock()
	if f.seen == nil {
		f.seen = map[string]bool{}
	}
	again := f.seen[m.Delivery[0]]
	f.seen[m.Delivery[0]] = true
	f.asked = append(f.asked, m)
	f.mu.Unlock()
	if again {
		return bot.Reply{Kind: bot.Duplicate}, nil
	}
	a := adaptertest.Answer()
	switch {
	case strings.Contains(m.Text, "panic"):
		panic("a question that panics: " + m.Text)
	case strings.Contains(m.Text, "fail"):
		return bot.Reply{}, fmt.Errorf("broken invariant")
	case strings.Contains(m.Text, "notice"):
		return bot.Reply{Kind: bot.Notice, Notice: "Please slow down."}, nil
	case strings.Contains(m.Text, "slow"):
		select {
		case <-time.After(250 * time.Millisecond):
		case <-ctx.Done():
			return bot.Reply{}, ctx.Err()
		}
	case strings.Contains(m.Text, "cup"):
		a = adaptertest.Abstention()
	case m.Text == "how much":
		a = adaptertest.Clarification()
	case strings.Contains(m.Text, "everything"):
		a = adaptertest.Longest()
	}
	a.Question = m.Text
	if m.Explain {
		a.Trace = &answers.Trace{
			Reading: "who makes the accusation", Rule: "accuser", Decision: "Two claims fit; the body's own statement comes first.",
			Words:   []answers.TraceWord{{Text: "Lantern", As: "the incident <lantern>"}},
			Weighed: []answers.TraceClaim{{Claim: "meridian/1", Score: 2, Why: "names the accuser"}},
		}
	}
	return bot.Reply{Kind: bot.Answer, Answer: a}, nil
}

func (f *fakeBot) Complete(prefix string, n int) (list []string) {
	if prefix == "panic" {
		panic("a completion that panics")
	}
	all := []string{longQuestion, "Lantern", "Ostrav Cyber Agency"}
	for i := range 40 {
		all = append(all, fmt.Sprintf("What did the reports say in part %d?", i+1))
	}
	for _, text := range all {
		if strings.HasPrefix(text, prefix) && len(list) < n {
			list = append(list, text)
		}
	}
	return list
}

func (f *fakeBot) Reports() []answers.Source { return adaptertest.Answer().Sources }

// last returns what was asked last.
func (f *fakeBot) last(t *testing.T) bot.Message {
	t.Helper()
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.asked) == 0 {
		t.Fatal("nothing was asked")
	}
	return f.asked[len(f.asked)-1]
}

// longQuestion is a question that no button can carry.
const longQuestion = "Which of the statements that the Ostrav Cyber Agency made about the Lantern breach does Veridia's foreign ministry reply to?"

// A logBuffer is a log that may be written and read at once.
type logBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}
