package planning

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// untold returns the abstention owed where the question asks of the claim what no
// claim tells: what somebody earns, who leads whom, what somebody is called. Empty
// where nothing of that kind is asked.
func (c *Composition) untold(best *weighing.Scored) string {
	if slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		return !t.Asked && c.ofGroup(t, "attribute-word") && !c.p.Has(best.N, t)
	}) {
		return "abstain.subject" // what somebody earns or where he was born: no claim tells
	}
	if c.p.hasPhrase(c.r.Query.Tokens, "attribute-word") && !c.p.saysPhrase(best.Claim, "attribute-word") {
		return "abstain.subject" // when it was wound up
	}
	for _, group := range []string{"succession-word", "employer-word", "seat-word"} {
		person := slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Person })
		if c.asks(group) && (person || group != "employer-word" || c.r.Intent == "verify") && c.r.Facet != corpus.FacetCount && !c.p.HasGroup(best.N, group) && !(group == "employer-word" && (c.placesPerson(best.Claim) || c.r.Intent == "verify" && c.r.KnownWords() > 0 && c.complete(best))) {
			return "abstain.subject" // who came after somebody, pays them, or where they sit: no claim tells
		}
	}
	if tokens := c.r.Query.Tokens; len(tokens) > 1 && len(tokens) <= 6 && tokens[0].Word == "who" && tokens[1].Word != "made" && tokens[1].Word != "done" && c.p.In(tokens[1], "making-verb") && len(c.r.Figures) == 0 && !c.p.HasGroup(best.N, "making-verb") {
		return "abstain.unnamed" // who wrote a paper: no claim tells
	}
	if c.asksMeaning() && !c.p.Index.Features[best.N].Facets[corpus.FacetDefinition] {
		return "abstain.subject" // what a word means: no claim tells
	}
	if tokens := c.r.Query.Tokens; c.r.Facet == corpus.FacetPlace && !best.Facet && len(tokens) > 2 && tokens[0].Word == "where" && c.p.In(tokens[1], "copula") && slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From == 2 && c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Person }) {
		return "abstain.subject" // where somebody is now
	}
	if tokens := c.r.Query.Tokens; c.r.Facet == corpus.FacetPlace && !(c.r.GivesName() && best.Named) && len(tokens) > 3 && tokens[0].Word == "where" && (tokens[1].Word == "is" || tokens[1].Word == "are") && c.p.In(tokens[len(tokens)-1], "now-word") {
		return "abstain.subject" // where the money is now
	}
	if c.asksPay() && (!c.p.HasGroup(best.N, "pay") || c.asks("pay-noun") || c.r.Query.Tokens[len(c.r.Query.Tokens)-1].Word == "paid") && !c.p.HasGroup(best.N, "wage") {
		return "abstain.subject" // what they are paid, and not what is paid for
	}
	if tokens := c.r.Query.Tokens; c.r.Intent == "fact" && c.r.Facet == corpus.FacetTarget && !best.Facet && !c.complete(best) && (best.Spoken || best.Claim.By == corpus.Article) && len(tokens) > 1 && (c.opening() == "which" || c.opening() == "what") && c.p.In(tokens[1], "victim-noun") {
		return "abstain.subject" // which of the exchanges they were
	}
	if c.r.Facet == corpus.FacetEvidence && !best.Facet && c.opening() == "how" && c.asks("learning-word") && c.asks("leak-word") && c.ownNames() > 0 {
		return "abstain.subject" // how a paper came by a document
	}
	if c.unfilled(best) {
		return "abstain.subject"
	}
	if c.ofAnotherYear(best) {
		return "abstain.subject"
	}
	if c.r.Facet == corpus.FacetAmount && c.perHead() && !c.p.HasGroup(best.N, "each-one") {
		return "abstain.amount" // how much of it fell to each of them
	}
	if c.lacksPrice(best) || c.unknownSize() {
		return "abstain.amount"
	}
	if (c.r.Facet == "" || c.r.Facet == corpus.FacetAmount) && (c.opening() == "who" || c.opening() == "name" || c.asks("called-word")) && (c.asks("charge-word") && !c.namesLeader(best.Claim) || slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		return !t.Asked && t.From != t.To && c.ofGroup(t, "leader-word") && (!c.p.Has(best.N, t) || !c.namesLeader(best.Claim))
	})) && !c.ofOwner(best.Claim) && !c.belongs(best) {
		return "abstain.unnamed" // who runs it: no claim tells
	}
	if c.r.Facet == corpus.FacetAmount && c.asks("steal") && best.Claim.Stance == corpus.Context && !c.p.Index.Mentions(best.Claim.Says, c.p.Lexicon.Concept("steal")) {
		return "abstain.amount" // how much was taken is not what background tells
	}
	if c.outshone(best) || c.lacksBelonging(best) || c.lacksMember(best) || c.lacksTime(best) || c.lacksFuture(best) || c.lacksAdvice(best) || c.lacksSlot(best) {
		return "abstain.subject"
	}
	if c.r.Facet == corpus.FacetMethod && best.Claim.Stance == corpus.Denies && !c.r.AccusedSpeaks && !best.Facet && c.ownNames() == 0 && !c.r.Leans {
		return "abstain.subject" // how they do it is not told by who denies it
	}
	if c.r.Facet == corpus.FacetReason && !best.Facet && c.asks("motive-word") && best.Claim.Stance == corpus.Alleges && c.onlyMotive(best.Claim) == nil {
		return "abstain.subject" // the motive that no claim tells
	}
	if c.r.Facet == corpus.FacetMethod && !best.Facet && (c.r.First().Word == "how" && (c.r.Leans || best.Claim.Incident != "" && len(c.r.Figures) == 0 && !c.complete(best)) || best.Claim.Incident != "" && c.asks("method-asking") || c.asks("technique-noun") && !slices.ContainsFunc(c.weighed, func(s weighing.Scored) bool {
		return s.Facet && s.Named && s.Claim.Report() == best.Claim.Report()
	})) {
		return "abstain.subject" // "and how did they get in?"
	}
	if c.r.Facet == corpus.FacetPlace && !best.Facet && c.r.Leans && c.ownNames() == 0 && c.r.KnownWords() > 0 && c.asks("where-asking") {
		return "abstain.subject" // "where did they sell it?"
	}
	if c.beyondRanking(best) {
		return "abstain.subject" // who came sixth, of a ranking that is told as far as the fifth
	}
	if c.asksWhoHanded() && !c.tellsWhoHanded(best.Claim) && !(best.Named && c.complete(best) && c.r.KnownWords() > 2) {
		return "abstain.unnamed" // who leaked it: of a leak no claim tells
	}
	if c.asks("name-asking") && c.r.First().Word != "how" && !c.asks("full-word") && c.r.Intent == "fact" && !c.namesAnother(best.Claim, "") && !c.personSays(best.Claim) && !(best.Claim.As != "" && c.asksAtBody()) {
		return "abstain.unnamed"
	}
	return ""
}

