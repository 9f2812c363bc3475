package editorial

import (
	"fmt"

	"allegedly/answers/corpus"
)

// waive leaves out the warnings that an editor has looked at and said why they
// are no defects. An error cannot be waived. A waiver without a reason, or one
// that nothing needs any more, is a finding itself.
func waive(files []*corpus.File, found corpus.Findings, withTexts bool) corpus.Findings {
	type place struct {
		file, rule string
		line       int
	}
	waived := map[place]bool{} // and whether anything was
	for _, file := range files {
		for _, w := range file.Waivers {
			waived[place{file.Name, w.Rule, w.For}] = false
		}
	}
	if len(waived) == 0 {
		return found
	}
	var out corpus.Findings
	for _, f := range found {
		at := place{f.File, f.Rule, f.Line}
		if _, ok := waived[at]; ok && f.Severity == corpus.Warning {
			waived[at] = true
			continue
		}
		out = append(out, f)
	}
	for _, file := range files {
		for _, w := range file.Waivers {
			message := ""
			switch {
			case w.Reason == "":
				message = fmt.Sprintf("say why %s is no defect here: # lint-ok %s: because ...", w.Rule, w.Rule)
			case !known(w.Rule):
				message = fmt.Sprintf("there is no rule %q; docs/editing.md lists them", w.Rule)
			case withTexts && !waived[place{file.Name, w.Rule, w.For}]: // without texts, what it is about may not be found
				message = fmt.Sprintf("lint has no warning of %s here; leave the comment out", w.Rule)
			default:
				continue
			}
			out = append(out, corpus.Finding{File: file.Name, Line: w.Line, Column: 1, Severity: corpus.Warning, Rule: "lint-ok", Message: message})
		}
	}
	return out
}

func known(rule string) bool {
	for _, r := range Rules {
		if r.ID == rule {
			return true
		}
	}
	return false
}
