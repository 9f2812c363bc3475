package intent

import (
	"strings"

	"allegedly/answers/language"
)

// withoutHearsay drops from whom the asker has it, who is none that a report could name ("my boss
// says that ...", "fact check: ..."), and the tag that asks whether it is so: what is left is a
// statement, and is held against the reports as any other premise is. A question that asks
// something else beside it is left as it is.
func (r *Reader) withoutHearsay(utterance string, tokens []language.Token) []language.Token {
	rest := r.afterFrame(tokens)
	if len(rest) < leastHeard {
		return tokens
	}
	clauses := clausesOf(utterance, rest)
	for len(clauses) > 1 && r.isTag(clauses[len(clauses)-1]) {
		clauses = clauses[:len(clauses)-1]
	}
	kept, quoted := rest[:0:0], 0
	for _, clause := range clauses {
		if r.asksSomething(clause) {
			return tokens
		}
		kept = append(kept, clause...)
	}
	if len(kept) < leastHeard {
		return tokens
	}
	for _, token := range kept {
		if token.Quoted {
			quoted++
		}
	}
	if quoted == len(kept) { // what is quoted is the asker's own draft
		for i := range kept {
			kept[i].Quoted = false
		}
	}
	return kept
}

// leastHeard is how many words tell something.
const leastHeard = 3

// isTag tells whether the clause does nothing but ask whether what stands before it is so.
func (r *Reader) isTag(clause []language.Token) bool {
	for len(clause) > 1 && r.lexicon.Ignorable(clause[0].Word) && !r.opens(clause, "hearsay-tag") {
		clause = clause[1:] // "so, is that right?"
	}
	concept := r.lexicon.Concept("hearsay-tag")
	for _, p := range r.lexicon.PhrasesAt(clause, 0) {
		if p.Concept == concept && p.To == len(clause) {
			return true
		}
	}
	return len(clause) == 1 && r.in(clause[0], "hearsay-tag")
}

// afterFrame returns what follows a frame of hearsay that the tokens open with; nil where they
// open with none.
func (r *Reader) afterFrame(tokens []language.Token) []language.Token {
	i := 0
	for i < len(tokens) && i < 3 && r.in(tokens[i], "going-on") {
		i++ // "so my boss says ..."
	}
	if n := r.runs(tokens[i:], "checking-phrase"); n > 0 {
		return afterThat(tokens[i+n:])
	}
	if n := r.source(tokens[i:]); n > 0 { // my boss, at work
		for k := i + n; k < len(tokens) && k <= i+n+3; k++ {
			if r.in(tokens[k], "hearsay-verb") {
				return afterThat(tokens[k+1:])
			}
		}
		return nil
	}
	if i < len(tokens) && (tokens[i].Word == "i" || tokens[i].Word == "we") {
		for k := i + 1; k < len(tokens) && k < i+4; k++ {
			if !r.in(tokens[k], "hearing-verb") {
				continue
			}
			if k+2 < len(tokens) && r.in(tokens[k+1], "part-preposition") {
				if n := r.source(tokens[k+2:]); n > 0 {
					return afterThat(tokens[k+2+n:])
				}
			}
			if k+1 < len(tokens) && tokens[k+1].Word == "that" {
				return tokens[k+2:]
			}
			return nil
		}
	}
	return nil
}

// source returns how many tokens name somebody or something that one has it from and that no
// report names.
func (r *Reader) source(tokens []language.Token) int {
	for k := 0; k < len(tokens) && k < 4; k++ {
		if r.in(tokens[k], "hearsay-source") {
			if len(r.index.Linker.Link(tokens[:k+1])) > 0 {
				return 0
			}
			return k + 1
		}
		if !r.lexicon.Ignorable(tokens[k].Word) && !r.in(tokens[k], "hearsay-determiner") {
			return 0
		}
	}
	return 0
}

// runs returns how long the expression of the group is that the tokens open with.
func (r *Reader) runs(tokens []language.Token, group string) int {
	longest := 0
	if len(tokens) > 0 {
		for _, p := range r.lexicon.PhrasesAt(tokens, 0) {
			if p.Concept == r.lexicon.Concept(group) {
				longest = max(longest, p.To)
			}
		}
	}
	return longest
}

// afterThat drops to whom it was said, and "that".
func afterThat(tokens []language.Token) []language.Token {
	for len(tokens) > 0 && strings.Contains(" me us everyone everybody today yesterday somewhere recently that ", " "+tokens[0].Word+" ") {
		tokens = tokens[1:]
	}
	return tokens
}
