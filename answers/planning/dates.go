package planning

import (
	"slices"
	"strconv"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// misdated tells whether the question puts what the claim tells into another year than the
// claim does: that of what happened, or of a reply that in which it was given.
func (c *Composition) misdated(s *weighing.Scored) bool {
	own := s.Claim.Happened
	if own != nil && (s.Claim.Incident == "" || !c.complete(s)) {
		return false // what is not one incident may have happened again
	}
	if own == nil && s.Claim.Stance == corpus.Denies {
		own = s.Claim.Said
	}
	if own == nil || own.Date == "" || s.Dated || len(c.r.Query.Dates) == 0 {
		return false
	}
	told := []int{language.ParseDate(own.Date).Year}
	if at := c.r.Query.Dates[0].From; c.r.Intent != "verify" || c.asks("report-word") || at == 0 || !c.p.In(c.r.Query.Tokens[at-1], "date-preposition") {
		told = append(told, language.ParseDate(s.Claim.Report().Published.Date).Year) // it may well be the article's
	}
	return !slices.ContainsFunc(c.r.Query.Dates, func(d language.Date) bool { return d.Year == 0 || slices.Contains(told, d.Year) })
}

// redate leads with the claim, and says that its date is not that of the question.
func (c *Composition) redate(claim *corpus.Claim) {
	if then := c.spokeThen(claim); then != nil {
		c.leadText(c.say("correct.spoke", "name", c.p.Corpus.Label(claim.By))+" "+c.sentence(then), then)
		c.lead(claim)
		return
	}
	correction := c.say("correct.date")
	if claim.Happened != nil && c.r.Facet != corpus.FacetWhen {
		correction = c.say("correct.dated", "date", c.p.Composer.Date(claim.Happened))
	}
	c.leadText(correction+" "+c.sentence(claim), claim)
}

// spokeThen returns with what the accused replied at the date of the question, where the claim is of one of their
// bodies that spoke at another.
func (c *Composition) spokeThen(claim *corpus.Claim) *corpus.Claim {
	if claim.Stance != corpus.Denies || len(c.r.Query.Dates) != 1 || c.r.Query.Dates[0].Year == 0 || c.p.Accused[claim.By] || c.p.Corpus.Entity(claim.By) == nil {
		return nil
	}
	for _, occasion := range c.p.Occasions(c.r.AboutAccused()) {
		if said := record.SaidOn(occasion); said != "" && occasion.By != claim.By && c.r.Query.Dates[0].Covers(language.ParseDate(said)) {
			return occasion
		}
	}
	return nil
}

// datedAs leads with the claim whose date an article puts in the words that the question gives, where
// it is asked which date that was: "which year is meant by 'last May'?"
func (c *Composition) datedAs() bool {
	if c.r.Facet != corpus.FacetWhen {
		return false
	}
	tokens, words := c.r.Query.Tokens, ""
	switch dates := c.r.Query.Dates; {
	case len(c.r.Quotes) > 0:
		words = c.r.Quotes[len(c.r.Quotes)-1] // behind those of the headline by which it names an article
	case c.asks("year-word") && len(dates) == 1 && dates[0].Year == 0 && dates[0].From > 0:
		words = corpus.Joined(tokens[dates[0].From-1 : dates[0].From+1])
	default:
		return false
	}
	for _, claim := range c.within(c.p.Corpus.Claims) {
		if slices.ContainsFunc(c.r.Figures, func(f language.Figure) bool { return !c.p.Index.FeaturesOf(claim).Has(f) }) || !c.hasNames(claim) {
			continue
		}
		for _, date := range []*corpus.Date{claim.Said, claim.Happened} {
			if date != nil && len(date.Date) >= len("2006") && strings.Contains(corpus.Joined(language.Split(date.Stated)), words) {
				c.why = c.say("why.best")
				c.lead(claim)
				return true
			}
		}
	}
	return false
}

// countBack calculates the year that lies so many years before another, or before the one in which the
// speaker named spoke, and tells what the same report has of that year.
func (c *Composition) countBack() bool {
	tokens := c.r.Query.Tokens
	at := slices.IndexFunc(c.r.Query.Figures, func(f language.Figure) bool {
		return f.To < len(tokens) && tokens[f.To].Stem == "year" && f.Value >= 1 && f.Value < 100 && f.Value == float64(int(f.Value))
	})
	if at < 0 {
		return false
	}
	years := int(c.r.Query.Figures[at].Value)
	base := 0
	if len(c.r.Query.Dates) == 1 {
		base = c.r.Query.Dates[0].Year
	}
	reports := slices.Clone(c.r.Reports)
	if speaker := c.r.Voice(); speaker != nil {
		for _, p := range c.p.Index.Entity(speaker.IDs[0]) {
			if claim := c.p.Corpus.Claims[p.Claim]; p.Relation&corpus.AsSpeaker != 0 && len(reports) < 2 {
				reports = record.AppendNew(reports, claim.Report().ID)
				if said := record.SaidOn(claim); base == 0 && said != "" {
					base = language.ParseDate(said).Year
				}
			}
		}
	}
	if base == 0 || len(reports) == 0 {
		return false
	}
	year := language.Date{Year: base - years}
	var told []*corpus.Claim
	for _, n := range c.p.Index.InReport(reports[0]) {
		if claim := c.p.Corpus.Claims[n]; claim.Stance != corpus.Remark && c.r.Concerns(claim) && slices.ContainsFunc(c.p.Index.FeaturesOf(claim).Spans, func(s corpus.Span) bool { return !s.Said && s.From == s.To && s.Covers(year) }) {
			told = append(told, claim)
		}
	}
	if len(told) == 0 {
		return false
	}
	c.why = c.say("why.elapsed")
	c.leadText(c.say("elapsed.back", "span", c.units(years, "years"), "from", strconv.Itoa(base), "year", strconv.Itoa(year.Year))+" "+c.p.Composer.Sentence(told[0]), told[0])
	c.also(told[1:min(len(told), 3)]...)
	return true
}
