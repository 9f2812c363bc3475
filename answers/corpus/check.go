package corpus

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
)

var (
	idForm    = regexp.MustCompile(`^[a-z0-9]+(?:-[a-z0-9]+)*$`)
	claimForm = regexp.MustCompile(`^[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*$`)
	hashForm  = regexp.MustCompile(`^[0-9a-f]{64}$`)
)

var (
	kinds    = []Kind{Party, Body, Person, Group, Company, Outlet, Place, Incident, Asset, Programme, Topic}
	stances  = []Stance{Alleges, Denies, Counters, Context, Remark}
	bases    = []Basis{Stated, Inferred, Address, Unknown}
	measures = []Measure{Total, Part, Single, Count, Share, Duration, Extent, Rank, Quoted}
	facets   = []Facet{FacetAmount, FacetCount, FacetShare, FacetDuration, FacetWhen, FacetTarget, FacetAsset, FacetActor,
		FacetPurpose, FacetMethod, FacetEvidence, FacetReason, FacetPlace, FacetDefinition, FacetQuote, FacetRanking,
		FacetPlan, FacetDisclosure, FacetAdmission, FacetArrest, FacetConviction, FacetProof}
	statuses = []Status{Draft, Reviewed, Withdrawn}
)

// checker collects findings over all files, and which files hold errors.
type checker struct {
	entities map[string]*File // where each entity is defined
	claims   map[string]*File // where each claim (key) is defined
	found    Findings
	bad      map[*File]bool         // files that must be left out
	nameless map[*File]map[int]bool // entities of each file that must be left out
	unread   map[string]*File       // where an entity seems to be defined that could not be read
	told     map[*File]bool         // files of which it was said that they need such an entity
}

// check finds structural defects: what is missing, malformed, defined twice or
// refers to nothing. It also tells which files, and which entities, must be left
// out. Of two files that define one id, the later one is at fault.
func check(files []*File) *checker {
	c := &checker{entities: map[string]*File{}, claims: map[string]*File{}, bad: map[*File]bool{}, nameless: map[*File]map[int]bool{}, unread: map[string]*File{}, told: map[*File]bool{}}
	reports := map[string]*File{}
	for _, file := range files {
		entities := file.Entities
		if file.Report != nil {
			entities = file.Report.Entities
			if other := reports[file.Report.ID]; other != nil {
				c.error(file, "duplicate-id", fmt.Sprintf("report id %q is taken by %s", file.Report.ID, other.Name), "id")
			}
			reports[file.Report.ID] = file
			for i, claim := range file.Report.Claims {
				key := file.Report.ID + "/" + claim.ID
				if c.claims[key] != nil {
					c.error(file, "duplicate-id", fmt.Sprintf("claim id %q stands twice in this report", claim.ID), "claims", i, "id")
				}
				c.claims[key] = file
			}
		}
		for i, entity := range entities {
			if other := c.entities[entity.ID]; other != nil {
				c.error(file, "duplicate-id", fmt.Sprintf("entity %q is already defined in %s; use it from there, or give this one another id", entity.ID, other.Name), "entities", i, "id")
				continue
			}
			c.entities[entity.ID] = file
		}
	}
	for _, file := range files {
		for _, id := range file.Unread {
			c.unread[id] = file
		}
	}
	for _, file := range files {
		if file.Report != nil {
			c.report(file)
		} else {
			c.entityList(file, file.Entities)
		}
	}
	c.found.Sort()
	return c
}

// error notes a defect that keeps the file out. In a draft, which answers nothing
// anyway, it is a warning.
func (c *checker) error(file *File, rule, message string, path ...any) {
	c.spoil(file, path...)
	c.note(file, rule, message, path...)
}

// spoil keeps the file out, or the one entity of it that the place is in.
func (c *checker) spoil(file *File, path ...any) {
	c.bad[file] = true
	if len(path) > 1 && path[0] == "entities" {
		if c.nameless[file] == nil {
			c.nameless[file] = map[int]bool{}
		}
		c.nameless[file][path[1].(int)] = true
	}
}

// note notes a defect that costs only what stands at its place.
func (c *checker) note(file *File, rule, message string, path ...any) {
	severity := Error
	if isDraft(file) {
		severity = Warning
	}
	c.found = append(c.found, file.Finding(severity, rule, message, path...))
}

func isDraft(file *File) bool { return file.Report != nil && file.Report.Status == Draft }

func (c *checker) require(file *File, value string, path ...any) {
	if strings.TrimSpace(value) == "" {
		c.error(file, "missing", fmt.Sprintf("%q is missing or empty", path[len(path)-1]), path...)
	}
}

func oneOf[T ~string](c *checker, file *File, value T, allowed []T, path ...any) {
	if !slices.Contains(allowed, value) {
		c.error(file, "unknown-value", fmt.Sprintf("%q is not one of %s", value, list(allowed)), path...)
	}
}

