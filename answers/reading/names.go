package reading

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"allegedly/answers/corpus"
	"allegedly/answers/intent"
	"allegedly/answers/language"
	"allegedly/answers/record"
)

// FullName returns the capitalised words around one that nobody entered: "Park Jin
// Hyok" for "Jin".
func (rd *Reader) FullName(q *intent.Query, i int) string {
	part := func(k int) bool {
		return k < len(q.Tokens) && rd.looksLikeName(q, k) && !q.Tokens[k].Number && !rd.Lexicon.Ignorable(q.Tokens[k].Word) &&
			!slices.ContainsFunc(q.Mentions, func(m corpus.Mention) bool { return m.From <= k && k < m.To })
	}
	from, to := i, i+1
	if first, _ := utf8.DecodeRuneInString(q.Tokens[i].Text); !unicode.IsUpper(first) {
		return q.Tokens[i].Text
	}
	for from > 0 && i-from < 2 && part(from-1) && q.Tokens[from].Start-q.Tokens[from-1].End <= 1 {
		from--
	}
	for to-from < 3 && part(to) && q.Tokens[to].Start-q.Tokens[to-1].End <= 1 {
		to++
	}
	var words []string
	for _, t := range q.Tokens[from:to] {
		words = append(words, t.Text)
	}
	return strings.Join(words, " ")
}

// Named tells whether the question itself names somebody, the accused among them.
func (r *Request) Named() bool {
	return len(r.Accused) > 0 || slices.ContainsFunc(r.Names, func(n Name) bool { return n.From >= 0 })
}

// noReplier tells whether a mention merely stands before words of replying: a report
// that has them ("according to the Post, ..."), what cannot say anything, or whose
// allegations they are that the accused speaks of.
func (rd *Reader) noReplier(r *Request, m corpus.Mention) bool {
	if kind := rd.Corpus.Entity(m.IDs[0]).Kind; kind == corpus.Programme || kind == corpus.Asset || kind == corpus.Incident {
		return true
	}
	to := m.From - 1
	if to > 0 && r.Query.Tokens[to].Word == "the" {
		to--
	}
	if to > 0 && rd.In(r.Query.Tokens[to], "accuse") {
		return true // "does the paper accuse the council?"
	}
	if rd.BelongsToAccused(m.IDs) || m.To == len(r.Query.Tokens) {
		return false
	}
	if tokens := r.Query.Tokens; m.From == 1 && rd.In(tokens[0], "be-word") && rd.In(tokens[len(tokens)-1], "deny") {
		return true // "was the body's estimate denied?"
	}
	if to > 0 && r.Query.Tokens[to].Word == "to" && rd.In(r.Query.Tokens[to-1], "reply") {
		return true // "any reply to the body's claims?"
	}
	return len(m.Reports) > 0 || !rd.SaysThings(m.IDs[0]) && !rd.AskedForWords(rd.Corpus.Entity(m.IDs[0]).Kind) || rd.In(r.Query.Tokens[m.To], "accusation-noun")
}

