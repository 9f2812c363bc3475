package planning

import (
	"cmp"
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// datedOccasion returns the one reply that was made at the time a question gives.
func (c *Composition) datedOccasion() *corpus.Claim {
	if len(c.r.Dates) != 1 {
		return nil
	}
	var found *corpus.Claim
	for _, d := range c.p.Occasions(c.r.AboutAccused()) {
		if said := record.SaidOn(d); said != "" && language.ParseDate(said).Covers(c.r.Dates[0]) {
			if found != nil {
				return nil
			}
			found = d
		}
	}
	return found
}

// dayFirst puts first a reply of one report that is known to the day, where it is asked on what day they said it.
func (c *Composition) dayFirst(own []weighing.Scored) {
	if c.r.Facet != corpus.FacetWhen || !c.asks("day-word") || len(c.r.Reports) != 1 || len(own) == 0 || c.asks("deny") {
		return
	}
	if at := slices.IndexFunc(own, func(s weighing.Scored) bool {
		return len(record.SaidOn(s.Claim)) == len("2006-01-02") && s.Score >= enough*own[0].Score && c.inScope(s.Claim)
	}); at > 0 {
		weighing.ToFront(own, at)
	}
}

// aimedText says what a denial answered.
func (c *Composition) aimedText(denial *corpus.Claim) string {
	return c.say("reply.aimed_full", "speaker", c.p.Composer.ShortSpeaker(denial), "date", c.dateText(denial, record.SaidOn(denial)), "aimed", c.aim(denial))
}

// aimedAt leads with what a denial answered.
func (c *Composition) aimedAt(denial *corpus.Claim) {
	c.why = c.say("why.reply")
	c.leadText(c.aimedText(denial), denial)
	c.b.Claim(compose.Denial, denial)
}

// aimedThen leads with what each denial answered, of the one year that is asked about or of the one body of
// the accused that is named.
func (c *Composition) aimedThen() bool {
	ofYear := len(c.r.Dates) == 1 && c.r.Dates[0].Year != 0
	var organ []string
	for _, n := range c.r.Names {
		if n.From >= 0 && n.Voice && c.p.BelongsToAccused(n.IDs) && !c.p.IsAccused(n.IDs) && c.ownNames()+len(c.r.Figures)+len(c.r.Quotes) == 1 && (c.r.KnownWords() == 0 || c.asks("each-word")) {
			organ = n.IDs
		}
	}
	if !ofYear && (len(organ) == 0 || len(c.r.Dates) > 0) || len(c.r.Reports) > 0 {
		return false
	}
	var told []*corpus.Report
	for _, d := range c.p.Denials {
		then := !ofYear || language.ParseDate(record.SaidOn(d)).Year == c.r.Dates[0].Year
		theirs := len(organ) == 0 || c.p.Index.Relation(c.p.Index.Number(d), organ)&corpus.AsSpeaker != 0
		if d.AimedAt == "" || !c.r.Concerns(d) || slices.Contains(told, d.Report()) || c.p.Firmness[d] < record.Firm || !then || !theirs || len(told) == 2 {
			continue
		}
		told = append(told, d.Report())
		c.aimedAt(d)
	}
	return len(told) > 0
}

// aimed puts what a denial answered into the lead.
func (c *Composition) aimed() {
	for i, s := range c.b.Statements {
		if s.Role != compose.Lead || len(c.led) == 0 || c.led[0].AimedAt == "" || c.led[0].Stance != corpus.Denies {
			continue
		}
		denial := c.led[0]
		c.b.Statements[i].Text = c.aimedText(denial)
		c.b.Claim(compose.Denial, denial)
		return
	}
}

// besideReply is olderOrNewer where a reply was told, and only then.
func (c *Composition) besideReply() bool {
	return c.r.Leans && len(c.r.Focus) > 0 && c.r.Focus[0].Stance == corpus.Denies && c.olderOrNewer()
}

// olderOrNewer leads with the reply before or after the one that was told, or with the first or the
// last of all, where that is all that is asked of a reply: "no, the older denial", "and the newer one?".
func (c *Composition) olderOrNewer() bool {
	r := c.r
	older, newer := c.asks("older-one"), c.asks("newer-one") || c.asks("second-one")
	if older == newer || len(r.Figures)+len(r.Dates)+len(r.Reports)+len(r.Quotes) > 0 || slices.ContainsFunc(r.Names, func(n reading.Name) bool { return n.From >= 0 }) ||
		slices.ContainsFunc(r.Terms, func(t reading.Term) bool {
			return t.Own() && t.Known && !slices.ContainsFunc([]string{"older-one", "newer-one", "second-one", "first-word", "last-word", "recent", "deny", "reply", "statement"}, func(group string) bool { return c.ofGroup(t, group) })
		}) {
		return false
	}
	occasions := slices.DeleteFunc(slices.Clone(c.p.About(r.AboutAccused()).Occasions), func(d *corpus.Claim) bool { return record.SaidOn(d) == "" })
	if len(occasions) < 2 || c.asks("second-one") && len(occasions) > 2 {
		return false
	}
	slices.SortStableFunc(occasions, func(a, b *corpus.Claim) int { return cmp.Compare(record.SaidOn(a), record.SaidOn(b)) })
	best, beside := occasions[0], ""
	if newer {
		best = occasions[len(occasions)-1]
	}
	several := slices.ContainsFunc(r.Focus, func(d *corpus.Claim) bool { return !record.SameOccasion(d, r.Focus[0]) })
	if len(r.Focus) > 0 && !several && !c.asks("first-word") && !c.asks("last-word") { // counted from the one that was told
		beyond := slices.DeleteFunc(occasions, func(d *corpus.Claim) bool {
			return record.SameOccasion(d, r.Focus[0]) || record.Before(record.SaidOn(d), record.SaidOn(r.Focus[0])) != older
		})
		told := r.Focus[0]
		switch {
		case len(beyond) > 0 && newer:
			best = beyond[0]
		case len(beyond) > 0:
			best = beyond[len(beyond)-1]
		case told.Stance == corpus.Denies && record.SaidOn(told) != "":
			best, beside = told, "denial.none_older"
			if newer {
				beside = "denial.none_newer"
			}
		}
	}
	alone := *r
	alone.Names = nil // whoever spoke then
	c.r = &alone
	c.leadDenials([]weighing.Scored{{Claim: best, N: c.p.Index.Number(best), Dated: true}})
	if beside != "" {
		c.b.Add(compose.Caveat, c.say(beside), best)
	}
	return true
}
