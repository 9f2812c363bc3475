package language

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"gopkg.in/yaml.v3"
)

// A Concept is a group of words that ask for, or tell, the same thing. Zero is none.
type Concept int32

// A Lexicon knows plain English words, as data: which words mean the same,
// which carry nothing, how chat writes them, and units of figures. It knows no
// names.
type Lexicon struct {
	names     []string             // of concepts, by number
	byName    map[string]Concept   //
	concepts  map[string][]Concept // by stem of a single word
	exact     map[string][]Concept // by the word itself, where its stem is also another word's
	yielding  map[string]Concept   // by stem: the group whose word it is only where no report tells of it
	asking    Concept              // groups up to this one tell how something is asked, not what
	phrases   phraseTable          // several words, by stem
	ignorable map[string]bool      // by word
	fillers   phraseTable          // several words that carry nothing, by word
	expand    map[string][]string  // chat spellings, by word
	runs      map[string][]chatRun // the same of several words ("w/o", "used 2"), by the first
	known     map[string]bool      // every word, for typing repair
	stems     map[string]string    // of known words, so that reading need not stem them again
	english   []byte               // plain English words, sorted, one a line
	units     units
	slots     []Slot
}

type phraseTable map[string][]phrase // by first word

type phrase struct {
	words   []string
	concept Concept
}

type synonymGroup struct {
	ID    string   `yaml:"id"`
	Words []string `yaml:"words"`
	Told  string   `yaml:"told,omitempty"` // group; see Slot
	Soft  bool     `yaml:"soft,omitempty"`
}

// A Slot is something particular that a question asks by a word of one group: what became of somebody, which
// address they used. A claim tells it that prints a word of the other.
type Slot struct {
	Asked Concept
	Told  string // group
	Soft  bool   // whether a claim that does not tell it may answer, where none does
}

type ignorableFile struct {
	Words   []string `yaml:"words"`
	Phrases []string `yaml:"phrases"`
}

type chatFile struct {
	Expand map[string]string `yaml:"expand"`
}

