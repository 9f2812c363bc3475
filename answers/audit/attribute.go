package audit

import (
	"regexp"
	"slices"
	"strings"
)

var (
	verbs   = regexp.MustCompile(`\b(said|says|say|accused|alleged|claimed|reported|estimated|attributed|stated|states|called|cited|maintained|suggested|added|described|denied|rejected|reports|told|wrote|argued|charged|warned|considered|dismissed|named|recommended)\b`)
	unnamed = regexp.MustCompile(`naming no accuser`)
	word    = regexp.MustCompile(`[\p{L}\p{N}][\p{L}\p{N}'$.,%-]*`)
)

// wording checks that a claim is told in the words that the corpus has for it:
// an answer may not put its own words in place of them.
func (c *check) wording() {
	for i := range c.parts {
		p := &c.parts[i]
		if len(p.told) > 0 || len(p.claims) == 0 {
			continue
		}
		have := map[string]bool{}
		for _, w := range word.FindAllString(p.folded, -1) {
			have[strings.Trim(w, ".,'")] = true
		}
		for _, cl := range p.claims {
			n, hits := 0, 0
			for _, w := range word.FindAllString(strings.ToLower(cl.says), -1) {
				if w = strings.Trim(w, ".,'"); len(w) >= 5 {
					n++
					if have[w] {
						hits++
					}
				}
			}
			if n >= 4 && hits*10 >= n*7 {
				c.breach("wording", "claim %s is told in other words: %s", cl.key, p.Text)
			}
		}
	}
}

// attribution checks that whoever makes a claim is named before it in the same
// sentence, with a verb that attributes, and with the chain of those through
// whom the report has it.
func (c *check) attribution() {
	for i := range c.parts {
		p := &c.parts[i]
		for _, t := range p.told {
			if t.claim.Stance == "remark" {
				continue
			}
			if !contains(t.lead, c.auditor.names(t.claim)) {
				c.breach("attribution", "%s does not name who says it before what is said: %s", t.claim.key, p.Text)
			}
			if !verbs.MatchString(t.lead) {
				c.breach("attribution", "%s has no attributing verb: %s", t.claim.key, p.Text)
			}
			if t.claim.By == "article" && t.claim.Stance == "alleges" && !unnamed.MatchString(t.lead) {
				c.breach("attribution", "%s does not say that the article names no accuser: %s", t.claim.key, p.Text)
			}
			c.chain(p, t)
		}
	}
}

// chain checks that a told claim names every link through which it came,
// the publisher last.
func (c *check) chain(p *part, t telling) {
	for _, id := range t.claim.Via {
		e := c.auditor.entities[id]
		if !contains(t.rest, []string{fold(e.Name)}) && (e.Label == "" || !contains(t.rest, []string{fold(e.Label)})) && e.Name != t.claim.report.Publisher {
			c.breach("chain", "%s came through %s, which is not said: %s", t.claim.key, id, p.Text)
		}
	}
	if !strings.Contains(t.lead+t.rest, fold(t.claim.report.Publisher)) {
		c.breach("chain", "%s does not name %s: %s", t.claim.key, t.claim.report.Publisher, p.Text)
	}
}

func contains(text string, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(text, name) })
}