// readMentions sorts what is named into the accused, speakers, reports and the rest.
func (rd *Reader) readMentions(r *Request) {
	speakers, sources, targets, asReport := map[int]bool{}, map[int]bool{}, map[int]bool{}, map[int]bool{}
	first := len(r.Query.Tokens) // of the mentions that reply
	for _, slot := range r.Query.Slots {
		for _, k := range slot.Mentions {
			switch slot.Rule.Slot {
			case "speaker":
				speakers[k] = true
			case "source":
				sources[k] = true
			case "target":
				targets[k] = true
			case "report":
				rd.nameReport(r, r.Query.Mentions[k])
				asReport[k] = len(r.Reports) > 0
			case "replier":
				if ids := r.Query.Mentions[k].IDs; len(ids) > 0 {
					speakers[k] = speakers[k] || !rd.IsAccused(ids) && !rd.BelongsToAccused(ids) && !rd.EverSpeaks(ids)
					if m := r.Query.Mentions[k]; m.From < first && !rd.noReplier(r, m) { // "the body's response to the ministry's denial"
						first = m.From
						r.AccusedSpeaks, r.OthersReply = rd.BelongsToAccused(ids), !rd.BelongsToAccused(ids)
						r.Replier = ids
					}
				}
			}
		}
	}
	for k := range sources { // "what would the mill have taken, according to the owner?": he says it, not the mill
		if ids := r.Query.Mentions[k].IDs; len(ids) > 0 && len(r.Query.Mentions[k].Reports) == 0 && rd.EverSpeaks(ids) {
			clear(speakers)
			break
		}
	}
	for k := range sources {
		speakers[k] = true
		if ids := r.Query.Mentions[k].IDs; len(ids) > 0 && rd.IsAccused(ids) {
			r.AccusedSpeaks = true // "according to the accused"
		}
	}
	for k := range speakers { // "their envoy to the UN said"
		i := r.Query.Mentions[k].From - 1
		for i > 0 && r.Query.Tokens[i].Word == "the" {
			i--
		}
		if i > 0 && (r.Query.Tokens[i].Word == "to" || r.Query.Tokens[i].Word == "at") && rd.In(r.Query.Tokens[i-1], "envoy-word") {
			delete(speakers, k)
		}
	}
	for k := range speakers { // "his words about the commission's report"
		if i := r.Query.Mentions[k].From; !sources[k] && len(r.Query.Mentions) > 1 && (i > 0 && rd.In(r.Query.Tokens[i-1], "about-word") || i > 1 && r.Query.Tokens[i-1].Word == "the" && rd.In(r.Query.Tokens[i-2], "about-word")) {
			delete(speakers, k)
		}
	}
	rd.inverted(r, speakers)
	rd.rejected(r, speakers)
	for _, slot := range r.Query.Slots {
		for _, k := range slot.Mentions {
			if slot.Rule.Slot == "replier" {
				delete(targets, k) // "what does it say about being accused?"
			}
		}
	}
	for k, m := range r.Query.Mentions {
		if len(m.Reports) > 0 && rd.doesNot(r, m) {
			continue
		}
		r.Reports = record.AppendNew(r.Reports, m.Reports...)
		if len(m.IDs) == 0 || len(m.Reports) > 0 && !rd.Speaks[m.IDs[0]] || asReport[k] {
			continue
		}
		if r.Counts && m.From > 0 && r.Query.Tokens[m.From-1].Word == "many" {
			r.Counted = r.Query.Tokens[m.To-1].Stem
		}
		if rd.namesake(r, m) {
			tokens := r.Query.Tokens
			r.Strangers = record.AppendNew(r.Strangers, tokens[m.To-1].Text+" "+tokens[m.To].Text+"-"+tokens[m.To+1].Text)
			continue
		}
		if rd.ofAnotherName(r, m) || rd.ofAnotherOrgan(r, m) {
			r.Strangers = record.AppendNew(r.Strangers, r.Query.Tokens[m.From-1].Text+" "+r.Query.Tokens[m.From].Text)
			continue
		}
		if rd.leftAside(r, m) {
			r.Except = record.AppendNew(r.Except, m.IDs...)
			continue
		}
		if m.Weak && (k > 0 && rd.anothersRole(r.Query.Mentions[k-1], m) || rd.ofAnother(r, m) || rd.ofOthers(r, m) || rd.elsewhereRole(r, m) || rd.otherMatter(r, m)) {
			continue
		}
		if k+1 < len(r.Query.Mentions) && rd.ownerOf(m, r.Query.Mentions[k+1]) {
			continue // "Seoul's spy agency" is the agency
		}
		if k > 0 && rd.homeOf(r.Query.Tokens, m, r.Query.Mentions[k-1]) {
			continue // and so is "the spy agency from Seoul"
		}
		m.IDs = rd.toldOf(rd.inMatter(r, m))
		rd.namePeople(r, m)
		if rd.IsAccused(m.IDs) {
			r.Accused = record.AppendNew(r.Accused, m.IDs...)
			continue
		}
		df := 0
		for _, id := range m.IDs {
			df = max(df, len(rd.Index.Entity(id)))
		}
		if r.Facet == corpus.FacetPurpose && rd.Opens(r.Query.Tokens[0]) && df > spendable && rd.Corpus.Entity(m.IDs[0]).Kind == corpus.Asset {
			continue // "where does the stolen timber go?": it pays for something as money does
		}
		weight := rd.Index.Rarity(max(df, 1)) * nameFactor
		if m.Weak {
			weight /= 2
		}
		person := rd.IsTheirPerson(m.IDs) && !rd.EverSpeaks(m.IDs)
		if person {
			weight /= 2
		}
		rd.nameWords(r, m)
		kind := rd.Corpus.Entity(m.IDs[0]).Kind
		office := (kind == corpus.Place || kind == corpus.Party) && (m.To < len(r.Query.Tokens) && rd.In(r.Query.Tokens[m.To], "office-word") || m.From > 1 && r.Query.Tokens[m.From-1].Word == "of" && rd.In(r.Query.Tokens[m.From-2], "office-word"))
		located := (kind == corpus.Place || kind == corpus.Party) && m.From > 0 && rd.In(r.Query.Tokens[m.From-1], "place-preposition") && !speakers[k]
		r.Names = append(r.Names, Name{Office: office, Located: located, Silent: person, Voice: rd.Speaks[m.IDs[0]], IDs: m.IDs, Around: rd.around(m.IDs), Weight: weight, Speaker: speakers[k] && !targets[k] && (rd.EverSpeaks(m.IDs) || rd.AskedForWords(kind)), Target: targets[k], Weak: m.Weak, From: m.From})
	}
	if tokens := r.Query.Tokens; r.Counts && r.Counted == "" {
		for i := 1; i < len(tokens); i++ {
			if tokens[i-1].Word == "many" && !rd.Lexicon.Ignorable(tokens[i].Word) && !rd.In(tokens[i], "times-word") {
				r.Counted = tokens[i].Stem // "how many hackers": not their attacks
			}
		}
	}
	r.JoinAlternatives()
	rd.numbered(r)
	rd.unheardBodies(r)
	rd.otherOrgans(r)
	r.UnknownOrgan, r.NeverHit = rd.namesUnknownOrgan(r), rd.neverHit(r)
	if len(r.Query.Slots) > 0 && !r.AccusedSpeaks {
		for _, n := range r.Names {
			r.Accusing = r.Accusing || n.Speaker && !rd.BelongsToAccused(n.IDs)
		}
	}
}

