package slack

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"allegedly/adapters/slack/fakeslack"
)

// The load that the adapter is held to: from delivery to posted answer 99 of 100
// mentions take less than the bound, with that many in flight.
const (
	benchMentions = 200
	benchChannels = 50
	benchP99      = 50 * time.Millisecond
)

// BenchmarkEventsAPI delivers 200 mentions over 50 channels at once and waits for
// their answers. Slack's pace of a message a second in each channel is off, or
// four mentions in a channel would take three seconds by themselves.
func BenchmarkEventsAPI(b *testing.B) {
	s := fakeslack.Start()
	defer s.Close()
	web := serve(b, newRig(b, s, func(c *Config) { c.Pace = -1 }))
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = benchMentions
	client := &http.Client{Transport: transport}
	flood(b, s, func(mention json.RawMessage) error {
		_, err := fakeslack.Deliver(client, web+pathEvents, mention)
		return err
	})
}

// BenchmarkSocketMode does the same over two Socket Mode connections.
func BenchmarkSocketMode(b *testing.B) {
	s := fakeslack.Start()
	defer s.Close()
	running(b, newRig(b, s, func(c *Config) { c.Pace = -1 }))
	flood(b, s, func(mention json.RawMessage) error {
		_, err := s.Envelope("events_api", mention, patience)
		return err
	})
}

// flood measures rounds of mentions, after one that opens the connections.
func flood(b *testing.B, s *fakeslack.Server, deliver func(json.RawMessage) error) {
	round(b, s, -1, deliver)
	var took []time.Duration
	for b.Loop() {
		took = append(took, round(b, s, len(took), deliver)...)
	}
	slices.Sort(took)
	p99 := took[len(took)*99/100]
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(p99.Microseconds())/1000, "p99-ms")
	b.ReportMetric(float64(took[len(took)-1].Microseconds())/1000, "max-ms")
	if p99 > benchP99 {
		b.Errorf("p99 %s, want under %s", p99, benchP99)
	}
}

// round delivers the mentions at once and returns how long each took, from
// delivery to the answer's arrival at Slack.
func round(b *testing.B, s *fakeslack.Server, id int, deliver func(json.RawMessage) error) []time.Duration {
	s.Forget()
	delivered := make([]time.Time, benchMentions)
	var all sync.WaitGroup
	for i := range benchMentions {
		ts := fmt.Sprintf("%d.%d", id, i)
		mention := fakeslack.Mention("E"+ts, fmt.Sprint("C", i%benchChannels), ts, "", "who did it?")
		body := json.RawMessage(mustJSON(mention))
		all.Go(func() {
			delivered[i] = time.Now()
			if err := deliver(body); err != nil {
				b.Error(err)
			}
		})
	}
	all.Wait()
	calls, err := s.Wait("chat.postMessage", benchMentions, patience)
	if err != nil {
		b.Fatal("lost: ", err)
	}
	if len(calls) != benchMentions {
		b.Fatalf("%d answers to %d mentions", len(calls), benchMentions)
	}
	var took []time.Duration
	seen := map[string]bool{}
	for _, call := range calls {
		thread := call.Form["thread_ts"]
		var round, i int
		if _, err := fmt.Sscanf(thread, "%d.%d", &round, &i); err != nil || seen[thread] || round != id {
			b.Fatalf("doubled or not asked for: thread %s", thread)
		}
		seen[thread] = true
		took = append(took, call.At.Sub(delivered[i]))
	}
	return took
}
