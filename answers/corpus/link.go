package corpus

import (
	"slices"
	"strings"

	"allegedly/answers/language"
)

// A Mention is a run of tokens that names one or more entities or reports.
type Mention struct {
	From, To int      // tokens [From, To)
	IDs      []string // entities, the likeliest first
	Reports  []string // reports named by publisher, title or id
	Weak     bool     // found by role alone ("the spy agency"), without a name
}

// A Linker finds names among tokens, the longest first.
type Linker struct {
	corpus   *Corpus
	plain    func(word string) bool                    // carries nothing in a question
	common   func(word string) bool                    // is no slip of the keyboard
	report   func(token language.Token) bool           // a word for a report
	compound func(tokens []language.Token, i int) bool // an expression of two plain words begins at the token
	office   func(tokens []language.Token, i int) bool // an office of two words begins at the token
	field    func(token language.Token) bool           // what a ministry is for
	seconds  map[string][]alias                        // several-word names, by their second word
	aliases  map[string][]alias                        // by first word
	joined   map[string][]alias                        // several-word names written as one word, and the reverse
	roles    map[string][]roleAlias                    // by the first word of the role, in the singular
	words    map[string]bool                           // every word of a name
	named    map[string][]string                       // entities by single word of a name
}

type alias struct {
	words     []string
	entity    string
	report    string
	needsCaps bool // also a plain word: only in capitals, or after "the"
	title     bool // a title of several words, which might be what somebody says
}

// NewLinker prepares the names of the corpus. A name in capitals that is also a
// plain word to the lexicon (US, WHO, IT) is recognised only in capitals.
func NewLinker(c *Corpus, lexicon *language.Lexicon) *Linker {
	l := &Linker{corpus: c, aliases: map[string][]alias{}, joined: map[string][]alias{}, roles: map[string][]roleAlias{}, words: map[string]bool{}, named: map[string][]string{}, seconds: map[string][]alias{}, common: lexicon.Common}
	plain := lexicon.Ignorable
	l.plain = plain
	l.report = func(token language.Token) bool {
		return slices.Contains(lexicon.Concepts(token.Word, token.Stem), lexicon.Concept("report-word"))
	}
	l.field = func(token language.Token) bool { return lexicon.In(token, "ministry-field") }
	l.compound = func(tokens []language.Token, i int) bool {
		return !tokens[i].Caps && !tokens[i+1].Caps && slices.ContainsFunc(lexicon.PhrasesAt(tokens, i), func(p language.PhraseMatch) bool {
			return p.To == i+2 && !lexicon.Asks(p.Concept) // "news agency" is not the agency
		})
	}
	l.office = func(tokens []language.Token, i int) bool {
		return slices.ContainsFunc(lexicon.PhrasesAt(tokens, i), func(p language.PhraseMatch) bool {
			return p.To == i+2 && p.Concept == lexicon.Concept("prime-minister")
		})
	}
	for _, e := range c.Entities {
		for _, name := range slices.Concat([]string{e.Name, e.Label}, e.Aliases, e.Spellings) {
			l.add(name, alias{entity: e.ID}, plain)
		}
		for _, role := range append(slices.Clone(e.Roles), organs(e, lexicon)...) {
			l.addRole(role, roleAlias{entity: e.ID, owner: e.Of})
		}
		if role := calling(e); role != "" && lexicon.Unit(role) == "" && !lexicon.In(language.Split(role)[0], "the-firm") {
			l.addRole(role, roleAlias{entity: e.ID, owner: e.Of, definite: true})
		}
	}
	outlets := outletNames(c)
	for _, r := range c.Reports {
		for _, name := range append([]string{r.ID, r.Publisher}, outlets[r.Publisher]...) {
			l.add(name, alias{report: r.ID}, plain)
		}
		l.add(r.Title, alias{report: r.ID, title: true}, plain)
		if main := mainTitle(r.Title); main != r.Title {
			l.add(main, alias{report: r.ID, title: true}, plain)
		}
		if r.URL != "" {
			l.add(hostOf(r.URL), alias{report: r.ID}, plain)
		}
	}
	for _, list := range l.aliases {
		slices.SortStableFunc(list, func(a, b alias) int { return len(b.words) - len(a.words) })
	}
	for _, list := range l.roles {
		slices.SortStableFunc(list, func(a, b roleAlias) int { return len(b.words) - len(a.words) })
	}
	return l
}

// mainTitle returns a title without what its first comma, colon or bracket sets apart, as people cite it.
func mainTitle(title string) string {
	const words = 4 // fewer might be anything
	main := title
	if cut := strings.IndexAny(title, ",:(–—"); cut > 0 {
		main = strings.TrimSpace(title[:cut])
	}
	if len(strings.Fields(main)) < words {
		return title
	}
	return main
}

