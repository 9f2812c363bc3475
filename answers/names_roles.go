package answers

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
)

// everSpeaks tells whether any claim gives the entities a voice.
func (e *Engine) everSpeaks(ids []string) bool {
	for _, id := range ids {
		for _, p := range e.index.Entity(id) {
			if p.Relation&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) != 0 {
				return true
			}
		}
	}
	return false
}

// personal tells whether the name is that of a person who stands for the accused.
func (e *Engine) personal(ids []string) bool {
	entity := e.corpus.Entity(ids[0])
	return entity.Kind == corpus.Person && e.speaksForAccused(ids)
}

// around returns whom or what an incident or a part belongs to: a question about
// it may be answered by a claim about its owner.
func (e *Engine) around(ids []string) []string {
	var out []string
	for _, id := range ids {
		if kind := e.corpus.Entity(id).Kind; kind == corpus.Incident || kind == corpus.Company {
			for _, owner := range e.corpus.Owners(id) {
				of := e.corpus.Entity(owner).Kind
				if country := of == corpus.Party || of == corpus.Place; !country || !printsName(e.composer.Label(id)) {
					out = appendNew(out, owner) // what is said on the country of one with a name of its own tells nothing of it
				}
			}
		}
	}
	return out
}

// printsName tells whether a label ends in a name and not in a noun, as "northern
// mills" does.
func printsName(label string) bool {
	words := strings.Fields(label)
	last, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return !unicode.IsLower(last)
}

func (e *Engine) isAccused(ids []string) bool {
	for _, id := range ids {
		if !e.accused[id] {
			return false
		}
	}
	return true
}

func (e *Engine) speaksForAccused(ids []string) bool {
	for _, id := range ids {
		for accused := range e.accused {
			if e.corpus.BelongsTo(id, accused) {
				return true
			}
		}
	}
	return false
}

// canSay tells whether entities of the kind are asked what they say although no
// claim is theirs: a programme or a gang is not.
func (e *Engine) canSay(kind corpus.Kind) bool {
	switch kind {
	case corpus.Group, corpus.Programme, corpus.Incident, corpus.Asset, corpus.Topic:
		return false
	}
	return true
}

// canSpeak tells whether an entity is of a kind that says things: a body or a
// person, not a place or a coin.
func (e *Engine) canSpeak(id string) bool {
	switch e.corpus.Entity(id).Kind {
	case corpus.Body, corpus.Person, corpus.Group, corpus.Company, corpus.Outlet:
		return true
	}
	return false
}

// theFirm takes "the company" for the accused, where the conversation is about one that
// is a company, or only one is.
func (e *Engine) theFirm(r *request) {
	party := r.party
	if !r.leans && len(r.names)+len(r.reports) == 0 {
		party = slices.DeleteFunc(slices.Clone(e.parties), func(id string) bool { return e.corpus.Entity(id) == nil || e.corpus.Entity(id).Kind != corpus.Company })
	}
	if len(party) != 1 || len(r.accused) > 0 || e.corpus.Entity(party[0]) == nil || e.corpus.Entity(party[0]).Kind != corpus.Company {
		return
	}
	for i := 1; i < len(r.query.Tokens); i++ {
		if r.query.Tokens[i-1].Word != "the" || !e.in(r.query.Tokens[i], "the-firm") {
			continue
		}
		r.accused = party
		if i+1 < len(r.query.Tokens) && e.in(r.query.Tokens[i+1], "telling-word") {
			r.accusedSpeaks = true // "by the company's account"
		}
		for k := range r.terms {
			if t := &r.terms[k]; t.From == i && t.To == i+1 {
				t.Asked = true
			}
		}
	}
}

// corrected tells whether a name is the one that was not meant: "not the mill's, I meant the dam".
func (e *Engine) corrected(r *request, m corpus.Mention) bool {
	if len(r.query.Mentions) < 2 || !e.asks(r, "correcting-word") {
		return false
	}
	at := m.From - 1
	for at > 0 && r.query.Tokens[at].Word == "the" {
		at--
	}
	return at >= 0 && r.query.Tokens[at].Word == "not"
}

// endsExcept tells whether an expression that leaves something aside ends with the token:
// "apart from", "enough of".
func (e *Engine) endsExcept(r *request, i int) bool {
	except := e.lexicon.Concept("except-word")
	return i > 0 && slices.ContainsFunc(e.lexicon.PhrasesAt(r.query.Tokens, i-1), func(p language.PhraseMatch) bool { return p.Concept == except && p.To == i+1 })
}

