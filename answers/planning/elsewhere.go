package planning

import (
	"slices"

	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// theirVoiceElsewhere tells that an article says nothing of the body of the accused that the question names, and what
// that body said in another: "does the Gazette carry the ministry's denial?".
func (c *Composition) theirVoiceElsewhere() bool {
	report := c.r.Reports[0]
	at := slices.IndexFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && !n.Weak && c.p.BelongsToAccused(n.IDs) && !c.p.IsAccused(n.IDs) && c.p.EverSpeaks(n.IDs)
	})
	if at < 0 {
		return false
	}
	ask := *c.r
	ask.Reports = nil
	found := c.p.Choose(&ask, weighing.Filter{Stances: replying})
	for _, n := range c.p.Index.InReport(report) {
		if c.p.Index.Relation(n, c.r.Names[at].IDs) != 0 {
			return false
		}
	}
	if len(found) == 0 || c.p.Index.Relation(found[0].N, c.r.Names[at].IDs) == 0 {
		return false
	}
	c.why = c.say("why.reply")
	c.leadText(c.say("mentions.not_in", "publisher", c.p.Corpus.Report(report).Publisher, "name", c.p.Corpus.Label(c.r.Names[at].IDs[0]))+" "+c.p.Composer.Sentence(found[0].Claim), found[0].Claim, c.p.front(c.p.Corpus.Report(report)))
	return true
}

// namedInReport answers whether one article so much as names somebody: "is the mill mentioned in the piece about
// the ministry?".
func (c *Composition) namedInReport() bool {
	if c.r.Intent != "verify" || c.r.Aspect != "" && c.r.Aspect != "words" || c.r.Leans || !c.opensWhether() || !c.asks("mentioning-verb") || len(c.r.Dates)+len(c.r.Quotes)+len(c.r.Strangers) > 0 {
		return false
	}
	return c.ownNames() == 1 && !c.r.Names[0].Weak && c.mentionedIn()
}
