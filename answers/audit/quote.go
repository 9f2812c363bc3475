package audit

import (
	"regexp"
	"strings"
)

var quoted = regexp.MustCompile(`"([^"]+)"`)

// quotations checks that what stands in quotation marks stands in the cited
// lines, or is the title of a source. Without the texts it must at least be
// quoted by a claim that is cited.
func (c *check) quotations() {
	for i := range c.parts {
		p := &c.parts[i]
		for _, m := range quoted.FindAllStringSubmatch(p.text, -1) {
			words := strings.TrimRight(m[1], ".,;")
			if c.isTitle(words) {
				continue
			}
			byClaim := false
			for _, cl := range p.claims {
				all := cl.says + " " + plain(cl.As) + " " + plain(c.auditor.entities[cl.By].Name) + " " + plain(c.auditor.entities[cl.By].Label)
				all += " " + strings.Join(cl.beside(), " ")
				byClaim = byClaim || strings.Contains(all, `"`+words)
			}
			if !byClaim {
				c.breach("quotation", "%q is quoted by no claim that is cited: %s", words, p.Text)
				continue
			}
			if lines, ok := c.citedText(p); ok && !strings.Contains(strings.ToLower(lines), strings.ToLower(words)) {
				c.breach("quotation", "%q does not stand in the cited lines: %s", words, p.Text)
			}
		}
	}
}

func (c *check) isTitle(words string) bool {
	for _, s := range c.answer.Sources {
		if strings.Contains(plain(s.Title), words) {
			return true
		}
	}
	return false
}

// citedText returns the cited lines; false when a text is not at hand.
func (c *check) citedText(p *part) (string, bool) {
	var out strings.Builder
	for _, cite := range p.Citations {
		if cite.Source < 1 || cite.Source > len(c.answer.Sources) {
			return "", false
		}
		text := c.auditor.lines[c.answer.Sources[cite.Source-1].Report]
		if text == nil {
			return "", false
		}
		for _, n := range cite.Lines {
			if n > 0 && n < len(text) {
				out.WriteString(text[n] + "\n")
			}
		}
	}
	return out.String(), true
}