// lacksWhich tells whether a question that opens with "which" asks for a thing ("which flaw did it
// use?"), and not for somebody with a name of its own, or for words: of these a claim may tell
// without the noun.
func (c *Composition) lacksWhich() bool {
	return c.r.First().Word == "which" && c.r.Facet == "" && len(c.r.Figures) == 0 && !c.asks("quote-word") &&
		!slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
			after := c.afterName(&n)
			return n.From == 1 && !slices.ContainsFunc(c.r.Head(c.p.Lexicon), func(t reading.Term) bool { return t.From == after && !t.Known }) // "which northern baron" asks for a baron
		}) &&
		!slices.ContainsFunc(c.r.Head(c.p.Lexicon), func(t reading.Term) bool {
			return c.ofGroup(t, "organisation") || c.ofGroup(t, "firm-word") || slices.ContainsFunc(c.p.AssetKinds, func(kind record.AssetKind) bool {
				return slices.ContainsFunc(t.Concepts, func(k language.Concept) bool { return slices.Contains(kind.Concepts, k) })
			})
		})
}

// beyondRanking tells whether a place is asked for that lies beyond all that the reports name of a
// ranking.
func (c *Composition) beyondRanking(best *weighing.Scored) bool {
	place := 0
	for _, t := range c.r.Query.Tokens {
		place = max(place, c.p.Lexicon.Ordinal(t.Word))
	}
	if place < 2 || c.r.Query.Asks != nil && c.r.Intent != "fact" {
		return false
	}
	if slices.ContainsFunc(language.Split(best.Claim.Says), func(t language.Token) bool { return c.p.Lexicon.Ordinal(t.Word) == place }) {
		return false // it tells that very place
	}
	named := 0
	for _, s := range c.weighed[:min(len(c.weighed), 5)] {
		if s.Claim.By == best.Claim.By && s.Claim.Report() == best.Claim.Report() && c.tells(s.Claim, corpus.FacetRanking) {
			names := slices.DeleteFunc(c.p.Index.Linker.LinkPrinted(language.Split(s.Claim.Says)), func(m corpus.Mention) bool {
				return len(m.IDs) == 0 || c.p.Corpus.Entity(m.IDs[0]).Kind == corpus.Asset
			})
			named = max(named, len(names))
		}
	}
	return named > 0 && place > named
}

