package planning

import (
	"slices"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
)

// wholes are the intents that read a question of several parts as one.
var wholes = []string{"compare", "order", "same", "extreme", "total", "list", "timeline", "verdict", "elapsed", "ratio", "mentions", "denial", "replied", "counter", "discrepancy", "unanswered", "overview"}

// inParts answers "how long did it last, and how many did it reach?" as two turns of a
// conversation, in one answer; nil where the question has not two parts, where either of
// them has no answer, or where the whole has told both.
func (p *Planner) inParts(q reading.Question, whole *Composition) *Composition {
	if slices.Contains(wholes, whole.r.Intent) || whole.r.Intent == "spokesperson" && len(whole.r.Dates) > 1 {
		return nil
	}
	cut := p.secondPart(q.Text, whole.r.Query.Tokens)
	if cut < 0 {
		return nil
	}
	first := p.newComposition(p.Read(reading.Question{Text: strings.TrimRight(q.Text[:cut], " ,;:-\n"), Thread: q.Thread}))
	first.plan()
	if first.outcome != Answered || first.ordered || first.long {
		return nil
	}
	thread := first.Remember(nil)
	second := p.newComposition(p.Read(reading.Question{Text: q.Text[cut:], Thread: thread}))
	if first.r.Aspect == "author" && p.Asks(second.r, "person-pronoun") { // "who wrote it, and does he own shares?"
		second.r.Reports, second.r.Leans = first.r.Reports, false
		second.r.Names = slices.DeleteFunc(second.r.Names, func(n reading.Name) bool { return n.From < 0 })
		second.r.Terms = append(second.r.Terms, p.Topic(p.Lexicon.Concept("author"), 1))
	}
	if second.ownNames() > 1 { // it names all that it is about, and leans on nothing
		alone := p.newComposition(p.Read(reading.Question{Text: strings.TrimPrefix(q.Text[cut:], "and "), Thread: q.Thread}))
		if alone.plan(); alone.outcome != Answered {
			return nil
		}
		second = p.newComposition(alone.r)
	}
	if second.r.Facet == "" && second.r.Intent == "fact" && p.Asks(second.r, "say") {
		second.r.Facet = first.r.Facet // "what does one say it is for, and what does the other say?"
	}
	second.plan()
	told := func(claim *corpus.Claim) bool {
		return slices.Contains(first.led, claim) || slices.Contains(whole.led, claim) && slices.Contains(whole.led, first.led[0])
	}
	if second.outcome == NotReported && whole.outcome == NotReported {
		return p.half(whole, first)
	}
	if second.outcome != Answered || second.ordered || second.long || len(first.led)*len(second.led) == 0 {
		return nil
	}
	if whole.outcome == Answered && (slices.Contains(wholes, second.r.Intent) || !slices.ContainsFunc(second.led, func(claim *corpus.Claim) bool { return !told(claim) })) {
		return nil
	}
	both := p.newComposition(whole.r)
	both.weighed, both.why = append(first.weighed, second.weighed...), first.why
	for _, part := range []*Composition{first, second} {
		for _, s := range part.b.Statements {
			if claims := p.claimsOf(s); s.Role == compose.Lead && !(len(claims) == 1 && both.b.Has(claims[0])) {
				both.leadText(s.Text, claims...)
				break // two sentences answer two questions
			}
		}
	}
	both.b.KeepLeads = true
	return both
}

// half answers the part of a question that the reports tell of, and says that they do not
// tell the other.
func (p *Planner) half(whole, told *Composition) *Composition {
	c := p.newComposition(whole.r)
	c.weighed, c.why = told.weighed, told.why
	for _, s := range told.b.Statements {
		if s.Role == compose.Lead {
			c.leadText(s.Text+" "+c.say("part.untold"), p.claimsOf(s)...)
			return c
		}
	}
	return nil
}

func (p *Planner) claimsOf(s compose.Statement) []*corpus.Claim {
	var out []*corpus.Claim
	for _, key := range s.Claims {
		out = append(out, p.Corpus.Claim(key))
	}
	return out
}

// secondPart returns where in the text a second question begins, after one that asks
// something itself: "..., and how many ...". -1 where there is none, or a third.
func (p *Planner) secondPart(text string, tokens []language.Token) int {
	asked, cut := false, -1
	for i, t := range tokens {
		if !p.Opens(t) && !p.In(t, "copula") || i > 0 && p.Opens(tokens[i-1]) {
			continue
		}
		from := i
		for from > 0 && from > i-2 && p.In(tokens[from-1], "part-preposition") {
			from--
		}
		switch {
		case !asked:
			asked = p.In(t, "wh-word") || p.In(t, "wh-alone") || from == 0
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
