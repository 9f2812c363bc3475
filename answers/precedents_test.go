package answers_test

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"allegedly/answers"
	"allegedly/answers/data"
	"allegedly/answers/precedent"
)

// withPrecedents returns the shipped engine with none but these precedents, asked of these
// reports. Behind a bar stand the claims that answer one, where they are given.
func withPrecedents(t *testing.T, reports []string, questions ...string) *answers.Engine {
	t.Helper()
	files := fstest.MapFS{}
	for _, folder := range []string{"reports", "entities", "lexicon", "rules", "phrasing"} {
		add(t, files, data.FS, folder)
	}
	plain, found := answers.New(files)
	if plain == nil {
		t.Fatal(found)
	}
	var all []precedent.Precedent
	for _, q := range questions {
		ask, given, ok := strings.Cut(q, "|")
		var claims []string
		if ok {
			claims = append([]string{}, strings.Fields(given)...)
		}
		all = append(all, plain.Precedent(ask, claims))
	}
	var asked, read bytes.Buffer
	if err := precedent.Write(&asked, &read, reports, all); err != nil {
		t.Fatal(err)
	}
	files[precedent.Questions] = &fstest.MapFile{Data: asked.Bytes()}
	files[precedent.Readings] = &fstest.MapFile{Data: read.Bytes()}
	engine, found := answers.New(files)
	if engine == nil {
		t.Fatal(found)
	}
	return engine
}

func every(t *testing.T) (reports []string) {
	t.Helper()
	for _, s := range shippedBench(t).engine.Sources() {
		reports = append(reports, s.Report)
	}
	return reports
}

func explained(t *testing.T, engine *answers.Engine, text string) (a answers.Answer, followed bool) {
	t.Helper()
	a, err := engine.Answer(context.Background(), answers.Question{Text: text, Explain: true})
	if err != nil {
		t.Fatal(err)
	}
	return a, strings.Contains(a.Trace.Reading, "known to be read well")
}

// A question that is worded like a precedent is read as that one; one with another figure, of
// a report that the precedents do not know, or for a verdict is read by itself.
func TestPrecedentsAreFollowed(t *testing.T) {
	const asked, kept = "Into which class of online attack does this WannaCry affair of 2017 fall for the article?", "Into which category of online attack does this WannaCry affair of 2017 fall for the article?|"
	if a, followed := explained(t, withPrecedents(t, every(t)), asked); followed {
		t.Fatalf("no precedent was there to follow: %s", a.Trace.Reading)
	}
	a, followed := explained(t, withPrecedents(t, every(t), kept, "Who denies it?", "How much is it?"), asked)
	if !followed || a.Outcome != answers.NotReported {
		t.Errorf("the precedent was not followed: %s, %s", a.Outcome, a.Trace.Reading)
	}
	a, followed = explained(t, withPrecedents(t, every(t), kept+"nis-2022/S1"), asked)
	if !followed || !strings.Contains(a.Text, "1.5 trillion won") {
		t.Errorf("the claim that was given does not lead: %s, %s", a.Text, a.Trace.Reading)
	}
	if a, followed := explained(t, withPrecedents(t, nil, kept), asked); followed {
		t.Errorf("a report that the precedents do not know was overruled: %s", a.Trace.Reading)
	}
	if a, followed := explained(t, withPrecedents(t, every(t), strings.Replace(kept, "2017", "2014", 1)), asked); followed {
		t.Errorf("a precedent on another year was followed: %s", a.Trace.Reading)
	}
	const verdict = "Did North Korea really steal all of that money, yes or no?"
	if a, followed := explained(t, withPrecedents(t, every(t), verdict+"|"), verdict); followed {
		t.Errorf("a verdict was left to a precedent: %s", a.Trace.Reading)
	}
}

// What the reports tell is told by the reports: the precedent chooses the claims, and nothing
// of its words stands in the answer.
func TestPrecedentsAreNotQuoted(t *testing.T) {
	engine := shippedBench(t).engine
	n := 0
	for _, text := range []string{
		"How much was the NEM worth that somehow vanished out of CoinCheck?",
		"Into which class of online attack does WannaCry fall?",
		"wheres old kim jong un rn then",
		"What event is said to have marked the start of that hacking spree?",
	} {
		a, followed := explained(t, engine, text)
		if !followed {
			continue
		}
		n++
		if _, quoted, _ := strings.Cut(a.Trace.Reading, `"`); strings.Contains(a.Text, quoted[:strings.Index(quoted, `"`)]) {
			t.Errorf("%q repeats its precedent: %s", text, a.Text)
		}
		again, _ := explained(t, engine, text)
		if again.Text != a.Text {
			t.Errorf("%q is answered differently the second time", text)
		}
	}
	if n == 0 {
		t.Error("none of the questions followed a precedent")
	}
}

func TestBrokenPrecedents(t *testing.T) {
	files := fstest.MapFS{precedent.Questions: {Data: []byte("Why?\n")}, precedent.Readings: {Data: []byte("none\n")}}
	for _, folder := range []string{"reports", "entities", "lexicon", "rules", "phrasing"} {
		add(t, files, data.FS, folder)
	}
	engine, found := answers.New(files)
	if engine != nil || len(found.Errors()) == 0 || !strings.Contains(found.Errors()[0].Message, precedent.Readings) {
		t.Errorf("broken precedents were taken: %v", found)
	}
}