// asksWhoHanded tells whether it is asked who leaked or handed over something.
func (c *Composition) asksWhoHanded() bool {
	tokens := c.r.Query.Tokens
	if len(tokens) > 3 && tokens[0].Word == "by" && tokens[1].Word == "whom" {
		return c.p.In(tokens[len(tokens)-1], "handing-word") // "by whom was the report leaked?"
	}
	return len(tokens) > 1 && tokens[0].Word == "who" && c.p.In(tokens[1], "handing-word")
}

// tellsWhoHanded tells whether a claim says that somebody handed something over; that it was handed
// over says nothing of who did.
func (c *Composition) tellsWhoHanded(claim *corpus.Claim) bool {
	if c.p.saysPhrase(claim, "origin-phrase") && !c.asks("leak-word") {
		return true // from whom it came, though they be unnamed
	}
	tokens := language.Split(claim.Says)
	for i, t := range tokens {
		if c.p.In(t, "handing-word") && (len(claim.Actor) > 0 || i > 0 && !c.p.In(tokens[i-1], "be-word") && !slices.Contains([]string{"been", "a", "the", "this", "that"}, tokens[i-1].Word) && strings.HasSuffix(t.Word, "ed")) {
			return true
		}
	}
	return false
}

// ofOwner tells whether the claim tells what something is that belongs to somebody: of a
// state's agency, whose it is.
func (c *Composition) ofOwner(claim *corpus.Claim) bool {
	return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && slices.Contains(claim.Defines, n.IDs[0]) && c.p.Corpus.Entity(n.IDs[0]).Of != "" && c.p.Index.Mentions(claim.Says, c.p.Lexicon.Concept("owned-word"))
	})
}

// belongs tells whether the claim says to whom something belongs that the question names, though it be
// by what they are and not by name: "the chairman's cousin".
func (c *Composition) belongs(s *weighing.Scored) bool {
	return s.Named && c.ownNames() > 0 && c.complete(s) && c.p.saysPhrase(s.Claim, "belonging-word")
}

// asksPay tells whether it is asked what somebody is paid.
func (c *Composition) asksPay() bool {
	if tokens := c.r.Query.Tokens; len(tokens) > 3 && tokens[0].Word == "how" && c.p.In(tokens[2], "be-word") && tokens[len(tokens)-1].Word == "paid" {
		return true // "how much are the sailors paid?"
	}
	if c.asks("fund") && !c.asks("pay-noun") {
		return false // what it pays for
	}
	return c.asks("pay-asking") || c.asks("wage") || c.asks("earn") && c.perHead()
}

// ofAnotherYear tells of background that it is of another year than the one in which it is asked how many there were.
func (c *Composition) ofAnotherYear(best *weighing.Scored) bool {
	return c.hard() && c.r.Facet != corpus.FacetWhen && len(c.r.Dates) > 0 && !best.Dated && best.Claim.Stance == corpus.Context && best.Claim.Incident == ""
}

// perHead tells whether something is asked of one of many: "how much did each sailor get?"; "a sailor" will
// do where it is asked what he earns.
func (c *Composition) perHead() bool {
	tokens := c.r.Query.Tokens
	for i := range tokens {
		one := c.p.In(tokens[i], "each-one") || c.asks("earn") && (tokens[i].Word == "a" || tokens[i].Word == "an")
		if one && slices.ContainsFunc(tokens[i+1:min(i+4, len(tokens))], func(t language.Token) bool { return c.p.In(t, "one-of-many") }) {
			return true
		}
	}
	return false
}

// asksMeaning tells whether it is asked what a common noun is, and nothing of this affair:
// "what is a sluice?", "what are tariffs?".
func (c *Composition) asksMeaning() bool {
	tokens := c.r.Query.Tokens
	if len(tokens) < 3 || len(tokens) > 5 || tokens[0].Word != "what" || tokens[1].Word != "is" && tokens[1].Word != "are" || len(c.r.Names)+len(c.r.Accused)+len(c.r.Focus) > 0 || c.r.Query.Asks != nil {
		return false
	}
	from := 2 + record.BoolInt(tokens[2].Word == "a" || tokens[2].Word == "an")
	return len(c.r.Terms) == 1 && c.r.Terms[0].From == from && c.r.Terms[0].To == len(tokens) && !strings.HasSuffix(tokens[len(tokens)-1].Word, "ed")
}

// personSays tells whether a person makes the claim whom the question does not name: "who at
// the ministry wants that?"
func (c *Composition) personSays(claim *corpus.Claim) bool {
	by := c.p.Corpus.Entity(claim.By)
	return by != nil && by.Kind == corpus.Person && !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return slices.Contains(n.IDs, by.ID) })
}

