package audit_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"allegedly/answers"
	"allegedly/answers/audit"
	"allegedly/answers/data"
)

// A fault is harm done to a good answer, as a defect of the engine might do it.
type fault struct {
	name string
	ask  string // answered, and then harmed
	rule string // the check that must find it
	harm func(a *answers.Answer)
}

const (
	fbi      = "How much does the FBI say was stolen?"
	monitors = "How much did the UN monitors say was stolen?"
	coincub  = "How much does Coincub say?"
	total    = "Group-IB or Niblett, who names more?"
	unknown  = "Who hacked Bybit?"
)

var faults = []fault{
	// Who says it.
	{"no attribution", fbi, "attribution", swap("the FBI said that hackers", "hackers")},
	{"no accuser", fbi, "attribution", swap("the FBI said", "it was said")},
	{"a share that is calculated wrongly", "what share of Group-IB total is NEM", "figure", swap("about 88 %", "about 78 %")},
	{"another accuser", fbi, "attribution", swap("the FBI said", "the White House said")},
	{"accuser after the act", fbi, "attribution", func(a *answers.Answer) {
		text := a.Statements[0].Text
		at, end := strings.Index(text, "hackers"), strings.Index(text, ", as reported")
		rewrite(a, 0, strings.ToUpper(text[at:at+1])+text[at+1:end]+", the FBI said"+text[end:])
	}},
	{"no verb", fbi, "attribution", swap("the FBI said that", "the FBI:")},
	{"the article's own voice as fact", "How many computers did WannaCry hit?", "attribution", swap("naming no accuser, ", "")},
	{"no publisher", fbi, "chain", swap(", as reported by Felastory", "")},
	{"no chain", "How much did Group-IB say?", "chain", swap("according to the Next Web, ", "")},
	{"guilt as fact", fbi, "guilt", appendTo("lead", " North Korea stole it.")},
	{"guilt in a noun", fbi, "guilt", appendTo("lead", " Its loot is still missing.")},
	{"a label as a name", fbi, "guilt", appendTo("denial", " So say the thieves.")},
	{"allegedly for attribution", fbi, "allegedly", appendTo("lead", " The group allegedly has more.")},
	{"a verb that takes sides", fbi, "partial verb", appendTo("lead", " The FBI revealed it.")},
	{"a denial that refutes", fbi, "partial verb", swapIn("denial", "denied", "refuted")},
	{"told in other words", fbi, "wording", swap("hackers tied to North Korea's government stole Ethereum worth $620 million from a video gaming company", "hackers tied to North Korea's government took Ethereum worth $620 million from a video gaming company")},

	// Figures.
	{"another figure", fbi, "figure", swap("$620 million", "$630 million")},
	{"a figure rounded", coincub, "figure", swap("$1.59 billion", "$1.6 billion")},
	{"no qualifier", monitors, "figure", swap("over $50 million", "$50 million")},
	{"another qualifier", monitors, "figure", swap("over $50 million", "at least $50 million")},
	{"another currency", fbi, "figure", swap("$620 million", "€620 million")},
	{"another unit", fbi, "figure", swap("$620 million", "$620 billion")},
	{"figures added up", total, "figure", appendTo("lead", " That is $5.9 billion together.")},
	{"figures averaged", total, "figure", appendTo("lead", " Calculated, that is $1.1 billion on average.")},
	{"a wider period", monitors, "wording", swap("between 2020 and mid-2021", "between 2017 and mid-2021")},
	{"no period", monitors, "wording", swap(" between 2020 and mid-2021", "")},
	{"a figure without its accuser", total, "figure", swap(" (Group-IB)", "")},

	{"one origin as two", "What is the largest amount alleged?", "origin", func(a *answers.Answer) {
		a.Statements[0].Claims = append(a.Statements[0].Claims, "nasty-game-2019/N2b")
		rewrite(a, 0, "The totals alleged are some $2 billion (a leaked United Nations report) and $2 billion (the UN).")
	}},

	{"figures that differ, without saying so", total, "differ", func(a *answers.Answer) {
		for i := range a.Statements {
			rewrite(a, i, strings.NewReplacer("Of the two, the larger figure in the reports is that of Niblett", "In the reports Niblett has a figure", "differ", "are here", "added up", "counted").Replace(a.Statements[i].Text))
		}
		extra := ask("How much does Coincub say?")
		a.Statements = append(a.Statements, extra.Statements[0])
	}},

	// Dates.
	{"an inferred date as stated", fbi, "date", swap(" (year inferred: the page's address)", "")},
	{"another date", fbi, "date", swap("April 2022", "April 2021")},

	{"an incident dated by who spoke of it", "Which came first, the Bithumb hack or the CoinCheck theft?", "date", func(a *answers.Answer) {
		rewrite(a, 0, "The June 2018 Bithumb hack (2018 (year inferred)) came first.")
	}},

	// Sources.
	{"no citation", fbi, "citation", func(a *answers.Answer) { a.Statements[0].Citations = []answers.Citation{} }},
	{"no claim", fbi, "citation", func(a *answers.Answer) { a.Statements[0].Claims = []string{} }},
	{"a line further", fbi, "citation", func(a *answers.Answer) { a.Statements[0].Citations[0].Lines[0]++ }},
	{"a line too many", fbi, "citation", func(a *answers.Answer) {
		c := &a.Statements[0].Citations[0]
		c.Lines = append(c.Lines, c.Lines[len(c.Lines)-1]+1)
	}},
	{"another claim's citation", fbi, "citation", func(a *answers.Answer) { a.Statements[0].Claims = []string{"nis-2022/S4"} }},
	{"a claim that does not exist", fbi, "citation", func(a *answers.Answer) { a.Statements[0].Claims[0] = "nis-2022/S99" }},
	{"a source that does not exist", fbi, "citation", func(a *answers.Answer) { a.Statements[0].Citations[0].Source = 9 }},
	{"a source nobody cites", fbi, "citation", func(a *answers.Answer) {
		extra := ask("How much does Coincub say?").Sources[0]
		extra.N = len(a.Sources) + 1
		a.Sources, a.Text = append(a.Sources, extra), a.Text+extra.Title+extra.Publisher
	}},
	{"another title", fbi, "sources", func(a *answers.Answer) {
		a.Text = strings.ReplaceAll(a.Text, a.Sources[0].Title, "Stolen!")
		a.Sources[0].Title = "Stolen!"
	}},
	{"another date of a source", fbi, "sources", func(a *answers.Answer) { a.Sources[0].Published = "2022-12-24" }},
	{"an inferred source as stated", fbi, "sources", func(a *answers.Answer) { a.Sources[0].PublishedBasis = "stated" }},
	{"a source left out of the text", fbi, "sources", func(a *answers.Answer) { a.Text = strings.ReplaceAll(a.Text, a.Sources[0].Title, "") }},
	{"words never said", "What exactly did KCNA say?", "quotation", swapIn("lead", `"`, `"purely `)},
	{"a quotation of our own", fbi, "quotation", appendTo("lead", ` It was a "heist".`)},

	// The other side.
	{"no reply", fbi, "sides", drop("denial")},
	{"no reply to a list", total, "sides", drop("denial")},
	{"the denial left out of the text", fbi, "text", func(a *answers.Answer) {
		a.Text = strings.ReplaceAll(a.Text, a.Statements[find(a, "denial")].Text, "")
	}},
	{"a reply of five words", fbi, "sides", rewriteIn("denial", "North Korea denied it all.")},
	{"a reply without its speaker", fbi, "attribution", swapIn("denial", "North Korea's Foreign Ministry denied", "It was denied that")},
	{"a reply without its year", "What did North Korea reply to the UN?", "sides", func(a *answers.Answer) {
		for i := range a.Statements {
			rewrite(a, i, strings.NewReplacer("2019", "that year").Replace(a.Statements[i].Text))
		}
	}},
	{"an older reply as an answer", fbi, "sides", func(a *answers.Answer) {
		i := find(a, "denial")
		text := a.Statements[i].Text
		rewrite(a, i, text[:strings.Index(text, " That denial")])
		for k := len(a.Statements) - 1; k >= 0; k-- {
			if a.Statements[k].Role == "caveat" {
				a.Text = strings.Replace(a.Text, a.Statements[k].Text, "", 1)
				a.Statements = slices.Delete(a.Statements, k, k+1)
			}
		}
	}},
	{"no reply to somebody who is not there", fbi, "sides", appendTo("denial", " The reports carry no reply to Niblett on this.")},
	{"a reply undercut", fbi, "undercut", appendTo("denial", " It merely said so.")},
	{"a reply undercut by despite", fbi, "undercut", appendTo("denial", " That was despite all evidence.")},

	// How it answers.
	{"the same twice", fbi, "twice", func(a *answers.Answer) {
		a.Statements = append(a.Statements, a.Statements[0])
		a.Text += a.Statements[0].Text
	}},
	{"a bare yes", fbi, "verdict", func(a *answers.Answer) { rewrite(a, 0, "Yes, "+a.Statements[0].Text) }},
	{"a bare no", "Did North Korea do it?", "verdict", func(a *answers.Answer) { rewrite(a, 0, "No. "+a.Statements[0].Text) }},
	{"no word that there is no verdict", "Did North Korea do it?", "verdict", swap("do not settle that, and this bot gives no verdict", "tell that")},
	{"a verdict", fbi, "verdict", appendTo("lead", " North Korea is clearly guilty.")},
	{"odds", fbi, "verdict", appendTo("lead", " It is more likely than not.")},
	{"too long", fbi, "length", appendTo("lead", strings.Repeat(" The reports say so.", 60))},
	{"an accusation echoed", unknown, "abstention", appendTo("lead", " So you say that they stole it.")},
	{"a source under an abstention", unknown, "abstention", func(a *answers.Answer) { a.Sources = ask(fbi).Sources }},
	{"a claim under an abstention", unknown, "abstention", func(a *answers.Answer) { a.Statements = ask(fbi).Statements }},
	{"a guess in an abstention", unknown, "abstention", appendTo("lead", " It was perhaps $1.5 billion.")},
	{"a sentence echoed", unknown, "abstention", swap("“Bybit”", "“Bybit and all the others that I told you of”")},
	{"markup echoed", unknown, "abstention", swap("“Bybit”", "“<@Bybit>”")},
	{"a suggestion that takes guilt for granted", fbi, "guilt", func(a *answers.Answer) { a.Suggestions = []string{"Why did North Korea carry out what was stolen?"} }},
}

