package planning

import (
	"net/url"
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// planSource names the reports and lines behind the last answer, or behind
// what the question is about.
func (c *Composition) planSource() {
	if c.r.Aspect == "credits" && len(c.r.Reports) == 0 && len(c.r.Focus) > 0 {
		c.r.Reports = []string{c.r.Focus[0].Report().ID} // "which sources does that one credit?"
		c.r.Names = nil
	}
	if c.r.Aspect == "published" && len(c.r.Reports) == 0 && len(c.r.Dates) > 0 && c.r.Speaker() != nil {
		c.r.Intent, c.r.Aspect, c.r.Facet = "fact", "", corpus.FacetWhen // "in which month of 2022 did the Courier print it?": no report of ours
		c.planFact()
		return
	}
	switch {
	case c.r.Aspect == "address" && c.leadAddress(),
		(c.r.Aspect == "author" || c.r.Aspect == "published" || c.r.Aspect == "publisher" || c.r.Aspect == "title") && c.leadImprint(),
		c.r.Aspect == "credits" && len(c.r.Reports) > 0 && c.leadCredits():
		return
	}
	var claims []*corpus.Claim
	switch {
	case len(c.r.Quotes) > 0:
		c.planMentions()
		return
	case c.r.Leans && len(c.r.Focus) > 0 && (len(c.r.Focus[0].Via) > 0 && (c.asks("media") || c.asks("news-agency")) || c.saidByOutlet(c.r.Focus[0]) && c.opening() == "whose"):
		c.why = c.say("why.source")
		c.lead(c.r.Focus[0]) // by way of whom it came is in its sentence
		return
	case c.r.Leans && len(c.r.Focus) > 0 && !c.r.OwnContent():
		claims = c.r.Focus
	case c.r.Specific():
		c.planMentions()
		return
	case len(c.r.Reports) > 0 && c.leadCredits():
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
	c.leadText(c.say("source.lead", "list", c.p.Composer.Join(parts)), claims...)
	if first.Stance == corpus.Alleges {
		c.also(first)
	} else {
		c.b.Claim(c.roleOf(first), first)
	}
	c.led = claims
}

// leadCredits tells whom a report itself draws on.
func (c *Composition) leadCredits() bool {
	if c.asks("original-word") && c.leadCopied() {
		return true
	}
	if c.asks("copy-word") {
		c.abstain("abstain.subject") // "is it a reprint?"
		return true
	}
	for i := range c.r.Terms {
		c.r.Terms[i].Asked = false
	}
	if source := c.p.Lexicon.Concept("source"); source != 0 {
		t := reading.Term{Weight: c.p.Index.Rarity(max(1, len(c.p.Index.Concept(source))))}
		t.Concepts, t.Known = []language.Concept{source}, true
		c.r.Terms = append(c.r.Terms[:0:0], t)
	}
	found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Context}})
	c.weighed = found
	if len(found) == 0 || !found[0].Hit || !slices.Contains(c.r.Reports, found[0].Claim.Report().ID) {
		return false
	}
	c.why = c.say("why.source")
	c.lead(found[0].Claim)
	return true
}

// leadCopied tells what is known of where the text of a report first stood.
func (c *Composition) leadCopied() bool {
	for _, id := range c.r.Reports {
		for _, n := range c.p.Index.InReport(id) {
			if remark := c.p.Corpus.Claims[n]; remark.Stance == corpus.Remark && c.p.Index.Mentions(remark.Says, c.p.Lexicon.Concept("copy-word")) {
				c.leadRemark(remark)
				return true
			}
		}
	}
	return false
}

// leadAddress tells where reports can be found.
func (c *Composition) leadAddress() bool {
	reports := slices.Clone(c.r.Reports)
	if len(reports) == 0 && c.r.Leans {
		for _, claim := range c.r.Focus {
			reports = record.AppendNew(reports, claim.Report().ID)
		}
	}
	for _, id := range reports {
		report := c.p.Corpus.Report(id)
		numbers := c.p.Index.InReport(id)
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
		c.leadText(c.say(id, "publisher", report.Publisher, "title", report.Title, "site", site), c.p.front(report))
		c.b.Add(compose.Context, c.say("source.link", "url", report.URL), c.p.front(report))
	}
	c.why = c.say("why.source")
	return len(c.b.Statements) > 0
}

