package answers

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

const remembered = 6 // entities and claims kept from turn to turn

// lean completes a question that cannot stand alone from what its conversation
// has been about: pronouns, "and the others?", "why?", "source?".
func (e *Engine) lean(r *request) {
	t := r.thread
	for _, key := range t.Claims {
		if claim := e.corpus.Claim(key); claim != nil {
			r.focus = append(r.focus, claim)
		}
	}
	if t.Turns == 0 || len(r.strangers) > 0 || e.backTo(r) {
		return
	}
	e.yearsOff(r)
	e.lesserOf(r)
	e.pointedNoun(r)
	if e.whole(r) {
		return
	}
	r.otherVoice = e.anotherVoice(r)
	e.definedPerson(r)
	e.heSays(r)
	r.another = e.anotherOne(r)
	if len(r.dates) == 0 && e.asks(r, "then-word") {
		for _, d := range t.Dates {
			r.dates = append(r.dates, language.ParseDate(d))
		}
	}
	if len(r.names)+len(r.accused) == 0 {
		e.thatOne(r)
		if len(r.names) == 0 {
			e.kindOne(r)
		}
	}
	pronoun, ellipsis := e.refers(r)
	if len(r.accused) > 0 && len(r.focus) > 0 && !slices.Contains(r.accused, r.focus[0].Report().Accused) {
		if ellipsis && !r.specific() {
			r.askOn(t) // "and against them?"
		}
		return // the conversation turns to somebody else who is accused
	}
	if plain := !slices.ContainsFunc(r.query.Tokens, func(t language.Token) bool {
		return e.opens(t) || e.in(t, "auxiliary") || e.in(t, "copula")
	}); plain && ellipsis && t.Intent == "mentions" && (r.intent == "" || r.intent == "quote") && r.known() > 0 {
		r.intent, r.facet = t.Intent, ""
		return // "and the shipyard remark?": which report has that, too
	} else if plain && t.Intent == "fact" && e.asks(r, "correcting-word") && r.specific() {
		r.askOn(t) // "no, I meant the northern mills in the Courier's article"
	}
	affair := e.affairOf(r)
	if ellipsis && len(r.names)+len(r.reports) == 0 && r.intent == "" && r.facet == "" {
		affair = e.wordsOnly(r) // "and in the flour affair?"
	}
	if len(affair) == 1 && len(r.focus) > 0 && affair[0] != r.focus[0].Report().Accused {
		if ellipsis {
			r.askOn(t)
		}
		r.party = affair
		return // or to what another is accused of: "and the thefts?"
	}
	if e.turnsAway(r) && (len(r.names)+len(r.accused) > 0 || r.known() > 0) {
		return // "back to X: how many ...?" leaves the last subject
	}
	bare := len(r.names) == 0 && len(r.figures) == 0 && len(r.reports) == 0
	switch {
	case ellipsis && !r.full():
		e.inherit(r, true)
	case len(r.figures) > 0 && len(r.names)+len(r.reports) == 0 && r.intent == "" && r.facet == "" && r.known() == 0 && len(r.accused) == 0:
		e.inherit(r, true) // "the 50 million?"
	case !bare && len(r.figures)+len(r.reports) == 0 && r.intent == "" && r.facet == "" && r.known() == 0 && len(r.accused) == 0:
		e.inherit(r, true) // "the other one?"
	case pronoun && bare, pronoun && r.intent == "verify" && e.asks(r, "person-pronoun") && e.asks(r, "mentioning-verb"):
		e.inherit(r, false)
	case pronoun && len(r.names) > 0 && (len(r.terms) == 0 || e.ofIt(r)):
		e.inherit(r, true)
	case pronoun && r.intent == "replied" && r.known() == 0 && !slices.ContainsFunc(r.names, func(n name) bool { return !e.speaksForAccused(n.ids) }):
		e.inherit(r, false) // "did the ministry answer him?"
	case bare && len(r.focus) > 0 && len(r.accused) == 0 && r.known() == 0 && (r.intent == "list" && r.aspect == "" && e.asks(r, "which-ones") || r.intent == "extreme" && (r.aspect == "first" || r.aspect == "last") && r.focus[0].Stance == corpus.Denies):
		e.inherit(r, false) // "which ones?", "which is the newest?", of what was listed
	case bare && !r.standalone():
		e.inherit(r, len(r.terms) == 0 || r.intent == "")
	case len(r.reports) == 1 && len(r.names)+len(r.figures)+len(r.accused) == 0 && r.intent == "" && r.facet == "" && r.known() == 0:
		e.inherit(r, true) // "the Courier's?"
	case len(t.Options) > 0 && r.intent == "" && r.facet == "":
		e.inherit(r, true)
	}
}

