package language

import (
	"iter"
	"slices"
	"strings"
)

// A Speller repairs single typing errors against a fixed set of words. It is
// deliberately timid: a word that it does not know may be a name that nobody
// entered, and turning that into another name would put words into a mouth.
type Speller struct {
	buckets map[bucket][]candidate
	same    func(a, b string) bool // two spellings of one name; may be nil
}

// A candidate is a known word. Of two that are equally near, the one from the
// earlier list wins: names first, then the words of claims, then plain English.
type candidate struct {
	word string
	list int
}

type bucket struct {
	first byte
	size  int
}

// NewSpeller returns a speller over lists of folded words, the likeliest first.
// same tells which words are spellings of one name, so that they are no tie.
func NewSpeller(same func(a, b string) bool, sequences ...iter.Seq[string]) *Speller {
	s := &Speller{buckets: map[bucket][]candidate{}, same: same}
	seen := map[string]bool{}
	for list, words := range sequences {
		for word := range words {
			if len(word) >= 3 && !seen[word] {
				seen[word] = true
				b := bucket{word[0], len(word)}
				s.buckets[b] = append(s.buckets[b], candidate{word, list})
			}
		}
	}
	for _, words := range s.buckets {
		slices.SortFunc(words, func(a, b candidate) int { return strings.Compare(a.word, b.word) })
	}
	return s
}

// Repair returns the one known word that is a typing error away: a letter
// missing, added, wrong or swapped with its neighbour, one for short words and
// two for words of eight letters and more; in a word of three letters, nothing but
// two that are swapped. A tie repairs nothing.
func (s *Speller) Repair(word string) (string, bool) {
	if len(word) < 3 || len(word) > 24 || !letters(word) {
		return "", false
	}
	limit := 1
	if len(word) >= 8 {
		limit = 2
	}
	best, found, list, tie := 2*limit+2, "", 0, false
	try := func(first byte) {
		for size := len(word) - limit; size <= len(word)+limit; size++ {
			for _, c := range s.buckets[bucket{first, size}] {
				d := 2 * distance(word, c.word, limit)
				if d > 2*limit || d == 4 && c.list > 0 && !sameConsonants(word, c.word) || len(word) == 4 && !(d == 2 && size == 4 && swapped(word, c.word)) && size != 5 || min(len(word), size) == 3 && !swapped(word, c.word) {
					continue
				}
				if d == 2 && swapped(word, c.word) {
					d-- // of single slips, the commonest
				}
				switch {
				case d < best, d == best && c.list < list:
					best, found, list, tie = d, c.word, c.list, false
				case d == best && c.list == list && c.word != found:
					tie = tie || Stem(c.word) != Stem(found) && (s.same == nil || !s.same(c.word, found))
				}
			}
		}
	}
	try(word[0])
	if word[1] != word[0] && best > 2 {
		try(word[1]) // the first two letters swapped
	}
	return found, found != "" && !tie
}

// sameConsonants tells whether two words have the same consonants, however often and in
// whatever order. Two slips rarely touch these; a name that nobody entered has its own.
func sameConsonants(a, b string) bool {
	var in [2]uint32
	for k, word := range [2]string{a, b} {
		word = strings.ReplaceAll(word, "ph", "f") // as it sounds
		for i := range len(word) {
			switch c := word[i]; c {
			case 'a', 'e', 'i', 'o', 'u', 'y', 'h', '\'':
			case 'c', 'q':
				in[k] |= 1 << ('k' - 'a')
			case 'z':
				in[k] |= 1 << ('s' - 'a')
			default:
				in[k] |= 1 << (c - 'a')
			}
		}
	}
	return in[0] == in[1]
}

func letters(word string) bool {
	for i := range len(word) {
		if c := word[i]; (c < 'a' || c > 'z') && c != '\'' {
			return false
		}
	}
	return true
}

// OneSlip tells whether two words of four letters and more differ by one slip of
// the keyboard.
func OneSlip(a, b string) bool {
	return a != b && len(a) >= 4 && len(b) >= 4 && distance(a, b, 1) <= 1
}

// swapped tells whether the words differ by one swap of neighbours.
func swapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if a[i] != b[i] {
			return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		}
	}
	return false
}

// distance is the optimal string alignment distance: insertions, deletions,
// substitutions and swaps of neighbours each count one. It stops above limit.
// (Library implementations count a swap as two, which is the commonest slip.)
func distance(a, b string, limit int) int {
	const widest = 32
	if len(a) >= widest || len(b) >= widest {
		return limit + 1
	}
	var rows [3][widest]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := 0; j <= len(b); j++ {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := row[0]
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(row[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
			least = min(least, d)
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
