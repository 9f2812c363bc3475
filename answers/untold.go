package answers

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// untold returns the abstention owed where the question asks of the claim what no
// claim tells: what somebody earns, who leads whom, what somebody is called. Empty
// where nothing of that kind is asked.
func (c *composition) untold(best *scored) string {
	if slices.ContainsFunc(c.r.terms, func(t term) bool {
		return !t.Asked && c.ofGroup(t, "attribute-word") && !c.e.has(best.n, t)
	}) {
		return "abstain.subject" // what somebody earns or where he was born: no claim tells
	}
	if c.general() && !c.e.index.Features[best.n].Facets[corpus.FacetDefinition] {
		return "abstain.subject" // what a word means: no claim tells
	}
	if tokens := c.r.query.Tokens; c.r.facet == corpus.FacetPlace && !best.facet && len(tokens) > 2 && tokens[0].Word == "where" && c.e.in(tokens[1], "copula") && slices.ContainsFunc(c.r.names, func(n name) bool { return n.from == 2 && c.e.corpus.Entity(n.ids[0]).Kind == corpus.Person }) {
		return "abstain.subject" // where somebody is now
	}
	if c.asks("pay-asking") && !c.asks("fund") && amountOf(best.claim) == "" {
		return "abstain.subject" // what they are paid, and not what is paid for
	}
	if (c.r.facet == "" || c.r.facet == corpus.FacetAmount) && (c.opening() == "who" || c.opening() == "name" || c.asks("called-word")) && (c.asks("charge-word") && !c.leads(best.claim) || slices.ContainsFunc(c.r.terms, func(t term) bool {
		return !t.Asked && t.From != t.To && c.ofGroup(t, "leader-word") && (!c.e.has(best.n, t) || !c.leads(best.claim))
	})) && !c.ofOwner(best.claim) {
		return "abstain.unnamed" // who runs it: no claim tells
	}
	if c.r.facet == corpus.FacetAmount && c.asks("steal") && best.claim.Stance == corpus.Context && !c.e.index.Mentions(best.claim.Says, c.e.lexicon.Concept("steal")) {
		return "abstain.amount" // how much was taken is not what background tells
	}
	if c.outshone(best) || c.lacksBelonging(best) || c.lacksMember(best) || c.lacksTime(best) || c.lacksShare(best) || c.lacksFuture(best) || c.lacksAdvice(best) {
		return "abstain.subject"
	}
	if c.r.facet == corpus.FacetMethod && best.claim.Stance == corpus.Denies && !c.r.accusedSpeaks && !best.facet && c.ownNames() == 0 && !c.r.leans {
		return "abstain.subject" // how they do it is not told by who denies it
	}
	if c.r.facet == corpus.FacetReason && !best.facet && c.asks("motive-word") && best.claim.Stance == corpus.Alleges && c.onlyMotive(best.claim) == nil {
		return "abstain.subject" // the motive that no claim tells
	}
	if c.r.facet == corpus.FacetMethod && !best.facet && (c.r.first().Word == "how" && c.r.leans || best.claim.Incident != "" && c.asks("method-asking")) {
		return "abstain.subject" // "and how did they get in?"
	}
	if c.r.facet == corpus.FacetPlace && !best.facet && c.r.leans && c.ownNames() == 0 && c.r.known() > 0 && c.asks("where-asking") {
		return "abstain.subject" // "where did they sell it?"
	}
	if c.asksWhoHanded() && (len(best.claim.Actor) == 0 || !c.e.index.Mentions(best.claim.Says, c.e.lexicon.Concept("handing-word"))) {
		return "abstain.unnamed" // who leaked it: of a leak no claim tells
	}
	if c.asks("name-asking") && !c.asks("full-word") && c.r.intent == "fact" && !c.namesAnother(best.claim, "") && !c.personSays(best.claim) && !(best.claim.As != "" && c.asksAtBody()) {
		return "abstain.unnamed"
	}
	return ""
}