// spendable is in how many claims an asset must be for it to stand for all that was taken.
const spendable = 12

// namesake tells whether a person's name stands before the rest of another name, which
// nobody entered: "Lee" of "Lee Mi-rae".
func (rd *Reader) namesake(r *Request, m corpus.Mention) bool {
	if rd.Corpus.Entity(m.IDs[0]).Kind != corpus.Person || m.To+1 >= len(r.Query.Tokens) {
		return false
	}
	first, second := r.Query.Tokens[m.To], r.Query.Tokens[m.To+1]
	letters := func(t language.Token) bool {
		return len(t.Word) > 1 && !strings.ContainsFunc(t.Word, func(r rune) bool { return !unicode.IsLetter(r) })
	}
	return r.Query.Tokens[m.To-1].Caps && first.Caps && !first.Upper && letters(first) && second.Start-first.End == 1 && !second.Caps && letters(second) && !rd.Lexicon.Knows(second.Word) &&
		!slices.ContainsFunc(r.Query.Mentions, func(o corpus.Mention) bool { return o.From <= m.To+1 && o.To > m.To })
}

// ofAnother tells whether a role ("their leader") is that of somebody whom the
// conversation is about, and not of the only one who has such a role.
func (rd *Reader) ofAnother(r *Request, m corpus.Mention) bool {
	if m.From == 0 || len(r.Thread.Entities) == 0 {
		return false
	}
	if !rd.In(r.Query.Tokens[m.From-1], "possessive") {
		return false
	}
	return !slices.ContainsFunc(m.IDs, func(id string) bool {
		return slices.ContainsFunc(r.Thread.Entities, func(about string) bool { return rd.Corpus.BelongsTo(id, about) || rd.Corpus.BelongsTo(about, id) })
	})
}

