package reading

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
	"allegedly/answers/record"
)

// A Question is one utterance with what its thread has left behind.
type Question struct {
	Text    string // as received; invalid UTF-8 and control characters are tolerated
	Thread  Thread // the Thread of the answer before it in the same conversation; zero at the start
	Explain bool   // the answer is to explain itself; nothing here looks at it
}

// A Thread is what a conversation remembers from one answer to the next. It is
// small, holds no text that a user wrote, and may be kept or dropped freely.
type Thread struct {
	Intent   string   // of the last answer
	Facet    string   // the kind of fact it gave
	Aspect   string   // what of a report was asked: its author, its date
	Topics   []string // groups of the lexicon that the last question touched
	Claims   []string // keys of the claims it led with, best first
	Earlier  []string // keys of those that the answers before it led with, latest first
	Entities []string // ids of the entities in focus, most recent first
	Dates    []string // named by the last question
	Options  []string // the choices offered by a clarifying answer
	Turns    int      // answered turns so far
}

// Remembered is how many entities and claims are kept from turn to turn.
const Remembered = 6

// lean completes a question that cannot stand alone from what its conversation
// has been about: pronouns, "and the others?", "why?", "source?".
func (rd *Reader) lean(r *Request) {
	t := r.Thread
	for _, key := range t.Claims {
		if claim := rd.Corpus.Claim(key); claim != nil {
			r.Focus = append(r.Focus, claim)
		}
	}
	if t.Turns == 0 || len(r.Query.Tokens) == 0 || len(r.Strangers) > 0 || rd.backTo(r) {
		return // "???" goes on from nothing
	}
	rd.yearsOff(r)
	rd.lesserOf(r)
	rd.pointedNoun(r)
	rd.inThatOne(r)
	if (t.Intent == "lacks" || t.Intent == "verdict") && len(r.Names)+len(r.Accused) == 0 && r.Intent == "" && rd.Asks(r, "they-word") && rd.Asks(r, "say") {
		r.Intent, r.AccusedSpeaks = "denial", true // "did they admit it?", "what did they say instead?"
	}
	rd.whatItIs(r)
	if rd.whole(r) {
		return
	}
	r.OtherVoice = rd.anotherVoice(r)
	rd.definedPerson(r)
	rd.notTheirReply(r)
	rd.heSays(r)
	rd.theyCall(r)
	r.Another = rd.anotherOne(r)
	if len(r.Dates) == 0 && rd.Asks(r, "then-word") {
		for _, d := range t.Dates {
			r.Dates = append(r.Dates, language.ParseDate(d))
		}
	}
	if len(r.Names)+len(r.Accused) == 0 {
		rd.thatOne(r)
		if len(r.Names) == 0 {
			rd.kindOne(r)
		}
	}
	pronoun, ellipsis := rd.refers(r)
	if rd.In(r.First(), "about-word") && r.Intent == "definition" && t.Intent == "fact" && len(r.Focus) > 0 {
		r.Intent, ellipsis = "", true // "what did she say?", "about the mill?"
	}
	if len(r.Accused) > 0 && len(r.Focus) > 0 && !slices.Contains(r.Accused, r.Focus[0].Report().Accused) {
		if ellipsis && !r.Specific() {
			r.askOn(t) // "and against them?"
		}
		return // the conversation turns to somebody else who is accused
	}
	plain := !slices.ContainsFunc(r.Query.Tokens, func(t language.Token) bool {
		return rd.Opens(t) || rd.In(t, "auxiliary") || rd.In(t, "copula")
	})
	if plain && ellipsis && t.Intent == "mentions" && (r.Intent == "" || r.Intent == "quote") && r.KnownWords() > 0 {
		r.Intent, r.Facet = t.Intent, ""
		return // "and the shipyard remark?": which report has that, too
	} else if plain && t.Intent == "fact" && rd.Asks(r, "correcting-word") && r.Specific() {
		r.askOn(t) // "no, I meant the northern mills in the Courier's article"
	}
	affair := rd.affairOf(r)
	if ellipsis && len(r.Names)+len(r.Reports) == 0 && r.Intent == "" && r.Facet == "" {
		affair = rd.WordsOnly(r) // "and in the flour affair?"
	}
	if len(affair) == 1 && len(r.Focus) > 0 && affair[0] != r.Focus[0].Report().Accused {
		if ellipsis {
			r.askOn(t)
		}
		r.Affair = affair
		return // or to what another is accused of: "and the thefts?"
	}
	if rd.turnsAway(r) && (len(r.Names)+len(r.Accused) > 0 || r.KnownWords() > 0) {
		return // "back to X: how many ...?" leaves the last subject
	}
	bare := len(r.Names) == 0 && len(r.Figures) == 0 && len(r.Reports) == 0
	switch {
	case ellipsis && !r.full():
		rd.inherit(r, true)
	case len(r.Figures) > 0 && len(r.Names)+len(r.Reports) == 0 && r.Intent == "" && r.Facet == "" && r.KnownWords() == 0 && len(r.Accused) == 0:
		rd.inherit(r, true) // "the 50 million?"
	case !bare && len(r.Figures)+len(r.Reports) == 0 && r.Intent == "" && r.Facet == "" && r.KnownWords() == 0 && len(r.Accused) == 0:
		rd.inherit(r, true) // "the other one?"
	case pronoun && bare, pronoun && r.Intent == "verify" && rd.Asks(r, "mentioning-verb") && (rd.Asks(r, "person-pronoun") || rd.pronounFirst(r) && rd.ofWords(r)):
		rd.inherit(r, false)
	case pronoun && len(r.Names) > 0 && (len(r.Terms) == 0 || rd.AsksPredicate(r) || rd.pronounFirst(r)):
		rd.inherit(r, true)
	case pronoun && r.Intent == "accuser" && rd.In(r.Query.Tokens[len(r.Query.Tokens)-1], "thing-pronoun"):
		rd.inherit(r, false) // "who says the crew did it?"
	case pronoun && r.Intent == "replied" && r.KnownWords() == 0 && !slices.ContainsFunc(r.Names, func(n Name) bool { return !rd.BelongsToAccused(n.IDs) }):
		rd.inherit(r, false) // "did the ministry answer him?"
	case bare && len(r.Focus) > 0 && len(r.Accused) == 0 && r.KnownWords() == 0 && (r.Intent == "list" && r.Aspect == "" && rd.Asks(r, "which-ones") || r.Intent == "extreme" && (r.Aspect == "first" || r.Aspect == "last") && r.Focus[0].Stance == corpus.Denies):
		rd.inherit(r, false) // "which ones?", "which is the newest?", of what was listed
	case bare && r.Intent == "total" && r.Aspect == "" && len(r.Focus) > 0 && len(r.Accused) == 0 && (r.Query.Tokens[0].Word == "of" || r.Query.Tokens[0].Word == "out" || rd.stillTheirs(r)):
		rd.inherit(r, false) // "of what total?"
	case bare && !r.standalone():
		rd.inherit(r, len(r.Terms) == 0 || r.Intent == "")
	case len(r.Reports) == 1 && len(r.Names)+len(r.Figures)+len(r.Accused) == 0 && r.Intent == "" && r.Facet == "" && r.KnownWords() == 0:
		rd.inherit(r, true) // "the Courier's?"
	case plain && len(r.Reports) == 1 && len(r.Names)+len(r.Figures)+len(r.Accused) == 0:
		r.askOn(t) // "the proceeds, in the Courier's article"
	case len(t.Options) > 0 && r.Intent == "" && r.Facet == "":
		rd.inherit(r, true)
	}
}

