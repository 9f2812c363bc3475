package discord

import "maps"

// The names of the commands and their options, as they come back in
// interactions whatever the language of the person's client.
const (
	commandAsk      = "ask"
	commandDenial   = "denial"
	commandTimeline = "timeline"
	commandSources  = "sources"
	commandReports  = "reports"
	commandAbout    = "about"
	commandMessage  = "What do the reports say?"

	optionQuestion = "question"
	optionAbout    = "about"
	optionPrivate  = "private"
)

// A command is an application command as it is registered; what Discord adds to
// it (ids, versions, defaults) is left out.
type command struct {
	Type                     int               `json:"type"`
	Name                     string            `json:"name"`
	NameLocalizations        map[string]string `json:"name_localizations,omitempty"`
	Description              string            `json:"description,omitempty"`
	DescriptionLocalizations map[string]string `json:"description_localizations,omitempty"`
	Options                  []commandOption   `json:"options,omitempty"`
	IntegrationTypes         []int             `json:"integration_types,omitempty"`
	Contexts                 []int             `json:"contexts,omitempty"`

	// Never set here, but noticed where somebody else did.
	DefaultMemberPermissions *string `json:"default_member_permissions,omitempty"`
	NSFW                     bool    `json:"nsfw,omitempty"`
}

type commandOption struct {
	Type                     int               `json:"type"`
	Name                     string            `json:"name"`
	NameLocalizations        map[string]string `json:"name_localizations,omitempty"`
	Description              string            `json:"description"`
	DescriptionLocalizations map[string]string `json:"description_localizations,omitempty"`
	Required                 bool              `json:"required,omitempty"`
	Autocomplete             bool              `json:"autocomplete,omitempty"`
	MaxLength                int               `json:"max_length,omitempty"`
}

// Types of commands and options
// (https://docs.discord.com/developers/interactions/application-commands).
const (
	slashCommand   = 1
	messageCommand = 3

	optionText = 3
	optionFlag = 5
)

// commands returns the commands to register: for every server and user if
// global, else for one server, where Discord takes no contexts.
func commands(global bool) []command {
	about := localised(commandOption{Type: optionText, Name: optionAbout, Autocomplete: true, MaxLength: maxChoice})
	question := localised(commandOption{Type: optionText, Name: optionQuestion, Required: true, Autocomplete: true, MaxLength: maxQuestion})
	private := localised(commandOption{Type: optionFlag, Name: optionPrivate})
	all := []command{
		slash(commandAsk, question, private),
		slash(commandDenial, about, private),
		slash(commandTimeline, about, private),
		slash(commandSources, about, private),
		slash(commandReports),
		slash("about", private),
		{Type: messageCommand, Name: commandMessage, NameLocalizations: words["message"].in(names)},
	}
	if global {
		for i := range all {
			all[i].IntegrationTypes = []int{0, 1} // installed in a server, installed by a user
			all[i].Contexts = []int{0, 1, 2}      // servers, direct messages with the bot, other private channels
		}
	}
	return all
}

func slash(name string, options ...commandOption) command {
	w := words["/"+name]
	return command{
		Type: slashCommand, Name: name, NameLocalizations: w.in(names),
		Description: w["en-GB"].description, DescriptionLocalizations: w.in(descriptions),
		Options: options,
	}
}

func localised(o commandOption) commandOption {
	w := words[o.Name]
	o.NameLocalizations, o.Description, o.DescriptionLocalizations = w.in(names), w["en-GB"].description, w.in(descriptions)
	return o
}

// A word is what something is called in one language.
type word struct{ name, description string }

// A translation is a word in several languages, by Discord's name for them.
type translation map[string]word

func names(w word) string        { return w.name }
func descriptions(w word) string { return w.description }

// in returns one side of the words of each language. American English falls
// back to British in Discord's clients, and some ask for the one, some for the
// other; the two kinds of Spanish share their words here.
func (t translation) in(side func(word) string) map[string]string {
	all := map[string]string{}
	for locale, w := range maps.All(t) {
		if side(w) != "" {
			all[locale] = side(w)
		}
	}
	for copied, from := range map[string]string{"en-US": "en-GB", "es-419": "es-ES"} {
		if word, ok := all[from]; ok {
			all[copied] = word
		}
	}
	return all
}
