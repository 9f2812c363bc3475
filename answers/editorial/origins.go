package editorial

import (
	"fmt"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// minRepeated is how many words of a quotation two reports must share before it
// looks like one agency text; shorter ones are coined phrases that many repeat.
const minRepeated = 5

// origins finds what looks like one text carried by two reports (rule 15): the
// same file, the same sentence, or the same quotation, without a common origin.
func (w *world) origins() corpus.Findings {
	var found corpus.Findings
	texts := map[string]*corpus.File{}
	carried := map[string]located{} // by sentence or quotation
	shared := map[string][]located{}
	split := w.lexicon.Splitter()
	for _, file := range w.files {
		r := file.Report
		if r == nil {
			continue
		}
		if hash := r.Text.SHA256; hash != "" {
			if other := texts[hash]; other != nil {
				found = append(found, file.Finding(corpus.Error, "same-text", fmt.Sprintf("%s rests on the very same text; one text is one report", other.Name), "text", "sha256"))
			}
			texts[hash] = file
		}
		for i := range r.Claims {
			c := &r.Claims[i]
			here := located{file, r, c, i}
			if c.Origin != "" {
				shared[c.Origin] = append(shared[c.Origin], here)
			}
			for _, part := range repeatable(c, split) {
				other, ok := carried[part]
				if !ok {
					carried[part] = here
				} else if other.report != r && (c.Origin == "" || c.Origin != other.claim.Origin) {
					found = append(found, file.Finding(corpus.Warning, "origin", fmt.Sprintf("%s says the same in the same words; if both carry one statement, give both the same \"origin\"", keyOf(other.report, other.claim.ID)), "claims", i))
					break
				}
			}
		}
	}
	for origin, claims := range shared {
		if len(claims) == 1 {
			found = append(found, claims[0].file.Finding(corpus.Warning, "origin", fmt.Sprintf("no other claim has the origin %q; is it misspelt?", origin), "claims", claims[0].n, "origin"))
		}
	}
	return found
}

// repeatable returns what would show that two claims carry one text: the
// sentence, and its longer quotations.
func repeatable(c *corpus.Claim, split func(string) []language.Token) []string {
	if c.Stance == corpus.Remark || strings.HasPrefix(c.Says, corpus.Todo) {
		return nil
	}
	tokens := split(c.Says)
	var out []string
	if len(tokens) >= minRepeated {
		out = append(out, c.By+": "+folded(tokens))
	}
	var quote []language.Token
	flush := func() {
		if len(quote) >= minRepeated {
			out = append(out, "\""+folded(quote))
		}
		quote = nil
	}
	for i, t := range tokens {
		if !t.Quoted || i > 0 && len(quote) > 0 && !sameQuotation(c.Says, tokens[i-1], t) {
			flush()
		}
		if t.Quoted {
			quote = append(quote, t)
		}
	}
	flush()
	return slices.Compact(out)
}

func folded(tokens []language.Token) string {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.Word
	}
	return strings.Join(words, " ")
}
