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

// unconnected says that no claim connects two names of the question, and gives
// what the reports tell of each.
func (c *Composition) unconnected(found []weighing.Scored) bool {
	var strong []reading.Name
	linked := c.asks("linking-asking") // of those, common names, too
	for _, n := range c.r.Names {
		if n.From >= 0 && !n.Weak && (linked || n.Weight >= c.p.CommonName) && c.p.connects(n.IDs[0]) {
			strong = append(strong, n)
		}
	}
	if len(strong) != 2 || slices.ContainsFunc(found, func(s weighing.Scored) bool { return s.Named }) || c.p.together(strong[0], strong[1]) {
		return false
	}
	first := found[0]
	alike := c.p.Corpus.Entity(strong[0].IDs[0]).Kind == c.p.Corpus.Entity(strong[1].IDs[0]).Kind
	for _, s := range found {
		if slices.ContainsFunc(strong, func(n reading.Name) bool { return n.Speaker && c.p.Index.Relation(s.N, n.IDs)&corpus.AsSpeaker != 0 }) && s.Facet && s.Score >= 0.3*found[0].Score {
			first = s // what the one who is asked about does say
			break
		}
		if alike && c.p.Index.Relation(s.N, strong[0].IDs) != 0 && s.Score >= 0.3*found[0].Score {
			first = s // what the question is about comes first in it
			break
		}
		if !alike && c.byOthers(s.Claim, strong) && s.Score >= 0.3*found[0].Score {
			first = s // who else is said to have done it
			break
		}
	}
	others := c.ofTheOther(found, first, strong)
	c.why = c.say("why.premise")
	if c.sameReport(strong[0], strong[1]) {
		c.lead(append([]*corpus.Claim{first.Claim}, others...)...) // the article itself may connect them, where no claim does
		return true
	}
	c.leadText(c.say("correct.names", "a", c.bare(strong[0].IDs[0]), "b", c.bare(strong[1].IDs[0]))+" "+c.p.Composer.Sentence(first.Claim), first.Claim)
	c.also(others...)
	return true
}

// ofTheOther returns an accusation that has to do with that of two names which the first claim
// leaves out; none where there is no such accusation.
func (c *Composition) ofTheOther(found []weighing.Scored, first weighing.Scored, names []reading.Name) []*corpus.Claim {
	other := names[0]
	if c.p.Index.Relation(first.N, other.IDs) != 0 {
		other = names[1]
	}
	fits := func(s weighing.Scored) bool {
		return s.Claim.Stance == corpus.Alleges && s.Claim != first.Claim && c.p.Index.Relation(s.N, other.IDs) != 0
	}
	at := slices.IndexFunc(found, fits)
	if at < 0 {
		sub := *c.r
		sub.Names, sub.Dates = []reading.Name{other}, nil
		found = c.p.Choose(&sub, weighing.Filter{Stances: accusing})
		at = slices.IndexFunc(found, fits)
	}
	if at < 0 {
		return nil
	}
	return []*corpus.Claim{found[at].Claim}
}

// unlikeAsked tells whether what was found has few of the words of the question, or a figure was
// asked about of which the speaker says nothing of those named.
func (c *Composition) unlikeAsked(found []weighing.Scored) bool {
	if len(found) == 0 {
		return false
	}
	return c.r.KnownWords() > 1 && found[0].WordFit(c.r) < 0.5 ||
		len(c.r.Figures) > 0 && !slices.ContainsFunc(found, func(s weighing.Scored) bool { return s.Spoken && s.Named })
}

// whySaid corrects a question why somebody said what no report has them say: with whose words
// these are, or with what they do say of the figure or the names in it.
func (c *Composition) whySaid(found []weighing.Scored) bool {
	speaker := c.r.Speaker()
	if c.r.First().Word != "why" || speaker == nil || c.r.Leans || !c.asks("say") && !c.asks("accuse") && !c.asks("call") || !c.p.EverSpeaks(speaker.IDs) && !c.p.AskedForWords(c.p.Corpus.Entity(speaker.IDs[0]).Kind) {
		return false
	}
	at := slices.IndexFunc(found, func(s weighing.Scored) bool {
		return s.Spoken && s.Claim.Stance == corpus.Alleges && (len(c.r.Figures) > 0 && s.Figure || s.Hit && slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
			return n.From >= 0 && n.From != speaker.From
		}))
	})
	if at < 0 {
		return c.saidByOthers(speaker)
	}
	c.why = c.say("why.premise")
	c.leadText(c.say("correct.words", "name", c.p.Corpus.Label(speaker.IDs[0]))+" "+c.p.Composer.Sentence(found[at].Claim), found[at].Claim)
	return true
}

