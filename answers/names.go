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

// fullName returns the capitalised words around one that nobody entered: "Park Jin
// Hyok" for "Jin".
func (e *Engine) fullName(q *intent.Query, i int) string {
	part := func(k int) bool {
		return k < len(q.Tokens) && e.looksLikeName(q, k) && !q.Tokens[k].Number && !e.lexicon.Ignorable(q.Tokens[k].Word) &&
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

// affairOf returns the accused whom the question's names and reports are about,
// where it is one alone.
func (e *Engine) affairOf(r *request) []string {
	var out, weak []string
	for _, n := range r.names {
		switch affair := e.affairs[n.ids[0]]; {
		case len(affair) != 1:
		case n.weak:
			weak = appendNew(weak, affair...)
		default:
			out = appendNew(out, affair...)
		}
	}
	for _, id := range r.reports {
		out = appendNew(out, e.corpus.Report(id).Accused)
	}
	if len(out) == 0 {
		out = weak // "into the river", where one affair has a river
	}
	if len(e.accused) < 2 || len(out) > 1 {
		return nil
	}
	return out
}

// named tells whether the question itself names somebody, the accused among them.
func (r *request) named() bool {
	return len(r.accused) > 0 || slices.ContainsFunc(r.names, func(n name) bool { return n.from >= 0 })
}

// noReplier tells whether a mention merely stands before words of replying: a report
// that has them ("according to the Post, ..."), what cannot say anything, or whose
// allegations they are that the accused speaks of.
func (e *Engine) noReplier(r *request, m corpus.Mention) bool {
	if kind := e.corpus.Entity(m.IDs[0]).Kind; kind == corpus.Programme || kind == corpus.Asset || kind == corpus.Incident {
		return true
	}
	if e.speaksForAccused(m.IDs) || m.To == len(r.query.Tokens) {
		return false
	}
	return len(m.Reports) > 0 || !e.canSpeak(m.IDs[0]) && !e.canSay(e.corpus.Entity(m.IDs[0]).Kind) || e.in(r.query.Tokens[m.To], "accusation-noun")
}

// readMentions sorts what is named into the accused, speakers, reports and the rest.
func (e *Engine) readMentions(r *request) {
	speakers, sources, targets, asReport := map[int]bool{}, map[int]bool{}, map[int]bool{}, map[int]bool{}
	first := len(r.query.Tokens) // of the mentions that reply
	for _, slot := range r.query.Slots {
		for _, k := range slot.Mentions {
			switch slot.Rule.Slot {
			case "speaker":
				speakers[k] = true
			case "source":
				sources[k] = true
			case "target":
				targets[k] = true
			case "report":
				e.nameReport(r, r.query.Mentions[k])
				asReport[k] = len(r.reports) > 0
			case "replier":
				if ids := r.query.Mentions[k].IDs; len(ids) > 0 {
					speakers[k] = speakers[k] || !e.isAccused(ids) && !e.speaksForAccused(ids) && !e.everSpeaks(ids)
					if m := r.query.Mentions[k]; m.From < first && !e.noReplier(r, m) { // "the body's response to the ministry's denial"
						first = m.From
						r.accusedSpeaks, r.othersReply = e.speaksForAccused(ids), !e.speaksForAccused(ids)
						r.replier = ids
					}
				}
			}
		}
	}
	for k := range sources { // "what would the mill have taken, according to the owner?": he says it, not the mill
		if ids := r.query.Mentions[k].IDs; len(ids) > 0 && len(r.query.Mentions[k].Reports) == 0 && e.everSpeaks(ids) {
			clear(speakers)
			break
		}
	}
	for k := range sources {
		speakers[k] = true
		if ids := r.query.Mentions[k].IDs; len(ids) > 0 && e.isAccused(ids) {
			r.accusedSpeaks = true // "according to the accused"
		}
	}
	for k := range speakers { // "their envoy to the UN said"
		i := r.query.Mentions[k].From - 1
		for i > 0 && r.query.Tokens[i].Word == "the" {
			i--
		}
		if i > 0 && (r.query.Tokens[i].Word == "to" || r.query.Tokens[i].Word == "at") && e.in(r.query.Tokens[i-1], "envoy-word") {
			delete(speakers, k)
		}
	}
	for k := range speakers { // "his words about the commission's report"
		if i := r.query.Mentions[k].From; !sources[k] && len(r.query.Mentions) > 1 && (i > 0 && e.in(r.query.Tokens[i-1], "about-word") || i > 1 && r.query.Tokens[i-1].Word == "the" && e.in(r.query.Tokens[i-2], "about-word")) {
			delete(speakers, k)
		}
	}
	e.inverted(r, speakers)
	e.rejected(r, speakers)
	for _, slot := range r.query.Slots {
		for _, k := range slot.Mentions {
			if slot.Rule.Slot == "replier" {
				delete(targets, k) // "what does it say about being accused?"
			}
		}
	}
	for k, m := range r.query.Mentions {
		r.reports = appendNew(r.reports, m.Reports...)
		if len(m.IDs) == 0 || len(m.Reports) > 0 && !e.speaks[m.IDs[0]] || asReport[k] {
			continue
		}
		if r.counts && m.From > 0 && r.query.Tokens[m.From-1].Word == "many" {
			r.counted = r.query.Tokens[m.To-1].Stem
		}
		if e.namesake(r, m) {
			tokens := r.query.Tokens
			r.strangers = append(r.strangers, tokens[m.To-1].Text+" "+tokens[m.To].Text+"-"+tokens[m.To+1].Text)
			continue
		}
		if e.ofAnotherName(r, m) {
			r.strangers = append(r.strangers, r.query.Tokens[m.From-1].Text+" "+r.query.Tokens[m.From].Text)
			continue
		}
		if e.leftAside(r, m) {
			r.except = appendNew(r.except, m.IDs...)
			continue
		}
		if m.Weak && (e.ofAnother(r, m) || e.elsewhereRole(r, m) || e.otherMatter(r, m)) {
			continue
		}
		m.IDs = e.toldOf(m.IDs)
		e.namePeople(r, m)
		if e.isAccused(m.IDs) {
			r.accused = appendNew(r.accused, m.IDs...)
			continue
		}
		df := 0
		for _, id := range m.IDs {
			df = max(df, len(e.index.Entity(id)))
		}
		weight := e.index.Rarity(max(df, 1)) * entityFactor
		if m.Weak {
			weight /= 2
		}
		person := e.personal(m.IDs) && !e.everSpeaks(m.IDs)
		if person {
			weight /= 2
		}
		e.nameWords(r, m)
		kind := e.corpus.Entity(m.IDs[0]).Kind
		office := (kind == corpus.Place || kind == corpus.Party) && (m.To < len(r.query.Tokens) && e.in(r.query.Tokens[m.To], "office-word") || m.From > 1 && r.query.Tokens[m.From-1].Word == "of" && e.in(r.query.Tokens[m.From-2], "office-word"))
		located := (kind == corpus.Place || kind == corpus.Party) && m.From > 0 && e.in(r.query.Tokens[m.From-1], "place-preposition") && !speakers[k]
		r.names = append(r.names, name{office: office, located: located, person: person, voice: e.speaks[m.IDs[0]], ids: m.IDs, around: e.around(m.IDs), weight: weight, speaker: speakers[k] && !targets[k] && (e.everSpeaks(m.IDs) || e.canSay(kind)), target: targets[k], weak: m.Weak, from: m.From})
	}
	if tokens := r.query.Tokens; r.counts && r.counted == "" {
		for i := 1; i < len(tokens); i++ {
			if tokens[i-1].Word == "many" && !e.lexicon.Ignorable(tokens[i].Word) && !e.in(tokens[i], "times-word") {
				r.counted = tokens[i].Stem // "how many hackers": not their attacks
			}
		}
	}
	r.joinAlternatives()
	e.numbered(r)
	e.unheardBodies(r)
	r.unknownOrgan, r.neverHit = e.namesUnknownOrgan(r), e.neverHit(r)
	if len(r.query.Slots) > 0 && !r.accusedSpeaks {
		for _, n := range r.names {
			r.accusing = r.accusing || n.speaker && !e.speaksForAccused(n.ids)
		}
	}
}

// namesake tells whether a person's name stands before the rest of another name, which
// nobody entered: "Lee" of "Lee Mi-rae".
func (e *Engine) namesake(r *request, m corpus.Mention) bool {
	if e.corpus.Entity(m.IDs[0]).Kind != corpus.Person || m.To+1 >= len(r.query.Tokens) {
		return false
	}
	first, second := r.query.Tokens[m.To], r.query.Tokens[m.To+1]
	letters := func(t language.Token) bool {
		return len(t.Word) > 1 && !strings.ContainsFunc(t.Word, func(r rune) bool { return !unicode.IsLetter(r) })
	}
	return r.query.Tokens[m.To-1].Caps && first.Caps && !first.Upper && letters(first) && second.Start-first.End == 1 && !second.Caps && letters(second) && !e.lexicon.Knows(second.Word) &&
		!slices.ContainsFunc(r.query.Mentions, func(o corpus.Mention) bool { return o.From <= m.To+1 && o.To > m.To })
}

// ofAnother tells whether a role ("their leader") is that of somebody whom the
// conversation is about, and not of the only one who has such a role.
func (e *Engine) ofAnother(r *request, m corpus.Mention) bool {
	if m.From == 0 || len(r.thread.Entities) == 0 {
		return false
	}
	if !e.in(r.query.Tokens[m.From-1], "possessive") {
		return false
	}
	return !slices.ContainsFunc(m.IDs, func(id string) bool {
		return slices.ContainsFunc(r.thread.Entities, func(about string) bool { return e.corpus.BelongsTo(id, about) || e.corpus.BelongsTo(about, id) })
	})
}

// elsewhereRole tells whether a role without a name ("the spokesperson") is found
// only in another affair than the one that the conversation is about.
func (e *Engine) elsewhereRole(r *request, m corpus.Mention) bool {
	if len(e.parties) < 2 || len(r.thread.Claims) == 0 {
		return false
	}
	claim := e.corpus.Claim(r.thread.Claims[0])
	return claim != nil && !slices.ContainsFunc(m.IDs, func(id string) bool { return slices.Contains(e.affairs[id], claim.Report().Accused) })
}

// numbered takes a capitalised word and a number after it ("Room 39") for a name,
// where nobody entered it.
func (e *Engine) numbered(r *request) {
	tokens := r.query.Tokens
	for i := 1; i+1 < len(tokens); i++ {
		word, number := tokens[i], tokens[i+1]
		if !e.looksLikeName(r.query, i) || word.Number || !number.Number || len(number.Word) > 4 || strings.ContainsAny(number.Word, ".,") {
			continue
		}
		taken := slices.ContainsFunc(r.query.Mentions, func(m corpus.Mention) bool { return m.From <= i+1 && m.To > i }) ||
			slices.ContainsFunc(r.query.Dates, func(d language.Date) bool { return d.From <= i+1 && d.To > i })
		if !taken {
			r.strangers = append(r.strangers, word.Text+" "+number.Text)
		}
	}
}

// unheardBodies takes two capitalised words for a name where the second is what
// bodies are called ("Harvest Ministry") and nobody entered it.
func (e *Engine) unheardBodies(r *request) {
	tokens := r.query.Tokens
	for i := 1; i+1 < len(tokens); i++ {
		taken := slices.ContainsFunc(r.query.Mentions, func(m corpus.Mention) bool { return m.From <= i+1 && m.To > i })
		if !taken && e.looksLikeName(r.query, i) && e.looksLikeName(r.query, i+1) && e.in(tokens[i+1], "body-noun") && tokens[i+1].Start-tokens[i].End == 1 {
			r.strangers = append(r.strangers, tokens[i].Text+" "+tokens[i+1].Text)
		}
	}
}

// joinAlternatives notes which names stand for one another: "missiles or bombs".
func (r *request) joinAlternatives() {
	if r.intent == "compare" || r.intent == "order" || r.intent == "same" {
		return
	}
	for i := 0; i+1 < len(r.names); i++ {
		a, b := &r.names[i], &r.names[i+1]
		for k := a.from; k >= 0 && k < b.from && b.from-a.from <= 5; k++ {
			if r.query.Tokens[k].Word == "or" {
				a.either, b.either = b.ids, a.ids
			}
		}
	}
}

// leftAside tells whether a name stands after "besides", "apart from" and the like.
func (e *Engine) leftAside(r *request, m corpus.Mention) bool {
	except := e.lexicon.Concept("except-word")
	i := m.From - 1
	if i >= 0 && e.in(r.query.Tokens[i], "dropping-word") && len(r.query.Mentions) > 1 {
		return true // "forget the mill, what about the dam?"
	}
	if e.corrected(r, m) {
		return true
	}
	for i >= 0 && e.lexicon.Ignorable(r.query.Tokens[i].Word) && !slices.Contains(e.lexicon.Concepts(r.query.Tokens[i].Word, r.query.Tokens[i].Stem), except) && !e.endsExcept(r, i) {
		i--
	}
	for from := max(0, i-1); from <= i; from++ {
		if slices.Contains(e.lexicon.Concepts(r.query.Tokens[from].Word, r.query.Tokens[from].Stem), except) && from == i {
			return true
		}
		for _, p := range e.lexicon.PhrasesAt(r.query.Tokens, from) {
			if p.Concept == except && p.To == i+1 {
				return true
			}
		}
	}
	return false
}

// nameWords lets the words of a long name prefer claims that have them: "the
// leaked report" means more than whose report it is.
func (e *Engine) nameWords(r *request, m corpus.Mention) {
	if m.To-m.From < 2 {
		return
	}
	for i := m.From; i < m.To; i++ {
		token := r.query.Tokens[i]
		if df := len(e.index.Stem(token.Stem)); df > 0 && !e.lexicon.Ignorable(token.Word) {
			r.terms = append(r.terms, term{Term: intent.Term{From: i, To: i + 1, Stem: token.Stem, Asked: true, Known: true, Plain: true}, weight: 2 * e.index.Rarity(df)})
		}
	}
}

// nameReport reads a name as standing for a report: its publisher, or whoever
// the report's claims come from ("the Reuters article").
func (e *Engine) nameReport(r *request, m corpus.Mention) {
	if len(m.Reports) > 0 {
		r.reports = appendNew(r.reports, m.Reports...)
		return
	}
	var of []string
	for _, id := range m.IDs {
		if e.accuses[id] && e.corpus.Entity(id).Kind == corpus.Outlet {
			return // "the paper's story" is what it says
		}
		for _, p := range e.index.Entity(id) {
			if p.Relation&(corpus.AsSpeaker|corpus.AsLink|corpus.AsOwner) != 0 {
				of = appendNew(of, e.corpus.Claims[p.Claim].Report().ID)
			}
		}
	}
	if len(of) == 1 {
		r.reports = appendNew(r.reports, of...)
	}
}

// readTitles lets a piece of a title name its report: "the king of thieves
// article", where no other title has these words.
func (e *Engine) readTitles(r *request) {
	tokens := r.query.Tokens
	concept := e.lexicon.Concept("report-word")
	for i := range tokens {
		if i < 2 || !slices.Contains(e.lexicon.Concepts(tokens[i].Word, tokens[i].Stem), concept) {
			continue
		}
		for from := max(0, i-6); from <= i-2; from++ {
			if !slices.ContainsFunc(tokens[from:i], func(t language.Token) bool { return !e.lexicon.Ignorable(t.Word) }) {
				break // "of the" stands in many a title
			}
			piece := " " + corpus.Joined(tokens[from:i]) + " "
			var named []string
			for id, title := range e.titles {
				if strings.Contains(title, piece) || e.slugs[id] == piece {
					named = append(named, id)
				}
			}
			if len(named) == 1 {
				r.reports = appendNew(r.reports, named...)
				r.quotes = slices.DeleteFunc(r.quotes, func(q string) bool { return strings.Contains(piece, " "+q+" ") })
				for k := range r.terms {
					r.terms[k].Asked = r.terms[k].Asked || r.terms[k].From >= from && r.terms[k].To <= i
				}
				break
			}
		}
	}
}
