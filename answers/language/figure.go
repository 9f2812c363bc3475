package language

import (
	"math"
	"strconv"
	"strings"
)

// A Figure is a number that an utterance or a claim gives.
type Figure struct {
	Value  float64
	Unit   string // a currency code, "%" for a share, or "" for a plain number
	Scaled bool   // written with million, billion...: an amount even without a currency
	From   int    // tokens [From, To)
	To     int
}

// Money tells whether the figure is, or may be, an amount of money.
func (f Figure) Money() bool { return f.Unit != "" && f.Unit != "%" || f.Scaled }

// Same tells whether two figures are the same amount: equal values, and units
// that do not contradict each other.
func (f Figure) Same(g Figure) bool {
	if (f.Unit == "%") != (g.Unit == "%") {
		return false
	}
	if f.Unit != "" && g.Unit != "" && f.Unit != g.Unit {
		return false
	}
	tolerance := 1e-9
	if f.Unit == "%" {
		tolerance = 0.011 // a third, 33 % and 0.333
	}
	return math.Abs(f.Value-g.Value) <= tolerance*math.Max(math.Abs(f.Value), math.Abs(g.Value))
}

type scale struct {
	Factor float64  `yaml:"factor"`
	Words  []string `yaml:"words"`
}

type units struct {
	Currencies map[string][]string `yaml:"currencies"`
	Measures   map[string][]string `yaml:"measures"` // units of no money
	Scales     map[string]scale    `yaml:"scales"`
	Numbers    map[string]float64  `yaml:"numbers"`
	Fractions  map[string]float64  `yaml:"fractions"`
	Percent    []string            `yaml:"percent"`
	Months     map[string]int      `yaml:"months"`
	Ordinals   map[string]int      `yaml:"ordinals"`
	YearAfter  []string            `yaml:"year_after"`  // words behind which a number before 1900 may be a year
	YearBefore []string            `yaml:"year_before"` // and those that may follow it

	currency map[string]string
	scaled   map[string]float64
	percent  map[string]bool
}

// Ordinal returns the number of "third" or the like; 0 for any other word.
func (l *Lexicon) Ordinal(word string) int { return l.units.Ordinals[word] }

// Unit returns the code of a unit that a word stands for: a currency, a weight; empty if for none.
func (l *Lexicon) Unit(word string) string { return l.units.currency[word] }

// Measures tells whether a unit, by its code, is one of weight, length or the like.
func (l *Lexicon) Measures(code string) bool { return l.units.Measures[code] != nil }

// Scales tells whether a word multiplies the number before it, as "million" does.
func (l *Lexicon) Scales(word string) bool { return l.units.scaled[word] != 0 }

func (u *units) prepare() {
	u.currency, u.scaled, u.percent = map[string]string{}, map[string]float64{}, map[string]bool{}
	for _, kind := range []map[string][]string{u.Currencies, u.Measures} {
		for code, words := range kind {
			for _, word := range words {
				u.currency[word] = code
			}
		}
	}
	for _, s := range u.Scales {
		for _, word := range s.Words {
			u.scaled[word] = s.Factor
		}
	}
	for _, word := range u.Percent {
		u.percent[word] = true
	}
}

// Figures reads the numbers among the tokens: "$1.2bn", "1.5 trillion won",
// "two billion dollars", "7%", "one-third", "200k", "200,000". Numbers that are
// part of a date are read by Dates, and are left out here.
func (l *Lexicon) Figures(tokens []Token, dates []Date) []Figure {
	var out []Figure
	for i := 0; i < len(tokens); {
		if inDate(dates, i) {
			i++
			continue
		}
		figure, next := l.figureAt(tokens, i, dates)
		if next == i {
			i++
			continue
		}
		if i = next; figure.Value < 100 || figure.Money() || i >= len(tokens) || tokens[i].Word != "times" {
			out = append(out, figure)
		} // "a lie told a hundred times" counts nothing
	}
	for k := 0; k+1 < len(out); k++ {
		l.shareUnit(tokens, &out[k], out[k+1])
	}
	return out
}

