package planning

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// betterRemark returns a remark that explains clearly more than the best claim.
func (c *Composition) betterRemark(best *weighing.Scored) *corpus.Claim {
	if !c.r.Specific() {
		return nil
	}
	found := c.remarks()
	for _, s := range found {
		if !c.r.Leans && !slices.ContainsFunc(c.r.Query.Tokens[:min(2, len(c.r.Query.Tokens))], c.p.OpensFact) && slices.Contains(c.p.Corpus.Remarks(best.Claim), s.Claim) && s.Fit >= 0.6 && s.WordWeight > best.WordWeight+1 && s.Score >= 0.9*best.Score {
			return s.Claim // what the question adds to the claim is what the remark is about
		}
	}
	if len(found) > 0 && found[0].Hit && found[0].Fit >= 0.6 && !c.hardMiss(&found[0]) && found[0].Fit > best.Fit+0.15 && found[0].Score > 1.15*best.Score {
		return found[0].Claim
	}
	return nil
}

// remarks returns the remarks that the question leads to, but none on another affair than
// the one that its words are of.
func (c *Composition) remarks() []weighing.Scored {
	found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true})
	return slices.DeleteFunc(found, func(s weighing.Scored) bool { return c.otherAffair(&s) })
}

// asksWhich tells whether a word asks which, who, when or how: where none does, it is asked whether something is so.
func (c *Composition) asksWhich(t language.Token) bool {
	return c.p.In(t, "wh-word") && t.Word != "much" && t.Word != "many" || c.p.In(t, "wh-alone")
}

// leavesOpen returns the remark that the claim's line leaves open which of several
// things is meant, where the question offers them ("the crew or the owners?"), or
// does not say whom it means, where that is asked.
func (c *Composition) leavesOpen(best *corpus.Claim) *corpus.Claim {
	group, which := "open-word", false
	switch {
	case best == nil:
		return nil
	case c.r.Facet == corpus.FacetTarget && c.p.In(c.r.First(), "which-word") && len(c.r.Head(c.p.Lexicon)) > 0 && slices.ContainsFunc(best.Targets, func(target string) bool {
		return c.p.Corpus.Entity(target) == nil && slices.ContainsFunc(language.Split(target), func(t language.Token) bool { return t.Stem == c.r.Head(c.p.Lexicon)[0].Stem })
	}):
		group, which = "omit", true
	case c.asks("list-asking") && len(c.r.Query.Figures) > 0:
		group = "omit" // "list the 17 villages"
	case c.r.Intent == "verify" && c.asks("naming-word"):
		group = "omit" // "does it name them?"
	case c.r.Facet == corpus.FacetTarget && c.p.OpensFact(c.r.First()) && !slices.ContainsFunc(best.Targets, c.proper):
		group = "omit" // "what platforms?", where the copy has lost them
	case c.r.Aspect == "meant":
		group = "omit" // "who is meant by that?"
	case !slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool {
		return t.Word == "or" || c.p.In(t, "alone-word") && !slices.ContainsFunc(c.r.Query.Tokens, c.asksWhich)
	}):
		return nil
	}
	for _, s := range c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true}) {
		if which && s.Fit >= 0.6 && s.Claim.Report() == best.Report() && c.p.HasGroup(s.N, group) && c.complete(&s) {
			return s.Claim // "which mills exactly?", of which it is told that none is named
		}
		if s.Fit >= 0.4 && slices.Contains(c.p.Corpus.Remarks(best), s.Claim) && c.p.HasGroup(s.N, group) {
			return s.Claim
		}
	}
	return nil
}

// tellingRemark returns a remark that explains a question which no claim answers.
func (c *Composition) tellingRemark() *corpus.Claim {
	if !c.r.Specific() || c.r.Intent == "accuser" {
		return nil // who says something is no matter of ours
	}
	found := c.remarks()
	if len(found) > 0 && (c.r.KnownWords() > 1 || c.ownNames()+len(c.r.Figures)+len(c.r.Reports) > 0) && (found[0].Hit || c.r.FiguresAlone() && found[0].Figure) && found[0].Fit >= 0.5 && found[0].Named && !c.hardMiss(&found[0]) && c.r.Concerns(found[0].Claim) && found[0].WordFit(c.r) >= 0.6 && c.r.ForeignShare() < 0.2 && (found[0].WordWeight >= 2.5 && c.r.Intent != "verify" || !c.unknownWord()) {
		return found[0].Claim
	}
	return nil
}

