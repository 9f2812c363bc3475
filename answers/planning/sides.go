package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// A side is one of the things that a question sets against another.
type side struct {
	label string
	found []weighing.Scored
}

func (s *side) best() *corpus.Claim {
	if len(s.found) == 0 {
		return nil
	}
	return s.found[0].Claim
}

// A frame is one of the questions that a comparison asks, and the claims that may
// answer it.
type frame struct {
	label string // whose, where the claims do not tell
	ask   reading.Request
	among weighing.Filter
}

// sides answers each of the questions that a comparison asks by itself.
func (c *Composition) sides() []side {
	var out []side
	noun := c.moreOf()
	for _, f := range c.frames() {
		found := c.p.Choose(&f.ask, f.among)
		sized := c.asks("more-less") && slices.ContainsFunc(found, func(s weighing.Scored) bool {
			_, ok := c.p.Value(s.Claim)
			return ok && (s.Score >= 0.5*found[0].Score || len(found[0].Claim.Figures) == 0)
		})
		for i := range found {
			wanted := found[i].Facet
			if f.ask.Facet == "" {
				_, ok := c.p.Value(found[i].Claim)
				wanted = !c.asks("more-less") || ok || !sized && len(found[i].Claim.Figures) > 0 // what is more or less is a figure
			}
			if c.asks("headcount-word") {
				wanted = c.tells(found[i].Claim, corpus.FacetCount) // of people, and not of money
			}
			if noun != "" {
				wanted = c.p.Index.Features[found[i].N].Counted[noun]
			}
			if wanted && found[i].Score >= 0.25*found[0].Score {
				found[0], found[i] = found[i], found[0]
				break
			}
		}
		if noun == "" {
			c.preferWhole(found)
			c.preferNamedPurpose(found)
		}
		if len(found) > 0 && (found[0].Fit >= 0.3 || f.among.Keep != nil) {
			out = append(out, side{f.label, found})
		}
	}
	return out
}

// moreOf returns the stem of what it is asked of whom there is more: "which has more boats?".
func (c *Composition) moreOf() string {
	tokens := c.r.Query.Tokens
	for i := 0; i+1 < len(tokens); i++ {
		if !c.p.In(tokens[i], "more-less") {
			continue
		}
		for _, t := range tokens[i+1 : min(i+4, len(tokens))] { // "more suspect patients"
			if c.p.In(t, "amount-word") || c.p.Lexicon.Ignorable(t.Word) {
				break
			}
			if len(c.p.Counted[t.Stem]) > 0 {
				return t.Stem
			}
		}
	}
	return ""
}

// frames splits a question by what it compares: quotations, figures, names of one
// kind, a name and a figure or a report, years, reports, or its own clauses.
func (c *Composition) frames() []frame {
	compared := c.compared()
	switch {
	case c.r.Aspect == "clauses":
		if clauses := c.clauses(); len(clauses) >= 2 {
			return clauses
		}
	case len(c.r.Quotes) >= 2:
		return c.quotations()
	}
	switch {
	case len(c.r.Figures) >= 2 && !c.repeated():
		var out []frame
		for _, f := range c.r.Figures {
			ask := *c.r
			ask.Figures = []language.Figure{f}
			out = append(out, frame{"", ask, weighing.Filter{Keep: func(claim *corpus.Claim) bool {
				return c.p.Index.FeaturesOf(claim).Has(f)
			}}})
		}
		return out
	case len(c.r.Figures) == 1 && c.besideFigure() >= 0:
		return c.nameAndFigure(c.besideFigure())
	case len(c.r.Reports) == 1 && c.speakerBeside(c.r.Reports[0]) >= 0:
		return c.speakerAndReport(c.speakerBeside(c.r.Reports[0]))
	case len(compared) >= 2 && !(len(c.r.Dates) >= 2 && c.oneName(compared)):
		return c.eachName(compared)
	case len(c.r.Names) == 1 && len(c.r.Reports) == 1 && !c.reportNames(c.r.Names[0], c.r.Reports[0]):
		byName, byReport := *c.r, *c.r
		byName.Reports, byReport.Names, byReport.Figures, byReport.Dates = nil, nil, nil, nil
		return []frame{{"", byName, weighing.Filter{Keep: c.hasNames}}, {"", byReport, weighing.Filter{Keep: c.inScope}}}
	case len(c.r.Dates) >= 2:
		return c.eachDate()
	case len(c.r.Reports) >= 2:
		var out []frame
		for _, id := range c.r.Reports {
			ask := *c.r
			ask.Reports = []string{id}
			out = append(out, frame{c.p.Corpus.Report(id).Publisher, ask, weighing.Filter{Keep: func(claim *corpus.Claim) bool { return claim.Report().ID == id }}})
		}
		return out
	}
	return nil
}

// quotations asks of each quotation which claim has it.
func (c *Composition) quotations() []frame {
	var out []frame
	for _, quote := range c.r.Quotes {
		ask := *c.r
		ask.Quotes = []string{quote}
		out = append(out, frame{"", ask, weighing.Filter{Keep: func(claim *corpus.Claim) bool {
			return c.p.Index.FeaturesOf(claim).Prints(quote)
		}}})
	}
	return out
}

