package answers

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// unknown tells whether the question asks for what the corpus cannot know: a
// name nobody entered, a year no report speaks of.
func (c *composition) unknown() (string, bool) {
	if len(c.r.strangers) > 0 {
		return "abstain.name", true
	}
	if c.r.unknownOrgan || c.r.neverHit {
		return "abstain.subject", true
	}
	for _, d := range c.r.dates {
		if d.Year != 0 && !c.e.index.HasYear(d.Year) && !c.e.inTitle(d.Year) {
			return "abstain.date", true
		}
	}
	return "", false
}

// inTitle tells whether a report was published in that year.
func (e *Engine) inTitle(year int) bool {
	for _, r := range e.corpus.Reports {
		if language.ParseDate(r.Published.Date).Year == year {
			return true
		}
	}
	return false
}

// abstain says that the reports do not carry what was asked, and of which kind
// that is. It carries no accusation, no source and no guess.
func (c *composition) abstain(id string) {
	c.outcome = NotReported
	c.led = nil
	c.b = c.e.composer.NewBuilder()
	stranger, year := "", ""
	if len(c.r.strangers) > 0 {
		stranger = c.r.strangers[0]
	}
	if len(c.r.strangers) == 0 && len(c.r.lowers) == 1 && id == "abstain.subject" {
		stranger, id = c.r.lowers[0], "abstain.name"
	}
	for _, d := range c.r.dates {
		if d.Year != 0 && !c.e.index.HasYear(d.Year) {
			year = strconv.Itoa(d.Year)
		}
	}
	if id == "abstain.name" && printable(stranger) == "" {
		id = "abstain.off"
	}
	if id == "abstain.subject" && !c.onSubject() {
		id = "abstain.off"
	}
	if !c.e.inEnglish(c.r.query) {
		id = "abstain.language"
	}
	if id == "abstain.subject" && c.e.composer.Has("abstain."+string(c.r.facet)) && len(c.weighed) > 0 && c.hardMiss(&c.weighed[0]) {
		id = "abstain." + string(c.r.facet)
	}
	if c.why = c.say("why." + id); !c.e.composer.Has("why." + id) {
		c.why = c.say("why.abstain.subject")
	}
	c.b.Plain(compose.Lead, c.say(id, "word", printable(stranger), "year", year, "accused", c.e.accusedNames()))
	if retired := c.e.retiredFor(c.r); retired != nil {
		c.b.Plain(compose.Caveat, c.say("withdrawn", "publisher", retired.Report().Publisher, "date", retiredOn(retired).Date, "reason", retiredOn(retired).Reason))
	}
}

// onSubject tells whether the question touches anything that the reports are about.
func (c *composition) onSubject() bool {
	if len(c.r.names) > 0 || len(c.r.accused) > 0 || len(c.r.reports) > 0 || c.r.leans && len(c.r.focus) > 0 {
		return true
	}
	return slices.ContainsFunc(c.r.terms, func(t term) bool { return t.Known && !t.Asked })
}

// printable keeps what is echoed to characters that can do no harm anywhere,
// and to one word or a name: no sentence of the asker's is ever repeated.
func printable(word string) string {
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
