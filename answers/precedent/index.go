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
	kept     []kept
	answers  []string
	features []feature // of all precedents, one after the other
	words    map[Word]feature
	pairs    map[[2]feature]feature
	kinds    []Kind     // by feature
	weights  []float32  // by feature
	having   [][]number // by feature: the precedents, where they are few enough to look at
	rarest   float32    // rarity of a word that no precedent has
	desks    sync.Pool  // of *desk
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

// kept is one precedent.
type kept struct {
	ask      string
	answer   int32
	given    bool
	from, to int32 // its features
	length   float32
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
	x := &Index{words: make(map[Word]feature, count/2), pairs: make(map[[2]feature]feature, count), kinds: make([]Kind, known, 3*count/2+int(known)), kept: make([]kept, 0, count), features: make([]feature, 0, usual*count)}
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
	rest, wrong := asked.String(), 0
	block(func(text []byte) {
		var ask string
		ask, rest, _ = strings.Cut(rest, "\n")
		if !x.add(ask, text, having) && wrong == 0 {
			wrong = line
		}
	})
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", Readings, err)
	}
	if rest != "" && wrong == 0 {
		wrong = line + 1
	}
	if len(x.kinds) > most || count > most {
		return nil, fmt.Errorf("%s: there are more than %d questions, or words in them", Questions, most)
	}
	if wrong > 0 {
		return nil, fmt.Errorf("%s:%d: for each line of %s there is one with the numbers of an answer and of words that are listed above", Readings, wrong, Questions)
	}
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

// add adds a question by the numbers of its answer and its words, and tells whether there are
// such.
func (x *Index) add(ask string, numbers []byte, having []int32) bool {
	k := kept{ask: strings.TrimSuffix(ask, "\r"), answer: -1, from: int32(len(x.features))}
	numbers, k.given = bytes.CutPrefix(numbers, []byte{given})
	for i := 0; i < len(numbers); i++ {
		n := 0
		if numbers[i] < '0' || numbers[i] > '9' {
			return false
		}
		for ; i < len(numbers) && '0' <= numbers[i] && numbers[i] <= '9'; i++ {
			n = min(10*n+int(numbers[i]-'0'), len(having)+len(x.answers))
		}
		switch f := feature(n) + known; {
		case k.answer < 0:
			if n >= len(x.answers) {
				return false
			}
			k.answer = int32(n)
		case n+int(known) >= len(having):
			return false
		default:
			x.features = append(x.features, f)
			having[f]++
		}
	}
	k.to = int32(len(x.features))
	x.kept = append(x.kept, k)
	return k.ask != "" && k.answer >= 0 && k.from < k.to
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
	rarity := func(n int32) float32 { return float32(math.Log(float64(len(x.kept)+1) / float64(n+1))) }
	x.rarest = rarity(0)
	x.weights = make([]float32, len(in))
	x.having = make([][]number, len(in))
	few, room := int32(max(20, common*float64(len(x.kept)))), int32(0)
	for f := int(known); f < len(in); f++ {
		x.weights[f] = scale(x.kinds[f]) * rarity(in[f])
		if in[f] <= few {
			room += in[f]
		}
	}
	arena := make([]number, room)
	for f := int(known); f < len(in); f++ {
		if in[f] <= few {
			x.having[f], arena = arena[:0:in[f]], arena[in[f]:]
		}
	}
	for i := range x.kept {
		sum := float32(0)
		for _, f := range x.of(number(i)) {
			sum += x.weights[f] * x.weights[f]
			if in[f] <= few {
				x.having[f] = append(x.having[f], number(i))
			}
		}
		x.kept[i].length = float32(math.Sqrt(float64(sum)))
	}
	x.desks.New = func() any { return &desk{scores: make([]float32, len(x.kept)), asked: make([]bool, len(in))} }
}

// of returns the features of a precedent.
func (x *Index) of(i number) []feature { return x.features[x.kept[i].from:x.kept[i].to] }

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
