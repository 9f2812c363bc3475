package answers

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// aimedReply returns the replies with those first that are aimed, by the words of the report
// alone, at what the accuser says whom the question names: "US allegations" are answered by a
// denial of them, though it answers none of the accusations that the corpus has by the US.
func (c *composition) aimedReply(own []scored) []scored {
	if c.r.aspect == "aimed" || c.r.known() > 0 || len(c.r.figures)+len(c.r.reports) > 0 {
		return nil // one accusation of all that they made, or what a reply was to
	}
	for _, n := range c.r.names {
		if n.from < 0 || n.weak || c.e.speaksForAccused(n.ids) {
			continue
		}
		for i := range own {
			claim := own[i].claim
			if claim.Stance != corpus.Denies || len(claim.Answers) > 0 || claim.AimedAt == "" || len(c.r.dates) > 0 && !own[i].dated {
				continue
			}
			if slices.ContainsFunc(c.e.index.Linker.LinkPrinted(language.Split(claim.AimedAt)), func(m corpus.Mention) bool { return slices.Contains(m.IDs, n.ids[0]) }) {
				first := slices.Clone(own[i:])
				return append(first, own[:i]...)
			}
		}
	}
	return nil
}
