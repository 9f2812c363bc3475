package answers

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

const (
	enough     = 0.50 // share of a question that a claim must explain to answer it
	leastWords = 0.33 // share of its content words that the claim must have
	close      = 0.86 // of the best score: as good an answer as the best
	near       = 0.70 // of the best score: worth mentioning beside it
)

// planFact answers a question for one fact: the claim that explains most of it.
func (c *composition) planFact() {
	found := distinct(c.e.choose(c.r, c.others()))
	c.weighed = found
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if c.misquoted() {
		return
	}
	c.promote(found)
	if len(found) == 0 || !c.fits(&found[0]) {
		if len(found) > 0 && found[0].named && len(c.r.names) > 0 && c.r.foreign() == 0 && c.shareOf(found[0].claim) {
			return
		}
		if remark := c.tellingRemark(); remark != nil {
			c.leadRemark(remark)
			return
		}
		if c.repeated() && c.leadTwin() {
			return
		}
		if !c.correct(found) && !(len(found) > 0 && c.unconnected(found)) {
			c.abstain("abstain.subject")
		}
		return
	}
	if remark := c.betterRemark(&found[0]); remark != nil {
		c.leadRemark(remark)
		return
	}
	best := found[0]
	if c.repeated() && c.leadTwin() {
		return
	}
	if len(c.r.figures) >= 2 && !best.figure && c.bothFigures() {
		return
	}
	if c.conflicts(&best) && c.correct(found) {
		return
	}
	if !best.named && c.unconnected(found) {
		return
	}
	c.why = c.say("why.best")
	if part := c.partOfDate(&best, found); part != nil {
		best = *part
	}
	if c.missing(best.claim) || c.shareOf(best.claim) || c.amountOfShare(best.claim) {
		return
	}
	if c.r.facet == corpus.FacetWhen && best.claim.Happened == nil && best.claim.Period == nil {
		best.claim = c.e.dated(best.claim)
	}
	c.lead(best.claim)
	c.beside(found)
	if best.claim.Stance == corpus.Counters {
		c.counter = best.claim
	}
}

// partOfDate returns the claim that tells what share of an accuser's total fell
// into the time asked about, where the best claim gives an amount for longer.
func (c *composition) partOfDate(best *scored, found []scored) *scored {
	if c.r.facet != corpus.FacetAmount || len(c.r.dates) == 0 || c.covers(best) >= 1 {
		return nil
	}
	for i := range found {
		s := &found[i]
		if s.claim.By == best.claim.By && s.score >= 0.5*best.score && c.covers(s) >= 1 && c.e.index.Features[s.n].Facets[corpus.FacetShare] && amountOf(s.claim) == "" {
			return s
		}
	}
	return nil
}

// covers tells how well the claim's own time fits the dates asked about; when it
// was said does not count.
func (c *composition) covers(s *scored) float64 {
	return c.e.coverage(c.r, s.claim, &c.e.index.Features[s.n])
}

// missing leads with the remark that a figure is missing from the copy, when
// that figure was asked for.
func (c *composition) missing(claim *corpus.Claim) bool {
	if c.r.facet != corpus.FacetAmount || !slices.ContainsFunc(claim.Figures, func(f corpus.Figure) bool { return f.Missing }) {
		return false
	}
	remarks := c.e.corpus.Remarks(claim)
	if len(remarks) == 0 {
		return false
	}
	c.leadRemark(remarks[0])
	return true
}

// betterRemark returns a remark that explains clearly more than the best claim.
func (c *composition) betterRemark(best *scored) *corpus.Claim {
	if !c.r.specific() {
		return nil
	}
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Remark}, anyDate: true})
	if len(found) > 0 && found[0].hit && found[0].fit >= 0.6 && !c.hardMiss(&found[0]) && found[0].fit > best.fit+0.15 && found[0].score > 1.15*best.score {
		return found[0].claim
	}
	return nil
}

// others leaves out what was said already when a follow-up asks for another.
func (c *composition) others() choice {
	if c.r.leans && c.r.facet == "" && c.asks("more-asking") {
		return choice{exclude: c.r.thread.Claims}
	}
	return choice{}
}

