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
		// Nobody is named: words and figures that only one affair has tell which is meant.
		{ask: "Who gives the largest figure for the sacks?", want: "F3"},
		{ask: "The headline says 60,000 sacks. Is that right?", want: "F11"},
		{ask: "Where do the 60,000 sacks in the headline come from?", want: "F11"},
		{ask: "Where do the 60,000 sacks in the Dockside Post's headline come from?", want: "F11"},
		{ask: "What is the largest amount of solvent?", want: "V1"},
		// By a document its body speaks.
		{ask: "What does the survey cite?", want: "F13"},
		{ask: "What did the survey find?", want: "F12 F13"},
		{ask: "How much does the Bakers' Guild say was sold?", want: "F1"},
		{ask: "+and the survey?", want: "F12"},
		{ask: "+how does it know?", want: "F13"},
		// Through whom it was told, and why two differ.
		{ask: "Where did Hask tell that story?", want: "F4"},
		{ask: "Through whom did the Dockside Post learn of the labels?", want: "F4"},
		{ask: "Why is Hask's number higher than the guild's?", want: "F18"},
		// Measures: what a count of tonnes is, what one kilo costs, what part it was.
		{ask: "How much does the Orrin Mill grind each year?", want: "F15"},
		{ask: "What can you get for one kilo of flour?", want: "F14"},
		{ask: "What part of the flour went to school kitchens?", want: "F12"},
		// All that is told of arrests; what nothing is told of.
		{ask: "Who was arrested over the flour?", want: "F17"},
		{ask: "Has anybody at the mill been charged?", want: "F16"},
		{ask: "What did the Grain Office say about the mill's parrots?", want: "not_reported"},
		{ask: "List everything the Orrin Mill is accused of", want: "answered"},
		{ask: "Which people and bodies accuse the Orrin Mill?", want: "answered"},
		{ask: "Which paper printed the piece on the Orrin Mill and when?", want: "source"},
		// A conversation that turns to the other affair keeps what was asked.
		{ask: "What did Velmar reply?", want: "denial"},
		{ask: "+and the Orrin Mill?", want: "F8"},
		{ask: "What is Velmar accused of?", want: "answered"},
		{ask: "+and the Orrin Mill?", want: "F1"},
		{ask: "Does any report speak of police?", want: "answered"},
		{ask: "+and in the flour affair, who was arrested?", want: "F17"},
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
