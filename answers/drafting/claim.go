package drafting

import (
	"fmt"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// todo returns a value that an editor has to replace, and that lint reports.
func todo(format string, args ...any) string {
	return corpus.Todo + " " + fmt.Sprintf(format, args...)
}

// A candidate is a drafted claim with what the editor sees beside it.
type candidate struct {
	claim corpus.Claim
	note  string
}

// wanted tells whether a sentence looks like a claim: it attributes something,
// gives an amount or share, or has the accused do what is a deed.
func (d *Drafter) wanted(s sentence, a attribution) bool {
	if a.class != "" || s.quoted {
		return true
	}
	for _, f := range d.lexicon.Figures(s.tokens, d.lexicon.Dates(s.tokens)) {
		if f.Money() || f.Unit == "%" || s.tokens[f.From].Number || d.spelled(s, f) {
			return true
		}
	}
	return d.gap(s) || d.accuses(s.tokens)
}

// accuses tells whether the tokens tell of an offence or of those who commit one.
func (d *Drafter) accuses(tokens []language.Token) bool {
	return len(d.words.List("guilt-verb").Find(tokens)) > 0 || len(d.words.List("guilt-noun").Find(tokens)) > 0 || len(d.words.List("agent").Find(tokens)) > 0
}

// claims drafts the claims of an article, in its order.
func (d *Drafter) claims(sentences []sentence, accused, prefix string) []candidate {
	var out []candidate
	before := "" // who spoke last: an entity's id, or a pointer to the claim
	denied := 0  // the line of the last denial
	told := told{}
	for _, s := range sentences {
		a := d.attribute(s)
		if !d.wanted(s, a) {
			if id := d.opens(s); id != "" {
				before = id // "The group said", in the next sentence, is this one
			}
			continue
		}
		c := corpus.Claim{ID: fmt.Sprintf("%s%d", prefix, len(out)+1), Lines: s.lines()}
		d.speaker(&c, s, a, subjectOf(a, before, accused), told)
		c.Stance = d.stance(s, a, c, accused)
		if c.Stance == corpus.Alleges && a.class == "say" && denied == s.line && !d.names(s.tokens, accused) {
			c.Stance = corpus.Stance(todo("denies, if the speaker belongs to the accused? Or alleges, or context"))
		}
		if c.Stance == corpus.Denies {
			denied = s.line
		}
		if c.By != corpus.Article {
			c.Verb = d.verb(s, a, c.Stance)
		}
		c.Says = todo("say in your own words what line %d says here", s.line)
		c.Figures = d.figures(s)
		d.when(&c, s, a)
		d.targets(&c, s, a, accused)
		if c.Stance == corpus.Denies {
			c.AimedAt = todo("what does this answer? List its claims under \"answers\" instead, if they stand in the corpus")
		}
		out = append(out, candidate{c, opening(s.text)})
		if id := d.speakerOf(c); id != "" {
			before = id
		} else if c.As != "" {
			before = "the speaker of " + c.ID
		}
		told.add(s.tokens[a.speaker.From:a.speaker.To], d.speakerOf(c))
	}
	return out
}

// told holds who seemed to speak, by the last word that describes the speaker:
// "a spokesman for the mission" belongs to "Larn's mission to the league".
type told map[string]string

// leastTold is how many letters a word needs to say who somebody is.
const leastTold = 5

func (t told) add(speaker []language.Token, id string) {
	for _, token := range speaker {
		if id != "" && !token.Caps && len(token.Word) >= leastTold && t[token.Word] == "" {
			t[token.Word] = id
		}
	}
}

func (t told) of(speaker []language.Token) string {
	for i := len(speaker) - 1; i > 0; i-- {
		if token := speaker[i]; !token.Caps && len(token.Word) >= leastTold {
			return t[token.Word]
		}
	}
	return ""
}

// opens returns the entity with which a sentence begins, if it may be the one
// that "the group" means in the next.
func (d *Drafter) opens(s sentence) string {
	for _, m := range d.linker.LinkPrinted(s.tokens) {
		if m.From <= 1 && len(m.IDs) == 1 && !possessive(s.tokens[m.To-1]) {
			switch d.known.Entity(m.IDs[0]).Kind {
			case corpus.Incident, corpus.Asset, corpus.Place, corpus.Topic:
			default:
				return m.IDs[0]
			}
		}
	}
	return ""
}

// verb returns the text's own verb where it takes no side and stands in the past.
func (d *Drafter) verb(s sentence, a attribution, stance corpus.Stance) string {
	if a.verb.To-a.verb.From == 1 && (a.class == "accuse" || a.class == "deny") {
		span := s.tokens[a.verb.From:a.verb.To]
		uneven := len(d.words.List("uneven-accuser").Find(span)) + len(d.words.List("uneven-accused").Find(span))
		if word := span[0].Word; strings.HasSuffix(word, "ed") && uneven == 0 {
			if a.verb.To < len(s.tokens) && s.tokens[a.verb.To].Word == "that" {
				return word + " that"
			}
			return word
		}
	}
	switch {
	case a.class == "deny" && stance == corpus.Denies:
		return "denied that"
	case a.class == "accuse":
		return "alleged that"
	}
	return ""
}

// subjectOf returns whom "it" or "the company" means: whoever spoke last, but in a
// denial the accused.
func subjectOf(a attribution, before, accused string) string {
	if a.class == "deny" && accused != "" {
		return accused
	}
	return before
}

// opening returns the first words of a sentence, for finding it in the article.
func opening(text string) string {
	const shown = 8
	words := strings.Fields(text)
	if len(words) > shown {
		return strings.Join(words[:shown], " ") + " ..."
	}
	return strings.Join(words, " ")
}

// speakerOf returns the entity that is, or seems to be, the claim's speaker; ""
// when none is known.
func (d *Drafter) speakerOf(c corpus.Claim) string {
	id, _, _ := strings.Cut(strings.TrimPrefix(c.By, corpus.Todo+" "), "?")
	if d.known.Entity(id) == nil {
		return ""
	}
	return id
}

// speaker fills in who speaks. What only an earlier sentence tells is a TODO.
func (d *Drafter) speaker(c *corpus.Claim, s sentence, a attribution, before string, told told) {
	named := s.tokens[a.speaker.From:a.speaker.To]
	written := ""
	if len(named) > 0 {
		written = s.text[named[0].Start:named[len(named)-1].End]
	}
	continues := len(named) > 0 && len(d.words.List("pronoun").Find(named)) == 1 && len(named) <= 2
	id, sure := "", false
	if len(named) > 0 && !continues {
		id, sure = d.entityOf(named)
	}
	switch {
	case sure:
		c.By = id
	case id != "":
		c.By, c.As = todo("%s? or another entity: the text has %q", id, written), written
	case len(named) > 0 && !continues && told.of(named) != "":
		c.By, c.As = todo("%s? or an entity that belongs to it: the text has %q", told.of(named), written), written
	case continues && before != "":
		c.By = todo("%s? if %q means that", before, written)
	case len(named) > 0 && capitals(named):
		c.By, c.As = todo("define an entity for %q", written), written
	case d.calledBy(named) != "":
		c.By = todo("%s? if %q means that", d.calledBy(named), written)
	case len(named) > 0:
		c.By, c.As = todo("unnamed? or an entity: the text has %q", written), written
	case s.quoted && before != "":
		c.By = todo("%s? if the quotation of the line before goes on here", before)
	case s.quoted:
		c.By = todo("whose words are these?")
	case a.class == "nobody":
		c.By = corpus.Article
	case a.class != "":
		c.By = todo("who? The sentence has %q", s.text[s.tokens[a.verb.From].Start:s.tokens[a.verb.To-1].End])
	default:
		c.By = corpus.Article
	}
	if via := s.tokens[a.source.From:a.source.To]; len(via) > 0 {
		if id, sure := d.entityOf(via); sure {
			c.Via = []string{id}
		} else {
			c.Via = []string{todo("an entity for %q", s.text[via[0].Start:via[len(via)-1].End])}
		}
	}
}

// calledBy returns the one entity whose name ends in the noun of "the commission".
func (d *Drafter) calledBy(named []language.Token) string {
	if len(named) != 2 || named[0].Word != "the" || named[1].Caps {
		return ""
	}
	id := ""
	for _, e := range d.known.Entities {
		words := language.Split(e.Name)
		if len(words) < 2 || words[len(words)-1].Word != named[1].Word {
			continue
		}
		if id != "" {
			return "" // either of two
		}
		id = e.ID
	}
	return id
}

func capitals(tokens []language.Token) bool {
	for i, t := range tokens {
		if t.Caps && (t.Start > 0 || i == 0 && len(tokens) <= 3 && t.Word != "the" && t.Word != "a" && t.Word != "an") {
			return true
		}
	}
	return false
}