// stillTheirs tells whether a short question for a total goes on about the one accuser whom the last question named:
// "how much all in all?"
func (rd *Reader) stillTheirs(r *Request) bool {
	by := r.Focus[0].By
	if _, told := rd.Value(r.Focus[0]); told {
		return false // its own figure is known: the total is of all
	}
	return len(r.Query.Tokens) <= 6 && r.KnownWords() == 0 && r.Thread.Intent != "total" && r.Thread.Intent != "extreme" && rd.Accuses[by] && slices.Contains(r.Thread.Entities, by) &&
		!slices.ContainsFunc(r.Focus, func(claim *corpus.Claim) bool { return claim.By != by }) && !rd.Asks(r, "everybody-word") && !rd.Asks(r, "everything-word") && !rd.Asks(r, "adding-word") && !rd.Asks(r, "report-word")
}

// askOn asks what was asked before, where the question itself asks nothing.
func (r *Request) askOn(t Thread) {
	if r.Intent == "" && r.Facet == "" {
		r.Intent, r.Facet = t.Intent, corpus.Facet(t.Facet)
	}
}

// full tells whether a question that begins like an ellipsis ("and how much
// ...") says all that it needs.
func (r *Request) full() bool {
	content := 0
	for _, t := range r.Terms {
		if !t.Asked {
			content++
		}
	}
	return r.Intent != "" && len(r.Names) > 0 && (content > 0 || r.Intent == "definition")
}

