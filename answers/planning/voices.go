package planning

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// unquoted answers what a person who stands for the accused said, when no report
// quotes them and a remark says so.
func (c *Composition) unquoted() bool {
	if len(c.r.Strangers) > 0 {
		return false
	}
	for _, n := range c.r.Names {
		if !c.p.IsTheirPerson(n.IDs) || c.p.EverSpeaks(n.IDs) || c.r.Intent == "accuser" || c.r.Intent == "fact" && !n.Speaker && !c.asks("say") && !c.asks("reply") && !c.asks("deny") {
			continue // what is said of them is for others to say
		}
		for _, p := range c.p.Index.Entity(n.IDs[0]) {
			if remark := c.p.Corpus.Claims[p.Claim]; remark.Stance == corpus.Remark && strings.Contains(remark.Says, c.p.Corpus.Label(n.IDs[0])) {
				c.why = c.say("why.remark")
				c.leadText(c.p.Composer.Sentence(remark), remark)
				for _, d := range c.p.Occasions(c.r.AboutAccused()) {
					c.b.Claim(compose.Denial, d)
				}
				return true
			}
		}
	}
	return false
}

// eachYear leads with a reply of each of the years that the question sets beside
// one another.
func (c *Composition) eachYear(found []weighing.Scored) bool {
	if len(c.r.Dates) < 2 || len(c.namesAsked()) > 0 || c.r.Leans && len(c.r.Names) > 0 {
		return false
	}
	for _, d := range c.p.Denials { // those too that have none of the question's words
		if c.r.Concerns(d) {
			found = append(found, weighing.Scored{Claim: d, N: c.p.Index.Number(d)})
		}
	}
	var claims []*corpus.Claim
	for _, d := range c.r.Dates {
		for _, s := range found {
			if c.asks("common-word") && !c.p.Index.Features[s.N].Facets[corpus.FacetReason] {
				continue // what replies have in common is rather why they say they are accused
			}
			if d.Year != 0 && strings.HasPrefix(record.SaidOn(s.Claim), strconv.Itoa(d.Year)) && c.p.Firmness[s.Claim] >= record.Firm && !slices.Contains(claims, s.Claim) {
				claims = append(claims, s.Claim)
				break
			}
		}
	}
	if len(claims) < 2 {
		return false
	}
	c.why = c.say("why.reply")
	c.b.KeepLeads = true
	c.lead(claims...)
	return true
}

