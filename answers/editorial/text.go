package editorial

import (
	"fmt"
	"io/fs"
	"strings"

	"allegedly/answers/corpus"
)

// againstText compares each claim with the lines it rests on: a qualifier or a
// period that stands there and is lost in the claim is a finding (rule 18), and so
// are somebody's words that lost their quotation marks (rule 17). Hashes, lines, names and quotations are what verifying is for.
func againstText(p *pass) {
	r := p.file.Report
	if r == nil || p.options.Texts == nil {
		return
	}
	content, err := fs.ReadFile(p.options.Texts, r.Text.File)
	if err != nil {
		return // verifying says so
	}
	lines := strings.Split(string(content), "\n")
	for i := range r.Claims {
		c := &r.Claims[i]
		if c.Stance == corpus.Remark {
			continue
		}
		p.lostMarks(c, i, lines)
		for j, f := range c.Figures {
			if f.Missing {
				continue
			}
			for _, n := range c.Lines {
				if n >= 1 && n <= len(lines) {
					p.figureInLine(c, f, lines[n-1], n, "claims", i, "figures", j)
				}
			}
		}
	}
}

// leastQuoted is how many words of a quotation in a row are no chance.
const leastQuoted = 4

// lostMarks finds words at the beginning of "says" that stand between quotation
// marks in a cited line, but not in the claim: YAML takes the outer marks of a
// value for its own.
func (p *pass) lostMarks(c *corpus.Claim, i int, lines []string) {
	says := p.split(c.Says)
	for _, n := range c.Lines {
		if n < 1 || n > len(lines) {
			continue
		}
		line := p.split(lines[n-1])
		for from := range line {
			run := 0
			for run < len(says) && from+run < len(line) && line[from+run].Quoted && !says[run].Quoted && line[from+run].Word == says[run].Word {
				run++
			}
			if run >= leastQuoted {
				p.warn("quotation-lost", fmt.Sprintf("line %d has %q between quotation marks; YAML takes the outer marks of a value for its own, so write says: '\"...\"'", n, joined(says[:run])), "claims", i, "says")
				return
			}
		}
	}
}

func (p *pass) figureInLine(c *corpus.Claim, f corpus.Figure, line string, n int, at ...any) {
	lexicon, words := p.world.lexicon, p.world.words
	own := p.split(f.Text)
	wanted := lexicon.Figures(own, lexicon.Dates(own))
	if len(wanted) == 0 {
		return
	}
	qualified := len(words.List("qualifier").Find(own)) > 0
	for _, sentence := range words.Sentences(line) {
		tokens := p.split(sentence)
		for _, g := range lexicon.Figures(tokens, lexicon.Dates(tokens)) {
			if !g.Same(wanted[0]) || g.Scaled != wanted[0].Scaled {
				continue
			}
			if before, ok := p.world.linter.Qualifier(tokens, g); ok && !qualified {
				p.warn("figure-qualifier", fmt.Sprintf("line %d has %q before this figure; keep it in \"text\" and \"says\"", n, joined(tokens[before.From:before.To])), append(at, "text")...)
			}
			if when := p.stretch(tokens); when != "" && c.Period == nil && c.Happened == nil && (f.Measures == corpus.Total || f.Measures == corpus.Part) {
				p.warn("figure-period", fmt.Sprintf("line %d gives a time with this figure (%q); put it under \"period\"", n, when), at...)
			}
			return
		}
	}
}
