package editorial

import (
	"fmt"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// verbs holds the attribution of each claim to rules 2, 5, 10 and 28: the verb
// attributes, takes no side, is hedged once at most, and undercuts no reply.
func verbs(p *pass) {
	if p.file.Report == nil {
		return
	}
	words := p.world.words
	for i := range p.file.Report.Claims {
		c := &p.file.Report.Claims[i]
		verb, says := p.split(c.Verb), p.split(c.Says)
		if c.Verb != "" && !p.attributes(verb) {
			p.warn("verb", fmt.Sprintf("%q does not attribute; use a verb such as \"said that\", \"accused\", \"put\", \"estimated\" or \"denied that\"; docs/editing.md has more", c.Verb), "claims", i, "verb")
		}
		side := "uneven-accuser"
		if c.Stance == corpus.Denies || c.Stance == corpus.Counters {
			side = "uneven-accused"
		}
		if spans := unquoted(verb, words.List(side).Find(verb)); len(spans) > 0 {
			p.error("uneven-verb", fmt.Sprintf("%q takes a side: %s Use \"said that\", \"alleged that\", \"denied that\" or \"rejected\"", textOf(c.Verb, verb, spans[0]), words.List(side).Why), "claims", i, "verb")
		}
		if c.Stance == corpus.Alleges || c.Stance == corpus.Counters {
			p.hedges(c, i, verb, says)
		}
		if c.Stance == corpus.Denies {
			for _, part := range []struct {
				field  string
				text   string
				tokens []language.Token
			}{{"verb", c.Verb, verb}, {"says", c.Says, says}} {
				for _, s := range unquoted(part.tokens, words.List("undercut").Find(part.tokens)) {
					p.error("undercut", fmt.Sprintf("%q undercuts the reply; leave it out", textOf(part.text, part.tokens, s)), "claims", i, part.field)
				}
			}
		}
		if trimmed := strings.TrimRight(c.Says, " \n"); strings.HasSuffix(trimmed, ".") && !strings.HasSuffix(trimmed, "...") && !initials(trimmed) {
			p.warn("full-stop", "\"says\" continues a sentence and ends without a full stop", "claims", i, "says")
		}
	}
}

// initials tells whether the text ends in an abbreviation such as "U.S.".
func initials(text string) bool {
	last := text[strings.LastIndexByte(text, ' ')+1:]
	return strings.Count(last, ".") > 1
}

func (p *pass) attributes(verb []language.Token) bool {
	for _, id := range []string{"say", "accuse", "deny", "verb", "uneven-accuser", "uneven-accused"} {
		if len(p.world.words.List(id).Find(verb)) > 0 {
			return true
		}
	}
	return false
}

// hedges finds a second hedge in an attributed accusation (rule 5).
func (p *pass) hedges(c *corpus.Claim, i int, verb, says []language.Token) {
	list := p.world.words.List("hedge")
	for _, s := range unquoted(says, list.Find(says)) {
		if c.By != corpus.Article && c.By != corpus.Unnamed { // there the article's own hedge is part of what it says
			p.warn("double-hedge", fmt.Sprintf("%q hedges what is attributed already; the speaker is hedge enough", textOf(c.Says, says, s)), "claims", i, "says")
		}
	}
	for _, s := range unquoted(verb, list.Find(verb)) {
		// "alleged that" attributes, and "reportedly" tells of the chain.
		if word := verb[s.From].Word; strings.HasSuffix(word, "ly") && word != "reportedly" {
			p.warn("double-hedge", fmt.Sprintf("%q is no attribution, and beside one it says nothing more", textOf(c.Verb, verb, s)), "claims", i, "verb")
		}
	}
}

// MaxQuotation is how many words of other people's text a quotation may have.
const MaxQuotation = 15

// quotations finds quotations longer than MaxQuotation.
func quotations(p *pass) {
	for _, t := range printed(p.file) {
		tokens := p.split(t.value)
		for i := 0; i < len(tokens); {
			n := 0
			for i+n < len(tokens) && tokens[i+n].Quoted && (n == 0 || sameQuotation(t.value, tokens[i+n-1], tokens[i+n])) {
				n++
			}
			if n > MaxQuotation {
				p.error("quotation-long", fmt.Sprintf("the quotation has %d words; quote at most %d and tell the rest in your own words", n, MaxQuotation), t.path...)
			}
			i += max(n, 1)
		}
	}
}

// sameQuotation tells whether no quotation mark stands between two quoted tokens.
func sameQuotation(text string, a, b language.Token) bool {
	return !strings.ContainsAny(text[a.End:b.Start], "\"“”«»")
}