// fits tells whether the claim explains enough of the question.
func (c *composition) fits(s *scored) bool {
	if c.elsewhere(s) {
		return false
	}
	if !c.r.concerns(s.claim) || c.strayed(s) {
		return false
	}
	if !c.r.hasContent() {
		return c.r.facet != "" && s.facet && (!c.r.leans || c.touches(s))
	}
	if len(c.r.names) == 0 && !s.hit && !(c.r.money() && s.figure) && len(c.r.dates) == 0 && len(c.r.reports) == 0 {
		return false
	}
	if c.r.leans && !c.touches(s) && (c.r.known() < 2 || c.r.wordFit(s) < 0.9) {
		return false // "who runs it?": whatever it is, this is not about it
	}
	if c.hard() && !s.named && len(c.r.figures) == 0 && c.unrelated(s) {
		return false // the number of somebody else
	}
	if s.named && len(c.r.names) > 0 && c.complete(s) && !c.hardMiss(s) && (s.facet || c.r.facet != corpus.FacetPlace) && (len(c.r.dates) == 0 || s.dated || len(c.r.figures) > 0) {
		return true // a name, and nothing said of it that the claim lacks
	}
	return c.confidence(s) > 0
}

// unrelated tells whether the question names somebody or something particular
// that has no part in the claim.
func (c *composition) unrelated(s *scored) bool {
	return slices.ContainsFunc(c.r.names, func(n name) bool {
		kind := c.e.corpus.Entity(n.ids[0]).Kind
		return n.from >= 0 && !n.weak && n.either == nil && kind != corpus.Place && kind != corpus.Party && n.weight >= c.e.commonName && c.e.index.Relation(s.n, n.ids)|c.e.index.Relation(s.n, n.around) == 0 && s.claim.By != corpus.Article
	})
}

// strayed tells whether a follow-up asks for a number or a date of the very thing
// that was spoken of ("how much did that cost?"), and the claim is on another.
func (c *composition) strayed(s *scored) bool {
	if !c.r.leans || !c.hard() || len(c.r.focus) == 0 || c.r.focus[0].Incident == "" || !c.asks("thing-pronoun") {
		return false
	}
	if slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 }) {
		return false
	}
	focus := c.r.focus[0]
	return s.claim != focus && s.claim.Incident != focus.Incident && (focus.SameAs == "" || s.claim.Incident != focus.SameAs) && s.claim.SameAs != focus.Incident
}

// elsewhere tells whether the question is about something else altogether: it
// names no party, at most a place, and the claim lacks most of its words.
func (c *composition) elsewhere(s *scored) bool {
	if len(c.r.accused)+len(c.r.figures)+len(c.r.reports)+len(c.r.dates) > 0 || c.r.leans {
		return false
	}
	for _, n := range c.r.names {
		if kind := c.e.corpus.Entity(n.ids[0]).Kind; kind != corpus.Place && kind != corpus.Party {
			return false
		}
	}
	has, all, unknown := 0, 0, 0
	for _, t := range c.r.terms {
		if t.Asked || t.light || t.From == t.To {
			continue
		}
		all++
		has += boolInt(c.e.has(s.n, t))
		unknown += boolInt(!t.Known)
	}
	return unknown > 0 && 2*has < all
}

// touches tells whether the claim has any of the names that the conversation is
// about, where the question itself gives none.
func (c *composition) touches(s *scored) bool {
	inherited := false
	for _, n := range c.r.names {
		if n.from < 0 && n.weight < c.e.commonName {
			continue // what nearly every claim is about
		}
		if n.from >= 0 || c.e.index.Relation(s.n, n.ids)|c.e.index.Relation(s.n, n.around) != 0 {
			return true
		}
		inherited = true
	}
	if len(c.r.focus) > 0 && slices.ContainsFunc(s.claim.Actor, func(id string) bool { return slices.Contains(c.r.focus[0].Actor, id) }) {
		return true // "what else is laid to them?"
	}
	if !inherited && len(c.r.focus) > 0 && !c.r.ownContent() {
		return s.claim.Report() == c.r.focus[0].Report() && s.claim.By == c.r.focus[0].By
	}
	return !inherited
}

// complete tells whether the claim has every word of the question that says
// anything.
func (c *composition) complete(s *scored) bool {
	return !slices.ContainsFunc(c.r.terms, func(t term) bool { return !t.Asked && !t.light && t.From != t.To && !c.e.has(s.n, t) })
}

