package answers_test

import (
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"allegedly/answers"
	"allegedly/answers/data"
)

// Whatever comes in, the outcome is right and nothing breaks.
func TestBadInput(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []answers.Outcome
	}{
		{"nothing", "", []answers.Outcome{answers.Clarify, answers.Guidance}},
		{"blanks", " \t\n\u00a0\u200b", []answers.Outcome{answers.Clarify, answers.Guidance}},
		{"punctuation", "?!...", []answers.Outcome{answers.Clarify, answers.Guidance}},
		{"emoji", "🤷🔥🇰🇵👨‍👩‍👧", []answers.Outcome{answers.Clarify, answers.Guidance}},
		{"mentions", "<@123> <@!456> <#789> <@&1> <!here>", []answers.Outcome{answers.Clarify, answers.Guidance}},
		{"a link", "https://example.com/a?b=c", []answers.Outcome{answers.Clarify, answers.NotReported, answers.Guidance}},
		{"control characters", "\x00\x01\x1b[31m\x7f", []answers.Outcome{answers.Clarify, answers.NotReported, answers.Guidance}},
		{"broken UTF-8", "\xff\xfe\xc3\x28", []answers.Outcome{answers.Clarify, answers.NotReported, answers.Guidance}},
		{"broken UTF-8 in a question", "How much does the \xffFBI say was stolen?\xc3", []answers.Outcome{answers.Answered}},
		{"another script", "무엇을 훔쳤나요", []answers.Outcome{answers.Clarify, answers.NotReported}},
		{"one letter", "x", []answers.Outcome{answers.Clarify, answers.NotReported, answers.Guidance}},
		{"100 KB of one letter", strings.Repeat("x", 100_000), []answers.Outcome{answers.Clarify, answers.NotReported}},
		{"100 KB of letters", noise(100_000), []answers.Outcome{answers.Clarify, answers.NotReported}},
		{"100 KB of digits", strings.Repeat("9", 100_000), []answers.Outcome{answers.Clarify, answers.NotReported}},
		{"100 KB of combining marks", "a" + strings.Repeat("\u0301", 50_000), []answers.Outcome{answers.Clarify, answers.NotReported, answers.Guidance}},
		{"a question repeated", strings.Repeat("how much? ", 10_000), nil},
	} {
		t.Run(strings.ReplaceAll(test.name, " ", "-"), func(t *testing.T) {
			a := shippedBench(t).ask(t, question(test.text))
			if test.want != nil && !slices.Contains(test.want, a.Outcome) {
				t.Errorf("got %s, want one of %v: %s", a.Outcome, test.want, short(a.Text))
			}
			if len(a.Text) > 4*answers.MaxText {
				t.Errorf("the answer has %d bytes", len(a.Text))
			}
		})
	}
}

func noise(n int) string {
	r := rand.New(rand.NewPCG(3, 4))
	out := make([]byte, n)
	for i := range out {
		out[i] = "abcdefghijklmnopqrstuvwxyz     "[r.IntN(31)]
	}
	return string(out)
}

