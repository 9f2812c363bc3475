package corpus

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const millFile = "reports/larn-mill-2031.yaml"

// mill returns the guide's example report, which has no findings.
func mill(t testing.TB) string {
	t.Helper()
	return block(t, string(readFormat(t)), "```yaml\n")
}

// Each defect of a report is found, at its place and in plain words.
func TestFindings(t *testing.T) {
	tests := []struct {
		name     string
		old, new string // the change to the example
		want     string // the finding, without the file's name
	}{
		{"unknown field", "publisher: Dockside Post", "publsher: Dockside Post", `4:1: error: there is no field "publsher" here; FORMAT.md lists the fields [unknown-field]`},
		{"repeated field", "accused: orrin-mill", "accused: orrin-mill\naccused: orrin-mill", `12:1: error: field "accused" stands twice; first at line 11 [repeated-field]`},
		{"wrong type", "lines: [5]", "lines: [five]", `49:13: error: "five" is not a whole number [wrong-type]`},
		{"two documents", "status: reviewed", "status: reviewed\n---\nid: other", `1:1: error: the file holds more than one document; one file is one report [yaml]`},
		{"not the file's name", "id: larn-mill-2031", "id: larn-mill-2032", `2:5: error: id "larn-mill-2032" is not the file's name, "larn-mill-2031" [id]`},
		{"empty field", "publisher: Dockside Post", `publisher: " "`, `4:12: error: "publisher" is missing or empty [missing]`},
		{"missing field", "publisher: Dockside Post\n", "", `2:1: error: "publisher" is missing or empty [missing]`},
		{"unknown stance", "stance: denies", "stance: refutes", `68:13: error: "refutes" is not one of alleges, denies, counters, context, remark [unknown-value]`},
		{"unknown entity", "by: harbour-office", "by: harbour-master", `47:9: error: there is no entity "harbour-master" [dangling]`},
		{"unknown accused", "accused: orrin-mill", "accused: orin-mill", `11:10: error: there is no entity "orin-mill" [dangling]`},
		{"unknown claim", `answers: ["1"]`, `answers: ["9"]`, `74:15: error: there is no claim "9" [dangling]`},
		{"claim answers itself", `answers: ["1"]`, `answers: ["3"]`, `74:15: error: a claim cannot refer to itself [circular]`},
		{"claim twice", `id: "2"`, `id: "1"`, `57:9: error: claim id "1" stands twice in this report [duplicate-id]`},
		{"entity twice", "id: mill-owner", "id: orrin-mill", `24:9: error: entity "orrin-mill" is already defined in reports/larn-mill-2031.yaml; use it from there, or give this one another id [duplicate-id]`},
		{"no speaker", "    by: harbour-office\n", "", `45:5: error: who says this? Name the entity under "by", or write article or unnamed [speaker]`},
		{"unnamed without as", "by: harbour-office", "by: unnamed", `45:5: error: tell under "as" how the article calls the unnamed speaker [speaker]`},
		{"remark with a speaker", "    stance: remark\n", "    stance: remark\n    by: harbour-office\n", `79:9: error: a remark is ours and has no speaker [speaker]`},
		{"no lines", "    lines: [5]\n    said", "    said", `45:5: error: a claim needs the lines that it rests on [missing]`},
		{"line zero", "lines: [5]\n    said", "lines: [0]\n    said", `49:13: error: lines are counted from 1 [lines]`},
		{"not a date", `{date: "2031-05", basis: stated`, `{date: "May 2031", basis: stated`, `62:22: error: "May 2031" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD in quotes [date]`},
		{"no such day", `{date: "2031-05", basis: stated`, `{date: "2031-02-30", basis: stated`, `62:22: error: "2031-02-30" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD in quotes [date]`},
		{"inferred from nothing", `, from: "the article is inferred to be of May 2031"`, "", `50:11: error: an inferred date says what it is inferred from, under "from" [date]`},
		{"date without date", `{date: "2031-05", basis: stated, `, `{basis: stated, `, `62:15: error: a date that is not unknown needs "date" [date]`},
		{"period backwards", "    targets: [larn-river]", "    period: {text: at night, from: \"2031\", to: \"2030\"}\n    targets: [larn-river]", `53:13: error: the period ends (2030) before it begins (2031) [date-order]`},
		{"denial of nothing", "    answers: [\"1\"]\n    aimed_at: the harbour office's accusation\n", "", `67:5: error: a denial says what it answers, under "answers" or "aimed_at" [denial]`},
		{"only denials answer", "stance: denies", "stance: counters", `74:14: error: only a denial has "answers" [denial]`},
		{"only remarks are about", "stance: remark", "stance: context\n    by: article", `82:12: error: only a remark has "about" [remark]`},
		{"withdrawn without why", "status: reviewed", "status: withdrawn", `16:9: error: a withdrawn report says when and why under "withdrawn" [missing]`},
		{"hash", "sha256: ", "sha256: xyz", `15:11: error: sha256 has 64 lower-case hex digits [hash]`},
		{"of in a circle", "    of: orrin-mill", "    of: mill-owner", `30:9: error: "mill-owner" belongs to itself by way of "of" [circular]`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := mill(t)
			if !strings.Contains(text, test.old) {
				t.Fatalf("the example has no %q", test.old)
			}
			text = strings.Replace(text, test.old, test.new, 1)
			_, found := Load(fstest.MapFS{millFile: {Data: []byte(text)}})
			if !strings.Contains("\n"+found.Error()+"\n", "\n"+millFile+":"+test.want+"\n") {
				t.Errorf("found:\n%s\nwant:\n%s:%s", found.Error(), millFile, test.want)
			}
		})
	}
}

