package editorial

import (
	"maps"
	"slices"

	"allegedly/answers/corpus"
)

// A Balance tells how evenly a corpus carries both sides.
type Balance struct {
	Unanswered []string  `json:"unanswered"` // keys of accusations that no recorded reply answers
	Unrejected []string  `json:"unrejected"` // keys of counter-accusations that no recorded reply answers
	Sides      []Side    `json:"sides"`      // by report
	Origins    []Shared  `json:"origins"`    // claims that carry one statement
	Agencies   []Shared  `json:"agencies"`   // reports that draw on one outlet
	Repeated   []Shared  `json:"repeated"`   // reports that repeat one statement, and so count as one source for it
	Replies    []Replied `json:"replies"`    // how late each reply came
}

// A Side is what one report carries of each side, with the span of its dates
// (YYYY, YYYY-MM or YYYY-MM-DD; empty when no claim has one).
type Side struct {
	Report      string `json:"report"`
	Accused     string `json:"accused"`
	Published   string `json:"published"`
	Accusations int    `json:"accusations"`
	First       string `json:"first,omitempty"` // the oldest accusation
	Last        string `json:"last,omitempty"`  // the newest
	Denials     int    `json:"denials"`
	Counters    int    `json:"counters"`
	Reply       string `json:"reply,omitempty"` // the newest denial or counter-accusation
}

// A Shared is something that several claims or reports have in common.
type Shared struct {
	Name string   `json:"name"`
	By   []string `json:"by"` // keys of claims, or ids of reports
}

// Replied is a reply with what it answers.
type Replied struct {
	Denial   string   `json:"denial"`
	Said     string   `json:"said,omitempty"`
	Answers  []string `json:"answers"`
	NewerOne bool     `json:"newer,omitempty"` // the report carries an accusation made after the reply
}

// BalanceOf weighs the reviewed claims of a corpus.
func BalanceOf(c *corpus.Corpus) Balance {
	b := Balance{Unanswered: []string{}, Unrejected: []string{}, Replies: []Replied{}}
	origins, agencies, repeated := map[string][]string{}, map[string][]string{}, map[string][]string{}
	answered := map[string]bool{} // keys of claims; and origins, because a reply answers every claim that carries one statement
	for _, claim := range c.Claims {
		for _, ref := range claim.Answers {
			key := keyOf(claim.Report(), ref)
			answered[key] = true
			if other := c.Claim(key); other != nil && other.Origin != "" {
				answered[other.Origin] = true
			}
		}
		if claim.Origin != "" {
			origins[claim.Origin] = append(origins[claim.Origin], claim.Key())
			repeated[claim.Origin] = appendNew(repeated[claim.Origin], claim.Report().ID)
		}
	}
	for _, report := range c.Reports {
		for _, outlet := range report.Credits {
			agencies[outlet] = append(agencies[outlet], report.ID)
		}
	}
	sides := map[string]*Side{}
	for _, report := range c.Reports {
		sides[report.ID] = &Side{Report: report.ID, Accused: report.Accused, Published: report.Published.Date}
	}
	for _, claim := range c.Claims {
		side := sides[claim.Report().ID]
		said := dateOf(claim.Said)
		switch claim.Stance {
		case corpus.Alleges:
			side.Accusations++
			side.First = earliest(side.First, said)
			side.Last = max(side.Last, said)
			if !answered[claim.Key()] && (claim.Origin == "" || !answered[claim.Origin]) {
				b.Unanswered = append(b.Unanswered, claim.Key())
			}
		case corpus.Denies:
			if rejectsCounter(c, claim) {
				continue // the other side's reply, not that of the accused
			}
			side.Denials++
			side.Reply = max(side.Reply, said)
		case corpus.Counters:
			side.Counters++
			side.Reply = max(side.Reply, said)
			if !answered[claim.Key()] && (claim.Origin == "" || !answered[claim.Origin]) {
				b.Unrejected = append(b.Unrejected, claim.Key())
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(sides)) {
		b.Sides = append(b.Sides, *sides[id])
	}
	for _, claim := range c.Claims {
		if claim.Stance == corpus.Denies {
			said := dateOf(claim.Said)
			newer := !rejectsCounter(c, claim) && later(sides[claim.Report().ID].Last, said)
			b.Replies = append(b.Replies, Replied{claim.Key(), said, claim.Answers, newer})
		}
	}
	b.Origins, b.Agencies, b.Repeated = several(origins), several(agencies), several(repeated)
	return b
}

// rejectsCounter tells whether a denial answers a counter-accusation.
func rejectsCounter(c *corpus.Corpus, denial *corpus.Claim) bool {
	return slices.ContainsFunc(c.Answered(denial), func(answered *corpus.Claim) bool { return answered.Stance == corpus.Counters })
}

func earliest(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

func appendNew(list []string, value string) []string {
	if slices.Contains(list, value) {
		return list
	}
	return append(list, value)
}

// several keeps what more than one has in common, by name.
func several(groups map[string][]string) []Shared {
	out := []Shared{}
	for _, name := range slices.Sorted(maps.Keys(groups)) {
		if len(groups[name]) > 1 {
			out = append(out, Shared{name, groups[name]})
		}
	}
	return out
}
