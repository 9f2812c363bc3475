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
	return c.repeats() || c.theirAim() || c.predicate() || c.identity() || c.countries() || c.saidToWhom() || c.ownVoiceOf() || c.openChoice()
}

// repeats leads with the claims spoken of once more, where that is asked.
func (c *composition) repeats() bool {
	if !c.asks("repeat-asking") || len(c.r.query.Tokens) > 6 || c.r.named() || slices.ContainsFunc(c.r.terms, func(t term) bool { return t.own() && t.Known }) {
		return false
	}
	c.why = c.say("why.best")
	if focus := c.r.focus[0]; focus.Stance == corpus.Remark {
		c.leadRemark(focus)
	} else {
		c.lead(focus)
	}
	return true
}

// theirAim tells what the accused says that the others are after, where a follow-up to a reply
// asks that of "them".
func (c *composition) theirAim() bool {
	claim := c.r.focus[0]
	if claim.Stance != corpus.Denies || c.r.facet != corpus.FacetTarget || c.r.first().Word != "what" || !c.asks("they-word") || !c.asks("after-word") || c.r.named() || len(c.r.dates) > 0 {
		return false
	}
	c.r.facet = corpus.FacetPurpose
	c.why = c.say("why.reply")
	c.lead(c.telling(claim))
	c.answered(c.led[0])
	return true
}

// saidToWhom tells what a reply of the accused answered, where it is asked against or to whom
// that was said.
func (c *composition) saidToWhom() bool {
	r, claim := c.r, c.r.focus[0]
	if claim.Stance != corpus.Denies || r.facet != corpus.FacetTarget || r.ownContent() || len(claim.Targets)+len(claim.Actor) > 0 || len(c.e.corpus.Answered(claim)) == 0 ||
		!slices.ContainsFunc(r.query.Tokens, func(t language.Token) bool { return t.Word == "whom" || t.Word == "who" }) {
		return false
	}
	c.aimedAt(claim)
	return true
}

// ownVoiceOf answers who says what an article tells as background: it does itself.
func (c *composition) ownVoiceOf() bool {
	claim := c.r.focus[0]
	if c.r.intent != "accuser" || claim.Stance != corpus.Context || claim.By != corpus.Article || c.r.named() || len(c.r.dates) > 0 {
		return false
	}
	c.why = c.say("why.best")
	text := c.e.composer.Sentence(claim)
	if c.e.composer.Has("accuser.own") {
		text += " " + c.say("accuser.own")
	}
	c.leadText(text, claim)
	return true
}

// openChoice leads with the remark that the line spoken of leaves open which of two things it
// means, where a follow-up offers them ("only from the mill, or from the others too?").
func (c *composition) openChoice() bool {
	if c.r.intent != "fact" && c.r.intent != "verify" || !c.asks("alone-word") || !slices.ContainsFunc(c.r.query.Tokens, func(t language.Token) bool { return t.Word == "or" }) {
		return false
	}
	if remark := c.leavesOpen(c.r.focus[0]); remark != nil {
		c.leadRemark(remark)
		return true
	}
	return false
}

// ofTheTwo answers what the two have in common that were set side by side just now: by a remark
// on both, and by no other.
func (c *composition) ofTheTwo() bool {
	r := c.r
	if r.thread.Intent != "compare" || len(r.focus) < 2 || !c.asks("two-word") || r.named() || len(r.figures)+len(r.reports)+len(r.dates)+len(r.quotes) > 0 {
		return false
	}
	both := c.e.corpus.Remarks(r.focus[0])
	at := slices.IndexFunc(both, func(remark *corpus.Claim) bool {
		return slices.Contains(c.e.corpus.Remarks(r.focus[1]), remark) && slices.ContainsFunc(r.terms, func(t term) bool { return t.own() && c.e.has(c.e.index.Number(remark), t) })
	})
	if at < 0 {
		c.abstain("abstain.subject")
		return true
	}
	c.why = c.say("why.remark")
	c.leadText(c.e.composer.Sentence(both[at]), both[at])
	c.also(r.focus[:2]...)
	c.led = append(c.led, r.focus[:2]...)
	return true
}

