package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// otherReply answers what somebody else than the accused replied, if a claim
// by them tells it; it returns whether one does.
func (c *Composition) otherReply() bool {
	found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Alleges, corpus.Context}})
	c.weighed = found
	if len(found) > 0 && found[0].Hit && c.r.ForeignShare() == 0 && (found[0].Fit >= 0.75 && found[0].Spoken || found[0].Fit >= 0.9 && found[0].Named && found[0].Claim.By == corpus.Article) {
		c.lead(found[0].Claim)
		return true
	}
	return false
}

// otherOrgan corrects a question for what a ministry or the like replied of which no report knows,
// with the reply that the reports carry: that to the accusation which the question names, or that of
// the accused whose ministry it is thought to be.
func (c *Composition) otherOrgan() bool {
	if !c.unheardOffice() && (c.r.Intent != "denial" && c.r.Intent != "replied" && !c.asks("deny") || !c.strangerOrgan()) {
		return false
	}
	elsewhere := slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		kind := c.p.Corpus.Entity(n.IDs[0]).Kind
		return n.From >= 0 && (kind == corpus.Place || kind == corpus.Party)
	})
	ask := *c.r
	ask.Strangers, ask.Replier, ask.AccusedSpeaks, ask.OthersReply = nil, nil, true, false
	ask.Names = slices.DeleteFunc(slices.Clone(c.r.Names), func(n reading.Name) bool { return !c.p.Accuses[n.IDs[0]] })
	var denial *corpus.Claim
	if found := c.p.Choose(&ask, weighing.Filter{Stances: accusing}); c.asks("deny") && len(found) > 0 && (len(ask.Figures) > 0 && found[0].Figure || len(ask.Names) > 0 && found[0].Named) {
		denial = c.p.ReplyTo(found[0].Claim).Denial
	} else if !elsewhere && (len(c.r.Accused) > 0 || len(c.p.AllAccused) == 1) {
		if own := c.p.Choose(&ask, weighing.Filter{Stances: denying, Keep: ask.Concerns}); len(own) > 0 && (len(ask.Dates) == 0 || own[0].Dated) {
			denial = own[0].Claim
		}
	}
	if denial == nil {
		return c.abstainsUnknown()
	}
	c.why = c.say("why.premise")
	c.leadText(c.say("correct.organ")+" "+c.p.Composer.Sentence(denial), denial)
	c.addAnswered(denial)
	return true
}

// strangerOrgan tells whether the one name that nobody entered is that of a ministry or the like.
func (c *Composition) strangerOrgan() bool {
	if len(c.r.Strangers) != 1 {
		return false
	}
	words := language.Split(c.r.Strangers[0])
	return len(words) > 1 && c.p.In(words[len(words)-1], "organ-noun")
}

// unknownReplier tells whether it is asked what somebody replied of whom no report tells:
// "did the bishop deny it?".
func (c *Composition) unknownReplier() bool {
	tokens := c.r.Query.Tokens
	if c.r.Named() {
		return false
	}
	for _, t := range c.r.Terms {
		from := t.From - 1
		for from > 0 && tokens[from].Word == "the" {
			from--
		}
		if t.Asked || t.Known || t.Light || from < 0 || t.To >= len(tokens) || !c.p.In(tokens[from], "auxiliary") || !c.p.In(tokens[t.To], "reply") && !c.p.In(tokens[t.To], "deny") {
			continue
		}
		if !t.Plain {
			c.r.Strangers = append(c.r.Strangers, c.p.FullName(c.r.Query, t.From))
			c.abstain("abstain.name")
			return true
		}
		c.abstain("abstain.subject")
		return true
	}
	return false
}
