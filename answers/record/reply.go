package record

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/corpus"
)

// A Reply is the denial that stands beside an accusation.
type Reply struct {
	Denial *corpus.Claim
	Direct bool // it answers this very accusation
	Older  bool // it was made before the accusation
}

// ReplyTo returns the denial to print beside the claim: one that answers it or
// another report's copy of it; else the nearest on record. Zero when the corpus
// holds no denial by that accused.
func (rec *Record) ReplyTo(claim *corpus.Claim) Reply {
	return rec.replies[claim]
}

// closest is the kinship of a denial that might as well have been of this accusation.
const closest = 200

// commonStem is the rarity of a word that one claim in five has: it makes no two
// claims kin.
const commonStem = 1.8

// Firm is the solidity of a denial that is dated, and so can stand alone.
const Firm = 400

func (rec *Record) findReply(claim *corpus.Claim) Reply {
	var best Reply
	rank := -1
	direct := rec.DirectReplies(claim)
	near := rec.DenialsNear(claim.Report(), direct)
	for _, denial := range near {
		r := Reply{Denial: denial, Direct: slices.Contains(direct, denial)}
		r.Older = !r.Direct && Older(denial, claim)
		value := rec.Firmness[denial]
		if r.Direct {
			value += 1000
		}
		if !r.Direct && !((r.Older || SaidOn(claim) == "") && superseded(denial, near)) {
			value += rec.kinship(denial, claim)
		}
		if denial.Report() == claim.Report() {
			value += 100
		}
		if !r.Direct && !r.Older {
			value += 10
		}
		if value > rank || value == rank && Before(SaidOn(best.Denial), SaidOn(denial)) {
			best, rank = r, value
		}
	}
	return best
}

// superseded tells whether the same report carries a later denial of another occasion
// by the same accused: the last word stands beside what none of them answers.
func superseded(denial *corpus.Claim, others []*corpus.Claim) bool {
	return slices.ContainsFunc(others, func(other *corpus.Claim) bool {
		return other.Report() == denial.Report() && SaidOn(denial) != "" && Before(SaidOn(denial), SaidOn(other))
	})
}

// kinship tells how near what a denial answers is to another accusation, in points of
// solidity: by the words that only few claims share, and by who accuses.
func (rec *Record) kinship(denial, claim *corpus.Claim) int {
	best := 0.0
	answered := rec.Corpus.Answered(denial)
	if len(answered) == 0 && denial.Report() == claim.Report() {
		return closest // printed beside it, against accusations in general
	}
	for _, other := range answered[:min(len(answered), MostListed)] {
		near := 0.0
		for stem := range rec.Index.Features[rec.Index.Number(claim)].Stems {
			if rec.Index.Features[rec.Index.Number(other)].Stems[stem] {
				near += max(0, rec.Index.Rarity(len(rec.Index.Stem(stem)))-commonStem)
			}
		}
		if other.By == claim.By && rec.Corpus.Entity(other.By) != nil {
			near += 1.5
		}
		best = max(best, near)
	}
	return int(min(closest, 40*best))
}

// DenialsNear returns the denials that may stand beside the claims of a report: those
// given, the report's own, and the firmest by the same accused, in corpus order.
func (rec *Record) DenialsNear(report *corpus.Report, given []*corpus.Claim) []*corpus.Claim {
	out := slices.Clone(given)
	for _, n := range rec.Index.InReport(report.ID) {
		if claim := rec.Corpus.Claims[n]; rec.Denies(claim) && !slices.Contains(out, claim) {
			out = append(out, claim)
		}
	}
	if firmest := rec.About([]string{report.Accused}).Firmest; firmest != nil && !slices.Contains(out, firmest) {
		out = append(out, firmest)
	}
	for _, denial := range rec.About([]string{report.Accused}).Occasions {
		if len(out) < 64 && !slices.Contains(out, denial) {
			out = append(out, denial)
		}
	}
	slices.SortFunc(out, func(a, b *corpus.Claim) int { return cmp.Compare(rec.Index.Number(a), rec.Index.Number(b)) })
	return out
}

// DirectReplies returns the denials that answer the claim or another copy of
// the same statement.
func (rec *Record) DirectReplies(claim *corpus.Claim) []*corpus.Claim {
	out := slices.Clone(rec.Corpus.Replies(claim))
	if claim.Origin != "" {
		for _, twin := range rec.Origins[claim.Origin] {
			for _, denial := range rec.Corpus.Replies(twin) {
				if !slices.Contains(out, denial) {
					out = append(out, denial)
				}
			}
		}
	}
	return out
}

// firmness tells how well a denial can stand alone: dated, with a speaker of
// its own, long enough to weigh as much as an accusation.
func firmness(denial *corpus.Claim) int {
	value := 0
	if denial.Said != nil && denial.Said.Date != "" {
		value += Firm
	}
	if denial.By != corpus.Article && denial.By != corpus.Unnamed {
		value += 40
	}
	if len(strings.Fields(denial.Says)) >= 12 {
		value += 30
	}
	return value
}

// Denies tells whether the claim is a denial by the accused: not one by those whom
// the accused accuses in turn.
func (rec *Record) Denies(claim *corpus.Claim) bool {
	return claim.Stance == corpus.Denies && !slices.Contains(rec.Retorts, claim)
}