// standalone tells whether a question without names needs no conversation.
func (r *Request) standalone() bool {
	content := 0
	for _, t := range r.Terms {
		if !t.Asked && t.Known && !t.Light {
			content++
		}
	}
	switch r.Intent {
	case "greeting", "thanks", "help", "about", "insult", "total", "extreme", "list", "timeline", "unanswered", "overview", "verdict", "lacks", "advice":
		return true
	}
	return content >= 2 || len(r.Accused) > 0 && (content > 0 || r.Facet != "" || r.Intent != "") && content+len(r.Dates) > 0
}

// ofWords tells whether the conversation was on a reply, or on what somebody named in it says: "did it mention
// the guild?"
func (rd *Reader) ofWords(r *Request) bool {
	return len(r.Focus) > 0 && (r.Focus[0].Stance == corpus.Denies || slices.Contains(r.Thread.Entities, r.Focus[0].By))
}

// pronounFirst tells whether a pronoun stands before all names of the question: behind one it may be that
// name it is for, as in "where did the guild get its figures?".
func (rd *Reader) pronounFirst(r *Request) bool {
	at := slices.IndexFunc(r.Query.Tokens, func(t language.Token) bool { return rd.In(t, "pronoun") })
	return at >= 0 && !slices.ContainsFunc(r.Names, func(n Name) bool { return n.From >= 0 && n.From < at })
}

