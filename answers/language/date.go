package language

import (
	"fmt"
	"slices"
	"strconv"
)

// A Date is a year, month or day that an utterance names. Words such as "last
// year" or "Thursday" are no dates: what they mean depends on who said them when.
type Date struct {
	Year  int // 0 when only a month or day is named
	Month int // 0 when only a year is named
	Day   int // 0 when no day is named
	From  int // tokens [From, To)
	To    int
}

// String renders the date as YYYY, YYYY-MM or YYYY-MM-DD; without a year as --MM or --MM-DD.
func (d Date) String() string {
	year := "-"
	if d.Year != 0 {
		year = strconv.Itoa(d.Year)
	}
	switch {
	case d.Day != 0:
		return fmt.Sprintf("%s-%02d-%02d", year, d.Month, d.Day)
	case d.Month != 0:
		return fmt.Sprintf("%s-%02d", year, d.Month)
	}
	return year
}

// ParseDate reads YYYY, YYYY-MM or YYYY-MM-DD; the zero Date for anything else.
func ParseDate(text string) Date {
	var d Date
	switch len(text) {
	case 4:
		fmt.Sscanf(text, "%4d", &d.Year)
	case 7:
		fmt.Sscanf(text, "%4d-%2d", &d.Year, &d.Month)
	case 10:
		fmt.Sscanf(text, "%4d-%2d-%2d", &d.Year, &d.Month, &d.Day)
	}
	return d
}

// Covers tells whether e lies within d, as far as both are known: 2019 covers
// 2019-09-01, and a month without a year covers that month of any year.
func (d Date) Covers(e Date) bool {
	return (d.Year == 0 || e.Year == 0 || d.Year == e.Year) &&
		(d.Month == 0 || e.Month == 0 || d.Month == e.Month) &&
		(d.Day == 0 || e.Day == 0 || d.Day == e.Day)
}

// Dates reads the dates among the tokens: "2019", "September 2019", "1 Sept
// 2019", "Sept 1st", "2019-09-01", "mid-2021".
func (l *Lexicon) Dates(tokens []Token) []Date {
	var out []Date
	for i := 0; i < len(tokens); {
		d := l.dateAt(tokens, i)
		if d.To == i {
			i++
			continue
		}
		out = append(out, d)
		i = d.To
	}
	return out
}

func (l *Lexicon) dateAt(tokens []Token, i int) Date {
	none := Date{From: i, To: i}
	at := func(j int) string {
		if j < len(tokens) {
			return tokens[j].Word
		}
		return ""
	}
	if year := l.olderYear(tokens, i); year != 0 {
		return Date{Year: year, From: i, To: i + 1}
	}
	if year := parseYear(at(i)); year != 0 {
		if i+2 < len(tokens) && tokens[i+1].Start == tokens[i].End+1 && tokens[i+2].Start == tokens[i+1].End+1 {
			month, day := parseDay(at(i+1)), parseDay(at(i+2))
			if month >= 1 && month <= 12 && day != 0 && len(at(i+1)) == 2 {
				return Date{Year: year, Month: month, Day: day, From: i, To: i + 3}
			}
		}
		if i > 0 && l.units.currency[tokens[i-1].Word] != "" && !isLetter(tokens[i-1].Word) || l.units.scaled[at(i+1)] != 0 {
			return none
		}
		return Date{Year: year, From: i, To: i + 1}
	}
	day := parseDay(at(i))
	if day == 0 {
		day = l.units.Ordinals[at(i)] // "the tenth of February"
	}
	if day != 0 {
		j := i + 1
		if at(j) == "of" {
			j++
		}
		if month := l.month(tokens, j); month != 0 && parseYear(at(i)) == 0 {
			d := Date{Month: month, Day: day, From: i, To: j + 1}
			if year := parseYear(at(j + 1)); year != 0 {
				d.Year, d.To = year, j+2
			}
			return d
		}
		return none
	}
	if month := l.month(tokens, i); month != 0 {
		d := Date{Month: month, From: i, To: i + 1}
		j := i + 1
		if at(j) == "the" && parseDay(at(j+1)) != 0 {
			j++
		}
		if day := parseDay(at(j)); day != 0 && l.units.scaled[at(j+1)] == 0 {
			d.Day, d.To = day, j+1
		}
		if at(d.To) == "of" && parseYear(at(d.To+1)) != 0 {
			d.To++
		}
		if year := parseYear(at(d.To)); year != 0 {
			d.Year, d.To = year, d.To+1
		}
		if word := tokens[i].Word; (word == "may" || word == "march" || word == "mar") && d.Day == 0 && d.Year == 0 && (!tokens[i].Caps || i == 0 && slices.Contains([]string{"i", "we", "one", "it"}, at(1))) {
			return none // the verbs
		}
		return d
	}
	return none
}

func (l *Lexicon) month(tokens []Token, i int) int {
	if i >= len(tokens) {
		return 0
	}
	return l.units.Months[tokens[i].Word]
}

// olderYear returns a year from 1500 to 1899, which only the words around it tell from a
// count; 0 where the token is none.
func (l *Lexicon) olderYear(tokens []Token, i int) int {
	if !tokens[i].Number || len(tokens[i].Word) != 4 {
		return 0
	}
	year, err := strconv.Atoi(tokens[i].Word)
	if err != nil || year < 1500 || year > 1899 || i == 0 || !slices.Contains(l.units.YearAfter, tokens[i-1].Word) {
		return 0
	}
	if ends := i+1 == len(tokens) || tokens[i+1].Start > tokens[i].End+1; !ends && !slices.Contains(l.units.YearBefore, tokens[i+1].Word) {
		return 0 // "in 1500 cases"
	}
	return year
}

func parseYear(word string) int {
	if len(word) != 4 || word[:2] != "19" && word[:2] != "20" {
		return 0
	}
	year, err := strconv.Atoi(word)
	if err != nil {
		return 0
	}
	return year
}

func parseDay(word string) int {
	if word == "" || word[0] < '0' || word[0] > '9' {
		return 0
	}
	digits := word
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		if len(word) > 2 && word[len(word)-2:] == ending {
			digits = word[:len(word)-2]
		}
	}
	day, err := strconv.Atoi(digits)
	if err != nil || day < 1 || day > 31 || len(digits) > 2 {
		return 0
	}
	return day
}
