package slack

import (
	"context"
	"strings"

	slackgo "github.com/slack-go/slack"
)

// The ids within the modal that asks for a reason.
const (
	reasonID      = "feedback_reason"
	reasonBlock   = "reason"
	commentBlock  = "comment"
	maxCommentLen = 1_000 // characters; enough for a paragraph
)

// reasons are offered after a thumbs-down.
var reasons = []string{
	"It misread my question",
	"A figure or a date is wrong",
	"The source does not say this",
	"One side is missing",
	"Something else",
}

// judged returns what follows a press of the feedback buttons. Slack itself shows
// which one was pressed; only a thumbs-down has more to say.
func (a *Adapter) judged(i interaction, value string) task {
	question, disliked := strings.CutPrefix(value, notHelped)
	if !disliked || a.feedback == nil {
		return nil
	}
	return func(ctx context.Context) {
		if _, err := a.api.OpenViewContext(ctx, i.TriggerID, reasonView(question)); err != nil {
			a.log.Warn("no reason asked for", "cause", explain("views.open", err).Error())
			a.feedback.Disliked(question, "")
		}
	}
}

// reasonView asks why an answer did not help. It carries the question along, and
// tells when it is closed without a reason.
func reasonView(question string) slackgo.ModalViewRequest {
	var options []*slackgo.OptionBlockObject
	for _, reason := range reasons {
		options = append(options, slackgo.NewOptionBlockObject(reason, plainText(reason), nil))
	}
	comment := slackgo.NewPlainTextInputBlockElement(nil, commentBlock)
	comment.Multiline, comment.MaxLength = true, maxCommentLen
	return slackgo.ModalViewRequest{
		Type:            slackgo.VTModal,
		CallbackID:      reasonID,
		Title:           plainText("What was wrong?"),
		Submit:          plainText("Send"),
		Close:           plainText("Skip"),
		PrivateMetadata: question,
		NotifyOnClose:   true,
		Blocks: slackgo.Blocks{BlockSet: []slackgo.Block{
			slackgo.NewInputBlock(reasonBlock, plainText("Reason"), nil, slackgo.NewRadioButtonsBlockElement(reasonBlock, options...)),
			slackgo.NewInputBlock(commentBlock, plainText("In your words"), plainText("Kept with the question, without your name."), comment).WithOptional(true),
		}},
	}
}

// reasonGiven records a thumbs-down, with a reason unless the modal was closed.
func (a *Adapter) reasonGiven(i interaction) task {
	if a.feedback == nil || i.View.Private == "" {
		return nil
	}
	values := i.View.State.Values
	reason := values[reasonBlock][reasonBlock].Selected.Value
	if comment := strings.TrimSpace(values[commentBlock][commentBlock].Value); comment != "" {
		reason += ": " + comment
	}
	return func(context.Context) { a.feedback.Disliked(i.View.Private, reason) }
}
