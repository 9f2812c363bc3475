// Package corpus holds what the reports say: reports, claims, denials, parties
// and incidents. It loads them strictly from YAML, reports every defect with its
// place, and builds the indexes that choosing claims needs. It knows nothing of
// questions, and names no subject: every name in it comes from the files.
package corpus

// A Report is one file about one publication. The file's name is its ID.
type Report struct {
	ID        string   `yaml:"id" doc:"Lower-case words joined by hyphens; the same as the file's name without .yaml."`
	Title     string   `yaml:"title" doc:"The headline as printed."`
	Publisher string   `yaml:"publisher" doc:"Who published the copy that was read. It is the last link of every reporting chain."`
	Author    string   `yaml:"author,omitempty" doc:"As stated in the copy; leave out when it is not stated."`
	URL       string   `yaml:"url,omitempty" doc:"Where the article can be found."`
	URLBasis  string   `yaml:"url_basis,omitempty" doc:"How the address is known: stated, or 'matched by text' when it was found by comparing texts."`
	Published Date     `yaml:"published" doc:"When it was published, and how that is known."`
	Note      string   `yaml:"note,omitempty" doc:"What a reader must know about the copy: a republication, a credit line, missing parts."`
	Credits   []string `yaml:"credits,omitempty" doc:"Entities (outlets) that the article says it draws on."`
	Accused   string   `yaml:"accused" doc:"The entity that the report's accusations are about."`
	Subject   string   `yaml:"subject" doc:"What the report is about in a few words, for 'which report' questions and lists."`
	Text      Text     `yaml:"text" doc:"The article's text that the line numbers count in. The text itself stays out of the repository."`
	Status    Status   `yaml:"status" doc:"draft (never answers), reviewed (answers), or withdrawn (kept, never answers)."`
	Withdrawn *Change  `yaml:"withdrawn,omitempty" doc:"When and why the report was withdrawn; required with status withdrawn."`
	History   []Change `yaml:"history,omitempty" doc:"Corrections, oldest first."`
	Entities  []Entity `yaml:"entities,omitempty" doc:"Names that this report is the first to need. An id is defined once in the whole corpus."`
	Claims    []Claim  `yaml:"claims" doc:"Everything in the report that can be answered, one assertion each."`
}

// Text locates the text that line numbers refer to.
type Text struct {
	File   string `yaml:"file" doc:"File name of the text."`
	SHA256 string `yaml:"sha256,omitempty" doc:"SHA-256 of that file, in hex. A report without it answers, but 'reports verify' asks for it: nobody can tell in which text the lines were counted."`
}

// Status is the lifecycle of a report or claim.
type Status string

// The lifecycle. An absent status of a claim means reviewed.
const (
	Draft     Status = "draft"
	Reviewed  Status = "reviewed"
	Withdrawn Status = "withdrawn"
)

// A Change is one entry of a history.
type Change struct {
	Date   string `yaml:"date" doc:"YYYY-MM-DD."`
	Reason string `yaml:"reason" doc:"What changed and why, in one sentence."`
}

// A Date is a day, month or year together with how it is known.
type Date struct {
	Date   string `yaml:"date,omitempty" doc:"YYYY, YYYY-MM or YYYY-MM-DD, in quotes; leave out when unknown."`
	Basis  Basis  `yaml:"basis" doc:"stated, inferred, address (read off the public address) or unknown."`
	Stated string `yaml:"stated,omitempty" doc:"The report's own words for it, such as 'Thursday (February 10)'."`
	From   string `yaml:"from,omitempty" doc:"What an inferred date is inferred from; required with basis inferred."`
}

// Basis tells how a date is known.
type Basis string

// The bases of a date.
const (
	Stated   Basis = "stated"
	Inferred Basis = "inferred"
	Address  Basis = "address"
	Unknown  Basis = "unknown"
)

// A Period is a stretch of time that a figure or an act belongs to.
type Period struct {
	Text string `yaml:"text" doc:"The period in words, as it should be said: 'over five years', 'between 2020 and mid-2021'."`
	From string `yaml:"from,omitempty" doc:"First year, month or day, in quotes; leave out when not stated."`
	To   string `yaml:"to,omitempty" doc:"Last year, month or day, in quotes; leave out when open or not stated."`
}

