package planning

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"allegedly/answers/compose"
	"allegedly/answers/corpus"
	"allegedly/answers/precedent"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

const (
	compared  = 10   // precedents that a question is held against
	nearlyAs  = 0.6  // of the nearest one's likeness, that another must have to count
	sameWords = 0.95 // likeness from which on a question is the precedent itself
	mostSurer = 6    // of confidence, either way
	halfSaid  = 0.5  // of a question's content, that a precedent must have for it to be told as little
	fewWords  = 5    // of a question, that it takes to be like another
	ownWords  = 6    // the same within a conversation, or where no answer was found
)

// byPrecedent returns the answer to a precedent that the question is worded like, where that
// is likelier to be what is asked than what was read; nil elsewhere. Figures and dates must
// be the same: whatever an answer says of them was asked.
func (p *Planner) byPrecedent(q reading.Question, c *Composition) *Composition {
	if c.certain() || slices.ContainsFunc(c.led, func(claim *corpus.Claim) bool { return !p.precedents.Knows(claim.Report().ID) }) {
		return nil
	}
	words, mine := c.words(), c.answer()
	near := p.precedents.Like(words, compared)
	if len(near) == 0 || near[0].Answer == mine {
		return nil
	}
	votes := voteOf(near)
	best := votes.first(near)
	value, alike := c.preferring(best, len(words), votes.share(best.Answer), votes.share(mine))
	if near[0].Likeness > sameWords {
		best, value = &near[0], 1
	}
	if best.Answer == mine || !best.SameValues || value+max(0, alike) <= 0 {
		return nil
	}
	other := p.planned(reading.Question{Text: best.Ask, Thread: q.Thread})
	if c.asksAlike(other) {
		value += alike
	}
	if value <= 0 || other.r.Leans || p.secondPart(q.Text, c.r.Query.Tokens) >= 0 && p.secondPart(best.Ask, other.r.Query.Tokens) < 0 {
		return nil // or only half of the question would be answered
	}
	if best.NamesBeyond > 0 && c.outcome == Answered && c.ownNames() == 0 {
		return nil // it is about somebody, and this question about nobody
	}
	if best.Answer == string(NotReported)+" " && slices.ContainsFunc(other.r.Strangers, func(name string) bool { return !strings.Contains(strings.ToLower(q.Text), strings.ToLower(name)) }) {
		return nil // of whom the reports know nothing, this one does not ask
	}
	if c.outcome == Answered && c.r.Intent == "fact" && c.r.Facet == corpus.FacetWhen && other.r.Facet != c.r.Facet && c.ownNames() > 0 && len(c.weighed) > 0 && c.weighed[0].Facet && c.weighed[0].Named && c.weighed[0].Fit >= 0.6 && c.r.KnownWords() == 0 {
		return nil // the date of what is named was asked, and is told
	}
	theirs := c.r.AccusedSpeaks || len(c.r.Accused) > 0 || slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return c.p.BelongsToAccused(n.IDs) })
	if (other.intent == "replied" || other.intent == "denial") && strings.HasPrefix(best.Answer, string(Answered)+" ") && !theirs && !slices.ContainsFunc([]string{"reply", "deny", "say", "statement", "call", "own-side"}, c.asks) {
		return nil // what they reply was not asked
	}
	if (best.Given || other.why == c.say("why.premise")) && best.NamesAsked+best.NamesBeyond > 0 {
		return nil // what is given or put right hangs on whom the precedent names
	}
	if speaker := other.r.Speaker(); speaker != nil && best.NamesBeyond > 0 && !slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return slices.Equal(n.IDs, speaker.IDs) }) {
		return nil // whose words they are was not asked
	}
	if best.Given || best.Answer == string(NotReported)+" " {
		other = c.as(best.Answer)
	} else if other.answer() != best.Answer {
		return nil
	}
	other.like = best.Ask
	return other
}

