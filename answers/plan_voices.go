package answers

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/intent"
)

// unquoted answers what a person who stands for the accused said, when no report
// quotes them and a remark says so.
func (c *composition) unquoted() bool {
	if len(c.r.strangers) > 0 {
		return false
	}
	for _, n := range c.r.names {
		if !c.e.personal(n.ids) || c.e.everSpeaks(n.ids) || c.r.intent == "accuser" || c.r.intent == "fact" && !n.speaker && !c.asks("say") && !c.asks("reply") && !c.asks("deny") {
			continue // what is said of them is for others to say
		}
		for _, p := range c.e.index.Entity(n.ids[0]) {
			if remark := c.e.corpus.Claims[p.Claim]; remark.Stance == corpus.Remark && strings.Contains(remark.Says, c.e.composer.Label(n.ids[0])) {
				c.why = c.say("why.remark")
				c.leadText(c.e.composer.Sentence(remark), remark)
				for _, d := range c.e.occasions(c.r.parties()) {
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
func (c *composition) eachYear(found []scored) bool {
	if len(c.r.dates) < 2 || len(c.r.names) > 0 {
		return false
	}
	for _, d := range c.e.denials { // those too that have none of the question's words
		if c.r.concerns(d) {
			found = append(found, scored{claim: d, n: c.e.index.Number(d)})
		}
	}
	var claims []*corpus.Claim
	for _, d := range c.r.dates {
		for _, s := range found {
			if c.asks("common-word") && !c.e.index.Features[s.n].Facets[corpus.FacetReason] {
				continue // what replies have in common is rather why they say they are accused
			}
			if d.Year != 0 && strings.HasPrefix(saidOn(s.claim), strconv.Itoa(d.Year)) && c.e.solid[s.claim] >= firm && !slices.Contains(claims, s.claim) {
				claims = append(claims, s.claim)
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

// spokenFor leads with the words of the person who speaks for the body or firm that the
// question names, where no more is asked.
func (c *composition) spokenFor() bool {
	if c.r.aspect != "" || !c.asks("speak-word") || len(c.r.names) != 1 || c.r.names[0].from < 0 || c.asks("deny") || c.asks("reply") || len(c.r.figures)+len(c.r.dates) > 0 {
		return false
	}
	owner := c.r.names[0].ids[0]
	var best *corpus.Claim
	for _, p := range c.e.index.Entity(owner) {
		claim := c.e.corpus.Claims[p.Claim]
		speaker := c.e.corpus.Entity(claim.By)
		if speaker == nil || speaker.Kind != corpus.Person || speaker.Of != owner || claim.Stance == corpus.Remark {
			continue
		}
		if best == nil || claim.Stance == corpus.Denies && best.Stance != corpus.Denies {
			best = claim
		}
	}
	if best == nil {
		return false
	}
	c.why = c.say("why.best")
	c.lead(best)
	return true
}

// planSpokesperson tells who speaks for the accused.
func (c *composition) planSpokesperson() {
	for i := range c.r.terms {
		if c.r.terms[i].Known {
			c.r.terms[i].Asked = false // "spokesperson" is what to look for
		}
	}
	if c.r.aspect == "" && c.unquoted() {
		return
	}
	if c.spokenFor() {
		return
	}
	c.r.names = slices.DeleteFunc(slices.Clone(c.r.names), func(n name) bool { return n.person })
	for i := range c.r.names {
		c.r.names[i].speaker = c.r.names[i].speaker && c.e.speaksForAccused(c.r.names[i].ids) // of the accusers it is asked who answered them
	}
	if open := c.openAccuser(c.e.choose(c.r, choice{stances: accusing, anyDate: true})); open != nil && c.asks("deny") {
		c.replied(open)
		return
	}
	if len(c.r.accused) == 0 && slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 && !n.weak }) && !slices.ContainsFunc(c.r.names, func(n name) bool { return c.e.speaksForAccused(n.ids) || c.e.accuses[n.ids[0]] }) {
		c.planFact() // on behalf of somebody else
		return
	}
	found := c.e.choose(c.r, choice{stances: replying, keep: c.r.concerns})
	c.weighed = found
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if len(c.r.dates) > 0 { // whoever is thought to have spoken: who did at that time
		slices.SortStableFunc(found, func(a, b scored) int { return cmp.Compare(boolInt(b.dated), boolInt(a.dated)) })
	}
	if c.asks("reply") || c.asks("deny") {
		c.plainFirst(found)
	}
	spokes := c.e.lexicon.Concept("spokesperson")
	for i := range found {
		if found[i].score >= 0.8*found[0].score && c.e.index.Mentions(found[i].claim.As, spokes) && !c.e.index.Mentions(found[0].claim.As, spokes) {
			found[0], found[i] = found[i], found[0]
		}
	}
	for i := range found {
		if by := found[i].claim.By; found[i].score >= close*found[0].score && by != corpus.Article && !c.e.accused[by] && c.e.accused[found[0].claim.By] {
			found[0], found[i] = found[i], found[0] // a body that speaks says more than the state itself
		}
	}
	if c.asks("media") {
		if at := slices.IndexFunc(found, func(s scored) bool { return len(s.claim.Via) > 0 && s.named == found[0].named }); at > 0 && len(found[0].claim.Via) == 0 && found[at].score >= near*found[0].score {
			found[0], found[at] = found[at], found[0] // one that tells through whom it came
		}
	}
	if c.r.aspect == "name" && len(found) > 0 && c.e.corpus.Entity(found[0].claim.By) != nil {
		c.why = c.say("why.reply")
		best := found[0].claim
		id := "spokesperson.name"
		if (c.asks("spokes-word") || c.asks("official") || c.asks("individual-word")) && c.e.corpus.Entity(best.By).Kind != corpus.Person {
			id = "spokesperson.unnamed"
		}
		c.leadText(c.say(id, "name", c.e.composer.Name(best.By)), best)
		c.b.Claim(compose.Denial, best)
		return
	}
	if c.eachYear(found) {
		return
	}
	if c.r.facet == corpus.FacetWhen && len(found) > 0 && found[0].hit {
		c.leadDenials(found)
		return
	}
	if (c.r.known() > 0 || len(c.r.names)+len(c.r.dates)+len(c.r.reports)+len(c.r.figures) > 0) && len(found) > 0 && (found[0].fit >= 0.4 || found[0].dated && len(c.r.dates) > 0) {
		c.leadDenials(found)
		return
	}
	if c.r.leans && len(c.r.focus) > 0 {
		c.replyToFocus()
		return
	}
	list := c.e.occasions(c.r.parties())
	if len(list) == 0 {
		c.abstain("abstain.subject")
		return
	}
	var names []string
	var claims []*corpus.Claim
	for _, d := range c.standing().voices {
		if len(names) == most || !c.r.concerns(d) {
			continue
		}
		via := ""
		if len(d.Via) > 0 {
			via = " " + c.e.composer.Fill("spokesperson.via", "via", c.e.composer.Label(d.Via[len(d.Via)-1]))
		}
		name := c.e.composer.Label(d.By) + via
		if !slices.Contains(names, name) && !slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, c.e.composer.Label(d.By)) }) {
			names, claims = append(names, name), append(claims, d)
		}
	}
	c.why = c.say("why.reply")
	c.leadText(c.say("spokesperson.lead", "accused", c.e.composer.Name(list[0].Report().Accused), "names", c.e.composer.Join(names)), claims...)
	for _, d := range list {
		c.b.Claim(compose.Denial, d)
	}
}

// planQuote gives exact words.
func (c *composition) planQuote() {
	stances := []corpus.Stance{corpus.Denies, corpus.Counters, corpus.Alleges, corpus.Context}
	if len(c.r.names) == 0 || c.r.accusedSpeaks {
		stances = replying
	}
	if body := c.r.body(); (c.r.speaker() != nil || body != nil && c.e.speaksForAccused(body.ids)) && c.misquoted() {
		return
	}
	quoting := func(stances []corpus.Stance) []scored {
		return c.e.choose(c.r, choice{stances: stances, facet: corpus.FacetQuote, keep: func(claim *corpus.Claim) bool { return strings.ContainsAny(claim.Says, "\"“") }})
	}
	found := quoting(stances)
	if len(c.r.names) == 0 && !c.r.accusedSpeaks {
		if all := quoting([]corpus.Stance{corpus.Denies, corpus.Counters, corpus.Alleges, corpus.Context}); len(all) > 0 && all[0].hit && (len(found) == 0 || all[0].words > 1.4*found[0].words) {
			found = all // "in what terms did the nameless expert put it?"
		}
	}
	c.weighed = found
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if len(found) == 0 || c.r.specific() && found[0].fit < 0.4 && !(found[0].dated && len(c.r.dates) > 0) {
		c.planFact()
		return
	}
	if found[0].claim.Stance == corpus.Alleges || found[0].claim.Stance == corpus.Context {
		if other := c.othersWords(&found[0]); other != nil {
			c.notTheirs(other)
			return
		}
		c.why = c.say("why.best")
		c.lead(found[0].claim)
		return
	}
	c.leadDenials(found)
}

// unheard tells whether the question quotes words that no claim quotes, and that
// are no title or near to what a claim says.
func (c *composition) unheard() bool {
	if len(c.r.quotes) == 0 {
		return false
	}
	var found []scored
	for _, quote := range c.r.quotes {
		if slices.ContainsFunc(c.e.corpus.Reports, func(r *corpus.Report) bool { return strings.Contains(c.e.titles[r.ID], " "+quote+" ") }) {
			return false
		}
		words := slices.DeleteFunc(strings.Fields(quote), c.e.lexicon.Ignorable)
		if len(words) < 2 || strings.ContainsAny(quote, "0123456789") {
			return false // too short to tell, or a date as it is printed
		}
		if found == nil {
			found = c.e.choose(c.r, choice{anyDate: true, stances: []corpus.Stance{corpus.Alleges, corpus.Denies, corpus.Counters, corpus.Context, corpus.Remark}})
		}
		for _, s := range found {
			has := 0
			for _, word := range words {
				has += boolInt(c.e.has(s.n, term{Term: intent.Term{Stem: c.e.lexicon.Stem(word), Concepts: c.e.lexicon.Concepts(word, c.e.lexicon.Stem(word))}}))
			}
			if 2*has > len(words) {
				return false
			}
		}
	}
	return true
}

// otherVoice tells whether the question names somebody who speaks for the accused,
// and the claim is not theirs.
func (c *composition) otherVoice(s *scored) bool {
	return slices.ContainsFunc(c.r.names, func(n name) bool {
		return n.from >= 0 && n.speaker && c.e.speaksForAccused(n.ids) && c.e.index.Relation(s.n, n.ids)&(corpus.AsSpeaker|corpus.AsLink) == 0
	})
}

// beforeAccused tells whether a name comes first, and then the accused.
func (c *composition) beforeAccused(n *name) bool {
	at := slices.IndexFunc(c.r.query.Mentions, func(m corpus.Mention) bool { return len(m.IDs) > 0 && c.e.isAccused(m.IDs) })
	return at >= 0 && c.r.query.Mentions[at].From > n.from
}

// blames tells whether a claim accuses whoever the name is of.
func (c *composition) blames(claim *corpus.Claim, n *name) bool {
	return c.e.index.Relation(c.e.index.Number(claim), n.ids)&corpus.AsActor != 0
}

// accusedOf answers what somebody is accused of whom the accused accuses in turn.
func (c *composition) accusedOf() bool {
	for _, n := range c.r.names {
		if !n.target || n.from < 0 {
			continue
		}
		found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Counters}, keep: func(claim *corpus.Claim) bool {
			return c.e.index.Relation(c.e.index.Number(claim), n.ids)&corpus.AsActor != 0
		}})
		switch {
		case len(found) > 0 && (c.r.known() == 0 || found[0].hit && c.r.wordFit(&found[0]) >= 0.6):
			c.weighed = found
			c.why = c.say("why.reply")
			c.lead(found[0].claim)
			c.counter = found[0].claim
			return true
		case len(found) == 0 && c.r.known() == 0 && !c.e.isAccused(n.ids) && !slices.ContainsFunc(c.e.index.Entity(n.ids[0]), func(p corpus.Posting) bool {
			return p.Relation&^(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink|corpus.AsDefined) != 0
		}):
			c.abstain("abstain.subject") // they accuse, and nobody accuses them
			return true
		}
	}
	return false
}

// planCounter gives what the accused accuses others of.
func (c *composition) planCounter() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Counters}, keep: c.r.concerns})
	c.weighed = found
	if speaker := c.r.speaker(); len(found) > 0 && speaker != nil && !found[0].spoken && c.blames(found[0].claim, speaker) && c.asks("call") && c.beforeAccused(speaker) {
		c.abstain("abstain.subject") // "what did they call the accused?", whom the accused calls names
		return
	}
	if c.hard() && c.r.facet != corpus.FacetWhen && len(found) > 0 && found[0].named && !slices.ContainsFunc(found, func(s scored) bool { return s.facet }) && slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 && c.blames(found[0].claim, &n) }) {
		c.abstain("abstain.subject") // "how much does the accused say that they took?"
		return
	}
	if len(found) == 0 || len(c.r.dates) > 0 && !found[0].dated || c.otherVoice(&found[0]) || !found[0].named && !found[0].hit && slices.ContainsFunc(c.r.names, func(n name) bool { return n.from >= 0 }) {
		c.planDenial()
		return
	}
	if (c.asks("reply") || c.asks("call")) && slices.ContainsFunc(c.r.names, func(n name) bool {
		return n.from >= 0 && c.e.accuses[n.ids[0]] && !slices.ContainsFunc(found, func(s scored) bool { return c.blames(s.claim, &n) })
	}) {
		c.planDenial() // "did they hit back at the inspectors?", whom they accuse of nothing
		return
	}
	if told := c.e.choose(c.r, choice{stances: denying, keep: c.r.concerns}); c.r.facet != "" && !found[0].facet && (c.r.facet != corpus.FacetWhen || saidOn(found[0].claim) == "") && len(told) > 0 && told[0].facet && told[0].hit {
		c.weighed = told
		c.leadDenials(told)
		return
	}
	best := found[0].claim
	if list := c.standing().counters; len(list) > 0 && (!c.r.specific() || !found[0].hit && len(c.r.names) == 0) {
		best = list[0]
	}
	c.why = c.say("why.reply")
	c.lead(best)
	for _, s := range found {
		if s.claim != best && len(c.led) < 2 && s.named == found[0].named && (s.score >= 0.8*found[0].score || !c.r.specific()) {
			c.lead(s.claim)
		}
	}
	c.counter = best
}