// askOn asks what was asked before, where the question itself asks nothing.
func (r *request) askOn(t Thread) {
	if r.intent == "" && r.facet == "" {
		r.intent, r.facet = t.Intent, corpus.Facet(t.Facet)
	}
}

// full tells whether a question that begins like an ellipsis ("and how much
// ...") says all that it needs.
func (r *request) full() bool {
	content := 0
	for _, t := range r.terms {
		if !t.Asked {
			content++
		}
	}
	return r.intent != "" && len(r.names) > 0 && (content > 0 || r.intent == "definition")
}

// standalone tells whether a question without names needs no conversation.
func (r *request) standalone() bool {
	content := 0
	for _, t := range r.terms {
		if !t.Asked && t.Known && !t.light {
			content++
		}
	}
	switch r.intent {
	case "greeting", "thanks", "help", "about", "insult", "total", "extreme", "list", "timeline", "unanswered", "overview", "verdict", "lacks", "advice":
		return true
	}
	return content >= 2 || len(r.accused) > 0 && (content > 0 || r.facet != "" || r.intent != "") && content+len(r.dates) > 0
}

// refers tells whether the question points back by a pronoun, or begins as one
// that goes on from another does.
func (e *Engine) refers(r *request) (pronoun, ellipsis bool) {
	back, on := e.lexicon.Concept("pronoun"), e.lexicon.Concept("going-on")
	for i, token := range r.query.Tokens {
		concepts := e.lexicon.Concepts(token.Word, token.Stem)
		pronoun = pronoun || slices.Contains(concepts, back)
		ellipsis = ellipsis || i < 2 && slices.Contains(concepts, on)
	}
	for i := range r.query.Tokens {
		for _, p := range e.lexicon.PhrasesAt(r.query.Tokens, i) {
			pronoun = pronoun || p.Concept == back
			ellipsis = ellipsis || p.From < 3 && p.Concept == on
		}
	}
	return pronoun, ellipsis
}

// inherit takes over what the question leaves open. With whole, what was asked
// and the words it was asked about, too.
func (e *Engine) inherit(r *request, whole bool) {
	t := r.thread
	r.leans = true
	for k := range r.terms { // "what other mills?": another than was told, and not what has that word
		r.terms[k].Asked = r.terms[k].Asked || e.ofGroup(r, r.terms[k], "other-word")
	}
	if len(r.focus) > 0 {
		r.party = []string{r.focus[0].Report().Accused}
	}
	switch t.Intent {
	case "denial", "replied", "spokesperson", "quote":
		r.accusedSpeaks = r.accusedSpeaks || len(r.names) == 0
	}
	if (r.intent == "replied" || r.intent == "denial") && e.asks(r, "deny") {
		e.turnTo(r)
	}
	asked := r.intent != "" || r.facet != ""
	if whole && !asked && (e.asks(r, "say") || e.asks(r, "accuse") || e.asks(r, "adding-verb")) && len(r.names) > 0 {
		r.intent = "fact" // "what does the lawyer say?" asks for no amount any more
		if t.Intent == "fact" && e.onThat(r) {
			r.facet = corpus.Facet(t.Facet) // "what does she say on that?"
		}
	} else if whole && !asked && r.asksWho(e) && (t.Intent == "total" || r.query.Facet == nil && r.known() > 0) {
		r.intent = "fact" // "and who runs it?" asks for no sum any more
	} else if whole && !asked && (t.Intent == "elapsed" || t.Intent == "order" || t.Intent == "ratio") {
		r.intent = "fact" // what was reckoned once is not reckoned of the next
	} else if whole && !asked && e.ownQuestion(r) {
		r.intent = "fact" // "and the workers, what do they earn?" asks for no verdict any more
	} else if whole && !asked && (t.Intent == "replied" || t.Intent == "denial") && e.asks(r, "correcting-word") && slices.ContainsFunc(r.names, func(n name) bool { return e.accuses[n.ids[0]] && !e.speaksForAccused(n.ids) }) {
		r.intent = "fact" // "what did they say?", "the inspectors, I mean": their own words
	} else if whole && !asked {
		r.intent = t.Intent
		if r.facet = corpus.Facet(t.Facet); r.facet == corpus.FacetShare && (r.money() || r.known() > 0) {
			r.facet = "" // "and the $5 million?", "and what secrets?" ask for no share
		}
	}
	if r.intent == "" && r.facet == "" && len(r.terms) == 0 {
		r.intent = t.Intent
	}
	bare := len(r.terms) == 0
	if whole && bare {
		for _, topic := range t.Topics {
			if c := e.lexicon.Concept(topic); c != 0 {
				r.terms = append(r.terms, e.topic(c, 0.3))
			}
		}
	}
	replaced := map[corpus.Kind]bool{}
	speaker := false
	for _, n := range r.names {
		for _, id := range n.ids {
			if !e.concerning(r, n) {
				replaced[e.corpus.Entity(id).Kind] = true
				speaker = speaker || e.speaks[id] || e.wordsOf(id)
			}
		}
	}
	if whole && !e.ofIt(r) && (len(r.names) > 0 || len(r.figures) > 0 || len(r.reports) > 0) && r.intent != "compare" {
		// "and the other one?": the new name stands in the place of the old.
		for _, n := range e.remembered(t) {
			id := n.ids[0]
			if r.intent == "accuser" && n.speaker && r.named() || slices.Contains(r.except, id) || replaced[e.corpus.Entity(id).Kind] || e.corpus.Entity(id).Kind == corpus.Asset && len(replaced) > 0 || speaker && e.speaks[id] || len(r.figures) > 0 || len(r.reports) > 0 && (n.speaker || !e.inThem(r, id)) {
				continue
			}
			n.weight *= 0.5
			r.names = append(r.names, n)
		}
		return
	}
	if e.asks(r, "else-word") && e.asks(r, "they-word") && !e.asks(r, "say") && e.asks(r, "be-word") && len(r.names) == 0 && e.byActor(r) {
		return
	}
	for _, n := range e.remembered(t) {
		kind := e.corpus.Entity(n.ids[0]).Kind
		if r.intent == "accuser" && n.speaker && r.named() || r.another && !n.speaker || len(r.query.Dates) > 0 && kind == corpus.Incident || slices.Contains(r.except, n.ids[0]) {
			continue // "and the northern one?", "and in that year?": another of their names
		}
		if len(r.dates) > 0 && bare && e.speaksForAccused(n.ids) {
			continue // "and in the year after?": whoever spoke for them then
		}
		if len(r.dates) > 0 && r.intent == "accuser" && n.speaker {
			continue // "and who spoke in the year after?"
		}
		r.names = append(r.names, n)
	}
}