// organs returns what a body without roles is by its names: an embassy, a ministry.
func organs(e *Entity, lexicon *language.Lexicon) []string {
	if e.Kind != Body || len(e.Roles) > 0 {
		return nil
	}
	var out []string
	for _, token := range language.Split(strings.Join(append([]string{e.Name, e.Label}, e.Aliases...), " ")) {
		if slices.Contains(lexicon.Concepts(token.Word, token.Stem), lexicon.Concept("organ-noun")) && !slices.Contains(out, token.Word) {
			out = append(out, token.Word)
		}
	}
	return out
}

// outletNames returns the other names of each outlet, by each of its names.
func outletNames(c *Corpus) map[string][]string {
	out := map[string][]string{}
	for _, e := range c.Entities {
		if e.Kind != Outlet {
			continue
		}
		names := slices.DeleteFunc(slices.Concat([]string{e.Name, e.Label}, e.Aliases, e.Spellings), func(name string) bool { return name == "" })
		for _, name := range names {
			out[name] = slices.DeleteFunc(slices.Clone(names), func(other string) bool { return other == name })
		}
	}
	return out
}

func hostOf(url string) string {
	_, rest, _ := strings.Cut(url, "://")
	host, _, _ := strings.Cut(rest, "/")
	return strings.TrimPrefix(host, "www.")
}

func (l *Linker) add(name string, a alias, plain func(string) bool) {
	upper := name == strings.ToUpper(name)
	words := foldedWords(name)
	for len(words) > 1 && (words[0] == "the" || words[0] == "a" || words[0] == "an") {
		words = words[1:]
	}
	if len(words) == 0 || len(words) == 1 && !upper && plain(words[0]) {
		return
	}
	a.words = words
	a.needsCaps = upper && len(words) == 1 && plain(words[0])
	for _, word := range words {
		l.words[word] = true
		if a.entity != "" && !slices.Contains(l.named[word], a.entity) {
			l.named[word] = append(l.named[word], a.entity)
		}
	}
	l.aliases[words[0]] = append(l.aliases[words[0]], a)
	if len(words) > 1 {
		l.seconds[words[1]] = append(l.seconds[words[1]], a)
	}
	if joined := strings.Join(words, ""); len(words) > 1 && len(words) <= 3 && len(joined) >= 5 {
		l.words[joined] = true
		l.joined[joined] = append(l.joined[joined], a)
	} else if len(words) == 1 && len(joined) >= 6 {
		l.joined[joined] = append(l.joined[joined], a)
	}
}

func foldedWords(text string) []string {
	var out []string
	for _, token := range language.Split(text) {
		out = append(out, token.Word)
	}
	return out
}

// HasWord tells whether the folded word occurs in a name.
func (l *Linker) HasWord(word string) bool { return l.words[word] }

// SameName tells whether two words occur in names of one entity only, as a name
// and its misspelling do.
func (l *Linker) SameName(a, b string) bool {
	return len(l.named[a]) > 0 && len(l.named[b]) > 0 && (contained(l.named[a], l.named[b]) || contained(l.named[b], l.named[a]))
}

func contained(a, b []string) bool {
	for _, id := range a {
		if !slices.Contains(b, id) {
			return false
		}
	}
	return true
}

// Words calls yield for every word of every name.
func (l *Linker) Words(yield func(string) bool) {
	for word := range l.words {
		if !yield(word) {
			return
		}
	}
}

// Link finds the mentions among the tokens of a question: mistyped names and
// roles that only one entity has are mentions too.
func (l *Linker) Link(tokens []language.Token) []Mention {
	return l.linkRoles(tokens, l.names(tokens, l.at))
}

// LinkPrinted finds the mentions among the tokens of a printed text, where only
// what is written counts as a name.
func (l *Linker) LinkPrinted(tokens []language.Token) []Mention {
	mentions := l.linkRoles(tokens, l.names(tokens, func(tokens []language.Token, i int) Mention {
		m := Mention{From: i, To: i}
		l.longest(&m, tokens, i, tokens[i].Word)
		return m
	}))
	return slices.DeleteFunc(mentions, func(m Mention) bool { return m.Weak })
}

func (l *Linker) names(tokens []language.Token, at func([]language.Token, int) Mention) []Mention {
	var out []Mention
	for i := 0; i < len(tokens); {
		m := at(tokens, i)
		if m.To == i {
			i++
			continue
		}
		out = append(out, m)
		i = m.To
	}
	return out
}

