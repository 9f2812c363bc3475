package slack

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"allegedly/adapters/slack/fakeslack"
	"allegedly/answers"
	"allegedly/answers/compose"
	"allegedly/bot"
)

// The subject of every test is made up: the state of Norvania, which the
// Meridian Cyber Agency accuses, as The Harbour Post reports.

func statement(role answers.Role, text string, source int, lines ...int) answers.Statement {
	return answers.Statement{Role: role, Text: text, Claims: []string{"post-2031/a"},
		Citations: []answers.Citation{{Source: source, Lines: lines}}}
}

var (
	post = answers.Source{N: 1, Report: "harbour-post-2031", Title: "Agency blames Norvania & partners for the <Tallow> breach",
		Publisher: "The Harbour Post", Published: "2031-03-04", PublishedBasis: "stated", URL: "https://post.example/a?x=1&y=2"}
	gazette = answers.Source{N: 2, Report: "gazette-2031", Title: "Norvania rejects the charge",
		Publisher: "Gazette", Published: "2031-03", PublishedBasis: "inferred", URL: "javascript:alert(1)"}
)

// accusation is an ordinary answer with both sides.
func accusation() answers.Answer {
	return answers.Answer{
		Question: "Who took <the> money & how much?",
		Outcome:  answers.Answered,
		Intent:   "amount",
		Statements: []answers.Statement{
			statement(compose.Lead, "The Meridian Cyber Agency estimated in March 2031 that Norvania took about 40 million crowns, according to The Harbour Post.", 1, 3, 4, 5, 9),
			statement(compose.Denial, "Norvania's foreign ministry rejected the charge on 5 March 2031 and called it a fabrication by the agency.", 2, 7),
			statement(compose.Caveat, "The figures differ: the agency estimates about 40 million crowns, the bank at least 36 million.", 1, 9, 12),
		},
		Sources:     []answers.Source{post, gazette},
		Suggestions: []string{"What does Norvania reply?", "When was the <Tallow> breach?"},
		Trace:       &answers.Trace{Reading: "how much the accused is said to have taken", Rule: "amount/1", Decision: "answered: two claims carry a figure"},
	}
}

func abstention() answers.Answer {
	return answers.Answer{Question: "Did @everyone in Norvania do it?", Outcome: answers.NotReported, Intent: "verify",
		Statements:  []answers.Statement{{Role: compose.Lead, Text: "The reports do not say so, and nothing is guessed here."}},
		Suggestions: []string{"Who accuses Norvania?"}}
}

func clarification() answers.Answer {
	return answers.Answer{Question: "how much", Outcome: answers.Clarify, Intent: "amount",
		Statements:  []answers.Statement{{Role: compose.Lead, Text: "Which breach is meant? Please choose one."}},
		Suggestions: []string{"How much was taken in the Tallow breach?", "How much was taken in the Quill Bank breach, which the agency, the bank and two unnamed officials describe?"}}
}

func list() answers.Answer {
	a := accusation()
	a.Question, a.Intent = "timeline", "timeline"
	a.Statements = []answers.Statement{
		statement(compose.Lead, "In January 2030, according to the agency, Norvania took 5 million crowns from Quill Bank.", 1, 14),
		statement(compose.Lead, "In March 2031, according to the agency, Norvania took about 40 million crowns from Tallow.", 1, 3),
		statement(compose.Denial, "Norvania's foreign ministry rejected both charges on 5 March 2031 and called them a fabrication.", 2, 7),
		statement(compose.Context, "The agency was founded in 2019.", 1, 20),
	}
	return a
}

// longest is an answer that no limit of Slack would hold in full.
func longest() answers.Answer {
	a := accusation()
	a.Question = strings.Repeat("what about <this> & that ", 40)
	a.Statements[0].Text = strings.Repeat("The agency said that Norvania took part of it. ", 70)
	a.Statements[1].Text = strings.Repeat("Norvania rejects & denies this part of it. ", 70)
	for i := range 60 {
		a.Statements = append(a.Statements, statement(compose.Allegation, fmt.Sprintf("Allegation %d: the agency said that Norvania took <more> of it in another month.", i), 1, i+1))
		a.Statements = append(a.Statements, statement(compose.Context, fmt.Sprintf("Background %d: nobody disputes that the breach happened.", i), 2, i+1))
	}
	for i := range 30 {
		a.Suggestions = append(a.Suggestions, fmt.Sprintf("And what about month %d, of which the report says so very little and which nobody explains?", i))
	}
	return a
}

