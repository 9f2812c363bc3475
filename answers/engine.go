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
	titles     map[string]string                // titles as folded words between spaces, by report
	currency   string                           // of most amounts
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
		corpus:    c,
		lexicon:   lexicon,
		index:     corpus.NewIndex(c, lexicon),
		composer:  &compose.Composer{Corpus: c, Phrasing: phrasing},
		accused:   map[string]bool{},
		affairs:   map[string][]string{},
		accuses:   map[string]bool{},
		plain:     map[*corpus.Claim]bool{},
		onReplies: map[*corpus.Claim]bool{},
		titles:    map[string]string{},
		speaks:    map[string]bool{},
		origins:   map[string][]*corpus.Claim{},
		replies:   map[*corpus.Claim]reply{},
	}
	e.reader = intent.NewReader(e.index, rules)
	e.tallies.New = func() any { return newTally(len(c.Claims)) }
	e.prepare()
	return e, found
}

func (e *Engine) prepare() {
	units := map[string]int{}
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
			e.onReplies[claim] = (e.index.Mentions(claim.Says, e.lexicon.Concept("reply")) || e.index.Mentions(claim.Says, e.lexicon.Concept("deny"))) &&
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
			if figure.Unit == "" || figure.Unit == "%" || f.Of[i] < 0 {
				continue
			}
			switch claim.Figures[f.Of[i]].Measures {
			case corpus.Total:
				units[figure.Unit] += 3
			case corpus.Single, corpus.Part:
				units[figure.Unit]++
			}
		}
	}
	e.commonName = e.index.Rarity(max(1, len(e.corpus.Claims)/5)) * entityFactor * 0.5
	for unit, n := range units {
		if n > units[e.currency] || n == units[e.currency] && unit < e.currency {
			e.currency = unit
		}
	}
	e.parties = slices.Sorted(maps.Keys(e.accused))
	if len(e.accused) > 1 {
		for _, entity := range e.corpus.Entities {
			for _, p := range e.index.Entity(entity.ID) {
				e.affairs[entity.ID] = appendNew(e.affairs[entity.ID], e.corpus.Claims[p.Claim].Report().Accused)
			}
		}
	}
	e.stand()
	e.accusers = slices.Sorted(maps.Keys(e.accuses))
	e.accusers = slices.DeleteFunc(e.accusers, func(id string) bool { return !e.accuses[id] })
	for _, report := range e.corpus.Reports {
		e.titles[report.ID] = " " + corpus.Joined(language.Split(report.Title)) + " "
	}
	e.byDate = slices.Clone(e.corpus.Reports)
	slices.SortStableFunc(e.byDate, func(a, b *corpus.Report) int { return strings.Compare(a.Published.Date, b.Published.Date) })
	if len(e.corpus.Retired) > 0 {
		e.retired = corpus.NewIndex(e.corpus.OfRetired(), e.lexicon)
	}
}

// counterAccused tells whether a denial is by somebody whom the accused of its
// report accuses in turn.
func (e *Engine) counterAccused(denial *corpus.Claim) bool {
	if e.corpus.Entity(denial.By) == nil || e.corpus.BelongsTo(denial.By, denial.Report().Accused) {
		return false
	}
	for _, n := range e.index.InReport(denial.Report().ID) {
		counter := e.corpus.Claims[n]
		if counter.Stance == corpus.Counters && slices.ContainsFunc(counter.Actor, func(id string) bool { return e.corpus.BelongsTo(denial.By, id) }) {
			return true
		}
	}
	return false
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
	c.finish()
	name := r.intent
	if (name == "fact" || name == "verify") && r.facet != "" {
		name = string(r.facet)
	}
	return Answer{Question: strings.ToValidUTF8(q.Text, "\uFFFD"), Outcome: c.outcome, Intent: name, Statements: c.b.Statements, Sources: c.b.Sources, Suggestions: []string{}}, c
}