func (l *Linker) at(tokens []language.Token, i int) Mention {
	m := Mention{From: i, To: i}
	l.longest(&m, tokens, i, tokens[i].Word)
	if base, plural := strings.CutSuffix(tokens[i].Word, "s"); m.To == i && plural && len(base) > 1 {
		l.longest(&m, tokens, i, base) // "nks" for "NK's"
	}
	if m.To > i {
		if later := l.overlap(tokens, m); later.To > m.To {
			return later
		}
		return m
	}
	if l.owning(&m, tokens, i); m.To > i {
		return m
	}
	if l.slipped(&m, tokens, i); m.To > i {
		return m
	}
	if l.reversed(&m, tokens, i); m.To > i {
		return m
	}
	written := tokens[i].Word
	for n := 1; n <= 3 && i+n <= len(tokens); n++ {
		if n > 1 {
			written += tokens[i+n-1].Word
		}
		for _, a := range l.joined[written] {
			if (n == 1) != (len(a.words) == 1) && !a.needsCaps {
				m.To = i + n
				m.include(a)
			}
		}
		if m.To > i {
			return m
		}
	}
	return m
}

// overlap returns a longer name that begins within the mention ("Mr Ann Lee" has
// "Ann Lee"), or an empty mention.
func (l *Linker) overlap(tokens []language.Token, m Mention) Mention {
	var best Mention
	for i := m.From + 1; i < m.To; i++ {
		later := Mention{From: i, To: i}
		if l.longest(&later, tokens, i, tokens[i].Word); later.To > m.To && later.To-later.From >= m.To-m.From {
			best = later
		}
	}
	return best
}

// longest extends the mention to the longest name that begins at token i, read
// as the given word.
func (l *Linker) longest(m *Mention, tokens []language.Token, i int, first string) {
	for _, a := range l.aliases[first] {
		n := len(a.words)
		if n < m.To-i {
			return
		}
		plural := first != tokens[i].Word
		if a.report != "" && a.entity == "" && n > 1 && i+n <= len(tokens) && possessive(tokens[i]) && tokens[i+n-1].Number {
			continue // "the firm's 2022 figure" is no "firm-2022"
		}
		if plural && n > 1 || !plural && !hasWords(tokens[i:], a.words) || a.needsCaps && !capital(tokens, i) {
			continue
		}
		if a.title && n > 2 && !l.titled(tokens, i, n) || n == 1 && i > 0 && l.compound(tokens, i-1) {
			continue
		}
		m.To = i + n
		m.include(a)
	}
}

// titled tells whether the words of a title are meant as one: they are written with
// capitals, or stand alone, in quotation marks of their own or beside a word for a
// report. "Did they say that Larn banned dyes?" names no report.
func (l *Linker) titled(tokens []language.Token, i, n int) bool {
	quoted := tokens[i].Quoted && tokens[i+n-1].Quoted && !(i > 0 && tokens[i-1].Quoted) && !(i+n < len(tokens) && tokens[i+n].Quoted)
	if n == len(tokens) || quoted || i > 0 && l.report(tokens[i-1]) || i+n < len(tokens) && l.report(tokens[i+n]) {
		return true
	}
	for k := i + 1; k < i+n; k++ {
		if !tokens[k].Caps && !tokens[k].Number && !l.plain(tokens[k].Word) {
			return false
		}
	}
	return true
}

// possessive tells whether a word is written with an apostrophe and an s.
func possessive(t language.Token) bool {
	return strings.HasSuffix(t.Text, "'s") || strings.HasSuffix(t.Text, "’s")
}

func (m *Mention) include(a alias) {
	if a.entity != "" && !slices.Contains(m.IDs, a.entity) {
		m.IDs = append(m.IDs, a.entity)
	}
	if a.report != "" && !slices.Contains(m.Reports, a.report) {
		m.Reports = append(m.Reports, a.report)
	}
}

func hasWords(tokens []language.Token, words []string) bool {
	if len(tokens) < len(words) {
		return false
	}
	for i, word := range words {
		if tokens[i].Word != word {
			return false
		}
	}
	return true
}

// capital tells whether a name that is also a plain word is meant as a name:
// written in capitals among small letters, or after "the".
func capital(tokens []language.Token, i int) bool {
	if tokens[i].Upper {
		for _, t := range tokens {
			if !t.Number && len(t.Text) > 1 && !t.Upper && t.Text != strings.ToUpper(t.Text) {
				return true
			}
		}
		return len(tokens) <= 2
	}
	if strings.Contains(tokens[i].Text, ".") {
		return true
	}
	return i > 0 && tokens[i-1].Word == "the"
}
