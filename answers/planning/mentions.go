package planning

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// listReports names the reports, all of them or those about the accused given.
func (c *Composition) listReports(accused []string) {
	var parts []string
	var claims []*corpus.Claim
	others := len(accused) > 0 && slices.ContainsFunc(c.r.Query.Tokens, func(t language.Token) bool { return c.p.In(t, "contrast-word") })
	for _, r := range c.p.ByDate {
		if len(c.p.Index.InReport(r.ID)) == 0 || len(accused) > 0 && slices.Contains(accused, r.Accused) == others {
			continue
		}
		parts = append(parts, c.say("report.named", "publisher", r.Publisher, "title", r.Title))
		claims = append(claims, c.p.front(r))
	}
	if len(claims) == 0 {
		c.abstain("abstain.subject")
		return
	}
	c.why = c.say("why.list")
	c.long = true
	id := "list.reports"
	if len(parts) < len(c.p.ByDate) {
		id = "list.reports.on"
	}
	c.leadText(c.say(id, "reports", c.p.Composer.Reports(len(parts)), "list", c.p.Composer.Join(parts), "accused", c.p.Corpus.Name(claims[0].Report().Accused)), claims...)
}

// datedReports names the reports from the oldest to the newest, with the date of
// each: which comes first is for the reader to see where dates are no finer.
func (c *Composition) datedReports() {
	var asked language.Date
	if len(c.r.Dates) == 1 {
		asked = c.r.Dates[0] // "how many are of that year?"
	}
	exact := asked.Year != 0 && c.ofThatYear(asked.Year, asked.Year)
	all, of := c.p.ByDate, []*corpus.Report(nil)
	for _, r := range all {
		published := language.ParseDate(r.Published.Date)
		if asked.Year != 0 && c.ofThatYear(published.Year, asked.Year) && !(exact && asked.Month != 0 && published.Month != asked.Month) {
			of = append(of, r)
		}
	}
	c.why = c.say("why.list")
	c.long = true
	switch date := compose.PlainDate(asked.String()); {
	case asked.Year == 0:
		if ends, phrase := c.endsOfReports(); len(ends) > 0 && c.p.In(c.r.Query.Tokens[len(c.r.Query.Tokens)-1], "about-word") {
			for _, end := range ends[:min(len(ends), 2)] {
				c.r.Reports = []string{end.ID} // "what is the newest article about?"
				c.planReport()
			}
			return
		} else if len(ends) > 0 {
			c.leadText(c.say(phrase, "list", c.datesOf(ends)), c.fronts(ends)...)
			c.b.Add(compose.Context, c.say("list.reports.dated", "list", c.datesOf(all)), c.fronts(all)...)
			return
		}
		c.leadText(c.say("list.reports.dated", "list", c.datesOf(all)), c.fronts(all)...)
	case len(of) == 0:
		c.leadText(c.say("list.reports.none", "year", date, "list", c.datesOf(all)), c.fronts(all)...)
	case exact:
		c.leadText(c.say("list.reports.year", "reports", c.p.Composer.Reports(len(of)), "year", date, "list", c.datesOf(of)), c.fronts(of)...)
	default:
		c.leadText(c.say("list.reports.time", "reports", c.p.Composer.Reports(len(of)), "list", c.datesOf(of)), c.fronts(of)...)
	}
}

// endsOfReports returns the oldest or the newest of the reports, all of them that share its date, if it is
// one end that is asked about: "which article came last?"
func (c *Composition) endsOfReports() (ends []*corpus.Report, phrase string) {
	oldest := c.asks("first-word")
	if oldest == c.asks("last-word") || c.asks("timeline-asking") || c.asks("sorting-verb") || c.asks("sorting-word") {
		return nil, ""
	}
	at, phrase := len(c.p.ByDate)-1, "list.reports.newest"
	if oldest {
		at, phrase = 0, "list.reports.oldest"
	}
	for _, r := range c.p.ByDate {
		if r.Published.Date != "" && r.Published.Date == c.p.ByDate[at].Published.Date {
			ends = append(ends, r)
		}
	}
	return ends, phrase
}

// datesOf joins the reports, each with its date: what that is inferred from is for a question about
// the one report.
func (c *Composition) datesOf(reports []*corpus.Report) string {
	parts := make([]string, len(reports))
	for i, r := range reports {
		date := r.Published
		date.From = ""
		parts[i] = c.say("report.dated", "publisher", r.Publisher, "date", cmp.Or(c.p.Composer.Date(&date), c.say("undated")))
	}
	return c.p.Composer.Join(parts)
}

