package slack

import (
	"fmt"

	"allegedly/answers"

	slackgo "github.com/slack-go/slack"
)

// The action_ids of what people may press. Suggested questions are numbered,
// because an action_id may stand only once in a message.
const (
	actionSources  = "sources"
	actionWhy      = "why"
	actionSuggest  = "suggest:"
	actionFeedback = "feedback"
)

// The values of the feedback buttons; the question follows the second, so that
// nothing has to be remembered until somebody presses it.
const (
	helped    = "helped"
	notHelped = "not helped: "
)

// maxSuggestions keeps the row of buttons to what a phone shows without scrolling.
const maxSuggestions = 5

// buttons returns the rows under an answer. Buttons carry what they ask or show;
// a question longer than a button's value gets none.
func buttons(a answers.Answer, s style) []slackgo.Block {
	var suggested, about []slackgo.BlockElement
	for i, question := range a.Suggestions {
		if i < maxSuggestions && askable(question) {
			suggested = append(suggested, button(fmt.Sprint(actionSuggest, i), question, question))
		}
	}
	if len(a.Sources) > 0 {
		about = append(about, button(actionSources, "Sources", resting(a)))
	}
	again := oneLine(a.Question) != "" && askable(notHelped+a.Question) && askable(reasoned(a))
	if again {
		about = append(about, button(actionWhy, "Why this answer?", reasoned(a)))
	}

	var rows []slackgo.Block
	if len(suggested) > 0 {
		rows = append(rows, slackgo.NewActionBlock("suggestions", suggested...))
	}
	if len(about) > 0 {
		rows = append(rows, slackgo.NewActionBlock("about", about...))
		if again && s.feedback && (a.Outcome == answers.Answered || a.Outcome == answers.NotReported) {
			rows = append(rows, feedbackButtons(a.Question))
		}
	}
	return rows
}

// askable tells whether a button can carry the question.
func askable(question string) bool {
	return oneLine(question) != "" && length(question) <= maxButtonValue
}

func button(id, label, value string) *slackgo.ButtonBlockElement {
	return slackgo.NewButtonBlockElement(id, value, plainText(shorten(oneLine(label), maxButtonText)))
}

func feedbackButtons(question string) slackgo.Block {
	return slackgo.NewContextActionsBlock("feedback", slackgo.NewFeedbackButtonsBlockElement(actionFeedback,
		slackgo.NewFeedbackButton(plainText("Helpful"), helped).WithAccessibilityLabel("This answer helped"),
		slackgo.NewFeedbackButton(plainText("Not helpful"), notHelped+question).WithAccessibilityLabel("This answer did not help"),
	))
}
