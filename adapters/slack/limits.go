package slack

import "unicode/utf16"

// What Slack accepts. Unless said otherwise the figures stand in the Block Kit
// reference (https://docs.slack.dev/reference/block-kit) and in @slack/types
// 3.2.0. Lengths are in characters.
const (
	maxBlocks         = 50  // in a message
	maxViewBlocks     = 100 // in a modal
	maxSectionText    = 3_000
	maxFields         = 10
	maxFieldText      = 2_000
	maxHeaderText     = 150
	maxContext        = 10 // elements of a context block
	maxActions        = 25 // elements of an actions block
	maxContextActions = 5
	maxButtonText     = 75
	maxButtonValue    = 2_000
	maxButtonURL      = 3_000
	maxAccessibility  = 75  // accessibility_label
	maxID             = 255 // action_id, block_id
	maxAltText        = 2_000
	maxMarkdown       = 12_000 // all markdown blocks of a message together
	maxTableRows      = 100
	maxTableCells     = 20 // of a row
	maxTables         = 1  // of a message
	maxViewTitle      = 24 // also a modal's submit and close
	maxPrivate        = 3_000
	maxLabel          = 2_000 // of an input block
	maxOptions        = 10    // radio buttons
	maxOptionText     = 75
	maxOptionValue    = 150
	maxPlaceholder    = 150

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
