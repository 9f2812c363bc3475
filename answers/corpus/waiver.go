package corpus

import (
	"bytes"
	"regexp"
	"strings"
)

// A Waiver is a comment by which an editor says that a warning is no defect:
//
//	text: ten years # lint-ok figure-qualifier: "over" means "during" here
//
// It holds for the values on its line or, alone on a line, for those on the next.
type Waiver struct {
	Line   int // on which the comment stands
	For    int // the line that it is about
	Rule   string
	Reason string // empty when the editor gave none
}

var waiverForm = regexp.MustCompile(`(?:^|\s)#\s*lint-ok\s+([a-z]+(?:-[a-z]+)*)\s*(?::\s*(.*))?$`)

// waivers finds the waivers of a file's text.
func waivers(content []byte) []Waiver {
	if !bytes.Contains(content, []byte("lint-ok")) {
		return nil
	}
	var out []Waiver
	n := 0
	for line := range strings.Lines(string(content)) {
		n++
		line = strings.TrimSpace(line)
		m := waiverForm.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		about := n
		if strings.HasPrefix(line, "#") {
			about++
		}
		out = append(out, Waiver{Line: n, For: about, Rule: m[1], Reason: strings.TrimSpace(m[2])})
	}
	return out
}
