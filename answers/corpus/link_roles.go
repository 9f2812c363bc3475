package corpus

import (
	"slices"
	"strings"
	"unicode"

	"allegedly/answers/language"
)

type roleAlias struct {
	words    []string
	entity   string
	owner    string
	definite bool // only as "the newspaper", in the singular
}

// linkRoles extends an owner's mention by a role of what belongs to it ("Seoul's
// top spy agency"), and finds a role alone where only one entity has it.
func (l *Linker) linkRoles(tokens []language.Token, mentions []Mention) []Mention {
	all := mentions
	mentions = slices.DeleteFunc(slices.Clone(all), func(m Mention) bool { return l.anothers(tokens, m, all) })
	covered := make([]bool, len(tokens))
	for _, m := range mentions {
		for i := m.From; i < m.To; i++ {
			covered[i] = true
		}
	}
	for k := range mentions {
		m := &mentions[k]
		for skip := 0; skip <= 1 && m.To+skip < len(tokens) && !covered[m.To+skip]; skip++ {
			if skip == 1 && (l.plain(tokens[m.To].Word) || l.field(tokens[m.To])) {
				break // "X the leader" is not "X's leader", nor X's defence ministry the one that speaks
			}
			if role, n := l.roleAt(tokens, m.To+skip, m.IDs); n > 0 {
				to := m.To + skip + n
				for i := m.From; i < to; i++ {
					covered[i] = true
				}
				m.IDs, m.Reports, m.To = []string{role}, nil, to
				break
			}
		}
	}
	for i := 0; i < len(tokens); i++ {
		if covered[i] {
			continue
		}
		role, n := l.roleOf(tokens, i, mentions)
		weak := n == 0
		if weak {
			role, n = l.roleAt(tokens, i, nil)
		}
		if n > 0 && weak && i > 0 && (tokens[i-1].Word == "which" || tokens[i-1].Word == "what") {
			i += n - 1 // "which agency" is not the one agency there is
			continue
		}
		if n > 0 && weak && i > 0 && covered[i-1] {
			i += n - 1 // "X's ministry" is not the ministry that only Y has
			continue
		}
		if n > 0 {
			m := Mention{From: i, To: i + n, IDs: []string{role}, Weak: weak}
			mentions = append(mentions, m)
			i += n - 1
		}
	}
	slices.SortStableFunc(mentions, func(a, b Mention) int { return a.From - b.From })
	return mentions
}

// anothers tells whether a mention is but a role, right after the name of
// somebody whose role it is not: "X's foreign ministry".
func (l *Linker) anothers(tokens []language.Token, m Mention, mentions []Mention) bool {
	for _, owner := range mentions {
		if owner.To != m.From {
			continue
		}
		role, n := l.roleAt(tokens, m.From, nil)
		return n == m.To-m.From && slices.Contains(m.IDs, role) && !slices.ContainsFunc(owner.IDs, func(id string) bool { return l.corpus.BelongsTo(role, id) })
	}
	return false
}

// roleOf finds the entity whose role begins at token i where its owner follows:
// "the foreign ministry of X".
func (l *Linker) roleOf(tokens []language.Token, i int, mentions []Mention) (entity string, n int) {
	for _, owner := range mentions {
		if owner.From <= i {
			continue
		}
		role, n := l.roleAt(tokens, i, owner.IDs)
		if j := i + n; n > 0 && j < owner.From && tokens[j].Word == "of" && (owner.From == j+1 || owner.From == j+2 && tokens[j+1].Word == "the") {
			return role, n
		}
	}
	return "", 0
}

// roleAt finds the entity whose role begins at token i and that belongs to one
// of the owners; without owners, the only entity with that role.
func (l *Linker) roleAt(tokens []language.Token, i int, owners []string) (entity string, n int) {
	if i > 0 && l.office(tokens, i-1) {
		return "", 0 // "prime minister" is another than "minister"
	}
	for _, role := range l.roles[singular(tokens[i].Word)] {
		if n > len(role.words) {
			break
		}
		if !hasRole(tokens[i:], role.words) || role.definite && (i == 0 || tokens[i-1].Word != "the" || tokens[i+len(role.words)-1].Word != role.words[len(role.words)-1]) {
			continue
		}
		if owners == nil {
			if entity != "" && entity != role.entity {
				return "", 0
			}
			entity, n = role.entity, len(role.words)
			continue
		}
		for _, owner := range owners {
			if role.owner == owner || l.corpus.BelongsTo(role.entity, owner) {
				return role.entity, len(role.words)
			}
		}
	}
	return entity, n
}

// hasRole tells whether the tokens begin with the words of a role, in the
// singular or the plural; "regulate" is no regulator.
func hasRole(tokens []language.Token, words []string) bool {
	if len(tokens) < len(words) {
		return false
	}
	for i, word := range words {
		if singular(tokens[i].Word) != singular(word) {
			return false
		}
	}
	return true
}

func singular(word string) string {
	if base, ok := strings.CutSuffix(word, "ies"); ok && len(base) > 1 {
		return base + "y"
	}
	if base, ok := strings.CutSuffix(word, "s"); ok && len(base) > 2 && !strings.HasSuffix(base, "s") {
		return base
	}
	return word
}

// calling returns what a name without roles says its bearer is: "security firm" of "the security
// firm Tallow Point".
func calling(e *Entity) string {
	before, labelled := strings.CutSuffix(e.Name, e.Label)
	if len(e.Roles) > 0 || e.Label == "" || !labelled || e.Kind == Incident || e.Kind == Topic || e.Kind == Programme {
		return ""
	}
	words := strings.Fields(before)
	for i := len(words) - 1; i >= 0; i-- {
		if !plainWord(words[i]) || words[i] == "the" {
			words = words[i+1:]
			break
		}
	}
	if len(words) > 3 {
		return ""
	}
	return strings.Join(words, " ")
}

// addRole files a role or a kind ("the spokesman of the ministry") under its first word, for those who
// are named by it alone.
func (l *Linker) addRole(role string, alias roleAlias) {
	if alias.words = foldedWords(role); len(alias.words) > 0 {
		first := singular(alias.words[0])
		l.roles[first] = append(l.roles[first], alias)
	}
}

// plainWord tells whether a word is small letters alone.
func plainWord(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLower(r) })
}
