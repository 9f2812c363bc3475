package editorial

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"allegedly/answers/corpus"
)

// A broken corpus is the base with one edit. The mark ▸ in the new text stands
// where the finding must point; without one it points at the file's beginning.
type broken struct {
	name     string
	file     string // "" is reports/dye-2031.yaml
	old, new string
	rule     string
}

const (
	dye     = "reports/dye-2031.yaml"
	harbour = "entities/harbour.yaml"
)

// structure lists what keeps a report from loading.
var structure = []broken{
	{"unknown field", dye, "subject: dye", "▸sbuject: dye", "unknown-field"},
	{"unknown claim field", dye, "    lines: [9]", "    ▸line: [9]", "unknown-field"},
	{"unknown figure field", dye, "measures: total}", "▸measure: total}", "unknown-field"},
	{"unknown entity field", harbour, "    is: a port town", "    ▸description: a port town", "unknown-field"},
	{"repeated field", dye, "accused: ostmark\n", "accused: ostmark\n▸accused: ostmark\n", "repeated-field"},
	{"text for a line number", dye, "lines: [9]", "lines: [▸nine]", "wrong-type"},
	{"a list for text", dye, "subject: dye in the river at Larn", "subject: ▸[dye, river]", "wrong-type"},
	{"text for a list", dye, "answers: [H1]", "answers: ▸{H1: yes}", "wrong-type"},
	{"a sentence for a line number", dye, "lines: [9]", "lines: [▸the ninth line of the text]", "wrong-type"},
	{"a tab", dye, "accused: ostmark", "\taccused: ostmark", "yaml"},
	{"an open quotation mark", dye, "subject: dye in the river at Larn", "subject: \"dye in the river at Larn", "yaml"},
	{"empty file", dye, "*", "", "yaml"},
	{"a comment alone", dye, "*", "# nothing yet\n", "yaml"},
	{"two documents", dye, "accused: ostmark", "---\naccused: ostmark", "yaml"},
	{"two documents, the first one closed", dye, "about: [H1]\n", "about: [H1]\n...\nid: x\n", "yaml"},
	{"no YAML at all", dye, "*", "%!PDF-1.4 \x00\x01", "yaml"},
	{"a scalar", dye, "*", "hello", "wrong-type"},
	{"id is not the file's name", dye, "id: dye-2031", "id: ▸dye-2032", "id"},
	{"claim id with a space", dye, "id: H3", "id: ▸H 3", "id"},
	{"entity id with capitals", harbour, "id: larn", "id: ▸Larn", "id"},
	{"entity id that is reserved", harbour, "id: larn", "id: ▸unnamed", "id"},
	{"claim id twice", dye, "id: H3", "id: ▸H2", "duplicate-id"},
	{"entity twice", harbour, "id: larn", "id: ▸ostmark", "duplicate-id"},
	{"no title", dye, "title: Harbour Watch blames upstream mills for dye in the Larn", "title: ▸\"\"", "missing"},
	{"claim without says", dye, "    says: the Larn has been dyed red four times", "    says: ▸\"\"", "missing"},
	{"claim without lines", dye, "lines: [11]", "lines: ▸[]", "missing"},
	{"figure without text", dye, "text: four times, measures: count", "text: ▸\"\", measures: count", "missing"},
	{"unknown stance", dye, "stance: context", "stance: ▸background", "unknown-value"},
	{"unknown status", dye, "status: reviewed", "status: ▸published", "unknown-value"},
	{"unknown measure", dye, "measures: total", "measures: ▸sum", "unknown-value"},
	{"unknown kind", harbour, "kind: place", "kind: ▸town", "unknown-value"},
	{"unknown basis", dye, "basis: inferred, from", "basis: ▸guess, from", "unknown-value"},
	{"hash too short", dye, "aa00000000000000000000000000000000000000000000000000000000000001", "▸aa01", "hash"},
	{"line zero", dye, "lines: [11]", "lines: [▸0]", "lines"},
	{"day that is none", dye, "date: \"2031-05-03\"", "date: ▸\"2031-02-30\"", "date"},
	{"inferred from nothing", dye, "said: {date: \"2031-05\", basis: inferred, from: the date of the report}", "said: ▸{date: \"2031-05\", basis: inferred}", "date"},
	{"accusation without accuser", dye, "  - id: H1\n    stance: alleges\n    by: harbour-watch", "  - ▸id: H1\n    stance: alleges", "speaker"},
	{"unnamed without a description", dye, "    by: harbour-watch\n    verb: est", "    by: unnamed\n    verb: est", "speaker"},
	{"speaker that is nobody", dye, "by: river-ministry", "by: ▸river-mynistry", "dangling"},
	{"accused that is nobody", dye, "accused: ostmark", "accused: ▸westmark", "dangling"},
	{"answers a claim that is none", dye, "answers: [H1]", "answers: [▸H9]", "dangling"},
	{"about another report's claim that is none", dye, "about: [H1]", "about: [▸fish-2030/F9]", "dangling"},
	{"entity of itself", harbour, "    kind: party", "    of: ▸ostmark\n    kind: party", "circular"},
	{"entities of each other", harbour, "    kind: party", "    of: ▸river-ministry\n    kind: party", "circular"},
	{"answers itself", dye, "answers: [H1]", "answers: [▸H2]", "circular"},
	{"denial that answers nothing", dye, "    answers: [H1]\n", "", "denial"},
	{"accusation with answers", dye, "    targets: [larn]", "    answers: ▸[H2]", "denial"},
	{"withdrawn without a reason", dye, "status: reviewed", "status: ▸withdrawn", "missing"},
	{"period that ends before it begins", dye, "from: \"2029\", to: \"2031\"}", "from: \"2029\", to: \"2027\"}", "date-order"},
}

