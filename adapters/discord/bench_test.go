package discord

import (
	"crypto/ed25519"
	"encoding/hex"
	"net/http"
	"runtime/debug"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"allegedly/adapters/discord/discordtest"
)

// together is how many interactions are under way at the same time.
const together = 200

// BenchmarkEndpoint measures a question over HTTP with 200 under way: p99 from
// delivery to the whole response.
//
//	go test -run - -bench . ./adapters/discord
func BenchmarkEndpoint(b *testing.B) {
	e := newEndpoint(b, nil)
	e.server.Client().Transport.(*http.Transport).MaxIdleConnsPerHost = together
	measure(b, func(int) func() []byte {
		body := discordtest.Command("ask", "question", "Who accuses Veridia?").JSON()
		stamp := strconv.FormatInt(time.Now().Unix(), 10)
		signature := hex.EncodeToString(ed25519.Sign(e.key, append([]byte(stamp), body...)))
		return func() []byte {
			status, answer := e.send(b, stamp, signature, body)
			if status != 200 {
				b.Errorf("status %d: %s", status, answer)
			}
			return answer
		}
	})
}

// BenchmarkGateway measures a question over the gateway with 200 under way: p99
// from the dispatch to the callback's arrival.
func BenchmarkGateway(b *testing.B) {
	p := run(b, nil, nil)
	p.asks("Who?")
	measure(b, func(int) func() []byte {
		in := discordtest.Command("ask", "question", "Who accuses Veridia?")
		return func() []byte {
			p.Deliver(in)
			return p.Response(in)
		}
	})
}

// measure runs b.N rounds of 200 at once and reports the 99th percentile.
func measure(b *testing.B, prepare func(i int) func() []byte) {
	b.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(200)) // as the program runs
	var mu sync.Mutex
	var times []time.Duration
	lost := 0
	for b.Loop() {
		var wg sync.WaitGroup
		start := make(chan struct{})
		for i := range together {
			ask := prepare(i)
			wg.Go(func() {
				<-start
				began := time.Now()
				answer := ask()
				took := time.Since(began)
				mu.Lock()
				defer mu.Unlock()
				times = append(times, took)
				if len(answer) == 0 {
					lost++
				}
			})
		}
		close(start)
		wg.Wait()
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)*99/100])/1e6, "p99-ms")
	b.ReportMetric(float64(times[len(times)/2])/1e6, "p50-ms")
	if lost > 0 {
		b.Errorf("%d were not answered", lost)
	}
}