// fronts returns the claims that stand for the reports as a whole.
func (c *Composition) fronts(reports []*corpus.Report) []*corpus.Claim {
	claims := make([]*corpus.Claim, len(reports))
	for i, r := range reports {
		claims[i] = c.p.front(r)
	}
	return claims
}

// ofThatYear tells whether a report of one year is of the year asked about, or before or after it, where that is
// what is asked.
func (c *Composition) ofThatYear(year, asked int) bool {
	for _, t := range c.r.Query.Tokens {
		switch {
		case t.Word == "since":
			return year >= asked
		case c.p.In(t, "before-word"):
			return year != 0 && year < asked
		case c.p.In(t, "after-word") || c.p.In(t, "newer-one"):
			return year > asked
		}
	}
	return year == asked
}

// front returns the claim that a sentence about a report itself rests on:
// background where it has any, so that naming the report accuses nobody.
func (p *Planner) front(r *corpus.Report) *corpus.Claim {
	numbers := p.Index.InReport(r.ID)
	best := p.Corpus.Claims[numbers[0]]
	for _, n := range numbers {
		switch claim := p.Corpus.Claims[n]; claim.Stance {
		case corpus.Context:
			return claim
		case corpus.Remark:
			best = claim
		}
	}
	return best
}

// planMentions tells which reports speak of something.
func (c *Composition) planMentions() {
	if (c.asks("deny") || c.asks("reply")) && c.r.Aspect == "" && c.ownNames() > 0 && !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return c.p.BelongsToAccused(n.IDs) && !c.p.IsAccused(n.IDs) }) {
		c.r.Intent = "replied" // "which reports say that they denied it?": whether any does
		c.planDenial()
		return
	}
	if c.abstainsUnknown() || c.mentionsEach() {
		return
	}
	if c.asksBoth() {
		c.planEach()
		return
	}
	if c.r.Aspect == "within" && c.mentionedIn() || c.asks("quote-word") && c.unquoted() {
		return
	}
	if c.mentionedInNone() || (c.asks("several-word") || c.r.Aspect == "shared") && c.listShared() {
		return
	}
	c.r.Facet = ""
	var told []string // the reports that are left aside, where others are asked for
	figure := 0.0     // and the amount that is looked for in them
	if c.r.Aspect == "others" {
		told, c.r.Reports = c.r.Reports, nil
		if len(told) == 0 && len(c.r.Focus) > 0 {
			told = []string{c.r.Focus[0].Report().ID}
			if c.asks("amount-word") && !c.r.Named() {
				figure, _ = c.p.Value(c.r.Focus[0]) // "does any other report give that figure?"
			}
		}
	}
	tokens := c.r.Query.Tokens
	saysSo := len(tokens) > 0 && tokens[len(tokens)-1].Word == "so" && c.ownNames()+len(c.r.Figures) == 0 // "and which report says so?"
	if (!c.r.Specific() || saysSo) && c.r.Leans && len(c.r.Focus) > 0 {
		c.planSource()
		return
	}
	if !c.r.Specific() {
		c.listReports(c.r.AboutAccused())
		return
	}
	found := c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Alleges, corpus.Denies, corpus.Counters, corpus.Context}, Keep: func(claim *corpus.Claim) bool {
		return !slices.Contains(told, claim.Report().ID) && (figure == 0 || c.p.Values[c.p.Index.Number(claim)] == figure)
	}})
	c.weighed = found
	if len(found) > 0 && len(tokens) > 1 && c.p.In(tokens[1], "publisher-word") && c.asks("leak") && len(found[0].Claim.Via) > 0 && c.fits(&found[0]) {
		c.why = c.say("why.best")
		c.r.Intent = "fact"
		c.lead(found[0].Claim) // "which outlet wrote of the leaked paper?": by whose account the article has it
		return
	}
	var firsts []*corpus.Claim
	for _, s := range found {
		if !c.fits(&found[0]) || s.Score < 0.6*found[0].Score || len(c.r.Names) > 0 && !s.Named || !c.r.Concerns(s.Claim) && c.p.Index.Relation(s.N, c.r.AboutAccused()) == 0 || len(c.r.Figures) > 0 && !s.Figure || len(c.r.Names) == 0 && s.WordWeight < 0.6*found[0].WordWeight {
			continue
		}
		if !slices.ContainsFunc(firsts, func(f *corpus.Claim) bool { return f.Report() == s.Claim.Report() }) {
			firsts = append(firsts, s.Claim)
		}
	}
	if figure == 0 {
		firsts = c.searched(firsts, told)
	}
	if len(firsts) == 0 && len(told) > 0 {
		c.why = c.say("why.list")
		c.leadText(c.say("mentions.none.other", "what", c.mentionedName()), c.p.front(c.p.Corpus.Report(told[0])))
		return
	}
	if len(firsts) == 0 && c.remarkedOn() {
		return
	}
	if len(firsts) == 0 {
		c.planFact()
		return
	}
	var parts []string
	for _, claim := range firsts {
		parts = append(parts, c.say("report.named", "publisher", claim.Report().Publisher, "title", claim.Report().Title))
	}
	c.why = c.say("why.best")
	id := "mentions.one"
	if len(firsts) > 1 {
		id = "mentions.many"
	}
	if len(told) > 0 {
		id += ".other"
	}
	c.leadText(c.say(id, "what", c.mentionedName(), "count", c.p.Composer.Count(len(firsts)), "list", c.p.Composer.Join(parts)), firsts...)
	if len(firsts) == 1 || c.r.KnownWords() > 0 {
		c.b.Claim(compose.Lead, firsts[0]) // "does any report say that ...?"
	} else {
		c.b.Claim(c.roleOf(firsts[0]), firsts[0])
	}
	c.also(firsts[1:min(len(firsts), 3)]...)
}

