package record

import (
	"slices"

	"allegedly/answers/corpus"
)

// RetortTo returns the reply to a counter-accusation by those whom it accuses, else
// one of theirs to another; nil when the reports carry none.
func (rec *Record) RetortTo(claim *corpus.Claim) *corpus.Claim {
	var other *corpus.Claim
	for _, retort := range rec.Retorts {
		if slices.Contains(rec.Corpus.Answered(retort), claim) {
			return retort
		}
		if other == nil && slices.ContainsFunc(claim.Actor, func(id string) bool { return rec.Corpus.BelongsTo(retort.By, id) }) {
			other = retort
		}
	}
	return other
}

// counterAccused tells whether a denial answers what the accused of its report
// accuses others of, or is by somebody whom it accuses.
func (rec *Record) counterAccused(denial *corpus.Claim) bool {
	if rec.Corpus.Entity(denial.By) == nil || rec.Corpus.BelongsTo(denial.By, denial.Report().Accused) {
		return false
	}
	if answered := rec.Corpus.Answered(denial); len(answered) > 0 {
		return !slices.ContainsFunc(answered, func(claim *corpus.Claim) bool { return claim.Stance != corpus.Counters })
	}
	for _, n := range rec.Index.InReport(denial.Report().ID) {
		counter := rec.Corpus.Claims[n]
		if counter.Stance == corpus.Counters && slices.ContainsFunc(counter.Actor, func(id string) bool { return rec.Corpus.BelongsTo(denial.By, id) }) {
			return true
		}
	}
	return false
}
