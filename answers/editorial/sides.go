package editorial

import (
	"fmt"
	"slices"

	"allegedly/answers/corpus"
)

// MinDenial is how many words a reply needs so that it is no footnote (rule 25),
// the speaker and verb among them.
const MinDenial = 12

// sides finds claims on the wrong side: accusations by the accused, denials by
// somebody else, denials that answer no accusation or one made after them.
func sides(p *pass) {
	r := p.file.Report
	if r == nil {
		return
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		p.unnamed(c, i)
		named := p.world.corpus.Entity(c.By) != nil && p.world.corpus.Entity(r.Accused) != nil
		switch c.Stance {
		case corpus.Alleges:
			if named && p.world.ofAccused(c.By, r.Accused) {
				p.error("wrong-side", fmt.Sprintf("%q belongs to the accused, and cannot be the accuser; is this a denial, or counters?", c.By), "claims", i, "by")
			}
		case corpus.Counters:
			if named && !p.world.ofAccused(c.By, r.Accused) {
				p.warn("wrong-side", fmt.Sprintf("a counter-accusation is the accused's, and %q does not belong to %q", c.By, r.Accused), "claims", i, "by")
			}
		case corpus.Denies:
			if named && !p.world.ofAccused(c.By, r.Accused) && !p.rejectsCounter(r, c) {
				p.warn("wrong-side", fmt.Sprintf("a denial is the accused's, and %q does not belong to %q; set the entity's \"of\", or choose another stance; if this rejects a counter-accusation, name that under \"answers\"", c.By, r.Accused), "claims", i, "by")
			}
			p.denial(r, c, i)
		}
	}
}

// unnamed finds a speaker whom the article hides and an entity names: a question for that entity finds only
// the claims that are by it.
func (p *pass) unnamed(c *corpus.Claim, i int) {
	if c.By != corpus.Unnamed || c.As == "" {
		return
	}
	for _, m := range p.world.linker.LinkPrinted(p.split(c.As)) {
		if m.From > 1 || len(m.IDs) != 1 {
			continue // "a driver of the firm" is not the firm
		}
		if entity := p.world.corpus.Entity(m.IDs[0]); entity != nil && entity.Kind == corpus.Person {
			p.warn("unnamed-entity", fmt.Sprintf("there is an entity %q, and questions for it find only what is by it; write \"by: %s\", or drop the entity", entity.ID, entity.ID), "claims", i, "by")
			return
		}
	}
}

func (p *pass) denial(r *corpus.Report, c *corpus.Claim, i int) {
	for j, ref := range c.Answers {
		answered, ok := p.world.claims[keyOf(r, ref)]
		if !ok {
			continue // dangling: found at loading
		}
		at := []any{"claims", i, "answers", j}
		switch {
		case answered.claim.Stance == corpus.Denies:
			p.error("denial-circle", fmt.Sprintf("%q is a denial itself; a denial answers an accusation", ref), at...)
		case answered.claim.Stance == corpus.Counters && p.world.ofAccused(c.By, answered.report.Accused):
			p.error("denial-target", fmt.Sprintf("%q is a counter-accusation of %q's own side; only those whom it accuses can deny it", ref, c.By), at...)
		case answered.claim.Stance != corpus.Alleges && answered.claim.Stance != corpus.Counters:
			p.error("denial-target", fmt.Sprintf("%q accuses nobody (stance %s), so there is nothing to deny", ref, answered.claim.Stance), at...)
		case answered.claim.Stance == corpus.Counters && !p.world.meets(answered.claim, c.By):
			p.warn("denial-target", fmt.Sprintf("%q does not say that it accuses %q; name whom it accuses under its \"actor\"", ref, c.By), at...)
		case later(dateOf(answered.claim.Said), dateOf(c.Said)):
			p.warn("denial-older", fmt.Sprintf("this was said on %s, before the accusation %q on %s; an older denial goes under \"aimed_at\"", c.Said.Date, ref, answered.claim.Said.Date), at...)
		}
	}
	if n := len(p.split(p.speaker(c) + " " + c.Verb + " " + c.Says)); n < MinDenial {
		p.warn("denial-short", fmt.Sprintf("the reply has %d words and would look like a footnote; tell what is denied and how, in at least %d", n, MinDenial), "claims", i, "says")
	}
}

// rejectsCounter tells whether a denial answers a counter-accusation, and so is
// that of those whom the accused accuses.
func (p *pass) rejectsCounter(r *corpus.Report, c *corpus.Claim) bool {
	for _, ref := range c.Answers {
		if answered, ok := p.world.claims[keyOf(r, ref)]; ok && answered.claim.Stance == corpus.Counters {
			return true
		}
	}
	return false
}

// meets tells whether a counter-accusation is made against the speaker or those
// for whom it speaks. One that names nobody, or an unnamed speaker, may always be.
func (w *world) meets(counter *corpus.Claim, speaker string) bool {
	against := slices.Concat(counter.Actor, counter.Targets)
	if len(against) == 0 || w.corpus.Entity(speaker) == nil {
		return true
	}
	return slices.ContainsFunc(against, func(id string) bool { return w.ofAccused(speaker, id) })
}

// speaker returns how an answer calls the claim's speaker.
func (p *pass) speaker(c *corpus.Claim) string {
	if c.As != "" {
		return c.As
	}
	if e := p.world.corpus.Entity(c.By); e != nil {
		return e.Name
	}
	return c.By
}

// lifecycle finds references to claims that answer no more.
func lifecycle(p *pass) {
	r := p.file.Report
	if r == nil || r.Status != corpus.Reviewed {
		return
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		if c.Status == corpus.Withdrawn || c.Status == corpus.Draft {
			continue
		}
		p.leans(r, i, "answers", c.Answers)
		p.leans(r, i, "about", c.About)
	}
	if r.Withdrawn != nil {
		p.error("lifecycle", "the report says when it was withdrawn, but its status is reviewed", "withdrawn")
	}
	for i := range r.Claims {
		if c := &r.Claims[i]; c.Withdrawn != nil && c.Status != corpus.Withdrawn {
			p.error("lifecycle", "the claim says when it was withdrawn, but its status is not withdrawn", "claims", i, "withdrawn")
		}
	}
}

// leans finds references of a claim to what answers no more.
func (p *pass) leans(r *corpus.Report, i int, field string, refs []string) {
	for j, ref := range refs {
		if other, ok := p.world.claims[keyOf(r, ref)]; ok && other.retired() {
			p.warn("withdrawn-reference", fmt.Sprintf("%q is withdrawn or a draft and never answers", ref), "claims", i, field, j)
		}
	}
}

func (l located) retired() bool {
	return l.report.Status != corpus.Reviewed || l.claim.Status == corpus.Withdrawn || l.claim.Status == corpus.Draft
}
