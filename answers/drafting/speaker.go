package drafting

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/editorial"
	"allegedly/answers/language"
)

// An attribution is the part of a sentence that tells whose word it is.
type attribution struct {
	class   string // deny, accuse, say or nobody; "" when there is none
	verb    editorial.Span
	speaker editorial.Span // empty when the sentence names nobody
	source  editorial.Span // whom the sentence draws on beside the speaker, if anybody
}

// attribute finds the attribution of a sentence. A verb beats "according to", and
// a denial beats an accusation, which beats plain saying: the rest is the chain.
func (d *Drafter) attribute(s sentence) attribution {
	var a attribution
	for _, span := range outside(s, d.words.List("source").Find(s.tokens)) {
		name := d.after(s, span.To)
		if name.To == name.From {
			continue
		}
		if len(d.words.List("pronoun").Find(s.tokens[name.From:name.To])) == 0 {
			a.source = name
			break
		}
		if span.From == 0 { // "According to him, ...": what follows is his
			return attribution{class: "say", verb: span, speaker: name}
		}
	}
	for _, class := range []string{"deny", "accuse", "say"} {
		for _, span := range outside(s, d.words.List(class).Find(s.tokens)) {
			if len(d.words.List("source").Find(s.tokens[span.From:span.To])) > 0 || d.isNoun(s, span) {
				continue
			}
			speaker := d.subject(s, span)
			if d.isPassive(s, span) {
				speaker = d.by(s, span) // the name before the verb is the one of whom it is said
				if class == "deny" && speaker.To == speaker.From {
					continue // "the sailors had been dismissed"
				}
			}
			if d.explains(s, speaker) {
				continue // "a firm, which the mill had hired"
			}
			if a.class == "" || speaker.To > speaker.From && a.speaker.To == a.speaker.From {
				a.class, a.verb, a.speaker = class, span, speaker
			}
			if speaker.To > speaker.From {
				break
			}
		}
		if a.class != "" && a.speaker.To > a.speaker.From {
			break
		}
	}
	if a.source.To > a.source.From && a.speaker.To == a.speaker.From {
		a.speaker, a.source = a.source, editorial.Span{}
		if a.class == "" {
			a.class = "say"
		}
	}
	if hidden := outside(s, d.words.List("nobody").Find(s.tokens)); a.speaker.To == a.speaker.From && len(hidden) > 0 {
		a.class, a.verb = "nobody", hidden[0]
	}
	return a
}

// explains tells whether the speaker is that of a clause which only tells more of
// a name, so that it is not the sentence's.
func (d *Drafter) explains(s sentence, speaker editorial.Span) bool {
	from := speaker.From
	if speaker.To-from == 1 && len(d.words.List("pronoun").Find(s.tokens[from:from+1])) > 0 {
		return false // "which, he says, ..."
	}
	return speaker.To > from && from > 1 && len(d.words.List("relative-clause").Find(s.tokens[from-1:from])) > 0 &&
		strings.Contains(s.text[s.tokens[from-2].End:s.tokens[from-1].Start], ",")
}

// outside leaves out spans inside quotation marks: there somebody else speaks.
func outside(s sentence, spans []editorial.Span) []editorial.Span {
	var out []editorial.Span
	for _, span := range spans {
		if !s.tokens[span.From].Quoted && !s.quoted {
			out = append(out, span)
		}
	}
	return out
}

// isPassive tells whether something is said of the name before the verb.
func (d *Drafter) isPassive(s sentence, verb editorial.Span) bool {
	from := verb.From
	for from > 0 && (len(d.words.List("auxiliary").Find(s.tokens[from-1:from])) > 0 || strings.HasSuffix(s.tokens[from-1].Word, "ly")) {
		from--
	}
	return len(d.words.List("passive").Find(s.tokens[from:verb.From])) > 0
}

