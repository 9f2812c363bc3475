package planning

import (
	"slices"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// misquoted corrects a question that gives words to somebody who did not say
// them, or a denial to something else than it is of, when a claim tells whose or of what it is.
func (c *Composition) misquoted() bool {
	if len(c.r.Quotes) == 0 {
		return false
	}
	var having, theirs []weighing.Scored
	speaker := c.r.Voice()
	for _, s := range c.p.Choose(c.r, weighing.Filter{AnyDate: true}) {
		if !slices.ContainsFunc(c.r.Quotes, func(q string) bool {
			return c.p.Index.Features[s.N].Prints(q)
		}) {
			continue
		}
		having = append(having, s)
		if speaker == nil || c.p.Index.Relation(s.N, speaker.IDs)&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) != 0 {
			theirs = append(theirs, s)
		}
	}
	var owner *corpus.Claim
	switch {
	case len(having) == 0:
		return false
	case len(theirs) == 0:
		owner = having[0].Claim
		c.leadText(c.say("correct.words", "name", c.p.Corpus.Label(speaker.IDs[0]))+" "+c.p.Composer.Sentence(owner), owner)
	case len(c.r.Quotes) == 1 && !slices.ContainsFunc(theirs, func(s weighing.Scored) bool { return s.Claim.Stance != corpus.Denies || c.saidOfThat(s.Claim) }):
		owner = theirs[0].Claim
		c.leadText(c.say("correct.connection")+" "+c.p.Composer.Sentence(owner), owner)
	default:
		return false
	}
	c.why = c.say("why.premise")
	if owner.Stance == corpus.Denies {
		c.addAnswered(owner)
	}
	return true
}

// saidOfThat tells whether a denial, or an accusation that it answers, has the figure and a date
// that the question names.
func (c *Composition) saidOfThat(denial *corpus.Claim) bool {
	about := append([]*corpus.Claim{denial}, c.p.Corpus.Answered(denial)...)
	if slices.ContainsFunc(c.r.Figures, func(f language.Figure) bool {
		return !slices.ContainsFunc(about, func(claim *corpus.Claim) bool {
			return c.p.Index.FeaturesOf(claim).Has(f)
		})
	}) {
		return false
	}
	return len(c.r.Dates) == 0 || slices.ContainsFunc(about, func(claim *corpus.Claim) bool {
		return c.p.Coverage(c.r, claim) > 0
	})
}

// bothFigures leads with a claim for each of the figures that a question sets
// against each other.
func (c *Composition) bothFigures() bool {
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

// conflicts tells whether the best claim contradicts what the question takes
// for granted: its figure, or who said it.
func (c *Composition) conflicts(s *weighing.Scored) bool {
	return len(c.r.Figures) > 0 && (!s.Figure || !s.Named && slices.ContainsFunc(c.weighed, func(o weighing.Scored) bool { return o.Named && c.suits(o.Claim) && o.Score >= 0.45*s.Score })) || !s.Spoken && (s.Claim.Stance == corpus.Alleges || s.Claim.Stance == corpus.Denies && c.r.Speaker() != nil)
}

// otherSpeaker returns the claim by somebody else that has the names and a figure
// of the kind asked about, where what the speaker named says lacks the names.
func (c *Composition) otherSpeaker(best *weighing.Scored, found []weighing.Scored) *weighing.Scored {
	if c.r.Speaker() == nil || !best.Spoken || best.Named {
		return nil
	}
	if len(c.r.Figures) == 0 {
		return c.onNamed(best, found)
	}
	for i := range found {
		s := &found[i]
		if s.Spoken || s.Claim.Stance != corpus.Alleges || !c.suits(s.Claim) || best.Figure && !s.Figure {
			continue
		}
		others := slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return !n.Speaker && n.From >= 0 })
		if others && !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
			return !n.Speaker && n.From >= 0 && c.p.Index.Relation(s.N, n.IDs) == 0
		}) && s.WordWeight > best.WordWeight {
			return s
		}
	}
	return nil
}

