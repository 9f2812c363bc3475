package planning

import (
	"math"
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// suits tells whether the claim has a figure of the kind that the question gives:
// a share, money, a count.
func (c *Composition) suits(claim *corpus.Claim) bool {
	return slices.ContainsFunc(c.p.Index.FeaturesOf(claim).Figures, func(f language.Figure) bool {
		return slices.ContainsFunc(c.r.Figures, func(asked language.Figure) bool {
			return f.Unit == asked.Unit || f.Money() && asked.Money()
		})
	})
}

// unheardMoney tells whether the question is on a sum of money that no claim has, and asks for
// something else than an amount of nobody in particular.
func (c *Composition) unheardMoney() bool {
	return len(c.r.Figures) == 1 && c.r.Figures[0].Money() && len(c.p.Index.Figure(c.r.Figures[0])) == 0 && c.asksFor() && !c.r.Leans &&
		!slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
			kind := c.p.Corpus.Entity(n.IDs[0]).Kind
			return n.From >= 0 && kind != corpus.Asset && kind != corpus.Topic
		})
}

// notWhole sets the total that a question takes to be all, or most, from one country or of one year
// beside the share that the same speaker gives for it.
func (c *Composition) notWhole(found []weighing.Scored) bool {
	if len(c.r.Figures) != 1 || c.r.Facet != corpus.FacetReason && c.r.Facet != corpus.FacetTarget || !c.asks("all-of-it") {
		return false
	}
	total := slices.IndexFunc(found, func(s weighing.Scored) bool { return s.Figure && record.Measures(corpus.Total)(s.Claim) })
	from := slices.IndexFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && !n.Speaker && c.country(n.IDs[0]) })
	if total < 0 {
		return false
	}
	for _, s := range found {
		ofThat := from >= 0 && c.p.Index.Relation(s.N, c.r.Names[from].IDs) != 0 || from < 0 && len(c.r.Dates) == 1 && s.Dated && s.Claim.Period != nil
		if s.Claim.By == found[total].Claim.By && s.Claim != found[total].Claim && c.tells(s.Claim, corpus.FacetShare) && ofThat {
			c.why = c.say("why.premise")
			c.lead(found[total].Claim, s.Claim)
			c.b.KeepLeads = true
			return true
		}
	}
	return false
}

// suitsBetter tells whether a claim has a figure of the kind that the question gives, and
// the one chosen before it has none, or none of the time that is asked about.
func (c *Composition) suitsBetter(s, before *weighing.Scored) bool {
	switch {
	case c.sum():
		return amountOf(before.Claim) == "" && amountOf(s.Claim) != ""
	case c.r.AmountOrShare():
		return c.suits(s.Claim) && (!c.suits(before.Claim) || s.Dated && !before.Dated)
	}
	return !c.suits(before.Claim) && c.suits(s.Claim) && s.Score >= asGood*before.Score
}

// sum tells whether the question gives an amount, and no share.
func (c *Composition) sum() bool {
	return c.r.AmountOrShare() && !slices.ContainsFunc(c.r.Figures, func(f language.Figure) bool { return f.Unit == "%" })
}

// partsOf returns the claims by the same accuser in the same report that have the names
// of the question which the claim lacks; none unless each name is found so.
func (c *Composition) partsOf(whole *weighing.Scored, found []weighing.Scored) []*corpus.Claim {
	var parts []*corpus.Claim
	if c.p.Corpus.Entity(whole.Claim.By) == nil {
		return nil
	}
	for _, n := range c.r.Names {
		if n.From < 0 || c.p.Index.Relation(whole.N, n.IDs) != 0 {
			continue
		}
		at := slices.IndexFunc(found, func(s weighing.Scored) bool {
			return s.Claim.By == whole.Claim.By && s.Claim.Report() == whole.Claim.Report() && c.p.Index.Relation(s.N, n.IDs) != 0
		})
		if at < 0 {
			return nil
		}
		if !slices.Contains(parts, found[at].Claim) {
			parts = append(parts, found[at].Claim)
		}
	}
	return parts
}

// unheardSum tells whether the question gives one sum, in money or in millions, that
// stands in no claim.
func (c *Composition) unheardSum() bool {
	f := c.r.Figures
	return len(f) == 1 && (f[0].Money() || f[0].Scaled) && len(c.p.Index.Figure(f[0])) == 0
}

// counts tells whether the claim counts people or things.
func (c *Composition) counts(claim *corpus.Claim) bool {
	return slices.ContainsFunc(claim.Figures, func(f corpus.Figure) bool { return f.Measures == corpus.Count && !f.Missing })
}

// nearestSum returns, of the sums that the one who is named gives, that which comes by far nearest to the one in the
// question: who speaks of twenty billion means the two, and not the fifty million.
func (c *Composition) nearestSum(best *weighing.Scored, found []weighing.Scored) *weighing.Scored {
	if !c.sum() || len(c.r.Figures) != 1 || !c.r.Figures[0].Money() || c.r.Voice() == nil || !best.Spoken {
		return best
	}
	far := func(s *weighing.Scored) float64 {
		value, ok := c.p.Value(s.Claim)
		if !ok {
			return math.Inf(1)
		}
		return math.Abs(math.Log(value / c.r.Figures[0].Value))
	}
	nearest := best
	for i := range found {
		if s := &found[i]; s.Claim.Stance == best.Claim.Stance && s.Named && s.Spoken && s.Dated == best.Dated && s.Score >= 0.6*best.Score && far(s) < far(nearest)-math.Ln2 {
			nearest = s
		}
	}
	return nearest
}

// correctFigure leads with the claim that has the right figure; where another has the
// one that the question gives, it says whose that is.
func (c *Composition) correctFigure(right, other *weighing.Scored) {
	if other == nil || other.Claim.Stance != corpus.Alleges {
		c.leadText(c.say("correct.figure")+" "+c.p.Composer.Sentence(right.Claim), right.Claim)
		return
	}
	elsewhere := c.say("correct.figure.of", "amount", c.p.Composer.Amount(c.figureText(other.Claim), c.whose(other.Claim)))
	c.leadText(elsewhere+" "+c.p.Composer.Sentence(right.Claim), right.Claim, other.Claim)
	c.also(other.Claim)
}

func (c *Composition) figureText(claim *corpus.Claim) string {
	f := c.p.Index.FeaturesOf(claim)
	for i, figure := range f.Figures {
		for _, asked := range c.r.Figures {
			if f.Of[i] < 0 || !figure.Same(asked) {
				continue
			}
			if told := claim.Figures[f.Of[i]]; told.Converted != "" {
				return told.Text + " (" + told.Converted + ")"
			}
			return claim.Figures[f.Of[i]].Text
		}
	}
	return amountOf(claim)
}
