package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// spokenOf answers whether somebody's words, as the reports give them, mention what the question names: "does
// their statement mention the guild?", "did the inspectors name the mills?".
func (c *Composition) spokenOf() bool {
	if c.r.Intent != "verify" || c.r.Aspect != "words" || c.r.Leans && !c.ofWords() || len(c.r.Strangers)+len(c.r.Figures)+len(c.r.Quotes)+len(c.r.Reports) > 0 {
		return false
	}
	voice, things := c.voiceAndThings()
	if voice == "" {
		return false
	}
	own, theirs := c.statementsOf(voice, true), c.p.BelongsToAccused([]string{voice})
	if len(own) == 0 {
		return false
	}
	terms := c.thingTerms(voice)
	if kind := c.kindToName(terms); kind != "" {
		return len(things) == 0 && c.namesNone(voice, kind, c.withAny(own, terms))
	}
	if len(things)+len(terms) == 0 || len(terms) > 0 && !slices.ContainsFunc(terms, func(t reading.Term) bool { return t.Known }) {
		return false
	}
	for i := range things {
		things[i].IDs = c.withParts(things[i].IDs)
	}
	mentions := func(claim *corpus.Claim) bool {
		n := c.p.Index.Number(claim)
		return !slices.ContainsFunc(things, func(other reading.Name) bool { return !c.p.SpeaksOf(claim, other.IDs) }) &&
			!slices.ContainsFunc(terms, func(t reading.Term) bool { return !c.p.Has(n, t) })
	}
	if at := slices.IndexFunc(own, mentions); at >= 0 {
		if !theirs {
			return false // what an accuser tells of it, the weighing finds
		}
		best := own[at]
		if found := c.p.Choose(c.r, weighing.Filter{AnyDate: true, Keep: func(claim *corpus.Claim) bool { return slices.Contains(own, claim) && mentions(claim) }}); len(found) > 0 {
			best = found[max(0, slices.IndexFunc(found, func(s weighing.Scored) bool { return c.outsideNames(s.Claim, terms) }))].Claim
		}
		c.why = c.say("why.best")
		c.lead(best)
		c.addAnswered(best)
		return true
	}
	told := own[0]
	if theirs { // others of theirs, or at another time
		others := c.statementsOf(told.Report().Accused, false)
		if at := slices.IndexFunc(others, mentions); at >= 0 {
			told = others[at]
		}
	}
	id, name := "words.not.that", ""
	if len(things) == 1 && len(terms) == 0 {
		id, name = "words.not", c.bare(things[0].IDs[0])
	}
	c.why = c.say("why.premise")
	c.leadText(c.say(id, "speaker", c.bare(voice), "name", name)+" "+c.p.Composer.Sentence(told), told)
	if told.Stance == corpus.Denies {
		c.addAnswered(told)
	}
	return true
}

// withParts adds the parts of a body to it: who mentions the board's inspectors mentions the board.
func (c *Composition) withParts(ids []string) []string {
	all := slices.Clone(ids)
	for _, id := range ids {
		whole := c.p.Corpus.Entity(id)
		for _, entity := range c.p.Corpus.Entities {
			if whole.Kind == corpus.Body && entity.Kind == corpus.Body && c.p.Corpus.BelongsTo(entity.ID, id) {
				all = append(all, entity.ID)
			}
		}
	}
	return all
}

// ofWords tells whether a follow-up is on a reply that was told, or on what somebody says whom the conversation
// named, and on nobody else's words.
func (c *Composition) ofWords() bool {
	if !c.r.Leans || len(c.r.Focus) == 0 || c.p.Corpus.Entity(c.r.Focus[0].By) == nil {
		return false
	}
	by := c.r.Focus[0].By
	return c.r.Focus[0].Stance == corpus.Denies && c.p.BelongsToAccused([]string{by}) || slices.Contains(c.r.Thread.Entities, by)
}

// voiceAndThings returns whose words a question is about, and the other names in it. "Their statement" is the
// accused's where nobody else is named whose it could be.
func (c *Composition) voiceAndThings() (voice string, things []reading.Name) {
	var names []reading.Name
	at := -1
	for _, n := range c.r.Names {
		if n.From < 0 || n.Weak {
			continue
		}
		if n.Voice && (c.whoseWords(n) || at < 0 && !c.asks("words-given")) {
			at = len(names)
		}
		names = append(names, n)
	}
	switch {
	case at < 0 && c.ofWords():
		return c.r.Focus[0].By, names
	case len(c.r.Accused) == 1 && (at < 0 || !c.p.BelongsToAccused(names[at].IDs) && names[at].From > c.verbAt()):
		return c.r.Accused[0], names
	case at < 0 && len(c.r.Accused) == 0 && c.asks("words-given") && len(c.p.AllAccused) == 1:
		return c.p.AllAccused[0], names
	case at < 0 || len(c.r.Accused) > 0 && !c.p.BelongsToAccused(names[at].IDs):
		return "", nil // that an accuser names the accused goes without saying
	}
	return names[at].IDs[0], slices.Delete(slices.Clone(names), at, at+1)
}

