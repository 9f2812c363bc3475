package slack

import "unicode/utf16"

// What Slack accepts. Unless said otherwise the figures stand in the Block Kit
// reference (https://docs.slack.dev/reference/block-kit) and in @slack/types
// 3.2.0. Lengths are in characters.
const (
	maxBlocks      = 50 // in a message
	maxSectionText = 3_000
	maxHeaderText  = 150
	maxButtonText  = 75
	maxButtonValue = 2_000

	// maxTotal bounds the JSON of all blocks of a message. Slack documents no
	// figure and refuses with msg_blocks_too_long from about 13,200 characters
	// (https://github.com/slackapi/bolt-js/issues/2509).
	maxTotal = 12_000

	// adviseText is what chat.postMessage advises for the text beside blocks;
	// past maxText Slack truncates it.
	adviseText = 4_000
	maxText    = 40_000
)

// length counts characters as UTF-16 units, as JavaScript does: never fewer than
// Slack counts, whichever way it counts.
func length(s string) int {
	n := 0
	for _, r := range s {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}

// shorten cuts s to at most limit characters, the last of which is then "…".
func shorten(s string, limit int) string {
	if length(s) <= limit {
		return s
	}
	n := 0
	for i, r := range s {
		if n += max(1, utf16.RuneLen(r)); n > limit-1 {
			return s[:i] + "…"
		}
	}
	return s
}