// ofOthers tells whether a role alone, which is that of one person of the reports, is said to be that of
// another body or group: "the leader of the gang" is not the leader whom they mean.
func (rd *Reader) ofOthers(r *Request, m corpus.Mention) bool {
	if rd.Corpus.Entity(m.IDs[0]).Kind != corpus.Person {
		return false
	}
	return slices.ContainsFunc(r.Query.Mentions, func(o corpus.Mention) bool {
		beside := o.To == m.From || o.From > m.To && o.From <= m.To+2 && rd.In(r.Query.Tokens[m.To], "belonging-preposition")
		return beside && len(o.IDs) > 0 && !o.Weak && !rd.Corpus.BelongsTo(m.IDs[0], o.IDs[0])
	})
}

// elsewhereRole tells whether a role without a name ("the spokesperson") is found
// only in another affair than the one that the conversation is about.
func (rd *Reader) elsewhereRole(r *Request, m corpus.Mention) bool {
	if len(rd.AllAccused) < 2 || len(r.Thread.Claims) == 0 {
		return false
	}
	claim := rd.Corpus.Claim(r.Thread.Claims[0])
	return claim != nil && !slices.ContainsFunc(m.IDs, func(id string) bool { return slices.Contains(rd.Affairs[id], claim.Report().Accused) })
}

// numbered takes a capitalised word and a number after it ("Room 39") for a name,
// where nobody entered it.
func (rd *Reader) numbered(r *Request) {
	tokens := r.Query.Tokens
	for i := 1; i+1 < len(tokens); i++ {
		word, number := tokens[i], tokens[i+1]
		if !rd.looksLikeName(r.Query, i) || word.Start == tokens[0].Start || word.Number || !number.Number || len(number.Word) > 4 || strings.ContainsAny(number.Word, ".,") {
			continue
		}
		taken := slices.ContainsFunc(r.Query.Mentions, func(m corpus.Mention) bool { return m.From <= i+1 && m.To > i }) ||
			slices.ContainsFunc(r.Query.Dates, func(d language.Date) bool { return d.From <= i+1 && d.To > i })
		if !taken {
			r.Strangers = record.AppendNew(r.Strangers, word.Text+" "+number.Text)
		}
	}
}

// unheardBodies takes two capitalised words for a name where the second is what
// bodies are called ("Harvest Ministry") and nobody entered it.
func (rd *Reader) unheardBodies(r *Request) {
	tokens := r.Query.Tokens
	for i := 1; i+1 < len(tokens); i++ {
		taken := slices.ContainsFunc(r.Query.Mentions, func(m corpus.Mention) bool { return m.From <= i+1 && m.To > i })
		if !taken && rd.looksLikeName(r.Query, i) && rd.looksLikeName(r.Query, i+1) && rd.In(tokens[i+1], "body-noun") && tokens[i+1].Start-tokens[i].End == 1 {
			r.Strangers = record.AppendNew(r.Strangers, tokens[i].Text+" "+tokens[i+1].Text)
		}
	}
}

// JoinAlternatives notes which names stand for one another: "missiles or bombs".
func (r *Request) JoinAlternatives() {
	if r.Intent == "compare" || r.Intent == "order" || r.Intent == "same" {
		return
	}
	for i := 0; i+1 < len(r.Names); i++ {
		a, b := &r.Names[i], &r.Names[i+1]
		for k := a.From; k >= 0 && k < b.From && b.From-a.From <= 5; k++ {
			if r.Query.Tokens[k].Word == "or" {
				a.Either, b.Either = b.IDs, a.IDs
			}
		}
	}
}

// doesNot tells whether somebody is only said not to do what another does: "what does the mill say that the dam does
// not?"
func (rd *Reader) doesNot(r *Request, m corpus.Mention) bool {
	rest := r.Query.Tokens[m.To:]
	return len(rest) == 2 && rd.In(rest[0], "auxiliary") && rest[1].Word == "not" && len(r.Query.Mentions) > 1
}

