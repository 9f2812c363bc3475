package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/record"
)

// sameAsThat answers whether what the conversation is about is the incident that the question names ("is that the
// mill one?"), where a remark of ours tells it.
func (c *Composition) sameAsThat() bool {
	if c.r.Intent != "same" || c.r.Thread.Turns == 0 || len(c.r.Focus) == 0 || c.ownNames() != 1 || len(c.r.Figures)+len(c.r.Dates)+len(c.r.Reports) > 0 {
		return false
	}
	for _, id := range slices.Concat(c.r.Names[0].IDs, c.r.Names[0].Around) {
		postings := c.p.Index.Entity(id)
		for _, p := range postings[:min(len(postings), record.MostClaims)] {
			remark := c.p.Corpus.Claims[p.Claim]
			if remark.Stance == corpus.Remark && slices.Contains(c.p.Corpus.AboutOf(remark), c.r.Focus[0]) && c.p.Index.Mentions(remark.Says, c.p.Lexicon.Concept("one-same")) {
				c.why = c.say("why.best")
				c.leadRemark(remark)
				return true
			}
		}
	}
	return false
}
