package record

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"allegedly/answers/corpus"
)

// A Standing is what holds for all claims about one accused, or about all of
// them, whatever is asked: who accuses, the amounts in order, the occasions of
// replies. It is computed once, so that no question walks through every claim.
type Standing struct {
	Denials    []*corpus.Claim            // by the accused, in corpus order
	Counters   []*corpus.Claim            // likewise
	Occasions  []*corpus.Claim            // one denial for each occasion
	Firmest    *corpus.Claim              // the denial that stands best alone
	Voices     []*corpus.Claim            // the first denial of each who speaks for an accused
	Principal  *corpus.Claim              // the accusation that stands for the reports
	Amounts    map[string][]*corpus.Claim // by kind (any, single, total), distinct, the largest first
	Totals     []*corpus.Claim            // distinct claims of a total, the largest first
	TotalsBy   map[string][]*corpus.Claim // the same by speaker
	Accusers   []*corpus.Claim            // the weightiest accusation of each accuser, in that order
	Open       []*corpus.Claim            // the first unanswered accusation of each accuser
	Dated      []*corpus.Claim            // distinct claims with the date of an event, in order
	Said       []*corpus.Claim            // accusations that are dated themselves, in order
	AnsweredBy map[string]bool            // accusers whom a denial answers
	lacking    *corpus.Claim              // a remark on what no report gives
}

// stand computes the standing of each accused, and of all together under "".
func (rec *Record) stand() {
	rec.Firmness, rec.lacks = map[*corpus.Claim]int{}, map[*corpus.Report]*corpus.Claim{}
	rec.Values = make([]float64, len(rec.Corpus.Claims))
	about := map[string][]int32{}
	for n, claim := range rec.Corpus.Claims {
		rec.Values[n] = rec.amountAt(n, rec.UnitOf(claim))
		if claim.Stance == corpus.Denies {
			rec.Firmness[claim] = firmness(claim)
		}
		about[claim.Report().Accused] = append(about[claim.Report().Accused], int32(n))
	}
	rec.standings = map[string]*Standing{}
	if len(about) > 1 {
		every := make([]int32, len(rec.Corpus.Claims))
		for n := range every {
			every[n] = int32(n)
		}
		about[""] = every
	}
	keys := slices.Sorted(maps.Keys(about))
	for _, key := range keys {
		s := &Standing{}
		rec.standings[key] = s
		if len(about) == 1 {
			rec.standings[""] = s
		}
		rec.standDenials(s, about[key])
	}
	for _, claim := range rec.Corpus.Claims {
		if claim.Stance == corpus.Alleges {
			rec.replies[claim] = rec.findReply(claim)
		}
	}
	for _, key := range keys {
		rec.standAccusations(rec.standings[key], about[key])
		rec.standDates(rec.standings[key], about[key])
	}
}

// About returns the standing of the first accused given, or of all.
func (rec *Record) About(accused []string) *Standing {
	if len(accused) > 0 && rec.standings[accused[0]] != nil {
		return rec.standings[accused[0]]
	}
	return rec.standings[""]
}

func (rec *Record) standDenials(s *Standing, claims []int32) {
	s.AnsweredBy = map[string]bool{}
	heard := map[string]bool{}
	for _, n := range claims {
		denial := rec.Corpus.Claims[n]
		if denial.Stance == corpus.Counters {
			s.Counters = append(s.Counters, denial)
		}
		if !rec.Denies(denial) {
			continue
		}
		s.Denials = append(s.Denials, denial)
		for _, claim := range rec.Corpus.Answered(denial) {
			if rec.Corpus.Entity(claim.By) != nil {
				s.AnsweredBy[claim.By] = true
			}
		}
		if s.Firmest == nil || rec.Firmness[denial] > rec.Firmness[s.Firmest] {
			s.Firmest = denial
		}
		s.Occasions = rec.onOccasion(s.Occasions, denial)
		if rec.Corpus.Entity(denial.By) != nil && !rec.Accused[denial.By] && !heard[denial.By] {
			heard[denial.By] = true
			s.Voices = append(s.Voices, denial)
		}
	}
	if len(s.Occasions) > 0 {
		first := s.Occasions[0]
		s.Occasions = slices.DeleteFunc(s.Occasions, func(d *corpus.Claim) bool { return rec.Firmness[d] < Firm && rec.Firmness[first] >= Firm })
		slices.SortStableFunc(s.Occasions, func(a, b *corpus.Claim) int { return cmp.Compare(SaidOn(a), SaidOn(b)) })
	}
}

