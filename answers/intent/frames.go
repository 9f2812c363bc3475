package intent

import (
	"slices"
	"strings"

	"allegedly/answers/language"
)

// asked returns the words of an utterance that ask something: without what calls for attention, says how to answer,
// announces or frames the question, thanks for it, or only says that the reports are to answer it.
func (r *Reader) asked(utterance string) []language.Token {
	tokens := r.withoutCall(r.lexicon.Read(utterance, r.speller, r.index))
	tokens = r.withoutOrders(utterance, r.withoutThanks(tokens))
	tokens = r.withoutAsking(r.withoutLead(utterance, tokens))
	tokens = r.withoutHearsay(utterance, r.withoutReports(tokens))
	return r.countFirst(r.uncleft(r.askedFirst(utterance, r.withoutFrame(tokens))))
}

// uncleft puts what a cleft question is about where it would stand without: "was it the ministry that said so?" is
// answered as "did the ministry say so?" is.
func (r *Reader) uncleft(tokens []language.Token) []language.Token {
	if len(tokens) < 5 || !r.in(tokens[0], "copula") || tokens[1].Word != "it" {
		return tokens
	}
	for i := 3; i < 8 && i+1 < len(tokens); i++ {
		if word := tokens[i].Word; word != "that" && word != "who" && word != "which" {
			continue
		}
		if named := r.index.Linker.Link(tokens[2:i]); len(named) != 1 || named[0].To != i-2 {
			return tokens
		}
		out := append([]language.Token{tokens[0]}, tokens[2:i]...)
		if next := tokens[i+1]; r.in(next, "copula") {
			out[0].Word, out[0].Stem = next.Word, next.Stem
			return append(out, tokens[i+2:]...)
		}
		out[0].Word, out[0].Stem = "did", "did"
		return append(out, tokens[i+1:]...)
	}
	return tokens
}

// withoutFrame drops what only asks whether the reports tell something, where a question follows: "do the
// reports say who leads it?" is answered as "who leads it?" is.
func (r *Reader) withoutFrame(tokens []language.Token) []language.Token {
	if len(tokens) < 5 || !r.in(tokens[0], "auxiliary") {
		return tokens
	}
	for i := 1; i < 7 && i+1 < len(tokens); i++ {
		switch {
		case r.in(tokens[i], "frame-verb") && i > 1:
			if r.in(tokens[i+1], "wh-word") || r.in(tokens[i+1], "wh-alone") {
				return tokens[i+1:]
			}
			return tokens
		case !r.in(tokens[i], "frame-subject"):
			return tokens
		}
	}
	return tokens
}

// withoutCall drops what only calls for attention before a question: "hey, who did it?" is answered as "who did it?" is.
func (r *Reader) withoutCall(tokens []language.Token) []language.Token {
	from := 0
	for from < 4 && from < len(tokens) && r.in(tokens[from], "call-word") {
		from++
	}
	if from == 0 || len(tokens) < from+3 || !r.in(tokens[from], "wh-word") && !r.in(tokens[from], "wh-alone") && !r.in(tokens[from], "auxiliary") && !r.in(tokens[from], "copula") {
		return tokens
	}
	return tokens[from:]
}

// withoutLead drops what only announces a question before a colon: "now the other side: who did it?" is answered as
// "who did it?" is. What has a name stays.
func (r *Reader) withoutLead(utterance string, tokens []language.Token) []language.Token {
	for i := 1; i < len(tokens)-2 && i <= 6; i++ {
		end, start := tokens[i-1].End, tokens[i].Start
		switch {
		case end > start || !strings.Contains(utterance[end:start], ":"):
		case r.asksSomething(tokens[i:i+1]) && r.uses(tokens[:i], "lead-in") && len(r.index.Linker.Link(tokens[:i])) == 0:
			return tokens[i:]
		default:
			return tokens
		}
	}
	return tokens
}

