package answers

import (
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
)

// noReply says that no reply by the accused is on record, where the reports
// carry none to anything.
func (c *composition) noReply() bool {
	about := c.standing()
	if len(c.r.parties()) == 0 || len(about.denials)+len(about.counters) > 0 || about.principal == nil {
		return false
	}
	c.why = c.say("why.reply")
	c.leadText(c.say("reply.lacking", "accused", c.e.composer.Name(about.principal.Report().Accused), "speaker", c.e.composer.Accusers([]*corpus.Claim{about.principal})[0]), about.principal)
	c.also(about.principal)
	return true
}

// reportsWithReply tells which reports carry a denial, one claim of each.
func (c *composition) reportsWithReply() {
	var titles []string
	var claims []*corpus.Claim
	for _, denial := range c.standing().denials[:min(len(c.standing().denials), considerable)] {
		report := denial.Report()
		if len(claims) == most || slices.ContainsFunc(claims, func(o *corpus.Claim) bool { return o.Report() == report }) {
			continue
		}
		claims = append(claims, denial)
		titles = append(titles, report.Publisher)
	}
	c.leadText(c.say("reply.reports", "count", c.e.composer.Count(len(claims)), "list", c.e.composer.Join(titles), "accused", c.e.composer.Name(claims[0].Report().Accused)), claims...)
	for _, d := range c.e.occasions(c.r.parties()) {
		c.b.Claim(compose.Denial, d)
	}
}

// planUnanswered tells which accusations no reply answers, or which reports
// carry none.
func (c *composition) planUnanswered() {
	if c.r.aspect == "report" {
		c.reportsWithoutReply()
		return
	}
	if c.r.money() && c.r.intent != "replied" {
		c.r.intent = "replied"
		c.planDenial() // of one accusation: what the reply to it is, if there is any
		return
	}
	open := c.open()
	if len(open) == 0 {
		replies := c.e.occasions(c.r.parties())
		if len(replies) == 0 {
			c.abstain("abstain.subject")
			return
		}
		c.why = c.say("why.list")
		c.leadText(c.say("unanswered.none"), replies...)
		for _, d := range replies {
			c.b.Claim(compose.Denial, d)
		}
		return
	}
	c.why = c.say("why.list")
	c.long = true
	var speakers []string
	for _, claim := range open {
		speaker := c.e.composer.Accusers([]*corpus.Claim{claim})[0]
		if c.e.about([]string{claim.Report().Accused}).answeredBy[claim.By] {
			speaker = c.e.composer.Fill("unanswered.partly", "speaker", speaker)
		}
		speakers = appendNew(speakers, speaker)
	}
	c.leadText(c.say("unanswered.lead", "accused", c.e.composer.Name(open[0].Report().Accused), "speakers", c.e.composer.Join(speakers)), open...)
	for _, d := range c.e.occasions(c.r.parties()) {
		c.b.Add(compose.Denial, c.e.composer.Sentence(d)+" "+c.say("reply.aimed", "aimed", c.aim(d)), d)
	}
	c.also(open[:min(3, len(open))]...)
}

// open returns the first unanswered accusation of each accuser, in the reports
// asked about.
func (c *composition) open() []*corpus.Claim {
	if len(c.r.reports) == 0 {
		return c.standing().open[:min(2*most, len(c.standing().open))] // none is left out that a reader could miss
	}
	var out []*corpus.Claim
	for _, id := range c.r.reports {
		for _, n := range c.e.index.InReport(id) {
			claim := c.e.corpus.Claims[n]
			if claim.Stance == corpus.Alleges && c.e.corpus.Entity(claim.By) != nil && !c.e.replyTo(claim).direct &&
				!slices.ContainsFunc(out, func(o *corpus.Claim) bool { return o.By == claim.By }) {
				out = append(out, claim)
			}
		}
	}
	return out
}

func (c *composition) inScope(claim *corpus.Claim) bool {
	return len(c.r.reports) == 0 || slices.Contains(c.r.reports, claim.Report().ID)
}

func (c *composition) reportsWithoutReply() {
	var silent []*corpus.Claim
	for _, r := range c.e.corpus.Reports {
		if parties := c.r.parties(); len(parties) > 0 && !slices.Contains(parties, r.Accused) {
			continue
		}
		if first := c.silent(r.ID); first != nil {
			silent = append(silent, first)
		}
	}
	if len(silent) == 0 {
		c.leadText(c.say("unanswered.all_reply", "accused", c.e.composer.Name(c.e.corpus.Reports[0].Accused)), c.standing().denials[:min(2, len(c.standing().denials))]...)
		return
	}
	c.noReplyIn(silent)
}

// silent returns the chief accusation of a report that carries no reply; nil if it
// carries one.
func (c *composition) silent(report string) *corpus.Claim {
	var first *corpus.Claim
	for _, n := range c.e.index.InReport(report) {
		claim := c.e.corpus.Claims[n]
		if c.e.denies(claim) {
			return nil
		}
		if claim.Stance == corpus.Alleges && (first == nil || prominence(claim) > prominence(first)) {
			first = claim
		}
	}
	return first
}

// noReplyIn says that the reports of these accusations carry no reply.
func (c *composition) noReplyIn(silent []*corpus.Claim) {
	var titles []string
	for _, claim := range silent {
		titles = append(titles, c.say("report.named", "publisher", claim.Report().Publisher, "title", claim.Report().Title))
	}
	c.why = c.say("why.list")
	c.leadText(c.say("unanswered.reports", "reports", c.e.composer.Join(titles), "accused", c.e.composer.Name(silent[0].Report().Accused)), silent...)
}
