package editorial

import (
	"strings"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// A world is what the examination of one file may ask of all others. It does
// not change while files are examined.
type world struct {
	linter  *Linter
	corpus  *corpus.Corpus
	linker  *corpus.Linker
	words   *Words
	lexicon *language.Lexicon
	files   []*corpus.File
	claims  map[string]located // by key, drafts and withdrawn ones too
}

// located is a claim with the file and report that it stands in.
type located struct {
	file   *corpus.File
	report *corpus.Report
	claim  *corpus.Claim
	n      int // its index in the report
}

func newWorld(built *corpus.Corpus, files []*corpus.File, l *Linter) *world {
	w := &world{linter: l, corpus: built, words: l.words, lexicon: l.lexicon, files: files, claims: map[string]located{}}
	w.linker = corpus.NewLinker(built, l.lexicon)
	for _, file := range files {
		if file.Report == nil {
			continue
		}
		for i := range file.Report.Claims {
			claim := &file.Report.Claims[i]
			w.claims[keyOf(file.Report, claim.ID)] = located{file, file.Report, claim, i}
		}
	}
	return w
}

// keyOf completes a reference made in a report; a bare claim id is its own.
func keyOf(report *corpus.Report, ref string) string {
	if strings.Contains(ref, "/") {
		return ref
	}
	return report.ID + "/" + ref
}

// ofAccused tells whether the entity is the accused or belongs to it.
func (w *world) ofAccused(id, accused string) bool {
	return id != "" && (id == accused || w.corpus.BelongsTo(id, accused))
}

// accusedBefore tells whether the accused's side is named before a token: the
// accused, what belongs to it, or whom a claim of the report names as acting.
func (w *world) accusedBefore(tokens []language.Token, report *corpus.Report, before int) bool {
	acting := map[string]bool{}
	for _, claim := range report.Claims {
		for _, id := range claim.Actor {
			acting[id] = true
		}
	}
	for _, mention := range w.linker.Link(tokens[:before]) {
		for _, id := range mention.IDs {
			if acting[id] || w.ofAccused(id, report.Accused) {
				return true
			}
		}
	}
	return false
}