// lesserOf takes "the smaller of them" for the one of the claims spoken of that has the smaller
// amount, where something else than the amount is asked of it.
func (e *Engine) lesserOf(r *request) {
	tokens := r.query.Tokens
	if len(r.names)+len(r.accused)+len(r.figures)+len(r.reports) > 0 || r.facet == "" && r.intent != "accuser" || r.facet == corpus.FacetAmount {
		return
	}
	amounts := e.keyed(r.thread.Claims)
	if len(amounts) < 2 {
		amounts = append(amounts, e.keyed(r.thread.Earlier)...)
	}
	at := slices.IndexFunc(tokens, func(t language.Token) bool {
		return e.in(t, "more-less") || e.in(t, "largest-word") || e.in(t, "smallest-word")
	})
	if at < 1 || tokens[at-1].Word != "the" || at+1 < len(tokens) && tokens[at+1].Word != "of" && tokens[at+1].Word != "one" && !e.in(tokens[at+1], "amount-word") {
		return
	}
	less := e.in(tokens[at], "less-word") || e.in(tokens[at], "smallest-word")
	var best *corpus.Claim
	most, counted := 0.0, 0
	for _, claim := range amounts {
		value, ok := e.value(claim)
		if !ok || claim.Stance != corpus.Alleges {
			continue
		}
		if counted++; best == nil || less == (value < most) {
			best, most = claim, value
		}
	}
	if counted < 2 {
		return
	}
	r.focus, r.thread.Claims, r.picked = []*corpus.Claim{best}, []string{best.Key()}, true
	r.thread.Entities = e.entitiesOf(&request{}, r.focus)
	for k := range r.terms {
		r.terms[k].Asked = r.terms[k].Asked || r.terms[k].From == at
	}
}

// keyed returns the claims of the keys, as far as the corpus still has them.
func (e *Engine) keyed(keys []string) []*corpus.Claim {
	var out []*corpus.Claim
	for _, key := range keys {
		if claim := e.corpus.Claim(key); claim != nil {
			out = append(out, claim)
		}
	}
	return out
}

// anotherOne tells whether a follow-up asks for another than what was told, by a word that tells
// them apart: "and the northern one?".
func (e *Engine) anotherOne(r *request) bool {
	tokens := r.query.Tokens
	n := len(tokens)
	if n < 3 || n > 6 || tokens[n-1].Word != "one" && tokens[n-1].Word != "ones" || len(r.names)+len(r.accused)+len(r.figures)+len(r.dates) > 0 || r.intent != "" {
		return false
	}
	return tokens[n-3].Word == "the" && slices.ContainsFunc(r.terms, func(t term) bool { return t.own() && t.Known && t.From == n-2 })
}

