package answers

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
)

// An Engine answers questions over one corpus. It holds no conversation and
// does not change, so it may be shared.
type Engine struct {
	corpus   *corpus.Corpus
	lexicon  *language.Lexicon
	index    *corpus.Index
	reader   *intent.Reader
	composer *compose.Composer

	// Computed once at load.
	accused    map[string]bool                  // parties that reports are about
	parties    []string                         // the same, sorted
	affairs    map[string][]string              // by entity: the accused of the reports that name it
	accusers   []string                         // the same, sorted
	accuses    map[string]bool                  // entities that accuse
	speaks     map[string]bool                  // entities that make a claim
	denials    []*corpus.Claim                  // in corpus order
	retorts    []*corpus.Claim                  // denials by those whom an accused accuses in turn
	plain      map[*corpus.Claim]bool           // denials whose own words deny or reject
	onReplies  map[*corpus.Claim]bool           // remarks on what denials do not answer
	origins    map[string][]*corpus.Claim       // copies of one statement
	replies    map[*corpus.Claim]reply          // what stands beside each accusation
	standings  map[string]*standing             // by accused; "" for all
	solid      map[*corpus.Claim]int            // how well each denial can stand alone
	values     []float64                        // amount of each claim in the main currency; 0: none
	lacks      map[*corpus.Report]*corpus.Claim // remark on what the report does not give
	byDate     []*corpus.Report                 //
	months     map[string]bool                  // "2006-01", of which the reports tell
	monthDays  map[string]bool                  // "01-02", likewise
	counted    map[string][]int32               // the claims that count something, by its stem
	slugs      map[string]string                // their ids without the year, likewise
	titles     map[string]string                // titles as folded words between spaces, by report
	kinds      []assetKind                      // of assets
	currencies map[string]string                // of most amounts, by accused; "" for all
	commonName float64                          // weight below which a name narrows too little to be missed
	retired    *corpus.Index                    // withdrawn claims; nil when there are none
	tallies    sync.Pool                        // of *tally
	verified   sync.Map                         // suggestion -> whether it is answered
}

// New loads the data files of fsys (reports, entities, lexicon, rules,
// phrasing) and prepares everything that answering needs. Findings are all
// defects of the files, warnings included. With an error among them the engine
// is nil unless every error lies in a report, and then it answers from the rest.
func New(fsys fs.FS) (*Engine, corpus.Findings) {
	type words struct {
		lexicon *language.Lexicon
		err     error
	}
	reading := make(chan words, 1)
	go func() { // the lexicon takes as long as all reports together
		lexicon, err := language.LoadLexicon(fsys)
		reading <- words{lexicon, err}
	}()
	c, found := corpus.Load(fsys)
	fail := func(file, message string) (*Engine, corpus.Findings) {
		return nil, append(found, corpus.Finding{File: file, Severity: corpus.Error, Rule: "load", Message: message})
	}
	read := <-reading
	if read.err != nil {
		return fail("lexicon", read.err.Error())
	}
	lexicon := read.lexicon
	indexing := make(chan *corpus.Index, 1)
	go func() { indexing <- corpus.NewIndex(c, lexicon) }()
	rules, more := intent.LoadRules(fsys, lexicon)
	phrasing, missing := compose.LoadPhrasing(fsys, phrases)
	found = append(append(found, more...), missing...)
	if len(more) > 0 || len(missing) > 0 {
		return nil, found
	}
	if len(c.Claims) == 0 {
		return fail("reports", "there is no reviewed report to answer from")
	}
	e := &Engine{
		corpus:     c,
		lexicon:    lexicon,
		index:      <-indexing,
		composer:   &compose.Composer{Corpus: c, Phrasing: phrasing},
		accused:    map[string]bool{},
		affairs:    map[string][]string{},
		accuses:    map[string]bool{},
		currencies: map[string]string{},
		plain:      map[*corpus.Claim]bool{},
		onReplies:  map[*corpus.Claim]bool{},
		months:     map[string]bool{},
		monthDays:  map[string]bool{},
		counted:    map[string][]int32{},
		slugs:      map[string]string{},
		titles:     map[string]string{},
		speaks:     map[string]bool{},
		origins:    map[string][]*corpus.Claim{},
		replies:    map[*corpus.Claim]reply{},
	}
	e.reader = intent.NewReader(e.index, rules)
	e.tallies.New = func() any { return newTally(len(c.Claims)) }
	e.prepare()
	return e, found
}

