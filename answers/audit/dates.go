package audit

import (
	"regexp"
	"strings"
	"time"
)

var (
	years  = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
	printd = regexp.MustCompile(`\b(?:\d{1,2} )?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:19|20)\d\d\b`)
	marked = regexp.MustCompile(`inferred|from its address|no date stated`)
)

// dates checks that every date in words of the answer's own is one of its
// claims or sources, and that one which is not stated says how it is known.
func (c *check) dates() {
	for i := range c.parts {
		p := &c.parts[i]
		known := map[string]string{} // as printed -> basis; a stated one outweighs others
		add := func(d date) {
			if text := printed(d.Date); text != "" && known[text] != "stated" {
				known[text] = d.Basis
			}
		}
		for _, cl := range p.claims {
			for _, d := range []date{cl.Said, cl.Happened, {Date: cl.Period.From, Basis: "stated"}, {Date: cl.Period.To, Basis: "stated"}, cl.report.Published} {
				add(d)
			}
			for _, y := range years.FindAllString(cl.says+" "+cl.Period.Text+" "+cl.AimedAt, -1) {
				known[y] = "stated"
			}
		}
		c.incidents(p)
		for _, m := range printd.FindAllStringIndex(p.frame, -1) {
			text := strings.TrimSpace(p.frame[m[0]:m[1]])
			basis, ok := known[text]
			switch {
			case !ok:
				c.breach("date", "%q is no date of its claims: %s", text, p.Text)
			case basis != "stated" && !marked.MatchString(p.frame[m[1]:min(len(p.frame), m[1]+28)]):
				c.breach("date", "%q is %s, which is not said: %s", text, basis, p.Text)
			}
		}
	}
}

// incidents checks that a date that follows an incident is when it is said
// to have happened, and not when somebody spoke of it.
func (c *check) incidents(p *part) {
	for _, cl := range p.claims {
		label := plain(c.auditor.entities[cl.Incident].Label)
		if label == "" {
			continue
		}
		for _, joint := range []string{" (", " in ", " was in ", " on "} {
			at := strings.Index(strings.ToLower(p.frame), strings.ToLower(label)+joint)
			if at < 0 {
				continue
			}
			after := p.frame[min(len(p.frame), at+len(label)+len(joint)):]
			if m := printd.FindString(after); m != "" && strings.HasPrefix(after, m) && m != printed(cl.Happened.Date) {
				c.breach("date", "%s is dated %s, when somebody spoke of it: %s", label, m, p.Text)
			}
		}
	}
}

// printed writes a date as answers print it.
func printed(d string) string {
	for layout, form := range map[string]string{"2006": "2006", "2006-01": "January 2006", "2006-01-02": "2 January 2006"} {
		if t, err := time.Parse(layout, d); err == nil {
			return t.Format(form)
		}
	}
	return ""
}