// shareUnit gives a bare number the scale and unit of the figure that it is joined to:
// "1.2 and 2 million tonnes".
func (l *Lexicon) shareUnit(tokens []Token, f *Figure, next Figure) {
	if f.Unit != "" || f.Scaled || f.To-f.From != 1 || f.Value >= 1000 || next.From != f.To+1 || !next.Scaled || !l.In(tokens[f.To], "joining-word") {
		return
	}
	for _, t := range tokens[next.From:next.To] {
		if factor := l.units.scaled[t.Word]; factor != 0 {
			f.Value, f.Unit, f.Scaled = f.Value*factor, next.Unit, true
			return
		}
	}
}

func inDate(dates []Date, i int) bool {
	for _, d := range dates {
		if i >= d.From && i < d.To {
			return true
		}
	}
	return false
}

func (l *Lexicon) figureAt(tokens []Token, start int, dates []Date) (Figure, int) {
	u := &l.units
	f := Figure{From: start}
	i := start
	if code, ok := u.currency[tokens[i].Word]; ok && !isLetter(tokens[i].Word) {
		f.Unit = code
		i++
	} else if ok && (tokens[i].Upper) && i+1 < len(tokens) && tokens[i+1].Number {
		f.Unit = code // "USD 5m"
		i++
	}
	if i >= len(tokens) || inDate(dates, i) {
		return f, start
	}
	value, suffix, ok := parseNumber(tokens[i].Word)
	word := !ok
	switch {
	case ok:
		f.Value = value
		if factor := u.scaled[suffix]; factor != 0 {
			f.Value *= factor
			f.Scaled = true
		} else if code := u.currency[suffix]; code != "" {
			f.Unit = code
		} else if suffix != "" && suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th" {
			return f, start
		}
		i++
	default:
		if fraction, isFraction := u.Fractions[tokens[i].Word]; isFraction && f.Unit == "" {
			if factor, next := l.partOf(tokens, i+1); factor > 0 {
				f.Value, f.Scaled, i = fraction*factor, true, next
				break
			}
			of := i+1 < len(tokens) && tokens[i+1].Word == "of"
			article := i > 0 && (tokens[i-1].Word == "a" || tokens[i-1].Word == "one")
			ordinal := i > 0 && u.Ordinals[tokens[i-1].Word] != 0
			if fraction < 0.5 && !of && !article || ordinal {
				return f, start // "the third attack", "from what quarter"
			}
			f.Value, f.Unit = fraction, "%"
			return close(f, i+1), i + 1
		}
		value, next := l.spelled(tokens, i, dates)
		if next == i && tokens[i].Word == "a" && i+1 < len(tokens) && len(tokens[i+1].Word) > 1 && u.scaled[tokens[i+1].Word] >= 1e6 {
			value, next = 1, i+1 // "a billion dollars"
		}
		if next == i {
			return f, start
		}
		f.Value, i = value, next
	}
	if i < len(tokens) && f.Value == float64(int(f.Value)) && f.Value <= 9 {
		if fraction, isFraction := u.Fractions[tokens[i].Word]; isFraction { // "one third", "two-thirds"
			f.Value, f.Unit = f.Value*fraction, "%"
			return close(f, i+1), i + 1
		}
	}
	half := 0.0
	if i+2 < len(tokens) && tokens[i].Word == "and" && tokens[i+1].Word == "a" && tokens[i+2].Word == "half" { // "two and a half billion"
		if i+3 < len(tokens) && u.scaled[tokens[i+3].Word] >= 1e6 && !f.Scaled {
			half = 0.5
			i += 3
		}
	}
	f.Value += half
	if i < len(tokens) && f.Unit == "" && f.Value >= 1900 && f.Value < 2100 && strings.HasSuffix(tokens[i].Word, "s") && u.scaled[tokens[i].Word] != 0 {
		return f, start // "the 2019 billions": those of that year
	}
	if i < len(tokens) && !f.Scaled {
		if factor := u.scaled[tokens[i].Word]; factor != 0 && (len(tokens[i].Word) > 1 || f.Unit != "" || !word) {
			f.Value *= factor
			f.Scaled = true
			i++
			if i+2 < len(tokens) && tokens[i].Word == "and" && tokens[i+1].Word == "a" && tokens[i+2].Word == "half" { // "a billion and a half"
				f.Value += factor / 2
				i += 3
			}
		}
	}
	if i < len(tokens) {
		if tokens[i].Word == "percent" || u.percent[tokens[i].Word] || tokens[i].Word == "per" && i+1 < len(tokens) && tokens[i+1].Word == "cent" {
			f.Value, f.Unit = f.Value/100, "%"
			if tokens[i].Word == "per" {
				i++
			}
			return close(f, i+1), i + 1
		}
	}
	for skip := 0; skip <= 2 && i+skip < len(tokens) && f.Unit == ""; skip++ { // "billion US dollars", "billion South Korean won"
		if skip == 0 && l.In(tokens[i], "into-word") {
			break // "what is the 40 million in dollars?"
		}
		if code, ok := u.currency[tokens[i+skip].Word]; ok && (skip == 0 || isLetter(tokens[i+skip].Word) && (tokens[i].Caps || len(tokens[i].Word) <= 2)) { // the sign of "one or the $60 million" is the other's
			f.Unit = code
			i += skip + 1
		}
	}
	if word && f.Value <= 3 && f.Unit == "" && !f.Scaled && (i >= len(tokens) || tokens[start].Word == "one") {
		return f, start // "this one", "one of them", "which one"
	}
	return close(f, i), i
}

