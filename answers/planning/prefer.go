package planning

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// preferPurpose puts the claim first that tells what for, where that is asked and the best of the same
// accuser tells only why.
func (c *Composition) preferPurpose(found []weighing.Scored) {
	if c.r.Facet != corpus.FacetPurpose || len(found) == 0 || len(found[0].Claim.Purpose) > 0 {
		return
	}
	for i := range found {
		if s := found[i]; len(s.Claim.Purpose) > 0 && s.Claim.By == found[0].Claim.By && s.Claim.Report() == found[0].Claim.Report() && s.Named == found[0].Named && s.Score >= 0.7*found[0].Score && s.WordFit(c.r) >= found[0].WordFit(c.r)-0.01 {
			weighing.ToFront(found, i)
			return
		}
	}
}

// preferNamedPurpose puts the claim first whose purpose is what the question names, before one that only has it
// among its words: "who says that it pays for the fleet?".
func (c *Composition) preferNamedPurpose(found []weighing.Scored) {
	if c.r.Facet != corpus.FacetPurpose && !(c.r.Intent == "accuser" && c.r.KnownWords() == 1) || len(found) == 0 || c.statesPurpose(found[0].Claim) {
		return
	}
	for i := range found {
		if s := &found[i]; s.Named == found[0].Named && s.Spoken == found[0].Spoken && s.Score >= 0.75*found[0].Score && c.statesPurpose(s.Claim) {
			weighing.ToFront(found, i)
			return
		}
	}
}

// statesPurpose tells whether the purpose that the claim gives is one that the question names.
func (c *Composition) statesPurpose(claim *corpus.Claim) bool {
	return slices.ContainsFunc(claim.Purpose, func(purpose string) bool {
		if c.r.Intent == "accuser" && slices.ContainsFunc(language.Split(purpose), func(w language.Token) bool {
			return slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return t.Own() && t.Stem == w.Stem })
		}) {
			return true // "who says the economy?"
		}
		return slices.ContainsFunc(c.mentioned(purpose), func(m corpus.Mention) bool {
			return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && slices.Equal(n.IDs, m.IDs) })
		})
	})
}

// preferReason puts the claim first that tells why, where it is asked why one figure is lower than
// another, and the best claim of the same report tells only that figure.
func (c *Composition) preferReason(found []weighing.Scored) {
	if c.r.Facet != corpus.FacetReason || len(found) == 0 || found[0].Facet || !c.asks("more-less") {
		return
	}
	for i := range found {
		if s := found[i]; s.Hit && s.Claim.Stance != corpus.Remark && s.Claim.Report() == found[0].Claim.Report() && s.Score >= 0.5*found[0].Score {
			weighing.ToFront(found, i)
			return
		}
	}
}

// preferDated puts the claim first that has a date, where it is asked when that was said or done, and the
// best claim of the same report on the same names has none.
func (c *Composition) preferDated(found []weighing.Scored) {
	if c.r.Facet != corpus.FacetWhen || len(found) == 0 || found[0].Facet || c.ownNames() < 2 {
		return
	}
	for i := range found {
		if s := &found[i]; s.Facet && s.Named && s.Fit >= 0.5 && s.Claim.Report() == found[0].Claim.Report() && c.sameNames(&found[0], s) {
			weighing.ToFront(found, i)
			return
		}
	}
}

// promote puts a claim first that answers, where the one with the highest score
// does not: a name that it gives a lesser part may be outweighed by its words.
func (c *Composition) promote(found []weighing.Scored) {
	if len(found) == 0 || c.fits(&found[0]) && (found[0].Hit || !c.r.Leans || !c.r.OwnContent()) {
		return
	}
	for i := 1; i < len(found) && i < 6 && found[i].Score >= 0.55*found[0].Score; i++ {
		if found[i].WordFit(c.r) > found[0].WordFit(c.r) && (found[i].Named || !found[0].Named) && found[i].Claim.Report().Accused == found[0].Claim.Report().Accused && c.sameNames(&found[0], &found[i]) && c.fits(&found[i]) {
			weighing.ToFront(found, i)
			return
		}
	}
}