// certain tells whether a question is not held against precedents: it asks what somebody says and no more, has two parts, leans on
// its conversation, asks for a verdict, is too vague or about the bot, or it is known why the
// reports do not tell.
func (c *Composition) certain() bool {
	switch {
	case len(c.r.Query.Tokens) < fewWords, c.r.Thread.Turns > 0 && (len(c.r.Query.Tokens) < ownWords || c.inherits()):
		return true // "and the other one?"
	case c.outcome == Answered && c.r.Intent == "definition" && c.r.Aspect == "" && c.ownNames() == 1 && !slices.ContainsFunc(c.r.Terms, reading.Term.Own):
		return true // "what is the guild?"
	case c.outcome == Answered && c.r.Intent == "fact" && c.r.Facet == "" && c.ownNames() == 1 && len(c.r.Figures)+len(c.r.Dates)+len(c.r.Reports) == 0 && c.r.First().Word == "what" && (c.asks("say") || c.asks("accuse")) && !slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool { return t.Own() && !t.Framing }):
		return true // "what did the guild say?"
	case c.parted, c.sure, c.r.Leans, c.intent == "verdict", c.intent == "lacks", c.outcome == Clarify, c.outcome == Guidance:
		return true
	}
	return c.outcome == NotReported && (len(c.r.Strangers)+len(c.r.Quotes) > 0 || c.r.Intent == "definition" || len(c.r.Query.Tokens) < ownWords || c.why != c.say("why.abstain.subject"))
}

// inherits tells whether the conversation gives the question names or dates, or might: by "then".
func (c *Composition) inherits() bool {
	return len(c.r.Dates) != len(c.r.Query.Dates) || slices.ContainsFunc(c.r.Names, func(n reading.Name) bool { return n.From < 0 }) || c.asks("pronoun") || c.asks("going-on")
}

// preferring weighs, above 0 or below, whether the precedent's answer is likelier to be asked
// for than the composition's own, and how much more it is so where both questions
// ask alike. share and mine are the shares of the votes for them, words is how many the
// question has. The weights come from logistic regressions over 5,700 questions that the
// precedents were new to, where one of the two answers is right; each leans to what was read.
func (c *Composition) preferring(best *precedent.Near, words int, share, mine float64) (value, alike float64) {
	type sign struct{ weight, value float64 }
	length := math.Log1p(float64(words))
	notThere, notHere := float64(best.NamesAsked), float64(best.NamesBeyond)
	answered := strings.HasPrefix(best.Answer, string(Answered)+" ")
	var signs []sign
	switch {
	case answered && best.NamesAsked > 0: // it would be answered with somebody else
		return -1, 0
	case !answered && (c.outcome == NotReported || c.r.Intent == "mentions" || c.r.Intent == "overview"):
		return -1, 0 // what reports mention was looked for in all of them
	case !answered && best.Covered < halfSaid:
		return -1, 0 // what it says beyond that may well be told
	case c.outcome == NotReported:
		value, alike = -6.9, 0.9
		signs = []sign{{-5, mine}, {3.7, best.Covered}, {-0.4, notHere}, {1.9, length}}
	case answered:
		value, alike = -7, 0.7
		signs = []sign{{1.6, share}, {-5.2, mine}, {3.6, best.Covered}, {0.018, best.Beyond}, {-0.54, notThere}, {-0.54, notHere}, {1.45, length}, {-0.56, overlap(c.answer(), best.Answer)}}
	default:
		value, alike = -5.3, 3.8
		sure := 0.0
		if len(c.weighed) > 0 {
			sure = max(-mostSurer, min(mostSurer, c.confidence(&c.weighed[0])))
		}
		signs = []sign{{3.5, share}, {-5.2, mine}, {0.08, best.Beyond}, {-0.76, notThere}, {-0.34, sure}, {9.2, c.r.ForeignShare()}}
	}
	for _, s := range signs {
		value += s.weight * s.value
	}
	return value, alike
}

// asksAlike tells whether another question is for the same aspect of the same side's words; or, where no answer was
// found, for a number or a date only if this one is.
func (c *Composition) asksAlike(other *Composition) bool {
	if c.outcome == NotReported {
		return !c.hard() || c.r.Facet == other.r.Facet
	}
	return c.r.Aspect == other.r.Aspect && c.r.AccusedSpeaks == other.r.AccusedSpeaks
}