// onOccasion adds a denial to the list of occasions, or lets it stand for its
// occasion if it is the more solid one.
func (rec *Record) onOccasion(list []*corpus.Claim, denial *corpus.Claim) []*corpus.Claim {
	at := slices.IndexFunc(list, func(d *corpus.Claim) bool {
		return SameOccasion(d, denial) && d.Report().Accused == denial.Report().Accused
	})
	switch {
	case at < 0:
		return append(list, denial)
	case rec.Firmness[denial] > rec.Firmness[list[at]]:
		list[at] = denial
	}
	return list
}

func (rec *Record) standAccusations(s *Standing, claims []int32) {
	s.Amounts, s.TotalsBy = map[string][]*corpus.Claim{}, map[string][]*corpus.Claim{}
	mixed := slices.ContainsFunc(claims, func(n int32) bool {
		return rec.Corpus.Claims[n].Report().Accused != rec.Corpus.Claims[claims[0]].Report().Accused
	})
	var amounts, totals []*corpus.Claim
	byAccuser, open := map[string]*corpus.Claim{}, map[string]bool{}
	for _, n := range claims {
		claim := rec.Corpus.Claims[n]
		if claim.Stance == corpus.Remark {
			if f := rec.Index.Features[n].Facets; f[corpus.FacetProof] && f[corpus.FacetAdmission] {
				rec.lacks[claim.Report()] = claim
				s.lacking = claim
			}
		}
		if claim.Stance != corpus.Alleges {
			continue
		}
		if s.Principal == nil || rec.weight(claim) > rec.weight(s.Principal) {
			s.Principal = claim
		}
		if rec.Values[n] > 0 && (!mixed || rec.UnitOf(claim) == rec.Units[""]) {
			amounts = append(amounts, claim)
		}
		if Measures(corpus.Total)(claim) {
			totals = append(totals, claim)
		}
		if rec.Corpus.Entity(claim.By) == nil {
			if key := rec.unnamed(claim); key != "" && (byAccuser[key] == nil || Prominence(claim) > Prominence(byAccuser[key])) {
				byAccuser[key] = claim // listed as what they are called
			}
			continue
		}
		if best := byAccuser[claim.By]; best == nil || rec.standsFor(claim) > rec.standsFor(best) {
			byAccuser[claim.By] = claim
		}
		if !rec.ReplyTo(claim).Direct && !open[claim.By] {
			open[claim.By] = true
			s.Open = append(s.Open, claim)
		}
	}
	byValue := func(a, b *corpus.Claim) int {
		return cmp.Compare(rec.Values[rec.Index.Number(b)], rec.Values[rec.Index.Number(a)])
	}
	slices.SortStableFunc(amounts, byValue)
	slices.SortStableFunc(totals, byValue)
	s.Amounts["any"] = DistinctClaims(amounts)
	for kind, measure := range map[string]corpus.Measure{"single": corpus.Single, "total": corpus.Total} {
		s.Amounts[kind] = slices.DeleteFunc(slices.Clone(s.Amounts["any"]), func(c *corpus.Claim) bool { return !Measures(measure)(c) })
	}
	s.Totals = DistinctClaims(totals)
	for _, claim := range s.Totals {
		s.TotalsBy[claim.By] = append(s.TotalsBy[claim.By], claim)
	}
	for _, n := range claims {
		if claim := rec.Corpus.Claims[n]; byAccuser[claim.By] == claim || byAccuser[rec.unnamed(claim)] == claim {
			s.Accusers = append(s.Accusers, claim)
		}
	}
	slices.SortStableFunc(s.Accusers, func(a, b *corpus.Claim) int { return cmp.Compare(Prominence(b), Prominence(a)) })
}

