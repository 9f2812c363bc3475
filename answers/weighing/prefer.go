package weighing

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
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
func (w *Weigher) prefer(r *reading.Request, c Filter, s *Scored, total float64) {
	features := &w.Index.Features[s.N]
	s.Facet, s.Figure, s.Dated, s.Spoken, s.Named = true, true, true, true, true
	facet := r.Facet
	if c.Facet != "" {
		facet = c.Facet
	}
	w.preferGiven(r, c, s, features, total)
	w.preferNames(r, s, features, facet)
	if facet != "" {
		w.preferFacet(r, s, features, facet)
	}
	if r.Leans && len(r.Focus) > 0 && s.Claim.Report() == r.Focus[0].Report() && (r.Another && s.Claim.By == r.Focus[0].By || len(r.Names) == 0) {
		s.Score *= alongside
	}
	if len(r.Figures) > 0 && !s.Figure {
		s.Score *= lacksFigure
	}
	switch {
	case len(r.Aside) == 0 || !w.asideOf(r, s.Claim):
	case facet == corpus.FacetTarget && tellsSeveral(s.Claim.Targets), facet == corpus.FacetPurpose && tellsSeveral(s.Claim.Purpose):
		s.Score *= besidesThat
	default:
		s.Score *= setAsideHere
	}
	if !s.Spoken {
		s.Score *= lacksSpeaker
		if s.Claim.By == corpus.Article && s.Named && s.WordFit(r) > 0.9 {
			s.Score /= 0.7 // the article tells of the speaker exactly what was asked
		}
	} else if !s.Named {
		s.Score *= lacksName
	}
	if len(r.Dates) > 0 && !s.Dated && !c.AnyDate {
		s.Score *= lacksDate
	}
	if len(r.Reports) > 0 {
		if slices.Contains(r.Reports, s.Claim.Report().ID) {
			s.Score *= thisReport
		} else {
			s.Score *= otherReport
		}
	}
	s.Score *= w.stanceFactor(r, s.Claim)
	if !r.Concerns(s.Claim) {
		s.Score *= lacksAccused
		s.Named = false
		s.Lacks = append(s.Lacks, "accused")
	}
	w.preferKind(r, s, facet)
}

// preferGiven looks for the figures, dates and quoted words that the question
// gives, and computes how much of it the claim explains.
func (w *Weigher) preferGiven(r *reading.Request, c Filter, s *Scored, features *corpus.Features, total float64) {
	for _, figure := range r.Figures {
		if r.Facet == corpus.FacetShare && w.hasWhole(s.Claim, figure) {
			continue // "what part of the 40 tonnes": the figure is the whole
		}
		if !features.Has(figure) && !(w.replies(r) && w.answersFigure(s.Claim, figure)) {
			s.Figure = false
			s.Lacks = append(s.Lacks, "figure")
		}
	}
	found, bonus := s.raw, s.Score-s.raw
	if len(r.Dates) > 0 && !c.AnyDate {
		switch coverage := w.Coverage(r, s.Claim); {
		case coverage > 0:
			found += dateWeight * coverage
		default:
			s.Dated = false
			s.Lacks = append(s.Lacks, "date")
		}
	}
	for _, quote := range r.Quotes {
		if features.Prints(quote) {
			found += quoteWeight
			s.WordWeight += quoteWeight
		}
		total += quoteWeight
	}
	s.Fit = 1
	if total > 0 {
		s.Fit = min(1, found/total)
	}
	s.Score = found + bonus
}

// hasWhole tells whether the one who says the claim gives the figure as a total.
func (w *Weigher) hasWhole(claim *corpus.Claim, figure language.Figure) bool {
	return slices.ContainsFunc(w.About([]string{claim.Report().Accused}).TotalsBy[claim.By], func(total *corpus.Claim) bool {
		return total != claim && w.Index.FeaturesOf(total).Has(figure)
	})
}

