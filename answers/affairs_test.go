package answers_test

import (
	"strings"
	"testing"

	"allegedly/answers"
)

// A report on somebody else, entered beside others, is answered from by its own lines: its
// figures are in sacks, its questions name the affair and then one fact of it, and one whom
// it accuses in passing is silent.
func TestAffairBesideOthers(t *testing.T) {
	b := subjectsBench(t, "river", "flour")
	var thread answers.Thread
	for _, e := range []expectation{
		{ask: "Who gives the highest number of sacks of flour?", want: "F3"},
		{ask: "Whose figure for the flour sacks is the largest?", want: "F3"},
		{ask: "What is the smallest number of sacks of flour?", want: "F2"},
		{ask: "By what trick was the flour relabelled?", want: "F4"},
		{ask: "What did the money from the flour pay for?", want: "F5"},
		{ask: "Did the Seal Office ever answer?", want: "F7"},
		{ask: "What did the Seal Office reply?", want: "F7"},
		{ask: "What fine did the Grain Office recommend?", want: "F9"},
		{ask: "What does the Orrin Mill plan to do?", want: "F10"},
		{ask: "What did the Orrin Mill reply to the Bakers' Guild?", want: "F8"},
		{ask: "Does the Orrin Mill agree?", want: "F8"},
		{ask: "Does Velmar accept that?", want: "V6 V7 K2"},
		{ask: "What should bakers do?", want: "not_reported"},
		{ask: "What do the bakers say bakers should do?", want: "not_reported"},
		{ask: "What is the largest amount alleged of the mill?", want: "F3"},
		// A conversation that turns to the other affair keeps what was asked.
		{ask: "What did Velmar reply?", want: "denial"},
		{ask: "+and the Orrin Mill?", want: "F8"},
		// One of a list.
		{ask: "Who accuses Velmar?", want: "answered"},
		{ask: "+the second one?", want: "V1 V2 V1b K1 K3"},
	} {
		text, goesOn := strings.CutPrefix(e.ask, "+")
		if !goesOn {
			thread = answers.Thread{}
		}
		a := b.ask(t, answers.Question{Text: text, Thread: thread})
		thread = a.Thread
		t.Run(text, func(t *testing.T) { e.hold(t, a) })
	}
}
