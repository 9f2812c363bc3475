package answers

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"allegedly/answers/corpus"
)

// most bounds how many claims a list names: nobody reads more on a phone.
const most = 12

// A standing is what holds for all claims about one accused, or about all of
// them, whatever is asked: who accuses, the amounts in order, the occasions of
// replies. It is computed once, so that no question walks through every claim.
type standing struct {
	denials    []*corpus.Claim            // by the accused, in corpus order
	counters   []*corpus.Claim            // likewise
	occasions  []*corpus.Claim            // one denial for each occasion
	firmest    *corpus.Claim              // the denial that stands best alone
	voices     []*corpus.Claim            // the first denial of each who speaks for an accused
	principal  *corpus.Claim              // the accusation that stands for the reports
	amounts    map[string][]*corpus.Claim // by kind (any, single, total), distinct, the largest first
	totals     []*corpus.Claim            // distinct claims of a total, the largest first
	totalsBy   map[string][]*corpus.Claim // the same by speaker
	accusers   []*corpus.Claim            // the weightiest accusation of each accuser, in that order
	open       []*corpus.Claim            // the first unanswered accusation of each accuser
	dated      []*corpus.Claim            // distinct claims with the date of an event, in order
	said       []*corpus.Claim            // accusations that are dated themselves, in order
	answeredBy map[string]bool            // accusers whom a denial answers
	lacking    *corpus.Claim              // a remark on what no report gives
}

// stand computes the standing of each accused, and of all together under "".
func (e *Engine) stand() {
	e.solid, e.lacks = map[*corpus.Claim]int{}, map[*corpus.Report]*corpus.Claim{}
	e.values = make([]float64, len(e.corpus.Claims))
	about := map[string][]int32{}
	for n, claim := range e.corpus.Claims {
		e.values[n] = e.amountAt(n, e.currencyOf(claim))
		if claim.Stance == corpus.Denies {
			e.solid[claim] = solidity(claim)
		}
		about[claim.Report().Accused] = append(about[claim.Report().Accused], int32(n))
	}
	e.standings = map[string]*standing{}
	all := &standing{}
	e.standings[""] = all
	if len(about) > 1 {
		every := make([]int32, len(e.corpus.Claims))
		for n := range every {
			every[n] = int32(n)
		}
		about[""] = every
	}
	keys := slices.Sorted(maps.Keys(about))
	for _, key := range keys {
		s := &standing{}
		e.standings[key] = s
		if len(about) == 1 {
			e.standings[""] = s
		}
		e.standDenials(s, about[key])
	}
	for _, claim := range e.corpus.Claims {
		if claim.Stance == corpus.Alleges {
			e.replies[claim] = e.findReply(claim)
		}
	}
	for _, key := range keys {
		e.standAccusations(e.standings[key], about[key])
		e.standDates(e.standings[key], about[key])
	}
}

// about returns the standing of the first accused given, or of all.
func (e *Engine) about(accused []string) *standing {
	if len(accused) > 0 && e.standings[accused[0]] != nil {
		return e.standings[accused[0]]
	}
	return e.standings[""]
}

// standing returns what holds for whom the question is about.
func (c *composition) standing() *standing { return c.e.about(c.r.parties()) }

func (e *Engine) standDenials(s *standing, claims []int32) {
	s.answeredBy = map[string]bool{}
	heard := map[string]bool{}
	for _, n := range claims {
		denial := e.corpus.Claims[n]
		if denial.Stance == corpus.Counters {
			s.counters = append(s.counters, denial)
		}
		if !e.denies(denial) {
			continue
		}
		s.denials = append(s.denials, denial)
		for _, claim := range e.corpus.Answered(denial) {
			if e.corpus.Entity(claim.By) != nil {
				s.answeredBy[claim.By] = true
			}
		}
		if s.firmest == nil || e.solid[denial] > e.solid[s.firmest] {
			s.firmest = denial
		}
		s.occasions = e.onOccasion(s.occasions, denial)
		if e.corpus.Entity(denial.By) != nil && !e.accused[denial.By] && !heard[denial.By] {
			heard[denial.By] = true
			s.voices = append(s.voices, denial)
		}
	}
	if len(s.occasions) > 0 {
		first := s.occasions[0]
		s.occasions = slices.DeleteFunc(s.occasions, func(d *corpus.Claim) bool { return e.solid[d] < firm && e.solid[first] >= firm })
		slices.SortStableFunc(s.occasions, func(a, b *corpus.Claim) int { return cmp.Compare(saidOn(a), saidOn(b)) })
	}
}

// onOccasion adds a denial to the list of occasions, or lets it stand for its
// occasion if it is the more solid one.
func (e *Engine) onOccasion(list []*corpus.Claim, denial *corpus.Claim) []*corpus.Claim {
	at := slices.IndexFunc(list, func(d *corpus.Claim) bool {
		return sameOccasion(d, denial) && d.Report().Accused == denial.Report().Accused
	})
	switch {
	case at < 0:
		return append(list, denial)
	case e.solid[denial] > e.solid[list[at]]:
		list[at] = denial
	}
	return list
}

