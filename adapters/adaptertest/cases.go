package adaptertest

import (
	"fmt"
	"strings"

	"allegedly/answers"
	"allegedly/answers/compose"
)

// Cases returns the suite's questions and replies: an ordinary answer, one with
// a label of its own, the longest one that must stay whole, one that no limit
// holds, an abstention, a clarification and a question full of markup.
func Cases() []Case {
	const question = "Who accuses Veridia of the Lantern breach?"
	return []Case{
		{Name: "answer", Question: question, Reply: reply(Answer())},
		{Name: "labelled", Question: question, Reply: reply(Labelled())},
		{Name: "longest", Question: question, Reply: reply(Longest())},
		{Name: "oversized", Question: question, Reply: reply(oversized()), Oversized: true},
		{Name: "abstention", Question: "Who won the Lantern cup?", Reply: reply(Abstention())},
		{Name: "clarification", Question: "how much", Reply: reply(Clarification())},
		{Name: "hostile", Question: Hostile, Reply: reply(hostile())},
		{Name: "long question", Question: strings.Repeat("Who accuses Veridia, and since when? ", 27), Reply: reply(Answer())},
	}
}

// Hostile is a question that tries to ping, to link and to break out of quotes.
const Hostile = "@everyone @here <!channel> <!here> <@123456789012345678> <@U012AB3CD> <#C012AB3CD|x> </ask:1> <t:0:R>\n" +
	"# **Denied** `code` ```\nfence``` > quote ||spoiler|| [safe](https://evil.example/a) <https://evil.example/b|safe> & _x_ ~y~"

// Answer returns an ordinary answer about a made-up subject: a lead, a denial,
// an allegation, a caveat, two sources and three suggestions.
func Answer() answers.Answer {
	return answers.Answer{
		Question: "Who accuses Veridia of the Lantern breach?",
		Outcome:  answers.Answered,
		Intent:   "accuser",
		Statements: []answers.Statement{
			statement(compose.Lead, "The Ostrav Cyber Agency said on 3 May 2031 that it attributed the Lantern breach, about $40 million, to Veridia, as reported by The Daily Meridian.", 1, 4, 5),
			statement(compose.Denial, "Veridia denies it: its foreign ministry said on 5 May 2031 that the statement of the Ostrav Cyber Agency was a fabrication without any evidence, as reported by Harbour Wire.", 2, 9),
			statement(compose.Allegation, "An unnamed official told Harbour Wire that the same persons were accused of an earlier breach.", 2, 12),
			statement(compose.Caveat, "The reports give two different figures for the loss and neither says how it was counted.", 1, 7),
		},
		Sources:     []answers.Source{meridian(), harbour()},
		Suggestions: []string{"What does Veridia reply?", "How much was taken in the Lantern breach?", "When was the Lantern breach?"},
		Text:        "The Ostrav Cyber Agency said that it attributed the Lantern breach to Veridia. Veridia denies it.",
	}
}

// Labelled returns an answer whose two denials answer something else, and say so
// by a label. Beside the label it has no word that a role is introduced with.
func Labelled() answers.Answer {
	a := Answer()
	denial := a.Statements[1]
	denial.Label = "The denial by Veridia:"
	second := statement(compose.Denial, "On 9 May 2031, Veridia's ministry said that no such breach had happened, as reported by Harbour Wire.", 2, 14)
	second.Label = denial.Label
	a.Statements = []answers.Statement{a.Statements[0], denial, second, a.Statements[2]}
	a.Suggestions = nil
	return a
}

// Longest returns an answer with far more detail than any limit holds, whose
// lead, denial and cited sources fit in 2,000 characters.
func Longest() answers.Answer {
	a := Answer()
	a.Statements[0].Text += strings.Repeat(" It named the transfers that it had followed one by one.", 5)
	a.Statements[1].Text += strings.Repeat(" The ministry called on others to show what they have.", 4)
	for i := range 60 {
		a.Statements = append(a.Statements,
			statement(compose.Allegation, fmt.Sprintf("In statement number %d the Ostrav Cyber Agency accused Veridia of a further attempt on Lantern, as reported by Harbour Wire.", i+1), 2, 20+i))
		if i%3 == 0 {
			a.Statements = append(a.Statements, statement(compose.Counter, "Veridia accused Ostrav of attempts of its own, as reported by a further paper.", 3+i%4, 2))
		}
	}
	for n := 3; n <= 6; n++ {
		s := harbour()
		s.N, s.Report, s.Title = n, fmt.Sprintf("further-%d", n), fmt.Sprintf("A further report of the series, part %d", n)
		a.Sources = append(a.Sources, s)
	}
	return a
}

// oversized returns an answer whose two sides alone exceed every limit.
func oversized() answers.Answer {
	a := Answer()
	a.Statements[0].Text += strings.Repeat(" It named the transfers that it had followed one by one.", 100)
	a.Statements[1].Text += strings.Repeat(" The ministry called on others to show what they have.", 100)
	return a
}

// Abstention returns a reply that knows nothing: no statement is cited.
func Abstention() answers.Answer {
	const text = "The reports say nothing about a Lantern cup, and I do not guess."
	return answers.Answer{
		Question:    "Who won the Lantern cup?",
		Outcome:     answers.NotReported,
		Intent:      "off_subject",
		Statements:  []answers.Statement{{Role: compose.Lead, Text: text, Claims: []string{}, Citations: []answers.Citation{}}},
		Sources:     []answers.Source{},
		Suggestions: []string{"Who accuses Veridia of the Lantern breach?"},
		Text:        text,
	}
}

// Clarification returns a reply that offers choices.
func Clarification() answers.Answer {
	const text = "Which amount do you mean?"
	return answers.Answer{
		Question:    "how much",
		Outcome:     answers.Clarify,
		Intent:      "amount",
		Statements:  []answers.Statement{{Role: compose.Lead, Text: text, Claims: []string{}, Citations: []answers.Citation{}}},
		Sources:     []answers.Source{},
		Suggestions: []string{"How much was taken in the Lantern breach?", "How much does the Ostrav Cyber Agency put it at?"},
		Text:        text,
	}
}

// hostile is an ordinary answer that repeats the hostile question.
func hostile() answers.Answer {
	a := Answer()
	a.Question = Hostile
	return a
}

func statement(role answers.Role, text string, source int, lines ...int) answers.Statement {
	return answers.Statement{
		Role: role, Text: text, Claims: []string{fmt.Sprintf("claim-%d", source)},
		Citations: []answers.Citation{{Source: source, Lines: lines}},
	}
}

func meridian() answers.Source {
	return answers.Source{
		N: 1, Report: "meridian", Title: "Agency names Veridia over Lantern", Publisher: "The Daily Meridian",
		Published: "2031-05-03", PublishedBasis: "stated", URL: "https://meridian.example/2031/lantern",
	}
}

func harbour() answers.Source {
	return answers.Source{
		N: 2, Report: "harbour", Title: "Veridia rejects the Lantern accusation", Publisher: "Harbour Wire",
		Published: "2031-05-05", PublishedBasis: "inferred", URL: "https://harbour.example/a/veridia-rejects",
	}
}
