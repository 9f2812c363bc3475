// Package record works out, once at load, what the claims of a corpus say taken
// together: who is accused and by whom, which denial answers which accusation, the
// amounts and dates in order. It knows nothing of questions.
package record

import (
	"maps"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// A Record is worked out once, by New, and does not change.
type Record struct {
	Corpus  *corpus.Corpus
	Lexicon *language.Lexicon
	Index   *corpus.Index

	Accused    map[string]bool      // parties that reports are about
	AllAccused []string             // the same, sorted
	Affairs    map[string][]string  // by entity: the accused of the reports that name it
	Accuses    map[string]bool      // entities that accuse
	Speaks     map[string]bool      // entities that make a claim
	standings  map[string]*Standing // by accused; "" for all

	Denials      []*corpus.Claim            // by an accused, in corpus order
	Retorts      []*corpus.Claim            // denials by those whom an accused accuses in turn
	PlainDenials map[*corpus.Claim]bool     // denials whose own words deny or reject
	Firmness     map[*corpus.Claim]int      // how well each denial can stand alone
	OnReplies    map[*corpus.Claim]bool     // remarks on what denials do not answer
	replies      map[*corpus.Claim]Reply    // what stands beside each accusation
	silences     map[*corpus.Claim]int      // remarks that tell of a silence, and from which word on
	Origins      map[string][]*corpus.Claim // copies of one statement

	Values     []float64          // amount of each claim in the currency of its accused; 0: none
	Units      map[string]string  // the unit of most amounts, by accused; "" for all
	Counted    map[string][]int32 // the claims that count something, by its stem
	AssetKinds []AssetKind
	Months     map[string]bool // "2006-01", of which the reports tell
	MonthDays  map[string]bool // "01-02", likewise

	ByDate       []*corpus.Report                 // the reports, the oldest first
	Slugs        map[string]string                // their ids as words, without the year
	Titles       map[string]string                // their titles as folded words between spaces
	TitleWords   map[string][]string              // by the stem of a word of titles that names no accused: the reports
	lacks        map[*corpus.Report]*corpus.Claim // remark on what the report does not give
	RetiredIndex *corpus.Index                    // withdrawn claims; nil when there are none
}

// New works out the record of a corpus.
func New(c *corpus.Corpus, lexicon *language.Lexicon, index *corpus.Index) *Record {
	rec := &Record{
		Corpus:       c,
		Lexicon:      lexicon,
		Index:        index,
		Accused:      map[string]bool{},
		Affairs:      map[string][]string{},
		Accuses:      map[string]bool{},
		Units:        map[string]string{},
		PlainDenials: map[*corpus.Claim]bool{},
		OnReplies:    map[*corpus.Claim]bool{},
		Months:       map[string]bool{},
		MonthDays:    map[string]bool{},
		Counted:      map[string][]int32{},
		Slugs:        map[string]string{},
		Titles:       map[string]string{},
		TitleWords:   map[string][]string{},
		Speaks:       map[string]bool{},
		Origins:      map[string][]*corpus.Claim{},
		replies:      map[*corpus.Claim]Reply{},
		silences:     map[*corpus.Claim]int{},
	}
	rec.readVoices()
	rec.readStances()
	rec.readUnits()
	rec.readTimes()
	rec.readAffairs()
	rec.AssetKinds = rec.assetKinds()
	rec.stand()
	rec.readReports()
	return rec
}

// readVoices notes who is accused, who accuses and who makes any claim, a document or
// whoever a speaker belongs to included.
func (rec *Record) readVoices() {
	for _, claim := range rec.Corpus.Claims {
		rec.Accused[claim.Report().Accused] = true
		if rec.Corpus.Entity(claim.By) == nil {
			continue
		}
		rec.Speaks[claim.By] = true
		if claim.Stance == corpus.Alleges {
			rec.Accuses[claim.By] = true
		}
		for _, owner := range rec.Corpus.Owners(claim.By) {
			rec.Speaks[owner] = true
		}
	}
	for _, entity := range rec.Corpus.Entities {
		if !rec.Speaks[entity.ID] && slices.ContainsFunc(rec.Index.Entity(entity.ID), func(p corpus.Posting) bool { return p.Relation&corpus.AsSpeaker != 0 }) {
			rec.Speaks[entity.ID] = true
		}
	}
	rec.AllAccused = slices.Sorted(maps.Keys(rec.Accused))
}

// readStances sorts denials and remarks, and the copies of one statement.
func (rec *Record) readStances() {
	for _, claim := range rec.Corpus.Claims {
		if claim.Origin != "" {
			rec.Origins[claim.Origin] = append(rec.Origins[claim.Origin], claim)
		}
		switch claim.Stance {
		case corpus.Remark:
			rec.OnReplies[claim] = rec.onReply(claim)
			if at := rec.silentFrom(claim); at >= 0 {
				rec.silences[claim] = at
			}
		case corpus.Denies:
			rec.PlainDenials[claim] = rec.Index.Mentions(claim.Verb+" "+claim.Says, rec.Lexicon.Concept("deny"))
			if rec.counterAccused(claim) {
				rec.Retorts = append(rec.Retorts, claim)
			} else {
				rec.Denials = append(rec.Denials, claim)
			}
		}
	}
}

// onReply tells whether a remark is on what the replies of a report do not answer.
func (rec *Record) onReply(remark *corpus.Claim) bool {
	mentions := func(group string) bool { return rec.Index.Mentions(remark.Says, rec.Lexicon.Concept(group)) }
	return mentions("report-word") && (mentions("reply") || mentions("deny")) &&
		!slices.ContainsFunc(rec.Corpus.AboutOf(remark), func(about *corpus.Claim) bool { return about.Stance == corpus.Denies })
}

// readUnits finds the unit that most amounts on each accused are in; a total counts most.
func (rec *Record) readUnits() {
	weights := map[corpus.Measure]int{corpus.Total: 3, corpus.Single: 1, corpus.Part: 1}
	units := map[string]map[string]int{"": {}}
	for n, claim := range rec.Corpus.Claims {
		f := &rec.Index.Features[n]
		for i, figure := range f.Figures {
			unit := f.In[i]
			if unit == "" || unit == "%" || f.Of[i] < 0 || figure.Unit == "" && claim.Figures[f.Of[i]].Measures != corpus.Total {
				continue
			}
			for _, of := range []string{"", claim.Report().Accused} {
				if units[of] == nil {
					units[of] = map[string]int{}
				}
				units[of][unit] += weights[claim.Figures[f.Of[i]].Measures]
			}
		}
	}
	for of, counts := range units {
		for unit, n := range counts {
			if best := rec.Units[of]; n > counts[best] || n == counts[best] && n > 0 && unit < best {
				rec.Units[of] = unit
			}
		}
	}
}

// readTimes notes the months and days of which the claims tell, and what they count.
func (rec *Record) readTimes() {
	for n := range rec.Corpus.Claims {
		for _, span := range rec.Index.Features[n].Spans {
			for _, date := range []string{span.From, span.To} {
				rec.Months[date[:min(len(date), len("2006-01"))]] = true
				if len(date) == len("2006-01-02") {
					rec.MonthDays[date[len("2006-"):]] = true
				}
			}
		}
		for stem := range rec.Index.Features[n].Counted {
			rec.Counted[stem] = append(rec.Counted[stem], int32(n))
		}
	}
}

// readAffairs notes in whose affairs each entity is named, where there are several. A remark may
// compare affairs, and a word by which a claim is found may be another's name.
func (rec *Record) readAffairs() {
	if len(rec.Accused) < 2 {
		return
	}
	for _, entity := range rec.Corpus.Entities {
		for _, p := range rec.Index.Entity(entity.ID) {
			if claim := rec.Corpus.Claims[p.Claim]; claim.Stance != corpus.Remark && (claim.Incident == entity.ID || rec.SpeaksOf(claim, []string{entity.ID})) {
				rec.Affairs[entity.ID] = AppendNew(rec.Affairs[entity.ID], claim.Report().Accused)
			}
		}
	}
}

// readReports puts the reports in order and their names into the form that is looked for.
func (rec *Record) readReports() {
	for _, report := range rec.Corpus.Reports {
		rec.Slugs[report.ID] = " " + strings.Trim(strings.ReplaceAll(report.ID, "-", " "), " 0123456789") + " "
		rec.Titles[report.ID] = " " + corpus.Joined(language.Split(report.Title)) + " "
		rec.readTitle(report)
	}
	rec.ByDate = slices.Clone(rec.Corpus.Reports)
	slices.SortStableFunc(rec.ByDate, func(a, b *corpus.Report) int {
		return strings.Compare(midYear(a.Published.Date), midYear(b.Published.Date))
	})
	if len(rec.Corpus.Retired) > 0 {
		rec.RetiredIndex = corpus.NewIndex(rec.Corpus.OfRetired(), rec.Lexicon)
	}
}

// midYear puts a date of which only the year is known in the middle of that year.
func midYear(date string) string {
	if len(date) == len("2006") {
		return date + "-07"
	}
	return date
}

// SpeaksOf tells whether a claim has a part for one of the entities, or its own
// words name it; words by which a claim is merely found do not count.
func (rec *Record) SpeaksOf(claim *corpus.Claim, ids []string) bool {
	n := rec.Index.Number(claim)
	switch parts := rec.Index.Relation(n, ids); {
	case parts == 0:
		return false
	case parts != corpus.AsText && parts&corpus.AsIncident == 0:
		return true // an incident's own may be another report's that appears to be the same
	}
	return slices.ContainsFunc(ids, func(id string) bool {
		entity := rec.Corpus.Entity(id)
		return slices.ContainsFunc(append([]string{entity.Name, entity.Label}, entity.Aliases...), func(name string) bool {
			words := corpus.Joined(language.Split(name))
			return words != "" && strings.Contains(rec.Index.Features[n].Text, " "+words+" ")
		})
	})
}

// readTitle records the words of a report's title, but for the name of the accused, which any may have.
func (rec *Record) readTitle(report *corpus.Report) {
	tokens := rec.Lexicon.Split(report.Title)
	mentions := rec.Index.Linker.Link(tokens)
	for i, t := range tokens {
		accused := slices.ContainsFunc(mentions, func(m corpus.Mention) bool { return m.From <= i && i < m.To && len(m.IDs) > 0 && rec.Accused[m.IDs[0]] })
		if !accused && !rec.Lexicon.Ignorable(t.Word) {
			rec.TitleWords[t.Stem] = AppendNew(rec.TitleWords[t.Stem], report.ID)
		}
	}
}