// saidByOthers leads with somebody else's claim that has all the words which the question gives to
// the speaker, two at least.
func (c *Composition) saidByOthers(speaker *reading.Name) bool {
	ask := *c.r
	ask.Facet, ask.Names = "", slices.DeleteFunc(slices.Clone(c.r.Names), func(n reading.Name) bool { return n.From == speaker.From })
	found := c.p.Choose(&ask, weighing.Filter{AnyDate: true})
	if len(found) == 0 || !found[0].Hit || c.r.KnownWords() < 2 || found[0].WordFit(c.r) < 0.7 || c.p.Index.Relation(found[0].N, speaker.IDs)&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) != 0 {
		return false
	}
	c.notTheirs(&found[0])
	return true
}

// notAmong corrects a question that puts a country among those that an incident hit, where
// the claim that has all its other words lists others.
func (c *Composition) notAmong(best *weighing.Scored) bool {
	var missing, found []reading.Name
	for _, n := range c.r.Names {
		switch {
		case n.From < 0 || n.Weak:
		case c.p.Index.Relation(best.N, n.IDs)|c.p.Index.Relation(best.N, n.Around) == 0:
			missing = append(missing, n)
		default:
			found = append(found, n)
		}
	}
	listed := slices.DeleteFunc(slices.Clone(best.Claim.Targets), func(id string) bool { return c.p.Corpus.Entity(id) == nil || !c.country(id) })
	if len(missing) != 1 || len(found) == 0 || len(listed) < 2 || !c.country(missing[0].IDs[0]) || c.p.together(missing[0], found[0]) {
		return false
	}
	c.why = c.say("why.premise")
	c.leadText(c.say("correct.names", "a", c.bare(missing[0].IDs[0]), "b", c.bare(found[0].IDs[0]))+" "+c.p.Composer.Sentence(best.Claim), best.Claim)
	return true
}

// otherBody tells whether it is asked who at one body said what another did.
func (c *Composition) otherBody(best *weighing.Scored) bool {
	body := c.r.GivenVoice()
	return body != nil && c.asksAtBody() &&
		c.p.SaysThings(best.Claim.By) && best.WordFit(c.r) >= 0.8 && c.r.KnownWords() > 1 && c.p.Index.Relation(best.N, body.IDs)&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) == 0
}

// asksAtBody tells whether it is asked "who at the council" did something.
func (c *Composition) asksAtBody() bool {
	body, tokens := c.r.GivenVoice(), c.r.Query.Tokens
	return body != nil && body.From >= 2 && body.From <= 3 && tokens[0].Word == "who" && (tokens[1].Word == "at" || c.p.In(tokens[1], "place-preposition"))
}

// mentionTold leads with the claim that tells of somebody having mentioned the accused, where
// that is asked.
func (c *Composition) mentionTold() bool {
	speaker := c.r.Speaker()
	if speaker == nil {
		if at := slices.IndexFunc(c.r.Names, func(n reading.Name) bool { return n.Speaker }); at >= 0 && c.r.Leans {
			speaker = &c.r.Names[at]
		}
	}
	if speaker == nil || c.r.Intent != "verify" || c.r.Aspect != "mention" || len(c.r.Accused) != 1 {
		return false
	}
	for _, p := range c.p.Index.Entity(speaker.IDs[0]) {
		claim := c.p.Corpus.Claims[p.Claim]
		if claim.Stance != corpus.Remark && c.p.Index.Mentions(claim.Says, c.p.Lexicon.Concept("mentioning-verb")) && c.p.SpeaksOf(claim, c.r.Accused) {
			c.why = c.say("why.best")
			c.lead(claim)
			return true
		}
	}
	return false
}

