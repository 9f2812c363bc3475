package drafting

import (
	"fmt"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/editorial"
	"allegedly/answers/language"
)

// todo returns a value that an editor has to replace, and that lint reports.
func todo(format string, args ...any) string {
	return editorial.Todo + " " + fmt.Sprintf(format, args...)
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
		if f.Money() || f.Unit == "%" || s.tokens[f.From].Number {
			return true
		}
	}
	return d.accuses(s.tokens)
}

// accuses tells whether the tokens tell of an offence or of those who commit one.
func (d *Drafter) accuses(tokens []language.Token) bool {
	return len(d.words.List("guilt-verb").Find(tokens)) > 0 || len(d.words.List("guilt-noun").Find(tokens)) > 0 || len(d.words.List("agent").Find(tokens)) > 0
}

// claims drafts the claims of an article, in its order.
func (d *Drafter) claims(sentences []sentence, accused, prefix string) []candidate {
	var out []candidate
	before := "" // who spoke last: an entity's id, or a pointer to the claim
	for _, s := range sentences {
		a := d.attribute(s)
		if !d.wanted(s, a) {
			continue
		}
		c := corpus.Claim{ID: fmt.Sprintf("%s%d", prefix, len(out)+1), Lines: []int{s.line}}
		d.speaker(&c, s, a, subjectOf(a, before, accused))
		c.Stance = d.stance(s, a, d.speakerOf(c), accused)
		switch {
		case c.By == corpus.Article:
		case c.Stance == corpus.Denies:
			c.Verb = "denied that"
		case a.class == "accuse":
			c.Verb = "alleged that"
		}
		c.Says = todo("say in your own words what line %d says here", s.line)
		c.Figures = d.figures(s)
		d.when(&c, s)
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
	}
	return out
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
	id, _, _ := strings.Cut(strings.TrimPrefix(c.By, editorial.Todo+" "), "?")
	if d.known.Entity(id) == nil {
		return ""
	}
	return id
}

// speaker fills in who speaks. What only an earlier sentence tells is a TODO.
func (d *Drafter) speaker(c *corpus.Claim, s sentence, a attribution, before string) {
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
	case continues && before != "":
		c.By = todo("%s? if %q means that", before, written)
	case len(named) > 0 && capitals(named):
		c.By, c.As = todo("define an entity for %q", written), written
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

func capitals(tokens []language.Token) bool {
	for _, t := range tokens {
		if t.Caps && t.Start > 0 {
			return true
		}
	}
	return len(tokens) > 0 && tokens[0].Caps && len(tokens) <= 3
}

// stance guesses what a claim does from who speaks and how.
func (d *Drafter) stance(s sentence, a attribution, speaker, accused string) corpus.Stance {
	own := speaker != "" && accused != "" && d.known.BelongsTo(speaker, accused)
	switch {
	case own && (a.class == "accuse" || a.class == "nobody"):
		return corpus.Counters
	case own:
		return corpus.Denies
	case a.class == "deny" && speaker == "":
		return corpus.Denies
	case a.class == "deny":
		return corpus.Stance(todo("denies, alleges or context?"))
	case a.class == "accuse", a.class == "nobody", d.accuses(s.tokens):
		return corpus.Alleges
	}
	return corpus.Context
}