// unknownWord tells whether the question has a word of its own that no report has.
func (c *Composition) unknownWord() bool {
	return slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return t.Own() && !t.Known })
}

// leadRemark leads with a remark of ours and shows what it is about.
func (c *Composition) leadRemark(remark *corpus.Claim) {
	c.why = c.say("why.remark")
	about := c.p.Corpus.AboutOf(remark)
	text := c.p.Composer.Sentence(remark)
	if !c.hedged(text) {
		text = c.say("remark.by_reports", "remark", text)
	}
	c.leadText(text, append([]*corpus.Claim{remark}, about...)...)
	for _, claim := range about {
		if len(c.b.Statements) < 3 {
			c.b.Claim(c.roleOf(claim), claim)
		}
	}
}

// hedged tells whether a remark says of itself that it tells what others say.
func (c *Composition) hedged(text string) bool {
	return c.p.Index.Mentions(text, c.p.Lexicon.Concept("hedging-word"))
}

// speakersNamed counts the accusers that the question itself names.
func (c *Composition) speakersNamed() int {
	n := 0
	for i := range c.r.Names {
		n += record.BoolInt(c.r.Names[i].From >= 0 && !c.r.Names[i].Weak && c.p.Accuses[c.r.Names[i].IDs[0]])
	}
	return n
}

