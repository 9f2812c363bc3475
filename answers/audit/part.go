package audit

import (
	"regexp"
	"slices"
	"strings"
)

// A part is a statement taken apart: what it tells in the words of its claims,
// and the frame of other words around them.
type part struct {
	*statement
	claims []*claim
	text   string // in plain form
	folded string
	told   []telling
	frame  string // the text without what claims, titles and addresses say
}

// A telling is a claim whose own words stand in the statement.
type telling struct {
	claim *claim
	at    int    // where its words begin
	lead  string // the sentence as far as its words, folded
	rest  string // the sentence from its words on, folded
}

var (
	quotes    = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'", "\u00a0", " ", "\r", "")
	spaces    = regexp.MustCompile(`[ \t]+`)
	address   = regexp.MustCompile(`https?://\S+`)
	describes = regexp.MustCompile(`\bdescribes?\b`) // what an entity undisputedly is
	sentence  = regexp.MustCompile(`[.!?]"? [A-Z"]`)
)

// plain makes texts comparable: straight quotation marks, single blanks.
func plain(text string) string {
	return strings.TrimSpace(spaces.ReplaceAllString(quotes.Replace(text), " "))
}

func fold(text string) string { return strings.ToLower(plain(text)) }

// blank replaces every occurrence of words by one mark, so that what stood on
// either side of it does not become one sentence.
func blank(text, words string) string {
	if words == "" {
		return text
	}
	lower, words := strings.ToLower(text), strings.ToLower(words)
	if len(lower) != len(text) {
		return strings.ReplaceAll(text, words, "¤")
	}
	var out strings.Builder
	for {
		at := strings.Index(lower, words)
		if at < 0 {
			out.WriteString(text)
			return out.String()
		}
		out.WriteString(text[:at] + "¤")
		text, lower = text[at+len(words):], lower[at+len(words):]
	}
}

func (c *check) take(s *statement) part {
	p := part{statement: s, text: plain(s.Text)}
	for _, key := range s.Claims {
		if cl := c.auditor.claims[key]; cl != nil {
			p.claims = append(p.claims, cl)
			for _, d := range []date{cl.Said, cl.Happened, cl.report.Published} {
				p.text = strings.ReplaceAll(p.text, "inferred: "+plain(d.From)+")", "inferred)")
			}
		}
	}
	p.folded = strings.ToLower(p.text)
	p.frame = address.ReplaceAllString(p.text, "¤")
	for _, src := range c.answer.Sources {
		p.frame = blank(p.frame, plain(src.Title))
	}
	// The longest first, since one claim's words may lie within another's.
	order := slices.Clone(p.claims)
	slices.SortStableFunc(order, func(a, b *claim) int { return len(b.says) - len(a.says) })
	rest := p.folded
	for _, cl := range order {
		words := strings.ToLower(cl.says)
		at := strings.Index(p.folded, words)
		if at >= 0 && strings.Contains(rest, words) {
			p.told = append(p.told, telling{cl, at, p.folded[p.begin(at):at], p.folded[at:p.end(at+len(words))]})
			rest = strings.ReplaceAll(rest, words, "¤")
			p.frame = blank(p.frame, cl.says)
		}
		p.frame = blank(p.frame, plain(cl.AimedAt))
		for _, text := range cl.beside() {
			p.frame = blank(p.frame, text)
		}
	}
	if describes.MatchString(p.frame) {
		for _, e := range c.auditor.named {
			p.frame = blank(p.frame, plain(e.Is))
		}
	}
	return p
}

// begin returns where the sentence begins that has byte at; end where it ends.
func (p *part) begin(at int) int {
	if len(p.text) != len(p.folded) {
		return 0
	}
	start := 0
	for _, m := range sentence.FindAllStringIndex(p.text[:at], -1) {
		start = m[1] - 1
	}
	return start
}

func (p *part) end(at int) int {
	if len(p.text) != len(p.folded) {
		return len(p.folded)
	}
	if m := sentence.FindStringIndex(p.text[at:]); m != nil {
		return at + m[0] + 1
	}
	return len(p.folded)
}

// accuses tells whether the statement carries an accusation, and not only cites
// one as the place where something stands.
func (p *part) accuses() bool {
	for _, t := range p.told {
		if t.claim.Stance == "alleges" {
			return true
		}
	}
	if !slices.ContainsFunc(p.claims, func(cl *claim) bool { return cl.Stance == "alleges" }) {
		return false
	}
	return accusing.MatchString(p.frame) || len(numbers(p.frame)) > 0
}

var accusing = regexp.MustCompile(`(?i)\b(accus|alleg)`)