// wordings lists what loads, and breaks the editorial rules.
var wordings = []broken{
	{"guilt as a noun", dye, "Ostmark had let about", "▸Ostmark had hidden its loot, and let about", "guilt-noun"},
	{"guilt by an owner", dye, "says: any Ostmark mill", "says: ▸Ostmark's smugglers and any Ostmark mill", "guilt-noun"},
	{"guilt in the name of an entity", harbour, "name: the Tern Institute", "name: ▸the Tern thieves", "guilt-noun"},
	{"a label for a name", dye, "says: any Ostmark mill", "says: ▸the alleged culprits or any Ostmark mill", "guilt-noun"},
	{"guilt verb in a remark", dye, "says: The headline speaks of mills, the text of one mill", "says: ▸Ostmark poisoned the river at Larn", "guilt-verb"},
	{"guilt verb after to", dye, "says: The headline speaks of mills, the text of one mill", "says: ▸Ostmark used its mills to poison the river at Larn", "guilt-verb"},
	{"guilt verb in the subject", dye, "subject: dye in the river at Larn", "subject: ▸how Ostmark poisoned the Larn", "guilt-verb"},
	{"verb that does not attribute", dye, "verb: estimated that", "verb: ▸went on that", "verb"},
	{"accuser reveals", dye, "verb: estimated that", "verb: ▸revealed that", "uneven-verb"},
	{"accused admits", dye, "verb: denied that", "verb: ▸refuted that", "uneven-verb"},
	{"double hedge", dye, "Ostmark had let about", "▸Ostmark had allegedly let about", "double-hedge"},
	{"reply undercut", dye, "says: any Ostmark mill", "says: ▸predictably any Ostmark mill", "undercut"},
	{"quotation of sixteen words", dye, "\"a picnic with bottles\"", "\"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen\"", "quotation-long"},
	{"full stop", dye, "says: the Larn has been dyed red four times", "says: ▸the Larn has been dyed red four times.", "full-stop"},
	{"figure that says has not", dye, "{text: \"about 40,000 tonnes\"", "{text: ▸\"about 50,000 tonnes\"", "figure-text"},
	{"figure that is not listed", dye, "    says: the Larn has been dyed red four times\n", "    says: ▸the Larn has been dyed red four times, over $3 million lost\n", "figure-unlisted"},
	{"figure without its qualifier", dye, "{text: \"about 40,000 tonnes\"", "{text: ▸\"40,000 tonnes\"", "figure-qualifier"},
	{"figure without its period", dye, "    said: {date: \"2031-05\", basis: inferred, from: the date of the report}\n    period: {text: between 2029 and 2031, from: \"2029\", to: \"2031\"}\n    figures:\n      - {text: \"about", "    figures:\n      - ▸{text: \"about", "figure-period"},
	{"a figure that only the headline has", dye, "title: Harbour Watch blames upstream mills for dye in the Larn", "title: ▸Mills let 90,000 tonnes of dye into the Larn", "headline-figure"},
	{"said after the report", dye, "date: \"2031-05-03\"", "date: ▸\"2031-06-03\"", "date-order"},
	{"happened after it was said", dye, "    targets: [larn]", "    happened: {basis: stated, date: ▸\"2032\"}", "date-order"},
	{"history out of order", dye, "date: \"2031-06-01\"", "date: ▸\"2031-04-01\"", "date-order"},
	{"published in the future", dye, "date: \"2031-05-04\"", "date: ▸\"2041-05-04\"", "date-future"},
	{"a relative date", dye, "says: the Larn has been dyed red four times", "says: ▸the Larn was dyed red four times last year", "date-relative"},
	{"the accused accuses itself", dye, "by: harbour-watch", "by: ▸river-ministry", "wrong-side"},
	{"somebody else denies", dye, "by: river-ministry", "by: ▸tern-institute", "wrong-side"},
	{"a denial answers background", dye, "answers: [H1]", "answers: [▸H3]", "denial-target"},
	{"the accused denies its own counter-accusation", dye, "    answers: [H1]\n", "    answers: [H1]\n  - id: C1\n    stance: counters\n    by: ostmark\n    verb: accused\n    says: the Tern Institute of selling figures to whoever pays\n    actor: [tern-institute]\n    lines: [9]\n  - id: C2\n    stance: denies\n    by: river-ministry\n    verb: denied\n    says: that it had ever sold a figure to anybody, and published its books\n    lines: [9]\n    answers: [▸C1]\n", "denial-target"},
	{"somebody denies what another is accused of", dye, "    answers: [H1]\n", "    answers: [H1]\n  - id: C1\n    stance: counters\n    by: ostmark\n    verb: accused\n    says: the Tern Institute of selling figures to whoever pays\n    actor: [tern-institute]\n    lines: [9]\n  - id: C2\n    stance: denies\n    by: harbour-watch\n    verb: denied\n    says: that it had ever sold a figure to anybody, and published its books\n    lines: [9]\n    answers: [▸C1]\n", "denial-target"},
	{"a denial answers a denial", dye, "  - id: H3\n    stance: context\n    by: article\n", "  - id: H3\n    stance: denies\n    by: ostmark\n    answers: [▸H2]\n", "denial-circle"},
	{"a denial older than what it answers", dye, "date: \"2031-05-03\", basis: stated, stated: on 3 May}\n    answers: [H1]", "date: \"2031-03-03\", basis: stated, stated: on 3 March}\n    answers: [▸H1]", "denial-older"},
	{"a reply of three words", dye, "says: any Ostmark mill had let dye into the water, and called the tests \"a picnic with bottles\"", "says: ▸it did", "denial-short"},
	{"withdrawn, and still reviewed", dye, "status: reviewed\n", "status: reviewed\nwithdrawn: ▸{date: \"2031-06-02\", reason: Wrong river.}\n", "lifecycle"},
	{"leans on a withdrawn claim", dye, "    targets: [larn]\n", "    status: withdrawn\n    withdrawn: {date: \"2031-06-02\", reason: Wrong river.}\n", "withdrawn-reference"},
	{"two entities with one name", harbour, "name: Larn", "name: ▸Ostmarkers", "alias-shadow"},
	{"a name twice", harbour, "aliases: [the Ostmark Republic, Ostmarkers]", "aliases: [Ostmarkers, ▸Ostmarkers]", "alias-repeated"},
	{"a name that is an everyday word", harbour, "aliases: [HW]", "aliases: [▸it]", "alias-plain"},
	{"two reports on one text", "reports/fish-2030.yaml", "aa00000000000000000000000000000000000000000000000000000000000002", "▸aa00000000000000000000000000000000000000000000000000000000000001", "same-text"},
	{"one statement in two reports", "reports/fish-2030.yaml", "  - id: F1", "  - ▸id: F2\n    stance: context\n    by: article\n    says: the Larn has been dyed red four times\n    lines: [4]\n    figures: [{text: four times, measures: count}]\n  - id: F1", "origin"},
	{"an origin that nobody shares", dye, "    targets: [larn]", "    origin: ▸the-statement", "origin"},
	{"a remark with a year", dye, "    answers: [H1]\n", "    answers: [H1]\n  - id: R1\n    stance: remark\n    says: Nobody has been charged since 2019\n    lines: [9]\n    about: [▸H9]\n", "dangling"},
	{"a hidden speaker who is an entity", dye, "claims:\n  - id: H1\n    stance: alleges\n    by: harbour-watch\n", "entities:\n  - {id: dyer, kind: person, name: former dyer}\nclaims:\n  - id: H1\n    stance: alleges\n    by: ▸unnamed\n    as: a former dyer, who spoke on condition of anonymity\n", "unnamed-entity"},
	{"something left to do", dye, "by: harbour-watch", "by: ▸TODO who says so?", "todo"},
}

