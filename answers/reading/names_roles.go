package reading

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
	"allegedly/answers/record"
)

// EverSpeaks tells whether any claim gives the entities a voice.
func (rd *Reader) EverSpeaks(ids []string) bool {
	for _, id := range ids {
		for _, p := range rd.Index.Entity(id) {
			if p.Relation&(corpus.AsSpeaker|corpus.AsOwner|corpus.AsLink) != 0 {
				return true
			}
		}
	}
	return false
}

// IsTheirPerson tells whether the name is that of a person who stands for the accused.
func (rd *Reader) IsTheirPerson(ids []string) bool {
	entity := rd.Corpus.Entity(ids[0])
	return entity.Kind == corpus.Person && rd.BelongsToAccused(ids)
}

// around returns whom or what an incident or a part belongs to: a question about
// it may be answered by a claim about its owner.
func (rd *Reader) around(ids []string) []string {
	var out []string
	for _, id := range ids {
		if kind := rd.Corpus.Entity(id).Kind; kind == corpus.Incident || kind == corpus.Company {
			for _, owner := range rd.Corpus.Owners(id) {
				of := rd.Corpus.Entity(owner).Kind
				if country := of == corpus.Party || of == corpus.Place; !country || !EndsInName(rd.Corpus.Label(id)) {
					out = record.AppendNew(out, owner) // what is said on the country of one with a name of its own tells nothing of it
				}
			}
		}
	}
	return out
}

// EndsInName tells whether a label ends in a name and not in a noun, as "northern
// mills" does.
func EndsInName(label string) bool {
	words := strings.Fields(label)
	last, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return !unicode.IsLower(last)
}

// IsAccused tells whether all of the entities are accused.
func (rd *Reader) IsAccused(ids []string) bool {
	for _, id := range ids {
		if !rd.Accused[id] {
			return false
		}
	}
	return true
}

// BelongsToAccused tells whether one of the entities belongs to an accused.
func (rd *Reader) BelongsToAccused(ids []string) bool {
	for _, id := range ids {
		for accused := range rd.Accused {
			if rd.Corpus.BelongsTo(id, accused) {
				return true
			}
		}
	}
	return false
}

// AskedForWords tells whether entities of the kind are asked what they say although no
// claim is theirs: a programme or a gang is not.
func (rd *Reader) AskedForWords(kind corpus.Kind) bool {
	switch kind {
	case corpus.Group, corpus.Programme, corpus.Incident, corpus.Asset, corpus.Topic:
		return false
	}
	return true
}

// SaysThings tells whether an entity is of a kind that says things: a body or a
// person, not a place or a coin.
func (rd *Reader) SaysThings(id string) bool {
	entity := rd.Corpus.Entity(id)
	if entity == nil {
		return false // an article, or somebody it does not name
	}
	switch entity.Kind {
	case corpus.Body, corpus.Person, corpus.Group, corpus.Company, corpus.Outlet:
		return true
	}
	return false
}

// theFirm takes "the company" for the accused, where the conversation is about one that
// is a company, or only one is.
func (rd *Reader) theFirm(r *Request) {
	party := r.Affair
	if !r.Leans && len(r.Reports) == 0 {
		party = slices.DeleteFunc(slices.Clone(rd.AllAccused), func(id string) bool {
			return rd.Corpus.Entity(id) == nil || rd.Corpus.Entity(id).Kind != corpus.Company || slices.ContainsFunc(r.Names, func(n Name) bool {
				return len(rd.AllAccused) > 1 && !slices.Contains(rd.Affairs[n.IDs[0]], id) // it is asked about what somebody else is accused of
			})
		})
	}
	if len(party) != 1 || len(r.Accused) > 0 || rd.Corpus.Entity(party[0]) == nil || rd.Corpus.Entity(party[0]).Kind != corpus.Company {
		return
	}
	for i := 1; i < len(r.Query.Tokens); i++ {
		if r.Query.Tokens[i-1].Word != "the" || !rd.In(r.Query.Tokens[i], "the-firm") {
			continue
		}
		r.Accused = party
		if i+1 < len(r.Query.Tokens) && rd.In(r.Query.Tokens[i+1], "telling-word") {
			r.AccusedSpeaks = true // "by the company's account"
		}
		for k := range r.Terms {
			if t := &r.Terms[k]; t.From == i && t.To == i+1 {
				t.Asked = t.Asked || len(r.Names) == 0 || rd.Asks(r, "reply") // "when did he leave the company?" is told with that word
			}
		}
	}
}

// corrected tells whether a name is the one that was not meant: "not the mill's, I meant the dam".
func (rd *Reader) corrected(r *Request, m corpus.Mention) bool {
	if len(r.Query.Mentions) < 2 || !rd.Asks(r, "correcting-word") {
		return false
	}
	at := m.From - 1
	for at > 0 && r.Query.Tokens[at].Word == "the" {
		at--
	}
	return at >= 0 && r.Query.Tokens[at].Word == "not"
}

// endsExcept tells whether an expression that leaves something aside ends with the token:
// "apart from", "enough of".
func (rd *Reader) endsExcept(r *Request, i int) bool {
	except := rd.Lexicon.Concept("except-word")
	for from := max(0, i-2); from < i; from++ {
		if slices.ContainsFunc(rd.Lexicon.PhrasesAt(r.Query.Tokens, from), func(p language.PhraseMatch) bool { return p.Concept == except && p.To == i+1 }) {
			return true
		}
	}
	return false
}