// leadImprint tells how a report is headed, who wrote it, who published it or when, as far as its copy
// or a remark on it says.
func (c *Composition) leadImprint() bool {
	reports := slices.Clone(c.r.Reports)
	if parties := c.r.AboutAccused(); len(reports) == 0 && len(parties) == 1 && len(c.p.AllAccused) > 1 {
		for _, report := range c.p.Corpus.Reports { // "the article about the mine": the one on that accused
			if report.Accused == parties[0] {
				reports = append(reports, report.ID)
			}
		}
		if len(reports) > 2 {
			reports = nil
		}
	}
	if len(reports) == 0 && (c.r.Aspect == "author" || c.r.Leans && c.ownNames() > 0) {
		reports = c.tellingMost()
	}
	if len(reports) == 0 && len(c.r.Focus) > 0 {
		reports = append(reports, c.r.Focus[0].Report().ID)
	}
	c.why = c.say("why.source")
	for _, id := range reports {
		report := c.p.Corpus.Report(id)
		if len(c.p.Index.InReport(id)) == 0 {
			continue
		}
		front := c.p.front(report)
		switch {
		case c.r.Aspect == "title":
			c.leadText(c.say("source.title", "publisher", report.Publisher, "title", report.Title), front)
			for _, n := range c.p.Index.InReport(id) {
				if remark := c.p.Corpus.Claims[n]; remark.Stance == corpus.Remark && c.p.Index.Mentions(remark.Says, c.p.Lexicon.Concept("headline-word")) {
					c.leadRemark(remark) // what the text makes of it
					break
				}
			}
		case c.r.Aspect == "publisher":
			c.leadText(c.say("source.publisher", "publisher", report.Publisher, "title", report.Title), front)
		case c.r.Aspect == "published":
			c.leadText(c.say("source.published", "publisher", report.Publisher, "title", report.Title, "date", c.dateOrNone(report)), front)
		case report.Author != "":
			c.leadText(c.say("source.author", "publisher", report.Publisher, "title", report.Title, "author", report.Author), front)
		default:
			c.leadText(c.say("source.no_author", "publisher", report.Publisher, "title", report.Title), front)
		}
	}
	return len(c.b.Statements) > 0
}

// tellingMost returns the one or two reports that tell most of what the question
// names ("the article about the gifts"); none where more tell as much.
func (c *Composition) tellingMost() []string {
	claims := map[string]int{}
	most := 0
	for _, n := range c.r.Names {
		postings := c.p.Index.Entity(n.IDs[0])
		for _, p := range postings[:min(len(postings), record.MostClaims)] {
			if claim := c.p.Corpus.Claims[p.Claim]; n.From >= 0 && claim.Stance != corpus.Remark {
				claims[claim.Report().ID]++
				most = max(most, claims[claim.Report().ID])
			}
		}
	}
	if most == 0 {
		found := c.p.Choose(c.r, weighing.Filter{})
		if len(found) > 0 && found[0].Hit && found[0].Fit >= enough {
			return []string{found[0].Claim.Report().ID}
		}
	}
	var out []string
	for _, report := range c.p.Corpus.Reports {
		if n := claims[report.ID]; n > 0 && 2*n > most {
			out = append(out, report.ID)
		}
	}
	if len(out) > 2 {
		return nil
	}
	return out
}

func (c *Composition) dateOrNone(r *corpus.Report) string {
	if text := c.p.Composer.Date(&r.Published); text != "" {
		return text
	}
	return c.say("undated")
}

// heardFrom answers how an article came by what it reports of somebody: with the claim that tells
// through whom it has it.
func (c *Composition) heardFrom() bool {
	if len(c.r.Reports) != 1 || c.ownNames() == 0 || !c.asks("learning-word") {
		return false
	}
	found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Alleges, corpus.Denies, corpus.Counters}, Keep: func(claim *corpus.Claim) bool {
		return claim.Report().ID == c.r.Reports[0] && len(claim.Via) > 0
	}})
	at := slices.IndexFunc(found, func(s weighing.Scored) bool {
		return s.Named && !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From >= 0 && c.p.Index.Relation(s.N, n.IDs) == 0 })
	})
	if at < 0 {
		return false
	}
	if own := slices.IndexFunc(found, func(s weighing.Scored) bool {
		return s.Claim.Stance == corpus.Alleges && s.Named && s.Score >= 0.5*found[at].Score
	}); own >= 0 && found[at].Claim.Stance != corpus.Alleges && !c.asks("deny") && !c.asks("reply") {
		at = own // what they say, before the reply to it
	}
	c.why = c.say("why.best")
	c.lead(found[at].Claim)
	return true
}

// madeFor tells for whom somebody wrote what an article draws on: "for which paper was the piece
// written that it quotes?"
func (c *Composition) madeFor() bool {
	tokens := c.r.Query.Tokens
	if len(tokens) < 3 || !c.asks("publisher-word") || !c.asks("making-verb") || tokens[0].Word != "for" && tokens[len(tokens)-1].Word != "for" {
		return false
	}
	for _, claim := range c.within(c.p.Corpus.Claims) {
		if claim.Stance != corpus.Remark && c.p.saysPhrase(claim, "made-for") && c.r.Concerns(claim) {
			c.why = c.say("why.source")
			c.lead(claim)
			return true
		}
	}
	return false
}

// saidByOutlet tells whether the claim is what another paper says, which the article passes on.
func (c *Composition) saidByOutlet(claim *corpus.Claim) bool {
	entity := c.p.Corpus.Entity(claim.By)
	return entity != nil && entity.Kind == corpus.Outlet
}