// inherit takes over what the question leaves open. With whole, what was asked
// and the words it was asked about, too.
func (rd *Reader) inherit(r *Request, whole bool) {
	t := r.Thread
	r.Leans = true
	for k := range r.Terms { // "what other mills?": another than was told, and not what has that word
		r.Terms[k].Asked = r.Terms[k].Asked || rd.OfGroup(r, r.Terms[k], "other-word")
	}
	if len(r.Focus) > 0 {
		r.Affair = []string{r.Focus[0].Report().Accused}
	}
	switch t.Intent {
	case "denial", "replied", "spokesperson", "quote":
		r.AccusedSpeaks = r.AccusedSpeaks || len(r.Names) == 0
	}
	if (r.Intent == "replied" || r.Intent == "denial") && rd.Asks(r, "deny") {
		rd.turnTo(r)
	}
	asked := r.Intent != "" || r.Facet != ""
	if whole && !asked && (t.Intent == "replied" || t.Intent == "denial") && rd.Asks(r, "accusation-word") && !slices.ContainsFunc(r.Query.Tokens, func(t language.Token) bool { return rd.Opens(t) || rd.In(t, "auxiliary") }) {
		r.Intent = t.Intent // "and about the inspector's claims?"
	} else if whole && !asked && (rd.Asks(r, "say") || rd.Asks(r, "accuse") || rd.Asks(r, "adding-verb")) && len(r.Names) > 0 {
		r.Intent = "fact" // "what does the lawyer say?" asks for no amount any more
		if t.Intent == "fact" && rd.onThat(r) {
			r.Facet = corpus.Facet(t.Facet) // "what does she say on that?"
		}
	} else if whole && !asked && rd.asksWho(r) && (t.Intent == "total" || t.Intent == "timeline" || r.Query.Facet == nil && r.KnownWords() > 0) {
		r.Intent = "fact" // "and who runs it?" asks for no sum any more
	} else if whole && !asked && (t.Intent == "elapsed" || t.Intent == "order" || t.Intent == "ratio") {
		r.Intent = "fact" // what was reckoned once is not reckoned of the next
	} else if whole && !asked && rd.ownQuestion(r) {
		r.Intent = "fact" // "and the workers, what do they earn?" asks for no verdict any more
	} else if whole && !asked && (t.Intent == "replied" || t.Intent == "denial") && rd.Asks(r, "correcting-word") && slices.ContainsFunc(r.Names, func(n Name) bool { return rd.Accuses[n.IDs[0]] && !rd.BelongsToAccused(n.IDs) }) {
		r.Intent = "fact" // "what did they say?", "the inspectors, I mean": their own words
	} else if whole && !asked {
		r.Intent, r.Aspect = t.Intent, t.Aspect
		if r.Facet = corpus.Facet(t.Facet); r.Facet == corpus.FacetShare && (r.AmountOrShare() || r.KnownWords() > 0) {
			r.Facet = "" // "and the $5 million?", "and what secrets?" ask for no share
		}
	}
	if r.Intent == "" && r.Facet == "" && len(r.Terms) == 0 && !rd.ownQuestion(r) {
		r.Intent = t.Intent
	}
	bare := len(r.Terms) == 0
	if whole && bare {
		for _, topic := range t.Topics {
			if c := rd.Lexicon.Concept(topic); c != 0 {
				r.Terms = append(r.Terms, rd.Topic(c, 0.3))
			}
		}
	}
	replaced := map[corpus.Kind]bool{}
	speaker := false
	for _, n := range r.Names {
		for _, id := range n.IDs {
			if n.Speaker && rd.Speaks[id] && rd.Asks(r, "according-word") {
				speaker = true // "according to the guild?": of whatever was spoken of
			} else if !rd.concerning(r, n) {
				switch kind := rd.Corpus.Entity(id).Kind; kind {
				case corpus.Company, corpus.Incident: // "and the other firm's part?": not the theft at the one before
					replaced[corpus.Company], replaced[corpus.Incident] = true, true
				default:
					replaced[kind] = true
				}
				speaker = speaker || rd.Speaks[id] || rd.isTheirDocument(id)
			}
		}
	}
	if whole && !rd.AsksPredicate(r) && (len(r.Names) > 0 || len(r.Figures) > 0 || len(r.Reports) > 0) && r.Intent != "compare" {
		// "and the other one?": the new name stands in the place of the old.
		for _, n := range rd.remembered(t) {
			id := n.IDs[0]
			if r.Intent == "accuser" && n.Speaker && r.Named() || slices.Contains(r.Except, id) || replaced[rd.Corpus.Entity(id).Kind] || rd.Corpus.Entity(id).Kind == corpus.Asset && len(replaced) > 0 || speaker && rd.Speaks[id] || len(r.Figures) > 0 || len(r.Reports) > 0 && (n.Speaker || !rd.inThem(r, id)) {
				continue
			}
			n.Weight *= 0.5
			r.Names = append(r.Names, n)
		}
		return
	}
	if r.Intent == "extreme" && t.Intent == "extreme" && len(r.Focus) > 0 && slices.Equal(t.Entities, rd.EntitiesOf(&Request{}, r.Focus)) {
		return // "and the smallest?", of all again and not of those that the largest was laid to
	}
	if rd.Asks(r, "else-word") && rd.Asks(r, "they-word") && !rd.Asks(r, "say") && rd.Asks(r, "be-word") && len(r.Names) == 0 && rd.byActor(r) {
		return
	}
	for _, n := range rd.remembered(t) {
		kind := rd.Corpus.Entity(n.IDs[0]).Kind
		if r.Intent == "accuser" && n.Speaker && (r.Named() || r.KnownWords() > 0 && !rd.Asks(r, "pronoun")) || r.Another && !n.Speaker || len(r.Query.Dates) > 0 && kind == corpus.Incident || slices.Contains(r.Except, n.IDs[0]) {
			continue // "and the northern one?", "and in that year?": another of their names
		}
		if len(r.Dates) > 0 && bare && rd.BelongsToAccused(n.IDs) {
			continue // "and in the year after?": whoever spoke for them then
		}
		if len(r.Query.Dates) > 0 && r.Intent == "denial" && (rd.Asks(r, "deny") || rd.Asks(r, "reply")) {
			continue // "I mean the denial of that year"
		}
		if r.Facet == corpus.FacetTarget && t.Facet == string(r.Facet) && namedByClaim(r) {
			continue // "and which mills?" after firms that nobody named
		}
		if len(r.Dates) > 0 && (r.Intent == "accuser" && n.Speaker || r.Intent == "timeline") {
			continue // "and who spoke in the year after?", "and what happened in that year?"
		}
		r.Names = append(r.Names, n)
	}
}

