package answers

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// unconnected says that no claim connects two names of the question, and gives
// what the reports tell of each.
func (c *composition) unconnected(found []scored) bool {
	var strong []name
	for _, n := range c.r.names {
		if n.from >= 0 && !n.weak && n.weight >= c.e.commonName && c.e.connects(n.ids[0]) {
			strong = append(strong, n)
		}
	}
	if len(strong) != 2 || slices.ContainsFunc(found, func(s scored) bool { return s.named }) || c.e.together(strong[0], strong[1]) {
		return false
	}
	first := found[0]
	alike := c.e.corpus.Entity(strong[0].ids[0]).Kind == c.e.corpus.Entity(strong[1].ids[0]).Kind
	for _, s := range found {
		if alike && c.e.index.Relation(s.n, strong[0].ids) != 0 && s.score >= 0.3*found[0].score {
			first = s // what the question is about comes first in it
			break
		}
		if !alike && c.byOthers(s.claim, strong) && s.score >= 0.3*found[0].score {
			first = s // who else is said to have done it
			break
		}
	}
	var others []*corpus.Claim
	for _, s := range found {
		if s.claim != first.claim && c.e.index.Relation(s.n, strong[0].ids) != c.e.index.Relation(first.n, strong[0].ids) && s.claim.Stance == corpus.Alleges {
			others = append(others, s.claim)
			break
		}
	}
	c.why = c.say("why.premise")
	if c.sameReport(strong[0], strong[1]) {
		c.lead(append([]*corpus.Claim{first.claim}, others...)...) // the article itself may connect them, where no claim does
		return true
	}
	c.leadText(c.say("correct.names", "a", c.bare(strong[0].ids[0]), "b", c.bare(strong[1].ids[0]))+" "+c.e.composer.Sentence(first.claim), first.claim)
	c.also(others...)
	return true
}

// unlikeAsked tells whether what was found has few of the words of the question, or a figure was
// asked about of which the speaker says nothing of those named.
func (c *composition) unlikeAsked(found []scored) bool {
	if len(found) == 0 {
		return false
	}
	return c.r.known() > 1 && c.r.wordFit(&found[0]) < 0.5 ||
		len(c.r.figures) > 0 && !slices.ContainsFunc(found, func(s scored) bool { return s.spoken && s.named })
}

// whySaid corrects a question why somebody said what no report has them say: with whose words
// these are, or with what they do say of the figure or the names in it.
func (c *composition) whySaid(found []scored) bool {
	speaker := c.r.speaker()
	if c.r.first().Word != "why" || speaker == nil || c.r.leans || !c.asks("say") && !c.asks("accuse") && !c.asks("call") || !c.e.everSpeaks(speaker.ids) && !c.e.canSay(c.e.corpus.Entity(speaker.ids[0]).Kind) {
		return false
	}
	at := slices.IndexFunc(found, func(s scored) bool {
		return s.spoken && s.claim.Stance == corpus.Alleges && (len(c.r.figures) > 0 && s.figure || len(c.r.figures) == 0 && s.hit && slices.ContainsFunc(c.r.names, func(n name) bool {
			return n.from >= 0 && n.from != speaker.from && c.e.index.Relation(s.n, n.ids) != 0
		}))
	})
	if at < 0 {
		return c.saidByOthers(speaker)
	}
	c.why = c.say("why.premise")
	c.leadText(c.say("correct.words", "name", c.e.composer.Label(speaker.ids[0]))+" "+c.e.composer.Sentence(found[at].claim), found[at].claim)
	return true
}

// saidByOthers leads with somebody else's claim that has all the words which the question gives to
// the speaker, two at least.
func (c *composition) saidByOthers(speaker *name) bool {
	ask := *c.r
	ask.facet, ask.names = "", slices.DeleteFunc(slices.Clone(c.r.names), func(n name) bool { return n.from == speaker.from })
	found := c.e.choose(&ask, choice{anyDate: true})
	if len(found) == 0 || !found[0].hit || c.r.known() < 2 || c.r.wordFit(&found[0]) < 0.7 || c.e.index.Relation(found[0].n, speaker.ids)&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) != 0 {
		return false
	}
	c.notTheirs(&found[0])
	return true
}

// notStopped corrects a question why or when something stopped of which the reports tell that it
// began, or became more.
func (c *composition) notStopped(found []scored) bool {
	if c.r.facet != corpus.FacetReason && c.r.facet != corpus.FacetWhen || c.r.leans || !slices.ContainsFunc(c.r.terms, func(t term) bool { return t.own() && c.ofGroup(t, "stop") }) {
		return false
	}
	for i, s := range found {
		if i > 4 || s.claim.Stance == corpus.Alleges && c.e.hasGroup(s.n, "stop") || s.score < 0.5*found[0].score {
			return false
		}
		if s.claim.Stance == corpus.Alleges && s.named && c.e.index.Mentions(s.claim.Says, c.e.lexicon.Concept("start")) && s.fit >= 0.4 {
			c.why = c.say("why.premise")
			c.leadText(c.say("fact.untold")+" "+c.e.composer.Sentence(s.claim), s.claim)
			return true
		}
	}
	return false
}

