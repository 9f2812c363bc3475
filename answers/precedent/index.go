package precedent

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"slices"
	"strings"
	"sync"
)

// How much the words of a question count, beside their rarity among the precedents: tried on
// five thousand questions.
const (
	nameWeight  = 1.5 // and figures and dates
	lightWeight = 0.7
	pairWeight  = 0.5 // two words that stand beside each other
)

const (
	common = 0.1 // a feature of a larger share of the precedents finds none by itself
	tried  = 60  // precedents that are compared in full
)

// An Index finds precedents by their wording. It does not change, and may be shared.
type Index struct {
	reports  []string // that the precedents were asked of
	asked    string   // the precedents as they are put, one a line
	kept     []kept
	answers  []string
	features []feature // of all precedents, one after the other
	words    map[Word]feature
	pairs    map[[2]feature]feature
	kinds    []Kind    // by feature
	weights  []float32 // by feature
	holders  []number  // by feature, one after the other: the precedents that have it, where they are few enough to look at
	held     []uint32  // by feature: where its holders begin
	rarest   float32   // rarity of a word that no precedent has
	desks    sync.Pool // of *desk
}

// A feature is a word that precedents have, or a pair of words; a number tells a precedent.
// Both are small because an index is held in memory whole.
type (
	feature uint16
	number  uint16
)

const most = math.MaxUint16 // questions, and words and pairs of words

// Features that are no precedent's.
const (
	unknown feature = iota // a word that none has
	known                  // the first that one has
)

const pair Kind = '+'

// kept is one precedent. What it has of a list ends where that of the next begins.
type kept struct {
	asked  uint32 // where it is put
	from   uint32 // its features
	length float32
	answer uint16
	given  bool
}

// A desk is what one comparison works on. It is left as it was found: all zeros.
type desk struct {
	scores []float32 // by precedent
	asked  []bool    // by feature
	found  []number
	best   []number
}

// Load reads the precedents of a corpus. A corpus without them has none. An error tells file
// and line.
func Load(fsys fs.FS) (*Index, error) {
	questions, err := fsys.Open(Questions)
	if errors.Is(err, fs.ErrNotExist) {
		return parse(strings.NewReader(""), strings.NewReader(""))
	}
	if err != nil {
		return nil, err
	}
	defer questions.Close()
	readings, err := fsys.Open(Readings)
	if err != nil {
		return nil, err
	}
	defer readings.Close()
	return parse(questions, readings)
}

func indexOf(all []Precedent) (*Index, error) {
	var questions, readings bytes.Buffer
	if err := Write(&questions, &readings, nil, all); err != nil {
		return nil, err
	}
	return parse(&questions, &readings)
}

// parse indexes precedents as Write writes them.
func parse(questions, readings io.Reader) (*Index, error) {
	var asked strings.Builder
	if sized, ok := questions.(fs.File); ok {
		if info, err := sized.Stat(); err == nil {
			asked.Grow(int(info.Size()))
		}
	}
	if _, err := io.Copy(&asked, questions); err != nil {
		return nil, fmt.Errorf("%s: %w", Questions, err)
	}
	count := strings.Count(asked.String(), "\n")
	x := &Index{asked: asked.String(), words: make(map[Word]feature, count/2), pairs: make(map[[2]feature]feature, count), kinds: make([]Kind, known, 3*count/2+int(known)), kept: make([]kept, 0, count+1), features: make([]feature, 0, usual*count)}
	in := bufio.NewScanner(readings)
	line := 0
	block := func(take func(text []byte)) { // as far as the next empty line
		for in.Scan() {
			if line++; len(in.Bytes()) == 0 {
				return
			}
			take(in.Bytes())
		}
	}
	block(func([]byte) {}) // what the file is
	block(func(text []byte) { x.reports = append(x.reports, string(text)) })
	block(func(text []byte) { x.answers = append(x.answers, string(text)) })
	block(x.name)
	having := make([]int32, len(x.kinds)) // by feature: how many precedents have it
	at, wrong := 0, 0
	block(func(text []byte) {
		end := strings.IndexByte(x.asked[at:], '\n')
		if (end <= 0 || !x.add(at, text, having)) && wrong == 0 {
			wrong = line
		}
		at += end + 1
	})
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", Readings, err)
	}
	if at < len(x.asked) && wrong == 0 {
		wrong = line + 1
	}
	if len(x.kinds) > most || count > most || len(x.answers) > most {
		return nil, fmt.Errorf("%s: there are more than %d questions, or words in them", Questions, most)
	}
	if wrong > 0 {
		return nil, fmt.Errorf("%s:%d: for each line of %s there is one with the numbers of an answer and of words that are listed above", Readings, wrong, Questions)
	}
	x.kept = append(x.kept, kept{asked: uint32(len(x.asked)), from: uint32(len(x.features))}) // the end of the last
	x.weigh(having)
	return x, nil
}