func (e *Engine) prepare() {
	units := map[string]map[string]int{"": {}}
	for n, claim := range e.corpus.Claims {
		e.accused[claim.Report().Accused] = true
		if e.corpus.Entity(claim.By) != nil {
			e.speaks[claim.By] = true
			e.accuses[claim.By] = e.accuses[claim.By] || claim.Stance == corpus.Alleges
			for _, owner := range e.corpus.Owners(claim.By) {
				e.speaks[owner] = true
			}
		}
		switch claim.Stance {
		case corpus.Remark:
			e.onReplies[claim] = e.index.Mentions(claim.Says, e.lexicon.Concept("report-word")) && (e.index.Mentions(claim.Says, e.lexicon.Concept("reply")) || e.index.Mentions(claim.Says, e.lexicon.Concept("deny"))) &&
				!slices.ContainsFunc(e.corpus.AboutOf(claim), func(about *corpus.Claim) bool { return about.Stance == corpus.Denies })
		case corpus.Denies:
			e.plain[claim] = e.index.Mentions(claim.Verb+" "+claim.Says, e.lexicon.Concept("deny"))
			if e.counterAccused(claim) {
				e.retorts = append(e.retorts, claim)
				continue
			}
			e.denials = append(e.denials, claim)
		}
		if claim.Origin != "" {
			e.origins[claim.Origin] = append(e.origins[claim.Origin], claim)
		}
		f := &e.index.Features[n]
		for i, figure := range f.Figures {
			unit := f.In[i]
			if unit == "" || unit == "%" || f.Of[i] < 0 || figure.Unit == "" && claim.Figures[f.Of[i]].Measures != corpus.Total {
				continue
			}
			weight := map[corpus.Measure]int{corpus.Total: 3, corpus.Single: 1, corpus.Part: 1}[claim.Figures[f.Of[i]].Measures]
			for _, of := range []string{"", claim.Report().Accused} {
				if units[of] == nil {
					units[of] = map[string]int{}
				}
				units[of][unit] += weight
			}
		}
	}
	for _, entity := range e.corpus.Entities { // a document that a claim is told by, too
		if !e.speaks[entity.ID] && slices.ContainsFunc(e.index.Entity(entity.ID), func(p corpus.Posting) bool { return p.Relation&corpus.AsSpeaker != 0 }) {
			e.speaks[entity.ID] = true
		}
	}
	e.commonName = e.index.Rarity(max(1, len(e.corpus.Claims)/5)) * entityFactor * 0.5
	for of, counts := range units {
		for unit, n := range counts {
			if best := e.currencies[of]; n > counts[best] || n == counts[best] && n > 0 && unit < best {
				e.currencies[of] = unit
			}
		}
	}
	for n := range e.corpus.Claims {
		for _, span := range e.index.Features[n].Spans {
			for _, date := range []string{span.From, span.To} {
				e.months[date[:min(len(date), len("2006-01"))]] = true
				if len(date) == len("2006-01-02") {
					e.monthDays[date[len("2006-"):]] = true
				}
			}
		}
		for stem := range e.index.Features[n].Counted {
			e.counted[stem] = append(e.counted[stem], int32(n))
		}
	}
	e.kinds = e.assetKinds()
	e.parties = slices.Sorted(maps.Keys(e.accused))
	if len(e.accused) > 1 {
		for _, entity := range e.corpus.Entities {
			for _, p := range e.index.Entity(entity.ID) {
				if claim := e.corpus.Claims[p.Claim]; claim.Stance != corpus.Remark && e.speaksOf(claim, []string{entity.ID}) { // a remark may compare affairs, and a word by which a claim is found may be another's name
					e.affairs[entity.ID] = appendNew(e.affairs[entity.ID], claim.Report().Accused)
				}
			}
		}
	}
	e.stand()
	e.accusers = slices.Sorted(maps.Keys(e.accuses))
	e.accusers = slices.DeleteFunc(e.accusers, func(id string) bool { return !e.accuses[id] })
	for _, report := range e.corpus.Reports {
		e.slugs[report.ID] = " " + strings.Trim(strings.ReplaceAll(report.ID, "-", " "), " 0123456789") + " "
		e.titles[report.ID] = " " + corpus.Joined(language.Split(report.Title)) + " "
	}
	e.byDate = slices.Clone(e.corpus.Reports)
	slices.SortStableFunc(e.byDate, func(a, b *corpus.Report) int {
		return strings.Compare(midYear(a.Published.Date), midYear(b.Published.Date))
	})
	if len(e.corpus.Retired) > 0 {
		e.retired = corpus.NewIndex(e.corpus.OfRetired(), e.lexicon)
	}
}

