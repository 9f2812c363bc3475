package discord

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"

	"allegedly/adapters/discord/discordtest"
)

const server = "290926798626357999"

func register(t *testing.T, s *discordtest.Server, r Registration) []string {
	t.Helper()
	changes, err := Register(context.Background(), Config{Token: discordtest.Token, URL: s.URL}, r, nil)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

func TestRegisterTwiceIsOneWrite(t *testing.T) {
	t.Parallel()
	for _, guild := range []string{"", server} {
		s := discordtest.NewServer(t, nil)
		if changes := register(t, s, Registration{Guild: guild, DryRun: true}); len(changes) != 7 || s.Writes != 0 {
			t.Errorf("dry run: %d writes, changes %v", s.Writes, changes)
		}
		if changes := register(t, s, Registration{Guild: guild}); len(changes) != 7 || s.Writes != 1 {
			t.Errorf("first time: %d writes, changes %v", s.Writes, changes)
		}
		if changes := register(t, s, Registration{Guild: guild}); len(changes) != 0 || s.Writes != 1 {
			t.Errorf("second time: %d writes, changes %v", s.Writes, changes)
		}
	}
}

func TestDifference(t *testing.T) {
	t.Parallel()
	wanted := canonical(commands(true))
	permissions := "0"
	for _, c := range []struct {
		name   string
		change func([]command) []command
		want   []string
	}{
		{"nothing", func(l []command) []command { return l }, nil},
		{"order", func(l []command) []command { slices.Reverse(l); return l }, nil},
		{"contexts in another order", func(l []command) []command { l[0].Contexts = []int{2, 0, 1}; return l }, nil},
		{"description", func(l []command) []command { l[0].Description = "other"; return l }, []string{"~ /about: description"}},
		{"hidden", func(l []command) []command { l[1].DefaultMemberPermissions = &permissions; return l }, []string{"~ /ask: default_member_permissions"}},
		{"missing", func(l []command) []command { return l[1:] }, []string{"+ /about"}},
		{"foreign", func(l []command) []command { return append(l, command{Type: 2, Name: "Look up"}) }, []string{`- "Look up" on messages`}},
	} {
		if got := difference(canonical(c.change(slices.Clone(wanted))), wanted); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestCommandsAreValid(t *testing.T) {
	t.Parallel()
	for _, global := range []bool{true, false} {
		for _, c := range commands(global) {
			if err := discordtest.Check("ApplicationCommandUpdateRequest", encode(c)); err != nil {
				t.Errorf("%s: %v", c.Name, err)
			}
			for _, locale := range []string{"en-GB", "en-US", "ko", "es-ES", "es-419", "fr", "de", "ja"} {
				if c.NameLocalizations[locale] == "" || c.Type == slashCommand && c.DescriptionLocalizations[locale] == "" {
					t.Errorf("%s has no words in %s", c.Name, locale)
				}
			}
			if global != (c.Contexts != nil) {
				t.Errorf("%s: contexts %v", c.Name, c.Contexts)
			}
		}
	}
}

// Two commands, or two options of one, may not share a name in any language.
func TestNamesAreDistinct(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for _, c := range commands(true) {
		for locale, name := range c.NameLocalizations {
			if other := seen[locale+name]; other != "" {
				t.Errorf("%s and %s are both %q in %s", other, c.Name, name, locale)
			}
			seen[locale+name] = c.Name
		}
	}
}

func TestRegisterErrors(t *testing.T) {
	t.Parallel()
	s := discordtest.NewServer(t, func(s *discordtest.Server) {
		s.Fault = func(w http.ResponseWriter, r *http.Request, n int) bool {
			if strings.Contains(r.URL.Path, "/guilds/") {
				w.WriteHeader(http.StatusForbidden)
				return true
			}
			return false
		}
	})
	for _, c := range []struct {
		config Config
		guild  string
		want   string
	}{
		{Config{}, "", "DISCORD_TOKEN is not set"},
		{Config{Token: "other.token"}, "", "DISCORD_TOKEN"},
		{Config{Token: discordtest.Token, ApplicationID: "x/../y"}, "", "DISCORD_APPLICATION_ID"},
		{Config{Token: discordtest.Token}, "my server", "Copy Server ID"},
		{Config{Token: discordtest.Token}, server, "applications.commands"},
	} {
		c.config.URL = s.URL
		_, err := Register(context.Background(), c.config, Registration{Guild: c.guild}, nil)
		var config ConfigError
		if !errors.As(err, &config) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want an error about %s", err, c.want)
		}
	}
	if s.Writes != 0 {
		t.Errorf("%d writes", s.Writes)
	}
}
