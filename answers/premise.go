package answers

import (
	"slices"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
)

// misquoted corrects a question that gives words to somebody who did not say
// them, when a claim tells who did.
func (c *composition) misquoted() bool {
	speaker := c.r.voice()
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

// conflicts tells whether the best claim contradicts what the question takes
// for granted: its figure, or who said it.
func (c *composition) conflicts(s *scored) bool {
	return len(c.r.figures) > 0 && (!s.figure || !s.named && slices.ContainsFunc(c.weighed, func(o scored) bool { return o.named && c.suits(o.claim) && o.score >= 0.45*s.score })) || !s.spoken && (s.claim.Stance == corpus.Alleges || s.claim.Stance == corpus.Denies && c.r.speaker() != nil)
}

// otherSpeaker returns the claim by somebody else that has the names and a figure
// of the kind asked about, where what the speaker named says lacks the names.
func (c *composition) otherSpeaker(best *scored, found []scored) *scored {
	if c.r.speaker() == nil || len(c.r.figures) == 0 || !best.spoken || best.named {
		return nil
	}
	for i := range found {
		s := &found[i]
		if s.spoken || s.claim.Stance != corpus.Alleges || !c.suits(s.claim) {
			continue
		}
		others := slices.ContainsFunc(c.r.names, func(n name) bool { return !n.speaker && n.from >= 0 })
		if others && !slices.ContainsFunc(c.r.names, func(n name) bool {
			return !n.speaker && n.from >= 0 && c.e.index.Relation(s.n, n.ids) == 0
		}) && s.words > best.words {
			return s
		}
	}
	return nil
}

// othersWords returns the claim by somebody else that has nearly all that is said of
// the speaker whom the question names, where what that speaker says has hardly any.
func (c *composition) othersWords(best *scored) *scored {
	speaker := c.r.voice()
	if speaker == nil || !best.spoken || len(c.r.figures)+len(c.r.quotes) > 0 || c.r.leans || c.r.known() < 2 || c.r.wordFit(best) > 0.4 {
		return nil
	}
	ask := *c.r
	ask.dates = nil
	ask.names = slices.DeleteFunc(slices.Clone(c.r.names), func(n name) bool { return n.from == speaker.from })
	found := c.e.choose(&ask, choice{anyDate: true})
	if len(found) == 0 || c.e.index.Relation(found[0].n, speaker.ids)&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) != 0 || !found[0].named {
		return nil
	}
	if found[0].words < 2*best.words+4 || ask.wordFit(&found[0]) < 0.6 || !ahead(found) && ask.wordFit(&found[0]) < 0.9 {
		return nil
	}
	return &found[0]
}

