package reading

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/record"
)

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

// inThem tells whether a report that the question names tells of the entity.
func (rd *Reader) inThem(r *Request, id string) bool {
	return slices.ContainsFunc(rd.Index.Entity(id), func(p corpus.Posting) bool {
		return slices.Contains(r.Reports, rd.Corpus.Claims[p.Claim].Report().ID)
	})
}

// turnsAway tells whether the question begins by leaving what was spoken of: "to change the
// subject", "back to the mill". What somebody moved on to is no such thing.
func (rd *Reader) turnsAway(r *Request) bool {
	away := rd.Lexicon.Concept("back-to")
	for i, token := range r.Query.Tokens[:min(5, len(r.Query.Tokens))] {
		if rd.Opens(token) {
			return false
		}
		to := i + record.BoolInt(rd.In(token, "back-to"))
		for _, p := range rd.Lexicon.PhrasesAt(r.Query.Tokens, i) {
			if p.Concept == away {
				to = max(to, p.To)
			}
		}
		for k := range r.Terms { // these words turn away and say nothing of what to
			r.Terms[k].Asked = r.Terms[k].Asked || r.Terms[k].From >= i && r.Terms[k].To <= to && r.Terms[k].From < r.Terms[k].To
		}
		if to > i {
			return true
		}
	}
	return false
}

// backTo turns to what was spoken of before the last answer, where the question says that it
// goes back ("the first thing again, who said that?") and an earlier claim has its words.
func (rd *Reader) backTo(r *Request) bool {
	if rd.personBefore(r) || rd.theOther(r) {
		return true
	}
	if !rd.Asks(r, "again-word") || len(r.Names)+len(r.Accused)+len(r.Figures)+len(r.Reports) > 0 || len(r.Thread.Earlier) == 0 {
		return false
	}
	own := func(claim *corpus.Claim) float64 {
		has := 0.0
		for _, t := range r.Terms {
			if (t.Own() || t.Known && t.From != t.To && !t.Light) && rd.Has(rd.Index.Number(claim), t) { // "do the inspectors you mentioned have names?"
				has += t.Weight
			}
		}
		return has
	}
	var best *corpus.Claim
	most := 0.0
	for _, claim := range r.Focus {
		most = max(most, own(claim)) // "who said that again?" goes back nowhere
	}
	earlier := rd.ClaimsByKey(r.Thread.Earlier)
	for _, claim := range earlier {
		if has := own(claim); has > most {
			best, most = claim, has
		}
	}
	if most == 0 && len(earlier) > 0 && rd.Asks(r, "first-told") {
		best = earlier[len(earlier)-1]
		for k := range r.Terms {
			r.Terms[k].Asked = r.Terms[k].Asked || rd.OfGroup(r, r.Terms[k], "first-word")
		}
	}
	if best == nil {
		return false
	}
	rd.turnBack(r, best)
	return true
}

// personBefore turns to the last claim by a person where "he" or "she" is asked about and
// nobody was spoken of since.
func (rd *Reader) personBefore(r *Request) bool {
	if !rd.Asks(r, "person-pronoun") || r.Named() || len(r.Reports) > 0 {
		return false
	}
	person := func(id string) bool {
		entity := rd.Corpus.Entity(id)
		return entity != nil && entity.Kind == corpus.Person
	}
	if slices.ContainsFunc(r.Thread.Entities, person) || slices.ContainsFunc(r.Focus, func(claim *corpus.Claim) bool { return claim.Stance == corpus.Denies || claim.By == corpus.Unnamed }) {
		return false
	}
	for _, key := range r.Thread.Earlier {
		if claim := rd.Corpus.Claim(key); claim != nil && person(claim.By) {
			rd.turnBack(r, claim)
			return true
		}
	}
	return false
}

// turnBack makes the claim what the conversation is about.
func (rd *Reader) turnBack(r *Request, best *corpus.Claim) {
	r.Focus, r.Leans, r.Picked, r.Affair = []*corpus.Claim{best}, true, true, []string{best.Report().Accused}
	r.Thread.Claims, r.Thread.Earlier = []string{best.Key()}, append(slices.Clone(r.Thread.Claims), r.Thread.Earlier...)
	r.Thread.Entities = rd.EntitiesOf(&Request{}, r.Focus)
	for _, n := range rd.remembered(r.Thread) {
		if n.Speaker {
			r.Names = append(r.Names, n)
		}
	}
}

// theOther turns to the other of two that were told together, after one of them was spoken of alone:
// "and in which country is the other mill?".
func (rd *Reader) theOther(r *Request) bool {
	tokens := r.Query.Tokens
	if len(r.Focus) != 1 || r.Facet == "" || r.GivesName() || len(r.Accused)+len(r.Figures)+len(r.Reports) > 0 {
		return false
	}
	at := slices.IndexFunc(tokens, func(t language.Token) bool { return rd.In(t, "other-word") })
	if at < 1 || tokens[at-1].Word != "the" || at+1 < len(tokens) && tokens[at+1].Word != "one" && !rd.In(tokens[at+1], "firm-word") && !rd.In(tokens[at+1], "single-incident") && !rd.In(tokens[at+1], "target") {
		return false
	}
	focus := r.Focus[0]
	var others []*corpus.Claim
	for _, claim := range rd.ClaimsByKey(r.Thread.Earlier) {
		if claim.Stance == corpus.Alleges && claim.By == focus.By && claim.Report() == focus.Report() && len(claim.Targets) > 0 && !slices.Equal(claim.Targets, focus.Targets) {
			others = record.AppendNew(others, claim)
		}
	}
	if len(others) != 1 {
		return false
	}
	rd.turnBack(r, others[0])
	r.understood(at)
	if at+1 < len(tokens) {
		r.understood(at + 1)
	}
	return true
}
