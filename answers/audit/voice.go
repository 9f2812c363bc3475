package audit

import (
	"regexp"
	"strings"
)

// What an answer may not say in words of its own, whoever is accused of whatever.
var (
	bareVerdict = regexp.MustCompile(`(?i)^\W*(yes|no|yep|yeah|nope|indeed|correct|right|true|false|exactly|absolutely|of course|probably|possibly|likely|unlikely)\b\s*(?:[,.;:!–—-]|$)`)
	verdict     = regexp.MustCompile(`(?i)\b(guilty|innocent|culprits?|perpetrators?|definitely|certainly|clearly|obviously|undoubtedly|plainly|evidently|beyond doubt|no doubt|almost sure(ly)?|the truth is|in fact|credible|more likely|probability)\b`)
	noVerdict   = regexp.MustCompile(`(?i)\bno (verdict|rating|judgement)|do not (settle|decide)`)
	partial     = regexp.MustCompile(`(?i)\b(refut\w+|reveal\w*|admit\w*|admissions? that|expos(ed|es|ing)|confirm\w*|prove[sdn]?|debunk\w*|conced\w+|confess\w*|uncover\w*|unmask\w*)\b`)
	guiltVerb   = regexp.MustCompile(`(?i)\b(stole|stolen|steals?|stealing|hacked|hacks|launder\w*|loot\w*|siphon\w*|drained|pilfer\w*|swindl\w*|robbed|plunder\w*|embezzl\w*|defraud\w*|dump(ed|s|ing)|poison\w*|pollut\w*|contaminat\w*|spill(ed|s|ing)|brib\w+|kill(ed|s|ing)|murder\w*|bomb(ed|s|ing)|smuggl\w*|forged|was behind|were behind|is behind|responsible for|carried out)\b`)
	guiltNoun   = regexp.MustCompile(`(?i)\b(loot|stash|booty|spoils|haul|ill-gotten|thie(f|ves)|robbers?|crooks?|criminals?|gangsters?|\w+'s hackers|dirty money|guilt)\b`)
	allegedly   = regexp.MustCompile(`(?i)\ballegedly\b|\balleged (thie|hack|crim|culprit|perp)\w*|accused of alleged`)
	undercut    = regexp.MustCompile(`(?i)\b(merely|so-called|predictably|of course|unsurprisingly|lamely|desperately|implausibly|purported(ly)?|supposed(ly)?|claims? to be|despite|nevertheless|however|insist(s|ed)?|brushed|shrugged|as usual|tried to|tries to|unconvincing\w*|hollow|so it says|bluster\w*)\b`)
	ownWords    = regexp.MustCompile(`"[^"]*"`)
)

// voice checks the frame of every statement, which is all that an answer says
// in words of its own, and the suggestions.
func (c *check) voice() {
	if bareVerdict.MatchString(c.answer.Text) {
		c.breach("verdict", "the answer begins with a bare verdict: %.60s", c.answer.Text)
	}
	if c.answer.Outcome == "answered" && c.answer.Intent == "verdict" && !noVerdict.MatchString(c.answer.Text) {
		c.breach("verdict", "a verdict was asked for, and the answer does not say that it gives none: %.60s", c.answer.Text)
	}
	for i := range c.parts {
		p := &c.parts[i]
		if bareVerdict.MatchString(p.text) {
			c.breach("verdict", "a bare verdict: %.60s", p.Text)
		}
		frame := ownWords.ReplaceAllString(p.frame, "¤")
		c.banned("verdict", verdict, frame, p.Text)
		c.banned("partial verb", partial, frame, p.Text)
		unnamed := frame
		for _, e := range c.auditor.named { // a committee against money laundering is called so
			unnamed = blank(unnamed, plain(e.Name))
		}
		c.banned("guilt", guiltVerb, unnamed, p.Text)
		c.banned("guilt", guiltNoun, unnamed, p.Text)
		c.banned("allegedly", allegedly, strings.TrimPrefix(frame, "I am Allegedly"), p.Text) // the bot's own name
		if p.Role == "denial" || p.Role == "lead" {
			c.banned("undercut", undercut, frame, p.Text)
		}
	}
	for _, s := range c.answer.Suggestions {
		c.banned("guilt", guiltNoun, s, s)
		c.banned("partial verb", partial, s, s)
		if guiltVerb.MatchString(s) && !regexp.MustCompile(`(?i)\b(say|says|accuse|alleg|according)`).MatchString(s) {
			c.breach("guilt", "a suggestion takes guilt for granted: %s", s)
		}
	}
}

func (c *check) banned(rule string, words *regexp.Regexp, text, whole string) {
	if got := words.FindString(text); got != "" {
		c.breach(rule, "%q in: %s", got, whole)
	}
}
