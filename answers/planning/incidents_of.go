package planning

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// incidentsOf lists the single incidents that are laid to the one whom a question names and which asks for nothing
// else: "which raids are pinned on the crew?", "what incidents does the Courier lay at the crew's door?". It returns
// whether there are at least two.
func (c *Composition) incidentsOf() bool {
	if c.r.Leans || len(c.r.Figures)+len(c.r.Dates)+len(c.r.Quotes)+len(c.r.Strangers)+len(c.r.Except) > 0 || c.r.Counts || !c.asksIncidents() {
		return false
	}
	doers := slices.DeleteFunc(c.namesAsked(), func(n reading.Name) bool { return n.Voice || n.Speaker })
	if len(doers) != 1 || c.p.Corpus.Entity(doers[0].IDs[0]).Kind != corpus.Group {
		return false
	}
	if slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		return t.Own() && !t.Framing && !c.ofGroup(t, "single-incident") && !c.ofGroup(t, "blame") && !c.ofGroup(t, "attribute") && !c.ofGroup(t, "name") && !c.ofGroup(t, "report-word") && !c.ofGroup(t, "steal") && !c.ofGroup(t, "blaming-word")
	}) {
		return false // what sort of incidents, too
	}
	var all []*corpus.Claim
	postings := c.p.Index.Entity(doers[0].IDs[0])
	for _, p := range postings[:min(len(postings), record.MostClaims)] {
		claim := c.p.Corpus.Claims[p.Claim]
		if claim.Stance == corpus.Alleges && claim.Incident != "" && p.Relation&corpus.AsActor != 0 && c.inScope(claim) && c.r.Concerns(claim) && c.saysIt(claim) {
			all = append(all, claim)
		}
	}
	slices.SortStableFunc(all, func(a, b *corpus.Claim) int { return cmp.Compare(record.Prominence(b), record.Prominence(a)) })
	all = onceAnIncident(all, record.MostListed)
	if len(all) < 2 {
		return false
	}
	c.listed(all)
	return true
}

// saysIt tells whether the claim is by whoever the question names as the one who says it.
func (c *Composition) saysIt(claim *corpus.Claim) bool {
	speaker := c.r.Speaker()
	return speaker == nil || c.p.Index.Relation(c.p.Index.Number(claim), speaker.IDs)&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) != 0
}

// asksIncidents tells whether it is asked which incidents there are: "which raids", "list the thefts".
func (c *Composition) asksIncidents() bool {
	tokens := c.r.Query.Tokens
	at := slices.IndexFunc(tokens[:min(len(tokens), 6)], func(t language.Token) bool { return strings.HasSuffix(t.Word, "s") && c.p.In(t, "single-incident") })
	return at > 0 && (slices.ContainsFunc(tokens[:at], func(t language.Token) bool { return c.p.In(t, "which-word") || t.Word == "what" }) || c.asks("list-asking"))
}

// whoDidIt tells whether it is asked who did it all, of no one theft in particular: "who is behind the attacks?".
func (c *Composition) whoDidIt() bool {
	return !c.r.Leans && c.opening() == "who" && len(c.r.Names)+len(c.r.Figures)+len(c.r.Dates)+len(c.r.Reports)+len(c.r.Accused)+len(c.r.Strangers) == 0 && !slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		return t.Own() && !t.Framing && !c.ofGroup(t, "single-incident") && !c.ofGroup(t, "steal") && !c.ofGroup(t, "attack") && !c.ofGroup(t, "hack") && !c.ofGroup(t, "money") && !c.ofGroup(t, "blaming-word")
	})
}

// whatWasTaken tells whether it is asked what they took, of no one theft in particular, as a first question.
func (c *Composition) whatWasTaken() bool {
	return !c.r.Leans && c.opening() == "what" && c.asks("they-word") && len(c.p.AllAccused) == 1 && len(c.r.Names)+len(c.r.Figures)+len(c.r.Dates)+len(c.r.Reports)+len(c.r.Accused)+len(c.r.Strangers) == 0 && !slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		return t.Own() && !t.Framing && !c.ofGroup(t, "steal")
	}) && c.asks("steal")
}
