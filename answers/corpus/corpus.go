package corpus

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"
)

// A Corpus is everything that can answer: reviewed reports, their claims, and
// every entity. It does not change after Load and may be shared.
type Corpus struct {
	Reports   []*Report          // those with a claim that answers, by id
	Claims    []*Claim           // reviewed, in the order of reports and of the file
	Retired   []*Claim           // withdrawn claims, and the claims of withdrawn reports: never answer
	Entities  []*Entity          // by id
	byReport  map[string]*Report // by id
	byClaim   map[string]*Claim  // by key
	byEntity  map[string]*Entity // by id
	repliesTo map[*Claim][]*Claim
	remarksOn map[*Claim][]*Claim
}

// Key identifies the claim in the whole corpus: report-id/claim-id.
func (c *Claim) Key() string { return c.key }

// Report returns the report that the claim stands in.
func (c *Claim) Report() *Report { return c.report }

// Load reads and checks the data files of fsys. Reports with errors are left
// out and every finding is returned; the caller decides whether to go on.
func Load(fsys fs.FS) (*Corpus, Findings) {
	files, found := ReadFiles(fsys)
	corpus, more := Build(files)
	found = append(found, more...)
	found.Sort()
	return corpus, found
}

// Build links decoded files to a corpus. A report with an error of its own is
// left out, but for the names that it defines; the others are not touched by it.
func Build(files []*File) (*Corpus, Findings) {
	files = slices.Clone(files)
	slices.SortStableFunc(files, func(a, b *File) int { // a draft takes no id from a report that answers
		return cmp.Compare(rank(a), rank(b))
	})
	checked := check(files)
	bad := checked.bad
	c := &Corpus{
		byReport:  map[string]*Report{},
		byClaim:   map[string]*Claim{},
		byEntity:  map[string]*Entity{},
		repliesTo: map[*Claim][]*Claim{},
		remarksOn: map[*Claim][]*Claim{},
	}
	for _, file := range files {
		entities := file.Entities
		if file.Report != nil {
			entities = file.Report.Entities
		}
		for i := range entities {
			entity := &entities[i]
			if _, taken := c.byEntity[entity.ID]; entity.ID != "" && !taken && !checked.nameless[file][i] {
				c.byEntity[entity.ID] = entity
				c.Entities = append(c.Entities, entity)
			}
		}
	}
	slices.SortFunc(c.Entities, func(a, b *Entity) int { return strings.Compare(a.ID, b.ID) })
	for _, file := range files {
		if file.Report != nil && !bad[file] && c.byReport[file.Report.ID] == nil {
			c.add(file.Report)
		}
	}
	slices.SortFunc(c.Reports, func(a, b *Report) int { return strings.Compare(a.ID, b.ID) })
	for _, claim := range c.Claims {
		for _, ref := range claim.Answers {
			if answered := c.byClaim[c.key(claim, ref)]; answered != nil {
				c.repliesTo[answered] = append(c.repliesTo[answered], claim)
			}
		}
		for _, ref := range claim.About {
			if about := c.byClaim[c.key(claim, ref)]; about != nil {
				c.remarksOn[about] = append(c.remarksOn[about], claim)
			}
		}
	}
	return c, checked.found
}

func rank(file *File) int {
	if isDraft(file) {
		return 1
	}
	return 0
}

func (c *Corpus) add(report *Report) {
	for i := range report.Claims {
		report.Claims[i].report = report
		report.Claims[i].key = report.ID + "/" + report.Claims[i].ID
	}
	if report.Status == Draft {
		return
	}
	c.byReport[report.ID] = report
	before := len(c.Claims)
	for i := range report.Claims {
		claim := &report.Claims[i]
		switch {
		case claim.Status == Draft:
		case claim.Status == Withdrawn || report.Status == Withdrawn:
			claim.number = int32(len(c.Retired))
			c.Retired = append(c.Retired, claim)
		default:
			claim.number = int32(len(c.Claims))
			c.Claims = append(c.Claims, claim)
			c.byClaim[claim.Key()] = claim
		}
	}
	if len(c.Claims) > before { // one whose claims are all drafts or withdrawn answers no more than a withdrawn one
		c.Reports = append(c.Reports, report)
	}
}

// key completes a reference made in a claim: a bare claim id means the same report.
func (c *Corpus) key(from *Claim, ref string) string {
	if strings.Contains(ref, "/") {
		return ref
	}
	return from.report.ID + "/" + ref
}

// Report returns the reviewed or withdrawn report with that id, or nil.
func (c *Corpus) Report(id string) *Report { return c.byReport[id] }

// Claim returns the reviewed claim with that key, or nil.
func (c *Corpus) Claim(key string) *Claim { return c.byClaim[key] }

// Entity returns the entity with that id, or nil.
func (c *Corpus) Entity(id string) *Entity { return c.byEntity[id] }

// Name returns an entity's name, or the text itself where it is no entity.
func (c *Corpus) Name(id string) string {
	if e := c.Entity(id); e != nil {
		return strings.TrimSuffix(e.Name, ",") // of an apposition, which sentences end themselves
	}
	return id
}

// Label returns an entity's short name.
func (c *Corpus) Label(id string) string {
	if e := c.Entity(id); e != nil && e.Label != "" {
		return e.Label
	}
	return c.Name(id)
}

// Answered returns the claims that a denial says it answers.
func (c *Corpus) Answered(denial *Claim) []*Claim {
	var out []*Claim
	for _, ref := range denial.Answers {
		if claim := c.byClaim[c.key(denial, ref)]; claim != nil {
			out = append(out, claim)
		}
	}
	return out
}

// AboutOf returns the claims that a remark is about.
func (c *Corpus) AboutOf(remark *Claim) []*Claim {
	var out []*Claim
	for _, ref := range remark.About {
		if claim := c.byClaim[c.key(remark, ref)]; claim != nil {
			out = append(out, claim)
		}
	}
	return out
}

// Replies returns the denials that answer the claim.
func (c *Corpus) Replies(claim *Claim) []*Claim { return c.repliesTo[claim] }

// Remarks returns the remarks made on the claim.
func (c *Corpus) Remarks(claim *Claim) []*Claim { return c.remarksOn[claim] }

// Owners returns the entity's owners along Of, nearest first.
func (c *Corpus) Owners(id string) []string {
	var out []string
	for entity := c.byEntity[id]; entity != nil && entity.Of != "" && len(out) < 8; entity = c.byEntity[entity.Of] {
		out = append(out, entity.Of)
	}
	return out
}

// BelongsTo tells whether entity id is owner or belongs to it along Of.
func (c *Corpus) BelongsTo(id, owner string) bool {
	return id == owner || slices.Contains(c.Owners(id), owner)
}

// OfRetired returns the withdrawn claims as a corpus of their own, so that a
// question that one of them used to answer can be recognised.
func (c *Corpus) OfRetired() *Corpus {
	return &Corpus{Claims: c.Retired, Entities: c.Entities, byEntity: c.byEntity}
}

// voice returns the accuser whom the report cites most; empty when it cites none
// or two equally.
func (r *Report) voice() string {
	count := map[string]int{}
	best, tie := "", false
	for i := range r.Claims {
		if c := &r.Claims[i]; c.Stance == Alleges && c.By != Article && c.By != Unnamed {
			count[c.By]++
			switch {
			case c.By == best:
				tie = false
			case count[c.By] > count[best]:
				best, tie = c.By, false
			case count[c.By] == count[best]:
				tie = true
			}
		}
	}
	if tie {
		return ""
	}
	return best
}
