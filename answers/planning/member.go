package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// fewestListed is how many of a kind a claim names that lists them.
const fewestListed = 3

// memberOf answers whether somebody is on a list that one claim gives in full ("is Dunmore among
// the main buyers?") by that list, whoever is asked about, known to the reports or not.
func (c *Composition) memberOf() bool {
	from, name, kind := c.memberAsked()
	if from < 0 {
		return false
	}
	ask := *c.r
	ask.Intent, ask.Aspect, ask.Facet = "fact", "", ""
	ask.Strangers = nil
	ask.Names = slices.DeleteFunc(slices.Clone(c.r.Names), func(n reading.Name) bool { return n.From == from })
	ask.Terms = slices.DeleteFunc(slices.Clone(c.r.Terms), func(t reading.Term) bool { return t.From == from })
	found := weighing.Distinct(c.p.Choose(&ask, weighing.Filter{Stances: []corpus.Stance{corpus.Alleges, corpus.Context}, Keep: ask.Concerns}))
	for _, s := range found {
		if s.Score < 0.6*found[0].Score || len(ask.Names) > 0 && !s.Named || len(ask.Names) == 0 && s.Fit < enough {
			break
		}
		listed := c.listedIn(s.Claim, kind)
		if len(listed) < fewestListed {
			continue
		}
		c.weighed = found
		if slices.Contains(listed, name) {
			c.why = c.say("why.list")
			c.lead(s.Claim)
			return true
		}
		label := name
		if entity := c.p.Corpus.Entity(name); entity != nil {
			label = c.p.Corpus.Label(name)
		}
		c.why = c.say("why.premise")
		c.leadText(c.say("correct.member", "name", label)+" "+c.p.Composer.Sentence(s.Claim), s.Claim)
		return true
	}
	return false
}

// memberAsked returns the token at which stands who may be on the list, who that is (the id of
// an entity, or a stranger as written), and of which kind; -1 where the question names nobody.
func (c *Composition) memberAsked() (int, string, corpus.Kind) {
	if len(c.r.Strangers) == 1 {
		at := slices.IndexFunc(c.r.Terms, func(t reading.Term) bool { return c.strange(c.r.Query, t) })
		if who := Printable(c.r.Strangers[0]); at >= 0 && who != "" {
			return c.r.Terms[at].From, who, ""
		}
	}
	if len(c.r.Strangers) > 0 {
		return -1, "", ""
	}
	for _, n := range c.r.Names {
		if kind := c.p.Corpus.Entity(n.IDs[0]).Kind; n.From >= 0 && !n.Weak && !n.Speaker && (kind == corpus.Place || kind == corpus.Party || kind == corpus.Company) {
			return n.From, n.IDs[0], kind
		}
	}
	return -1, "", ""
}

// listedIn returns whom the claim's sentence names that are of the kind, countries of either sort;
// those of the kind that it names most of where it is unknown.
func (c *Composition) listedIn(claim *corpus.Claim, kind corpus.Kind) []string {
	of := map[corpus.Kind][]string{}
	for _, m := range c.mentioned(claim.Says) {
		k := c.p.Corpus.Entity(m.IDs[0]).Kind
		if k == corpus.Party {
			k = corpus.Place
		}
		if !slices.Contains(of[k], m.IDs[0]) {
			of[k] = append(of[k], m.IDs[0])
		}
	}
	if kind == corpus.Party {
		kind = corpus.Place
	}
	if kind != "" {
		return of[kind]
	}
	var most []string
	for _, k := range []corpus.Kind{corpus.Place, corpus.Company, corpus.Body, corpus.Person, corpus.Group, corpus.Asset} {
		if len(of[k]) > len(most) {
			most = of[k]
		}
	}
	return most
}
