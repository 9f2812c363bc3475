package compose

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"allegedly/answers/corpus"
	"allegedly/answers/data"
)

const mill = `
id: mill
title: Mill blamed
publisher: Dockside Post
published: {date: "2031-05", basis: inferred, from: it reports an event of May 2031 as news}
accused: mill
subject: a mill
text: {file: mill.txt, sha256: ""}
status: reviewed
entities:
  - {id: mill, kind: company, name: the Orrin Mill, label: the mill}
  - {id: office, kind: body, name: the harbour office of Larn, label: the harbour office}
  - {id: lucja, kind: person, name: Łucja Śmigły}
  - {id: courier, kind: outlet, name: the Larn Courier}
  - {id: post, kind: outlet, name: Dockside Post}
claims:
  - {id: A1, stance: alleges, by: office, says: the Orrin Mill let about 40 tonnes of dye into the river, lines: [5, 4], said: {date: "2031-05", basis: inferred, stated: on Monday, from: x}}
  - {id: A2, stance: alleges, by: office, as: an officer of the harbour, verb: accused, says: the Orrin Mill of haste, lines: [6], via: [courier], said: {date: "2031-05-03", basis: inferred, stated: "3 May", from: x}}
  - {id: A3, stance: alleges, by: article, says: the mill was warned twice, lines: [7]}
  - {id: A4, stance: alleges, by: lucja, says: the dye was blue, lines: [7]}
  - {id: A5, stance: alleges, by: office, says: the mill knew, lines: [8], via: [post], said: {date: "2031", basis: stated}}
  - {id: D1, stance: denies, by: article, says: 'the mill said "no... never"', lines: [9], aimed_at: all of it}
  - {id: C1, stance: context, by: article, says: the Larn is a river, lines: [2]}
  - {id: R1, stance: remark, says: the article does not say who measured, lines: [5], about: [A1]}
`

func composer(t testing.TB, report string) *Composer {
	t.Helper()
	c, found := corpus.Load(fstest.MapFS{"reports/mill.yaml": {Data: []byte(report)}})
	if len(found) > 0 {
		t.Fatal(found)
	}
	phrasing, found := LoadPhrasing(data.FS, nil)
	if len(found) > 0 {
		t.Fatal(found)
	}
	return &Composer{Corpus: c, Phrasing: phrasing}
}

func TestSentence(t *testing.T) {
	c := composer(t, mill)
	for id, want := range map[string]string{
		"A1": "In May 2031 (date inferred: x), the harbour office of Larn said that the Orrin Mill let about 40 tonnes of dye into the river, as reported by Dockside Post.",
		"A2": "On 3 May 2031 (year inferred: x), an officer of the harbour accused the Orrin Mill of haste, according to the Larn Courier, as reported by Dockside Post.",
		"A3": "Dockside Post's article states, naming no accuser, that the mill was warned twice.",
		"A5": "In 2031, the harbour office of Larn said that the mill knew, as reported by Dockside Post.",
		"C1": "Dockside Post's article says that the Larn is a river.",
		"R1": "The article does not say who measured.",
	} {
		if got := c.Sentence(c.Corpus.Claim("mill/" + id)); got != want {
			t.Errorf("%s: got  %s\n want %s", id, got, want)
		}
	}
	if got, want := c.Brief(c.Corpus.Claim("mill/A1")), "The harbour office of Larn said that the Orrin Mill let about 40 tonnes of dye into the river, as reported by Dockside Post."; got != want {
		t.Errorf("brief: got %s", got)
	}
}

// A sentence may begin with a letter of any alphabet, and a quotation keeps its
// points.
func TestSentenceKeepsWords(t *testing.T) {
	c := composer(t, mill)
	if got := c.Sentence(c.Corpus.Claim("mill/A4")); !strings.HasPrefix(got, "Łucja Śmigły said that") || !utf8.ValidString(got) {
		t.Errorf("got %q", got)
	}
	if got := c.Sentence(c.Corpus.Claim("mill/D1")); !strings.Contains(got, `"no... never"`) {
		t.Errorf("got %q", got)
	}
}