// onNamed returns the accusation by somebody else that is on a thing which the question names, where what the
// speaker says leaves that thing out: "what does the guild say about the poisoned wells?".
func (c *Composition) onNamed(best *weighing.Scored, found []weighing.Scored) *weighing.Scored {
	things := slices.DeleteFunc(slices.Clone(c.r.Names), func(n reading.Name) bool {
		kind := c.p.Corpus.Entity(n.IDs[0]).Kind
		return n.From < 0 || n.Weak || n.Speaker || kind == corpus.Party || kind == corpus.Place || kind == corpus.Asset
	})
	on := func(s *weighing.Scored) bool {
		return !slices.ContainsFunc(things, func(n reading.Name) bool { return c.p.Index.Relation(s.N, n.IDs) == 0 })
	}
	if len(things) == 0 || on(best) {
		return nil
	}
	for i := range found {
		if s := &found[i]; !s.Spoken && s.Claim.Stance == corpus.Alleges && s.Claim.By != corpus.Article && s.Score >= worthAdding*best.Score && on(s) {
			return s
		}
	}
	return nil
}

// othersWords returns the claim by somebody else that has nearly all that is said of
// the speaker whom the question names, where what that speaker says has hardly any.
func (c *Composition) othersWords(best *weighing.Scored) *weighing.Scored {
	speaker := c.r.Voice()
	if speaker == nil || !best.Spoken || len(c.r.Figures)+len(c.r.Quotes) > 0 || c.r.Leans || c.r.KnownWords() < 2 || best.WordFit(c.r) > 0.4 {
		return nil
	}
	ask := *c.r
	ask.Dates = nil
	ask.Names = slices.DeleteFunc(slices.Clone(c.r.Names), func(n reading.Name) bool { return n.From == speaker.From })
	found := c.p.Choose(&ask, weighing.Filter{AnyDate: true})
	if len(found) == 0 || c.p.Index.Relation(found[0].N, speaker.IDs)&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) != 0 || !found[0].Named {
		return nil
	}
	if found[0].WordWeight < 2*best.WordWeight+4 || found[0].WordFit(&ask) < 0.6 || !farAhead(found) && found[0].WordFit(&ask) < 0.9 {
		return nil
	}
	return &found[0]
}

// wordOfAnother returns the reply by somebody else that has a rare word of the question,
// where nothing that the speaker named says has it: "why did the minister bring up pirates?"
func (c *Composition) wordOfAnother(found []weighing.Scored) *weighing.Scored {
	theirs := slices.IndexFunc(found, func(s weighing.Scored) bool { return s.Spoken })
	if voice := c.r.Voice(); voice == nil || !c.p.BelongsToAccused(voice.IDs) || c.r.Leans || c.r.KnownWords() > 2 || theirs < 0 || found[theirs].WordFit(c.r) > 0.4 {
		return nil
	}
	for _, t := range c.r.Terms {
		if !t.Own() || !t.Known || t.Light || t.Stray || t.Weight < c.p.Index.Rarity(4) {
			continue
		}
		having := slices.IndexFunc(found, func(s weighing.Scored) bool {
			return (s.Claim.Stance == corpus.Denies || s.Claim.Stance == corpus.Counters) && c.p.Has(s.N, t) && s.WordFit(c.r) >= 0.6 && s.WordWeight >= 2*found[theirs].WordWeight
		})
		if having >= 0 {
			return &found[having]
		}
	}
	return nil
}

// notMeant returns the name whom the question takes a reply to speak of, where the reply has all its
// words, and neither it nor what it answers has to do with that name: "why did they call the professor
// a puppet?", of what was said of the guild. Empty where there is no such name.
func (c *Composition) notMeant(reply *weighing.Scored) string {
	if c.r.KnownWords() < 2 || c.r.Leans || reply.WordFit(c.r) < 0.9 || !c.asks("call") && !c.asks("compare") && !c.asks("liken") {
		return ""
	}
	for _, n := range c.r.Names {
		if n.From < 0 || n.Weak || n.Speaker || c.p.BelongsToAccused(n.IDs) || !c.proper(n.IDs[0]) {
			continue
		}
		if about := append(c.p.Corpus.Answered(reply.Claim), reply.Claim); !slices.ContainsFunc(about, func(claim *corpus.Claim) bool {
			number := c.p.Index.Number(claim)
			return c.p.Index.Relation(number, n.IDs)|c.p.Index.Relation(number, n.Around) != 0
		}) {
			return n.IDs[0]
		}
	}
	return ""
}

