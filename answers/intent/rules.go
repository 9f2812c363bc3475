package intent

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"math/bits"
	"slices"
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"

	"gopkg.in/yaml.v3"
)

// A Rule reads one way of asking. It is data: patterns that match, patterns
// that must not, and examples of both kinds.
type Rule struct {
	ID       string       `yaml:"id"`               // file-wide name, for the trace
	Intent   string       `yaml:"intent,omitempty"` // what is asked; one of Intents
	Facet    corpus.Facet `yaml:"facet,omitempty"`  // the kind of fact asked for; one of Facets
	Aspect   string       `yaml:"aspect,omitempty"` // a variant of the intent, such as largest or first; one of its Aspects
	Slot     string       `yaml:"slot,omitempty"`   // instead of an intent: what the mention it matches is; one of Slots
	Weight   float64      `yaml:"weight"`           // the stronger reading wins
	Patterns []string     `yaml:"patterns"`
	Unless   []string     `yaml:"unless,omitempty"` // patterns under which the rule does not hold
	Examples []string     `yaml:"examples"`         // must match
	Near     []string     `yaml:"near"`             // must not match

	patterns, unless []pattern
	file             string
	line             int
}

// A Match is a rule that matched.
type Match struct {
	Rule      *Rule
	Pattern   string
	Explained []int // tokens that the rule accounts for
	Mentions  []int // numbers of the mentions that it matched
}

// Rules are all rules, in the order of their files.
type Rules struct {
	All []*Rule

	numbered int                 // patterns that are looked up by their words
	byMark   map[uint16][]uint16 // their numbers, by each word or group of the element with fewest
}

// Intents that a rule may name. Each is answered by its own plan in package planning.
var Intents = []string{
	"greeting", "thanks", "help", "about", "insult",
	"fact", "accuser", "definition", "denial", "counter", "spokesperson", "quote",
	"extreme", "compare", "total", "list", "timeline", "mentions", "unanswered", "replied",
	"order", "elapsed", "ratio", "verdict", "lacks", "source", "discrepancy", "same", "verify",
	"overview", "more", "advice",
}

// Aspects are the variants that a rule may name with an intent. A plan knows
// them by these names; it would pass over any other in silence.
var Aspects = map[string][]string{
	"about":        {"complaint"},
	"advice":       {"judgement"},
	"definition":   {"described", "origin"},
	"denial":       {"aimed", "report", "scope"},
	"extreme":      {"ends", "first", "largest", "last", "nearest", "smallest"},
	"fact":         {"channel"},
	"list":         {"accusations", "accusations-without", "accusers", "accusers-with", "beyond", "dates", "denials", "figures", "kind", "other-accused", "parts-played", "quoted", "reports", "traits"},
	"lacks":        {"granted", "retraction"},
	"mentions":     {"each", "others", "shared", "within", "without"},
	"compare":      {"clauses", "periods", "why", "with-that"},
	"order":        {"after-reply", "before-reply", "beside"},
	"ratio":        {"rate"},
	"replied":      {"accuser", "silence", "which"},
	"same":         {"figures", "described"},
	"source":       {"address", "credits", "author", "published", "publisher", "title"},
	"spokesperson": {"name", "relayed", "told"},
	"discrepancy":  {"gap", "hedged", "meant"},
	"elapsed":      {"back"},
	"thanks":       {"nod"},
	"total":        {"own", "parts", "rest"},
	"unanswered":   {"report"},
	"verdict":      {"agreed", "motive", "true"},
	"verify":       {"identity", "member", "mention", "words"},
}

// Slots are what a mention can be found to be: who says it, who replies, whom it
// is aimed at, or the report that it is in.
var Slots = []string{"speaker", "source", "replier", "target", "report"}

// Facets are the kinds of fact that a rule may ask for: all that a claim can have.
var Facets = []corpus.Facet{
	corpus.FacetAmount, corpus.FacetCount, corpus.FacetShare, corpus.FacetDuration, corpus.FacetWhen,
	corpus.FacetTarget, corpus.FacetAsset, corpus.FacetActor, corpus.FacetPurpose, corpus.FacetMethod,
	corpus.FacetEvidence, corpus.FacetReason, corpus.FacetPlace, corpus.FacetDefinition, corpus.FacetQuote,
	corpus.FacetRanking, corpus.FacetPlan, corpus.FacetDisclosure, corpus.FacetAdmission, corpus.FacetArrest,
	corpus.FacetConviction, corpus.FacetProof,
}

