package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// eachAccuser leads with the reply to each of several accusers, or of several sums, that the question gives, and
// says of which of them no reply is on record: "was that an answer to the mayor, too, or just to the guild?".
func (c *Composition) eachAccuser() bool {
	var answered, open []*corpus.Claim
	consider := func(found []weighing.Scored) bool {
		if len(found) == 0 {
			return false
		}
		if at := slices.IndexFunc(found, func(s weighing.Scored) bool { return c.p.ReplyTo(s.Claim).Direct }); at >= 0 {
			answered = append(answered, found[at].Claim)
		} else {
			open = append(open, found[0].Claim)
		}
		return true
	}
	sums := slices.DeleteFunc(slices.Clone(c.r.Figures), func(f language.Figure) bool { return !f.Money() })
	if len(sums) > 1 && c.ownNames() == 0 {
		for _, f := range sums {
			sub := *c.r
			sub.Figures, sub.AccusedSpeaks = []language.Figure{f}, false
			if !consider(c.p.Choose(&sub, weighing.Filter{Stances: accusing, AnyDate: true, Keep: func(claim *corpus.Claim) bool { return c.p.Index.FeaturesOf(claim).Has(f) }})) {
				return false
			}
		}
	} else if c.ownNames() > 1 {
		for _, n := range c.r.Names {
			if n.From < 0 || !c.p.Accuses[n.IDs[0]] || c.p.BelongsToAccused(n.IDs) {
				continue
			}
			sub := *c.r
			sub.Names, sub.AccusedSpeaks = []reading.Name{n}, false
			if !consider(c.p.Choose(&sub, weighing.Filter{Stances: accusing, AnyDate: true, Keep: func(claim *corpus.Claim) bool { return slices.Contains(n.IDs, claim.By) }})) {
				return false
			}
		}
	}
	if len(open) == 0 || len(answered)+len(open) < 2 {
		return false
	}
	c.why = c.say("why.reply")
	c.b.KeepLeads = true
	for _, claim := range answered[:min(2, len(answered))] {
		c.lead(c.p.ReplyTo(claim).Denial)
	}
	if len(open) == 1 {
		c.leadLacking(open[0])
	} else {
		c.leadText(c.say("unanswered.lead", "accused", c.p.Corpus.Name(open[0].Report().Accused), "speakers", c.p.Composer.Join(c.p.Composer.Speakers(open))), open...)
	}
	c.also(answered[:min(2, len(answered))]...)
	c.also(open[:min(2, len(open))]...)
	return true
}
