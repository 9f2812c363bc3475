package reading

import (
	"slices"
	"strconv"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/record"
)

// isTheirDocument tells whether an entity is a document of those who make claims: who asks what "the audit"
// says asks no longer what another says.
func (rd *Reader) isTheirDocument(id string) bool {
	entity := rd.Corpus.Entity(id)
	return entity.Kind == corpus.Topic && entity.Of != "" && rd.Speaks[entity.Of]
}

// lesserOf takes "the smaller of them" for the one of the claims spoken of that has the smaller
// amount, where something else than the amount is asked of it.
func (rd *Reader) lesserOf(r *Request) {
	tokens := r.Query.Tokens
	if len(r.Names)+len(r.Accused)+len(r.Figures)+len(r.Reports) > 0 || r.Facet == "" && r.Intent != "accuser" || r.Facet == corpus.FacetAmount {
		return
	}
	amounts := rd.ClaimsByKey(r.Thread.Claims)
	if len(amounts) < 2 {
		amounts = append(amounts, rd.ClaimsByKey(r.Thread.Earlier)...)
	}
	at := slices.IndexFunc(tokens, func(t language.Token) bool {
		return rd.In(t, "more-less") || rd.In(t, "largest-word") || rd.In(t, "smallest-word")
	})
	if at < 1 || tokens[at-1].Word != "the" || at+1 < len(tokens) && tokens[at+1].Word != "of" && tokens[at+1].Word != "one" && !rd.In(tokens[at+1], "amount-word") {
		return
	}
	less := rd.In(tokens[at], "less-word") || rd.In(tokens[at], "smallest-word")
	var best *corpus.Claim
	most, counted := 0.0, 0
	for _, claim := range amounts {
		value, ok := rd.Value(claim)
		if !ok || claim.Stance != corpus.Alleges {
			continue
		}
		if counted++; best == nil || less == (value < most) {
			best, most = claim, value
		}
	}
	if counted < 2 {
		return
	}
	r.Focus, r.Thread.Claims, r.Picked = []*corpus.Claim{best}, []string{best.Key()}, true
	r.Thread.Entities = rd.EntitiesOf(&Request{}, r.Focus)
	r.understood(at)
}

// nameAt returns what a word that names nobody by itself stands for, as a name of the question.
func (rd *Reader) nameAt(ids []string, from int) Name {
	return Name{IDs: ids, Around: rd.around(ids), Weight: rd.Index.Rarity(max(1, len(rd.Index.Entity(ids[0])))) * nameFactor, Voice: rd.Speaks[ids[0]], From: from}
}

// understood notes that the word at a token is understood, so that no claim need have it.
func (r *Request) understood(from int) {
	for k := range r.Terms {
		r.Terms[k].Asked = r.Terms[k].Asked || r.Terms[k].From == from
	}
}

// ClaimsByKey returns the claims of the keys, as far as the corpus still has them.
func (rd *Reader) ClaimsByKey(keys []string) []*corpus.Claim {
	var out []*corpus.Claim
	for _, key := range keys {
		if claim := rd.Corpus.Claim(key); claim != nil {
			out = append(out, claim)
		}
	}
	return out
}

// anotherOne tells whether a follow-up asks for another than what was told, by a word that tells
// them apart: "and the northern one?".
func (rd *Reader) anotherOne(r *Request) bool {
	tokens := r.Query.Tokens
	n := len(tokens)
	if n < 3 || n > 6 || tokens[n-1].Word != "one" && tokens[n-1].Word != "ones" || len(r.Names)+len(r.Accused)+len(r.Figures)+len(r.Dates) > 0 || r.Intent != "" {
		return false
	}
	return tokens[n-3].Word == "the" && slices.ContainsFunc(r.Terms, func(t Term) bool {
		told := len(r.Focus) > 1 && slices.ContainsFunc(r.Focus, func(claim *corpus.Claim) bool { return rd.Has(rd.Index.Number(claim), t) })
		return t.Own() && t.Known && t.From == n-2 && !told // of several that were told, it picks one
	})
}

