package slack

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"allegedly/answers"
)

// A button says by its value what it needs to know of the answer above it, since
// its question, asked again without the conversation, may be another question.

// What is said where a value tells too little.
const (
	tooOld   = "This button is from an older version, or its reports are no longer there. Please ask again."
	onItsOwn = "Without the conversation before it, the question reads like this:"
)

// resting returns what the answer rests on as the value of a button, such as
// "1:harbour-2031:3,4,9 2:gazette:7": number, report and lines of each source.
// The last ones are left out where there are more than a button carries.
func resting(a answers.Answer) string {
	value := ""
	for _, s := range a.Sources {
		var lines []string
		for _, line := range citedLines(a, s.N) {
			lines = append(lines, strconv.Itoa(line))
		}
		longer := strings.TrimSpace(fmt.Sprintf("%s %d:%s:%s", value, s.N, s.Report, strings.Join(lines, ",")))
		if length(longer) > maxButtonValue {
			break
		}
		value = longer
	}
	return value
}

// recalled returns an answer with the sources and the citations that resting
// wrote, as far as the reports are still there.
func recalled(value string, reports []answers.Source) (a answers.Answer) {
	var all answers.Statement
	for _, field := range strings.Fields(value) {
		parts := strings.Split(field, ":")
		if len(parts) != 3 {
			continue
		}
		cite := answers.Citation{}
		cite.Source, _ = strconv.Atoi(parts[0])
		for _, line := range strings.Split(parts[2], ",") {
			if n, err := strconv.Atoi(line); err == nil {
				cite.Lines = append(cite.Lines, n)
			}
		}
		for _, s := range reports {
			if s.Report == parts[1] {
				s.N = cite.Source
				a.Sources = append(a.Sources, s)
				all.Citations = append(all.Citations, cite)
			}
		}
	}
	a.Statements = []answers.Statement{all}
	return a
}

// reasoned returns the value of a button that explains the answer: its question,
// after what tells whether it gives the same answer again.
func reasoned(a answers.Answer) string { return fingerprint(a) + "\n" + a.Question }

// fingerprint is the same for answers that tell the same. It stays when an answer
// is cut for length.
func fingerprint(a answers.Answer) string {
	sum := sha256.Sum256([]byte(fmt.Sprint(a.Outcome, a.Intent, a.Thread.Claims)))
	return hex.EncodeToString(sum[:5])
}