// otherBody tells whether it is asked who at one body said what another did.
func (c *composition) otherBody(best *scored) bool {
	body := c.r.body()
	return body != nil && c.asksAtBody() &&
		c.e.canSpeak(best.claim.By) && c.r.wordFit(best) >= 0.8 && c.r.known() > 1 && c.e.index.Relation(best.n, body.ids)&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) == 0
}

// asksAtBody tells whether it is asked "who at the council" did something.
func (c *composition) asksAtBody() bool {
	body, tokens := c.r.body(), c.r.query.Tokens
	return body != nil && body.from >= 2 && body.from <= 3 && tokens[0].Word == "who" && (tokens[1].Word == "at" || c.e.in(tokens[1], "place-preposition"))
}

// mentionTold leads with the claim that tells of somebody having mentioned the accused, where
// that is asked.
func (c *composition) mentionTold() bool {
	speaker := c.r.speaker()
	if speaker == nil {
		if at := slices.IndexFunc(c.r.names, func(n name) bool { return n.speaker }); at >= 0 && c.r.leans {
			speaker = &c.r.names[at]
		}
	}
	if speaker == nil || c.r.intent != "verify" || c.r.aspect != "mention" || len(c.r.accused) != 1 {
		return false
	}
	for _, p := range c.e.index.Entity(speaker.ids[0]) {
		claim := c.e.corpus.Claims[p.Claim]
		if claim.Stance != corpus.Remark && c.e.index.Mentions(claim.Says, c.e.lexicon.Concept("mentioning-verb")) && c.e.speaksOf(claim, c.r.accused) {
			c.why = c.say("why.best")
			c.lead(claim)
			return true
		}
	}
	return false
}

// unmentioned says that somebody names no such party, where it is asked whether they did
// and no report that quotes them tells of it: "did they mention the mill?".
func (c *composition) unmentioned() bool {
	if c.r.intent != "verify" || !c.asks("mentioning-verb") || len(c.r.reports)+len(c.r.figures)+len(c.r.quotes) > 0 || len(c.r.strangers) > 0 {
		return false
	}
	var speaker, other string
	for _, n := range c.r.names {
		switch {
		case n.from < 0 || n.weak:
		case n.from > 1 && c.r.query.Tokens[n.from-1].Word == "by" || n.from > 2 && c.r.query.Tokens[n.from-2].Word == "by":
			speaker = n.ids[0] // "is the mill named by the inspectors?"
		case speaker == "" && n.voice && other == "" && !c.namedBy():
			speaker = n.ids[0]
		case other == "":
			other = n.ids[0]
		}
	}
	if len(c.r.focus) > 0 && (c.asks("they-word") || c.asks("person-pronoun")) && c.e.corpus.Entity(c.r.focus[0].By) != nil && (speaker == "" || other == "") {
		speaker, other = c.r.focus[0].By, speaker+other // "did they name it?", "does she mention it?": those who spoke last
	}
	if other == "" && len(c.r.accused) == 1 {
		other = c.r.accused[0]
	}
	if speaker == "" || other == "" || c.e.speaksForAccused([]string{speaker}) {
		return false
	}
	var own []*corpus.Claim
	for _, p := range c.e.index.Entity(speaker) {
		claim := c.e.corpus.Claims[p.Claim]
		if p.Relation&(corpus.AsSpeaker|corpus.AsOwner) == 0 || claim.Stance == corpus.Remark {
			continue
		}
		if c.told(name{ids: []string{other}}, claim.Report().ID) {
			return false // the report tells of both: its text may well have the one name the other
		}
		own = append(own, claim)
	}
	if len(own) == 0 {
		return false
	}
	best := own[0]
	for _, claim := range own {
		if prominence(claim) > prominence(best) {
			best = claim
		}
	}
	c.why = c.say("why.premise")
	c.leadText(c.say("correct.unmentioned", "speaker", c.bare(speaker), "name", c.bare(other))+" "+c.e.composer.Sentence(best), best)
	return true
}

// namedBy tells whether the question is put in the passive: "named by".
func (c *composition) namedBy() bool {
	for i, t := range c.r.query.Tokens {
		if i > 0 && t.Word == "by" && c.e.in(c.r.query.Tokens[i-1], "mentioning-verb") {
			return true
		}
	}
	return false
}

// byOthers tells whether the claim says who did what one of the two names is, where
// the other is a group that did not.
func (c *composition) byOthers(claim *corpus.Claim, pair []name) bool {
	for i, n := range pair {
		other := pair[1-i]
		if c.e.corpus.Entity(n.ids[0]).Kind == corpus.Group && c.e.corpus.Entity(other.ids[0]).Kind != corpus.Group &&
			len(claim.Actor) > 0 && c.e.index.Relation(c.e.index.Number(claim), other.ids) != 0 {
			return true
		}
	}
	return false
}