// AsksPredicate tells whether a question asks of what was spoken of whether it is somebody's or
// somewhere: "is it a northern one?", "was that in the harbour?".
func (rd *Reader) AsksPredicate(r *Request) bool {
	tokens := r.Query.Tokens
	return r.Intent == "verify" && len(tokens) <= 7 && len(tokens) > 2 && rd.In(tokens[0], "copula") && rd.In(tokens[1], "pronoun") && len(r.Accused) == 0 &&
		slices.ContainsFunc(r.Names, func(n Name) bool { return n.From > 1 })
}

// kindOne takes "the group" or "the agency" for the one of that kind that the conversation
// is about, where it is about one alone.
func (rd *Reader) kindOne(r *Request) {
	tokens := r.Query.Tokens
	for i := 1; i < len(tokens); i++ {
		if tokens[i-1].Word != "the" && tokens[i-1].Word != "that" && tokens[i-1].Word != "this" || i+1 < len(tokens) && (tokens[i+1].Word == "of" || !rd.Lexicon.Ignorable(tokens[i+1].Word) && !rd.In(tokens[i+1], "auxiliary") && !rd.In(tokens[i+1], "copula") && !rd.In(tokens[i+1], "accuse")) {
			continue
		}
		var kind corpus.Kind
		switch {
		case rd.In(tokens[i], "group-noun"):
			kind = corpus.Group
		case rd.In(tokens[i], "firm-word"):
			kind = corpus.Company
		case rd.In(tokens[i], "body-noun"):
			kind = corpus.Body
		default:
			continue
		}
		of := func(all []string) []string {
			return slices.DeleteFunc(slices.Clone(all), func(id string) bool {
				entity := rd.Corpus.Entity(id)
				return entity == nil || entity.Kind != kind || rd.Accused[id]
			})
		}
		ids := of(r.Thread.Entities)
		for _, claim := range append(slices.Clone(r.Focus), rd.ClaimsByKey(r.Thread.Earlier)...) { // "back to that exchange"
			if len(ids) == 0 && tokens[i-1].Word == "that" {
				ids = of(slices.Concat(claim.Actor, claim.Targets))
			}
		}
		if len(ids) != 1 || len(r.Focus) > 0 && rd.Corpus.Entity(r.Focus[0].Report().Accused).Kind == kind {
			continue // which of them, or the accused itself
		}
		r.Names = append(r.Names, rd.nameAt(ids, i))
		r.understood(i)
		return
	}
}

// yearsOff takes "three years earlier" and "the year before" for the year that lies so far from
// the one which the conversation is about.
func (rd *Reader) yearsOff(r *Request) {
	tokens := r.Query.Tokens
	if len(r.Dates) > 0 || len(r.Thread.Claims) == 0 || slices.ContainsFunc(tokens, rd.OpensFact) {
		return
	}
	for i := range tokens {
		if tokens[i].Word != "year" && tokens[i].Word != "years" || i+1 >= len(tokens) {
			continue
		}
		sign := 0
		switch {
		case rd.In(tokens[i+1], "before-word"):
			sign = -1
		case rd.In(tokens[i+1], "later-word"):
			sign = 1
		default:
			continue
		}
		count := 0
		if tokens[i].Word == "year" && i > 0 && (tokens[i-1].Word == "the" || tokens[i-1].Word == "a" || tokens[i-1].Word == "one") && i+2 >= len(tokens)-1 {
			count = 1
		}
		for _, f := range r.Query.Figures {
			if f.From < i && f.To >= i && f.Value == float64(int(f.Value)) && f.Value <= 30 && !f.Money() {
				count = int(f.Value)
			}
		}
		base := language.Date{}
		if len(r.Thread.Dates) > 0 {
			base = language.ParseDate(r.Thread.Dates[0])
		} else if claim := rd.Corpus.Claim(r.Thread.Claims[0]); claim != nil {
			base = language.ParseDate(record.EventDate(claim))
		}
		if year := base.Year + sign*count; count > 0 && base.Year != 0 && rd.Index.HasYear(year) {
			r.Dates = append(r.Dates, language.ParseDate(strconv.Itoa(year)))
			r.Query.Dates = r.Dates // as if it had been said
			if r.Intent == "elapsed" {
				r.Intent, r.Facet = "", "" // what was then, not how long before
			}
			r.Figures = slices.DeleteFunc(slices.Clone(r.Figures), func(f language.Figure) bool { return f.From < i && f.To >= i })
			for k := range r.Terms {
				r.Terms[k].Asked = r.Terms[k].Asked || r.Terms[k].From >= i-1 && r.Terms[k].To <= i+2
			}
		}
		return
	}
}

