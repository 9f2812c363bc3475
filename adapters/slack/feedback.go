package slack

import (
	"context"
	"slices"
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
	if !disliked {
		return func(context.Context) { a.log.Info("feedback", "helpful", true) }
	}
	return func(ctx context.Context) {
		if _, err := a.api.OpenViewContext(ctx, i.TriggerID, reasonView(question, a.feedback != nil)); err != nil {
			a.log.Warn("no reason asked for", "cause", explain("views.open", err).Error())
			a.dislike(question, "", "")
		}
	}
}

// dislike records a thumbs-down. The log learns the offered reason, never a word
// that a person wrote.
func (a *Adapter) dislike(question, reason, comment string) {
	a.log.Info("feedback", "helpful", false, "reason", reason)
	if a.feedback == nil {
		return
	}
	if comment != "" {
		reason += ": " + comment
	}
	a.feedback.Disliked(question, reason)
}

// reasonView asks why an answer did not help; for words, too, where they are kept.
// It carries the question along, and tells when it is closed without a reason.
func reasonView(question string, words bool) slackgo.ModalViewRequest {
	var options []*slackgo.OptionBlockObject
	for _, reason := range reasons {
		options = append(options, slackgo.NewOptionBlockObject(reason, plainText(reason), nil))
	}
	blocks := []slackgo.Block{
		slackgo.NewInputBlock(reasonBlock, plainText("Reason"), nil, slackgo.NewRadioButtonsBlockElement(reasonBlock, options...)),
	}
	if words {
		comment := slackgo.NewPlainTextInputBlockElement(nil, commentBlock)
		comment.Multiline, comment.MaxLength = true, maxCommentLen
		hint := plainText("Kept with the question, without your name.")
		blocks = append(blocks, slackgo.NewInputBlock(commentBlock, plainText("In your words"), hint, comment).WithOptional(true))
	}
	return slackgo.ModalViewRequest{
		Type:            slackgo.VTModal,
		CallbackID:      reasonID,
		Title:           plainText("What was wrong?"),
		Submit:          plainText("Send"),
		Close:           plainText("Skip"),
		PrivateMetadata: question,
		NotifyOnClose:   true,
		Blocks:          slackgo.Blocks{BlockSet: blocks},
	}
}

// reasonGiven records a thumbs-down, with a reason unless the modal was closed.
func (a *Adapter) reasonGiven(i interaction) task {
	if i.View.Private == "" {
		return nil
	}
	reason := i.View.State.Values[reasonBlock][reasonBlock].Selected.Value
	if !slices.Contains(reasons, reason) {
		reason = "" // not one of ours: it may be anybody's words
	}
	comment := strings.TrimSpace(i.View.State.Values[commentBlock][commentBlock].Value)
	return func(context.Context) { a.dislike(i.View.Private, reason, comment) }
}
