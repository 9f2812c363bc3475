package answers

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
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

// A frame is one of the questions that a comparison asks, and the claims that may
// answer it.
type frame struct {
	label string // whose, where the claims do not tell
	ask   request
	among choice
}

// sides answers each of the questions that a comparison asks by itself.
func (c *composition) sides() []side {
	var out []side
	noun := c.moreOf()
	for _, f := range c.frames() {
		found := c.e.choose(&f.ask, f.among)
		sized := c.asks("more-less") && slices.ContainsFunc(found, func(s scored) bool {
			_, ok := c.e.value(s.claim)
			return ok && s.score >= 0.5*found[0].score
		})
		for i := range found {
			wanted := found[i].facet
			if f.ask.facet == "" {
				_, ok := c.e.value(found[i].claim)
				wanted = !c.asks("more-less") || ok || !sized && len(found[i].claim.Figures) > 0 // what is more or less is a figure
			}
			if noun != "" {
				wanted = c.e.index.Features[found[i].n].Counted[noun]
			}
			if wanted && found[i].score >= 0.25*found[0].score {
				found[0], found[i] = found[i], found[0]
				break
			}
		}
		if len(found) > 0 && (found[0].fit >= 0.3 || f.among.keep != nil) {
			out = append(out, side{f.label, found})
		}
	}
	return out
}

// moreOf returns the stem of what it is asked of whom there is more: "which has more boats?".
func (c *composition) moreOf() string {
	tokens := c.r.query.Tokens
	for i := 0; i+1 < len(tokens); i++ {
		if !c.e.in(tokens[i], "more-less") {
			continue
		}
		for _, t := range tokens[i+1 : min(i+4, len(tokens))] { // "more suspect patients"
			if c.e.in(t, "amount-word") || c.e.lexicon.Ignorable(t.Word) {
				break
			}
			if len(c.e.counted[t.Stem]) > 0 {
				return t.Stem
			}
		}
	}
	return ""
}

// frames splits a question by what it compares: quotations, figures, names of one
// kind, a name and a figure or a report, years, reports, or its own clauses.
func (c *composition) frames() []frame {
	compared := c.compared()
	switch {
	case c.r.aspect == "clauses":
		if clauses := c.clauses(); len(clauses) >= 2 {
			return clauses
		}
	case len(c.r.quotes) >= 2:
		return c.quotations()
	}
	switch {
	case len(c.r.figures) >= 2 && !c.repeated():
		var out []frame
		for _, f := range c.r.figures {
			ask := *c.r
			ask.figures = []language.Figure{f}
			out = append(out, frame{"", ask, choice{keep: func(claim *corpus.Claim) bool {
				return hasFigure(&c.e.index.Features[c.e.index.Number(claim)], f)
			}}})
		}
		return out
	case len(c.r.figures) == 1 && c.besideFigure() >= 0:
		return c.nameAndFigure(c.besideFigure())
	case len(c.r.reports) == 1 && c.speakerBeside(c.r.reports[0]) >= 0:
		return c.speakerAndReport(c.speakerBeside(c.r.reports[0]))
	case len(compared) >= 2 && !(len(c.r.dates) >= 2 && c.oneName(compared)):
		return c.eachName(compared)
	case len(c.r.names) == 1 && len(c.r.reports) == 1 && !c.told(c.r.names[0], c.r.reports[0]):
		byName, byReport := *c.r, *c.r
		byName.reports, byReport.names, byReport.figures, byReport.dates = nil, nil, nil, nil
		return []frame{{"", byName, choice{keep: c.hasNames}}, {"", byReport, choice{keep: c.inScope}}}
	case len(c.r.dates) >= 2:
		return c.eachDate()
	case len(c.r.reports) >= 2:
		var out []frame
		for _, id := range c.r.reports {
			ask := *c.r
			ask.reports = []string{id}
			out = append(out, frame{c.e.corpus.Report(id).Publisher, ask, choice{keep: func(claim *corpus.Claim) bool { return claim.Report().ID == id }}})
		}
		return out
	}
	return nil
}

// quotations asks of each quotation which claim has it.
func (c *composition) quotations() []frame {
	var out []frame
	for _, quote := range c.r.quotes {
		ask := *c.r
		ask.quotes = []string{quote}
		out = append(out, frame{"", ask, choice{keep: func(claim *corpus.Claim) bool {
			return strings.Contains(c.e.index.Features[c.e.index.Number(claim)].Text, " "+quote+" ")
		}}})
	}
	return out
}

// nameAndFigure asks for what the name says, and for whose the figure is.
func (c *composition) nameAndFigure(k int) []frame {
	byName, byFigure := *c.r, *c.r
	byName.figures, byFigure.names = nil, slices.Delete(slices.Clone(c.r.names), k, k+1)
	mine, figure := c.r.names[k], c.r.figures[0]
	return []frame{
		{c.e.composer.Label(mine.ids[0]), byName, choice{keep: func(claim *corpus.Claim) bool {
			_, amount := c.e.value(claim)
			return c.e.index.Relation(c.e.index.Number(claim), mine.ids) != 0 && (!figure.Money() || amount)
		}}},
		{"", byFigure, choice{keep: func(claim *corpus.Claim) bool {
			return hasFigure(&c.e.index.Features[c.e.index.Number(claim)], figure)
		}}},
	}
}