// A report with an error is left out, and the others are not touched by it.
func TestBrokenReportIsLeftOut(t *testing.T) {
	good := mill(t)
	bad := strings.NewReplacer("id: larn-mill-2031", "id: other-2031", "stance: denies", "stance: refutes").Replace(good)
	bad, _, _ = strings.Cut(bad, "entities:\n")
	bad += "claims:\n  - {id: a, stance: refutes, by: article, says: s, lines: [1]}\n"
	c, found := Load(fstest.MapFS{millFile: {Data: []byte(good)}, "reports/other-2031.yaml": {Data: []byte(bad)}})
	if len(found) != 1 || found[0].File != "reports/other-2031.yaml" {
		t.Errorf("findings: %v", found)
	}
	if c.Report("larn-mill-2031") == nil || c.Report("other-2031") != nil {
		t.Errorf("reports that answer: %d", len(c.Reports))
	}
}

// Drafts never answer; withdrawn claims are kept apart.
func TestLifecycle(t *testing.T) {
	load := func(change ...string) *Corpus {
		c, found := Load(fstest.MapFS{millFile: {Data: []byte(strings.NewReplacer(change...).Replace(mill(t)))}})
		if len(found) > 0 {
			t.Fatal(found)
		}
		return c
	}
	if c := load("status: reviewed", "status: draft"); len(c.Claims) != 0 || len(c.Reports) != 0 || len(c.Retired) != 0 {
		t.Error("a draft answers")
	}
	why := "\nwithdrawn: {date: \"2031-06-01\", reason: The article was taken back.}"
	if c := load("status: reviewed", "status: withdrawn"+why); len(c.Claims) != 0 || len(c.Retired) != 4 || c.Report("larn-mill-2031") == nil {
		t.Error("a withdrawn report answers, or is forgotten")
	}
	claim := "    status: withdrawn\n    withdrawn: {date: \"2031-06-01\", reason: Misread.}\n"
	if c := load("    aimed_at: the harbour office's accusation\n", "    aimed_at: the harbour office's accusation\n"+claim); len(c.Claims) != 3 || len(c.Retired) != 1 || len(c.Replies(c.Claim("larn-mill-2031/1"))) != 0 {
		t.Error("a withdrawn claim answers")
	}
}

// TestUnread: of a file that cannot be read, each other file that needs a name of it tells
// so once, and not that there is no such name.
func TestUnread(t *testing.T) {
	text := mill(t)
	start, end := strings.Index(text, "entities:\n"), strings.Index(text, "claims:\n")
	for _, names := range []string{text[start:end] + "  - id: a: b\n", strings.Replace(text[start:end], "name:", "nam:", 1)} {
		report, found := Decode(millFile, []byte(text[:start]+text[end:]))
		if len(found) > 0 {
			t.Fatal(found)
		}
		file, found := Decode("entities/mill.yaml", []byte(names))
		if len(found) != 1 || file == nil || !slices.Contains(file.Unread, "harbour-office") {
			t.Fatalf("%v, found %v", file, found)
		}
		c, found := Build([]*File{file, report})
		if len(c.Claims) != 0 || len(found) != 1 || !strings.Contains(found[0].Message, `"orrin-mill" stands in entities/mill.yaml`) {
			t.Errorf("%d claims, found %v", len(c.Claims), found)
		}
	}
}

// FuzzDecode holds decoding to its promise on any input: a file or findings
// with a place, never a panic.
func FuzzDecode(f *testing.F) {
	f.Add(mill(f))
	f.Add("id: [")
	f.Add("- a\n- b")
	f.Add("&a [*a]")
	f.Add("claims: [{lines: [99999999999999999999]}]")
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{millFile, "entities/x.yaml"} {
			file, found := Decode(name, []byte(text))
			if len(found) == 0 && (file == nil || file.Unread != nil) {
				t.Fatalf("file %v with %d findings", file, len(found))
			}
			for _, finding := range found {
				if finding.Line < 0 || finding.Column < 0 || finding.Message == "" || finding.File != name {
					t.Fatalf("a finding without file or message: %+v", finding)
				}
			}
			if file != nil {
				Build([]*File{file})
			}
		}
	})
}