// thatOne takes "that pact" or "the pact" for what the claims spoken of last call by a name that ends
// so: "the Eastern Gas Pact".
func (rd *Reader) thatOne(r *Request) {
	for i := 1; i < len(r.Query.Tokens); i++ {
		token := r.Query.Tokens[i]
		if !rd.In(r.Query.Tokens[i-1], "these-word") && !rd.In(r.Query.Tokens[i-1], "thing-pronoun") && r.Query.Tokens[i-1].Word != "the" || rd.Lexicon.Ignorable(token.Word) || rd.In(token, "report-word") {
			continue
		}
		for _, claim := range r.Focus {
			words := language.Split(claim.Says)
			for _, m := range rd.Index.Linker.LinkPrinted(words) {
				if len(m.IDs) != 1 || m.Weak || m.To-m.From < 2 || words[m.To-1].Stem != token.Stem || rd.IsAccused(m.IDs) {
					continue
				}
				r.Names = append(r.Names, rd.nameAt(m.IDs, i))
				r.understood(i)
				if r.Intent == "" && rd.In(r.First(), "wh-word") && len(r.Query.Tokens) <= 5 {
					r.Intent = "definition"
				}
				return
			}
		}
	}
}

// whatItIs takes "what is it?" for what the one is that was named, where a verdict on that one was asked for
// before, and so nothing was said of it.
func (rd *Reader) whatItIs(r *Request) {
	tokens := r.Query.Tokens
	if (r.Thread.Intent == "verdict" || r.Thread.Intent == "mentions") && len(tokens) == 3 && rd.In(tokens[0], "wh-word") && rd.In(tokens[1], "copula") && rd.In(tokens[2], "thing-pronoun") && len(rd.remembered(r.Thread)) == 1 {
		r.Intent = "definition"
	}
}

// pointedNoun takes "that number" or "this claim" for what was told: no claim need have the word.
func (rd *Reader) pointedNoun(r *Request) {
	tokens := r.Query.Tokens
	for i := 1; i < len(tokens); i++ {
		if tokens[i-1].Word != "that" && tokens[i-1].Word != "this" && !(tokens[i-1].Word == "the" && r.Intent == "accuser" && i == len(tokens)-1) ||
			!rd.In(tokens[i], "amount-word") && !rd.In(tokens[i], "number-word") && !rd.In(tokens[i], "accusation-noun") {
			continue
		}
		for k := range r.Terms {
			r.Terms[k].Asked = r.Terms[k].Asked || r.Terms[k].From == i && r.Terms[k].To == i+1
		}
	}
}

// inThatOne takes "in that report" for the report that what was told last stands in, and so "who is quoted in it?",
// or "it" behind a question on an article itself.
func (rd *Reader) inThatOne(r *Request) {
	tokens := r.Query.Tokens
	n := len(tokens)
	if n < 3 || len(r.Focus) == 0 || len(r.Reports)+len(r.Names) > 0 {
		return
	}
	published := r.Thread.Intent == "list" && r.Intent == "source" && tokens[n-1].Word == "it" // "which article is the newest?", "who published it?"
	that := n > 3 && rd.In(tokens[n-1], "report-word") && (tokens[n-2].Word == "that" || tokens[n-2].Word == "this") && tokens[n-3].Word == "in"
	quoted := tokens[n-1].Word == "it" && tokens[n-2].Word == "in" && rd.Asks(r, "quote-word")
	of := r.Thread.Intent == "source" && slices.ContainsFunc(tokens[:3], func(t language.Token) bool { return t.Word == "it" }) && (r.Intent == "replied" || r.Intent == "quote" || rd.Asks(r, "mentioning-verb"))
	if that || quoted || of || published {
		r.Reports = []string{r.Focus[0].Report().ID}
	}
}