// planRemark answers what is odd, missing or alike in the reports.
func (c *Composition) planRemark() {
	if c.abstainsUnknown() {
		return
	}
	if c.r.Intent == "same" && c.asks("deny") && !c.r.Leans && !c.r.GivesName() && len(c.r.Reports)+len(c.r.Figures)+len(c.r.Dates)+len(c.r.Quotes) == 0 {
		c.allReplies() // "is this one denial or several?": all of them, with their dates
		return
	}
	if c.ofTheTwo() {
		return
	}
	if c.r.Intent == "same" && (c.r.Leans || c.asks("thing-pronoun")) && len(c.r.Focus) > 0 && len(c.r.Reports) == 1 && c.ownNames() == 0 {
		c.r.Reports = record.AppendNew(c.r.Reports, c.r.Focus[0].Report().ID) // "is it the same as in the Courier's?"
	}
	if c.r.Intent == "same" && (c.asks("deny") || c.asks("reply") || c.asks("statement")) {
		c.reportsOfOutlets()
	}
	if c.r.Intent == "same" && c.asks("statement") && c.asks("report-word") && !c.r.Leans && c.ownNames()+len(c.r.Reports)+len(c.r.Figures)+len(c.r.Dates)+len(c.r.Quotes) == 0 && c.sameStatement() {
		return
	}
	if c.r.Intent == "discrepancy" && len(c.r.Quotes) > 0 && c.datedAs() {
		return
	}
	if c.r.Aspect == "described" {
		if !c.describedAlike() {
			c.abstain("abstain.subject")
		}
		return
	}
	if c.r.Intent == "same" && c.r.Facet == corpus.FacetQuote && c.asks("two-word") {
		c.r.Facet = "" // "each quotes a statement: is that one or two?": of the statement, not of its words
	}
	if c.r.Intent == "same" && len(c.r.Quotes) >= 2 && c.sameWords() {
		return
	}
	if c.r.Intent == "same" && len(c.r.Quotes)+len(c.r.Figures) >= 2 && !c.repeated() && len(c.sides()) >= 2 {
		c.planCompare()
		return
	}
	if c.r.Intent == "discrepancy" && len(c.r.Reports) == 0 && c.speakersNamed() >= 2 {
		c.planCompare()
		return
	}
	if len(c.r.Dates) >= 2 && (len(c.r.Names) > 0 || c.asks("deny") || c.asks("reply")) && len(c.sides()) >= 2 {
		c.planCompare()
		return
	}
	if c.r.Aspect == "hedged" || (c.r.Intent == "discrepancy" || c.r.Intent == "same" && c.ownNames()+len(c.r.Figures)+len(c.r.Reports) == 0 && !c.r.Leans) && !slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return !t.Asked && !t.Light && t.Known }) {
		for i := range c.r.Terms {
			c.r.Terms[i].Asked = false // how the article puts it is what to look for
		}
	}
	if c.r.Intent == "same" && len(c.r.Reports) >= 2 && (c.r.Facet == corpus.FacetPurpose || c.r.Facet == corpus.FacetMethod || c.r.Facet == corpus.FacetTarget || c.r.Facet == corpus.FacetReason) && len(c.sides()) >= 2 {
		c.planCompare() // "do the two give the same purpose?"
		return
	}
	if len(c.r.Figures) > 0 && c.r.Intent == "same" && c.leadTwin() {
		return
	}
	if len(c.r.AboutAccused()) == 0 && len(c.p.AllAccused) > 1 {
		c.r.Affair = c.affairOfBest()
	}
	found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true, Keep: func(claim *corpus.Claim) bool {
		if len(c.r.Reports) >= 2 { // of two articles: the remark on both
			return !slices.ContainsFunc(c.r.Reports, func(id string) bool {
				return claim.Report().ID != id && !slices.ContainsFunc(c.p.Corpus.AboutOf(claim), func(about *corpus.Claim) bool { return about.Report().ID == id })
			})
		}
		if c.asks("headline-word") && !c.ofHeadline(claim) {
			return false
		}
		return c.r.Concerns(claim) && (c.inScope(claim) || slices.ContainsFunc(c.p.Corpus.AboutOf(claim), c.inScope))
	}})
	if c.r.Intent == "same" && len(c.r.Query.Dates) == 1 { // "are the two statements of that month one?"
		then := func(s weighing.Scored) int {
			return record.BoolInt(slices.ContainsFunc(c.p.Corpus.AboutOf(s.Claim), func(about *corpus.Claim) bool { return c.p.Coverage(c.r, about) > 0 }))
		}
		slices.SortStableFunc(found, func(a, b weighing.Scored) int { return then(b) - then(a) })
	}
	if len(found) > 0 && (found[0].Fit >= 0.35 || c.r.Intent == "same" && len(c.r.Reports) >= 2 && len(c.r.Names) == 0 || len(c.r.Reports) >= 2 && found[0].Fit >= 0.15 || c.r.Leans && found[0].Fit >= 0.2 || c.r.Intent == "same" && c.ownNames() == 1 && found[0].Named && c.p.Index.Mentions(found[0].Claim.Says, c.p.Lexicon.Concept("one-same"))) {
		c.weighed = found
		best := found[0]
		for _, s := range found {
			if s.Score >= 0.99*best.Score && len(s.Claim.About) > len(best.Claim.About) {
				best = s // of as good remarks, the one on most claims
			}
		}
		for _, s := range found {
			if c.asks("missing-word") && s.Score >= 0.4*best.Score && c.inScope(s.Claim) && slices.ContainsFunc(c.p.Corpus.AboutOf(s.Claim), record.Gapped) {
				best = s // which figure is missing, and where
				break
			}
			if c.r.Intent == "same" && (s.Score >= 0.45*best.Score || !best.Named) && s.Named && c.p.Index.Mentions(s.Claim.Says, c.p.Lexicon.Concept("one-same")) {
				best = s
				break
			}
		}
		fitting := func(s weighing.Scored) bool {
			if c.r.Facet == corpus.FacetAmount && (len(s.Claim.About) > 3 && len(c.sideAmounts()) == 2 || slices.ContainsFunc(c.p.Corpus.AboutOf(s.Claim), func(about *corpus.Claim) bool { return amountOf(about) == "" && !record.Gapped(about) })) {
				return false // of the two that are named, and not of all; of amounts, and not of something else
			}
			return c.ofBoth(s.Claim) && c.onSameness(s.Claim) && s.Score >= 0.4*found[0].Score
		}
		if c.r.Intent != "same" || fitting(best) || len(c.sides()) < 2 {
			c.leadRemark(best.Claim)
			return
		}
	}
	if c.r.Intent == "same" && len(c.r.Reports) == 0 && c.ownNames() >= 2 && len(c.sides()) >= 2 {
		c.planCompare()
		return
	}
	if c.asks("title-word") {
		for i := range c.r.Terms {
			c.r.Terms[i].Asked = false // "headline" is what to look for
		}
		found = c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true, Keep: c.inScope})
		if len(found) > 0 && found[0].Hit && found[0].Fit >= 0.3 && c.ofHeadline(found[0].Claim) {
			c.weighed = found
			c.leadRemark(found[0].Claim)
			return
		}
	}
	if c.asks("headline-word") && len(c.r.Reports) == 1 && c.r.Intent == "discrepancy" {
		c.r.Aspect = "title"
		c.leadImprint() // no remark sets it against the text
		return
	}
	if c.r.Intent == "same" && len(c.r.Reports) >= 2 && c.ownNames() == 1 {
		c.r.Facet = corpus.FacetDefinition // "is it the same thing in both articles?": what each says that it is
		if len(c.sides()) >= 2 {
			c.planCompare()
			return
		}
	}
	c.planFact()
}