// topic returns a group of words as if the question had one of them, by a share of its weight.
func (e *Engine) topic(c language.Concept, share float64) term {
	t := term{weight: e.index.Rarity(max(1, len(e.index.Concept(c)))) * share}
	t.Concepts, t.Known, t.Plain = []language.Concept{c}, true, true
	return t
}

// byActor takes "what else are they blamed for?" for the group that is said to have done what
// was told; false where none is.
func (e *Engine) byActor(r *request) bool {
	if len(r.focus) == 0 {
		return false
	}
	for _, id := range r.focus[0].Actor {
		if entity := e.corpus.Entity(id); entity != nil && entity.Kind == corpus.Group {
			r.names = append(r.names, name{ids: []string{id}, weight: e.index.Rarity(max(1, len(e.index.Entity(id)))) * entityFactor, from: -1})
			return true
		}
	}
	return false
}

// ownQuestion tells whether a follow-up that goes on from a verdict, a sum or a list asks
// something of its own: it has a question word and a word to look for, or two things to choose from.
func (e *Engine) ownQuestion(r *request) bool {
	switch r.thread.Intent {
	case "verdict", "lacks", "total", "list", "definition", "compare", "same", "discrepancy", "overview", "timeline":
	default:
		return false
	}
	if !slices.ContainsFunc(r.terms, func(t term) bool { return t.own() && t.Known && !t.framing }) {
		return len(r.names) > 0 && e.asks(r, "alone-word") && slices.ContainsFunc(r.query.Tokens, func(t language.Token) bool { return t.Word == "or" })
	}
	for i, token := range r.query.Tokens[:max(0, len(r.query.Tokens)-1)] {
		if (e.in(token, "wh-word") || e.in(token, "wh-alone")) && (e.in(r.query.Tokens[i+1], "auxiliary") || e.in(r.query.Tokens[i+1], "copula")) {
			return true
		}
	}
	return false
}

// asksWho tells whether one of the first words is "who", "when", "where" or "why".
func (r *request) asksWho(e *Engine) bool {
	return slices.ContainsFunc(r.query.Tokens[:min(2, len(r.query.Tokens))], func(t language.Token) bool { return e.in(t, "wh-alone") })
}