// hardMiss tells whether the question asks for a number or a date that the
// claim does not give.
func (c *composition) hardMiss(s *scored) bool { return c.hard() && !s.facet }

// hard tells whether the question asks for a number or a date.
func (c *composition) hard() bool {
	switch c.r.facet {
	case corpus.FacetAmount, corpus.FacetWhen, corpus.FacetCount, corpus.FacetShare, corpus.FacetDuration:
		return true
	}
	return false
}

// confidence weighs whether the claim answers the question, above 0, or whether
// the reports had better be said not to tell. The weights come from a logistic
// regression over questions that were labelled by hand as answered or not
// reported; what speaks against an answer counts half as much again, because
// an answer to another question is worse than none.
func (c *composition) confidence(s *scored) float64 {
	r := c.r
	value := -2.4 + 1.6*s.fit + r.wordFit(s) + 1.1*math.Log(c.aheadOfOthers(s)) - 2*r.foreign() + 0.5*math.Log1p(s.words)
	if missing, foreign := c.headless(s); foreign {
		value -= 1.8
	} else if missing {
		value--
		if !s.named && len(r.figures) == 0 && slices.ContainsFunc(r.names, func(n name) bool { return n.from >= 0 && !n.weak }) {
			value--
		}
	}
	if r.intent == "verify" && len(r.names) == 0 && r.foreign() > 0.25 {
		value -= 1.5 // whether they did it to somebody whom no report names
	}
	if s.named && len(r.names) > 0 {
		value += 0.2
	}
	switch {
	case r.facet == "" || !s.facet:
	case r.facet == corpus.FacetQuote:
		value += 0.5
	case r.facet == corpus.FacetTarget || r.facet == corpus.FacetMethod:
		value += 0.7 // nearly every claim has a target or a method
	default:
		value += 1.4
	}
	if c.hardMiss(s) {
		value -= 1.5
		if r.facet == corpus.FacetCount {
			value -= 0.7 // how many was the whole question
		}
		if s.named && len(r.names) > 0 && !slices.ContainsFunc(c.weighed, func(o scored) bool { return o.named && o.facet }) {
			value -= 3 // nothing that is told of the name has such a number or date
		}
	}
	if !s.named && c.hard() {
		value -= 1.5 // the number or date of something else
	}
	if c.hard() && s.facet && slices.ContainsFunc(c.weighed, func(o scored) bool { return !o.facet && o.fit > s.fit+0.12 && o.words > s.words }) {
		value -= 1.2 // what it is asked of, another claim tells of without a number
	}
	if r.facet == corpus.FacetPlace && !s.facet {
		value -= 0.8
	}
	if len(r.figures) > 0 && !(c.hardMiss(s) && r.facet != corpus.FacetAmount) {
		value += 1.1 // right or wrong, a figure of the corpus means the corpus
	}
	if len(r.dates) > 0 {
		if s.dated {
			value += 0.8
		} else {
			value -= 2.1
			if c.hard() && len(r.figures) == 0 {
				value -= 1.5 // the number of another time
			}
		}
	}
	return value
}

// headless tells whether the claim lacks the very thing that was asked for: the
// noun after "which", "what" or "how many"; foreign, that no claim has it.
func (c *composition) headless(s *scored) (missing, foreign bool) {
	head := c.r.head(c.e.lexicon)
	if len(head) == 0 || slices.ContainsFunc(head, func(t term) bool { return c.e.has(s.n, t) }) {
		return false, false
	}
	return true, !slices.ContainsFunc(head, func(t term) bool { return t.Known })
}