// notTheirs leads with what somebody else says, where the question gives it to a speaker.
func (c *composition) notTheirs(other *scored) {
	c.why = c.say("why.premise")
	c.leadText(c.say("correct.words", "name", c.e.composer.Label(c.r.voice().ids[0]))+" "+c.e.composer.Sentence(other.claim), other.claim)
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
		if s.named && len(c.r.names) > 0 && (byNames == nil || len(c.r.figures) > 0 && c.suitsBetter(s, byNames)) {
			byNames = s
		}
	}
	if byFigure != nil && byNames != nil && byNames != byFigure && measures(corpus.Total)(byFigure.claim) && !measures(corpus.Total)(byNames.claim) {
		for i := range found { // beside a total, a total
			if s := &found[i]; s.named && s.claim.By == byNames.claim.By && measures(corpus.Total)(s.claim) && s.score >= close*byNames.score {
				byNames = s
				break
			}
		}
	}
	var parts []*corpus.Claim
	if byFigure != nil && !byFigure.named {
		parts = c.partsOf(byFigure, found)
	}
	switch {
	case len(parts) > 0:
		c.lead(byFigure.claim, parts[0]) // the whole, and what is said to be part of it
		c.also(parts[1:]...)
		c.why = c.say("why.best")
		return true
	case byFigure != nil && !byFigure.named && byFigure.claim.Stance == corpus.Alleges && len(c.alternatives()) > 1:
		c.leadText(c.say("correct.speaker", "speaker", c.e.composer.Join(c.alternatives()), "figure", c.figureText(byFigure.claim))+" "+c.e.composer.Sentence(byFigure.claim), byFigure.claim)
	case byFigure != nil && byFigure.spoken && byFigure.named && !byFigure.dated && len(c.r.dates) > 0:
		c.leadText(c.say("correct.date")+" "+c.e.composer.Sentence(byFigure.claim), byFigure.claim)
	case byFigure != nil && speaker != nil && bySpeaker == nil && !byFigure.spoken && !byFigure.named:
		c.leadText(c.say("correct.speaker", "speaker", c.e.composer.Label(speaker.ids[0]), "figure", c.figureText(byFigure.claim))+" "+c.e.composer.Sentence(byFigure.claim), byFigure.claim)
	case byFigure != nil && byNames != nil && byNames != byFigure && (c.sum() && amountOf(byNames.claim) != "" || c.suits(byNames.claim)) && !byFigure.named:
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
	case len(c.r.figures) == 0 && len(c.r.dates) > 0 && (!c.hard() || c.r.facet == corpus.FacetWhen) && byNames != nil && !byNames.dated && c.complete(byNames) && !c.lacksHead(byNames) && (byNames.words > 0 && c.datesEvent(byNames) || speaker != nil && byNames.spoken && !c.r.leans && saidOn(byNames.claim) != ""):
		c.leadText(c.say("correct.date")+" "+c.e.composer.Sentence(byNames.claim), byNames.claim)
	case byFigure == nil && c.r.money() && byNames != nil && amountOf(byNames.claim) != "":
		c.correctFigure(byNames, nil)
	case byFigure == nil && len(c.r.figures) > 0 && byNames != nil && !(c.r.money() && amountOf(byNames.claim) == ""):
		c.leadText(c.say("correct.nofigure")+" "+c.e.composer.Sentence(byNames.claim), byNames.claim)
	case byFigure == nil && c.otherUnit() != nil:
		c.correctFigure(c.otherUnit(), nil)
	case byFigure == nil && (byNames == nil || amountOf(byNames.claim) == "") && speaker == nil && !c.asksFor() && c.unheardSum() && c.r.known() > 0 && c.r.foreign() < 0.3 && found[0].fit >= enough && !c.r.leans:
		best := &found[0]
		if at := slices.IndexFunc(found, func(s scored) bool { return c.suits(s.claim) }); at > 0 && found[at].score >= close*best.score {
			best = &found[at] // one that has a figure which may be meant
		}
		c.leadText(c.say("correct.nofigure")+" "+c.e.composer.Sentence(best.claim), best.claim)
	case len(c.r.figures) == 0 && speaker != nil && !c.e.everSpeaks(speaker.ids) && c.asks("accuse") && !c.asks("say") && bySubject(found, c.e, speaker) != nil:
		claim := bySubject(found, c.e, speaker)
		c.leadText(c.say("correct.noaccuser", "speaker", c.e.composer.Label(speaker.ids[0]))+" "+c.e.composer.Sentence(claim), claim)
	case len(c.r.figures) == 0 && speaker != nil && !c.e.everSpeaks(speaker.ids):
		c.abstain("abstain.subject")
	case len(c.r.figures) == 0 && speaker != nil && !found[0].spoken && c.e.index.Relation(found[0].n, speaker.ids)&(corpus.AsSpeaker|corpus.AsOwner) == 0 && found[0].claim.Stance == corpus.Alleges && found[0].fit >= 0.4 && c.r.contentFit(&found[0]) >= 0.6 && !c.lacksHead(&found[0]):
		c.leadText(c.say("correct.accuser", "speaker", c.e.composer.Label(speaker.ids[0]))+" "+c.e.composer.Sentence(found[0].claim), found[0].claim)
	default:
		return false
	}
	c.why = c.say("why.premise")
	return true
}

// asksFor tells whether the question opens with "who", "what" or the like.
func (c *composition) asksFor() bool {
	return c.r.first().Word == "who" || c.e.opensFact(c.r.first())
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
			return c.bare(n.ids[0])
		}
	}
	return c.bare(c.r.names[0].ids[0])
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

// voice returns the name asked about as the one who says it, else the one body or
// person named that makes claims.
func (r *request) voice() *name {
	if speaker := r.speaker(); speaker != nil {
		return speaker
	}
	return r.body()
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
