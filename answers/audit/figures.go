package audit

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A number is an amount or count that stands in digits, or with a scale word.
type number struct {
	text  string
	value float64
	at    int
}

var (
	dated   = regexp.MustCompile(`(?i)\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(19|20)\d\d(-\d\d(-\d\d)?)?\b`)
	amount  = regexp.MustCompile(`(?i)\b(two|three|four|five|six|seven|eight|nine|ten|half a|\d[\d,]*(?:\.\d+)?)(?:[ -]?(trillion|billion|million|thousand|tn|bn|mn|m|k)\b|(?:[ ]?(%|percent\b))|)`)
	factors = map[string]float64{"": 1, "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9, "tn": 1e12, "trillion": 1e12, "%": 1, "percent": 1}
	spelled = map[string]float64{"half a": 0.5, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
)

// numbers reads the figures of a text, dates left out. A number word counts
// only with a scale: answers count their own things in words.
func numbers(text string) []number {
	text = dated.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat("#", len(s)) })
	var out []number
	for _, m := range amount.FindAllStringSubmatchIndex(text, -1) {
		digits, scale := strings.ToLower(text[m[2]:m[3]]), ""
		if m[4] >= 0 {
			scale = strings.ToLower(text[m[4]:m[5]])
		}
		value, isWord := spelled[digits]
		if isWord && scale == "" {
			continue
		}
		if !isWord {
			v, err := strconv.ParseFloat(strings.TrimRight(strings.ReplaceAll(digits, ",", ""), "."), 64)
			if err != nil {
				continue
			}
			value = v
		}
		out = append(out, number{text[m[0]:m[1]], value * factors[scale], m[0]})
	}
	return out
}

func has(list []number, value float64) bool {
	return slices.ContainsFunc(list, func(n number) bool { return math.Abs(n.value-value) <= 1e-9*math.Abs(value) })
}

// figures checks that every figure in words of the answer's own is a figure of a
// claim that it cites, whole with its qualifier, beside its accuser; that what
// is calculated says so and is no sum; and that the cited lines have it.
func (c *check) figures() {
	for i := range c.parts {
		p := &c.parts[i]
		frame := p.frame
		var used []*claim
		for _, cl := range p.claims {
			for _, f := range cl.Figures {
				for _, text := range []string{plain(f.Text) + " (" + plain(f.Converted) + ")", plain(f.Text), plain(f.Converted)} {
					if text == "" || !strings.Contains(frame, text) {
						continue
					}
					frame = blank(frame, text)
					used = append(used, cl)
				}
			}
		}
		for _, cl := range used {
			same := func(other *claim) bool { return len(other.Figures) > 0 && other.Figures[0].Text == cl.Figures[0].Text }
			named := slices.ContainsFunc(p.claims, func(other *claim) bool { return same(other) && contains(p.folded, c.auditor.names(other)) })
			if !named && cl.Stance != "remark" {
				c.breach("figure", "%s stands without its accuser: %s", cl.key, p.Text)
			}
			if period := fold(cl.Period.Text); period != "" && !strings.Contains(p.folded, period) {
				c.breach("figure", "%s stands without its period %q: %s", cl.key, cl.Period.Text, p.Text)
			}
		}
		c.origins(p, used)
		for _, n := range numbers(frame) {
			if strings.Contains(p.folded, "calculated") && c.calculated(p, n) {
				continue
			}
			c.breach("figure", "%q is no figure of its claims with its qualifier: %s", n.text, p.Text)
		}
		c.grounded(p)
	}
}

var differ = regexp.MustCompile(`(?i)differ|not be added|cannot be added|side by side|the larger|of the two|another figure|no single total|same incident`)

// apart checks that an answer which tells amounts of different accusers says
// that they differ, unless they are copies of one statement.
func (c *check) apart() {
	speakers, origins := map[string]bool{}, map[string]bool{}
	var text strings.Builder
	for i := range c.parts {
		p := &c.parts[i]
		text.WriteString(p.text + "\n")
		for _, t := range p.told {
			if t.claim.Stance != "alleges" || t.claim.Origin != "" && origins[t.claim.Origin] {
				continue
			}
			for _, f := range t.claim.Figures {
				if !f.Missing && slices.Contains([]string{"total", "part", "single"}, f.Measures) {
					speakers[who(t.claim)], origins[t.claim.Origin] = true, true
				}
			}
		}
	}
	if len(speakers) > 1 && !slices.Contains([]string{"timeline", "list", "unanswered", "order", "elapsed"}, c.answer.Intent) && !differ.MatchString(text.String()) {
		c.breach("differ", "amounts of %d accusers, and not a word that they differ", len(speakers))
	}
}

// who tells apart those who make claims.
func who(cl *claim) string {
	switch cl.By {
	case "article":
		return cl.report.Publisher
	case "unnamed":
		return cl.As
	}
	return cl.By
}

// origins checks that figures set side by side do not come from one statement
// that two reports carry: that is one source, not two.
func (c *check) origins(p *part, used []*claim) {
	seen := map[string]*claim{}
	for _, cl := range used {
		if other := seen[cl.Origin]; cl.Origin != "" && other != nil && other != cl {
			c.breach("origin", "%s and %s are one statement in two reports: %s", other.key, cl.key, p.Text)
		}
		seen[cl.Origin] = cl
	}
}

// calculated tells whether the number is a quotient, a difference or a share of
// two figures that one and the same speaker gives in the cited claims; a share may
// be rounded to whole per cent. A sum is never calculated, nor anything out of figures of different accusers.
func (c *check) calculated(p *part, n number) bool {
	given := map[string][]number{}
	for _, cl := range p.claims {
		given[cl.By] = append(given[cl.By], numbers(cl.says)...)
		for word, share := range map[string]float64{"half": 50, "third": 100.0 / 3, "quarter": 25} {
			if slices.Contains(strings.FieldsFunc(cl.says, func(r rune) bool { return r == ' ' || r == '-' || r == ',' }), word) {
				given[cl.By] = append(given[cl.By], number{text: word, value: share})
			}
		}
	}
	for _, list := range given {
		for _, a := range list {
			for _, b := range list {
				for _, v := range []float64{a.value / b.value, a.value - b.value, a.value * b.value / 100} {
					if v != 0 && math.Abs(v-n.value) <= 0.01*math.Abs(v) {
						return true
					}
				}
				if share := 100 * a.value / b.value; strings.HasSuffix(n.text, "%") && strings.HasPrefix(a.text, "$") == strings.HasPrefix(b.text, "$") && share < 100 && math.Abs(share-n.value) <= 0.5 {
					return true // in whole per cent
				}
			}
		}
	}
	return false
}

// grounded checks that every figure of the statement stands in the lines that
// it cites.
func (c *check) grounded(p *part) {
	if strings.Contains(p.folded, "calculated") {
		return
	}
	var lines []number
	for _, cite := range p.Citations {
		if cite.Source < 1 || cite.Source > len(c.answer.Sources) {
			continue
		}
		text := c.auditor.lines[c.answer.Sources[cite.Source-1].Report]
		if text == nil {
			return
		}
		for _, n := range cite.Lines {
			if n > 0 && n < len(text) {
				lines = append(lines, numbers(text[n])...)
			}
		}
	}
	for _, n := range numbers(address.ReplaceAllString(p.text, "")) {
		if !has(lines, n.value) && !c.inTitle(n) {
			c.breach("figure", "%q does not stand in the cited lines: %s", n.text, p.Text)
		}
	}
}

func (c *check) inTitle(n number) bool {
	return slices.ContainsFunc(c.answer.Sources, func(s source) bool { return has(numbers(s.Title), n.value) })
}