// plan composes the answer by what is asked. The set of plans is closed; which
// words call for which is data.
func (c *composition) plan() {
	if c.tooVague() {
		c.planClarify()
		return
	}
	if c.unheard() {
		c.abstain("abstain.quote")
		return
	}
	if c.followsUp() || c.overrules() {
		return
	}
	switch c.r.intent {
	case "greeting", "thanks", "help", "about", "insult":
		c.planTalk()
	case "definition":
		c.planDefinition()
	case "denial", "replied":
		if speaker := c.r.speaker(); speaker != nil && c.r.intent == "denial" && c.e.accuses[speaker.ids[0]] && c.r.facet == corpus.FacetAmount {
			c.planFact() // "leave out what they say: how much does ... claim?"
			return
		}
		c.planDenial()
	case "counter":
		c.planCounter()
	case "spokesperson":
		c.planSpokesperson()
	case "quote":
		c.planQuote()
	case "extreme":
		c.planExtreme()
	case "compare":
		c.planCompare()
	case "total":
		c.planTotal()
	case "list":
		c.planList()
	case "timeline":
		c.planTimeline()
	case "mentions":
		c.planMentions()
	case "unanswered":
		c.planUnanswered()
	case "order":
		c.planOrder()
	case "elapsed":
		c.planElapsed()
	case "ratio":
		c.planRatio()
	case "verdict":
		if len(c.r.quotes) > 0 || c.r.aspect == "true" && (c.r.known() >= 2 || len(c.r.names)+len(c.r.figures) > 0) {
			c.planFact() // "is it accurate that ...": the claim as it was made, and the reply
			return
		}
		c.planVerdict()
	case "lacks":
		c.planLacks()
	case "source":
		c.planSource()
	case "discrepancy", "same":
		c.planRemark()
	case "overview":
		c.planOverview()
	case "more":
		c.planMore()
	case "clarify":
		c.planClarify()
	case "advice":
		c.planAdvice()
	default:
		if c.e.speakers(c.r) >= 2 {
			c.planCompare()
			return
		}
		c.planDefault()
	}
}

// speakers counts the names asked about as those who say it, joined as a list is.
func (e *Engine) speakers(r *request) int {
	n, last := 0, -1
	for i := range r.names {
		if !r.names[i].speaker || r.names[i].from < 0 {
			continue
		}
		joined := false
		for k := max(last, 0); last >= 0 && k < r.names[i].from; k++ {
			joined = joined || e.in(r.query.Tokens[k], "joining-word")
		}
		if n == 0 || joined {
			n++
		}
		last = r.names[i].from
	}
	return n
}

// followsUp answers a short follow-up from the claim that the conversation is
// about, when that very claim tells what is asked.
func (c *composition) followsUp() bool {
	r := c.r
	if !r.leans || len(r.focus) == 0 || r.ownContent() || r.foreign() > 0.5 {
		return false
	}
	claim := r.focus[0]
	facets := c.e.index.Features[c.e.index.Number(claim)].Facets
	switch {
	case r.intent == "accuser", r.facet != "" && r.facet != corpus.FacetRanking && r.intent == "fact" && facets[r.facet] && (r.facet != corpus.FacetCount || c.e.countsThat(r, c.e.index.Number(claim), &c.e.index.Features[c.e.index.Number(claim)])):
		c.why = c.say("why.best")
		if r.facet == corpus.FacetWhen {
			claim = c.e.dated(claim)
		}
		c.lead(claim)
		return true
	case r.intent == "fact" && (r.facet == corpus.FacetEvidence || r.facet == corpus.FacetReason) && claim.Stance == corpus.Alleges:
		return c.basis(claim)
	}
	return false
}

// dated returns the copy of a statement, or the denial on the same occasion, that
// gives its date most exactly.
func (e *Engine) dated(claim *corpus.Claim) *corpus.Claim {
	best := claim
	consider := func(other *corpus.Claim) {
		if other.Stance == claim.Stance && strings.HasPrefix(saidOn(other), saidOn(claim)) && len(saidOn(other)) > len(saidOn(best)) {
			best = other
		}
	}
	for _, twin := range e.origins[claim.Origin] {
		consider(twin)
	}
	if claim.Stance == corpus.Denies {
		for _, denial := range e.about([]string{claim.Report().Accused}).occasions {
			if sameOccasion(denial, claim) {
				consider(denial)
			}
		}
	}
	return best
}

// basis leads with what the same report tells of the evidence or the reason that
// was asked for after an accusation.
func (c *composition) basis(claim *corpus.Claim) bool {
	var best *corpus.Claim
	most := 0
	for _, n := range c.e.index.InReport(claim.Report().ID) {
		other, facets, value := c.e.corpus.Claims[n], c.e.index.Features[n].Facets, 0
		switch {
		case !facets[c.r.facet] && !(c.r.facet == corpus.FacetReason && facets[corpus.FacetPurpose]):
			continue // what it is for is a reason too
		case other.Stance == corpus.Alleges && other.By == claim.By:
			value = 4
		case other.Stance == corpus.Alleges && len(other.Via) > 0 && slices.Equal(other.Via, claim.Via):
			value = 3
		case other.Stance == corpus.Context && slices.ContainsFunc(other.Targets, func(id string) bool { return slices.Contains(claim.Targets, id) }):
			value = 2
		case other.Stance == corpus.Context:
			value = 1
		}
		if value > most {
			best, most = other, value
		}
	}
	if best == nil {
		return false
	}
	c.why = c.say("why.best")
	c.lead(best)
	return true
}

