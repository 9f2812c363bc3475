package reading

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/record"
)

const (
	MatterFactor = 0.8 // of the weight of a name that the claim's report is about, where the claim leaves it out
	matterClaims = 3   // claims of a report that have a name which it is about
)

// IsMatter tells whether a whole report is about what is named, and no report on anybody
// else is: who asks how the thieves got into the museums need not name the museums as each
// claim does. Of those who speak it says nothing, for each claim has its own speaker.
func (rd *Reader) IsMatter(n *Name, report *corpus.Report) bool {
	if len(rd.AllAccused) < 2 {
		return false
	}
	if n.Located && slices.ContainsFunc(n.IDs, func(id string) bool { return id != report.Accused && rd.Corpus.BelongsTo(report.Accused, id) }) {
		return true // where the accused is at home, it is about what they are accused of there
	}
	if rd.Speaks[n.IDs[0]] {
		return false
	}
	return slices.ContainsFunc(n.IDs, func(id string) bool {
		return slices.Equal(rd.Affairs[id], []string{report.Accused}) && rd.told(id, report) >= matterClaims
	})
}

// Given is the share of a name's weight that a claim has by the part that it gives it.
func (rd *Reader) Given(n *Name, claim int32) float64 {
	best := 0.0
	look := func(ids []string, factor float64) {
		for _, id := range ids {
			postings := rd.Index.Entity(id)
			if at, ok := slices.BinarySearchFunc(postings, claim, func(p corpus.Posting, n int32) int { return int(p.Claim) - int(n) }); ok {
				best = max(best, float64(postings[at].Weight)*n.Part(postings[at].Relation)*factor)
			}
		}
	}
	look(n.IDs, 1)
	look(n.Around, AroundFactor)
	return best
}

// told counts the claims of a report that have the entity; our own remarks tell nothing of
// what it is about.
func (rd *Reader) told(id string, report *corpus.Report) int {
	postings, numbers := rd.Index.Entity(id), rd.Index.InReport(report.ID)
	first := func(n int32) int {
		at, _ := slices.BinarySearchFunc(postings, n, func(p corpus.Posting, n int32) int { return int(p.Claim) - int(n) })
		return at
	}
	count := 0
	for _, p := range postings[first(numbers[0]):first(numbers[len(numbers)-1]+1)] {
		count += record.BoolInt(rd.Corpus.Claims[p.Claim].Stance != corpus.Remark)
	}
	return count
}

// affairOfWords returns whom a question means that names nobody, by its words and figures; of
// one for a single fact by its figures too, as its words weigh among the claims anyhow.
func (rd *Reader) affairOfWords(r *Request) []string {
	fact := r.Intent == "" || r.Intent == "fact" || r.Intent == "verify"
	if r.Leans || fact && len(r.Figures) == 0 {
		return nil
	}
	return rd.WordsOnly(r)
}

// WordsOnly returns the accused in whose reports alone the words and figures of the
// question stand: who asks about the oil, where one report of all speaks of oil, means that
// one without naming anybody. Empty where they lead to several, or to none.
func (rd *Reader) WordsOnly(r *Request) []string {
	if len(rd.AllAccused) < 2 || len(r.Strangers) > 0 {
		return nil
	}
	var out []string
	add := func(where []string) {
		if len(where) == 1 {
			out = record.AppendNew(out, where[0])
		}
	}
	for _, t := range r.Terms {
		if !t.Own() || t.Stray || t.Framing || !t.Known || slices.ContainsFunc(t.Concepts, rd.Lexicon.Asks) {
			continue
		}
		where := rd.accusedAt(nil, rd.Index.Stem(t.Stem))
		for i := 0; i < len(t.Concepts) && len(rd.Index.Stem(t.Stem)) == 0; i++ {
			where = rd.accusedAt(where, rd.Index.Concept(t.Concepts[i]))
		}
		add(where)
	}
	for _, f := range r.Figures {
		var where []string
		for _, n := range rd.Index.Figure(f) {
			where = record.AppendNew(where, rd.Corpus.Claims[n].Report().Accused)
		}
		add(where)
	}
	if len(out) != 1 {
		return nil
	}
	return out
}

// accusedAt adds those whom the reports with these postings are about; of a word that
// nearly every claim has, it makes them all.
func (rd *Reader) accusedAt(where []string, postings []corpus.Posting) []string {
	if len(postings) > MostClaims {
		return rd.AllAccused
	}
	for _, p := range postings {
		where = record.AppendNew(where, rd.Corpus.Claims[p.Claim].Report().Accused)
	}
	return where
}
