package bot

import (
	"context"
	"log/slog"
	"time"

	"allegedly/answers"

	"github.com/prometheus/client_golang/prometheus"
	"golang.org/x/time/rate"
)

// An Engine answers questions and knows which ones it answers. It is safe for
// concurrent use, and may change between calls (a reload).
type Engine interface {
	Answer(ctx context.Context, q answers.Question) (answers.Answer, error)

	// Questions returns questions that it answers, the most useful first.
	Questions() []string
	// Names returns the names that people may ask about, sorted.
	Names() []string
	// Sources returns the reports that answers rest on, by date.
	Sources() []answers.Source
	// CommandQuestion returns the question that a command stands for, which is
	// one of the Command words; about may be empty.
	CommandQuestion(command, about string) string
}

// Gaps keeps what the bot could not answer, so that an editor can see what
// readers miss. It gets text alone: never who asked, where or when.
type Gaps interface {
	// Unanswered records a question that the reports do not answer.
	Unanswered(question string)
	// Disliked records that a reader found the answer to a question wanting;
	// reason is theirs, and may be empty.
	Disliked(question, reason string)
}

// What Options leave at zero.
const (
	DefaultIdle    = 10 * time.Minute // a follow-up later than that is a new question to most people
	DefaultMaxText = 2000             // characters; the longest message that Discord lets people write

	maxThreads    = 10_000           // about 5 MB
	maxAuthors    = 10_000           // about 3 MB
	maxDeliveries = 100_000          // about 20 MB; 27 a second for an hour
	deliveryLife  = 65 * time.Minute // Slack tries again after up to an hour
)

// Options tell a Bot how to behave. The zero value works.
type Options struct {
	Idle    time.Duration         // how long a thread is remembered after its last message; 0: DefaultIdle, negative: as long as there is room
	MaxText int                   // longest question in characters; 0: DefaultMaxText, negative: any
	Rate    rate.Limit            // questions a second for each author in the long run; 0: not limited
	Burst   int                   // questions that an author may ask at once, at least 1; only with Rate
	Metrics prometheus.Registerer // nil: not collected
	Gaps    Gaps                  // nil: not kept
	Log     *slog.Logger          // nil: silent; never gets text of a user
	Now     func() time.Time      // nil: time.Now
}

// orDefaults fills in what was left at zero.
func (o Options) orDefaults() Options {
	if o.Idle == 0 {
		o.Idle = DefaultIdle
	}
	if o.MaxText == 0 {
		o.MaxText = DefaultMaxText
	}
	o.Burst = max(o.Burst, 1)
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return o
}
