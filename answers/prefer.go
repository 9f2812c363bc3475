package answers

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// What a claim loses or gains beyond the words it shares with the question.
const (
	lacksFacet   = 0.77 // it does not give the kind of fact that was asked for
	lacksCounted = 0.95 // it counts, but something else
	countsOther  = 0.75 // it has the thing asked for, and counts another
	lacksFigure  = 0.65 // it has not the figure that the question gives
	lacksSpeaker = 0.68 // somebody else says it
	lacksName    = 0.80 // it has no part for a name of the question
	lacksDate    = 0.69 // it is of another time
	lacksAccused = 0.40 // it is about another accused
	otherReport  = 0.35 // it stands in another report than the one asked about
	thisReport   = 1.85
	inFocus      = 1.15 // the conversation is about it
	alongside    = 1.15 // it stands in the report that the conversation is about
	setAsideHere = 0.75 // it tells of what the question leaves aside
	otherTime    = 0.73 // it has a date, but only of when it was said
	rightTime    = 0.80 // added: its date is the one that "when" means
	noStart      = 0.80 // a beginning was asked for, and it tells of none
	theirUnit    = 0.60 // added: it gives an amount in the unit that is asked for
	itsFloor     = 1.60 // added: the least that it may be is asked for, and it gives an amount as that
	ofPaper      = 0.50 // added: whether its paper did something is asked, and it speaks of the paper
	inTheirWords = 1.20 // added: it quotes, and how somebody describes something was asked
	besidesThat  = 1.15 // it tells of a use that the question leaves aside, and so may tell of another
	ofOnePart    = 1.20 // a part of the body that is named says it, and which part is asked
	notTheirs    = 0.85 // background that concerns none of "them"
	background   = 0.50 // it does not concern the accused
)

// prefer scores one claim against everything that the question fixes.
func (e *Engine) prefer(r *request, c choice, s *scored, total float64) {
	features := &e.index.Features[s.n]
	s.facet, s.figure, s.dated, s.spoken, s.named = true, true, true, true, true
	facet := r.facet
	if c.facet != "" {
		facet = c.facet
	}
	e.preferGiven(r, c, s, features, total)
	e.preferNames(r, s, features, facet)
	if facet != "" {
		e.preferFacet(r, s, features, facet)
	}
	if s.named && s.spoken && len(r.names) > 0 && slices.Contains(r.focus, s.claim) && !slices.ContainsFunc(r.terms, func(t term) bool { return t.own() && t.Known && !e.has(s.n, t) }) {
		s.score *= inFocus
	}
	if r.leans && len(r.focus) > 0 && s.claim.Report() == r.focus[0].Report() && (r.another && s.claim.By == r.focus[0].By || len(r.names) == 0) {
		s.score *= alongside
	}
	if len(r.figures) > 0 && !s.figure {
		s.score *= lacksFigure
	}
	switch {
	case len(r.aside) == 0 || !e.asideOf(r, s.claim):
	case facet == corpus.FacetTarget && tellsSeveral(s.claim.Targets), facet == corpus.FacetPurpose && tellsSeveral(s.claim.Purpose):
		s.score *= besidesThat
	default:
		s.score *= setAsideHere
	}
	if !s.spoken {
		s.score *= lacksSpeaker
		if s.claim.By == corpus.Article && s.named && r.wordFit(s) > 0.9 {
			s.score /= 0.7 // the article tells of the speaker exactly what was asked
		}
	} else if !s.named {
		s.score *= lacksName
	}
	if len(r.dates) > 0 && !s.dated && !c.anyDate {
		s.score *= lacksDate
	}
	if len(r.reports) > 0 {
		if slices.Contains(r.reports, s.claim.Report().ID) {
			s.score *= thisReport
		} else {
			s.score *= otherReport
		}
	}
	s.score *= e.stanceFactor(r, s.claim)
	if !r.concerns(s.claim) {
		s.score *= lacksAccused
		s.named = false
		s.lacks = append(s.lacks, "accused")
	}
	e.preferKind(r, s, facet)
}

// preferGiven looks for the figures, dates and quoted words that the question
// gives, and computes how much of it the claim explains.
func (e *Engine) preferGiven(r *request, c choice, s *scored, features *corpus.Features, total float64) {
	whole := false
	for _, figure := range r.figures {
		if r.facet == corpus.FacetShare && features.Facets[corpus.FacetShare] && e.hasWhole(s.claim, figure) {
			whole = true // "what part of the 40 tonnes": the figure is the whole
			continue
		}
		if !hasFigure(features, figure) && !(r.accusedSpeaks && e.answersFigure(s.claim, figure)) {
			s.figure = false
			s.lacks = append(s.lacks, "figure")
		}
	}
	found, bonus := s.raw, s.score-s.raw
	if whole {
		found += figureWeight
	}
	if len(r.dates) > 0 && !c.anyDate {
		switch coverage := e.coverage(r, s.claim, features); {
		case coverage > 0:
			found += dateWeight * coverage
		default:
			s.dated = false
			s.lacks = append(s.lacks, "date")
		}
	}
	for _, quote := range r.quotes {
		if strings.Contains(features.Text, " "+quote+" ") {
			found += quoteWeight
			s.words += quoteWeight
		}
		total += quoteWeight
	}
	s.fit = 1
	if total > 0 {
		s.fit = min(1, found/total)
	}
	s.score = found + bonus
}