// An Entity is anything with a name: whoever speaks, is accused, is hit or is meant.
type Entity struct {
	ID        string   `yaml:"id" doc:"Lower-case words joined by hyphens; unique in the corpus."`
	Kind      Kind     `yaml:"kind" doc:"party, body, person, group, company, outlet, place, incident, asset, programme or topic."`
	Name      string   `yaml:"name" doc:"The name as an answer prints it, with its role where a stranger needs it: 'harbour master Ada Tern'."`
	Label     string   `yaml:"label,omitempty" doc:"A shorter form for suggestions and lists: 'Tern', 'the Watch'. The name if left out."`
	Aliases   []string `yaml:"aliases,omitempty" doc:"Other names, nicknames and adjectives that people type. Capitals matter only in all-capital names that are also words (US, WHO)."`
	Roles     []string `yaml:"roles,omitempty" doc:"Plain nouns for what it is, used with the name of its 'of': with of: larn and the role 'harbour office' people may ask for 'Larn's harbour office'. Without roles, an entity whose name is its label behind plain words ('the security firm Tallow') is also 'the security firm'."`
	Of        string   `yaml:"of,omitempty" doc:"The entity that it belongs to: the state of a ministry, the firm of a bridge. Questions about the owner find it too, as second best; do not make the owner's name an alias, or every question about the owner means this one."`
	Is        string   `yaml:"is,omitempty" doc:"What it is, undisputed, as a noun phrase: 'a dye works on the Larn river'. Say nothing here that anybody contests."`
	Spellings []string `yaml:"spellings,omitempty" doc:"Variant spellings that a report prints for the same name."`
}

// Kind is the kind of an entity.
type Kind string

// The kinds of entities.
const (
	Party     Kind = "party"
	Body      Kind = "body"
	Person    Kind = "person"
	Group     Kind = "group"
	Company   Kind = "company"
	Outlet    Kind = "outlet"
	Place     Kind = "place"
	Incident  Kind = "incident"
	Asset     Kind = "asset"
	Programme Kind = "programme"
	Topic     Kind = "topic"
)

// Stance is what a claim does.
type Stance string

// The stances of a claim.
const (
	Alleges  Stance = "alleges"  // accuses
	Denies   Stance = "denies"   // somebody rejects an accusation: the accused, or whom the accused accuses
	Counters Stance = "counters" // the accused accuses somebody else
	Context  Stance = "context"  // background that accuses nobody
	Remark   Stance = "remark"   // our own note on the report: a discrepancy, a gap, an inference
)

// Speakers that are no entity.
const (
	Article = "article" // the article says so in its own voice, naming no accuser
	Unnamed = "unnamed" // somebody the article does not name; As tells how it calls them
)

// A Claim is one assertion that can be attributed to one speaker.
// The statement that an answer prints is built as
//
//	[date,] SPEAKER VERB SAYS[, according to VIA...][, as reported by PUBLISHER].
type Claim struct {
	ID        string   `yaml:"id" doc:"Unique in the report; letters and digits. Elsewhere it is written report-id/claim-id."`
	Stance    Stance   `yaml:"stance" doc:"alleges, denies, counters, context or remark."`
	By        string   `yaml:"by,omitempty" doc:"The entity that says it, 'article' (the article's own voice) or 'unnamed'. A remark has none."`
	As        string   `yaml:"as,omitempty" doc:"How the speaker is called here, if not by the entity's name: 'a spokesperson for ...', 'two experts on dyes'."`
	Verb      string   `yaml:"verb,omitempty" doc:"The attributing verb in the past tense with what joins it to 'says': 'said that', 'accused', 'denied that'. 'said that' if left out. Not needed with by: article."`
	Says      string   `yaml:"says" doc:"What is said, in our own words, continuing the verb; no full stop. Quotation marks only around words that stand in the lines (at most 15)."`
	Via       []string `yaml:"via,omitempty" doc:"Entities through which the report has it, nearest to the speaker first. The report's publisher comes last by itself."`
	Lines     []int    `yaml:"lines,flow" doc:"Lines of the text that it rests on, counted from 1."`
	Said      *Date    `yaml:"said,omitempty" doc:"When it was said."`
	Happened  *Date    `yaml:"happened,omitempty" doc:"When the act is said to have happened, if it is one date."`
	Period    *Period  `yaml:"period,omitempty" doc:"The stretch of time that the claim speaks of."`
	Figures   []Figure `yaml:"figures,omitempty" doc:"Every figure in 'says', with what it measures."`
	Actor     []string `yaml:"actor,omitempty,flow" doc:"Entities said to have acted; the report's accused if left out of an accusation."`
	Incident  string   `yaml:"incident,omitempty" doc:"The incident that it is about."`
	SameAs    string   `yaml:"same_as,omitempty" doc:"An incident that it appears to be, though no report says so. Answers mark it as an inference."`
	Targets   []string `yaml:"targets,omitempty,flow" doc:"Who or what is said to be hit: entities, or plain words."`
	Assets    []string `yaml:"assets,omitempty,flow" doc:"What is said to be taken: entities, or plain words."`
	Purpose   []string `yaml:"purpose,omitempty" doc:"What it is said to be for, in plain words."`
	Method    []string `yaml:"method,omitempty" doc:"How it is said to be done, in plain words."`
	Evidence  []string `yaml:"evidence,omitempty" doc:"What the claim is said to rest on, in plain words."`
	Reason    []string `yaml:"reason,omitempty" doc:"Why it is said to be so, in plain words."`
	Place     []string `yaml:"place,omitempty,flow" doc:"Where: entities, or plain words."`
	Defines   []string `yaml:"defines,omitempty,flow" doc:"Entities that this claim tells what they are; it answers 'what is ...?'."`
	Answers   []string `yaml:"answers,omitempty" doc:"For denials: the accusations or counter-accusations that it answers (claim-id, or report-id/claim-id)."`
	AimedAt   string   `yaml:"aimed_at,omitempty" doc:"For denials: what it answers, in words: 'the accusation about the dye'. Beside 'answers', or in its place where the corpus does not hold what it answers."`
	About     []string `yaml:"about,omitempty" doc:"For remarks: the claims that it is about; it is printed beside them."`
	Facets    []Facet  `yaml:"facets,omitempty,flow" doc:"Kinds of question it answers beyond those that its fields already tell."`
	Words     []string `yaml:"words,omitempty" doc:"Other words by which readers ask for it: 'workforce', 'hydrogen sulphide smell'."`
	Origin    string   `yaml:"origin,omitempty" doc:"A name shared by all claims that carry one and the same statement; they count as one."`
	Status    Status   `yaml:"status,omitempty" doc:"reviewed if left out; draft or withdrawn claims never answer."`
	Withdrawn *Change  `yaml:"withdrawn,omitempty" doc:"When and why the claim was withdrawn; required with status withdrawn."`

	report *Report
	key    string // report-id/claim-id
	number int32  // its place among the claims that answer, or among those withdrawn
}

