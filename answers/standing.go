package answers

import (
	"cmp"
	"slices"

	"allegedly/answers/corpus"
)

// most bounds how many claims a list names: nobody reads more on a phone.
const most = 12

// standing is what holds for the corpus as a whole, whatever is asked: who
// accuses, the amounts in order, the occasions of replies. It is computed once,
// so that no question has to walk through every claim.
type standing struct {
	values    []float64                  // amount of each claim in the main currency; 0: none
	solid     map[*corpus.Claim]int      // how well each denial can stand alone
	firmest   map[string]*corpus.Claim   // by accused, the denial that stands best alone
	occasions map[string][]*corpus.Claim // by accused ("": all), one denial for each occasion
	voices    []*corpus.Claim            // the first denial of each who speaks for an accused
	principal map[string]*corpus.Claim   // by accused ("": all), the accusation that stands for the reports
	amounts   map[string][]*corpus.Claim // by kind (any, single, total), distinct, the largest first
	totals    []*corpus.Claim            // distinct claims of a total, the largest first
	totalsBy  map[string][]*corpus.Claim // the same by speaker
	accusers  []*corpus.Claim            // the weightiest accusation of each accuser, in that order
	open      []*corpus.Claim            // the first unanswered accusation of each accuser
	dated     []*corpus.Claim            // distinct claims with the date of an event, in order
	said      []*corpus.Claim            // accusations that are dated themselves, in order
	lacking   map[*corpus.Report]*corpus.Claim
	lackingOf *corpus.Claim // a remark on what no report gives, of any report
}

func (e *Engine) stand() {
	s := &e.standing
	s.solid, s.firmest = map[*corpus.Claim]int{}, map[string]*corpus.Claim{}
	s.occasions, s.principal = map[string][]*corpus.Claim{}, map[string]*corpus.Claim{}
	s.amounts, s.totalsBy = map[string][]*corpus.Claim{}, map[string][]*corpus.Claim{}
	s.lacking = map[*corpus.Report]*corpus.Claim{}
	s.values = make([]float64, len(e.corpus.Claims))
	for n := range e.corpus.Claims {
		s.values[n] = e.amountAt(n)
	}
	e.standDenials()
	for _, claim := range e.corpus.Claims {
		if claim.Stance == corpus.Alleges {
			e.replies[claim] = e.findReply(claim)
		}
	}
	e.standAccusations()
	e.standDates()
}

func (e *Engine) standDenials() {
	s := &e.standing
	heard := map[string]bool{}
	for _, denial := range e.denials {
		accused := denial.Report().Accused
		s.solid[denial] = solidity(denial)
		if best := s.firmest[accused]; best == nil || s.solid[denial] > s.solid[best] {
			s.firmest[accused] = denial
		}
		for _, key := range []string{"", accused} {
			s.occasions[key] = e.onOccasion(s.occasions[key], denial)
		}
		if e.corpus.Entity(denial.By) != nil && !e.accused[denial.By] && !heard[denial.By] {
			heard[denial.By] = true
			s.voices = append(s.voices, denial)
		}
	}
	for key, list := range s.occasions {
		list = slices.DeleteFunc(list, func(d *corpus.Claim) bool { return s.solid[d] < firm && s.solid[list[0]] >= firm })
		slices.SortStableFunc(list, func(a, b *corpus.Claim) int { return cmp.Compare(saidOn(a), saidOn(b)) })
		s.occasions[key] = list
	}
}

// onOccasion adds a denial to the list of occasions, or lets it stand for its
// occasion if it is the more solid one.
func (e *Engine) onOccasion(list []*corpus.Claim, denial *corpus.Claim) []*corpus.Claim {
	at := slices.IndexFunc(list, func(d *corpus.Claim) bool { return sameOccasion(d, denial) })
	switch {
	case at < 0:
		return append(list, denial)
	case e.standing.solid[denial] > e.standing.solid[list[at]]:
		list[at] = denial
	}
	return list
}

