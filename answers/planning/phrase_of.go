package planning

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/weighing"
)

// anothersPhrase corrects a question that puts into somebody's mouth, without quotation marks, what
// the reports print as the words of another ("did the harbour office call it an insult to every dyer?"),
// and tells whose words they are where that is asked.
func (c *Composition) anothersPhrase() bool {
	calls := c.asks("call") || c.asks("compare") || c.asks("liken") || c.asks("quote-word")
	who := c.r.First().Word == "who"
	if len(c.r.Quotes) > 0 || c.r.Leans || c.asks("reply") || !calls && !c.asks("say") || !who && !c.p.In(c.r.First(), "auxiliary") {
		return false
	}
	speaker := c.saidBy()
	if who != (speaker == nil) || who && !calls {
		return false
	}
	having := c.havingPhrase(calls)
	if len(having) == 0 {
		return false
	}
	best := having[0].Claim
	if at := slices.IndexFunc(having, func(s weighing.Scored) bool { return !c.p.IsAccused([]string{s.Claim.By}) }); at > 0 {
		best = having[at].Claim // the body that spoke, before the state that it speaks for
	}
	if who {
		if best.By != corpus.Article {
			return false // any search finds who it is
		}
		c.why = c.say("why.best")
		c.lead(best)
		return true
	}
	if slices.ContainsFunc(having, func(s weighing.Scored) bool {
		return c.p.Index.Relation(s.N, speaker.IDs)&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) != 0
	}) {
		return false
	}
	c.weighed = having
	c.why = c.say("why.premise")
	c.leadText(c.say("correct.words", "name", c.p.Corpus.Label(speaker.IDs[0]))+" "+c.p.Composer.Sentence(best), best)
	if best.Stance == corpus.Denies {
		c.addAnswered(best)
	}
	return true
}

// saidBy returns who is asked about as the one who says it: the first name, if it makes claims
// and is not the accused as a whole, for whom others speak.
func (c *Composition) saidBy() *reading.Name {
	first := c.firstName(func(n *reading.Name) bool { return n.From <= 3 })
	if first == nil || c.p.IsAccused(first.IDs) || !first.Voice && !first.Speaker {
		return nil
	}
	return first
}

// havingPhrase returns the claims that print the longest run of the question's last words of which
// at least two tell something; where the question does not ask what somebody calls it, only
// those that have it in quotation marks.
func (c *Composition) havingPhrase(calls bool) []weighing.Scored {
	tokens := c.r.Query.Tokens
	from := 2
	for _, m := range c.r.Query.Mentions {
		if m.To < len(tokens) { // what ends the question may be a word of the phrase
			from = max(from, m.To)
		}
	}
	if from >= len(tokens) || from > len(tokens)-2 {
		return nil
	}
	ask := *c.r
	ask.Names, ask.Accused, ask.Dates = nil, nil, nil
	ask.AccusedSpeaks, ask.OthersReply = false, false
	found := c.p.Choose(&ask, weighing.Filter{AnyDate: true})
	for size := len(tokens) - from; size >= 2; size-- {
		for start := from; start+size <= len(tokens); start++ {
			run := tokens[start : start+size]
			if !c.tellsTwo(run) {
				continue
			}
			phrase := corpus.Joined(run)
			having := slices.DeleteFunc(slices.Clone(found), func(s weighing.Scored) bool {
				return s.Claim.Stance == corpus.Remark || !c.p.Index.Features[s.N].Prints(phrase) || !calls && !quotes(s.Claim, phrase)
			})
			if len(having) > 0 && len(having) <= mostOwners {
				return having
			}
		}
	}
	return nil
}

// mostOwners is how many claims may have words that are somebody's own.
const mostOwners = 4

// tellsTwo tells whether the run begins and ends with words that tell something.
func (c *Composition) tellsTwo(run []language.Token) bool {
	plain := func(t language.Token) bool {
		return c.p.Lexicon.Ignorable(t.Word) || len(t.Word) < 3 || c.p.In(t, "call") || c.p.In(t, "accusation-word") || c.p.In(t, "say") || c.p.In(t, "quote-word")
	}
	return !plain(run[0]) && !plain(run[len(run)-1])
}

// quotes tells whether the claim has the phrase in quotation marks.
func quotes(claim *corpus.Claim, phrase string) bool {
	var quoted []language.Token
	for _, t := range language.Split(claim.Says) {
		if t.Quoted {
			quoted = append(quoted, t)
		}
	}
	return strings.Contains(" "+corpus.Joined(quoted)+" ", " "+phrase+" ")
}
