package bot

import (
	"container/list"
	"time"
)

// A recent is a bounded map that drops what was not used for a while and, when
// full, what was used least recently. It is not safe for concurrent use.
type recent[V any] struct {
	size    int           // most entries
	idle    time.Duration // an entry unused for longer is gone; 0 keeps it
	order   list.List     // of *entry[V], most recently used first
	entries map[key]*list.Element
}

type entry[V any] struct {
	key   key
	value V
	used  time.Time
}

// newRecent returns an empty map of at most size entries that live idle long.
func newRecent[V any](size int, idle time.Duration) *recent[V] {
	return &recent[V]{size: size, idle: idle, entries: map[key]*list.Element{}}
}

// get returns the value under k, if it is still there, and counts as a use.
func (r *recent[V]) get(k key, now time.Time) (value V, ok bool) {
	r.expire(now)
	element, ok := r.entries[k]
	if !ok {
		return value, false
	}
	e := element.Value.(*entry[V])
	e.used = now
	r.order.MoveToFront(element)
	return e.value, true
}

// has tells whether k is there, without counting as a use.
func (r *recent[V]) has(k key, now time.Time) bool {
	r.expire(now)
	_, ok := r.entries[k]
	return ok
}

// put stores value under k.
func (r *recent[V]) put(k key, value V, now time.Time) {
	r.drop(k)
	r.expire(now)
	r.entries[k] = r.order.PushFront(&entry[V]{key: k, value: value, used: now})
	if len(r.entries) > r.size {
		r.remove(r.order.Back())
	}
}

// drop forgets k.
func (r *recent[V]) drop(k key) {
	if element, ok := r.entries[k]; ok {
		r.remove(element)
	}
}

// expire removes what was idle for too long. Each entry is removed once, so the
// cost spreads over the calls.
func (r *recent[V]) expire(now time.Time) {
	if r.idle <= 0 {
		return
	}
	for last := r.order.Back(); last != nil; last = r.order.Back() {
		if now.Sub(last.Value.(*entry[V]).used) <= r.idle {
			return
		}
		r.remove(last)
	}
}

func (r *recent[V]) remove(element *list.Element) {
	delete(r.entries, element.Value.(*entry[V]).key)
	r.order.Remove(element)
}