// by returns the name after "by" that follows a passive verb, if there is one.
func (d *Drafter) by(s sentence, verb editorial.Span) editorial.Span {
	const near = 4
	for i := verb.To; i < len(s.tokens) && i < verb.To+near; i++ {
		if s.tokens[i].Word == "by" {
			return d.after(s, i+1)
		}
	}
	return editorial.Span{}
}

// isNoun tells whether the word at the span is no act of speaking: a name, a
// thing ("the claims"), an adverb ("allegedly"), a part of a word ("state-run") or of a
// figure ("an estimated 40 tonnes").
func (d *Drafter) isNoun(s sentence, span editorial.Span) bool {
	last := s.tokens[span.To-1]
	if span.From > 0 && s.tokens[span.From].Caps || strings.HasSuffix(last.Word, "ly") || last.End < len(s.text) && s.text[last.End] == '-' {
		return true
	}
	for _, q := range d.words.List("qualifier").Find(s.tokens) {
		if span.From >= q.From && span.To <= q.To {
			return true
		}
	}
	if span.From == 0 || span.To-span.From > 1 {
		return false
	}
	before := s.tokens[span.From-1]
	if possessive(before) {
		return true
	}
	return len(d.words.List("before-noun").Find(s.tokens[span.From-1:span.From])) > 0
}

// subject returns who does what the verb says: the words before it, back to the
// beginning of the clause, or those after it in "...", said X.
func (d *Drafter) subject(s sentence, verb editorial.Span) editorial.Span {
	end := verb.From
	for end > 0 && (len(d.words.List("auxiliary").Find(s.tokens[end-1:end])) > 0 || strings.HasSuffix(s.tokens[end-1].Word, "ly")) {
		end--
	}
	end = d.beforeAdverbs(s, end)
	if end == 0 {
		return editorial.Span{}
	}
	gap := s.text[s.tokens[end-1].End:s.tokens[min(end, verb.From)].Start]
	if strings.ContainsAny(gap, "”\"") { // "...," said X
		return d.after(s, verb.To)
	}
	if strings.ContainsAny(gap, ",–—") { // X, the head of Y, said: the name stands before what explains it
		if comma := d.commaBefore(s, end-1); comma > 0 {
			from := comma
			for from > 0 && (from == comma || !strings.ContainsAny(s.text[s.tokens[from-1].End:s.tokens[from].Start], ",;:–—“”\"()")) {
				from--
			}
			for from+1 < comma && len(d.words.List("clause").Find(s.tokens[from:from+1])) > 0 {
				from++
			}
			if m := d.linker.LinkPrinted(s.tokens[comma:end]); len(m) == 1 && len(m[0].IDs) == 1 && m[0].From == 0 && m[0].To == end-comma && !s.tokens[comma-1].Caps {
				return editorial.Span{From: comma, To: end} // "the mill's director, Ada Larn, said"
			}
			return editorial.Span{From: from, To: comma}
		}
		if before := d.clauseStart(s, end); before > 0 {
			end = before
		}
		for end > 0 && len(d.words.List("clause").Find(s.tokens[end-1:end])) > 0 {
			end-- // X, which did Y, said
		}
	}
	start := d.clauseStart(s, end)
	if start > 0 && start == end {
		return editorial.Span{}
	}
	return editorial.Span{From: start, To: end}
}

// beforeAdverbs goes back from a verb over when and how it was done ("X in turn
// accused", "X on Tuesday said") and over a name's short form ("the Larn Watch (LW)").
func (d *Drafter) beforeAdverbs(s sentence, end int) int {
	verb := end
	for _, list := range []string{"adverbial", "relative"} {
		for _, span := range d.words.List(list).Find(s.tokens[:verb]) {
			if span.To == end && span.From > 0 {
				end = span.From
				if slices.Contains([]string{"on", "in", "at"}, s.tokens[end-1].Word) {
					end--
				}
			}
		}
	}
	if end == 0 || end == len(s.tokens) || !strings.Contains(s.text[s.tokens[end-1].End:s.tokens[end].Start], ")") {
		return end
	}
	for i := end - 1; i > 0; i-- {
		if strings.Contains(s.text[s.tokens[i-1].End:s.tokens[i].Start], "(") {
			return i
		}
	}
	return end
}