// LoadRules reads rules/*.yaml of fsys. Every defect is a finding.
func LoadRules(fsys fs.FS, lexicon *language.Lexicon) (*Rules, corpus.Findings) {
	files, found := ReadRules(fsys)
	rules, more := NewRules(files, lexicon)
	return rules, append(found, more...)
}

// A RuleFile is a file of rules as written.
type RuleFile struct {
	name  string
	rules []*Rule
	lines map[string]int // by id of the rule
}

// ReadRules reads rules/*.yaml of fsys, which needs no lexicon yet. Every defect is a finding.
func ReadRules(fsys fs.FS) ([]RuleFile, corpus.Findings) {
	var files []RuleFile
	var found corpus.Findings
	names, _ := fs.Glob(fsys, "rules/*.yaml")
	slices.Sort(names)
	for _, name := range names {
		content, err := fs.ReadFile(fsys, name)
		if err != nil {
			found = append(found, corpus.Finding{File: name, Severity: corpus.Error, Rule: "read", Message: err.Error()})
			continue
		}
		file := RuleFile{name: name, lines: linesOf(content)}
		decoder := yaml.NewDecoder(bytes.NewReader(content))
		decoder.KnownFields(true)
		if err := decoder.Decode(&file.rules); err != nil {
			found = append(found, corpus.Finding{File: name, Severity: corpus.Error, Rule: "yaml", Message: err.Error()})
			continue
		}
		files = append(files, file)
	}
	return files, found
}

// NewRules prepares the rules of the files for questions in the words of the lexicon. Every
// defect is a finding.
func NewRules(files []RuleFile, lexicon *language.Lexicon) (*Rules, corpus.Findings) {
	rules := &Rules{}
	var found corpus.Findings
	seen := map[string]string{}
	reader := newPatternReader(lexicon)
	for _, file := range files {
		for _, rule := range file.rules {
			rule.file, rule.line = file.name, max(1, file.lines[rule.ID])
			wrong := func(format string, args ...any) {
				found = append(found, corpus.Finding{File: file.name, Line: rule.line, Severity: corpus.Error, Rule: "rule", Message: fmt.Sprintf("rule %q: ", rule.ID) + fmt.Sprintf(format, args...)})
			}
			if other := seen[rule.ID]; other != "" {
				wrong("stands also in %s", other)
			}
			seen[rule.ID] = file.name
			rule.check(wrong)
			rule.patterns = reader.all(rule.Patterns, wrong)
			rule.unless = reader.all(rule.Unless, wrong)
			rules.All = append(rules.All, rule)
		}
	}
	rules.number()
	return rules, found
}

// number indexes every pattern by the one of its elements that fewest words fit, so that a
// question tries only patterns of which it has a word.
func (r *Rules) number() {
	r.byMark = map[uint16][]uint16{}
	for _, rule := range r.All {
		for _, list := range [][]pattern{rule.patterns, rule.unless} {
			for k := range list {
				anchor := list[k].anchor()
				if anchor == nil {
					continue
				}
				r.numbered++
				list[k].number = r.numbered
				for _, t := range anchor.alternatives {
					r.byMark[t.mark] = append(r.byMark[t.mark], uint16(r.numbered))
				}
			}
		}
	}
}

// candidates notes which patterns have a word of the question in their anchor.
func (r *Rules) candidates(f *features) {
	f.candidates = make([]uint64, r.numbered>>6+1)
	for w, word := range f.marks {
		for ; word != 0; word &= word - 1 {
			for _, n := range r.byMark[uint16(w<<6+bits.TrailingZeros64(word))] {
				f.candidates[n>>6] |= 1 << (n & 63)
			}
		}
	}
}

// A problem tells what is wrong with a rule.
type problem func(format string, args ...any)

// check holds what the rule names to what the engine knows: an unknown name
// would do nothing, without a word.
func (rule *Rule) check(wrong problem) {
	if (rule.Intent == "") == (rule.Slot == "") {
		wrong("needs either an intent or a slot")
	}
	if rule.Slot != "" && (rule.Facet != "" || rule.Aspect != "") {
		wrong("a slot has neither facet nor aspect")
	}
	known(wrong, "intent", rule.Intent, Intents)
	known(wrong, "slot", rule.Slot, Slots)
	known(wrong, "facet", rule.Facet, Facets)
	if aspects := Aspects[rule.Intent]; len(aspects) > 0 {
		known(wrong, "aspect", rule.Aspect, aspects)
	} else if rule.Intent != "" && rule.Aspect != "" {
		wrong("intent %q has no aspects", rule.Intent)
	}
	if len(rule.Patterns) == 0 {
		wrong("needs patterns: without any it reads nothing")
	}
	if len(rule.Examples) == 0 || len(rule.Near) == 0 {
		wrong("needs examples that match and near misses that do not")
	}
}