func list[T ~string](values []T) string {
	words := make([]string, len(values))
	for i, value := range values {
		words[i] = string(value)
	}
	return strings.Join(words, ", ")
}

func (c *checker) report(file *File) {
	r := file.Report
	if want := strings.TrimSuffix(path.Base(file.Name), ".yaml"); r.ID != want {
		c.error(file, "id", fmt.Sprintf("id %q is not the file's name, %q", r.ID, want), "id")
	} else if !idForm.MatchString(r.ID) {
		c.error(file, "id", fmt.Sprintf("id %q: use lower-case words joined by hyphens", r.ID), "id")
	}
	c.require(file, r.Title, "title")
	c.require(file, r.Publisher, "publisher")
	c.require(file, r.Subject, "subject")
	c.require(file, r.Accused, "accused")
	c.entity(file, r.Accused, "accused")
	oneOf(c, file, r.Status, statuses, "status")
	if r.Status == Withdrawn && r.Withdrawn == nil {
		c.error(file, "missing", "a withdrawn report says when and why under \"withdrawn\"", "status")
	}
	c.change(file, r.Withdrawn, "withdrawn")
	for i := range r.History {
		c.change(file, &r.History[i], "history", i)
	}
	c.date(file, &r.Published, "published")
	c.require(file, r.Text.File, "text", "file")
	if r.Text.SHA256 != "" && !hashForm.MatchString(r.Text.SHA256) {
		c.error(file, "hash", "sha256 has 64 lower-case hex digits", "text", "sha256")
	}
	for i, id := range r.Credits {
		c.entity(file, id, "credits", i)
	}
	if len(r.Claims) == 0 {
		c.error(file, "missing", "a report without claims answers nothing", "claims")
	}
	c.entityList(file, r.Entities)
	for i := range r.Claims {
		c.claim(file, i)
	}
}

func (c *checker) change(file *File, change *Change, path ...any) {
	if change == nil {
		return
	}
	if _, err := time.Parse("2006-01-02", change.Date); err != nil {
		c.error(file, "date", fmt.Sprintf("%q is not a date; write YYYY-MM-DD in quotes", change.Date), append(path, "date")...)
	}
	c.require(file, change.Reason, append(path, "reason")...)
}

func (c *checker) entityList(file *File, entities []Entity) {
	for i, e := range entities {
		if !idForm.MatchString(e.ID) || e.ID == Article || e.ID == Unnamed {
			c.error(file, "id", fmt.Sprintf("entity id %q: use lower-case words joined by hyphens, and not %q or %q", e.ID, Article, Unnamed), "entities", i, "id")
		}
		oneOf(c, file, e.Kind, kinds, "entities", i, "kind")
		c.require(file, e.Name, "entities", i, "name")
		if e.Of != "" {
			c.entity(file, e.Of, "entities", i, "of")
			c.circle(file, e, i)
		}
	}
}

func (c *checker) circle(file *File, e Entity, i int) {
	seen := map[string]bool{}
	for id := e.ID; id != ""; {
		if seen[id] {
			c.error(file, "circular", fmt.Sprintf("%q belongs to itself by way of \"of\"", e.ID), "entities", i, "of")
			return
		}
		seen[id] = true
		owner := c.entities[id]
		if owner == nil {
			return
		}
		id = ownerOf(owner, id)
	}
}

func ownerOf(file *File, id string) string {
	entities := file.Entities
	if file.Report != nil {
		entities = file.Report.Entities
	}
	for _, e := range entities {
		if e.ID == id {
			return e.Of
		}
	}
	return ""
}

func (c *checker) entity(file *File, id string, path ...any) {
	if id == "" || c.entities[id] != nil {
		return
	}
	other := c.unread[id]
	if other == nil {
		c.error(file, "dangling", fmt.Sprintf("there is no entity %q", id), path...)
		return
	}
	c.spoil(file, path...)
	if !c.told[file] { // the others follow from the same defect
		c.told[file] = true
		c.note(file, "dangling", fmt.Sprintf("entity %q stands in %s, which cannot be read; mend that first", id, other.Name), path...)
	}
}

func (c *checker) date(file *File, d *Date, path ...any) {
	if d == nil {
		return
	}
	oneOf(c, file, d.Basis, bases, append(path, "basis")...)
	if !validDate(d.Date) {
		c.error(file, "date", fmt.Sprintf("%q is not a date; write YYYY, YYYY-MM or YYYY-MM-DD in quotes", d.Date), append(path, "date")...)
	}
	if d.Date == "" && d.Basis != Unknown {
		c.error(file, "date", "a date that is not unknown needs \"date\"", path...)
	}
	if d.Basis == Inferred && d.From == "" {
		c.error(file, "date", "an inferred date says what it is inferred from, under \"from\"", path...)
	}
}

