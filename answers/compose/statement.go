// Package compose turns claims into statements: attributed, dated, hedged and
// cited sentences. A statement cannot be built without a citation.
package compose

import (
	"strconv"
	"strings"
)

// Role is what a statement does in an answer.
type Role string

// The roles, as published in the answer schema.
const (
	Lead       Role = "lead"       // answers what was asked, and that alone
	Allegation Role = "allegation" // a further accusation
	Denial     Role = "denial"     // the accused's reply
	Counter    Role = "counter"    // the accused's accusation against others
	Context    Role = "context"    // background
	Caveat     Role = "caveat"     // what the reader must know to weigh it
)

// A Statement is one cited sentence of an answer.
type Statement struct {
	Role      Role       `json:"role"`
	Text      string     `json:"text"`
	Claims    []string   `json:"claims"`    // keys of the claims it rests on
	Citations []Citation `json:"citations"` // empty only in abstentions and guidance

	// Owed marks what an answer owes to somebody whom it tells of as accused, and may
	// not leave out to be shorter.
	Owed bool `json:"-"`

	// Label introduces the statement where its role's own words ("The reply:")
	// would mislead; usually empty. It ends in a colon.
	Label string `json:"-"`
}

// A Citation points at lines of a source of the same answer.
type Citation struct {
	Source int   `json:"source"` // the N of a Source
	Lines  []int `json:"lines"`  // from 1
}

// Place returns the cited lines in words, runs joined: "line 3", "lines 3–5, 9".
// Empty when there are none; the lines must ascend.
func (c Citation) Place() string {
	var runs []string
	for i := 0; i < len(c.Lines); {
		j := i
		for j+1 < len(c.Lines) && c.Lines[j+1] == c.Lines[j]+1 {
			j++
		}
		run := strconv.Itoa(c.Lines[i])
		if j > i {
			run += "–" + strconv.Itoa(c.Lines[j])
		}
		runs = append(runs, run)
		i = j + 1
	}
	switch len(c.Lines) {
	case 0:
		return ""
	case 1:
		return "line " + runs[0]
	}
	return "lines " + strings.Join(runs, ", ")
}

// A Source is a report that an answer cites.
type Source struct {
	N              int    `json:"n"`
	Report         string `json:"report"`
	Title          string `json:"title"`
	Publisher      string `json:"publisher"`
	Published      string `json:"published"` // YYYY, YYYY-MM or YYYY-MM-DD, or empty
	PublishedBasis string `json:"published_basis,omitempty"`
	PublishedFrom  string `json:"published_from,omitempty"` // what an inferred date is inferred from
	URL            string `json:"url,omitempty"`
}