// leftAside tells whether a name stands after "besides", "apart from" and the like, or is said not to do what another does.
func (rd *Reader) leftAside(r *Request, m corpus.Mention) bool {
	except := rd.Lexicon.Concept("except-word")
	i := m.From - 1
	if rd.doesNot(r, m) {
		return true
	}
	if i >= 0 && rd.In(r.Query.Tokens[i], "dropping-word") && len(r.Query.Mentions) > 1 {
		return true // "forget the mill, what about the dam?"
	}
	if i > 0 && r.Query.Tokens[i].Word == "the" && r.Query.Tokens[i-1].Word == "not" {
		i--
	}
	if rd.corrected(r, m) || r.Query.Tokens[max(0, i)].Word == "not" && (i == 0 || i == 1 && rd.In(r.Query.Tokens[0], "going-on")) && len(r.Query.Mentions) > 1 { // "and not the mill, the dam?"
		return true
	}
	for k := i; k > 0 && !rd.Opens(r.Query.Tokens[k]); k-- {
		if t := r.Query.Tokens[k]; t.Word == "than" && r.Query.Tokens[k-1].Word == "rather" {
			return true // "rather than for the old mill or the new one"
		}
	}
	for joined := false; i >= 0; i-- {
		token := r.Query.Tokens[i]
		switch {
		case slices.Contains(rd.Lexicon.Concepts(token.Word, token.Stem), except) || rd.endsExcept(r, i):
			return true
		case rd.In(token, "joining-word"):
			joined = true // "as opposed to ministries or the guild": what is joined to it, too
		case joined:
			joined = false
		case !rd.Lexicon.Ignorable(token.Word):
			return false
		}
	}
	return false
}

// nameWords lets the words of a long name prefer claims that have them: "the
// leaked report" means more than whose report it is.
func (rd *Reader) nameWords(r *Request, m corpus.Mention) {
	if m.To-m.From < 2 {
		return
	}
	for i := m.From; i < m.To; i++ {
		token := r.Query.Tokens[i]
		if df := len(rd.Index.Stem(token.Stem)); df > 0 && !rd.Lexicon.Ignorable(token.Word) {
			r.Terms = append(r.Terms, Term{Term: intent.Term{From: i, To: i + 1, Stem: token.Stem, Asked: true, Known: true, Plain: true}, Weight: 2 * rd.Index.Rarity(df)})
		}
	}
}

// ownerOf tells whether a mention merely says whose the next one is.
func (rd *Reader) ownerOf(m, next corpus.Mention) bool {
	return m.To == next.From && len(next.IDs) > 0 && !slices.ContainsFunc(next.IDs, func(id string) bool {
		return !slices.ContainsFunc(m.IDs, func(owner string) bool { return id != owner && rd.Corpus.BelongsTo(id, owner) })
	})
}

// homeOf tells whether a mention merely says where the one before it is from: "the agency of the north".
func (rd *Reader) homeOf(tokens []language.Token, m, last corpus.Mention) bool {
	from := last.To
	if from < m.From && (tokens[from].Word == "of" || tokens[from].Word == "from" || tokens[from].Word == "in") {
		from++
	}
	if from < m.From && tokens[from].Word == "the" {
		from++
	}
	return last.Weak && from > last.To && rd.ownerOf(corpus.Mention{IDs: m.IDs, To: from}, corpus.Mention{IDs: last.IDs, From: m.From})
}

// anothersRole tells whether a role is said to be that of a country to which nobody who has it belongs: "the southern
// coastguard", where the reports know only a northern one.
func (rd *Reader) anothersRole(owner, m corpus.Mention) bool {
	if owner.To != m.From || len(owner.IDs) == 0 {
		return false
	}
	if kind := rd.Corpus.Entity(owner.IDs[0]).Kind; kind != corpus.Party && kind != corpus.Place {
		return false
	}
	return !slices.ContainsFunc(m.IDs, func(id string) bool {
		return rd.Corpus.Entity(id).Of == "" || slices.ContainsFunc(owner.IDs, func(land string) bool { return rd.Corpus.BelongsTo(id, land) })
	})
}
