package answers

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
)

// A side is one of the things that a question sets against another.
type side struct {
	label string
	found []scored
}

func (s *side) best() *corpus.Claim {
	if len(s.found) == 0 {
		return nil
	}
	return s.found[0].claim
}

// sides splits a question into the things it compares: names of one kind,
// figures, years of replies, or reports.
func (c *composition) sides() []side {
	var out []side
	try := func(label string, sub *request, ch choice) {
		found := c.e.choose(sub, ch)
		for i := range found {
			wanted := found[i].facet
			if sub.facet == "" {
				wanted = !c.asks("more-less") || len(found[i].claim.Figures) > 0 // what is more or less is a figure
			}
			if wanted && found[i].score >= 0.25*found[0].score {
				found[0], found[i] = found[i], found[0]
				break
			}
		}
		if len(found) > 0 && (found[0].fit >= 0.3 || ch.keep != nil) {
			out = append(out, side{label, found})
		}
	}
	compared := c.compared()
	switch {
	case len(c.r.figures) >= 2 && !c.repeated():
		for _, f := range c.r.figures {
			sub := *c.r
			sub.figures = []language.Figure{f}
			try("", &sub, choice{keep: func(claim *corpus.Claim) bool {
				return hasFigure(&c.e.index.Features[c.e.index.Number(claim)], f)
			}})
		}
	case len(c.r.reports) == 1 && c.speakerBeside(c.r.reports[0]) >= 0:
		k := c.speakerBeside(c.r.reports[0])
		bySpeaker, byReport := *c.r, *c.r
		bySpeaker.reports, byReport.names = nil, slices.Delete(slices.Clone(c.r.names), k, k+1)
		try(c.e.composer.Label(c.r.names[k].ids[0]), &bySpeaker, choice{keep: func(claim *corpus.Claim) bool {
			return c.e.index.Relation(c.e.index.Number(claim), c.r.names[k].ids)&(corpus.AsSpeaker|corpus.AsOwner) != 0
		}})
		try(c.e.corpus.Report(c.r.reports[0]).Publisher, &byReport, choice{keep: c.inScope})
	case len(compared) >= 2 && !(len(c.r.dates) >= 2 && c.oneName(compared)):
		for i, k := range compared {
			sub := *c.r
			sub.figures = nil
			sub.names = nil
			if len(c.r.dates) == len(compared) && len(compared) > 1 {
				sub.dates = c.r.dates[i : i+1] // "what A said in one year and B in another"
			}
			for j, n := range c.r.names {
				if j == k || !slices.Contains(compared, j) {
					sub.names = append(sub.names, n)
				}
			}
			mine := c.r.names[k]
			part := corpus.Relation(^corpus.Relation(0))
			if c.e.accuses[mine.ids[0]] && c.e.everSpeaks(mine.ids) {
				part = corpus.AsSpeaker | corpus.AsOwner // what it says, not what is said about it
			}
			try(c.e.composer.Label(mine.ids[0]), &sub, choice{keep: func(claim *corpus.Claim) bool {
				relation := c.e.index.Relation(c.e.index.Number(claim), mine.ids)
				return relation&part != 0 || relation != 0 && claim.By == corpus.Article && c.asks("start")
			}})
		}
	case len(c.r.names) == 1 && len(c.r.reports) == 1 && !c.told(c.r.names[0], c.r.reports[0]):
		byName, byReport := *c.r, *c.r
		byName.reports, byReport.names, byReport.figures, byReport.dates = nil, nil, nil, nil
		try("", &byName, choice{keep: c.hasNames})
		try("", &byReport, choice{keep: c.inScope})
	case len(c.r.dates) >= 2:
		for _, d := range c.r.dates {
			sub := *c.r
			sub.dates = []language.Date{d}
			stances := accusing
			if c.asks("deny") || c.asks("reply") {
				stances = denying
			}
			try(d.String(), &sub, choice{stances: stances, keep: func(claim *corpus.Claim) bool {
				return c.hasNames(claim) && slices.ContainsFunc(c.e.index.Features[c.e.index.Number(claim)].Spans, func(s corpus.Span) bool { return s.Covers(d) })
			}})
		}
	case len(c.r.reports) >= 2:
		for _, id := range c.r.reports {
			sub := *c.r
			sub.reports = []string{id}
			try(c.e.corpus.Report(id).Publisher, &sub, choice{keep: func(claim *corpus.Claim) bool { return claim.Report().ID == id }})
		}
	}
	return out
}

// quotesClaim tells whether the question quotes words that some claim has.
func (c *composition) quotesClaim() bool {
	if len(c.r.quotes) == 0 {
		return false
	}
	found := c.e.choose(c.r, choice{anyDate: true})
	return len(found) > 0 && slices.ContainsFunc(c.r.quotes, func(quote string) bool {
		return strings.Contains(c.e.index.Features[found[0].n].Text, " "+quote+" ")
	})
}

// speakerBeside returns the number of the one speaker named, where there are other
// names too and the report tells nothing of theirs; -1 otherwise.
func (c *composition) speakerBeside(report string) int {
	at := -1
	for i, n := range c.r.names {
		if c.e.speaks[n.ids[0]] {
			if at >= 0 || c.told(n, report) {
				return -1
			}
			at = i
		}
	}
	if len(c.r.names) < 2 {
		return -1
	}
	return at
}

// told tells whether a report tells of the name.
func (c *composition) told(n name, report string) bool {
	return slices.ContainsFunc(c.e.index.InReport(report), func(claim int32) bool {
		return c.e.corpus.Claims[claim].Stance != corpus.Remark && c.e.index.Relation(claim, n.ids) != 0
	})
}