// nameAndFigure asks for what the name says, and for whose the figure is.
func (c *Composition) nameAndFigure(k int) []frame {
	byName, byFigure := *c.r, *c.r
	byName.Figures, byFigure.Names = nil, slices.Delete(slices.Clone(c.r.Names), k, k+1)
	mine, figure := c.r.Names[k], c.r.Figures[0]
	return []frame{
		{c.p.Corpus.Label(mine.IDs[0]), byName, weighing.Filter{Keep: func(claim *corpus.Claim) bool {
			_, amount := c.p.Value(claim)
			return c.p.Index.Relation(c.p.Index.Number(claim), mine.IDs) != 0 && (!figure.Money() || amount)
		}}},
		{"", byFigure, weighing.Filter{Keep: func(claim *corpus.Claim) bool {
			return c.p.Index.FeaturesOf(claim).Has(figure)
		}}},
	}
}

// besideFigure returns the number of the one name that the question sets beside a
// figure of somebody else; -1 where the figure may be that name's, or nobody's.
func (c *Composition) besideFigure() int {
	at := -1
	for i, n := range c.r.Names {
		if n.From >= 0 && (!n.Weak || n.Voice) {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	if at < 0 {
		return -1
	}
	claims := slices.DeleteFunc(c.p.Index.Figure(c.r.Figures[0]), func(n int32) bool { return c.p.Corpus.Claims[n].Stance == corpus.Remark })
	if len(claims) == 0 || slices.ContainsFunc(claims, func(n int32) bool { return c.p.Index.Relation(n, c.r.Names[at].IDs) != 0 }) {
		return -1
	}
	return at
}

// speakerAndReport asks for what the speaker says, and for what the report does.
func (c *Composition) speakerAndReport(k int) []frame {
	bySpeaker, byReport := *c.r, *c.r
	bySpeaker.Reports, byReport.Names = nil, slices.Delete(slices.Clone(c.r.Names), k, k+1)
	return []frame{
		{c.p.Corpus.Label(c.r.Names[k].IDs[0]), bySpeaker, weighing.Filter{Keep: func(claim *corpus.Claim) bool {
			return c.p.Index.Relation(c.p.Index.Number(claim), c.r.Names[k].IDs)&(corpus.AsSpeaker|corpus.AsOwner) != 0
		}}},
		{c.p.Corpus.Report(c.r.Reports[0]).Publisher, byReport, weighing.Filter{Keep: c.inScope}},
	}
}

// eachName asks the same of each of the names that stand side by side.
func (c *Composition) eachName(compared []int) []frame {
	var out []frame
	dates := c.datesOfEach(compared)
	for i, k := range compared {
		ask := *c.r
		ask.Figures, ask.Names, ask.Dates = nil, nil, dates[i]
		for j, n := range c.r.Names {
			if j == k || !slices.Contains(compared, j) {
				ask.Names = append(ask.Names, n)
			}
		}
		mine := c.r.Names[k]
		part := corpus.Relation(^corpus.Relation(0))
		if (c.p.Accuses[mine.IDs[0]] || c.asks("whole-total") && c.p.Corpus.Entity(mine.IDs[0]).Kind == corpus.Party) && c.p.EverSpeaks(mine.IDs) {
			part = corpus.AsSpeaker | corpus.AsOwner // what it says, not what is said about it
		}
		out = append(out, frame{c.p.Corpus.Label(mine.IDs[0]), ask, weighing.Filter{Keep: func(claim *corpus.Claim) bool {
			relation := c.p.Index.Relation(c.p.Index.Number(claim), mine.IDs)
			if part&corpus.AsTarget == 0 && slices.ContainsFunc(compared, func(j int) bool {
				return c.r.Names[j].IDs[0] == claim.By && !slices.Contains(mine.IDs, claim.By)
			}) {
				return false // "the office or its inspectors?": what those say is theirs
			}
			return relation&part != 0 || relation != 0 && claim.By == corpus.Article && c.asks("start")
		}}})
	}
	return out
}

// datesOfEach shares the question's dates out among the names that it compares, each to the nearest: "A's sum of one
// year and what B gave for another". A date that some name goes without holds for all of them.
func (c *Composition) datesOfEach(compared []int) [][]language.Date {
	out := make([][]language.Date, len(compared))
	best := 0
	for at, d := range c.r.Dates {
		if at > 0 && d.From >= c.r.Dates[at-1].To && d.From <= c.r.Dates[at-1].To+2 {
			out[best] = append(out[best], d) // "2020 to mid-2021"
			continue
		}
		least := len(c.r.Query.Tokens)
		for i, k := range compared {
			from := c.r.Names[k].From
			if away := max(from-d.From, d.From-from); from >= 0 && away < least {
				best, least = i, away
			}
		}
		out[best] = append(out[best], d)
	}
	if slices.ContainsFunc(out, func(dates []language.Date) bool { return len(dates) == 0 }) {
		for i := range out {
			out[i] = c.r.Dates
			if len(c.r.Dates) == len(compared) && len(compared) > 1 {
				out[i] = c.r.Dates[i : i+1]
			}
		}
	}
	return out
}

// eachDate asks the same of each of the dates: of the replies, where those are
// compared.
func (c *Composition) eachDate() []frame {
	var out []frame
	stances := accusing
	if c.asks("deny") || c.asks("reply") || c.asks("quote-word") && len(c.r.Names) == 0 {
		stances = denying
	} else if c.r.AccusedSpeaks {
		stances = replying // what it charges others with, too
	}
	for _, d := range c.r.Dates {
		ask := *c.r
		ask.Dates = []language.Date{d}
		of := func(claim *corpus.Claim) bool {
			return slices.ContainsFunc(c.p.Index.FeaturesOf(claim).Spans, func(s corpus.Span) bool { return s.Covers(d) })
		}
		among := weighing.Filter{Stances: stances, Keep: func(claim *corpus.Claim) bool { return c.hasNames(claim) && of(claim) }}
		if len(c.r.Names) > 0 && len(c.p.Choose(&ask, among)) == 0 { // "the account of that year": the report's
			among = weighing.Filter{Stances: stances, AnyDate: true, Keep: func(claim *corpus.Claim) bool {
				return c.hasNames(claim) && language.ParseDate(claim.Report().Published.Date).Covers(d)
			}}
		}
		out = append(out, frame{d.String(), ask, among})
	}
	return out
}

// preferWhole puts an accuser's total first, where it is asked whose number is larger, and the best
// claim of that accuser gives the sum of one affair.
func (c *Composition) preferWhole(found []weighing.Scored) {
	if len(found) == 0 || !c.asks("more-less") || !found[0].Spoken || record.Measures(corpus.Total)(found[0].Claim) || c.asks("single-incident") {
		return
	}
	for i := range found {
		if s := &found[i]; s.Spoken && s.Claim.By == found[0].Claim.By && record.Measures(corpus.Total)(s.Claim) && s.Score >= 0.5*found[0].Score {
			weighing.ToFront(found, i)
			return
		}
	}
}

// speakerBeside returns the number of the one speaker named, where there are other
// names too and the report tells nothing of theirs; -1 otherwise.
func (c *Composition) speakerBeside(report string) int {
	at := -1
	for i, n := range c.r.Names {
		if c.p.Speaks[n.IDs[0]] {
			if at >= 0 || c.reportNames(n, report) {
				return -1
			}
			at = i
		}
	}
	if len(c.r.Names) < 2 {
		return -1
	}
	return at
}

// reportNames tells whether a report tells of the name.
func (c *Composition) reportNames(n reading.Name, report string) bool {
	return slices.ContainsFunc(c.p.Index.InReport(report), func(claim int32) bool {
		return c.p.Corpus.Claims[claim].Stance != corpus.Remark && c.p.Index.Relation(claim, n.IDs) != 0
	})
}

// compared returns the numbers of the names that stand side by side: those of
// one kind when a third gives the frame ("in the firm's data, A or B?").
func (c *Composition) compared() []int {
	var all, speakers, others []int
	for i, n := range c.r.Names {
		all = append(all, i)
		if c.p.Speaks[n.IDs[0]] {
			speakers = append(speakers, i)
		} else {
			others = append(others, i)
		}
	}
	if held := slices.DeleteFunc(slices.Clone(others), func(i int) bool { return c.p.Corpus.Entity(c.r.Names[i].IDs[0]).Kind == corpus.Asset }); len(held) >= 2 {
		others = held // "the exchange's coins or the game's": whose, not what
	}
	if events := slices.DeleteFunc(slices.Clone(others), func(i int) bool { return c.p.Corpus.Entity(c.r.Names[i].IDs[0]).Kind == corpus.Group }); len(events) >= 2 && c.r.Intent == "order" {
		others = events // which of two things that a group is said to have done came first
	}
	switch {
	case c.asks("plus-word") && len(c.addends()) >= 2:
		return c.addends()
	case len(others) >= 2:
		return others
	case len(speakers) >= 2:
		return speakers
	}
	return all
}

// addends returns the numbers of the names that a question joins by "plus": those before and behind each.
func (c *Composition) addends() []int {
	var out []int
	for at, t := range c.r.Query.Tokens {
		if !c.p.In(t, "plus-word") {
			continue
		}
		before, after := -1, -1
		for i, n := range c.r.Names {
			if n.From >= 0 && n.From < at && (before < 0 || n.From > c.r.Names[before].From) {
				before = i
			}
			if n.From > at && (after < 0 || n.From < c.r.Names[after].From) {
				after = i
			}
		}
		for _, i := range []int{before, after} {
			if i >= 0 {
				out = record.AppendNew(out, i)
			}
		}
	}
	return out
}

// oneName tells whether the names that are compared are all the same one: it is
// compared with itself at another time.
func (c *Composition) oneName(compared []int) bool {
	return !slices.ContainsFunc(compared, func(k int) bool { return c.r.Names[k].IDs[0] != c.r.Names[compared[0]].IDs[0] })
}
