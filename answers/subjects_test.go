package answers_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"allegedly/answers"
)

// An expectation is a question, and what must come of it: the claims of which
// one leads, the intent, or the outcome. A question that begins with "+" goes on
// from the one before it.
type expectation struct {
	ask   string
	want  string // any of these: claim ids that may lead, intents, outcomes
	known string // why it is not so yet; empty when it must be
}

// River is a corpus about an entirely different accused and another kind of
// wrongdoing. The shipped lexicon, rules and phrasing must do.
var river = []expectation{
	// Amount and count.
	{ask: "How much solvent does the River Authority say went into the river?", want: "V1"},
	{ask: "how many tonnes, according to the authority?", want: "V1"},
	{ask: "What figure does the union give?", want: "K1"},
	{ask: "how much waste per year did the union speak of", want: "K1"},
	{ask: "What would the clean-up cost?", want: "V1b"},
	{ask: "how many euros for cleaning the river bed", want: "V1b"},
	{ask: "How many fish died?", want: "V5"},
	{ask: "how many people work for Velmar?", want: "V8"},
	{ask: "How many members does the union have?", want: "K4"},
	{ask: "How much went into the river in the March spill?", want: "V4"},
	// Accuser.
	{ask: "Who says that 340 tonnes went into the river?", want: "V1"},
	{ask: "Who accuses Velmar?", want: "answered"},
	{ask: "who said the logbooks were rewritten?", want: "K3"},
	{ask: "Who claims that valves were opened at night?", want: "V3"},
	// Target, asset, place.
	{ask: "Which river was polluted?", want: "V1 V2 K1 V4"},
	{ask: "What was let into the river?", want: "V1 K1 V4"},
	{ask: "where did the March spill happen?", want: "V4"},
	// When and how long.
	{ask: "When was the November leak?", want: "V5 V5b"},
	{ask: "When did the March spill happen?", want: "V4"},
	{ask: "How long did the November leak last?", want: "V5b"},
	{ask: "Over what period did the discharges go on?", want: "V1c V1"},
	{ask: "when did the authority say that?", want: "V1 V1b V1c V4 V5 V10 clarify"},
	// Purpose, method, evidence.
	{ask: "Why were the valves opened?", want: "V3"},
	{ask: "How did they do it, according to the union?", want: "V3"},
	{ask: "what was the motive?", want: "V3", known: "motive alone is held to be too vague"},
	{ask: "What evidence does Brandt give?", want: "V2"},
	{ask: "how does the laboratory know?", want: "V2"},
	{ask: "What was found in the water samples?", want: "V2", known: "finding is not linked to samples"},
	{ask: "how were records falsified before inspections", want: "K3"},
	// The other side.
	{ask: "What does Velmar say to that?", want: "V6 K2 V7"},
	{ask: "Did Velmar deny it?", want: "V6 K2"},
	{ask: "What did Velmar reply to the River Authority?", want: "V6"},
	{ask: "What did the firm reply to the union in 2028?", want: "K2"},
	{ask: "Who speaks for Velmar?", want: "V6 K2"},
	{ask: "What did Ines Dahl say?", want: "V6"},
	{ask: "what exactly did the spokeswoman say about the figures?", want: "V6"},
	{ask: "what did the plant manager say", want: "K2"},
	{ask: "Whom does Velmar blame?", want: "V7"},
	{ask: "What does Velmar accuse the paper mill of?", want: "V7"},
	{ask: "What did Velmar reply to the laboratory?", want: "V2 V6"},
	{ask: "Which accusations have no reply?", want: "answered"},
	{ask: "Which came first, the plant manager's denial or Dahl's?", want: "answered"},
	// Provenance, definitions, background.
	{ask: "Which reports mention Brandt?", want: "V2"},
	{ask: "Which reports do you have?", want: "answered"},
	{ask: "What is the River Authority?", want: "V9"},
	{ask: "What is Velmar?", want: "V8"},
	{ask: "What is the Chemical Workers' Union?", want: "K4"},
	{ask: "what are the authority's plans?", want: "V10"},
	{ask: "will the plant lose its licence?", want: "V10", known: "no claim speaks of losing"},
	// Compare, extreme, list, timeline, total.
	{ask: "Compare the union's figure with the River Authority's", want: "V1 K1 V12"},
	{ask: "Who names more tonnes, the union or the River Authority?", want: "V1 K1"},
	{ask: "List the accusations against Velmar", want: "answered"},
	{ask: "Give me a timeline", want: "answered"},
	{ask: "Add up all the figures", want: "answered"},
	{ask: "what is the largest amount alleged?", want: "answered"},
	// Verdicts and premises.
	{ask: "Did Velmar do it?", want: "V1 V4 V11"},
	{ask: "Is Velmar guilty, yes or no?", want: "V1 V4 V11"},
	{ask: "Is it proven?", want: "V1 V4 V11"},
	{ask: "Why did Velmar admit the spill?", want: "V11 V4 V6 V1"},
	{ask: "Why did the union say 340 tonnes?", want: "V1 K1"},
	{ask: "Why did Brandt say that 18 tonnes leaked?", want: "V4"},
	{ask: "Was anybody convicted?", want: "V11 not_reported"},
	// A conversation.
	{ask: "How many fish were killed in the November leak?", want: "V5"},
	{ask: "+who says so?", want: "V5"},
	{ask: "+and how long did it last?", want: "V5b"},
	{ask: "+what did Velmar reply?", want: "V6"},
	{ask: "+source?", want: "V6 V5"},
	{ask: "How much does the River Authority say?", want: "V1"},
	{ask: "+and the union?", want: "K1"},
	// What goes on from the very claim, goes back, or turns away.
	{ask: "What happened at Weir Lock?", want: "V4"},
	{ask: "+was that the River Authority?", want: "V4"},
	{ask: "+Enough about Weir Lock. How many fish died?", want: "V5"},
	{ask: "+the first thing again, who says it?", want: "V4"},
	{ask: "+thank you, that helps", want: "guidance"},
	{ask: "What did the former employees say?", want: "K3"},
	{ask: "+do those people have names?", want: "not_reported"},
	{ask: "What did Brandt find?", want: "V2"},
	{ask: "+are they identified?", want: "V2"},
	{ask: "How many tonnes does the River Authority count?", want: "V1"},
	{ask: "+Not the River Authority's, I meant the union's.", want: "K1"},
	{ask: "+how long does the larger one cover?", want: "V1 V1c"},
	{ask: "How many members does the union have?", want: "K4"},
	{ask: "+who says that?", want: "K4"},
	{ask: "+Is Velmar guilty?", want: "verdict"},
	{ask: "+and the 12,000 fish, how did they die?", want: "V5"},
	// What the reports do not carry.
	{ask: "How many people fell ill?", want: "not_reported"},
	{ask: "What did the mayor of Orlastadt say?", want: "not_reported"},
	{ask: "What happened in the Rhine in 1986?", want: "not_reported"},
	{ask: "How much was stolen?", want: "not_reported clarify"},
	{ask: "Who won the cup?", want: "not_reported"},
	{ask: "What did Greenpeace say?", want: "not_reported"},
	{ask: "How much arsenic was in the river?", want: "not_reported"},
	{ask: "What happened in 2035?", want: "not_reported"},
	{ask: "Did North Korea do it?", want: "not_reported"},
	{ask: "what is Lazarus", want: "not_reported"},
	{ask: "hello", want: "guidance"},
	{ask: "how much?", want: "clarify answered"},
	{ask: "Did the bishop deny it?", want: "not_reported"},
	{ask: "what are taxes?", want: "not_reported"},
	// In a conversation a nod is no question.
	{ask: "What did Velmar reply?", want: "V6"},
	{ask: "+ok lol", want: "guidance"},
	{ask: "+👍", want: "guidance"},
	{ask: "+k cool, source?", want: "V6 V5"},
}

