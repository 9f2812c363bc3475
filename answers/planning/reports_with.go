package planning

import (
	"slices"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// A trait is what a report may have or lack, and how that is put of one report and of several.
type trait struct {
	one, many string
	of        func(claim *corpus.Claim) bool // a claim that gives its report the trait
}

// planEach tells of how many reports something holds that a question says of all or of some of
// them, and which they are: "do all of them name the crew?", "why do four reports carry a reply?",
// "which gives no amount?".
func (c *Composition) planEach() {
	if c.abstainsUnknown() {
		return
	}
	t, ok := c.traitAsked()
	if !ok {
		c.r.Aspect = ""
		c.planMentions()
		return
	}
	var with, without []string
	var has, lack []*corpus.Claim
	for _, r := range c.p.ByDate {
		in := c.p.Index.InReport(r.ID)
		if len(in) == 0 || !c.asksOf(r) {
			continue
		}
		if at := slices.IndexFunc(in, func(n int32) bool {
			claim := c.p.Corpus.Claims[n]
			return claim.Stance != corpus.Remark && t.of(claim)
		}); at >= 0 {
			with, has = append(with, r.Publisher), append(has, c.p.Corpus.Claims[in[at]])
			continue
		}
		without, lack = append(without, r.Publisher), append(lack, c.p.front(r))
	}
	if len(with)+len(without) == 0 {
		c.abstain("abstain.subject")
		return
	}
	c.why, c.long = c.say("why.list"), true
	id, do := "reports.some", t.many
	switch {
	case len(without) == 0 && len(with) > 1:
		id = "reports.all"
	case len(with) == 0:
		id, do = "reports.none", t.one
	case c.r.Aspect == "": // which it is, is asked, and of no other
		id = "reports.those"
		if len(with) == 1 {
			do = t.one
		}
	case c.asks("lacking-word"):
		id, do = "reports.lacking", t.many // those without it were asked for
		if len(with) == 1 {
			id = "reports.lacking.but_one"
		}
	case len(with) == 1:
		do = t.one
	}
	doNot := c.p.Composer.Fill("reports.do_not")
	if len(without) == 1 {
		doNot = c.p.Composer.Fill("reports.does_not")
	}
	c.leadText(c.say(id, "count", c.p.Composer.Count(len(with)), "all", c.p.Composer.Count(len(with)+len(without)), "do", do,
		"list", c.p.Composer.Join(with), "others", c.p.Composer.Join(without), "not", doNot), slices.Concat(has, lack)...)
	if len(has) > 0 && has[0].Stance == corpus.Denies {
		for _, d := range c.p.Occasions(c.r.AboutAccused()) {
			c.b.Claim(compose.Denial, d)
		}
		return
	}
	c.also(has[:min(len(has), 2)]...)
}

// traitAsked returns what the question asks of the reports; false where that is nothing that
// can be looked up in each.
func (c *Composition) traitAsked() (trait, bool) {
	var ids, labels []string
	for _, n := range c.r.Names {
		if n.From >= 0 && !n.Weak && !(c.country(n.IDs[0]) && c.asks("reply")) {
			ids, labels = append(ids, n.IDs[0]), append(labels, c.p.Corpus.Label(n.IDs[0]))
		}
	}
	put := func(id string, pairs ...string) (one, many string) {
		return c.p.Composer.Fill(id+".one", pairs...), c.p.Composer.Fill(id+".many", pairs...)
	}
	switch kinds := c.kindsNamed(); {
	case len(ids) > 0 && !c.moreWords() && !c.asks("deny") && len(c.r.Figures) == 0:
		one, many := put("trait.mention", "name", c.p.Composer.Join(labels))
		each := c.namesAsked()
		return trait{one, many, func(claim *corpus.Claim) bool {
			in := c.p.Index.InReport(claim.Report().ID)
			return !slices.ContainsFunc(each, func(n reading.Name) bool {
				return !slices.ContainsFunc(in, func(k int32) bool {
					return c.p.Corpus.Claims[k].Stance != corpus.Remark && c.p.SpeaksOf(c.p.Corpus.Claims[k], n.IDs)
				})
			}) && c.p.SpeaksOf(claim, each[0].IDs)
		}}, true
	case len(ids) == 0 && (c.asks("deny") || c.asks("reply") || c.asks("own-side")) && len(c.r.Figures) == 0:
		about := c.standing()
		if len(about.Denials)+len(about.Counters) == 0 {
			return trait{}, false
		}
		one, many := put("trait.reply", "accused", c.p.accusedNames())
		return trait{one, many, c.p.Denies}, true
	case len(ids) == 0 && len(kinds) == 1 && len(c.r.Figures) == 0:
		names := c.namedOf(kinds[0])
		if len(names) == 0 {
			return trait{}, false
		}
		shown := make([]string, len(names))
		for i, id := range names {
			shown[i] = c.p.Corpus.Label(id)
		}
		one, many := put("trait.mention", "name", strings.Join(shown, " "+c.p.Composer.Fill("or")+" "))
		if len(names) > 3 {
			one, many = put("trait.kind") // more than can be read
		}
		return trait{one, many, func(claim *corpus.Claim) bool {
			return slices.ContainsFunc(names, func(id string) bool { return c.p.SpeaksOf(claim, []string{id}) })
		}}, true
	case len(ids) == 0 && c.r.Facet == corpus.FacetPurpose && len(c.r.Figures) == 0:
		one, many := put("trait.purpose")
		return trait{one, many, func(claim *corpus.Claim) bool {
			return claim.Stance == corpus.Alleges && c.tells(claim, corpus.FacetPurpose)
		}}, true
	case len(ids) == 0 && c.asks("amount-word") && c.r.KnownWords() == 0 && len(c.r.Figures) == 0:
		one, many := put("trait.amount")
		return trait{one, many, func(claim *corpus.Claim) bool { return claim.Stance == corpus.Alleges && amountOf(claim) != "" }}, true
	}
	return trait{}, false
}

// namesAsked returns the names that the question itself gives.
func (c *Composition) namesAsked() []reading.Name {
	return slices.DeleteFunc(slices.Clone(c.r.Names), func(n reading.Name) bool { return n.From < 0 || n.Weak })
}

// kindsNamed returns the kinds for which the question has a word, in one number or the other:
// "a group", "no firm".
func (c *Composition) kindsNamed() []corpus.Kind {
	if kinds := c.kindsAsked(); len(kinds) > 0 {
		return kinds
	}
	for i, token := range c.r.Query.Tokens {
		if i == 0 {
			continue
		}
		for _, k := range kindGroups {
			if c.p.In(language.Token{Word: token.Word + "s"}, k.group) || c.p.In(language.Token{Word: strings.TrimSuffix(token.Word, "y") + "ies"}, k.group) {
				return []corpus.Kind{k.kind}
			}
		}
	}
	return nil
}

// namedIn returns those of that kind whom the claim brings in by a name of their own; firms also as those hit.
func (c *Composition) namedIn(kind corpus.Kind, claim *corpus.Claim) []string {
	ids := c.whoOf(kind, claim)
	if kind != corpus.Company {
		return ids
	}
	for _, id := range claim.Targets {
		if entity := c.p.Corpus.Entity(id); entity != nil && entity.Kind == kind && c.proper(id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// namedOf returns those of that kind who have a name of their own and a part in some claim; of
// groups, those who are said to have acted.
func (c *Composition) namedOf(kind corpus.Kind) (out []string) {
	for _, claim := range c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)] {
		if claim.Stance == corpus.Remark || !c.r.Concerns(claim) {
			continue
		}
		for _, id := range c.namedIn(kind, claim) {
			out = record.AppendNew(out, id)
		}
	}
	return out
}

// asksBoth tells whether it is asked which reports speak of each of several names, and of
// nothing else: "which articles mention both the mayor and the guild?".
func (c *Composition) asksBoth() bool {
	names := c.namesAsked()
	if len(names) < 2 || c.moreWords() || len(c.r.Figures)+len(c.r.Reports) > 0 || c.r.Aspect != "" || !c.asks("mention-word") || !c.asks("report-word") {
		return false
	}
	between := c.r.Query.Tokens[names[0].From:names[len(names)-1].From]
	return slices.ContainsFunc(between, func(t language.Token) bool { return t.Word == "and" }) &&
		!slices.ContainsFunc(names, func(n reading.Name) bool {
			return n.From > 0 && c.p.In(c.r.Query.Tokens[n.From-1], "place-preposition")
		})
}

// moreWords tells whether the question has words to look for beside its names; "both" is none.
func (c *Composition) moreWords() bool {
	return slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		return t.Known && !t.Asked && !t.Stray && !c.ofGroup(t, "several-word") && !c.ofGroup(t, "everything-word")
	})
}

// searched completes what was found of whom or what alone a question asks where it is mentioned:
// with every report that speaks of the one name, and without one that is merely found by it.
func (c *Composition) searched(firsts []*corpus.Claim, told []string) []*corpus.Claim {
	names := c.namesAsked()
	if len(names) != 1 || len(c.r.Names) != 1 || c.r.KnownWords() > 0 || len(c.r.Figures)+len(c.r.Reports)+len(c.r.Dates) > 0 || len(firsts) == 0 {
		return firsts
	}
	var out []*corpus.Claim
	for _, first := range firsts {
		if c.p.SpeaksOf(first, names[0].IDs) {
			out = append(out, first)
		}
	}
	for _, r := range c.p.ByDate {
		if slices.Contains(told, r.ID) || slices.ContainsFunc(out, func(o *corpus.Claim) bool { return o.Report() == r }) || !c.asksOf(r) {
			continue
		}
		for _, n := range c.p.Index.InReport(r.ID) {
			if claim := c.p.Corpus.Claims[n]; claim.Stance != corpus.Remark && c.p.SpeaksOf(claim, names[0].IDs) {
				out = append(out, claim)
				break
			}
		}
	}
	if len(out) == 0 {
		return firsts
	}
	return out
}
