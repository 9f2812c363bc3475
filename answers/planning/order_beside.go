package planning

import (
	"cmp"
	"slices"
	"strconv"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// An anchor is the point in time beside which something is looked for: a date, something that happened,
// or something that was said. It is never itself the answer.
type anchor struct {
	from, to string // as dates are written, as far as they are known
	text     string
	claims   []*corpus.Claim // that tell of it
	ids      []string        // the names that it was given by
}

// besideAnchor lists what came before, after or between what the question names: "who spoke after the
// council?", "which accusations were made before 2020?", "which attack came between the two?"
func (c *Composition) besideAnchor() bool {
	at, side := c.sideAsked()
	if side == "" {
		return false
	}
	said := c.ofStatements() || c.asks("statement") || c.asks("speak-word")
	anchors := c.anchors(at, said)
	if len(anchors) == 0 || side == "between" && len(anchors) < 2 {
		return false
	}
	dateOf := record.SaidOn
	if !said {
		dateOf = func(claim *corpus.Claim) string {
			if claim.Happened == nil || claim.Incident == "" {
				return ""
			}
			return claim.Happened.Date
		}
	}
	slices.SortStableFunc(anchors, func(a, b anchor) int { return cmp.Compare(a.from, b.from) })
	first, last := anchors[0], anchors[len(anchors)-1]
	var found []*corpus.Claim
	for _, claim := range c.candidatesInTime(said) {
		date := dateOf(claim)
		if date == "" || slices.ContainsFunc(anchors, func(a anchor) bool { return a.means(claim, said) }) || !c.hasOtherNames(claim, anchors) {
			continue
		}
		in := false
		switch side {
		case "after":
			in = record.Before(last.to, date)
		case "since":
			in = !record.Before(date, first.from) && len(date) >= len(first.from)
		case "before":
			in = record.Before(date, first.from)
		case "between":
			in = record.Before(first.to, date) && record.Before(date, last.from)
		case "in":
			in = !record.Before(date, first.from) && !record.Before(first.to, date) && len(date) >= min(len(first.from), len("2006-01"))
		}
		if in && !slices.ContainsFunc(found, func(o *corpus.Claim) bool { return c.sameItem(o, claim, said) }) {
			found = append(found, claim)
		}
	}
	if len(found) == 0 {
		return false
	}
	slices.SortStableFunc(found, func(a, b *corpus.Claim) int { return cmp.Compare(dateOf(a), dateOf(b)) })
	if c.asks("nearest-in-time") { // "right before", "the next"
		if side == "before" {
			slices.Reverse(found)
		}
		near := dateOf(found[0])
		found = slices.DeleteFunc(found, func(claim *corpus.Claim) bool { return dateOf(claim) != near })
	}
	c.tellBeside(side, found[:min(len(found), record.MostListed)], anchors, dateOf, said)
	return true
}

// tellBeside leads with the list, and has the claims behind it.
func (c *Composition) tellBeside(side string, found []*corpus.Claim, anchors []anchor, dateOf func(*corpus.Claim) string, said bool) {
	var parts, texts []string
	for _, claim := range found {
		name := c.p.Composer.ShortSpeaker(claim)
		if !said {
			name = c.p.Corpus.Label(claim.Incident)
		}
		parts = append(parts, c.p.Composer.Fill("order.item", "speaker", name, "date", c.dateText(claim, dateOf(claim))))
	}
	rest := slices.Clone(found)
	for _, a := range anchors {
		texts = append(texts, a.text)
		rest = append(rest, a.claims...)
	}
	c.why, c.long = c.say("why.order"), true
	c.leadText(c.say("order.list."+side, "anchor", c.p.Composer.Join(texts), "list", c.p.Composer.Join(parts)), rest...)
	c.also(found[:min(3, len(found))]...)
	if said {
		c.caveat("order.undated", found[0])
	}
}

// sideAsked returns where the word stands that tells on which side of the anchor it is asked, and that side.
func (c *Composition) sideAsked() (at int, side string) {
	for i, t := range c.r.Query.Tokens {
		switch {
		case t.Word == "between":
			return i, "between"
		case t.Word == "since":
			return i, "since"
		case c.p.In(t, "time-after"):
			return i, "after"
		case c.p.In(t, "time-before"):
			return i, "before"
		}
	}
	if len(c.r.Dates) == 1 {
		return -1, "in"
	}
	return -1, ""
}

// anchors returns what the question names behind that word: somebody or something with a date, or else
// dates; "between the two denials" has both of theirs.
func (c *Composition) anchors(at int, said bool) []anchor {
	var out []anchor
	if c.asks("deny") {
		for _, d := range c.p.Occasions(c.r.AboutAccused()) {
			if on := record.SaidOn(d); on != "" && at >= 0 {
				out = append(out, anchor{on, on, c.p.Composer.Fill("order.anchor", "event", c.event(d, on), "date", c.dateText(d, on)), []*corpus.Claim{d}, nil})
			}
		}
		return out
	}
	for _, n := range c.r.Names {
		if n.From < at || n.From < 0 || at < 0 || slices.Contains(c.r.Accused, n.IDs[0]) {
			continue
		}
		if claim, on := c.dateOfName(n); claim != nil {
			out = append(out, anchor{on, on, c.p.Composer.Fill("order.anchor", "event", c.event(claim, on), "date", c.dateText(claim, on)), []*corpus.Claim{claim}, n.IDs})
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, d := range c.r.Dates {
		if d.Year == 0 {
			continue
		}
		out = append(out, c.ofDate(d))
	}
	return out
}

// ofDate is the anchor that a date is, or the half of a year that the question speaks of.
func (c *Composition) ofDate(d language.Date) anchor {
	iso := d.String()
	a := anchor{from: iso, to: iso, text: compose.PlainDate(iso)}
	tokens := c.r.Query.Tokens
	for i := 1; i < len(tokens) && d.Month == 0; i++ {
		if tokens[i].Word != "half" {
			continue
		}
		switch year := strconv.Itoa(d.Year); {
		case c.p.In(tokens[i-1], "second-word"):
			a.from, a.to = year+"-07", year+"-12"
		case c.p.In(tokens[i-1], "first-word"):
			a.from, a.to = year+"-01", year+"-06"
		}
		if a.from != iso {
			a.text = "the " + tokens[i-1].Word + " half of " + a.text
		}
	}
	return a
}

// dateOfName returns when what the name means happened, or when the one whom it names first spoke; in the
// year that the question gives, where it gives one.
func (c *Composition) dateOfName(n reading.Name) (*corpus.Claim, string) {
	var best *corpus.Claim
	date := ""
	for _, p := range c.p.Index.Entity(n.IDs[0]) {
		claim := c.p.Corpus.Claims[p.Claim]
		if claim.Stance != corpus.Alleges {
			continue
		}
		on := ""
		switch {
		case p.Relation&(corpus.AsIncident|corpus.AsTarget) != 0 && claim.Happened != nil && claim.Incident != "":
			on = claim.Happened.Date
		case p.Relation&corpus.AsSpeaker != 0:
			on = record.SaidOn(claim)
		}
		if on == "" || len(c.r.Dates) == 1 && !c.r.Dates[0].Covers(language.ParseDate(on)) {
			continue
		}
		if best == nil || on < date {
			best, date = claim, on
		}
	}
	return best, date
}

// means tells whether a claim is of the anchor itself.
func (a anchor) means(claim *corpus.Claim, said bool) bool {
	if slices.Contains(a.claims, claim) || said && slices.Contains(a.ids, claim.By) {
		return true
	}
	return !said && slices.ContainsFunc(a.claims, func(o *corpus.Claim) bool { return o.Incident == claim.Incident })
}

// candidatesInTime returns what is looked for: accusations that are dated themselves, or what is said to have happened.
func (c *Composition) candidatesInTime(said bool) []*corpus.Claim {
	base := c.standing().Dated
	if said {
		base = c.standing().Said
	}
	return slices.DeleteFunc(slices.Clone(base[:min(len(base), record.MostClaims)]), func(claim *corpus.Claim) bool {
		return claim.Stance != corpus.Alleges || !c.inScope(claim) || !c.r.Concerns(claim)
	})
}

// hasOtherNames tells whether the claim has the names of the question that are no anchor: "which of the
// gang's raids came after ...".
func (c *Composition) hasOtherNames(claim *corpus.Claim, anchors []anchor) bool {
	return !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return n.From >= 0 && !slices.ContainsFunc(anchors, func(a anchor) bool { return slices.Equal(a.ids, n.IDs) }) && c.p.Index.Relation(c.p.Index.Number(claim), n.IDs) == 0
	})
}

// sameItem tells whether two claims would stand in the list as one: by the same speaker, or of one incident.
func (c *Composition) sameItem(a, b *corpus.Claim, said bool) bool {
	if said {
		return a.By == b.By && (a.As == b.As || c.p.Corpus.Entity(a.By) != nil)
	}
	return a.Incident == b.Incident || a.SameAs != "" && a.SameAs == b.Incident || b.SameAs != "" && b.SameAs == a.Incident
}