// sameStatement leads with the remark that two articles carry one statement of the accused: "which two print the same
// statement?"
func (c *Composition) sameStatement() bool {
	for _, s := range c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true}) {
		about := c.p.Corpus.AboutOf(s.Claim)
		if len(about) > 1 && c.p.Index.Mentions(s.Claim.Says, c.p.Lexicon.Concept("statement")) && about[0].Stance == corpus.Denies && slices.ContainsFunc(about, func(claim *corpus.Claim) bool { return claim.Report() != about[0].Report() }) && c.p.Index.Mentions(s.Claim.Says, c.p.Lexicon.Concept("one-same")) {
			c.leadRemark(s.Claim)
			return true
		}
	}
	return false
}

// sameWords leads with the remark that tells whether two wordings are of one statement: "one has 'our town', the other
// 'the city': are these two statements?"
func (c *Composition) sameWords() bool {
	found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true})
	at := slices.IndexFunc(found, func(s weighing.Scored) bool {
		return s.Score >= 0.5*found[0].Score && c.p.Index.Mentions(s.Claim.Says, c.p.Lexicon.Concept("one-same")) && slices.ContainsFunc(c.p.Corpus.AboutOf(s.Claim), c.quotes)
	})
	if at < 0 || found[at].WordFit(c.r) < enough {
		return false
	}
	c.weighed = found
	c.leadRemark(found[at].Claim)
	return true
}

// describedAlike leads with the remark that sets beside each other what several reports say that
// the one who is named is.
func (c *Composition) describedAlike() bool {
	things := slices.DeleteFunc(c.namesAsked(), func(n reading.Name) bool { return n.Voice })
	if len(things) != 1 {
		return false
	}
	ask := *c.r
	ask.Names = things // in whose account, the remark need not tell
	for _, s := range c.p.Choose(&ask, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true}) {
		about := slices.DeleteFunc(c.p.Corpus.AboutOf(s.Claim), func(claim *corpus.Claim) bool {
			return !slices.Contains(claim.Defines, things[0].IDs[0])
		})
		if s.Named && len(about) > 1 && about[0].Report() != about[len(about)-1].Report() {
			c.leadRemark(s.Claim)
			return true
		}
	}
	return false
}

// ofBoth tells whether a remark is on claims about, or by, each of those whom the question
// asks to be the same.
func (c *Composition) ofBoth(remark *corpus.Claim) bool {
	about := append(c.p.Corpus.AboutOf(remark), remark)
	return !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && !n.Weak && !slices.ContainsFunc(about, func(claim *corpus.Claim) bool {
			return c.p.Index.Relation(c.p.Index.Number(claim), n.IDs)|c.p.Index.Relation(c.p.Index.Number(claim), n.Around) != 0
		})
	})
}

