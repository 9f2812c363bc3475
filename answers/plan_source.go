package answers

import (
	"net/url"
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// planSource names the reports and lines behind the last answer, or behind
// what the question is about.
func (c *composition) planSource() {
	if c.r.aspect == "credits" && len(c.r.reports) == 0 && len(c.r.focus) > 0 {
		c.r.reports = []string{c.r.focus[0].Report().ID} // "which sources does that one credit?"
		c.r.names = nil
	}
	switch {
	case c.r.aspect == "address" && c.address(),
		(c.r.aspect == "author" || c.r.aspect == "published" || c.r.aspect == "publisher" || c.r.aspect == "title") && c.imprint(),
		c.r.aspect == "credits" && len(c.r.reports) > 0 && c.credits():
		return
	}
	var claims []*corpus.Claim
	switch {
	case len(c.r.quotes) > 0:
		c.planMentions()
		return
	case c.r.leans && len(c.r.focus) > 0 && len(c.r.focus[0].Via) > 0 && (c.asks("media") || c.asks("news-agency")):
		c.why = c.say("why.source")
		c.lead(c.r.focus[0]) // by way of whom it came is in its sentence
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
		c.b.Claim(c.roleOf(first), first)
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

// imprint tells how a report is headed, who wrote it, who published it or when, as far as its copy
// or a remark on it says.
func (c *composition) imprint() bool {
	reports := slices.Clone(c.r.reports)
	if parties := c.r.parties(); len(reports) == 0 && len(parties) == 1 && len(c.e.parties) > 1 {
		for _, report := range c.e.corpus.Reports { // "the article about the mine": the one on that accused
			if report.Accused == parties[0] {
				reports = append(reports, report.ID)
			}
		}
		if len(reports) > 2 {
			reports = nil
		}
	}
	if len(reports) == 0 && c.r.aspect == "author" {
		reports = c.tellingMost()
	}
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
		case c.r.aspect == "title":
			c.leadText(c.say("source.title", "publisher", report.Publisher, "title", report.Title), front)
			for _, n := range c.e.index.InReport(id) {
				if remark := c.e.corpus.Claims[n]; remark.Stance == corpus.Remark && c.e.index.Mentions(remark.Says, c.e.lexicon.Concept("headline-word")) {
					c.leadRemark(remark) // what the text makes of it
					break
				}
			}
		case c.r.aspect == "publisher":
			c.leadText(c.say("source.publisher", "publisher", report.Publisher, "title", report.Title), front)
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

// tellingMost returns the one or two reports that tell most of what the question
// names ("the article about the gifts"); none where more tell as much.
func (c *composition) tellingMost() []string {
	claims := map[string]int{}
	most := 0
	for _, n := range c.r.names {
		postings := c.e.index.Entity(n.ids[0])
		for _, p := range postings[:min(len(postings), considerable)] {
			if claim := c.e.corpus.Claims[p.Claim]; n.from >= 0 && claim.Stance != corpus.Remark {
				claims[claim.Report().ID]++
				most = max(most, claims[claim.Report().ID])
			}
		}
	}
	if most == 0 {
		found := c.e.choose(c.r, choice{})
		if len(found) > 0 && found[0].hit && found[0].fit >= enough {
			return []string{found[0].claim.Report().ID}
		}
	}
	var out []string
	for _, report := range c.e.corpus.Reports {
		if n := claims[report.ID]; n > 0 && 2*n > most {
			out = append(out, report.ID)
		}
	}
	if len(out) > 2 {
		return nil
	}
	return out
}

func (c *composition) dateOrNone(r *corpus.Report) string {
	if text := c.e.composer.Date(&r.Published); text != "" {
		return text
	}
	return c.say("undated")
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