// head returns the content words that say what is asked for: those right after
// a question word ("which film"), after "what is the", and the verb of a
// question that asks whether somebody did something. Nil when a rule read them.
func (r *request) head(lexicon *language.Lexicon) []term {
	tokens := r.query.Tokens
	in := func(i int, group string) bool {
		return i < len(tokens) && slices.Contains(lexicon.Concepts(tokens[i].Word, tokens[i].Stem), lexicon.Concept(group))
	}
	for i := range tokens {
		switch {
		case in(i, "wh-word") || tokens[i].Word == "who" && in(i+1, "copula"):
			next := i + 1
			for in(next, "wh-word") || in(next, "size-word") {
				next++
			}
			for in(next, "copula") || next > i+1 && next < len(tokens) && lexicon.Ignorable(tokens[next].Word) && in(next-1, "copula") {
				next++
			}
			for _, m := range r.query.Mentions {
				if m.From == next {
					next = m.To // "how many X customers"
				}
			}
			if head, asked := r.run(next); len(head) > 0 || asked {
				return head
			}
		case i == 0 && in(i, "auxiliary"):
			for _, m := range r.query.Mentions {
				if head, asked := r.run(m.To); len(head) > 0 || asked {
					return head
				}
			}
		}
	}
	return nil
}

// run returns the content words that follow one another from the token on;
// asked tells that the first of them was read by a rule.
func (r *request) run(next int) (words []term, asked bool) {
	for k := range r.terms {
		if t := r.terms[k]; t.From == next && t.To > t.From {
			if t.Asked && r.facet != corpus.FacetTarget {
				return nil, true
			}
			words = append(words, t)
			next = t.To
		}
	}
	return words, false
}

// aheadOfOthers is how far the claim is ahead of the best claim of any other report on the
// same accused, at most four times.
func (c *composition) aheadOfOthers(s *scored) float64 {
	for i := range c.weighed {
		if other := &c.weighed[i]; other.claim.Report() != s.claim.Report() && other.claim.Report().Accused == s.claim.Report().Accused {
			return max(0.25, min(4, s.score/max(0.01, other.score)))
		}
	}
	switch {
	case len(c.e.parties) > 1:
		return 1 // no other report on them, so that being ahead says nothing
	case len(c.r.names) > 0:
		return 3
	}
	return 1.5
}

// wordFit is the share of the question's content words that the claim has.
func (r *request) wordFit(s *scored) float64 {
	total := 0.0
	for _, t := range r.terms {
		if !t.Asked && !t.stray && t.From != t.To {
			total += t.weight
		}
	}
	if total < 1.5 {
		return 1
	}
	return s.words / total
}

// money tells whether the question gives an amount or a share.
func (r *request) money() bool {
	return slices.ContainsFunc(r.figures, func(f language.Figure) bool { return f.Money() || f.Unit == "%" })
}

// foreign is the share of the question's own words that mean something no
// report speaks of.
func (r *request) foreign() float64 {
	total, foreign := 0.0, 0.0
	for _, t := range r.terms {
		if t.Asked {
			continue
		}
		total += t.weight
		if t.foreign {
			foreign += t.weight
		}
	}
	for _, n := range r.names {
		if n.from >= 0 {
			total += n.weight
		}
	}
	total += figureWeight * float64(len(r.figures))
	if total == 0 {
		return 0
	}
	return foreign / total
}

// beside adds other answers to the same question: a second accuser of equal
// rank leads too, further ones follow.
func (c *composition) beside(found []scored) {
	best := found[0]
	for _, s := range found[1:] {
		if len(c.b.Statements) >= 3 || s.score < near*best.score || s.fit < enough {
			return
		}
		if s.claim.Stance != best.claim.Stance || !s.facet || s.dated != best.dated || s.figure != best.figure || s.spoken != best.spoken || s.named != best.named {
			continue
		}
		evidence := c.r.facet == corpus.FacetEvidence && s.claim.Report() == best.claim.Report()
		if sameFigures(s.claim, best.claim) && s.claim.By == best.claim.By && !evidence {
			continue
		}
		if s.score >= close*best.score && len(c.led) < 2 && (evidence || s.claim.By != best.claim.By || c.r.facet != "" && !sameFigures(s.claim, best.claim)) {
			c.lead(s.claim)
		} else if s.claim.Stance == corpus.Alleges {
			c.also(s.claim)
		}
	}
}

func sameFigures(a, b *corpus.Claim) bool { return figuresOf(a) == figuresOf(b) }

