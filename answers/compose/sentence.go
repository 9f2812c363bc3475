package compose

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"allegedly/answers/corpus"
)

// A Composer writes claims as sentences: who says it, when, through whom.
type Composer struct {
	Corpus *corpus.Corpus
	*Phrasing
}

// Sentence writes a claim in full: date, speaker, verb, what is said, and the
// chain through which the report has it, outermost last.
func (c *Composer) Sentence(claim *corpus.Claim) string {
	return c.sentence(claim, "sentence", true)
}

// Denying writes a denial whose own words do not say that it is one, and says so.
func (c *Composer) Denying(claim *corpus.Claim) string {
	return c.sentence(claim, "sentence.denying", true)
}

// Brief writes a claim without its date.
func (c *Composer) Brief(claim *corpus.Claim) string {
	return c.sentence(claim, "sentence", false)
}

func (c *Composer) sentence(claim *corpus.Claim, form string, dated bool) string {
	says := strings.TrimRight(claim.Says, ". ")
	publisher := claim.Report().Publisher
	switch {
	case claim.Stance == corpus.Remark:
		return upperFirst(says) + "."
	case claim.By == corpus.Article:
		id := "article.alleges"
		switch claim.Stance {
		case corpus.Denies, corpus.Counters:
			id = "article.denies"
		case corpus.Context:
			id = "article.context"
		}
		return c.Say(id, "publisher", publisher, "says", says, "via", c.chain(claim, ""))
	}
	when := ""
	if dated {
		when = c.When(claim.Said)
	}
	speaker := strings.TrimSuffix(c.Speaker(claim), ",")
	if at := strings.LastIndex(speaker, ", "); form == "sentence" && at >= 0 && !strings.Contains(speaker[at:], " and ") {
		speaker += "," // an apposition ends with a comma
	}
	if when != "" {
		speaker = lowerFirst(speaker)
	}
	verb := claim.Verb
	if verb == "" {
		verb = c.Fill("said")
	}
	return c.Say(form, "when", when, "speaker", speaker, "verb", verb, "says", says, "via", c.chain(claim, publisher))
}

// Speaker names who makes the claim, with the claim's own wording if it has one.
func (c *Composer) Speaker(claim *corpus.Claim) string {
	switch {
	case claim.As != "":
		return claim.As
	case claim.By == corpus.Article:
		return c.Say("article.speaker", "publisher", claim.Report().Publisher)
	}
	return c.Corpus.Name(claim.By)
}

// Verb returns the singular or plural form of a phrase, as the head of a name asks for
// it: "the case of the two boxes" is one case.
func (c *Composer) Verb(name, singular, plural string) string {
	for _, of := range []string{" of ", " from ", " in ", " at ", " off ", " around ", " for "} {
		name, _, _ = strings.Cut(name, of)
	}
	last := name[strings.LastIndexByte(name, ' ')+1:]
	if strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") && !strings.HasSuffix(last, "us") && !strings.HasSuffix(last, "is") && strings.ToUpper(last) != last && strings.ToLower(last[:1]) == last[:1] {
		return c.Fill(plural)
	}
	return c.Fill(singular)
}

// chain writes the links of the reporting chain, outermost last.
func (c *Composer) chain(claim *corpus.Claim, publisher string) string {
	var out strings.Builder
	for _, id := range claim.Via {
		if name := c.Corpus.Name(id); name != publisher && id != claim.By {
			out.WriteString(c.Fill("via", "name", lowerFirst(name)))
		}
	}
	if publisher != "" {
		out.WriteString(c.Fill("reported", "publisher", publisher))
	}
	return out.String()
}

// When writes a date as the beginning of a sentence: "In April 2022 (year inferred: the article's date),".
func (c *Composer) When(d *corpus.Date) string {
	text := c.Date(d)
	if text == "" {
		return ""
	}
	if len(d.Date) == 10 {
		return c.Say("on", "date", text)
	}
	return c.Say("in", "date", text)
}

// Date writes a date and, unless it is stated, how it is known: "April 2022
// (year inferred: the article's date)". Empty when there is none.
func (c *Composer) Date(d *corpus.Date) string {
	if d == nil || d.Date == "" {
		return ""
	}
	text := PlainDate(d.Date)
	switch {
	case d.Basis == corpus.Inferred:
		id := "date.inferred"
		if statesAllButYear(d) {
			id = "year.inferred"
		}
		if d.From == "" {
			return text + c.Fill(id)
		}
		return text + c.Fill(id+".from", "from", d.From)
	case d.Basis == corpus.Address:
		return text + c.Fill("date.address")
	}
	return text
}

// statesAllButYear tells whether the year alone of an inferred date is inferred:
// "Thursday (February 10)" names the month and day, "on Thursday" does not.
func statesAllButYear(d *corpus.Date) bool {
	if len(d.Date) == 4 || d.Stated == "" {
		return d.Stated != ""
	}
	t, err := time.Parse("2006-01-02"[:min(10, len(d.Date))], d.Date)
	return err == nil && strings.Contains(d.Stated, t.Month().String()) &&
		(len(d.Date) < 10 || strings.Contains(d.Stated, strconv.Itoa(t.Day())))
}

// PlainDate writes YYYY, YYYY-MM or YYYY-MM-DD as "2022", "February 2022" or
// "10 February 2022".
func PlainDate(date string) string {
	for layout, form := range map[string]string{"2006-01": "January 2006", "2006-01-02": "2 January 2006"} {
		if t, err := time.Parse(layout, date); err == nil && len(layout) == len(date) {
			return t.Format(form)
		}
	}
	return date
}

// ShortSpeaker names who makes the claim as lists do: by a label, or by what they are called.
func (c *Composer) ShortSpeaker(claim *corpus.Claim) string {
	if claim.As == "" && claim.By == corpus.Article {
		return c.Fill("article.short", "publisher", claim.Report().Publisher)
	}
	if claim.As == "" && claim.By != corpus.Unnamed {
		return lowerFirst(c.Corpus.Label(claim.By))
	}
	name := lowerFirst(c.Speaker(claim))
	if base, _, clause := strings.Cut(name, ","); clause && claim.By == corpus.Unnamed {
		return c.Fill("unnamed.short", "name", base)
	}
	return name
}

// Speakers names the distinct speakers of the claims, in order.
func (c *Composer) Speakers(claims []*corpus.Claim) []string {
	var out []string
	for _, claim := range claims {
		if name := c.ShortSpeaker(claim); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// Amount writes an amount with whose it is: "at least 40 tonnes (the harbour office)".
func (c *Composer) Amount(figure, speaker string) string {
	return c.Fill("amount", "figure", figure, "speaker", speaker)
}