// fragile are the intents whose words also stand in plain questions for a fact.
var fragile = map[string]bool{"verdict": true, "lacks": true, "more": true, "discrepancy": true, "same": true, "source": true, "overview": true, "list": true, "quote": true, "insult": true, "greeting": true, "thanks": true, "help": true}

// talk are the intents that ask nothing about the reports.
var talk = map[string]bool{"greeting": true, "thanks": true, "help": true, "about": true, "insult": true}

// known counts the content words that lead somewhere.
func (r *request) known() int {
	n := 0
	for _, t := range r.terms {
		if t.Known && !t.Asked && !t.stray {
			n++
		}
	}
	return n
}

// overrules answers a question for one fact although a word in it would call
// for another plan: one claim explains nearly all of it, that word included.
func (c *composition) overrules() bool {
	e, r := c.e, c.r
	if !fragile[r.intent] || len(r.strangers) > 0 || r.intent == "list" && r.aspect != "" || talk[r.intent] && len(r.names) == 0 && r.known() < 2 {
		return false
	}
	plain := *r
	plain.terms = slices.Clone(r.terms)
	content := 0
	var keywords []term
	for i := range plain.terms {
		t := &plain.terms[i]
		if t.Asked && t.weight > 0 && (t.Known || len(t.Concepts) > 0) {
			t.Asked = false
			keywords = append(keywords, *t)
		}
		if !t.Asked {
			content++
		}
	}
	if r.intent == "overview" && len(r.names)+len(r.figures)+len(r.dates) == 0 && !slices.ContainsFunc(r.terms, func(t term) bool { return !t.Asked && t.Known && !t.light }) {
		return false // some claim may well have "summary" among its words
	}
	if (r.intent == "verdict" || r.intent == "lacks" || r.intent == "source" && r.aspect != "") && r.known() < 2 {
		return false // whatever claim has that word, it is a verdict that was asked for
	}
	found := c.e.choose(&plain, choice{})
	if content == 0 || len(found) == 0 || content < 2 && found[0].words < 2.5 || found[0].fit < 0.8 && !(found[0].fit >= 0.65 && ahead(found)) || !found[0].hit || !found[0].spoken || len(r.figures) > 0 && !found[0].figure {
		return false
	}
	for _, t := range keywords {
		if !t.stray && !e.has(found[0].n, t) {
			return false
		}
	}
	c.r = &plain
	c.r.intent = "fact"
	c.planFact()
	return true
}

// has tells whether the claim has the word, or another of its group.
func (e *Engine) has(claim int32, t term) bool {
	in := func(postings []corpus.Posting) bool {
		_, ok := slices.BinarySearchFunc(postings, claim, func(p corpus.Posting, n int32) int { return int(p.Claim) - int(n) })
		return ok
	}
	return in(e.index.Stem(t.Stem)) || slices.ContainsFunc(t.Concepts, func(c language.Concept) bool { return in(e.index.Concept(c)) })
}

// ahead tells whether the best claim is far ahead of those of other reports.
func ahead(found []scored) bool {
	for _, s := range found[1:] {
		if s.claim.Report() != found[0].claim.Report() {
			return found[0].score >= 1.5*s.score
		}
	}
	return true
}

// planDefault answers what no special plan is for.
func (c *composition) planDefault() {
	r := c.r
	switch {
	case (c.asks("say") || c.asks("accusation-word") || c.asks("quote-word")) && c.unquoted():
	case r.accusedSpeaks && r.speaker() == nil:
		c.planDenial()
	case r.facet == corpus.FacetAmount && !r.specific() && len(r.dates) == 0:
		c.planTotal()
	case r.facet == "" && r.intent == "fact" && !r.specific() && len(r.accused) > 0 && len(r.dates) == 0 && len(r.reports) == 0:
		c.planOverview()
	default:
		c.planFact()
	}
}

// tooVague tells whether there is nothing to go by: no content, and no thread.
func (c *composition) tooVague() bool {
	r := c.r
	if len(r.strangers) > 0 || r.hasContent() || len(r.accused) > 0 {
		return false
	}
	if r.leans && len(r.focus) > 0 {
		return false
	}
	switch r.facet {
	case corpus.FacetPurpose, corpus.FacetMethod, corpus.FacetTarget, corpus.FacetEvidence, corpus.FacetActor:
		return false // "what do they spend it on?" is clear enough
	}
	switch r.intent {
	case "verdict":
		return r.aspect == "true" && r.thread.Turns == 0 && !slices.ContainsFunc(r.query.Tokens, func(t language.Token) bool { return t.Word == "it" || t.Word == "they" })
	case "fact", "verify", "accuser", "definition", "source", "more":
		return true
	case "list":
		return r.aspect == ""
	}
	return false
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