// asksWhoHanded tells whether it is asked who leaked or handed over something.
func (c *composition) asksWhoHanded() bool {
	tokens := c.r.query.Tokens
	if len(tokens) > 3 && tokens[0].Word == "by" && tokens[1].Word == "whom" {
		return c.e.in(tokens[len(tokens)-1], "handing-word") // "by whom was the report leaked?"
	}
	return len(tokens) > 1 && tokens[0].Word == "who" && c.e.in(tokens[1], "handing-word")
}

// ofOwner tells whether the claim tells what something is that belongs to somebody: of a
// state's agency, whose it is.
func (c *composition) ofOwner(claim *corpus.Claim) bool {
	return slices.ContainsFunc(c.r.names, func(n name) bool {
		return n.from >= 0 && slices.Contains(claim.Defines, n.ids[0]) && c.e.corpus.Entity(n.ids[0]).Of != "" && c.e.index.Mentions(claim.Says, c.e.lexicon.Concept("owned-word"))
	})
}

// opening returns the first word of the question after those by which it goes on: "and who".
func (c *composition) opening() string {
	for _, t := range c.r.query.Tokens {
		if !c.e.in(t, "going-on") {
			return t.Word
		}
	}
	return ""
}

// general tells whether it is asked what a common noun is, and nothing of this affair:
// "what is a sluice?", "what are tariffs?".
func (c *composition) general() bool {
	tokens := c.r.query.Tokens
	if len(tokens) < 3 || len(tokens) > 5 || tokens[0].Word != "what" || tokens[1].Word != "is" && tokens[1].Word != "are" || len(c.r.names)+len(c.r.accused)+len(c.r.focus) > 0 || c.r.query.Asks != nil {
		return false
	}
	from := 2 + boolInt(tokens[2].Word == "a" || tokens[2].Word == "an")
	return len(c.r.terms) == 1 && c.r.terms[0].From == from && c.r.terms[0].To == len(tokens) && !strings.HasSuffix(tokens[len(tokens)-1].Word, "ed")
}

// personSays tells whether a person makes the claim whom the question does not name: "who at
// the ministry wants that?"
func (c *composition) personSays(claim *corpus.Claim) bool {
	by := c.e.corpus.Entity(claim.By)
	return by != nil && by.Kind == corpus.Person && !slices.ContainsFunc(c.r.names, func(n name) bool { return slices.Contains(n.ids, by.ID) })
}

// leads tells whether the claim says of somebody whom the question does not name that
// they lead or own something; what "led to" something is no leader.
func (c *composition) leads(claim *corpus.Claim) bool {
	return (c.e.index.Mentions(claim.Says, c.e.lexicon.Concept("leader-noun")) || c.ledBy(claim)) && c.namesAnother(claim, "")
}

// ledBy tells whether the claim says that something is "directed by" or "owned by" somebody.
func (c *composition) ledBy(claim *corpus.Claim) bool {
	tokens := language.Split(claim.Says)
	for i := 1; i < len(tokens); i++ {
		if tokens[i].Word == "by" && c.e.in(tokens[i-1], "leader-word") {
			return true
		}
	}
	return false
}

// An assetKind is an asset of which others are examples: grain, of which rye is
// one.
type assetKind struct {
	id       string
	concepts []language.Concept // of its name
	members  []string
}

func (e *Engine) assetKinds() []assetKind {
	var out []assetKind
	for _, entity := range e.corpus.Entities {
		owner := e.corpus.Entity(entity.Of)
		if entity.Kind != corpus.Asset || owner == nil || owner.Kind != corpus.Asset {
			continue
		}
		at := slices.IndexFunc(out, func(k assetKind) bool { return k.id == owner.ID })
		if at < 0 {
			at = len(out)
			out = append(out, assetKind{id: owner.ID})
			for _, t := range language.Split(e.composer.Label(owner.ID)) {
				out[at].concepts = append(out[at].concepts, e.lexicon.Concepts(t.Word, t.Stem)...)
			}
		}
		out[at].members = append(out[at].members, entity.ID)
	}
	return out
}

