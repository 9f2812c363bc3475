package record

import (
	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// HappenedOn is when a claim's event happened, or else when the time that it speaks of
// began; empty where neither is told.
func HappenedOn(claim *corpus.Claim) string {
	switch {
	case claim.Happened != nil && claim.Happened.Date != "":
		return claim.Happened.Date
	case claim.Period != nil:
		return claim.Period.From
	}
	return ""
}

// EventDate is when a claim's event happened, or else when it was said, or else
// when the time that it speaks of began.
func EventDate(claim *corpus.Claim) string {
	if claim.Happened != nil && claim.Happened.Date != "" {
		return claim.Happened.Date
	}
	if date := SaidOn(claim); date != "" {
		return date
	}
	return HappenedOn(claim)
}

// SameOccasion tells whether two claims are one statement or were made in one month;
// where either is undated, whether they stand in one report.
func SameOccasion(a, b *corpus.Claim) bool {
	if a.Origin != "" && a.Origin == b.Origin {
		return true
	}
	if a.Said == nil || b.Said == nil || a.Said.Date == "" || b.Said.Date == "" {
		return a.Report() == b.Report()
	}
	x, y := language.ParseDate(a.Said.Date), language.ParseDate(b.Said.Date)
	return x.Year == y.Year && (x.Month == y.Month || x.Month == 0 || y.Month == 0)
}

// SaidOn is when a claim was made; empty where it is not told.
func SaidOn(claim *corpus.Claim) string {
	if claim.Said == nil {
		return ""
	}
	return claim.Said.Date
}

// Older tells whether a denial was made before the accusation, or at the latest
// before the report that carries an accusation without a date.
func Older(denial, claim *corpus.Claim) bool {
	made, said := SaidOn(denial), SaidOn(claim)
	if said == "" {
		said = claim.Report().Published.Date
	}
	return made != "" && said != "" && Before(made, said) && (SaidOn(claim) != "" || denial.Report() != claim.Report())
}

// Before compares dates as far as both are known: 2022 is not before 2022-04.
func Before(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] < b[:n]
}
