package record

import (
	"slices"

	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// An AssetKind is an asset of which others are examples: grain, of which rye is
// one.
type AssetKind struct {
	ID       string
	Concepts []language.Concept // of its name
	Members  []string
}

func (rec *Record) assetKinds() []AssetKind {
	var out []AssetKind
	for _, entity := range rec.Corpus.Entities {
		owner := rec.Corpus.Entity(entity.Of)
		if entity.Kind != corpus.Asset || owner == nil || owner.Kind != corpus.Asset {
			continue
		}
		at := slices.IndexFunc(out, func(k AssetKind) bool { return k.ID == owner.ID })
		if at < 0 {
			at = len(out)
			out = append(out, AssetKind{ID: owner.ID})
			for _, t := range language.Split(rec.Corpus.Label(owner.ID)) {
				out[at].Concepts = append(out[at].Concepts, rec.Lexicon.Concepts(t.Word, t.Stem)...)
			}
		}
		out[at].Members = append(out[at].Members, entity.ID)
	}
	return out
}