// namesUnknownOrgan tells whether the question names an organ of a state ("Japan's
// government") of which no claim on that state tells.
func (rd *Reader) namesUnknownOrgan(r *Request) bool {
	tokens := r.Query.Tokens
	return slices.ContainsFunc(r.Query.Mentions, func(m corpus.Mention) bool {
		at := m.To
		if m.From > 1 && rd.In(tokens[m.From-1], "place-preposition") && rd.In(tokens[m.From-2], "organ-noun") {
			at = m.From - 2 // "the parliament of Japan"
		}
		if len(m.IDs) == 0 || at >= len(tokens) || !rd.In(tokens[at], "organ-noun") {
			return false
		}
		kind, speaks := rd.Corpus.Entity(m.IDs[0]).Kind, rd.EverSpeaks(m.IDs) || rd.EverSpeaks(rd.around(m.IDs))
		if kind != corpus.Place && kind != corpus.Party || speaks && !rd.In(tokens[at], "legislature-noun") {
			return false // whoever of it speaks may be meant by its government, and by its parliament nobody else
		}
		return !slices.ContainsFunc(rd.Index.Stem(tokens[at].Stem), func(p corpus.Posting) bool { return rd.Index.Relation(p.Claim, m.IDs) != 0 })
	})
}

// inverted takes "..., says the secretary?" for her words, and not for those of whom is named
// before the verb.
func (rd *Reader) inverted(r *Request, speakers map[int]bool) {
	tokens, mentions := r.Query.Tokens, r.Query.Mentions
	last := len(mentions) - 1
	if last < 1 || mentions[last].To != len(tokens) {
		return
	}
	verb := mentions[last].From - 1
	if verb > 0 && tokens[verb].Word == "the" {
		verb--
	}
	if before := mentions[last-1]; before.To == verb && before.From > 1 && (tokens[verb].Word == "says" || tokens[verb].Word == "said" || tokens[verb].Word == "say") && !rd.Opens(tokens[before.From-1]) {
		delete(speakers, last-1)
		speakers[last] = true
	}
}

// rejected takes "its denial of the American allegations" for what the accused says of them.
func (rd *Reader) rejected(r *Request, speakers map[int]bool) {
	tokens := r.Query.Tokens
	asked := slices.Sorted(maps.Keys(speakers))
	for i, k := range asked {
		m := r.Query.Mentions[k]
		if m.To == len(tokens) || !rd.In(tokens[m.To], "accusation-word") {
			continue
		}
		if slices.ContainsFunc(asked[:i], func(o int) bool { return rd.BelongsToAccused(r.Query.Mentions[o].IDs) }) {
			delete(speakers, k) // "in what words did the ministry let the council's accusation pass?"
			continue
		}
		i := m.From - 1
		for i > 0 && (tokens[i].Word == "the" || tokens[i].Word == "of" || tokens[i].Word == "to") {
			i--
		}
		seen := i > 0 && (tokens[i].Word == "into" || tokens[i].Word == "behind") // "what does the ministry read into the council's accusation?"
		if i >= 0 && (seen || i < m.From-1) && (seen || rd.In(tokens[i], "deny") || rd.In(tokens[i], "reply") || rd.In(tokens[i], "say") || rd.In(tokens[i], "call")) && slices.ContainsFunc(r.Query.Mentions, func(o corpus.Mention) bool { return o.From < m.From && rd.BelongsToAccused(o.IDs) }) {
			delete(speakers, k)
		}
	}
}

// toldOf returns whom a topic belongs to where no claim speaks of the topic itself: of "the guild's
// study" that is entered as a name and no more, what the guild says.
func (rd *Reader) toldOf(ids []string) []string {
	if entity := rd.Corpus.Entity(ids[0]); len(ids) == 1 && entity != nil && entity.Kind == corpus.Topic && entity.Of != "" && len(rd.Index.Entity(ids[0])) == 0 {
		return []string{entity.Of}
	}
	return ids
}

// inMatter returns, of several entities that a name may stand for, those of the affair of
// somebody whom the question names too: "does the ministry deny the harbour case?", where
// two states have a ministry and one of them a harbour case.
func (rd *Reader) inMatter(r *Request, m corpus.Mention) []string {
	if len(m.IDs) < 2 || len(rd.AllAccused) < 2 {
		return m.IDs
	}
	for _, o := range r.Query.Mentions {
		if len(o.IDs) != 1 || o.Weak || len(rd.Affairs[o.IDs[0]]) != 1 {
			continue
		}
		if mine := slices.DeleteFunc(slices.Clone(m.IDs), func(id string) bool { return !slices.Contains(rd.Affairs[id], rd.Affairs[o.IDs[0]][0]) }); len(mine) > 0 {
			return mine
		}
	}
	return m.IDs
}

// looksLikeName tells whether a word is written as a name is: a capital within
// a sentence that is otherwise written small.
func (rd *Reader) looksLikeName(q *intent.Query, i int) bool {
	if i == 0 || !q.Tokens[i].Caps || q.Tokens[i].Upper {
		return false
	}
	small, all := 0, 0
	for k, t := range q.Tokens {
		if k == 0 || slices.ContainsFunc(q.Mentions, func(m corpus.Mention) bool { return m.From <= k && k < m.To }) {
			continue
		}
		all++
		small += record.BoolInt(!t.Caps && !t.Number)
	}
	return small*2 > all
}

// otherMatter tells whether a role without a name is found only in another affair than that of
// somebody whom the question names.
func (rd *Reader) otherMatter(r *Request, m corpus.Mention) bool {
	mine := rd.Affairs[m.IDs[0]]
	return len(rd.AllAccused) > 1 && len(mine) == 1 && slices.ContainsFunc(r.Query.Mentions, func(o corpus.Mention) bool {
		return !o.Weak && len(o.IDs) > 0 && len(rd.Affairs[o.IDs[0]]) == 1 && rd.Affairs[o.IDs[0]][0] != mine[0]
	})
}