// onThat tells whether it is asked what somebody says about the very thing that was told:
// "and what does the lawyer say on that?".
func (rd *Reader) onThat(r *Request) bool {
	tokens := r.Query.Tokens
	n := len(tokens)
	return n > 2 && rd.In(tokens[n-1], "thing-pronoun") && (tokens[n-2].Word == "on" || tokens[n-2].Word == "to") && r.KnownWords() == 0
}

// definedPerson turns to the one whom the article has just told who he is: "what does he say?" asks
// for his own words.
func (rd *Reader) definedPerson(r *Request) {
	if len(r.Focus) == 0 || r.Focus[0].Stance != corpus.Context || !rd.Asks(r, "person-pronoun") || len(r.Accused)+len(r.Reports) > 0 || r.Intent == "definition" || r.Speaker() != nil {
		return
	}
	for _, id := range r.Focus[0].Defines {
		if entity := rd.Corpus.Entity(id); entity == nil || entity.Kind != corpus.Person || !rd.Speaks[id] {
			continue
		}
		for _, p := range rd.Index.Entity(id) {
			if claim := rd.Corpus.Claims[p.Claim]; claim.By == id && claim.Report() == r.Focus[0].Report() {
				r.Focus, r.Thread.Claims, r.Thread.Entities = []*corpus.Claim{claim}, []string{claim.Key()}, []string{id}
				return
			}
		}
	}
}

// heSays takes "he" or "she" for the one who said what was told, where a follow-up names what it is
// about: "what does she say about the dye?".
func (rd *Reader) heSays(r *Request) {
	if len(r.Focus) == 0 || !rd.Asks(r, "person-pronoun") || !rd.Asks(r, "say") && !rd.Asks(r, "mentioning-verb") && !rd.Asks(r, "think") || len(r.Accused) > 0 || r.Speaker() != nil {
		return
	}
	by := rd.Corpus.Entity(r.Focus[0].By)
	if by == nil || by.Kind != corpus.Person || slices.ContainsFunc(r.Names, func(n Name) bool { return rd.Corpus.Entity(n.IDs[0]).Kind == corpus.Person }) {
		return
	}
	t := r.Thread
	t.Entities = []string{by.ID}
	r.Names, r.Leans, r.Affair = append(r.Names, rd.remembered(t)...), true, []string{r.Focus[0].Report().Accused}
}

// notTheirReply takes "what did she say about it?" for her own words, where she is none of the accused's people.
func (rd *Reader) notTheirReply(r *Request) {
	if r.Intent != "replied" && r.Intent != "denial" || len(r.Focus) == 0 || r.GivesName() || !rd.Asks(r, "person-pronoun") || !rd.Asks(r, "say") || rd.Asks(r, "deny") || rd.Asks(r, "reply") || len(r.Accused) > 0 {
		return
	}
	if by := rd.Corpus.Entity(r.Focus[0].By); by != nil && by.Kind == corpus.Person && !rd.BelongsToAccused([]string{by.ID}) {
		r.Intent, r.AccusedSpeaks = "fact", false
	}
}

// theyCall takes "they" for the accused, whose words were just told, where it is asked what they said of
// something else: "and the audit, what did they call that?".
func (rd *Reader) theyCall(r *Request) {
	tokens := r.Query.Tokens
	at := slices.IndexFunc(tokens, func(t language.Token) bool { return rd.In(t, "they-word") })
	if at < 1 || at+2 >= len(tokens) || len(r.Focus) == 0 || !rd.BelongsToAccused([]string{r.Focus[0].By}) || r.Intent != "" && r.Intent != "fact" || r.Facet != "" && r.Facet != corpus.FacetQuote {
		return
	}
	if !rd.In(tokens[at-1], "auxiliary") || !rd.In(tokens[at+1], "call") && !rd.In(tokens[at+1], "say") || !rd.In(tokens[len(tokens)-1], "thing-pronoun") {
		return
	}
	r.Intent, r.AccusedSpeaks = "denial", true
	for i := range r.Names {
		r.Names[i].Speaker = false
	}
}