// unmentioned says that somebody names no such party, where it is asked whether they did
// and no report that quotes them tells of it: "did they mention the mill?".
func (c *Composition) unmentioned() bool {
	if c.r.Intent != "verify" || !c.asks("mentioning-verb") || len(c.r.Reports)+len(c.r.Figures)+len(c.r.Quotes) > 0 || len(c.r.Strangers) > 0 {
		return false
	}
	var speaker, other string
	for _, n := range c.r.Names {
		switch {
		case n.From < 0 || n.Weak:
		case n.From > 1 && c.r.Query.Tokens[n.From-1].Word == "by" || n.From > 2 && c.r.Query.Tokens[n.From-2].Word == "by":
			speaker = n.IDs[0] // "is the mill named by the inspectors?"
		case speaker == "" && n.Voice && other == "":
			speaker = n.IDs[0]
		case other == "":
			other = n.IDs[0]
		}
	}
	if len(c.r.Focus) > 0 && (c.asks("they-word") || c.asks("person-pronoun")) && c.p.Corpus.Entity(c.r.Focus[0].By) != nil && (speaker == "" || other == "") {
		speaker, other = c.r.Focus[0].By, speaker+other // "did they name it?", "does she mention it?": those who spoke last
	}
	if other == "" && len(c.r.Accused) == 1 {
		other = c.r.Accused[0]
	}
	if speaker == "" || other == "" || c.p.BelongsToAccused([]string{speaker}) {
		return false
	}
	var own []*corpus.Claim
	for _, p := range c.p.Index.Entity(speaker) {
		claim := c.p.Corpus.Claims[p.Claim]
		if p.Relation&(corpus.AsSpeaker|corpus.AsOwner) == 0 || claim.Stance == corpus.Remark {
			continue
		}
		if c.reportNames(reading.Name{IDs: []string{other}}, claim.Report().ID) {
			return false // the report tells of both: its text may well have the one name the other
		}
		own = append(own, claim)
	}
	if len(own) == 0 {
		return false
	}
	best := own[0]
	for _, claim := range own {
		if record.Prominence(claim) > record.Prominence(best) {
			best = claim
		}
	}
	c.why = c.say("why.premise")
	c.leadText(c.say("correct.unmentioned", "speaker", c.bare(speaker), "name", c.bare(other))+" "+c.p.Composer.Sentence(best), best)
	return true
}

// byOthers tells whether the claim says who did what one of the two names is, where
// the other is a group that did not.
func (c *Composition) byOthers(claim *corpus.Claim, pair []reading.Name) bool {
	for i, n := range pair {
		other := pair[1-i]
		if c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Group && c.p.Corpus.Entity(other.IDs[0]).Kind != corpus.Group &&
			len(claim.Actor) > 0 && c.p.Index.Relation(c.p.Index.Number(claim), other.IDs) != 0 {
			return true
		}
	}
	return false
}

// bare is a label without the quotation marks that it may have: the sentence quotes
// nobody.
func (c *Composition) bare(id string) string {
	return strings.ReplaceAll(c.p.Corpus.Label(id), `"`, "")
}

// aroundOnly tells whether the best claim is only on the country of one whom the question names, and another is
// on that very one: "why did that gang attack the northern mills?", of which another gang is accused.
func (c *Composition) aroundOnly(best *weighing.Scored, found []weighing.Scored) bool {
	return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && !n.Weak && len(n.Around) > 0 && c.p.Index.Relation(best.N, n.IDs) == 0 && slices.ContainsFunc(found, func(s weighing.Scored) bool {
			return c.p.Index.Relation(s.N, n.IDs)&corpus.AsTarget != 0
		})
	})
}