// onSameness tells whether a remark says that things are the same or differ.
func (c *Composition) onSameness(remark *corpus.Claim) bool {
	return c.p.Index.Mentions(remark.Says, c.p.Lexicon.Concept("one-same")) || c.p.Index.Mentions(remark.Says, c.p.Lexicon.Concept("differ")) || len(c.r.Figures)+len(c.r.Quotes) > 0
}

// ofHeadline tells whether a remark may be on the headline that is asked about: where one
// report is named, it must speak of one.
func (c *Composition) ofHeadline(remark *corpus.Claim) bool {
	return len(c.r.Reports) != 1 || c.p.Index.Mentions(remark.Says, c.p.Lexicon.Concept("headline-word"))
}

// affairOfBest returns the accused of the claim that a question leads to, where those on
// others are far behind.
func (c *Composition) affairOfBest() []string {
	found := c.p.Choose(c.r, weighing.Filter{AnyDate: true})
	if len(found) == 0 || !found[0].Hit {
		return nil
	}
	accused := found[0].Claim.Report().Accused
	for _, s := range found {
		if s.Claim.Report().Accused != accused && s.Score > 0.75*found[0].Score {
			return nil
		}
	}
	return []string{accused}
}

// asksBound tells whether "least" or "most" gives a bound ("how many at the very least?") and compares nothing.
func (c *Composition) asksBound() bool {
	at := slices.IndexFunc(c.r.Query.Tokens, func(t language.Token) bool { return t.Word == "at" })
	return at >= 0 && slices.ContainsFunc(c.r.Query.Tokens[at:], func(t language.Token) bool { return t.Word == "least" || t.Word == "most" })
}

// countsBeside returns the remark that sets the best count beside that of another report, where the
// question is for both, or for the larger: "each of the two papers counts the boats: whose is larger?".
func (c *Composition) countsBeside(found []weighing.Scored) *corpus.Claim {
	more := c.asks("more-less") && !c.asksBound()
	if c.r.Facet != corpus.FacetCount || !c.asks("two-word") && !c.asks("each-word") && !more && !c.asks("headcount-word") && c.r.Intent != "compare" && !slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool {
		return c.p.In(t, "report-word") && strings.HasSuffix(t.Word, "s") // "what counts do the reports give?"
	}) {
		return nil
	}
	if c.r.Speaker() != nil && c.r.Intent != "compare" && !more && !c.asks("each-word") && !c.asks("two-word") {
		return nil // what one of them counts
	}
	others := slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && !n.Weak && c.p.Corpus.Entity(n.IDs[0]).Kind != corpus.Party
	})
	elsewhere := func(remark *corpus.Claim) bool { // "how many hackers are there in that other country?"
		return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
			return n.From >= 0 && c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Party && !slices.ContainsFunc(c.p.Corpus.AboutOf(remark), func(about *corpus.Claim) bool {
				return c.p.Index.Relation(c.p.Index.Number(about), n.IDs) != 0
			})
		})
	}
	for _, s := range found {
		count := s.Claim
		if !c.tells(count, corpus.FacetCount) {
			continue
		}
		if others && !s.Named {
			if c.asks("headcount-word") {
				continue
			}
			return nil // of others than those who are counted
		}
		for _, remark := range c.p.Corpus.Remarks(count) {
			beside := slices.ContainsFunc(c.p.Corpus.AboutOf(remark), func(about *corpus.Claim) bool {
				return about.Report() != count.Report() && c.tells(about, corpus.FacetCount)
			})
			if beside && len(c.p.Index.FeaturesOf(remark).Figures) >= 2 && !elsewhere(remark) {
				return remark
			}
		}
		if !c.asks("headcount-word") {
			return nil // what is counted best is told by itself alone
		}
	}
	return nil
}