func (e *Engine) standAccusations() {
	s := &e.standing
	var amounts, totals []scored
	byAccuser, open := map[string]*corpus.Claim{}, map[string]bool{}
	for n, claim := range e.corpus.Claims {
		if claim.Stance == corpus.Remark {
			if f := e.index.Features[n].Facets; f[corpus.FacetProof] && f[corpus.FacetAdmission] {
				s.lacking[claim.Report()] = claim
				s.lackingOf = claim
			}
		}
		if claim.Stance != corpus.Alleges {
			continue
		}
		for _, key := range []string{"", claim.Report().Accused} {
			if best := s.principal[key]; best == nil || e.weight(claim) > e.weight(best) {
				s.principal[key] = claim
			}
		}
		if s.values[n] > 0 {
			amounts = append(amounts, scored{claim: claim, n: int32(n)})
		}
		if measures(corpus.Total)(claim) {
			totals = append(totals, scored{claim: claim, n: int32(n)})
		}
		if e.corpus.Entity(claim.By) == nil {
			continue
		}
		if best := byAccuser[claim.By]; best == nil || prominence(claim) > prominence(best) {
			byAccuser[claim.By] = claim
		}
		if !e.replyTo(claim).direct && !open[claim.By] {
			open[claim.By] = true
			s.open = append(s.open, claim)
		}
	}
	byValue := func(a, b scored) int { return cmp.Compare(s.values[b.n], s.values[a.n]) }
	slices.SortStableFunc(amounts, byValue)
	slices.SortStableFunc(totals, byValue)
	s.amounts["any"] = claimsOf(distinct(amounts))
	for kind, measure := range map[string]corpus.Measure{"single": corpus.Single, "total": corpus.Total} {
		s.amounts[kind] = slices.DeleteFunc(slices.Clone(s.amounts["any"]), func(c *corpus.Claim) bool { return !measures(measure)(c) })
	}
	s.totals = claimsOf(distinct(totals))
	for _, claim := range s.totals {
		s.totalsBy[claim.By] = append(s.totalsBy[claim.By], claim)
	}
	for _, claim := range e.corpus.Claims {
		if byAccuser[claim.By] == claim {
			s.accusers = append(s.accusers, claim)
		}
	}
	slices.SortStableFunc(s.accusers, func(a, b *corpus.Claim) int { return cmp.Compare(prominence(b), prominence(a)) })
}

func (e *Engine) standDates() {
	s := &e.standing
	var dated []scored
	for n, claim := range e.corpus.Claims {
		if claim.Stance != corpus.Remark && eventDate(claim) != "" {
			dated = append(dated, scored{claim: claim, n: int32(n)})
		}
		if claim.Stance == corpus.Alleges && saidOn(claim) != "" {
			s.said = append(s.said, claim)
		}
	}
	slices.SortStableFunc(dated, func(a, b scored) int { return cmp.Compare(eventDate(a.claim), eventDate(b.claim)) })
	s.dated = claimsOf(distinct(dated))
	slices.SortStableFunc(s.said, func(a, b *corpus.Claim) int { return cmp.Compare(saidOn(a), saidOn(b)) })
}

// weight ranks accusations by how well they stand for the reports as a whole:
// answered, carried by several reports, large.
func (e *Engine) weight(claim *corpus.Claim) float64 {
	value, _ := e.value(claim)
	r := value/1e12 + float64(prominence(claim))
	if e.replyTo(claim).direct {
		r += 10
	}
	if claim.Origin != "" {
		r += float64(min(5, len(e.origins[claim.Origin])))
	}
	return r
}

// principal returns the accusation that stands for the reports about the
// accused, or about anybody.
func (e *Engine) principal(accused []string) *corpus.Claim {
	if len(accused) > 0 {
		return e.standing.principal[accused[0]]
	}
	return e.standing.principal[""]
}

// occasions returns one solid denial for each occasion on which the accused
// replied, the oldest first; at most as many as a list may have.
func (e *Engine) occasions(accused []string) []*corpus.Claim {
	key := ""
	if len(accused) > 0 {
		key = accused[0]
	}
	list := e.standing.occasions[key]
	return list[max(0, len(list)-most):]
}

// lacking returns the remark that says what no report gives: an admission, a
// conviction, independent proof; that on the given report if there is one.
func (e *Engine) lacking(report *corpus.Report) *corpus.Claim {
	if own := e.standing.lacking[report]; own != nil {
		return own
	}
	return e.standing.lackingOf
}

// value returns the amount of a claim in the currency most claims use, so that
// amounts can be ordered; false where the report gives none in that currency.
func (e *Engine) value(claim *corpus.Claim) (float64, bool) {
	value := e.standing.values[e.index.Number(claim)]
	return value, value > 0
}

func (e *Engine) amountAt(n int) float64 {
	f := &e.index.Features[n]
	best := 0.0
	for i, figure := range f.Figures {
		if f.Of[i] < 0 || figure.Unit != e.currency {
			continue
		}
		switch e.corpus.Claims[n].Figures[f.Of[i]].Measures {
		case corpus.Total, corpus.Single, corpus.Part:
			best = max(best, figure.Value)
		}
	}
	return best
}
