package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// lacksSlot tells whether the question asks for something particular that the claim does not tell.
func (c *Composition) lacksSlot(s *weighing.Scored) bool {
	return slices.ContainsFunc(c.p.Lexicon.Slots(), func(slot language.Slot) bool {
		return !slot.Soft && c.r.Query.Uses(slot.Asked) && !c.prints(s.Claim, slot.Told)
	}) ||
		c.asksDwelling() && !c.prints(s.Claim, "seated-word") ||
		c.asksSeat() && !c.prints(s.Claim, "seated-word") && !(s.Facet && c.r.Facet == corpus.FacetPlace && c.r.GivesName() && !c.namesGroup()) ||
		c.r.Intent == "verify" && c.asks("belonging-word") && !s.Named && c.namesGroup() ||
		c.lacksPart(s) || c.lacksLater(s) || c.lacksFinding(s) || c.lacksWords(s) || c.lacksPredicate(s)
}

// asksSlot tells whether the question asks for something particular that none of the claims which fit it
// best tells: where another plan than that for one fact would answer with what it has.
func (c *Composition) asksSlot() bool {
	if c.r.Leans || c.r.Intent == "source" || len(c.r.Reports) > 0 {
		return false
	}
	told := ""
	for _, slot := range c.p.Lexicon.Slots() {
		if !slot.Soft && c.r.Query.Uses(slot.Asked) {
			told = slot.Told
		}
	}
	if told == "" && c.r.Intent == "compare" && c.asksSeat() && len(c.r.Figures) == 0 {
		told = "seated-word"
	}
	if told == "" {
		return false
	}
	found := c.p.Choose(c.r, weighing.Filter{})
	return !slices.ContainsFunc(found, func(s weighing.Scored) bool {
		return s.Named && s.Score >= 0.4*found[0].Score && c.prints(s.Claim, told)
	})
}

// preferSlot puts first a claim that tells what the question asks of whomever it is about, before one that is only
// about them.
func (c *Composition) preferSlot(found []weighing.Scored) {
	for _, slot := range c.p.Lexicon.Slots() {
		if !c.r.Query.Uses(slot.Asked) || len(found) == 0 || c.prints(found[0].Claim, slot.Told) {
			continue
		}
		for i, s := range found {
			if s.Named && s.Score >= 0.4*found[0].Score && c.prints(s.Claim, slot.Told) {
				copy(found[1:i+1], found[:i])
				found[0] = s
				return
			}
		}
	}
}

// movedOn answers what somebody did next, or before that: with what the same speaker says of it now and of
// the beginning.
func (c *Composition) movedOn(found []weighing.Scored) bool {
	if !c.asks("next-asking") || len(found) == 0 || !found[0].Named || !c.fits(&found[0]) || !c.prints(found[0].Claim, "turned-word") {
		return false
	}
	now := found[0].Claim
	for _, s := range found[1:] {
		if s.Claim.By == now.By && s.Claim.Report() == now.Report() && s.Claim.Stance == now.Stance && c.prints(s.Claim, "start") {
			c.why = c.say("why.best")
			c.lead(now, s.Claim)
			return true
		}
	}
	return false
}

// asksSeat tells whether it is asked where somebody is based, and not on what something is.
func (c *Composition) asksSeat() bool {
	tokens := c.r.Query.Tokens
	if c.opening() == "where" && len(tokens) > 2 && c.p.In(tokens[1], "copula") && slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From == 2 && c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Group }) {
		return true // "where is the gang now?"
	}
	if !c.asks("seated-word") || c.p.In(c.r.First(), "seated-word") || c.r.Leans || len(c.r.Figures) > 0 {
		return false
	}
	if c.asks("report-word") {
		return false // where an article can be found
	}
	if c.asks("where-asking") || c.r.Facet == corpus.FacetPlace {
		return true
	}
	at := slices.IndexFunc(tokens, func(t language.Token) bool { return c.p.In(t, "seated-word") })
	return c.opensWhether() && (at < 0 || at+1 < len(tokens) && c.p.In(tokens[at+1], "place-preposition"))
}

