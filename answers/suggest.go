package answers

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

const suggested = 3 // the most that any platform shows as buttons

// suggest returns questions that lead on from the answer. Each was tried, and
// is answered.
func (e *Engine) suggest(c *composition) []string {
	var out []string
	asked := corpus.Joined(c.r.query.Tokens)
	add := func(text string) {
		if len(out) < suggested && text != "" && !slices.Contains(out, text) && !sameQuestion(text, asked) && e.isAnswered(text) {
			out = append(out, text)
		}
	}
	for _, text := range c.ask {
		add(text)
	}
	if c.outcome == Clarify || c.outcome == Guidance {
		return orEmpty(out)
	}
	for _, claim := range c.led {
		if len(out) == suggested {
			return out
		}
		for _, text := range e.leads(claim, c.r) {
			add(text)
		}
	}
	if c.outcome == NotReported {
		for _, n := range c.r.names {
			add(e.offer("suggest.about", "name", e.composer.Label(n.ids[0])))
		}
	}
	if len(out) == suggested {
		return out
	}
	accused := c.r.parties()
	if len(accused) == 0 && len(c.led) > 0 {
		accused = []string{c.led[0].Report().Accused}
	}
	if len(accused) == 0 {
		accused = e.wordsOnly(c.r)
	}
	for _, text := range e.openers("", accused) {
		add(text)
	}
	return orEmpty(out)
}

// sameQuestion tells whether a suggestion is what was asked, given as folded words.
func sameQuestion(text, asked string) bool {
	const marks = 8 // bytes that hyphens, endings and a question mark may take
	first, _, _ := strings.Cut(text, " ")
	return len(text) <= len(asked)+marks && len(asked) <= len(text)+marks && len(first) <= len(asked) && strings.EqualFold(first, asked[:len(first)]) && corpus.Joined(language.Split(text)) == asked
}

func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// leads returns questions that a reader of the claim may ask next.
func (e *Engine) leads(claim *corpus.Claim, r *request) []string {
	var out []string
	if claim.Stance == corpus.Alleges && r.intent != "denial" {
		if entity := e.corpus.Entity(claim.By); entity != nil && e.replyTo(claim).direct {
			out = append(out, e.offer("suggest.reply", "accused", e.composer.Label(claim.Report().Accused), "name", e.composer.Label(claim.By)))
		}
	}
	f := e.index.Features[e.index.Number(claim)].Facets
	speaker := e.composer.Label(claim.By)
	back := func(text string) {
		if e.leadsBack(text, claim) {
			out = append(out, text)
		}
	}
	if e.corpus.Entity(claim.By) != nil && claim.Stance == corpus.Alleges {
		if len(claim.Purpose) > 0 && r.facet != corpus.FacetPurpose {
			back(e.offer("suggest.purpose", "name", speaker))
		}
		if f[corpus.FacetMethod] && r.facet != corpus.FacetMethod {
			back(e.offer("suggest.method", "name", speaker))
		}
	}
	for _, id := range append([]string{claim.Incident}, claim.Actor...) {
		if entity := e.corpus.Entity(id); entity != nil && !e.accused[id] && entity.Kind != corpus.Place && entity.Kind != corpus.Party && r.intent != "definition" {
			out = append(out, e.offer("suggest.definition", "name", e.composer.Label(id)))
		}
	}
	if e.corpus.Entity(claim.By) != nil {
		out = append(out, e.offer("suggest.mentions", "name", speaker))
	}
	return out
}

// leadsBack tells whether the answer to a question begins with the claim that it was made
// from. Each is tried once.
func (e *Engine) leadsBack(question string, claim *corpus.Claim) bool {
	key := question + "\x00" + claim.Key()
	if known, ok := e.verified.Load(key); ok {
		return known.(bool)
	}
	a, _ := e.answer(Question{Text: question})
	fine := len(a.Statements) > 0 && slices.Contains(a.Statements[0].Claims, claim.Key())
	e.verified.Store(key, fine)
	return fine
}

// offer writes a suggested question about a name, singular or plural.
func (e *Engine) offer(id string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == "name" {
			pairs = append(pairs, "does", e.composer.Verb(pairs[i+1], "does", "do"), "is", e.composer.Verb(pairs[i+1], "is", "are"))
			break
		}
	}
	return e.composer.Say(id, pairs...)
}

// openers returns questions to begin with, the most useful first, about the first
// of the accused given, or the one of the first report.
func (e *Engine) openers(facet corpus.Facet, about []string) []string {
	if len(about) == 0 {
		about = []string{e.corpus.Reports[0].Accused}
	}
	accused := e.composer.Label(about[0])
	var out []string
	if claim := e.about(about).principal; claim != nil && e.corpus.Entity(claim.By) != nil {
		name := e.composer.Label(claim.By)
		if facet == corpus.FacetAmount {
			for _, id := range e.amountSpeakers() {
				out = append(out, e.offer("suggest.amount", "name", e.composer.Label(id), "accused", accused))
			}
		}
		out = append(out, e.offer("suggest.says", "name", name, "accused", accused))
	}
	for _, text := range e.composer.List("openers") {
		out = append(out, strings.ReplaceAll(text, "{accused}", accused))
	}
	return out
}

// amountSpeakers returns who gives a total, the largest first.
func (e *Engine) amountSpeakers() []string {
	var out []string
	for _, claim := range e.about(nil).totals {
		if len(out) == 3 {
			break
		}
		if e.corpus.Entity(claim.By) != nil {
			out = appendNew(out, claim.By)
		}
	}
	return out
}

// isAnswered tells whether the engine answers the question. Each is tried once.
func (e *Engine) isAnswered(question string) bool {
	if known, ok := e.verified.Load(question); ok {
		return known.(bool)
	}
	a, _ := e.answer(Question{Text: question})
	fine := a.Outcome == Answered && e.guard(&a) == nil
	e.verified.Store(question, fine)
	return fine
}

// Questions returns questions that the engine answers, the most useful first.
func (e *Engine) Questions() []string {
	var out []string
	add := func(text string) {
		if !slices.Contains(out, text) && e.isAnswered(text) {
			out = append(out, text)
		}
	}
	for _, text := range e.openers("", nil) {
		add(text)
	}
	blank := &request{}
	for _, claim := range e.corpus.Claims {
		if len(out) >= 60 {
			break
		}
		if claim.Stance == corpus.Alleges || claim.Stance == corpus.Counters {
			for _, text := range e.leads(claim, blank) {
				add(text)
			}
		}
	}
	return out
}