// preferNames notes which names of the question the claim has no part for, and
// whether the one who is asked about says it.
func (w *Weigher) preferNames(r *reading.Request, s *Scored, features *corpus.Features, facet corpus.Facet) {
	for i := range r.Names {
		if r.Names[i].Weight < w.CommonName || r.Names[i].Silent {
			continue // nearly every claim has it, or might
		}
		relation := w.Index.Relation(s.N, r.Names[i].IDs) | w.Index.Relation(s.N, r.Names[i].Around)
		if r.Names[i].Located {
			relation &^= corpus.AsSpeaker | corpus.AsOwner | corpus.AsLink // who says it is not where it was
		}
		switch {
		case relation == 0 && r.Names[i].Either != nil && w.Index.Relation(s.N, r.Names[i].Either) != 0:
			// "A or B": one of them will do
		case relation == 0 && r.Names[i].From < 0 && r.SameReply(s.Claim):
			// they go on about what was said then, whoever of them said it
		case relation == 0 && w.ofMatter(&r.Names[i], s):
			// its report is about nothing else
		case relation == 0:
			s.Named = false
			if r.Names[i].Speaker {
				s.Spoken = false
			}
			s.Lacks = append(s.Lacks, "name")
		case (facet == corpus.FacetEvidence || facet == corpus.FacetReason) && features.Facets[facet] && s.Claim.By == corpus.Article:
			// what the article tells of the grounds somebody has
		case r.Names[i].Speaker && relation&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) == 0:
			s.Spoken = false
			s.Lacks = append(s.Lacks, "speaker")
		case relation&corpus.AsOwner != 0 && w.Index.Relation(s.N, r.Names[i].IDs)&corpus.AsSpeaker == 0 && w.onePart(r, r.Names[i]):
			s.Score *= ofOnePart
		}
	}
}

// preferFacet prefers a claim that gives the kind of fact that was asked for.
func (w *Weigher) preferFacet(r *reading.Request, s *Scored, features *corpus.Features, facet corpus.Facet) {
	switch {
	case facet == corpus.FacetCount && !w.CountsThat(r, s.N, features):
		s.Facet = false
		s.Score *= lacksCounted
		s.Lacks = append(s.Lacks, "what is counted")
	case facet == corpus.FacetShare && features.Facets[facet] && w.foreignWhole(r):
		s.Facet = false
		s.Score *= lacksCounted
		s.Lacks = append(s.Lacks, "what it is a share of")
	case facet == corpus.FacetAmount && w.Asks(r, "money") && w.noMoney(features):
		s.Facet = false
		s.Score *= lacksFacet
		s.Lacks = append(s.Lacks, "money")
	case facet == corpus.FacetWhen && w.undatedEvent(r, s):
		s.Facet = false
		s.Score *= lacksFacet
		s.Lacks = append(s.Lacks, "when it happened")
	case facet == corpus.FacetPurpose && r.First().Word == "where" && features.Facets[corpus.FacetPlace]:
		s.Score += facetWeight // "where did the money go": to whom, or for what
	case facet == corpus.FacetPurpose && r.First().Word == "where" && len(s.Claim.Purpose) == 0:
		s.Facet = false
		s.Score *= lacksFacet
	case facet == corpus.FacetPurpose && features.Facets[facet] && len(s.Claim.Purpose) == 0:
		s.Score += 0.6 * facetWeight // it tells why, and not what for
	case features.Facets[facet] && soft(facet):
		s.Score += facetWeight / 2
	case facet == corpus.FacetCount && features.Facets[facet] && w.countsElse(r, features):
		s.Score = (s.Score + facetWeight) * countsOther
	case features.Facets[facet]:
		s.Score += facetWeight
	case facet == corpus.FacetCount && s.Hit && w.shares(r, s) > 0 && !w.Asks(r, "dwell-word") && w.HasGroup(s.N, "majority"):
		// "how many go hungry?": most do
	case facet == corpus.FacetAmount && r.Leans && len(r.Focus) > 0 && s.Claim.Report() == r.Focus[0].Report() && record.Gapped(s.Claim):
		s.Score += facetWeight // of what was spoken of, the copy lacks the figure
	case facet == corpus.FacetAmount && features.Facets[corpus.FacetShare]:
		s.Score += facetWeight / 2
	case facet == corpus.FacetAmount && features.Facets[corpus.FacetCount] && (w.Asks(r, "number-word") || w.Asks(r, "size-asking")):
		s.Score += facetWeight / 2
	default:
		s.Facet = false
		s.Score *= lacksFacet
		if soft(facet) {
			s.Score *= 1.2
		}
		s.Lacks = append(s.Lacks, string(facet))
	}
}