var auditor, engine = must(audit.New(data.FS, os.DirFS(filepath.Join("..", "..", "..", "shared", "reports")))), load()

func must(a *audit.Auditor, err error) *audit.Auditor {
	if err != nil {
		panic(err)
	}
	return a
}

func load() *answers.Engine {
	engine, _ := answers.New(data.FS)
	return engine
}

func ask(text string) answers.Answer {
	a, _ := engine.Answer(context.Background(), answers.Question{Text: text})
	return a
}

func check(t *testing.T, a answers.Answer) []audit.Breach {
	t.Helper()
	object, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	return auditor.Check(object)
}

// Whatever harm is done to an answer, the audit finds it, and finds it to be
// that harm; without it, the answer passes.
func TestFaults(t *testing.T) {
	for _, f := range faults {
		t.Run(strings.ReplaceAll(f.name, " ", "-"), func(t *testing.T) {
			good := ask(f.ask)
			for _, breach := range check(t, good) {
				t.Errorf("the unharmed answer: %v", breach)
			}
			before, _ := json.Marshal(good)
			harmed := good
			if err := json.Unmarshal(before, &harmed); err != nil { // a deep copy
				t.Fatal(err)
			}
			f.harm(&harmed)
			after, _ := json.Marshal(harmed)
			if string(before) == string(after) {
				t.Fatalf("the answer is unharmed: %s", before)
			}
			found := check(t, harmed)
			if !slices.ContainsFunc(found, func(b audit.Breach) bool { return b.Rule == f.rule }) {
				t.Errorf("no %s among what was found: %v\nin %s", f.rule, found, after)
			}
		})
	}
}

