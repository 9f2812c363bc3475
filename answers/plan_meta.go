package answers

import (
	"cmp"
	"net/url"
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
)

// leadRemark leads with a remark of ours and shows what it is about.
func (c *composition) leadRemark(remark *corpus.Claim) {
	c.why = c.say("why.remark")
	about := c.e.corpus.AboutOf(remark)
	c.leadText(c.e.composer.Sentence(remark), append([]*corpus.Claim{remark}, about...)...)
	for _, claim := range about {
		if len(c.b.Statements) < 3 {
			c.b.Claim(roleOf(claim), claim)
		}
	}
}

// planRemark answers what is odd, missing or alike in the reports.
func (c *composition) planRemark() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if c.r.intent == "discrepancy" && len(c.r.dates) >= 2 && len(c.r.names) > 0 && len(c.sides()) >= 2 {
		c.planCompare()
		return
	}
	if len(c.r.figures) > 0 && c.r.intent == "same" && c.leadTwin() {
		return
	}
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Remark}, anyDate: true, keep: func(claim *corpus.Claim) bool {
		return c.inScope(claim) || slices.ContainsFunc(c.e.corpus.AboutOf(claim), c.inScope)
	}})
	if len(found) > 0 && (found[0].fit >= 0.35 || c.r.leans && found[0].fit >= 0.2) {
		c.weighed = found
		best := found[0]
		for _, s := range found {
			if c.r.intent == "same" && (s.score >= 0.45*best.score || !best.named) && s.named && c.e.index.Mentions(s.claim.Says, c.e.lexicon.Concept("one-same")) {
				best = s
				break
			}
		}
		c.leadRemark(best.claim)
		return
	}
	if len(c.r.reports) > 0 && c.asks("title-word") {
		for i := range c.r.terms {
			c.r.terms[i].Asked = false // "headline" is what to look for
		}
		found = c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Remark}, anyDate: true, keep: c.inScope})
		if len(found) > 0 && found[0].hit && found[0].fit >= 0.3 {
			c.weighed = found
			c.leadRemark(found[0].claim)
			return
		}
	}
	c.planFact()
}

// planVerdict gives both sides and no verdict.
func (c *composition) planVerdict() {
	if reason, ok := c.unknown(); ok && reason == "abstain.name" {
		c.abstain(reason)
		return
	}
	if c.offSubject() {
		c.abstain("abstain.subject")
		return
	}
	if len(c.r.accused) == 0 && len(c.r.names) == 1 && c.otherWay() {
		return
	}
	var accusation *corpus.Claim
	if c.r.specific() {
		found := c.e.choose(c.r, choice{stances: accusing, anyDate: true, keep: c.r.concerns})
		c.weighed = found
		if len(found) > 0 && (found[0].fit >= 0.4 || found[0].named && len(c.r.names) > 0) && (found[0].hit && found[0].words > 4 || len(c.r.names)+len(c.r.figures) > 0) {
			accusation = found[0].claim
		}
	}
	if accusation == nil && c.r.leans && len(c.r.focus) > 0 {
		for _, claim := range c.r.focus {
			if claim.Stance == corpus.Alleges && accusation == nil {
				accusation = claim
			}
		}
	}
	if accusation == nil {
		accusation = c.standing().principal
	}
	if accusation == nil {
		c.abstain("abstain.subject")
		return
	}
	accused := c.e.composer.Name(accusation.Report().Accused)
	id, basis := "verdict", accusation
	if c.e.replyTo(accusation).denial == nil {
		id = "verdict.open"
	}
	text := c.say(id, "accused", accused)
	if remark := c.e.lacking(accusation.Report()); remark != nil {
		text, basis = text+" "+c.say("verdict.lacking"), remark
	}
	c.why = c.say("why.verdict")
	c.leadText(text, basis)
	c.b.Claim(compose.Allegation, accusation)
	c.led = []*corpus.Claim{accusation}
	if r := c.e.replyTo(accusation); r.denial != nil {
		text := c.e.composer.Sentence(r.denial)
		if !r.direct {
			text += " " + c.aside(r.denial, []*corpus.Claim{accusation}, r.older)
			c.label("role.denial.other", r.denial)
		}
		c.b.Add(compose.Denial, text, r.denial)
	}
	c.b.SpareDenial = true
	for _, d := range c.e.occasions([]string{accusation.Report().Accused}) {
		if !c.deniedAlready(d) && len(c.b.Statements) < 4 {
			c.b.Claim(compose.Denial, d)
		}
	}
}

