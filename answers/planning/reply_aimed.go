package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/weighing"
)

// aimedReply returns the replies with those first that are aimed, by the words of the report
// alone, at what the accuser says whom the question names: "US allegations" are answered by a
// denial of them, though it answers none of the accusations that the corpus has by the US.
func (c *Composition) aimedReply(own []weighing.Scored) []weighing.Scored {
	if c.r.Aspect == "aimed" || c.r.KnownWords() > 0 || len(c.r.Figures)+len(c.r.Reports) > 0 {
		return nil // one accusation of all that they made, or what a reply was to
	}
	for _, n := range c.r.Names {
		if n.From < 0 || n.Weak || c.p.BelongsToAccused(n.IDs) {
			continue
		}
		for i := range own {
			claim := own[i].Claim
			if claim.Stance != corpus.Denies || len(claim.Answers) > 0 || claim.AimedAt == "" || len(c.r.Dates) > 0 && !own[i].Dated {
				continue
			}
			if slices.ContainsFunc(c.p.Index.Linker.LinkPrinted(language.Split(claim.AimedAt)), func(m corpus.Mention) bool { return slices.Contains(m.IDs, n.IDs[0]) }) {
				first := slices.Clone(own[i:])
				return append(first, own[:i]...)
			}
		}
	}
	return nil
}