func TestNoJSON(t *testing.T) {
	if found := auditor.Check([]byte("Yes!")); len(found) != 1 || found[0].Rule != "json" {
		t.Errorf("got %v", found)
	}
}

// find returns the number of the first statement in that role.
func find(a *answers.Answer, role string) int {
	return slices.IndexFunc(a.Statements, func(s answers.Statement) bool { return string(s.Role) == role })
}

// rewrite puts another text in place of a statement's, in the plain text too,
// so that the harm itself must be found and not the difference between the two.
func rewrite(a *answers.Answer, i int, text string) {
	a.Text = strings.Replace(a.Text, a.Statements[i].Text, text, 1)
	a.Statements[i].Text = text
}

func rewriteIn(role, text string) func(*answers.Answer) {
	return func(a *answers.Answer) { rewrite(a, find(a, role), text) }
}

// swap puts other words in place of some in the lead.
func swap(old, with string) func(*answers.Answer) { return swapIn("lead", old, with) }

func swapIn(role, old, with string) func(*answers.Answer) {
	return func(a *answers.Answer) {
		for i := range a.Statements {
			if string(a.Statements[i].Role) == role {
				rewrite(a, i, strings.Replace(a.Statements[i].Text, old, with, 1))
			}
		}
	}
}

func appendTo(role, text string) func(*answers.Answer) {
	return func(a *answers.Answer) {
		i := find(a, role)
		rewrite(a, i, a.Statements[i].Text+text)
	}
}

// drop takes every statement in that role out of the answer.
func drop(role string) func(*answers.Answer) {
	return func(a *answers.Answer) {
		for i := len(a.Statements) - 1; i >= 0; i-- {
			if string(a.Statements[i].Role) == role {
				rewrite(a, i, "")
				a.Statements = slices.Delete(a.Statements, i, i+1)
			}
		}
	}
}