// promote puts a claim first that answers, where the one with the highest score
// does not: a name that it gives a lesser part may be outweighed by its words.
func (c *composition) promote(found []scored) {
	if len(found) == 0 || c.fits(&found[0]) {
		return
	}
	for i := 1; i < len(found) && i < 6 && found[i].score >= 0.55*found[0].score; i++ {
		if c.r.wordFit(&found[i]) > c.r.wordFit(&found[0]) && (found[i].named || !found[0].named) && c.sameNames(&found[0], &found[i]) && c.fits(&found[i]) {
			best := found[i]
			copy(found[1:i+1], found[:i])
			found[0] = best
			return
		}
	}
}

// sameNames tells whether the second claim has every name of the question that
// the first has.
func (c *composition) sameNames(a, b *scored) bool {
	return !slices.ContainsFunc(c.r.names, func(n name) bool {
		return n.from >= 0 && !n.weak && c.e.index.Relation(a.n, n.ids) != 0 && c.e.index.Relation(b.n, n.ids) == 0
	})
}

// tellingRemark returns a remark that explains a question which no claim answers.
func (c *composition) tellingRemark() *corpus.Claim {
	if !c.r.specific() {
		return nil
	}
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Remark}, anyDate: true})
	if len(found) > 0 && found[0].hit && found[0].fit >= 0.5 && found[0].named && !c.hardMiss(&found[0]) && c.r.concerns(found[0].claim) && c.r.wordFit(&found[0]) >= 0.6 && c.r.foreign() < 0.2 {
		return found[0].claim
	}
	return nil
}

// misquoted corrects a question that gives words to somebody who did not say
// them, when a claim tells who did.
func (c *composition) misquoted() bool {
	speaker := c.r.speaker()
	if speaker == nil {
		speaker = c.r.body()
	}
	if speaker == nil || len(c.r.quotes) == 0 {
		return false
	}
	var owner *scored
	for _, s := range c.e.choose(c.r, choice{anyDate: true}) {
		if !slices.ContainsFunc(c.r.quotes, func(q string) bool {
			return strings.Contains(c.e.index.Features[s.n].Text, " "+q+" ")
		}) {
			continue
		}
		if c.e.index.Relation(s.n, speaker.ids)&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) != 0 {
			return false
		}
		if owner == nil {
			owner = &s
		}
	}
	if owner == nil {
		return false
	}
	c.why = c.say("why.premise")
	c.leadText(c.say("correct.words", "name", c.e.composer.Label(speaker.ids[0]))+" "+c.e.composer.Sentence(owner.claim), owner.claim)
	if owner.claim.Stance == corpus.Denies {
		c.answered(owner.claim)
	}
	return true
}

// body returns the first body or person that the question names.
func (r *request) body() *name {
	for i := range r.names {
		if r.names[i].from >= 0 && r.names[i].voice {
			return &r.names[i]
		}
	}
	return nil
}

// bothFigures leads with a claim for each of the figures that a question sets
// against each other.
func (c *composition) bothFigures() bool {
	var claims []*corpus.Claim
	for _, side := range c.sides() {
		if claim := side.best(); claim != nil && !slices.Contains(claims, claim) {
			claims = append(claims, claim)
		}
	}
	if len(claims) < 2 {
		return false
	}
	c.why = c.say("why.compare")
	c.b.KeepLeads = true
	if claims[0].By != claims[1].By {
		c.leadText(c.say("figures.separate"), claims[:2]...)
	}
	for _, claim := range claims[:2] {
		c.b.Claim(compose.Lead, claim)
	}
	return true
}

// unconnected says that no claim connects two names of the question, and gives
// what the reports tell of each.
func (c *composition) unconnected(found []scored) bool {
	var strong []name
	for _, n := range c.r.names {
		if n.from >= 0 && !n.weak && n.weight >= c.e.commonName && c.e.connects(n.ids[0]) {
			strong = append(strong, n)
		}
	}
	if len(strong) != 2 || slices.ContainsFunc(found, func(s scored) bool { return s.named }) || c.e.together(strong[0], strong[1]) {
		return false
	}
	first := found[0]
	alike := c.e.corpus.Entity(strong[0].ids[0]).Kind == c.e.corpus.Entity(strong[1].ids[0]).Kind
	for _, s := range found {
		if alike && c.e.index.Relation(s.n, strong[0].ids) != 0 && s.score >= 0.3*found[0].score {
			first = s // what the question is about comes first in it
			break
		}
	}
	best := first.claim
	c.why = c.say("why.premise")
	c.leadText(c.say("correct.names", "a", c.e.composer.Label(strong[0].ids[0]), "b", c.e.composer.Label(strong[1].ids[0]))+" "+c.e.composer.Sentence(best), best)
	for _, s := range found {
		if s.claim != best && c.e.index.Relation(s.n, strong[0].ids) != c.e.index.Relation(first.n, strong[0].ids) && s.claim.Stance == corpus.Alleges {
			c.also(s.claim)
			return true
		}
	}
	return true
}

