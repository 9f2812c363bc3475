package drafting

import (
	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// stance guesses what a claim does from who speaks and how. Where a guess would
// be worth nothing it is a TODO.
func (d *Drafter) stance(s sentence, a attribution, c corpus.Claim, accused string) corpus.Stance {
	speaker := d.speakerOf(c)
	own := speaker != "" && accused != "" && d.known.BelongsTo(speaker, accused)
	said := s.tokens[a.verb.To:]
	object := said[:min(len(said), nearObject)]
	switch {
	case len(d.words.List("silent").Find(s.tokens[max(0, a.verb.From-2):a.verb.To])) > 0:
		return corpus.Context
	case own && a.class == "accuse" && d.namesOther(object, accused):
		return corpus.Counters
	case own && a.class != "deny" && (a.class == "accuse" || d.namesOther(said, accused)):
		return corpus.Stance(todo("denies, or counters, if it accuses somebody else?"))
	case own:
		return corpus.Denies
	case a.class == "deny" && (speaker == "" || accused == "" || d.names(s.tokens[a.speaker.From:a.speaker.To], accused)):
		return corpus.Denies
	case a.class == "deny":
		return corpus.Stance(todo("denies, if %s speaks for the accused or is accused itself? Else context", speaker))
	case a.class == "accuse" && accused != "" && !d.names(said, accused) && d.namesOther(object, accused):
		return corpus.Stance(todo("alleges? Or counters, if the speaker belongs to the accused"))
	case a.class == "accuse", a.class == "nobody":
		return corpus.Alleges
	case !d.accuses(s.tokens) && a.class == "say" && speaker != "" && accused != "" && d.names(said, accused):
		return corpus.Stance(todo("alleges, if it says that the accused did wrong? Else context"))
	case !d.accuses(s.tokens):
		return corpus.Context
	case speaker == "" && len(d.words.List("negation").Find(said)) > 0:
		return corpus.Stance(todo("denies? Or alleges, or context"))
	case a.class == "" && !s.quoted && !d.names(s.tokens, accused):
		return corpus.Stance(todo("context? Or alleges, if it accuses somebody"))
	}
	return corpus.Alleges
}

// names tells whether the tokens name the entity or what belongs to it.
func (d *Drafter) names(tokens []language.Token, id string) bool {
	for _, m := range d.linker.LinkPrinted(tokens) {
		for _, other := range m.IDs {
			if id != "" && d.known.BelongsTo(other, id) {
				return true
			}
		}
	}
	return false
}

// namesOther tells whether the tokens name somebody who is not of the accused's side.
func (d *Drafter) namesOther(tokens []language.Token, accused string) bool {
	for _, m := range d.linker.LinkPrinted(tokens) {
		if len(m.IDs) == 0 || d.known.BelongsTo(m.IDs[0], accused) {
			continue
		}
		switch d.known.Entity(m.IDs[0]).Kind {
		case corpus.Party, corpus.Body, corpus.Person, corpus.Group, corpus.Company:
			return true
		}
	}
	return false
}
