package answers

import (
	"cmp"
	"slices"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// datedOccasion returns the one reply that was made at the time a question gives.
func (c *composition) datedOccasion() *corpus.Claim {
	if len(c.r.dates) != 1 {
		return nil
	}
	var found *corpus.Claim
	for _, d := range c.e.occasions(c.r.parties()) {
		if said := saidOn(d); said != "" && language.ParseDate(said).Covers(c.r.dates[0]) {
			if found != nil {
				return nil
			}
			found = d
		}
	}
	return found
}

// otherOccasion leads with the one reply made on another occasion than that which was
// told last.
func (c *composition) otherOccasion() bool {
	if c.r.focus[0].Stance != corpus.Denies && c.r.focus[0].Stance != corpus.Counters {
		return false
	}
	others := slices.DeleteFunc(slices.Clone(c.e.occasions(c.r.parties())), func(d *corpus.Claim) bool { return sameOccasion(d, c.r.focus[0]) })
	if len(others) != 1 {
		return false
	}
	c.leadDenials([]scored{{claim: others[0], n: c.e.index.Number(others[0]), dated: true}})
	return true
}

// aimedText says what a denial answered.
func (c *composition) aimedText(denial *corpus.Claim) string {
	return c.say("reply.aimed_full", "speaker", c.e.composer.Accusers([]*corpus.Claim{denial})[0], "date", c.dateText(denial, saidOn(denial)), "aimed", c.aim(denial))
}

// aimedAt leads with what a denial answered.
func (c *composition) aimedAt(denial *corpus.Claim) {
	c.why = c.say("why.reply")
	c.leadText(c.aimedText(denial), denial)
	c.b.Claim(compose.Denial, denial)
}

// aimedThen leads with what each denial of the one year that is asked about answered.
func (c *composition) aimedThen() bool {
	if len(c.r.dates) != 1 || c.r.dates[0].Year == 0 || len(c.r.reports) > 0 {
		return false
	}
	var told []*corpus.Report
	for _, d := range c.e.denials {
		if d.AimedAt == "" || !c.r.concerns(d) || slices.Contains(told, d.Report()) || c.e.solid[d] < firm || language.ParseDate(saidOn(d)).Year != c.r.dates[0].Year || len(told) == 2 {
			continue
		}
		told = append(told, d.Report())
		c.aimedAt(d)
	}
	return len(told) > 0
}

// aimed puts what a denial answered into the lead.
func (c *composition) aimed() {
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
func (c *composition) besideReply() bool {
	return c.r.leans && len(c.r.focus) > 0 && c.r.focus[0].Stance == corpus.Denies && c.olderOrNewer()
}

// olderOrNewer leads with the reply before or after the one that was told, or with the first or the
// last of all, where that is all that is asked of a reply: "no, the older denial", "and the newer one?".
func (c *composition) olderOrNewer() bool {
	r := c.r
	older, newer := c.asks("older-one"), c.asks("newer-one")
	if older == newer || len(r.figures)+len(r.dates)+len(r.reports)+len(r.quotes) > 0 || slices.ContainsFunc(r.names, func(n name) bool { return n.from >= 0 }) ||
		slices.ContainsFunc(r.terms, func(t term) bool {
			return t.own() && t.Known && !slices.ContainsFunc([]string{"older-one", "newer-one", "first-word", "last-word", "recent", "deny", "reply", "statement"}, func(group string) bool { return c.ofGroup(t, group) })
		}) {
		return false
	}
	occasions := slices.DeleteFunc(slices.Clone(c.e.about(r.parties()).occasions), func(d *corpus.Claim) bool { return saidOn(d) == "" })
	if len(occasions) < 2 {
		return false
	}
	slices.SortStableFunc(occasions, func(a, b *corpus.Claim) int { return cmp.Compare(saidOn(a), saidOn(b)) })
	best, beside := occasions[0], ""
	if newer {
		best = occasions[len(occasions)-1]
	}
	several := slices.ContainsFunc(r.focus, func(d *corpus.Claim) bool { return !sameOccasion(d, r.focus[0]) })
	if len(r.focus) > 0 && !several && !c.asks("first-word") && !c.asks("last-word") { // counted from the one that was told
		beyond := slices.DeleteFunc(occasions, func(d *corpus.Claim) bool {
			return sameOccasion(d, r.focus[0]) || before(saidOn(d), saidOn(r.focus[0])) != older
		})
		told := r.focus[0]
		switch {
		case len(beyond) > 0 && newer:
			best = beyond[0]
		case len(beyond) > 0:
			best = beyond[len(beyond)-1]
		case told.Stance == corpus.Denies && saidOn(told) != "":
			best, beside = told, "denial.none_older"
			if newer {
				beside = "denial.none_newer"
			}
		}
	}
	alone := *r
	alone.names = nil // whoever spoke then
	c.r = &alone
	c.leadDenials([]scored{{claim: best, n: c.e.index.Number(best), dated: true}})
	if beside != "" {
		c.b.Add(compose.Caveat, c.say(beside), best)
	}
	return true
}