// turnTo takes "what did she deny?" for the person whom the conversation is about.
func (e *Engine) turnTo(r *request) {
	if len(r.names) > 0 || len(r.thread.Entities) == 0 || !e.asks(r, "person-pronoun") {
		return
	}
	ids := r.thread.Entities[:1]
	if entity := e.corpus.Entity(ids[0]); entity != nil && entity.Kind == corpus.Person && e.everSpeaks(ids) {
		r.replier = ids
		r.accusedSpeaks, r.othersReply = e.speaksForAccused(ids), !e.speaksForAccused(ids)
	}
}

// concerning tells whether a name stands after "about" or the like: it is what is
// spoken of, and takes nobody's place as the speaker.
func (e *Engine) concerning(r *request, n name) bool {
	for i := n.from - 1; i >= 0 && i >= n.from-2; i-- {
		if e.in(r.query.Tokens[i], "about-word") {
			return i == 0 || !e.in(r.query.Tokens[i-1], "wh-word") // "what about X" puts X in the old one's place
		}
	}
	return false
}

// remembered returns the names in focus as names of a question.
func (e *Engine) remembered(t Thread) []name {
	var out []name
	for _, id := range t.Entities {
		if e.corpus.Entity(id) == nil || e.accused[id] {
			continue
		}
		out = append(out, name{ids: []string{id}, weight: e.index.Rarity(max(1, len(e.index.Entity(id)))) * entityFactor * 0.8, speaker: e.speaks[id] && e.saidIt(t, id), from: -1})
	}
	return out
}

// saidIt tells whether the claims that the conversation is about are by the entity
// or by one that belongs to it.
func (e *Engine) saidIt(t Thread, id string) bool {
	return len(t.Claims) == 0 || slices.ContainsFunc(t.Claims, func(key string) bool {
		claim := e.corpus.Claim(key)
		return claim != nil && e.corpus.Entity(claim.By) != nil && (e.corpus.BelongsTo(claim.By, id) || e.corpus.BelongsTo(id, claim.By))
	})
}

// next returns what the conversation remembers after an answer.
func (e *Engine) next(r *request, a *Answer, led []*corpus.Claim) Thread {
	if a.Outcome == Guidance || a.Outcome == NotReported {
		t := r.thread
		t.Options = nil
		if a.Outcome == NotReported && r.leans && r.intent == "fact" && r.facet != "" {
			t.Intent, t.Facet = r.intent, string(r.facet) // "and the other one?" asks for the same, though of the first it was not told
		}
		if a.Outcome == NotReported && t.Turns == 0 {
			t.Entities = e.entitiesOf(r, nil)
			t.Turns = min(1, len(t.Entities))
		}
		return t
	}
	t := Thread{Intent: r.intent, Facet: string(r.facet), Turns: r.thread.Turns + 1}
	if t.Intent == "total" && len(led) == 1 {
		t.Intent = "fact" // one figure was told: "and the other's?" asks for no sum
	}
	if a.Outcome == Clarify {
		t.Options = a.Suggestions
		t.Entities, t.Claims, t.Topics = r.thread.Entities, r.thread.Claims, r.thread.Topics
		return t
	}
	for _, claim := range led {
		if len(t.Claims) < remembered {
			t.Claims = append(t.Claims, claim.Key())
		}
	}
	if t.Turns > 1 {
		t.Earlier = appendNew(slices.Clone(r.thread.Claims), r.thread.Earlier...)
		t.Earlier = t.Earlier[:min(len(t.Earlier), remembered)]
	}
	if r.intent == "verdict" {
		led = nil // whoever is quoted beside it was not asked about
	}
	t.Entities = e.entitiesOf(r, led)
	for _, d := range r.dates {
		if d.Year != 0 {
			t.Dates = append(t.Dates, d.String())
		}
	}
	for _, term := range r.terms {
		if !term.Asked && term.Known && len(term.Concepts) > 0 && len(t.Topics) < remembered {
			t.Topics = appendNew(t.Topics, e.lexicon.ConceptName(term.Concepts[0]))
		}
	}
	return t
}

// entitiesOf lists what the question named, then what the leading claim is about.
func (e *Engine) entitiesOf(r *request, led []*corpus.Claim) []string {
	var out []string
	for _, n := range r.names {
		if !n.weak {
			out = appendNew(out, n.ids[0])
		}
	}
	if len(out) == 0 && len(led) > 0 {
		claim := led[0]
		for _, id := range slices.Concat([]string{claim.By, claim.Incident}, claim.Targets, claim.Defines, claim.Actor) {
			if e.corpus.Entity(id) != nil && !e.accused[id] {
				out = appendNew(out, id)
			}
		}
	}
	return out[:min(len(out), remembered)]
}
