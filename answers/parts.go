package answers

import (
	"slices"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// wholes are the intents that read a question of several parts as one.
var wholes = []string{"compare", "order", "same", "extreme", "total", "list", "timeline", "verdict", "elapsed", "ratio", "mentions", "denial", "replied", "counter", "discrepancy", "unanswered", "overview"}

// inParts answers "how long did it last, and how many did it reach?" as two turns of a
// conversation, in one answer; nil where the question has not two parts, where either of
// them has no answer, or where the whole has told both.
func (e *Engine) inParts(q Question, whole *composition) *composition {
	if slices.Contains(wholes, whole.r.intent) {
		return nil
	}
	cut := e.secondPart(q.Text, whole.r.query.Tokens)
	if cut < 0 {
		return nil
	}
	first := e.compose(e.read(Question{Text: strings.TrimRight(q.Text[:cut], " ,;:-\n"), Thread: q.Thread}))
	first.plan()
	if first.outcome != Answered || first.ordered || first.long {
		return nil
	}
	thread := e.next(first.r, &Answer{Outcome: Answered}, first.led)
	second := e.compose(e.read(Question{Text: q.Text[cut:], Thread: thread}))
	if first.r.aspect == "author" && e.asks(second.r, "person-pronoun") { // "who wrote it, and does he own shares?"
		second.r.reports, second.r.leans = first.r.reports, false
		second.r.names = slices.DeleteFunc(second.r.names, func(n name) bool { return n.from < 0 })
		second.r.terms = append(second.r.terms, e.topic(e.lexicon.Concept("author"), 1))
	}
	if second.ownNames() > 1 { // it names all that it is about, and leans on nothing
		alone := e.compose(e.read(Question{Text: strings.TrimPrefix(q.Text[cut:], "and "), Thread: q.Thread}))
		if alone.plan(); alone.outcome != Answered {
			return nil
		}
		second = e.compose(alone.r)
	}
	if second.r.facet == "" && second.r.intent == "fact" && e.asks(second.r, "say") {
		second.r.facet = first.r.facet // "what does one say it is for, and what does the other say?"
	}
	second.plan()
	told := func(claim *corpus.Claim) bool {
		return slices.Contains(first.led, claim) || slices.Contains(whole.led, claim) && slices.Contains(whole.led, first.led[0])
	}
	if second.outcome != Answered || second.ordered || second.long || len(first.led)*len(second.led) == 0 || slices.Contains(wholes, second.r.intent) || !slices.ContainsFunc(second.led, func(claim *corpus.Claim) bool { return !told(claim) }) {
		return nil
	}
	both := e.compose(whole.r)
	both.weighed, both.why = append(first.weighed, second.weighed...), first.why
	for _, part := range []*composition{first, second} {
		for _, s := range part.b.Statements {
			if claims := e.claimsOf(s); s.Role == compose.Lead && !(len(claims) == 1 && both.b.Has(claims[0])) {
				both.leadText(s.Text, claims...)
				break // two sentences answer two questions
			}
		}
	}
	both.b.KeepLeads = true
	return both
}

func (e *Engine) claimsOf(s compose.Statement) []*corpus.Claim {
	var out []*corpus.Claim
	for _, key := range s.Claims {
		out = append(out, e.corpus.Claim(key))
	}
	return out
}

// secondPart returns where in the text a second question begins, after one that asks
// something itself: "..., and how many ...". -1 where there is none, or a third.
func (e *Engine) secondPart(text string, tokens []language.Token) int {
	asked, cut := false, -1
	for i, t := range tokens {
		if !e.opens(t) && !e.in(t, "copula") || i > 0 && e.opens(tokens[i-1]) {
			continue
		}
		from := i
		for from > 0 && from > i-2 && e.in(tokens[from-1], "part-preposition") {
			from--
		}
		switch {
		case !asked:
			asked = e.in(t, "wh-word") || e.in(t, "wh-alone") || from == 0
			continue
		case from > 0 && tokens[from-1].Word == "and":
			from--
		case from == 0 || !strings.HasPrefix(text[tokens[from-1].End:], "?"):
			continue
		}
		if cut >= 0 {
			return -1
		}
		cut = tokens[from].Start
	}
	return cut
}
