package slack

import "net/url"

// What arrives from Slack, reduced to what is read here. slack-go's own types
// decode every block of a message and refuse the whole delivery for one block
// that they do not know; these lose nothing.

// A delivery is the outer part of an Events API payload
// (https://docs.slack.dev/apis/events-api).
type delivery struct {
	Type      string `json:"type"`
	Challenge string `json:"challenge"` // with url_verification
	TeamID    string `json:"team_id"`
	EventID   string `json:"event_id"`
	Event     event  `json:"event"`
}

// An event is the inner part: app_mention, message, app_home_opened or
// assistant_thread_started.
type event struct {
	Type        string `json:"type"`
	Subtype     string `json:"subtype"`
	User        string `json:"user"`
	BotID       string `json:"bot_id"`
	Text        string `json:"text"`
	TS          string `json:"ts"`
	ThreadTS    string `json:"thread_ts"`
	Channel     string `json:"channel"`
	ChannelType string `json:"channel_type"`
	Edited      any    `json:"edited"`
	Hidden      bool   `json:"hidden"`
	Tab         string `json:"tab"` // with app_home_opened
	Assistant   struct {
		Channel  string `json:"channel_id"`
		ThreadTS string `json:"thread_ts"`
	} `json:"assistant_thread"`
}

// A slashCommand is what /ask sends: a form over HTTP, JSON in Socket Mode.
type slashCommand struct {
	TeamID      string `json:"team_id"`
	ChannelID   string `json:"channel_id"`
	UserID      string `json:"user_id"`
	Text        string `json:"text"`
	ResponseURL string `json:"response_url"`
	TriggerID   string `json:"trigger_id"`
}

func slashFromForm(form url.Values) slashCommand {
	return slashCommand{
		TeamID: form.Get("team_id"), ChannelID: form.Get("channel_id"), UserID: form.Get("user_id"),
		Text: form.Get("text"), ResponseURL: form.Get("response_url"), TriggerID: form.Get("trigger_id"),
	}
}

// An interaction is a press, a shortcut or a modal sent or closed
// (https://docs.slack.dev/reference/interaction-payloads).
type interaction struct {
	Type        string `json:"type"`
	CallbackID  string `json:"callback_id"`
	TriggerID   string `json:"trigger_id"`
	ResponseURL string `json:"response_url"`
	Team        struct {
		ID string `json:"id"`
	} `json:"team"`
	User struct {
		ID string `json:"id"`
	} `json:"user"`
	Channel struct {
		ID string `json:"id"`
	} `json:"channel"`
	Container struct {
		MessageTS string `json:"message_ts"`
		ThreadTS  string `json:"thread_ts"`
		Ephemeral bool   `json:"is_ephemeral"`
	} `json:"container"`
	Message struct {
		Text string `json:"text"`
	} `json:"message"`
	Actions []struct {
		ActionID string `json:"action_id"`
		Value    string `json:"value"`
	} `json:"actions"`
	View struct {
		CallbackID string `json:"callback_id"`
		Private    string `json:"private_metadata"`
		State      struct {
			Values map[string]map[string]struct {
				Value    string `json:"value"`
				Selected struct {
					Value string `json:"value"`
				} `json:"selected_option"`
			} `json:"values"`
		} `json:"state"`
	} `json:"view"`
}