// midYear puts a date of which only the year is known in the middle of that year.
func midYear(date string) string {
	if len(date) == len("2006") {
		return date + "-07"
	}
	return date
}

// Answer answers one question. The error is the context's, or a broken
// invariant of the engine; "not in the reports" is an outcome.
func (e *Engine) Answer(ctx context.Context, q Question) (Answer, error) {
	if err := ctx.Err(); err != nil {
		return Answer{}, err
	}
	a, c := e.answer(q)
	a.Suggestions = e.suggest(c)
	limit := MaxText
	if c.long {
		limit = 0 // a list was asked for
	} else {
		c.settle(limit)
	}
	a.Text = c.b.Text(a.Suggestions, limit)
	a.Statements, a.Sources = c.b.Statements, c.b.Sources
	a.Thread = e.next(c.r, &a, c.led)
	if q.Explain {
		a.Trace = e.trace(c)
	}
	if err := e.guard(&a); err != nil {
		return Answer{}, fmt.Errorf("answer refused: %w", err)
	}
	return a, nil
}

// answer composes without suggestions, so that suggestions can be tried.
func (e *Engine) answer(q Question) (Answer, *composition) {
	r := e.read(q)
	c := e.compose(r)
	c.plan()
	if both := e.inParts(q, c); both != nil {
		c = both
	}
	c.finish()
	name := r.intent
	if (name == "fact" || name == "verify") && r.facet != "" {
		name = string(r.facet)
	}
	return Answer{Question: strings.ToValidUTF8(q.Text, "\uFFFD"), Outcome: c.outcome, Intent: name, Statements: c.b.Statements, Sources: c.b.Sources, Suggestions: []string{}}, c
}

// Names returns the names that people may ask about, sorted.
func (e *Engine) Names() []string {
	var out []string
	for _, entity := range e.corpus.Entities {
		if len(e.index.Entity(entity.ID)) > 0 {
			out = appendNew(out, e.composer.Label(entity.ID))
		}
	}
	slices.Sort(out)
	return out
}

// Sources returns the reports, by date.
func (e *Engine) Sources() []Source {
	out := make([]Source, 0, len(e.byDate))
	for i, r := range e.byDate {
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
	if !e.composer.Has(id) {
		return about
	}
	return e.composer.Say(id, "about", about)
}

// accusedNames names those whom the reports are about.
func (e *Engine) accusedNames() string {
	var out []string
	for _, r := range e.corpus.Reports {
		out = appendNew(out, e.composer.Name(r.Accused))
	}
	return e.composer.Join(out)
}

// retiredFor returns a withdrawn claim that would have answered the question.
func (e *Engine) retiredFor(r *request) *corpus.Claim {
	if e.retired == nil {
		return nil
	}
	hits := map[int32]float64{}
	total := 0.0
	for _, t := range r.terms {
		if t.Asked {
			continue
		}
		total++
		seen := map[int32]bool{}
		for _, p := range e.retired.Stem(t.Stem) {
			seen[p.Claim] = true
		}
		for _, concept := range t.Concepts {
			for _, p := range e.retired.Concept(concept) {
				seen[p.Claim] = true
			}
		}
		for n := range seen {
			hits[n]++
		}
	}
	for _, n := range r.names {
		total += 2
		for _, id := range n.ids {
			for _, p := range e.retired.Entity(id) {
				hits[p.Claim] += 2
			}
		}
	}
	best, most := int32(-1), 0.0
	for n, h := range hits {
		if h > most || h == most && n < best {
			best, most = n, h
		}
	}
	if best < 0 || total == 0 || most/total < enough {
		return nil
	}
	return e.corpus.Retired[best]
}
