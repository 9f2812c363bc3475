package reading

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/record"
)

// pointedNoun takes "that number" or "this claim" for what was told: no claim need have the word.
func (rd *Reader) pointedNoun(r *Request) {
	tokens := r.Query.Tokens
	for i := 1; i < len(tokens); i++ {
		if tokens[i-1].Word != "that" && tokens[i-1].Word != "this" && !(tokens[i-1].Word == "the" && r.Intent == "accuser" && i == len(tokens)-1) ||
			!rd.In(tokens[i], "amount-word") && !rd.In(tokens[i], "number-word") && !rd.In(tokens[i], "accusation-noun") {
			continue
		}
		for k := range r.Terms {
			r.Terms[k].Asked = r.Terms[k].Asked || r.Terms[k].From == i && r.Terms[k].To == i+1
		}
	}
}

// onThat tells whether it is asked what somebody says about the very thing that was told:
// "and what does the lawyer say on that?".
func (rd *Reader) onThat(r *Request) bool {
	tokens := r.Query.Tokens
	n := len(tokens)
	return n > 2 && rd.In(tokens[n-1], "thing-pronoun") && (rd.In(tokens[n-2], "about-word") || tokens[n-2].Word == "on" || tokens[n-2].Word == "to") && r.KnownWords() == 0
}

// anotherVoice tells whether a follow-up asks for somebody else than who said what was told: "who
// else says so?", "does any lawyer say something about them?".
func (rd *Reader) anotherVoice(r *Request) bool {
	tokens := r.Query.Tokens
	if r.Intent != "verify" && r.Intent != "accuser" && r.Intent != "list" && r.Intent != "more" && r.Intent != "" || r.Named() || len(r.Figures)+len(r.Reports)+len(r.Dates) > 0 || len(tokens) < 3 {
		return false
	}
	says := slices.IndexFunc(tokens, func(t language.Token) bool {
		return rd.In(t, "say") || rd.In(t, "accuse") || rd.In(t, "accuser-word") || rd.In(t, "mentioning-verb")
	})
	if says < 2 {
		return false
	}
	for i := range tokens[:says] {
		if tokens[i].Word == "who" && tokens[i+1].Word == "else" {
			return true
		}
		if i > 0 && rd.In(tokens[i-1], "auxiliary") && i+1 < says && says <= i+4 && (rd.In(tokens[i], "some-word") || rd.In(tokens[i], "anybody-word")) && (r.Intent != "more" || rd.Asks(r, "anybody-word")) {
			return true
		}
	}
	return false
}

// AlikeTold tells whether two claims are of the same incident, of the same statement or give the same figures.
func AlikeTold(a, b *corpus.Claim) bool {
	return a.Incident != "" && a.Incident == b.Incident || a.Origin != "" && a.Origin == b.Origin || len(a.Figures) > 0 && record.DigitsKey(a) == record.DigitsKey(b)
}

// whole turns from one of those who belong to the accused to the accused itself, where a follow-up
// says no more: "no, not the crew, the whole country". What was asked is asked of it, of the report
// that was spoken of where that is one.
func (rd *Reader) whole(r *Request) bool {
	tokens := r.Query.Tokens
	if r.Facet != "" && r.Facet != corpus.FacetAmount || r.Intent != "" && r.Intent != "total" || len(tokens) > 10 || len(r.Focus) == 0 || len(r.Figures)+len(r.Dates)+len(r.Quotes) > 0 {
		return false
	}
	accused := r.Focus[0].Report().Accused
	named := slices.Contains(r.Accused, accused)
	state := rd.Corpus.Entity(accused) != nil && rd.Corpus.Entity(accused).Kind == corpus.Party && slices.ContainsFunc(tokens, func(t language.Token) bool { return rd.In(t, "state-noun") })
	dropped := func(n Name) bool { return n.From > 0 && tokens[n.From-1].Word == "not" }
	contrast := rd.Asks(r, "whole-word") || slices.ContainsFunc(r.Names, dropped) || len(r.Except) > 0 && rd.Asks(r, "correcting-word")
	if !named && !state || !contrast || slices.ContainsFunc(r.Names, func(n Name) bool { return n.From >= 0 && !dropped(n) }) {
		return false
	}
	for _, n := range r.Names {
		r.Except = record.AppendNew(r.Except, n.IDs...)
	}
	r.Names, r.Accused, r.Affair, r.Leans = nil, []string{accused}, []string{accused}, true
	for k := range r.Terms {
		r.Terms[k].Asked = true
	}
	if t := r.Thread; r.Intent == "" || t.Facet == string(corpus.FacetAmount) {
		r.Intent, r.Facet = t.Intent, corpus.Facet(t.Facet)
	}
	if _, told := rd.Value(r.Focus[0]); told && r.Intent == "fact" && r.Facet == "" {
		r.Facet = corpus.FacetAmount
	}
	if report := r.Focus[0].Report(); !slices.ContainsFunc(r.Focus, func(claim *corpus.Claim) bool { return claim.Report() != report }) {
		r.Reports = []string{report.ID}
	}
	r.Focus, r.Thread.Claims = nil, nil
	return true
}

// definedPerson turns to the one whom the article has just told who he is: "what does he say?" asks
// for his own words.
func (rd *Reader) definedPerson(r *Request) {
	if len(r.Focus) == 0 || r.Focus[0].Stance != corpus.Context || !rd.Asks(r, "person-pronoun") || len(r.Accused)+len(r.Reports) > 0 || r.Intent == "definition" || r.Speaker() != nil {
		return
	}
	for _, id := range r.Focus[0].Defines {
		if entity := rd.Corpus.Entity(id); entity == nil || entity.Kind != corpus.Person || !rd.Speaks[id] {
			continue
		}
		for _, p := range rd.Index.Entity(id) {
			if claim := rd.Corpus.Claims[p.Claim]; claim.By == id && claim.Report() == r.Focus[0].Report() {
				r.Focus, r.Thread.Claims, r.Thread.Entities = []*corpus.Claim{claim}, []string{claim.Key()}, []string{id}
				return
			}
		}
	}
}

// heSays takes "he" or "she" for the one who said what was told, where a follow-up names what it is
// about: "what does she say about the dye?".
func (rd *Reader) heSays(r *Request) {
	if len(r.Focus) == 0 || !rd.Asks(r, "person-pronoun") || !rd.Asks(r, "say") && !rd.Asks(r, "mentioning-verb") && !rd.Asks(r, "think") || len(r.Names) == 0 || len(r.Accused) > 0 || r.Speaker() != nil {
		return
	}
	by := rd.Corpus.Entity(r.Focus[0].By)
	if by == nil || by.Kind != corpus.Person || slices.ContainsFunc(r.Names, func(n Name) bool { return rd.Corpus.Entity(n.IDs[0]).Kind == corpus.Person }) {
		return
	}
	t := r.Thread
	t.Entities = []string{by.ID}
	r.Names, r.Leans, r.Affair = append(r.Names, rd.remembered(t)...), true, []string{r.Focus[0].Report().Accused}
}

// inThem tells whether a report that the question names tells of the entity.
func (rd *Reader) inThem(r *Request, id string) bool {
	return slices.ContainsFunc(rd.Index.Entity(id), func(p corpus.Posting) bool {
		return slices.Contains(r.Reports, rd.Corpus.Claims[p.Claim].Report().ID)
	})
}