// Knows tells whether the precedents were asked of the report. What another one tells, they
// cannot have taken into account.
func (x *Index) Knows(report string) bool { return slices.Contains(x.reports, report) }

// usual is how many words and pairs of words a question has.
const usual = 24

// name makes a word, or a pair of them, the next feature.
func (x *Index) name(text []byte) {
	f := feature(len(x.kinds))
	if a, b, paired := bytes.Cut(text, []byte(pairing)); paired {
		x.pairs[[2]feature{x.words[wordOf(string(a))], x.words[wordOf(string(b))]}] = f
		x.kinds = append(x.kinds, pair)
		return
	}
	word := wordOf(string(text))
	x.words[word] = f
	x.kinds = append(x.kinds, word.Kind)
}

// add adds the question that is put there by the numbers of its answer and its words, and tells
// whether there are such.
func (x *Index) add(at int, numbers []byte, having []int32) bool {
	k := kept{asked: uint32(at), from: uint32(len(x.features))}
	numbers, k.given = bytes.CutPrefix(numbers, []byte{given})
	for i, first := 0, true; i < len(numbers); i++ {
		n := 0
		if numbers[i] < '0' || numbers[i] > '9' {
			return false
		}
		for ; i < len(numbers) && '0' <= numbers[i] && numbers[i] <= '9'; i++ {
			n = min(10*n+int(numbers[i]-'0'), len(having)+len(x.answers))
		}
		switch f := feature(n) + known; {
		case first && n < len(x.answers):
			k.answer, first = uint16(n), false
		case first || n+int(known) >= len(having):
			return false
		default:
			x.features = append(x.features, f)
			having[f]++
		}
	}
	x.kept = append(x.kept, k)
	return int(k.from) < len(x.features)
}

func wordOf(text string) Word {
	if text == "" {
		return Word{}
	}
	switch kind := Kind(text[0]); kind {
	case Light, Name, Value:
		return Word{kind, text[1:]}
	}
	return Word{Content, text}
}

// weigh works out what each feature counts, and which precedents have it.
func (x *Index) weigh(in []int32) {
	count := x.count()
	rarity := func(n int32) float32 { return float32(math.Log(float64(count+1) / float64(n+1))) }
	x.rarest = rarity(0)
	x.weights = make([]float32, len(in))
	x.held = make([]uint32, len(in)+1)
	few, room := int32(max(20, common*float64(count))), uint32(0)
	for f := range in {
		x.held[f] = room
		if f < int(known) {
			continue
		}
		x.weights[f] = scale(x.kinds[f]) * rarity(in[f])
		if in[f] <= few {
			room += uint32(in[f])
		}
	}
	x.held[len(in)] = room
	x.holders = make([]number, room)
	next := slices.Clone(x.held)
	for i := range count {
		sum := float32(0)
		for _, f := range x.of(number(i)) {
			sum += x.weights[f] * x.weights[f]
			if in[f] <= few {
				x.holders[next[f]] = number(i)
				next[f]++
			}
		}
		x.kept[i].length = float32(math.Sqrt(float64(sum)))
	}
	x.desks.New = func() any { return &desk{scores: make([]float32, count), asked: make([]bool, len(in))} }
}

// count is how many precedents there are.
func (x *Index) count() int { return len(x.kept) - 1 }

// ask returns a precedent as it is put.
func (x *Index) ask(i number) string {
	return strings.TrimRight(x.asked[x.kept[i].asked:x.kept[i+1].asked], "\r\n")
}

// of returns the features of a precedent.
func (x *Index) of(i number) []feature { return x.features[x.kept[i].from:x.kept[i+1].from] }

// having returns the precedents that have a feature, where they are few enough to look at.
func (x *Index) having(f feature) []number { return x.holders[x.held[f]:x.held[f+1]] }

func scale(kind Kind) float32 {
	switch kind {
	case Name, Value:
		return nameWeight
	case Light:
		return lightWeight
	case pair:
		return pairWeight
	}
	return 1
}
