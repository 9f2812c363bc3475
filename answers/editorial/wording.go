package editorial

import (
	"fmt"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// A text is a value of a report that an answer may print.
type text struct {
	value    string
	path     []any
	sentence bool // stands alone, not behind a speaker and a verb
}

// printed returns the texts of the file that answers print. The title is the
// publisher's own and is printed as such; words for finding are never printed.
func printed(file *corpus.File) []text {
	var out []text
	add := func(value string, sentence bool, path ...any) {
		if value != "" && !strings.HasPrefix(value, corpus.Todo) {
			out = append(out, text{value, path, sentence})
		}
	}
	for i, e := range entitiesOf(file) {
		add(e.Name, false, "entities", i, "name")
		add(e.Label, false, "entities", i, "label")
		add(e.Is, true, "entities", i, "is")
	}
	if file.Report == nil {
		return out
	}
	add(file.Report.Subject, true, "subject")
	add(file.Report.Note, true, "note")
	for i, c := range file.Report.Claims {
		add(c.As, false, "claims", i, "as")
		add(c.Says, c.Stance == corpus.Remark, "claims", i, "says")
		add(c.AimedAt, true, "claims", i, "aimed_at")
		if c.Period != nil {
			add(c.Period.Text, false, "claims", i, "period", "text")
		}
		for j, f := range c.Figures {
			add(f.Of, false, "claims", i, "figures", j, "of")
		}
		for _, list := range []struct {
			field  string
			values []string
		}{{"targets", c.Targets}, {"assets", c.Assets}, {"purpose", c.Purpose}, {"method", c.Method}, {"evidence", c.Evidence}, {"reason", c.Reason}} {
			for j, value := range list.values {
				add(value, false, "claims", i, list.field, j)
			}
		}
	}
	return out
}

func entitiesOf(file *corpus.File) []corpus.Entity {
	if file.Report != nil {
		return file.Report.Entities
	}
	return file.Entities
}

// wording finds sentences that convict: guilt in a noun or a label anywhere
// (rules 7 and 11), and guilt verbs with the accused as agent where nobody is
// named who says so (rule 6).
func wording(p *pass) {
	for _, t := range printed(p.file) {
		tokens := p.split(t.value)
		for _, id := range []string{"label", "guilt-noun"} {
			for _, s := range unquoted(tokens, p.world.words.List(id).Find(tokens)) {
				p.error("guilt-noun", fmt.Sprintf("%q finds somebody guilty by a name; call it what nobody disputes, or quote it with its speaker", textOf(t.value, tokens, s)), t.path...)
			}
		}
		if s, ok := p.ownedAgent(tokens); ok {
			p.error("guilt-noun", fmt.Sprintf("%q takes the deed for granted; write it as what the accuser says: \"X, whom the accuser links to ...\"", textOf(t.value, tokens, s)), t.path...)
		}
		if t.sentence {
			p.unattributed(t, tokens)
		}
	}
}

// unquoted leaves out the spans that stand in quotation marks.
func unquoted(tokens []language.Token, spans []Span) []Span {
	var out []Span
	for _, s := range spans {
		if !tokens[s.From].Quoted {
			out = append(out, s)
		}
	}
	return out
}

// ownedAgent finds an owner with the deed or its doers: "the town's smugglers".
// Only the accused and whoever acts for it can be convicted by it here.
func (p *pass) ownedAgent(tokens []language.Token) (Span, bool) {
	for _, s := range unquoted(tokens, p.world.words.List("agent").Find(tokens)) {
		for i := s.From - 1; i >= 0 && i >= s.From-2; i-- {
			owner := tokens[i].Text
			if strings.HasSuffix(owner, "'s") || strings.HasSuffix(owner, "’s") || strings.HasSuffix(owner, "s'") || strings.HasSuffix(owner, "s’") {
				if p.file.Report == nil || p.world.accusedBefore(tokens, p.file.Report, i+1) {
					return Span{i, s.To}, true
				}
			}
		}
	}
	return Span{}, false
}

// unattributed finds a guilt verb with the accused before it, in a text that
// stands alone and names nobody who says so.
func (p *pass) unattributed(t text, tokens []language.Token) {
	if p.file.Report == nil {
		return
	}
	words := p.world.words
	for _, s := range unquoted(tokens, words.List("guilt-verb").Find(tokens)) {
		if p.isEvent(tokens, s) || !p.world.accusedBefore(tokens, p.file.Report, s.From) {
			continue
		}
		attributed := false
		for _, id := range []string{"say", "accuse", "deny", "attributing-noun"} {
			attributed = attributed || len(words.List(id).Find(tokens[:s.From])) > 0
		}
		if !attributed {
			p.error("guilt-verb", fmt.Sprintf("%q states guilt as a fact; say who alleges it, before the deed", textOf(t.value, tokens, s)), t.path...)
			return
		}
	}
}

// isEvent tells whether the word is a thing that happened ("the raid", "one
// hack") and not what somebody did.
func (p *pass) isEvent(tokens []language.Token, s Span) bool {
	if s.From == 0 {
		return false
	}
	before := tokens[s.From-1 : s.From]
	return before[0].Number || len(p.world.words.List("counted").Find(before)) > 0
}
