package answers

import (
	"slices"
	"strconv"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// pointsBack answers a follow-up about the very claim that was told, where that claim alone
// can tell it: whether it was of that country, in which countries, whether its speaker has a name.
func (c *composition) pointsBack() bool {
	r := c.r
	if !r.leans || len(r.focus) == 0 || len(r.figures)+len(r.reports)+len(r.quotes)+len(r.strangers) > 0 {
		return false
	}
	return c.predicate() || c.identity() || c.countries()
}

// predicate leads with the claim spoken of where it is asked whether it, he or they are
// somebody's or somewhere ("is it a northern one?"), and the claim has that name.
func (c *composition) predicate() bool {
	r, focus := c.r, c.e.index.Number(c.r.focus[0])
	if !c.e.ofIt(r) || len(r.dates) > 0 || r.focus[0].Stance == corpus.Remark {
		return false
	}
	if slices.ContainsFunc(r.names, func(n name) bool { return n.from >= 0 && c.e.index.Relation(focus, n.ids) == 0 }) || slices.ContainsFunc(r.terms, func(t term) bool { return t.own() && !c.e.has(focus, t) }) {
		return false
	}
	c.why = c.say("why.best")
	c.lead(r.focus[0])
	return true
}

// ofIt tells whether a question asks of what was spoken of whether it is somebody's or
// somewhere: "is it a northern one?", "was that in the harbour?".
func (e *Engine) ofIt(r *request) bool {
	tokens := r.query.Tokens
	return r.intent == "verify" && len(tokens) <= 7 && len(tokens) > 2 && e.in(tokens[0], "copula") && e.in(tokens[1], "pronoun") && len(r.accused) == 0 &&
		slices.ContainsFunc(r.names, func(n name) bool { return n.from > 1 })
}

// countries leads with the claim spoken of where the countries are asked for, and it names
// one in its own words that is neither the accused nor the home of who says it.
func (c *composition) countries() bool {
	r, claim := c.r, c.r.focus[0]
	if r.facet != corpus.FacetPlace && r.facet != corpus.FacetTarget || !c.asks("country-noun") || r.intent != "fact" || r.ownContent() || claim.Stance != corpus.Alleges || len(claim.Place) > 0 {
		return false
	}
	named := slices.ContainsFunc(c.e.index.Linker.LinkPrinted(language.Split(claim.Says)), func(m corpus.Mention) bool {
		return !m.Weak && slices.ContainsFunc(m.IDs, func(id string) bool {
			return c.country(id) && !c.e.accused[id] && !slices.Contains(claim.Actor, id)
		})
	})
	if !named {
		return false
	}
	c.why = c.say("why.best")
	c.lead(claim)
	return true
}

// identity answers whether somebody spoken of has a name: the claim does, or its speaker is
// told only by what he is.
func (c *composition) identity() bool {
	r, claim := c.r, c.r.focus[0]
	if r.aspect != "identity" || slices.ContainsFunc(r.names, func(n name) bool { return n.from >= 0 && !n.weak }) {
		return false
	}
	speaker := c.e.corpus.Entity(claim.By)
	if speaker != nil && printsName(c.e.composer.Label(claim.By)) && claim.As == "" {
		c.why = c.say("why.best")
		c.lead(claim)
		return true
	}
	if remark := c.unnamedRemark(claim); remark != nil {
		c.leadRemark(remark)
		return true
	}
	c.abstain("abstain.unnamed")
	return true
}

// unnamedRemark returns the remark that the report does not name who says the claim.
func (c *composition) unnamedRemark(claim *corpus.Claim) *corpus.Claim {
	for _, remark := range c.e.corpus.Remarks(claim) {
		if n := c.e.index.Number(remark); c.e.hasGroup(n, "unnamed-word") && len(c.e.corpus.AboutOf(remark)) <= 2 {
			return remark
		}
	}
	return nil
}

// kindOne takes "the group" or "the agency" for the one of that kind that the conversation
// is about, where it is about one alone.
func (e *Engine) kindOne(r *request) {
	tokens := r.query.Tokens
	for i := 1; i < len(tokens); i++ {
		if tokens[i-1].Word != "the" && tokens[i-1].Word != "that" && tokens[i-1].Word != "this" || i+1 < len(tokens) && (tokens[i+1].Word == "of" || !e.lexicon.Ignorable(tokens[i+1].Word) && !e.in(tokens[i+1], "auxiliary") && !e.in(tokens[i+1], "copula")) {
			continue
		}
		var kind corpus.Kind
		switch {
		case e.in(tokens[i], "group-noun"):
			kind = corpus.Group
		case e.in(tokens[i], "firm-word"):
			kind = corpus.Company
		case e.in(tokens[i], "body-noun"):
			kind = corpus.Body
		default:
			continue
		}
		var ids []string
		for _, id := range r.thread.Entities {
			if entity := e.corpus.Entity(id); entity != nil && entity.Kind == kind && !e.accused[id] {
				ids = append(ids, id)
			}
		}
		if len(ids) != 1 || len(r.focus) > 0 && e.corpus.Entity(r.focus[0].Report().Accused).Kind == kind {
			continue // which of them, or the accused itself
		}
		r.names = append(r.names, name{ids: ids, around: e.around(ids), weight: e.index.Rarity(max(1, len(e.index.Entity(ids[0])))) * entityFactor, voice: e.speaks[ids[0]], from: i})
		for k := range r.terms {
			r.terms[k].Asked = r.terms[k].Asked || r.terms[k].From == i
		}
		return
	}
}

// yearsOff takes "three years earlier" and "the year before" for the year that lies so far from
// the one which the conversation is about.
func (e *Engine) yearsOff(r *request) {
	tokens := r.query.Tokens
	if len(r.dates) > 0 || len(r.thread.Claims) == 0 {
		return
	}
	for i := range tokens {
		if tokens[i].Word != "year" && tokens[i].Word != "years" || i+1 >= len(tokens) {
			continue
		}
		sign := 0
		switch {
		case e.in(tokens[i+1], "before-word"):
			sign = -1
		case e.in(tokens[i+1], "later-word"):
			sign = 1
		default:
			continue
		}
		count := 0
		if tokens[i].Word == "year" && i > 0 && (tokens[i-1].Word == "the" || tokens[i-1].Word == "a" || tokens[i-1].Word == "one") && i+2 >= len(tokens)-1 {
			count = 1
		}
		for _, f := range r.query.Figures {
			if f.From < i && f.To >= i && f.Value == float64(int(f.Value)) && f.Value <= 30 && !f.Money() {
				count = int(f.Value)
			}
		}
		base := language.Date{}
		if len(r.thread.Dates) > 0 {
			base = language.ParseDate(r.thread.Dates[0])
		} else if claim := e.corpus.Claim(r.thread.Claims[0]); claim != nil {
			base = language.ParseDate(eventDate(claim))
		}
		if year := base.Year + sign*count; count > 0 && base.Year != 0 && e.index.HasYear(year) {
			r.dates = append(r.dates, language.ParseDate(strconv.Itoa(year)))
			r.figures = slices.DeleteFunc(slices.Clone(r.figures), func(f language.Figure) bool { return f.From < i && f.To >= i })
			for k := range r.terms {
				r.terms[k].Asked = r.terms[k].Asked || r.terms[k].From >= i-1 && r.terms[k].To <= i+2
			}
		}
		return
	}
}

// backTo turns to what was spoken of before the last answer, where the question says that it
// goes back ("the first thing again, who said that?") and an earlier claim has its words.
func (e *Engine) backTo(r *request) bool {
	if !e.asks(r, "again-word") || len(r.names)+len(r.accused)+len(r.figures)+len(r.reports) > 0 || len(r.thread.Earlier) == 0 {
		return false
	}
	var best *corpus.Claim
	most := 0.0
	for _, key := range r.thread.Earlier {
		claim := e.corpus.Claim(key)
		if claim == nil {
			continue
		}
		has := 0.0
		for _, t := range r.terms {
			if t.own() && e.has(e.index.Number(claim), t) {
				has += t.weight
			}
		}
		if has > most {
			best, most = claim, has
		}
	}
	if best == nil {
		return false
	}
	r.focus, r.leans, r.party = []*corpus.Claim{best}, true, []string{best.Report().Accused}
	r.thread.Claims, r.thread.Earlier = []string{best.Key()}, append(slices.Clone(r.thread.Claims), r.thread.Earlier...)
	r.thread.Entities = e.entitiesOf(&request{}, r.focus)
	for _, n := range e.remembered(r.thread) {
		if n.speaker {
			r.names = append(r.names, n)
		}
	}
	return true
}