func TestBrokenCorpora(t *testing.T) {
	known := map[string]bool{}
	for _, rule := range Rules {
		known[rule.ID] = true
	}
	linter := newLinter(t)
	for _, test := range append(structure, wordings...) {
		t.Run(test.name, func(t *testing.T) {
			files := base(t)
			line, column := breakFile(t, files, test)
			read, decoding := Read(files, nil)
			found := linter.Lint(read, decoding, Options{Today: "2031-07-01"})
			if !known[test.rule] {
				t.Errorf("the rule %q is not in Rules", test.rule)
			}
			hit := false
			for _, f := range found {
				hit = hit || f.Rule == test.rule && f.File == test.file && (line == 0 || f.Line == line && f.Column == column)
			}
			if !hit {
				t.Errorf("no finding %s:%d:%d [%s] among:\n%v", test.file, line, column, test.rule, found)
			}
			survives(t, files, test.file)
			linter.Verify(read, texts(read), nil) // whatever is broken, holding it to its text ends
		})
	}
	if n := len(structure) + len(wordings); n < 60 {
		t.Errorf("%d broken corpora; there shall be 60", n)
	}
}

// breakFile makes the edit and returns the marked place, or zeros without one.
func breakFile(t *testing.T, files fstest.MapFS, b broken) (line, column int) {
	t.Helper()
	before := string(files[b.file].Data)
	after := b.new
	if b.old != "*" {
		if strings.Count(before, b.old) != 1 {
			t.Fatalf("%q stands %d times in %s", b.old, strings.Count(before, b.old), b.file)
		}
		after = strings.Replace(before, b.old, b.new, 1)
	}
	if at := strings.Index(after, "▸"); at >= 0 {
		line = strings.Count(after[:at], "\n") + 1
		column = len([]rune(after[strings.LastIndexByte(after[:at], '\n')+1:at])) + 1
	}
	files[b.file] = &fstest.MapFile{Data: []byte(strings.Replace(after, "▸", "", 1))}
	return line, column
}