// together tells whether some claim has a part for both names, or for whom they
// belong to.
func (e *Engine) together(a, b name) bool {
	return slices.ContainsFunc(e.index.Entity(a.ids[0]), func(p corpus.Posting) bool {
		return e.index.Relation(p.Claim, b.ids)|e.index.Relation(p.Claim, b.around) != 0
	})
}

// connects tells whether an entity is of a kind that claims connect: who is said
// to have acted, and what was hit.
func (e *Engine) connects(id string) bool {
	switch e.corpus.Entity(id).Kind {
	case corpus.Group, corpus.Incident, corpus.Company:
		return true
	}
	return e.accuses[id]
}

// unknown tells whether the question asks for what the corpus cannot know: a
// name nobody entered, a year no report speaks of.
func (c *composition) unknown() (string, bool) {
	if len(c.r.strangers) > 0 {
		return "abstain.name", true
	}
	for _, d := range c.r.dates {
		if d.Year != 0 && !c.e.index.HasYear(d.Year) && !c.e.inTitle(d.Year) {
			return "abstain.date", true
		}
	}
	return "", false
}

// inTitle tells whether a report was published in that year.
func (e *Engine) inTitle(year int) bool {
	for _, r := range e.corpus.Reports {
		if language.ParseDate(r.Published.Date).Year == year {
			return true
		}
	}
	return false
}

// conflicts tells whether the best claim contradicts what the question takes
// for granted: its figure, or who said it.
func (c *composition) conflicts(s *scored) bool {
	return len(c.r.figures) > 0 && !s.figure || !s.spoken && (s.claim.Stance == corpus.Alleges || s.claim.Stance == corpus.Denies && c.r.speaker() != nil)
}

