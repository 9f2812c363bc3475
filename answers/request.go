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

// A request is a question together with what the conversation adds to it: what
// is asked for, and about what.
type request struct {
	query   *intent.Query
	thread  Thread
	intent  string
	aspect  string
	facet   corpus.Facet
	terms   []term
	names   []name
	reports []string
	figures []language.Figure
	dates   []language.Date
	except  []string // entities that the question leaves aside
	aside   []term   // words of what it leaves aside: "besides a tip"
	quotes  []string // what it puts in quotation marks, folded

	party         []string // the accused whom the conversation is about
	accused       []string // accused parties that the question names
	accusedSpeaks bool     // asks what the accused says
	othersReply   bool     // asks what somebody other than the accused replies
	accusing      bool     // asks what others say of the accused
	counts        bool     // "how many"
	counted       string   // stem of the name that follows it, if a name does
	strangers     []string // words that look like names nobody entered
	lowers        []string // words in small letters that nobody knows: slang, or names typed in haste
	leans         bool     // taken together with the thread
	focus         []*corpus.Claim
}

type term struct {
	intent.Term
	weight  float64
	foreign bool // a word with a meaning of its own that no claim has
	stray   bool // a plain word that narrows little, or means nothing to the lexicon and the corpus
	framing bool // "say", "accusation": it tells of speech, not of a matter
	light   bool // of these, one that narrows little in any question
}

// A name is an entity, or several that share a name, that the question is about.
type name struct {
	ids     []string
	around  []string // owners, which are nearly as good
	weight  float64
	speaker bool     // asked about as the one who says it
	either  []string // where it is one of two joined by "or": the other
	target  bool     // asked about as the one accused of it
	person  bool     // a person who stands for the accused, in passing
	voice   bool     // a body, outlet or person that makes claims
	weak    bool     // found by role alone
	from    int      // first token; -1 when it comes from the thread
}

// part is how much a claim that gives the entity this part fits the question.
func (n *name) part(r corpus.Relation) float64 {
	best := 0.0
	for _, p := range n.parts() {
		if r&p.relation != 0 {
			best = max(best, p.value)
		}
	}
	return best
}

type part struct {
	relation corpus.Relation
	value    float64
}

var (
	speakerParts = []part{{corpus.AsSpeaker, 1}, {corpus.AsOwner, 0.9}, {corpus.AsLink, 0.8}, {corpus.AsDefined, 0.3}, {corpus.AsText | corpus.AsTarget | corpus.AsActor | corpus.AsIncident | corpus.AsAsset | corpus.AsPlace, 0.2}}
	targetParts  = []part{{corpus.AsTarget | corpus.AsActor, 1}, {corpus.AsIncident | corpus.AsText, 0.6}, {corpus.AsDefined, 0.3}, {corpus.AsSpeaker | corpus.AsOwner | corpus.AsLink, 0.1}}
	anyParts     = []part{{corpus.AsSpeaker, 0.95}, {corpus.AsTarget | corpus.AsIncident | corpus.AsActor | corpus.AsDefined, 1}, {corpus.AsOwner, 0.75}, {corpus.AsLink, 0.7}, {corpus.AsAsset | corpus.AsPlace, 0.9}, {corpus.AsText, 0.7}}
)

func (n *name) parts() []part {
	switch {
	case n.speaker:
		return speakerParts
	case n.target:
		return targetParts
	}
	return anyParts
}

// specific tells whether the question is about something, beside how it asks.
func (r *request) specific() bool {
	for _, t := range r.terms {
		if !t.Asked {
			return true
		}
	}
	return len(r.names) > 0 || len(r.figures) > 0
}

func (r *request) hasContent() bool {
	return r.specific() || len(r.reports) > 0 || len(r.dates) > 0
}

// read turns an utterance into a request.
func (e *Engine) read(q Question) *request {
	query := e.reader.Read(q.Text)
	r := &request{query: query, thread: q.Thread, figures: query.Figures, dates: query.Dates}
	if query.Asks != nil {
		r.intent, r.aspect = query.Asks.Rule.Intent, query.Asks.Rule.Aspect
	}
	if talk[r.intent] && (len(query.Mentions) > 0 || len(query.Figures) > 0) {
		// "hey, how much ...": what is asked beside the greeting
		r.intent, r.aspect = "", ""
		for _, reading := range query.Readings {
			if !talk[reading.Rule.Intent] {
				r.intent, r.aspect = reading.Rule.Intent, reading.Rule.Aspect
				break
			}
		}
	}
	if query.Facet != nil {
		r.facet = query.Facet.Rule.Facet
		r.counts = r.facet == corpus.FacetCount
	}
	r.quotes = quoted(query.Tokens)
	e.readTerms(r)
	e.readMentions(r)
	for _, report := range e.corpus.Reports {
		for _, quote := range r.quotes {
			if strings.Contains(e.titles[report.ID], " "+quote+" ") {
				r.reports = appendNew(r.reports, report.ID)
			}
		}
	}
	e.readTitles(r)
	e.setAside(r)
	e.dropCounts(r)
	e.lean(r)
	if len(r.parties()) == 0 {
		r.party = e.affairOf(r)
	}
	if len(r.parties()) == 0 && len(e.parties) > 1 && len(r.focus) > 0 && len(r.names)+len(r.reports) == 0 {
		r.party = []string{r.focus[0].Report().Accused} // the conversation goes on about them
	}
	if r.intent == "" {
		r.intent = "fact"
	}
	return r
}

