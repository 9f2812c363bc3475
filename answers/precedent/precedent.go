// Package precedent finds, among questions that are known to be answered well, those that
// a new one is worded like. It knows words and how rare they are, and no subject.
package precedent

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Where the precedents of a corpus stand among its files.
const (
	Folder    = "precedents"
	Questions = Folder + "/questions.txt" // as they are put, one a line
	Readings  = Folder + "/readings.txt"  // how they are read and answered
)

// A Precedent is a question that is answered well.
type Precedent struct {
	Answer string // its outcome, and the claims that lead its answer: equal answers are told alike
	Given  bool   // the answer was given by whoever keeps the question, and is not what it is read as
	Ask    string // as it is put
	Words  []Word // as it is read
}

// A Word is a word of a question as it is read.
type Word struct {
	Kind Kind
	Text string // a stem, the id of what is named, a figure or a date
}

// A Kind tells what a word is.
type Kind byte

// The kinds of words, as the file marks them. A word without a mark is content.
const (
	Content Kind = 0
	Light   Kind = '~' // says little in any question
	Name    Kind = '@' // somebody or something
	Value   Kind = '#' // a figure or a date
)

// given stands in the file before an answer that was given.
const given = '!'

// pairing stands in the file between two words that count together where they stand beside
// each other.
const pairing = "+"

const heading = `% How the questions beside this file are read and answered: first the reports that they were asked of, then all answers (an
% outcome, the claims that lead), all words and pairs of words that count, and, a line for each question, the numbers of its
% answer ("!" where it was given and is not read so) and its words.
% Written by "allegedly eval --keep"; docs/eval.md tells when to write it anew.

`

// Write writes precedents as Load reads them: the questions, and how they are read; reports are
// those that they were asked of.
func Write(questions, readings io.Writer, reports []string, all []Precedent) error {
	var answers, words []string
	number := func(list *[]string, numbers map[string]int, text string) int {
		n, ok := numbers[text]
		if !ok {
			n = len(*list)
			numbers[text] = n
			*list = append(*list, text)
		}
		return n
	}
	pairs := map[string]int{} // how often they occur
	for _, p := range all {
		for i := 1; i < len(p.Words); i++ {
			pairs[p.Words[i-1].String()+pairing+p.Words[i].String()]++
		}
	}
	var asked, read strings.Builder
	inAnswers, inWords := map[string]int{}, map[string]int{}
	for _, p := range all {
		fmt.Fprintln(&asked, p.Ask)
		if p.Given {
			read.WriteByte(given)
		}
		fmt.Fprint(&read, number(&answers, inAnswers, p.Answer))
		var numbers []int
		add := func(n int) {
			if !slices.Contains(numbers, n) {
				numbers = append(numbers, n)
				fmt.Fprintf(&read, " %d", n)
			}
		}
		for i, word := range p.Words {
			add(number(&words, inWords, word.String()))
			if i == 0 {
				continue
			}
			if pair := p.Words[i-1].String() + pairing + word.String(); pairs[pair] > 1 {
				add(number(&words, inWords, pair))
			}
		}
		read.WriteByte('\n')
	}
	if _, err := io.WriteString(questions, asked.String()); err != nil {
		return err
	}
	var text strings.Builder
	text.WriteString(heading)
	for _, block := range [][]string{reports, answers, words} {
		for _, line := range block {
			fmt.Fprintln(&text, line)
		}
		text.WriteByte('\n')
	}
	_, err := io.WriteString(readings, text.String()+read.String())
	return err
}

// String returns the word as the file has it.
func (w Word) String() string {
	if w.Kind == Content {
		return apart.Replace(w.Text)
	}
	return string(rune(w.Kind)) + apart.Replace(w.Text)
}

// apart keeps what stands between words out of them.
var apart = strings.NewReplacer(" ", "_", "\n", "_", pairing, "_")

// alike is how much a question must be worded like another for it to add nothing.
const alike = 0.65

// Distinct returns the precedents without those that are worded much like another that is
// answered alike; of two the one with fewer words stays.
func Distinct(all []Precedent) ([]Precedent, error) {
	x, err := indexOf(all)
	if err != nil {
		return nil, err
	}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(all[a].Words), len(all[b].Words)) })
	kept := map[string]bool{} // by question
	for _, i := range order {
		p := &all[i]
		kept[p.Ask] = !slices.ContainsFunc(x.Like(p.Words, tried), func(n Near) bool {
			return n.Likeness >= alike && n.Answer == p.Answer && n.Ask != p.Ask && kept[n.Ask]
		})
	}
	return slices.DeleteFunc(slices.Clone(all), func(p Precedent) bool { return !kept[p.Ask] }), nil
}