// notTheirs leads with what somebody else says, where the question gives it to a speaker.
func (c *Composition) notTheirs(other *weighing.Scored) {
	c.why = c.say("why.premise")
	c.leadText(c.say("correct.words", "name", c.p.Corpus.Label(c.r.Voice().IDs[0]))+" "+c.p.Composer.Sentence(other.Claim), other.Claim)
}

// correct answers a question whose premise the reports contradict: they give
// the figure to somebody else, or somebody another figure.
func (c *Composition) correct(found []weighing.Scored) bool {
	if len(found) == 0 || slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return !t.Asked && t.Foreign }) {
		return false
	}
	speaker := c.r.Speaker()
	var byFigure, bySpeaker, byNames *weighing.Scored
	for i := range found {
		s := &found[i]
		if s.Claim.Stance != corpus.Alleges && s.Claim.Stance != corpus.Denies && s.Claim.Stance != corpus.Context {
			continue
		}
		if len(c.r.Figures) > 0 && s.Figure && (byFigure == nil || speaker != nil && s.Spoken && !byFigure.Spoken) {
			byFigure = s
		}
		if speaker != nil && s.Spoken && bySpeaker == nil {
			bySpeaker = s
		}
		if s.Named && len(c.r.Names) > 0 && (byNames == nil || len(c.r.Figures) > 0 && c.suitsBetter(s, byNames)) {
			byNames = s
		}
	}
	if byFigure != nil && byNames != nil && byNames != byFigure && record.Measures(corpus.Total)(byFigure.Claim) && !record.Measures(corpus.Total)(byNames.Claim) {
		for i := range found { // beside a total, a total
			if s := &found[i]; s.Named && s.Claim.By == byNames.Claim.By && record.Measures(corpus.Total)(s.Claim) && s.Score >= asGood*byNames.Score {
				byNames = s
				break
			}
		}
	}
	var parts []*corpus.Claim
	if byFigure != nil && !byFigure.Named {
		parts = c.partsOf(byFigure, found)
	}
	switch {
	case len(parts) > 0:
		c.lead(byFigure.Claim, parts[0]) // the whole, and what is said to be part of it
		c.also(parts[1:]...)
		c.why = c.say("why.best")
		return true
	case byFigure != nil && byFigure.Spoken && byFigure.Named && !byFigure.Dated && len(c.r.Dates) > 0:
		c.leadText(c.say("correct.date")+" "+c.p.Composer.Sentence(byFigure.Claim), byFigure.Claim)
	case byFigure != nil && speaker != nil && bySpeaker == nil && !byFigure.Spoken && !byFigure.Named:
		c.leadText(c.say("correct.speaker", "speaker", c.p.Corpus.Label(speaker.IDs[0]), "figure", c.figureText(byFigure.Claim))+" "+c.p.Composer.Sentence(byFigure.Claim), byFigure.Claim)
	case byFigure != nil && byNames != nil && byNames != byFigure && (c.sum() && amountOf(byNames.Claim) != "" || c.suits(byNames.Claim)) && !byFigure.Named:
		c.correctFigure(byNames, byFigure)
	case byFigure != nil && byNames != nil && byNames != byFigure && !byFigure.Named && !c.r.AmountOrShare() && c.counts(byNames.Claim):
		c.correctFigure(byNames, byFigure)
	case byFigure != nil && speaker != nil && !byFigure.Spoken:
		c.leadText(c.say("correct.speaker", "speaker", c.p.Corpus.Label(speaker.IDs[0]), "figure", c.figureText(byFigure.Claim))+" "+c.p.Composer.Sentence(byFigure.Claim), byFigure.Claim)
		if bySpeaker != nil && !c.b.Has(bySpeaker.Claim) {
			c.also(bySpeaker.Claim)
		}
	case byFigure != nil && !byFigure.Named && (speaker == nil || byFigure.Spoken) && len(c.r.Names) > 0:
		c.leadText(c.say("correct.link", "name", c.unlinked(byFigure), "figure", c.figureText(byFigure.Claim))+" "+c.p.Composer.Sentence(byFigure.Claim), byFigure.Claim)
		if byNames != nil {
			c.also(byNames.Claim)
		}
	case len(c.r.Figures) == 0 && len(c.r.Dates) > 0 && (!c.hard() || c.r.Facet == corpus.FacetWhen) && byNames != nil && !byNames.Dated && c.complete(byNames) && !c.lacksHead(byNames) && (byNames.WordWeight > 0 && c.datesEvent(byNames) || speaker != nil && byNames.Spoken && !c.r.Leans && record.SaidOn(byNames.Claim) != ""):
		c.leadText(c.say("correct.date")+" "+c.p.Composer.Sentence(byNames.Claim), byNames.Claim)
	case len(c.r.Figures) == 0 && byNames != nil && byNames.Facet && c.misdated(byNames) && c.complete(byNames) && c.ownNames() > 0 && !c.r.Leans:
		c.redate(byNames.Claim)
	case byFigure == nil && c.r.AmountOrShare() && byNames != nil && amountOf(byNames.Claim) != "":
		c.correctFigure(c.nearestSum(byNames, found), nil)
	case byFigure == nil && len(c.r.Figures) > 0 && byNames != nil && !(c.r.AmountOrShare() && amountOf(byNames.Claim) == ""):
		c.leadText(c.say("correct.nofigure")+" "+c.p.Composer.Sentence(byNames.Claim), byNames.Claim)
	case byFigure == nil && (byNames == nil || amountOf(byNames.Claim) == "") && speaker == nil && !c.asksFor() && c.unheardSum() && c.r.KnownWords() > 0 && c.r.ForeignShare() < 0.3 && found[0].Fit >= enough && !c.r.Leans:
		best := &found[0]
		if at := slices.IndexFunc(found, func(s weighing.Scored) bool { return c.suits(s.Claim) }); at > 0 && found[at].Score >= asGood*best.Score {
			best = &found[at] // one that has a figure which may be meant
		}
		c.leadText(c.say("correct.nofigure")+" "+c.p.Composer.Sentence(best.Claim), best.Claim)
	case len(c.r.Figures) == 0 && speaker != nil && !c.p.EverSpeaks(speaker.IDs) && c.asks("accuse") && !c.asks("say") && c.p.bySubject(found, speaker) != nil:
		claim := c.p.bySubject(found, speaker)
		c.leadText(c.say("correct.noaccuser", "speaker", c.p.Corpus.Label(speaker.IDs[0]))+" "+c.p.Composer.Sentence(claim), claim)
	case len(c.r.Figures) == 0 && speaker != nil && !c.p.EverSpeaks(speaker.IDs):
		c.abstain("abstain.subject")
	case len(c.r.Figures) == 0 && speaker != nil && c.p.Index.Relation(found[0].N, speaker.IDs)&(corpus.AsSpeaker|corpus.AsOwner) == 0 && found[0].Claim.Stance == corpus.Alleges && found[0].Fit >= 0.4 && found[0].ContentFit(c.r) >= 0.6 && !c.lacksHead(&found[0]):
		c.leadText(c.say("correct.accuser", "speaker", c.p.Corpus.Label(speaker.IDs[0]))+" "+c.p.Composer.Sentence(found[0].Claim), found[0].Claim)
	default:
		return false
	}
	c.why = c.say("why.premise")
	return true
}