func (e *Engine) readTerms(r *request) {
	lightWord, polarity := e.lexicon.Concept("light-word"), e.lexicon.Concept("polarity")
	slips := 0
	for _, t := range r.query.Tokens {
		slips += boolInt(t.Repaired)
	}
	for _, t := range r.query.Terms {
		weight := 0.0
		df := len(e.index.Stem(t.Stem))
		for _, c := range t.Concepts {
			if n := len(e.index.Concept(c)); n > 0 && (df == 0 || n < df && len(e.index.Stem(t.Stem)) == 0) {
				df = n
			}
		}
		foreign, stray, light := false, false, false
		switch {
		case df > 0:
			weight = e.index.Rarity(df)
		case len(t.Concepts) > 0:
			weight = e.index.Rarity(1)
			foreign = true
		case t.Plain && !e.looksLikeName(r.query, t.From):
			weight, stray = e.index.Rarity(1)*strayFactor, true
		default:
			weight = e.index.Rarity(1) * strangerFactor
			foreign = true
			word := r.query.Tokens[t.From]
			switch {
			case t.Asked || word.Number || word.Quoted || word.Link || len(word.Word) < 3:
				weight, foreign = 0, false
			case word.Caps:
				r.strangers = append(r.strangers, e.fullName(r.query, t.From))
			case slips >= 2:
				weight, foreign, stray = e.index.Rarity(1)*strayFactor, false, true // one more slip, most likely
			default:
				r.lowers = append(r.lowers, word.Text)
			}
		}
		if t.To == t.From+1 && slices.Contains(e.lexicon.Concepts(r.query.Tokens[t.From].Word, t.Stem), lightWord) {
			weight, foreign, stray, light = weight*lightFactor, false, true, true
		}
		concepts := e.lexicon.Concepts(r.query.Tokens[t.From].Word, t.Stem)
		t.Asked = t.Asked || slices.Contains(concepts, polarity)
		framing := slices.Contains(concepts, e.lexicon.Concept("say")) || slices.Contains(concepts, e.lexicon.Concept("accusation-word"))
		r.terms = append(r.terms, term{t, weight, foreign && !t.Asked, stray, framing, light})
	}
}

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
	var out []string
	for _, n := range r.names {
		if affair := e.affairs[n.ids[0]]; len(affair) == 1 && !n.weak {
			out = appendNew(out, affair...)
		}
	}
	for _, id := range r.reports {
		out = appendNew(out, e.corpus.Report(id).Accused)
	}
	if len(e.accused) < 2 || len(out) > 1 {
		return nil
	}
	return out
}

