package intent

import (
	"strings"
	"testing"

	"allegedly/answers/language"
)

// What leads up to a question is read behind it, if it names somebody or a number and asks nothing itself.
func TestAskedFirst(t *testing.T) {
	r := shippedReader(t)
	for text, want := range map[string]string{
		"In the FBI's account, who did it?":      "who did it in the fbi's account",
		"According to Niblett, how much was it?": "how much was it according to niblett",
		"For $620 million, for what is it?":      "for what is it for $ 620 million",
		"In all, how much was it?":               "in all how much was it",
		"What did the FBI say, and when?":        "what did the fbi say and when",
		"In 2019, the FBI spoke.":                "in 2019 the fbi spoke",
	} {
		var words []string
		for _, token := range r.askedFirst(text, language.Split(text)) {
			words = append(words, strings.ToLower(token.Text))
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

// What calls for attention is no part of the question behind it; alone, it is all that was said.
func TestWithoutCall(t *testing.T) {
	r := shippedReader(t)
	for text, want := range map[string]string{
		"Hey, who leaked it?":          "who leaked it",
		"URGENT please: how was it?":   "how was it",
		"so did they deny it":          "did they deny it",
		"hey":                          "hey",
		"Hey, thanks for that":         "hey thanks for that",
		"and who leaked it":            "and who leaked it",
		"who is the man with the hat?": "who is the man with the hat",
	} {
		var words []string
		for _, token := range r.withoutCall(language.Split(text)) {
			words = append(words, strings.ToLower(token.Text))
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

// What only announces a question is dropped; what names somebody is kept.
func TestWithoutLead(t *testing.T) {
	r := shippedReader(t)
	for text, want := range map[string]string{
		"quick question: who denied it?":                  "who denied it",
		"now the other side please: what did they say?":   "what did they say",
		"new question on Niblett: what did he say?":       "new question on niblett what did he say",
		"group or programme: which is it?":                "group or programme which is it",
		"quick question: the figure of the first report?": "quick question the figure of the first report",
	} {
		if got := joined(r.withoutLead(text, language.Split(text))); got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

// "How many" is read first where it stands last, if nothing else is asked.
func TestCountFirst(t *testing.T) {
	r := shippedReader(t)
	for text, want := range map[string]string{
		"nk hackers how many lol":   "how many nk hackers",
		"their boats how many":      "how many their boats",
		"is it known how many":      "is it known how many",
		"how many":                  "how many",
		"who has them and how many": "who has them and how many",
	} {
		if got := joined(r.countFirst(language.Split(text))); got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

// That something is asked, for whom, and of what, is no part of the question; what names one report is.
func TestWithoutAsking(t *testing.T) {
	r := shippedReader(t)
	for text, want := range map[string]string{
		"remind me who did it":                       "who did it",
		"i would like to know how it was done":       "how it was done",
		"for my thesis how was it done":              "how was it done",
		"according to the reports is it true":        "is it true",
		"could you tell me who said so":              "who said so",
		"in what month was it":                       "in what month was it",
		"in the felastory article who is quoted":     "in the felastory article who is quoted",
		"according to the leaked report how was it":  "according to the leaked report how was it",
		"did anybody in the articles say who did it": "did anybody in the articles say who did it",
	} {
		if got := joined(r.withoutAsking(language.Split(text))); got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

// Thanks behind a question are no part of it; alone they are all there is.
func TestWithoutThanks(t *testing.T) {
	r := shippedReader(t)
	for text, want := range map[string]string{
		"who is he thx":            "who is he",
		"what did they say thanks": "what did they say",
		"thx":                      "thx",
		"ok great thanks":          "ok great thanks",
	} {
		if got := joined(r.withoutThanks(language.Split(text))); got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

func joined(tokens []language.Token) string {
	var words []string
	for _, token := range tokens {
		words = append(words, strings.ToLower(token.Text))
	}
	return strings.Join(words, " ")
}