// preferChain puts the claim first that came by way of somebody, where a question for
// a news agency or a paper opens so ("through which paper did ...?"), or where it is asked
// to whom somebody told it.
func (c *Composition) preferChain(found []weighing.Scored) {
	agency := (c.asks("news-agency") || c.asks("media") || c.asks("publisher-word")) && c.asks("brought-word") && !c.p.In(c.r.First(), "auxiliary")
	seen := c.r.Intent == "verify" && c.r.Facet == corpus.FacetEvidence && c.asks("seeing-word") // "did the Courier see the paper?": it came by way of another
	if len(found) == 0 || len(found[0].Claim.Via) > 0 || !seen && (c.r.Intent != "fact" || !agency && c.r.Aspect != "channel") {
		return
	}
	for i := range found {
		if len(found[i].Claim.Via) > 0 && found[i].Named == found[0].Named && found[i].Score >= 0.7*found[0].Score {
			weighing.ToFront(found, i)
			return
		}
	}
}

// preferFigure puts the claim first that has the one figure that a question gives
// and nothing else that is particular.
func (c *Composition) preferFigure(found []weighing.Scored) {
	if given := c.r.Query.Figures; len(c.r.Figures) != 1 || len(given) != 1 || !given[0].Money() || c.r.Leans || len(found) == 0 || found[0].Figure || c.r.GivesName() {
		return
	}
	for i := range found {
		if found[i].Figure && found[i].Score >= 0.5*found[0].Score {
			weighing.ToFront(found, i)
			return
		}
	}
}

// preferUntold puts the next claim of the same speaker first, where a follow-up with a word of its
// own leads to the claim that was just told, and the next has that word too.
func (c *Composition) preferUntold(found []weighing.Scored) {
	if c.r.Picked || c.r.Intent != "fact" || c.r.Facet != "" || !c.r.Leans || len(c.r.Focus) == 0 || len(found) == 0 || found[0].Claim != c.r.Focus[0] || c.asks("these-word") || c.r.First().Word == "whose" || c.r.Named() || len(c.r.Figures)+len(c.r.Dates) > 0 ||
		!slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return t.Own() && t.Known && !t.Framing }) {
		return
	}
	for i := 1; i < len(found); i++ {
		s := found[i]
		if s.Claim.By == found[0].Claim.By && s.Claim.Report() == found[0].Claim.Report() && s.Claim.Stance == found[0].Claim.Stance && !slices.Contains(c.r.Thread.Claims, s.Claim.Key()) && c.complete(&s) && !(c.lacksMember(&s) && !c.lacksMember(&found[0])) {
			found[i].Named = found[0].Named
			weighing.ToFront(found, i)
			return
		}
	}
}

// preferNamed puts the claim first that names whom it was done to, where just the names
// are asked for ("it mentions two mills: which ones?") and the best claim has none.
func (c *Composition) preferNamed(found []weighing.Scored) {
	names := func(s weighing.Scored) bool { return slices.ContainsFunc(s.Claim.Targets, c.proper) }
	byName := c.asks("named-word") || c.asks("list-asking") || c.asks("which-ones") || c.asks("mentioning-verb") || c.asks("example-word")
	firm := slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool { return c.p.In(t, "firm-word") })
	if c.r.Facet == corpus.FacetTarget && !byName && !(firm && c.p.In(c.r.First(), "which-word")) || c.r.Facet != corpus.FacetTarget && !(c.r.Facet == "" && firm && byName) || len(found) == 0 || names(found[0]) {
		return
	}
	for i := range found {
		s := found[i]
		told := s.Named == found[0].Named || !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && c.p.Index.Relation(s.N, n.IDs) == 0 })
		if names(s) && told && s.Spoken == found[0].Spoken && s.Score >= 0.4*found[0].Score && s.WordFit(c.r) >= found[0].WordFit(c.r)-0.01 && (byName && c.r.Facet != "" || s.Claim.By == found[0].Claim.By && s.Claim.Report() == found[0].Claim.Report()) {
			found[i].Named = true
			weighing.ToFront(found, i)
			return
		}
	}
}