// unnamed tells unnamed speakers apart by what they are called; empty for others.
func (rec *Record) unnamed(claim *corpus.Claim) string {
	if claim.By != corpus.Unnamed {
		return ""
	}
	called, _, _ := strings.Cut(claim.As, ",")
	if first, rest, ok := strings.Cut(called, " "); ok && rec.Lexicon.Ignorable(first) {
		return rest // "the nurse" is "a nurse"
	}
	return called
}

func (rec *Record) standDates(s *Standing, claims []int32) {
	var dated []*corpus.Claim
	for _, n := range claims {
		claim := rec.Corpus.Claims[n]
		if claim.Stance != corpus.Remark && EventDate(claim) != "" {
			dated = append(dated, claim)
		}
		if claim.Stance == corpus.Alleges && SaidOn(claim) != "" {
			s.Said = append(s.Said, claim)
		}
	}
	slices.SortStableFunc(dated, func(a, b *corpus.Claim) int { return cmp.Compare(EventDate(a), EventDate(b)) })
	s.Dated = DistinctClaims(dated)
	slices.SortStableFunc(s.Said, func(a, b *corpus.Claim) int { return cmp.Compare(SaidOn(a), SaidOn(b)) })
}

// weight ranks accusations by how well they stand for the reports as a whole:
// answered, carried by several reports, large.
func (rec *Record) weight(claim *corpus.Claim) float64 {
	value, _ := rec.Value(claim)
	r := value/1e12 + float64(Prominence(claim))
	if rec.ReplyTo(claim).Direct {
		r += 10
	}
	if claim.Origin != "" {
		r += float64(min(5, len(rec.Origins[claim.Origin])))
	}
	return r
}

// Occasions returns one solid denial for each occasion on which the accused
// replied, the oldest first; at most as many as a list may have.
func (rec *Record) Occasions(accused []string) []*corpus.Claim {
	list := rec.About(accused).Occasions
	return list[max(0, len(list)-MostListed):]
}

// LackRemark returns the remark that says what no report gives: an admission, a
// conviction, independent proof; that on the given report if there is one.
func (rec *Record) LackRemark(report *corpus.Report) *corpus.Claim {
	if own := rec.lacks[report]; own != nil {
		return own
	}
	return rec.About([]string{report.Accused}).lacking
}

// UnitOf returns the unit of most amounts that the claim's accused is accused of.
func (rec *Record) UnitOf(claim *corpus.Claim) string {
	return rec.Units[claim.Report().Accused]
}

// Value returns the amount of a claim in the currency most claims on its accused use, so that
// amounts can be ordered; false where the report gives none in that currency.
func (rec *Record) Value(claim *corpus.Claim) (float64, bool) {
	value := rec.Values[rec.Index.Number(claim)]
	return value, value > 0
}

func (rec *Record) amountAt(n int, currency string) float64 {
	f := &rec.Index.Features[n]
	best := 0.0
	for i, figure := range f.Figures {
		if f.Of[i] < 0 || f.In[i] != currency {
			continue
		}
		switch rec.Corpus.Claims[n].Figures[f.Of[i]].Measures {
		case corpus.Total, corpus.Single, corpus.Part:
			best = max(best, figure.Value)
		}
	}
	return best
}

// standsFor tells how well a claim stands for its accuser: one that is answered first,
// so that nobody is said to have had no reply who had one.
func (rec *Record) standsFor(claim *corpus.Claim) int {
	return Prominence(claim) + 20*BoolInt(rec.ReplyTo(claim).Direct)
}
