package planning

import (
	"slices"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// strangerSays corrects a question that gives what one claim tells to somebody of whom no report
// knows ("did the Bishop say that it was 40 tonnes?"), or to an outlet that has nothing to do with
// it: by that claim, and whoever makes it. False where no claim has nearly all of the question.
func (c *Composition) strangerSays() bool {
	if len(c.r.Strangers) > 1 || c.r.Leans || c.r.Intent != "fact" && c.r.Intent != "verify" && c.r.Intent != "accuser" && c.r.Intent != "verdict" {
		return false
	}
	if first := c.r.First(); (c.p.In(first, "wh-word") || c.r.Facet == corpus.FacetAmount || c.r.Facet == corpus.FacetCount) && len(c.r.Figures) == 0 {
		return false // what they say is asked, and not whether they do
	}
	from, to, known := c.strangeSpeaker()
	if from < 0 || known != nil && c.p.BelongsToAccused(known.IDs) {
		return false // what they say of it is their reply
	}
	within := func(t reading.Term) bool { return t.From >= from && t.To <= to }
	ask := *c.r
	ask.Strangers, ask.Facet = nil, ""
	ask.Names = slices.DeleteFunc(slices.Clone(c.r.Names), func(n reading.Name) bool { return n.From >= from && n.From < to })
	ask.Terms = slices.DeleteFunc(slices.Clone(c.r.Terms), within)
	for i, t := range ask.Terms {
		ask.Terms[i].Asked = t.Asked && (t.Framing || !t.Known) || c.ofGroup(t, "hedging-word") || c.ofGroup(t, "telling-verb")
	}
	names, words := 0, 0
	for _, n := range ask.Names {
		if n.From >= 0 && !n.Weak && !c.p.BelongsToAccused(n.IDs) {
			names++
		}
	}
	words = ask.KnownWords()
	found := weighing.Distinct(c.p.Choose(&ask, weighing.Filter{Stances: []corpus.Stance{corpus.Alleges, corpus.Context}, Keep: ask.Concerns}))
	if len(found) == 0 || ask.ForeignShare() > 0.25 {
		return false
	}
	best := &found[0]
	telling := ask.TellingFigure() && best.Figure && (len(ask.Names) == 0 || best.Named)
	if !telling && !(names > 0 && best.Named && names+words+len(ask.Dates) > 1 && best.Fit >= 0.7) || len(ask.Dates) > 0 && !best.Dated {
		return false
	}
	if known != nil && c.p.Index.Relation(best.N, known.IDs) != 0 {
		return false
	}
	who := ""
	if known != nil {
		who = c.p.Corpus.Label(known.IDs[0])
	} else if who = Printable(c.r.Strangers[0]); who == "" {
		return false
	}
	c.weighed = found
	c.why = c.say("why.premise")
	c.leadText(c.say("correct.accuser", "speaker", who)+" "+c.p.Composer.Sentence(best.Claim), best.Claim)
	if best.Claim.Stance == corpus.Context {
		c.b.Claim(compose.Context, best.Claim)
	}
	return true
}

// strangeSpeaker returns which tokens name, in the place of the one who says it, somebody whom
// nobody entered, or an outlet, which is returned too; -1 where nobody is.
func (c *Composition) strangeSpeaker() (int, int, *reading.Name) {
	tokens, q := c.r.Query.Tokens, c.r.Query
	says := func(i int) bool {
		return i < len(tokens) && (c.p.In(tokens[i], "hedging-word") || c.p.In(tokens[i], "telling-verb"))
	}
	speaks := func(from, to int) bool {
		if to < len(tokens) && (tokens[to].Word == "that" || tokens[to].Word == "who" || tokens[to].Word == "which") {
			to++ // "was it he who put it at ..."
		}
		return says(to) || from > 1 && tokens[from-1].Word == "to" && tokens[from-2].Word == "according"
	}
	if len(c.r.Strangers) == 1 {
		at := slices.IndexFunc(c.r.Terms, func(t reading.Term) bool { return t.Foreign && !t.Asked && c.strange(q, t) })
		if at < 0 {
			return -1, 0, nil
		}
		from, to := c.r.Terms[at].From, c.r.Terms[at].To
		for from > 1 && tokens[from-1].Caps {
			from-- // the words of a name that are words besides
		}
		for to < len(tokens) && tokens[to].Caps && !says(to) {
			to++
		}
		if speaks(from, to) {
			return from, to, nil
		}
		return -1, 0, nil
	}
	for i := range c.r.Names {
		n := &c.r.Names[i]
		if n.From < 0 || n.Weak || c.p.Corpus.Entity(n.IDs[0]).Kind != corpus.Outlet {
			continue
		}
		for _, m := range q.Mentions {
			if m.From == n.From && speaks(m.From, m.To) && !slices.ContainsFunc(q.Mentions, func(o corpus.Mention) bool { return o.From == m.To }) {
				return m.From, m.To, n
			}
		}
	}
	return -1, 0, nil
}

// strange tells whether the term is (part of) the name that nobody entered.
func (c *Composition) strange(q *intent.Query, t reading.Term) bool {
	return slices.Contains(strings.Fields(c.r.Strangers[0]), q.Tokens[t.From].Text)
}
