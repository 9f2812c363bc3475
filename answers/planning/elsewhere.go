package planning

import (
	"slices"

	"allegedly/answers/weighing"
)

// namedInReport answers whether one article so much as names somebody: "is the mill mentioned in the piece about
// the ministry?".
func (c *Composition) namedInReport() bool {
	if c.r.Intent != "verify" || c.r.Aspect != "" && c.r.Aspect != "words" || c.r.Leans || !c.opensWhether() || !c.asks("mentioning-verb") || len(c.r.Dates)+len(c.r.Quotes)+len(c.r.Strangers) > 0 {
		return false
	}
	return c.ownNames() == 1 && !c.r.Names[0].Weak && c.mentionedIn()
}

// notInThat tells that the one article whose account of somebody is asked for says nothing of them, and what another
// does: "what does the Courier report about the guild?".
func (c *Composition) notInThat(found []weighing.Scored) bool {
	if len(c.r.Reports) != 1 || c.r.Intent != "fact" || c.r.Facet != "" || c.r.Leans || c.ownNames() != 1 || len(c.r.Names) != 1 || len(c.r.Figures)+len(c.r.Dates)+len(c.r.Quotes)+c.r.KnownWords() > 0 || len(found) == 0 || c.r.First().Word != "what" || !c.asks("about-word") {
		return false
	}
	name := c.r.Names[0]
	if name.Weak || c.p.BelongsToAccused(name.IDs) || slices.ContainsFunc(c.p.Index.InReport(c.r.Reports[0]), func(n int32) bool { return c.p.SpeaksOf(c.p.Corpus.Claims[n], c.withParts(name.IDs)) }) {
		return false
	}
	c.why = c.say("why.best")
	c.leadText(c.say("mentions.not_in", "publisher", c.p.Corpus.Report(c.r.Reports[0]).Publisher, "name", c.p.Corpus.Label(name.IDs[0]))+" "+c.p.Composer.Sentence(found[0].Claim), found[0].Claim, c.p.front(c.p.Corpus.Report(c.r.Reports[0])))
	return true
}