// namedByClaim tells whether it was the claim that named whom the conversation is about, and no question.
func namedByClaim(r *Request) bool {
	return len(r.Focus) > 0 && slices.ContainsFunc(r.Focus[0].Targets, func(id string) bool { return slices.Contains(r.Thread.Entities, id) })
}

// Topic returns a group of words as if the question had one of them, by a share of its weight.
func (rd *Reader) Topic(c language.Concept, share float64) Term {
	t := Term{Weight: rd.Index.Rarity(max(1, len(rd.Index.Concept(c)))) * share}
	t.Concepts, t.Known, t.Plain = []language.Concept{c}, true, true
	return t
}

// byActor takes "what else are they blamed for?" for the group that is said to have done what
// was told; false where none is.
func (rd *Reader) byActor(r *Request) bool {
	if len(r.Focus) == 0 {
		return false
	}
	for _, id := range r.Focus[0].Actor {
		if entity := rd.Corpus.Entity(id); entity != nil && entity.Kind == corpus.Group {
			r.Names = append(r.Names, Name{IDs: []string{id}, Weight: rd.Index.Rarity(max(1, len(rd.Index.Entity(id)))) * nameFactor, From: -1})
			return true
		}
	}
	return false
}

// asksWho tells whether one of the first words is "who", "when", "where" or "why".
func (rd *Reader) asksWho(r *Request) bool {
	return slices.ContainsFunc(r.Query.Tokens[:min(2, len(r.Query.Tokens))], func(t language.Token) bool { return rd.In(t, "wh-alone") })
}

// turnTo takes "what did she deny?" for the person whom the conversation is about.
func (rd *Reader) turnTo(r *Request) {
	if len(r.Names) > 0 || len(r.Thread.Entities) == 0 || !rd.Asks(r, "person-pronoun") {
		return
	}
	ids := r.Thread.Entities[:1]
	if entity := rd.Corpus.Entity(ids[0]); entity != nil && entity.Kind == corpus.Person && rd.EverSpeaks(ids) {
		r.Replier = ids
		r.AccusedSpeaks, r.OthersReply = rd.BelongsToAccused(ids), !rd.BelongsToAccused(ids)
	}
}

// concerning tells whether a name stands after "about" or the like: it is what is
// spoken of, and takes nobody's place as the speaker.
func (rd *Reader) concerning(r *Request, n Name) bool {
	for i := n.From - 1; i >= 0 && i >= n.From-2; i-- {
		if rd.In(r.Query.Tokens[i], "about-word") {
			return i == 0 || !rd.In(r.Query.Tokens[i-1], "wh-word") // "what about X" puts X in the old one's place
		}
	}
	return false
}

// remembered returns the names in focus as names of a question.
func (rd *Reader) remembered(t Thread) []Name {
	var out []Name
	for _, id := range t.Entities {
		if rd.Corpus.Entity(id) == nil || rd.Accused[id] {
			continue
		}
		out = append(out, Name{IDs: []string{id}, Weight: rd.Index.Rarity(max(1, len(rd.Index.Entity(id)))) * nameFactor * 0.8, Speaker: rd.Speaks[id] && rd.saidIt(t, id), From: -1})
	}
	return out
}

// saidIt tells whether the claims that the conversation is about are by the entity
// or by one that belongs to it.
func (rd *Reader) saidIt(t Thread, id string) bool {
	return len(t.Claims) == 0 || slices.ContainsFunc(t.Claims, func(key string) bool {
		claim := rd.Corpus.Claim(key)
		return claim != nil && rd.Corpus.Entity(claim.By) != nil && (rd.Corpus.BelongsTo(claim.By, id) || rd.Corpus.BelongsTo(id, claim.By))
	})
}

// EntitiesOf lists what the question named, then what the leading claim is about.
func (rd *Reader) EntitiesOf(r *Request, led []*corpus.Claim) []string {
	var out []string
	for _, n := range r.Names {
		if !n.Weak {
			out = record.AppendNew(out, n.IDs[0])
		}
	}
	if len(out) == 0 && len(led) > 0 {
		claim := led[0]
		for _, id := range slices.Concat([]string{claim.By, claim.Incident}, claim.Targets, claim.Defines, claim.Actor) {
			if rd.Corpus.Entity(id) != nil && !rd.Accused[id] {
				out = record.AppendNew(out, id)
			}
		}
	}
	return out[:min(len(out), Remembered)]
}