// Precedent returns a question as others can be held against it, with the answer that is given:
// the claims that lead it, or none where no report tells it. Nil claims stand for what the
// question is read as; it is for the caller to know that it is read well.
func (p *Planner) Precedent(text string, claims []string) precedent.Precedent {
	text = strings.Join(strings.Fields(text), " ")
	c := p.planned(reading.Question{Text: text})
	out := precedent.Precedent{Answer: c.answer(), Ask: text, Words: c.words()}
	given := string(Answered) + " " + strings.Join(claims, " ")
	if claims != nil && len(claims) == 0 {
		given = string(NotReported) + " "
	}
	if claims != nil && given != out.Answer {
		out.Answer, out.Given = given, true
	}
	return out
}

// as returns a composition with an answer that was given: the claims that lead it, or that no
// report tells what was asked.
func (c *Composition) as(answer string) *Composition {
	out := c.p.newComposition(c.r)
	out.intent = c.intent
	for _, key := range strings.Fields(answer)[1:] {
		if claim := c.p.Corpus.Claim(key); claim != nil {
			out.lead(claim)
		}
	}
	if len(out.led) == 0 {
		out.abstain("abstain.subject")
	}
	return out
}

// answer tells what the answer is: its outcome, and the claims that lead it.
func (c *Composition) answer() string {
	var keys []string
	for _, s := range c.b.Statements {
		if s.Role == compose.Lead {
			keys = append(keys, s.Claims...)
		}
	}
	slices.Sort(keys)
	return string(c.outcome) + " " + strings.Join(slices.Compact(keys), " ")
}

// words returns the words of the question as precedents have them: stems, and what is named
// or measured as what it is.
func (c *Composition) words() []precedent.Word {
	query := c.r.Query
	out := make([]precedent.Word, 0, len(query.Tokens))
	for i := 0; i < len(query.Tokens); i++ {
		if word, to := c.measuredAt(i); to > i {
			out = append(out, word)
			i = to - 1
			continue
		}
		switch token := &query.Tokens[i]; {
		case token.Stem == "":
		case c.p.Lexicon.Ignorable(token.Word):
			out = append(out, precedent.Word{Kind: precedent.Light, Text: token.Stem})
		default:
			out = append(out, precedent.Word{Text: token.Stem})
		}
	}
	return out
}

// measuredAt returns the name, the figure or the date that begins at a token, and where it ends.
func (c *Composition) measuredAt(i int) (word precedent.Word, to int) {
	query := c.r.Query
	for _, m := range query.Mentions {
		if m.From == i && len(m.IDs) > 0 {
			if c.p.IsAccused(m.IDs) {
				return precedent.Word{Text: m.IDs[0]}, m.To // whom every other question is about
			}
			return precedent.Word{Kind: precedent.Name, Text: m.IDs[0]}, m.To
		}
	}
	for _, f := range query.Figures {
		if f.From == i {
			return precedent.Word{Kind: precedent.Value, Text: strconv.FormatFloat(f.Value, 'f', -1, 64) + f.Unit}, f.To
		}
	}
	for _, d := range query.Dates {
		if d.From == i {
			return precedent.Word{Kind: precedent.Value, Text: d.String()}, d.To
		}
	}
	return word, i
}

// votes are what precedents speak for: by answer, the sum of the squares of how near they are.
type votes struct {
	of  map[string]float64
	all float64
}

func voteOf(near []precedent.Near) votes {
	v := votes{of: map[string]float64{}}
	for _, n := range near {
		if n.Likeness >= nearlyAs*near[0].Likeness {
			v.of[n.Answer] += n.Likeness * n.Likeness
			v.all += n.Likeness * n.Likeness
		}
	}
	return v
}

// first returns the nearest precedent of those whose answer has most votes; the nearest of all
// counts half as much again.
func (v votes) first(near []precedent.Near) *precedent.Near {
	best, most := 0, 0.0
	for i, n := range near {
		value := v.of[n.Answer]
		if n.Answer == near[0].Answer {
			value += near[0].Likeness * near[0].Likeness / 2
		}
		if value > most {
			best, most = i, value
		}
	}
	return &near[best]
}

func (v votes) share(answer string) float64 { return v.of[answer] / v.all }

// overlap is the share of the claims of two answers that both rest on.
func overlap(a, b string) float64 {
	x, y := strings.Fields(a)[1:], strings.Fields(b)[1:]
	both := 0
	for _, key := range x {
		both += record.BoolInt(slices.Contains(y, key))
	}
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(x)+len(y)-both)
}