// predicate leads with the claim spoken of where it is asked whether it, he or they are
// somebody's or somewhere ("is it a northern one?"), and the claim has that name.
func (c *composition) predicate() bool {
	r, focus := c.r, c.e.index.Number(c.r.focus[0])
	if !c.e.ofIt(r) || len(r.dates) > 0 || r.focus[0].Stance == corpus.Remark {
		return false
	}
	if slices.ContainsFunc(r.names, func(n name) bool { return n.from >= 0 && c.e.index.Relation(focus, n.ids) == 0 }) {
		if incident := r.focus[0].Incident; incident == "" || !slices.ContainsFunc(c.e.index.Entity(incident), func(p corpus.Posting) bool {
			return !slices.ContainsFunc(r.names, func(n name) bool { return n.from >= 0 && c.e.index.Relation(p.Claim, n.ids) == 0 })
		}) {
			c.abstain("abstain.subject") // what else has that name is not what was spoken of
			return true
		}
		return false
	}
	if slices.ContainsFunc(r.terms, func(t term) bool { return t.own() && !c.e.has(focus, t) }) {
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

// preferUntold puts the next claim of the same speaker first, where a follow-up with a word of its
// own leads to the claim that was just told, and the next has that word too.
func (c *composition) preferUntold(found []scored) {
	if c.r.intent != "fact" || c.r.facet != "" || !c.r.leans || len(c.r.focus) == 0 || len(found) == 0 || found[0].claim != c.r.focus[0] || c.r.named() || len(c.r.figures)+len(c.r.dates) > 0 ||
		!slices.ContainsFunc(c.r.terms, func(t term) bool { return t.own() && t.Known && !t.framing }) {
		return
	}
	for i := 1; i < len(found); i++ {
		s := found[i]
		if s.claim.By == found[0].claim.By && s.claim.Report() == found[0].claim.Report() && s.claim.Stance == found[0].claim.Stance && !slices.Contains(c.r.thread.Claims, s.claim.Key()) && c.complete(&s) {
			s.named = found[0].named
			copy(found[1:i+1], found[:i])
			found[0] = s
			return
		}
	}
}

// turnsAway tells whether the question begins by leaving what was spoken of: "to change the
// subject", "back to the mill". What somebody moved on to is no such thing.
func (e *Engine) turnsAway(r *request) bool {
	away := e.lexicon.Concept("back-to")
	for i, token := range r.query.Tokens[:min(5, len(r.query.Tokens))] {
		if e.opens(token) {
			return false
		}
		if e.in(token, "back-to") || slices.ContainsFunc(e.lexicon.PhrasesAt(r.query.Tokens, i), func(p language.PhraseMatch) bool { return p.Concept == away }) {
			return true
		}
	}
	return false
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
	if len(r.dates) > 0 || len(r.thread.Claims) == 0 || slices.ContainsFunc(tokens, e.opensFact) {
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
			if r.intent == "elapsed" {
				r.intent, r.facet = "", "" // what was then, not how long before
			}
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
	if e.personBefore(r) {
		return true
	}
	if !e.asks(r, "again-word") || len(r.names)+len(r.accused)+len(r.figures)+len(r.reports) > 0 || len(r.thread.Earlier) == 0 {
		return false
	}
	own := func(claim *corpus.Claim) float64 {
		has := 0.0
		for _, t := range r.terms {
			if t.own() && e.has(e.index.Number(claim), t) {
				has += t.weight
			}
		}
		return has
	}
	var best *corpus.Claim
	most := 0.0
	for _, claim := range r.focus {
		most = max(most, own(claim)) // "who said that again?" goes back nowhere
	}
	earlier := e.keyed(r.thread.Earlier)
	for _, claim := range earlier {
		if has := own(claim); has > most {
			best, most = claim, has
		}
	}
	if most == 0 && len(earlier) > 0 && e.asks(r, "first-told") {
		best = earlier[len(earlier)-1]
		for k := range r.terms {
			r.terms[k].Asked = r.terms[k].Asked || e.ofGroup(r, r.terms[k], "first-word")
		}
	}
	if best == nil {
		return false
	}
	e.turnBack(r, best)
	return true
}

// personBefore turns to the last claim by a person where "he" or "she" is asked about and
// nobody was spoken of since.
func (e *Engine) personBefore(r *request) bool {
	if !e.asks(r, "person-pronoun") || r.named() || len(r.reports) > 0 {
		return false
	}
	person := func(id string) bool {
		entity := e.corpus.Entity(id)
		return entity != nil && entity.Kind == corpus.Person
	}
	if slices.ContainsFunc(r.thread.Entities, person) || slices.ContainsFunc(r.focus, func(claim *corpus.Claim) bool { return claim.Stance == corpus.Denies || claim.By == corpus.Unnamed }) {
		return false
	}
	for _, key := range r.thread.Earlier {
		if claim := e.corpus.Claim(key); claim != nil && person(claim.By) {
			e.turnBack(r, claim)
			return true
		}
	}
	return false
}

// turnBack makes the claim what the conversation is about.
func (e *Engine) turnBack(r *request, best *corpus.Claim) {
	r.focus, r.leans, r.party = []*corpus.Claim{best}, true, []string{best.Report().Accused}
	r.thread.Claims, r.thread.Earlier = []string{best.Key()}, append(slices.Clone(r.thread.Claims), r.thread.Earlier...)
	r.thread.Entities = e.entitiesOf(&request{}, r.focus)
	for _, n := range e.remembered(r.thread) {
		if n.speaker {
			r.names = append(r.names, n)
		}
	}
}
