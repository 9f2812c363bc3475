package bot

import (
	"context"
	"sync"
)

// A queue lets the holders of one key through one at a time, in the order in
// which they came; holders of different keys do not wait for each other. Its
// size is that of what is in flight.
type queue struct {
	mu   sync.Mutex
	last map[key]chan struct{} // closed when the last to arrive under the key has left
}

func newQueue() *queue { return &queue{last: map[key]chan struct{}{}} }

// enter waits for everybody who came before under k. The caller must call leave
// when err is nil; with an error, the context's, the place in the queue is given up.
func (q *queue) enter(ctx context.Context, k key) (leave func(), err error) {
	mine := make(chan struct{})
	q.mu.Lock()
	before := q.last[k]
	q.last[k] = mine
	q.mu.Unlock()

	done := func() {
		q.mu.Lock()
		if q.last[k] == mine {
			delete(q.last, k)
		}
		q.mu.Unlock()
		close(mine)
	}
	if before == nil {
		return done, nil
	}
	select {
	case <-before:
		return done, nil
	case <-ctx.Done():
		go func() { // those behind still wait for those before
			<-before
			done()
		}()
		return nil, ctx.Err()
	}
}
