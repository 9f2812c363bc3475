package corpus

import (
	"slices"
	"strings"

	"allegedly/answers/language"
)

// Features are what choosing needs to know of a claim, computed once.
type Features struct {
	Facets  map[Facet]bool
	Figures []language.Figure         // parsed, in the order of Claim.Figures, conversions after their figure
	Of      []int                     // for each of Figures, its number in Claim.Figures; -1: of a remark's own words, or of a claim that it is about
	In      []string                  // for each of Figures, what it is an amount of: a currency, or the stem of the noun behind it ("sack")
	Spans   []Span                    // when it was said, happened, or what it covers
	Accused []string                  // entities said to have acted
	Text    string                    // what is said, as folded words between spaces
	Stems   map[string]bool           // of what is said
	Figured bool                      // a remark that prints a figure
	Counted map[string]bool           // stems of what its counts count
	Groups  map[language.Concept]bool // and the groups of these words
}

func features(claim *Claim, lexicon *language.Lexicon, split func(string) []language.Token) Features {
	tokens := split(claim.Says)
	f := Features{Facets: map[Facet]bool{}, Text: " " + Joined(tokens) + " ", Stems: map[string]bool{}}
	for _, token := range tokens {
		if !lexicon.Ignorable(token.Word) {
			f.Stems[token.Stem] = true
		}
	}
	if claim.Stance == Remark {
		for _, figure := range ParseFigures(lexicon, claim.Says) { // of a headline, say, that no claim carries
			f.Figured = true
			f.Figures, f.Of, f.In = append(f.Figures, figure), append(f.Of, -1), append(f.In, figure.Unit)
		}
	}
	for i, figure := range claim.Figures {
		if figure.Measures == Count || figure.Measures == Extent {
			f.count(lexicon, figure.Of+" "+figure.Text)
		}
		for _, text := range []string{figure.Text, figure.Converted} {
			if text == "" {
				continue
			}
			words := language.Split(text)
			for _, parsed := range lexicon.Figures(words, lexicon.Dates(words)) {
				unit := parsed.Unit
				if unit == "" {
					if parsed.To < len(words) {
						unit = countedNoun(words[parsed.To:])
					}
					if m := figure.Measures; (m == Total || m == Part || m == Single) && unit+figure.Of != "" { // a total of people is asked for by "how many"
						f.Facets[FacetCount] = true
						f.count(lexicon, figure.Of+" "+figure.Text)
					}
				}
				f.Figures, f.Of, f.In = append(f.Figures, parsed), append(f.Of, i), append(f.In, unit)
				if figure.Measures == Count && parsed.Unit != "" && parsed.Unit != "%" {
					f.Facets[FacetAmount] = true // litres and tonnes are asked for by "how much", too
				}
			}
		}
		switch figure.Measures {
		case Total, Part, Single:
			f.Facets[FacetAmount] = true
		case Count, Extent: // "how many kilometres of it"
			f.Facets[FacetCount] = true
		case Share:
			f.Facets[FacetShare] = true
		case Duration:
			f.Facets[FacetDuration] = true
		case Rank:
			f.Facets[FacetRanking] = true
		}
	}
	for facet, has := range map[Facet]bool{
		FacetWhen:       claim.Said != nil && claim.Said.Date != "" || claim.Happened != nil || claim.Period != nil,
		FacetTarget:     len(claim.Targets) > 0,
		FacetAsset:      len(claim.Assets) > 0,
		FacetActor:      claim.Stance == Alleges || len(claim.Actor) > 0,
		FacetPurpose:    len(claim.Purpose) > 0 || slices.ContainsFunc(claim.Reason, func(why string) bool { return strings.HasPrefix(why, "to ") }), // an end, and no cause
		FacetMethod:     len(claim.Method) > 0,
		FacetEvidence:   len(claim.Evidence) > 0,
		FacetReason:     len(claim.Reason) > 0,
		FacetPlace:      len(claim.Place) > 0,
		FacetDefinition: len(claim.Defines) > 0,
		FacetQuote:      strings.ContainsAny(claim.Says, "\"“"),
	} {
		if has {
			f.Facets[facet] = true
		}
	}
	if p := claim.Period; p != nil && p.From != "" && p.To != "" && p.From != p.To {
		f.Facets[FacetDuration] = true
	}
	for _, facet := range claim.Facets {
		f.Facets[facet] = true
	}
	if d := claim.Said; d != nil && d.Date != "" {
		f.Spans = append(f.Spans, Span{d.Date, d.Date, true})
	}
	if d := claim.Happened; d != nil && d.Date != "" {
		f.Spans = append(f.Spans, Span{d.Date, d.Date, false})
	}
	if p := claim.Period; p != nil && (p.From != "" || p.To != "") {
		f.Spans = append(f.Spans, Span{p.From, p.To, false})
	}
	f.Accused = claim.Actor
	if len(f.Accused) == 0 && claim.Stance == Alleges {
		f.Accused = []string{claim.report.Accused}
	}
	return f
}

// countedNoun returns the stem of the noun that stands behind a number: of "jute sacks" and
// "sacks of flour" it is "sack".
func countedNoun(words []language.Token) string {
	noun := words[0]
	for _, word := range words[1:] {
		if word.Word == "of" {
			break
		}
		noun = word
	}
	return noun.Stem
}

// count remembers the words for what a figure counts.
func (f *Features) count(lexicon *language.Lexicon, text string) {
	if f.Counted == nil {
		f.Counted, f.Groups = map[string]bool{}, map[language.Concept]bool{}
	}
	for _, token := range language.Split(text) {
		if lexicon.Ignorable(token.Word) {
			continue
		}
		f.Counted[token.Stem] = true
		for _, c := range lexicon.Concepts(token.Word, token.Stem) {
			f.Groups[c] = true
		}
	}
}

// PerUnit tells whether a claim with a figure tells of one of the unit that a word stands for:
// "a kilo fetches 3 crowns".
func (x *Index) PerUnit(claim int32, word string) bool {
	f, unit := &x.Features[claim], x.Lexicon.Unit(word)
	if unit == "" || len(f.Figures) == 0 {
		return false
	}
	words := language.Split(f.Text)
	for i := 1; i < len(words); i++ {
		if x.Lexicon.Unit(words[i].Word) == unit && x.Lexicon.In(words[i-1], "one-word") {
			return true
		}
	}
	return false
}

// ParseFigures reads the figures of a text of ours.
func ParseFigures(lexicon *language.Lexicon, text string) []language.Figure {
	tokens := language.Split(text)
	return lexicon.Figures(tokens, lexicon.Dates(tokens))
}

// Has tells whether the claim gives the figure.
func (f *Features) Has(figure language.Figure) bool {
	return slices.ContainsFunc(f.Figures, figure.Same)
}

// Prints tells whether the claim's own sentence has the folded words, one behind the other.
func (f *Features) Prints(words string) bool { return strings.Contains(f.Text, " "+words+" ") }