// otherWay gives no verdict on those whom the accused accuses in turn, when the
// question is about them.
func (c *composition) otherWay() bool {
	plain := *c.r
	plain.terms = slices.Clone(c.r.terms)
	for i := range plain.terms {
		plain.terms[i].Asked = plain.terms[i].Asked && !plain.terms[i].Known // "hacker" chooses among the words used
	}
	n := c.r.names[0]
	found := c.e.choose(&plain, choice{stances: []corpus.Stance{corpus.Counters}, keep: func(claim *corpus.Claim) bool {
		return slices.ContainsFunc(claim.Actor, func(id string) bool { return slices.Contains(n.ids, id) })
	}})
	if n.from < 0 || len(found) == 0 {
		return false
	}
	claim := found[0].claim
	c.weighed = found
	c.why = c.say("why.verdict")
	c.leadText(c.say("verdict.other", "accused", c.e.composer.Name(claim.Report().Accused), "name", c.e.composer.Label(n.ids[0])), claim)
	c.b.Claim(compose.Counter, claim)
	c.led = []*corpus.Claim{claim}
	c.counter = claim
	c.denyBeside(claim)
	return true
}

// offSubject tells whether the question names nobody and nothing that the reports
// speak of, and has matters of its own.
func (c *composition) offSubject() bool {
	if len(c.r.names)+len(c.r.accused)+len(c.r.figures)+len(c.r.reports) > 0 || c.r.leans {
		return false
	}
	own, known := 0, 0
	for _, t := range c.r.terms {
		if !t.Asked && !t.light {
			known += boolInt(t.Known)
			own += boolInt(!t.Known)
		}
	}
	return own >= 2 && known <= 1
}

// planLacks answers whether the reports give an admission, an arrest, a
// conviction or proof.
func (c *composition) planLacks() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	facet := c.r.facet
	has := func(claim *corpus.Claim) bool { return c.e.index.Features[c.e.index.Number(claim)].Facets[facet] }
	found := c.e.choose(c.r, choice{keep: has})
	if len(found) > 0 && c.r.known() > 0 && found[0].fit >= 0.45 && found[0].named {
		c.why = c.say("why.best")
		c.lead(found[0].claim)
		return
	}
	if claim := c.worded(); claim != nil {
		c.why = c.say("why.best")
		c.lead(claim)
		return
	}
	for n, claim := range c.e.corpus.Claims[:min(len(c.e.corpus.Claims), considerable)] {
		f := c.e.index.Features[n].Facets
		if claim.Stance == corpus.Remark && c.r.concerns(claim) && f[facet] && !f[corpus.FacetProof] && c.inScope(claim) && (len(c.r.names) == 0 || c.hasNames(claim)) {
			c.leadRemark(claim)
			return
		}
	}
	if facet == corpus.FacetArrest || facet == corpus.FacetConviction {
		c.abstain("abstain." + string(facet))
		return
	}
	c.planVerdict()
}

// worded returns the claim about whom or what the question names that has the
// very word it asks by: a hearing, a charge.
func (c *composition) worded() *corpus.Claim {
	if c.r.facet != corpus.FacetArrest && c.r.facet != corpus.FacetConviction || len(c.r.names)+len(c.r.accused)+len(c.r.party) == 0 {
		return nil
	}
	plain := *c.r
	plain.facet = ""
	plain.terms = slices.Clone(c.r.terms)
	var keywords []term
	for i := range plain.terms {
		if t := &plain.terms[i]; t.Asked && t.Known && c.r.query.Asks != nil && slices.Contains(c.r.query.Asks.Explained, t.From) {
			t.Asked = false
			keywords = append(keywords, *t)
		}
	}
	for _, s := range c.e.choose(&plain, choice{stances: []corpus.Stance{corpus.Alleges, corpus.Context}, keep: c.r.concerns}) {
		if s.named && slices.ContainsFunc(keywords, func(t term) bool { return t.Stem != "" && c.e.has(s.n, term{Term: intent.Term{Stem: t.Stem}}) }) {
			return s.claim
		}
	}
	return nil
}