// A Figure is a number with everything that keeps it honest.
type Figure struct {
	Text      string  `yaml:"text" doc:"The figure as 'says' prints it, qualifier first: 'about 40 tonnes', 'at least $3 million', 'over 15 cases', 'one third'."`
	Measures  Measure `yaml:"measures" doc:"total (all that an accuser counts), part (a share of a total), single (one incident), count (things or people), share (a fraction), duration, extent (a length, an area, a depth), rank, or quoted (somebody else's figure, which the speaker only speaks of)."`
	Of        string  `yaml:"of,omitempty" doc:"What it counts or is a share of, in plain words: 'dye in the river'."`
	Converted string  `yaml:"converted,omitempty" doc:"The source's own conversion, as 'says' prints it: '$3 million'."`
	Missing   bool    `yaml:"missing,omitempty" doc:"The text has a gap where the figure should stand; 'text' then tells what is missing."`
}

// Measure tells what a figure measures, and so which figures may stand side by side.
type Measure string

// The measures of a figure.
const (
	Total    Measure = "total"
	Part     Measure = "part"
	Single   Measure = "single"
	Count    Measure = "count"
	Share    Measure = "share"
	Duration Measure = "duration"
	Extent   Measure = "extent"
	Rank     Measure = "rank"
	Quoted   Measure = "quoted"
)

// Facet is a kind of question that a claim can answer.
type Facet string

// The facets. Most follow from a claim's fields; Claim.Facets adds the others.
const (
	FacetAmount     Facet = "amount"
	FacetCount      Facet = "count"
	FacetShare      Facet = "share"
	FacetDuration   Facet = "duration"
	FacetWhen       Facet = "when"
	FacetTarget     Facet = "target"
	FacetAsset      Facet = "asset"
	FacetActor      Facet = "actor"
	FacetPurpose    Facet = "purpose"
	FacetMethod     Facet = "method"
	FacetEvidence   Facet = "evidence"
	FacetReason     Facet = "reason"
	FacetPlace      Facet = "place"
	FacetDefinition Facet = "definition"
	FacetQuote      Facet = "quote"
	FacetRanking    Facet = "ranking"    // who comes after whom
	FacetPlan       Facet = "plan"       // what is proposed or expected
	FacetDisclosure Facet = "disclosure" // what an author says of themselves
	FacetAdmission  Facet = "admission"  // the accused admits
	FacetArrest     Facet = "arrest"     // somebody is arrested or charged
	FacetConviction Facet = "conviction" // a court finds
	FacetProof      Facet = "proof"      // independent proof
)