// bare is a label without the quotation marks that it may have: the sentence quotes
// nobody.
func (c *composition) bare(id string) string {
	return strings.ReplaceAll(c.e.composer.Label(id), `"`, "")
}

// otherThan corrects a question that gives a deed to one group, or a use to one
// programme, where a claim that has all its other names names another.
func (c *composition) otherThan(found []scored) bool {
	at := slices.IndexFunc(c.r.names, func(n name) bool {
		kind := c.e.corpus.Entity(n.ids[0]).Kind
		return n.from >= 0 && !n.weak && (kind == corpus.Party && n.from+1 < len(c.r.query.Tokens) && c.e.in(c.r.query.Tokens[n.from+1], "doer-noun") || kind == corpus.Group || kind == corpus.Programme && c.r.intent == "verify" || kind == corpus.Asset && c.e.ofAsset(n.ids[0]) != "")
	})
	if at < 0 || len(c.r.names) < 2 {
		return false
	}
	wrong := c.r.names[at]
	for i := range found {
		claim := found[i].claim
		other := c.sameKind(claim, wrong.ids[0])
		if found[i].score < 0.6*found[0].score || other == "" || c.e.index.Relation(found[i].n, wrong.ids) != 0 || slices.ContainsFunc(c.r.names, func(n name) bool {
			relation := c.e.index.Relation(found[i].n, n.ids) | c.e.index.Relation(found[i].n, n.around)
			if c.country(wrong.ids[0]) && !n.speaker {
				relation &= corpus.AsTarget | corpus.AsIncident | corpus.AsAsset | corpus.AsPlace // whom they are asked to have hit, and not who says so
			}
			return n.from >= 0 && n.from != wrong.from && relation == 0
		}) {
			continue
		}
		c.why = c.say("why.premise")
		c.leadText(c.say("correct.actor", "other", c.bare(other), "name", c.bare(wrong.ids[0]))+" "+c.e.composer.Sentence(claim), claim)
		return true
	}
	return false
}

// ofAsset returns the asset that the asset is an example of; empty where it is none.
func (e *Engine) ofAsset(id string) string {
	if entity := e.corpus.Entity(id); entity != nil && entity.Kind == corpus.Asset {
		if owner := e.corpus.Entity(entity.Of); owner != nil && owner.Kind == corpus.Asset {
			return owner.ID
		}
	}
	return ""
}

// sameKind returns what the claim names of the kind that the entity is of: a group as
// the one that acted, one asset of several of a kind, a programme anywhere in it.
func (c *composition) sameKind(claim *corpus.Claim, id string) string {
	kind := c.e.corpus.Entity(id).Kind
	if kind == corpus.Asset {
		at := slices.IndexFunc(claim.Assets, func(other string) bool { return other != id && c.e.ofAsset(other) == c.e.ofAsset(id) })
		if at < 0 {
			return ""
		}
		return claim.Assets[at]
	}
	ids := claim.Actor
	if kind == corpus.Programme {
		for _, m := range c.e.index.Linker.LinkPrinted(language.Split(claim.Says)) {
			ids = append(slices.Clip(ids), m.IDs...)
		}
	}
	if kind == corpus.Party && len(ids) == 0 && claim.Stance == corpus.Alleges { // "what did the southern thieves take?"
		for _, m := range c.e.index.Linker.LinkPrinted(language.Split(claim.Says)) {
			if slices.Contains(m.IDs, claim.Report().Accused) {
				ids = []string{claim.Report().Accused}
			}
		}
	}
	for _, other := range ids {
		if entity := c.e.corpus.Entity(other); entity != nil && entity.Kind == kind {
			return other
		}
	}
	return ""
}

// together tells whether some claim has a part for both names, or for whom they
// belong to.
func (e *Engine) together(a, b name) bool {
	return slices.ContainsFunc(e.index.Entity(a.ids[0]), func(p corpus.Posting) bool {
		return e.index.Relation(p.Claim, b.ids)|e.index.Relation(p.Claim, b.around) != 0
	})
}

// connects tells whether an entity is of a kind that claims connect: who is said
// to have acted, and what was hit.
func (e *Engine) connects(id string) bool {
	switch e.corpus.Entity(id).Kind {
	case corpus.Group, corpus.Incident, corpus.Company:
		return true
	}
	return e.accuses[id]
}

// sameReport tells whether one report tells of both names: its text may connect them
// where no claim does.
func (c *composition) sameReport(a, b name) bool {
	return slices.ContainsFunc(c.e.corpus.Reports, func(r *corpus.Report) bool { return c.told(a, r.ID) && c.told(b, r.ID) })
}
