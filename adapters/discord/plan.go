package discord

import (
	"fmt"
	"strings"

	"allegedly/bot"
)

// maxQuestion is how many characters of a question are taken: slash commands
// take no more, and of a message the beginning is what it is about. All of it is
// quoted in the answer, where a button press finds it again.
const maxQuestion = 500

// A task is what an interaction asks for: a message at once, or a question and
// how to show the reply to it.
type task struct {
	now     *message
	ask     bot.Message
	private bool // only the person who acted sees the answer
	show    func(bot.Reply) message
}

// plan reads what a command or a button press asks for.
func (a *Adapter) plan(in interaction) task {
	if in.Type == interactionComponent {
		return a.planPress(in)
	}
	private := in.data.flag(optionPrivate)
	switch name := in.data.Name; name {
	case commandAsk:
		return a.planAsk(in, bot.Ask, plain(in.data.text(optionQuestion), maxQuestion), private)
	case commandDenial, commandTimeline, commandSources, commandAbout:
		return a.planAsk(in, bot.Command(name), plain(in.data.text(optionAbout), maxQuestion), private)
	case commandMessage:
		text := plain(in.data.target(), maxQuestion)
		if text == "" {
			return say(notice(noticeNoText))
		}
		t := a.planAsk(in, bot.Ask, text, true) // a person's message is not quoted in public by another's click
		t.ask.Stateless = true                  // nor taken for part of what the other has asked
		return t
	case commandReports:
		return say(list(a.handler.Reports()))
	}
	a.log.Warn("Discord sent a command that is not known here; register the commands again", "interaction", in.ID)
	return say(notice(noticeUnknown))
}

// planAsk returns the task of a question.
func (a *Adapter) planAsk(in interaction, command bot.Command, text string, private bool) task {
	return task{
		ask:     in.asMessage(command, text),
		private: private,
		show:    func(r bot.Reply) message { return render(command, text, r.Answer, maxText) },
	}
}

// planPress returns the task of a button press. The answer is for the one who
// pressed: it may be somebody else's question, and the channel has seen it.
func (a *Adapter) planPress(in interaction) task {
	p, ok := parsePress(in.data.CustomID)
	if !ok {
		a.log.Warn("a button that is not known here was pressed on Discord", "interaction", in.ID)
		return say(notice(noticeOldPress))
	}
	switch p.kind {
	case pressSources:
		return say(list(p.pick(a.handler.Reports())))
	case pressWhy:
		name, intent, _ := strings.Cut(p.args, ":")
		return a.planWhy(in, bot.Command(name), intent)
	}
	question := p.args
	if p.kind == pressFind {
		question = p.find(a.handler)
	}
	if question == "" {
		return say(notice(noticeOldPress))
	}
	t := a.planAsk(in, bot.Ask, question, true)
	t.ask.Stateless = true
	return t
}

// planWhy returns the task of explaining the answer that the button stands under.
func (a *Adapter) planWhy(in interaction, command bot.Command, intent string) task {
	quote := in.message.part(fmt.Sprint(echoID))
	if quote == "" {
		return say(notice(noticeOldPress))
	}
	t := a.planAsk(in, command, quoted(command, quote), true)
	t.ask.Explain, t.ask.Stateless = true, true
	t.show = func(r bot.Reply) message {
		return explain(command, t.ask.Text, r.Answer, !strings.HasPrefix(r.Answer.Intent, intent))
	}
	return t
}

// say returns the task of a message that needs no question.
func say(m message) task { return task{now: &m, private: true} }

// asMessage returns the interaction as a message for the bot. A person's thread
// is theirs within a channel, so that two people do not mix their questions.
func (in interaction) asMessage(command bot.Command, text string) bot.Message {
	user := in.userID()
	return bot.Message{
		Delivery: []string{"discord/" + in.ID},
		Thread:   "discord/" + in.ChannelID + "/" + user,
		Author:   "discord/" + user,
		Command:  command,
		Text:     text,
	}
}

// complete proposes what may be asked. Proposals that cannot be carried whole
// are left out; people may type on regardless.
func (a *Adapter) complete(in interaction) choices {
	name, typed := in.data.focused()
	proposals := choices{Choices: []choice{}}
	for _, text := range a.handler.Complete(plain(typed, maxQuestion), 4*maxChoices) {
		isQuestion := strings.HasSuffix(text, "?")
		if name == optionAbout && isQuestion || length(text) > maxChoice || len(proposals.Choices) == maxChoices {
			continue
		}
		proposals.Choices = append(proposals.Choices, choice{Name: text, Value: text})
	}
	return proposals
}