// An engine answers every question with the accusation, and those that name
// another fixture with that.
type engine struct {
	mu    sync.Mutex
	asked []answers.Question
	delay time.Duration
	begun chan struct{} // receives at each question, if not nil
}

func (e *engine) Answer(ctx context.Context, q answers.Question) (answers.Answer, error) {
	e.mu.Lock()
	e.asked = append(e.asked, q)
	e.mu.Unlock()
	if e.begun != nil {
		e.begun <- struct{}{}
	}
	if e.delay > 0 {
		if err := sleep(ctx, e.delay); err != nil {
			return answers.Answer{}, err
		}
	}
	a := accusation()
	switch {
	case strings.Contains(q.Text, "nothing"):
		a = abstention()
	case strings.Contains(q.Text, "fault"):
		return answers.Answer{}, fmt.Errorf("a broken invariant")
	}
	a.Question = q.Text
	a.Thread = answers.Thread{Intent: a.Intent, Turns: q.Thread.Turns + 1}
	if !q.Explain {
		a.Trace = nil
	}
	return a, nil
}

func (e *engine) Questions() []string {
	return []string{"Who accuses Norvania?", "What does Norvania reply?"}
}
func (e *engine) Names() []string                        { return []string{"Norvania"} }
func (e *engine) Sources() []answers.Source              { return []answers.Source{post, gazette} }
func (e *engine) CommandQuestion(c, about string) string { return strings.TrimSpace(c + " " + about) }

// questions returns what was asked so far.
func (e *engine) questions() []answers.Question {
	e.mu.Lock()
	defer e.mu.Unlock()
	return append([]answers.Question(nil), e.asked...)
}

// A notebook is a Feedback and a log, as tests read them.
type notebook struct {
	mu    sync.Mutex
	lines strings.Builder
	notes [][2]string
}

func (n *notebook) Write(p []byte) (int, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.lines.Write(p)
}

func (n *notebook) Disliked(question, reason string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.notes = append(n.notes, [2]string{question, reason})
}

func (n *notebook) log() string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.lines.String()
}

func (n *notebook) disliked() [][2]string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return append([][2]string(nil), n.notes...)
}

// A rig is an adapter with everything around it.
type rig struct {
	*Adapter
	slack  *fakeslack.Server
	engine *engine
	notes  *notebook
	heard  *listener
}

// A listener is the real conversation, and remembers what it was told.
type listener struct {
	bot.Handler
	mu       sync.Mutex
	messages []bot.Message
}

func (l *listener) Handle(ctx context.Context, m bot.Message) (bot.Reply, error) {
	l.mu.Lock()
	l.messages = append(l.messages, m)
	l.mu.Unlock()
	return l.Handler.Handle(ctx, m)
}

// newRig returns an adapter for the Slack, over the real conversation and a fake
// engine. set may change the configuration.
func newRig(t testing.TB, s *fakeslack.Server, set func(*Config)) *rig {
	t.Helper()
	r := &rig{slack: s, engine: &engine{}, notes: &notebook{}}
	r.heard = &listener{Handler: bot.New(r.engine, bot.Options{})}
	config := Config{BotToken: fakeslack.BotToken, AppToken: fakeslack.AppToken, SigningSecret: fakeslack.SigningSecret, APIURL: s.APIURL()}
	if set != nil {
		set(&config)
	}
	log := slog.New(slog.NewTextHandler(r.notes, nil))
	client := s.Client()
	if strings.HasPrefix(s.Root(), "http://127.") {
		client = nil
	}
	adapter, err := New(config, r.heard, r.notes, client, log)
	if err != nil {
		t.Fatal(err)
	}
	r.Adapter = adapter
	t.Cleanup(func() {
		if log := r.notes.log(); strings.Contains(log, "UASKER") || strings.Contains(log, "Norvania") || strings.Contains(log, "xoxb") || strings.Contains(log, "xapp") {
			t.Errorf("the log holds text, a name or a token:\n%s", log)
		}
	})
	return r
}
