package eval

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"allegedly/answers"
	"allegedly/answers/compose"
)

// A check tells what is wrong with an answer: nothing, or a few words.
type check func(a answers.Answer) string

// add adds a check that holds for every outcome which the turn accepts, or, where an answer is one of several,
// for the answer alone: who may as well say that it is not reported need cite nothing.
func (t *Turn) add(always bool, c check) {
	always = always || len(t.Outcome) == 1 || !slices.Contains(t.Outcome, answers.Answered)
	t.checks = append(t.checks, func(a answers.Answer) string {
		if !always && a.Outcome != answers.Answered {
			return ""
		}
		return c(a)
	})
}

// compile prepares the checks of a turn.
func (t *Turn) compile(units *Units) error {
	if strings.TrimSpace(t.Ask) == "" {
		return errors.New("'ask' is missing")
	}
	if len(t.Outcome) == 0 {
		t.Outcome = Outcomes{answers.Answered}
	}
	t.add(true, func(a answers.Answer) string {
		if !slices.Contains(t.Outcome, a.Outcome) {
			return fmt.Sprintf("the outcome is %s, not %v", a.Outcome, t.Outcome)
		}
		return ""
	})
	for _, figure := range t.Figures {
		pattern, err := units.pattern(figure)
		if err != nil {
			return err
		}
		t.add(false, func(a answers.Answer) string {
			if !pattern.MatchString(lead(a)) {
				return "the lead lacks " + figure
			}
			return ""
		})
	}
	for _, kind := range []struct {
		patterns []string
		text     func(answers.Answer) string
		want     bool
		wrong    string
	}{
		{t.Lead, lead, true, "the lead lacks"},
		{t.All, whole, true, "the answer lacks"},
		{t.None, lead, false, "the lead has"},
		{t.Never, whole, false, "the answer has"},
		{t.Denial, reply, true, "the reply lacks"},
	} {
		for _, p := range kind.patterns {
			pattern, err := regexp.Compile("(?is)" + p)
			if err != nil {
				return err
			}
			t.add(!kind.want, func(a answers.Answer) string {
				text := kind.text(a)
				if found := text != "" && pattern.MatchString(text); found != kind.want {
					return kind.wrong + " /" + p + "/"
				}
				return ""
			})
		}
	}
	if len(t.Claims) > 0 {
		t.add(false, func(a answers.Answer) string {
			for _, s := range a.Statements {
				if s.Role == compose.Lead && slices.ContainsFunc(s.Claims, func(key string) bool { return slices.Contains(t.Claims, key) }) {
					return ""
				}
			}
			return "the lead does not rest on " + strings.Join(t.Claims, " or ")
		})
	}
	for _, report := range t.Reports {
		t.add(false, func(a answers.Answer) string {
			if !slices.ContainsFunc(a.Sources, func(s answers.Source) bool { return s.Report == report }) {
				return "it does not cite " + report
			}
			return ""
		})
	}
	return nil
}

// lead is the text that answers what was asked, and that alone.
func lead(a answers.Answer) string {
	if text := texts(a, compose.Lead); text != "" {
		return text
	}
	return a.Text
}

// whole is everything that is said.
func whole(a answers.Answer) string { return a.Text }

// reply is what the accused says: the denials, or the lead where the reply is
// what was asked for.
func reply(a answers.Answer) string {
	if text := texts(a, compose.Denial); text != "" {
		return text
	}
	return texts(a, compose.Lead)
}

func texts(a answers.Answer, role answers.Role) string {
	var all []string
	for _, s := range a.Statements {
		if s.Role == role {
			all = append(all, s.Text)
		}
	}
	return strings.Join(all, " ")
}
