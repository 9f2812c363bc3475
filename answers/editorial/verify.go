package editorial

import (
	"fmt"
	"io/fs"

	"allegedly/answers/corpus"
)

// A Verification is what the article's text says to one report.
type Verification struct {
	File   *corpus.File
	Claims []corpus.Verified // the first is the report as a whole; none when there is no text
	Found  corpus.Findings   // of the report and all its claims
}

// Verify compares the reports among the files with their articles' texts, which
// are files of texts named as the reports name them. A text that is not there is
// a finding of its own.
func (l *Linter) Verify(files []*corpus.File, texts fs.FS, progress func(done, total int)) []Verification {
	var reports []*corpus.File
	for _, file := range files {
		if file.Report != nil {
			reports = append(reports, file)
		}
	}
	built, _ := corpus.Build(files)
	out := make([]Verification, len(reports))
	parallel(len(reports), progress, func() func(int) {
		verifier := corpus.NewVerifier(built, l.lexicon)
		return func(i int) {
			v := Verification{File: reports[i]}
			content, err := fs.ReadFile(texts, reports[i].Report.Text.File)
			if err != nil {
				v.Found = corpus.Findings{reports[i].Finding(corpus.Error, "text-missing", fmt.Sprintf("there is no text %q to verify against", reports[i].Report.Text.File), "text", "file")}
			} else {
				v.Claims = verifier.Verify(reports[i], content)
				for _, claim := range v.Claims {
					v.Found = append(v.Found, claim.Found...)
				}
			}
			out[i] = v
		}
	})
	return out
}
