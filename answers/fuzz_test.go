package answers_test

import (
	"testing"

	"allegedly/answers"
)

// Any utterance gets an answer that keeps the rules.
func FuzzAnswer(f *testing.F) {
	for _, text := range usual {
		f.Add(text)
	}
	for _, text := range adversarial {
		f.Add(text)
	}
	b := shippedBench(f)
	f.Fuzz(func(t *testing.T, text string) {
		b.ask(t, question(text))
	})
}

// So does any second turn after any first one.
func FuzzConversation(f *testing.F) {
	for i, text := range followUps {
		f.Add(usual[i%len(usual)], text)
	}
	b := shippedBench(f)
	f.Fuzz(func(t *testing.T, first, second string) {
		a := b.ask(t, question(first))
		b.ask(t, answers.Question{Text: second, Thread: a.Thread}, first)
	})
}
