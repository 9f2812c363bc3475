package editorial

import (
	"strings"
	"testing"
	"testing/fstest"
)

// dyeText carries the claims of the base report.
const dyeText = "Harbour Watch blames upstream mills for dye in the Larn\n4 May 2031\n\n\n" +
	"Ostmark and its one mill let about 40,000 tonnes of dye into the river at Larn between 2029 and 2031, the Harbour Watch estimated.\n\n\n\n" +
	"The Ostmark River Ministry denied it on 3 May 2031 and called the tests \"a picnic with bottles\".\n\n" +
	"The Larn has been dyed red four times.\n"

// What the article has with a figure, and the claim has not, is found only with
// the text.
func TestFiguresAgainstText(t *testing.T) {
	for _, test := range []struct {
		name, old, new, rule string
	}{
		{"as it is", "subject: dye", "subject: dye", ""},
		{"no qualifier", "about 40,000 tonnes", "40,000 tonnes", "figure-qualifier"},
		{"no period", "    period: {text: between 2029 and 2031, from: \"2029\", to: \"2031\"}\n", "", "figure-period"},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := base(t)
			edited := strings.ReplaceAll(string(files[dye].Data), test.old, test.new)
			edited = strings.Replace(edited, " between 2029 and 2031\n    lines", "\n    lines", strings.Count(test.rule, "period"))
			files[dye] = &fstest.MapFile{Data: []byte(edited)}
			if found := lint(t, files, Options{}); len(found) > 0 {
				t.Errorf("found without the text: %v", found)
			}
			found := lint(t, files, Options{Texts: fstest.MapFS{"dye-2031.txt": {Data: []byte(dyeText)}}})
			if (len(found) > 0) != (test.rule != "") || len(found) > 0 && found[0].Rule != test.rule {
				t.Errorf("got %v, want %q", found, test.rule)
			}
		})
	}
}

// "over five years" may be "during five years", so nothing is lost.
func TestOverAStretchIsNoQualifier(t *testing.T) {
	files := base(t)
	edited := strings.Replace(string(files[dye].Data), "says: the Larn has been dyed red four times", "says: the Larn has been dyed red four times in five years", 1)
	edited = strings.Replace(edited, "{text: four times, measures: count}", "{text: four times, measures: count}, {text: five years, measures: duration}", 1)
	edited = strings.Replace(edited, "      - {text: four", "      [{text: four", 1)
	edited = strings.Replace(edited, "measures: duration}", "measures: duration}]", 1)
	files[dye] = &fstest.MapFile{Data: []byte(edited)}
	text := strings.Replace(dyeText, "four times.", "four times over five years.", 1)
	if found := lint(t, files, Options{Texts: fstest.MapFS{"dye-2031.txt": {Data: []byte(text)}}}); len(found) > 0 {
		t.Error(found)
	}
}

// Words between quotation marks keep them, however YAML reads the claim.
func TestLostMarks(t *testing.T) {
	const quoting = "says: any Ostmark mill had let dye into the water, and called the tests \"a picnic with bottles\""
	for _, test := range []struct {
		says string
		rule string
	}{
		{`"a picnic with bottles is what the tests were, and no Ostmark mill was anywhere near the river"`, "quotation-lost"},
		{`a picnic with bottles is what the tests were, and no Ostmark mill was anywhere near the river`, "quotation-lost"},
		{`'"a picnic with bottles" is what the tests were, and no Ostmark mill was near the river'`, ""},
		{`a picnic is what the tests were, and no Ostmark mill was anywhere near the river at all`, ""},
	} {
		files := base(t)
		files[dye] = &fstest.MapFile{Data: []byte(strings.Replace(string(files[dye].Data), quoting, "says: "+test.says, 1))}
		found := lint(t, files, Options{Texts: fstest.MapFS{"dye-2031.txt": {Data: []byte(dyeText)}}})
		if len(found) > 0 != (test.rule != "") || len(found) > 0 && found[0].Rule != test.rule {
			t.Errorf("%s: %v, want %q", test.says, found, test.rule)
		}
	}
}

// An editor waives a warning where it stands, with a reason, and no error.
func TestWaivers(t *testing.T) {
	const lines = "    lines: [11]\n"
	for _, test := range []struct{ name, old, new, rule string }{
		{"on the line", "dyed red four times\n", "dyed red four times, over $3 million lost # lint-ok figure-unlisted: nobody asks for it\n", ""},
		{"on the line above", "    says: the Larn has been dyed red four times\n", "    # lint-ok figure-unlisted: nobody asks for it\n    says: the Larn has been dyed red four times, over $3 million lost\n", ""},
		{"another rule", "dyed red four times\n", "dyed red four times, over $3 million lost # lint-ok full-stop: it is none\n", "figure-unlisted"},
		{"no reason", "dyed red four times\n", "dyed red four times, over $3 million lost # lint-ok figure-unlisted\n", "lint-ok"},
		{"no such rule", lines, "    lines: [11] # lint-ok figures: fine\n", "lint-ok"},
		{"nothing to waive", lines, "    lines: [11] # lint-ok full-stop: fine\n", "lint-ok"},
		{"an error", "verb: estimated that", "verb: revealed that # lint-ok uneven-verb: it did", "uneven-verb"},
	} {
		files := base(t)
		files[dye] = &fstest.MapFile{Data: []byte(strings.Replace(string(files[dye].Data), test.old, test.new, 1))}
		found := lint(t, files, Options{Texts: fstest.MapFS{"dye-2031.txt": {Data: []byte(dyeText)}}})
		hit := len(found) == 0 && test.rule == ""
		for _, f := range found {
			hit = hit || f.Rule == test.rule
		}
		if !hit {
			t.Errorf("%s: %v, want %q", test.name, found, test.rule)
		}
	}
}

func TestVerify(t *testing.T) {
	files := base(t)
	read, _ := Read(files, nil)
	told := 0
	got := newLinter(t).Verify(read, fstest.MapFS{"dye-2031.txt": {Data: []byte(dyeText)}}, func(done, total int) { told = done })
	if len(got) != 2 || told != 2 {
		t.Fatalf("%d reports verified, %d told; want 2", len(got), told)
	}
	rules := map[string]string{}
	for _, v := range got {
		for _, f := range v.Found {
			rules[v.File.Report.ID] += f.Rule + " "
		}
	}
	// The base's hashes are made up, and there is no text for the second report.
	if want := map[string]string{"dye-2031": "text-hash ", "fish-2030": "text-missing "}; rules["dye-2031"] != want["dye-2031"] || rules["fish-2030"] != want["fish-2030"] {
		t.Errorf("got %v, want %v", rules, want)
	}
}

func TestSentences(t *testing.T) {
	words := newLinter(t).Words()
	for text, want := range map[string]int{
		"One. Two! Three?":                           3,
		"The U.N. said $1.5 million was lost. It is": 2,
		"Mr. Larn met Gen. Ost in St. Tern.":         1,
		"“They left.” Nobody saw it.":                2,
		"J. R. Larn spoke.":                          1,
		"":                                           0,
		"...":                                        1,
	} {
		if got := words.Sentences(text); len(got) != want {
			t.Errorf("%q: %d sentences, want %d: %q", text, len(got), want, got)
		}
	}
}
