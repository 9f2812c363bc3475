package answers_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"allegedly/answers"
	"allegedly/answers/compose"
)

const velmar = "reports/velmar-2029.yaml"

// riverFiles returns the made-up corpus with something changed in its larger report.
func riverFiles(t testing.TB, old, with string) fstest.MapFS {
	t.Helper()
	files := shared(t)
	add(t, files, os.DirFS(filepath.Join("testdata", "subjects", "river")), ".")
	text := string(files[velmar].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("the report has no %q", old)
	}
	files[velmar] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, with, 1))}
	return files
}

// A claim that was withdrawn answers nothing any more; whoever asks for it is
// told so, and why, without its words.
func TestWithdrawnClaim(t *testing.T) {
	const samples = "    words: [evidence, proof, sample,"
	b, err := newBench(riverFiles(t, samples, "    status: withdrawn\n    withdrawn: {date: \"2029-06-02\", reason: The laboratory had mixed up two bottles.}\n"+samples), nil)
	if err != nil {
		t.Fatal(err)
	}
	a := b.ask(t, question("How much toluene did Brandt's samples hold?"))
	if a.Outcome != answers.NotReported || !strings.Contains(a.Text, "The laboratory had mixed up two bottles.") {
		t.Errorf("got %s: %s", a.Outcome, a.Text)
	}
	if strings.Contains(a.Text, "forty times") {
		t.Errorf("the withdrawn claim is told: %s", a.Text)
	}
	for _, e := range river {
		for _, s := range b.ask(t, question(strings.TrimPrefix(e.ask, "+"))).Statements {
			if strings.Contains(s.Text, "forty times") {
				t.Errorf("%q: the withdrawn claim is told: %s", e.ask, s.Text)
			}
		}
	}
}

