// Package compose turns claims into statements: attributed, dated, hedged and
// cited sentences. A statement cannot be built without a citation.
package compose

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
}

// A Citation points at lines of a source of the same answer.
type Citation struct {
	Source int   `json:"source"` // the N of a Source
	Lines  []int `json:"lines"`  // from 1
}

// A Source is a report that an answer cites.
type Source struct {
	N              int    `json:"n"`
	Report         string `json:"report"`
	Title          string `json:"title"`
	Publisher      string `json:"publisher"`
	Published      string `json:"published"` // YYYY, YYYY-MM or YYYY-MM-DD, or empty
	PublishedBasis string `json:"published_basis,omitempty"`
	URL            string `json:"url,omitempty"`
}