// correct answers a question whose premise the reports contradict: they give
// the figure to somebody else, or somebody another figure.
func (c *composition) correct(found []scored) bool {
	if len(found) == 0 {
		return false
	}
	speaker := c.r.speaker()
	var byFigure, bySpeaker, byNames *scored
	for i := range found {
		s := &found[i]
		if s.claim.Stance != corpus.Alleges && s.claim.Stance != corpus.Denies && s.claim.Stance != corpus.Context {
			continue
		}
		if len(c.r.figures) > 0 && s.figure && byFigure == nil {
			byFigure = s
		}
		if speaker != nil && s.spoken && (bySpeaker == nil || len(c.r.figures) > 0 && amountOf(bySpeaker.claim) == "" && amountOf(s.claim) != "") {
			bySpeaker = s
		}
		if s.named && len(c.r.names) > 0 && (byNames == nil || len(c.r.figures) > 0 && amountOf(byNames.claim) == "" && amountOf(s.claim) != "") {
			byNames = s
		}
	}
	switch {
	case byFigure != nil && byFigure.spoken && byFigure.named && !byFigure.dated && len(c.r.dates) > 0:
		c.leadText(c.say("correct.date")+" "+c.e.composer.Sentence(byFigure.claim), byFigure.claim)
	case byFigure != nil && byNames != nil && byNames != byFigure && amountOf(byNames.claim) != "" && !byFigure.named:
		c.correctFigure(byNames, byFigure)
	case byFigure != nil && byNames != nil && byNames != byFigure && !byFigure.named && !c.r.money() && c.counts(byNames.claim):
		c.correctFigure(byNames, byFigure)
	case byFigure != nil && speaker != nil && !byFigure.spoken:
		c.leadText(c.say("correct.speaker", "speaker", c.e.composer.Label(speaker.ids[0]), "figure", c.figureText(byFigure.claim))+" "+c.e.composer.Sentence(byFigure.claim), byFigure.claim)
		if bySpeaker != nil && !c.b.Has(bySpeaker.claim) {
			c.also(bySpeaker.claim)
		}
	case byFigure != nil && !byFigure.named && speaker == nil && len(c.r.names) > 0:
		c.leadText(c.say("correct.link", "name", c.unlinked(byFigure), "figure", c.figureText(byFigure.claim))+" "+c.e.composer.Sentence(byFigure.claim), byFigure.claim)
		if byNames != nil {
			c.also(byNames.claim)
		}
	case len(c.r.figures) == 0 && len(c.r.dates) > 0 && !c.hard() && byNames != nil && !byNames.dated && c.complete(byNames) && !c.lacksHead(byNames) && byNames.words > 0 && c.datesEvent(byNames):
		c.leadText(c.say("correct.date")+" "+c.e.composer.Sentence(byNames.claim), byNames.claim)
	case byFigure == nil && c.r.money() && byNames != nil && amountOf(byNames.claim) != "":
		c.correctFigure(byNames, nil)
	case byFigure == nil && len(c.r.figures) > 0 && byNames != nil && !(c.r.money() && amountOf(byNames.claim) == ""):
		c.leadText(c.say("correct.nofigure")+" "+c.e.composer.Sentence(byNames.claim), byNames.claim)
	case len(c.r.figures) == 0 && speaker != nil && !c.e.everSpeaks(speaker.ids) && c.asks("accuse") && !c.asks("say") && bySubject(found, c.e, speaker) != nil:
		claim := bySubject(found, c.e, speaker)
		c.leadText(c.say("correct.noaccuser", "speaker", c.e.composer.Label(speaker.ids[0]))+" "+c.e.composer.Sentence(claim), claim)
	case len(c.r.figures) == 0 && speaker != nil && !c.e.everSpeaks(speaker.ids):
		c.abstain("abstain.subject")
	case len(c.r.figures) == 0 && speaker != nil && !found[0].spoken && found[0].claim.Stance == corpus.Alleges && found[0].fit >= 0.4 && c.r.contentFit(&found[0]) >= 0.6:
		c.leadText(c.say("correct.accuser", "speaker", c.e.composer.Label(speaker.ids[0]))+" "+c.e.composer.Sentence(found[0].claim), found[0].claim)
	default:
		return false
	}
	c.why = c.say("why.premise")
	return true
}

func (c *composition) lacksHead(s *scored) bool {
	missing, _ := c.headless(s)
	return missing
}

// datesEvent tells whether the claim's own words date what happened.
func (c *composition) datesEvent(s *scored) bool {
	return slices.ContainsFunc(c.e.index.Features[s.n].Spans, func(span corpus.Span) bool {
		return !span.Said && len(span.From) >= 4 && strings.Contains(s.claim.Says, span.From[:4])
	})
}

// bySubject returns the best claim that has the name in any part.
func bySubject(found []scored, e *Engine, n *name) *corpus.Claim {
	for _, s := range found {
		if e.index.Relation(s.n, n.ids) != 0 {
			return s.claim
		}
	}
	return nil
}

// unlinked returns the first name of the question that the claim does not have.
func (c *composition) unlinked(s *scored) string {
	for _, n := range c.r.names {
		if c.e.index.Relation(s.n, n.ids) == 0 {
			return c.e.composer.Label(n.ids[0])
		}
	}
	return c.e.composer.Label(c.r.names[0].ids[0])
}

// counts tells whether the claim counts people or things.
func (c *composition) counts(claim *corpus.Claim) bool {
	return slices.ContainsFunc(claim.Figures, func(f corpus.Figure) bool { return f.Measures == corpus.Count && !f.Missing })
}

