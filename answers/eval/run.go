package eval

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"allegedly/answers"
)

// An Engine is what is evaluated.
type Engine interface {
	Answer(ctx context.Context, q answers.Question) (answers.Answer, error)
}

// A Result counts turns: of all cases, and by category.
type Result struct {
	Count
	Categories map[string]Count `json:"categories"`
	Failures   []Failure        `json:"failures"`
}

// A Count is how many turns there were, and how many were right.
type Count struct {
	Right int `json:"right"`
	Total int `json:"total"`
}

// Percent returns how many of a hundred were right; none where nothing was asked.
func (c Count) Percent() float64 {
	if c.Total == 0 {
		return 0
	}
	return 100 * float64(c.Right) / float64(c.Total)
}

// A Failure is a turn whose answer is not as it must be.
type Failure struct {
	Place    string          `json:"place"` // file:line of the case
	Category string          `json:"category"`
	Turn     int             `json:"turn"` // from 1
	Question string          `json:"question"`
	Outcome  answers.Outcome `json:"outcome"`
	Wrong    []string        `json:"wrong"`
	Answer   string          `json:"answer"`
}

// Run asks every turn of every case. The error is the engine's.
func Run(ctx context.Context, engine Engine, cases []Case) (Result, error) {
	result := Result{Categories: map[string]Count{}, Failures: []Failure{}}
	for _, c := range cases {
		var thread answers.Thread
		for n, turn := range c.Turns {
			a, err := engine.Answer(ctx, answers.Question{Text: turn.Ask, Thread: thread})
			if err != nil {
				return result, fmt.Errorf("%s: %w", c.place(), err)
			}
			thread = a.Thread
			wrong := turn.wrong(a)
			result.add(c.Category, len(wrong) == 0)
			if len(wrong) > 0 {
				result.Failures = append(result.Failures, Failure{
					Place: c.place(), Category: c.Category, Turn: n + 1, Question: turn.Ask, Outcome: a.Outcome, Wrong: wrong, Answer: a.Text,
				})
			}
		}
	}
	return result, nil
}

// A Standing is a question that stands by itself and whose answer is known: the claims that
// lead it; none where no report tells it; nil where it is what the engine answers.
type Standing struct {
	Ask    string
	Claims []string
}

// Standing returns, of the first turns of the cases, the questions that Run found to be answered
// right, and those for which the case tells what the answer is.
func (r Result) Standing(cases []Case) []Standing {
	failed := map[string]bool{}
	for _, f := range r.Failures {
		if f.Turn == 1 {
			failed[f.Place] = true
		}
	}
	var out []Standing
	for _, c := range cases {
		switch first := c.Turns[0]; {
		case !failed[c.place()]:
			out = append(out, Standing{first.Ask, nil})
		case len(first.Outcome) == 1 && first.Outcome[0] == answers.NotReported:
			out = append(out, Standing{first.Ask, []string{}})
		case len(first.Claims) > 0:
			out = append(out, Standing{first.Ask, first.Claims[:1]})
		}
	}
	return out
}

// wrong returns what is wrong with an answer.
func (t Turn) wrong(a answers.Answer) (all []string) {
	for _, check := range t.checks {
		if w := check(a); w != "" {
			all = append(all, w)
		}
	}
	return all
}

func (r *Result) add(category string, right bool) {
	c := r.Categories[category]
	for _, count := range []*Count{&r.Count, &c} {
		count.Total++
		if right {
			count.Right++
		}
	}
	r.Categories[category] = c
}

// Print writes the failures, each with its place and what is wrong, then the
// shares of right answers, the lowest first, and the whole.
func (r Result) Print(w io.Writer) error {
	var b strings.Builder
	for _, f := range r.Failures {
		fmt.Fprintf(&b, "%s: %s, turn %d: %q: %s\n", f.Place, f.Category, f.Turn, f.Question, strings.Join(f.Wrong, "; "))
	}
	if len(r.Failures) > 0 {
		b.WriteString("\n")
	}
	names := slices.SortedFunc(maps.Keys(r.Categories), func(x, y string) int {
		if d := r.Categories[x].Percent() - r.Categories[y].Percent(); d != 0 {
			return int(d / max(d, -d))
		}
		return strings.Compare(x, y)
	})
	for _, name := range names {
		c := r.Categories[name]
		fmt.Fprintf(&b, "%-16s %3d of %3d  %5.1f %%\n", name, c.Right, c.Total, c.Percent())
	}
	fmt.Fprintf(&b, "%-16s %3d of %3d  %5.1f %%\n", "all", r.Right, r.Total, r.Percent())
	_, err := io.WriteString(w, b.String())
	return err
}