// Votes has names as several languages spell them; they are found with and
// without their marks.
var votes = []expectation{
	{ask: "How many votes does Łukasz Błaszczyk say were bought?", want: "A1"},
	{ask: "how many votes according to Blaszczyk", want: "A1"},
	{ask: "What happened in Großmühle?", want: "A1"},
	{ask: "how many votes were bought in Grossmuhle", want: "A1"},
	{ask: "Who is Nguyễn Thị Hạnh?", want: "A4"},
	{ask: "what did nguyen thi hanh say about money", want: "A2"},
	{ask: "What did the Partia Orła reply?", want: "A3"},
	{ask: "what did siobhan o neill say", want: "A3"},
	{ask: "SIOBHÁN Ó NÉILL?", want: "A3"},
	{ask: "Was there bribery at Yıldız Şekerleme?", want: "A2"},
	{ask: "how were the votes bought?", want: "A1 A2"},
	{ask: "Is the Partia Orła guilty?", want: "A1"},
	{ask: "What did Orły reply to Hạnh?", want: "A2 A3"},
	{ask: "Błaszczyk’s figure?", want: "A1"},
	{ask: "how much money was in each envelope?", want: "A2"},
	{ask: "Who is Zbigniew Nowak?", want: "not_reported"},
	{ask: "How many votes were bought in Kraków?", want: "not_reported"},
}

func TestRiver(t *testing.T) { holdTo(t, "river", river, 60) }

func TestVotes(t *testing.T) { holdTo(t, "votes", votes, 15) }

func holdTo(t *testing.T, subject string, list []expectation, least int) {
	files := shared(t)
	add(t, files, os.DirFS(filepath.Join("testdata", "subjects", subject)), ".")
	b, err := newBench(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < least {
		t.Errorf("%d questions, fewer than %d", len(list), least)
	}
	var thread answers.Thread
	for _, e := range list {
		text, goesOn := strings.CutPrefix(e.ask, "+")
		if !goesOn {
			thread = answers.Thread{}
		}
		a := b.ask(t, answers.Question{Text: text, Thread: thread})
		thread = a.Thread
		t.Run(strings.ReplaceAll(text, " ", "_"), func(t *testing.T) { e.hold(t, a) })
	}
}

// hold holds the answer to the expectation.
func (e expectation) hold(t *testing.T, a answers.Answer) {
	t.Helper()
	switch met := e.met(a); {
	case e.known != "" && met:
		t.Errorf("this gap is closed, take it out: %s", e.known)
	case e.known != "":
		t.Skip(e.known)
	case !met:
		t.Errorf("want %s, got %s, %s, led by %s: %s", e.want, a.Outcome, a.Intent, leads(a), a.Statements[0].Text)
	}
}

// met tells whether the answer has one of the wanted outcomes or intents, or
// leads with one of the wanted claims.
func (e expectation) met(a answers.Answer) bool {
	want := strings.Fields(e.want)
	if slices.Contains(want, string(a.Outcome)) || slices.Contains(want, a.Intent) {
		return true
	}
	return slices.ContainsFunc(leads(a), func(key string) bool {
		_, id, _ := strings.Cut(key, "/")
		return slices.Contains(want, id)
	})
}

// leads returns the claims that the answer leads with.
func leads(a answers.Answer) []string {
	var out []string
	for _, s := range a.Statements {
		if s.Role == "lead" {
			out = append(out, s.Claims...)
		}
	}
	return out
}
