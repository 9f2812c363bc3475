package audit

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// maxEcho is how many characters of the asker's own words an answer may repeat.
const maxEcho = 30

// wordOrName is one word, or a name of up to three that begin with capitals.
var wordOrName = regexp.MustCompile(`^(?:\S+|\p{Lu}\S*(?: [\p{Lu}\p{N}]\S*){1,2})$`)

var echoed = regexp.MustCompile(`"([^"]*)"`)

// abstention checks an answer that answers nothing: it carries no claim, no
// source, no figure, no accusation, and next to nothing of what was asked.
func (c *check) abstention() {
	if len(c.answer.Sources) > 0 {
		c.breach("abstention", "it names sources")
	}
	for i := range c.parts {
		p := &c.parts[i]
		if len(p.Claims) > 0 || len(p.Citations) > 0 {
			c.breach("abstention", "it rests on claims: %s", p.Text)
		}
		if n := numbers(echoed.ReplaceAllString(p.text, "")); len(n) > 0 && p.Role == "lead" {
			c.breach("abstention", "it gives the figure %s: %s", n[0].text, p.Text)
		}
		echoes := echoed.FindAllStringSubmatch(p.text, -1)
		if len(echoes) > 1 {
			c.breach("abstention", "it repeats more than a word: %s", p.Text)
		}
		for _, m := range echoes {
			if utf8.RuneCountInString(m[1]) > maxEcho || strings.ContainsAny(m[1], "@<>`*_~|[]()#") || !wordOrName.MatchString(m[1]) {
				c.breach("abstention", "it repeats more than a word or a name, or markup: %s", p.Text)
			}
		}
		for _, words := range []*regexp.Regexp{guiltVerb, guiltNoun} {
			c.banned("abstention", words, echoed.ReplaceAllString(p.text, ""), p.Text)
		}
	}
}