// A report whose claims were withdrawn one by one is gone like one that was withdrawn itself: what is
// asked about it by name gets an answer, and never one from it.
func TestEveryClaimWithdrawn(t *testing.T) {
	files := riverFiles(t, "", "")
	claim := regexp.MustCompile(`(?m)^  - id: \w+$`)
	text := claim.ReplaceAll(files[velmar].Data, []byte("$0\n    status: withdrawn\n    withdrawn: {date: \"2029-06-02\", reason: The outlet took it back.}"))
	files[velmar] = &fstest.MapFile{Data: text}
	b, err := newBench(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	publisher := regexp.MustCompile(`(?m)^publisher: (.+)$`).FindStringSubmatch(string(text))[1]
	for _, ask := range []string{"Which other reports than %s mention Velmar?", "Which other reports than %s mention the mill?", "Does the %s report mention Velmar?", "Does the %s report mention Brandt?", "Who wrote the %s article?", "List the reports"} {
		a := b.ask(t, question(strings.ReplaceAll(ask, "%s", publisher)))
		for _, s := range a.Statements {
			if slices.ContainsFunc(s.Claims, func(key string) bool { return strings.HasPrefix(key, "velmar-2029/") }) {
				t.Errorf("%q: a withdrawn claim is told: %s", ask, s.Text)
			}
		}
	}
}

// Whoever the accused accuses in turn may reply; that reply is never printed as the
// one of the accused, however late and firm it is.
func TestReplyOfOthers(t *testing.T) {
	const mark = "  - id: V8\n"
	mill := "  - id: V7c\n    stance: denies\n    by: harn-mill\n    verb: denied\n    says: that it had ever let any bleach into the river, and said that its records were open to whoever wished to see them\n" +
		"    lines: [16]\n    said: {date: \"2029-05-20\", basis: stated, stated: on 20 May 2029}\n    answers: [V7]\n    aimed_at: Velmar's accusation about the bleach\n    words: [denial, reply, response, answer, records, bleach]\n"
	dairy := "  - id: V7d\n    stance: counters\n    by: velmar\n    verb: accused\n    says: the Orla Dairy of pouring whey into the river at night\n    lines: [15]\n" +
		"    said: {date: \"2029-05-14\", basis: stated, stated: on 14 May 2029}\n    actor: [orla-dairy]\n    words: [blame, accuse, whey, dairy, someone else]\n" +
		"  - id: V7e\n    stance: denies\n    by: orla-dairy\n    verb: said\n    says: that not a drop of its whey had ever gone into the river\n    lines: [17]\n    answers: [V7d]\n    words: [reply, whey]\n"
	files := riverFiles(t, mark, mill+dairy+mark)
	const names = "entities/names.yaml"
	files[names] = &fstest.MapFile{Data: append(slices.Clone(files[names].Data), "  - {id: orla-dairy, kind: company, name: the Orla Dairy, label: the dairy, aliases: [Orla Dairy, dairy]}\n"...)}
	b, err := newBench(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	reply := velmar[len("reports/"):len(velmar)-len(".yaml")] + "/V7c"
	for _, e := range river {
		for _, s := range b.ask(t, question(strings.TrimPrefix(e.ask, "+"))).Statements {
			if s.Role == "denial" && slices.Contains(s.Claims, reply) {
				t.Errorf("%q: the mill's reply stands for Velmar's: %s", e.ask, s.Text)
			}
		}
	}
	for _, ask := range []string{"Whom does Velmar accuse?", "Whom does Velmar blame?", "What are Velmar's accusations against others?", "What does Velmar accuse the dairy of?"} {
		a := b.ask(t, question(ask))
		told := func(id string) bool {
			return slices.ContainsFunc(a.Statements, func(s compose.Statement) bool { return slices.Contains(s.Claims, "velmar-2029/"+id) })
		}
		for counter, retort := range map[string]string{"V7": "V7c", "V7d": "V7e"} {
			if told(counter) != told(retort) {
				t.Errorf("%q: %s is told: %v, and the reply to it: %v: %s", ask, counter, told(counter), told(retort), a.Text)
			}
		}
	}
	for ask, role := range map[string]compose.Role{
		"What does Velmar accuse the Harn Paper Mill of?":    compose.Context,
		"What did the Harn Paper Mill reply to Velmar?":      compose.Lead,
		"How much solvent went into the river in March 2028": "",
	} {
		a := b.ask(t, question(ask))
		at := slices.IndexFunc(a.Statements, func(s compose.Statement) bool { return slices.Contains(s.Claims, reply) })
		switch {
		case role == "" && at >= 0:
			t.Errorf("%q: the mill's reply answers nothing of this: %s", ask, a.Text)
		case role != "" && (at < 0 || a.Statements[at].Role != role):
			t.Errorf("%q: the mill's reply is not told as %s: %s", ask, role, a.Text)
		}
	}
}

// A report that is withdrawn, a draft or broken takes nothing away from the
// others, and never answers.
func TestReportsThatDoNotAnswer(t *testing.T) {
	for name, change := range map[string][2]string{
		"withdrawn": {"status: reviewed", "status: withdrawn\nwithdrawn: {date: \"2029-06-02\", reason: Settled out of court.}"},
		"a draft":   {"status: reviewed", "status: draft"},
		"broken":    {"stance: alleges", "stance: shouts"},
	} {
		t.Run(strings.ReplaceAll(name, " ", "-"), func(t *testing.T) {
			engine, _ := answers.New(riverFiles(t, change[0], change[1]))
			if engine == nil {
				t.Fatal("there is no engine over the other report")
			}
			for ask, want := range map[string]answers.Outcome{"how much waste per year did the union speak of": answers.Answered, "How long did the November leak last?": answers.NotReported} {
				a, err := engine.Answer(t.Context(), question(ask))
				if err != nil || a.Outcome != want {
					t.Errorf("%q: got %s, %v, want %s: %s", ask, a.Outcome, err, want, a.Text)
				}
			}
		})
	}
}