// remarkedOn leads with what we say of the reports themselves, one remark for each: "which of them are reprints?".
func (c *Composition) remarkedOn() bool {
	if c.ownNames()+len(c.r.Figures)+len(c.r.Dates) > 0 || c.r.KnownWords() == 0 {
		return false
	}
	var remarks []*corpus.Claim
	for _, s := range c.p.Choose(c.r, weighing.Filter{Stances: []corpus.Stance{corpus.Remark}, AnyDate: true}) {
		if s.Fit >= enough && s.Hit && len(remarks) < 2 && !slices.ContainsFunc(remarks, func(o *corpus.Claim) bool { return o.Report() == s.Claim.Report() }) {
			remarks = append(remarks, s.Claim)
		}
	}
	if len(remarks) == 0 {
		return false
	}
	c.why = c.say("why.remark")
	c.lead(remarks...)
	return true
}

// mentionsEach tells of each of two names, or sums, which reports have it: "which articles speak of
// the crew, and which of the owners?"
func (c *Composition) mentionsEach() bool {
	tokens := c.r.Query.Tokens
	and := slices.IndexFunc(tokens, func(t language.Token) bool { return t.Word == "and" })
	if and < 2 || len(c.r.Reports) > 0 || !slices.ContainsFunc(tokens[:and], func(t language.Token) bool { return c.p.In(t, "report-word") || c.p.In(t, "publisher-word") }) ||
		!slices.ContainsFunc(tokens[and:min(and+4, len(tokens))], func(t language.Token) bool { return c.p.In(t, "which-word") }) {
		return false
	}
	theirs := c.asks("statement") || c.asks("reply") || c.asks("deny") || c.asks("quote-word") // who speaks in them, and not who is spoken of
	var parts []string
	var firsts []*corpus.Claim
	halves := map[bool]bool{}
	add := func(from int, among []int32, label func(*corpus.Claim) string, has func(int32, *corpus.Claim) bool) {
		var reports []string
		var first *corpus.Claim
		for _, n := range among[:min(len(among), record.MostClaims)] {
			claim := c.p.Corpus.Claims[n]
			if publisher := claim.Report().Publisher; claim.Stance != corpus.Remark && !slices.Contains(reports, publisher) && has(n, claim) {
				reports = append(reports, publisher)
				firsts = append(firsts, claim)
				if first == nil {
					first = claim
				}
			}
		}
		if first != nil {
			parts = append(parts, c.p.Composer.Fill("mentions.each.item", "what", label(first), "list", c.p.Composer.Join(reports)))
			halves[from > and] = true
		}
	}
	for _, n := range c.r.Names {
		if kind := c.p.Corpus.Entity(n.IDs[0]).Kind; n.From >= 0 && !n.Weak && kind != corpus.Asset && len(c.r.Figures) < 2 {
			var among []int32
			for _, p := range c.p.Index.Entity(n.IDs[0]) {
				among = append(among, p.Claim)
			}
			add(n.From, among, func(*corpus.Claim) string { return c.p.Corpus.Label(n.IDs[0]) }, func(number int32, claim *corpus.Claim) bool {
				speaks := c.p.Index.Relation(number, n.IDs)&(corpus.AsSpeaker|corpus.AsLink) != 0
				return speaks || !theirs && c.p.SpeaksOf(claim, n.IDs)
			})
		}
	}
	if len(c.r.Figures) == 2 {
		for _, f := range c.r.Figures {
			add(f.From, c.p.Index.Figure(f), amountOf, func(_ int32, claim *corpus.Claim) bool {
				return amountOf(claim) != "" && c.p.Index.FeaturesOf(claim).Has(f)
			})
		}
	}
	if len(parts) != 2 || len(halves) != 2 || parts[0] == parts[1] {
		return false
	}
	c.why = c.say("why.best")
	c.leadText(c.say("mentions.each", "list", strings.Join(parts, "; ")), firsts...)
	c.also(firsts[:min(len(firsts), 3)]...)
	return true
}