// undatedEvent tells whether it is asked when something was done, or came out, and the claim tells no
// more than when that was said.
func (w *Weigher) undatedEvent(r *reading.Request, s *Scored) bool {
	if w.Asks(r, "publish") && len(r.Names) > 0 && len(r.Reports) == 0 {
		return !(w.Index.Relation(s.N, r.Names[0].IDs)&corpus.AsSpeaker != 0 && record.SaidOn(s.Claim) != "") && !w.Index.Mentions(s.Claim.Says, w.Lexicon.Concept("publish"))
	}
	if r.Leans || len(r.Query.Dates)+len(r.Figures) > 0 || s.Claim.Stance == corpus.Denies || s.Claim.Stance == corpus.Counters && len(r.Accused) > 0 {
		return false
	}
	saying := slices.ContainsFunc([]string{"say", "accuse", "accusation-word", "announce", "statement", "publish", "report-word", "speaking-word", "investigate"}, func(group string) bool { return w.Asks(r, group) })
	spoken := r.Speaker() != nil && s.Spoken
	switch person := !spoken && len(r.Names) == 1 && w.Corpus.Entity(r.Names[0].IDs[0]).Kind == corpus.Person; {
	case saying && person:
		return true // somebody whose words others bring up
	case saying && spoken && r.KnownWords() == 0 && r.First().Word == "when":
		return record.SaidOn(s.Claim) == "" // what they speak of is dated, and not that they spoke
	}
	return s.Claim.Happened == nil && s.Claim.Period == nil && !saying && !(spoken && r.KnownWords() == 0)
}

// preferKind tells claims apart that are otherwise as good: a whole before its
// part, the date that was meant, background last.
func (w *Weigher) preferKind(r *reading.Request, s *Scored, facet corpus.Facet) {
	switch {
	case facet == corpus.FacetAmount && w.elsewhere(r, s.N):
		// its total is no total of what was taken there
	case facet == corpus.FacetAmount:
		s.Score += wholeness(s.Claim)
	case facet == corpus.FacetWhen && (w.Asks(r, "accuse") || w.Asks(r, "say")) && record.SaidOn(s.Claim) != "":
		s.Score += rightTime // when it was said is what was asked
	case facet == corpus.FacetWhen && (s.Claim.Happened != nil || s.Claim.Period != nil && s.Claim.Period.From+s.Claim.Period.To != ""):
		s.Score += rightTime // when it happened rather than when it was said
	case facet == corpus.FacetWhen && s.Facet && !w.Asks(r, "accusation-word") && !w.Asks(r, "say"):
		s.Score *= otherTime
	}
	if facet == corpus.FacetAmount && w.inUnit(r, s.N) {
		s.Score += theirUnit
	}
	if facet == corpus.FacetAmount && w.Asks(r, "floor-word") && w.HasGroup(s.N, "at-least") {
		s.Score += itsFloor
	}
	if (facet == corpus.FacetAmount || facet == "") && s.Facet && w.perUnit(r, s.N) {
		s.Score += facetWeight
	}
	if r.Intent == "verify" && slices.ContainsFunc(r.Query.Mentions, func(m corpus.Mention) bool {
		return slices.Contains(m.Reports, s.Claim.Report().ID) && w.Index.Relation(s.N, m.IDs)&corpus.AsText != 0
	}) {
		s.Score += ofPaper
	}
	if facet == corpus.FacetPurpose && len(r.Except) > 0 && s.Facet && w.Index.Relation(s.N, r.Except)&corpus.AsText != 0 {
		s.Score *= besidesThat
	}
	if facet == corpus.FacetWhen && w.Asks(r, "start") && !w.HasGroup(s.N, "start") {
		s.Score *= noStart
	}
	if len(r.Accused) > 0 && w.Index.Relation(s.N, r.Accused) == 0 && s.Claim.Stance == corpus.Context {
		s.Score *= background
	}
	if !r.HasContent() || r.Speaker() != nil && facet == "" && !r.Leans && r.Intent == "fact" && !slices.ContainsFunc(r.Terms, func(t reading.Term) bool { return !t.Asked }) {
		s.Score += 0.1 * float64(record.Prominence(s.Claim)+2*record.BoolInt(s.Claim.Verb == "accused")) // nothing but names tells them apart
	}
	if w.ofThem(r, s) {
		s.Score *= notTheirs
	}
	if r.Describes && strings.Contains(s.Claim.Says, `"`) {
		s.Score += inTheirWords
	}
	// Among equals the claim that holds a figure, and the more specific
	// speaker, tell more.
	if len(s.Claim.Figures) > 0 && (facet == "" || facet == corpus.FacetAmount) {
		s.Score += 0.15
	}
	if s.Claim.By == corpus.Article || s.Claim.By == corpus.Unnamed {
		s.Score -= 0.2
	}
}