// inEnglish tells whether at least half of the question's words are English, or
// names that the reports have.
func (e *Engine) inEnglish(q *intent.Query) bool {
	all, other := 0, 0
	for k, t := range q.Tokens {
		if t.Number || t.Link || t.Word == "" || len(t.Word) == 1 {
			continue
		}
		all++
		named := slices.ContainsFunc(q.Mentions, func(m corpus.Mention) bool { return m.From <= k && k < m.To })
		if !named && (t.Repaired || !e.lexicon.Knows(t.Word) || t.Word[0] >= utf8.RuneSelf) {
			other++
		}
	}
	return other < 2 && all > 1 || 2*other <= all
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

// readMentions sorts what is named into the accused, speakers, reports and the rest.
func (e *Engine) readMentions(r *request) {
	speakers, targets, asReport := map[int]bool{}, map[int]bool{}, map[int]bool{}
	for _, slot := range r.query.Slots {
		for _, k := range slot.Mentions {
			switch slot.Rule.Slot {
			case "speaker":
				speakers[k] = true
			case "target":
				targets[k] = true
			case "report":
				e.nameReport(r, r.query.Mentions[k])
				asReport[k] = len(r.reports) > 0
			case "replier":
				if ids := r.query.Mentions[k].IDs; len(ids) > 0 {
					speakers[k] = speakers[k] || !e.isAccused(ids) && !e.speaksForAccused(ids) && !e.everSpeaks(ids)
					r.accusedSpeaks = r.accusedSpeaks || e.speaksForAccused(ids)
					r.othersReply = r.othersReply || !e.speaksForAccused(ids)
				}
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
		if e.leftAside(r, m) {
			r.except = appendNew(r.except, m.IDs...)
			continue
		}
		if m.Weak && (e.ofAnother(r, m) || e.elsewhereRole(r, m)) {
			continue
		}
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
		r.names = append(r.names, name{person: person, voice: e.speaks[m.IDs[0]], ids: m.IDs, around: e.around(m.IDs), weight: weight, speaker: speakers[k], target: targets[k] && !speakers[k], weak: m.Weak, from: m.From})
	}
	if tokens := r.query.Tokens; r.counts && r.counted == "" {
		for i := 1; i < len(tokens); i++ {
			if tokens[i-1].Word == "many" && !e.lexicon.Ignorable(tokens[i].Word) {
				r.counted = tokens[i].Stem // "how many hackers": not their attacks
			}
		}
	}
	r.joinAlternatives()
	e.numbered(r)
	if len(r.query.Slots) > 0 && !r.accusedSpeaks {
		for _, n := range r.names {
			r.accusing = r.accusing || n.speaker && !e.speaksForAccused(n.ids)
		}
	}
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
	for i >= 0 && e.lexicon.Ignorable(r.query.Tokens[i].Word) && !slices.Contains(e.lexicon.Concepts(r.query.Tokens[i].Word, r.query.Tokens[i].Stem), except) && r.query.Tokens[i].Word != "from" && r.query.Tokens[i].Word != "than" {
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

// setAside takes the words after "besides", "apart from" and the like, up to the
// question itself, for what it does not ask about.
func (e *Engine) setAside(r *request) {
	except := e.lexicon.Concept("except-word")
	from, to := -1, len(r.query.Tokens)
	for i, token := range r.query.Tokens {
		if from >= 0 && i > from && e.opens(token) {
			to = i
			break
		}
		if from >= 0 {
			continue
		}
		if e.in(token, "aside-word") {
			for k := range i {
				if e.in(r.query.Tokens[k], "aside-verb") {
					from, to = k+1, i // "leaving single thefts aside"
				}
			}
			if from >= 0 {
				break
			}
		}
		if slices.Contains(e.lexicon.Concepts(token.Word, token.Stem), except) {
			from = i + 1
		}
		for _, p := range e.lexicon.PhrasesAt(r.query.Tokens, i) {
			if p.Concept == except {
				from = p.To
			}
		}
	}
	if from < 0 || len(r.except) > 0 {
		return
	}
	kept := r.terms[:0:0]
	for _, t := range r.terms {
		switch {
		case t.From < from || t.From >= to || t.From == t.To:
			kept = append(kept, t)
		case t.Known && !t.light && !t.Asked:
			r.aside = append(r.aside, t)
		}
	}
	if len(kept) > 0 || len(r.names) > 0 {
		r.terms = kept
	}
}

// opens tells whether a question begins at the token.
func (e *Engine) opens(token language.Token) bool {
	return e.in(token, "wh-word") || e.in(token, "wh-alone") || e.in(token, "auxiliary")
}

// in tells whether a word belongs to a group of the lexicon.
func (e *Engine) in(token language.Token, group string) bool {
	return slices.Contains(e.lexicon.Concepts(token.Word, token.Stem), e.lexicon.Concept(group))
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
			out = appendNew(out, e.corpus.Owners(id)...)
		}
	}
	return out
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

// dropCounts forgets small plain numbers that count our own things ("the five
// reports", "two denials") and that no claim carries.
func (e *Engine) dropCounts(r *request) {
	r.figures = slices.Clone(r.figures)
	for i, f := range r.figures {
		if f.Unit != "" || f.Scaled || len(e.index.Figure(f)) > 0 {
			continue
		}
		for _, factor := range []float64{1e6, 1e9, 1e12} { // "571" for 571 million
			if g := f; f.Value > 10 || f.Value != float64(int(f.Value)) {
				g.Value, g.Scaled = f.Value*factor, true
				if len(e.index.Figure(g)) > 0 {
					r.figures[i] = g
				}
			}
		}
	}
	r.figures = slices.DeleteFunc(r.figures, func(f language.Figure) bool {
		return !f.Money() && f.Unit != "%" && (f.Value <= 10 || len(e.index.Figure(f)) == 0)
	})
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

func appendNew(list []string, more ...string) []string {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// asks tells whether the question uses a word or expression of the group.
func (e *Engine) asks(r *request, group string) bool {
	concept := e.lexicon.Concept(group)
	for i, token := range r.query.Tokens {
		if slices.Contains(e.lexicon.Concepts(token.Word, token.Stem), concept) {
			return true
		}
		for _, p := range e.lexicon.PhrasesAt(r.query.Tokens, i) {
			if p.Concept == concept {
				return true
			}
		}
	}
	return false
}

// quoted returns the runs of two words and more that stand in quotation marks.
func quoted(tokens []language.Token) []string {
	var out []string
	for i := 0; i < len(tokens); i++ {
		if !tokens[i].Quoted {
			continue
		}
		from := i
		for i < len(tokens) && tokens[i].Quoted {
			i++
		}
		if i-from >= 2 && i-from <= 40 {
			out = append(out, corpus.Joined(tokens[from:i]))
		}
	}
	return out
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
			piece := " " + corpus.Joined(tokens[from:i]) + " "
			var named []string
			for id, title := range e.titles {
				if strings.Contains(title, piece) {
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