// planSource names the reports and lines behind the last answer, or behind
// what the question is about.
func (c *composition) planSource() {
	switch {
	case c.r.aspect == "address" && c.address(),
		(c.r.aspect == "author" || c.r.aspect == "published") && c.imprint(),
		c.r.aspect == "credits" && len(c.r.reports) > 0 && c.credits():
		return
	}
	var claims []*corpus.Claim
	switch {
	case len(c.r.quotes) > 0:
		c.planMentions()
		return
	case c.r.leans && len(c.r.focus) > 0 && !c.r.ownContent():
		claims = c.r.focus
	case c.r.specific():
		c.planMentions()
		return
	case len(c.r.reports) > 0 && c.credits():
		return
	default:
		c.listReports(nil)
		return
	}
	first := claims[0]
	var parts []string
	var reports []string
	for _, claim := range claims {
		report := claim.Report()
		if slices.Contains(reports, report.ID) {
			continue
		}
		reports = append(reports, report.ID)
		parts = append(parts, c.say("source.part", "publisher", report.Publisher, "title", report.Title, "date", c.dateOrNone(report)))
	}
	c.why = c.say("why.source")
	c.leadText(c.say("source.lead", "list", c.e.composer.Join(parts)), claims...)
	if first.Stance == corpus.Alleges {
		c.also(first)
	} else {
		c.b.Claim(roleOf(first), first)
	}
	c.led = claims
}

// credits tells whom a report itself draws on.
func (c *composition) credits() bool {
	for i := range c.r.terms {
		c.r.terms[i].Asked = false
	}
	if source := c.e.lexicon.Concept("source"); source != 0 {
		t := term{weight: c.e.index.Rarity(max(1, len(c.e.index.Concept(source))))}
		t.Concepts, t.Known = []language.Concept{source}, true
		c.r.terms = append(c.r.terms[:0:0], t)
	}
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Context}})
	c.weighed = found
	if len(found) == 0 || !found[0].hit || !slices.Contains(c.r.reports, found[0].claim.Report().ID) {
		return false
	}
	c.why = c.say("why.source")
	c.lead(found[0].claim)
	return true
}

// address tells where reports can be found.
func (c *composition) address() bool {
	reports := slices.Clone(c.r.reports)
	if len(reports) == 0 && c.r.leans {
		for _, claim := range c.r.focus {
			reports = appendNew(reports, claim.Report().ID)
		}
	}
	for _, id := range reports {
		report := c.e.corpus.Report(id)
		numbers := c.e.index.InReport(id)
		if report.URL == "" || len(numbers) == 0 {
			continue
		}
		site := report.URL
		if u, err := url.Parse(report.URL); err == nil && u.Host != "" {
			site = u.Host
		}
		id := "source.address"
		if report.URLBasis == string(corpus.Stated) {
			id = "source.address.stated"
		}
		c.leadText(c.say(id, "publisher", report.Publisher, "title", report.Title, "site", site), c.e.front(report))
		c.b.Add(compose.Context, c.say("source.link", "url", report.URL), c.e.front(report))
	}
	c.why = c.say("why.source")
	return len(c.b.Statements) > 0
}

// imprint tells who wrote a report, or when it was published, as far as its copy
// or a remark on it says.
func (c *composition) imprint() bool {
	reports := slices.Clone(c.r.reports)
	if len(reports) == 0 && len(c.r.focus) > 0 {
		reports = append(reports, c.r.focus[0].Report().ID)
	}
	c.why = c.say("why.source")
	for _, id := range reports {
		report := c.e.corpus.Report(id)
		if len(c.e.index.InReport(id)) == 0 {
			continue
		}
		front := c.e.front(report)
		switch {
		case c.r.aspect == "published":
			c.leadText(c.say("source.published", "publisher", report.Publisher, "title", report.Title, "date", c.dateOrNone(report)), front)
		case report.Author != "":
			c.leadText(c.say("source.author", "publisher", report.Publisher, "title", report.Title, "author", report.Author), front)
		default:
			c.leadText(c.say("source.no_author", "publisher", report.Publisher, "title", report.Title), front)
		}
	}
	return len(c.b.Statements) > 0
}

func (c *composition) dateOrNone(r *corpus.Report) string {
	if text := c.e.composer.Date(&r.Published); text != "" {
		return text
	}
	return c.say("undated")
}

