package reading

import (
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
	"allegedly/answers/record"
)

// neverHit tells whether it is asked whether somebody was hit ("was the auditor robbed?")
// whom no report gives as hit: that its data or its words are about such deeds is no answer.
func (rd *Reader) neverHit(r *Request) bool {
	tokens := r.Query.Tokens
	return slices.ContainsFunc(r.Query.Mentions, func(m corpus.Mention) bool {
		if len(m.IDs) == 0 || m.Weak || len(m.Reports) > 0 {
			return false
		}
		switch rd.Corpus.Entity(m.IDs[0]).Kind {
		case corpus.Body, corpus.Company, corpus.Outlet, corpus.Person:
		default:
			return false
		}
		before := m.From - 1
		for before > 0 && tokens[before].Word == "the" {
			before--
		}
		if ends := m.To == len(tokens) || rd.In(tokens[m.To], "place-preposition") || tokens[m.To].Number; ends && (rd.hitByVerb(tokens, before) || rd.takenFrom(tokens, before)) {
			return !rd.everHit(m.IDs)
		}
		verb := m.To
		if verb >= len(tokens) {
			return false
		}
		for verb+1 < len(tokens) && (rd.In(tokens[verb], "light-word") || rd.In(tokens[verb], "get-word") || tokens[verb].Word == "been") {
			verb++ // "ever", "get"
		}
		how := before == 1 && rd.Opens(tokens[0]) && rd.In(tokens[before], "be-word") // "how was the auditor robbed?"
		if before != 0 && !how || !rd.In(tokens[before], "auxiliary") && !rd.In(tokens[before], "be-word") || !strings.HasSuffix(tokens[verb].Word, "ed") && tokens[verb].Word != "hit" || !rd.In(tokens[verb], "single-incident") && !rd.In(tokens[verb], "misdeed-word") {
			return false
		}
		if !rd.In(tokens[before], "be-word") && verb == m.To {
			return false // "has the auditor hacked them?"
		}
		return !rd.everHit(m.IDs)
	})
}

// hitByVerb tells whether the word at i does to what follows it what an incident does: "who
// hacked", "did they ever rob". An attack may be one of words.
func (rd *Reader) hitByVerb(tokens []language.Token, i int) bool {
	if i < 1 || !rd.In(tokens[i], "single-incident") && !rd.In(tokens[i], "hit-word") {
		return false
	}
	if tokens[0].Word == "who" {
		return i == 1
	}
	return i > 1 && rd.In(tokens[0], "auxiliary") && tokens[i].Stem != "attack" && tokens[i].Stem != "target" &&
		tokens[i-1].Word != "the" && tokens[i-1].Word != "a"
}

// takenFrom tells whether something is said to be taken from what follows: "stolen from", "the
// loot it took from".
func (rd *Reader) takenFrom(tokens []language.Token, i int) bool {
	return i > 1 && tokens[i].Word == "from" && slices.ContainsFunc(tokens[i-2:i], func(t language.Token) bool { return rd.In(t, "steal") && t.Stem != "take" })
}

// everHit tells whether a claim gives one of the entities as hit.
func (rd *Reader) everHit(ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool {
		return slices.ContainsFunc(rd.Index.Entity(id), func(p corpus.Posting) bool { return p.Relation&(corpus.AsTarget|corpus.AsIncident) != 0 })
	})
}

// ofAnotherName tells whether a plain word that no report has stands before what a role
// alone names, and a word for an incident after it: "the harmony bridge hack" is not about
// the one bridge that the reports have.
func (rd *Reader) ofAnotherName(r *Request, m corpus.Mention) bool {
	tokens := r.Query.Tokens
	if !m.Weak || m.To-m.From != 1 || m.From == 0 || m.To >= len(tokens) || !rd.In(tokens[m.To], "single-incident") {
		return false
	}
	word := tokens[m.From-1]
	if word.Number || word.Word == "the" || rd.Lexicon.Ignorable(word.Word) || len(rd.Lexicon.Concepts(word.Word, word.Stem)) > 0 || verbShaped(word.Word) || len(rd.Index.Stem(word.Stem)) > 0 {
		return false
	}
	return !slices.ContainsFunc(r.Query.Mentions, func(o corpus.Mention) bool { return o.From < m.From && o.To == m.From })
}