// hasWhole tells whether the one who says the claim gives the figure as a total.
func (e *Engine) hasWhole(claim *corpus.Claim, figure language.Figure) bool {
	return slices.ContainsFunc(e.about([]string{claim.Report().Accused}).totalsBy[claim.By], func(total *corpus.Claim) bool {
		return total != claim && hasFigure(&e.index.Features[e.index.Number(total)], figure)
	})
}

// preferNames notes which names of the question the claim has no part for, and
// whether the one who is asked about says it.
func (e *Engine) preferNames(r *request, s *scored, features *corpus.Features, facet corpus.Facet) {
	for i := range r.names {
		if r.names[i].weight < e.commonName || r.names[i].person {
			continue // nearly every claim has it, or might
		}
		relation := e.index.Relation(s.n, r.names[i].ids) | e.index.Relation(s.n, r.names[i].around)
		if r.names[i].located {
			relation &^= corpus.AsSpeaker | corpus.AsOwner | corpus.AsLink // who says it is not where it was
		}
		switch {
		case relation == 0 && r.names[i].either != nil && e.index.Relation(s.n, r.names[i].either) != 0:
			// "A or B": one of them will do
		case relation == 0 && r.names[i].from < 0 && r.sameReply(s.claim):
			// they go on about what was said then, whoever of them said it
		case relation == 0 && e.ofMatter(&r.names[i], s):
			// its report is about nothing else
		case relation == 0:
			s.named = false
			if r.names[i].speaker {
				s.spoken = false
			}
			s.lacks = append(s.lacks, "name")
		case (facet == corpus.FacetEvidence || facet == corpus.FacetReason) && features.Facets[facet] && s.claim.By == corpus.Article:
			// what the article tells of the grounds somebody has
		case r.names[i].speaker && relation&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) == 0:
			s.spoken = false
			s.lacks = append(s.lacks, "speaker")
		case relation&corpus.AsOwner != 0 && e.index.Relation(s.n, r.names[i].ids)&corpus.AsSpeaker == 0 && e.onePart(r, r.names[i]):
			s.score *= ofOnePart
		}
	}
}

// sameReply tells whether the conversation is about what the accused said on some
// occasion, and the claim is of the same one.
func (r *request) sameReply(claim *corpus.Claim) bool {
	theirs := func(c *corpus.Claim) bool { return c.Stance == corpus.Denies || c.Stance == corpus.Counters }
	return len(r.focus) > 0 && theirs(claim) && theirs(r.focus[0]) && claim.Report() == r.focus[0].Report() && sameOccasion(claim, r.focus[0])
}

// preferFacet prefers a claim that gives the kind of fact that was asked for.
func (e *Engine) preferFacet(r *request, s *scored, features *corpus.Features, facet corpus.Facet) {
	switch {
	case facet == corpus.FacetCount && features.Facets[facet] && !e.countsThat(r, s.n, features):
		s.facet = false
		s.score *= lacksCounted
		s.lacks = append(s.lacks, "what is counted")
	case facet == corpus.FacetShare && features.Facets[facet] && e.foreignWhole(r):
		s.facet = false
		s.score *= lacksCounted
		s.lacks = append(s.lacks, "what it is a share of")
	case facet == corpus.FacetAmount && e.asks(r, "money") && e.noMoney(features):
		s.facet = false
		s.score *= lacksFacet
		s.lacks = append(s.lacks, "money")
	case facet == corpus.FacetPurpose && r.first().Word == "where" && features.Facets[corpus.FacetPlace]:
		s.score += facetWeight // "where did the money go": to whom, or for what
	case facet == corpus.FacetPurpose && r.first().Word == "where" && len(s.claim.Purpose) == 0:
		s.facet = false
		s.score *= lacksFacet
	case facet == corpus.FacetPurpose && features.Facets[facet] && len(s.claim.Purpose) == 0:
		s.score += 0.6 * facetWeight // it tells why, and not what for
	case features.Facets[facet] && soft(facet):
		s.score += facetWeight / 2
	case facet == corpus.FacetCount && features.Facets[facet] && e.countsElse(r, features):
		s.score = (s.score + facetWeight) * countsOther
	case features.Facets[facet]:
		s.score += facetWeight
	case facet == corpus.FacetCount && s.hit && e.shares(r, s) > 0 && !e.asks(r, "dwell-word") && e.hasGroup(s.n, "majority"):
		// "how many go hungry?": most do
	case facet == corpus.FacetAmount && r.leans && len(r.focus) > 0 && s.claim.Report() == r.focus[0].Report() && gapped(s.claim):
		s.score += facetWeight // of what was spoken of, the copy lacks the figure
	case facet == corpus.FacetAmount && features.Facets[corpus.FacetShare]:
		s.score += facetWeight / 2
	case facet == corpus.FacetAmount && features.Facets[corpus.FacetCount] && (e.asks(r, "number-word") || e.asks(r, "size-asking")):
		s.score += facetWeight / 2
		s.facet = true
	default:
		s.facet = false
		s.score *= lacksFacet
		if soft(facet) {
			s.score *= 1.2
		}
		s.lacks = append(s.lacks, string(facet))
	}
}

