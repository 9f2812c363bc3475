package answers

import (
	"cmp"
	"slices"
	"strings"

	"allegedly/answers/corpus"
)

// closest is the kinship of a denial that might as well have been of this accusation.
const closest = 200

// commonStem is the rarity of a word that one claim in five has: it makes no two
// claims kin.
const commonStem = 1.8

// firm is the solidity of a denial that is dated, and so can stand alone.
const firm = 400

func (e *Engine) findReply(claim *corpus.Claim) reply {
	var best reply
	rank := -1
	direct := e.directReplies(claim)
	near := e.near(claim.Report(), direct)
	for _, denial := range near {
		r := reply{denial: denial, direct: slices.Contains(direct, denial), older: older(denial, claim)}
		value := e.solid[denial]
		if r.direct {
			value += 1000
		}
		if !r.direct && !(r.older && superseded(denial, near)) {
			value += e.kinship(denial, claim)
		}
		if denial.Report() == claim.Report() {
			value += 100
		}
		if !r.direct && !r.older {
			value += 10
		}
		if value > rank {
			best, rank = r, value
		}
	}
	return best
}

// superseded tells whether the same report carries a later denial of another occasion
// by the same accused: the last word stands beside what none of them answers.
func superseded(denial *corpus.Claim, others []*corpus.Claim) bool {
	return slices.ContainsFunc(others, func(other *corpus.Claim) bool {
		return other.Report() == denial.Report() && saidOn(denial) != "" && before(saidOn(denial), saidOn(other))
	})
}

// kinship tells how near what a denial answers is to another accusation, in points of
// solidity: by the words that only few claims share, and by who accuses.
func (e *Engine) kinship(denial, claim *corpus.Claim) int {
	best := 0.0
	answered := e.corpus.Answered(denial)
	if len(answered) == 0 && denial.Report() == claim.Report() {
		return closest // printed beside it, against accusations in general
	}
	for _, other := range answered[:min(len(answered), most)] {
		near := 0.0
		for stem := range e.index.Features[e.index.Number(claim)].Stems {
			if e.index.Features[e.index.Number(other)].Stems[stem] {
				near += max(0, e.index.Rarity(len(e.index.Stem(stem)))-commonStem)
			}
		}
		if other.By == claim.By && e.corpus.Entity(other.By) != nil {
			near += 1.5
		}
		best = max(best, near)
	}
	return int(min(closest, 40*best))
}

// near returns the denials that may stand beside the claims of a report: those
// given, the report's own, and the firmest by the same accused, in corpus order.
func (e *Engine) near(report *corpus.Report, given []*corpus.Claim) []*corpus.Claim {
	out := slices.Clone(given)
	for _, n := range e.index.InReport(report.ID) {
		if claim := e.corpus.Claims[n]; e.denies(claim) && !slices.Contains(out, claim) {
			out = append(out, claim)
		}
	}
	if firmest := e.about([]string{report.Accused}).firmest; firmest != nil && !slices.Contains(out, firmest) {
		out = append(out, firmest)
	}
	for _, denial := range e.about([]string{report.Accused}).occasions {
		if len(out) < 64 && !slices.Contains(out, denial) {
			out = append(out, denial)
		}
	}
	slices.SortFunc(out, func(a, b *corpus.Claim) int { return cmp.Compare(e.index.Number(a), e.index.Number(b)) })
	return out
}

// directReplies returns the denials that answer the claim or another copy of
// the same statement.
func (e *Engine) directReplies(claim *corpus.Claim) []*corpus.Claim {
	out := slices.Clone(e.corpus.Replies(claim))
	if claim.Origin != "" {
		for _, twin := range e.origins[claim.Origin] {
			for _, denial := range e.corpus.Replies(twin) {
				if !slices.Contains(out, denial) {
					out = append(out, denial)
				}
			}
		}
	}
	return out
}

// solidity tells how well a denial can stand alone: dated, with a speaker of
// its own, long enough to weigh as much as an accusation.
func solidity(denial *corpus.Claim) int {
	value := 0
	if denial.Said != nil && denial.Said.Date != "" {
		value += firm
	}
	if denial.By != corpus.Article && denial.By != corpus.Unnamed {
		value += 40
	}
	if len(strings.Fields(denial.Says)) >= 12 {
		value += 30
	}
	return value
}

// older tells whether a denial was made before the accusation, or at the latest
// before the report that carries an accusation without a date.
func older(denial, claim *corpus.Claim) bool {
	made, said := saidOn(denial), saidOn(claim)
	if said == "" {
		said = claim.Report().Published.Date
	}
	return made != "" && said != "" && before(made, said) && (saidOn(claim) != "" || denial.Report() != claim.Report())
}

// before compares dates as far as both are known: 2022 is not before 2022-04.
func before(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] < b[:n]
}

// unknownReplier tells whether it is asked what somebody replied of whom no report tells:
// "did the bishop deny it?".
func (c *composition) unknownReplier() bool {
	tokens := c.r.query.Tokens
	if c.r.named() {
		return false
	}
	for _, t := range c.r.terms {
		from := t.From - 1
		for from > 0 && tokens[from].Word == "the" {
			from--
		}
		if t.Asked || t.Known || t.light || from < 0 || t.To >= len(tokens) || !c.e.in(tokens[from], "auxiliary") || !c.e.in(tokens[t.To], "reply") && !c.e.in(tokens[t.To], "deny") {
			continue
		}
		if !t.Plain {
			c.r.strangers = append(c.r.strangers, c.e.fullName(c.r.query, t.From))
			c.abstain("abstain.name")
			return true
		}
		c.abstain("abstain.subject")
		return true
	}
	return false
}
