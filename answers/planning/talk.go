package planning

import (
	"allegedly/answers/compose"
)

// planClarify asks back and offers choices.
func (c *Composition) planClarify() {
	c.outcome = Clarify
	c.why = c.say("why.clarify")
	id := "clarify"
	if c.r.Facet != "" && c.p.Composer.Has("clarify."+string(c.r.Facet)) {
		id = "clarify." + string(c.r.Facet)
	}
	c.b.Plain(compose.Lead, c.say(id, "accused", c.p.accusedNames()))
	c.choices = c.p.Openers(c.r.Facet, c.r.AboutAccused())
}

// planTalk answers what is not a question about the reports.
func (c *Composition) planTalk() {
	c.outcome = Guidance
	c.why = c.say("why.talk")
	id := "talk." + c.r.Intent
	if c.p.Composer.Has(id + "." + c.r.Aspect) {
		id += "." + c.r.Aspect
	}
	c.b.Plain(compose.Lead, c.say(id, "accused", c.p.accusedNames(), "reports", c.p.Composer.Reports(len(c.p.Corpus.Reports))))
	if c.r.Intent != "thanks" && c.r.Intent != "insult" {
		c.choices = c.p.Openers("", c.r.AboutAccused())
	}
}

// planAdvice declines to advise, and to judge what should be.
func (c *Composition) planAdvice() {
	if c.r.Aspect == "judgement" {
		if len(c.r.Accused)+c.ownNames() > 0 && len(c.r.Strangers) == 0 {
			c.planVerdict() // "is it fair of the union to blame the mill?": what both sides say
			return
		}
		c.abstain("abstain.judgement")
		return
	}
	c.abstain("abstain.advice")
}