// commaBefore returns the token behind the nearest comma or dash before a token; 0
// when there is none, or a quotation stands between.
func (d *Drafter) commaBefore(s sentence, i int) int {
	for ; i > 0; i-- {
		gap := s.text[s.tokens[i-1].End:s.tokens[i].Start]
		switch {
		case strings.ContainsAny(gap, "“”\"()"):
			return 0
		case strings.ContainsAny(gap, ",–—"):
			return i
		}
	}
	return 0
}

// clauseStart goes back from a token to where its clause begins.
func (d *Drafter) clauseStart(s sentence, end int) int {
	start := end
	for start > 0 {
		token := s.tokens[start-1]
		if start < end && strings.ContainsAny(s.text[token.End:s.tokens[start].Start], ",;:–—“”\"()") {
			break
		}
		if len(d.words.List("clause").Find(s.tokens[start-1:start])) > 0 && !d.insideName(s, start-1) {
			break
		}
		start--
	}
	return start
}

// insideName tells whether a joining word stands between capitals, as in
// "Experts in Larn and Ostmark".
func (d *Drafter) insideName(s sentence, i int) bool {
	return s.tokens[i].Word == "and" && i > 0 && i+1 < len(s.tokens) && s.tokens[i-1].Caps && s.tokens[i+1].Caps
}

// after returns the name that follows a token, up to the end of its clause.
func (d *Drafter) after(s sentence, from int) editorial.Span {
	const longest = 10
	to := from
	for to < len(s.tokens) && to-from < longest {
		if to > from && strings.ContainsAny(s.text[s.tokens[to-1].End:s.tokens[to].Start], ",;:–—“”\"()") {
			break
		}
		if to > from && len(d.words.List("clause").Find(s.tokens[to:to+1])) > 0 && !d.insideName(s, to) ||
			len(d.words.List("auxiliary").Find(s.tokens[to:to+1])) > 0 {
			break
		}
		to++
	}
	return editorial.Span{From: from, To: to}
}

// entityOf returns the entity that a speaker's words name. Sure is false when a
// name only occurs in them ("experts in Larn"), so that an editor must decide.
func (d *Drafter) entityOf(tokens []language.Token) (id string, sure bool) {
	mentions := d.linker.LinkPrinted(tokens)
	mentions = slices.DeleteFunc(mentions, func(m corpus.Mention) bool { return len(m.IDs) == 0 })
	if len(mentions) == 0 {
		return "", false
	}
	first, last := mentions[0], mentions[len(mentions)-1]
	if len(mentions) > 1 && d.owned(tokens, last) && !possessive(tokens[first.To-1]) && !d.owned(tokens, first) {
		mentions, last = mentions[:1], first // "biologist Ana Larn of the institute"
	}
	switch {
	case possessive(tokens[first.To-1]) && first.To < len(tokens) && (last.To < len(tokens) || last.From == first.From || d.owned(tokens, last)):
		return first.IDs[0], false // "the mill's director"
	case last.To == len(tokens) && !d.owned(tokens, last):
		return last.IDs[0], len(last.IDs) == 1
	case len(mentions) == 1 && (first.From <= 1 || !d.owned(tokens, first)):
		behind := first.To < len(tokens) && len(d.words.List("before-noun").Find(tokens[first.To:first.To+1])) > 0
		return first.IDs[0], len(first.IDs) == 1 && behind // "the mill in Larn", but not "Larn inspectors"
	}
	return last.IDs[0], false
}

// owned tells whether the name only says where somebody is from: "experts in X".
func (d *Drafter) owned(tokens []language.Token, m corpus.Mention) bool {
	return m.From > 1 && len(d.words.List("before-noun").Find(tokens[m.From-1:m.From])) > 0
}
