package reading

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/record"
)

// nameReport reads a name as standing for a report: its publisher, or whoever
// the report's claims come from ("the Reuters article").
func (rd *Reader) nameReport(r *Request, m corpus.Mention) {
	if len(m.Reports) > 0 {
		r.Reports = record.AppendNew(r.Reports, m.Reports...)
		return
	}
	var of []string
	for _, id := range m.IDs {
		if rd.Accuses[id] && rd.Corpus.Entity(id).Kind == corpus.Outlet {
			return // "the paper's story" is what it says
		}
		for _, p := range rd.Index.Entity(id) {
			if p.Relation&(corpus.AsSpeaker|corpus.AsLink|corpus.AsOwner) != 0 {
				of = record.AppendNew(of, rd.Corpus.Claims[p.Claim].Report().ID)
			}
		}
	}
	if len(of) == 1 {
		r.Reports = record.AppendNew(r.Reports, of...)
	}
}

// readTitles lets a piece of a title name its report: "the king of thieves
// article", where no other title has these words.
func (rd *Reader) readTitles(r *Request) {
	tokens := r.Query.Tokens
	concept := rd.Lexicon.Concept("report-word")
	for i := range tokens {
		if i < 2 || !slices.Contains(rd.Lexicon.Concepts(tokens[i].Word, tokens[i].Stem), concept) {
			continue
		}
		for from := max(0, i-6); from <= i-2; from++ {
			if !slices.ContainsFunc(tokens[from:i], func(t language.Token) bool { return !rd.Lexicon.Ignorable(t.Word) }) {
				break // "of the" stands in many a title
			}
			piece := " " + corpus.Joined(tokens[from:i]) + " "
			var named []string
			for id, title := range rd.Titles {
				if strings.Contains(title, piece) || rd.Slugs[id] == piece {
					named = append(named, id)
				}
			}
			if len(named) == 1 {
				r.Reports = record.AppendNew(r.Reports, named...)
				r.Quotes = slices.DeleteFunc(r.Quotes, func(q string) bool { return strings.Contains(piece, " "+q+" ") })
				for k := range r.Terms {
					r.Terms[k].Asked = r.Terms[k].Asked || r.Terms[k].From >= from && r.Terms[k].To <= i
				}
				break
			}
		}
		if len(r.Reports) == 0 && tokens[i].Stem != "report" {
			rd.nearTitle(r, i)
		}
	}
}

// nearTitle lets words of one title, and of no other, name its report where they stand before a word for an article,
// with at most one among them that is not the title's: "the crypto crime ranking article".
func (rd *Reader) nearTitle(r *Request, i int) {
	tokens, from, other := r.Query.Tokens, i, 0
	words := map[string]int{} // by report
	for k := i - 1; k >= max(0, i-5) && other < 2; k-- {
		if rd.Lexicon.Ignorable(tokens[k].Word) {
			continue
		}
		titles := rd.TitleWords[tokens[k].Stem]
		if len(titles) == 0 || len(titles) > record.MostListed {
			other++
			continue
		}
		from = k
		for _, id := range titles {
			words[id]++
		}
	}
	named := ""
	for id, n := range words {
		if n < 2 {
			continue
		}
		if named != "" {
			return
		}
		named = id
	}
	if named == "" {
		return
	}
	r.Reports = append(r.Reports, named)
	for k := range r.Terms {
		r.Terms[k].Asked = r.Terms[k].Asked || r.Terms[k].From >= from && r.Terms[k].To <= i
	}
}

// yearTitles takes "the two articles of 2019" for those that came out that year: of a "report" it might
// be somebody else's that is meant.
func (rd *Reader) yearTitles(r *Request) {
	if len(r.Reports) > 0 {
		return // one is named
	}
	tokens := r.Query.Tokens
	for _, d := range r.Query.Dates {
		at := d.To
		if d.From > 1 && (tokens[d.From-1].Word == "of" || tokens[d.From-1].Word == "from") {
			at = d.From - 2
		}
		if d.Year == 0 || d.Month != 0 || at < 0 || at >= len(tokens) || tokens[at].Stem == "report" || !rd.In(tokens[at], "report-word") || tokens[at].Word == "coverage" {
			continue
		}
		var of []string
		for _, report := range rd.Corpus.Reports {
			if language.ParseDate(report.Published.Date).Year == d.Year {
				of = append(of, report.ID)
			}
		}
		if before := min(at, d.From) - 1; len(of) == 0 || len(of) > record.MostListed || before >= 0 && (tokens[before].Word == "two" || tokens[before].Word == "both") && len(of) != 2 {
			continue // "both articles of 2019", of which there are three; or too many to be named
		}
		r.Reports = record.AppendNew(r.Reports, of...)
		r.Dates = slices.DeleteFunc(r.Dates, func(o language.Date) bool { return o.From == d.From })
	}
}

// titleFigure takes a figure of "the headline" for that of the one report whose title has it.
func (rd *Reader) titleFigure(r *Request) {
	if len(r.Figures) == 0 || len(r.Reports) > 0 || !rd.Asks(r, "headline-word") {
		return
	}
	for _, report := range rd.Corpus.Reports {
		if slices.ContainsFunc(corpus.ParseFigures(rd.Lexicon, report.Title), r.Figures[0].Same) {
			r.Reports = record.AppendNew(r.Reports, report.ID)
		}
	}
}
