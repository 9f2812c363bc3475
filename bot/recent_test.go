package bot

import (
	"testing"
	"time"
)

func TestRecentIsBounded(t *testing.T) {
	now := time.Unix(0, 0)
	r := newRecent[int](3, time.Minute)
	k := func(i int) key { return key{byte(i)} }
	for i := range 3 {
		r.put(k(i), i, now)
	}
	r.get(k(0), now)
	r.put(k(3), 3, now) // 1 was used least recently
	for i, want := range []bool{true, false, true, true} {
		if r.has(k(i), now) != want {
			t.Errorf("entry %d is there: %v", i, !want)
		}
	}
	r.put(k(3), 4, now)
	if v, ok := r.get(k(3), now); v != 4 || !ok || len(r.entries) != 3 || r.order.Len() != 3 {
		t.Errorf("after replacing, entry 3 is %d, of %d", v, len(r.entries))
	}
	if _, ok := r.get(k(0), now.Add(time.Minute)); !ok {
		t.Error("gone after a minute")
	}
	if r.has(k(2), now.Add(61*time.Second)) || !r.has(k(0), now.Add(61*time.Second)) {
		t.Error("what was used a second ago should be there alone")
	}
}

func TestQueueForgetsWhoLeft(t *testing.T) {
	q := newQueue()
	for range 3 {
		leave, err := q.enter(t.Context(), key{})
		if err != nil {
			t.Fatal(err)
		}
		leave()
	}
	if len(q.last) != 0 {
		t.Errorf("%d places are still held", len(q.last))
	}
}
