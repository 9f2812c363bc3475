package slack

import (
	"crypto/sha256"
	"sync"
)

// maxAsked is how many threads are remembered: the latest, and at least half as many.
const maxAsked = 10_000

// threads remembers, as hashes, the threads in which the bot was asked, so that
// it may answer there without a new mention. It is kept in two generations: when
// the young one is full it becomes the old one, and what was old is forgotten.
type threads struct {
	mu         sync.Mutex
	young, old map[[sha256.Size]byte]bool
}

func newThreads() *threads { return &threads{young: map[[sha256.Size]byte]bool{}} }

// add remembers a thread, or that it is still in use.
func (t *threads) add(key string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.young) >= maxAsked/2 {
		t.young, t.old = map[[sha256.Size]byte]bool{}, t.young
	}
	t.young[sha256.Sum256([]byte(key))] = true
}

// has tells whether the bot was asked in the thread.
func (t *threads) has(key string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	sum := sha256.Sum256([]byte(key))
	return t.young[sum] || t.old[sum]
}
