package precedent

import (
	"cmp"
	"math"
	"slices"
)

// A Near is a precedent, and how a question is worded like it. Content is all words but the
// light ones; it is measured by rarity.
type Near struct {
	Ask, Answer string
	Given       bool    // the answer was given, and is not what the precedent is read as
	Likeness    float64 // up to 1
	Covered     float64 // the share of the question's content that the precedent has
	Missing     float64 // content of the question that it has not
	Beyond      float64 // content that it has and the question has not
	NamesAsked  int     // names of the question that it has not
	NamesBeyond int     // names that it has and the question has not
	SameValues  bool    // both give the same figures and dates
}

// Like returns at most so many precedents that a question is worded like, the nearest first.
func (x *Index) Like(words []Word, most int) []Near {
	if x.count() == 0 || len(words) == 0 {
		return nil
	}
	d := x.desks.Get().(*desk)
	defer x.desks.Put(d)
	asked, length := x.read(words)
	for _, f := range asked {
		d.asked[f] = true
	}
	x.candidates(d, asked)
	near := make([]Near, 0, len(d.best))
	for _, i := range d.best {
		k, shared := &x.kept[i], float32(0)
		for _, f := range x.of(i) {
			if d.asked[f] {
				shared += x.weights[f] * x.weights[f]
			}
		}
		near = append(near, Near{Ask: x.ask(i), Answer: x.answers[k.answer], Given: k.given, Likeness: float64(shared / (length * k.length))})
	}
	order := make([]int, len(near))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(near[b].Likeness, near[a].Likeness) })
	out := make([]Near, 0, most)
	for _, i := range order[:min(most, len(order))] {
		x.compare(&near[i], d, words, x.of(d.best[i]))
		out = append(out, near[i])
	}
	for _, f := range asked {
		d.asked[f] = false
	}
	return out
}

// read returns the features of a question, and how long it is by their weights.
func (x *Index) read(words []Word) (asked []feature, length float32) {
	asked = make([]feature, 0, 2*len(words))
	sum, before := float32(0), unknown
	add := func(f feature) {
		if !slices.Contains(asked, f) {
			asked = append(asked, f)
			sum += x.weights[f] * x.weights[f]
		}
	}
	for _, w := range words {
		f, ok := x.words[w]
		if ok {
			add(f)
		} else {
			weight := scale(w.Kind) * x.rarest
			sum += weight * weight
		}
		if p, ok := x.pairs[[2]feature{before, f}]; ok {
			add(p)
		}
		before = f
	}
	return asked, float32(math.Sqrt(float64(sum)))
}

// candidates finds the precedents that have most of the rarer features.
func (x *Index) candidates(d *desk, asked []feature) {
	d.found, d.best = d.found[:0], d.best[:0]
	for _, f := range asked {
		weight := x.weights[f] * x.weights[f]
		for _, i := range x.having(f) {
			if d.scores[i] == 0 {
				d.found = append(d.found, i)
			}
			d.scores[i] += weight / x.kept[i].length
		}
	}
	for _, i := range d.found {
		score := d.scores[i]
		if len(d.best) == tried && d.scores[d.best[tried-1]] >= score {
			continue
		}
		at := len(d.best)
		for at > 0 && d.scores[d.best[at-1]] < score {
			at--
		}
		d.best = slices.Insert(d.best, at, i)
		d.best = d.best[:min(tried, len(d.best))]
	}
	for _, i := range d.found {
		d.scores[i] = 0
	}
}

// compare works out what a question and a precedent share.
func (x *Index) compare(n *Near, d *desk, words []Word, features []feature) {
	all := 0.0
	n.SameValues = true
	for i, w := range words {
		if w.Kind == Light || slices.Contains(words[:i], w) {
			continue
		}
		f, ok := x.words[w]
		rarity := float64(x.rarest)
		if ok {
			rarity = float64(x.weights[f] / scale(w.Kind))
		}
		all += rarity
		if !ok || !slices.Contains(features, f) {
			n.Missing += rarity
			n.NamesAsked += whether(w.Kind == Name)
			n.SameValues = n.SameValues && w.Kind != Value
		}
	}
	for _, f := range features {
		if kind := x.kinds[f]; kind != Light && kind != pair && !d.asked[f] {
			n.Beyond += float64(x.weights[f] / scale(kind))
			n.NamesBeyond += whether(kind == Name)
			n.SameValues = n.SameValues && kind != Value
		}
	}
	if all > 0 {
		n.Covered = 1 - n.Missing/all
	}
}

func whether(holds bool) int {
	if holds {
		return 1
	}
	return 0
}
