package answers

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/planning"
	"allegedly/answers/reading"
)

const suggested = 3 // the most that any platform shows as buttons

// suggest returns questions that lead on from the answer. Each was tried, and
// is answered.
func (e *Engine) suggest(c *planning.Composition) []string {
	var out []string
	asked := corpus.Joined(c.Request().Query.Tokens)
	add := func(text string) {
		if len(out) < suggested && text != "" && !slices.Contains(out, text) && !sameQuestion(text, asked) && e.isAnswered(text) {
			out = append(out, text)
		}
	}
	for _, text := range c.Choices() {
		add(text)
	}
	if c.Outcome() == Clarify || c.Outcome() == Guidance {
		return orEmpty(out)
	}
	for _, claim := range c.Led() {
		if len(out) == suggested {
			return out
		}
		for _, text := range e.followUps(claim, c.Request()) {
			add(text)
		}
	}
	if c.Outcome() == NotReported {
		for _, n := range c.Request().Names {
			add(e.planner.Offer("suggest.about", "name", e.planner.Corpus.Label(n.IDs[0])))
		}
	}
	if len(out) == suggested {
		return out
	}
	accused := c.Request().AboutAccused()
	if len(accused) == 0 && len(c.Led()) > 0 {
		accused = []string{c.Led()[0].Report().Accused}
	}
	if len(accused) == 0 {
		accused = e.planner.WordsOnly(c.Request())
	}
	for _, text := range e.planner.Openers("", accused) {
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

// followUps returns questions that a reader of the claim may ask next.
func (e *Engine) followUps(claim *corpus.Claim, r *reading.Request) []string {
	var out []string
	if claim.Stance == corpus.Alleges && r.Intent != "denial" {
		if entity := e.planner.Corpus.Entity(claim.By); entity != nil && e.planner.ReplyTo(claim).Direct {
			out = append(out, e.planner.Offer("suggest.reply", "accused", e.planner.Corpus.Label(claim.Report().Accused), "name", e.planner.Corpus.Label(claim.By)))
		}
	}
	f := e.planner.Index.FeaturesOf(claim).Facets
	speaker := e.planner.Corpus.Label(claim.By)
	back := func(text string) {
		if e.answeredBy(text, claim) {
			out = append(out, text)
		}
	}
	if e.planner.Corpus.Entity(claim.By) != nil && claim.Stance == corpus.Alleges {
		if len(claim.Purpose) > 0 && r.Facet != corpus.FacetPurpose {
			back(e.planner.Offer("suggest.purpose", "name", speaker))
		}
		if f[corpus.FacetMethod] && r.Facet != corpus.FacetMethod {
			back(e.planner.Offer("suggest.method", "name", speaker))
		}
	}
	for _, id := range append([]string{claim.Incident}, claim.Actor...) {
		if entity := e.planner.Corpus.Entity(id); entity != nil && !e.planner.Accused[id] && entity.Kind != corpus.Place && entity.Kind != corpus.Party && r.Intent != "definition" {
			asks := "suggest.definition"
			if entity.Kind == corpus.Person {
				asks = "suggest.person"
			}
			out = append(out, e.planner.Offer(asks, "name", e.planner.Corpus.Label(id)))
		}
	}
	if e.planner.Corpus.Entity(claim.By) != nil {
		out = append(out, e.planner.Offer("suggest.mentions", "name", speaker))
	}
	return out
}

// answeredBy tells whether the answer to a question begins with the claim that it was made
// from. Each is tried once.
func (e *Engine) answeredBy(question string, claim *corpus.Claim) bool {
	key := question + "\x00" + claim.Key()
	if known, ok := e.verified.Load(key); ok {
		return known.(bool)
	}
	a := e.try(question)
	fine := len(a.Statements) > 0 && slices.Contains(a.Statements[0].Claims, claim.Key())
	e.verified.Store(key, fine)
	return fine
}

// try answers a question asked out of nowhere.
func (e *Engine) try(question string) Answer {
	q := Question{Text: question}
	return e.answer(q, e.planner.Compose(q))
}

// isAnswered tells whether the engine answers the question. Each is tried once.
func (e *Engine) isAnswered(question string) bool {
	if known, ok := e.verified.Load(question); ok {
		return known.(bool)
	}
	a := e.try(question)
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
	for _, text := range e.planner.Openers("", nil) {
		add(text)
	}
	blank := &reading.Request{}
	for _, claim := range e.planner.Corpus.Claims {
		if len(out) >= 60 {
			break
		}
		if claim.Stance == corpus.Alleges || claim.Stance == corpus.Counters {
			for _, text := range e.followUps(claim, blank) {
				add(text)
			}
		}
	}
	return out
}
