package planning

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

// unknown tells whether the question asks for what the corpus cannot know: a
// name nobody entered, a year no report speaks of.
func (c *Composition) unknown() (string, bool) {
	if len(c.r.Strangers) > 0 {
		return "abstain.name", true
	}
	if c.r.UnknownOrgan || c.r.NeverHit {
		return "abstain.subject", true
	}
	incident := func(n reading.Name) bool { return n.From >= 0 && c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Incident }
	if c.r.Intent == "verify" && slices.ContainsFunc(c.r.Names, incident) {
		return "", false // "was the mill robbed in 2015?": when it was is told
	}
	for _, d := range c.r.Dates {
		if d.Year != 0 && !c.p.Index.HasYear(d.Year) && !c.p.publishedIn(d.Year) {
			return "abstain.date", true
		}
	}
	return "", false
}

// publishedIn tells whether a report was published in that year.
func (p *Planner) publishedIn(year int) bool {
	for _, r := range p.Corpus.Reports {
		if language.ParseDate(r.Published.Date).Year == year {
			return true
		}
	}
	return false
}

// abstainsUnknown abstains where the question is about what no report knows; it returns whether it did.
func (c *Composition) abstainsUnknown() bool {
	reason, unknown := c.unknown()
	if unknown {
		c.abstain(reason)
	}
	return unknown
}

// abstain says that the reports do not carry what was asked, and of which kind
// that is. It carries no accusation, no source and no guess.
func (c *Composition) abstain(id string) {
	c.outcome = NotReported
	c.led = nil
	c.b = c.p.Composer.NewBuilder()
	stranger, year := "", ""
	if len(c.r.Strangers) > 0 {
		stranger = c.r.Strangers[0]
	}
	if len(c.r.Strangers) == 0 && len(c.r.UnknownWords) == 1 && id == "abstain.subject" {
		stranger, id = c.r.UnknownWords[0], "abstain.name"
	}
	for _, d := range c.r.Dates {
		if d.Year != 0 && !c.p.Index.HasYear(d.Year) {
			year = strconv.Itoa(d.Year)
		}
	}
	if id == "abstain.name" && c.strangerOrgan() {
		id = "abstain.subject" // half of what a ministry is called tells nobody which it is
	}
	if id == "abstain.name" && Printable(stranger) == "" {
		id = "abstain.off"
	}
	if id == "abstain.subject" && !c.onSubject() {
		id = "abstain.off"
	}
	if !c.p.InEnglish(c.r.Query) && !c.r.GivesName() {
		id = "abstain.language"
	}
	if id == "abstain.subject" && c.p.Composer.Has("abstain."+string(c.r.Facet)) && len(c.weighed) > 0 && c.hardMiss(&c.weighed[0]) {
		id = "abstain." + string(c.r.Facet)
	}
	if c.why = c.say("why." + id); !c.p.Composer.Has("why." + id) {
		c.why = c.say("why.abstain.subject")
	}
	c.b.Plain(compose.Lead, c.say(id, "word", Printable(stranger), "year", year, "accused", c.p.accusedNames()))
	if retired := c.p.retiredFor(c.r); retired != nil {
		c.b.Plain(compose.Caveat, c.say("withdrawn", "publisher", retired.Report().Publisher, "date", retiredOn(retired).Date, "reason", retiredOn(retired).Reason))
	}
}

// onSubject tells whether the question touches anything that the reports are about.
func (c *Composition) onSubject() bool {
	if len(c.r.Names) > 0 || len(c.r.Accused) > 0 || len(c.r.Reports) > 0 || c.r.Leans && len(c.r.Focus) > 0 {
		return true
	}
	if slices.ContainsFunc(c.r.Figures, func(f language.Figure) bool { return f.Money() && len(c.p.Index.Figure(f)) > 0 }) {
		return true // a sum that the reports give
	}
	return slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return t.Known && !t.Asked })
}

// Printable keeps what is echoed to characters that can do no harm anywhere,
// and to one word or a name: no sentence of the asker's is ever repeated.
func Printable(word string) string {
	runes := []rune(word)
	out := make([]rune, 0, len(runes))
	for i, r := range runes {
		between := (r == '.' || r == ',') && i > 0 && i+1 < len(runes) && unicode.IsDigit(runes[i-1]) && unicode.IsDigit(runes[i+1])
		if len(out) < 30 && (r == '-' || r == '\'' || r == ' ' || between || unicode.IsLetter(r) || unicode.IsDigit(r)) {
			out = append(out, r)
		}
	}
	words := strings.Fields(string(out))
	n := min(1, len(words))
	for n > 0 && n < min(3, len(words)) && begins(words[0], unicode.Lu) && begins(words[n], unicode.Lu, unicode.N) {
		n++
	}
	return strings.Join(words[:n], " ")
}

func begins(word string, kinds ...*unicode.RangeTable) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.In(r, kinds...)
}

func retiredOn(claim *corpus.Claim) corpus.Change {
	if claim.Withdrawn != nil {
		return *claim.Withdrawn
	}
	if w := claim.Report().Withdrawn; w != nil {
		return *w
	}
	return corpus.Change{}
}

// accusedNames names those whom the reports are about.
func (p *Planner) accusedNames() string {
	var out []string
	for _, r := range p.Corpus.Reports {
		out = record.AppendNew(out, p.Corpus.Name(r.Accused))
	}
	return p.Composer.Join(out)
}

// retiredFor returns a withdrawn claim that would have answered the question.
func (p *Planner) retiredFor(r *reading.Request) *corpus.Claim {
	if p.RetiredIndex == nil {
		return nil
	}
	hits := map[int32]float64{}
	total := 0.0
	for _, t := range r.Terms {
		if t.Asked {
			continue
		}
		total++
		seen := map[int32]bool{}
		for _, posting := range p.RetiredIndex.Stem(t.Stem) {
			seen[posting.Claim] = true
		}
		for _, concept := range t.Concepts {
			for _, posting := range p.RetiredIndex.Concept(concept) {
				seen[posting.Claim] = true
			}
		}
		for n := range seen {
			hits[n]++
		}
	}
	for _, n := range r.Names {
		total += 2
		for _, id := range n.IDs {
			for _, posting := range p.RetiredIndex.Entity(id) {
				hits[posting.Claim] += 2
			}
		}
	}
	best, most := int32(-1), 0.0
	for n, h := range hits {
		if h > most || h == most && n < best {
			best, most = n, h
		}
	}
	if best < 0 || total == 0 || most/total < enough {
		return nil
	}
	return p.Corpus.Retired[best]
}