// asksDwelling tells whether it is asked where those who do something live or work: "where do the thieves live?"
func (c *Composition) asksDwelling() bool {
	tokens := c.r.Query.Tokens
	return c.opening() == "where" && c.p.In(tokens[len(tokens)-1], "dwelling-verb") && slices.ContainsFunc(tokens, func(t language.Token) bool { return c.p.In(t, "doer-noun") })
}

// namesGroup tells whether the question names a group: what its victims' places are is not where it is.
func (c *Composition) namesGroup() bool {
	return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Group })
}

// prints tells whether the claim prints a word or an expression of the group.
func (c *Composition) prints(claim *corpus.Claim, group string) bool {
	return c.p.Index.Mentions(claim.Says, c.p.Lexicon.Concept(group)) || c.p.saysPhrase(claim, group)
}

// lacksLater tells whether it is asked what still lasts or is to come, and the claim tells of what was: "is the
// office still looking into it?", "will they strike again?". What somebody vows in a reply is to come.
func (c *Composition) lacksLater(s *weighing.Scored) bool {
	if tokens := c.r.Query.Tokens; c.r.Leans || s.Claim.Stance == corpus.Denies || len(tokens) > 1 && c.p.In(tokens[1], "you-word") {
		return false
	}
	if c.r.Intent == "verify" && slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool { return t.Word == "still" }) && len(c.r.Names)+len(c.r.Accused) > 0 && !c.asks("they-word") {
		return !c.p.HasGroup(s.N, "lasting-word")
	}
	if c.opening() != "will" && !(c.opening() == "could" && !slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool { return t.Word == "have" })) {
		return false
	}
	return (c.r.Intent == "fact" || c.r.Intent == "verify") && c.r.Facet == "" && !c.prints(s.Claim, "to-come-word") && !c.prints(s.Claim, "possible-word")
}

// lacksFinding tells whether it is asked what an inquiry found, and the claim tells that there is one.
func (c *Composition) lacksFinding(s *weighing.Scored) bool {
	return (c.opening() == "what" || c.opensWhether()) && c.asks("finding-word") && c.prints(s.Claim, "inquiry-word") && !c.prints(s.Claim, "finding-word")
}

// lacksWords tells whether it is asked what somebody said who is called by what they are, and others
// say the claim: "what did the thieves say?"
func (c *Composition) lacksWords(s *weighing.Scored) bool {
	tokens := c.r.Query.Tokens
	if last := len(tokens) - 1; last < 3 || tokens[0].Word != "what" || !c.p.In(tokens[1], "auxiliary") || !c.p.In(tokens[last], "say") || c.r.Leans {
		return false
	}
	for _, n := range c.r.Names {
		if n.From == 2 && c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Group {
			return c.p.Index.Relation(s.N, n.IDs)&(corpus.AsSpeaker|corpus.AsOwner) == 0 // what others say of them
		}
	}
	return len(c.r.Names) == 0 && slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		return t.To == len(tokens)-1 && t.From >= 2 && t.Known && c.ofGroup(t, "human-noun") && !c.calledBy(s.Claim, t)
	})
}

// lacksPredicate tells whether it is asked in a few words whether somebody is or has something, and the claim
// has not that: "are the thieves soldiers?", "do they have families?"
func (c *Composition) lacksPredicate(s *weighing.Scored) bool {
	tokens := c.r.Query.Tokens
	if c.r.Intent != "verify" || c.r.Leans || len(tokens) < 3 || len(tokens) > 6 || len(c.r.Names)+len(c.r.Figures)+len(c.r.Dates)+len(c.r.Reports) > 0 {
		return false
	}
	has := slices.ContainsFunc(tokens[1:len(tokens)-1], func(t language.Token) bool { return t.Word == "have" || t.Word == "has" })
	if !has && !c.p.In(tokens[0], "be-word") {
		return false
	}
	return !c.complete(s)
}