// preferAllNames puts the claim first that has all that are named, where it is asked why
// and the best tells neither that nor of all of them.
func (c *Composition) preferAllNames(found []weighing.Scored) {
	if c.r.Facet != corpus.FacetReason || len(found) == 0 || found[0].Facet || found[0].Named || c.ownNames() < 2 {
		return
	}
	for i := range found {
		if s := found[i]; s.Named && s.Spoken && s.Score >= 0.4*found[0].Score {
			weighing.ToFront(found, i)
			return
		}
	}
}

// preferIncident puts the claim first that is on the one incident which the question names,
// where the best has its other names: "why were these the main targets of that attack?".
func (c *Composition) preferIncident(found []weighing.Scored) {
	at := slices.IndexFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && !n.Weak && c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Incident
	})
	if at < 0 || len(found) == 0 || c.r.Facet == "" || found[0].Facet {
		return
	}
	for i := range found {
		if s := found[i]; s.Facet && c.p.Index.Relation(s.N, c.r.Names[at].IDs) != 0 && s.Score >= 0.4*found[0].Score && c.p.Index.Relation(found[0].N, c.r.Names[at].IDs) == 0 {
			weighing.ToFront(found, i)
			return
		}
	}
}

// preferPrinted puts the claim first that itself has the name of the question, where the best is on an
// incident that only we take for the same.
func (c *Composition) preferPrinted(found []weighing.Scored) {
	if len(found) == 0 || found[0].Claim.Incident == "" {
		return
	}
	prints := func(claim *corpus.Claim) bool {
		return !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && !c.p.SpeaksOf(claim, n.IDs) })
	}
	for i := range found {
		s := &found[i]
		if linked := s.Claim.SameAs != "" && s.Claim.SameAs == found[0].Claim.Incident || found[0].Claim.SameAs != "" && found[0].Claim.SameAs == s.Claim.Incident; linked && s.Score >= 0.8*found[0].Score && prints(s.Claim) {
			weighing.ToFront(found, i)
			return
		}
	}
}

// sameNames tells whether the second claim has every name of the question that
// the first has.
func (c *Composition) sameNames(a, b *weighing.Scored) bool {
	return !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && !n.Weak && c.p.Index.Relation(a.N, n.IDs) != 0 && c.p.Index.Relation(b.N, n.IDs) == 0
	})
}

// preferOwner puts the claim first that tells whose something is, where it is asked who
// owns or runs it.
func (c *Composition) preferOwner(found []weighing.Scored) {
	if c.opening() != "who" || !c.asks("leader-word") {
		return
	}
	for i, s := range found {
		if c.ofOwner(s.Claim) && s.Score >= 0.6*found[0].Score {
			weighing.ToFront(found, i)
			return
		}
	}
}

// preferSingle puts first a claim of one incident, where it is asked which incidents somebody tells of, and the best
// claim is on all of them.
func (c *Composition) preferSingle(found []weighing.Scored) {
	tokens := c.r.Query.Tokens
	if len(found) == 0 || found[0].Claim.Incident != "" || c.opening() != "which" {
		return
	}
	asked := slices.ContainsFunc(tokens[1:min(len(tokens), 4)], func(t language.Token) bool { return strings.HasSuffix(t.Word, "s") && c.p.In(t, "single-incident") })
	for i, s := range found {
		if asked && s.Claim.Incident != "" && s.Claim.Report() == found[0].Claim.Report() && s.Claim.By == found[0].Claim.By && s.Score >= worthAdding*found[0].Score {
			weighing.ToFront(found, i)
			return
		}
	}
}

// preferSpokenOf puts first a claim of the report that the conversation was on, where the last question is put right: "no,
// I meant the northern case".
func (c *Composition) preferSpokenOf(found []weighing.Scored) {
	if len(found) == 0 || len(c.r.Thread.Claims) == 0 || !c.asks("correcting-word") {
		return
	}
	last := c.p.Corpus.Claim(c.r.Thread.Claims[0])
	for i, s := range found {
		if last != nil && s.Claim.Report() == last.Report() && s.Score >= 0.8*found[0].Score && s.Named == found[0].Named {
			weighing.ToFront(found, i)
			return
		}
	}
}

