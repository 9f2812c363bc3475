package record

import (
	"allegedly/answers/corpus"
	"allegedly/answers/language"
)

// TellsSilence tells whether a remark says that somebody did not reply.
func (rec *Record) TellsSilence(remark *corpus.Claim) bool { return rec.SilentFrom(remark) >= 0 }

// SilentFrom returns the number of the word at which a remark tells that somebody was silent; -1
// where it tells no such thing.
func (rec *Record) SilentFrom(remark *corpus.Claim) int {
	if at, silent := rec.silences[remark]; silent {
		return at
	}
	return -1
}

// silentFrom finds that word. "Gives no date of its denial" tells of no silence.
func (rec *Record) silentFrom(remark *corpus.Claim) int {
	const near = 5 // "not" and the words as far as the reply
	tokens := language.Split(remark.Says)
	for i, t := range tokens {
		if rec.Lexicon.In(t, "silence-word") || rec.Lexicon.In(t, "negation-word") && rec.deniesReply(tokens[i+1:min(len(tokens), i+near)]) {
			return i
		}
	}
	return -1
}

// deniesReply tells whether the words behind a "not" are those for a reply, and not for
// something of it.
func (rec *Record) deniesReply(tokens []language.Token) bool {
	for _, t := range tokens {
		switch {
		case rec.Lexicon.In(t, "reply"), rec.Lexicon.In(t, "deny"), rec.Lexicon.In(t, "statement"):
			return true
		case rec.Lexicon.In(t, "part-of-word"):
			return false
		}
	}
	return false
}