// known complains of a value, unless it is empty or one of the list.
func known[T ~string](wrong problem, field string, value T, list []T) {
	if value != "" && !slices.Contains(list, value) {
		wrong("%s %q is not one of %s", field, value, strings.Trim(fmt.Sprint(list), "[]"))
	}
}

// all reads the patterns that can be parsed, and complains of the others.
func (r *patternReader) all(sources []string, wrong problem) []pattern {
	parsed := make([]pattern, 0, len(sources))
	for _, source := range sources {
		p, err := r.pattern(source)
		if err != nil {
			wrong("%v", err)
			continue
		}
		parsed = append(parsed, p)
	}
	return parsed
}

// linesOf returns the line of each rule of a file, by its id.
func linesOf(content []byte) map[string]int {
	lines, line := map[string]int{}, 0
	for text := range strings.Lines(string(content)) {
		line++
		if id, ok := strings.CutPrefix(text, "- id: "); ok {
			lines[strings.TrimSpace(id)] = line
		}
	}
	return lines
}

// match returns every rule that matches, the heaviest first.
func (r *Rules) match(f *features) []Match {
	r.candidates(f)
	var out []Match
	for _, rule := range r.All {
		if m, ok := rule.match(f); ok {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Rule.Weight, a.Rule.Weight), cmp.Compare(len(b.Explained), len(a.Explained)), strings.Compare(a.Rule.ID, b.Rule.ID))
	})
	return out
}

// match tells whether the rule holds for a question, and which of its words it
// explains then.
func (rule *Rule) match(f *features) (Match, bool) {
	if rule.Slot != "" {
		return rule.matchAll(f)
	}
	for k := range rule.patterns {
		explained := rule.patterns[k].match(f)
		if explained == nil || rule.turnsAway() && f.names(explained) {
			continue
		}
		if rule.excused(f) {
			return Match{}, false
		}
		m := Match{Rule: rule, Pattern: rule.patterns[k].source}
		for _, i := range explained {
			if i < 0 {
				m.Mentions = append(m.Mentions, -1-i)
			} else {
				m.Explained = append(m.Explained, i)
			}
		}
		return m, true
	}
	return Match{}, false
}

// readsToo marks the words that any pattern of the rule accounts for.
func (rule *Rule) readsToo(f *features, read []bool) {
	for k := range rule.patterns {
		for _, i := range rule.patterns[k].match(f) {
			if i >= 0 {
				read[i] = true
			}
		}
	}
}

// turnsAway tells whether the rule is for what the bot does not answer: a word by
// which it is known may all the same be somebody's name ("the lottery").
func (rule *Rule) turnsAway() bool {
	switch rule.Intent {
	case "advice", "verdict", "insult", "greeting", "thanks", "help":
		return true
	}
	return false
}

// excused tells whether what the rule must not be asked with is there.
func (rule *Rule) excused(f *features) bool {
	f.excusing = true
	defer func() { f.excusing = false }()
	for i := range rule.unless {
		if rule.unless[i].match(f) != nil {
			return true
		}
	}
	return false
}

// matchAll collects every mention that a slot's patterns match.
func (rule *Rule) matchAll(f *features) (Match, bool) {
	if rule.excused(f) {
		return Match{}, false
	}
	all := Match{Rule: rule}
	for k := range rule.patterns {
		if !rule.patterns[k].possible(f) {
			continue
		}
		for start := range f.query.Tokens {
			explained, ok := rule.patterns[k].at(f, start)
			if !ok {
				continue
			}
			all.Pattern = rule.patterns[k].source
			for _, i := range explained {
				if i < 0 && !slices.Contains(all.Mentions, -1-i) {
					all.Mentions = append(all.Mentions, -1-i)
				} else if i >= 0 && !slices.Contains(all.Explained, i) {
					all.Explained = append(all.Explained, i)
				}
			}
		}
	}
	return all, len(all.Mentions) > 0
}
