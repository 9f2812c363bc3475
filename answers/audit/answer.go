package audit

import (
	"encoding/json"
	"fmt"
)

// An answer is the JSON object of the answer schema, as far as it is audited.
type answer struct {
	Question    string      `json:"question"`
	Outcome     string      `json:"outcome"`
	Intent      string      `json:"intent"`
	Statements  []statement `json:"statements"`
	Sources     []source    `json:"sources"`
	Suggestions []string    `json:"suggestions"`
	Text        string      `json:"text"`
}

type statement struct {
	Role      string     `json:"role"`
	Text      string     `json:"text"`
	Claims    []string   `json:"claims"`
	Citations []citation `json:"citations"`
}

type citation struct {
	Source int   `json:"source"`
	Lines  []int `json:"lines"`
}

type source struct {
	N              int    `json:"n"`
	Report         string `json:"report"`
	Title          string `json:"title"`
	Publisher      string `json:"publisher"`
	Published      string `json:"published"`
	PublishedBasis string `json:"published_basis"`
	URL            string `json:"url"`
}

// A Breach is one way in which an answer breaks the editorial rules.
type Breach struct {
	Rule   string // the check that found it, such as "attribution"
	Detail string // what is wrong, with the words in question
}

func (b Breach) String() string { return b.Rule + ": " + b.Detail }

// Check audits one answer, given as the JSON object that the program prints. It
// returns every breach that it finds, in the order of the checks; none means
// that the answer keeps the rules that a machine can hold it to.
func (a *Auditor) Check(object []byte) []Breach {
	var given answer
	if err := json.Unmarshal(object, &given); err != nil {
		return []Breach{{"json", err.Error()}}
	}
	c := &check{auditor: a, answer: &given}
	for i := range given.Statements {
		c.parts = append(c.parts, c.take(&given.Statements[i]))
	}
	for _, audit := range []func(*check){(*check).whole, (*check).voice} {
		audit(c)
	}
	if given.Outcome != "answered" {
		c.abstention()
		return c.found
	}
	for _, audit := range []func(*check){(*check).citations, (*check).wording, (*check).attribution, (*check).figures, (*check).apart, (*check).dates, (*check).quotations, (*check).sides} {
		audit(c)
	}
	return c.found
}

// A check is one answer under audit.
type check struct {
	auditor *Auditor
	answer  *answer
	parts   []part
	found   []Breach
}

func (c *check) breach(rule, format string, args ...any) {
	c.found = append(c.found, Breach{rule, fmt.Sprintf(format, args...)})
}
