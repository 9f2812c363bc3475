package discord

import (
	"slices"
	"strconv"
	"strings"

	"allegedly/answers"
	"allegedly/answers/compose"
	"allegedly/bot"
)

// echoID marks the component that quotes the question, so that a button press
// finds it again in the message that Discord sends along.
const echoID = 1

// accent is the colour of an answer's edge: a grey blue that takes no side.
const accent = 0x5B7083

// A view is one answer about to be shown.
type view struct {
	command bot.Command
	asked   string // the question, or what the command was about; plain text
	answer  answers.Answer
	echo    string   // what is shown of asked
	next    []string // questions that get a button
}

// render returns the message for an answer to what was asked, at most limit
// characters long. Detail goes first when it has to be cut; then the quoted
// question, then the ends of the remaining statements, so that each side and
// its sources always begin in the same message.
func render(command bot.Command, asked string, a answers.Answer, limit int) message {
	limit = min(limit, maxText)
	v := view{command: command, asked: asked, echo: asked, next: offered(a.Suggestions)}
	size := func(a answers.Answer) int { v.answer = a; return v.size() }
	a.Suggestions = nil // they are buttons, and take hardly any of the text
	cut, ok := bot.Fit(a, limit, size)
	if !ok {
		v.echo = shorten(asked, 200, "…")
		cut, ok = bot.Fit(a, limit, size)
	}
	for !ok && trim(&cut, size(cut)-limit) {
		ok = size(cut) <= limit
	}
	v.answer = cut
	return v.message()
}

// offered returns the suggestions that get a button: the first few, each once.
func offered(suggestions []string) (kept []string) {
	for _, s := range suggestions {
		if len(kept) < maxSuggestions && !slices.Contains(kept, s) && strings.TrimSpace(s) != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

// trim takes excess characters from the longest statement, or else from the
// plain text, or else drops the last source; false when nothing is left to take.
func trim(a *answers.Answer, excess int) bool {
	const least = 160 // characters that name the speaker and what is said
	longest := &a.Text
	if len(a.Statements) > 0 {
		longest = &slices.MaxFunc(sides(a), func(x, y *answers.Statement) int { return length(x.Text) - length(y.Text) }).Text
	}
	if n := len([]rune(*longest)); n > least {
		*longest = shorten(*longest, max(least, n-excess-1), "…")
		return true
	}
	for i := range a.Sources {
		if title := a.Sources[i].Title; len([]rune(title)) > 60 {
			a.Sources[i].Title = shorten(title, 60, "…")
			return true
		}
	}
	if len(a.Sources) > 0 {
		a.Sources = a.Sources[:len(a.Sources)-1]
		return true
	}
	return false
}

// sides returns the statements by address.
func sides(a *answers.Answer) (list []*answers.Statement) {
	for i := range a.Statements {
		list = append(list, &a.Statements[i])
	}
	return list
}

// size returns the characters of all text of the message. Discord does not tell
// whether the labels of buttons count; here they do.
func (v view) size() int {
	n := length(v.quote()) + length(v.body()) + length(v.sources())
	for _, b := range slices.Concat(v.actions(), v.suggestions()) {
		n += length(b.Label)
	}
	return n
}

// message lays the answer out: the quoted question, both sides, the sources
// and the buttons in one frame.
func (v view) message() message {
	quote := textOf(v.quote())
	quote.ID = echoID
	parts := []component{quote}
	if body := v.body(); body != "" {
		parts = append(parts, textOf(body))
	}
	if sources := v.sources(); sources != "" {
		parts = append(parts, component{Type: componentSeparator}, textOf(sources))
	}
	for _, row := range [][]component{v.actions(), v.suggestions()} {
		if len(row) > 0 {
			parts = append(parts, component{Type: componentRow, Components: row})
		}
	}
	return framed(parts)
}

// framed returns a message of one container, which keeps its parts together.
func framed(parts []component) message {
	return message{
		Flags:      flagComponentsV2,
		Components: []component{{Type: componentContainer, AccentColor: accent, Components: parts}},
	}
}

// quote returns the question as a quotation, after the command's name if it is
// not an ordinary one. quoted reads it back.
func (v view) quote() string {
	if v.command == bot.Ask {
		return "> " + escape(v.echo)
	}
	return strings.TrimRight("> /"+string(v.command)+" "+escape(v.echo), " ")
}

// quoted returns what was asked from the quotation in a message.
func quoted(command bot.Command, quote string) string {
	quote = strings.TrimPrefix(quote, "> ")
	if command != bot.Ask {
		quote = strings.TrimPrefix(strings.TrimPrefix(quote, "/"+string(command)), " ")
	}
	return unescape(quote)
}

// body returns the statements in reading order.
func (v view) body() string {
	if len(v.answer.Statements) == 0 {
		return escape(v.answer.Text)
	}
	var b strings.Builder
	var before answers.Statement
	for i, s := range v.answer.Statements {
		listed := s.Role == compose.Allegation || s.Role == compose.Context
		follows := i > 0 && s.Role == before.Role && s.Label == before.Label
		switch {
		case i == 0:
		case follows && (listed || s.Label != ""):
			b.WriteString("\n")
		default:
			b.WriteString("\n\n")
		}
		if !follows || s.Label == "" { // statements in a row share one label
			b.WriteString(heading(s))
		}
		b.WriteString(escape(s.Text))
		before = s
		for _, n := range cited(s) {
			b.WriteString(" [" + strconv.Itoa(n) + "]")
		}
	}
	return b.String()
}

// heading returns what stands before a statement: its own label, or else its role's.
func heading(s answers.Statement) string {
	if s.Label != "" {
		return "**" + escape(s.Label) + "** "
	}
	return headings[s.Role]
}

// headings are what stands before a statement, by its role.
var headings = map[answers.Role]string{
	compose.Denial:     "**Reply:** ",
	compose.Counter:    "**Counter-accusation:** ",
	compose.Caveat:     "**Note:** ",
	compose.Allegation: "- ",
	compose.Context:    "- ",
}

// cited returns the numbers of the sources of a statement, each once.
func cited(s answers.Statement) (numbers []int) {
	for _, c := range s.Citations {
		if !slices.Contains(numbers, c.Source) {
			numbers = append(numbers, c.Source)
		}
	}
	return numbers
}

// actions returns the buttons about the answer itself.
func (v view) actions() (row []component) {
	if len(v.answer.Sources) > 0 {
		row = append(row, button("Sources", sourcesID(v.answer.Sources)))
	}
	if v.echo == v.asked { // else a press could not tell what was asked
		row = append(row, button("Why this answer?", customID(pressWhy, string(v.command)+":"+shorten(v.answer.Intent, 60, ""))))
	}
	return row
}

// suggestions returns the buttons that ask a next question.
func (v view) suggestions() (row []component) {
	for _, question := range v.next {
		row = append(row, button(question, askID(question)))
	}
	return row
}