// withoutAsking drops what only says that, or for whom, something is asked, or that the reports are to answer it:
// "remind me, who did it?", "for my thesis: who did it?", "according to the reports, who did it?".
func (r *Reader) withoutAsking(tokens []language.Token) []language.Token {
	asking := false
	for i, t := range tokens[:max(0, min(10, len(tokens)-2))] {
		switch {
		case i > 0 && asking && (r.asksSomething(tokens[i:i+1]) || r.in(t, "copula")):
			return tokens[i:]
		case r.in(t, "asking-word"):
			asking = true
		case i == 0 && r.in(t, "asking-head"), i > 0 && r.in(t, "asking-filler"):
		default:
			return tokens
		}
	}
	return tokens
}

// withoutReports drops that it is the reports which are to answer, behind a question: "who did it, according to the
// reports?".
func (r *Reader) withoutReports(tokens []language.Token) []language.Token {
	n := len(tokens)
	if n < 7 || tokens[n-1].Word != "reports" && tokens[n-1].Word != "articles" || !r.in(tokens[n-2], "article-word") || !r.asksSomething(tokens[:1]) && !r.in(tokens[0], "copula") {
		return tokens
	}
	switch before := tokens[n-3].Word; {
	case before == "to" && tokens[n-4].Word == "according", before == "by" && (tokens[n-4].Word == "going" || tokens[n-4].Word == "judging"):
		return tokens[:n-4]
	case before == "per" || before == "by", before == "in" && !slices.ContainsFunc([]string{"mention-word", "mentioned-word", "quote-word", "report-word"}, func(group string) bool { return r.uses(tokens[:n-3], group) }):
		return tokens[:n-3]
	}
	return tokens
}

// countFirst puts "how many" first where it stands last: "their boats how many" asks what "how many their boats" does.
func (r *Reader) countFirst(tokens []language.Token) []language.Token {
	n := len(tokens)
	for n > 0 && r.lexicon.Ignorable(tokens[n-1].Word) && tokens[n-1].Word != "many" {
		n--
	}
	if n < 3 || n > 5 || tokens[n-2].Word != "how" || tokens[n-1].Word != "many" || slices.ContainsFunc(tokens[:n-2], func(t language.Token) bool {
		return r.in(t, "wh-word") || r.in(t, "wh-alone") || r.in(t, "auxiliary") || r.in(t, "copula") || r.in(t, "joining-word")
	}) {
		return tokens
	}
	return slices.Concat(tokens[n-2:n], tokens[:n-2])
}

// withoutThanks drops thanks behind a question: "who is he? thx" is answered as "who is he?" is.
func (r *Reader) withoutThanks(tokens []language.Token) []language.Token {
	n := len(tokens)
	for n > 0 && r.in(tokens[n-1], "thanks-word") {
		n--
	}
	if n == len(tokens) || n < 3 {
		return tokens
	}
	first := tokens[0]
	if r.in(first, "joining-word") {
		first = tokens[1] // "..., and who is he? thx"
	}
	if !r.in(first, "wh-word") && !r.in(first, "wh-alone") && !r.in(first, "auxiliary") && !r.in(first, "copula") {
		return tokens
	}
	return tokens[:n]
}

// askedFirst puts what leads up to a question behind it: "in the clerk's account, who did it?" is read as "who did it
// in the clerk's account?" is.
func (r *Reader) askedFirst(utterance string, tokens []language.Token) []language.Token {
	if len(tokens) < 4 || !r.in(tokens[0], "leading-word") {
		return tokens
	}
	clauses := clausesOf(utterance, tokens)
	if len(clauses) != 2 || !strings.Contains(utterance[tokens[len(clauses[0])-1].End:clauses[1][0].Start], ",") || r.asksSomething(clauses[0]) || !r.tells(clauses[0]) {
		return tokens
	}
	first := clauses[1]
	if len(first) > 1 && r.in(first[0], "leading-word") {
		first = first[1:] // "for what"
	}
	if !r.in(first[0], "wh-word") && !r.in(first[0], "wh-alone") && !r.in(first[0], "auxiliary") && !r.in(first[0], "copula") {
		return tokens
	}
	return slices.Concat(clauses[1], clauses[0])
}