// compared returns the numbers of the names that stand side by side: those of
// one kind when a third gives the frame ("in the firm's data, A or B?").
func (c *composition) compared() []int {
	var all, speakers, others []int
	for i, n := range c.r.names {
		all = append(all, i)
		if c.e.speaks[n.ids[0]] {
			speakers = append(speakers, i)
		} else {
			others = append(others, i)
		}
	}
	if held := slices.DeleteFunc(slices.Clone(others), func(i int) bool { return c.e.corpus.Entity(c.r.names[i].ids[0]).Kind == corpus.Asset }); len(held) >= 2 {
		others = held // "the exchange's coins or the game's": whose, not what
	}
	switch {
	case len(others) >= 2:
		return others
	case len(speakers) >= 2:
		return speakers
	}
	return all
}

// oneName tells whether the names that are compared are all the same one: it is
// compared with itself at another time.
func (c *composition) oneName(compared []int) bool {
	return !slices.ContainsFunc(compared, func(k int) bool { return c.r.names[k].ids[0] != c.r.names[compared[0]].ids[0] })
}

// planCompare sets the claims of each side beside each other.
func (c *composition) planCompare() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if c.quotesClaim() {
		c.planFact() // of words that a claim quotes: the claim, and what is to be said of it
		return
	}
	if len(c.r.figures) == 1 && !c.asks("more-less") && slices.ContainsFunc(c.r.query.Tokens, func(t language.Token) bool { return t.Word == "or" }) {
		for i := range c.r.names {
			c.r.names[i].speaker = false
		}
		c.r.intent = "verify"
		c.r.joinAlternatives() // "is the figure A's or B's?"
		c.planFact()
		return
	}
	if c.asks("older-word") && len(c.compared()) >= 2 && !c.asks("start") {
		c.planOrder()
		return
	}
	sides := c.sides()
	if len(sides) < 2 {
		switch {
		case c.asks("deny"):
			c.allReplies()
		case c.r.facet == corpus.FacetPurpose && c.eachPurpose():
			c.long = true
		case len(c.r.names)+len(c.r.figures) == 0 && c.r.facet != "" && c.r.facet != corpus.FacetAmount:
			c.listFacts()
			c.long = false
		case len(c.r.names)+len(c.r.figures) == 0:
			c.planTotal()
		case c.remarkOnNames():
		default:
			c.planFact()
		}
		return
	}
	c.why = c.say("why.compare")
	c.b.KeepLeads = true
	c.preferStarts(sides)
	if text, claims := c.ahead(sides); text != "" {
		c.leadText(text, claims...)
		for _, s := range sides {
			c.also(s.best())
		}
		return
	}
	for i := range sides {
		if i < 2 {
			c.lead(sides[i].best())
		} else {
			c.also(sides[i].best())
		}
	}
}

// remarkOnNames leads with the remark on what the question names, where all that
// the reports tell of it is to be compared.
func (c *composition) remarkOnNames() bool {
	if c.asks("more-less") {
		return false // it is asked which of two it is
	}
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Remark}, anyDate: true, keep: func(claim *corpus.Claim) bool {
		return c.hasNames(claim) && len(claim.About) > 1
	}})
	if len(found) == 0 || !found[0].named || found[0].fit < enough || len(c.r.figures) > 0 {
		return false
	}
	c.weighed = found
	c.leadRemark(found[0].claim)
	return true
}

// preferStarts puts the claims first that tell when something began, if that is
// what is compared.
func (c *composition) preferStarts(sides []side) {
	if !c.asks("start") {
		return
	}
	began := term{Term: intent.Term{Concepts: []language.Concept{c.e.lexicon.Concept("start")}}}
	dates := func(s scored) int {
		from := s.claim.Happened != nil || s.claim.Period != nil && s.claim.Period.From != ""
		return boolInt(s.facet && c.e.has(s.n, began)) * (1 + boolInt(from))
	}
	for _, s := range sides {
		slices.SortStableFunc(s.found, func(a, b scored) int { return cmp.Compare(dates(b), dates(a)) })
	}
}

// ahead says which side has the larger amount or the earlier date, when that
// was asked and the reports give both.
func (c *composition) ahead(sides []side) (string, []*corpus.Claim) {
	if len(sides) != 2 || sides[0].label == "" || c.r.facet != "" && c.r.facet != corpus.FacetAmount {
		return "", nil
	}
	a, b := c.comparable(&sides[0]), c.comparable(&sides[1])
	if a == nil || b == nil {
		return "", nil
	}
	if c.asks("more-less") || c.r.aspect == "largest" || c.r.aspect == "smallest" {
		x, okX := c.e.value(a)
		y, okY := c.e.value(b)
		if !okX || !okY || x == y {
			return "", nil
		}
		large, small, label := a, b, sides[0].label
		if y > x {
			large, small, label = b, a, sides[1].label
		}
		return c.say("compare.larger", "label", label, "larger", c.amounts([]*corpus.Claim{large})[0], "smaller", c.amounts([]*corpus.Claim{small})[0]), []*corpus.Claim{large, small}
	}
	return "", nil
}

// comparable returns the side's best claim that carries an amount.
func (c *composition) comparable(s *side) *corpus.Claim {
	for i := range s.found {
		if _, ok := c.e.value(s.found[i].claim); ok && s.found[i].fit >= 0.3 {
			s.found[0], s.found[i] = s.found[i], s.found[0]
			return s.found[0].claim
		}
	}
	return nil
}
