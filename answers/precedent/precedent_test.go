package precedent

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"
)

// asked makes words of a text, marked as the file marks them.
func asked(text string) (words []Word) {
	for _, field := range strings.Fields(text) {
		words = append(words, wordOf(field))
	}
	return words
}

var marbles = []Precedent{
	{"answered m/1", false, "How many marbles did the crew take?", asked("~how many marbl ~did ~the @crew take")},
	{"answered m/1", false, "How many marbles were taken by the crew?", asked("~how many marbl ~were take ~by ~the @crew")},
	{"answered m/2", false, "When were the marbles taken?", asked("~when ~were ~the marbl take")},
	{"answered m/3", false, "Who sold 40 marbles?", asked("~who sell #40 marbl")},
	{"not_reported ", true, "What are marbles made of?", asked("~what ~are marbl make ~of")},
}

func indexed(t *testing.T, all []Precedent) *Index {
	t.Helper()
	x, err := indexOf(all)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestLike(t *testing.T) {
	x := indexed(t, marbles)
	for _, test := range []struct{ words, nearest string }{
		{"~how many marbl ~did ~the @crew take", "How many marbles did the crew take?"},
		{"~in ~which year ~were marbl take", "When were the marbles taken?"},
		{"~of ~what ~are ~the marbl make", "What are marbles made of?"},
		{"#40 marbl ~who sell ~them", "Who sold 40 marbles?"},
	} {
		near := x.Like(asked(test.words), 3)
		if len(near) == 0 || near[0].Ask != test.nearest {
			t.Errorf("%s: want %q nearest, got %+v", test.words, test.nearest, near)
			continue
		}
		for i := 1; i < len(near); i++ {
			if near[i].Likeness > near[i-1].Likeness {
				t.Errorf("%s: %q stands before the nearer %q", test.words, near[i-1].Ask, near[i].Ask)
			}
		}
	}
	if near := x.Like(asked("nothing ~of ~the sort"), 3); len(near) > 0 && near[0].Covered > 0 {
		t.Errorf("words that no precedent has are covered by %+v", near[0])
	}
	if near := x.Like(nil, 3); near != nil {
		t.Errorf("no words are like %+v", near)
	}
}

func TestSameWordsAreWhollyAlike(t *testing.T) {
	x := indexed(t, marbles)
	for _, p := range marbles {
		near := x.Like(p.Words, 1)
		if near[0].Ask != p.Ask || near[0].Likeness < 0.999 || near[0].Covered < 0.999 || near[0].Missing != 0 || near[0].Beyond != 0 || !near[0].SameValues {
			t.Errorf("%q is like %+v", p.Ask, near[0])
		}
		if near[0].Answer != p.Answer || near[0].Given != p.Given {
			t.Errorf("%q is answered by %q", p.Ask, near[0].Answer)
		}
	}
}

func TestWhatIsNotShared(t *testing.T) {
	x := indexed(t, marbles)
	near := x.Like(asked("~how many marbl ~did ~the @band take"), 1)[0]
	if near.NamesAsked != 1 || near.NamesBeyond != 1 || near.Missing == 0 || near.Beyond == 0 || near.Covered >= 1 {
		t.Errorf("another name: %+v", near)
	}
	if near := x.Like(asked("~who sell #50 marbl"), 1)[0]; near.SameValues {
		t.Errorf("another figure: %+v", near)
	}
	if near := x.Like(asked("~who sell marbl"), 1)[0]; near.SameValues {
		t.Errorf("a figure that was not asked about: %+v", near)
	}
}

func TestSameBytesTwice(t *testing.T) {
	distinct, err := Distinct(marbles)
	if err != nil {
		t.Fatal(err)
	}
	if len(distinct) != 4 || distinct[0].Ask != marbles[0].Ask {
		t.Errorf("of two questions worded alike the shorter one should stay: %+v", distinct)
	}
	var q1, r1, q2, r2 bytes.Buffer
	if err := Write(&q1, &r1, nil, distinct); err != nil {
		t.Fatal(err)
	}
	if err := Write(&q2, &r2, nil, distinct); err != nil {
		t.Fatal(err)
	}
	if q1.String() != q2.String() || r1.String() != r2.String() {
		t.Error("written twice, the files differ")
	}
}

func TestLoad(t *testing.T) {
	var questions, readings bytes.Buffer
	if err := Write(&questions, &readings, []string{"m"}, marbles); err != nil {
		t.Fatal(err)
	}
	last := strings.LastIndex(strings.TrimSuffix(readings.String(), "\n"), "\n") + 1
	for name, test := range map[string]struct{ questions, readings, wrong string }{
		"both":              {questions.String(), readings.String(), ""},
		"none":              {"", "", ""},
		"a question more":   {questions.String() + "And why?\n", readings.String(), Readings + ":"},
		"a question less":   {questions.String()[strings.Index(questions.String(), "\n")+1:], readings.String(), Readings + ":"},
		"no such answer":    {questions.String(), readings.String()[:last] + "99 1 2\n", "listed above"},
		"no such word":      {questions.String(), readings.String()[:last] + "1 1 99999999999999999999\n", "listed above"},
		"no words":          {questions.String(), readings.String()[:last] + "1\n", "listed above"},
		"no numbers at all": {questions.String(), readings.String()[:last] + "one two\n", "listed above"},
	} {
		files := fstest.MapFS{Questions: {Data: []byte(test.questions)}, Readings: {Data: []byte(test.readings)}}
		_, err := Load(files)
		if test.wrong == "" && err != nil || test.wrong != "" && (err == nil || !strings.Contains(err.Error(), test.wrong)) {
			t.Errorf("%s: want %q, got %v", name, test.wrong, err)
		}
	}
	x, err := Load(fstest.MapFS{Questions: {Data: questions.Bytes()}, Readings: {Data: readings.Bytes()}})
	if err != nil || !x.Knows("m") || x.Knows("n") {
		t.Errorf("the reports that were asked: %v, %v", x.reports, err)
	}
	x, err = Load(fstest.MapFS{})
	if err != nil || len(x.Like(asked("marbl"), 3)) != 0 {
		t.Errorf("a corpus without precedents: %v", err)
	}
	if _, err := Load(fstest.MapFS{Questions: {Data: questions.Bytes()}}); err == nil {
		t.Error("questions without readings were taken")
	}
}

func FuzzLoad(f *testing.F) {
	var questions, readings bytes.Buffer
	if err := Write(&questions, &readings, []string{"m"}, marbles); err != nil {
		f.Fatal(err)
	}
	f.Add(questions.String(), readings.String(), "~who sell #40 marbl")
	f.Fuzz(func(t *testing.T, questions, readings, words string) {
		x, err := parse(strings.NewReader(questions), strings.NewReader(readings))
		if err != nil {
			return
		}
		for _, n := range x.Like(asked(words), 3) {
			if n.Likeness < 0 || n.Likeness > 1.001 || n.Covered < -0.001 || n.Covered > 1.001 {
				t.Errorf("%q: %+v", words, n)
			}
		}
	})
}