// besideFigure returns the number of the one name that the question sets beside a
// figure of somebody else; -1 where the figure may be that name's, or nobody's.
func (c *composition) besideFigure() int {
	at := -1
	for i, n := range c.r.names {
		if n.from >= 0 && (!n.weak || n.voice) {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	if at < 0 {
		return -1
	}
	claims := slices.DeleteFunc(c.e.index.Figure(c.r.figures[0]), func(n int32) bool { return c.e.corpus.Claims[n].Stance == corpus.Remark })
	if len(claims) == 0 || slices.ContainsFunc(claims, func(n int32) bool { return c.e.index.Relation(n, c.r.names[at].ids) != 0 }) {
		return -1
	}
	return at
}

// speakerAndReport asks for what the speaker says, and for what the report does.
func (c *composition) speakerAndReport(k int) []frame {
	bySpeaker, byReport := *c.r, *c.r
	bySpeaker.reports, byReport.names = nil, slices.Delete(slices.Clone(c.r.names), k, k+1)
	return []frame{
		{c.e.composer.Label(c.r.names[k].ids[0]), bySpeaker, choice{keep: func(claim *corpus.Claim) bool {
			return c.e.index.Relation(c.e.index.Number(claim), c.r.names[k].ids)&(corpus.AsSpeaker|corpus.AsOwner) != 0
		}}},
		{c.e.corpus.Report(c.r.reports[0]).Publisher, byReport, choice{keep: c.inScope}},
	}
}

// eachName asks the same of each of the names that stand side by side.
func (c *composition) eachName(compared []int) []frame {
	var out []frame
	for i, k := range compared {
		ask := *c.r
		ask.figures, ask.names = nil, nil
		if len(c.r.dates) == len(compared) && len(compared) > 1 {
			ask.dates = c.r.dates[i : i+1] // "what A said in one year and B in another"
		}
		for j, n := range c.r.names {
			if j == k || !slices.Contains(compared, j) {
				ask.names = append(ask.names, n)
			}
		}
		mine := c.r.names[k]
		part := corpus.Relation(^corpus.Relation(0))
		if (c.e.accuses[mine.ids[0]] || c.asks("whole-total") && c.e.corpus.Entity(mine.ids[0]).Kind == corpus.Party) && c.e.everSpeaks(mine.ids) {
			part = corpus.AsSpeaker | corpus.AsOwner // what it says, not what is said about it
		}
		out = append(out, frame{c.e.composer.Label(mine.ids[0]), ask, choice{keep: func(claim *corpus.Claim) bool {
			relation := c.e.index.Relation(c.e.index.Number(claim), mine.ids)
			return relation&part != 0 || relation != 0 && claim.By == corpus.Article && c.asks("start")
		}}})
	}
	return out
}

// eachDate asks the same of each of the dates: of the replies, where those are
// compared.
func (c *composition) eachDate() []frame {
	var out []frame
	stances := accusing
	if c.asks("deny") || c.asks("reply") || c.asks("quote-word") && len(c.r.names) == 0 {
		stances = denying
	}
	for _, d := range c.r.dates {
		ask := *c.r
		ask.dates = []language.Date{d}
		of := func(claim *corpus.Claim) bool {
			return slices.ContainsFunc(c.e.index.Features[c.e.index.Number(claim)].Spans, func(s corpus.Span) bool { return s.Covers(d) })
		}
		among := choice{stances: stances, keep: func(claim *corpus.Claim) bool { return c.hasNames(claim) && of(claim) }}
		if len(c.r.names) > 0 && len(c.e.choose(&ask, among)) == 0 { // "the account of that year": the report's
			among = choice{stances: stances, anyDate: true, keep: func(claim *corpus.Claim) bool {
				return c.hasNames(claim) && language.ParseDate(claim.Report().Published.Date).Covers(d)
			}}
		}
		out = append(out, frame{d.String(), ask, among})
	}
	return out
}

// repeatedWeight is how much of a word's weight is left in a clause that does not
// repeat it.
const repeatedWeight = 0.4

// clauses asks each part of "who says this, who says that" by itself; a later part
// takes what it leaves out from the first.
func (c *composition) clauses() []frame {
	tokens := c.r.query.Tokens
	var starts []int
	for i, t := range tokens {
		if (c.e.in(t, "wh-word") || c.e.in(t, "wh-alone")) && (len(starts) == 0 || i > starts[len(starts)-1]+1) {
			starts = append(starts, i)
		}
	}
	var out []frame
	for k, from := range starts {
		to := len(tokens)
		if k+1 < len(starts) {
			to = starts[k+1]
		}
		ask := *c.r
		ask.terms, ask.names = nil, nil
		own := 0
		for _, t := range c.r.terms {
			switch {
			case t.From >= from && t.From < to:
				own += boolInt(!t.Asked && !t.light)
			case k > 0 && t.From >= starts[0] && t.From < starts[1] && !t.Asked:
				t.weight *= repeatedWeight
			default:
				continue
			}
			ask.terms = append(ask.terms, t)
		}
		for _, n := range c.r.names {
			if n.from < 0 || n.from >= from && n.from < to {
				own += boolInt(n.from >= 0)
				ask.names = append(ask.names, n)
			}
		}
		if len(c.r.dates) == len(starts) {
			ask.dates, own = c.r.dates[k:k+1], own+1 // "who says in one year, who in another"
		}
		if own > 0 {
			out = append(out, frame{"", ask, choice{stances: accusing}})
		}
	}
	return out
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
