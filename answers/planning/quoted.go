package planning

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/reading"
	"allegedly/answers/record"
	"allegedly/answers/weighing"
)

// notQuoted says that the reports quote nobody by that name, or of that kind, where it is asked whether somebody
// is quoted ("is the exchange quoted?", "is any of the thieves?") who says none of the claims. That a claim
// speaks of them is no quotation.
func (c *Composition) notQuoted() bool {
	tokens := c.r.Query.Tokens
	if len(tokens) < 3 || !c.opensWhether() || c.r.Leans || len(c.r.Quotes)+len(c.r.Figures) > 0 || len(c.r.Accused) > 0 {
		return false
	}
	if !slices.ContainsFunc(tokens, func(t language.Token) bool { return t.Word == "quoted" || t.Word == "quote" || t.Word == "quotes" }) {
		return false
	}
	var names []reading.Name
	for _, n := range c.r.Names {
		if kind := c.p.Corpus.Entity(n.IDs[0]).Kind; n.From >= 0 && !n.Weak && (kind == corpus.Person || kind == corpus.Company || kind == corpus.Group || kind == corpus.Body) && !c.p.BelongsToAccused(n.IDs) {
			names = append(names, n)
		}
	}
	silent := false
	switch {
	case len(c.r.Names) > 0:
		silent = len(c.r.Names) == 1 && len(names) == 1 && !c.p.EverSpeaks(names[0].IDs)
	default:
		silent = slices.ContainsFunc(c.r.Terms, func(t reading.Term) bool {
			return t.From < 3 && t.To == t.From+1 && c.ofGroup(t, "human-noun") && !slices.ContainsFunc(c.p.Corpus.Claims[:min(len(c.p.Corpus.Claims), record.MostClaims)], func(claim *corpus.Claim) bool {
				return strings.Contains(claim.Says, `"`) && c.calledBy(claim, t)
			})
		})
	}
	if silent {
		c.abstain("abstain.unquoted")
	}
	return silent
}

// calledBy tells whether whoever says a claim is called by the word there, or by another of its group.
func (c *Composition) calledBy(claim *corpus.Claim, t reading.Term) bool {
	text := claim.As
	if entity := c.p.Corpus.Entity(claim.By); entity != nil {
		text += " " + entity.Name
	}
	return slices.ContainsFunc(language.Split(text), func(w language.Token) bool {
		return w.Stem == t.Stem || slices.ContainsFunc(t.Concepts, func(k language.Concept) bool { return slices.Contains(c.p.Lexicon.Concepts(w.Word, w.Stem), k) })
	})
}

// offTopic tells whether it is asked what somebody said of one whom the question names, and neither the claim nor
// what it answers has to do with that one: "what did the ministry say about the fire?", of what it said of the sale.
func (c *Composition) offTopic(s *weighing.Scored) bool {
	tokens := c.r.Query.Tokens
	if c.r.Leans || c.r.KnownWords() > 0 || c.r.Facet != "" || c.r.Speaker() == nil || !c.asks("say") || len(c.r.Figures)+len(c.r.Reports)+len(c.r.Dates)+len(c.r.Accused) > 0 {
		return false
	}
	about := append(c.p.Corpus.Answered(s.Claim), s.Claim)
	return slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		if n.From < 3 || n.Weak || n.Speaker || c.p.BelongsToAccused(n.IDs) || c.p.Accuses[n.IDs[0]] || !c.proper(n.IDs[0]) || !c.p.In(tokens[n.From-1], "topic-preposition") {
			return false
		}
		return !slices.ContainsFunc(about, func(claim *corpus.Claim) bool {
			number := c.p.Index.Number(claim)
			return c.p.Index.Relation(number, n.IDs)|c.p.Index.Relation(number, n.Around) != 0
		})
	})
}

// placesPerson tells whether the claim says what a person is whom the question names, at a body that it names
// beside them: for whom they work.
func (c *Composition) placesPerson(claim *corpus.Claim) bool {
	return c.namesAnother(claim, corpus.Body) && slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		return c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Person && slices.Contains(claim.Defines, n.IDs[0])
	})
}

// asksEmployer tells whether it is asked for whom a person works: "what organisation is she from?"
func (c *Composition) asksEmployer() bool {
	if c.asks("employer-word") {
		return true
	}
	tokens := c.r.Query.Tokens
	last := len(tokens) - 1
	return last > 2 && c.p.In(tokens[1], "organisation") && (c.p.In(tokens[0], "which-word") || tokens[0].Word == "what") && (tokens[last].Word == "from" || tokens[last].Word == "with" || tokens[last].Word == "at" || tokens[last].Word == "in")
}

// gangSpeaks tells whether it is asked what a group says of which the reports give no words: "what did the gang say about
// the mill?"
func (c *Composition) gangSpeaks() bool {
	tokens := c.r.Query.Tokens
	return c.r.Intent == "fact" && slices.ContainsFunc(c.r.Names, func(n reading.Name) bool {
		to := c.afterName(&n)
		return n.From > 1 && to >= 0 && c.p.Corpus.Entity(n.IDs[0]).Kind == corpus.Group && !c.p.EverSpeaks(n.IDs) && c.r.First().Word == "what" && c.p.In(tokens[n.From-1], "auxiliary") && c.p.In(tokens[to], "say")
	})
}
