package slack

import (
	"encoding/json"
	"errors"
	"net/url"
	"strings"
)

// ManifestOptions say what an app made from the manifest can do.
type ManifestOptions struct {
	// HTTP is the https address under which Slack reaches the Events API, without
	// a path of ours; empty: Socket Mode, which needs none.
	HTTP string

	// MentionOnly leaves out the scopes that let the app see every message of the
	// channels it is in. Without them a follow-up in a thread needs a mention.
	MentionOnly bool
}

// The manifest's words, and the addresses of an app's pages.
const (
	appName        = "Allegedly"
	appDescription = "Answers questions about news reports: who alleges what, on what basis, and what the accused replies."
	appLong        = appDescription + " It works by written rules, without a language model, and every statement cites the lines of the report it rests on. Mention it in a channel, write to it directly, or use /ask."
	appColour      = "#1f2a44"

	newAppURL = "https://api.slack.com/apps?new_app=1&manifest_json="
)

// manifest is the part of Slack's app manifest that is used here
// (https://docs.slack.dev/reference/app-manifest). slack-go's type cannot say
// "false", which is what keeps the message box of the app open.
type manifest struct {
	Metadata struct {
		Major int `json:"major_version"`
	} `json:"_metadata"`
	Display struct {
		Name        string `json:"name"`
		Description string `json:"description"`
		Long        string `json:"long_description"`
		Colour      string `json:"background_color"`
	} `json:"display_information"`
	Features struct {
		Home struct {
			Home     bool `json:"home_tab_enabled"`
			Messages bool `json:"messages_tab_enabled"`
			ReadOnly bool `json:"messages_tab_read_only_enabled"`
		} `json:"app_home"`
		Bot struct {
			Name   string `json:"display_name"`
			Online bool   `json:"always_online"`
		} `json:"bot_user"`
		Agent struct {
			Description string `json:"agent_description"`
		} `json:"agent_view"`
		Shortcuts []manifestShortcut `json:"shortcuts"`
		Commands  []manifestCommand  `json:"slash_commands"`
	} `json:"features"`
	OAuth struct {
		Scopes struct {
			Bot []string `json:"bot"`
		} `json:"scopes"`
	} `json:"oauth_config"`
	Settings struct {
		Events struct {
			URL string   `json:"request_url,omitempty"`
			Bot []string `json:"bot_events"`
		} `json:"event_subscriptions"`
		Interactivity struct {
			Enabled bool   `json:"is_enabled"`
			URL     string `json:"request_url,omitempty"`
		} `json:"interactivity"`
		Org      bool `json:"org_deploy_enabled"`
		Socket   bool `json:"socket_mode_enabled"`
		Rotation bool `json:"token_rotation_enabled"`
	} `json:"settings"`
}

type manifestShortcut struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	ID          string `json:"callback_id"`
	Description string `json:"description"`
}

type manifestCommand struct {
	Command     string `json:"command"`
	URL         string `json:"url,omitempty"`
	Description string `json:"description"`
	Hint        string `json:"usage_hint"`
	Escape      bool   `json:"should_escape"`
}

// Manifest returns an app manifest as indented JSON, and the link that opens
// Slack's page for a new app with the manifest filled in. The error is for the
// person who gave the address.
func Manifest(o ManifestOptions) (manifestJSON, link string, err error) {
	base, err := publicAddress(o.HTTP)
	if err != nil {
		return "", "", err
	}
	m := describe(base, o.MentionOnly)
	short, err := json.Marshal(m)
	if err != nil {
		return "", "", err
	}
	long, err := json.MarshalIndent(m, "", "  ")
	return string(long) + "\n", newAppURL + url.QueryEscape(string(short)), err
}

// publicAddress checks an address that Slack is to call.
func publicAddress(address string) (string, error) {
	if address == "" {
		return "", nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return "", errors.New("the address must be one that Slack can reach over https, such as https://bot.example.org")
	}
	return strings.TrimRight(address, "/"), nil
}

// describe fills in the manifest; an empty base means Socket Mode.
func describe(base string, mentionOnly bool) manifest {
	at := func(path string) string {
		if base == "" {
			return ""
		}
		return base + path
	}
	var m manifest
	m.Metadata.Major = 1
	m.Display.Name, m.Display.Description, m.Display.Long, m.Display.Colour = appName, appDescription, appLong, appColour
	m.Features.Home.Messages = true
	m.Features.Bot.Name, m.Features.Bot.Online = appName, true
	m.Features.Agent.Description = appDescription
	m.Features.Shortcuts = []manifestShortcut{{
		Name: "What do the reports say?", Type: "message", ID: shortcutID,
		Description: "Asks the message as a question; only you see the answer.",
	}}
	m.Features.Commands = []manifestCommand{{
		Command: slashAsk, URL: at(pathCommands), Hint: "[" + publicWord + "] who accuses whom?",
		Description: "Ask about the reports. Only you see the answer, unless you begin with \"" + publicWord + "\".",
	}}
	m.OAuth.Scopes.Bot = []string{"app_mentions:read", "assistant:write", "chat:write", "commands", "im:history"}
	m.Settings.Events.Bot = []string{"app_home_opened", "app_mention", "message.im"}
	if !mentionOnly {
		m.OAuth.Scopes.Bot = append(m.OAuth.Scopes.Bot, "channels:history", "groups:history", "mpim:history")
		m.Settings.Events.Bot = append(m.Settings.Events.Bot, "message.channels", "message.groups", "message.mpim")
	}
	m.Settings.Events.URL = at(pathEvents)
	m.Settings.Interactivity.Enabled, m.Settings.Interactivity.URL = true, at(pathActions)
	m.Settings.Socket = base == ""
	return m
}