// preferCurrency puts first a claim that gives the amount in the currency that is asked for ("how much is that in
// euros?"), before one on the same that has it in another.
func (c *Composition) preferCurrency(found []weighing.Scored) {
	tokens := c.r.Query.Tokens
	if c.r.Facet != corpus.FacetAmount || len(c.r.Figures) > 0 || len(found) == 0 {
		return
	}
	at := slices.IndexFunc(tokens, func(t language.Token) bool { return t.Word == "in" })
	if at < 0 || at+1 >= len(tokens) {
		return
	}
	unit := c.p.Lexicon.Unit(tokens[at+1].Word)
	gives := func(s weighing.Scored) bool {
		return slices.ContainsFunc(c.p.Index.Features[s.N].Figures, func(f language.Figure) bool { return f.Unit == unit })
	}
	if c.r.Leans && unit != "" && c.r.KnownWords() == 0 && c.ownNames() == 0 {
		if i := slices.IndexFunc(found, func(s weighing.Scored) bool { return len(c.r.Focus) > 0 && s.Claim == c.r.Focus[0] }); i >= 0 && gives(found[i]) {
			weighing.ToFront(found, i) // "in won?": of what was told
			return
		}
	}
	for i, s := range found {
		if unit != "" && !gives(found[0]) && gives(s) && s.Claim.By == found[0].Claim.By && s.Named == found[0].Named && s.Score >= 0.4*found[0].Score {
			weighing.ToFront(found, i)
			return
		}
	}
}

// preferOwnRank puts first the claim that ranks the accused, where it is asked where it stands and the best one
// tells of the others.
func (c *Composition) preferOwnRank(found []weighing.Scored) {
	if c.r.Facet != corpus.FacetRanking || len(c.r.Accused) == 0 || len(found) == 0 || !c.asks("rank-noun") || c.asks("after-word") || c.asks("other-word") || !c.prints(found[0].Claim, "other-word") {
		return
	}
	for i, s := range found {
		if s.Facet && s.Claim.By == found[0].Claim.By && s.Claim.Report() == found[0].Claim.Report() && !c.prints(s.Claim, "other-word") && s.Score >= 0.5*found[0].Score {
			weighing.ToFront(found, i)
			return
		}
	}
}

// preferPeriod puts first the share of the very year that the question gives, before one that was only told in it.
func (c *Composition) preferPeriod(found []weighing.Scored) {
	if c.r.Facet != corpus.FacetShare || len(c.r.Query.Dates) != 1 || len(found) == 0 || c.asks("amount-word") || c.asks("money") {
		return
	}
	of := func(claim *corpus.Claim) bool {
		return claim.Period != nil && c.r.Query.Dates[0].Covers(language.ParseDate(claim.Period.From)) && c.r.Query.Dates[0].Covers(language.ParseDate(claim.Period.To))
	}
	for i, s := range found {
		if !of(found[0].Claim) && of(s.Claim) && s.Facet && s.Claim.Report() == found[0].Claim.Report() && s.Score >= 0.5*found[0].Score {
			weighing.ToFront(found, i)
			return
		}
	}
}

// preferFirms puts first a claim on firms, where it is asked which firms were hit and the best one tells of a
// country: "what sort of companies do they rob?".
func (c *Composition) preferFirms(found []weighing.Scored) {
	tokens := c.r.Query.Tokens
	if c.r.Facet != corpus.FacetTarget || len(found) == 0 || !slices.ContainsFunc(tokens, func(t language.Token) bool { return c.p.In(t, "kind-company") }) {
		return
	}
	firms := func(claim *corpus.Claim) bool {
		return slices.ContainsFunc(claim.Targets, func(target string) bool {
			if entity := c.p.Corpus.Entity(target); entity != nil {
				return entity.Kind == corpus.Company
			}
			return slices.ContainsFunc(language.Split(target), func(t language.Token) bool { return c.p.In(t, "firm-word") })
		})
	}
	if firms(found[0].Claim) {
		return
	}
	if at := slices.IndexFunc(found, func(s weighing.Scored) bool {
		return s.Score >= enough*found[0].Score && s.Spoken == found[0].Spoken && firms(s.Claim)
	}); at > 0 {
		weighing.ToFront(found, at)
	}
}