// lacksMember tells whether it is asked which of a kind of asset something is ("what
// coin was taken?"), and the claim names none of that kind.
func (c *composition) lacksMember(best *scored) bool {
	for _, kind := range c.e.kinds {
		asked := slices.ContainsFunc(c.r.names, func(n name) bool {
			return n.from > 0 && slices.Contains(n.ids, kind.id) && c.e.in(c.r.query.Tokens[n.from-1], "which-word")
		}) || slices.ContainsFunc(c.r.terms, func(t term) bool {
			return t.From > 0 && t.From < t.To && c.e.in(c.r.query.Tokens[t.From-1], "which-word") && slices.ContainsFunc(t.Concepts, func(k language.Concept) bool { return slices.Contains(kind.concepts, k) })
		})
		if asked && !slices.ContainsFunc(kind.members, func(id string) bool { return c.e.index.Relation(best.n, []string{id}) != 0 }) {
			return true
		}
	}
	return false
}

// outshone tells whether a claim without the number or date that is asked for explains nearly
// all of the question, and this one, which has it, little: what is asked of that one is not told.
func (c *composition) outshone(best *scored) bool {
	return c.hard() && best.fit < enough && slices.ContainsFunc(c.weighed, func(s scored) bool {
		return !s.facet && s.fit >= 0.75 && s.words > 1.8*best.words
	})
}

// lacksTime tells whether a day or a month is asked for, and of when it was the claim
// gives no more than a year.
func (c *composition) lacksTime(best *scored) bool {
	if c.r.facet != corpus.FacetWhen || len(c.r.dates) > 0 || !c.asks("day-word") && !c.asks("month-word") {
		return false
	}
	claim, month := c.e.dated(best.claim), len("2006-01")
	return claim.Happened != nil && len(claim.Happened.Date) < month && len(saidOn(claim)) < month || claim.Happened == nil && saidOn(claim) != "" && len(saidOn(claim)) < month
}

// lacksShare tells whether a share is asked of a time or a place that the claim does
// not speak of.
func (c *composition) lacksShare(best *scored) bool {
	if c.r.facet != corpus.FacetShare {
		return false
	}
	return len(c.r.dates) > 0 && !best.dated && !(len(c.r.figures) > 0 && best.figure) || slices.ContainsFunc(c.r.names, func(n name) bool {
		return n.from >= 0 && !n.weak && n.either == nil && c.country(n.ids[0]) && c.e.index.Relation(best.n, n.ids)|c.e.index.Relation(best.n, n.around) == 0
	})
}

// lacksAdvice tells whether it is asked what somebody says should be done, and the
// claim says of nothing that it should.
func (c *composition) lacksAdvice(best *scored) bool {
	return c.asks("should-asking") && c.r.facet != corpus.FacetPurpose && !c.e.index.Mentions(best.claim.Verb+" "+best.claim.Says, c.e.lexicon.Concept("should-word"))
}

// lacksFuture tells whether it is asked what comes next, and the claim tells of the past.
func (c *composition) lacksFuture(best *scored) bool {
	return c.asks("next-word") && c.asks("will-word") && !c.e.index.Mentions(best.claim.Says, c.e.lexicon.Concept("to-come-word"))
}

// ofAuthor tells whether the claim is what an author or a paper says of themselves, and
// the question is on the accused and neither of these: "how many coins do they hold?".
func (c *composition) ofAuthor(s *scored) bool {
	return len(c.r.accused) > 0 && len(c.r.reports) == 0 && c.e.index.Features[s.n].Facets[corpus.FacetDisclosure] && !c.asks("author") && !c.asks("report-word") &&
		!slices.ContainsFunc(c.r.names, func(n name) bool { return c.e.corpus.Entity(n.ids[0]).Kind == corpus.Outlet })
}

// lacksBelonging tells whether it is asked about something of somebody's ("the mill's
// barges") that no report speaks of.
func (c *composition) lacksBelonging(best *scored) bool {
	return c.r.facet == "" && c.r.intent == "fact" && slices.ContainsFunc(c.r.query.Mentions, func(m corpus.Mention) bool {
		if len(m.IDs) == 0 || !strings.HasSuffix(strings.ReplaceAll(c.r.query.Tokens[m.To-1].Text, "’", "'"), "'s") {
			return false
		}
		things, asked := c.r.run(m.To)
		return !asked && len(things) > 0 && !slices.ContainsFunc(things, func(t term) bool { return t.Known || len(t.Concepts) > 0 || t.light || c.e.has(best.n, t) })
	})
}