func TestVerb(t *testing.T) {
	c := composer(t, mill)
	for name, want := range map[string]string{
		"the mill": "is", "the boxes": "are", "the case of the two boxes": "is", "the boats from Larn": "are", "the Larn Times": "is", "the press": "is", "SWIFTS": "is",
	} {
		if got := c.Verb(name, "is", "are"); got != want {
			t.Errorf("%s %s, want %s", name, got, want)
		}
	}
}

func TestPlainDate(t *testing.T) {
	for in, want := range map[string]string{"2022": "2022", "2022-02": "February 2022", "2022-02-09": "9 February 2022", "": "", "2022-13": "2022-13", "soon": "soon"} {
		if got := PlainDate(in); got != want {
			t.Errorf("PlainDate(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSayAndJoin(t *testing.T) {
	p := &Phrasing{phrases: map[string]string{"and": "and", "many": "many", "x": "{when} {who} said {what}{via}.", "y": "to {name} ({date})"}, lists: map[string][]string{"numbers": {"none", "one", "two"}}}
	for _, test := range []struct {
		id    string
		pairs []string
		want  string
	}{
		{"x", []string{"who", "she", "what", "so"}, "She said so."},
		{"x", []string{"when", "Today,", "who", "she", "what", "so", "via", ", I hear"}, "Today, she said so, I hear."},
		{"x", []string{"who", "she", "what", "{via}"}, "She said {via}."}, // a value is never read as a phrase
		{"x", []string{"who", "she", "what", `"no... never" etc.`}, `She said "no... never" etc.`},
		{"x", []string{"who", "łucja", "what", "so"}, "Łucja said so."},
		{"y", []string{"name", "him"}, "To him ()"},
		{"nothing", nil, ""},
	} {
		if got := p.Say(test.id, test.pairs...); got != test.want {
			t.Errorf("Say(%q, %q) = %q, want %q", test.id, test.pairs, got, test.want)
		}
	}
	for want, items := range map[string][]string{"": nil, "a": {"a"}, "a and b": {"a", "b"}, "a, b and c": {"a", "b", "c"}} {
		if got := p.Join(items); got != want {
			t.Errorf("Join(%q) = %q", items, got)
		}
	}
	for n, want := range map[int]string{0: "none", 2: "two", 3: "many", -1: "many"} {
		if got := p.Count(n); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestLoadPhrasing(t *testing.T) {
	for _, test := range []struct{ name, file, want string }{
		{"fine", "phrases: {a: x, b: y}\n", ""},
		{"missing", "phrases: {a: x}\n", `"b" is missing`},
		{"unknown key", "phrases: {a: x, b: y}\ncolours: {}\n", "colours"},
		{"no YAML", "phrases: [\n", "yaml"},
	} {
		_, found := LoadPhrasing(fstest.MapFS{"phrasing/a.yaml": {Data: []byte(test.file)}}, []string{"a", "b"})
		text := ""
		for _, f := range found {
			text += f.Message + "\n"
		}
		if test.want == "" && text != "" || !strings.Contains(text, test.want) {
			t.Errorf("%s: got %q, want it to say %q", test.name, text, test.want)
		}
	}
	_, found := LoadPhrasing(fstest.MapFS{"phrasing/a.yaml": {Data: []byte("phrases: {a: x}\n")}, "phrasing/b.yaml": {Data: []byte("phrases: {a: y}\n")}}, nil)
	if len(found) != 1 || !strings.Contains(found[0].Message, "stands twice") {
		t.Errorf("a phrase that stands twice: got %v", found)
	}
}

func TestBuilder(t *testing.T) {
	c := composer(t, mill)
	claim := func(id string) *corpus.Claim { return c.Corpus.Claim("mill/" + id) }
	b := c.NewBuilder()
	b.Add(Lead, "nothing to rest on")
	b.Add(Lead, "", claim("A1"))
	if len(b.Statements) != 0 {
		t.Fatalf("a statement without claims, or without words: %v", b.Statements)
	}
	b.Add(Lead, "Two things.", claim("A1"), claim("A2"), claim("A1"))
	s := b.Statements[0]
	if !slices.Equal(s.Claims, []string{"mill/A1", "mill/A2"}) || len(s.Citations) != 1 || !slices.Equal(s.Citations[0].Lines, []int{4, 5, 6}) {
		t.Errorf("got %+v", s)
	}
	if len(b.Sources) != 1 || b.Sources[0].N != 1 || b.Sources[0].Published != "2031-05" || b.Sources[0].PublishedBasis != "inferred" {
		t.Errorf("got %+v", b.Sources)
	}
	if got, want := c.sourceText(b.Sources[0]), "Dockside Post, “Mill blamed”, May 2031 (date inferred)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// An answer that is too long loses what matters least, and never its lead, its
// reply or the source of what stays.
func TestTextLimit(t *testing.T) {
	c := composer(t, mill)
	b := c.NewBuilder()
	for role, id := range map[Role]string{Lead: "A1", Denial: "D1", Allegation: "A2", Context: "C1", Caveat: "R1"} {
		b.Claim(role, c.Corpus.Claim("mill/"+id))
	}
	order := []Role{Lead, Denial, Allegation, Context, Caveat}
	slices.SortStableFunc(b.Statements, func(x, y Statement) int { return slices.Index(order, x.Role) - slices.Index(order, y.Role) })
	whole := b.Text([]string{"What else?"}, 0)
	for _, s := range b.Statements {
		if !strings.Contains(whole, s.Text) {
			t.Errorf("the text lacks %s", s.Text)
		}
	}
	if !strings.Contains(whole, "What else?") || !strings.Contains(whole, "“Mill blamed”") {
		t.Errorf("the text lacks its question or its source:\n%s", whole)
	}
	last := utf8.RuneCountInString(whole)
	for limit := last; limit > 0; limit -= 20 {
		b.Trim(limit)
		text := b.Text(nil, limit)
		n := utf8.RuneCountInString(text)
		if n > last {
			t.Errorf("within %d the text grew from %d to %d", limit, last, n)
		}
		last = n
		for _, must := range []string{"harbour office of Larn said", "no... never", "“Mill blamed”"} {
			if !strings.Contains(strings.ReplaceAll(text, "no.. never", "no... never"), must) {
				t.Fatalf("within %d characters the text lost %q:\n%s", limit, must, text)
			}
		}
	}
	if len(b.Statements) != 2 {
		t.Errorf("%d statements are left in the least room, want the lead and the reply", len(b.Statements))
	}
}

// Whatever a slot holds, it comes out whole: values may quote, and are not
// touched.
func FuzzSay(f *testing.F) {
	f.Add("the office", "said that", `it was "so... so"`)
	f.Add("Łucja", "", "{speaker} {via}")
	f.Add("", "", "")
	f.Add("{", "}", "..,, ( )")
	p, found := LoadPhrasing(data.FS, nil)
	if len(found) > 0 {
		f.Fatal(found)
	}
	f.Fuzz(func(t *testing.T, speaker, verb, says string) {
		if !utf8.ValidString(speaker) || !utf8.ValidString(verb) || !utf8.ValidString(says) {
			return // the corpus is UTF-8, or does not load
		}
		got := p.Say("sentence", "when", "", "speaker", speaker, "verb", verb, "says", says)
		if !utf8.ValidString(got) {
			t.Errorf("invalid UTF-8: %q", got)
		}
		if speaker != "" && (!strings.Contains(got, verb) || !strings.Contains(got, says)) {
			t.Errorf("%q lost something of %q and %q", got, verb, says)
		}
	})
}