func (c *composition) correctFigure(right, other *scored) {
	c.leadText(c.say("correct.figure")+" "+c.e.composer.Sentence(right.claim), right.claim)
	if other != nil {
		c.also(other.claim)
	}
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

// speaker returns the name asked about as the one who says it, if there is one.
func (r *request) speaker() *name {
	for i := range r.names {
		if r.names[i].speaker && r.names[i].from >= 0 {
			return &r.names[i]
		}
	}
	return nil
}

// contentFit is the share of the question beside its speaker that a claim explains.
func (r *request) contentFit(s *scored) float64 {
	total := 0.0
	for _, t := range r.terms {
		if !t.Asked {
			total += t.weight
		}
	}
	for _, n := range r.names {
		if !n.speaker {
			total += n.weight
		}
	}
	if total == 0 {
		return 0
	}
	return min(1, s.raw/total)
}

// abstain says that the reports do not carry what was asked, and of which kind
// that is. It carries no accusation, no source and no guess.
func (c *composition) abstain(id string) {
	c.outcome = NotReported
	c.led = nil
	c.b = c.e.composer.NewBuilder()
	stranger, year := "", ""
	if len(c.r.strangers) > 0 {
		stranger = c.r.strangers[0]
	}
	if len(c.r.strangers) == 0 && len(c.r.lowers) == 1 && id == "abstain.subject" {
		stranger, id = c.r.lowers[0], "abstain.name"
	}
	for _, d := range c.r.dates {
		if d.Year != 0 && !c.e.index.HasYear(d.Year) {
			year = strconv.Itoa(d.Year)
		}
	}
	if id == "abstain.name" && printable(stranger) == "" {
		id = "abstain.off"
	}
	if id == "abstain.subject" && !c.onSubject() {
		id = "abstain.off"
	}
	if !c.e.inEnglish(c.r.query) {
		id = "abstain.language"
	}
	if id == "abstain.subject" && c.e.composer.Has("abstain."+string(c.r.facet)) && len(c.weighed) > 0 && c.hardMiss(&c.weighed[0]) {
		id = "abstain." + string(c.r.facet)
	}
	if c.why = c.say("why." + id); !c.e.composer.Has("why." + id) {
		c.why = c.say("why.abstain.subject")
	}
	c.b.Plain(compose.Lead, c.say(id, "word", printable(stranger), "year", year, "accused", c.e.accusedNames()))
	if retired := c.e.retiredFor(c.r); retired != nil {
		c.b.Plain(compose.Caveat, c.say("withdrawn", "publisher", retired.Report().Publisher, "date", retiredOn(retired).Date, "reason", retiredOn(retired).Reason))
	}
}

// onSubject tells whether the question touches anything that the reports are about.
func (c *composition) onSubject() bool {
	if len(c.r.names) > 0 || len(c.r.accused) > 0 || len(c.r.reports) > 0 {
		return true
	}
	return slices.ContainsFunc(c.r.terms, func(t term) bool { return t.Known && !t.Asked })
}

// printable keeps a word that is echoed to what can do no harm anywhere.
func printable(word string) string {
	out := make([]rune, 0, len(word))
	for _, r := range word {
		if len(out) < 30 && (r == '-' || r == '\'' || r == ' ' || unicode.IsLetter(r) || unicode.IsDigit(r)) {
			out = append(out, r)
		}
	}
	return strings.TrimSpace(string(out))
}

// counterReply says whether those whom the accused accuses are heard.
func (c *composition) counterReply(claim *corpus.Claim) {
	if retort := c.e.retortTo(claim); retort != nil {
		c.b.Add(compose.Denial, c.say("reply.retort", "sentence", c.e.composer.Sentence(retort)), retort)
		return
	}
	if len(claim.Actor) > 0 {
		whom := claim.Actor[0]
		for _, owner := range c.e.corpus.Owners(whom) {
			if c.e.corpus.Entity(owner).Kind == corpus.Party {
				whom = owner // a body's state is whom the words are aimed at
			}
		}
		c.b.Add(compose.Caveat, c.say("counter.unanswered", "by", c.e.composer.Name(claim.Report().Accused), "accused", c.e.composer.Name(whom)), claim)
	}
}

// retortTo returns the reply by those whom a counter-accusation accuses; nil when
// the reports carry none.
func (e *Engine) retortTo(claim *corpus.Claim) *corpus.Claim {
	for _, retort := range e.retorts {
		if slices.ContainsFunc(claim.Actor, func(id string) bool { return e.corpus.BelongsTo(retort.By, id) }) {
			return retort
		}
	}
	return nil
}

func retiredOn(claim *corpus.Claim) corpus.Change {
	if claim.Withdrawn != nil {
		return *claim.Withdrawn
	}
	if w := claim.Report().Withdrawn; w != nil {
		return *w
	}
	return corpus.Change{}
}