// LoadLexicon reads lexicon/*.yaml of fsys.
func LoadLexicon(fsys fs.FS) (*Lexicon, error) {
	l := &Lexicon{
		names:     []string{""},
		byName:    map[string]Concept{},
		concepts:  map[string][]Concept{},
		exact:     map[string][]Concept{},
		yielding:  map[string]Concept{},
		phrases:   phraseTable{},
		ignorable: map[string]bool{},
		fillers:   phraseTable{},
		expand:    map[string][]string{},
		runs:      map[string][]chatRun{},
		known:     map[string]bool{},
		stems:     map[string]string{},
	}
	var groups, more []synonymGroup
	var plain ignorableFile
	var chat chatFile
	parts := []struct {
		file string
		into any
	}{{"asking", &groups}, {"synonyms", &more}, {"ignorable", &plain}, {"chat", &chat}, {"units", &l.units}}
	var wait sync.WaitGroup
	errs := make([]error, len(parts))
	for i, part := range parts { // each file takes its time to be read
		wait.Go(func() { errs[i] = decode(fsys, "lexicon/"+part.file+".yaml", part.into) })
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	var err error
	if l.english, err = fs.ReadFile(fsys, "lexicon/english.txt"); err != nil {
		return nil, fmt.Errorf("lexicon/english.txt: cannot read the word list: %w", err)
	}
	for _, group := range groups {
		if err := l.addGroup(group); err != nil {
			return nil, err
		}
	}
	l.asking = Concept(len(l.names) - 1)
	for _, group := range more {
		if err := l.addGroup(group); err != nil {
			return nil, err
		}
	}
	for _, group := range groups {
		if group.Told == "" {
			continue
		}
		if l.byName[group.Told] == 0 {
			return nil, fmt.Errorf("lexicon/asking.yaml: group %q: told: there is no group %q", group.ID, group.Told)
		}
		l.slots = append(l.slots, Slot{Asked: l.byName[group.ID], Told: group.Told, Soft: group.Soft})
	}
	for _, word := range plain.Words {
		l.learn(word)
		l.ignorable[Fold(word)] = true
	}
	for _, text := range plain.Phrases {
		l.learn(text)
		l.fillers.add(foldAll(text), 0)
	}
	l.learnChat(chat.Expand)
	l.units.prepare()
	return l, nil
}

func decode(fsys fs.FS, name string, into any) error {
	content, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("%s: cannot read the lexicon: %w", name, err)
	}
	decoder := yaml.NewDecoder(bytes.NewReader(content))
	decoder.KnownFields(true)
	if err := decoder.Decode(into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func (l *Lexicon) addGroup(group synonymGroup) error {
	if l.byName[group.ID] != 0 {
		return fmt.Errorf("lexicon/synonyms.yaml: group %q stands twice", group.ID)
	}
	concept := Concept(len(l.names))
	l.names = append(l.names, group.ID)
	l.byName[group.ID] = concept
	for _, entry := range group.Words {
		parts := foldAll(entry)
		for _, part := range parts {
			l.known[part] = true
		}
		switch {
		case len(parts) == 0:
		case len(parts) == 1 && (strings.HasPrefix(entry, "=") || l.asking == 0 && Irregular(parts[0])): // who "wrote" it asks, what to "write" does not
			l.exact[parts[0]] = append(l.exact[parts[0]], concept)
		case len(parts) == 1:
			stem := l.learnStem(parts[0])
			if strings.HasPrefix(entry, "^") {
				l.yielding[stem] = concept
			}
			if !slices.Contains(l.concepts[stem], concept) {
				l.concepts[stem] = append(l.concepts[stem], concept)
			}
		default:
			l.phrases.add(l.stemAll(parts), concept)
		}
	}
	return nil
}

// learn makes the words known to typing repair.
func (l *Lexicon) learn(text string) {
	for _, word := range foldAll(text) {
		l.known[word] = true
	}
}

func (t phraseTable) add(parts []string, concept Concept) {
	if len(parts) > 0 {
		t[parts[0]] = append(t[parts[0]], phrase{parts, concept})
		slices.SortStableFunc(t[parts[0]], func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
}

// foldAll splits a lexicon entry into folded words, as an utterance is split.
func foldAll(text string) []string {
	if plain(text) {
		return strings.Fields(text)
	}
	var out []string
	for _, token := range split(text) {
		out = append(out, token.Word)
	}
	return out
}

// plain tells whether a text is small letters and spaces, as nearly every entry is.
func plain(text string) bool {
	for i := range len(text) {
		if c := text[i]; (c < 'a' || c > 'z') && c != ' ' {
			return false
		}
	}
	return true
}

func (l *Lexicon) stemAll(parts []string) []string {
	out := make([]string, len(parts))
	for i, part := range parts {
		out[i] = l.learnStem(part)
	}
	return out
}

func (l *Lexicon) learnStem(word string) string {
	stem, ok := l.stems[word]
	if !ok {
		stem = Stem(word)
		l.stems[word] = stem
	}
	return stem
}

// Stem returns the stem of a folded word, as the function Stem does, at once
// for words of the lexicon.
func (l *Lexicon) Stem(word string) string {
	if stem, ok := l.stems[word]; ok {
		return stem
	}
	return Stem(word)
}

// Splitter returns a function that splits texts of ours as Split does and
// remembers the stems of their words. It is for one goroutine.
func (l *Lexicon) Splitter() func(text string) []Token {
	seen := map[string]string{}
	return func(text string) []Token {
		tokens := split(text)
		for i := range tokens {
			word := tokens[i].Word
			stem, ok := seen[word]
			if !ok {
				stem = l.Stem(word)
				seen[word] = stem
			}
			tokens[i].Stem = stem
		}
		return tokens
	}
}

// Split is like the function, but stems no word again that the lexicon has.
func (l *Lexicon) Split(text string) []Token {
	tokens := split(text)
	for i := range tokens {
		tokens[i].Stem = l.Stem(tokens[i].Word)
	}
	return tokens
}

// Stem returns the English stem of a folded word.
func Stem(word string) string {
	switch word {
	case "responsible", "responsibly", "responsibility", "responsibilities":
		return "responsible" // Porter's stemmer takes it for "response"
	case "answerable":
		return "answerable" // and this for "answer"
	case "privation", "privations":
		return "privation" // and these for what is private
	case "organized", "organised", "organize", "organise", "organizing", "organising":
		return "organise" // and these for an organ, or an organisation
	case "republication", "republications", "republish", "republished":
		return "republish" // and these for a republic
	case "authority", "authorities":
		return "authority" // and these for an author
	case "authorize", "authorise", "authorized", "authorised", "authorizes", "authorises", "authorizing", "authorising":
		return "authorize"
	case "objective", "objectives":
		return "objective" // what one aims at, not what one objects to
	case "executive", "executives":
		return "executive" // who manages, not who is executed
	case "several":
		return "several" // how many, not how severe
	}
	if len(word) < 3 || word[0] >= '0' && word[0] <= '9' {
		return word
	}
	env := snowballstem.NewEnv(irregular(word))
	english.Stem(env)
	return env.Current()
}

// Concepts returns the groups that a word belongs to, by itself or by its stem.
func (l *Lexicon) Concepts(word, stem string) []Concept {
	if Irregular(word) { // what "took" means, "take" does; what one asks by the one, not by the other
		of := slices.DeleteFunc(slices.Clone(l.concepts[stem]), l.Asks)
		return append(slices.Clone(l.exact[word]), of...)
	}
	if exact := l.exact[word]; exact != nil {
		return append(slices.Clone(exact), l.concepts[stem]...)
	}
	return l.concepts[stem]
}

// In tells whether a word belongs to a group.
func (l *Lexicon) In(token Token, group string) bool {
	c := l.Concept(group)
	if slices.Contains(l.exact[token.Word], c) {
		return true
	}
	return slices.Contains(l.concepts[token.Stem], c) && !(l.Asks(c) && Irregular(token.Word))
}

// Yields tells whether a word belongs to a group only where no report tells of it: who asks about
// football asks the bot for idle talk, unless the reports are about football.
func (l *Lexicon) Yields(stem string, c Concept) bool { return l.yielding[stem] == c }

// Asks tells whether the group is of words by which people ask, which no claim
// needs to contain.
func (l *Lexicon) Asks(c Concept) bool { return c != 0 && c <= l.asking }

// Slots returns what questions ask that a claim must tell in so many words.
func (l *Lexicon) Slots() []Slot { return l.slots }

// Concept returns the group with that id, or 0.
func (l *Lexicon) Concept(id string) Concept { return l.byName[id] }

// ConceptName returns the id of a group.
func (l *Lexicon) ConceptName(c Concept) string { return l.names[c] }

// Ignorable tells whether the folded word carries nothing in a question.
func (l *Lexicon) Ignorable(word string) bool { return l.ignorable[word] }

// A PhraseMatch is a run of tokens that the lexicon knows as one expression.
type PhraseMatch struct {
	From, To int     // tokens [From, To)
	Concept  Concept // 0: a filler that carries nothing
}

// Phrases finds expressions of several words that carry content, or nothing,
// longest first, not overlapping.
func (l *Lexicon) Phrases(tokens []Token) []PhraseMatch {
	var out []PhraseMatch
	for i := 0; i < len(tokens); i++ {
		best := PhraseMatch{From: i, To: i}
		for _, p := range l.phrases[tokens[i].Stem] {
			if !l.Asks(p.concept) && i+len(p.words) > best.To && matches(tokens[i:], p.words, func(t Token) string { return t.Stem }) {
				best = PhraseMatch{i, i + len(p.words), p.concept}
				break
			}
		}
		for _, p := range l.fillers[tokens[i].Word] {
			if matches(tokens[i:], p.words, func(t Token) string { return t.Word }) && i+len(p.words) > best.To {
				best = PhraseMatch{i, i + len(p.words), 0}
				break
			}
		}
		if best.To > i {
			out = append(out, best)
			i = best.To - 1
		}
	}
	return out
}

// PhrasesAt returns every expression that begins at token i, the longest first.
// One wording may belong to several groups.
func (l *Lexicon) PhrasesAt(tokens []Token, i int) []PhraseMatch {
	var out []PhraseMatch
	for _, p := range l.phrases[tokens[i].Stem] {
		if matches(tokens[i:], p.words, func(t Token) string { return t.Stem }) {
			out = append(out, PhraseMatch{i, i + len(p.words), p.concept})
		}
	}
	return out
}

func matches(tokens []Token, parts []string, form func(Token) string) bool {
	if len(tokens) < len(parts) {
		return false
	}
	for i, part := range parts {
		if form(tokens[i]) != part {
			return false
		}
	}
	return true
}

// isEnglish tells whether the folded word is in the list of plain English words.
func (l *Lexicon) isEnglish(word string) bool {
	text := l.english
	for len(text) > 0 {
		mid := len(text) / 2
		start := bytes.LastIndexByte(text[:mid], '\n') + 1
		end := bytes.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text) - start
		}
		switch strings.Compare(word, string(text[start:start+end])) {
		case 0:
			return true
		case -1:
			text = text[:start]
		default:
			if start+end+1 > len(text) {
				return false
			}
			text = text[start+end+1:]
		}
	}
	return false
}