// ofAnotherOrgan tells whether what another ministry is for stands before what a ministry is
// called for short: the defence ministry is not the one ministry of the reports.
func (rd *Reader) ofAnotherOrgan(r *Request, m corpus.Mention) bool {
	tokens, last := r.Query.Tokens, m.To-1
	if last < 1 || !rd.In(tokens[last-1], "ministry-field") || m.From < last && tokens[m.From].Word != "the" {
		return false
	}
	return !slices.ContainsFunc(m.IDs, func(id string) bool {
		entity := rd.Corpus.Entity(id)
		return slices.ContainsFunc(append([]string{entity.Name}, entity.Aliases...), func(name string) bool {
			return slices.ContainsFunc(language.Split(name), func(t language.Token) bool { return t.Word == tokens[last-1].Word })
		})
	})
}

// otherOrgans takes "Japan's health ministry" for a name that nobody entered, where no ministry of
// the reports is called so.
func (rd *Reader) otherOrgans(r *Request) {
	tokens := r.Query.Tokens
	for i := 0; i+1 < len(tokens); i++ {
		if !rd.In(tokens[i], "ministry-field") || !rd.In(tokens[i+1], "organ-noun") || slices.ContainsFunc(r.Query.Mentions, func(m corpus.Mention) bool { return m.From <= i+1 && i+1 < m.To }) {
			continue
		}
		if at := slices.IndexFunc(r.Query.Mentions, func(m corpus.Mention) bool { return m.To == i }); at >= 0 {
			if ids := r.Query.Mentions[at].IDs; len(ids) == 0 || rd.Corpus.Entity(ids[0]).Kind != corpus.Place && rd.Corpus.Entity(ids[0]).Kind != corpus.Party {
				continue // the paper's name and the ministry's stand beside each other
			}
		}
		r.Strangers = record.AppendNew(r.Strangers, tokens[i].Text+" "+tokens[i+1].Text)
	}
}

// namesIncident tells whether a plain word that no report has stands where the name of an
// incident does: "the qubit hack". An adjective does not name it.
func (rd *Reader) namesIncident(r *Request, t intent.Term) bool {
	tokens := r.Query.Tokens
	if t.To >= len(tokens) || t.To != t.From+1 || !rd.In(tokens[t.To], "single-incident") || rd.In(tokens[t.From], "light-word") {
		return false
	}
	if t.From > 1 || t.From == 1 && tokens[0].Word != "the" && !rd.Opens(tokens[0]) {
		return false
	}
	return !Adjectival(tokens[t.From].Word)
}

// Adjectival tells whether a word ends as adjectives and adverbs do.
func Adjectival(word string) bool {
	return slices.ContainsFunc([]string{"ed", "ing", "ous", "ful", "al", "ive", "ic", "ish", "less", "able", "est", "ly", "ane", "er", "zy", "ty"}, func(ending string) bool { return strings.HasSuffix(word, ending) })
}

// namePeople lets the name of a people ("the Larnians", "Larn's people") prefer claims that tell of people.
func (rd *Reader) namePeople(r *Request, m corpus.Mention) {
	last := r.Query.Tokens[m.To-1].Word
	folk := m.To < len(r.Query.Tokens) && rd.In(r.Query.Tokens[m.To], "people")
	kind := rd.Corpus.Entity(m.IDs[0]).Kind
	if kind != corpus.Party && kind != corpus.Place || !strings.HasSuffix(last, "ans") && !folk {
		return
	}
	people := rd.Lexicon.Concept("people")
	if n := len(rd.Index.Concept(people)); n > 0 {
		r.Terms = append(r.Terms, Term{Term: intent.Term{From: m.From, To: m.To, Concepts: []language.Concept{people}, Asked: true, Known: true, Plain: true}, Weight: rd.Index.Rarity(n)})
	}
}