// A thread comes from outside too: it may be stale, or made up.
func TestStrangeThreads(t *testing.T) {
	for name, thread := range map[string]answers.Thread{
		"ids that are gone": {Intent: "amount", Claims: []string{"gone/1", "nis-2022/S99", "", "/"}, Entities: []string{"gone", ""}, Turns: 3},
		"no words of ours":  {Intent: "dance", Facet: "colour", Topics: []string{"gone", ""}, Dates: []string{"x", "99999", "2022-13-45"}, Options: []string{"?"}, Turns: 1},
		"negative turns":    {Intent: "amount", Claims: []string{"nis-2022/S1"}, Turns: -5},
	} {
		for _, text := range append(followUps, "how much did the FBI say?") {
			t.Run(name, func(t *testing.T) {
				shippedBench(t).ask(t, answers.Question{Text: text, Thread: thread})
			})
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := shippedBench(t).engine.Answer(ctx, question("who accuses north korea?")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's error", err)
	}
}

// The same question gives the same bytes: from another engine, on another
// number of processors, and from many askers at once.
func TestSameBytes(t *testing.T) {
	list := append(slices.Clone(usual), adversarial[:80]...)
	first := shippedBench(t)
	want := make([]string, len(list))
	for i, text := range list {
		want[i] = answer(t, first.engine, text)
	}
	second, err := newBench(data.FS, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, processors := range []int{1, runtime.NumCPU() + 2} {
		before := runtime.GOMAXPROCS(processors)
		for i := range list { // backwards, so that nothing depends on what was asked before
			i = len(list) - 1 - i
			if got := answer(t, second.engine, list[i]); got != want[i] {
				t.Errorf("on %d processors, another engine answers %q differently:\n%s\n%s", processors, short(list[i]), got, want[i])
			}
		}
		runtime.GOMAXPROCS(before)
	}
	var askers sync.WaitGroup
	for n := range 4 {
		askers.Go(func() {
			for i := n; i < len(list); i += 2 {
				if got := answer(t, first.engine, list[i]); got != want[i] {
					t.Errorf("asked at once, the engine answers %q differently", short(list[i]))
				}
			}
		})
	}
	askers.Wait()
}

func answer(t *testing.T, engine *answers.Engine, text string) string {
	a, err := engine.Answer(context.Background(), answers.Question{Text: text, Explain: true})
	if err != nil {
		t.Errorf("%q: %v", text, err)
	}
	return string(encode(t, a))
}

// Explaining changes nothing but the trace.
func TestExplain(t *testing.T) {
	b := shippedBench(t)
	for _, text := range usual {
		plain := b.ask(t, question(text))
		explained := b.ask(t, answers.Question{Text: text, Explain: true})
		if plain.Trace != nil {
			t.Errorf("%q: a trace that nobody asked for", text)
		}
		if explained.Trace == nil || len(explained.Trace.Lines()) < 3 {
			t.Errorf("%q: no trace, or next to none: %v", text, explained.Trace.Lines())
		}
		explained.Trace = nil
		if string(encode(t, plain)) != string(encode(t, explained)) {
			t.Errorf("%q: explaining changes the answer", text)
		}
	}
}

// What the engine offers to ask, by name or by command, it answers.
func TestOffers(t *testing.T) {
	b := shippedBench(t)
	questions := b.engine.Questions()
	for _, command := range []string{"denial", "timeline", "sources", "about"} {
		questions = append(questions, b.engine.CommandQuestion(command, ""))
		for _, name := range b.engine.Names() {
			questions = append(questions, b.engine.CommandQuestion(command, name))
		}
	}
	if len(questions) < 40 {
		t.Errorf("%d questions on offer, which is few", len(questions))
	}
	for _, text := range questions {
		b.ask(t, question(text))
	}
	for _, text := range b.engine.Questions() {
		if !b.answered(text) {
			t.Errorf("%q is offered and not answered", text)
		}
	}
	if n := len(b.engine.Sources()); n != 5 {
		t.Errorf("%d sources, want 5", n)
	}
}

// Data that cannot answer gives no engine, and says where the defect lies.
func TestNewRefuses(t *testing.T) {
	for name, harm := range map[string]func(fstest.MapFS){
		"no lexicon":    func(f fstest.MapFS) { delete(f, "lexicon/synonyms.yaml") },
		"no phrasing":   func(f fstest.MapFS) { delete(f, "phrasing/talk.yaml") },
		"a broken rule": func(f fstest.MapFS) { f["rules/facts.yaml"] = &fstest.MapFile{Data: []byte("- id: [")} },
		"an unknown key": func(f fstest.MapFS) {
			f["rules/facts.yaml"] = &fstest.MapFile{Data: []byte("- id: x\n  colour: red\n")}
		},
		"no reports": func(f fstest.MapFS) {
			for name := range f {
				if strings.HasPrefix(name, "reports/") {
					delete(f, name)
				}
			}
		},
	} {
		t.Run(strings.ReplaceAll(name, " ", "-"), func(t *testing.T) {
			files := shared(t)
			for _, dir := range []string{"entities", "reports"} {
				add(t, files, data.FS, dir)
			}
			if engine, found := answers.New(files); engine == nil {
				t.Fatalf("the shipped data do not load: %v", found.Errors())
			}
			harm(files)
			engine, found := answers.New(files)
			if engine != nil {
				t.Error("an engine in spite of it")
			}
			if len(found.Errors()) == 0 || found.Errors()[0].File == "" {
				t.Errorf("the findings do not say where: %v", found)
			}
		})
	}
}

// add copies the files of a folder.
func add(t testing.TB, into fstest.MapFS, from fs.FS, dir string) {
	t.Helper()
	err := fs.WalkDir(from, dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(from, name)
		into[name] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
