package discord

import (
	"context"
	"log/slog"
	"testing"
	"testing/synctest"
	"time"
)

// allowed returns what Discord says when n identifications are left.
func allowed(n, concurrency int) (a advice) {
	a.Limit.Remaining, a.Limit.Concurrency, a.Limit.ResetAfter = n, concurrency, time.Hour.Milliseconds()
	return a
}

func TestBudget(t *testing.T) {
	for _, c := range []struct {
		name        string
		left        int
		concurrency int
		shards      []int
		want        time.Duration // until the last may identify
	}{
		{"one", 10, 1, []int{0}, 0},
		{"three in turn", 10, 1, []int{0, 1, 2}, 10 * time.Second},
		{"sixteen at once", 100, 16, []int{0, 1, 2, 3}, 0},
		{"same key", 100, 16, []int{0, 16}, 5 * time.Second},
		{"used up", 1, 1, []int{0, 1}, time.Hour},
		{"none left", 0, 1, []int{0}, time.Hour},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				asked := 0
				b := newBudget(allowed(c.left, c.concurrency), func(context.Context) (advice, error) {
					asked++
					return allowed(1000, c.concurrency), nil
				}, slog.New(slog.DiscardHandler))
				began := time.Now()
				for _, shard := range c.shards {
					if err := b.take(t.Context(), shard); err != nil {
						t.Fatal(err)
					}
				}
				if took := time.Since(began); took != c.want {
					t.Errorf("took %v, want %v", took, c.want)
				}
				if asked > 0 != (c.want == time.Hour) {
					t.Errorf("Discord was asked %d times", asked)
				}
			})
		})
	}
}

func TestBudgetEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBudget(allowed(0, 1), nil, slog.New(slog.DiscardHandler))
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		if err := b.take(ctx, 0); err == nil {
			t.Error("it took what was not there")
		}
		b.giveBack()
		if err := b.take(t.Context(), 0); err != nil {
			t.Error(err)
		}
	})
}

// Waiting between tries grows to its bound and is never the same for all.
func TestBackoff(t *testing.T) {
	for n := 1; n < 100; n++ {
		wait := backoff(n, time.Second, time.Minute)
		if wait < 600*time.Millisecond || wait > time.Minute {
			t.Errorf("try %d: %v", n, wait)
		}
	}
}