// planSpokesperson tells who speaks for the accused.
func (c *Composition) planSpokesperson() {
	for i := range c.r.Terms {
		if c.r.Terms[i].Known {
			c.r.Terms[i].Asked = false // "spokesperson" is what to look for
		}
	}
	if c.r.Aspect == "" && c.unquoted() {
		return
	}
	if len(c.r.Reports) >= 2 {
		if remark := c.tellingRemark(); remark != nil {
			c.leadRemark(remark) // "one has it from an agency, another from a committee: who spoke?"
			return
		}
	}
	c.r.Names = slices.DeleteFunc(slices.Clone(c.r.Names), func(n reading.Name) bool { return n.Silent })
	for i := range c.r.Names {
		c.r.Names[i].Speaker = c.r.Names[i].Speaker && c.p.BelongsToAccused(c.r.Names[i].IDs) // of the accusers it is asked who answered them
	}
	if open := c.openAccuser(c.p.Choose(c.r, weighing.Filter{Stances: accusing, AnyDate: true})); open != nil && (c.asks("deny") || c.asks("reply") && c.r.First().Word == "who") {
		c.leadReply(open)
		return
	}
	if len(c.r.Accused) == 0 && slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && !n.Weak }) && !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return c.p.BelongsToAccused(n.IDs) && c.p.EverSpeaks(n.IDs) || c.p.Accuses[n.IDs[0]]
	}) {
		c.planFact() // on behalf of somebody else
		return
	}
	stances := replying
	if c.asks("deny") && len(c.r.Dates) > 1 {
		stances = denying // "who denied it in the one year, and who in the other?"
	}
	found := c.p.Choose(c.r, weighing.Filter{Stances: stances, Keep: func(claim *corpus.Claim) bool {
		told := !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return slices.Contains(n.IDs, claim.By) }) // by somebody else, "who told the agency?"
		return c.r.Concerns(claim) && (c.r.Aspect != "relayed" && c.r.Aspect != "told" || len(claim.Via) > 0) && (c.r.Aspect != "told" || told)
	}})
	c.weighed = found
	if c.abstainsUnknown() {
		return
	}
	if len(c.r.Dates) > 0 { // whoever is thought to have spoken: who did at that time
		slices.SortStableFunc(found, func(a, b weighing.Scored) int { return cmp.Compare(record.BoolInt(b.Dated), record.BoolInt(a.Dated)) })
	}
	if c.asks("reply") || c.asks("deny") {
		c.plainFirst(found)
	}
	spokes := c.p.Lexicon.Concept("spokesperson")
	for i := range found {
		if found[i].Score >= 0.8*found[0].Score && c.p.Index.Mentions(found[i].Claim.As, spokes) && !c.p.Index.Mentions(found[0].Claim.As, spokes) {
			found[0], found[i] = found[i], found[0]
		}
	}
	for i := range found {
		if by := found[i].Claim.By; found[i].Score >= asGood*found[0].Score && by != corpus.Article && !c.p.Accused[by] && c.p.Accused[found[0].Claim.By] {
			found[0], found[i] = found[i], found[0] // a body that speaks says more than the state itself
		}
	}
	if c.asks("media") {
		if at := slices.IndexFunc(found, func(s weighing.Scored) bool { return len(s.Claim.Via) > 0 && s.Named == found[0].Named }); at > 0 && len(found[0].Claim.Via) == 0 && found[at].Score >= worthAdding*found[0].Score {
			found[0], found[at] = found[at], found[0] // one that tells through whom it came
		}
	}
	if c.r.Aspect == "name" && len(found) > 0 && c.p.Corpus.Entity(found[0].Claim.By) != nil && !c.p.Accused[found[0].Claim.By] {
		c.why = c.say("why.reply")
		best := found[0].Claim
		id := "spokesperson.name"
		if (c.asks("spokes-word") || c.asks("official") || c.asks("individual-word")) && c.p.Corpus.Entity(best.By).Kind != corpus.Person {
			id = "spokesperson.unnamed"
		}
		c.leadText(c.say(id, "name", c.p.Corpus.Name(best.By)), best)
		c.b.Claim(compose.Denial, best)
		return
	}
	if c.eachYear(found) {
		return
	}
	if c.r.Facet == corpus.FacetWhen && len(found) > 0 && found[0].Hit {
		c.leadDenials(found)
		return
	}
	if len(c.r.Names)+len(c.r.Dates)+len(c.r.Reports)+len(c.r.Figures) > 0 && len(found) > 0 && (found[0].Fit >= 0.4 || found[0].Dated && len(c.r.Dates) > 0) {
		c.leadDenials(found)
		return
	}
	if c.r.Leans && len(c.r.Focus) > 0 {
		c.replyToFocus()
		return
	}
	list := c.p.Occasions(c.r.AboutAccused())
	if len(list) == 0 {
		c.abstain("abstain.subject")
		return
	}
	var names []string
	var claims []*corpus.Claim
	for _, d := range c.standing().Voices {
		if len(names) == record.MostListed || !c.r.Concerns(d) {
			continue
		}
		via := ""
		if len(d.Via) > 0 {
			via = " " + c.p.Composer.Fill("spokesperson.via", "via", c.p.Corpus.Label(d.Via[len(d.Via)-1]))
		}
		name := c.p.Corpus.Label(d.By) + via
		if !slices.Contains(names, name) && !slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, c.p.Corpus.Label(d.By)) }) {
			names, claims = append(names, name), append(claims, d)
		}
	}
	c.why = c.say("why.reply")
	c.leadText(c.say("spokesperson.lead", "accused", c.p.Corpus.Name(list[0].Report().Accused), "names", c.p.Composer.Join(names)), claims...)
	for _, d := range list {
		c.b.Claim(compose.Denial, d)
	}
}

// planQuote gives exact words.
func (c *Composition) planQuote() {
	stances := []corpus.Stance{corpus.Denies, corpus.Counters, corpus.Alleges, corpus.Context}
	if len(c.r.Names) == 0 || c.r.AccusedSpeaks {
		stances = replying
	}
	if c.opensWhether() && c.unquoted() {
		return // "is their leader quoted?"
	}
	if body := c.r.GivenVoice(); (c.r.Speaker() != nil || body != nil && c.p.BelongsToAccused(body.IDs)) && c.misquoted() {
		return
	}
	quoting := func(stances []corpus.Stance) []weighing.Scored {
		return c.p.Choose(c.r, weighing.Filter{Stances: stances, Facet: corpus.FacetQuote, Keep: func(claim *corpus.Claim) bool { return strings.ContainsAny(claim.Says, "\"“") }})
	}
	found := quoting(stances)
	if len(c.r.Names) == 0 && !c.r.AccusedSpeaks {
		if all := quoting([]corpus.Stance{corpus.Denies, corpus.Counters, corpus.Alleges, corpus.Context}); len(all) > 0 && all[0].Hit && (len(found) == 0 || all[0].WordWeight > 1.4*found[0].WordWeight) {
			found = all // "in what terms did the nameless expert put it?"
		}
	}
	c.weighed = found
	if c.abstainsUnknown() {
		return
	}
	if len(found) == 0 || c.r.Specific() && found[0].Fit < 0.4 && !(found[0].Dated && len(c.r.Dates) > 0) {
		c.planFact()
		return
	}
	if found[0].Claim.Stance == corpus.Alleges || found[0].Claim.Stance == corpus.Context {
		if other := c.othersWords(&found[0]); other != nil {
			c.notTheirs(other)
			return
		}
		c.why = c.say("why.best")
		c.lead(found[0].Claim)
		return
	}
	c.leadDenials(found)
}