// namesUnknownOrgan tells whether the question names an organ of a state ("Japan's
// government") of which no claim on that state tells.
func (e *Engine) namesUnknownOrgan(r *request) bool {
	tokens := r.query.Tokens
	return slices.ContainsFunc(r.query.Mentions, func(m corpus.Mention) bool {
		at := m.To
		if m.From > 1 && e.in(tokens[m.From-1], "place-preposition") && e.in(tokens[m.From-2], "organ-noun") {
			at = m.From - 2 // "the parliament of Japan"
		}
		if len(m.IDs) == 0 || at >= len(tokens) || !e.in(tokens[at], "organ-noun") {
			return false
		}
		kind, speaks := e.corpus.Entity(m.IDs[0]).Kind, e.everSpeaks(m.IDs) || e.everSpeaks(e.around(m.IDs))
		if kind != corpus.Place && kind != corpus.Party || speaks && !e.in(tokens[at], "legislature-noun") {
			return false // whoever of it speaks may be meant by its government, and by its parliament nobody else
		}
		return !slices.ContainsFunc(e.index.Stem(tokens[at].Stem), func(p corpus.Posting) bool { return e.index.Relation(p.Claim, m.IDs) != 0 })
	})
}

// inverted takes "..., says the secretary?" for her words, and not for those of whom is named
// before the verb.
func (e *Engine) inverted(r *request, speakers map[int]bool) {
	tokens, mentions := r.query.Tokens, r.query.Mentions
	last := len(mentions) - 1
	if last < 1 || mentions[last].To != len(tokens) {
		return
	}
	verb := mentions[last].From - 1
	if verb > 0 && tokens[verb].Word == "the" {
		verb--
	}
	if before := mentions[last-1]; before.To == verb && before.From > 1 && (tokens[verb].Word == "says" || tokens[verb].Word == "said" || tokens[verb].Word == "say") && !e.opens(tokens[before.From-1]) {
		delete(speakers, last-1)
		speakers[last] = true
	}
}

// rejected takes "its denial of the American allegations" for what the accused says of them.
func (e *Engine) rejected(r *request, speakers map[int]bool) {
	tokens := r.query.Tokens
	for k := range speakers {
		m := r.query.Mentions[k]
		if m.To == len(tokens) || !e.in(tokens[m.To], "accusation-word") {
			continue
		}
		i := m.From - 1
		for i > 0 && (tokens[i].Word == "the" || tokens[i].Word == "of" || tokens[i].Word == "to") {
			i--
		}
		if i >= 0 && i < m.From-1 && (e.in(tokens[i], "deny") || e.in(tokens[i], "reply") || e.in(tokens[i], "say") || e.in(tokens[i], "call")) && slices.ContainsFunc(r.query.Mentions, func(o corpus.Mention) bool { return o.From < m.From && e.speaksForAccused(o.IDs) }) {
			delete(speakers, k)
		}
	}
}

// toldOf returns whom a topic belongs to where no claim speaks of the topic itself: of "the guild's
// study" that is entered as a name and no more, what the guild says.
func (e *Engine) toldOf(ids []string) []string {
	if entity := e.corpus.Entity(ids[0]); len(ids) == 1 && entity != nil && entity.Kind == corpus.Topic && entity.Of != "" && len(e.index.Entity(ids[0])) == 0 {
		return []string{entity.Of}
	}
	return ids
}

// looksLikeName tells whether a word is written as a name is: a capital within
// a sentence that is otherwise written small.
func (e *Engine) looksLikeName(q *intent.Query, i int) bool {
	if i == 0 || !q.Tokens[i].Caps || q.Tokens[i].Upper {
		return false
	}
	small, all := 0, 0
	for k, t := range q.Tokens {
		if k == 0 || slices.ContainsFunc(q.Mentions, func(m corpus.Mention) bool { return m.From <= k && k < m.To }) {
			continue
		}
		all++
		small += boolInt(!t.Caps && !t.Number)
	}
	return small*2 > all
}

// otherMatter tells whether a role without a name is found only in another affair than that of
// somebody whom the question names.
func (e *Engine) otherMatter(r *request, m corpus.Mention) bool {
	mine := e.affairs[m.IDs[0]]
	return len(e.parties) > 1 && len(mine) == 1 && slices.ContainsFunc(r.query.Mentions, func(o corpus.Mention) bool {
		return !o.Weak && len(o.IDs) > 0 && len(e.affairs[o.IDs[0]]) == 1 && e.affairs[o.IDs[0]][0] != mine[0]
	})
}
