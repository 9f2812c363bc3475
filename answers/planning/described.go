package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
)

// described answers whether somebody is what the question takes them for (of that country, in
// that employ, of that trade) by how the reports describe them, be it so or otherwise: "is
// the inspector a guild man?". Where they are described nowhere, or of which country they
// are is not told, it is asked for as any other fact.
func (c *Composition) described() {
	name := c.firstName(func(n *reading.Name) bool { return !c.country(n.IDs[0]) })
	if name == nil {
		c.undescribed()
		return
	}
	entity, byCountry := c.p.Corpus.Entity(name.IDs[0]), c.endsInCountry()
	is := entity.Is
	if byCountry && !c.tellsCountry(is) && !(entity.Of != "" && c.country(entity.Of)) {
		is = ""
	}
	var told []*corpus.Claim
	defined := false
	for _, p := range c.p.Index.Entity(entity.ID) {
		claim := c.p.Corpus.Claims[p.Claim]
		if p.Relation&corpus.AsDefined == 0 || claim.Stance == corpus.Remark {
			continue
		}
		defined = true
		if c.saysWhatIs(claim, entity.ID) && (!byCountry || c.tellsCountry(claim.Says)) && !slices.ContainsFunc(told, func(o *corpus.Claim) bool { return o.Report() == claim.Report() }) {
			told = append(told, claim)
		}
	}
	switch {
	case len(told) > 0:
		c.why = c.say("why.definition")
		text := c.p.Composer.Sentence(told[0])
		if is != "" {
			text = c.say("definition.is", "name", c.p.Corpus.Label(entity.ID), "is", is) + " " + text
		}
		c.leadText(text, told[0])
		c.also(told[1:min(2, len(told))]...)
	case is != "" || defined && !byCountry:
		ask := *c.r // what else stands in the question is what they may be, and is not looked for
		ask.Names, ask.Accused, ask.Strangers, ask.UnknownOrgan = []reading.Name{*name}, nil, nil, false
		ask.Terms = slices.Clone(c.r.Terms)
		for i := range ask.Terms {
			ask.Terms[i].Asked = true
		}
		c.r = &ask
		c.planDefinition()
	default:
		c.undescribed()
	}
}

// undescribed asks for it as for any fact: that somebody is of the accused is an accusation.
func (c *Composition) undescribed() {
	if len(c.r.Accused) == 0 && c.endsInCountry() {
		c.planOrigin()
		return
	}
	c.r.Intent, c.r.Aspect = "verify", ""
	c.planDefault()
}

// endsInCountry tells whether the question ends with a country, or with one and what somebody
// of it may be ("is he a Dutch journalist?"), and does not ask in whose employ somebody is.
func (c *Composition) endsInCountry() bool {
	tokens := c.r.Query.Tokens
	if c.asks("employ-word") {
		return false
	}
	return slices.ContainsFunc(c.r.Query.Mentions, func(m corpus.Mention) bool {
		return len(m.IDs) > 0 && c.country(m.IDs[0]) && (m.To == len(tokens) || m.To == len(tokens)-1 && c.p.In(tokens[m.To], "occupation-noun"))
	})
}

func (c *Composition) tellsCountry(text string) bool {
	return slices.ContainsFunc(c.mentioned(text), func(m corpus.Mention) bool { return c.country(m.IDs[0]) })
}

// saysWhatIs tells whether the claim goes "NAME is ...".
func (c *Composition) saysWhatIs(claim *corpus.Claim, id string) bool {
	tokens := language.Split(claim.Says)
	return slices.ContainsFunc(c.mentioned(claim.Says), func(m corpus.Mention) bool {
		return slices.Contains(m.IDs, id) && m.To < len(tokens) && c.p.In(tokens[m.To], "copula")
	})
}
