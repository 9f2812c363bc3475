package planning

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/reading"
	"allegedly/answers/record"
)

func (c *Composition) ofGroup(t reading.Term, group string) bool { return c.p.OfGroup(c.r, t, group) }

// standing returns what holds for whom the question is about.
func (c *Composition) standing() *record.Standing { return c.p.About(c.r.AboutAccused()) }

// firstName returns the name that the question itself gives first, of those that keep says; nil where there is none.
func (c *Composition) firstName(keep func(*reading.Name) bool) *reading.Name {
	var first *reading.Name
	for i := range c.r.Names {
		if n := &c.r.Names[i]; n.From >= 0 && !n.Weak && (first == nil || n.From < first.From) && keep(n) {
			first = n
		}
	}
	return first
}

// afterName returns the place of the word that follows a name; -1 where the name ends the question.
func (c *Composition) afterName(n *reading.Name) int {
	for _, m := range c.r.Query.Mentions {
		if m.From == n.From && m.To < len(c.r.Query.Tokens) {
			return m.To
		}
	}
	return -1
}

func (c *Composition) contentTerms() []reading.Term {
	var out []reading.Term
	for _, t := range c.r.Terms {
		if !t.Asked {
			out = append(out, t)
		}
	}
	return out
}

// hasGivenNames tells whether the claim has every name that the question itself gives.
func (c *Composition) hasGivenNames(claim *corpus.Claim) bool {
	for _, n := range c.r.Names {
		if n.From >= 0 && c.p.Index.Relation(c.p.Index.Number(claim), n.IDs) == 0 {
			return false
		}
	}
	return true
}

// ownNames counts the names that the question itself gives, the accused apart.
func (c *Composition) ownNames() int {
	n := 0
	for i := range c.r.Names {
		n += record.BoolInt(c.r.Names[i].From >= 0 && !c.r.Names[i].Weak)
	}
	return n
}

// asks tells whether the question uses a word of the group.
func (c *Composition) asks(group string) bool {
	return c.p.Asks(c.r, group)
}

func (c *Composition) hasNames(claim *corpus.Claim) bool {
	for _, name := range c.r.Names {
		if c.p.Index.Relation(c.p.Index.Number(claim), name.IDs) == 0 {
			return false
		}
	}
	return true
}

func (c *Composition) inScope(claim *corpus.Claim) bool {
	return len(c.r.Reports) == 0 || slices.Contains(c.r.Reports, claim.Report().ID)
}

// opening returns the first word of the question after those by which it goes on: "and who".
func (c *Composition) opening() string {
	for _, t := range c.r.Query.Tokens {
		if !c.p.In(t, "going-on") {
			return t.Word
		}
	}
	return ""
}

// opensWhether tells whether the question asks whether something is so: "did they", "is it".
func (c *Composition) opensWhether() bool {
	return c.p.In(c.r.First(), "auxiliary") || c.p.In(c.r.First(), "copula")
}

// asksBesideNames tells whether the question uses a word of the group that is not part of a name: "what link", and
// not "the Mill Workers' Association".
func (c *Composition) asksBesideNames(group string) bool {
	for i, t := range c.r.Query.Tokens {
		if c.p.In(t, group) && !slices.ContainsFunc(c.r.Query.Mentions, func(m corpus.Mention) bool { return i >= m.From && i < m.To }) {
			return true
		}
	}
	return false
}
