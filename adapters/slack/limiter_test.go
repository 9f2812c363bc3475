package slack

import (
	"encoding/json"
	"errors"
	"fmt"

	slackgo "github.com/slack-go/slack"
)

// The limits that nothing sent comes near, beside those of limits.go and from the
// same sources.
const (
	maxViewBlocks     = 100 // in a modal
	maxFields         = 10
	maxFieldText      = 2_000
	maxContext        = 10 // elements of a context block
	maxActions        = 25 // elements of an actions block
	maxContextActions = 5
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
)

// checkMessage returns every limit of Slack that the message breaks, joined;
// nil when it may be sent. slack-go itself checks next to none of them.
func checkMessage(m message) error {
	c := checker{blockIDs: map[string]bool{}, actionIDs: map[string]bool{}}
	c.text("text", m.text, 1, maxText)
	raw := c.blocks(m.blocks, maxBlocks)
	c.count("all blocks together", length(raw), 0, maxTotal)
	return errors.Join(c.broken...)
}

// checkView returns every limit of Slack that the modal breaks, joined.
func checkView(v slackgo.ModalViewRequest) error {
	c := checker{blockIDs: map[string]bool{}, actionIDs: map[string]bool{}}
	for name, object := range map[string]*slackgo.TextBlockObject{"title": v.Title, "submit": v.Submit, "close": v.Close} {
		if object != nil {
			c.text(name, object.Text, 1, maxViewTitle)
		}
	}
	c.text("private_metadata", v.PrivateMetadata, 0, maxPrivate)
	c.text("callback_id", v.CallbackID, 1, maxID)
	c.blocks(v.Blocks.BlockSet, maxViewBlocks)
	return errors.Join(c.broken...)
}

// A checker walks the JSON of blocks and collects what breaks a limit.
type checker struct {
	blockIDs, actionIDs map[string]bool
	markdown, tables    int
	broken              []error
}

// object is a JSON object; a missing or mistyped member reads as empty.
type object map[string]any

func (o object) str(key string) string { s, _ := o[key].(string); return s }
func (o object) obj(key string) object { v, _ := o[key].(map[string]any); return v }
func (o object) list(key string) []any { v, _ := o[key].([]any); return v }
func (o object) textOf(key string) string {
	return o.obj(key).str("text")
}

func (c *checker) count(what string, n, least, most int) {
	if n < least || n > most {
		c.broken = append(c.broken, fmt.Errorf("%s: %d, allowed are %d to %d", what, n, least, most))
	}
}

func (c *checker) text(what, s string, least, most int) { c.count(what, length(s), least, most) }

// unique notes that an id is used, at most 255 long and once per message.
func (c *checker) unique(what, id string, seen map[string]bool) {
	c.text(what, id, 0, maxID)
	if id != "" && seen[id] {
		c.broken = append(c.broken, fmt.Errorf("%s %q is used twice", what, id))
	}
	seen[id] = true
}

// blocks checks each block and what they may hold together, and returns their JSON.
func (c *checker) blocks(blocks []slackgo.Block, most int) string {
	c.count("blocks", len(blocks), 0, most)
	raw, err := encode(blocks)
	var decoded []object
	if err == nil {
		err = json.Unmarshal([]byte(raw), &decoded)
	}
	if err != nil {
		c.broken = append(c.broken, fmt.Errorf("blocks have no JSON form: %w", err))
	}
	for i, block := range decoded {
		c.block(fmt.Sprintf("block %d (%s)", i, block.str("type")), block)
	}
	c.count("markdown blocks together", c.markdown, 0, maxMarkdown)
	c.count("tables", c.tables, 0, maxTables)
	return raw
}

func (c *checker) block(at string, b object) {
	c.unique(at+" block_id", b.str("block_id"), c.blockIDs)
	switch b.str("type") {
	case "section":
		if fields := b.list("fields"); fields != nil {
			c.count(at+" fields", len(fields), 1, maxFields)
			for _, f := range fields {
				field, _ := f.(map[string]any)
				c.text(at+" field", object(field).str("text"), 1, maxFieldText)
			}
			c.text(at+" text", b.textOf("text"), 0, maxSectionText)
		} else {
			c.text(at+" text", b.textOf("text"), 1, maxSectionText)
		}
	case "header":
		c.text(at+" text", b.textOf("text"), 1, maxHeaderText)
	case "context":
		c.elements(at, b, maxContext)
	case "actions":
		c.elements(at, b, maxActions)
	case "context_actions":
		c.elements(at, b, maxContextActions)
	case "markdown":
		c.markdown += length(b.str("text"))
	case "table":
		c.tables++
		rows := b.list("rows")
		c.count(at+" rows", len(rows), 1, maxTableRows)
		for _, r := range rows {
			row, _ := r.([]any)
			c.count(at+" cells", len(row), 1, maxTableCells)
		}
	case "image":
		c.text(at+" alt_text", b.str("alt_text"), 1, maxAltText)
	case "input":
		c.text(at+" label", b.textOf("label"), 1, maxLabel)
		c.element(at, b.obj("element"))
	case "divider", "rich_text":
	default:
		c.broken = append(c.broken, fmt.Errorf("%s: a kind of block whose limits are not known here", at))
	}
}

func (c *checker) elements(at string, b object, most int) {
	elements := b.list("elements")
	c.count(at+" elements", len(elements), 1, most)
	for _, e := range elements {
		element, _ := e.(map[string]any)
		c.element(at, element)
	}
}

func (c *checker) element(at string, e object) {
	at += " " + e.str("type")
	c.unique(at+" action_id", e.str("action_id"), c.actionIDs)
	switch e.str("type") {
	case "mrkdwn", "plain_text":
		c.text(at, e.str("text"), 1, maxSectionText)
	case "image":
		c.text(at+" alt_text", e.str("alt_text"), 1, maxAltText)
	case "button":
		c.button(at, e)
	case "feedback_buttons":
		c.button(at+" positive", e.obj("positive_button"))
		c.button(at+" negative", e.obj("negative_button"))
	case "plain_text_input":
		c.text(at+" placeholder", e.textOf("placeholder"), 0, maxPlaceholder)
	case "radio_buttons":
		c.count(at+" options", len(e.list("options")), 1, maxOptions)
		for _, o := range e.list("options") {
			option, _ := o.(map[string]any)
			c.text(at+" option", object(option).textOf("text"), 1, maxOptionText)
			c.text(at+" option value", object(option).str("value"), 1, maxOptionValue)
		}
	default:
		c.broken = append(c.broken, fmt.Errorf("%s: a kind of element whose limits are not known here", at))
	}
}

func (c *checker) button(at string, b object) {
	c.text(at+" text", b.textOf("text"), 1, maxButtonText)
	c.text(at+" value", b.str("value"), 0, maxButtonValue)
	c.text(at+" url", b.str("url"), 0, maxButtonURL)
	c.text(at+" accessibility_label", b.str("accessibility_label"), 0, maxAccessibility)
}
