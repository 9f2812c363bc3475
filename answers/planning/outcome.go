package planning

// Outcome is how a question ended.
type Outcome string

// The outcomes, as published in the answer schema.
const (
	Answered    Outcome = "answered"     // the reports carry it, or correct its premise
	NotReported Outcome = "not_reported" // they do not, and nothing is guessed
	Clarify     Outcome = "clarify"      // too vague; choices are offered
	Guidance    Outcome = "guidance"     // greeting, thanks, help, about the bot
)