// mentionedName is the one name that the reports are searched for; "it" where it is more, or
// what somebody alleges: "the theft of ...".
func (c *Composition) mentionedName() string {
	if own := slices.DeleteFunc(slices.Clone(c.r.Names), func(n reading.Name) bool { return n.From < 0 }); len(own) == 1 && len(c.r.Figures)+c.r.KnownWords() == 0 && !slices.Contains([]corpus.Kind{corpus.Incident, corpus.Topic, corpus.Programme}, c.p.Corpus.Entity(own[0].IDs[0]).Kind) {
		return c.p.Corpus.Label(own[0].IDs[0])
	}
	return c.p.Composer.Fill("mentions.it")
}

// mentionedInNone tells that none of several reports speaks of the one name, and which others do:
// "does either of the two articles quote the ministry?"
func (c *Composition) mentionedInNone() bool {
	if len(c.r.Reports) < 2 || len(c.r.Names) != 1 || len(c.r.Figures)+c.r.KnownWords() > 0 || c.r.Aspect != "" {
		return false
	}
	name := c.r.Names[0]
	var others []*corpus.Claim
	for _, s := range c.p.Choose(c.r, weighing.Filter{AnyDate: true, Keep: func(claim *corpus.Claim) bool { return claim.Stance != corpus.Remark && c.p.SpeaksOf(claim, name.IDs) }}) {
		if c.inScope(s.Claim) {
			return false
		}
		others = append(others, s.Claim)
	}
	if len(others) == 0 {
		return false
	}
	var none []string
	var claims []*corpus.Claim
	for _, id := range c.r.Reports {
		report := c.p.Corpus.Report(id)
		none = append(none, c.say("mentions.not_in", "publisher", report.Publisher, "name", c.p.Corpus.Label(name.IDs[0])))
		claims = append(claims, c.p.front(report))
	}
	c.why = c.say("why.best")
	c.leadText(strings.Join(none[:min(len(none), 3)], " "), claims...)
	c.lead(others[0])
	return true
}

// mentionedIn tells whether one report speaks of somebody or something, where
// nothing more is asked.
func (c *Composition) mentionedIn() bool {
	if len(c.r.Reports) != 1 || len(c.r.Names) != 1 || len(c.r.Figures) > 0 || slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
		return t.Known && !t.Asked && !t.Stray && !c.ofGroup(t, "mention-word") && !c.ofGroup(t, "report-word")
	}) {
		return false
	}
	report, name := c.p.Corpus.Report(c.r.Reports[0]), c.r.Names[0]
	label := c.p.Corpus.Label(name.IDs[0])
	c.why = c.say("why.best")
	var other *corpus.Claim
	for _, s := range c.p.Choose(c.r, weighing.Filter{Keep: func(claim *corpus.Claim) bool {
		return claim.Stance != corpus.Remark && c.p.SpeaksOf(claim, name.IDs)
	}}) {
		if s.Claim.Report() == report {
			c.leadText(c.say("mentions.in", "publisher", report.Publisher, "name", label)+" "+c.p.Composer.Sentence(s.Claim), s.Claim)
			return true
		}
		if other == nil {
			other = s.Claim
		}
	}
	text, claims := c.say("mentions.not_in", "publisher", report.Publisher, "name", label), []*corpus.Claim{c.p.front(report)}
	if other != nil {
		text, claims = text+" "+c.p.Composer.Sentence(other), append(claims, other)
	}
	c.leadText(text, claims...)
	return true
}
