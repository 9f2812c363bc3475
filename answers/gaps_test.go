package answers_test

import "regexp"

// gaps are breaches that are known and being mended: they are counted and told,
// and do not fail a test. A gap that no longer shows is to be taken out.
var gaps = []struct {
	breach *regexp.Regexp
	why    string
}{
	{regexp.MustCompile(`^verdict: a verdict was asked for`), "some questions for a verdict get one claim alone"},
	{regexp.MustCompile(`^origin: `), "some $2 billion and $2 billion of one origin stand side by side"},
	{regexp.MustCompile(`^sides: no reply to .* is told`), "what is said of accusations stays when they are left out for length"},
	{regexp.MustCompile(`^date: .* when somebody spoke of it`), "an order by what was said names what happened"},
	{regexp.MustCompile(`^sides: the reply to .* is that of another accused`), "lists do not keep two accused apart"},
	{regexp.MustCompile(`^differ: `), "the note that figures differ is the first to go when an answer is too long"},
	{regexp.MustCompile(`^length: `), "two leads and two replies are longer than an answer may be"},
}

// gap returns why the breach is known, or "".
func gap(breach string) string {
	for _, g := range gaps {
		if g.breach.MatchString(breach) {
			return g.why
		}
	}
	return ""
}
