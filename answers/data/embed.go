// Package data carries the reports, names, words, rules and phrasings that the
// engine works with. All subject matter and all wording live in these files.
package data

import "embed"

// FS holds reports/, entities/, lexicon/, rules/, phrasing/, editorial/ and precedents/.
//
//go:embed all:reports all:entities all:lexicon all:rules all:phrasing all:editorial all:precedents
var FS embed.FS