// partOf reads what a fraction is of, where that is a number: "half a billion",
// "a quarter of a million".
func (l *Lexicon) partOf(tokens []Token, i int) (factor float64, next int) {
	if i < len(tokens) && tokens[i].Word == "of" {
		i++
	}
	if i+1 < len(tokens) && tokens[i].Word == "a" && l.units.scaled[tokens[i+1].Word] >= 1e6 && len(tokens[i+1].Word) > 1 {
		return l.units.scaled[tokens[i+1].Word], i + 2
	}
	return 0, 0
}

func close(f Figure, to int) Figure {
	f.To = to
	return f
}

func isLetter(word string) bool { return word[0] >= 'a' && word[0] <= 'z' }

// spelled reads "two hundred and five", "fifteen", "thirty five".
func (l *Lexicon) spelled(tokens []Token, i int, dates []Date) (float64, int) {
	total, read := 0.0, false
	start := i
	for ; i < len(tokens) && !inDate(dates, i); i++ {
		hundreds := total >= 100 && int(total)%100 == 0
		if hundreds && tokens[i].Word == "and" && i+1 < len(tokens) && !(i+2 < len(tokens) && l.units.Numbers[tokens[i+2].Word] == 100) {
			if n := l.units.Numbers[tokens[i+1].Word]; n > 0 && n < 100 {
				i++
			}
		}
		n, ok := l.units.Numbers[tokens[i].Word]
		if !ok {
			break
		}
		switch {
		case n == 100 && read:
			total *= 100
		case n == 12 && tokens[i].Word == "dozen" && read:
			total *= 12
		case read && !(hundreds && n < 100) && (int(total)%100 < 20 || n >= 10 || int(total)%10 != 0):
			return total, i
		default:
			total += n
		}
		read = true
	}
	if !read {
		return 0, start
	}
	if i+1 < len(tokens) && tokens[i].Word == "point" { // "one point eight"
		place := 0.1
		for k := i + 1; k < len(tokens) && !inDate(dates, k); k++ {
			digit, ok := l.units.Numbers[tokens[k].Word]
			if !ok || digit > 9 {
				break
			}
			total, place, i = total+digit*place, place/10, k+1
		}
	}
	return total, i
}

// parseNumber splits "1,200.5m" into its value and what follows the digits.
func parseNumber(word string) (value float64, suffix string, ok bool) {
	end := 0
	for end < len(word) && (word[end] >= '0' && word[end] <= '9' || end > 0 && (word[end] == ',' || word[end] == '.')) {
		end++
	}
	if end == 0 {
		return 0, "", false
	}
	digits, suffix := word[:end], word[end:]
	digits = strings.TrimRight(strings.ReplaceAll(digits, ",", ""), ".")
	value, err := strconv.ParseFloat(digits, 64)
	return value, suffix, err == nil
}
