package answers

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// suits tells whether the claim has a figure of the kind that the question gives:
// a share, money, a count.
func (c *composition) suits(claim *corpus.Claim) bool {
	return slices.ContainsFunc(c.e.index.Features[c.e.index.Number(claim)].Figures, func(f language.Figure) bool {
		return slices.ContainsFunc(c.r.figures, func(asked language.Figure) bool {
			return f.Unit == asked.Unit || f.Money() && asked.Money()
		})
	})
}

// suitsBetter tells whether a claim has a figure of the kind that the question gives, and
// the one chosen before it has none, or none of the time that is asked about.
func (c *composition) suitsBetter(s, before *scored) bool {
	switch {
	case c.sum():
		return amountOf(before.claim) == "" && amountOf(s.claim) != ""
	case c.r.money():
		return c.suits(s.claim) && (!c.suits(before.claim) || s.dated && !before.dated)
	}
	return !c.suits(before.claim) && c.suits(s.claim) && s.score >= close*before.score
}

// sum tells whether the question gives an amount, and no share.
func (c *composition) sum() bool {
	return c.r.money() && !slices.ContainsFunc(c.r.figures, func(f language.Figure) bool { return f.Unit == "%" })
}

// partsOf returns the claims by the same accuser in the same report that have the names
// of the question which the claim lacks; none unless each name is found so.
func (c *composition) partsOf(whole *scored, found []scored) []*corpus.Claim {
	var parts []*corpus.Claim
	if c.e.corpus.Entity(whole.claim.By) == nil {
		return nil
	}
	for _, n := range c.r.names {
		if n.from < 0 || c.e.index.Relation(whole.n, n.ids) != 0 {
			continue
		}
		at := slices.IndexFunc(found, func(s scored) bool {
			return s.claim.By == whole.claim.By && s.claim.Report() == whole.claim.Report() && c.e.index.Relation(s.n, n.ids) != 0
		})
		if at < 0 {
			return nil
		}
		if !slices.Contains(parts, found[at].claim) {
			parts = append(parts, found[at].claim)
		}
	}
	return parts
}

// alternatives returns the names that the question joins by "or".
func (c *composition) alternatives() []string {
	var out []string
	for _, n := range c.r.names {
		if n.either != nil && n.voice {
			out = appendNew(out, c.e.composer.Label(n.ids[0]), c.e.composer.Label(n.either[0]))
		}
	}
	return out
}

// otherUnit returns the best claim that gives the question's sum in another unit; nil
// where none does.
func (c *composition) otherUnit() *scored {
	if !c.unheardSum() {
		return nil
	}
	same := c.e.index.SameNumber(c.r.figures[0].Value)
	ask := *c.r
	ask.figures = nil
	found := c.e.choose(&ask, choice{stances: accusing, keep: func(claim *corpus.Claim) bool { return slices.Contains(same, c.e.index.Number(claim)) }})
	if len(found) == 0 {
		return nil
	}
	return &found[0]
}

// unheardSum tells whether the question gives one sum, in money or in millions, that
// stands in no claim.
func (c *composition) unheardSum() bool {
	f := c.r.figures
	return len(f) == 1 && (f[0].Money() || f[0].Scaled) && len(c.e.index.Figure(f[0])) == 0
}

// counts tells whether the claim counts people or things.
func (c *composition) counts(claim *corpus.Claim) bool {
	return slices.ContainsFunc(claim.Figures, func(f corpus.Figure) bool { return f.Measures == corpus.Count && !f.Missing })
}

// gapped tells whether a figure of the claim is missing from the copy of its report.
func gapped(claim *corpus.Claim) bool {
	return slices.ContainsFunc(claim.Figures, func(f corpus.Figure) bool { return f.Missing })
}

// correctFigure leads with the claim that has the right figure; where another has the
// one that the question gives, it says whose that is.
func (c *composition) correctFigure(right, other *scored) {
	if other == nil || other.claim.Stance != corpus.Alleges {
		c.leadText(c.say("correct.figure")+" "+c.e.composer.Sentence(right.claim), right.claim)
		return
	}
	elsewhere := c.say("correct.figure.of", "amount", c.e.composer.Amount(c.figureText(other.claim), c.whose(other.claim)))
	c.leadText(elsewhere+" "+c.e.composer.Sentence(right.claim), right.claim, other.claim)
	c.also(other.claim)
}

func (c *composition) figureText(claim *corpus.Claim) string {
	f := &c.e.index.Features[c.e.index.Number(claim)]
	for i, figure := range f.Figures {
		for _, asked := range c.r.figures {
			if f.Of[i] >= 0 && figure.Same(asked) {
				return claim.Figures[f.Of[i]].Text
			}
		}
	}
	return amountOf(claim)
}
