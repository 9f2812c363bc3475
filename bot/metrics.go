package bot

import (
	"time"

	"allegedly/answers"

	"github.com/prometheus/client_golang/prometheus"
)

// metrics counts what happens, never who asked or what. The labels come from
// closed sets: the outcomes, the engine's intents and the reasons below.
type metrics struct {
	answers  *prometheus.CounterVec // by outcome and intent
	declined *prometheus.CounterVec // by reason
	seconds  prometheus.Histogram
}

// Reasons for not answering.
const (
	tooFast   = "too_fast"
	tooLong   = "too_long"
	duplicate = "duplicate"
	failed    = "failed"
)

// newMetrics registers the metrics; a nil registerer leaves them uncollected.
func newMetrics(registerer prometheus.Registerer) *metrics {
	m := &metrics{
		answers: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "allegedly_answers_total",
			Help: "Questions that got an answer, by outcome and intent.",
		}, []string{"outcome", "intent"}),
		declined: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "allegedly_declined_total",
			Help: "Messages that got none, by reason.",
		}, []string{"reason"}),
		seconds: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name:    "allegedly_answer_seconds",
			Help:    "Time the engine took for an answer.",
			Buckets: []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, 1},
		}),
	}
	if registerer != nil {
		registerer.MustRegister(m.answers, m.declined, m.seconds)
	}
	return m
}

func (m *metrics) answered(a answers.Answer, took time.Duration) {
	m.answers.WithLabelValues(string(a.Outcome), a.Intent).Inc()
	m.seconds.Observe(took.Seconds())
}

func (m *metrics) decline(reason string) { m.declined.WithLabelValues(reason).Inc() }