// namesLeader tells whether the claim says of somebody whom the question does not name that
// they lead or own something; what "led to" something is no leader.
func (c *Composition) namesLeader(claim *corpus.Claim) bool {
	return (c.p.Index.Mentions(claim.Says, c.p.Lexicon.Concept("leader-noun"))) && c.namesAnother(claim, "")
}

// lacksMember tells whether it is asked which of a kind of asset something is ("what
// coin was taken?"), and the claim names none of that kind.
func (c *Composition) lacksMember(best *weighing.Scored) bool {
	for _, kind := range c.p.AssetKinds {
		asked := slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
			return n.From > 0 && slices.Contains(n.IDs, kind.ID) && c.p.In(c.r.Query.Tokens[n.From-1], "which-word")
		}) || slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
			return t.From > 0 && t.From < t.To && c.p.In(c.r.Query.Tokens[t.From-1], "which-word") && slices.ContainsFunc(t.Concepts, func(k language.Concept) bool { return slices.Contains(kind.Concepts, k) })
		})
		if asked && !slices.ContainsFunc(kind.Members, func(id string) bool { return c.p.Index.Relation(best.N, []string{id}) != 0 }) {
			return true
		}
	}
	return false
}

// outshone tells whether a claim without the number or date that is asked for explains nearly
// all of the question, and this one, which has it, little: what is asked of that one is not told.
func (c *Composition) outshone(best *weighing.Scored) bool {
	return c.hard() && best.Fit < enough && slices.ContainsFunc(c.weighed, func(s weighing.Scored) bool {
		return !s.Facet && s.Fit >= 0.75 && s.WordWeight > 1.8*best.WordWeight
	})
}

// lacksTime tells whether a day or a month is asked for, and of when it was the claim
// gives no more than a year.
func (c *Composition) lacksTime(best *weighing.Scored) bool {
	if c.r.Facet != corpus.FacetWhen || len(c.r.Dates) > 0 || !c.asks("day-word") && !c.asks("month-word") {
		return false
	}
	claim, month := c.p.dated(best.Claim), len("2006-01")
	return claim.Happened != nil && len(claim.Happened.Date) < month && len(record.SaidOn(claim)) < month || claim.Happened == nil && record.SaidOn(claim) != "" && len(record.SaidOn(claim)) < month
}

// lacksAdvice tells whether it is asked what somebody says should be done, and the
// claim says of nothing that it should.
func (c *Composition) lacksAdvice(best *weighing.Scored) bool {
	if (c.asks("remedy-asking") && !c.tells(best.Claim, corpus.FacetPlan) && !c.p.HasGroup(best.N, "proposing-verb") || c.opening() == "should" && len(c.r.Figures) == 0) && c.r.Intent != "denial" && best.Claim.Stance != corpus.Denies {
		return !c.prints(best.Claim, "should-word") || c.asks("demand-word") && !c.prints(best.Claim, "demand-word")
	}
	return c.asks("should-asking") && c.r.Facet != corpus.FacetPurpose && !c.p.Index.Mentions(best.Claim.Verb+" "+best.Claim.Says, c.p.Lexicon.Concept("should-word"))
}

// lacksFuture tells whether it is asked what comes next, and the claim tells of the past.
func (c *Composition) lacksFuture(best *weighing.Scored) bool {
	return c.asks("next-word") && c.asks("will-word") && !c.p.Index.Mentions(best.Claim.Says, c.p.Lexicon.Concept("to-come-word"))
}

// ofAuthor tells whether the claim is what an author or a paper says of themselves, and
// the question is on the accused and neither of these: "how many coins do they hold?".
func (c *Composition) ofAuthor(s *weighing.Scored) bool {
	theirs := len(c.r.Accused) > 0 || slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return c.p.BelongsToAccused(n.IDs) })
	return theirs && len(c.r.Reports) == 0 && c.p.Index.Features[s.N].Facets[corpus.FacetDisclosure] && !c.asks("author") && !c.asks("report-word") &&
		!slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Outlet })
}

// lacksBelonging tells whether it is asked about something of somebody's ("the mill's
// barges") that no report speaks of.
func (c *Composition) lacksBelonging(best *weighing.Scored) bool {
	return c.r.Facet == "" && c.r.Intent == "fact" && slices.ContainsFunc(c.r.Query.Mentions, func(m corpus.Mention) bool {
		if len(m.IDs) == 0 || !strings.HasSuffix(strings.ReplaceAll(c.r.Query.Tokens[m.To-1].Text, "’", "'"), "'s") {
			return false
		}
		things, asked := c.r.TermsFrom(m.To)
		return !asked && len(things) > 0 && !slices.ContainsFunc(things, func(t reading.Term) bool { return t.Known || len(t.Concepts) > 0 || t.Light || c.p.Has(best.N, t) })
	})
}