// asksFor tells whether the question opens with "who", "what" or the like.
func (c *Composition) asksFor() bool {
	return c.r.First().Word == "who" || c.p.OpensFact(c.r.First())
}

func (c *Composition) lacksHead(s *weighing.Scored) bool {
	missing, _ := c.headless(s)
	return missing
}

// datesEvent tells whether the claim's own words date what happened.
func (c *Composition) datesEvent(s *weighing.Scored) bool {
	return slices.ContainsFunc(c.p.Index.Features[s.N].Spans, func(span corpus.Span) bool {
		return !span.Said && len(span.From) >= 4 && strings.Contains(s.Claim.Says, span.From[:4])
	})
}

// bySubject returns the best claim that has the name in any part.
func (p *Planner) bySubject(found []weighing.Scored, n *reading.Name) *corpus.Claim {
	for _, s := range found {
		if p.Index.Relation(s.N, n.IDs) != 0 {
			return s.Claim
		}
	}
	return nil
}

// unlinked returns the first name of the question that the claim does not have.
func (c *Composition) unlinked(s *weighing.Scored) string {
	for _, n := range c.r.Names {
		if c.p.Index.Relation(s.N, n.IDs) == 0 {
			return c.bare(n.IDs[0])
		}
	}
	return c.bare(c.r.Names[0].IDs[0])
}
