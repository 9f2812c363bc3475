package answers_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"allegedly/answers"
	"allegedly/answers/audit"
	"allegedly/answers/data"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// A bench is an engine together with all that its answers are held to.
type bench struct {
	engine  *answers.Engine
	auditor *audit.Auditor
	schema  *jsonschema.Schema

	mu        sync.Mutex
	suggested map[string]bool           // suggestion -> whether it is answered
	audited   map[string][]audit.Breach // answer without its question -> what the audit found
	known     map[string]int            // why a breach is a known gap -> how often it showed
}

// shipped is the bench over the shipped corpus, made once: loading it takes
// longer than most tests.
var shipped = sync.OnceValues(func() (*bench, error) { return newBench(data.FS, texts()) })

func shippedBench(t testing.TB) *bench {
	t.Helper()
	b, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func newBench(corpus, texts fs.FS) (*bench, error) {
	engine, found := answers.New(corpus)
	if errs := found.Errors(); len(errs) > 0 {
		return nil, fmt.Errorf("%v", errs)
	}
	auditor, err := audit.New(corpus, texts)
	if err != nil {
		return nil, err
	}
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "docs", "answer.schema.json"))
	return &bench{engine: engine, auditor: auditor, schema: schema, suggested: map[string]bool{}, audited: map[string][]audit.Breach{}, known: map[string]int{}}, err
}

// texts returns the articles' texts, which are not part of the repository: from
// ALLEGEDLY_SHARED, or beside the repository. Without them nil.
func texts() fs.FS {
	shared := os.Getenv("ALLEGEDLY_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	dir := filepath.Join(shared, "reports")
	if _, err := os.Stat(dir); err != nil {
		return nil
	}
	return os.DirFS(dir)
}

// ask answers the question and holds the answer to everything: the audit, the
// schema, and that its suggestions are answered. before are the earlier turns of
// the conversation, for the message.
func (b *bench) ask(t testing.TB, q answers.Question, before ...string) answers.Answer {
	t.Helper()
	asked := short(strings.Join(append(before, q.Text), " / "))
	a, err := b.engine.Answer(context.Background(), q)
	if err != nil {
		t.Errorf("%q: %v", asked, err)
		return a
	}
	object := encode(t, a)
	for _, breach := range b.audit(t, a) {
		if why := gap(breach.String()); why != "" {
			b.count(why)
			continue
		}
		t.Errorf("%q: %v", asked, breach)
	}
	if err := b.valid(object); err != nil {
		t.Errorf("%q: the answer breaks its schema: %v", asked, err)
	}
	for _, s := range a.Suggestions {
		if !b.answered(s) {
			t.Errorf("%q: the suggestion %q is not answered", asked, s)
		}
	}
	return a
}

// audit audits the answer. Many questions have the same answer, which is audited
// once.
func (b *bench) audit(t testing.TB, a answers.Answer) []audit.Breach {
	a.Question = ""
	object := encode(t, a)
	b.mu.Lock()
	defer b.mu.Unlock()
	found, done := b.audited[string(object)]
	if !done {
		found = b.auditor.Check(object)
		b.audited[string(object)] = found
	}
	return found
}

func (b *bench) valid(object []byte) error {
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(object))
	if err != nil {
		return err
	}
	return b.schema.Validate(value)
}

// answered tells whether the engine answers the question; each is tried once.
func (b *bench) answered(question string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if known, ok := b.suggested[question]; ok {
		return known
	}
	a, err := b.engine.Answer(context.Background(), answers.Question{Text: question})
	b.suggested[question] = err == nil && a.Outcome == answers.Answered
	return b.suggested[question]
}

func (b *bench) count(why string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.known[why]++
}

// encode writes the answer as the program prints it.
func encode(t testing.TB, a answers.Answer) []byte {
	t.Helper()
	object, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	return object
}

// short shortens a question for a message.
func short(text string) string {
	if len(text) > 240 {
		return "..." + text[len(text)-240:]
	}
	return text
}