// otherThan corrects a question that gives a deed to one group, or a use to one
// programme, where a claim that has all its other names names another.
func (c *Composition) otherThan(found []weighing.Scored) bool {
	at := slices.IndexFunc(c.r.Names, func(n reading.Name) bool {
		kind := c.p.Corpus.Entity(n.IDs[0]).Kind
		return n.From >= 0 && !n.Weak && (kind == corpus.Party && n.From+1 < len(c.r.Query.Tokens) && c.p.In(c.r.Query.Tokens[n.From+1], "doer-noun") || kind == corpus.Group || kind == corpus.Programme && c.r.Intent == "verify" || kind == corpus.Asset && c.p.ofAsset(n.IDs[0]) != "")
	})
	if at < 0 || len(c.r.Names) < 2 {
		return false
	}
	wrong := c.r.Names[at]
	if c.country(wrong.IDs[0]) && found[0].Spoken && c.p.Index.Relation(found[0].N, wrong.IDs) != 0 {
		c.why = c.say("why.premise") // of these the same speaker says something else
		c.leadText(c.say("fact.untold")+" "+c.p.Composer.Sentence(found[0].Claim), found[0].Claim)
		return true
	}
	for i := range found {
		claim := found[i].Claim
		other := c.sameKind(claim, wrong.IDs[0])
		if found[i].Score < 0.6*found[0].Score || other == "" || c.p.Index.Relation(found[i].N, wrong.IDs) != 0 || slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
			relation := c.p.Index.Relation(found[i].N, n.IDs) | c.p.Index.Relation(found[i].N, n.Around)
			if c.country(wrong.IDs[0]) && !n.Speaker {
				relation &= corpus.AsTarget | corpus.AsIncident | corpus.AsAsset | corpus.AsPlace // whom they are asked to have hit, and not who says so
			}
			return n.From >= 0 && n.From != wrong.From && relation == 0
		}) {
			continue
		}
		c.why = c.say("why.premise")
		c.leadText(c.say("correct.actor", "other", c.bare(other), "name", c.bare(wrong.IDs[0]))+" "+c.p.Composer.Sentence(claim), claim)
		return true
	}
	return false
}

// ofAsset returns the asset that the asset is an example of; empty where it is none.
func (p *Planner) ofAsset(id string) string {
	if entity := p.Corpus.Entity(id); entity != nil && entity.Kind == corpus.Asset {
		if owner := p.Corpus.Entity(entity.Of); owner != nil && owner.Kind == corpus.Asset {
			return owner.ID
		}
	}
	return ""
}

// sameKind returns what the claim names of the kind that the entity is of: a group as
// the one that acted, one asset of several of a kind, a programme anywhere in it.
func (c *Composition) sameKind(claim *corpus.Claim, id string) string {
	kind := c.p.Corpus.Entity(id).Kind
	if kind == corpus.Asset {
		at := slices.IndexFunc(claim.Assets, func(other string) bool { return other != id && c.p.ofAsset(other) == c.p.ofAsset(id) })
		if at < 0 {
			return ""
		}
		return claim.Assets[at]
	}
	ids := claim.Actor
	if kind == corpus.Programme {
		for _, m := range c.p.Index.Linker.LinkPrinted(language.Split(claim.Says)) {
			ids = append(slices.Clip(ids), m.IDs...)
		}
	}
	if kind == corpus.Party && len(ids) == 0 && claim.Stance == corpus.Alleges { // "what did the southern thieves take?"
		for _, m := range c.p.Index.Linker.LinkPrinted(language.Split(claim.Says)) {
			if slices.Contains(m.IDs, claim.Report().Accused) {
				ids = []string{claim.Report().Accused}
			}
		}
	}
	for _, other := range ids {
		if entity := c.p.Corpus.Entity(other); entity != nil && entity.Kind == kind {
			return other
		}
	}
	return ""
}

// together tells whether some claim has a part for both names, or for whom they
// belong to.
func (p *Planner) together(a, b reading.Name) bool {
	return slices.ContainsFunc(p.Index.Entity(a.IDs[0]), func(posting corpus.Posting) bool {
		return p.Index.Relation(posting.Claim, b.IDs)|p.Index.Relation(posting.Claim, b.Around) != 0
	})
}

// connects tells whether an entity is of a kind that claims connect: who is said
// to have acted, and what was hit.
func (p *Planner) connects(id string) bool {
	switch p.Corpus.Entity(id).Kind {
	case corpus.Group, corpus.Incident, corpus.Company:
		return true
	}
	return p.Accuses[id]
}

// sameReport tells whether one report tells of both names: its text may connect them
// where no claim does.
func (c *Composition) sameReport(a, b reading.Name) bool {
	return slices.ContainsFunc(c.p.Corpus.Reports, func(r *corpus.Report) bool { return c.reportNames(a, r.ID) && c.reportNames(b, r.ID) })
}
