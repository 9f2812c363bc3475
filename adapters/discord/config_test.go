package discord

import (
	"strings"
	"testing"
)

func TestConfig(t *testing.T) {
	key := strings.Repeat("0a", 32)
	for _, c := range []struct {
		config Config
		want   string // in the error; "" for none
	}{
		{Config{Token: "a.b.c"}, ""},
		{Config{Token: "Bot a.b.c"}, ""},
		{Config{PublicKey: key, Listen: ":1"}, ""},
		{Config{}, "DISCORD_TOKEN is not set"},
		{Config{Token: "a b"}, "contains a space"},
		{Config{Token: "a.b\n"}, "contains a space"},
		{Config{Token: `"a.b"`}, "quotation marks"},
		{Config{Listen: ":1"}, "DISCORD_PUBLIC_KEY is not set"},
		{Config{Listen: ":1", PublicKey: key[2:]}, "64 digits"},
		{Config{Listen: ":1", PublicKey: "g" + key[1:]}, "64 digits"},
		{Config{Token: "a", URL: "discord.com/api"}, "DISCORD_API_URL"},
	} {
		_, err := New(c.config, &fakeBot{}, Options{})
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%+v: %v", c.config, err)
		}
		if err != nil && (strings.Count(err.Error(), ". ") > 0 || c.config.Token == "a b" && strings.Contains(err.Error(), "a b")) {
			t.Errorf("not one sentence, or it tells the token: %q", err)
		}
	}
	for in, want := range map[string]string{
		"":                             DefaultURL,
		"http://127.0.0.1:9":           "http://127.0.0.1:9/api/v10",
		"http://127.0.0.1:9/":          "http://127.0.0.1:9/api/v10",
		"http://127.0.0.1:9/x/api/v10": "http://127.0.0.1:9/x/api/v10",
	} {
		if c, err := (Config{URL: in}).withURL(); err != nil || c.URL != want {
			t.Errorf("%q: %q, %v", in, c.URL, err)
		}
	}
}
