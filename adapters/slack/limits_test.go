package slack

import (
	"fmt"
	"strings"
	"testing"

	slackgo "github.com/slack-go/slack"
)

// TestLimits breaks each limit by one, and holds it exactly.
func TestLimits(t *testing.T) {
	long := func(n int) string { return strings.Repeat("x", n) }
	section := func(n int) slackgo.Block { return slackgo.NewSectionBlock(mrkdwn(long(n)), nil, nil) }
	fields := func(n, length int) slackgo.Block {
		var all []*slackgo.TextBlockObject
		for range n {
			all = append(all, mrkdwn(long(length)))
		}
		return slackgo.NewSectionBlock(nil, all, nil)
	}
	contextOf := func(n int) slackgo.Block {
		var all []slackgo.MixedElement
		for range n {
			all = append(all, mrkdwn("x"))
		}
		return slackgo.NewContextBlock("", all...)
	}
	actions := func(n int) slackgo.Block {
		var all []slackgo.BlockElement
		for i := range n {
			all = append(all, button(fmt.Sprint("b", i), "x", "x"))
		}
		return slackgo.NewActionBlock("", all...)
	}
	contextActions := func(n int) slackgo.Block {
		block := slackgo.NewContextActionsBlock("")
		for i := range n {
			e := feedbackButtons("q").(*slackgo.ContextActionsBlock).Elements.ElementSet[0].(*slackgo.FeedbackButtonsBlockElement)
			e.ActionID = fmt.Sprint("f", i)
			block.Elements.ElementSet = append(block.Elements.ElementSet, e)
		}
		return block
	}
	with := func(set func(*slackgo.ButtonBlockElement)) slackgo.Block {
		b := button("b", "x", "x")
		set(b)
		return slackgo.NewActionBlock("", b)
	}
	table := func(rows, cells int) slackgo.Block {
		tb := slackgo.TableBlock{Type: slackgo.MBTTable}
		for range rows {
			var row []slackgo.TableCell
			for range cells {
				row = append(row, slackgo.NewTableRawTextCell("x"))
			}
			tb.Rows = append(tb.Rows, row)
		}
		return tb
	}
	repeat := func(n int, b slackgo.Block) []slackgo.Block {
		var all []slackgo.Block
		for range n {
			all = append(all, b)
		}
		return all
	}
	one := func(b slackgo.Block) []slackgo.Block { return []slackgo.Block{b} }

	for _, c := range []struct {
		name      string
		fine, bad []slackgo.Block
	}{
		{"blocks", repeat(50, section(1)), repeat(51, section(1))},
		{"section text", one(section(3_000)), one(section(3_001))},
		{"empty section", one(section(1)), one(section(0))},
		{"fields", one(fields(10, 1)), one(fields(11, 1))},
		{"field text", one(fields(1, 2_000)), one(fields(1, 2_001))},
		{"header", one(slackgo.NewHeaderBlock(plainText(long(150)))), one(slackgo.NewHeaderBlock(plainText(long(151))))},
		{"context elements", one(contextOf(10)), one(contextOf(11))},
		{"empty context", one(contextOf(1)), one(contextOf(0))},
		{"actions", one(actions(25)), one(actions(26))},
		{"context actions", one(contextActions(5)), one(contextActions(6))},
		{"button text", one(with(func(b *slackgo.ButtonBlockElement) { b.Text.Text = long(75) })), one(with(func(b *slackgo.ButtonBlockElement) { b.Text.Text = long(76) }))},
		{"button value", one(with(func(b *slackgo.ButtonBlockElement) { b.Value = long(2_000) })), one(with(func(b *slackgo.ButtonBlockElement) { b.Value = long(2_001) }))},
		{"button url", one(with(func(b *slackgo.ButtonBlockElement) { b.URL = long(3_000) })), one(with(func(b *slackgo.ButtonBlockElement) { b.URL = long(3_001) }))},
		{"accessibility", one(with(func(b *slackgo.ButtonBlockElement) { b.AccessibilityLabel = long(75) })), one(with(func(b *slackgo.ButtonBlockElement) { b.AccessibilityLabel = long(76) }))},
		{"action id", one(with(func(b *slackgo.ButtonBlockElement) { b.ActionID = long(255) })), one(with(func(b *slackgo.ButtonBlockElement) { b.ActionID = long(256) }))},
		{"action id twice", one(actions(2)), []slackgo.Block{actions(1), actions(1)}},
		{"block id", one(slackgo.NewActionBlock(long(255), button("b", "x", ""))), one(slackgo.NewActionBlock(long(256), button("b", "x", "")))},
		{"block id twice", []slackgo.Block{slackgo.NewContextBlock("a", mrkdwn("x")), slackgo.NewContextBlock("b", mrkdwn("x"))}, repeat(2, slackgo.NewContextBlock("a", mrkdwn("x")))},
		{"markdown together", nil, repeat(2, slackgo.NewMarkdownBlock("", long(6_001)))},
		{"table rows", one(table(100, 1)), one(table(101, 1))},
		{"table cells", one(table(1, 20)), one(table(1, 21))},
		{"tables", one(table(1, 1)), repeat(2, table(1, 1))},
		{"alt text", one(slackgo.NewImageBlock("https://x.example", long(2_000), "", nil)), one(slackgo.NewImageBlock("https://x.example", long(2_001), "", nil))},
		{"no alt text", one(slackgo.NewImageBlock("https://x.example", "x", "", nil)), one(slackgo.NewImageBlock("https://x.example", "", "", nil))},
		{"together", repeat(3, section(3_000)), repeat(4, section(3_000))},
		{"unknown kind", one(slackgo.NewDividerBlock()), one(slackgo.NewFileBlock("", "x", "remote"))},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := checkMessage(message{blocks: c.fine, text: "x"}); err != nil {
				t.Errorf("at the limit: %v", err)
			}
			if err := checkMessage(message{blocks: c.bad, text: "x"}); err == nil {
				t.Error("past the limit: accepted")
			}
		})
	}
	if checkMessage(message{}) == nil || checkMessage(message{text: long(maxText + 1)}) == nil {
		t.Error("a message without text, or with too much of it, was accepted")
	}
}

func TestReasonView(t *testing.T) {
	if err := checkView(reasonView(strings.Repeat("q", maxButtonValue), true)); err != nil {
		t.Error(err)
	}
	for name, spoil := range map[string]func(*slackgo.ModalViewRequest){
		"title":   func(v *slackgo.ModalViewRequest) { v.Title.Text = strings.Repeat("x", 25) },
		"submit":  func(v *slackgo.ModalViewRequest) { v.Submit.Text = strings.Repeat("x", 25) },
		"private": func(v *slackgo.ModalViewRequest) { v.PrivateMetadata = strings.Repeat("x", 3_001) },
		"blocks": func(v *slackgo.ModalViewRequest) {
			v.Blocks.BlockSet = make([]slackgo.Block, 101)
			for i := range v.Blocks.BlockSet {
				v.Blocks.BlockSet[i] = slackgo.NewDividerBlock()
			}
		},
	} {
		v := reasonView("q", true)
		spoil(&v)
		if checkView(v) == nil {
			t.Errorf("%s past its limit was accepted", name)
		}
	}
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		in    string
		limit int
		want  string
	}{{"short", 5, "short"}, {"longer", 5, "long…"}, {"😀😀😀", 5, "😀😀…"}, {"😀😀😀", 6, "😀😀😀"}} {
		if got := shorten(c.in, c.limit); got != c.want || length(got) > c.limit {
			t.Errorf("shorten(%q, %d) = %q", c.in, c.limit, got)
		}
	}
}
