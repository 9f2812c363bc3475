package slack

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	slackgo "github.com/slack-go/slack"
)

// errStillLimited says that waiting for Slack's rate limit took too long.
var errStillLimited = errors.New("too many requests (HTTP 429), again and again")

// remedies say what an operator does about a refusal of the Web API. The codes
// are those of https://docs.slack.dev/reference/methods.
var remedies = map[string]string{
	"invalid_auth":           "the token is not valid: copy it again from your app's page",
	"not_authed":             "no token arrived: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN",
	"account_inactive":       "the token belongs to a removed app or user: install the app again and copy the new token",
	"token_revoked":          "the token was revoked: install the app again and copy the new token",
	"token_expired":          "the token has expired: switch token rotation off for the app, install it again and copy the new token",
	"not_allowed_token_type": "this kind of token does not serve here: SLACK_BOT_TOKEN takes xoxb-, SLACK_APP_TOKEN takes xapp-",
	"missing_scope":          "a scope is missing: add it on your app's page under \"OAuth & Permissions\" and install the app again",
	"no_permission":          "the token may not do this: check the app's scopes and install it again",
	"not_in_channel":         "the bot is not a member of the channel: invite it with /invite",
	"channel_not_found":      "the channel does not exist or the bot cannot see it: invite it with /invite",
	"is_archived":            "the channel is archived",
	"restricted_action":      "the workspace's settings keep the bot from posting there",
	"msg_blocks_too_long":    "the blocks are too long together: report this as a defect",
	"invalid_blocks":         "Slack does not accept the blocks: report this as a defect",
	"expired_trigger_id":     "the dialogue was opened more than 3 seconds after the press",
	"user_not_in_channel":    "the person who asked has left the channel",
}

// final are refusals that no waiting cures: the token must be changed first.
var final = []string{"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired",
	"not_allowed_token_type", "missing_scope", "no_permission"}

// refused tells whether trying again is pointless until an operator acts.
func refused(err error) bool {
	var refusal slackgo.SlackErrorResponse
	return errors.As(err, &refusal) && slices.Contains(final, refusal.Err)
}

// blocksRefused tells whether Slack would take the message without its blocks.
func blocksRefused(err error) bool {
	var refusal slackgo.SlackErrorResponse
	return errors.As(err, &refusal) && strings.Contains(refusal.Err, "blocks")
}

// notMember tells whether Slack refused because the bot is not in the channel.
func notMember(err error) bool {
	var refusal slackgo.SlackErrorResponse
	return errors.As(err, &refusal) && (refusal.Err == "not_in_channel" || refusal.Err == "channel_not_found")
}

// explain returns the error as one sentence that names the method, the cause and
// the remedy, without any address or token in it; nil for nil. The error stays
// wrapped where it holds neither.
func explain(method string, err error) error {
	if err == nil {
		return nil
	}
	var refusal slackgo.SlackErrorResponse
	var status slackgo.StatusCodeError
	var unreachable *url.Error
	switch {
	case errors.As(err, &refusal):
		return fmt.Errorf("%s was refused by Slack: %w%s", method, err, remedy(refusal))
	case limited(err):
		return fmt.Errorf("%s was refused by Slack as coming too fast: %w", method, err)
	case errors.As(err, &status):
		return fmt.Errorf("%s failed at Slack with HTTP %d: see https://slack-status.com", method, status.Code)
	case errors.As(err, &unreachable):
		// The address of a response URL is a secret, and url.Error would print it.
		return fmt.Errorf("cannot reach Slack for %s: %w: check the network, the proxy and SLACK_API_URL", method, unreachable.Err)
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return fmt.Errorf("no time left for %s: %w", method, err)
	}
	return fmt.Errorf("%s failed: %w", method, err)
}

// remedy returns what follows a refusal's code, starting with its punctuation.
func remedy(r slackgo.SlackErrorResponse) string {
	var parts []string
	if r.Needed != "" {
		parts = append(parts, "needed is "+r.Needed)
	}
	if r.Err == "invalid_blocks" { // these messages name the place, not the content
		parts = append(parts, r.ResponseMetadata.Messages...)
	}
	if text := remedies[r.Err]; text != "" {
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return ""
	}
	return ": " + strings.Join(parts, "; ")
}
