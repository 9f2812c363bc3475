package editorial

// A Rule is what a finding may be about.
type Rule struct {
	ID      string
	Summary string // what it demands, in one sentence
}

// Rules are all rules of findings over a corpus, by what they look at. Code
// hosts show the summaries beside the findings.
var Rules = []Rule{
	// Reading the file.
	{"read", "The file can be read."},
	{"yaml", "The file is well-formed YAML, one document a file."},
	{"unknown-field", "Only fields that the format has are used."},
	{"repeated-field", "No field stands twice in one place."},
	{"wrong-type", "Every value has the type that its field demands."},

	// What a report must have.
	{"missing", "Required fields are filled in."},
	{"unknown-value", "A field with a fixed choice has one of its values."},
	{"id", "Ids are lower-case words joined by hyphens; a report's is its file's name."},
	{"duplicate-id", "An id is given once."},
	{"hash", "The text's SHA-256 has 64 hex digits."},
	{"lines", "Lines are counted from 1."},
	{"date", "Dates are YYYY, YYYY-MM or YYYY-MM-DD in quotes, with their basis."},
	{"speaker", "Every claim names its speaker; a remark has none (editorial rule 1)."},
	{"denial", "A denial says what it answers; nothing else does."},
	{"remark", "Only a remark has \"about\"."},
	{"dangling", "What is referred to exists."},
	{"circular", "Nothing belongs to itself or refers to itself."},
	{"todo", "Nothing is left to do in a report that answers."},

	// How it says it.
	{"guilt-verb", "A deed is told with the accuser before it (editorial rules 3 and 6)."},
	{"guilt-noun", "No name, noun or label finds anybody guilty (editorial rules 7 and 11)."},
	{"verb", "The verb attributes (editorial rule 2)."},
	{"uneven-verb", "Verbs take no side (editorial rule 10)."},
	{"double-hedge", "What is attributed is not hedged again (editorial rules 4 and 5)."},
	{"undercut", "No adverb or scare word undercuts a reply (editorial rule 28)."},
	{"quotation-long", "A quotation has at most 15 words."},
	{"full-stop", "\"says\" continues a sentence and has no full stop."},

	// Figures and dates.
	{"figure-text", "A figure stands in \"says\" as it stands under \"figures\"."},
	{"figure-unlisted", "Every figure of \"says\" stands under \"figures\"."},
	{"figure-qualifier", "A figure keeps its qualifier (editorial rule 18)."},
	{"figure-period", "A total keeps its period (editorial rule 18)."},
	{"headline-figure", "A figure of the headline stands in a claim or a remark."},
	{"date-order", "Dates are in an order that can be."},
	{"date-future", "No date lies in the future."},
	{"date-relative", "Words such as \"last year\" are explained by a date (editorial rule 14)."},

	// The two sides.
	{"wrong-side", "The accused denies and counters; others accuse, and deny what the accused counters."},
	{"denial-circle", "A denial answers an accusation, not a denial."},
	{"denial-target", "A denial answers an accusation, or a counter-accusation by those whom it accuses."},
	{"denial-older", "A denial is not older than what it answers (editorial rule 26)."},
	{"denial-short", "A denial is no footnote (editorial rule 25)."},
	{"lifecycle", "What is withdrawn says so in its status."},
	{"withdrawn-reference", "Nothing that answers leans on what is withdrawn."},

	// Names and origins.
	{"alias-shadow", "Two entities do not share a name."},
	{"alias-repeated", "An entity has each name once."},
	{"alias-plain", "A name is not an everyday word."},
	{"unnamed-entity", "A speaker who is an entity is not unnamed."},
	{"same-text", "One text is one report."},
	{"origin", "One statement in two reports has one origin (editorial rule 15)."},

	// What the article's text must carry.
	{"text-missing", "The article's text is at hand."},
	{"text-hash", "The text is the one that the lines were counted in."},
	{"text-title", "The headline is the text's."},
	{"text-author", "The author is one that the text names."},
	{"text-credit", "Credited outlets stand in the text."},
	{"quotation-lost", "Words that the line has between quotation marks have them in the claim (editorial rule 17)."},
	{"text-line", "Cited lines exist and are not blank."},
	{"text-figure", "Figures stand in the cited lines."},
	{"text-date", "Years and stated dates stand in the cited lines."},
	{"text-quotation", "Quoted words stand in the cited lines (editorial rule 17)."},
	{"text-name", "Speakers, targets and others stand in the cited lines by one of their names."},
	{"lint-ok", "A comment that waives a warning says why, and is needed."},

	// The words and rules themselves.
	{"word-list", "A word list matches its examples and none of its near misses."},
	{"lexicon", "The lexicon can be read."},
	{"rule", "A rule is well formed and has examples and near misses."},
	{"rule-example", "A rule reads each of its examples."},
	{"rule-near", "A rule reads none of its near misses."},
	{"rule-hijacked", "No stronger rule takes an example away."},
	{"rule-unreachable", "Some example reaches each rule."},
}
