// Package answers is the whole: an Engine that reads a question (package reading), weighs
// the claims on record (record, weighing), has the answer composed (planning), and itself
// refuses what breaks a promise, offers what to ask next, and explains. It is
// deterministic: the same question over the same corpus gives the same bytes.
package answers

import (
	"allegedly/answers/compose"
	"allegedly/answers/planning"
	"allegedly/answers/reading"
)

// The words of questions and answers that the packages below give their meaning.
type (
	Question  = reading.Question
	Thread    = reading.Thread
	Outcome   = planning.Outcome
	Statement = compose.Statement
	Citation  = compose.Citation
	Source    = compose.Source
	Role      = compose.Role
)

// The outcomes, as published in the answer schema.
const (
	Answered    = planning.Answered
	NotReported = planning.NotReported
	Clarify     = planning.Clarify
	Guidance    = planning.Guidance
)

// MaxText is how many characters an answer's text may have, unless a list was
// asked for.
const MaxText = planning.MaxText

// An Answer is the engine's whole reply. Its JSON form is a promise to users
// (the answer schema), and Text is the same answer as plain text.
type Answer struct {
	Question    string      `json:"question"`
	Outcome     Outcome     `json:"outcome"`
	Intent      string      `json:"intent"`
	Statements  []Statement `json:"statements"`
	Sources     []Source    `json:"sources"`
	Suggestions []string    `json:"suggestions"` // questions that the engine answers
	Text        string      `json:"text"`
	Trace       *Trace      `json:"trace,omitempty"`

	Thread Thread `json:"-"` // to be passed with the next question of the conversation
}

// A Trace tells how an answer came about, in words an ordinary user can read.
type Trace struct {
	Reading  string       `json:"reading"`  // the question as understood, in one sentence
	Words    []TraceWord  `json:"words"`    // what was recognised
	Rule     string       `json:"rule"`     // the rule that decided what is asked
	Weighed  []TraceClaim `json:"weighed"`  // claims considered, best first
	Thread   string       `json:"thread"`   // what was taken from the conversation, if anything
	Decision string       `json:"decision"` // why it was answered, or not
}

// A TraceWord is one recognised stretch of the question.
type TraceWord struct {
	Text string `json:"text"`
	As   string `json:"as"` // what it was taken for
}

// A TraceClaim is one claim that was weighed.
type TraceClaim struct {
	Claim string  `json:"claim"`
	Score float64 `json:"score"`
	Why   string  `json:"why"`
}

// Lines returns the trace as readable lines of text.
func (t *Trace) Lines() []string {
	if t == nil {
		return nil
	}
	lines := []string{"I read this as: " + t.Reading}
	for _, word := range t.Words {
		lines = append(lines, "  \""+word.Text+"\": "+word.As)
	}
	if t.Thread != "" {
		lines = append(lines, "From our conversation: "+t.Thread)
	}
	lines = append(lines, "Rule: "+t.Rule)
	for _, claim := range t.Weighed {
		lines = append(lines, "  weighed "+claim.Claim+": "+claim.Why)
	}
	return append(lines, t.Decision)
}