// planDefinition tells what something is.
func (c *composition) planDefinition() {
	if reason, ok := c.unknown(); ok {
		c.abstain(reason)
		return
	}
	if len(c.r.names) == 0 && len(c.r.reports) > 0 && c.outlet() {
		return
	}
	var ids []string
	for _, n := range c.r.names {
		ids = append(ids, n.ids...)
	}
	if len(ids) == 0 {
		ids = c.r.accused
	}
	if len(ids) == 0 || c.r.foreign() > 0.2 || len(c.contentTerms()) > 1 {
		c.planFact()
		return
	}
	found := c.e.choose(c.r, choice{stances: []corpus.Stance{corpus.Alleges, corpus.Context, corpus.Denies, corpus.Counters}})
	c.weighed = found
	defines := func(claim *corpus.Claim) bool {
		return slices.ContainsFunc(claim.Defines, func(id string) bool { return slices.Contains(ids, id) })
	}
	slices.SortStableFunc(found, func(a, b scored) int { return cmp.Compare(boolInt(defines(b.claim)), boolInt(defines(a.claim))) })
	if len(found) == 0 {
		c.abstain("abstain.subject")
		return
	}
	entity := c.e.corpus.Entity(ids[0])
	is := entity.Is
	if is == "" && len(entity.Roles) > 0 && entity.Of != "" && !defines(found[0].claim) {
		is = c.e.composer.Fill("definition.role", "role", entity.Roles[0], "owner", c.e.composer.Label(entity.Of))
	}
	c.why = c.say("why.definition")
	best := found[0].claim
	if is != "" {
		c.leadText(c.say("definition.is", "name", c.e.composer.Label(entity.ID), "is", is)+" "+c.e.composer.Sentence(best), best)
	} else {
		c.lead(best)
	}
	for _, s := range found[1:] {
		if len(c.b.Statements) < 3 && s.named && (defines(s.claim) || s.score >= near*found[0].score) && (s.claim.By != best.By || len(s.claim.Figures) > 0) {
			c.also(s.claim)
		}
	}
}

// outlet tells what the publisher of a report is.
func (c *composition) outlet() bool {
	for _, m := range c.r.query.Mentions {
		for _, id := range m.IDs {
			entity := c.e.corpus.Entity(id)
			if len(m.Reports) == 0 || entity.Is == "" || len(c.e.index.InReport(m.Reports[0])) == 0 {
				continue
			}
			report := c.e.corpus.Report(m.Reports[0])
			claim := c.e.front(report)
			c.why = c.say("why.definition")
			c.leadText(c.say("definition.outlet", "name", c.e.composer.Label(id), "is", entity.Is, "title", report.Title), claim)
			return true
		}
	}
	return false
}

func (c *composition) contentTerms() []term {
	var out []term
	for _, t := range c.r.terms {
		if !t.Asked {
			out = append(out, t)
		}
	}
	return out
}

// planMore gives what else the reports say about what was last talked of.
func (c *composition) planMore() {
	if !c.r.leans || len(c.r.focus) == 0 {
		c.planClarify()
		return
	}
	stances := []corpus.Stance{corpus.Alleges, corpus.Context, corpus.Counters}
	if c.r.focus[0].Stance == corpus.Denies || c.r.focus[0].Stance == corpus.Counters {
		stances = replying
	}
	found := distinct(c.e.choose(c.r, choice{exclude: c.r.thread.Claims, facet: c.r.facet, stances: stances}))
	c.weighed = slices.Clone(found)
	focus := c.r.focus[0]
	alike := func(s scored) bool { return s.claim.Report() == focus.Report() && s.claim.Stance == focus.Stance }
	if len(c.r.names) == 0 || focus.Stance != corpus.Alleges && slices.ContainsFunc(found, alike) {
		found = slices.DeleteFunc(found, func(s scored) bool { return !alike(s) })
	} else {
		found = slices.DeleteFunc(found, func(s scored) bool { return !s.named })
	}
	if len(found) == 0 {
		c.abstain("abstain.more")
		return
	}
	c.why = c.say("why.more")
	c.lead(found[0].claim)
	if len(found) > 1 && found[1].score >= near*found[0].score {
		c.also(found[1].claim)
	}
}

// planClarify asks back and offers choices.
func (c *composition) planClarify() {
	c.outcome = Clarify
	c.why = c.say("why.clarify")
	id := "clarify"
	if c.r.facet != "" && c.e.composer.Has("clarify."+string(c.r.facet)) {
		id = "clarify." + string(c.r.facet)
	}
	c.b.Plain(compose.Lead, c.say(id, "accused", c.e.accusedNames()))
	c.ask = c.e.openers(c.r.facet, c.r.parties())
}

// planTalk answers what is not a question about the reports.
func (c *composition) planTalk() {
	c.outcome = Guidance
	c.why = c.say("why.talk")
	c.b.Plain(compose.Lead, c.say("talk."+c.r.intent, "accused", c.e.accusedNames(), "reports", c.e.composer.Reports(len(c.e.corpus.Reports))))
	if c.r.intent != "thanks" && c.r.intent != "insult" {
		c.ask = c.e.openers("", c.r.parties())
	}
}

// planAdvice declines to advise.
func (c *composition) planAdvice() {
	c.abstain("abstain.advice")
}
