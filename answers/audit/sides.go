package audit

import (
	"regexp"
	"slices"
	"strings"
)

var (
	noReply = regexp.MustCompile(`(?i)\b(no|not any) (reply|denial|response)\b|carr(y|ies) no reply|no denial in the reports|no report here carries a (reply|denial)`)
	aside   = regexp.MustCompile(`(?i)denial (is older|answered)|it answered|answered .* not|no reply to|carr(y|ies) no .*reply|no report here carries|does not answer|answers the un|older than`)
)

var toWhom = regexp.MustCompile(`carry no reply to ([^.;]+?) on this`)

// leastWords and leastShare are how much room a reply must have, in words and
// as a share of the longest accusation told beside it.
const (
	leastWords = 12
	leastShare = 3 // one in three
)

// retorts tells whether a denial is not the accused's: it answers what the accused
// says of others.
func (a *Auditor) retorts(denial *claim) bool {
	return len(denial.Answers) > 0 && !slices.ContainsFunc(denial.Answers, func(key string) bool { return a.claims[key] == nil || a.claims[key].Stance != "counters" })
}

// sides checks that an accusation and the reply to it stand in one answer: the
// denial that answers it, if there is one; else another with what it answered;
// or the statement that there is none.
func (c *check) sides() {
	var accusations []*claim
	longest, accuses := 0, false
	for _, p := range c.parts {
		for _, t := range p.told {
			if p.Role == "denial" && t.claim.Stance == "denies" && c.auditor.retorts(t.claim) {
				c.breach("sides", "%s stands for the reply of the accused, whom it answers", t.claim.key)
			}
		}
	}
	for i := range c.parts {
		p := &c.parts[i]
		if p.Role == "denial" || !p.accuses() {
			continue
		}
		accuses = true
		for _, t := range p.told {
			if t.claim.Stance == "alleges" {
				accusations = append(accusations, t.claim)
				longest = max(longest, len(strings.TrimSpace(t.lead+t.rest)))
			}
		}
	}
	if !accuses {
		return
	}
	var all strings.Builder
	var replies []telling
	full := false
	for i := range c.parts {
		p := &c.parts[i]
		all.WriteString(p.text + "\n")
		if p.Role != "denial" && p.Role != "lead" {
			continue
		}
		for _, t := range p.told {
			if t.claim.Stance != "denies" || c.auditor.retorts(t.claim) {
				continue
			}
			replies = append(replies, t)
			own := strings.TrimSpace(t.lead + t.rest)
			room := len(strings.Fields(own)) >= leastWords && len(own)*leastShare >= longest
			full = full || room && (t.claim.Said.Date == "" || strings.Contains(p.text, t.claim.Said.Date[:4]))
		}
	}
	none := noReply.MatchString(all.String())
	switch {
	case len(replies) == 0 && !none:
		c.breach("sides", "an accusation without a reply, and without saying that there is none")
	case len(replies) > 0 && !full:
		c.breach("sides", "no reply with its speaker, its year, %d words and a third of the room of the accusation", leastWords)
	}
	for _, accusation := range accusations {
		c.answered(accusation, replies, aside.MatchString(all.String()))
	}
	c.named(all.String())
}

// named checks that "no reply to X" speaks of somebody whose accusation the
// answer prints.
func (c *check) named(text string) {
	for _, m := range toWhom.FindAllStringSubmatch(text, -1) {
		for _, name := range regexp.MustCompile(`, | and `).Split(m[1], -1) {
			printed := false
			name = strings.TrimSuffix(name, " (unnamed)")
			for i := range c.parts {
				if p := &c.parts[i]; p.Role != "denial" {
					for _, cl := range p.claims {
						printed = printed || strings.Contains(strings.Join(c.auditor.names(cl), "\n"), fold(name))
					}
				}
			}
			if !printed {
				c.breach("sides", "no reply to %s is told, who accuses nobody in this answer", name)
			}
		}
	}
}

// answered checks one accusation against the replies that are printed.
func (c *check) answered(accusation *claim, replies []telling, explained bool) {
	direct, exists := false, false
	for _, denial := range c.auditor.denials {
		exists = exists || c.auditor.answersDirectly(denial, accusation)
	}
	own := false
	for _, t := range replies {
		own = own || t.claim.report.Accused == accusation.report.Accused
		direct = direct || c.auditor.answersDirectly(t.claim, accusation) || c.auditor.sameOccasion(t.claim, accusation)
	}
	if len(replies) > 0 && !own && c.auditor.hasReply(accusation.report.Accused) {
		c.breach("sides", "the reply to %s is that of another accused", accusation.key)
	}
	switch {
	case exists && !direct:
		c.breach("sides", "a denial answers %s, but the answer does not have it", accusation.key)
	case !exists && !explained:
		c.breach("sides", "no denial answers %s, and the answer does not say so", accusation.key)
	}
}

// hasReply tells whether the corpus has any denial by that accused.
func (a *Auditor) hasReply(accused string) bool {
	return slices.ContainsFunc(a.denials, func(d *claim) bool { return d.report.Accused == accused })
}

// sameOccasion tells whether the denial carries the same statement as one that
// answers the accusation directly.
func (a *Auditor) sameOccasion(denial, accusation *claim) bool {
	for _, other := range a.denials {
		if other.Origin != "" && other.Origin == denial.Origin && a.answersDirectly(other, accusation) {
			return true
		}
	}
	return false
}
