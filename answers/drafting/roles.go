package drafting

import (
	"regexp"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

const (
	nameWords = `\p{Lu}[\p{L}-]+(?: (?:\p{Ll}{1,3} )?\p{Lu}[\p{L}-]+)*`
	roleWords = `\p{Ll}[\p{L}-]*(?: \p{Ll}[\p{L}-]*){0,3}`
)

var (
	roleBefore = regexp.MustCompile(`(` + nameWords + `)['’]s (` + roleWords + `), (` + nameWords + `),`)             // the Mill's owner, Ada Larn,
	roleBehind = regexp.MustCompile(`(` + nameWords + `), (?:the )?(` + nameWords + `)['’]s (` + roleWords + `)[,.]`) // Ada Larn, the Mill's owner,
)

// withRoles fills in to whom the new names belong, and as what, where the article
// tells it with the name. The drafter must know the names.
func (d *Drafter) withRoles(entities []corpus.Entity, sentences []sentence) {
	belongs := func(name, owner, role string) {
		for i := range entities {
			e := &entities[i]
			if e.Name != name || e.Of != "" {
				continue
			}
			if m := d.linker.LinkPrinted(language.Split(owner)); len(m) == 1 && len(m[0].IDs) == 1 && m[0].IDs[0] != e.ID {
				e.Of, e.Roles = m[0].IDs[0], []string{strings.TrimSpace(role)}
			}
		}
	}
	for _, s := range sentences {
		for _, m := range roleBefore.FindAllStringSubmatch(s.text, -1) {
			belongs(m[3], m[1], m[2])
		}
		for _, m := range roleBehind.FindAllStringSubmatch(s.text, -1) {
			belongs(m[1], m[2], m[3])
		}
	}
}