// preferKind tells claims apart that are otherwise as good: a whole before its
// part, the date that was meant, background last.
func (e *Engine) preferKind(r *request, s *scored, facet corpus.Facet) {
	switch {
	case facet == corpus.FacetAmount:
		s.score += wholeness(s.claim)
	case facet == corpus.FacetWhen && (e.asks(r, "accuse") || e.asks(r, "say")) && saidOn(s.claim) != "":
		s.score += rightTime // when it was said is what was asked
	case facet == corpus.FacetWhen && (s.claim.Happened != nil || s.claim.Period != nil && s.claim.Period.From+s.claim.Period.To != ""):
		s.score += rightTime // when it happened rather than when it was said
	case facet == corpus.FacetWhen && s.facet && !e.asks(r, "accusation-word") && !e.asks(r, "say"):
		s.score *= otherTime
	}
	if facet == corpus.FacetAmount && e.inUnit(r, s.n) {
		s.score += theirUnit
	}
	if facet == corpus.FacetAmount && e.asks(r, "floor-word") && e.hasGroup(s.n, "at-least") {
		s.score += itsFloor
	}
	if (facet == corpus.FacetAmount || facet == "") && s.facet && e.perUnit(r, s.n) {
		s.score += facetWeight
	}
	if r.intent == "verify" && slices.ContainsFunc(r.query.Mentions, func(m corpus.Mention) bool {
		return slices.Contains(m.Reports, s.claim.Report().ID) && e.index.Relation(s.n, m.IDs)&corpus.AsText != 0
	}) {
		s.score += ofPaper
	}
	if facet == corpus.FacetPurpose && len(r.except) > 0 && s.facet && e.index.Relation(s.n, r.except)&corpus.AsText != 0 {
		s.score *= besidesThat
	}
	if facet == corpus.FacetWhen && e.asks(r, "start") && !e.hasGroup(s.n, "start") {
		s.score *= noStart
	}
	if len(r.accused) > 0 && e.index.Relation(s.n, r.accused) == 0 && s.claim.Stance == corpus.Context {
		s.score *= background
	}
	if !r.hasContent() || r.speaker() != nil && facet == "" && !r.leans && r.intent == "fact" && !slices.ContainsFunc(r.terms, func(t term) bool { return !t.Asked }) {
		s.score += 0.1 * float64(prominence(s.claim)+2*boolInt(s.claim.Verb == "accused")) // nothing but names tells them apart
	}
	if e.ofThem(r, s) {
		s.score *= notTheirs
	}
	if r.describes && strings.Contains(s.claim.Says, `"`) {
		s.score += inTheirWords
	}
	// Among equals the claim that holds a figure, and the more specific
	// speaker, tell more.
	if len(s.claim.Figures) > 0 && (facet == "" || facet == corpus.FacetAmount) {
		s.score += 0.15
	}
	if s.claim.By == corpus.Article || s.claim.By == corpus.Unnamed {
		s.score -= 0.2
	}
}

// tellsSeveral tells whether what a claim has of one kind is more than one thing.
func tellsSeveral(list []string) bool {
	return len(list) > 1 || len(list) == 1 && strings.Contains(list[0], " and ")
}

// inUnit tells whether an amount is asked for in a unit ("what is that in dollars?"), and the
// claim gives one in it.
func (e *Engine) inUnit(r *request, claim int32) bool {
	for i := 1; i < len(r.query.Tokens); i++ {
		if unit := e.lexicon.Unit(r.query.Tokens[i].Word); unit != "" && r.query.Tokens[i-1].Word == "in" && slices.Contains(e.index.Features[claim].In, unit) {
			return true
		}
	}
	return false
}

// perUnit tells whether it is asked what one of a unit comes to ("for a kilo"), and the claim
// tells of one.
func (e *Engine) perUnit(r *request, claim int32) bool {
	for i := 1; i < len(r.query.Tokens); i++ {
		if unit := r.query.Tokens[i].Word; e.in(r.query.Tokens[i-1], "one-word") && e.index.PerUnit(claim, unit) {
			return true
		}
	}
	return false
}

// noMoney tells whether all figures of a claim are tonnes, litres or the like.
func (e *Engine) noMoney(features *corpus.Features) bool {
	return len(features.In) > 0 && !slices.ContainsFunc(features.In, func(unit string) bool { return !e.lexicon.Measures(unit) })
}
