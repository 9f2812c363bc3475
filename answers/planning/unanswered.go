package planning

import (
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/record"
)

// noReply says that no reply by the accused is on record, where the reports
// carry none to anything.
func (c *Composition) noReply() bool {
	about := c.standing()
	if len(c.r.AboutAccused()) == 0 || len(about.Denials)+len(about.Counters) > 0 || about.Principal == nil {
		return false
	}
	c.why = c.say("why.reply")
	c.leadText(c.say("reply.lacking", "accused", c.p.Corpus.Name(about.Principal.Report().Accused), "speaker", c.p.Composer.ShortSpeaker(about.Principal)), about.Principal)
	c.also(about.Principal)
	return true
}

// reportsWithReply tells which reports carry a denial, one claim of each.
func (c *Composition) reportsWithReply() {
	var titles []string
	var claims []*corpus.Claim
	for _, denial := range c.standing().Denials[:min(len(c.standing().Denials), record.MostClaims)] {
		report := denial.Report()
		if len(claims) == record.MostListed || slices.ContainsFunc(claims, func(o *corpus.Claim) bool { return o.Report() == report }) {
			continue
		}
		claims = append(claims, denial)
		titles = append(titles, report.Publisher)
	}
	c.leadText(c.say("reply.reports", "count", c.p.Composer.Count(len(claims)), "list", c.p.Composer.Join(titles), "accused", c.p.Corpus.Name(claims[0].Report().Accused)), claims...)
	for _, d := range c.p.Occasions(c.r.AboutAccused()) {
		c.b.Claim(compose.Denial, d)
	}
}

// planUnanswered tells which accusations no reply answers, or which reports
// carry none.
func (c *Composition) planUnanswered() {
	if c.r.Aspect == "report" {
		c.reportsWithoutReply()
		return
	}
	if c.r.AmountOrShare() {
		c.r.Intent = "replied"
		c.planDenial() // of one accusation: what the reply to it is, if there is any
		return
	}
	open := c.open()
	if len(open) == 0 {
		replies := c.p.Occasions(c.r.AboutAccused())
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
		speaker := c.p.Composer.ShortSpeaker(claim)
		if c.p.About([]string{claim.Report().Accused}).AnsweredBy[claim.By] {
			speaker = c.p.Composer.Fill("unanswered.partly", "speaker", speaker)
		}
		speakers = record.AppendNew(speakers, speaker)
	}
	c.leadText(c.say("unanswered.lead", "accused", c.p.Corpus.Name(open[0].Report().Accused), "speakers", c.p.Composer.Join(speakers)), open...)
	for _, d := range c.p.Occasions(c.r.AboutAccused()) {
		c.b.Add(compose.Denial, c.p.Composer.Sentence(d)+" "+c.say("reply.aimed", "aimed", c.aim(d)), d)
	}
	c.also(open[:min(3, len(open))]...)
}

// open returns the first unanswered accusation of each accuser, in the reports
// asked about.
func (c *Composition) open() []*corpus.Claim {
	if len(c.r.Reports) == 0 {
		return c.standing().Open[:min(2*record.MostListed, len(c.standing().Open))] // none is left out that a reader could miss
	}
	var out []*corpus.Claim
	for _, id := range c.r.Reports {
		for _, n := range c.p.Index.InReport(id) {
			claim := c.p.Corpus.Claims[n]
			if claim.Stance == corpus.Alleges && c.p.Corpus.Entity(claim.By) != nil && !c.p.ReplyTo(claim).Direct &&
				!slices.ContainsFunc(out, func(o *corpus.Claim) bool { return o.By == claim.By }) {
				out = append(out, claim)
			}
		}
	}
	return out
}

func (c *Composition) reportsWithoutReply() {
	var silent []*corpus.Claim
	for _, r := range c.p.Corpus.Reports {
		if parties := c.r.AboutAccused(); len(parties) > 0 && !slices.Contains(parties, r.Accused) {
			continue
		}
		if first := c.silent(r.ID); first != nil {
			silent = append(silent, first)
		}
	}
	if len(silent) == 0 {
		c.leadText(c.say("unanswered.all_reply", "accused", c.p.Corpus.Name(c.p.Corpus.Reports[0].Accused)), c.standing().Denials[:min(2, len(c.standing().Denials))]...)
		return
	}
	c.noReplyIn(silent)
}

// silent returns the chief accusation of a report that carries no reply; nil if it
// carries one.
func (c *Composition) silent(report string) *corpus.Claim {
	var first *corpus.Claim
	for _, n := range c.p.Index.InReport(report) {
		claim := c.p.Corpus.Claims[n]
		if c.p.Denies(claim) {
			return nil
		}
		if claim.Stance == corpus.Alleges && (first == nil || record.Prominence(claim) > record.Prominence(first)) {
			first = claim
		}
	}
	return first
}

// noReplyIn says that the reports of these accusations carry no reply.
func (c *Composition) noReplyIn(silent []*corpus.Claim) {
	var titles []string
	for _, claim := range silent {
		titles = append(titles, c.say("report.named", "publisher", claim.Report().Publisher, "title", claim.Report().Title))
	}
	c.why = c.say("why.list")
	c.leadText(c.say("unanswered.reports", "reports", c.p.Composer.Join(titles), "accused", c.p.Corpus.Name(silent[0].Report().Accused)), silent...)
}