// texts has a text for each report: the same few lines.
func texts(files []*corpus.File) fstest.MapFS {
	out := fstest.MapFS{}
	for _, file := range files {
		if file.Report != nil && fs.ValidPath(file.Report.Text.File) {
			out[file.Report.Text.File] = &fstest.MapFile{Data: []byte(strings.Repeat("On 3 May 2031 Harbour Watch said that the Larn had been dyed.\n", 12))}
		}
	}
	return out
}

// survives checks that a broken report takes nothing away from the other one.
func survives(t *testing.T, files fstest.MapFS, name string) {
	t.Helper()
	if name != dye {
		return
	}
	loaded, _ := corpus.Load(files)
	if loaded.Report("fish-2030") == nil || loaded.Claim("fish-2030/F1") == nil {
		t.Error("the other report answers no more")
	}
}

// Whatever an editor saves, linting it ends with findings and no panic.
func FuzzLint(f *testing.F) {
	for _, seed := range []string{"", "a: b", "claims: [{}]", "claims:\n  - says: 'x", "- 1", "claims: [{says: '\"', figures: [{}], period: {}}]"} {
		f.Add([]byte(seed))
	}
	linter, files := newLinter(f), base(f)
	f.Add(files[dye].Data)
	f.Fuzz(func(t *testing.T, content []byte) {
		stuck := time.AfterFunc(5*time.Second, func() { panic(fmt.Sprintf("linting does not end: %q", content)) })
		defer stuck.Stop()
		read, decoding := Read(fstest.MapFS{dye: {Data: content}, harbour: files[harbour]}, nil)
		linter.Lint(read, decoding, Options{Today: "2031-07-01"})
		linter.Verify(read, texts(read), nil)
	})
}