// elsewhere tells whether the question names a place that something was taken from, and the
// claim's speaker is merely at home there.
func (w *Weigher) elsewhere(r *reading.Request, claim int32) bool {
	return slices.ContainsFunc(r.Names, func(n reading.Name) bool {
		return n.Located && w.Index.Relation(claim, n.IDs)&(corpus.AsSpeaker|corpus.AsOwner) != 0 && w.Index.Relation(claim, n.IDs)&(corpus.AsTarget|corpus.AsPlace|corpus.AsActor|corpus.AsIncident) == 0
	})
}

// tellsSeveral tells whether what a claim has of one kind is more than one thing.
func tellsSeveral(list []string) bool {
	return len(list) > 1 || len(list) == 1 && strings.Contains(list[0], " and ")
}

// inUnit tells whether an amount is asked for in a unit ("what is that in dollars?"), and the
// claim gives one in it.
func (w *Weigher) inUnit(r *reading.Request, claim int32) bool {
	for i := 1; i < len(r.Query.Tokens); i++ {
		if unit := w.Lexicon.Unit(r.Query.Tokens[i].Word); unit != "" && r.Query.Tokens[i-1].Word == "in" && slices.Contains(w.Index.Features[claim].In, unit) {
			return true
		}
	}
	return false
}

// perUnit tells whether it is asked what one of a unit comes to ("for a kilo"), and the claim
// tells of one.
func (w *Weigher) perUnit(r *reading.Request, claim int32) bool {
	for i := 1; i < len(r.Query.Tokens); i++ {
		if unit := r.Query.Tokens[i].Word; w.In(r.Query.Tokens[i-1], "one-word") && w.Index.PerUnit(claim, unit) {
			return true
		}
	}
	return false
}

// noMoney tells whether all figures of a claim are tonnes, litres or the like.
func (w *Weigher) noMoney(features *corpus.Features) bool {
	return len(features.In) > 0 && !slices.ContainsFunc(features.In, func(unit string) bool { return !w.Lexicon.Measures(unit) })
}

// onePart tells whether it is asked which part of a body somebody is: "which of the council's
// people said so", "the branch of the council that ...".
func (w *Weigher) onePart(r *reading.Request, n reading.Name) bool {
	tokens := r.Query.Tokens
	m := slices.IndexFunc(r.Query.Mentions, func(m corpus.Mention) bool { return m.From == n.From })
	if m < 0 {
		return false
	}
	from, to := n.From-1, r.Query.Mentions[m].To
	for from > 0 && (tokens[from].Word == "the" || tokens[from].Word == "of") {
		from--
	}
	return to < len(tokens) && w.In(tokens[to], "crew-word") || from >= 0 && from < n.From-1 && w.In(tokens[from], "crew-word")
}

// ofThem tells whether a question without names, that goes on from nothing, asks about
// "them": whatever they are, background that concerns nobody accused is not theirs.
func (w *Weigher) ofThem(r *reading.Request, s *Scored) bool {
	return s.Claim.Stance == corpus.Context && r.Thread.Turns == 0 && len(r.Names)+len(r.Accused) == 0 &&
		slices.ContainsFunc(r.Query.Tokens, func(t language.Token) bool { return t.Word == "they" || t.Word == "them" }) &&
		w.Index.Relation(s.N, []string{s.Claim.Report().Accused}) == 0
}

// shares counts the words of the question's own that the claim has.
func (w *Weigher) shares(r *reading.Request, s *Scored) int {
	n := 0
	for _, t := range r.Terms {
		n += record.BoolInt(t.Own() && w.Has(s.N, t))
	}
	return n
}
