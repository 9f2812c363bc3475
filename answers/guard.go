package answers

import (
	"errors"
	"fmt"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
)

// guard refuses an answer that breaks a promise. It is the last line, not the
// first: an error here is a defect of the engine or of its data.
func (e *Engine) guard(a *Answer) error {
	if len(a.Statements) == 0 {
		return errors.New("an answer without a statement")
	}
	accuses, replies := false, false
	for _, s := range a.Statements {
		if a.Outcome != Answered {
			if len(s.Claims) > 0 {
				return fmt.Errorf("an answer that is %s rests on claims", a.Outcome)
			}
			continue
		}
		if len(s.Citations) == 0 {
			return fmt.Errorf("a statement in the role %s has no citation", s.Role)
		}
		for _, cite := range s.Citations {
			if cite.Source < 1 || cite.Source > len(a.Sources) || len(cite.Lines) == 0 {
				return fmt.Errorf("a citation points at nothing")
			}
		}
		for _, key := range s.Claims {
			switch claim := e.planner.Corpus.Claim(key); {
			case claim == nil:
				return fmt.Errorf("claim %s is not in the corpus", key)
			case claim.Stance == corpus.Alleges:
				accuses = accuses || len(s.Claims) == 1 || s.Role == compose.Allegation
			case e.planner.Denies(claim):
				replies = replies || len(s.Claims) == 1
			}
		}
		replies = replies || s.Role == compose.Denial
	}
	if accuses && !replies && a.Outcome == Answered && len(e.planner.Denials) > 0 && a.Intent != "list" {
		return fmt.Errorf("an accusation stands without the reply to it")
	}
	return nil
}