// whoseWords tells whether a statement or a reply of the one named is meant: "the council's answer", "the answer of the
// council", "named by the council".
func (c *Composition) whoseWords(n reading.Name) bool {
	tokens := c.r.Query.Tokens
	for i := max(1, n.From-2); i < n.From; i++ {
		if before := tokens[i-1]; (tokens[i].Word == "by" || tokens[i].Word == "of") && !c.p.In(before, "giving-word") { // "the sums given by the clerk" are no words of his
			return true
		}
	}
	at := c.afterName(&n)
	return at >= 0 && c.p.In(tokens[at], "words-given")
}

// verbAt returns where the word for mentioning stands.
func (c *Composition) verbAt() int {
	return slices.IndexFunc(c.r.Query.Tokens, func(t language.Token) bool { return c.p.In(t, "mentioning-verb") })
}

// statementsOf returns the claims that are somebody's own words, the weightiest first: of the accused, their replies and
// counter-accusations; where asked, only of the time that the question names.
func (c *Composition) statementsOf(voice string, dated bool) []*corpus.Claim {
	theirs := c.p.BelongsToAccused([]string{voice})
	var own []*corpus.Claim
	for _, claim := range c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)] {
		replies := claim.Stance == corpus.Denies || claim.Stance == corpus.Counters
		if claim.Stance == corpus.Remark || theirs && !replies {
			continue
		}
		if of := c.p.Index.Relation(c.p.Index.Number(claim), []string{voice})&(corpus.AsSpeaker|corpus.AsOwner) != 0; !of && !(theirs && claim.Report().Accused == voice) {
			continue
		}
		if said := language.ParseDate(record.SaidOn(claim)); dated && slices.ContainsFunc(c.r.Dates, func(asked language.Date) bool { return !asked.Covers(said) }) {
			continue
		}
		own = append(own, claim)
	}
	slices.SortStableFunc(own, func(a, b *corpus.Claim) int { return record.Prominence(b) - record.Prominence(a) })
	return own
}

// thingTerms returns the words for what is to be mentioned: not those by which the voice itself is named.
func (c *Composition) thingTerms(voice string) []reading.Term {
	return slices.DeleteFunc(slices.Clone(c.r.Terms), func(t reading.Term) bool {
		return !t.Own() || t.Framing || t.Stray || slices.ContainsFunc([]string{"words-given", "mentioning-verb", "report-word", "statement", "deny", "reply"}, func(group string) bool { return c.ofGroup(t, group) }) || c.named(t)
	})
}

// named tells whether the word is part of a name in the question.
func (c *Composition) named(t reading.Term) bool {
	return slices.ContainsFunc(c.r.Query.Mentions, func(m corpus.Mention) bool { return m.From <= t.From && t.From < m.To })
}

// kindToName returns the kind of those whose names are asked for ("did they name the banks?"); empty where the
// question is about something else.
func (c *Composition) kindToName(terms []reading.Term) corpus.Kind {
	if !c.asks("naming-verb") && !c.p.OpensFact(c.r.First()) {
		return ""
	}
	has := func(group string) bool {
		return slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool { return c.p.In(t, group) })
	}
	switch {
	case has("group-noun") || has("kind-group") || has("doer-noun"):
		return corpus.Group
	case has("firm-word") || has("kind-company"):
		return corpus.Company
	}
	return ""
}

// outsideNames tells whether a claim has one of the very words other than in a name: "grain", and not the Grain Office.
func (c *Composition) outsideNames(claim *corpus.Claim, terms []reading.Term) bool {
	tokens := language.Split(claim.Says)
	names := c.p.Index.Linker.LinkPrinted(tokens)
	for i, token := range tokens {
		if slices.ContainsFunc(terms, func(t reading.Term) bool { return c.p.Lexicon.Stem(token.Word) == t.Stem }) && !slices.ContainsFunc(names, func(m corpus.Mention) bool { return m.From <= i && i < m.To }) {
			return true
		}
	}
	return false
}

// withAny returns those of the claims that have one of the words, where some have.
func (c *Composition) withAny(claims []*corpus.Claim, terms []reading.Term) []*corpus.Claim {
	having := slices.DeleteFunc(slices.Clone(claims), func(claim *corpus.Claim) bool {
		return !slices.ContainsFunc(terms, func(t reading.Term) bool { return c.p.Has(c.p.Index.Number(claim), t) })
	})
	if len(having) == 0 {
		return claims
	}
	return having
}

// namesNone says that somebody names none of a kind; false where they do.
func (c *Composition) namesNone(voice string, kind corpus.Kind, own []*corpus.Claim) bool {
	if slices.ContainsFunc(own, func(claim *corpus.Claim) bool { return c.namesAnother(claim, kind) }) {
		return false
	}
	told := own[0]
	for _, s := range c.p.Choose(c.r, weighing.Filter{Keep: func(claim *corpus.Claim) bool { return slices.Contains(own, claim) }}) {
		told = s.Claim
		break
	}
	c.why = c.say("why.premise")
	c.leadText(c.say("words.unnamed", "speaker", c.bare(voice))+" "+c.p.Composer.Sentence(told), told)
	return true
}
