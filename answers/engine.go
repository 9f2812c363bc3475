package answers

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
	"allegedly/answers/planning"
	"allegedly/answers/precedent"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// An Engine answers questions over one corpus. It holds no conversation and
// does not change, so it may be shared.
type Engine struct {
	planner  *planning.Planner
	verified sync.Map // suggestion -> whether it is answered
}

// New loads the data files of fsys (reports, entities, lexicon, rules,
// phrasing) and prepares everything that answering needs. Findings are all
// defects of the files, warnings included. With an error among them the engine
// is nil unless every error lies in a report, and then it answers from the rest.
func New(fsys fs.FS) (*Engine, corpus.Findings) {
	lexicons := soon(func() (*language.Lexicon, error) { return language.LoadLexicon(fsys) })
	ruleFiles := soon(func() ([]intent.RuleFile, corpus.Findings) { return intent.ReadRules(fsys) })
	precedents := soon(func() (*precedent.Index, error) { return precedent.Load(fsys) })
	c, found := corpus.Load(fsys)
	phrasing, missing := compose.LoadPhrasing(fsys, planning.Phrases)
	fail := func(file, message string) (*Engine, corpus.Findings) {
		return nil, append(found, corpus.Finding{File: file, Severity: corpus.Error, Rule: "load", Message: message})
	}
	lexicon, err := lexicons()
	if err != nil {
		return fail("lexicon", err.Error())
	}
	index := soon(func() (*corpus.Index, error) { return corpus.NewIndex(c, lexicon), nil })
	files, broken := ruleFiles()
	rules, wrong := intent.NewRules(files, lexicon)
	if more := slices.Concat(broken, wrong, missing); len(more) > 0 {
		return nil, append(found, more...)
	}
	if len(c.Claims) == 0 {
		return fail("reports", "there is no reviewed report to answer from")
	}
	old, err := precedents()
	if err != nil {
		return fail("precedents", err.Error())
	}
	x, _ := index()
	reader := reading.New(record.New(c, lexicon, x), rules)
	return &Engine{planner: planning.New(weighing.New(reader), phrasing, old)}, found
}

// soon begins what takes its time, and returns what waits for it.
func soon[T, E any](begin func() (T, E)) (wait func() (T, E)) {
	var t T
	var e E
	done := make(chan struct{})
	go func() {
		defer close(done)
		t, e = begin()
	}()
	return func() (T, E) {
		<-done
		return t, e
	}
}

// Answer answers one question. The error is the context's, or a broken
// invariant of the engine; "not in the reports" is an outcome.
func (e *Engine) Answer(ctx context.Context, q Question) (Answer, error) {
	if err := ctx.Err(); err != nil {
		return Answer{}, err
	}
	c := e.planner.Compose(q)
	suggestions := e.suggest(c)
	text := c.Write(suggestions)
	a := e.answer(q, c)
	a.Suggestions, a.Text, a.Thread = suggestions, text, c.Remember(suggestions)
	if q.Explain {
		a.Trace = e.trace(c)
	}
	if err := e.guard(&a); err != nil {
		return Answer{}, fmt.Errorf("answer refused: %w", err)
	}
	return a, nil
}

// answer puts a composition into the words of an answer, without suggestions and text.
func (e *Engine) answer(q Question, c *planning.Composition) Answer {
	statements, sources := c.Statements()
	return Answer{Question: strings.ToValidUTF8(q.Text, "\uFFFD"), Outcome: c.Outcome(), Intent: c.Intent(), Statements: statements, Sources: sources, Suggestions: []string{}}
}

// Names returns the names that people may ask about, sorted.
func (e *Engine) Names() []string {
	var out []string
	for _, entity := range e.planner.Corpus.Entities {
		if len(e.planner.Index.Entity(entity.ID)) > 0 {
			out = record.AppendNew(out, e.planner.Corpus.Label(entity.ID))
		}
	}
	slices.Sort(out)
	return out
}

// Sources returns the reports, by date.
func (e *Engine) Sources() []Source {
	out := make([]Source, 0, len(e.planner.ByDate))
	for i, r := range e.planner.ByDate {
		out = append(out, compose.SourceOf(r, i+1))
	}
	return out
}

// CommandQuestion returns the question that a command of a platform stands for:
// command is denial, timeline, sources or about; about may be empty.
func (e *Engine) CommandQuestion(command, about string) string {
	id := "command." + command
	if about == "" {
		id += ".all"
	}
	if !e.planner.Composer.Has(id) {
		return about
	}
	return e.planner.Composer.Say(id, "about", about)
}

// Precedent returns a question that is known to be answered well as new ones can be held
// against it; or, with claims, one that they answer, or that no report answers where there are
// none of them.
func (e *Engine) Precedent(text string, claims []string) precedent.Precedent {
	return e.planner.Precedent(text, claims)
}
