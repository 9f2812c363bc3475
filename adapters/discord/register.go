package discord

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"time"
)

// A Registration says where commands are registered and how.
type Registration struct {
	Guild  string // id of the only server to get them; empty: everybody
	DryRun bool   // tell what would change, and change nothing
}

// snowflake is what Discord's ids look like.
var snowflake = regexp.MustCompile(`^\d{15,20}$`)

// Register makes the commands that Discord knows those of this release, and
// returns one line for each that changed ("+ /ask", "~ /denial: description",
// "- /old"); none if nothing had to be written. It writes once, and only on a
// difference, since clients reload the commands after each write. Commands of
// the same application that are not of this release are removed.
func Register(ctx context.Context, config Config, r Registration, client *http.Client) (changes []string, err error) {
	config, err = config.withURL()
	if err == nil {
		config, err = config.withToken()
	}
	if err != nil {
		return nil, err
	}
	if r.Guild != "" && !snowflake.MatchString(r.Guild) {
		return nil, ConfigError("The server's id is a number of 17 to 20 digits: right-click the server in Discord, with developer mode on, and choose Copy Server ID.")
	}
	api := newREST(config, client)
	id, err := applicationID(ctx, api, config.ApplicationID)
	if err != nil {
		return nil, err
	}
	path := "/applications/" + id + "/commands"
	if r.Guild != "" {
		path = "/applications/" + id + "/guilds/" + r.Guild + "/commands"
	}
	wanted := commands(r.Guild == "")
	var registered []command
	err = api.do(ctx, call{method: http.MethodGet, path: path + "?with_localizations=true", asBot: true, into: &registered, tries: 4, within: time.Minute})
	if err != nil {
		return nil, explained(err, r.Guild)
	}
	changes = difference(canonical(registered), canonical(wanted))
	if len(changes) == 0 || r.DryRun {
		return changes, nil
	}
	err = api.do(ctx, call{method: http.MethodPut, path: path, asBot: true, body: wanted, tries: 4, within: time.Minute})
	return changes, explained(err, r.Guild)
}

// applicationID returns the configured id, or asks Discord whose token it is.
func applicationID(ctx context.Context, api *rest, configured string) (string, error) {
	if configured != "" {
		if !snowflake.MatchString(configured) {
			return "", ConfigError("DISCORD_APPLICATION_ID is not an application's id, a number of 17 to 20 digits: copy it from https://discord.com/developers/applications, your application, General Information, or leave it unset.")
		}
		return configured, nil
	}
	var me struct {
		ID string `json:"id"`
	}
	err := api.do(ctx, call{method: http.MethodGet, path: "/applications/@me", asBot: true, into: &me, tries: 4, within: time.Minute})
	if err == nil && !snowflake.MatchString(me.ID) {
		err = errors.New("the application's id is not to be had from Discord; set DISCORD_APPLICATION_ID")
	}
	return me.ID, explained(err, "")
}

// explained returns the error in words that say what to do, where there is
// something to do.
func explained(err error, guild string) error {
	var refused *apiError
	if !errors.As(err, &refused) {
		return err
	}
	switch {
	case refused.Status == http.StatusUnauthorized:
		return ConfigError(fatal[4004])
	case refused.Status == http.StatusForbidden && guild != "":
		return ConfigError("Discord refuses access to this server: check its id, and invite the application with the scope applications.commands (docs/discord.md).")
	case refused.Status == http.StatusForbidden || refused.Status == http.StatusNotFound:
		return ConfigError("Discord refuses access to this application: DISCORD_APPLICATION_ID and DISCORD_TOKEN belong to different ones, or the server's id is wrong.")
	}
	return err
}

// canonical returns the commands in the one form in which equal ones are the
// same: sorted, with the defaults that Discord fills in.
func canonical(list []command) []command {
	list = slices.Clone(list)
	for i := range list {
		c := &list[i]
		c.Type = cmp.Or(c.Type, slashCommand)
		c.IntegrationTypes = slices.Sorted(slices.Values(c.IntegrationTypes))
		c.Contexts = slices.Sorted(slices.Values(c.Contexts))
	}
	slices.SortFunc(list, func(a, b command) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.Name, b.Name))
	})
	return list
}

// difference tells what has to change from one list of commands to the other.
func difference(from, to []command) (changes []string) {
	same := func(c command) func(command) bool {
		return func(d command) bool { return c.Type == d.Type && c.Name == d.Name }
	}
	for _, c := range to {
		i := slices.IndexFunc(from, same(c))
		if i < 0 {
			changes = append(changes, "+ "+c.title())
		} else if parts := parts(from[i], c); parts != "" {
			changes = append(changes, "~ "+c.title()+": "+parts)
		}
	}
	for _, c := range from {
		if !slices.ContainsFunc(to, same(c)) {
			changes = append(changes, "- "+c.title())
		}
	}
	return changes
}

// parts names the parts in which two commands differ.
func parts(a, b command) (names string) {
	var x, y map[string]json.RawMessage
	if json.Unmarshal(encode(a), &x) != nil || json.Unmarshal(encode(b), &y) != nil {
		return "all"
	}
	for _, key := range []string{
		"name_localizations", "description", "description_localizations", "options",
		"integration_types", "contexts", "default_member_permissions", "nsfw",
	} {
		if string(x[key]) != string(y[key]) {
			if names != "" {
				names += ", "
			}
			names += key
		}
	}
	return names
}

// title returns what people see of a command.
func (c command) title() string {
	if c.Type == slashCommand {
		return "/" + c.Name
	}
	return fmt.Sprintf("%q on messages", c.Name)
}