func validDate(date string) bool {
	layouts := map[int]string{0: "", 4: "2006", 7: "2006-01", 10: "2006-01-02"}
	layout, ok := layouts[len(date)]
	if !ok {
		return false
	}
	_, err := time.Parse(layout, date)
	return err == nil
}

func (c *checker) claim(file *File, i int) {
	claim := &file.Report.Claims[i]
	at := func(path ...any) []any { return append([]any{"claims", i}, path...) }
	if !claimForm.MatchString(claim.ID) {
		c.error(file, "id", fmt.Sprintf("claim id %q: use letters and digits", claim.ID), at("id")...)
	}
	oneOf(c, file, claim.Stance, stances, at("stance")...)
	c.require(file, claim.Says, at("says")...)
	if claim.Status != "" {
		oneOf(c, file, claim.Status, statuses, at("status")...)
	}
	if claim.Status == Withdrawn && claim.Withdrawn == nil {
		c.error(file, "missing", "a withdrawn claim says when and why under \"withdrawn\"", at("status")...)
	}
	c.change(file, claim.Withdrawn, at("withdrawn")...)
	c.speaker(file, claim, at)
	if len(claim.Lines) == 0 {
		c.error(file, "missing", "a claim needs the lines that it rests on", at("lines")...)
	}
	for j, line := range claim.Lines {
		if line < 1 {
			c.error(file, "lines", "lines are counted from 1", at("lines", j)...)
		}
	}
	c.date(file, claim.Said, at("said")...)
	c.date(file, claim.Happened, at("happened")...)
	if p := claim.Period; p != nil {
		c.require(file, p.Text, at("period", "text")...)
		if !validDate(p.From) || !validDate(p.To) {
			c.error(file, "date", "a period's ends are YYYY, YYYY-MM or YYYY-MM-DD in quotes", at("period")...)
		} else if p.From != "" && p.To != "" && p.From > p.To {
			c.error(file, "date-order", fmt.Sprintf("the period ends (%s) before it begins (%s)", p.To, p.From), at("period")...)
		}
	}
	for j, f := range claim.Figures {
		c.require(file, f.Text, at("figures", j, "text")...)
		oneOf(c, file, f.Measures, measures, at("figures", j, "measures")...)
	}
	for j, f := range claim.Facets {
		oneOf(c, file, f, facets, at("facets", j)...)
	}
	for _, refs := range []struct {
		field string
		ids   []string
	}{{"via", claim.Via}, {"actor", claim.Actor}, {"defines", claim.Defines}} {
		for j, id := range refs.ids {
			c.entity(file, id, at(refs.field, j)...)
		}
	}
	c.entity(file, claim.Incident, at("incident")...)
	c.entity(file, claim.SameAs, at("same_as")...)
	c.references(file, claim, "answers", claim.Answers, at)
	c.references(file, claim, "about", claim.About, at)
	if claim.Stance == Denies && len(claim.Answers) == 0 && claim.AimedAt == "" {
		c.error(file, "denial", "a denial says what it answers, under \"answers\" or \"aimed_at\"", at()...)
	}
	if claim.Stance != Denies && len(claim.Answers) > 0 {
		c.error(file, "denial", "only a denial has \"answers\"", at("answers")...)
	}
	if claim.Stance != Remark && len(claim.About) > 0 {
		c.error(file, "remark", "only a remark has \"about\"", at("about")...)
	}
}

func (c *checker) speaker(file *File, claim *Claim, at func(...any) []any) {
	switch {
	case claim.Stance == Remark:
		if claim.By != "" {
			c.error(file, "speaker", "a remark is ours and has no speaker", at("by")...)
		}
	case claim.By == "":
		c.error(file, "speaker", "who says this? Name the entity under \"by\", or write article or unnamed", at()...)
	case claim.By == Unnamed:
		if claim.As == "" {
			c.error(file, "speaker", "tell under \"as\" how the article calls the unnamed speaker", at()...)
		}
	case claim.By != Article:
		c.entity(file, claim.By, at("by")...)
	}
}

func (c *checker) references(file *File, claim *Claim, field string, refs []string, at func(...any) []any) {
	for j, ref := range refs {
		key := ref
		if !strings.Contains(ref, "/") {
			key = file.Report.ID + "/" + ref
		}
		switch {
		case c.claims[key] == nil && strings.Contains(ref, "/"):
			// The other report may be broken, which must not take this one away.
			c.note(file, "dangling", fmt.Sprintf("there is no claim %q", ref), at(field, j)...)
		case c.claims[key] == nil:
			c.error(file, "dangling", fmt.Sprintf("there is no claim %q", ref), at(field, j)...)
		case key == file.Report.ID+"/"+claim.ID:
			c.error(file, "circular", "a claim cannot refer to itself", at(field, j)...)
		}
	}
}