// otherVoice tells whether the question names somebody who speaks for the accused,
// and the claim is not theirs.
func (c *Composition) otherVoice(s *weighing.Scored) bool {
	return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && n.Speaker && c.p.BelongsToAccused(n.IDs) && c.p.Index.Relation(s.N, n.IDs)&(corpus.AsSpeaker|corpus.AsLink) == 0
	})
}

// beforeAccused tells whether a name comes first, and then the accused.
func (c *Composition) beforeAccused(n *reading.Name) bool {
	at := slices.IndexFunc(c.r.Query.Mentions, func(m corpus.Mention) bool { return len(m.IDs) > 0 && c.p.IsAccused(m.IDs) })
	return at >= 0 && c.r.Query.Mentions[at].From > n.From
}

// blames tells whether a claim accuses whoever the name is of.
func (c *Composition) blames(claim *corpus.Claim, n *reading.Name) bool {
	return c.p.Index.Relation(c.p.Index.Number(claim), n.IDs)&corpus.AsActor != 0
}

// planCounter gives what the accused accuses others of.
func (c *Composition) planCounter() {
	if c.abstainsUnknown() || c.notBlamed() {
		return
	}
	found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Counters}, Keep: c.r.Concerns})
	if len(found) > 0 && !found[0].Named && !c.asks("reply") {
		found = c.blamingTheirs(found)
	}
	c.weighed = found
	if speaker := c.r.Speaker(); len(found) > 0 && speaker != nil && !found[0].Spoken && c.blames(found[0].Claim, speaker) && c.asks("call") && c.beforeAccused(speaker) {
		c.abstain("abstain.subject") // "what did they call the accused?", whom the accused calls names
		return
	}
	if c.hard() && c.r.Facet != corpus.FacetWhen && len(found) > 0 && found[0].Named && !slices.ContainsFunc(found, func(s weighing.Scored) bool { return s.Facet }) && slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && c.blames(found[0].Claim, &n) }) {
		c.abstain("abstain.subject") // "how much does the accused say that they took?"
		return
	}
	if len(found) == 0 || len(c.r.Dates) > 0 && !found[0].Dated || c.otherVoice(&found[0]) || !found[0].Named && !found[0].Hit && c.r.GivesName() {
		c.planDenial()
		return
	}
	if (c.asks("reply") || c.asks("call")) && slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && !slices.ContainsFunc(found, func(s weighing.Scored) bool { return c.blames(s.Claim, &n) })
	}) {
		c.planDenial() // "did they hit back at the inspectors?", whom they accuse of nothing
		return
	}
	if told := c.p.Choose(c.r, weighing.Filter{Stances: denying, Keep: c.r.Concerns}); c.r.Facet != "" && !found[0].Facet && (c.r.Facet != corpus.FacetWhen || record.SaidOn(found[0].Claim) == "") && len(told) > 0 && told[0].Facet && told[0].Hit {
		c.weighed = told
		c.leadDenials(told)
		return
	}
	best := found[0].Claim
	if list := c.standing().Counters; len(list) > 0 && (!c.r.Specific() || !found[0].Hit && len(c.r.Names) == 0) {
		best = list[0]
	}
	c.why = c.say("why.reply")
	c.lead(best)
	for _, s := range found {
		if s.Claim != best && len(c.led) < 2 && s.Named == found[0].Named && (s.Score >= 0.8*found[0].Score || !c.r.Specific()) {
			c.lead(s.Claim)
		}
	}
	c.counter = best
}

// blamingTheirs returns the counter-accusations against somebody who belongs to whom the question
// names, where there are any: who accuses a country's coast guard accuses that country of it.
func (c *Composition) blamingTheirs(found []weighing.Scored) []weighing.Scored {
	var theirs []weighing.Scored
	for _, s := range found {
		if slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
			return n.From >= 0 && slices.ContainsFunc(s.Claim.Actor, func(id string) bool {
				return slices.ContainsFunc(n.IDs, func(of string) bool { return id != of && c.p.Corpus.BelongsTo(id, of) })
			})
		}) {
			s.Named = true
			theirs = append(theirs, s)
		}
	}
	if len(theirs) == 0 {
		return found
	}
	return theirs
}
