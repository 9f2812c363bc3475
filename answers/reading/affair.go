package reading

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/record"
)

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
	if len(postings) > record.MostClaims {
		return rd.AllAccused
	}
	for _, p := range postings {
		where = record.AppendNew(where, rd.Corpus.Claims[p.Claim].Report().Accused)
	}
	return where
}

// affairOf returns the accused whom the question's names and reports are about,
// where it is one alone.
func (rd *Reader) affairOf(r *Request) []string {
	var out, weak []string
	for _, n := range r.Names {
		switch affair := rd.Affairs[n.IDs[0]]; {
		case len(affair) != 1:
		case n.Weak:
			weak = record.AppendNew(weak, affair...)
		default:
			out = record.AppendNew(out, affair...)
		}
	}
	for _, id := range r.Reports {
		out = record.AppendNew(out, rd.Corpus.Report(id).Accused)
	}
	if len(out) == 0 {
		out = weak // "into the river", where one affair has a river
	}
	if len(rd.Accused) < 2 || len(out) > 1 {
		return nil
	}
	return out
}