func (e *Engine) standAccusations(s *standing, claims []int32) {
	s.amounts, s.totalsBy = map[string][]*corpus.Claim{}, map[string][]*corpus.Claim{}
	mixed := slices.ContainsFunc(claims, func(n int32) bool {
		return e.corpus.Claims[n].Report().Accused != e.corpus.Claims[claims[0]].Report().Accused
	})
	var amounts, totals []scored
	byAccuser, open := map[string]*corpus.Claim{}, map[string]bool{}
	for _, n := range claims {
		claim := e.corpus.Claims[n]
		if claim.Stance == corpus.Remark {
			if f := e.index.Features[n].Facets; f[corpus.FacetProof] && f[corpus.FacetAdmission] {
				e.lacks[claim.Report()] = claim
				s.lacking = claim
			}
		}
		if claim.Stance != corpus.Alleges {
			continue
		}
		if s.principal == nil || e.weight(claim) > e.weight(s.principal) {
			s.principal = claim
		}
		if e.values[n] > 0 && (!mixed || e.currencyOf(claim) == e.currencies[""]) {
			amounts = append(amounts, scored{claim: claim, n: n})
		}
		if measures(corpus.Total)(claim) {
			totals = append(totals, scored{claim: claim, n: n})
		}
		if e.corpus.Entity(claim.By) == nil {
			if key := e.unnamed(claim); key != "" && (byAccuser[key] == nil || prominence(claim) > prominence(byAccuser[key])) {
				byAccuser[key] = claim // listed as what they are called
			}
			continue
		}
		if best := byAccuser[claim.By]; best == nil || e.standsFor(claim) > e.standsFor(best) {
			byAccuser[claim.By] = claim
		}
		if !e.replyTo(claim).direct && !open[claim.By] {
			open[claim.By] = true
			s.open = append(s.open, claim)
		}
	}
	byValue := func(a, b scored) int { return cmp.Compare(e.values[b.n], e.values[a.n]) }
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
	for _, n := range claims {
		if claim := e.corpus.Claims[n]; byAccuser[claim.By] == claim || byAccuser[e.unnamed(claim)] == claim {
			s.accusers = append(s.accusers, claim)
		}
	}
	slices.SortStableFunc(s.accusers, func(a, b *corpus.Claim) int { return cmp.Compare(prominence(b), prominence(a)) })
}

// unnamed tells unnamed speakers apart by what they are called; empty for others.
func (e *Engine) unnamed(claim *corpus.Claim) string {
	if claim.By != corpus.Unnamed {
		return ""
	}
	called, _, _ := strings.Cut(claim.As, ",")
	if first, rest, ok := strings.Cut(called, " "); ok && e.lexicon.Ignorable(first) {
		return rest // "the nurse" is "a nurse"
	}
	return called
}

func (e *Engine) standDates(s *standing, claims []int32) {
	var dated []scored
	for _, n := range claims {
		claim := e.corpus.Claims[n]
		if claim.Stance != corpus.Remark && eventDate(claim) != "" {
			dated = append(dated, scored{claim: claim, n: n})
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

// occasions returns one solid denial for each occasion on which the accused
// replied, the oldest first; at most as many as a list may have.
func (e *Engine) occasions(accused []string) []*corpus.Claim {
	list := e.about(accused).occasions
	return list[max(0, len(list)-most):]
}

// lacking returns the remark that says what no report gives: an admission, a
// conviction, independent proof; that on the given report if there is one.
func (e *Engine) lacking(report *corpus.Report) *corpus.Claim {
	if own := e.lacks[report]; own != nil {
		return own
	}
	return e.about([]string{report.Accused}).lacking
}

// currencyOf returns the unit of most amounts that the claim's accused is accused of.
func (e *Engine) currencyOf(claim *corpus.Claim) string { return e.currencies[claim.Report().Accused] }

// value returns the amount of a claim in the currency most claims on its accused use, so that
// amounts can be ordered; false where the report gives none in that currency.
func (e *Engine) value(claim *corpus.Claim) (float64, bool) {
	value := e.values[e.index.Number(claim)]
	return value, value > 0
}

func (e *Engine) amountAt(n int, currency string) float64 {
	f := &e.index.Features[n]
	best := 0.0
	for i, figure := range f.Figures {
		if f.Of[i] < 0 || f.In[i] != currency {
			continue
		}
		switch e.corpus.Claims[n].Figures[f.Of[i]].Measures {
		case corpus.Total, corpus.Single, corpus.Part:
			best = max(best, figure.Value)
		}
	}
	return best
}

// standsFor tells how well a claim stands for its accuser: one that is answered first,
// so that nobody is said to have had no reply who had one.
func (e *Engine) standsFor(claim *corpus.Claim) int {
	return prominence(claim) + 20*boolInt(e.replyTo(claim).direct)
}
